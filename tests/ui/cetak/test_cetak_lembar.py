"""Paper and pages of an order."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak.lembar import read_lembar
from sooko_desk.ui.cetak.tugas import PrinterTersedia, TugasCetak


@pytest.mark.parametrize(
    ("lebar", "tinggi", "nama", "rebah"),
    [
        (210, 297, "210 × 297 mm", False),
        (297, 210, "210 × 297 mm", True),
        (148, 210, "148 × 210 mm", False),
        (215, 330, "215 × 330 mm", False),
        (330, 215, "215 × 330 mm", True),
    ],
)
def test_paper_is_described_upright(pdf_of, lebar, tinggi, nama, rebah):
    lembar = read_lembar(pdf_of(lebar, tinggi), TugasCetak("Loket"))
    assert (lembar.nama, lembar.rebah) == (nama, rebah)


def test_pages_are_counted_from_one_in_the_order(pdf_of):
    pdf = pdf_of(jumlah=4)
    assert list(read_lembar(pdf, TugasCetak("Loket")).halaman) == [0, 1, 2, 3]
    assert list(read_lembar(pdf, TugasCetak("Loket", halaman=(2, 3))).halaman) == [1, 2]


@pytest.mark.parametrize("halaman", [(0, 1), (2, 1), (1, 3), (5, 6)])
def test_pages_that_are_not_there_are_named(pdf_of, halaman):
    with pytest.raises(UserError, match="dokumen ini 2 halaman"):
        read_lembar(pdf_of(jumlah=2), TugasCetak("Loket", halaman=halaman))


def test_two_paper_sizes_in_one_order_are_a_bug():
    wadah = io.BytesIO()
    kanvas = Canvas(wadah)
    for ukuran in ((210 * mm, 297 * mm), (297 * mm, 210 * mm), (148 * mm, 210 * mm)):
        kanvas.setPageSize(ukuran)
        kanvas.showPage()
    kanvas.save()
    with pytest.raises(ValueError, match="one paper size"):
        read_lembar(wadah.getvalue(), TugasCetak("Loket"))
    assert read_lembar(wadah.getvalue(), TugasCetak("Loket", halaman=(1, 2))).rebah is False


@pytest.mark.parametrize(
    ("nama", "is_kertas"),
    [
        ("HP LaserJet M111a", True),
        ("Microsoft Print to PDF", False),
        ("OneNote for Windows 10", False),
        ("Fax", False),
        ("Microsoft XPS Document Writer", False),
    ],
)
def test_a_printer_without_paper_is_known_by_its_name(nama, is_kertas):
    assert PrinterTersedia(nama).is_kertas is is_kertas
