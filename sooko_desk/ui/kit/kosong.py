"""What a list or page shows while there is nothing in it, and what to do then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from sooko_desk.ui.kit.tombol import Tombol

ICON_SIDE = 40
_MOST_WIDTH = 340


class Kosong(QWidget):
    """Icon, title, one sentence and perhaps a button, in the middle of the free room."""

    def __init__(
        self, nama_ikon: str, judul: str, kalimat: str, tombol: Tombol | None = None
    ) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(pixmap(nama_ikon, THEME.line_input, ICON_SIDE))
        sentence = build_label(kalimat, Peran.REDUP)
        sentence.setWordWrap(True)
        # A wrapping label in the middle has no width of its own.
        sentence.ensurePolished()
        needed = sentence.fontMetrics().horizontalAdvance(kalimat) + 2
        sentence.setFixedWidth(min(needed, _MOST_WIDTH))
        sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout = QVBoxLayout(self)
        layout.setSpacing(THEME.gap_xs)
        layout.addStretch(1)
        layout.addWidget(picture, 0, middle)
        layout.addWidget(build_label(judul, Peran.KARTU), 0, middle)
        layout.addWidget(sentence, 0, middle)
        if tombol is not None:
            layout.addSpacing(THEME.gap_s)
            layout.addWidget(tombol, 0, middle)
        layout.addStretch(1)
        self.setAccessibleName(f"{judul}. {kalimat}")
