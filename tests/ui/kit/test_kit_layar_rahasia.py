"""Keeping a window out of captures: what the system is asked, where there is such a thing."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QWidget

from sooko_desk.ui.kit.layar_rahasia import rahasiakan_layar


class User32:
    """The system's library; takes only what it knows."""

    def __init__(self, *dikenal):
        self.dikenal = dikenal
        self.diminta = []

    def SetWindowDisplayAffinity(self, _hwnd, cara):  # noqa: N802 - as Windows calls it
        self.diminta.append(cara)
        return cara in self.dikenal


@pytest.fixture
def jendela(qtbot):
    jendela = QWidget()
    qtbot.addWidget(jendela)
    return jendela


@pytest.mark.parametrize(
    ("dikenal", "rahasia", "diminta", "hasil"),
    [
        ((0x00, 0x01, 0x11), True, [0x11], True),
        ((0x00, 0x01), True, [0x11, 0x01], True),
        ((), True, [0x11, 0x01], False),
        ((0x00, 0x01, 0x11), False, [0x00], True),
    ],
)
def test_the_strongest_way_that_the_system_knows_is_taken(
    jendela, dikenal, rahasia, diminta, hasil
):
    user32 = User32(*dikenal)
    assert rahasiakan_layar(jendela, rahasia, user32) is hasil
    assert user32.diminta == diminta


@pytest.mark.skipif(sys.platform == "win32", reason="the system has such a thing")
def test_elsewhere_nothing_is_asked(jendela):
    assert not rahasiakan_layar(jendela, rahasia=True)
