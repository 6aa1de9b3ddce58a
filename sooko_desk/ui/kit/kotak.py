"""The box that is ticked or not: painted alone, or in a table's first column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable

SISI = 18
_CENTANG = ((4.5, 9.5), (7.8, 12.8), (13.5, 6.0))
"""Corners of the tick, in px from the box's corner."""


def paint_kotak(painter: QPainter, rect: QRect, *, ticked: bool, live: bool = True) -> None:
    """Paint one box; whether ticked, and whether a click can change that.

    Args:
        rect: place of the box, `SISI` px square.
    """
    ground = THEME.accent if live else THEME.text_hint
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ground if ticked else THEME.line_input), 1))
    painter.setBrush(QColor(ground if ticked else THEME.card if live else THEME.off_ground))
    # A line of 1 px is sharp only along the middle of the pixels.
    body = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(body, THEME.radius_s, THEME.radius_s)
    if ticked:
        painter.setPen(
            QPen(
                QColor(THEME.accent_ink),
                2.2,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPolyline([QPointF(rect.topLeft()) + QPointF(x, y) for x, y in _CENTANG])
    painter.restore()


class KotakDelegate(QStyledItemDelegate):
    """Paints the ground of the cell as usual and the box on it.

    Args:
        dicentang: whether the row of that number is ticked.
    """

    def __init__(self, dicentang: Callable[[int], bool]) -> None:
        super().__init__()
        self._dicentang = dicentang

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The words of the cell are for a screen reader; the box stands in their place."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        cell.text = ""
        QApplication.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget
        )
        box = QRect(0, 0, SISI, SISI)
        box.moveCenter(cell.rect.center())
        paint_kotak(painter, box, ticked=self._dicentang(index.row()))
