"""Papers that flow over pages: pieces that are never torn, heads that come again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blok import AKSEN, LEBAR, MM, Gaya, Kotak, X
from .huruf import SEDANG, TEBAL, lebar_teks
from .kertas import A4
from .kop import gambar_kaki, gambar_latihan, garis_kop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .blok import Pena
    from .kertas import Kertas

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
class Bidang:
    """The room of a page, in mm.

    Attributes:
        x: left edge of everything; `lebar` its width, `kanan` its right edge.
        lanjut_y: where the head of every further page stands.
        atas_lanjut: top of the pieces on every further page; `batas` their lower edge on every one.
        kaki_y: where the page foot stands.
        bayang: what the watermark lies across.
        bergaris: the head of a further page is closed by the double line.
    """

    x: float
    lebar: float
    lanjut_y: float
    atas_lanjut: float
    batas: float
    kaki_y: float
    bayang: Kotak
    bergaris: bool = True

    @property
    def kanan(self) -> float:
        """Right edge in mm."""
        return self.x + self.lebar


def bidang_tegak(kertas: Kertas) -> Bidang:
    """The room of an applicant's paper or a list; `kertas` turned as it is read."""
    tinggi = kertas.tinggi
    bayang = Kotak(X, 0.2 * tinggi, LEBAR, 0.6 * tinggi)
    return Bidang(X, LEBAR, 10.0, 21.0, tinggi - 17, tinggi - 14, bayang)


def bidang_rebah(kertas: Kertas) -> Bidang:
    """The room of a wide table; `kertas` on its side."""
    lebar, tinggi = kertas.lebar - 24, kertas.tinggi
    bayang = Kotak(12, 30, lebar, tinggi - 60)
    return Bidang(12.0, lebar, 8.0, 16.0, tinggi - 11, tinggi - 9, bayang, bergaris=False)


TEGAK, REBAH = bidang_tegak(A4), bidang_rebah(A4.rebah)
"""The rooms of A4, for forms that have no other paper."""


@dataclass(frozen=True, slots=True)
class Rangka:
    """What stands around the pieces.

    Attributes:
        atas: top of the first page's room in mm, below what `kepala` draws.
        lanjut: right half of the head of every further page.
        kaki: left half of the page foot.
        latihan: practice mode; prints the watermark LATIHAN.
        bidang: the room of the pages.
        jumlah: draws the sums at the foot of each page; gets the pen, how many rows (pieces with
            a head) stood on the pages before, and how many stand on this one.
    """

    judul: str
    atas: float
    kepala: Callable[[Pena], None]
    lanjut: str
    kaki: str
    latihan: bool = False
    bidang: Bidang = TEGAK
    jumlah: Callable[[Pena, int, int], None] | None = None


def gambar_mengalir(pena: Pena, rangka: Rangka, balok: Iterable[Balok]) -> None:
    """Draw the pieces on as many pages as they need; the last page stays open."""
    bidang = rangka.bidang
    halaman = bagi_halaman(balok, rangka.atas, bidang.atas_lanjut, bidang.batas)
    lewat = 0
    for nomor, isi in enumerate(halaman, start=1):
        if nomor > 1:
            pena.halaman_baru()
        if rangka.latihan:
            gambar_latihan(pena, bidang.bayang)
        if nomor == 1:
            rangka.kepala(pena)
        else:
            _kepala_lanjut(pena, rangka)
        for y, satu in isi:
            satu.gambar(pena, y)
        if rangka.jumlah:
            di_sini = sum(satu.kepala is not None for _, satu in isi)
            rangka.jumlah(pena, lewat, di_sini)
            lewat += di_sini
        kaki = Kotak(bidang.x, bidang.kaki_y, bidang.lebar, 5)
        gambar_kaki(pena, kaki, rangka.kaki, nomor, len(halaman))


def _kepala_lanjut(pena: Pena, rangka: Rangka) -> None:
    bidang = rangka.bidang
    judul = f"{rangka.judul.upper()} (lanjutan)"
    lebar = lebar_teks(judul, LANJUTAN.huruf, LANJUTAN.ukuran) / MM + 0.5
    kiri = Kotak(bidang.x, bidang.lanjut_y, lebar, 4)
    pena.tulis(kiri, judul, LANJUTAN)
    kanan = Kotak(kiri.kanan + 3, kiri.y, bidang.lebar - lebar - 3, 4)
    pena.tulis(kanan, rangka.lanjut, Gaya(8, SEDANG, rata="kanan"))
    if bidang.bergaris:
        garis_kop(pena, bidang.x, bidang.kanan, kiri.y + 6.4)


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
