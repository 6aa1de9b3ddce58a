"""Lembar kepatuhan SOP: the SOP's own table beside what was measured, of a case or of a month.

Minutes are office minutes. A step without a norm on the sheet is never called late.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import AKSEN, KECIL, NILAI, TINTA, Gaya, Kotak, Pena, gambar_isian
from .huruf import SEDANG, TEBAL
from .kepatuhan_tabel import (
    BarisKepatuhan,
    KolomKepatuhan,
    LangkahLembar,
    TabelKepatuhan,
)
from .kertas import A4, LEMBAR_BESAR, Kertas, check_kertas
from .kop import TINGGI_KOP_MM, Kop, gambar_kop_kiri
from .lembar_sop import DISIMPULKAN
from .mengalir import Balok, Bidang, Rangka, bidang_rebah, gambar_mengalir
from .tabel import tinggi_teks
from .tanda_tangan import LEBAR_MM, PenandaTangan, gambar_penanda_tangan, tinggi_penanda_tangan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "KOLOM_BULAN",
    "KOLOM_KASUS",
    "BarisKepatuhan",
    "LangkahLembar",
    "LembarKepatuhanData",
    "PenandaTangan",
    "render",
]

JUDUL = "Lembar Kepatuhan SOP"
ATAS = 48.0
LEBAR_CATATAN = 180.0
ISI_CATATAN = Gaya(7.6)

KOLOM_KASUS = (
    KolomKepatuhan("WAKTU NYATA (menit)", 16, "PELAKSANAAN"),
    KolomKepatuhan("SELISIH (menit)", 15, "PELAKSANAAN"),
    KolomKepatuhan("DICATAT OLEH", 31, "PELAKSANAAN", kiri=True),
    KolomKepatuhan("KET", 31, "", kiri=True),
)
"""What is measured of one case."""
KOLOM_BULAN = (
    KolomKepatuhan("DIUKUR (kali)", 14, "PELAKSANAAN SEBULAN"),
    KolomKepatuhan("MEDIAN (menit)", 16, "PELAKSANAAN SEBULAN"),
    KolomKepatuhan("SELISIH (menit)", 15, "PELAKSANAAN SEBULAN"),
    KolomKepatuhan("TEPAT WAKTU", 20, "PELAKSANAAN SEBULAN"),
    KolomKepatuhan("TERLAMA", 29, "PELAKSANAAN SEBULAN"),
    KolomKepatuhan("KET", 26, "", kiri=True),
)
"""What is measured of a month; the column KELENGKAPAN makes room for it."""


@dataclass(frozen=True, slots=True)
class LembarKepatuhanData:
    """One sheet.

    Attributes:
        subjudul: what it is of, e.g. "November 2026".
        isian: two rows of (label, value, width in mm), together at most as wide as the page.
        kolom: `KOLOM_KASUS` or `KOLOM_BULAN`.
        baris: the sheet's rows and the row of sums.
        catatan: what was left out and how it was measured, a line each.
        lanjut: right half of the head of further pages.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`; the same for all sheets of a print.
    """

    kop: Kop
    subjudul: str
    isian: tuple[tuple[tuple[str, str, float], ...], ...]
    pelaksana: tuple[str, ...]
    kolom: tuple[KolomKepatuhan, ...]
    baris: tuple[BarisKepatuhan, ...]
    catatan: tuple[str, ...]
    penanda_tangan: PenandaTangan
    lanjut: str = ""
    latihan: bool = False
    kertas: Kertas = A4


def render(daftar: Sequence[LembarKepatuhanData]) -> bytes:
    """The sheets as PDF, each from a new page on. The same data gives the same bytes.

    Raises:
        ValueError: there is no sheet, or the paper is none that it is laid out for.
    """
    if not daftar:
        raise ValueError("no sheet to print")
    check_kertas(daftar[0].kertas, LEMBAR_BESAR)
    kertas = daftar[0].kertas.rebah
    pena = Pena(kertas, JUDUL)
    for urut, data in enumerate(daftar):
        if urut:
            pena.halaman_baru()
        _gambar(pena, data, bidang_rebah(kertas))
    return pena.selesai()


def _gambar(pena: Pena, data: LembarKepatuhanData, bidang: Bidang) -> None:
    rangka = Rangka(
        JUDUL,
        ATAS,
        lambda pena: _kepala(pena, data, bidang),
        lanjut=data.lanjut or data.subjudul,
        kaki=f"{JUDUL}  ·  {data.subjudul}",
        latihan=data.latihan,
        bidang=bidang,
    )
    gambar_mengalir(pena, rangka, _susun_balok(data, bidang))


def _kepala(pena: Pena, data: LembarKepatuhanData, bidang: Bidang) -> None:
    x, lebar = bidang.x, bidang.lebar
    gambar_kop_kiri(pena, Kotak(x, 8, lebar, TINGGI_KOP_MM), data.kop, 150)
    kanan = Kotak(x + 152, 9.4, lebar - 152, 6)
    pena.tulis(kanan, JUDUL.upper(), Gaya(13.5, TEBAL, TINTA, rata="kanan"))
    bawah = Kotak(kanan.x, 16.6, kanan.lebar, 4.4)
    pena.tulis(bawah, data.subjudul, Gaya(9.5, SEDANG, AKSEN, rata="kanan"))
    for urut, baris in enumerate(data.isian):
        gambar_isian(pena, x, 27.6 + urut * 10, baris, NILAI.ganti(ukuran=8.6))


def _susun_balok(data: LembarKepatuhanData, bidang: Bidang) -> Iterator[Balok]:
    kelengkapan = data.kolom is not KOLOM_BULAN
    tabel = TabelKepatuhan(bidang, data.pelaksana, data.kolom, kelengkapan=kelengkapan)
    yield from tabel.susun(data.baris)
    yield _penutup(data, bidang)


def _penutup(data: LembarKepatuhanData, bidang: Bidang) -> Balok:
    """What stands beside the table, and who signs; never torn apart."""
    disimpulkan = any(b.langkah and b.langkah.disimpulkan for b in data.baris)
    kata = [*data.catatan, *([DISIMPULKAN] if disimpulkan else [])]
    x = bidang.x
    tinggi_kata = [tinggi_teks(teks, ISI_CATATAN, LEBAR_CATATAN - 4) + 1.3 for teks in kata]
    tanda_tangan = tinggi_penanda_tangan(data.penanda_tangan)

    def gambar(pena: Pena, y: float) -> None:
        y += 3
        pena.tulis(Kotak(x, y, 60, 3), "CATATAN", KECIL.ganti(huruf=TEBAL))
        tulis_y = y + 4.2
        for teks, tinggi in zip(kata, tinggi_kata, strict=True):
            pena.tulis(Kotak(x, tulis_y, 3, 3), "•", ISI_CATATAN)
            kotak = Kotak(x + 3.5, tulis_y, LEBAR_CATATAN - 4, tinggi)
            pena.tulis(kotak, teks, ISI_CATATAN, baris=99)
            tulis_y += tinggi
        kanan = Kotak(bidang.kanan - LEBAR_MM, y, LEBAR_MM, tanda_tangan)
        gambar_penanda_tangan(pena, kanan, data.penanda_tangan)

    return Balok(max(tanda_tangan, 4.2 + sum(tinggi_kata)) + 4, gambar, rekat=True)
