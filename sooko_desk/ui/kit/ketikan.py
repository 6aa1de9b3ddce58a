"""What a key in a list means before it means a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PERINTAH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def is_perintah(event: QKeyEvent) -> bool:
    """Whether Ctrl or Alt is held: a key of the window, never a letter."""
    return bool(event.modifiers() & _PERINTAH)


def is_ctrl_a(event: QKeyEvent) -> bool:
    """Whether that key means "all"."""
    control = Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_A and event.modifiers() & _PERINTAH == control


def is_tulisan(event: QKeyEvent) -> bool:
    """Whether that key writes something that can be seen."""
    teks = event.text()
    return teks.isprintable() and bool(teks.strip()) and not is_perintah(event)


def read_angka(event: QKeyEvent) -> int | None:
    """The digit of that key, 0 to 9; None = none.

    Some keyboards have keys for "²" or for the digits of another script: those are letters here.
    """
    teks = event.text()
    return int(teks) if teks.isdecimal() and teks.isascii() and not is_perintah(event) else None
