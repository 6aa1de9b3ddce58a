"""A card with one kind of work on it: how far it is, how it ended, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from sooko_desk.ui.kit.bilah_kemajuan import BilahKemajuan
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.spanduk import Spanduk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.ui.theme import Nada

TERBANYAK = 200
"""Lines; who has more faults than that needs no longer list."""
_TINGGI_TEMUAN = 60
"""Least px of the list: two lines and a bit."""
_LEBAR_BILAH = 96
"""Px; beside it the words need the room of half a window."""


class KartuKerja(Kartu):
    """Put what begins the work into `isi`, then call `add_hasil`.

    Attributes:
        kemajuan: its `dihentikan` asks to stop.
        spanduk: how it ended.
        temuan: one fault a line, to read and copy; hidden while there is none.
    """

    def __init__(self, judul: str, subjudul: str) -> None:
        super().__init__(judul, subjudul)
        self.kemajuan = BilahKemajuan()
        self.kemajuan.bilah.setFixedWidth(_LEBAR_BILAH)
        self.spanduk = Spanduk()
        self.temuan = QPlainTextEdit()
        self.temuan.setReadOnly(True)
        self.temuan.setTabChangesFocus(True)
        self.temuan.setMinimumHeight(_TINGGI_TEMUAN)
        self.temuan.setAccessibleName(f"{judul}: yang ditemukan")
        self.temuan.hide()

    def add_hasil(self) -> None:
        """Make room for the result below what is there."""
        self.isi.addWidget(self.kemajuan)
        self.isi.addWidget(self.spanduk)
        self.isi.addWidget(self.temuan, 1)
        self.isi.addStretch()

    def bersihkan(self) -> None:
        """Forget how it ended the last time."""
        self.spanduk.sembunyikan()
        self.temuan.hide()

    def katakan(self, nada: Nada, kalimat: str, temuan: Sequence[str] = ()) -> None:
        """Say how it ended."""
        self.spanduk.tampilkan(nada, kalimat)
        lebih = len(temuan) - TERBANYAK
        baris = [*temuan[:TERBANYAK], *([f"… dan {lebih} lagi."] if lebih > 0 else [])]
        self.temuan.setPlainText("\n".join(baris))
        self.temuan.setVisible(bool(baris))
