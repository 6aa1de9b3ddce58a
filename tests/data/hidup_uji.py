"""A register that lives: acts of every kind, in any order, as the store carries them out."""

from __future__ import annotations

import contextlib
import datetime as dt
import random

from builders import NAMA, NIK, SENIN_PAGI, make_form
from data.gerak_uji import make_gerak

from sooko_desk.data.gangguan import GangguanBaru
from sooko_desk.data.kiriman import KirimanBaru, TandaBaru
from sooko_desk.data.lampiran import LampiranBaru
from sooko_desk.data.nomor_cadangan import CadanganBaru
from sooko_desk.data.perintah import CetakanBaru, MintaNomor, PenerimaanBaru, Susulan
from sooko_desk.data.tabel_semua import SEMUA
from sooko_desk.data.tutup_harian import TutupHarianBaru
from sooko_desk.domain.buku import make_bentuk_awal
from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.kelengkapan import salin_syarat
from sooko_desk.domain.kiriman import Tanda
from sooko_desk.domain.lampiran import JenisLampiran
from sooko_desk.domain.permohonan import Pembawa, Pemohon, Pengantar

DESA = ("35.16.13.2009", "35.16.13.2001")
ALASAN = ("x", "“petik” \\ \n\t\x01 é 中", "", "y" * 300)


