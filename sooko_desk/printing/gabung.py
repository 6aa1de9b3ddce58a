"""Several documents as one print job."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Sequence


def gabung(daftar: Sequence[bytes]) -> bytes:
    """The pages of all PDFs in order; a single one is left as it is."""
    if len(daftar) == 1:
        return daftar[0]
    hasil = pypdfium2.PdfDocument.new()
    for isi in daftar:
        satu = pypdfium2.PdfDocument(isi)
        hasil.import_pages(satu)
        satu.close()
    keluar = io.BytesIO()
    hasil.save(keluar)
    hasil.close()
    return keluar.getvalue()
