"""Clicks and keys that were made while the disk held the window up.

The register is written in the window's thread, and a disk that is dying or busy may take half a
minute for it. Whoever presses again meanwhile would press it in whatever stands there afterwards:
the next form, or the print window. So after a write that took long, what was pressed meanwhile is
thrown away, and told. Letters and digits for a field stay, up to the first key that is thrown
away; what was typed after that was meant for another place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from sooko_desk.ui.kit.pesan_depan import tampilkan_di_depan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Callable

LAMA_DETIK = 1.0
"""A write that takes longer has been noticed."""
JEDA_MS = 300
"""So long after it the hands may still be at what they began while nothing moved."""

_TETIKUS = frozenset(
    (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)
_TOMBOL = frozenset((QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride))
_GERAK = frozenset(
    (
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Shift,
        Qt.Key.Key_CapsLock,
    )
)
"""Keys that do no more than letters do."""


class PenahanMasukan(QObject):
    """Watches the writing of the register; see `data.tulisan.Pengamat`.

    Args:
        jendela: the main window.
        detik: seconds on a clock that only runs on.

    Attributes:
        tuli: what was pressed while a write took long is being thrown away.
        jeda: ends that.
    """

    def __init__(self, jendela: QWidget, detik: Callable[[], float]) -> None:
        super().__init__(jendela)
        self._jendela = jendela
        self._detik = detik
        self._dalam = 0
        self._sejak = 0.0
        self._lama = 0.0
        self._dibuang = False
        self._app = cast("QApplication", QApplication.instance())
        self.tuli = False
        self.jeda = QTimer(self)
        self.jeda.setSingleShot(True)
        self.jeda.setInterval(JEDA_MS)
        self.jeda.timeout.connect(self._on_jeda_timeout)

    def mulai(self) -> None:
        """A write begins: the pointer says so, for the window cannot any more."""
        self._dalam += 1
        if self._dalam == 1:
            self._sejak = self._detik()
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)

    def selesai(self) -> None:
        """It ended."""
        self._dalam -= 1
        if self._dalam:
            return
        QApplication.restoreOverrideCursor()
        lama = self._detik() - self._sejak
        if lama >= LAMA_DETIK:
            self._mulai_tuli(lama)

    def eventFilter(self, _objek: QObject, event: QEvent) -> bool:
        """Throw away what is no typing, and everything after it."""
        jenis = event.type()
        if jenis not in _TETIKUS and jenis not in _TOMBOL:
            return False
        if not self._dibuang and isinstance(event, QKeyEvent) and _is_ketikan(event):
            return False
        if jenis != QEvent.Type.MouseButtonRelease:  # it may end what a press began before
            self._dibuang = True
        event.accept()  # an override that is accepted is no shortcut
        return True

    def _mulai_tuli(self, lama: float) -> None:
        self._lama = lama
        if not self.tuli:
            self.tuli, self._dibuang = True, False
            self._app.installEventFilter(self)
        self.jeda.start()

    def _on_jeda_timeout(self) -> None:
        self.tuli = False
        self._app.removeEventFilter(self)
        depan = QApplication.activeModalWidget() or self._jendela
        tampilkan_di_depan(depan, Nada.PERINGATAN, sebut_lambat(self._lama, self._dibuang))


def sebut_lambat(lama: float, dibuang: bool) -> str:
    """What the officer is told after a write that took `lama` seconds."""
    kalimat = f"Menyimpan tadi memakan {lama:.0f} detik."
    if dibuang:
        kalimat += " Tombol dan klik selama itu tidak dijalankan; lihat dulu hasilnya di layar."
    return f"{kalimat} Bila berulang, minta cakram komputer ini diperiksa."


def _is_ketikan(event: QKeyEvent) -> bool:
    """Letters and digits for a field, and what moves the caret; on Windows AltGr is Ctrl+Alt."""
    if event.key() in _GERAK:
        return not event.modifiers() & Qt.KeyboardModifier.ControlModifier
    fokus = QApplication.focusWidget()
    isian = fokus is not None and fokus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    return isian and event.text().isprintable() and event.text() != ""
