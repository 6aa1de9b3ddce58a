"""Texts that nobody types and everybody pastes, into every field of the services.

A field takes a text as it was typed, tidied as its own help says (blanks in order, letters
composed, and in names what nobody sees left out), or refuses it with a sentence. Nothing else.
"""

from __future__ import annotations

import random
import unicodedata
import uuid
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from builders import NAMA, Kantor, list_tanda, make_awal, make_form, nilai_isian

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.kantor import Pejabat
from sooko_desk.domain.permohonan import AsliKeluar
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.services.koreksi import PerintahKoreksi
from sooko_desk.services.luar import KeadaanTeks

if TYPE_CHECKING:
    from collections.abc import Callable

TETAP = (
    "\0", "a\0b", "\x1b[2J", "\x7f", "\x85", "\ud800", "x\udfffy", "\ufffe", "\uffff",
    "\u202eabc", "\u2066a\u2069", "\u200b", "a\u200db", "\ufeffSuwarti", "\u00ad", "\u2028",
    "a\u0301" * 30, "Z\u0335\u0321\u0316" * 20, "👨‍👩‍👧‍👦", "🇮🇩", "😀" * 70, "\U0010ffff", "ﷺ", "ﬁ",
    "３５１６", "٣٥١٦", "३५१६", "Ⅳ", "½", "²", "İıſßẞ", "Ǆǅ", "中文", "Ελλ", "Ñandú", "O’Neil",
    '"', "''", '"a', 'a" OR "b', "NEAR(a b)", "a NEAR/3 b", "NOT", "a AND", "* *", "a*", "^a",
    "nama:a", "{nama nik}:a", "(", ")", "-a", "+", "a + b", "\\", "%", "_", "[a-z]",
    "'; DROP TABLE permohonan; --", "1 OR 1=1", "Robert'); DELETE FROM nomor;--", "x' --", "/*",
    "<b>tebal</b>", "&amp;", "&", "<", "]]>", "<!DOCTYPE x>", "<font size=99>", "&#0;", "<a\n>",
    "=1+1", "=HYPERLINK(\"http://x\")", "+62", "-1", "@SUM(A1)", "\t=1", "\r=1", "|cmd", "'=1",
    "{urut}", "{}", "{0.__class__}", "%s", "%(x)s", "${x}", "$(rm)", "`x`", "../../x", "C:\\x",
    "null", "true", "[]", '{"a":1}', "NaN", "-0", "1e999", "9" * 400, "0x10", "١",
    "", " ", "\t", "\n", "\r\n", "\u00a0", "\u3000", " a  b ", "a\nb", "a" * 61, "a" * 201,
)  # fmt: skip
"""Texts that are always tried."""
BESAR = 1_000_000
"""Letters of the largest."""

_TAK_TAMPAK = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_PETIK = str.maketrans(
    dict.fromkeys("’‘ʼʻ`´′", "'") | dict.fromkeys("\u2010\u2011\u2012\u2013", "-")
)


@dataclass
class HasilTeks:
    """What the texts showed.

    Attributes:
        percobaan: texts tried, each in one field; `disimpan` of them were taken.
        galat: exceptions that are no sentence for the officer.
        berubah: texts that were stored as something else.
    """

    percobaan: int = 0
    disimpan: int = 0
    galat: int = 0
    berubah: int = 0
    cela: list[str] = field(default_factory=list)
    bidang: Counter = field(default_factory=Counter)


