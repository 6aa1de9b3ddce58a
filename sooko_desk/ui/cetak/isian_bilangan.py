"""A small whole number: copies, a page. Typed, or stepped with the arrow keys.

Not a QSpinBox: under a style sheet its inner line shrinks to one pixel when it has no buttons.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit

LEBAR_PX = 56
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class IsianBilangan(QLineEdit):
    """A number between two bounds; whatever is typed, `value()` is inside them.

    Signals:
        diubah(int): the value is another one, by typing, stepping or new bounds.
    """

    diubah = Signal(int)

    def __init__(self, nama: str, paling_banyak: int) -> None:
        """Start at 1.

        Args:
            nama: what a screen reader says.
            paling_banyak: upper bound; the lower one is 1.
        """
        super().__init__("1")
        self._batas = (1, paling_banyak)
        self._told = 1
        self.setValidator(QIntValidator(0, 999, self))
        self.setAccessibleName(nama)
        self.setFixedWidth(LEBAR_PX)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> int:
        """The number that counts; an empty field is the lower bound."""
        terendah, tertinggi = self._batas
        return min(tertinggi, max(terendah, int(self.text() or 0)))

    def set_value(self, bilangan: int) -> None:
        """Show another number, brought inside the bounds."""
        self.setText(str(bilangan))
        self.settle()

    def set_batas(self, terendah: int, tertinggi: int) -> None:
        """Change the bounds; the number follows."""
        self._batas = (terendah, tertinggi)
        self.settle()

    def settle(self) -> None:
        """Write the number that counts where something else was typed."""
        if self.text() != str(self.value()):
            self.setText(str(self.value()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows; Enter settles the number before the window acts on it."""
        langkah = _STEPS.get(Qt.Key(event.key()))
        if langkah is not None:
            self.set_value(self.value() + langkah)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle."""
        super().focusOutEvent(event)
        self.settle()

    def _on_text_changed(self, _teks: str) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.diubah.emit(self._told)
