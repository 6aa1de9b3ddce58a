"""The small number field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from sooko_desk.ui.cetak.isian_bilangan import IsianBilangan


@pytest.fixture
def isian(qtbot):
    field = IsianBilangan("Salinan", 99)
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.mark.parametrize(
    ("ketikan", "nilai"), [("3", 3), ("07", 7), ("", 1), ("0", 1), ("500", 99), ("-2", 2), ("x", 1)]
)
def test_whatever_is_typed_a_number_in_bounds_counts(isian, qtbot, ketikan, nilai):
    isian.clear()
    qtbot.keyClicks(isian, ketikan)
    assert isian.value() == nilai
    qtbot.keyClick(isian, Qt.Key.Key_Return)
    assert isian.text() == str(nilai)


def test_arrows_step_and_stop_at_the_bounds(isian, qtbot):
    qtbot.keyClick(isian, Qt.Key.Key_Down)
    assert isian.value() == 1
    qtbot.keyClick(isian, Qt.Key.Key_Up)
    assert isian.value() == 2


def test_new_bounds_take_the_number_along_and_tell(isian, qtbot):
    with qtbot.waitSignal(isian.diubah) as sinyal:
        isian.set_batas(4, 6)
    assert sinyal.args == [4]
    with qtbot.assertNotEmitted(isian.diubah):
        isian.set_batas(4, 9)
