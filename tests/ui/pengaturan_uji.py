"""Hands at the keyboard of a settings tab, and a look at what is cut or unnamed in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def tekan(kunci, modifier=Qt.KeyboardModifier.NoModifier):
    fokus = QApplication.focusWidget()
    assert fokus is not None
    QTest.keyClick(fokus, kunci, modifier)


def ketik(teks):
    """Type over what stands in the field, as after a Tab."""
    fokus = QApplication.focusWidget()
    tekan(K.Key_A, CTRL)
    QTest.keyClicks(fokus, teks)


def tanpa_nama(induk):
    return [
        type(w).__name__
        for w in induk.findChildren(QWidget)
        if w.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and w.isVisible()
        and w.focusProxy() is None
        and not w.objectName().startswith("qt_")
        and not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name).strip()
    ]


def list_terpotong(induk):
    """Widgets in sight that have less room than they need, or stick out of the tab."""
    potong = []
    for w in induk.findChildren(QWidget):
        if not w.isVisible() or w.parent() is None or w.objectName().startswith("qt_"):
            continue
        sudut = w.mapTo(induk, w.rect().bottomRight())
        if w.width() < w.minimumSizeHint().width() or not induk.rect().contains(sudut):
            potong.append(f"{type(w).__name__} {w.accessibleName()}")
    return potong
