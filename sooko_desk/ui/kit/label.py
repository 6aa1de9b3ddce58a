"""Plain text on the screen in one of the few sizes that the style sheet knows."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class Peran(StrEnum):
    """What a label is for; its letter size and colour follow from it."""

    HALAMAN = "halaman"
    KARTU = "kartu"
    LABEL = "label"
    WAJIB = "wajib"
    REDUP = "redup"
    PESAN = "pesan"
    TEBAL = "tebal"
    BIASA = "biasa"
    KODE = "kode"


def build_label(teks: str, peran: Peran = Peran.BIASA) -> QLabel:
    """A label that shows `teks` as it is: a visitor's name is never read as HTML."""
    label = QLabel(teks)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("peran", str(peran))
    return label
