"""Measuring where a printer prints; what this computer keeps of it; the sheet itself."""

from __future__ import annotations

import pypdfium2
import pytest
import shiboken6
from PIL import ImageOps
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from ui.cetak.jendela_cetak import PrinterPalsu, SetelanIngatan

from sooko_desk.domain.errors import UserError
from sooko_desk.printing.kertas import A4, A5, F4, FOLIO, Pinggir
from sooko_desk.printing.lembar_kalibrasi import SILANG_MM, LembarKalibrasiData, render
from sooko_desk.ui.cetak.posisi_cetak import DialogPosisi, sebut_geser
from sooko_desk.ui.cetak.sesuaikan import is_terpotong, sesuaikan
from sooko_desk.ui.cetak.setelan_cetak import KebiasaanCetak, read_geser, read_kebiasaan
from sooko_desk.ui.cetak.tugas import TugasCetak
from sooko_desk.ui.setelan import SetelanBerkas

KEDALAM = "\\\\pelayanan\\HP LaserJet/1"


@pytest.fixture
def buka(qtbot):
    """Open the window for a printer; those that stay open are closed as with Escape."""
    induk = QWidget()
    qtbot.addWidget(induk)
    terbuka = []

    def buat(printer, setelan, kertas=A4):
        dialog = DialogPosisi("Loket", kertas, printer.dunia(setelan), induk)
        terbuka.append(dialog)
        dialog.open()
        return dialog

    yield buat
    for dialog in terbuka:
        if shiboken6.isValid(dialog):
            dialog.reject()
            qtbot.waitUntil(lambda dialog=dialog: not shiboken6.isValid(dialog))


@pytest.mark.parametrize(
    ("terukur", "geser", "kata"),
    [
        (("9,5", "11"), (0.5, -1.0), "isi digeser 0,5 mm ke kanan dan 1,0 mm ke atas"),
        (("10", "10,0"), (0.0, 0.0), "isi tidak digeser"),
        (("12.3", "10"), (-2.3, 0.0), "isi digeser 2,3 mm ke kiri"),
    ],
)
def test_two_measured_numbers_become_the_offset(buka, qtbot, terukur, geser, kata):
    setelan = SetelanIngatan()
    dialog = buka(PrinterPalsu(), setelan)
    for isian, teks in zip((dialog.kiri, dialog.atas), terukur, strict=True):
        qtbot.keyClicks(isian, teks)
    qtbot.keyClick(dialog.atas, Qt.Key.Key_Return)
    assert read_geser(setelan, "Loket", rebah=False) == geser
    assert sebut_geser(*geser) == kata
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert kata in buka(PrinterPalsu(), setelan).spanduk.teks


@pytest.mark.parametrize("terukur", [("", ""), ("10", ""), ("25", "10"), ("10", "99")])
def test_numbers_that_cannot_be_measured_right_are_refused(buka, qtbot, terukur):
    setelan = SetelanIngatan()
    dialog = buka(PrinterPalsu(), setelan)
    for isian, teks in zip((dialog.kiri, dialog.atas), terukur, strict=True):
        isian.setText(teks)
    dialog.simpan.click()
    assert "misalnya 9,5" in dialog.spanduk.teks
    assert setelan.isi == {}


def test_the_sheet_is_printed_without_the_offset_and_in_the_orientation_asked(buka, qtbot):
    setelan, printer = SetelanIngatan(), PrinterPalsu()
    dialog = buka(printer, setelan, A5.rebah)
    dialog.cetak.click()
    qtbot.waitUntil(lambda: "Ukur, lalu isi" in dialog.spanduk.teks)
    assert (printer.tugas[0].geser, printer.tugas[0].bidang) == ((0.0, 0.0), None)
    with pypdfium2.PdfDocument(printer.pdf[0]) as dokumen:
        lebar, tinggi = dokumen.get_page_size(0)
    assert lebar > tinggi
    dialog.kiri.setText("9")
    dialog.atas.setText("9")
    dialog.simpan.click()
    assert read_geser(setelan, "Loket", rebah=True) == (1.0, 1.0)
    assert read_geser(setelan, "Loket", rebah=False) == (0.0, 0.0)


