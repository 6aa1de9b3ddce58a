"""The field of a PIN."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit

from sooko_desk.domain.pin import PANJANG_PIN


class IsianPin(QLineEdit):
    """Six digits, shown as dots; arrow up and down are left to the list of officers.

    Signals:
        panah(int): -1 or +1, another officer is wanted.
    """

    panah = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(PANJANG_PIN)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows on; everything else is typing."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.panah.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)
