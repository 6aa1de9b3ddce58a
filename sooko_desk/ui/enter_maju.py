"""Enter goes on to the next field and never submits a form by surprise."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from sooko_desk.ui.kit.pilihan import Pilihan

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterMaju(QObject):
    """Watches the fields of one form; a held Enter moves one field only."""

    def awasi(self, bidang: QWidget) -> None:
        """Let Enter leave this field."""
        bidang.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn a plain Enter into a step to the next field, after the field had it itself."""
        if (
            not isinstance(event, QKeyEvent)
            or event.type() != QEvent.Type.KeyPress
            or event.key() not in _ENTER
            or event.modifiers() not in _PLAIN
            or not isinstance(watched, QWidget)
        ):
            return super().eventFilter(watched, event)
        if not event.isAutoRepeat():
            watched.event(event)  # a drop-down takes what was typed
            if watched.hasFocus() and not _is_unknown(watched):
                none = Qt.KeyboardModifier.NoModifier
                tab = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, none)
                QApplication.sendEvent(watched, tab)
        return True


def _is_unknown(watched: QWidget) -> bool:
    """A list with words that are none of its choices keeps the caret: nothing typed is lost."""
    return isinstance(watched, Pilihan) and bool(watched.currentText() and not watched.kode())
