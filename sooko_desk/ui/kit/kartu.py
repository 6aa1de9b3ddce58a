"""A white card with an optional head: the frame that groups what belongs together on a tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME


class Kartu(QFrame):
    """One card. Put content into `isi`; the head hides itself while it has nothing to show.

    Attributes:
        isi: layout of the content, below the head.
    """

    def __init__(self, judul: str = "", subjudul: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judul = build_label("", Peran.KARTU)
        self._subjudul = build_label("", Peran.REDUP)
        self._subjudul.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._judul)
        words.addWidget(self._subjudul)
        self._kepala = QHBoxLayout()
        self._kepala.setSpacing(THEME.gap_s)
        self._kepala.addLayout(words, 1)
        self.isi = QVBoxLayout()
        self.isi.setSpacing(THEME.gap_s)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(THEME.gap_l, THEME.gap_m, THEME.gap_l, THEME.gap_m)
        outer.setSpacing(THEME.gap_s)
        outer.addLayout(self._kepala)
        outer.addLayout(self.isi, 1)
        self.set_judul(judul)
        self.set_subjudul(subjudul)

    def set_judul(self, teks: str) -> None:
        """Change the title; "" hides its line."""
        _show_text(self._judul, teks)
        self.setAccessibleName(teks)

    def set_subjudul(self, teks: str) -> None:
        """Change the second line; "" hides it."""
        _show_text(self._subjudul, teks)

    def add_kanan(self, widget: QWidget) -> None:
        """Put a chip or a button at the right end of the head."""
        self._kepala.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)


def _show_text(label: QLabel, teks: str) -> None:
    label.setText(teks)
    label.setVisible(bool(teks))
