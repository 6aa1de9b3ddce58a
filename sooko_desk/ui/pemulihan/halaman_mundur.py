"""The start where the register is older than its journal: what is missing can be put back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.ikon import app_icon
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME

JUDUL = "Register mundur"


class HalamanMundur(QWidget):
    """Shown in place of the main window; nobody works on an older state and takes its numbers.

    Args:
        kalimat: how far it went back.

    Signals:
        susulkan(): the journal is to be put in.
        pulihkan(): a backup is to be restored.
        coba_lagi(): the officer has put the right file back.
    """

    susulkan = Signal()
    pulihkan = Signal()
    coba_lagi = Signal()

    def __init__(self, kalimat: str) -> None:
        super().__init__()
        self.setWindowTitle("Sooko Desk")
        self.setWindowIcon(app_icon())
        self.resize(760, 280)
        self.kalimat = build_label(kalimat)
        self.kalimat.setWordWrap(True)
        self.susul = tombol_utama("Susulkan dari jurnal", "history", "Enter")
        self.pulih = tombol_kedua("Pulihkan dari cadangan", "database")
        self.ulangi = tombol_kedua("Coba lagi", "refresh")
        self.tutup = tombol_kedua("Tutup", "x")
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        for satu in (self.susul, self.pulih, self.ulangi, self.tutup):
            tombol.addWidget(satu)
        tombol.addStretch(1)
        kartu = Kartu(JUDUL)
        kartu.isi.addWidget(self.kalimat, 1)
        kartu.isi.addLayout(tombol)
        layout = QVBoxLayout(self)
        layout.addWidget(kartu)
        self.susul.clicked.connect(self.susulkan)
        self.pulih.clicked.connect(self.pulihkan)
        self.ulangi.clicked.connect(self.coba_lagi)
        self.tutup.clicked.connect(self.close)
        self.susul.setFocus()