def list_teks(banyak: int, biji: int) -> list[str]:
    """The fixed ones, then mixtures of them; some as large as a clipboard."""
    acak = random.Random(biji)
    teks = list(TETAP[:banyak])
    while len(teks) < banyak:
        bagian = acak.choices(
            (*TETAP, NAMA, "Jl. Contoh", "3516135708459001"), k=acak.randint(1, 4)
        )
        satu = acak.choice(("", " ", "\u200b")).join(bagian)
        if acak.random() < 0.01:
            satu = (satu or "a") * (BESAR // max(len(satu), 1))
        teks.append(satu)
    return teks


def rapikan(teks: str) -> str:
    """Blanks in order, letters composed."""
    return " ".join(unicodedata.normalize("NFC", teks).split())


def rapikan_nama(teks: str) -> str:
    """As `rapikan`, and without what nobody sees; plain apostrophes and dashes."""
    return rapikan(teks.translate(_TAK_TAMPAK).translate(_PETIK))


def rapat(teks: str) -> str:
    """Blanks in order."""
    return " ".join(teks.split())


def hanya_tampak(teks: str) -> str:
    """A count: what nobody sees left out."""
    return "".join(h for h in teks if h.isprintable() and not h.isspace())


class Pengetik:
    """Types texts into the fields of an open counter."""

    def __init__(self, kantor: Kantor) -> None:
        self.k = kantor
        entri = kantor.sampai(kantor.terima(), "entri")
        self._entri = entri.ringkasan.id
        self._isian = kantor.sop().get_langkah("entri").list_isian(entri.ringkasan.jenis_kode)
        self._kasus = kantor.terima().ringkasan.id
        self.bidang: dict[str, Callable[[str], tuple[str, str] | None]] = {
            **{f"form.{n}": self._form(n, rapi) for n, rapi in FORM.items()},
            **{f"isian.{i.id}": self._entri_bidang(i.id) for i in self._isian if _teks(i)},
            **{f"kantor.{n}": self._kantor(n) for n in ("tempat", "catatan_kaki")},
            "alasan": self._alasan,
            "cari": self._cari,
            "pejabat.nama": self._pejabat,
            "koreksi.catatan": self._koreksi,
            "gangguan": self._gangguan,
            "referensi": self._referensi,
            "tempat": self._tempat,
            "asli.penerima": self._asli,
            "syarat.nama": self._syarat,
            "pola": self._pola,
            "petugas": self._petugas,
            "hari_libur": self._libur,
            "lain": self._lain,
        }

    def ketik(self, nama: str, teks: str, hasil: HasilTeks) -> None:
        """Type a text into one field and look at what is stored."""
        hasil.percobaan += 1
        hasil.bidang[nama] += 1
        try:
            jadi = self.bidang[nama](teks)
        except OfficerError:
            return
        except Exception as galat:  # noqa: BLE001 - whatever comes is what is looked for
            hasil.galat += 1
            hasil.cela.append(f"{nama}: {teks[:60]!a}: {type(galat).__name__}: {galat}"[:300])
            return
        if jadi is not None:
            hasil.disimpan += 1
            if jadi[0] != jadi[1]:
                hasil.berubah += 1
                hasil.cela.append(f"{nama}: {teks[:60]!a} menjadi {jadi[0][:60]!a}")

    def _form(self, bidang: str, rapi: Callable[[str], str]):
        def ketik(teks: str) -> tuple[str, str]:
            berkas = list_tanda(self.k.sop(), "I.A.1")
            form = replace(make_form(), berkas=berkas, **{bidang: teks})
            if bidang == "pembawa_nama" and teks.strip():
                form = replace(form, pembawa_hubungan=self.k.meja.tabel.hubungan_pembawa[0].kode)
            self.k.meja.temuan.list_temuan(form)
            p = self.k.meja.penerimaan.terima(form, self.k.operator, peringatan_dilihat=True)
            p = self.k.store.permohonan.get(p.ringkasan.id)
            ada = {
                "nama": p.ringkasan.pemohon.nama,
                "alamat": p.ringkasan.pemohon.alamat,
                "pembawa_nama": p.pembawa.nama,
                "pengantar_nomor": p.pengantar.nomor,
                "pengantar_penanda": p.pengantar.penanda_tangan,
                "catatan": p.catatan,
            }.get(bidang)
            return ("", "") if ada is None else (ada, rapi(teks))

        return ketik

    def _entri_bidang(self, bidang: str):
        def ketik(teks: str) -> tuple[str, str]:
            p = self.k.store.permohonan.get(self._entri)
            isian = {i.id: nilai_isian(i) for i in self._isian} | {bidang: teks}
            perintah = PerintahGerak(
                uuid.uuid4().hex,
                self._entri,
                p.ringkasan.versi,
                "entri",
                "terinput",
                isian=isian,
                peringatan_dilihat=True,
            )
            p = self.k.meja.alur.jalankan(perintah, self.k.operator)
            ada = p.isian.get(bidang, "")
            self.k.meja.alur.batalkan(uuid.uuid4().hex, self._entri, self.k.operator)
            jenis = next(i.jenis for i in self._isian if i.id == bidang)
            rapi = {JenisIsian.NAMA: rapikan_nama, JenisIsian.ANGKA: hanya_tampak}.get(jenis, rapat)
            return ada, rapi(teks)

        return ketik

    def _kantor(self, bidang: str):
        def ketik(teks: str) -> tuple[str, str]:
            isi = self.k.meja.kantor.isi
            isi.simpan_kantor(replace(isi.kantor(), **{bidang: teks}), self.k.kasi)
            return getattr(isi.kantor(), bidang), rapat(teks)

        return ketik

    def _alasan(self, teks: str) -> tuple[str, str]:
        p = self.k.store.permohonan.get(self._entri)
        perintah = PerintahGerak(
            uuid.uuid4().hex, self._entri, p.ringkasan.versi, "entri", "kembali_periksa", teks
        )
        p = self.k.meja.alur.jalankan(perintah, self.k.operator)
        alasan = self.k.store.permohonan.get(self._entri).riwayat[-1].alasan
        self.k.meja.cetak_cerita.susun_cerita(p)
        self.k.meja.alur.batalkan(uuid.uuid4().hex, self._entri, self.k.operator)
        return alasan, rapat(teks)

    def _cari(self, teks: str) -> None:
        self.k.meja.register.list_cari(teks)
        self.k.meja.pemohon_lama.find(teks)
        self.k.meja.pemohon_lama.list_awalan(teks)
        self.k.meja.pemohon_lama.list_keluarga(teks)
        self.k.meja.pengambilan.find_kode(teks)
        self.k.meja.blangko.find(teks)

    def _pejabat(self, teks: str) -> tuple[str, str]:
        isi = self.k.meja.kantor.isi
        lama = isi.list_pejabat()
        baru = Pejabat("uji", teks, "Sekretaris Camat", lama[0].dari)
        isi.simpan_pejabat((*(p for p in lama if p.id != "uji"), baru), self.k.kasi)
        return isi.list_pejabat()[-1].nama, rapat(teks)

    def _koreksi(self, teks: str) -> tuple[str, str]:
        buka = self.k.meja.koreksi.buka(self._kasus, self.k.kasi)
        perintah = PerintahKoreksi(
            uuid.uuid4().hex,
            self._kasus,
            buka.permohonan.ringkasan.versi,
            replace(buka.form, catatan=teks),
            {},
            "Salah ketik",
            peringatan_dilihat=True,
        )
        self.k.meja.koreksi.betulkan(perintah, self.k.kasi)
        return self.k.store.permohonan.get(self._kasus).catatan, rapikan(teks)

    def _gangguan(self, teks: str) -> tuple[str, str]:
        jadi = self.k.meja.gangguan.mulai(uuid.uuid4().hex, teks, self.k.operator)
        self.k.clock.maju(1)
        self.k.meja.gangguan.selesai(uuid.uuid4().hex, self.k.operator)
        return jadi.alasan, rapat(teks)

    def _referensi(self, teks: str) -> tuple[str, str]:
        p = self.k.store.permohonan.get(self._kasus)
        kode = self.k.meja.luar.list_keadaan("siak")[0].kode
        keadaan = KeadaanTeks("siak", kode, teks)
        p = self.k.meja.luar.catat(uuid.uuid4().hex, p, keadaan, self.k.operator)
        assert p.ringkasan.luar is not None
        return p.ringkasan.luar.referensi, rapat(teks)

    def _tempat(self, teks: str) -> tuple[str, str]:
        token = uuid.uuid4().hex
        self.k.meja.pengambilan.atur_tempat(token, (self._kasus,), teks, self.k.operator)
        self.k.meja.pengambilan.list_tempat()
        return self.k.store.permohonan.get(self._kasus).ringkasan.tempat, rapat(teks)

    def _asli(self, teks: str) -> None:
        p = self.k.store.permohonan.get(self._kasus)
        kode = frozenset({teks})
        cara = AsliKeluar.DIKEMBALIKAN
        self.k.meja.asli.keluarkan(uuid.uuid4().hex, p, kode, cara, teks, self.k.operator)

    def _syarat(self, teks: str) -> tuple[str, str]:
        sop = next(s for s in self.k.meja.rak.list_bawaan() if s.layanan == "KTP")
        daftar = sop.get_jenis("II.A").syarat
        baru = (replace(daftar[0], nama=teks), *daftar[1:])
        jadi = self.k.meja.syarat.simpan(sop, "II.A", baru, self.k.kasi)
        return jadi[0].nama, rapikan(teks)

    def _pola(self, teks: str) -> tuple[str, str]:
        pola = self.k.meja.kantor.pola
        lama = pola.get()
        pola.nomor_berikut(replace(lama[-1], pola=teks))
        pola.simpan((*lama[:-1], replace(lama[-1], pola=teks)), self.k.kasi)
        return pola.get()[-1].pola, teks

    def _petugas(self, teks: str) -> tuple[str, str]:
        self.k.meja.petugas.check_pengaturan_awal(make_awal(nama_operator=teks))
        self.k.meja.petugas.kelola.ubah_nama(self.k.operator, teks, self.k.kasi)
        nama = self.k.meja.petugas.get(self.k.operator).nama
        return nama, rapikan_nama(teks)

    def _libur(self, teks: str) -> None:
        self.k.meja.jadwal.import_libur(teks)

    def _lain(self, teks: str) -> None:
        self.k.meja.pendamping.check_detik(teks)
        self.k.meja.petugas.kunci_layar.check_menit(teks)
        self.k.meja.petugas.pin.check_baru(teks, teks)
        self.k.meja.blangko.batalkan(1, teks, self.k.kasi)


FORM = {
    "layanan": rapikan,
    "jenis": rapikan,
    "nik": rapikan,
    "nama": rapikan_nama,
    "nkk": rapikan,
    "desa": rapikan,
    "alamat": rapikan,
    "rt": rapikan,
    "rw": rapikan,
    "telepon": rapikan,
    "pembawa_nama": rapikan_nama,
    "pembawa_hubungan": rapikan,
    "pembawa_telepon": rapikan,
    "pengantar_nomor": rapikan,
    "pengantar_tanggal": rapikan,
    "pengantar_penanda": rapikan_nama,
    "catatan": rapikan,
    "prioritas": rapikan,
    "kunjungan": rapikan,
    "blangko": rapikan,
    "blangko_tanggal": rapikan,
    "blangko_pukul": rapikan,
}
"""Fields of the intake form -> how they are tidied."""


def _teks(isian) -> bool:
    return isian.jenis is not JenisIsian.TABEL


def ketik_semua(kantor: Kantor, banyak: int, biji: int) -> HasilTeks:
    """So many texts, each into one field, the fields in turn."""
    hasil, pengetik = HasilTeks(), Pengetik(kantor)
    acak = random.Random(biji)
    nama = list(pengetik.bidang)
    for nomor, teks in enumerate(list_teks(banyak, biji)):
        if nomor % len(nama) == 0:
            acak.shuffle(nama)
        pengetik.ketik(nama[nomor % len(nama)], teks, hasil)
    return hasil
