"""Printing without the window: the small sentence, its answers, and what goes out for the log."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from ui.cetak.jendela_cetak import KERTAS_A4, PrinterPalsu, SetelanIngatan

from sooko_desk.domain.errors import UserError
from sooko_desk.printing.kertas import A4
from sooko_desk.ui import theme
from sooko_desk.ui.cetak import cetak_langsung, pesan
from sooko_desk.ui.cetak.cetak_langsung import CetakLangsung
from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak
from sooko_desk.ui.cetak.setelan_cetak import KebiasaanCetak
from sooko_desk.ui.cetak.tugas import KabarTugas, Nasib
from sooko_desk.ui.kit.tombol import tombol_utama

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="module", autouse=True)
def _tema(qapp):
    theme.apply(qapp)


class Langsung:
    def __init__(self, qtbot, pdf, printer, setelan=None, salinan=1, induk=None):
        self.qtbot = qtbot
        self.induk = induk or self._buat_induk()
        dokumen = DokumenCetak("tanda_bukti", "Tanda bukti TB-1", "a.pdf", pdf, kertas=(A4,))
        self.jalan = CetakLangsung(dokumen, printer.dunia(setelan or SetelanIngatan()), self.induk)
        self.kartu = self.jalan.kabar
        self.kabar = []
        for nama in ("tercetak", "tidak_tercetak", "dikonfirmasi", "gagal"):
            getattr(self.jalan, nama).connect(
                lambda *isi, nama=nama: self.kabar.append((nama, *isi))
            )
        self.jalan.finished.connect(lambda: self.kabar.append(("finished",)))
        self.jalan.jendela_diminta.connect(self._on_jendela)
        self.jalan.mulai(KebiasaanCetak("Loket", "", salinan, langsung=True))

    def _buat_induk(self):
        induk = QWidget()
        self.qtbot.addWidget(induk)
        self.isian = QLineEdit()
        QVBoxLayout(induk).addWidget(self.isian)
        induk.resize(1040, 560)
        induk.show()
        self.isian.setFocus()
        return induk

    def _on_jendela(self):
        self.kabar.append(("jendela",))

    def wait_asked(self):
        self.qtbot.waitUntil(self.kartu.ya.isVisible)

    def wait_freed(self):
        self.qtbot.waitUntil(lambda: not shiboken6.isValid(self.jalan))


@pytest.fixture
def mulai(qtbot, pdf_of):
    return lambda printer, **isi: Langsung(qtbot, pdf_of(), printer, **isi)


def test_it_says_where_the_paper_went_and_leaves_the_caret_alone(mulai, qtbot):
    printer = PrinterPalsu()
    cetak = mulai(printer, salinan=2)
    cetak.wait_asked()
    assert cetak.kartu.teks.text() == (
        "Tanda bukti TB-1 (2 salinan) dikirim ke “Loket”. Sudah keluar dari printer?"
    )
    assert cetak.kartu.geometry().bottom() < cetak.induk.height()
    assert cetak.induk.focusWidget() is cetak.isian
    qtbot.keyClicks(cetak.isian, "ya")
    assert cetak.kabar == [("tercetak", "Loket", 2)]
    qtbot.keyClick(cetak.isian, Qt.Key.Key_Y, ALT)
    assert cetak.kabar[1:] == [("dikonfirmasi", True), ("finished",)]
    assert cetak.isian.text() == "ya"
    assert cetak.kartu.teks.text() == "Tanda bukti TB-1 tercetak."
    assert cetak.jalan.kertas == "A4"
    cetak.wait_freed()


def test_not_come_out_names_the_log(mulai, qtbot):
    cetak = mulai(PrinterPalsu())
    cetak.wait_asked()
    qtbot.keyClick(cetak.isian, Qt.Key.Key_U, ALT)
    assert cetak.kabar[1] == ("dikonfirmasi", False)
    assert "riwayat cetak (F7); nomornya tetap" in cetak.kabar[2][1]
    cetak.wait_freed()


def test_a_refusal_names_the_document_and_the_log(mulai, qtbot):
    printer = PrinterPalsu()
    printer.galat = UserError("Printer hilang.")
    cetak = mulai(printer)
    qtbot.waitUntil(lambda: ("finished",) in cetak.kabar)
    assert cetak.kabar[0] == ("tidak_tercetak", "Loket", 1)
    assert cetak.kabar[1][1].startswith("Tanda bukti TB-1 belum tercetak. Printer hilang. Cetak")
    cetak.wait_freed()


@pytest.mark.parametrize(
    ("kabar", "jawaban"),
    [
        (KabarTugas(Nasib.SELESAI, pesan.PRINTER_SELESAI, pasti=True), True),
        (KabarTugas(Nasib.GAGAL, pesan.DIBATALKAN), False),
    ],
)
def test_what_the_printer_says_itself_is_not_asked(mulai, qtbot, kabar, jawaban):
    printer = PrinterPalsu()
    printer.kabar = kabar
    cetak = mulai(printer)
    qtbot.waitUntil(lambda: ("finished",) in cetak.kabar)
    assert ("dikonfirmasi", jawaban) in cetak.kabar
    cetak.wait_freed()


def test_empty_paper_is_told_while_it_waits(mulai, qtbot):
    printer = PrinterPalsu()
    printer.kabar = KabarTugas(Nasib.TERTAHAN, pesan.Halangan.KERTAS.value)
    cetak = mulai(printer)
    qtbot.waitUntil(lambda: "Kertas habis" in cetak.kartu.teks.text())
    cetak.kartu.ya.click()
    cetak.wait_freed()


def test_without_an_answer_it_ends_by_itself(mulai):
    cetak = mulai(PrinterPalsu())
    cetak.wait_asked()
    cetak.kartu.selesai.emit()
    assert cetak.kabar == [("tercetak", "Loket", 1), ("finished",)]
    assert not cetak.kartu.isVisible()
    cetak.wait_freed()


def test_the_window_is_opened_by_key(mulai, qtbot):
    cetak = mulai(PrinterPalsu())
    cetak.wait_asked()
    qtbot.keyClick(
        cetak.isian,
        Qt.Key.Key_P,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert cetak.kabar[1:] == [("finished",), ("jendela",)]
    cetak.wait_freed()


def test_offset_and_fitting_of_the_printer_are_kept(mulai):
    printer = PrinterPalsu()
    setelan = SetelanIngatan(**{"geser/Loket/tegak": "1 -2", "muat/Loket": "1"})
    cetak = mulai(printer, setelan=setelan)
    cetak.wait_asked()
    assert printer.tugas[0].geser == (1.0, -2.0)
    assert printer.tugas[0].bidang == KERTAS_A4.pinggir
    cetak.kartu.ya.click()
    cetak.wait_freed()


def test_a_bug_while_printing_is_told(mulai, qtbot):
    printer = PrinterPalsu()
    printer.galat = KeyError("bug")
    with qtbot.captureExceptions() as salah:
        cetak = mulai(printer)
        qtbot.waitUntil(lambda: ("finished",) in cetak.kabar)
    assert [satu[0] for satu in salah] == [KeyError]
    assert "kesalahan program" in cetak.kabar[0][1]
    cetak.wait_freed()


def test_a_slow_printer_is_waited_for_and_its_window_offered_afterwards(mulai, qtbot, monkeypatch):
    monkeypatch.setattr(cetak_langsung, "LAMA_MS", 1)
    printer, lanjut = PrinterPalsu(), threading.Event()
    asli = printer._cetak
    printer._cetak = lambda *isi: lanjut.wait(5) and asli(*isi)
    cetak = mulai(printer)
    assert cetak.kartu.isVisible()
    assert not cetak.kartu.buka.isVisible()
    assert not cetak.kartu._pewaktu.isActive()
    lanjut.set()
    cetak.wait_asked()
    assert cetak.kartu.buka.isVisible()
    cetak.kartu.ya.click()
    cetak.wait_freed()


def test_of_two_questions_the_keys_answer_the_newest(mulai, qtbot):
    lama = mulai(PrinterPalsu())
    lama.wait_asked()
    baru = mulai(PrinterPalsu(), induk=lama.induk)
    baru.wait_asked()
    assert lama.kartu.geometry().bottom() < baru.kartu.geometry().top()
    assert lama.kartu.ya.pintasan == ""
    qtbot.keyClick(lama.isian, Qt.Key.Key_Y, ALT)
    assert ("dikonfirmasi", True) in baru.kabar
    assert ("dikonfirmasi", True) not in lama.kabar
    assert lama.kartu.ya.pintasan == "Alt+Y"
    qtbot.keyClick(lama.isian, Qt.Key.Key_U, ALT)
    assert ("dikonfirmasi", False) in lama.kabar
    for satu in (lama, baru):
        satu.wait_freed()


def test_it_stands_beside_the_buttons_of_the_window(mulai):
    cetak = mulai(PrinterPalsu())
    tombol = tombol_utama("Simpan", "check")
    tombol.setParent(cetak.induk)
    tombol.setGeometry(900, 500, 120, 40)
    tombol.show()
    cetak.wait_asked()
    assert cetak.kartu.geometry().bottom() < 500
    tombol.setGeometry(900, 0, 120, 560)
    cetak.induk.resize(1040, 570)
    assert cetak.kartu.geometry().bottom() > 500
    cetak.kartu.ya.click()
    cetak.wait_freed()
