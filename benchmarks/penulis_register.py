"""Invented people to rows of every table, in the words of the services."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections import Counter
from typing import TYPE_CHECKING

from orang import BIJI, Orang

from sooko_desk.domain.alur import get_gerak
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.kelengkapan import list_kurang, salin_syarat
from sooko_desk.domain.nomor import format_nomor, kode_pindai
from sooko_desk.domain.permohonan import Bentuk, TandaBerkas
from sooko_desk.domain.sop import SELESAI, Peran, SifatSyarat
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import WIB, iso_utc, ke_wib

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import peewee as pw

    from sooko_desk.domain.alur import Gerak
    from sooko_desk.domain.permohonan import Berkas, Petugas
    from sooko_desk.domain.sop import JenisPermohonan, Sop

SEKARANG = dt.datetime(2026, 11, 23, 9, 5, tzinfo=WIB)
HARI = 3600
"""The register goes back so many days."""
BERJALAN = 60
"""The newest cases, which are still under way."""
ULANG = 0.2
"""Share of the applicants who came twice."""
PERIKSA = "periksa"
SEKALI = 2000

Baris = dict[str, object]


class Penulis:
    """Turns people into rows of every table."""

    def __init__(
        self,
        sop: Sequence[Sop],
        petugas: Mapping[Peran, Petugas],
        orang: Sequence[Orang],
        bentuk: Mapping[str, int],
        nama_desa: Mapping[str, str],
    ) -> None:
        self._sop = sop
        self._petugas = petugas
        self._bentuk = bentuk
        self._nama_desa = nama_desa
        self._acak = random.Random(BIJI + 1)
        ulang = self._acak.sample(orang, int(ULANG * len(orang)))
        self._pemohon = [*orang, *ulang]
        self._acak.shuffle(self._pemohon)
        self._jalur = {s.sidik: _list_jalur(s) for s in sop}
        self.permohonan = len(self._pemohon)
        self.urut: Counter[str] = Counter()
        self.pengantar: list[tuple[str, str]] = []

    def tulis(self, db: pw.SqliteDatabase) -> bool:
        waktu = iso_utc(SEKARANG - dt.timedelta(days=HARI))
        self._kirim(
            db,
            "sop_tersimpan",
            [
                {
                    "sidik": s.sidik,
                    "layanan": s.layanan,
                    "tanggal_efektif": s.lembar.tanggal_efektif.isoformat(),
                    "teks": s.teks,
                    "disimpan": waktu,
                }
                for s in self._sop
            ],
        )
        for mulai in range(0, self.permohonan, SEKALI):
            per_tabel: dict[str, list[Baris]] = {}
            akhir = min(mulai + SEKALI, self.permohonan)
            for nomor in range(mulai, akhir):
                for tabel, baris in self._satu(nomor):
                    per_tabel.setdefault(tabel, []).append(baris)
            for tabel, semua in per_tabel.items():
                self._kirim(db, tabel, semua)
        return True

    def _kirim(self, db: pw.SqliteDatabase, tabel: str, semua: Sequence[Baris]) -> None:
        kolom = list(semua[0])
        perintah = (
            f"INSERT INTO {tabel} ({', '.join(kolom)}) VALUES ({', '.join('?' * len(kolom))})"
        )
        sambungan = db.connection()  # type: ignore[no-untyped-call]  # as in `sooko_desk.data`
        sambungan.executemany(perintah, [tuple(baris.values()) for baris in semua])

    def _satu(self, nomor: int) -> Iterator[tuple[str, Baris]]:
        """Every row of one case; the case itself first."""
        acak, p = self._acak, self._pemohon[nomor]
        sop = acak.choices(self._sop, weights=(3, 2))[0]
        jenis = acak.choices(sop.jenis, weights=[1 / (n + 1) for n in range(len(sop.jenis))])[0]
        datang = self._waktu(nomor)
        pid, tahun = nomor + 1, ke_wib(datang).year
        jalur = list(self._jalur[sop.sidik])
        berkas, kurang = self._berkas(jenis)
        if kurang:
            jalur[1:1] = _list_kembali(sop)
        if nomor >= self.permohonan - BERJALAN:
            jalur = jalur[: acak.randrange(1 + 2 * bool(kurang), len(jalur))]
        buku = [("tanda_bukti", sop.pola_nomor.tanda_bukti)]
        if any(g.langkah.nomor_buku for g in jalur):
            buku.append(("register", sop.pola_nomor.register))
        nomor_teks = {b: format_nomor(pola, self._next(sop, b, tahun), tahun) for b, pola in buku}
        urut = self.urut[f"{sop.layanan}/tanda_bukti/{tahun}"]
        terakhir = jalur[-1]
        yield (
            "permohonan",
            {
                "id": pid,
                "token": f"besar-{pid}",
                "layanan": sop.layanan,
                "jenis_kode": jenis.kode,
                "jenis_nama": jenis.nama,
                "sop_id": sop.sidik,
                "posisi": terakhir.ke,
                "status": terakhir.status,
                "menunggu": terakhir.menunggu,
                "posisi_sejak": iso_utc(datang + dt.timedelta(minutes=9 * len(jalur))),
                "diterima": iso_utc(datang),
                "versi": len(jalur),
                **self._kolom_pemohon(p),
                **self._kolom_pengantar(p, datang),
                "catatan": "",
                "nomor_tanda_bukti": nomor_teks["tanda_bukti"],
                "nomor_register": nomor_teks.get("register"),
                "kode_pindai": kode_pindai(sop.layanan, tahun, urut),
                "prioritas": "",
                "tunggu_id": None,
                "kunjungan": f"kunjungan-{pid}",
            },
        )
        yield from self._baris_nomor(sop, pid, tahun, nomor_teks, datang)
        if "register" in nomor_teks:
            yield "buku_baris", self._baris_buku(sop, jenis, p, pid, nomor_teks, datang)
        yield from self._baris_berkas(pid, berkas, datang)
        yield from self._baris_peristiwa(pid, jalur, datang)
        for kode in kurang:
            self.urut["kekurangan"] += 1
            yield (
                "kekurangan",
                {
                    "peristiwa_id": self.urut["peristiwa"] - len(jalur) + 2,
                    "layanan": sop.layanan,
                    "jenis_kode": jenis.kode,
                    "desa": p.desa,
                    "kode": kode,
                },
            )

    def _waktu(self, nomor: int) -> dt.datetime:
        hari = HARI * (1 - (nomor + 1) / self.permohonan)
        return SEKARANG - dt.timedelta(days=hari, minutes=80)

    def _next(self, sop: Sop, buku: str, tahun: int) -> int:
        kunci = f"{sop.layanan}/{buku}/{tahun}"
        self.urut[kunci] += 1
        return self.urut[kunci]

    def _kolom_pemohon(self, p: Orang) -> Baris:
        return {
            "nama": p.nama,
            "nama_cari": p.nama.upper(),
            "nik": p.nik,
            "nkk": p.nkk,
            "desa": p.desa,
            "alamat": p.alamat,
            "rt": p.rt,
            "rw": p.rw,
            "telepon": p.telepon,
            "pembawa_nama": "",
            "pembawa_hubungan": "",
            "pembawa_telepon": "",
        }

    def _kolom_pengantar(self, p: Orang, datang: dt.datetime) -> Baris:
        """Most bring a letter; some villages write the number short, so that it comes again."""
        dini = self._acak.random()
        nomor, tahun = "", ke_wib(datang).year
        if dini < 0.1:
            nomor = f"470/{self._acak.randrange(1, 400)}/{tahun}"
        elif dini < 0.7:
            urut = self._surat(p.desa, tahun)
            nomor = f"470/{urut}/416-313.{p.desa[-2:].lstrip('0')}/{tahun}"
        if nomor:
            self.pengantar.append((nomor, p.desa))
        return {
            "pengantar_nomor": nomor,
            "pengantar_tanggal": ke_wib(datang).date().isoformat() if nomor else "",
            "pengantar_penanda": "SUTIKNO" if nomor else "",
        }

    def _surat(self, desa: str, tahun: int) -> int:
        self.urut[f"surat/{desa}/{tahun}"] += 1
        return self.urut[f"surat/{desa}/{tahun}"]

    def _berkas(self, jenis: JenisPermohonan) -> tuple[tuple[Berkas, ...], tuple[str, ...]]:
        """The checklist as it was closed, and what had been missing at first."""
        tanda = [
            TandaBerkas(s.kode, ada=True, bentuk=Bentuk.FOTOKOPI)
            for s in jenis.syarat
            if s.sifat is SifatSyarat.WAJIB
        ]
        lengkap = salin_syarat(jenis.syarat, tanda)
        if self._acak.random() >= 0.3 or not tanda:
            return lengkap, ()
        hilang = {t.kode for t in self._acak.sample(tanda, min(2, len(tanda)))}
        pertama = salin_syarat(jenis.syarat, [t for t in tanda if t.kode not in hilang])
        return lengkap, tuple(b.kode for b in list_kurang(pertama))

    def _baris_nomor(
        self, sop: Sop, pid: int, tahun: int, teks: Mapping[str, str], datang: dt.datetime
    ) -> Iterator[tuple[str, Baris]]:
        for buku, nomor in teks.items():
            yield (
                "nomor",
                {
                    "layanan": sop.layanan,
                    "buku": buku,
                    "tahun": tahun,
                    "urut": self.urut[f"{sop.layanan}/{buku}/{tahun}"],
                    "nomor": nomor,
                    "permohonan_id": pid,
                    "petugas_id": self._petugas[Peran.OPERATOR].id,
                    "dicatat": iso_utc(datang),
                },
            )

    def _baris_buku(
        self,
        sop: Sop,
        jenis: JenisPermohonan,
        p: Orang,
        pid: int,
        nomor: Mapping[str, str],
        datang: dt.datetime,
    ) -> Baris:
        """The line of the register book, in the words of `services.baris_buku`."""
        tahun, tanggal = ke_wib(datang).year, tanggal_pendek(ke_wib(datang).date())
        urut = self.urut[f"{sop.layanan}/register/{tahun}"]
        isi = {
            "urut": str(urut),
            "nomor_register": nomor["register"],
            "tgl_register": tanggal,
            "nomor_tanda_bukti": nomor["tanda_bukti"],
            "tgl_terima": tanggal,
            "nama": p.nama,
            "nik": samarkan(p.nik),
            "nkk": samarkan(p.nkk),
            "desa": self._nama_desa[p.desa],
            "jenis": f"{jenis.kode} {jenis.nama}",
            "petugas": self._petugas[Peran.OPERATOR].nama,
        }
        return {
            "layanan": sop.layanan,
            "tahun": tahun,
            "baris": urut,
            "jenis": "catat",
            "urut": urut,
            "permohonan_id": pid,
            "bentuk_id": self._bentuk[sop.layanan],
            "isi": json.dumps(isi, ensure_ascii=False),
            "waktu": iso_utc(datang),
        }

    def _baris_berkas(
        self, pid: int, berkas: Sequence[Berkas], datang: dt.datetime
    ) -> Iterator[tuple[str, Baris]]:
        for urutan, b in enumerate(berkas):
            yield (
                "berkas",
                {
                    "permohonan_id": pid,
                    "urutan": urutan,
                    "kode": b.kode,
                    "nama": b.nama,
                    "sifat": b.sifat.value,
                    "bila": b.bila,
                    "grup": b.grup,
                    "ada": b.ada,
                    "catatan": "",
                    "bentuk": b.bentuk.value,
                    "jumlah": 1,
                    "cocok": "cocok" if b.ada else "",
                    "diterima": iso_utc(datang) if b.ada else "",
                    "asli_keluar": "",
                    "diperoleh": b.diperoleh,
                    "rupa": b.rupa,
                    "dasar": b.dasar,
                    "sumber": b.sumber,
                },
            )

    def _baris_peristiwa(
        self, pid: int, jalur: Sequence[Gerak], datang: dt.datetime
    ) -> Iterator[tuple[str, Baris]]:
        dari = jalur[0].langkah.id
        for nomor, gerak in enumerate(jalur):
            operator = Peran.OPERATOR in gerak.langkah.peran
            petugas = self._petugas[Peran.OPERATOR if operator else Peran.KASI]
            self.urut["peristiwa"] += 1
            yield (
                "peristiwa",
                {
                    "urut": self.urut["peristiwa"],
                    "token": f"besar-{pid}-{nomor}" if nomor else f"besar-{pid}",
                    "permohonan_id": pid,
                    "langkah": gerak.langkah.id,
                    "hasil": gerak.hasil.id,
                    "dari": dari,
                    "ke": gerak.ke,
                    "petugas_id": petugas.id,
                    "petugas_nama": petugas.nama,
                    "peran": petugas.peran.value,
                    "waktu": iso_utc(datang + dt.timedelta(minutes=9 * nomor)),
                    "alasan": "",
                    "rincian": json.dumps({}),
                },
            )
            dari = gerak.ke


def _list_jalur(sop: Sop) -> list[Gerak]:
    """The moves of a case that goes through without a halt."""
    posisi, jalur = sop.awal.id, []
    while posisi != SELESAI:
        gerak = get_gerak(sop, posisi, (), posisi, sop.get_langkah(posisi).hasil[0].id)
        jalur.append(gerak)
        posisi = gerak.ke
    return jalur


def _list_kembali(sop: Sop) -> list[Gerak]:
    """Sent back once for papers, and handed in again."""
    kembali = get_gerak(sop, PERIKSA, (), PERIKSA, "tidak_lengkap")
    awal = sop.awal
    return [kembali, get_gerak(sop, awal.id, (), awal.id, awal.hasil[0].id)]
