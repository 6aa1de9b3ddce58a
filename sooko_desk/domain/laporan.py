"""A report as plain words: facts, tables and notes, as it is printed, stored and shown.

A closed day is kept in this form, so that nothing of its page is ever read from live data again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KOLOM_NAMA = "Nama pemohon"
"""Heading of the column that names people."""


@dataclass(frozen=True, slots=True)
class KolomLaporan:
    """One column of a table; `lebar` in mm on A4."""

    judul: str
    lebar: float
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"
    tebal: bool = False


@dataclass(frozen=True, slots=True)
class TabelLaporan:
    """One table.

    Attributes:
        judul: its heading.
        baris: a text for each column, a row each.
        jumlah: how many of the last rows are sums.
        kosong: what is said where it has no row.
        sifat: short name of its kind, e.g. "susulan"; unique in the report.
    """

    sifat: str
    judul: str
    kolom: tuple[KolomLaporan, ...]
    baris: tuple[tuple[str, ...], ...]
    jumlah: int = 0
    kosong: str = ""


@dataclass(frozen=True, slots=True)
class IsiLaporan:
    """All that a report tells.

    Attributes:
        subjudul: day or month in words.
        fakta: label and words, e.g. ("Cadangan terakhir", "23/11/2026 15.10, utuh").
        catatan: what has to be known to read it, a sentence each.
    """

    subjudul: str
    fakta: tuple[tuple[str, str], ...]
    tabel: tuple[TabelLaporan, ...]
    catatan: tuple[str, ...] = ()

    @property
    def orang(self) -> int:
        """Rows that name an applicant."""
        bernama = (t for t in self.tabel if any(k.judul == KOLOM_NAMA for k in t.kolom))
        return sum(len(t.baris) - t.jumlah for t in bernama)
