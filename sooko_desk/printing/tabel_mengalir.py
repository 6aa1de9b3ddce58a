"""Ruled tables as pieces that flow over pages, and the sums that stand below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blok import GARIS, LABEL, Gaya, Kotak
from .huruf import SEDANG, TEBAL
from .mengalir import Balok
from .tabel import gambar_kepala, gambar_sel, tinggi_sel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .blok import Pena
    from .tabel import KolomRegister

KEPALA_MM = 7.0
SELA_JUMLAH_MM = 5.0
"""Free room between two sums; the rule between them stands 3 mm before the second."""


def kepala_tabel(x: float, kolom: Sequence[KolomRegister]) -> Balok:
    """The row of headings from `x` (mm) on, to stand above the rows on every page."""
    return Balok(KEPALA_MM, lambda pena, y: gambar_kepala(pena, x, y, KEPALA_MM, kolom))


def susun_baris(
    x: float,
    kolom: Sequence[KolomRegister],
    gaya: Gaya,
    semua: Iterable[Sequence[str]],
    kepala: Balok,
) -> Iterator[Balok]:
    """The rows of a table, each as high as its words.

    Args:
        x: left edge of the table in mm.
        kolom: the columns; what they say of their words goes before `gaya`.
        gaya: how the words look.
        semua: a text for each column, a row each.
        kepala: stands above the rows on every page.
    """
    lebar = tuple(k.lebar_mm for k in kolom)
    gaya_kolom = tuple(
        gaya.ganti(
            rata=k.rata,
            huruf=SEDANG if k.tebal else gaya.huruf,
            ukuran=k.ukuran or gaya.ukuran,
        )
        for k in kolom
    )
    for teks in semua:
        yield balok_baris(x, lebar, tuple(zip(teks, gaya_kolom, strict=True)), kepala)


def balok_baris(
    x: float,
    lebar: Sequence[float],
    sel: Sequence[tuple[str, Gaya]],
    kepala: Balok,
    terendah: float = 0.0,
    warna: str = GARIS,
) -> Balok:
    """One row from `x` on, as high as its words but not below `terendah`; lengths in mm.

    Its rules are of the colour `warna`.
    """
    tinggi = max(terendah, tinggi_sel(lebar, sel))

    def gambar(pena: Pena, y: float) -> None:
        gambar_sel(pena, Kotak(x, y, sum(lebar), tinggi), lebar, sel, warna)

    return Balok(tinggi, gambar, kepala)


def gambar_jumlah(pena: Pena, kotak: Kotak, jumlah: Iterable[tuple[str, str]]) -> None:
    """Sums side by side, label over number, 8 mm high; `kotak` is the room of the first one."""
    for urut, (label, nilai) in enumerate(jumlah):
        x = kotak.x + urut * (kotak.lebar + SELA_JUMLAH_MM)
        if urut:
            pena.garis(((x - 3, kotak.y), (x - 3, kotak.y + 8)), 0.4)
        pena.tulis(Kotak(x, kotak.y, kotak.lebar, 2.8), label, LABEL.ganti(ukuran=6.8))
        pena.tulis(Kotak(x, kotak.y + 3.4, kotak.lebar, 5), nilai, Gaya(11, TEBAL))


def gambar_jumlah_halaman(pena: Pena, x: float, y: float, pindahan: int, di_sini: int) -> None:
    """The sums that carry a book or a list from page to page, 8 mm high from `y` on."""
    jumlah = (
        ("Pindahan halaman lalu", pindahan),
        ("Tercatat di halaman ini", di_sini),
        ("Jumlah sampai halaman ini", pindahan + di_sini),
    )
    gambar_jumlah(pena, Kotak(x, y, 38, 8), ((label, str(nilai)) for label, nilai in jumlah))
