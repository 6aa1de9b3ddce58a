"""The start on a computer that does not open the key by itself: the paper does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.ikon import app_icon
from sooko_desk.ui.kit.isian_kode import IsianKode
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

JUDUL = "Register terkunci"
_CARA = (
    "Ambil amplop kode pemulihan dari lemari, lalu ketik ketujuh kelompoknya. Datanya tidak "
    "disentuh, dan tidak ada yang perlu dihapus."
)


class HalamanBuka(QWidget):
    """Shown in place of the main window.

    Args:
        kalimat: why the key does not open by itself.

    Signals:
        dicoba(str): the whole code as typed.
        coba_lagi(): the officer has done something about the computer instead.
        pulihkan(): a backup is to be restored.
    """

    dicoba = Signal(str)
    coba_lagi = Signal()
    pulihkan = Signal()

    def __init__(self, kalimat: str) -> None:
        super().__init__()
        self.setWindowTitle("Sooko Desk")
        self.setWindowIcon(app_icon())
        self.resize(860, 380)
        self.kalimat = build_label(kalimat)
        self.kalimat.setWordWrap(True)
        self.isian = IsianKode(range(1, 8))
        self.spanduk = Spanduk()
        self.buka = tombol_utama("Buka register", "shield-lock", "Enter")
        self.ulangi = tombol_kedua("Coba tanpa kode", "refresh")
        self.pulih = tombol_kedua("Pulihkan dari cadangan", "database")
        self.tutup = tombol_kedua("Tutup", "x")
        cara = build_label(_CARA)
        cara.setWordWrap(True)
        kartu = Kartu(JUDUL)
        kartu.isi.setSpacing(THEME.gap_m)
        kartu.isi.addWidget(self.kalimat)
        kartu.isi.addWidget(cara)
        kartu.isi.addWidget(self.isian, 0, Qt.AlignmentFlag.AlignLeft)
        kartu.isi.addWidget(self.spanduk)
        kartu.isi.addStretch(1)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        for satu in (self.buka, self.ulangi, self.pulih, self.tutup):
            tombol.addWidget(satu)
        tombol.addStretch(1)
        kartu.isi.addLayout(tombol)
        layout = QVBoxLayout(self)
        layout.addWidget(kartu)
        self.buka.clicked.connect(self._on_buka)
        self.isian.selesai.connect(self._on_buka)
        self.isian.berubah.connect(self.spanduk.sembunyikan)
        self.ulangi.clicked.connect(self.coba_lagi)
        self.pulih.clicked.connect(self.pulihkan)
        self.tutup.clicked.connect(self.close)
        self.isian.setFocus()

    def tolak(self, kalimat: str) -> None:
        """Say why the code does not open it; what was typed stays."""
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def _on_buka(self) -> None:
        self.dicoba.emit(self.isian.teks())
