"""Fonts and the fitting of text into a given room. All measures here are points."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from .sumber import resources_dir

if TYPE_CHECKING:
    from collections.abc import Iterator

REGULER = "NotoSans-Regular"
SEDANG = "NotoSans-SemiBold"
TEBAL = "NotoSans-Bold"

JARAK_BARIS = 1.22
"""Distance between two baselines, in sizes of the letter."""
NAIK = 0.78
"""Room above the first baseline, in sizes of the letter: caps with no mark above."""
ELIPSIS = "…"
LANGKAH_UKURAN = 0.25
DIINGAT = 4096
"""Texts whose fit is kept: the words of all papers, and those of a register's last pages."""


@dataclass(frozen=True, slots=True)
class Ruang:
    """Room for a text: width and height in points, and the most lines.

    The height decides how many lines go in; one line is always set, be it higher than the room.
    """

    lebar: float
    tinggi: float
    baris: int = 1


@dataclass(frozen=True, slots=True)
class Susunan:
    """A text set into lines at one size.

    Attributes:
        utuh: False when words had to go.
        kata_utuh: False when a word is broken over two lines.
    """

    baris: tuple[str, ...]
    ukuran: float
    utuh: bool = True
    kata_utuh: bool = True

    @property
    def tinggi(self) -> float:
        """Height of the set lines in points."""
        return tinggi_baris(len(self.baris), self.ukuran)


@cache
def daftarkan() -> None:
    """Make the three embedded fonts known to ReportLab (once a process)."""
    for nama in (REGULER, SEDANG, TEBAL):
        pdfmetrics.registerFont(TTFont(nama, resources_dir() / "fonts" / f"{nama}.ttf"))


def bersihkan(teks: str) -> str:
    """One line of composed text: no control marks, no invisible or direction-changing letters."""
    satu = " ".join(unicodedata.normalize("NFC", teks).split())
    if satu.isascii() and satu.isprintable():
        return satu
    return "".join(h for h in satu if unicodedata.category(h) not in {"Cc", "Cf", "Cs", "Co"})


def huruf_tak_tercetak(teks: str) -> str:
    """The letters of `teks` that the fonts cannot print, each once, in order ("" = all can).

    Printing shows such a letter as an empty box; ask here before storing what will be printed.
    """
    daftarkan()
    dikenal = pdfmetrics.getFont(REGULER).face.charToGlyph
    return "".join(dict.fromkeys(h for h in bersihkan(teks) if ord(h) not in dikenal))


def lebar_teks(teks: str, huruf: str, ukuran: float) -> float:
    """Width of `teks` in points."""
    return float(_get_huruf(huruf).stringWidth(teks, ukuran))


@cache
def _get_huruf(nama: str) -> TTFont:
    daftarkan()
    return pdfmetrics.getFont(nama)


def tinggi_baris(banyak: int, ukuran: float) -> float:
    """Height in points of that many lines of one size."""
    return ukuran * (1 + JARAK_BARIS * (banyak - 1)) if banyak else 0.0


def elipsis(teks: str, huruf: str, ukuran: float, lebar: float) -> str:
    """`teks`, or as much of its start as fits with "…" after it."""
    if lebar_teks(teks, huruf, ukuran) <= lebar:
        return teks
    rendah, tinggi = 0, len(teks)
    while rendah < tinggi:
        tengah = (rendah + tinggi + 1) // 2
        if lebar_teks(teks[:tengah].rstrip() + ELIPSIS, huruf, ukuran) <= lebar:
            rendah = tengah
        else:
            tinggi = tengah - 1
    return teks[:rendah].rstrip() + ELIPSIS


def _potong_kata(kata: str, huruf: str, ukuran: float, lebar: float) -> list[str]:
    """Break one word that is wider than the line: after / or - if that helps, else anywhere."""
    potongan: list[str] = []
    for bagian in re.split(r"(?<=[/\-–])", kata):
        if potongan and lebar_teks(potongan[-1] + bagian, huruf, ukuran) <= lebar:
            potongan[-1] += bagian
        elif lebar_teks(bagian, huruf, ukuran) <= lebar:
            potongan.append(bagian)
        else:
            potongan.extend(_potong_huruf(bagian, huruf, ukuran, lebar))
    return [p for p in potongan if p]


