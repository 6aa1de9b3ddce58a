"""Keys of a window and of a part of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from sooko_desk.ui.kit.pintasan import DI_BAGIAN, DI_SINI, pasang_pintasan

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
BIASA = Qt.KeyboardModifier.NoModifier


class Meja(QWidget):
    """A window with a part that holds a button and a field, and a button outside of it."""

    def __init__(self):
        super().__init__()
        self.bagian = QWidget()
        self.bagian.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dalam, self.isian, self.luar = QPushButton("a"), QLineEdit(), QPushButton("b")
        isi = QVBoxLayout(self.bagian)
        isi.addWidget(self.dalam)
        isi.addWidget(self.isian)
        layout = QVBoxLayout(self)
        layout.addWidget(self.bagian)
        layout.addWidget(self.luar)
        self.kata = []

    def catat(self):
        self.kata.append(self.sender().objectName())

    def tahan(self, tombol, kali=3):
        """Hold a key down until the keyboard has sent it so many times."""
        di = self.focusWidget()
        for ke in range(kali):
            QTest.simulateEvent(di, True, tombol, BIASA, "", ke > 0)
        QTest.simulateEvent(di, False, tombol, BIASA, "", False)


@pytest.fixture
def meja(shown):
    meja = shown(Meja())
    meja.luar.setFocus()
    return meja


@pytest.mark.parametrize(
    ("kunci", "tombol", "tambahan"),
    [
        ("Enter", K.Key_Return, BIASA),
        ("Enter", K.Key_Enter, BIASA),
        ("Ctrl+Enter", K.Key_Return, CTRL),
        ("Ctrl+Enter", K.Key_Enter, CTRL),
        ("Ctrl+Shift+Enter", K.Key_Return, CTRL_SHIFT),
        ("Ctrl+Shift+Enter", K.Key_Enter, CTRL_SHIFT),
        ("Ctrl++", K.Key_Plus, CTRL),
        ("Ctrl++", K.Key_Equal, CTRL),
        ("F8", K.Key_F8, BIASA),
    ],
)
def test_one_name_is_every_key_that_the_officer_calls_so(qtbot, meja, kunci, tombol, tambahan):
    pasang_pintasan(meja, {kunci: meja.catat})
    qtbot.keyClick(meja.luar, tombol, tambahan)
    assert meja.kata == [kunci]


def test_every_key_does_its_own(qtbot, meja):
    semua = pasang_pintasan(meja, {"F8": meja.catat, "Ctrl+N": meja.catat})
    assert [p.objectName() for p in semua] == ["F8", "Ctrl+N"]
    assert all(p.parent() is meja for p in semua)
    qtbot.keyClick(meja.luar, K.Key_N, CTRL)
    semua[1].setEnabled(False)
    qtbot.keyClick(meja.luar, K.Key_N, CTRL)
    qtbot.keyClick(meja.luar, K.Key_F8)
    assert meja.kata == ["Ctrl+N", "F8"]


def test_a_key_of_a_part_works_only_with_the_caret_in_it(qtbot, meja):
    pasang_pintasan(meja.bagian, {"F8": meja.catat}, DI_BAGIAN)
    qtbot.keyClick(meja.luar, K.Key_F8)
    assert meja.kata == []
    for di in (meja.bagian, meja.dalam, meja.isian):
        di.setFocus()
        qtbot.keyClick(di, K.Key_F8)
    assert meja.kata == ["F8"] * 3


def test_a_field_of_the_part_keeps_its_own_keys(qtbot, meja):
    pasang_pintasan(meja.bagian, {"L": meja.catat}, DI_BAGIAN)
    meja.isian.setFocus()
    qtbot.keyClick(meja.isian, K.Key_L)
    assert (meja.isian.text(), meja.kata) == ("l", [])


def test_a_key_of_one_widget_is_not_of_what_it_holds(qtbot, meja):
    pasang_pintasan(meja.bagian, {"F8": meja.catat}, DI_SINI)
    for di in (meja.dalam, meja.bagian):
        di.setFocus()
        qtbot.keyClick(di, K.Key_F8)
    assert meja.kata == ["F8"]


def test_a_held_key_acts_once(meja):
    pasang_pintasan(meja, {"F8": meja.catat})
    meja.tahan(K.Key_F8)
    assert meja.kata == ["F8"]


def test_a_held_key_acts_on_where_that_is_useful(meja):
    pasang_pintasan(meja, {"F8": meja.catat}, berulang=True)
    meja.tahan(K.Key_F8)
    assert meja.kata == ["F8"] * 3
