"""A printed table as a spreadsheet: words above it, the same columns and rows.

Every cell is text, so that nothing a visitor typed becomes a formula or a link, and no long
number loses its last digits.
"""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .tabel import KolomRegister

_MM_PER_CHARACTER = 1.9
"""About the width of one digit of the default letter, in mm."""
_A4 = 9
# A fixed day: the same table gives the same bytes, as with the PDFs.
_CREATED = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a spreadsheet's property has no time zone


@dataclass(frozen=True, slots=True)
class LembarXlsx:
    """One sheet with one table.

    Attributes:
        nama: of the sheet, at most 31 letters.
        kepala: a line each above the table, and whether it is bold.
        kolom: the columns.
        baris: a text for each column, a row each.
    """

    nama: str
    kepala: Sequence[tuple[str, bool]]
    kolom: Sequence[KolomRegister]
    baris: Iterable[Sequence[str]]


def render_tabel(
    properti: dict[str, str],
    lembar: str,
    kepala: Sequence[tuple[str, bool]],
    kolom: Sequence[KolomRegister],
    baris: Iterable[Sequence[str]],
) -> bytes:
    """A table as XLSX. Same data, same bytes.

    Args:
        properti: of the file: "title" and "author"; never personal data.
        lembar: name of the sheet.
        kepala: a line each above the table, and whether it is bold.
        kolom: the columns.
        baris: a text for each column, a row each.
    """
    return render_lembar(properti, (LembarXlsx(lembar, kepala, kolom, baris),))


def render_lembar(properti: dict[str, str], semua: Iterable[LembarXlsx]) -> bytes:
    """Several tables as XLSX, a sheet each; `properti` as of `render_tabel`."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({**properti, "created": _CREATED})
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"num_format": "@", "border": 1, "valign": "top"})
        for lembar in semua:
            _tulis(book.add_worksheet(lembar.nama), lembar, bold, head, cell)
    return buffer.getvalue()


def _tulis(sheet: Any, lembar: LembarXlsx, bold: Any, head: Any, cell: Any) -> None:
    """Fill one sheet; the last three are formats of its workbook."""
    for row, (teks, tebal) in enumerate(lembar.kepala):
        sheet.write_string(row, 0, teks, bold if tebal else None)
    first = len(lembar.kepala) + 1
    for number, kol in enumerate(lembar.kolom):
        sheet.set_column(number, number, kol.lebar_mm / _MM_PER_CHARACTER)
        sheet.write_string(first - 1, number, kol.judul, head)
    for row, sel in enumerate(lembar.baris, start=first):
        for number, teks in enumerate(sel):
            sheet.write_string(row, number, teks, cell)
    sheet.freeze_panes(first, 0)
    sheet.repeat_rows(first - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
