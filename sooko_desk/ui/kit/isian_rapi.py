"""A field whose words have a tidy form, and how a field without a message line says it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sooko_desk.ui.theme import set_style_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent


class IsianRapi(QLineEdit):
    """Entry of one value; what is typed stays as typed until the caret leaves.

    Args:
        rapikan: gives the tidy form of what was typed, or the same words when it has none.
        petunjuk: placeholder.
        terpanjang: most characters that are kept.

    Signals:
        edited(str): the officer typed or pasted; carries `nilai()`.
    """

    edited = Signal(str)

    def __init__(self, rapikan: Callable[[str], str], petunjuk: str, terpanjang: int) -> None:
        super().__init__()
        self._rapikan = rapikan
        self.setMaxLength(terpanjang)
        self.setPlaceholderText(petunjuk)
        self.textEdited.connect(self._on_text_edited)

    def nilai(self) -> str:
        """The tidy form, also while the officer is still typing."""
        return self._rapikan(self.text())

    def set_nilai(self, teks: str) -> None:
        """Show a value in its tidy form; says nothing to `edited`."""
        self.setText(self._rapikan(teks))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the tidy form."""
        super().focusOutEvent(event)
        if self.nilai() != self.text():
            self.setText(self.nilai())

    def _on_text_edited(self, _teks: str) -> None:
        self.edited.emit(self.nilai())


def tandai_isian(isian: QWidget, sebab: str) -> None:
    """Give a field without a message line of its own the red border, and a voice; "" = none."""
    set_style_state(isian, "keadaan", "bahaya" if sebab else "")
    isian.setToolTip(sebab)
    isian.setAccessibleDescription(f"Salah: {sebab}" if sebab else "")