def test_a_printer_that_refuses_the_sheet_is_told_and_zero_puts_it_back(buka, qtbot):
    printer = PrinterPalsu()
    printer.galat = UserError("Printer hilang.")
    setelan = SetelanIngatan(**{"geser/Loket/tegak": "1 2"})
    dialog = buka(printer, setelan)
    dialog.cetak.click()
    qtbot.waitUntil(lambda: dialog.spanduk.teks == "Printer hilang.")
    dialog.nol.click()
    assert "tidak digeser" in dialog.spanduk.teks
    assert read_geser(setelan, "Loket", rebah=False) == (0.0, 0.0)


def test_a_network_printers_name_survives_the_settings_file(tmp_path):
    from sooko_desk.ui.cetak.setelan_cetak import keep_geser, keep_muat, read_muat

    for _ in range(2):
        setelan = SetelanBerkas(tmp_path / "setelan.ini")
        if read_muat(setelan, KEDALAM):
            break
        keep_geser(setelan, KEDALAM, (0.5, -1.5), rebah=False)
        keep_muat(setelan, KEDALAM, muat=True)
    assert read_geser(setelan, KEDALAM, rebah=False) == (0.5, -1.5)
    assert read_geser(setelan, KEDALAM, rebah=True) == (0.0, 0.0)
    keep_muat(setelan, KEDALAM, muat=False)
    assert not read_muat(setelan, KEDALAM)


@pytest.mark.parametrize("rusak", ["", "1", "a b", "1 2 3"])
def test_a_damaged_settings_file_moves_nothing(rusak):
    setelan = SetelanIngatan(**{"geser/Loket/tegak": rusak, "salinan/x": rusak})
    assert read_geser(setelan, "Loket", rebah=False) == (0.0, 0.0)
    assert read_kebiasaan(setelan, "x") == KebiasaanCetak()


@pytest.mark.parametrize("kertas", [A4, A5, A5.rebah, F4, FOLIO.rebah])
def test_the_crosses_stand_ten_mm_from_the_corners(kertas):
    pdf = render(LembarKalibrasiData("HP LaserJet M111a", kertas))
    per_mm = 300 / 25.4
    with pypdfium2.PdfDocument(pdf) as dokumen:
        assert len(dokumen) == 1
        teks = dokumen[0].get_textpage().get_text_bounded()
        gambar = dokumen[0].render(scale=300 / 72, grayscale=True).to_pil().convert("L")
    assert "HP LaserJet M111a" in teks
    for x in (0, kertas.lebar - 20):
        for y in (0, kertas.tinggi - 20):
            sudut = gambar.crop(tuple(round(s * per_mm) for s in (x, y, x + 20, y + 20)))
            kotak = ImageOps.invert(sudut).point(lambda t: 255 * (t > 90)).getbbox()
            datar, tegak = (kotak[0] + kotak[2]) / 2, (kotak[1] + kotak[3]) / 2
            assert datar / per_mm == pytest.approx(SILANG_MM, abs=0.1)
            assert tegak / per_mm == pytest.approx(SILANG_MM, abs=0.1)


def test_an_untouched_order_leaves_the_document_as_it_is(pdf_of):
    pdf = pdf_of()
    assert sesuaikan(pdf, TugasCetak("x")) is pdf


@pytest.mark.parametrize(("ukuran"), [(210, 297), (297, 210)])
def test_cut_content_is_seen_from_the_marks_and_gone_after_shrinking(pdf_of, ukuran):
    pdf = pdf_of(*ukuran)
    sempit, lebar = Pinggir(9, 9, 9, 9), Pinggir(4, 4, 4, 14)
    assert not is_terpotong(pdf, sempit)
    assert is_terpotong(pdf, lebar)
    assert not is_terpotong(sesuaikan(pdf, TugasCetak("x", bidang=lebar)), lebar)
