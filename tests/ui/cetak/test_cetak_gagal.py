"""What is told of a print that failed: in its window at once, where the window was at its end."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from ui.cetak.jendela_cetak import JendelaCetak, PrinterPalsu, SetelanIngatan

from sooko_desk.domain.errors import UserError
from sooko_desk.ui import theme
from sooko_desk.ui.cetak import pesan
from sooko_desk.ui.cetak.dialog_cetak import DialogCetak, Keadaan
from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak
from sooko_desk.ui.cetak.panel_cetak import PanelCetak
from sooko_desk.ui.cetak.pilihan_cetak import MENCARI
from sooko_desk.ui.cetak.tugas import PrinterTersedia

K = Qt.Key
JUDUL = "Tanda Bukti 0012"


@pytest.fixture(scope="module", autouse=True)
def _tema(qapp):
    theme.apply(qapp)


@pytest.fixture
def buka(qtbot, pdf_of):
    """A print window whose words for outside are in `di_luar`."""

    def buat(printer):
        jendela = JendelaCetak(qtbot, printer, lambda k: pdf_of(k.lebar, k.tinggi))
        jendela.di_luar = []
        jendela.dialog.gagal.connect(jendela.di_luar.append)
        jendela.dialog.finished.connect(lambda _hasil: jendela.di_luar.append("selesai"))
        return jendela

    return buat


def test_a_print_that_failed_last_is_told_outside_at_the_end(buka):
    printer = PrinterPalsu()
    printer.galat = UserError("Printer hilang.")
    jendela = buka(printer)
    jendela.press(K.Key_Return)
    jendela.wait_for(lambda: jendela.kalimat == "Printer hilang.")
    assert jendela.di_luar == []
    jendela.dialog.reject()
    assert jendela.di_luar == [pesan.sebut_belum(JUDUL), "selesai"]


def test_a_failure_that_was_put_right_is_told_nowhere_else(buka):
    printer = PrinterPalsu()
    printer.galat = UserError("Printer hilang.")
    jendela = buka(printer)
    jendela.press(K.Key_Return)
    jendela.wait_for(lambda: jendela.kalimat == "Printer hilang.")
    printer.galat = None
    jendela.press(K.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    jendela.press(K.Key_Y)
    assert jendela.di_luar == ["selesai"]


def test_a_paper_that_did_not_come_out_is_told_outside_at_the_end(buka):
    jendela = buka(PrinterPalsu())
    jendela.press(K.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    jendela.press(K.Key_U)
    assert jendela.kalimat == pesan.BELUM_KELUAR
    jendela.dialog.reject()
    assert jendela.di_luar == [pesan.sebut_belum(JUDUL), "selesai"]


def test_a_refusal_after_closing_is_told_with_its_reason(buka):
    printer, lanjut = PrinterPalsu(), threading.Event()
    printer.galat = UserError("Printer menolak.")
    asli = printer._cetak
    printer._cetak = lambda *isi: lanjut.wait(5) and asli(*isi)
    jendela = buka(printer)
    jendela.press(K.Key_Return)
    jendela.press(K.Key_Escape)
    assert jendela.di_luar == []
    lanjut.set()
    jendela.wait_for(lambda: "selesai" in jendela.di_luar)
    assert jendela.di_luar == [pesan.sebut_belum(JUDUL, "Printer menolak."), "selesai"]


@pytest.fixture
def cari(qtbot, pdf_of, tmp_path):
    """A window that is still looking for its printers until `lanjut` is set."""
    terbuka = []

    def buat(*nama, boleh_simpan=True, **setelan):
        lanjut, hilang = threading.Event(), tmp_path / "flashdisk" / "a.pdf"
        dunia = DuniaCetak(
            SetelanIngatan(**setelan),
            pilih_berkas=lambda _judul, _nama: hilang,
            list_printer=lambda: lanjut.wait(5) and tuple(map(PrinterTersedia, nama)),
            list_kertas=lambda _nama: None,
        )
        dokumen = DokumenCetak("surat", "Surat", "surat.pdf", pdf_of(), boleh_simpan=boleh_simpan)
        dialog = DialogCetak(dokumen, dunia)
        dialog.open()
        terbuka.append(dialog)
        panel = dialog.findChild(PanelCetak)
        qtbot.waitUntil(lambda: panel.findChild(QComboBox).currentText() == MENCARI)
        return dialog, panel, lanjut

    yield buat
    for dialog in terbuka:
        with qtbot.waitSignal(dialog.destroyed):
            dialog.reject()


def test_what_is_said_of_saving_outlives_the_search_for_printers(cari, qtbot):
    dialog, panel, lanjut = cari("Loket")
    panel.simpan.click()
    lanjut.set()
    qtbot.waitUntil(lambda: dialog.keadaan is Keadaan.SIAP)
    assert "Pasang kembali flashdisk-nya" in panel.kalimat


def test_a_printer_without_paper_is_named_even_beside_the_one_that_is_gone(cari, qtbot):
    dialog, panel, lanjut = cari("Microsoft Print to PDF", **{"printer/surat": "Loket"})
    lanjut.set()
    qtbot.waitUntil(lambda: dialog.keadaan is Keadaan.SIAP)
    assert "“Loket”, tidak ada" in panel.kalimat
    assert "bukan printer kertas" in panel.kalimat


@pytest.mark.parametrize(
    ("printer", "boleh_simpan", "jalan"),
    [
        ((), True, pesan.TETAP_TERSIMPAN),
        ((), False, pesan.TIDAK_ADA_PRINTER),
        (("Microsoft Print to PDF",), True, "pakai Simpan PDF."),
        (("Microsoft Print to PDF",), False, "Pilih printer lain."),
    ],
)
def test_saving_is_offered_only_where_it_is_allowed(cari, qtbot, printer, boleh_simpan, jalan):
    dialog, panel, lanjut = cari(*printer, boleh_simpan=boleh_simpan)
    lanjut.set()
    qtbot.waitUntil(lambda: dialog.keadaan is Keadaan.SIAP)
    assert panel.kalimat.endswith(jalan)
