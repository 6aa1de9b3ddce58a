"""What paper a PDF asks for and which of its pages an order means: read with PDFium, without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.services.pdfium import PDFIUM_LOCK

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.tugas import TugasCetak

MM_PER_POINT = 25.4 / 72
BEDA_UKURAN_MM = 1.0
"""Pages closer than this are the same paper; drivers round to whole points (0.35 mm)."""


@dataclass(frozen=True, slots=True)
class Lembar:
    """The paper of a document and the pages to print on it.

    Attributes:
        lebar_mm: short side of the sheet; paper is described upright, as it lies in the tray.
        tinggi_mm: long side of the sheet.
        rebah: the first page to print is wider than high (landscape).
        halaman: indexes of the pages to print, from 0, in order.
    """

    lebar_mm: float
    tinggi_mm: float
    rebah: bool
    halaman: range

    @property
    def nama(self) -> str:
        """The size in the officer's words, e.g. "215 × 330 mm"."""
        return f"{self.lebar_mm:.0f} × {self.tinggi_mm:.0f} mm"


def read_lembar(pdf: bytes, tugas: TugasCetak) -> Lembar:
    """Read the paper size of the pages that an order names.

    Args:
        pdf: a whole PDF document, made by this program.
        tugas: the order; only its pages are looked at.

    Raises:
        UserError: the order names pages that the document does not have.
        ValueError: the pages do not share one paper size; one document is one kind of paper.
    """
    import pypdfium2

    with PDFIUM_LOCK, pypdfium2.PdfDocument(pdf) as dokumen:
        ukuran_mm = [
            tuple(sisi * MM_PER_POINT for sisi in dokumen.get_page_size(nomor))
            for nomor in range(len(dokumen))
        ]
    halaman = pages_of(tugas, len(ukuran_mm))
    sisi = [sorted(ukuran_mm[nomor]) for nomor in halaman]
    lebar, tinggi = sisi[0]
    if any(abs(a - lebar) > BEDA_UKURAN_MM or abs(b - tinggi) > BEDA_UKURAN_MM for a, b in sisi):
        raise ValueError("one print order needs pages of one paper size")
    pertama = ukuran_mm[halaman[0]]
    return Lembar(lebar, tinggi, pertama[0] > pertama[1], halaman)


def pages_of(tugas: TugasCetak, jumlah: int) -> range:
    """Turn the order's page numbers (from 1, inclusive) into indexes (from 0).

    Raises:
        UserError: the pages are not in the document.
    """
    dari, sampai = tugas.halaman or (1, jumlah)
    if not 1 <= dari <= sampai <= jumlah:
        raise UserError(
            f"Halaman {dari} sampai {sampai} tidak ada: dokumen ini {jumlah} halaman. "
            "Betulkan nomor halamannya, lalu cetak lagi."
        )
    return range(dari - 1, sampai)
