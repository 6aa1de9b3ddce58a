"""Page pictures: the fallback backend, painted into a PDF instead of a printer."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak import printer_qt
from sooko_desk.ui.cetak.lembar import read_lembar
from sooko_desk.ui.cetak.tugas import TugasCetak

MM_PER_POINT = 25.4 / 72


@pytest.fixture
def kertas_pdf(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keluar.pdf"))
    printer.setResolution(150)
    return printer


def _exact(lebar: float, tinggi: float) -> QPageSize:
    return QPageSize(
        QSizeF(lebar, tinggi),
        QPageSize.Unit.Millimeter,
        "uji",
        QPageSize.SizeMatchPolicy.ExactMatch,
    )


@pytest.mark.parametrize(
    ("alat", "dipakai"), [(600, 600), (300, 300), (1200, 600), (720, 360), (203, 203), (2400, 600)]
)
def test_resolution_is_a_whole_fraction_of_the_device(alat, dipakai):
    assert printer_qt.choose_dpi(alat) == dipakai


def test_a_page_picture_is_dark_on_white_at_the_true_size(qapp, pdf_of):
    wadah = QBuffer()
    wadah.setData(QByteArray(pdf_of(148, 210)))
    wadah.open(QIODevice.OpenModeFlag.ReadOnly)
    dokumen = QPdfDocument()
    dokumen.load(wadah)
    gambar = printer_qt.render_page(dokumen, 0, 300)
    dokumen.close()
    assert (gambar.width(), gambar.height()) == (round(148 / 25.4 * 300), round(210 / 25.4 * 300))
    abu = [gambar.pixelColor(x, gambar.height() // 2).lightness() for x in range(gambar.width())]
    assert abu[5] == 255
    tepi = [x * 25.4 / 300 for x, terang in enumerate(abu) if terang < 128]
    assert tepi[0] == pytest.approx(10, abs=0.25)
    assert tepi[-1] == pytest.approx(138, abs=0.25)


@pytest.mark.parametrize("ukuran", [(215, 330), (330, 215), (148, 210)])
def test_pages_keep_their_paper(kertas_pdf, pdf_of, tmp_path, ukuran):
    pdf = pdf_of(*ukuran, jumlah=3)
    lembar = read_lembar(pdf, TugasCetak("uji", halaman=(2, 3)))
    printer_qt.set_paper(kertas_pdf, _exact(lembar.lebar_mm, lembar.tinggi_mm), lembar)
    printer_qt.paint_pages(pdf, kertas_pdf, "uji", [*lembar.halaman, *lembar.halaman])
    with pypdfium2.PdfDocument(tmp_path / "keluar.pdf") as dokumen:
        assert len(dokumen) == 4
        assert [round(sisi * MM_PER_POINT) for sisi in dokumen.get_page_size(0)] == list(ukuran)


@pytest.mark.parametrize("kertas", [None, _exact(148, 210)])
def test_paper_that_the_driver_does_not_take_is_told(kertas_pdf, pdf_of, kertas):
    lembar = read_lembar(pdf_of(215, 330), TugasCetak("uji"))
    with pytest.raises(UserError, match="tidak mengenal kertas 215 × 330 mm"):
        printer_qt.set_paper(kertas_pdf, kertas, lembar)


def test_a_driver_without_any_paper_has_none_to_choose(qapp, pdf_of):
    lembar = read_lembar(pdf_of(215, 330), TugasCetak("uji"))
    assert printer_qt.choose_page_size(QPrinterInfo(), lembar) is None


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_print_system_that_does_not_begin_is_told(kertas_pdf, pdf_of, tmp_path):
    kertas_pdf.setOutputFileName(str(tmp_path / "tidak-ada" / "keluar.pdf"))
    with pytest.raises(UserError, match="menolak dokumen ini"):
        printer_qt.paint_pages(pdf_of(), kertas_pdf, "uji", [0])
