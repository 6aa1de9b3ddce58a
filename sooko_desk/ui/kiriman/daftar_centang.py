"""A table of cases of which many are ticked by keys, and the field that narrows it down."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent

from sooko_desk.ui.kit.centang_baris import CentangBaris
from sooko_desk.ui.kit.daftar_cari import DaftarCari
from sooko_desk.ui.kit.ketikan import is_ctrl_a, read_angka

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from sooko_desk.ui.kit.tabel import Kolom

Row = TypeVar("Row")

PETUNJUK = "Spasi = pilih, Ctrl+A = semua"


class DaftarCentang(DaftarCari[Row]):
    """What is ticked stays ticked while the field hides it.

    Space ticks the row and goes on to the next; Ctrl+A, in the empty field too, ticks all that
    are seen, or none of them when all were. In the field Enter ticks the only hit and makes room
    for the next name.

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
        kunci: Callable[[Row], Hashable],
        sebut: Callable[[Row], str],
        nama: str,
        *,
        angka: bool = False,
    ) -> None:
        centang: CentangBaris[Row] = CentangBaris(kunci, "dipilih", maju=True)
        super().__init__((centang.kolom, *kolom), kunci, sebut, nama)
        self._angka = angka
        self._centang = centang
        centang.pasang(self)
        centang.berubah.connect(self.berubah)
        self.cari.returnPressed.connect(self._on_cari_return_pressed)

    def set_baris(self, baris: Sequence[Row]) -> None:
        """Show these rows; ticks stay on those that are still here, the place as well."""
        tempat = self.tabel.currentIndex().row()
        self._centang.batasi(baris)
        super().set_baris(baris)
        if tempat >= 0 and not self.tabel.currentIndex().isValid() and self.model.rowCount():
            self.ke_baris(min(tempat, self.model.rowCount() - 1))
        self.berubah.emit()

    def dicentang(self) -> tuple[Row, ...]:
        """The ticked rows in the order of the list, those that the field hides too."""
        return self._centang.pilah(self.semua())

    def sasaran(self) -> tuple[Row, ...]:
        """What an act is meant for: the ticked rows, else the current one."""
        kini = self.tabel.baris()
        return self.dicentang() or (() if kini is None else (kini,))

    def lepas(self) -> None:
        """Untick everything."""
        self._centang.lepas()

    def centang(self, kunci: Hashable) -> bool:
        """Tick that case and make it current, the field emptied; False = not in the list."""
        if not self.is_ada(kunci):
            return False
        self.bersihkan()
        self.tabel.pilih(kunci)
        self._centang.centang(kunci)
        return True

    def fokus(self) -> None:
        """Put the caret on the rows."""
        self.tabel.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that the boxes and the list leave over."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.cari and is_ctrl_a(event) and not self.cari.text():
                self._centang.balik_tampak()
                return True
            angka = read_angka(event) if self._angka and watched is self.tabel else None
            if angka is not None:
                if not event.isAutoRepeat():
                    self.angka_ditekan.emit(angka)
                return True
        return super().eventFilter(watched, event)

    def _on_cari_return_pressed(self) -> None:
        """One hit is ticked at once, and the field is ready for the next name."""
        if self.cari.nilai() and self.model.rowCount() == 1:
            self.centang(self.model.key(0))
        else:
            self.tabel.setFocus()
