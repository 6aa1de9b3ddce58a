"""Cells on the clipboard: tab-separated text as Excel and LibreOffice write and read it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.kit.isian_tabel_nilai import BERANGKA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sooko_desk.domain.sop import Isian

_NOTHING = "Belum ditempel."
TERPANJANG = 200_000
"""Characters of a copied block; the largest family is a quarter of it."""
_RUMUS = re.compile(r"^(?='*(?:[=+@\t\r]|-.*[^-\s]))", re.DOTALL)
_RUMUS_AMAN = re.compile(r"^'(?='*(?:[=+@\t\r]|-.*[^-\s]))", re.DOTALL)
_SCIENTIFIC = re.compile(r"'?\d(?:[.,]\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
_NUMBERING = frozenset({"no", "nomor", "nomorurut", "nourut"})


@dataclass(frozen=True, slots=True)
class Rentang:
    """A block of cells, both ends included, counted from 0."""

    baris: int
    kolom: int
    baris_akhir: int
    kolom_akhir: int

    def list_sel(self) -> list[tuple[int, int]]:
        """Every cell, row by row."""
        return [
            (b, k)
            for b in range(self.baris, self.baris_akhir + 1)
            for k in range(self.kolom, self.kolom_akhir + 1)
        ]


def format_tsv(baris: Iterable[Sequence[str]]) -> str:
    """Rows as both spreadsheets read them, without a line end after the last.

    A cell that a spreadsheet would work out as a formula gets the mark for "this is text", which
    `parse_tsv` takes away again; a lone dash stays as it is.
    """
    tulis = io.StringIO(newline="")
    aman = ([_RUMUS.sub("'", sel) for sel in satu] for satu in baris)
    csv.writer(tulis, dialect="excel-tab").writerows(aman)
    return tulis.getvalue().removesuffix("\r\n")


def parse_tsv(teks: str) -> list[list[str]]:
    """Rows of a copied block, all equally long; empty rows and columns at the end are gone."""
    try:
        baris = list(csv.reader(io.StringIO(teks, newline=""), dialect="excel-tab", strict=True))
    except csv.Error:  # a quote that is just a quote
        baris = [satu.split("\t") for satu in re.split(r"\r\n|\r|\n", teks)]
    while baris and not any(sel.strip() for sel in baris[-1]):
        baris.pop()
    lebar = max((n for b in baris for n, sel in enumerate(b, start=1) if sel.strip()), default=0)
    return [[_RUMUS_AMAN.sub("", sel) for sel in (b + [""] * lebar)[:lebar]] for b in baris]


def plan_tempel(
    teks: str, kolom: Sequence[Isian], tujuan: Rentang, paling_banyak: int
) -> dict[tuple[int, int], str]:
    """Which cell gets which words.

    One copied cell fills the whole of `tujuan`; a block begins at its first cell. A heading row is
    left out; one that names every column sends each to its own place.

    Args:
        paling_banyak: most rows of the table.

    Raises:
        UserError: nothing to paste, it does not fit, or Excel has rounded a number away.
    """
    if len(teks) > TERPANJANG:
        raise UserError(f"{_NOTHING} Yang disalin terlalu banyak. Salin sel keluarga ini saja.")
    isi = parse_tsv(teks)
    if not isi:
        raise UserError("Papan klip kosong. Salin dulu sel dari Excel atau LibreOffice.")
    if len(isi) == 1 and len(isi[0]) == 1:
        rencana = dict.fromkeys(tujuan.list_sel(), isi[0][0])
    else:
        tempat, isi = _find_tempat(isi, kolom, tujuan.kolom)
        if max(tempat) >= len(kolom) or len(isi) > paling_banyak - tujuan.baris:
            raise UserError(_say_too_big(len(tempat), len(isi), kolom, tujuan, paling_banyak))
        rencana = {
            (tujuan.baris + b, k): sel
            for b, satu in enumerate(isi)
            for k, sel in zip(tempat, satu, strict=True)
            if k >= 0
        }
    _check_angka(rencana, kolom)
    return rencana


def _find_tempat(
    isi: list[list[str]], kolom: Sequence[Isian], awal: int
) -> tuple[list[int], list[list[str]]]:
    """The table's column for each copied one (-1 = a running number), and the rows to paste."""
    urut = list(range(awal, awal + len(isi[0])))
    if len(isi) == 1:
        return urut, isi
    dikenal = {_key(satu.id): n for n, satu in enumerate(kolom)}
    dikenal |= {_key(satu.label): n for n, satu in enumerate(kolom)}
    judul = [_key(sel) for sel in isi[0]]
    kenal = [
        -1 if kata in _NUMBERING and kata not in dikenal else dikenal.get(kata) for kata in judul
    ]
    cocok = [n for n in kenal if n is not None and n >= 0]
    if 2 * len(cocok) < sum(1 for kata in judul if kata):
        return urut, isi
    lengkap = [n for n in kenal if n is not None]
    if len(lengkap) == len(kenal) and len(set(cocok)) == len(cocok):
        return lengkap, isi[1:]
    if any(n is not None and n != sini for n, sini in zip(kenal, urut, strict=True)):
        asing = [sel.strip() for sel, n in zip(isi[0], kenal, strict=True) if n is None]
        raise UserError(_say_unknown(asing))
    return urut, isi[1:]


def _key(judul: str) -> str:
    return "".join(h for h in judul.casefold() if h.isalnum())


def _say_unknown(asing: Sequence[str]) -> str:
    """Why a heading row cannot be followed: `asing` are its words that head no column."""
    sebutan = next((judul for judul in asing if judul), "")
    if sebutan:
        sebab = f"Judul kolom “{sebutan}” tidak ada di tabel ini."
    else:
        sebab = "Ada kolom tanpa judul." if asing else "Ada judul kolom yang tertulis dua kali."
    return f"{_NOTHING} {sebab} Betulkan judulnya, atau salin tanpa judul."


def _say_too_big(
    lebar: int, tinggi: int, kolom: Sequence[Isian], tujuan: Rentang, paling_banyak: int
) -> str:
    muat = len(kolom) - tujuan.kolom
    if lebar > muat:
        mulai = kolom[tujuan.kolom].label
        return (
            f"{_NOTHING} Yang disalin {lebar} kolom, padahal mulai kolom {mulai} hanya ada {muat}. "
            "Salin sebanyak itu saja."
        )
    muat = paling_banyak - tujuan.baris
    return (
        f"{_NOTHING} Yang disalin {tinggi} baris, padahal mulai baris {tujuan.baris + 1} hanya "
        f"muat {muat}. Salin sebanyak itu saja."
    )


def _check_angka(rencana: dict[tuple[int, int], str], kolom: Sequence[Isian]) -> None:
    for (b, k), teks in rencana.items():
        if kolom[k].jenis in BERANGKA and _SCIENTIFIC.fullmatch(teks.strip()):
            raise UserError(
                f"{_NOTHING} Baris {b + 1}, {kolom[k].label}: Excel menulis {teks.strip()}, "
                "sebagian angkanya sudah hilang. Di Excel, jadikan kolom itu Teks, isi lagi, lalu "
                "salin."
            )
