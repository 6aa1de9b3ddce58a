"""Fonts and the fitting of text into a given room. All measures here are points."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from .sumber import resources_dir

REGULER = "NotoSans-Regular"
SEDANG = "NotoSans-SemiBold"
TEBAL = "NotoSans-Bold"

JARAK_BARIS = 1.22
"""Distance between two baselines, in sizes of the letter."""
NAIK = 0.78
"""Room above the first baseline, in sizes of the letter: caps with no mark above."""
ELIPSIS = "…"
LANGKAH_UKURAN = 0.25


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
    return float(pdfmetrics.stringWidth(teks, huruf, ukuran))


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


def bungkus(teks: str, huruf: str, ukuran: float, lebar: float) -> tuple[list[str], bool]:
    """Break `teks` into lines no wider than `lebar`.

    Returns:
        The lines, and whether every word stayed whole.
    """
    baris: list[str] = []
    utuh = True
    for kata in bersihkan(teks).split(" "):
        if baris and lebar_teks(f"{baris[-1]} {kata}", huruf, ukuran) <= lebar:
            baris[-1] = f"{baris[-1]} {kata}"
        elif lebar_teks(kata, huruf, ukuran) <= lebar:
            baris.append(kata)
        else:
            utuh = False
            baris.extend(_potong_kata(kata, huruf, ukuran, lebar))
    return [b for b in baris if b], utuh


def _muat(ruang: Ruang, ukuran: float) -> int:
    """How many lines of that size the room holds; never fewer than one."""
    return max(1, min(ruang.baris, int((ruang.tinggi / ukuran - 1) / JARAK_BARIS + 1.001)))


def susun(teks: str, huruf: str, ukuran: float, terkecil: float, ruang: Ruang) -> Susunan:
    """Set `teks` into the room: at full size, else smaller, else broken words, else with "…".

    Args:
        ukuran: size wished for, in points.
        terkecil: size below which nothing is printed, in points.
    """
    isi = bersihkan(teks)
    if lebar_teks(isi, huruf, ukuran) <= ruang.lebar:
        return Susunan((isi,) if isi else (), ukuran)
    pilihan: Susunan | None = None
    coba = ukuran
    while True:
        baris, kata_utuh = bungkus(isi, huruf, coba, ruang.lebar)
        muat = _muat(ruang, coba)
        if len(baris) <= muat:
            if kata_utuh:
                return Susunan(tuple(baris), coba)
            pilihan = pilihan or Susunan(tuple(baris), coba, kata_utuh=False)
        if coba <= terkecil:
            break
        coba = max(terkecil, coba - LANGKAH_UKURAN)
    if pilihan:
        return pilihan
    ekor = isi if muat == 1 else " ".join(baris[muat - 1 :])
    sisa = elipsis(ekor, huruf, coba, ruang.lebar)
    return Susunan((*baris[: muat - 1], sisa), coba, utuh=False, kata_utuh=kata_utuh)
