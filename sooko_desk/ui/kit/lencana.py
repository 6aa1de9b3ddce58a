"""Status chips: one painter for the widget and for table cells, so that both look the same."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sooko_desk.ui.theme import THEME, Nada, small_font

CHIP_ROLE = Qt.ItemDataRole.UserRole + 3
"""Item role that holds the chip's `Nada`, or None for plain text."""

CHIP_HEIGHT = 20
CELL_SIDE = 11
"""From a cell's edge to its words: the style sheet's 8 px and the 3 px that Qt adds."""
_SIDE = 8


def chip_size(teks: str, font: QFont) -> QSize:
    """Room that a chip with these words takes, in logical px."""
    width = QFontMetrics(_chip_font(font)).horizontalAdvance(teks)
    return QSize(width + 2 * _SIDE + 2, CHIP_HEIGHT)


def paint_chip(painter: QPainter, rect: QRect, teks: str, nada: Nada) -> None:
    """Paint a chip into `rect`; words that do not fit end in an ellipsis."""
    tone = THEME.tone(nada)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tone.line), 1))
    painter.setBrush(QColor(tone.ground))
    body = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
    painter.setFont(_chip_font(painter.font()))
    painter.setPen(QColor(tone.text))
    inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    words = painter.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class Lencana(QWidget):
    """A chip on a card or in a form. Its words say everything; the colour only repeats them."""

    def __init__(self, teks: str = "", nada: Nada = Nada.NETRAL) -> None:
        super().__init__()
        self._teks = ""
        self._nada = nada
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_isi(teks, nada)

    @property
    def teks(self) -> str:
        """The words on the chip."""
        return self._teks

    @property
    def nada(self) -> Nada:
        """The tone it is painted in."""
        return self._nada

    def set_isi(self, teks: str, nada: Nada) -> None:
        """Change words and tone; without words the chip hides."""
        self._teks = teks
        self._nada = nada
        self.setAccessibleName(teks)
        self.setVisible(bool(teks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Just the chip."""
        return chip_size(self._teks, self.font())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip over the whole widget."""
        paint_chip(QPainter(self), self.rect(), self._teks, self._nada)


class LencanaDelegate(QStyledItemDelegate):
    """Paints a cell's words as a chip where the item has a tone in `CHIP_ROLE`."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground as usual and the chip on it."""
        nada = index.data(CHIP_ROLE)
        if nada is None:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        teks = cell.text
        cell.text = ""
        widget: QWidget | None = cell.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        painter.setFont(cell.font)
        room = cell.rect.adjusted(CELL_SIDE, 0, -CELL_SIDE, 0)
        size = chip_size(teks, cell.font)
        top = room.top() + (room.height() - size.height()) // 2
        chip = QRect(room.left(), top, min(size.width(), room.width()), size.height())
        paint_chip(painter, chip, teks, Nada(nada))


def _chip_font(font: QFont) -> QFont:
    result = small_font(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result