class Hidup:
    """One act after the other, chosen by `acak`."""

    def __init__(self, kantor, biji=0):
        self.kantor = kantor
        self.store = kantor.store
        self.acak = random.Random(biji)
        self.biji = biji
        self.n = 0
        self.id = []
        self.undo = []
        self.kurang = []
        self.lampiran = []
        self.cadangan = []
        self.terkirim = []

    def jalan(self, banyak):
        """So many acts; some of them are refused, as in the office."""
        semua = [getattr(self, nama) for nama in sorted(dir(self)) if nama.startswith("laku_")]
        for _ in range(banyak):
            self.n += 1
            with contextlib.suppress(OfficerError):
                self.acak.choice(semua)()
        return self

    def semua_jenis(self):
        """Every kind of act twice."""
        for nama in sorted(dir(self)) * 2:
            if nama.startswith("laku_"):
                self.n += 1
                with contextlib.suppress(OfficerError):
                    getattr(self, nama)()
        return self

    @property
    def token(self):
        return f"h{self.biji}-{self.n}"

    @property
    def saat(self):
        return SENIN_PAGI + dt.timedelta(minutes=self.n)

    def teks(self):
        return self.acak.choice(ALASAN)

    def gerak(self, **ganti):
        if not self.id:
            self.laku_terima()
        permohonan = self.store.permohonan.get(self.acak.choice(self.id))
        isi = {"token": self.token, "waktu": self.saat, "nomor": None, "ke": "periksa"} | ganti
        return make_gerak(self.kantor, permohonan, **isi)

    def laku_terima(self):
        self._terima("KK", "TB-{urut}/{tahun}")

    def laku_terima_ktp(self):
        self._terima("KTP", "TBK-{urut}/{tahun}")

    def laku_terima_susulan(self):
        if self.cadangan:
            self._terima("KK", "TB-{urut}/{tahun}", self.cadangan.pop())

    def _terima(self, layanan, pola, cadangan_id=None):
        sop = self.kantor.sop(layanan)
        jenis = sop.get_jenis(make_form(layanan).jenis)
        baru = PenerimaanBaru(
            token=f"t{self.token}-{len(self.id)}",
            sop=sop,
            jenis_kode=jenis.kode,
            jenis_nama=jenis.nama,
            pemohon=Pemohon(f"{NAMA} {self.n}", NIK, "", self.acak.choice(DESA)),
            pembawa=Pembawa(),
            pengantar=Pengantar(),
            catatan=self.teks(),
            berkas=salin_syarat(jenis.syarat),
            langkah="terima",
            hasil="diterima",
            posisi="periksa",
            status="Menunggu",
            menunggu="",
            petugas=self.kantor.operator,
            waktu=self.saat,
            nomor=MintaNomor("tanda_bukti", pola, 2026),
            susulan=None if cadangan_id is None else Susulan(cadangan_id, self.saat),
        )
        self.id.append(self.store.permohonan.simpan_penerimaan(baru))

    def laku_gerak(self):
        buang = {k: self.acak.choice(("", "isi", "lain")) for k in self.acak.sample("abc", 2)}
        self.store.permohonan.simpan_gerak(self.gerak(alasan=self.teks(), isian=buang))

    def laku_bersama(self):
        semua = {g.permohonan_id: g for g in (self.gerak() for _ in range(3))}
        daftar = [
            g.__class__(**_isi(g), token=f"{g.token}-{n}") for n, g in enumerate(semua.values())
        ]
        self.store.permohonan.simpan_gerak_bersama(daftar)

    def laku_kurang(self):
        gerak = self.gerak(kekurangan=("a", "b"), berkas=self._tanda())
        self.store.permohonan.simpan_gerak(gerak)
        urut = self.store.permohonan.get(gerak.permohonan_id).riwayat[-1].urut
        self.kurang.append((gerak.permohonan_id, urut))

    def _tanda(self):
        return ()

    def laku_batal(self):
        if self.kurang:
            permohonan_id, urut = self.kurang.pop()
            permohonan = self.store.permohonan.get(permohonan_id)
            self.store.permohonan.simpan_gerak(
                make_gerak(self.kantor, permohonan, token=self.token, nomor=None, batal=urut)
            )

    def laku_koreksi(self):
        gerak = self.gerak(
            langkah="koreksi",
            hasil="dibetulkan",
            pemohon=Pemohon(f"{NAMA} Baru {self.n}", NIK, "", DESA[0]),
            catatan=self.teks(),
        )
        self.store.permohonan.simpan_gerak(gerak)

    def laku_nomor(self):
        nomor = MintaNomor("register", "R-{urut}-{tahun}", 2026)
        self.store.permohonan.simpan_gerak(self.gerak(nomor=nomor, baris_buku={"nama": "N"}))

    def laku_lampiran(self):
        baru = LampiranBaru(
            self.gerak(langkah="lampiran", hasil="tambah"), "", f"{self.n:064x}", "a.pdf",
            JenisLampiran.PDF, 10, 1,
        )  # fmt: skip
        self.lampiran.append((self.store.lampiran.tambah(baru), baru.gerak.permohonan_id))

    def laku_lepas(self):
        if self.lampiran:
            lampiran_id, permohonan_id = self.lampiran.pop()
            permohonan = self.store.permohonan.get(permohonan_id)
            gerak = make_gerak(
                self.kantor, permohonan, token=self.token, nomor=None, langkah="lampiran",
                hasil="lepas",
            )  # fmt: skip
            self.store.lampiran.lepas(lampiran_id, gerak)

    def laku_kiriman(self):
        gerak = self.gerak(langkah="kirim", hasil="terkirim")
        baru = KirimanBaru(
            self.token, "KK", "DP/{urut}/{tahun}", 2026, "Diantar", "", self.kantor.operator,
            self.saat, (gerak,),
        )  # fmt: skip
        self.store.kiriman.buat(baru)
        self.terkirim.append(gerak.permohonan_id)

    def laku_tandai(self):
        if self.terkirim:
            permohonan = self.store.permohonan.get(self.acak.choice(self.terkirim))
            gerak = make_gerak(self.kantor, permohonan, token=self.token, nomor=None)
            tanda = self.acak.choice([*Tanda])
            self.store.kiriman.tandai([TandaBaru(gerak, tanda, self.teks())])

    def laku_gangguan(self):
        baru = GangguanBaru(self.token, "siak", self.teks(), self.kantor.kasi, self.saat)
        berjalan = self.store.gangguan.find_berjalan("siak") is not None
        (self.store.gangguan.selesai if berjalan else self.store.gangguan.mulai)(baru)

    def laku_pengaturan(self):
        self.store.pengaturan.simpan("jam", self.teks(), self.kantor.kasi, self.saat)

    def laku_bentuk(self):
        self.store.buku.simpan_bentuk("KK", make_bentuk_awal(), self.kantor.kasi, self.saat)

    def laku_cadangan(self):
        pola = "TB-{urut}/{tahun}"
        baru = CadanganBaru(self.token, "KK", pola, 2026, 2, self.kantor.kasi, self.saat)
        self.cadangan += [c.id for c in self.store.nomor_cadangan.pesan(baru)]

    def laku_cadangan_batal(self):
        if self.cadangan:
            self.store.nomor_cadangan.batalkan(
                self.cadangan.pop(), "rusak", self.kantor.kasi, self.saat
            )

    def laku_cetak(self):
        satu = CetakanBaru(
            self.acak.choice([None, *self.id]), "tanda_bukti", self.teks(), "berkas", 1,
            "tersimpan", self.kantor.operator, self.saat,
        )  # fmt: skip
        self.store.cetakan.catat_semua((satu, satu))

    def laku_tutup(self):
        hari = SENIN_PAGI.date() + dt.timedelta(days=self.n)
        self.store.tutup_harian.tutup(
            TutupHarianBaru(self.token, hari, 1, "{}", "0" * 64, self.kantor.kasi, self.saat)
        )

    def laku_kejadian(self):
        baru = KejadianBaru(self.token, JenisKejadian.EKSPOR, self.kantor.kasi, self.saat)
        self.store.kejadian.catat(baru)

    def laku_petugas(self):
        baru = KejadianBaru(self.token, JenisKejadian.PETUGAS_DIUBAH, self.kantor.kasi, self.saat)
        self.store.petugas.set_nama(self.kantor.operator.id, f"Rini {self.n}", baru)


def _isi(gerak):
    return {k: getattr(gerak, k) for k in gerak.__dataclass_fields__ if k != "token"}


def baca_semua(koneksi):
    """Every row of every table, and every statement of the schema."""
    isi = {}
    for tabel in SEMUA:
        meta = tabel._meta
        perintah = f"SELECT * FROM {meta.table_name} ORDER BY {meta.primary_key.column_name}"
        isi[meta.table_name] = [tuple(b) for b in koneksi.execute(perintah)]
    isi["skema"] = sorted(
        tuple(b) for b in koneksi.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    )
    isi["cari"] = [
        tuple(b)
        for b in koneksi.execute("SELECT rowid FROM cari WHERE cari MATCH 'SUWARTI' ORDER BY 1")
    ]
    return isi
