"""What opens in a cell of `IsianTabel` to type in: the kit's own inputs, and a list to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QStyledItemDelegate, QWidget

from sooko_desk.domain.isian import is_kapital
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.kit.isian_tabel_nilai import NOMOR
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from sooko_desk.domain.sop import Isian, Pilihan
    from sooko_desk.ui.kit.isian_tabel_nilai import TabelKode

_MOST_LINES = 10
_SHORT_CODE = 3
_ROOM = 28
_KODE = Qt.ItemDataRole.UserRole
_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: 1 - _MOST_LINES,
    Qt.Key.Key_PageDown: _MOST_LINES - 1,
}


class SuntingPilihan(QLineEdit):
    """Typing searches the column's choices by words or code; the list lies over the window.

    The line that Enter would take is always marked. The list is a child of the window, not a
    window: the caret never leaves the cell.

    Signals:
        diambil(): a line of the list was clicked; `nilai` is its code.
    """

    diambil = Signal()

    def __init__(self, kode: TabelKode, parent: QWidget) -> None:
        super().__init__(parent)
        self._kode = kode
        self._dipilih = ""
        self.setPlaceholderText("Ketik untuk mencari")
        self.daftar = _Daftar(parent.window())
        self.daftar.itemClicked.connect(self._on_item_clicked)
        self.destroyed.connect(self.daftar.deleteLater)
        self.textEdited.connect(self._on_text_edited)

    def mulai(self, kode: str) -> None:
        """Show what the cell holds, with the whole list."""
        nama = self._kode.nama(kode)
        self._dipilih = "" if nama is None else kode
        self.setText(kode if nama is None else nama)
        self.selectAll()
        self._offer("")

    def ambil(self) -> None:
        """Take the marked line, as Enter does."""
        if kode := self.daftar.kode():
            self._dipilih = kode
            self.setText(self._kode.nama(kode) or "")

    def nilai(self) -> str:
        """Code of what was taken or is the only one that fits, else the words as typed."""
        teks = self.text().strip()
        if self._dipilih or not teks:
            return self._dipilih
        cocok = self._kode.cari(teks)
        return self._kode.baca(teks) or (cocok[0].kode if len(cocok) == 1 else teks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the list; everything else is typing."""
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
            return
        if self.daftar.isVisible():
            self.daftar.step(step)
            self.ambil()
            self.selectAll()
        else:
            self._offer("")
        event.accept()

    def place(self) -> None:
        """Put the list under the cell, or above it where there is more room."""
        self.daftar.place(self)

    def _offer(self, teks: str) -> None:
        self.daftar.offer(self._kode.cari(teks), self._dipilih)
        if teks.strip():
            self.daftar.setCurrentRow(0)
        self.place()

    def _on_text_edited(self, teks: str) -> None:
        self._dipilih = ""
        self._offer(teks)

    def _on_item_clicked(self) -> None:
        self.ambil()
        self.diambil.emit()


class _Daftar(QListWidget):
    """The choices that fit."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("peran", "saran")
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()

    def offer(self, pilihan: Sequence[Pilihan], chosen: str) -> None:
        """Show these; marks the chosen one."""
        self.clear()
        for satu in pilihan:
            pendek = len(satu.kode) <= _SHORT_CODE
            item = QListWidgetItem(f"{satu.kode}  {satu.nama}" if pendek else satu.nama)
            item.setData(_KODE, satu.kode)
            self.addItem(item)
            if satu.kode == chosen:
                self.setCurrentItem(item)

    def kode(self) -> str:
        """Code of the marked line; "" while none is."""
        item = self.currentItem() if self.currentRow() >= 0 else None
        return "" if item is None else str(item.data(_KODE))

    def step(self, step: int) -> None:
        """Mark another line."""
        self.setCurrentRow(max(0, min(self.currentRow() + step, self.count() - 1)))

    def place(self, cell: QWidget) -> None:
        """Show at that cell of the same window; nothing to show hides."""
        window = self.parentWidget()
        if window is None or not self.count():
            self.hide()
            return
        self.ensurePolished()
        width = max(cell.width(), self.sizeHintForColumn(0) + _ROOM)
        line = self.sizeHintForRow(0)
        frame = 2 * self.frameWidth() + 4
        corner = cell.mapTo(window, QPoint(0, cell.height() + 1))
        below = window.height() - corner.y()
        above = corner.y() - cell.height() - 1
        wanted = line * min(self.count(), _MOST_LINES) + frame
        upward = below < wanted and above > below
        height = min(wanted, above if upward else below)
        left = max(0, min(corner.x(), window.width() - width))
        top = corner.y() - cell.height() - 2 - height if upward else corner.y()
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        if self.currentRow() >= 0:
            self.scrollToItem(self.currentItem())


Sunting = IsianDigit | IsianTanggal | IsianTeks | SuntingPilihan


def build_sunting(kolom: Isian, kode: TabelKode, parent: QWidget) -> Sunting:
    """The input for a cell of that column."""
    sunting: Sunting
    if kolom.jenis in NOMOR:
        sunting = IsianDigit()
    elif kolom.jenis is JenisIsian.TANGGAL:
        sunting = IsianTanggal()
    elif kolom.jenis is JenisIsian.PILIHAN:
        sunting = SuntingPilihan(kode, parent)
    else:
        sunting = IsianTeks(kapital=is_kapital(kolom))
    sunting.setParent(parent)
    sunting.setProperty("peran", "sel")
    return sunting


def read_sunting(sunting: Sunting) -> str:
    """What stands in the cell's input."""
    if isinstance(sunting, IsianDigit):
        return sunting.digits()
    return sunting.nilai()


def write_sunting(sunting: Sunting, nilai: str) -> None:
    """Show what the cell holds, all of it marked: the next letter replaces it."""
    if isinstance(sunting, IsianDigit):
        sunting.set_digits(nilai)
    elif isinstance(sunting, SuntingPilihan):
        sunting.mulai(nilai)
    else:
        sunting.set_nilai(nilai)
