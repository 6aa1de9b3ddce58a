"""The start on a computer that does not open the key by itself: the paper does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from sooko_desk.ui.halaman_pengganti import HalamanPengganti
from sooko_desk.ui.kit.isian_kode import IsianKode
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

JUDUL = "Register terkunci"
_CARA = (
    "Ambil amplop kode pemulihan dari lemari, lalu ketik ketujuh kelompoknya. Datanya tidak "
    "disentuh, dan tidak ada yang perlu dihapus."
)


class HalamanBuka(HalamanPengganti):
    """Shown in place of the main window.

    Args:
        kalimat: why the key does not open by itself.

    Signals:
        dicoba(str): the whole code as typed.
    """

    dicoba = Signal(str)

    def __init__(self, kalimat: str) -> None:
        super().__init__(JUDUL, kalimat, ulangi=tombol_kedua("Coba tanpa kode", "refresh"))
        self.resize(860, 380)
        self.isian = IsianKode(range(1, 8))
        self.spanduk = Spanduk()
        self.buka = tombol_utama("Buka register", "shield-lock", "Enter")
        cara = build_label(_CARA)
        cara.setWordWrap(True)
        isi = self.kartu.isi
        isi.setSpacing(THEME.gap_m)
        isi.addWidget(cara)
        isi.addWidget(self.isian, 0, Qt.AlignmentFlag.AlignLeft)
        isi.addWidget(self.spanduk)
        isi.addStretch(1)
        self.add_tombol(self.buka, self.ulangi, self.pulih, self.tutup)
        self.buka.clicked.connect(self._on_buka)
        self.isian.selesai.connect(self._on_buka)
        self.isian.berubah.connect(self.spanduk.sembunyikan)
        self.isian.setFocus()

    def tolak(self, kalimat: str) -> None:
        """Say why the code does not open it; what was typed stays."""
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def _on_buka(self) -> None:
        self.dicoba.emit(self.isian.teks())
