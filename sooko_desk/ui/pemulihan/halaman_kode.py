"""The step on another computer: the code on paper opens the key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.ui.kit.isian_kode import IsianKode
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.theme import THEME


class HalamanKode(QWidget):
    """Asks for the whole code; `isian.selesai` tells Enter."""

    def __init__(self) -> None:
        super().__init__()
        self.kalimat = build_label("")
        self.kalimat.setWordWrap(True)
        self.isian = IsianKode(range(1, 8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_m)
        layout.addWidget(self.kalimat)
        layout.addWidget(self.isian, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def buka(self, kalimat: str) -> None:
        """Say why the code is needed; what was typed before is forgotten."""
        self.kalimat.setText(kalimat)
        self.isian.kosongkan()
