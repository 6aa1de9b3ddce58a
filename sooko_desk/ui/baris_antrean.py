"""A queue's two-line cell with chips in its second line: priority, or a mark that waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.lencana import CELL_SIDE, chip_size, paint_chip
from sooko_desk.ui.kit.tabel import ROW_ROLE
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.services.antrean import BarisAntrean

KATA_PRIORITAS = {"lansia": "Lansia", "difabel": "Difabel", "hamil": "Ibu hamil"}
"""What a priority is called on the screen."""


@dataclass(frozen=True, slots=True)
class ChipBaris:
    """One chip; `ikon` stands before it, "" = none."""

    teks: str
    nada: Nada
    ikon: str = ""


class BarisDuaDelegate(QStyledItemDelegate):
    """Paints the name above and, below it, the row's chips and what of the words is left room.

    Args:
        list_chip: chips of a row; none = the two lines as they are.
    """

    def __init__(
        self, parent: QWidget, list_chip: Callable[[BarisAntrean], tuple[ChipBaris, ...]]
    ) -> None:
        super().__init__(parent)
        self._list_chip = list_chip

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground as usual, then name, chips and words."""
        chip = self._list_chip(index.data(ROW_ROLE))
        widget: QWidget | None = option.widget
        if not chip or widget is None:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        nama, _, sisa = cell.text.replace("\u2028", "\n").partition("\n")
        cell.text = ""
        widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget
        )
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(QColor(THEME.text))
        ruang = cell.rect.adjusted(CELL_SIDE, 2, -CELL_SIDE, -2)
        atas = QRect(ruang.left(), ruang.top(), ruang.width(), ruang.height() // 2)
        _tulis(painter, atas, nama)
        bawah = atas.translated(0, atas.height())
        for satu in chip:
            bawah = _paint_satu(painter, bawah, satu)
        if not chip[0].ikon:  # a mark says in its chip what the words say
            _tulis(painter, bawah, sisa)
        painter.restore()


def _tulis(painter: QPainter, ruang: QRect, teks: str) -> None:
    kata = painter.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideRight, ruang.width())
    painter.drawText(ruang, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kata)


def _paint_satu(painter: QPainter, ruang: QRect, chip: ChipBaris) -> QRect:
    """Paint at the left end; returns the room that is left."""
    kiri = ruang.left()
    if chip.ikon:
        gambar = pixmap(chip.ikon, THEME.tone(chip.nada).icon, THEME.icon_s)
        atas = ruang.top() + (ruang.height() - THEME.icon_s) / 2
        painter.drawPixmap(QPointF(kiri, round(atas)), gambar)
        kiri += THEME.icon_s + THEME.gap_xs
    ukuran = chip_size(chip.teks, painter.font())
    lebar = min(ukuran.width(), ruang.right() - kiri)
    atas_chip = ruang.top() + (ruang.height() - ukuran.height()) // 2
    paint_chip(painter, QRect(kiri, atas_chip, lebar, ukuran.height()), chip.teks, chip.nada)
    return QRect(ruang).adjusted(kiri + lebar + THEME.gap_s - ruang.left(), 0, 0, 0)
