"""Buttons that mark for the hands at the mouse, while other marks wait for the signature."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sooko_desk.ui.kit.tombol import Tombol, tombol_bahaya, tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME
from sooko_desk.ui.tombol_hasil import SekaliKlik


class TombolTanda(QWidget):
    """Two marks; while the missing papers are named, done or not instead. They take no focus.

    Signals:
        lengkap(), tidak_lengkap(): mark the case that is shown, as L and T do.
        selesai(), batal(): the papers are named, as Enter and Escape do.
    """

    lengkap = Signal()
    tidak_lengkap = Signal()
    selesai = Signal()
    batal = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sekali = SekaliKlik(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        self._tanda = (
            tombol_utama("Tandai lengkap", "check", "L"),
            tombol_bahaya("Tandai tidak lengkap", "arrow-back-up", "T"),
        )
        self._menandai = (
            tombol_bahaya("Selesai", "arrow-back-up", "Enter"),
            tombol_kedua("Batal", "x", "Esc"),
        )
        sinyal = (self.lengkap, self.tidak_lengkap, self.selesai, self.batal)
        for tombol, satu in zip((*self._tanda, *self._menandai), sinyal, strict=True):
            tombol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tombol.clicked.connect(satu)
            tombol.installEventFilter(self._sekali)
            layout.addWidget(tombol)
        layout.addStretch(1)
        self.hide()

    @property
    def tombol(self) -> tuple[Tombol, ...]:
        """What is offered now."""
        return tuple(t for t in (*self._tanda, *self._menandai) if not t.isHidden())

    def atur(self, *, tampak: bool, menandai: bool) -> None:
        """Show or hide; `menandai` = the missing papers are being named."""
        for tombol in self._tanda:
            tombol.setVisible(not menandai)
        for tombol in self._menandai:
            tombol.setVisible(menandai)
        self.setVisible(tampak)
