"""A frame in a message's tone, for what has more to offer than one sentence and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame

from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class BingkaiNada(QFrame):
    """Looks like a `Spanduk`; what is in it is whoever's it is."""

    def __init__(self, nada: Nada) -> None:
        super().__init__()
        self._nada = nada

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and line of the tone."""
        warna = THEME.tone(self._nada)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(warna.line), 1))
        painter.setBrush(QColor(warna.ground))
        badan = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(badan, THEME.radius, THEME.radius)
