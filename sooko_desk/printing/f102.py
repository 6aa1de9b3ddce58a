"""F-1.02 Formulir Pendaftaran Peristiwa Kependudukan, one A4 page.

The form of Permendagri 109/2019 in its own words: who asks, what for, with which papers; the
case's type and the papers at hand are ticked. Without data it is the blank form. NIK and No KK
stand in full here, against the rule of every other paper: this is the applicant's declaration,
who signs for these very numbers, and Dispendukcapil cannot use masked ones. It is printed only
when asked for, every print is logged, and the program itself keeps no file of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import BAYANG, KANAN, LEBAR, TINTA, Gaya, Kotak, Pena, X
from .formulir import (
    CATATAN_KAKI,
    JUDUL,
    LABEL,
    TEBAL_GARIS,
    gambar_isi,
    gambar_kode,
    gambar_kotak_huruf,
    gambar_petak,
    gambar_tanda_tangan,
)
from .huruf import REGULER, TEBAL
from .kertas import A4, HANYA_A4, Kertas, check_kertas
from .kop import gambar_kaki, gambar_latihan
from .mengalir import TEGAK

if TYPE_CHECKING:
    from collections.abc import Sequence

KODE = "F-1.02"
NAMA = "Formulir Pendaftaran Peristiwa Kependudukan"
BARIS_JENIS_MM = 7.3
BARIS_SYARAT_MM = 7.0
LEBAR_KOLOM = 45.0
LEBAR_NIK_MM = 16 * 6.4

SelJenis = tuple[str, str, str]
"""Code as the register keeps it ("" = a heading, not to be ticked), mark on the form, words."""

_KK: tuple[SelJenis, ...] = (
    ("", "A", "BARU"),
    ("I.A.1", "1", "Membentuk Keluarga Baru"),
    ("I.A.2", "2", "Penggantian Kepala Keluarga"),
    ("I.A.3", "3", "Pisah KK"),
    ("I.A.4", "4", "Pindah Datang"),
    ("I.A.5", "5", "WNI dari LN karena Pindah"),
    ("I.A.6", "6", "Rentan Adminduk"),
    ("", "B", "PERUBAHAN DATA"),
    ("I.B.1", "1", "Menumpang dalam KK"),
    ("I.B.2", "2", "Peristiwa Penting"),
    ("I.B.3", "3", "Perubahan elemen data yang tercantum dalam KK"),
    ("", "C", "HILANG / RUSAK"),
    ("I.C.1", "1", "Hilang"),
    ("I.C.2", "2", "Rusak"),
)
_KTP: tuple[SelJenis, ...] = (
    ("II.A", "A", "BARU"),
    ("", "", ""),
    ("II.B", "B", "PINDAH DATANG"),
    ("", "", ""),
    ("", "C", "HILANG / RUSAK"),
    ("II.C.1", "1", "Hilang"),
    ("II.C.2", "2", "Rusak"),
    ("", "", ""),
    ("II.D", "D", "PERPANJANGAN ITAP"),
    ("", "", ""),
    ("II.E", "E", "PERUBAHAN STATUS KEWARGANEGARAAN"),
    ("II.F", "F", "LUAR DOMISILI"),
    ("", "", ""),
    ("II.G", "G", "TRANSMIGRASI"),
)
_KIA: tuple[SelJenis, ...] = (
    ("III.A", "A", "BARU"),
    ("", "", ""),
    ("", "B", "HILANG / RUSAK"),
    ("III.B.1", "1", "Hilang"),
    ("III.B.2", "2", "Rusak"),
    ("", "", ""),
    ("III.C", "C", "PERPANJANGAN ITAP"),
    ("", "", ""),
    ("III.D", "D", "LAINNYA"),
    *((("", "", ""),) * 5),
)
_UBAH: tuple[SelJenis, ...] = (
    ("IV.A", "A", "KK"),
    ("", "", ""),
    ("IV.B", "B", "KTP-el"),
    ("", "", ""),
    ("IV.C", "C", "KIA"),
    ("", "", ""),
    ("", "", "Melampirkan:"),
    ("", "", "1. Formulir Perubahan Data; dan"),
    ("", "", "2. Bukti Perubahan Data"),
    *((("", "", ""),) * 5),
)
MATRIKS: tuple[tuple[str, str, tuple[SelJenis, ...]], ...] = (
    ("I", "KARTU KELUARGA", _KK),
    ("II", "KTP-el", _KTP),
    ("III", "KARTU IDENTITAS ANAK", _KIA),
    ("IV", "PERUBAHAN DATA", _UBAH),
)
"""The four columns of request types: number, heading, fourteen rows each."""

PERSYARATAN: tuple[tuple[str, str], ...] = (
    ("KK_LAMA", "KK Lama / KK Rusak"),
    ("BUKU_NIKAH", "Buku nikah / kutipan akta perkawinan"),
    ("AKTA_CERAI", "Kutipan akta perceraian"),
    ("SKP", "Surat Keterangan Pindah"),
    ("SKPLN", "Surat Keterangan Pindah Luar Negeri"),
    ("KTP_RUSAK", "KTP-el Rusak"),
    ("DOK_PERJALANAN", "Dokumen Perjalanan"),
    ("SK_HILANG", "Surat keterangan hilang dari kepolisian"),
    (
        "BUKTI_PERUBAHAN",
        "Surat keterangan/bukti perubahan Peristiwa Kependudukan dan Peristiwa Penting",
    ),
    ("SPTJM_KAWIN", "SPTJM perkawinan/perceraian belum tercatat"),
    ("AKTA_KEMATIAN", "Akta Kematian"),
    ("SP_PENYEBAB", "Surat pernyataan penyebab terjadinya hilang atau rusak"),
    ("SKP_PERWAKILAN", "Surat Keterangan Pindah dari Perwakilan RI"),
    ("SP_MENERIMA", "Surat pernyataan bersedia menerima sebagai anggota keluarga"),
    ("KUASA_ASUH", "Surat kuasa pengasuhan anak dari orang tua/wali"),
    ("ITAP", "Kartu izin tinggal tetap"),
)
"""The sixteen boxes of papers, the left column first: code, words."""


@dataclass(frozen=True, slots=True)
class F102Data:
    """The form as it is filled in; everything may be empty.

    Attributes:
        nik, nkk: 16 digits in full.
        jenis: code of the request type, e.g. "I.A.1"; one that the form does not have ticks none.
        persyaratan: codes of the boxes of `PERSYARATAN` to tick.
        tempat_tanggal: e.g. "Sooko, 21 November 2026".
        nomor: what ties the paper to its case, in the foot; "" on a blank form.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: A4, with the margins of its printer.
    """

    nama: str = ""
    nik: str = ""
    nkk: str = ""
    jenis: str = ""
    persyaratan: frozenset[str] = frozenset()
    tempat_tanggal: str = ""
    petugas: str = ""
    nomor: str = ""
    latihan: bool = False
    kertas: Kertas = A4


def render(data: F102Data) -> bytes:
    """The form as PDF. The same data gives the same bytes.

    Raises:
        ValueError: the form has no layout for the paper.
    """
    check_kertas(data.kertas, HANYA_A4)
    pena = Pena(data.kertas.tegak, f"{KODE} {NAMA}")
    if data.latihan:
        gambar_latihan(pena, TEGAK.bayang)
    gambar_kode(pena, KANAN, 9, KODE)
    pena.tulis(
        Kotak(X, 19.5, LEBAR, 6), NAMA.upper(), Gaya(12.5, TEBAL, rata="tengah", tegak="tengah")
    )
    _data_pemohon(pena, 30, data)
    _jenis_permohonan(pena, 63, data.jenis)
    _persyaratan(pena, 183, data.persyaratan)
    _tanda_tangan(pena, 248, data)
    kaki = "  ·  ".join(x for x in (KODE, data.nomor, CATATAN_KAKI) if x)
    gambar_kaki(pena, Kotak(X, TEGAK.kaki_y, LEBAR, 5), kaki, 1, 1)
    return pena.selesai()


def _bagian(pena: Pena, y: float, angka: str, judul: str) -> float:
    """A part's Roman number and words; returns the y below."""
    pena.tulis(Kotak(X, y, 8, 4.6), angka, JUDUL)
    pena.tulis(Kotak(X + 8, y, LEBAR - 8, 4.6), judul, JUDUL)
    return y + 6


