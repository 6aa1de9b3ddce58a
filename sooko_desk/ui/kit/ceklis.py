"""The checklist of papers, worked by keyboard; the mouse can do everything that keys can.

How a line looks is in `ceklis_gambar` and `ceklis_tata`, what it says in `ceklis_kata`, what a
key does to a paper in `ceklis_tanda`; whether the list is complete is for `domain.kelengkapan`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from sooko_desk.domain.kelengkapan import list_kurang, terapkan_tanda
from sooko_desk.domain.permohonan import Bentuk
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.kit.ceklis_baris import BerkasModel
from sooko_desk.ui.kit.ceklis_gambar import CeklisDelegate
from sooko_desk.ui.kit.ceklis_kata import Klik
from sooko_desk.ui.kit.ceklis_tanda import (
    add_jumlah,
    flip_ada,
    mark_of,
    next_bentuk,
    next_cocok,
    put_bentuk,
    swap_ada,
)
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from sooko_desk.domain.permohonan import Berkas, TandaBerkas

PETUNJUK = "Spasi/angka = ada, A asli, F fotokopi, + − jumlah, F2 catatan"
"""The keys in one line, for the head of the card that holds the list."""
PETUNJUK_PERIKSA = "Spasi/angka = ada, A asli, F fotokopi, + − jumlah, C data cocok, F2 catatan"
"""The same where data are compared."""

_TEN = 10
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_BENTUK: dict[int, Callable[[Berkas], Berkas]] = {
    Qt.Key.Key_A: partial(put_bentuk, bentuk=Bentuk.ASLI),
    Qt.Key.Key_F: partial(put_bentuk, bentuk=Bentuk.FOTOKOPI),
}
_JUMLAH: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_KLIK: dict[Klik, Callable[[Berkas], Berkas]] = {
    Klik.BENTUK: next_bentuk,
    Klik.ASLI: _BENTUK[Qt.Key.Key_A],
    Klik.FOTOKOPI: _BENTUK[Qt.Key.Key_F],
    Klik.COCOK: next_cocok,
}


class DaftarCeklis(QListView):
    """The papers of one case.

    Keys act on the current line: Space there or not (a digit does so on its line, 0 on the
    tenth), A original, F copy, + and - how many, C data agree or not, F2 note; Ctrl+A ticks every
    required paper that has no alternative. All other letters, and keys with Ctrl or Alt, are left
    to the window.

    Signals:
        berubah(): the officer changed a mark or a note; once an act.
    """

    berubah = Signal()

    def __init__(self, nama: str = "Daftar berkas") -> None:
        super().__init__()
        self._baris = BerkasModel()
        self._gambar = CeklisDelegate(self)
        self.setAccessibleName(nama)
        self.setModel(self._baris)
        self.setItemDelegate(self._gambar)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.set_cocok(False)
        self._baris.dataChanged.connect(self._on_data_changed)
        self._gambar.note_requested.connect(self._on_note_requested)
        self._gambar.tick_requested.connect(self._on_tick_requested)
        self._gambar.mark_requested.connect(self._on_mark_requested)

    def set_baris(self, berkas: Sequence[Berkas]) -> None:
        """Show this checklist; says nothing to `berubah`. The first line becomes current."""
        self._baris.set_berkas(berkas)
        if berkas:
            self.setCurrentIndex(self._baris.index(0))

    def tanda(self) -> tuple[TandaBerkas, ...]:
        """The marks in list order; a paper that is away has its note and no other mark.

        A note that is still being written counts: the form may be stored over it.
        """
        marks = [mark_of(b) for b in self._baris.berkas]
        if self._gambar.written is not None:
            row, words = self._gambar.written
            marks[row] = replace(marks[row], catatan=" ".join(words.split()))
        return tuple(marks)

    def berkas(self) -> tuple[Berkas, ...]:
        """The papers as they would be stored now."""
        return terapkan_tanda(self._baris.berkas, self.tanda())

    def kembalikan(self, tanda: Iterable[TandaBerkas]) -> None:
        """Put these marks back; papers that are not on this list are passed over."""
        self._baris.put_marks(tanda)

    def set_readonly(self, readonly: bool) -> None:
        """Only show; ticks, marks and notes cannot be changed."""
        self._baris.readonly = readonly
        self._show_again()

    def is_readonly(self) -> bool:
        """True while marks and notes cannot be changed."""
        return self._baris.readonly

    def set_cocok(self, periksa: bool) -> None:
        """Let C and the mouse say whether a paper's data agree, as on the Kasi's screen."""
        self._gambar.periksa = periksa
        keys = PETUNJUK_PERIKSA if periksa else PETUNJUK
        self.setAccessibleDescription(f"{keys}, Ctrl+A semua yang wajib")
        self._show_again()

    def set_frasa(self, frasa: Sequence[str]) -> None:
        """Standard phrases offered for a note."""
        self._gambar.frasa = tuple(frasa)

    def set_baru_sejak(self, saat: dt.datetime | None) -> None:
        """Papers that came after this instant (aware) carry their date; None = none does."""
        self._baris.set_baru_sejak(saat)
        self._show_again()

    def set_tekankan_kurang(self, tekankan: bool) -> None:
        """Bring out the required papers that are missing, as when an applicant comes back."""
        self._baris.set_tekankan(tekankan)
        self._show_again()

    def centang_semua_wajib(self) -> None:
        """Tick each required paper; of papers that stand for each other the officer picks one."""
        if self._baris.readonly:
            return
        self._baris.put(
            {
                row: replace(berkas, ada=True)
                for row, berkas in enumerate(self._baris.berkas)
                if berkas.sifat is SifatSyarat.WAJIB and not berkas.grup
            }
        )

    def pilih_kurang(self) -> None:
        """Stand on the first required paper that is missing, else on the first line."""
        kurang = list_kurang(self._baris.berkas)
        kode = kurang[0].kode if kurang else ""
        rows = (row for row, b in enumerate(self._baris.berkas) if b.kode == kode)
        self._stand_on(next(rows, 0))

    def tandai_kurang(self, baris: int) -> bool:
        """Name a paper as missing: away; again: there with wrong data; again: as it was.

        A paper that is away already stays so the first time.

        Args:
            baris: number as shown, from 1; 0 = the tenth, as with the digit keys.

        Returns:
            False when there is no such line or nothing may be changed.
        """
        row = (baris or _TEN) - 1
        if self._baris.readonly or not self._stand_on(row):
            return False
        self._baris.strike(row)
        return True

    def buka_catatan(self) -> None:
        """Write the note of the current line; Enter keeps it, Escape does not."""
        index = self.currentIndex()
        if index.isValid() and not self._baris.readonly:
            self.scrollTo(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys as the class says; what types a letter never searches the list."""
        key = event.key()
        if event.modifiers() & ~_PLAIN:
            self._press_control(event)
        elif key == Qt.Key.Key_Space:
            self._press(event, self._flip)
        elif key in _BENTUK:
            self._press(event, _BENTUK[key])
        elif key in _JUMLAH:
            self._baris.act(self.currentIndex().row(), partial(add_jumlah, step=_JUMLAH[key]))
        elif key == Qt.Key.Key_C and self._gambar.periksa:
            self._press(event, next_cocok)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and event.text().isdigit():
            if self._stand_on((key - Qt.Key.Key_0 or _TEN) - 1):
                self._press(event, self._flip)
        elif key == Qt.Key.Key_F2:
            self.buka_catatan()
        elif event.text().isprintable() and event.text():
            event.ignore()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the lines anew: how tall they are comes from how wide the list is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _flip(self, berkas: Berkas) -> Berkas:
        return flip_ada(berkas) if self._gambar.periksa else swap_ada(berkas)

    def _press(self, event: QKeyEvent, change: Callable[[Berkas], Berkas]) -> None:
        if not event.isAutoRepeat():  # a key held down would only flicker
            self._baris.act(self.currentIndex().row(), change)

    def _press_control(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_A:
            self.centang_semua_wajib()
        else:
            event.ignore()

    def _stand_on(self, row: int) -> bool:
        """Make that line current; False when there is none."""
        index = self._baris.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def _show_again(self) -> None:
        # A mark may make its line taller.
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _on_data_changed(self) -> None:
        self._show_again()
        self.berubah.emit()

    def _on_note_requested(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self.buka_catatan()

    def _on_tick_requested(self, index: QModelIndex) -> None:
        self._baris.act(index.row(), self._flip)

    def _on_mark_requested(self, index: QModelIndex, klik: Klik) -> None:
        self._baris.act(index.row(), _KLIK[klik])
