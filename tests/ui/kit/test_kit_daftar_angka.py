"""A short list that is chosen by digits and letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.domain.sop import Pilihan
from sooko_desk.ui.kit.daftar_angka import DaftarAngka

K = Qt.Key
BARIS = tuple(Pilihan(f"k{n}", f"alasan nomor {n}") for n in range(1, 15))


@pytest.fixture
def desk(shown):
    window = QWidget()
    layout = QVBoxLayout(window)
    window.daftar = DaftarAngka("Alasan")
    window.daftar.set_pilihan(BARIS)
    window.lain = QLineEdit()
    layout.addWidget(window.lain)
    layout.addWidget(window.daftar)
    window.kata = []
    window.daftar.dipilih.connect(window.kata.append)
    window.daftar.lanjut.connect(lambda: window.kata.append("lanjut"))
    shown(window)
    window.daftar.setFocus()
    return window


def test_nothing_is_chosen_by_looking(desk):
    assert desk.daftar.hasFocus()
    assert desk.daftar.kode() == ""
    assert desk.kata == []


@pytest.mark.parametrize(
    ("tombol", "kode"),
    [(K.Key_1, "k1"), (K.Key_9, "k9"), (K.Key_A, "k10"), (K.Key_E, "k14")],
)
def test_a_key_chooses_and_goes_on(qtbot, desk, tombol, kode):
    qtbot.keyClick(desk.daftar, tombol)
    assert desk.daftar.kode() == kode
    assert desk.kata == [kode, "lanjut"]


@pytest.mark.parametrize("tombol", [K.Key_0, K.Key_F, K.Key_Z])
def test_a_key_of_no_line_does_nothing(qtbot, desk, tombol):
    qtbot.keyClick(desk.daftar, tombol)
    assert (desk.daftar.kode(), desk.kata) == ("", [])


def test_a_held_key_goes_on_once(desk):
    for ulang in (False, True, True):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, K.Key_2, Qt.KeyboardModifier.NoModifier, "2", ulang
        )
        QApplication.sendEvent(desk.daftar, event)
    assert desk.kata == ["k2", "lanjut"]


def test_arrows_choose_as_they_move_and_enter_goes_on(qtbot, desk):
    for tombol in (K.Key_Down, K.Key_Down, K.Key_Up):
        qtbot.keyClick(desk.daftar, tombol)
    kini = desk.daftar.kode()
    assert kini in ("k1", "k2")
    assert "lanjut" not in desk.kata
    qtbot.keyClick(desk.daftar, K.Key_Return)
    assert desk.kata[-1] == "lanjut"
    assert desk.daftar.kode() == kini


def test_backspace_lifts_the_choice(qtbot, desk):
    qtbot.keyClick(desk.daftar, K.Key_3)
    qtbot.keyClick(desk.daftar, K.Key_Backspace)
    assert desk.daftar.kode() == ""
    assert desk.kata == ["k3", "lanjut", ""]


def test_a_click_chooses_and_goes_on(qtbot, desk):
    rect = desk.daftar.visualRect(desk.daftar.model().index(1, 0))
    qtbot.mouseClick(desk.daftar.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert desk.kata == ["k2", "lanjut"]


def test_a_lines_key_is_the_lists_before_it_is_the_windows(qtbot, desk):
    lain = []
    for tombol in ("A", "Z"):
        pintasan = QShortcut(QKeySequence(tombol), desk)
        pintasan.activated.connect(lambda tombol=tombol: lain.append(tombol))
    qtbot.keyClick(desk.daftar, K.Key_A)
    qtbot.keyClick(desk.daftar, K.Key_Z)
    assert desk.daftar.kode() == "k10"
    assert lain == ["Z"]


def test_a_key_with_ctrl_is_the_windows(qtbot, desk):
    qtbot.keyClick(desk.daftar, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(desk.daftar, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.kata == []


def test_what_is_still_offered_stays_chosen_and_nothing_is_told(desk):
    desk.daftar.set_kode("k3")
    desk.daftar.set_pilihan(BARIS[2:])
    assert desk.daftar.kode() == "k3"
    desk.daftar.set_pilihan(BARIS[5:])
    assert desk.daftar.kode() == ""
    desk.daftar.set_kode("tidak ada")
    assert (desk.daftar.kode(), desk.kata) == ("", [])


def test_it_is_as_high_as_its_lines_and_scrolls_where_there_is_no_room(desk):
    desk.resize(300, 800)
    QApplication.processEvents()
    assert not desk.daftar.verticalScrollBar().isVisible()
    desk.resize(300, 160)
    QApplication.processEvents()
    assert desk.daftar.verticalScrollBar().isVisible()
    desk.daftar.set_kode("k14")
    rect = desk.daftar.visualRect(desk.daftar.model().index(13, 0))
    assert desk.daftar.viewport().rect().contains(rect)
