"""A daftar pengiriman as a spreadsheet: the same columns and rows as the printed list.

The NIK is masked as on paper: a file is passed on more easily.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .daftar_pengiriman import CATATAN_NIK, JUDUL, KOLOM, TUJUAN
from .tabel_xlsx import render_tabel

if TYPE_CHECKING:
    from .daftar_pengiriman import DaftarPengirimanData


def render(data: DaftarPengirimanData) -> bytes:
    """The list as XLSX: what it is, head row, one row a case. Same data, same bytes."""
    isi = (
        f"Permohonan {data.nama_layanan}, {len(data.baris)} permohonan",
        f"Dikirim: {data.dikirim}",
        f"Kepada: {TUJUAN}",
        f"Cara pengiriman: {data.cara or '–'}",
        f"Pengirim: {data.pengirim}",
        f"Penerima: {data.penerima or '–'}",
        CATATAN_NIK,
    )
    return render_tabel(
        {"title": JUDUL, "author": data.kop.kantor},
        JUDUL,
        ((f"{JUDUL} {data.nomor}", True), *((teks, False) for teks in isi)),
        KOLOM,
        (baris.sel(nomor) for nomor, baris in enumerate(data.baris, start=1)),
    )
