"""A short list of which one line is chosen by its key: 1 to 9, then the letters from A on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.sop import Pilihan

TOMBOL = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The key of each line; lines beyond them are reached by arrows."""
TINGGI_BARIS = 26
SEDIKITNYA = 4
"""Lines that are always seen; the rest scrolls where there is no room."""

_LEBAR = 160
_LEBAR_TOMBOL = 24
_TEPI = 6
_FRAME = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HAPUS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_POLOS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class DaftarAngka(QListView):
    """Choose one of a few lines. Nothing is chosen until a key, an arrow or a click does it.

    A line's own key and Enter choose it and say `lanjut`; arrows choose as they move; Backspace
    lifts the choice.

    Signals:
        dipilih(str): the officer chose another code; "" = lifted.
        lanjut(): chosen, and done with the list.
    """

    dipilih = Signal(str)
    lanjut = Signal()

    def __init__(self, nama: str) -> None:
        super().__init__()
        self._kode: tuple[str, ...] = ()
        self._daftar = QStringListModel(self)
        self.setModel(self._daftar)
        self.setAccessibleName(nama)
        self.setItemDelegate(_Baris(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.clicked.connect(self._on_clicked)

    def set_pilihan(self, pilihan: Sequence[Pilihan]) -> None:
        """Offer these; a code that is still there stays chosen. Says nothing to `dipilih`."""
        semula = self.kode()
        self._kode = tuple(p.kode for p in pilihan)
        with QSignalBlocker(self):
            self._daftar.setStringList([p.nama for p in pilihan])
            self.set_kode(semula)
        self.setMaximumHeight(self._tinggi(len(pilihan)))
        self.updateGeometry()

    def kode(self) -> str:
        """The chosen code; "" = none."""
        dipilih = self.selectionModel().selectedIndexes()
        return self._kode[dipilih[0].row()] if dipilih else ""

    def set_kode(self, kode: str) -> None:
        """Choose without telling `dipilih`; a code that is not offered lifts the choice."""
        with QSignalBlocker(self):
            self._pilih(self._kode.index(kode) if kode in self._kode else -1)

    def event(self, event: QEvent) -> bool:
        """A line's key is the list's before it is the window's."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and self._baris_tombol(event) >= 0
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As the class says."""
        nomor = self._baris_tombol(event)
        if event.key() in _ENTER and not event.modifiers() & ~_POLOS:
            nomor = self.currentIndex().row()
        if nomor >= 0:
            if not event.isAutoRepeat():
                self._pilih(nomor)
                self.lanjut.emit()
        elif event.key() in _HAPUS:
            self._pilih(-1)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Every line."""
        return QSize(_LEBAR, self._tinggi(len(self._kode)))

    def minimumSizeHint(self) -> QSize:
        """A few lines; the rest scrolls."""
        return QSize(_LEBAR, self._tinggi(min(len(self._kode), SEDIKITNYA)))

    def _baris_tombol(self, event: QKeyEvent) -> int:
        """Number of the line whose key that is; -1 = none."""
        teks = event.text().upper()
        if event.modifiers() & ~_POLOS or len(teks) != 1:
            return -1
        return TOMBOL[: len(self._kode)].find(teks)

    def _pilih(self, nomor: int) -> None:
        if nomor < 0:
            self.clearSelection()
            self.selectionModel().setCurrentIndex(
                QModelIndex(), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        else:
            self.setCurrentIndex(self._daftar.index(nomor))

    def _tinggi(self, baris: int) -> int:
        return baris * TINGGI_BARIS + _FRAME

    def _on_clicked(self) -> None:
        self.lanjut.emit()

    def _on_selection_changed(self) -> None:
        self.dipilih.emit(self.kode())


class _Baris(QStyledItemDelegate):
    """A line's key, then its words."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        kata, cell.text = cell.text, ""
        cell.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget
        )
        dipilih = bool(cell.state & QStyle.StateFlag.State_Selected)
        tombol = TOMBOL[index.row() : index.row() + 1]
        ruang = cell.rect.adjusted(_TEPI, 0, -_TEPI, 0)
        painter.save()
        huruf = QFont(cell.font)
        huruf.setWeight(QFont.Weight.DemiBold)
        painter.setFont(huruf)
        painter.setPen(QColor(THEME.accent if dipilih else THEME.text_hint))
        kiri = QRect(ruang.left(), ruang.top(), _LEBAR_TOMBOL - _TEPI, ruang.height())
        painter.drawText(kiri, Qt.AlignmentFlag.AlignCenter, tombol)
        if not dipilih:
            painter.setFont(cell.font)
        painter.setPen(QColor(THEME.text))
        kanan = ruang.adjusted(_LEBAR_TOMBOL, 0, 0, 0)
        sebut = painter.fontMetrics().elidedText(kata, Qt.TextElideMode.ElideRight, kanan.width())
        painter.drawText(kanan, Qt.AlignmentFlag.AlignVCenter, sebut)
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(_LEBAR, TINGGI_BARIS)
