"""A field for a date, typed in any of the office's ways and shown as dd/mm/yyyy.

Only the shape is put right here; whether the date exists is for `domain.tanggal.parse_tanggal`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_MOST_RAW = 40
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_PARTS = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})", re.ASCII)
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", re.ASCII)


def tidy_date(teks: str) -> str:
    """Write "17081945", "17-8-1945" or "1945-08-17" as "17/08/1945".

    Anything else comes back trimmed and otherwise unchanged, a two-digit year too: "45" could be
    1945 or 2045 and is for the officer to say.
    """
    teks = teks.strip()
    iso = _ISO.fullmatch(teks)
    if iso:
        return f"{iso['d']}/{iso['m']}/{iso['y']}"
    parts = _SOLID.fullmatch(teks) or _PARTS.fullmatch(teks)
    if not parts:
        return teks
    day, month, year = parts.groups()
    return f"{day:0>2}/{month:0>2}/{year}"


class IsianTanggal(QLineEdit):
    """Entry of one date.

    Signals:
        edited(str): the officer typed or pasted; carries `nilai()`.
    """

    edited = Signal(str)

    def __init__(self, petunjuk: str = "hh/bb/tttt") -> None:
        super().__init__()
        self.setMaxLength(_MOST_RAW)
        self.setPlaceholderText(petunjuk)
        self.textEdited.connect(self._on_text_edited)

    def nilai(self) -> str:
        """The date as dd/mm/yyyy if it has that shape, else what was typed."""
        return tidy_date(self.text())

    def set_nilai(self, teks: str) -> None:
        """Show a date, ISO or as on paper; says nothing to `edited`."""
        self.setText(tidy_date(teks))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show as dd/mm/yyyy."""
        super().focusOutEvent(event)
        if self.nilai() != self.text():
            self.setText(self.nilai())

    def _on_text_edited(self, _teks: str) -> None:
        self.edited.emit(self.nilai())