def _data_pemohon(pena: Pena, y: float, data: F102Data) -> None:
    y = _bagian(pena, y, "I.", "DATA PEMOHON")
    kiri = X + 66
    for urut, label in enumerate(
        ("1.  NAMA LENGKAP", "2.  No. Induk Kependudukan", "3.  Nomor Kartu Keluarga")
    ):
        pena.tulis(Kotak(X + 8, y, 55, 6.4), label, LABEL.ganti(ukuran=8))
        pena.tulis(Kotak(X + 63, y, 3, 6.4), ":", LABEL)
        if urut == 0:
            gambar_isi(pena, Kotak(kiri, y, KANAN - kiri, 6.4), data.nama)
        else:
            kotak = Kotak(kiri, y, LEBAR_NIK_MM, 6.4)
            gambar_kotak_huruf(pena, kotak, (data.nik, data.nkk)[urut - 1], 16)
        y += 8.4


def _jenis_permohonan(pena: Pena, y: float, jenis: str) -> None:
    y = _bagian(pena, y, "II.", "JENIS PERMOHONAN")
    for urut, (angka, judul, sel) in enumerate(MATRIKS):
        x = X + urut * LEBAR_KOLOM
        kepala = Kotak(x, y, LEBAR_KOLOM, 7)
        pena.isi(kepala, BAYANG)
        pena.bingkai(kepala, TEBAL_GARIS, TINTA)
        pena.tulis(Kotak(x + 1, y, 6, 7), angka, JUDUL.ganti(ukuran=8, rata="tengah"))
        pena.tulis(Kotak(x + 8, y, LEBAR_KOLOM - 9, 7), judul, JUDUL.ganti(ukuran=8))
        _kolom_jenis(pena, x, kepala.bawah, sel, jenis)


