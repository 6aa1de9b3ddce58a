"""Tables drawn cell by cell: column heads, ruled rows of equal height or as high as their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from .blok import AKSEN, GARIS, MM, PUTIH, Gaya, Kotak
from .huruf import TEBAL, Ruang, bungkus, susun, tinggi_baris

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .blok import Pena

RATA = ("kiri", "tengah", "kanan")
KEPALA = Gaya(6.8, TEBAL, PUTIH, rata="tengah", tegak="tengah", terkecil=5)


@dataclass(frozen=True, slots=True)
class KolomRegister:
    """One column.

    Attributes:
        judul: its heading.
        rata: where its text stands.
        tebal: its words stand out in a flowing table.
        ukuran: letter size in a flowing table, in points; None = the table's.
    """

    judul: str
    lebar_mm: float
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"
    tebal: bool = False
    ukuran: float | None = None


def lebarkan(kolom: Sequence[KolomRegister], kali: float) -> tuple[KolomRegister, ...]:
    """The columns of a table that fills a wider page, each `kali` times as wide."""
    return tuple(replace(satu, lebar_mm=satu.lebar_mm * kali) for satu in kolom)


def gambar_kepala(
    pena: Pena, x: float, y: float, tinggi: float, kolom: Sequence[KolomRegister]
) -> None:
    """The row of headings, light letters on the house colour."""
    lebar = sum(k.lebar_mm for k in kolom)
    pena.isi(Kotak(x, y, lebar, tinggi), AKSEN)
    for kol in kolom:
        pena.tulis(Kotak(x + 0.8, y, kol.lebar_mm - 1.6, tinggi), kol.judul, KEPALA, baris=3)
        x += kol.lebar_mm


def gambar_baris(
    pena: Pena, petak: Kotak, kolom: Sequence[KolomRegister], sel: Sequence[str], gaya: Gaya
) -> None:
    """The words of one row; `petak` starts at the table's left edge."""
    x = petak.x
    menurut_rata = _menurut_rata(gaya)
    for kol, isi in zip(kolom, sel, strict=True):
        if isi:
            kotak = Kotak(x + 0.8, petak.y + 0.5, kol.lebar_mm - 1.6, petak.tinggi - 1)
            pena.tulis(kotak, isi, menurut_rata[kol.rata], baris=2)
        x += kol.lebar_mm


@cache
def _menurut_rata(gaya: Gaya) -> dict[str, Gaya]:
    return {rata: gaya.ganti(rata=rata, tegak="tengah") for rata in RATA}


def tinggi_teks(teks: str, gaya: Gaya, lebar: float) -> float:
    """Height in mm that `teks` takes at full size in a column of `lebar` mm, all lines shown."""
    baris, _ = bungkus(teks, gaya.huruf, gaya.ukuran, lebar * MM)
    return tinggi_baris(len(baris), gaya.ukuran) / MM


SETINGGI_APA_PUN = 1e6
"""Room without an end, in points."""
SELA_SEL_MM = (1.0, 1.1)
"""Free room in a cell of a row as high as its words: left and right, above and below."""


def tinggi_sel(lebar: Sequence[float], sel: Sequence[tuple[str, Gaya]]) -> float:
    """Height in mm of a table row in which every cell shows all its lines.

    They are at full size but for a word wider than its column: see `gambar_sel`.
    """
    datar, tegak = SELA_SEL_MM
    banyak = (
        _tinggi_isi(teks, gaya, (w - 2 * datar) * MM)
        for w, (teks, gaya) in zip(lebar, sel, strict=True)
    )
    return max(banyak) / MM + 2 * tegak


def _tinggi_isi(teks: str, gaya: Gaya, lebar: float) -> float:
    """Height of a cell's lines in points, as many as they are; `lebar` is in points."""
    tanpa_batas = Ruang(lebar, SETINGGI_APA_PUN, 999)
    return susun(teks, gaya.huruf, gaya.ukuran, gaya.terkecil, tanpa_batas).tinggi


def gambar_sel(
    pena: Pena,
    petak: Kotak,
    lebar: Sequence[float],
    sel: Sequence[tuple[str, Gaya]],
    warna: str = GARIS,
) -> None:
    """One ruled table row as high as `tinggi_sel` says, its rules of the colour `warna`.

    A word wider than its column is set smaller, not below `Gaya.terkecil`, before it is broken.
    """
    x = petak.x
    for w, (teks, gaya) in zip(lebar, sel, strict=True):
        kotak = Kotak(x, petak.y, w, petak.tinggi)
        pena.bingkai(kotak, 0.3, warna)
        if teks:
            pena.tulis(kotak.susut(*SELA_SEL_MM), teks, gaya, baris=999)
        x += w
