"""The PIN of the Kasi once more, before something that must not happen at an empty chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.services.keputusan import list_penanda_tangan
from sooko_desk.ui.isian_pin import IsianPin
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.pemeriksa_pin import PemeriksaPin
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.data.petugas import PinTersimpan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.petugas import PetugasService

LEBAR = 440


class MintaPin(QDialog):
    """Asks for it; show it with `open()`. It frees itself after closing.

    While an operator is at work any Kasi may give theirs: what follows is done in that name.

    Args:
        service: knows the PINs.
        petugas: who is at work.
        untuk: what for, as a noun, e.g. "ekspor register"; also written to the trail of wrong PINs.
        keterangan: what will happen, one sentence.
        parent: the window it belongs to.

    Signals:
        disetujui(object): the `Petugas` whose PIN was right; once, after the window closed.
    """

    disetujui = Signal(object)

    def __init__(
        self,
        service: PetugasService,
        petugas: Petugas,
        untuk: str,
        keterangan: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("PIN Kasi")
        calon = list_penanda_tangan(service.list_petugas(), petugas)
        siapa = calon[0].nama if len(calon) == 1 else "Kasi"
        self.pin = BarisIsian(f"PIN {siapa}", IsianPin(), bantuan="Enam angka, lalu Enter.")
        self.pemeriksa = PemeriksaPin(service.pin, self.pin, untuk)
        self.lanjut = tombol_utama("Lanjut", "check", "Enter")
        self.batal = tombol_teks("Batal", "arrow-left", "Esc")
        kartu = Kartu(untuk[:1].upper() + untuk[1:], keterangan)
        kartu.isi.addWidget(self.pin)
        tombol = QHBoxLayout()
        tombol.addWidget(self.lanjut)
        tombol.addWidget(self.batal)
        tombol.addStretch(1)
        kartu.isi.addLayout(tombol)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.addWidget(kartu)
        self.setFixedWidth(LEBAR)
        self.lanjut.clicked.connect(self.pemeriksa.periksa)
        self.batal.clicked.connect(self.reject)
        self.pemeriksa.benar.connect(self._on_benar)
        self.pemeriksa.terganggu.connect(self._on_terganggu)
        self.pemeriksa.sibuk_berubah.connect(self.lanjut.setDisabled)
        self.pemeriksa.mulai(calon)
        self.pin.input.setFocus()

    def reject(self) -> None:
        """Give up; not while the PIN is being checked."""
        if not self.pemeriksa.sibuk:
            super().reject()

    def _on_benar(self, simpanan: PinTersimpan) -> None:
        self.accept()
        self.disetujui.emit(simpanan.petugas)

    def _on_terganggu(self, kalimat: str) -> None:
        self.pin.set_pesan(Nada.PERINGATAN, kalimat)
