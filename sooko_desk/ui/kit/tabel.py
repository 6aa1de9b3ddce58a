"""Tables: rows are pushed in as frozen values, columns say how to show one.

`TabelData` is the one table view of the program: whole rows, Enter opens, the chosen row is found
again by its key after every reload.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.kosong import ICON_SIDE
from sooko_desk.ui.kit.lencana import CHIP_ROLE, LencanaDelegate
from sooko_desk.ui.theme import THEME, Nada, small_font

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row value itself."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
"""What this cell is sorted by."""

AnyIndex = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")

_ROOT = QModelIndex()
_GIVEN_ORDER = -1
_LEAST_SHARE = 150


class Rata(StrEnum):
    """Where a column's words stand."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"


_ALIGN = {
    Rata.KIRI: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Rata.TENGAH: Qt.AlignmentFlag.AlignCenter,
    Rata.KANAN: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


@dataclass(frozen=True, slots=True)
class Kolom(Generic[Row]):
    """One column.

    Attributes:
        nilai: words of a row's cell.
        lebar: logical px; 0 = shares the room that is left, at least 150.
        chip: tone of the cell's chip, None for plain words; no function = never a chip.
        sort_key: what to sort by; none = the words, capitals ignored.
        bagian: its part of the room that is left, beside the other columns without a width.
    """

    judul: str
    nilai: Callable[[Row], str]
    rata: Rata = Rata.KIRI
    lebar: int = 0
    chip: Callable[[Row], Nada | None] | None = None
    sort_key: Callable[[Row], Any] | None = None
    bagian: int = 1

    def key_of(self, row: Row) -> Any:
        """What that row is sorted by in this column."""
        return self.sort_key(row) if self.sort_key else self.nilai(row).casefold()


def _words(kolom: Kolom[Any], row: Any) -> str:
    return kolom.nilai(row)


def _alignment(kolom: Kolom[Any], _row: Any) -> Qt.AlignmentFlag:
    return _ALIGN[kolom.rata]


def _chip(kolom: Kolom[Any], row: Any) -> Nada | None:
    return kolom.chip(row) if kolom.chip else None


def _sort_key(kolom: Kolom[Any], row: Any) -> Any:
    return kolom.key_of(row)


def _row_itself(_kolom: Kolom[Any], row: Any) -> Any:
    return row


_READERS: dict[int, Callable[[Kolom[Any], Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: _words,
    Qt.ItemDataRole.ToolTipRole: _words,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    CHIP_ROLE: _chip,
    SORT_ROLE: _sort_key,
    ROW_ROLE: _row_itself,
}


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """Read-only table over a list of values.

    Args:
        kolom: the columns, left to right.
        kunci: identity of a row, the same before and after a reload.
    """

    def __init__(self, kolom: tuple[Kolom[Row], ...], kunci: Callable[[Row], Hashable]) -> None:
        super().__init__()
        self._kolom = kolom
        self._kunci = kunci
        self._given: list[Row] = []
        self._rows: list[Row] = []
        self._sort_column = _GIVEN_ORDER
        self._descending = False

    @property
    def kolom(self) -> tuple[Kolom[Row], ...]:
        """The columns, left to right."""
        return self._kolom

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows; the sorting that the officer chose stays."""
        self.beginResetModel()
        self._given = list(rows)
        self._rows = self._sorted()
        self.endResetModel()

    def row(self, number: int) -> Row:
        """The value at that place as shown now."""
        return self._rows[number]

    def key(self, number: int) -> Hashable:
        """Identity of the row at that place."""
        return self._kunci(self._rows[number])

    def find_row(self, key: Hashable) -> int:
        """Place of the row with that identity; -1 when it is not here."""
        return next((i for i, row in enumerate(self._rows) if self._kunci(row) == key), -1)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """One row per value."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """One column per `Kolom`."""
        return 0 if parent.isValid() else len(self._kolom)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, alignment, chip tone, sort key and the row itself."""
        if not index.isValid():
            return None
        reader = _READERS.get(role)
        return reader(self._kolom[index.column()], self._rows[index.row()]) if reader else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Column titles, aligned as their cells."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._kolom):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._kolom[section].judul
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self._kolom[section].rata]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in place; column -1 gives back the order in which the rows came."""
        self._sort_column = column
        self._descending = order is Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        rows = self._sorted()
        places = {self._kunci(row): place for place, row in enumerate(rows)}
        old = self.persistentIndexList()
        new = [self.index(places[self.key(i.row())], i.column()) for i in old]
        self._rows = rows
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _sorted(self) -> list[Row]:
        if self._sort_column == _GIVEN_ORDER:
            return list(self._given)
        key = self._kolom[self._sort_column].key_of
        return sorted(self._given, key=key, reverse=self._descending)


class TabelData(QTableView, Generic[Row]):
    """The view of a `RowTableModel`.

    Signals:
        dibuka(object): Enter or a double click on a row; carries the row.
        baris_dipilih(object): another row is current, or the same one was reloaded; None = none.
    """

    dibuka = Signal(object)
    baris_dipilih = Signal(object)

    def __init__(self, model: RowTableModel[Row], nama: str) -> None:
        super().__init__()
        self._rows = model
        self._kept_key: Hashable = None
        self._kept_scroll = 0
        self._kosong = ("inbox", "Belum ada data", "")
        self.setAccessibleName(nama)
        self._set_behaviour()
        self.setModel(model)
        self._set_columns()
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_kosong(self, nama_ikon: str, judul: str, kalimat: str = "") -> None:
        """What stands in the middle while there are no rows."""
        self._kosong = (nama_ikon, judul, kalimat)
        self.viewport().update()

    def baris(self) -> Row | None:
        """The current row."""
        index = self.currentIndex()
        return self._rows.row(index.row()) if index.isValid() else None

    def pilih(self, key: Hashable) -> bool:
        """Make the row with that key current and bring it into view; False = not here."""
        number = self._rows.find_row(key)
        if number < 0:
            return False
        self.setCurrentIndex(self._rows.index(number, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Home and End go to the first and last row."""
        key = event.key()
        last = self._rows.rowCount() - 1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.setCurrentIndex(self._rows.index(0 if key == Qt.Key.Key_Home else last, 0))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row if none is: Qt alone would ring it without choosing it."""
        mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not mouse and not self.currentIndex().isValid() and self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(0, 0))
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, then the ring around the current one or the words for an empty table."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._rows.rowCount() == 0:
            self._paint_kosong(painter)
        elif self.hasFocus() and self.currentIndex().isValid():
            self._paint_ring(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the columns without a width."""
        super().resizeEvent(event)
        self._share_room()

    def _paint_ring(self, painter: QPainter) -> None:
        row = self.currentIndex().row()
        first = self.visualRect(self._rows.index(row, 0))
        last = self.visualRect(self._rows.index(row, self._rows.columnCount() - 1))
        seen = first.united(last).intersected(self.viewport().rect())
        ring = QRectF(seen).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(THEME.accent), THEME.ring))
        painter.drawRoundedRect(ring, THEME.radius_s, THEME.radius_s)

    def _paint_kosong(self, painter: QPainter) -> None:
        nama_ikon, judul, kalimat = self._kosong
        room = self.viewport().rect().adjusted(THEME.gap_l, 0, -THEME.gap_l, 0)
        top = max(0, room.center().y() - 50)
        picture = pixmap(nama_ikon, THEME.line_input, ICON_SIDE, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(room.center().x() - ICON_SIDE / 2, top), picture)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.setFont(bold)
        painter.setPen(QColor(THEME.text))
        words = room.adjusted(0, top + ICON_SIDE + THEME.gap_s, 0, 0)
        used = painter.boundingRect(words, middle, judul)
        painter.drawText(words, middle, judul)
        painter.setFont(small_font(self.font()))
        painter.setPen(QColor(THEME.text_soft))
        painter.drawText(words.adjusted(0, used.height() + 2, 0, 0), middle, kalimat)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.dibuka.emit(self._rows.row(index.row()))

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(LencanaDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(THEME.row_height)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(_GIVEN_ORDER, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, kolom in enumerate(self._rows.kolom):
            self.setColumnWidth(number, kolom.lebar or _LEAST_SHARE)

    def _share_room(self) -> None:
        """Give the columns without a width what is left, but never too little to read."""
        shown = [n for n in range(self._rows.columnCount()) if not self.isColumnHidden(n)]
        taken = sum(self._rows.kolom[n].lebar for n in shown)
        room = self.viewport().width() - taken
        free = [(k.bagian, n) for n in shown if not (k := self._rows.kolom[n]).lebar]
        parts = sum(part for part, _number in free)
        # The narrow ones first: what lifts them to the least width is taken from the wider ones.
        for part, number in sorted(free):
            share = max(_LEAST_SHARE, room * part // parts)
            self.setColumnWidth(number, share)
            room -= share
            parts -= part

    def _on_model_about_to_be_reset(self) -> None:
        index = self.currentIndex()
        self._kept_key = self._rows.key(index.row()) if index.isValid() else None
        self._kept_scroll = self.verticalScrollBar().value()

    def _on_model_reset(self) -> None:
        self.doItemsLayout()  # by itself the table would do it later, and be painted twice
        if self._kept_key is None:
            return
        number = self._rows.find_row(self._kept_key)
        if number < 0:
            self.baris_dipilih.emit(None)
            return
        self.setCurrentIndex(self._rows.index(number, 0))
        self.verticalScrollBar().setValue(self._kept_scroll)

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.baris_dipilih.emit(self._rows.row(current.row()) if current.isValid() else None)
        self.viewport().update()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self._open(index)
