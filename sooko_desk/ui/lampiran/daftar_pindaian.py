"""The list of papers and their scans; whatever is current says where the next scan goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from sooko_desk.ui.lampiran.baris_lampiran import (
    TANPA_BERKAS,
    BarisBerkas,
    BarisPindaian,
    sebut_lengkap,
)
from sooko_desk.ui.lampiran.gambar_baris import BARIS_ROLE, GambarBaris

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from sooko_desk.ui.lampiran.baris_lampiran import Baris

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
LEBAR_TERKECIL = 340


class ModelPindaian(QAbstractListModel):
    """Lines from `build_baris`, pushed in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._baris: tuple[Baris, ...] = ()

    @property
    def baris(self) -> tuple[Baris, ...]:
        """All lines, top to bottom."""
        return self._baris

    def set_baris(self, baris: Sequence[Baris]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._baris = tuple(baris)
        self.endResetModel()

    def find(self, kunci: tuple[str, str]) -> int:
        """Number of the line with that key; -1 = not here."""
        return next((n for n, b in enumerate(self._baris) if b.kunci == kunci), -1)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self._baris)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself, its name, or all of it in words."""
        baris = self._baris[index.row()]
        if role == BARIS_ROLE:
            return baris
        if role == Qt.ItemDataRole.DisplayRole:
            return baris.nama if isinstance(baris, BarisBerkas) else baris.lampiran.nama
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return _sebut(baris)
        return None


class DaftarPindaian(QListView):
    """One line is current as long as there is any.

    Signals:
        dipilih(object): another `Baris` is current, or the same one as read anew.
        dibuka(object): Enter or a double click on a `Baris`.
    """

    dipilih = Signal(object)
    dibuka = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model_baris = ModelPindaian(self)
        self.gambar = GambarBaris(self)
        self.setModel(self.model_baris)
        self.setItemDelegate(self.gambar)
        self.setMinimumWidth(LEBAR_TERKECIL)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName("Berkas dan pindaiannya")
        self.doubleClicked.connect(self._on_dibuka)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def baris(self) -> Baris | None:
        """The current line."""
        index = self.currentIndex()
        return self.model_baris.baris[index.row()] if index.isValid() else None

    def pindaian(self) -> BarisPindaian | None:
        """The current line where it is a scan."""
        baris = self.baris()
        return baris if isinstance(baris, BarisPindaian) else None

    def set_baris(self, baris: Sequence[Baris]) -> None:
        """Show these lines; the current one stays, or the paper it was under takes its place."""
        lama, gulir = self.baris(), self.verticalScrollBar().value()
        self.model_baris.set_baris(baris)
        kunci = [lama.kunci, ("berkas", lama.berkas_kode)] if lama is not None else []
        if not any(self.pilih(k) for k in kunci) and baris:
            self.setCurrentIndex(self.model_baris.index(0))
        self.verticalScrollBar().setValue(gulir)

    def pilih(self, kunci: tuple[str, str]) -> bool:
        """Make the line with that key current and bring it into view; False = not here."""
        nomor = self.model_baris.find(kunci)
        if nomor < 0:
            return False
        self.setCurrentIndex(self.model_baris.index(nomor))
        return True

    def kepala(self) -> tuple[BarisBerkas, ...]:
        """The lines that are papers."""
        return tuple(b for b in self.model_baris.baris if isinstance(b, BarisBerkas))

    def berkas_kode(self) -> str:
        """Code of the paper that the next scan goes to; "" = without a paper."""
        baris = self.baris()
        return TANPA_BERKAS if baris is None else baris.berkas_kode

    def berkas_di(self, titik: QPoint) -> str | None:
        """Code of the paper at a point of the viewport; None = below the last line."""
        index = self.indexAt(titik)
        return self.model_baris.baris[index.row()].berkas_kode if index.isValid() else None

    def set_sasaran(self, berkas_kode: str | None) -> None:
        """Mark the paper that takes what is being dragged; None = none."""
        self.gambar.sasaran = None if berkas_kode is None else ("berkas", berkas_kode)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; other keys as in every list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._on_dibuka(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A question that opens below must not hide the line that it is about."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _on_dibuka(self, index: QModelIndex) -> None:
        if index.isValid():
            self.dibuka.emit(self.model_baris.baris[index.row()])

    def _on_current_changed(self, sekarang: QModelIndex, _lama: QModelIndex) -> None:
        if sekarang.isValid():
            self.dipilih.emit(self.model_baris.baris[sekarang.row()])


def _sebut(baris: Baris) -> str:
    if isinstance(baris, BarisPindaian):
        return f"{baris.lampiran.nama}\n{sebut_lengkap(baris.lampiran)}"
    banyak = f"{baris.banyak} pindaian" if baris.banyak else "belum ada pindaian"
    nomor = f"{baris.nomor}. " if baris.nomor else ""
    return f"{nomor}{baris.nama}\n{banyak}"
