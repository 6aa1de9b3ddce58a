"""The few fields that an act asks for: why a case was refused, or what its state is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.borang import Borang
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from sooko_desk.domain.sop import Isian


class FormTanda(QWidget):
    """Hidden until `tanya`. What was typed is kept until it was stored.

    Signals:
        disimpan(): Ctrl+Enter or the button.
        ditinggalkan(): Escape or the button.
    """

    disimpan = Signal()
    ditinggalkan = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.judul = build_label("", Peran.TEBAL)
        self.simpan = tombol_utama("Simpan", "check", "Ctrl+Enter")
        self.batal = tombol_teks("Kembali", "arrow-left", "Esc")
        self._borang: dict[tuple[Isian, ...], Borang] = {}
        self.borang = Borang(())
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        tombol.addWidget(self.simpan)
        tombol.addWidget(self.batal)
        tombol.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(THEME.gap_xs)
        self._layout.addWidget(self.judul)
        self._layout.addLayout(tombol)
        self.simpan.clicked.connect(self.disimpan)
        self.batal.clicked.connect(self.ditinggalkan)
        self.hide()

    def tanya(self, judul: str, isian: tuple[Isian, ...], nilai: dict[str, str]) -> None:
        """Ask for these fields, the caret in the first that is empty.

        Args:
            nilai: first values, for a form that was not opened before.
        """
        if isian not in self._borang:
            borang = Borang(isian)
            borang.set_nilai(nilai)
            self._borang[isian] = borang
            self._layout.insertWidget(1, borang)
            urut_tab(None, borang, self.simpan)
        for satu in self._borang.values():
            satu.setVisible(satu is self._borang[isian])
        self.borang = self._borang[isian]
        self.judul.setText(judul)
        self.show()
        self.borang.fokus_pertama()

    def tuntas(self) -> None:
        """It was stored: close and forget what was typed."""
        borang = self._borang.pop(self.borang.daftar)
        self.hide()
        borang.hide()
        self._layout.removeWidget(borang)
        borang.deleteLater()
        self.borang = Borang(())


def urut_tab(sebelum: QWidget | None, borang: Borang, sesudah: QWidget) -> None:
    """Let Tab go from field to field of a form made later than its window, then to `sesudah`.

    Args:
        sebelum: what Tab comes from; None = the caret is put into the form.
    """
    urutan = [*([sebelum] if sebelum else []), *(b.input for b in borang.baris.values()), sesudah]
    for satu, dua in pairwise(urutan):
        QWidget.setTabOrder(satu, dua)
