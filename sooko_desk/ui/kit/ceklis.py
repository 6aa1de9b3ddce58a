"""The checklist of papers, worked by keyboard: arrows move, Space or a row's digit ticks.

F2 opens the note of a row, Ctrl+A ticks every required paper that has no alternative. How a line
looks is in `ceklis_gambar`; whether the list is complete is for `domain.kelengkapan`.
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView

from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.kit.ceklis_gambar import BERKAS_ROLE, CeklisDelegate, tags_of
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sooko_desk.domain.permohonan import Berkas

AnyIndex = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_TEN = 10


class DaftarCeklis(QListView):
    """The papers of one case.

    Signals:
        berubah(): the officer ticked a paper or wrote a note.
    """

    berubah = Signal()

    def __init__(self, nama: str = "Daftar berkas") -> None:
        super().__init__()
        self._baris = _BerkasModel()
        self._gambar = CeklisDelegate(self)
        self.setAccessibleName(nama)
        self.setAccessibleDescription(
            "Panah untuk pindah, spasi untuk mencentang, F2 untuk catatan, Ctrl+A untuk "
            "mencentang semua yang wajib."
        )
        self.setModel(self._baris)
        self.setItemDelegate(self._gambar)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._baris.dataChanged.connect(self._on_data_changed)
        self._gambar.note_requested.connect(self._on_note_requested)
        self._gambar.tick_requested.connect(self._on_tick_requested)

    def set_baris(self, berkas: Sequence[Berkas]) -> None:
        """Show this checklist; says nothing to `berubah`. The first line becomes current."""
        self._baris.set_berkas(berkas)
        if berkas:
            self.setCurrentIndex(self._baris.index(0))

    def nilai(self) -> dict[str, tuple[bool, str]]:
        """Paper's code to (is it there, note), in list order."""
        return {b.kode: (b.ada, b.catatan) for b in self._baris.berkas}

    def set_readonly(self, readonly: bool) -> None:
        """Only show; ticks and notes cannot be changed."""
        self._baris.readonly = readonly
        self.viewport().update()

    def is_readonly(self) -> bool:
        """True while ticks and notes cannot be changed."""
        return self._baris.readonly

    def centang_semua_wajib(self) -> None:
        """Tick each required paper; of papers that stand for each other the officer picks one."""
        for row, berkas in enumerate(self._baris.berkas):
            if berkas.sifat is SifatSyarat.WAJIB and not berkas.grup and not berkas.ada:
                self._baris.tick(row)

    def buka_catatan(self) -> None:
        """Write the note of the current line; Enter keeps it, Escape does not."""
        index = self.currentIndex()
        if index.isValid() and not self._baris.readonly:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, digits, F2 and Ctrl+A as the class says; the rest as in every list."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Space:
            self._baris.tick(self.currentIndex().row())
        elif key == Qt.Key.Key_F2:
            self.buka_catatan()
        elif key == Qt.Key.Key_A and control:
            if not self._baris.readonly:
                self.centang_semua_wajib()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and event.text().isdigit():
            self._tick_number(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines, then the ring around the current one."""
        super().paintEvent(event)
        if not (self.hasFocus() and self.currentIndex().isValid()):
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(THEME.accent), THEME.ring))
        ring = self.visualRect(self.currentIndex()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ring, THEME.radius_s, THEME.radius_s)

    def _tick_number(self, row: int) -> None:
        if row < self._baris.rowCount():
            self.setCurrentIndex(self._baris.index(row))
            self._baris.tick(row)

    def _on_data_changed(self) -> None:
        # A note may make its line taller.
        self.scheduleDelayedItemsLayout()
        self.berubah.emit()

    def _on_note_requested(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.buka_catatan()

    def _on_tick_requested(self, index: QModelIndex) -> None:
        self._baris.tick(index.row())


class _BerkasModel(QAbstractListModel):
    """One row per paper; its data changes only by an officer's act."""

    def __init__(self) -> None:
        super().__init__()
        self.berkas: list[Berkas] = []
        self.readonly = False

    def set_berkas(self, berkas: Sequence[Berkas]) -> None:
        self.beginResetModel()
        self.berkas = list(berkas)
        self.endResetModel()

    def tick(self, row: int) -> None:
        if self.readonly or not 0 <= row < len(self.berkas):
            return
        self._put(row, replace(self.berkas[row], ada=not self.berkas[row].ada))

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.berkas)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self.readonly:
            return flags
        return flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(self.berkas[index.row()], index.row())
        reader = _READERS.get(role)
        return reader(self.berkas[index.row()]) if reader else None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if self.readonly or not index.isValid():
            return False
        berkas = self.berkas[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return self._put(index.row(), replace(berkas, catatan=" ".join(str(value).split())))
        if role == Qt.ItemDataRole.CheckStateRole:
            ada = Qt.CheckState(value) is Qt.CheckState.Checked
            return self._put(index.row(), replace(berkas, ada=ada))
        return False

    def _put(self, row: int, berkas: Berkas) -> bool:
        if berkas != self.berkas[row]:
            self.berkas[row] = berkas
            self.dataChanged.emit(self.index(row), self.index(row))
        return True


def _check_state(berkas: Berkas) -> Qt.CheckState:
    return Qt.CheckState.Checked if berkas.ada else Qt.CheckState.Unchecked


def _itself(berkas: Berkas) -> Berkas:
    return berkas


_READERS: dict[int, Callable[[Berkas], Any]] = {
    Qt.ItemDataRole.DisplayRole: attrgetter("nama"),
    Qt.ItemDataRole.EditRole: attrgetter("catatan"),
    Qt.ItemDataRole.CheckStateRole: _check_state,
    BERKAS_ROLE: _itself,
}


def _spoken(berkas: Berkas, row: int) -> str:
    state = "ada" if berkas.ada else "belum ada"
    number = str(row + 1) if row + 1 < _TEN else ""
    tags = ", ".join(teks for teks, _ in tags_of(berkas))
    parts = (number, berkas.nama, tags, berkas.bila, state, berkas.catatan)
    return ", ".join(part for part in parts if part)