def _potong_huruf(kata: str, huruf: str, ukuran: float, lebar: float) -> list[str]:
    potongan = [""]
    for h in kata:
        if potongan[-1] and lebar_teks(potongan[-1] + h, huruf, ukuran) > lebar:
            potongan.append("")
        potongan[-1] += h
    return potongan


def _bungkus_utuh(isi: str, huruf: str, ukuran: float, lebar: float) -> list[str] | None:
    """Lines of whole words; None = one of them is too wide."""
    baris: list[str] = []
    for kata in isi.split(" "):
        if baris and lebar_teks(coba := f"{baris[-1]} {kata}", huruf, ukuran) <= lebar:
            baris[-1] = coba
        elif lebar_teks(kata, huruf, ukuran) <= lebar:
            baris.append(kata)
        else:
            return None
    return [b for b in baris if b]


@lru_cache(maxsize=DIINGAT)
def bungkus(teks: str, huruf: str, ukuran: float, lebar: float) -> tuple[tuple[str, ...], bool]:
    """Break `teks` into lines no wider than `lebar`.

    Returns:
        The lines, and whether every word stayed whole.
    """
    isi = bersihkan(teks)
    if (utuh := _bungkus_utuh(isi, huruf, ukuran, lebar)) is not None:
        return tuple(utuh), True
    baris: list[str] = []
    for kata in isi.split(" "):
        if baris and lebar_teks(f"{baris[-1]} {kata}", huruf, ukuran) <= lebar:
            baris[-1] = f"{baris[-1]} {kata}"
        elif lebar_teks(kata, huruf, ukuran) <= lebar:
            baris.append(kata)
        else:
            baris.extend(_potong_kata(kata, huruf, ukuran, lebar))
    return tuple(b for b in baris if b), False


def _muat(ruang: Ruang, ukuran: float) -> int:
    """How many lines of that size the room holds; never fewer than one."""
    return max(1, min(ruang.baris, int((ruang.tinggi / ukuran - 1) / JARAK_BARIS + 1.001)))


def _list_ukuran(ukuran: float, terkecil: float) -> Iterator[float]:
    """The sizes that are tried, largest first."""
    yield ukuran
    while ukuran > terkecil:
        ukuran = max(terkecil, ukuran - LANGKAH_UKURAN)
        yield ukuran


def susun(teks: str, huruf: str, ukuran: float, terkecil: float, ruang: Ruang) -> Susunan:
    """Set `teks` into the room: at full size, else smaller, else broken words, else with "…".

    Args:
        ukuran: size wished for, in points.
        terkecil: size below which nothing is printed, in points.
    """
    isi = bersihkan(teks)
    if lebar_teks(isi, huruf, ukuran) <= ruang.lebar:
        return Susunan((isi,) if isi else (), ukuran)
    for coba in _list_ukuran(ukuran, terkecil):
        utuh = _bungkus_utuh(isi, huruf, coba, ruang.lebar)
        if utuh is not None and len(utuh) <= _muat(ruang, coba):
            return Susunan(tuple(utuh), coba)
    for coba in _list_ukuran(ukuran, terkecil):
        baris, _ = bungkus(isi, huruf, coba, ruang.lebar)
        if len(baris) <= _muat(ruang, coba):
            return Susunan(baris, coba, kata_utuh=False)
    coba = min(ukuran, terkecil)
    baris, kata_utuh = bungkus(isi, huruf, coba, ruang.lebar)
    muat = _muat(ruang, coba)
    ekor = isi if muat == 1 else " ".join(baris[muat - 1 :])
    sisa = elipsis(ekor, huruf, coba, ruang.lebar)
    return Susunan((*baris[: muat - 1], sisa), coba, utuh=False, kata_utuh=kata_utuh)
