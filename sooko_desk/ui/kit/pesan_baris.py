"""The small words below a field, in one line or two; as high with words as without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.theme import THEME, Nada, small_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_ICONS = {
    Nada.INFO: "info-circle",
    Nada.PROSES: "clock",
    Nada.PERINGATAN: "alert-triangle",
    Nada.BAHAYA: "alert-circle",
    Nada.SELESAI: "circle-check",
}
_ICON_SIDE = 14
_ICON_ROOM = _ICON_SIDE + THEME.gap_xs
_LINES = 2


class PesanBaris(QWidget):
    """A sentence with the picture of its tone; what has no room ends in an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.teks = ""
        self.nada = Nada.NETRAL
        self._diukur = ("", "")
        self._lebar = 0
        self._tertutup = 0
        self._dua = False
        self._dipecah = ("", 0)
        self._kata: tuple[str, ...] = ()
        self.setFont(small_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_isi(self, nada: Nada, teks: str) -> None:
        """Show this sentence; the height stays."""
        self.nada = nada
        self.teks = teks
        self.setToolTip(teks)
        self.update()

    def set_tertutup(self, width: int) -> None:
        """Px at the left that other words lie over; with these the own ones are whole or none."""
        if width != self._tertutup:
            self._tertutup = width
            self.update()

    def set_dua_baris(self, dua: bool) -> None:
        """Keep room for two lines."""
        if dua != self._dua:
            self._dua = dua
            self.updateGeometry()

    def needed(self) -> int:
        """Px that picture and words take in one line."""
        kini = (self.teks, self.font().key())
        if kini != self._diukur:  # asked for dozens of times while a form is laid out
            self._diukur = kini
            self._lebar = self.measure(self.teks)
        return self._left() + self._lebar

    def measure(self, teks: str) -> int:
        """Px that these words take in one line, without a picture."""
        return self.fontMetrics().horizontalAdvance(teks) + 1  # part of a px

    def is_whole(self) -> bool:
        """Whether all of the sentence can be read here."""
        if self.needed() <= self.width():
            return True
        return self._dua and "".join(self._break()).replace(" ", "") == self.teks.replace(" ", "")

    def sizeHint(self) -> QSize:
        """One line or two, whatever the words."""
        return QSize(0, (_LINES if self._dua else 1) * self._line_height() + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture and words, beginning after what lies over them."""
        if not self.teks or (self._tertutup and self._tertutup + self.needed() > self.width()):
            return
        painter = QPainter(self)
        painter.translate(self._tertutup, 0)
        tone = THEME.tone(self.nada)
        room = QRect(self._left(), 0, self.width() - self._left(), self._line_height() + 1)
        if name := _ICONS.get(self.nada):
            picture = pixmap(name, tone.icon, _ICON_SIDE, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(0, (room.height() - _ICON_SIDE) // 2 + 1), picture)
        painter.setPen(QColor(tone.text))
        if self._dua and self.needed() > self.width():
            for words in self._break():
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
                room.translate(0, self._line_height())
            return
        words = self.fontMetrics().elidedText(self.teks, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _break(self) -> tuple[str, ...]:
        width = self.width() - self._left()
        if (self.teks, width) != self._dipecah:
            self._dipecah = (self.teks, width)
            self._kata = tuple(break_lines(self.teks, self.font(), width))
        return self._kata

    def _line_height(self) -> int:
        return QFontMetrics(self.font()).height()

    def _left(self) -> int:
        return _ICON_ROOM if self.nada in _ICONS else 0


def break_lines(teks: str, font: QFont, width: int) -> list[str]:
    """At most two lines of that width in px; what is left over ends in an ellipsis."""
    layout = QTextLayout(teks, font)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:_LINES], len(teks)][: len(starts[:_LINES])]
    metrics = QFontMetrics(font)
    elide = Qt.TextElideMode.ElideRight
    parts = [teks[a:z].strip() for a, z in zip(starts[:_LINES], ends, strict=True)]
    return [metrics.elidedText(part, elide, width + 1) for part in parts]
