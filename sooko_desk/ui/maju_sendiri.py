"""The caret goes on by itself when a field is full, and forgives the Enter of old habit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class MajuSendiri(QObject):
    """One per form.

    Whoever ends a number with Enter, as a scanner does, would skip the next field: the first
    plain Enter right after the caret moved does nothing. Any other key ends that.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sasaran: QWidget | None = None

    def ke(self, bidang: QWidget) -> None:
        """Put the caret there."""
        self._lepas()
        bidang.setFocus(Qt.FocusReason.TabFocusReason)
        fokus = QApplication.focusWidget()
        if fokus is not None:
            self._sasaran = fokus
            fokus.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow one Enter."""
        if watched is not self._sasaran:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.FocusOut:
            self._lepas()
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MODIFIERS:
                return False
            self._lepas()
            return event.key() in _ENTER and not event.modifiers() & ~_KEYPAD
        return False

    def _lepas(self) -> None:
        if self._sasaran is not None:
            self._sasaran.removeEventFilter(self)
            self._sasaran = None
