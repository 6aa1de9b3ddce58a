"""A daftar pengiriman as a spreadsheet: the same columns and rows as the printed list.

Every cell is text, so that nothing a visitor typed becomes a formula or a link, and no long
number loses its last digits. The NIK is masked as on paper: a file is passed on more easily.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

import xlsxwriter

from .daftar_pengiriman import CATATAN_NIK, JUDUL, KOLOM, TUJUAN

if TYPE_CHECKING:
    from .daftar_pengiriman import DaftarPengirimanData

_MM_PER_CHARACTER = 1.9
"""About the width of one digit of the default letter, in mm."""
_A4 = 9
# A fixed day: the same list gives the same bytes, as with the PDFs.
_CREATED = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - a spreadsheet's property has no time zone


def render(data: DaftarPengirimanData) -> bytes:
    """The list as XLSX: what it is, head row, one row a case. Same data, same bytes."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    kepala = (
        f"{JUDUL} {data.nomor}",
        f"Permohonan {data.nama_layanan}, {len(data.baris)} permohonan",
        f"Dikirim: {data.dikirim}",
        f"Kepada: {TUJUAN}",
        f"Cara pengiriman: {data.cara or '–'}",
        f"Pengirim: {data.pengirim}",
        f"Penerima: {data.penerima or '–'}",
        CATATAN_NIK,
    )
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": JUDUL, "author": data.kop[1], "created": _CREATED})
        bold = book.add_format({"bold": True})
        head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "top"})
        cell = book.add_format({"num_format": "@", "border": 1, "valign": "top"})
        sheet = book.add_worksheet(JUDUL)
        for row, teks in enumerate(kepala):
            sheet.write_string(row, 0, teks, bold if row == 0 else None)
        first = len(kepala) + 1
        for number, kolom in enumerate(KOLOM):
            sheet.set_column(number, number, kolom.lebar_mm / _MM_PER_CHARACTER)
            sheet.write_string(first - 1, number, kolom.judul, head)
        for urut, baris in enumerate(data.baris, start=1):
            for number, teks in enumerate(baris.sel(urut)):
                sheet.write_string(first + urut - 1, number, teks, cell)
        sheet.freeze_panes(first, 0)
        sheet.repeat_rows(first - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
    return buffer.getvalue()
