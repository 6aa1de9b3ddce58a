"""A PDF moved on its paper or made smaller, for printers that feed askew or miss the edges.

Done once in the PDF itself, so that it is the same for every backend. The text stays text.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from sooko_desk.printing.kertas import Pinggir
from sooko_desk.services.pdfium import PDFIUM_LOCK
from sooko_desk.ui.cetak.lembar import MM_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sooko_desk.ui.cetak.tugas import TugasCetak

TOLERANSI_MM = 0.3
"""Half a line's width and the rounding of drivers to points."""


def sesuaikan(pdf: bytes, tugas: TugasCetak) -> bytes:
    """Move and shrink all pages as an order says; the same bytes where it says neither."""
    if tugas.bidang is None and not any(tugas.geser):
        return pdf
    import pypdfium2
    import pypdfium2.raw as pdfium

    with PDFIUM_LOCK, pypdfium2.PdfDocument(pdf) as dokumen:
        for nomor in range(len(dokumen)):
            halaman = dokumen[nomor]
            lebar, tinggi = halaman.get_size()
            letak = _letak(lebar, tinggi, tugas)
            potong = pdfium.FS_RECTF(0, tinggi, lebar, 0)
            pdfium.FPDFPage_TransFormWithClip(halaman.raw, pdfium.FS_MATRIX(*letak), potong)
        wadah = io.BytesIO()
        dokumen.save(wadah)
    return wadah.getvalue()


def _letak(lebar: float, tinggi: float, tugas: TugasCetak) -> tuple[float, ...]:
    """Matrix for one page; points, from the lower left corner."""
    kali, x, y = 1.0, 0.0, 0.0
    if tugas.bidang is not None:
        p = tegakkan(tugas.bidang, rebah=lebar > tinggi)
        kiri, bawah = p.kiri / MM_PER_POINT, p.bawah / MM_PER_POINT
        datar = lebar - kiri - p.kanan / MM_PER_POINT
        tegak = tinggi - bawah - p.atas / MM_PER_POINT
        kali = min(1.0, datar / lebar, tegak / tinggi)
        x, y = kiri + (datar - kali * lebar) / 2, bawah + (tegak - kali * tinggi) / 2
    kanan, turun = tugas.geser
    return kali, 0.0, 0.0, kali, x + kanan / MM_PER_POINT, y - turun / MM_PER_POINT


def tegakkan(pinggir: Pinggir, *, rebah: bool) -> Pinggir:
    """Margins of the upright sheet as those of the page that is read.

    Printers differ in which way they turn a page: both sides get the wider margin.
    """
    if not rebah:
        return pinggir
    datar = max(pinggir.atas, pinggir.bawah)
    tegak = max(pinggir.kiri, pinggir.kanan)
    return Pinggir(datar, tegak, datar, tegak)


def is_terpotong(pdf: bytes, pinggir: Pinggir) -> bool:
    """Whether marks of any page lie outside these margins of the upright sheet."""
    import pypdfium2

    with PDFIUM_LOCK, pypdfium2.PdfDocument(pdf) as dokumen:
        return any(_is_terpotong(dokumen[nomor], pinggir) for nomor in range(len(dokumen)))


def _is_terpotong(halaman: Any, pinggir: Pinggir) -> bool:
    lebar, tinggi = (sisi * MM_PER_POINT for sisi in halaman.get_size())
    p = tegakkan(pinggir, rebah=lebar > tinggi)
    return any(
        kiri < p.kiri - TOLERANSI_MM
        or bawah < p.bawah - TOLERANSI_MM
        or kanan > lebar - p.kanan + TOLERANSI_MM
        or atas > tinggi - p.atas + TOLERANSI_MM
        for kiri, bawah, kanan, atas in _list_kotak(halaman)
    )


def _list_kotak(halaman: Any) -> Iterator[tuple[float, ...]]:
    """Boxes of all marks in mm: left, bottom, right, top."""
    for benda in halaman.get_objects(max_depth=4):
        yield tuple(sisi * MM_PER_POINT for sisi in benda.get_bounds())