def _kolom_jenis(pena: Pena, x: float, y: float, semua: Sequence[SelJenis], jenis: str) -> None:
    for kode, tanda, kata in semua:
        kotak = Kotak(x, y, LEBAR_KOLOM, BARIS_JENIS_MM)
        pena.bingkai(kotak, 0.3, TINTA)
        if kode:
            petak = Kotak(x + 1.6, y + (BARIS_JENIS_MM - 4) / 2, 4, 4)
            gambar_petak(pena, petak, dicentang=kode == jenis)
        kepala = kata.isupper() or kode.count(".") == 1
        gaya = LABEL.ganti(ukuran=7.2, huruf=TEBAL if kepala else REGULER)
        pena.tulis(Kotak(x + 7, y, 4, BARIS_JENIS_MM), tanda, gaya.ganti(rata="tengah"))
        tempat = Kotak(x + 11.6, y + 0.3, LEBAR_KOLOM - 12.4, BARIS_JENIS_MM - 0.6)
        pena.tulis(tempat, kata, gaya, baris=2)
        y += BARIS_JENIS_MM


def _persyaratan(pena: Pena, y: float, dicentang: frozenset[str]) -> None:
    y = _bagian(pena, y, "III.", "PERSYARATAN YANG DILAMPIRKAN")
    setengah = len(PERSYARATAN) // 2
    for urut, (kode, kata) in enumerate(PERSYARATAN):
        kolom, baris = divmod(urut, setengah)
        x, atas = X + 8 + kolom * 78, y + baris * BARIS_SYARAT_MM
        gambar_petak(pena, Kotak(x, atas + 0.8, 4.6, 4.6), dicentang=kode in dicentang)
        tempat = Kotak(x + 6.6, atas, (68, 86)[kolom], BARIS_SYARAT_MM - 0.6)
        pena.tulis(tempat, kata, LABEL.ganti(ukuran=7.8), baris=2)


def _tanda_tangan(pena: Pena, y: float, data: F102Data) -> None:
    kosong = "." * 26
    saat = data.tempat_tanggal or f"{kosong}, {kosong}"
    kiri, kanan = Kotak(X + 4, y, 76, 31), Kotak(KANAN - 80, y, 76, 31)
    gambar_tanda_tangan(pena, kiri, ("", "Petugas,"), data.petugas)
    gambar_tanda_tangan(pena, kanan, (saat, "Pemohon,"), data.nama)
