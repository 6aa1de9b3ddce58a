"""The last step: what is there now, and the way back to work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.pemulihan.kata import sebut_hasil
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.services.pemulihan import HasilPemulihan

_SELESAI = "Register sudah dipulihkan dan diperiksa."


class HalamanSelesai(QWidget):
    """Tells how a restore ended."""

    def __init__(self) -> None:
        super().__init__()
        self.spanduk = Spanduk()
        self.teks = build_label("")
        self.teks.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_m)
        layout.addWidget(self.spanduk)
        layout.addWidget(self.teks)
        layout.addStretch(1)

    def tampilkan(self, hasil: HasilPemulihan) -> None:
        """Show it."""
        self.spanduk.tampilkan(Nada.PERINGATAN if hasil.tidak_pulih else Nada.SELESAI, _SELESAI)
        self.teks.setText(sebut_hasil(hasil))
