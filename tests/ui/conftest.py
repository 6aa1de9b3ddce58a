"""A settings tab in a window of its own, as the settings window shows it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.ui import theme

_LEBAR, _TINGGI = 900, 520


@pytest.fixture
def tampil(qapp):
    """Show a tab for an officer; the caret stands where its work begins."""
    if not qapp.styleSheet():
        theme.apply(qapp)
    semua = []

    def tampil(tab, petugas):
        jendela = QWidget()
        jendela.resize(_LEBAR, _TINGGI)
        layout = QVBoxLayout(jendela)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(tab)
        tab.set_petugas(petugas)
        semua.append(jendela)
        jendela.show()
        jendela.activateWindow()
        assert QTest.qWaitForWindowActive(jendela)
        tab.setFocus(Qt.FocusReason.TabFocusReason)
        return tab

    yield tampil
    for jendela in semua:
        jendela.close()
        jendela.deleteLater()


@pytest.fixture
def service(kantor):
    """Office hours and holidays."""
    return kantor.meja.jadwal
