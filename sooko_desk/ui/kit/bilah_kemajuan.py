"""How far a longer piece of work is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from sooko_desk.ui.kit.bingkai_nada import BingkaiNada
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.theme import THEME, Nada

MENGHENTIKAN = "Menghentikan…"
SEBENTAR_MS = 300
"""What is over sooner shows nothing: a bar that flashes by only startles."""
_LEBAR = 180


class BilahKemajuan(BingkaiNada):
    """Hidden while nothing goes on.

    Signals:
        dihentikan(): the officer wants no more of it.
    """

    dihentikan = Signal()

    def __init__(self) -> None:
        super().__init__(Nada.PROSES)
        self.teks = TeksElipsis()
        self.bilah = QProgressBar()
        self.bilah.setTextVisible(False)
        self.bilah.setFixedWidth(_LEBAR)
        self.hentikan = tombol_teks("Hentikan", "x", "Esc")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_xs, THEME.gap_xs, THEME.gap_xs)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.teks, 1)
        layout.addWidget(self.bilah)
        layout.addWidget(self.hentikan)
        self._pewaktu = QTimer(self)
        self._pewaktu.setSingleShot(True)
        self._pewaktu.setInterval(SEBENTAR_MS)
        self._pewaktu.timeout.connect(self.show)
        self.hentikan.clicked.connect(self.minta_berhenti)
        self.hide()

    @property
    def berhenti(self) -> bool:
        """Whether the officer asked the work to stop; stays so until the next `mulai`."""
        return not self.hentikan.isEnabledTo(self)

    def mulai(self, kalimat: str, selesai: int = 0, semua: int = 0) -> None:
        """Say that a piece of work begins, which may be stopped; otherwise as `maju`."""
        self.hentikan.setEnabled(True)
        self.maju(kalimat, selesai, semua)

    def maju(self, kalimat: str, selesai: int, semua: int) -> None:
        """Say what is on, unless it is to stop; shown if it takes longer than a moment.

        Args:
            semua: 0 = nobody knows how long it takes.
        """
        if self.berhenti:
            return
        self.teks.set_teks(kalimat)
        self.bilah.setRange(0, semua)
        self.bilah.setValue(selesai)
        if not self.isVisible() and not self._pewaktu.isActive():
            self._pewaktu.start()

    def minta_berhenti(self) -> None:
        """Ask whoever does the work to stop, as the button does; for Escape."""
        self.hentikan.setEnabled(False)
        self.teks.set_teks(MENGHENTIKAN)
        self.dihentikan.emit()

    def selesai(self) -> None:
        """Nothing goes on any more."""
        self._pewaktu.stop()
        self.hide()
