"""Fields for a code on paper: typed, pasted, gone back in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from sooko_desk.ui.kit.isian_kode import IsianKode

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def isian(qtbot):
    isian = IsianKode(range(1, 8))
    qtbot.addWidget(isian)
    isian.show()
    assert QTest.qWaitForWindowActive(isian)
    isian.setFocus()
    return isian


def ketik(teks):
    QTest.keyClicks(QApplication.focusWidget(), teks)


def ketik_semua(teks):
    for huruf in teks:
        ketik(huruf)


def tekan(tombol, *tambahan):
    QTest.keyClick(QApplication.focusWidget(), tombol, *tambahan)


def test_a_whole_code_is_typed_without_touching_another_key(isian):
    berubah = []
    isian.berubah.connect(lambda: berubah.append(isian.penuh()))
    ketik_semua("7k3m9qxt2wyz0hjc5vrn8bdgm4ew")
    assert isian.teks() == "7K3M 9QXT 2WYZ 0HJC 5VRN 8BDG M4EW"
    assert berubah == [*[False] * 27, True]


def test_dashes_and_blanks_are_not_letters(isian):
    ketik_semua("7-k 3m")
    assert isian.nilai()[1] == "7K3M"
    assert QApplication.focusWidget().accessibleName() == "Kelompok 2 dari kode"


def test_backspace_goes_back_to_the_group_before(isian):
    ketik_semua("7K3M")
    tekan(K.Key_Backspace)
    tekan(K.Key_Backspace)
    assert isian.nilai()[1] == "7K3"
    tekan(K.Key_Home)
    tekan(K.Key_Backspace)
    assert isian.nilai()[1] == "7K3"


def test_backspace_in_the_first_group_stays_there(isian):
    tekan(K.Key_Backspace)
    assert QApplication.focusWidget().accessibleName() == "Kelompok 1 dari kode"


@pytest.mark.parametrize(
    "teks", ["7k3m-9qxt-2wyz-0hjc-5vrn-8bdg-m4ew", "7K3M9QXT2WYZ0HJC5VRN8BDGM4EW\n"]
)
def test_a_pasted_code_fills_all_groups_wherever_the_caret_is(isian, teks):
    isian.sorot(3)
    QApplication.clipboard().setText(teks)
    tekan(K.Key_V, CTRL)
    assert isian.teks() == "7K3M 9QXT 2WYZ 0HJC 5VRN 8BDG M4EW"


def test_a_pasted_part_begins_where_the_caret_is(isian):
    isian.sorot(6)
    QApplication.clipboard().setText("8bdg m4ew 9999")
    tekan(K.Key_V, CTRL)
    assert isian.nilai() == dict.fromkeys(range(1, 6), "") | {6: "8BDG", 7: "M4EW"}


def test_a_group_that_is_wrong_is_chosen_to_be_typed_over(isian):
    ketik_semua("7k3m9qxt")
    isian.sorot(1)
    ketik_semua("AAAA")
    assert isian.nilai()[1] == "AAAA"
    isian.kosongkan()
    assert isian.teks().strip() == ""
    assert QApplication.focusWidget().accessibleName() == "Kelompok 1 dari kode"


def test_enter_says_that_it_is_done_and_only_the_asked_groups_are_there(qtbot):
    isian = IsianKode((2, 5, 7))
    qtbot.addWidget(isian)
    isian.show()
    assert QTest.qWaitForWindowActive(isian)
    isian.setFocus()
    assert [w.accessibleName()[9] for w in isian.findChildren(QLineEdit)] == ["2", "5", "7"]
    with qtbot.waitSignal(isian.selesai, timeout=1000):
        tekan(K.Key_Return)
    assert isian.nilai() == {2: "", 5: "", 7: ""}
