"""A table of cases of which many are ticked by keys, and the field that narrows it down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from sooko_desk.ui.kiriman.kotak import KotakDelegate
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.pemindai import baca_kode
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")

PETUNJUK = "Spasi = pilih, Ctrl+A = semua"
TINGGI_BARIS = 48
LEBAR_KOTAK = 40
_PANAH = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_PERINTAH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class DaftarCentang(QWidget, Generic[Row]):
    """Field and table. What is ticked stays ticked while the field hides it.

    Space ticks the row and goes on to the next; Ctrl+A, in the empty field too, ticks all that
    are seen, or none of them when all were. Letters go on in the field; there Enter ticks the
    only hit and makes room for the next name.

    Args:
        kolom: what a row shows, right of its box.
        kunci: id of a row's case.
        sebut: all by which a row is found.
        nama: for a screen reader.
        angka: digits typed in the table are the window's, not the field's.

    Signals:
        berubah(): something was ticked or unticked, by the officer or because it is gone.
        angka_ditekan(int): a digit was typed in the table.
    """

    berubah = Signal()
    angka_ditekan = Signal(int)

    def __init__(
        self,
        kolom: tuple[Kolom[Row], ...],
        kunci: Callable[[Row], int],
        sebut: Callable[[Row], str],
        nama: str,
        *,
        angka: bool = False,
    ) -> None:
        super().__init__()
        self._kunci = kunci
        self._sebut = sebut
        self._angka = angka
        self._semua: tuple[Row, ...] = ()
        self._kata: tuple[str, ...] = ()
        self._dicentang: set[int] = set()
        self._kosong = ("inbox", "Belum ada data", "")
        self.cari = IsianTeks("Ketik nama, nomor atau desa, atau pindai tanda bukti")
        self.cari.setAccessibleName(f"Cari, {nama}")
        kotak: Kolom[Row] = Kolom("", self._sebut_centang, Rata.TENGAH, lebar=LEBAR_KOTAK)
        self.model: RowTableModel[Row] = RowTableModel((kotak, *kolom), kunci)
        self.tabel: TabelData[Row] = TabelData(self.model, nama)
        self._delegate = KotakDelegate(self._is_dicentang)
        self.tabel.setItemDelegateForColumn(0, self._delegate)
        self.tabel.verticalHeader().setDefaultSectionSize(TINGGI_BARIS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.cari)
        layout.addWidget(self.tabel, 1)
        self.cari.edited.connect(self._saring)
        self.cari.returnPressed.connect(self._on_cari_return_pressed)
        self.cari.installEventFilter(self)
        self.tabel.installEventFilter(self)
        self.tabel.clicked.connect(self._on_tabel_clicked)

    def set_kosong(self, nama_ikon: str, judul: str, kalimat: str) -> None:
        """What stands in the middle while there is no row at all."""
        self._kosong = (nama_ikon, judul, kalimat)
        self._saring()

    def set_baris(self, baris: Sequence[Row]) -> None:
        """Show these rows; ticks stay on those that are still here, the place as well."""
        tempat = self.tabel.currentIndex().row()
        self._semua = tuple(baris)
        self._kata = tuple(self._sebut(b).casefold() for b in baris)
        self._dicentang &= {self._kunci(b) for b in baris}
        self._saring()
        if tempat >= 0 and not self.tabel.currentIndex().isValid() and self.model.rowCount():
            self._ke_baris(min(tempat, self.model.rowCount() - 1))
        self.berubah.emit()

    def dicentang(self) -> tuple[Row, ...]:
        """The ticked rows in the order of the list, those that the field hides too."""
        return tuple(b for b in self._semua if self._kunci(b) in self._dicentang)

    def sasaran(self) -> tuple[Row, ...]:
        """What an act is meant for: the ticked rows, else the current one."""
        kini = self.tabel.baris()
        return self.dicentang() or (() if kini is None else (kini,))

    def lepas(self) -> None:
        """Untick everything."""
        self._dicentang.clear()
        self._tampilkan_centang()

    def centang(self, kunci: int) -> bool:
        """Tick that case and make it current, the field emptied; False = not in the list."""
        if all(self._kunci(b) != kunci for b in self._semua):
            return False
        self.bersihkan()
        self.tabel.pilih(kunci)
        self._dicentang.add(kunci)
        self._tampilkan_centang()
        return True

    def bersihkan(self) -> None:
        """Empty the field: every row is in the table again."""
        self.cari.clear()
        self._saring()

    def fokus(self) -> None:
        """Put the caret on the rows."""
        self.tabel.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the field into the table; the table's own keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.cari and event.key() in _PANAH:
                self.tabel.setFocus()
                return True
            if watched is self.cari and _is_ctrl_a(event) and not self.cari.text():
                return self._centang_semua()
            if watched is self.tabel:
                return self._press(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        teks = event.text()
        if event.modifiers() & _PERINTAH:
            return _is_ctrl_a(event) and self._centang_semua()
        if event.key() == Qt.Key.Key_Space:
            self._balik(self.tabel.currentIndex().row())
            self._ke_baris(self.tabel.currentIndex().row() + 1)
        elif self._angka and teks.isdecimal() and teks.isascii():
            if not event.isAutoRepeat():
                self.angka_ditekan.emit(int(teks))
        elif teks.isprintable() and teks.strip():
            self.cari.setFocus()
            QApplication.sendEvent(self.cari, event)
        else:
            return False
        return True

    def _centang_semua(self) -> bool:
        tampak = {self._kunci(self.model.row(n)) for n in range(self.model.rowCount())}
        if tampak <= self._dicentang:
            self._dicentang -= tampak
        else:
            self._dicentang |= tampak
        self._tampilkan_centang()
        return True

    def _balik(self, nomor: int) -> None:
        if 0 <= nomor < self.model.rowCount():
            self._dicentang ^= {self._kunci(self.model.row(nomor))}
            self._tampilkan_centang()

    def _ke_baris(self, nomor: int) -> None:
        if nomor < self.model.rowCount():
            self.tabel.setCurrentIndex(self.model.index(nomor, 0))

    def _tampilkan_centang(self) -> None:
        self.tabel.viewport().update()
        self.berubah.emit()

    def _is_dicentang(self, nomor: int) -> bool:
        return self._kunci(self.model.row(nomor)) in self._dicentang

    def _sebut_centang(self, baris: Row) -> str:
        return "dipilih" if self._kunci(baris) in self._dicentang else ""

    def _saring(self) -> None:
        dicari = baca_kode(self.cari.nilai()) or self.cari.nilai()
        potongan = dicari.casefold().split()
        self.model.set_rows(
            b
            for b, kata in zip(self._semua, self._kata, strict=True)
            if all(p in kata for p in potongan)
        )
        if self._semua:
            self.tabel.set_kosong("search", "Tidak ditemukan", "Ketik sebagian nama atau nomor.")
        else:
            self.tabel.set_kosong(*self._kosong)

    def _on_cari_return_pressed(self) -> None:
        """One hit is ticked at once, and the field is ready for the next name."""
        if self.cari.nilai() and self.model.rowCount() == 1:
            self.centang(self._kunci(self.model.row(0)))
        else:
            self.tabel.setFocus()

    def _on_tabel_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self._balik(index.row())


def _is_ctrl_a(event: QKeyEvent) -> bool:
    control = Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_A and event.modifiers() & _PERINTAH == control
