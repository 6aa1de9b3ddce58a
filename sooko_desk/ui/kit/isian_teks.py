"""A field for names and words: straight apostrophes, single spaces, optional capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit

from sooko_desk.domain.nama import kapitalkan

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´′", "'"))
_MOST_RAW = 400


def tidy_text(teks: str) -> str:
    """Trim, make every run of spaces or line breaks one space, and apostrophes straight."""
    return " ".join(teks.translate(_APOSTROPHES).split())


class IsianTeks(QLineEdit):
    """Entry of one line of words. A too long text is kept, so that the check can refuse it.

    Args:
        petunjuk: placeholder.
        kapital: letters become capitals as they are typed, as SIAK writes names and places.

    Signals:
        edited(str): the officer typed or pasted; carries `nilai()`.
    """

    edited = Signal(str)

    def __init__(self, petunjuk: str = "", *, kapital: bool = False) -> None:
        super().__init__()
        self._kapital = kapital
        self.setMaxLength(_MOST_RAW)
        self.setPlaceholderText(petunjuk)
        self.textEdited.connect(self._on_text_edited)

    def nilai(self) -> str:
        """The tidy text, also while the officer is still typing."""
        return tidy_text(self.text())

    def set_nilai(self, teks: str) -> None:
        """Show a stored text as it is stored; says nothing to `edited`."""
        self.setText(teks)
        self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the tidy text."""
        super().focusOutEvent(event)
        if self.nilai() != self.text():
            self.setText(self.nilai())
        self.setCursorPosition(0)  # of a long name the beginning is worth more

    def _on_text_edited(self, teks: str) -> None:
        # Character by character: the caret must not move, so nothing may change its length.
        shown = teks.translate(_APOSTROPHES)
        if self._kapital:
            shown = kapitalkan(shown)
        if shown != teks:
            caret = self.cursorPosition()
            with QSignalBlocker(self):
                self.setText(shown)
            self.setCursorPosition(caret)
        self.edited.emit(self.nilai())
