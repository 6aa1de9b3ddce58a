"""In place of the first set-up: this computer knows a register that is not there any more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.ui.ikon import app_icon
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

JUDUL = "Register lama tidak ditemukan"
KATA = "register baru"
_KALIMAT = (
    "Di komputer ini pernah ada register, tetapi folder datanya sekarang kosong. Mungkin cakramnya "
    "belum terpasang, atau foldernya dipindahkan. Pulihkan dari cadangan; register baru akan mulai "
    "lagi dari nomor 1, padahal nomor itu sudah ada di kertas warga."
)
_BARU = f"Hanya bila Kasi memutuskan register memang dimulai lagi: ketik “{KATA}”, lalu Enter."


class HalamanHilang(QWidget):
    """Shown in place of the main window.

    Signals:
        pulihkan(): a backup is to be restored.
        coba_lagi(): the officer has done something about it.
        mulai_baru(): the Kasi wants a register that begins at number 1.
    """

    pulihkan = Signal()
    coba_lagi = Signal()
    mulai_baru = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Sooko Desk")
        self.setWindowIcon(app_icon())
        self.resize(720, 340)
        kalimat = build_label(_KALIMAT)
        kalimat.setWordWrap(True)
        self.pulih = tombol_utama("Pulihkan dari cadangan", "database", "Enter")
        self.ulangi = tombol_kedua("Coba lagi", "refresh")
        self.tutup = tombol_kedua("Tutup", "x")
        self.baru = tombol_teks("Kasi: mulai register baru", "plus")
        self.kata = BarisIsian("Mulai register baru", QLineEdit(), bantuan=_BARU)
        self.kata.hide()
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        for satu in (self.pulih, self.ulangi, self.tutup):
            tombol.addWidget(satu)
        tombol.addStretch(1)
        tombol.addWidget(self.baru)
        kartu = Kartu(JUDUL)
        kartu.isi.addWidget(kalimat)
        kartu.isi.addStretch(1)
        kartu.isi.addLayout(tombol)
        kartu.isi.addWidget(self.kata)
        layout = QVBoxLayout(self)
        layout.addWidget(kartu)
        self.pulih.clicked.connect(self.pulihkan)
        self.ulangi.clicked.connect(self.coba_lagi)
        self.tutup.clicked.connect(self.close)
        self.baru.clicked.connect(self._on_baru)
        self.kata.input.returnPressed.connect(self._on_kata)
        self.pulih.setFocus()

    def _on_baru(self) -> None:
        self.kata.show()
        self.kata.input.setFocus()

    def _on_kata(self) -> None:
        if " ".join(self.kata.input.text().casefold().split()) == KATA:
            self.mulai_baru.emit()
        else:
            self.kata.set_pesan(Nada.BAHAYA, f"Belum sama. Ketik “{KATA}”, lalu Enter.")
