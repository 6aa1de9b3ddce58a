"""A register book as a spreadsheet: the same columns and rows as the printed pages.

Every cell is text, so that nothing a visitor typed becomes a formula or a link, and no long
number loses its last digits.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import xlsxwriter

if TYPE_CHECKING:
    from .buku_register import HalamanRegisterData

_MM_PER_CHARACTER = 1.9
"""About the width of one digit of the default letter, in mm."""
_FIRST_ROW = 3
_A4 = 9
# A fixed day: the same book gives the same bytes, as with the PDFs.
_CREATED = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a spreadsheet's property has no time zone


def render(data: HalamanRegisterData) -> bytes:
    """The book as XLSX: title, year, head row, one row a number. Same data, same bytes."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": data.judul, "author": data.kop[1], "created": _CREATED})
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"num_format": "@", "border": 1, "valign": "top"})
        sheet = book.add_worksheet(f"Register {data.tahun}")
        sheet.write_string(0, 0, data.judul, bold)
        sheet.write_string(1, 0, f"Tahun {data.tahun}", bold)
        for number, kolom in enumerate(data.kolom):
            sheet.set_column(number, number, kolom.lebar_mm / _MM_PER_CHARACTER)
            sheet.write_string(_FIRST_ROW - 1, number, kolom.judul, head)
        for row, baris in enumerate(data.baris, start=_FIRST_ROW):
            for number, teks in enumerate(baris):
                sheet.write_string(row, number, teks, cell)
        sheet.freeze_panes(_FIRST_ROW, 0)
        sheet.repeat_rows(_FIRST_ROW - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
    return buffer.getvalue()
