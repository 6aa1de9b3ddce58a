"""In place of the first set-up: this computer knows a register that is not there any more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from sooko_desk.ui.halaman_pengganti import HalamanPengganti
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import Nada

JUDUL = "Register lama tidak ditemukan"
KATA = "register baru"
_KALIMAT = (
    "Di komputer ini pernah ada register, tetapi folder datanya sekarang kosong. Mungkin cakramnya "
    "belum terpasang, atau foldernya dipindahkan. Pulihkan dari cadangan; register baru akan mulai "
    "lagi dari nomor 1, padahal nomor itu sudah ada di kertas warga."
)
_BARU = f"Hanya bila Kasi memutuskan register memang dimulai lagi: ketik “{KATA}”, lalu Enter."


class HalamanHilang(HalamanPengganti):
    """Shown in place of the main window.

    Signals:
        mulai_baru(): the Kasi wants a register that begins at number 1.
    """

    mulai_baru = Signal()

    def __init__(self) -> None:
        pulih = tombol_utama("Pulihkan dari cadangan", "database", "Enter")
        super().__init__(JUDUL, _KALIMAT, pulih=pulih)
        self.resize(720, 340)
        self.baru = tombol_teks("Kasi: mulai register baru", "plus")
        self.kata = BarisIsian("Mulai register baru", QLineEdit(), bantuan=_BARU)
        self.kata.hide()
        self.kartu.isi.addStretch(1)
        self.add_tombol(self.pulih, self.ulangi, self.tutup).addWidget(self.baru)
        self.kartu.isi.addWidget(self.kata)
        self.baru.clicked.connect(self._on_baru)
        self.kata.input.returnPressed.connect(self._on_kata)

    def _on_baru(self) -> None:
        self.kata.show()
        self.kata.input.setFocus()

    def _on_kata(self) -> None:
        if " ".join(self.kata.input.text().casefold().split()) == KATA:
            self.mulai_baru.emit()
        else:
            self.kata.set_pesan(Nada.BAHAYA, f"Belum sama. Ketik “{KATA}”, lalu Enter.")
