"""The fallback: page pictures through Qt. Slower and bigger in the queue than the other two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPoint,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from sooko_desk.ui.cetak import pesan
from sooko_desk.ui.cetak.tugas import PrinterTersedia, TugasCetak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sooko_desk.ui.cetak.lembar import Lembar

MAX_DPI = 600
"""Above it a page costs four times the memory and looks the same on paper."""

NEAR_MM = 0.6
FAR_MM = 3.0
"""How far a driver's own paper may be from ours: rounding, and drivers that call 216 × 330 "F4"."""

TOO_LITTLE_MM = 3.5


def list_printer() -> tuple[PrinterTersedia, ...]:
    """List the printers that Qt sees."""
    bawaan = QPrinterInfo.defaultPrinterName()
    return tuple(PrinterTersedia(n, n == bawaan) for n in QPrinterInfo.availablePrinterNames())


def cetak_pdf(pdf: bytes, tugas: TugasCetak, lembar: Lembar) -> None:
    """Render every page at the printer's resolution and paint it 1:1 from the paper's corner.

    Raises:
        UserError: see `printer.cetak_pdf`.
    """
    info = QPrinterInfo.printerInfo(tugas.printer)
    if info.isNull():
        raise pesan.printer_hilang(tugas.printer)
    if info.state() == QPrinter.PrinterState.Error:
        raise pesan.printer_dijeda(tugas.printer)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    # Qt keeps the default printer without a word when the name is unknown to the driver layer.
    if printer.printerName() != tugas.printer:
        raise pesan.printer_hilang(tugas.printer)
    set_paper(printer, choose_page_size(info, lembar), lembar)
    printer.setResolution(choose_dpi(printer.resolution()))
    printer.setDocName(tugas.judul)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    ulang = 1
    if printer.supportsMultipleCopies():
        printer.setCopyCount(tugas.salinan)
        printer.setCollateCopies(True)
    else:
        ulang = tugas.salinan
    paint_pages(pdf, printer, tugas.printer, list(lembar.halaman) * ulang)


def choose_dpi(device_dpi: int) -> int:
    """At most `MAX_DPI`, a whole fraction of the device: other scales leave seams in Windows."""
    return device_dpi // -(-device_dpi // MAX_DPI)


def choose_page_size(info: QPrinterInfo, lembar: Lembar) -> QPageSize | None:
    """Pick the driver's own paper when it has it, else an exact custom one, else the nearest.

    Fuzzy matching by Qt is not used: it turns F4 (215 × 330) into 215.9 × 330.
    """
    satu_mm = QPageSize.Unit.Millimeter
    jarak = [
        (abs(s.size(satu_mm).width() - lembar.lebar_mm), i, s)
        for i, s in enumerate(info.supportedPageSizes())
        if abs(s.size(satu_mm).height() - lembar.tinggi_mm) <= FAR_MM
    ]
    beda, _, terdekat = min(jarak, default=(FAR_MM + 1, 0, None))
    if terdekat is not None and beda <= NEAR_MM:
        return terdekat
    if info.supportsCustomPageSizes():
        ukuran = QSizeF(lembar.lebar_mm, lembar.tinggi_mm)
        return QPageSize(ukuran, satu_mm, lembar.nama, QPageSize.SizeMatchPolicy.ExactMatch)
    return terdekat if beda <= FAR_MM else None


def set_paper(printer: QPrinter, kertas: QPageSize | None, lembar: Lembar) -> None:
    """Set paper without margins and make sure that the driver took it.

    Raises:
        UserError: the driver does not know the paper.
    """
    arah = QPageLayout.Orientation.Landscape if lembar.rebah else QPageLayout.Orientation.Portrait
    # Full page first: otherwise zero margins are refused and the paper silently stays A4.
    printer.setFullPage(True)
    diterima = (
        kertas is not None
        and printer.setPageSize(kertas)
        and printer.setPageOrientation(arah)
        and printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    )
    terpasang = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    if not diterima or _is_too_small(terpasang, lembar):
        raise pesan.kertas_tak_dikenal(printer.printerName(), lembar)


def paint_pages(pdf: bytes, printer: QPrinter, nama: str, halaman: list[int]) -> None:
    """Paint pages (indexes from 0) as one job.

    Args:
        pdf: the whole document.
        printer: set up with paper and resolution.
        nama: the printer's name for the officer.
        halaman: page indexes; a page may come more than once.

    Raises:
        UserError: the print system did not take the job.
    """
    isi = QByteArray(pdf)
    wadah = QBuffer(isi)
    wadah.open(QIODevice.OpenModeFlag.ReadOnly)
    dokumen = QPdfDocument()
    dokumen.load(wadah)
    kuas = QPainter()
    if not kuas.begin(printer):
        raise pesan.printer_menolak(nama)
    diterima = all(_paint_each(dokumen, printer, kuas, halaman))
    diterima = kuas.end() and diterima
    dokumen.close()
    wadah.close()
    if not diterima:
        raise pesan.printer_menolak(nama)


def _paint_each(
    dokumen: QPdfDocument, printer: QPrinter, kuas: QPainter, halaman: list[int]
) -> Iterator[bool]:
    for urutan, nomor in enumerate(halaman):
        if urutan > 0:
            yield printer.newPage()
        kuas.drawImage(QPoint(0, 0), render_page(dokumen, nomor, printer.resolution()))


def render_page(dokumen: QPdfDocument, nomor: int, dpi: int) -> QImage:
    """Render one page (index from 0) as 8-bit grey on white, without smoothing.

    Smoothed edges would be dithered to a fuzzy rim by a black-and-white laser printer.
    """
    titik = dokumen.pagePointSize(nomor)
    ukuran = QSize(round(titik.width() * dpi / 72), round(titik.height() * dpi / 72))
    bendera = QPdfDocumentRenderOptions.RenderFlag
    pilihan = QPdfDocumentRenderOptions()
    pilihan.setRenderFlags(
        bendera.Annotations | bendera.Grayscale | bendera.TextAliased | bendera.PathAliased
    )
    gambar = QImage(ukuran, QImage.Format.Format_Grayscale8)
    # The rendered page is transparent where nothing is drawn; on paper that would be black.
    gambar.fill(Qt.GlobalColor.white)
    kuas = QPainter(gambar)
    kuas.drawImage(QPoint(0, 0), dokumen.render(nomor, ukuran, pilihan))
    kuas.end()
    return gambar


def _is_too_small(terpasang: QSizeF, lembar: Lembar) -> bool:
    return (
        terpasang.width() < lembar.lebar_mm - TOO_LITTLE_MM
        or terpasang.height() < lembar.tinggi_mm - TOO_LITTLE_MM
    )
