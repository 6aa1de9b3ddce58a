"""A register book as a spreadsheet: one row a line of the book, whatever page it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .tabel_xlsx import render_tabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .tabel import KolomRegister


@dataclass(frozen=True, slots=True)
class RegisterXlsxData:
    """One book and year.

    Attributes:
        kantor: name of the office, for the file's properties.
        judul: title of the book.
        kolom: every column that the book had, whatever its form.
        baris: a text for each column, a line each; may be read while it is written.
    """

    kantor: str
    judul: str
    tahun: int
    kolom: tuple[KolomRegister, ...]
    baris: Iterable[Sequence[str]]


def render(data: RegisterXlsxData) -> bytes:
    """The book as XLSX: title, year, head row, one row a line. Same data, same bytes."""
    return render_tabel(
        {"title": data.judul, "author": data.kantor},
        f"Register {data.tahun}",
        ((data.judul, True), (f"Tahun {data.tahun}", True)),
        data.kolom,
        data.baris,
    )
