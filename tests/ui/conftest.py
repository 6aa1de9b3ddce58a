"""What windows stand on in tests: a parent, a proof that they are freed, hands at the keyboard."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from ui.ambil_uji import Tangan
from ui.asli_uji import LoketAsli

from sooko_desk.ui import theme

_LEBAR, _TINGGI = 900, 520


@pytest.fixture
def induk(qapp):
    """A window in sight, to be the parent of a dialog; workers end before it goes."""
    if not qapp.styleSheet():
        theme.apply(qapp)
    induk = QWidget()
    induk.show()
    yield induk
    QThreadPool.globalInstance().waitForDone()
    if shiboken6.isValid(induk):
        induk.close()
        induk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def tampil_bebas(induk):
    """Show a dialog whose parent is `induk`; at the end all that were shown must be freed."""
    assert QTest.qWaitForWindowActive(induk)
    semua = []

    def tampil_bebas(dialog):
        semua.append(dialog)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        return dialog

    yield tampil_bebas
    for dialog in semua:
        if shiboken6.isValid(dialog):
            dialog.reject()
    induk.close()
    induk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not any(shiboken6.isValid(dialog) for dialog in semua)


@pytest.fixture
def rak(qapp, kantor, tmp_path):
    """Hands at the shelf."""
    tangan = Tangan(kantor, tmp_path)
    yield tangan
    tangan.tutup()


@pytest.fixture
def tiga(rak):
    """Three documents that wait 41, 31 and 0 days."""
    return rak.siap_tiga()


@pytest.fixture
def asli(qapp, kantor, tmp_path):
    """Hands at the window of originals."""
    loket = LoketAsli(kantor, tmp_path)
    yield loket
    loket.tutup()


@pytest.fixture
def tampil(qapp):
    """Show a settings tab for an officer; the caret stands where its work begins."""
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
