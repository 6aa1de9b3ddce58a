"""The box in front of every row of a `DaftarCari`: which rows are ticked, and by which keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from sooko_desk.ui.kit.ketikan import is_ctrl_a, is_perintah
from sooko_desk.ui.kit.kotak import KotakDelegate
from sooko_desk.ui.kit.tabel import Kolom, Rata

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from sooko_desk.ui.kit.daftar_cari import DaftarCari

Row = TypeVar("Row")

LEBAR_KOTAK = 44
"""Not below the least that the head of a table leaves to a column."""


class CentangBaris(QObject, Generic[Row]):
    """Space ticks the current row; Ctrl+A all that are seen, or none of them when all were.

    What is ticked stays ticked while the list hides it.

    Args:
        kunci: identity of a row.
        kata: what a ticked row is called, for a screen reader.
        maju: Space goes on to the next row.

    Attributes:
        kolom: the column of boxes; the first one of the list's columns.

    Signals:
        berubah(): something was ticked or unticked, by the officer or because it is gone.
    """

    berubah = Signal()

    def __init__(self, kunci: Callable[[Row], Hashable], kata: str, *, maju: bool = False) -> None:
        super().__init__()
        self._kunci = kunci
        self._kata = kata
        self._maju = maju
        self._dicentang: set[Hashable] = set()
        self._daftar: DaftarCari[Row] | None = None
        self._delegate = KotakDelegate(self._is_dicentang)
        self.kolom: Kolom[Row] = Kolom("", self._sebut, Rata.TENGAH, lebar=LEBAR_KOTAK)

    def pasang(self, daftar: DaftarCari[Row]) -> None:
        """Take the keys of this list, whose first column is `kolom`."""
        self._daftar = daftar
        self.setParent(daftar)
        daftar.tabel.setItemDelegateForColumn(0, self._delegate)
        daftar.tabel.installEventFilter(self)
        daftar.tabel.clicked.connect(self._on_tabel_clicked)

    def pilah(self, baris: Iterable[Row]) -> tuple[Row, ...]:
        """Those of these rows that are ticked."""
        return tuple(b for b in baris if self._kunci(b) in self._dicentang)

    def centang(self, kunci: Hashable) -> None:
        """Tick that row."""
        self._set(self._dicentang | {kunci})

    def lepas(self) -> bool:
        """Untick everything; False = nothing was ticked."""
        ada = bool(self._dicentang)
        self._set(set())
        return ada

    def batasi(self, baris: Iterable[Row]) -> None:
        """Only these rows are there now; says nothing to `berubah`."""
        self._dicentang &= {self._kunci(b) for b in baris}

    def balik_tampak(self) -> None:
        """Tick all that are seen, or none of them when all were."""
        assert self._daftar is not None
        tampak = {self._kunci(b) for b in self._daftar.tampak()}
        self._set(
            self._dicentang - tampak if tampak <= self._dicentang else self._dicentang | tampak
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table's keys for the boxes."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if is_ctrl_a(event):
                self.balik_tampak()
                return True
            if event.key() == Qt.Key.Key_Space and not is_perintah(event):
                self._press_spasi()
                return True
        return super().eventFilter(watched, event)

    def _press_spasi(self) -> None:
        assert self._daftar is not None
        nomor = self._daftar.tabel.currentIndex().row()
        self._balik(nomor)
        if self._maju:
            self._daftar.ke_baris(nomor + 1)

    def _balik(self, nomor: int) -> None:
        assert self._daftar is not None
        if nomor >= 0:
            self._set(self._dicentang ^ {self._kunci(self._daftar.model.row(nomor))})

    def _set(self, dicentang: set[Hashable]) -> None:
        assert self._daftar is not None
        self._dicentang = dicentang
        self._daftar.tabel.viewport().update()
        self.berubah.emit()

    def _is_dicentang(self, nomor: int) -> bool:
        assert self._daftar is not None
        return self._kunci(self._daftar.model.row(nomor)) in self._dicentang

    def _sebut(self, baris: Row) -> str:
        return self._kata if self._kunci(baris) in self._dicentang else ""

    def _on_tabel_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._balik(index.row())
