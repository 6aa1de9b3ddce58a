"""A start that cannot go on: one sentence that says what to do, and a way to try again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.ikon import app_icon
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama


class HalamanGalat(QWidget):
    """Shown in place of the main window.

    Signals:
        coba_lagi(): the officer has done something about it.
        pulihkan(): a backup is to be restored.
    """

    coba_lagi = Signal()
    pulihkan = Signal()

    def __init__(self, kalimat: str) -> None:
        super().__init__()
        self.setWindowTitle("Sooko Desk")
        self.setWindowIcon(app_icon())
        self.resize(620, 260)
        self.kalimat = build_label(kalimat)
        self.kalimat.setWordWrap(True)
        self.kalimat.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.ulangi = tombol_utama("Coba lagi", "refresh", "Enter")
        self.pulih = tombol_kedua("Pulihkan dari cadangan", "database")
        self.tutup = tombol_kedua("Tutup", "x")
        kartu = Kartu("Sooko Desk belum dapat dibuka")
        kartu.isi.addWidget(self.kalimat, 1)
        tombol = QHBoxLayout()
        tombol.addWidget(self.ulangi)
        tombol.addWidget(self.pulih)
        tombol.addWidget(self.tutup)
        tombol.addStretch(1)
        kartu.isi.addLayout(tombol)
        layout = QVBoxLayout(self)
        layout.addWidget(kartu)
        self.ulangi.clicked.connect(self.coba_lagi)
        self.pulih.clicked.connect(self.pulihkan)
        self.tutup.clicked.connect(self.close)
        self.ulangi.setFocus()
