"""In front of work: the PC's clock cannot be right, and an officer has to say how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.jam import KATA_RAGU
from sooko_desk.services.jam import PERLU_KASI
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.jam import TanyaJam

LEBAR = 940
PETUNJUK = (
    "Betulkan jam Windows (klik kanan jam di pojok kanan bawah), lalu tekan Periksa lagi. Bila "
    f"belum sempat, lanjutkan dengan tanda: setiap catatan ditandai '{KATA_RAGU}' dan waktunya "
    "tidak dihitung. Urutan catatan tetap benar."
)


class HalamanJam(QWidget):
    """Stands where the page of work stands; that one keeps what is half typed.

    Signals:
        periksa(): the clock was put right, look again.
        ragukan(): go on, everything is marked.
        pastikan(): go on, the clock is right.
        ganti_petugas(): somebody else wants to answer.
    """

    periksa = Signal()
    ragukan = Signal()
    pastikan = Signal()
    ganti_petugas = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kalimat = build_label("", Peran.TEBAL)
        self.kalimat.setWordWrap(True)
        self._petunjuk = build_label(PETUNJUK)
        self._petunjuk.setWordWrap(True)
        self._perlu_kasi = build_label(PERLU_KASI, Peran.REDUP)
        self._perlu_kasi.setWordWrap(True)
        self.spanduk = Spanduk()
        self.lagi = tombol_utama("Periksa lagi", "refresh", "F5")
        self.ragu = tombol_kedua(f"Lanjutkan, tandai '{KATA_RAGU}'", "clock", "Alt+L")
        self.pasti = tombol_kedua("Lanjutkan, jam benar", "check", "Alt+B")
        self._ganti = tombol_teks("Ganti petugas", "switch-horizontal", "F12")
        self._build_layout()
        for tombol, kunci, sinyal in (
            (self.lagi, "F5", self.periksa),
            (self.ragu, "Alt+L", self.ragukan),
            (self.pasti, "Alt+B", self.pastikan),
            (self._ganti, "F12", self.ganti_petugas),
        ):
            tombol.clicked.connect(sinyal)
            pasang_pintasan(self, {kunci: tombol.click})

    def tampilkan(self, tanya: TanyaJam, petugas: Petugas) -> None:
        """Ask this; the caret stands on what is most likely right."""
        self.spanduk.sembunyikan()
        self.kalimat.setText(tanya.kalimat)
        boleh = tanya.boleh_pasti(petugas)
        self.pasti.setVisible(boleh)
        self._perlu_kasi.setVisible(not boleh and tanya.mungkin_pasti)
        self.setAccessibleName(tanya.kalimat)

    def fokus_awal(self) -> None:
        """Put the caret on a button: Enter goes on where the clock may well be right."""
        (self.lagi if self.pasti.isHidden() else self.pasti).setFocus()

    def tolak(self, kalimat: str) -> None:
        """Say why the answer was not taken."""
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def _build_layout(self) -> None:
        kartu = Kartu("Jam komputer perlu diperiksa")
        kartu.setFixedWidth(LEBAR)
        kartu.isi.setSpacing(THEME.gap_m)
        for satu in (self.kalimat, self._petunjuk, self._perlu_kasi, self.spanduk):
            kartu.isi.addWidget(satu)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        for pilihan in (self.lagi, self.ragu, self.pasti):
            tombol.addWidget(pilihan)
        tombol.addStretch(1)
        kartu.isi.addLayout(tombol)
        kartu.add_kanan(self._ganti)
        tengah = QHBoxLayout()  # an aligned card would not grow with the lines of its words
        tengah.addStretch(1)
        tengah.addWidget(kartu)
        tengah.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(tengah)
        layout.addStretch(3)
