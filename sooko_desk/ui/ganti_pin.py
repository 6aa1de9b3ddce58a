"""An officer changes the own PIN: the old one is asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sooko_desk.ui.isian_pin import IsianPin
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.pemeriksa_pin import PemeriksaPin
from sooko_desk.ui.pin_baru import KartuPinBaru
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.data.petugas import PinTersimpan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.petugas import PetugasService

LEBAR = 460
TERSIMPAN = "PIN baru tersimpan dan langsung berlaku."


class DialogGantiPin(QDialog):
    """Old PIN, then the new one twice; show it with `open()`. It frees itself after closing."""

    def __init__(self, service: PetugasService, petugas: Petugas, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Ganti PIN saya")
        self.lama = BarisIsian("PIN lama", IsianPin(), bantuan="Enam angka, lalu Enter.")
        self.pemeriksa = PemeriksaPin(service.pin, self.lama, "ganti PIN")
        self.baru = KartuPinBaru(service.pin)
        self.spanduk = Spanduk()
        self.lanjut = tombol_utama("Lanjut", "arrow-right", "Enter")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self._kartu_lama = Kartu("Ganti PIN saya", f"{petugas.nama}, ketik dulu PIN yang sekarang.")
        self._tumpuk = QStackedWidget()
        self._build_layout()
        self.lanjut.clicked.connect(self.pemeriksa.periksa)
        self.tutup.clicked.connect(self.reject)
        self.pemeriksa.benar.connect(self._on_benar)
        self.pemeriksa.terganggu.connect(self._on_terganggu)
        self.pemeriksa.sibuk_berubah.connect(self.lanjut.setDisabled)
        self.baru.batal.connect(self.reject)
        self.baru.selesai.connect(self._on_selesai)
        self.pemeriksa.mulai((petugas,))
        self.lama.input.setFocus()

    def reject(self) -> None:
        """Close; not while a PIN is being checked or stored."""
        if not self.pemeriksa.sibuk and not self.baru.sibuk:
            super().reject()

    def _build_layout(self) -> None:
        self.setFixedWidth(LEBAR)
        self._kartu_lama.isi.addWidget(self.lama)
        tombol = QHBoxLayout()
        tombol.addWidget(self.lanjut)
        tombol.addWidget(self.tutup)
        tombol.addStretch(1)
        self._kartu_lama.isi.addStretch(1)
        self._kartu_lama.isi.addLayout(tombol)
        self._tumpuk.addWidget(self._kartu_lama)
        self._tumpuk.addWidget(self.baru)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.spanduk)
        layout.addWidget(self._tumpuk)

    def _on_benar(self, simpanan: PinTersimpan) -> None:
        self._tumpuk.setCurrentWidget(self.baru)
        self.baru.buka(simpanan, f"{simpanan.petugas.nama}, ketik PIN baru dua kali.", "PIN lama")

    def _on_selesai(self) -> None:
        self.spanduk.tampilkan(Nada.SELESAI, TERSIMPAN)
        self._tumpuk.setCurrentWidget(self._kartu_lama)
        self.lama.setEnabled(False)
        self.lanjut.setEnabled(False)
        self.tutup.setFocus()

    def _on_terganggu(self, kalimat: str) -> None:
        self.spanduk.tampilkan(Nada.PERINGATAN, kalimat)
