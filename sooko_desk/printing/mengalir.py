"""Papers that flow over A4 pages: pieces that are never torn, heads that come again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import AKSEN, KANAN, LEBAR, MM, Gaya, Kotak, X
from .huruf import SEDANG, TEBAL, lebar_teks
from .kop import gambar_kaki, gambar_latihan, garis_kop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .blok import Pena

ATAS_LANJUT = 21.0
"""Top of the room on every page but the first, in mm."""
KAKI_Y = 283.0
BATAS = KAKI_Y - 3
"""Lower edge of the room on every page, in mm."""
LANJUTAN = Gaya(9, TEBAL, AKSEN)


@dataclass(frozen=True, slots=True)
class Balok:
    """A piece of a paper that is never torn.

    Attributes:
        tinggi: height in mm.
        gambar: draws the piece; gets the pen and the piece's top in mm.
        kepala: stands above the first of the pieces that share it, and again on each new page.
        rekat: does not begin a page: it takes the piece before it along.
    """

    tinggi: float
    gambar: Callable[[Pena, float], None]
    kepala: Balok | None = None
    rekat: bool = False


Halaman = list[tuple[float, Balok]]
"""The pieces of one page with their tops in mm."""


@dataclass(frozen=True, slots=True)
class Rangka:
    """What stands around the pieces.

    Attributes:
        atas: top of the first page's room in mm, below what `kepala` draws.
        lanjut: right half of the head of every further page.
        kaki: left half of the page foot.
        latihan: practice mode; prints the watermark LATIHAN.
    """

    judul: str
    atas: float
    kepala: Callable[[Pena], None]
    lanjut: str
    kaki: str
    latihan: bool = False


def gambar_mengalir(pena: Pena, rangka: Rangka, balok: Iterable[Balok]) -> None:
    """Draw the pieces on as many pages as they need; the last page stays open."""
    halaman = bagi_halaman(balok, rangka.atas, ATAS_LANJUT, BATAS)
    for nomor, isi in enumerate(halaman, start=1):
        if nomor > 1:
            pena.halaman_baru()
        if rangka.latihan:
            gambar_latihan(pena, Kotak(X, 60, LEBAR, 180))
        if nomor == 1:
            rangka.kepala(pena)
        else:
            _kepala_lanjut(pena, rangka)
        for y, satu in isi:
            satu.gambar(pena, y)
        gambar_kaki(pena, Kotak(X, KAKI_Y, LEBAR, 5), rangka.kaki, nomor, len(halaman))


def _kepala_lanjut(pena: Pena, rangka: Rangka) -> None:
    judul = f"{rangka.judul.upper()} (lanjutan)"
    lebar = lebar_teks(judul, LANJUTAN.huruf, LANJUTAN.ukuran) / MM + 0.5
    pena.tulis(Kotak(X, 10, lebar, 4), judul, LANJUTAN)
    kanan = Kotak(X + lebar + 3, 10, LEBAR - lebar - 3, 4)
    pena.tulis(kanan, rangka.lanjut, Gaya(8, SEDANG, rata="kanan"))
    garis_kop(pena, X, KANAN, 16.4)


def bagi_halaman(
    balok: Iterable[Balok], atas: float, atas_lanjut: float, batas: float
) -> list[Halaman]:
    """Share the pieces out over pages.

    Args:
        balok: the pieces in the order of reading.
        atas: top of the first page's room in mm; `atas_lanjut` that of every further page.
        atas_lanjut: see `atas`.
        batas: lower edge of the room on every page in mm.

    Returns:
        At least one page. A piece higher than a page has one to itself, and so has one that
        would have to take along more than a page holds.
    """
    semua = list(balok)
    halaman: list[Halaman] = [[]]
    y = atas
    for nomor, satu in enumerate(semua):
        kepala = satu.kepala
        sama = bool(halaman[-1]) and halaman[-1][-1][1].kepala is kepala
        perlu = satu.tinggi + (kepala.tinggi if kepala and not sama else 0.0)
        if halaman[-1]:
            perlu += _ekor(semua, nomor, batas - atas_lanjut)
        if y + perlu > batas and (halaman[-1] or y > atas_lanjut):
            halaman.append([])
            y, sama = atas_lanjut, False
        if kepala and not sama:
            halaman[-1].append((y, kepala))
            y += kepala.tinggi
        halaman[-1].append((y, satu))
        y += satu.tinggi
    return halaman


def _ekor(semua: list[Balok], nomor: int, ruang: float) -> float:
    """Height of what a piece is to be taken along by; 0 when both do not fit on one page."""
    if nomor + 1 == len(semua) or not semua[nomor + 1].rekat:
        return 0.0
    satu, ekor = semua[nomor], semua[nomor + 1].tinggi
    kepala = satu.kepala.tinggi if satu.kepala else 0.0
    return ekor if kepala + satu.tinggi + ekor <= ruang else 0.0
