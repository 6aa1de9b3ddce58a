"""The settings window: tabs, saving them together, and closing without losing anything."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QTableView, QWidget

from sooko_desk.ui import theme
from sooko_desk.ui.kit.lencana import CELL_SIDE
from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.pengaturan.dialog import LEBAR, TINGGI, DialogPengaturan
from sooko_desk.ui.pengaturan.tab_jam import TabJam
from sooko_desk.ui.pengaturan.tab_libur import TabLibur
from sooko_desk.ui.pengaturan.tab_syarat import TabSyarat

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TERKECIL = (1040, 560)
"""Inside of a window on 1366 × 768 at 125 %."""


class Halaman(QWidget):
    """The smallest tab that keeps to the rules: one word, which must not be empty."""

    diubah = Signal()

    def __init__(self, *, fokus=True) -> None:
        super().__init__()
        self.tersimpan = "bawaan"
        self.isian = QLineEdit(self.tersimpan)
        self.petugas = None
        if fokus:
            self.setFocusProxy(self.isian)
        QHBoxLayout(self).addWidget(self.isian)
        self.isian.textEdited.connect(lambda _teks: self.diubah.emit())

    def set_petugas(self, petugas) -> None:
        self.petugas = petugas

    def is_diubah(self) -> bool:
        return self.isian.text() != self.tersimpan

    def sebut_tunggu(self) -> str:
        return ""

    def simpan(self) -> bool:
        if not self.isian.text():
            self.isian.setFocus()
            return False
        self.tersimpan = self.isian.text()
        return True

    def kembalikan_bawaan(self) -> None:
        self.tersimpan = "bawaan"
        self.isian.setText("bawaan")
        self.diubah.emit()


@pytest.fixture
def buka(qapp, kasi):
    if not qapp.styleSheet():
        theme.apply(qapp)
    induk = QWidget()

    def buka(petugas=kasi, **halaman):
        dialog = DialogPengaturan(list(halaman.items()), petugas, induk)
        dialog.open()
        QTest.qWaitForWindowActive(dialog)
        return dialog

    yield buka
    induk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def satu():
    return Halaman()


@pytest.fixture
def dua():
    return Halaman()


def tekan(tombol, tambahan=Qt.KeyboardModifier.NoModifier):
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget(), tombol, tambahan)


def ketik(teks):
    tekan(K.Key_End)  # a field that gets the caret is marked as a whole
    QTest.keyClicks(QApplication.focusWidget(), teks)


def test_every_tab_gets_the_officer_and_its_key(buka, satu, dua, kasi):
    dialog = buka(Satu=satu, Dua=dua)
    assert satu.petugas is dua.petugas is kasi
    assert QApplication.focusWidget() is satu.isian
    tekan(K.Key_2, CTRL)
    assert dialog.tab.currentWidget() is dua
    assert QApplication.focusWidget() is dua.isian


def test_a_tab_without_a_place_for_the_caret_leaves_it_on_the_titles(buka):
    dialog = buka(Satu=Halaman(fokus=False))
    assert QApplication.focusWidget() is dialog.tab.tabBar()


def test_one_key_saves_every_tab_with_changes(buka, satu, dua):
    dialog = buka(Satu=satu, Dua=dua)
    ketik(" satu")
    tekan(K.Key_2, CTRL)
    ketik(" dua")
    tekan(K.Key_1, CTRL)
    tekan(K.Key_Return, CTRL)
    assert (satu.tersimpan, dua.tersimpan) == ("bawaan satu", "bawaan dua")
    assert dialog.tab.currentWidget() is satu


def test_a_tab_that_refuses_is_shown_and_the_others_are_saved(buka, satu, dua):
    dialog = buka(Satu=satu, Dua=dua)
    ketik(" satu")
    tekan(K.Key_2, CTRL)
    tekan(K.Key_A, CTRL)
    tekan(K.Key_Delete)
    tekan(K.Key_1, CTRL)
    tekan(K.Key_Enter, CTRL)
    assert satu.tersimpan == "bawaan satu"
    assert dialog.tab.currentWidget() is dua
    assert QApplication.focusWidget() is dua.isian


def test_saving_without_a_change_says_so(buka, satu):
    dialog = buka(Satu=satu)
    tekan(K.Key_Return, CTRL)
    assert dialog.spanduk.teks == "Belum ada perubahan untuk disimpan."


def test_escape_asks_once_and_closes_the_second_time(buka, satu, dua):
    dialog = buka(Satu=satu, Dua=dua)
    ketik(" x")
    tekan(K.Key_Escape)
    assert dialog.isVisible()
    assert dialog.spanduk.teks.startswith("Satu: ada perubahan yang belum disimpan. Simpan dengan")
    assert satu.isian.text() == "bawaan x"
    tekan(K.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(dialog)


def test_typing_on_after_the_question_asks_again(buka, satu):
    dialog = buka(Satu=satu)
    ketik(" x")
    tekan(K.Key_Escape)
    ketik("y")
    assert not dialog.spanduk.isVisible()
    dialog.close()
    assert dialog.isVisible()
    dialog.tutup.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize("siapa", ["operator", "kasi"])
def test_changing_the_officer_is_asked_for_after_closing(buka, satu, siapa, request):
    dialog = buka(request.getfixturevalue(siapa), Satu=satu)
    tekan(K.Key_F12)
    assert dialog.isVisible()
    assert dialog.spanduk.isVisible()
    assert dialog.spanduk.teks == (
        "Tutup jendela ini dengan Esc, lalu tekan F12 untuk berganti petugas."
    )
    tekan(K.Key_Escape)
    assert not dialog.isVisible()


def test_the_officers_key_never_answers_the_question_about_unsaved_changes(buka, satu):
    dialog = buka(Satu=satu)
    ketik(" x")
    tekan(K.Key_Escape)
    tekan(K.Key_F12)
    tekan(K.Key_Escape)
    assert dialog.isVisible()
    assert "belum disimpan" in dialog.spanduk.teks


def test_without_a_change_escape_closes_at_once(buka, satu):
    dialog = buka(Satu=satu)
    selesai = []
    dialog.finished.connect(selesai.append)
    tekan(K.Key_Escape)
    assert selesai == [0]


def test_going_back_to_what_was_shipped_is_for_the_tab_that_is_seen(buka, satu, dua):
    dialog = buka(Satu=satu, Dua=dua)
    ketik(" x")
    tekan(K.Key_2, CTRL)
    ketik(" y")
    dialog.kembalikan.click()
    assert (satu.isian.text(), dua.isian.text()) == ("bawaan x", "bawaan")


def test_the_operator_has_no_button_and_no_key_to_change_anything(buka, satu, operator):
    dialog = buka(operator, Satu=satu)
    assert not dialog.simpan.isVisible()
    assert not dialog.kembalikan.isVisible()
    ketik(" x")
    tekan(K.Key_Return, CTRL)
    assert satu.tersimpan == "bawaan"


def list_terpotong(dialog):
    """Words that do not fit their widget, and widgets that stick out of the window."""
    terpotong = [
        f"columns: {tabel.accessibleName()}"
        for tabel in dialog.findChildren(QTableView)
        if tabel.isVisible() and tabel.horizontalHeader().length() > tabel.viewport().width()
    ]
    for widget in dialog.findChildren(QLabel) + dialog.findChildren(Tombol):
        if not widget.isVisible() or not widget.text() or "BarisIsian" in str(widget.parent()):
            continue
        sudut = widget.mapTo(dialog, QPoint(widget.width(), widget.height()))
        tinggi = isinstance(widget, QLabel) and widget.wordWrap()
        if sudut.x() > dialog.width() or sudut.y() > dialog.height():
            terpotong.append(f"outside: {widget.text()}")
        elif tinggi and widget.heightForWidth(widget.width()) > widget.height():
            terpotong.append(f"lines: {widget.text()}")
        elif not tinggi and widget.sizeHint().width() > widget.width() + 1:
            terpotong.append(f"words: {widget.text()}")
    return terpotong


def list_nama_terpotong(tab):
    """Reasons whose name does not fit its cell."""
    lebar = tab.alasan.fontMetrics().horizontalAdvance
    model = tab.model
    return [
        nama
        for n in range(model.rowCount())
        if lebar(nama := model.row(n).jenis.nama) + 2 * CELL_SIDE
        > tab.alasan.visualRect(model.index(n, 1)).width()
    ]


@pytest.mark.parametrize("ukuran", [(LEBAR, TINGGI), TERKECIL])
@pytest.mark.parametrize("siapa", ["operator", "kasi"])
def test_the_requirement_lists_fit_every_screen_of_the_office(buka, kantor, siapa, ukuran):
    tab = TabSyarat(kantor.meja.rak, kantor.meja.syarat)
    dialog = buka(getattr(kantor, siapa), Syarat=tab)
    dialog.resize(*ukuran)
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == ukuran
    assert list_terpotong(dialog) == []
    assert len(list_nama_terpotong(tab)) <= 1  # of one the name is longer than any list
    for n in range(tab.model.rowCount()):
        tab.alasan.pilih(tab.model.key(n))
        QApplication.processEvents()
        assert list_terpotong(dialog) == [], tab.model.key(n)
        assert tab.panel.daftar.horizontalScrollBar().maximum() == 0


def test_every_field_of_a_paper_is_in_sight_on_the_counters_screen(buka, kantor):
    tab = TabSyarat(kantor.meja.rak, kantor.meja.syarat)
    buka(kantor.kasi, Syarat=tab)
    QApplication.processEvents()
    assert tab.panel.isian.visibleRegion().boundingRect().height() >= tab.panel.isian.height() - 1


@pytest.mark.parametrize("ukuran", [(LEBAR, TINGGI), TERKECIL])
def test_hours_fit_every_screen_with_everything_to_be_said(buka, kantor, ukuran):
    tab = TabJam(kantor.meja.jadwal)
    dialog = buka(kantor.kasi, Jam=tab)
    dialog.resize(*ukuran)
    tekan(K.Key_N, CTRL)
    for teks in ("Ramadan 1448 H", "8/2/2027", "7/2/2027"):
        ketik(teks)
        tekan(K.Key_Return)
    assert tab.pesan.text() == tab.sampai.pesan
    tekan(K.Key_Return, CTRL)
    tekan(K.Key_F12)
    tekan(K.Key_Escape)
    QApplication.processEvents()
    assert tab.spanduk.isVisible()
    assert dialog.spanduk.isVisible()
    assert list_terpotong(dialog) == []
    assert (dialog.width(), dialog.height()) == ukuran


@pytest.mark.parametrize("ukuran", [(LEBAR, TINGGI), TERKECIL])
def test_holidays_fit_every_screen_with_everything_to_be_said(buka, kantor, ukuran):
    tab = TabLibur(kantor.meja.jadwal)
    dialog = buka(kantor.kasi, Libur=tab)
    dialog.resize(*ukuran)
    tekan(K.Key_N, CTRL)
    for teks in ("31/2/2026", "Libur", "libur daerah", ""):
        ketik(teks)
        tekan(K.Key_Return)
    dialog.kembalikan.click()
    tekan(K.Key_N, CTRL)
    tekan(K.Key_F12)
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == ukuran
    assert list_terpotong(dialog) == []
