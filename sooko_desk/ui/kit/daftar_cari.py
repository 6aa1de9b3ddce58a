"""A table of cases below the field that narrows it down: the left side of the office's windows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.ketikan import is_tulisan
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.pemindai import baca_kode
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from sooko_desk.ui.kit.pilihan import Pilihan

Row = TypeVar("Row")

PETUNJUK = "Ketik nama, nomor atau desa, atau pindai tanda bukti"
TINGGI_BARIS = 48
"""Two lines of words in a row."""
_UBAH_KATA = "Ketik sebagian nama atau nomor."
_PANAH = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class DaftarCari(QWidget, Generic[Row]):
    """Field and table. Down leads into the table; letters typed there go on in the field.

    Every word in the field must be found in what `sebut` says of a row, in any order; a
    receipt's code is read as a scanner types it.

    Args:
        kolom: what a row shows.
        kunci: identity of a row.
        sebut: all by which a row is found.
        nama: of the list, for a screen reader.
        petunjuk: placeholder of the field.

    Attributes:
        cari, tabel, model: the field, the table, and the rows that are seen.

    Signals:
        disaring(): other rows are seen than before, or the same ones as read anew.
    """

    disaring = Signal()

    def __init__(
        self,
        kolom: tuple[Kolom[Row], ...],
        kunci: Callable[[Row], Hashable],
        sebut: Callable[[Row], str],
        nama: str,
        petunjuk: str = PETUNJUK,
    ) -> None:
        super().__init__()
        self._kunci = kunci
        self._sebut = sebut
        self._semua: tuple[Row, ...] = ()
        self._kata: tuple[str, ...] = ()
        self._pilihan: tuple[Pilihan, Callable[[Row], str]] | None = None
        self._kosong = ("inbox", "Belum ada data", "")
        self._ubah = _UBAH_KATA
        self.cari = IsianTeks(petunjuk)
        self.cari.setAccessibleName(f"Cari, {nama}")
        self.model: RowTableModel[Row] = RowTableModel(kolom, kunci)
        self.tabel: TabelData[Row] = TabelData(self.model, nama)
        self.tabel.verticalHeader().setDefaultSectionSize(TINGGI_BARIS)
        self._atas = QHBoxLayout()
        self._atas.setSpacing(THEME.gap_s)
        self._atas.addWidget(self.cari, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addLayout(self._atas)
        layout.addWidget(self.tabel, 1)
        self.cari.edited.connect(self._saring)
        self.cari.installEventFilter(self)
        self.tabel.installEventFilter(self)

    def pasang_pilihan(
        self, pilihan: Pilihan, kode: Callable[[Row], str], ubah: str = _UBAH_KATA
    ) -> None:
        """Narrow down by a choice too; it stands right of the field.

        Args:
            kode: the code of a row that must be the chosen one.
            ubah: what to do when nothing is found.
        """
        self._pilihan = (pilihan, kode)
        self._ubah = ubah
        self._atas.addWidget(pilihan)
        QWidget.setTabOrder(self.cari, pilihan)
        QWidget.setTabOrder(pilihan, self.tabel)
        pilihan.dipilih.connect(self._saring)

    def set_kosong(self, nama_ikon: str, judul: str, kalimat: str) -> None:
        """What stands in the middle while there is no row at all."""
        self._kosong = (nama_ikon, judul, kalimat)
        self._saring()

    def set_baris(self, baris: Sequence[Row]) -> None:
        """Show these rows; the chosen one stays chosen while it is among them."""
        self._semua = tuple(baris)
        self._kata = tuple(self._sebut(b).casefold() for b in baris)
        self._saring()

    def semua(self) -> tuple[Row, ...]:
        """The rows as they were given, those that are hidden too."""
        return self._semua

    def tampak(self) -> tuple[Row, ...]:
        """The rows that are seen now, in the order of the screen."""
        return tuple(self.model.row(n) for n in range(self.model.rowCount()))

    def is_ada(self, kunci: Hashable) -> bool:
        """Whether that row is in the list, seen or not."""
        return any(self._kunci(b) == kunci for b in self._semua)

    def pilih(self, kunci: Hashable) -> bool:
        """Make that row current, what hides it emptied; False = not in the list."""
        if self.tabel.pilih(kunci):
            return True
        if not self.is_ada(kunci):
            return False
        self.bersihkan()
        return self.tabel.pilih(kunci)

    def ke_baris(self, nomor: int) -> None:
        """Make the row at that place current; nothing beyond the last one."""
        if nomor < self.model.rowCount():
            self.tabel.setCurrentIndex(self.model.index(nomor, 0))

    def bersihkan(self) -> bool:
        """Show every row again. False = nothing narrowed the list down."""
        pilihan = self._pilihan[0] if self._pilihan else None
        if not (self.cari.text() or (pilihan and pilihan.kode())):
            return False
        self.cari.clear()
        if pilihan is not None:
            pilihan.set_kode("")
        self._saring()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As the class says."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.cari and event.key() in _PANAH:
                self.tabel.setFocus()
                return True
            if watched is self.tabel and is_tulisan(event):
                self.cari.setFocus()
                QApplication.sendEvent(self.cari, event)
                return True
        return super().eventFilter(watched, event)

    def _saring(self) -> None:
        dicari = baca_kode(self.cari.nilai()) or self.cari.nilai()
        potongan = dicari.casefold().split()
        self.model.set_rows(
            b
            for b, kata in zip(self._semua, self._kata, strict=True)
            if all(p in kata for p in potongan) and self._is_dipilih(b)
        )
        if self._semua:
            self.tabel.set_kosong("search", "Tidak ditemukan", self._ubah)
        else:
            self.tabel.set_kosong(*self._kosong)
        self.disaring.emit()

    def _is_dipilih(self, baris: Row) -> bool:
        if self._pilihan is None:
            return True
        pilihan, kode = self._pilihan
        return pilihan.kode() in ("", kode(baris))
