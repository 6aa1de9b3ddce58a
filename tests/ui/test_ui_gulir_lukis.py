"""A form that keeps what it painted shows what a new painting would show."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import CTRL, NIK, SHIFT, K, Loket
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.theme import Nada

TENANG_MS = 60
RGB = QImage.Format.Format_RGB32


@pytest.fixture
def loket(qapp, tmp_path):
    berkedip = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    loket = Loket(tmp_path).atur_petugas().buka(PIN_OPERATOR)
    loket.jendela.resize(1366, 728)
    yield loket
    loket.tutup()
    qapp.setCursorFlashTime(berkedip)


def list_beda(jendela):
    """Lines of the window that differ from the window painted anew."""
    QApplication.processEvents()
    QTest.qWait(TENANG_MS)
    tampak = jendela.screen().grabWindow(jendela.winId()).toImage().convertToFormat(RGB)
    baru = jendela.grab().toImage().convertToFormat(RGB)
    assert tampak.size() == baru.size()
    return [
        y
        for y in range(baru.height())
        if bytes(tampak.constScanLine(y)) != bytes(baru.constScanLine(y))
    ]


def test_the_intake_form_is_whole_after_all_that_changes_its_room(loket):
    if QGuiApplication.platformName() != "offscreen":
        pytest.skip("other windows may lie over it")
    loket.isi_kk()
    loket.simpan()
    tab = loket.jendela.kerja.penerimaan
    assert list_beda(loket.jendela) == []
    loket.ketik(NIK)  # the panel of findings opens
    assert list_beda(loket.jendela) == []
    tab.spanduk.tampilkan(Nada.INFO, "Contoh")
    assert list_beda(loket.jendela) == []
    tab.spanduk.sembunyikan()
    loket.jendela.resize(1040, 560)
    assert list_beda(loket.jendela) == []
    for _ in range(14):
        loket.tekan(K.Key_Tab)  # scrolls
    assert list_beda(loket.jendela) == []
    loket.jendela.resize(1366, 728)
    assert list_beda(loket.jendela) == []
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    assert list_beda(loket.jendela) == []
