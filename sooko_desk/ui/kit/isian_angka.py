"""A field for NIK and No KK: groups of four while it rests, bare digits while it is typed.

No input mask: a click would put the caret mid-field and digits would be lost. Nothing but
separators is taken away, so that the check can name a letter, a wide digit or a 17th digit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit

from sooko_desk.domain.digit import bersihkan_digit, samarkan

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

_GROUP = 4
_MOST_RAW = 40
# Room for the separators of a pasted text, which are gone before the cut at _MOST_RAW.
_MOST_TYPED = 400


def group_digits(raw: str) -> str:
    """Show in groups of four: "3516131708459001" becomes "3516 1317 0845 9001"."""
    return " ".join(raw[i : i + _GROUP] for i in range(0, len(raw), _GROUP))


class IsianDigit(QLineEdit):
    """Entry of a 16-digit number; at most 40 characters are kept.

    Signals:
        edited(str): the officer typed or pasted; carries `digits()`.
    """

    edited = Signal(str)

    def __init__(self, petunjuk: str = "") -> None:
        super().__init__()
        self._tersamar: str | None = None
        self.setMaxLength(_MOST_TYPED)
        self.setPlaceholderText(petunjuk)
        self.textEdited.connect(self._on_text_edited)

    def digits(self) -> str:
        """What was typed, without separators; may hold letters or too many digits."""
        return bersihkan_digit(self.text()) if self._tersamar is None else self._tersamar

    def set_digits(self, teks: str) -> None:
        """Show a stored number; says nothing to `edited`."""
        raw = bersihkan_digit(teks)[:_MOST_RAW]
        if self._tersamar is not None:
            self._tersamar, raw = raw, samarkan(raw)
        self.setText(raw if self.hasFocus() else group_digits(raw))

    def set_samar(self, samar: bool) -> None:
        """Show the number masked, or in full; only a field that nobody types into is masked."""
        raw = self.digits()
        self._tersamar = "" if samar else None
        self.set_digits(raw)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swallow a typed separator here, so that undo keeps working."""
        teks = event.text()
        if teks.isprintable() and teks and not bersihkan_digit(teks):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the groups away before the caret is placed."""
        raw = self.digits()
        if raw != self.text():
            self.setText(raw)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show in groups of four."""
        super().focusOutEvent(event)
        grouped = group_digits(self.digits())
        if grouped != self.text():
            self.setText(grouped)

    def _on_text_edited(self, teks: str) -> None:
        raw = bersihkan_digit(teks)[:_MOST_RAW]
        if raw != teks:
            caret = len(bersihkan_digit(teks[: self.cursorPosition()]))
            with QSignalBlocker(self):
                self.setText(raw)
            self.setCursorPosition(min(caret, len(raw)))
        self.edited.emit(raw)
