"""A start that cannot go on: one sentence that says what to do, and a way to try again."""

from __future__ import annotations

from PySide6.QtCore import Qt

from sooko_desk.ui.halaman_pengganti import HalamanPengganti
from sooko_desk.ui.kit.tombol import tombol_utama


class HalamanGalat(HalamanPengganti):
    """Shown in place of the main window."""

    def __init__(self, kalimat: str) -> None:
        ulangi = tombol_utama("Coba lagi", "refresh", "Enter")
        super().__init__("Sooko Desk belum dapat dibuka", kalimat, ulangi=ulangi)
        self.resize(620, 260)
        self.kalimat.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.kartu.isi.setStretchFactor(self.kalimat, 1)
        self.add_tombol(self.ulangi, self.pulih, self.tutup)
