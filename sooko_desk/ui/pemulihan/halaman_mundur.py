"""The start where the register is older than its journal: what is missing can be put back."""

from __future__ import annotations

from PySide6.QtCore import Signal

from sooko_desk.ui.halaman_pengganti import HalamanPengganti
from sooko_desk.ui.kit.tombol import tombol_utama

JUDUL = "Register mundur"


class HalamanMundur(HalamanPengganti):
    """Shown in place of the main window; nobody works on an older state and takes its numbers.

    Args:
        kalimat: how far it went back.

    Signals:
        susulkan(): the journal is to be put in.
    """

    susulkan = Signal()

    def __init__(self, kalimat: str) -> None:
        super().__init__(JUDUL, kalimat)
        self.resize(760, 280)
        self.susul = tombol_utama("Susulkan dari jurnal", "history", "Enter")
        self.susul.clicked.connect(self.susulkan)
        self.kartu.isi.setStretchFactor(self.kalimat, 1)
        self.add_tombol(self.susul, self.pulih, self.ulangi, self.tutup)
