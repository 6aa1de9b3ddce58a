"""Preferences of this computer (window, printers) in one INI file. Never office data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from pathlib import Path


class SetelanBerkas:
    """Text values by key; what cannot be written is forgotten without harm."""

    def __init__(self, path: Path) -> None:
        self._isi = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, key: str) -> str:
        """Read a preference; "" when it was never kept."""
        return str(self._isi.value(key, ""))

    def set(self, key: str, value: str) -> None:
        """Keep a preference at once: there may be a power cut before closing."""
        self._isi.setValue(key, value)
        self._isi.sync()
