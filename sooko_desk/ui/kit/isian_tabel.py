"""A table that is filled from the keyboard like a spreadsheet: the members of a family.

Enter and Tab go on to the next cell, a letter begins to type, and after the last row there is
always one more to type into. Ctrl+Enter, Ctrl+S, the F keys but F2, and Escape are left to the
window. The sentence for the current cell is told to the form, which shows it beneath.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from sooko_desk.domain.sop import JenisIsian
from sooko_desk.ui.kit.isian_tabel_baris import TandaSel
from sooko_desk.ui.kit.isian_tabel_delegate import SISI, DelegateTabel
from sooko_desk.ui.kit.isian_tabel_kepala import (
    LEBAR_NOMOR,
    TINGGI_BARIS,
    TINGGI_KEPALA,
    KepalaBaris,
    KepalaKolom,
    column_width,
)
from sooko_desk.ui.kit.isian_tabel_model import (
    KALIMAT_ROLE,
    NADA_ROLE,
    PALING_BANYAK,
    ModelTabel,
)
from sooko_desk.ui.kit.isian_tabel_sunting import SuntingPilihan
from sooko_desk.ui.kit.isian_tabel_tempel import Rentang
from sooko_desk.ui.kit.isian_tabel_tindakan import HANYA_BACA, TindakanTabel
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from sooko_desk.domain.sop import Isian
    from sooko_desk.ui.kit.tabel import AnyIndex

BARIS_TAMPAK = 3
"""Rows that are seen even where there is little room."""
BARIS_SEDIKIT = 2
"""The same for a table that mostly stays empty: one row, and the next one to type into."""

_SCROLLBAR = 14

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = range(Qt.Key.Key_Home, Qt.Key.Key_PageDown + 1)
"""Home, End, the arrows, PageUp and PageDown, as Qt numbers them."""


class IsianTabel(QTableView):
    """Rows of fields.

    Args:
        kolom: the columns, left to right; the first stays in sight while the others scroll.
        paling_banyak: most rows.
        tampak: rows that are seen even where there is little room.

    Signals:
        edited(): the officer changed cells; once an act, undo and redo included.
        kalimat_berubah(str): what is wrong with the current cell or the table; "" = nothing.
            `nada` is its tone.
    """

    edited = Signal()
    kalimat_berubah = Signal(str)

    def __init__(
        self,
        kolom: Sequence[Isian],
        paling_banyak: int = PALING_BANYAK,
        tampak: int = BARIS_TAMPAK,
    ) -> None:
        super().__init__()
        self._isi = ModelTabel(kolom, paling_banyak, self)
        self._sel = DelegateTabel(self._isi, self)
        self._kabar = ""
        self._kalimat = ""
        self._nada = Nada.BAHAYA
        self._tindakan = TindakanTabel(self, self._isi)
        self._kunci = self._build_kunci()
        self._set_behaviour(tampak)
        self._set_heads()
        self.ke(0, 0)
        self._isi.diubah.connect(self._on_diubah)
        self._isi.dataChanged.connect(self._tell)
        self._isi.kembali_ke.connect(self.ke)
        self._sel.selesai.connect(self._on_selesai)
        self._sel.samakan.connect(self._tindakan.samakan)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    # -- what the form asks

    def nilai(self) -> str:
        """The rows as text, the cell that is being typed included.

        In the form that `domain.tabel_isian.parse_tabel` reads. Empty rows in between stay, so
        that row numbers of the check are those on the screen.
        """
        return self._isi.nilai(self._sel.read_sementara())

    def set_nilai(self, teks: str) -> None:
        """Show stored rows; says nothing to `edited`."""
        self._kabar = ""
        self._isi.set_nilai(teks)
        self.ke(0, 0)
        self._tell()

    def set_galat(self, per_sel: Mapping[str, str], nada: Nada = Nada.BAHAYA) -> None:
        """Finish the cell that is open, then mark these cells and no others; see `tandai`."""
        self._sel.tuntaskan()
        self.tandai({nada: per_sel})

    def tandai(self, per_nada: Mapping[Nada, Mapping[str, str]]) -> None:
        """Mark these cells and no others; a cell that is open stays open.

        Args:
            per_nada: tone to "<row from 1>.<column id>" to a sentence; the first tone of a cell
                wins. "0", and a cell that is not here, is for the table as a whole.
        """
        nomor = {satu.id: n for n, satu in enumerate(self._isi.kolom)}
        tanda: dict[tuple[int, int], TandaSel] = {}
        tabel: TandaSel | None = None
        for nada, per_sel in per_nada.items():
            for kunci, kalimat in per_sel.items():
                baris, _, kolom = kunci.partition(".")
                b = int(baris) - 1
                if 0 <= b < len(self._isi.baris) and kolom in nomor:
                    tanda.setdefault((b, nomor[kolom]), TandaSel(nada, kalimat))
                elif tabel is None:
                    tabel = TandaSel(nada, kalimat)
        self._kabar = ""
        self._isi.set_tanda(tanda, tabel)
        self._tell()

    def ke_galat_pertama(self) -> bool:
        """Make the first cell current that is wrong; False when none is."""
        sel = self._isi.find_galat()
        if sel is None:
            return False
        self.ke(*sel)
        return True

    @property
    def kalimat(self) -> str:
        """What is wrong with the current cell, or the table; "" for nothing."""
        return self._kalimat

    @property
    def nada(self) -> Nada:
        """Tone of `kalimat`."""
        return self._nada

    @property
    def kolom(self) -> Isian:
        """The current column."""
        return self._isi.kolom[max(0, self.currentIndex().column())]

    def set_readonly(self, readonly: bool) -> None:
        """Let the officer look and copy only."""
        self._sel.tuntaskan()
        self._isi.set_readonly(readonly)
        self.ke(0, 0)

    def is_readonly(self) -> bool:
        """Whether cells can only be looked at."""
        return self._isi.readonly

    # -- keys

    def event(self, event: QEvent) -> bool:
        """Keep the table's own keys from shortcuts of the window, and Tab from Qt."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._is_own(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and not event.modifiers() & _CTRL:
                if event.key() == Qt.Key.Key_Tab:
                    return self._maju(1)
                if event.key() == Qt.Key.Key_Backtab:
                    return self._maju(-1)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, acts, and letters that begin to type."""
        event.accept()
        act = self._kunci.get(_combination(event))
        if event.key() in _ENTER and event.isAutoRepeat():
            return
        if act is not None:
            act()
        elif _is_move(event):
            super().keyPressEvent(event)
        elif _is_letter(event):
            self._ketik(event)
        else:
            event.ignore()

    def _build_kunci(self) -> dict[tuple[Qt.KeyboardModifier, int], Callable[[], object]]:
        key, act = Qt.Key, self._tindakan
        return {
            (_NONE, key.Key_Return): lambda: self._maju(1),
            (_NONE, key.Key_Enter): lambda: self._maju(1),
            (_SHIFT, key.Key_Return): lambda: self._maju(-1),
            (_SHIFT, key.Key_Enter): lambda: self._maju(-1),
            (_NONE, key.Key_F2): self._buka,
            (_ALT, key.Key_Down): self._buka,
            (_NONE, key.Key_Delete): act.kosongkan,
            (_NONE, key.Key_Backspace): act.kosongkan,
            (_CTRL, key.Key_Delete): act.hapus_baris,
            (_CTRL, key.Key_Insert): act.sisip_baris,
            (_CTRL, key.Key_Z): self._isi.urungan.undo,
            (_CTRL, key.Key_Y): self._isi.urungan.redo,
            (_CTRL | _SHIFT, key.Key_Z): self._isi.urungan.redo,
            (_CTRL, key.Key_D): act.samakan,
            (_CTRL, key.Key_A): self.selectAll,
            (_CTRL, key.Key_C): act.salin,
            (_CTRL, key.Key_X): act.potong,
            (_CTRL, key.Key_V): act.tempel,
            (_SHIFT, key.Key_Insert): act.tempel,
            (_CTRL, key.Key_Home): lambda: self.ke(0, 0),
            (_CTRL, key.Key_End): lambda: self.ke(self._isi.rowCount() - 1, 0),
        }

    def _is_own(self, event: QKeyEvent) -> bool:
        return _is_move(event) or _combination(event) in self._kunci or _is_letter(event)

    # -- moving

    def ke(self, baris: int, kolom: int) -> None:
        """Make that cell current, or the one of the last row."""
        baris = max(0, min(baris, self._isi.rowCount() - 1))
        # Not setCurrentIndex: with Ctrl held it would leave the old cells chosen.
        self.selectionModel().setCurrentIndex(self._isi.index(baris, kolom), _CHOOSE)

    def _maju(self, arah: int) -> bool:
        """One cell on or back; out of the table at its ends and from a row not begun."""
        kini = self.currentIndex()
        lebar = len(self._isi.kolom)
        tempat = kini.row() * lebar + kini.column() + arah
        belum = kini.row() >= len(self._isi.baris) and kini.column() == 0
        if (arah > 0 and belum) or not 0 <= tempat < self._isi.rowCount() * lebar:
            return self.focusNextPrevChild(arah > 0)
        self.ke(*divmod(tempat, lebar))
        return True

    def _on_selesai(self, turun: int, maju: int) -> None:
        kini = self.currentIndex()
        if self.kolom.jenis is JenisIsian.PILIHAN and kini.data(NADA_ROLE) == Nada.BAHAYA:
            return  # words that are no choice: stay and say so
        if maju:
            self._maju(maju)
        else:
            self.ke(kini.row() + turun, kini.column())

    def scrollTo(  # noqa: N802, Qt's
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Twice where the head of the rows grew meanwhile and covers the cell."""
        sebelum = self.verticalHeader().width()
        super().scrollTo(index, hint)
        if self.verticalHeader().width() != sebelum:
            super().scrollTo(index, hint)

    def rentang(self) -> Rentang:
        """The chosen cells; the current one when it is alone."""
        kini = self.currentIndex()
        for r in self.selectionModel().selection().toList():
            if r.contains(kini):
                return Rentang(r.top(), r.left(), r.bottom(), r.right())
        return Rentang(kini.row(), kini.column(), kini.row(), kini.column())

    # -- acts

    def _ketik(self, event: QKeyEvent) -> None:
        """Open the current cell, all of it marked, and hand it the letter."""
        baru = self._sel.sunting is None
        if baru and not self._buka():
            return
        sunting = self._sel.sunting
        assert sunting is not None
        if not (baru and event.text() == " " and isinstance(sunting, SuntingPilihan)):
            QApplication.sendEvent(sunting, event)  # the space bar just opens a list

    def _buka(self) -> bool:
        if self._isi.readonly:
            self.beri_kabar(HANYA_BACA)
            return False
        self.scrollTo(self.currentIndex())
        self.edit(self.currentIndex())
        assert self._sel.sunting is not None
        self._sel.sunting.selectAll()
        return True

    def pilih(self, awal: tuple[int, int], akhir: tuple[int, int]) -> None:
        """Choose a block of cells; its first becomes current."""
        self.ke(*awal)
        if awal != akhir:
            block = QItemSelection(self._isi.index(*awal), self._isi.index(*akhir))
            self.selectionModel().select(block, _CHOOSE)

    # -- what is said and seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells, then the words for an empty table."""
        super().paintEvent(event)
        if self._isi.baris or self._sel.sunting is not None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(THEME.text_hint))
        room = self.viewport().rect().adjusted(SISI, TINGGI_BARIS * self._isi.rowCount(), -SISI, 0)
        words = "Belum ada isinya" if self._isi.readonly else "Ketik untuk menambah baris pertama"
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _set_behaviour(self, tampak: int) -> None:
        self.setModel(self._isi)
        self.setItemDelegate(self._sel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        frame = 2 * (THEME.ring + 1)
        self.setMinimumHeight(TINGGI_KEPALA + tampak * TINGGI_BARIS + _SCROLLBAR + frame)

    def _set_heads(self) -> None:
        self.setHorizontalHeader(KepalaKolom(self._isi))
        self.setVerticalHeader(KepalaBaris(self._isi))
        for nomor, kolom in enumerate(self._isi.kolom):
            self.setColumnWidth(nomor, column_width(kolom, self.font()))
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalHeader().sectionResized.connect(self._on_scrolled)

    def _on_scrolled(self) -> None:
        """Let the head of the rows take the place of the first column, to the pixel.

        One step of the bar moves one column on, so nothing else stirs on the screen.
        """
        jauh = self.horizontalScrollBar().value() > 0
        lebar = LEBAR_NOMOR + (self.columnWidth(0) if jauh else 0)
        if self.verticalHeader().width() != lebar:
            self.verticalHeader().setFixedWidth(lebar)
            self.updateGeometries()

    def _on_current_changed(self) -> None:
        self._kabar = ""
        self._tell()

    def _on_diubah(self) -> None:
        self._kabar = ""
        self._tell()
        self.edited.emit()

    def beri_kabar(self, kalimat: str) -> None:
        """Say why nothing was done, until the next key that does something."""
        self._kabar = kalimat
        self._tell()

    def _tell(self) -> None:
        kini = self.currentIndex()
        tabel = self._isi.tanda_tabel
        kalimat, nada = self._kabar, Nada.PERINGATAN
        if not kalimat and kini.isValid() and (kalimat := str(kini.data(KALIMAT_ROLE))):
            nada = Nada(kini.data(NADA_ROLE))
        if not kalimat and tabel is not None:
            kalimat, nada = tabel.kalimat, tabel.nada
        if (kalimat, nada) != (self._kalimat, self._nada):
            self._kalimat, self._nada = kalimat, nada
            self.kalimat_berubah.emit(kalimat)


def _combination(event: QKeyEvent) -> tuple[Qt.KeyboardModifier, int]:
    return event.modifiers() & ~_KEYPAD, event.key()


def _is_move(event: QKeyEvent) -> bool:
    return event.key() in _MOVES and not event.modifiers() & (_CTRL | _ALT)


def _is_letter(event: QKeyEvent) -> bool:
    teks = event.text()
    return bool(teks) and teks.isprintable() and not event.modifiers() & (_CTRL | _ALT)
