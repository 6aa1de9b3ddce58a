"""A new recovery code, or a try of the one on paper, from the window of checks and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.isian_kode import IsianKode
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.kode_pemulihan.panel import JUDUL, LEBAR, PanelKode
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kunci_kertas import KodeBaru, KunciKertasService

JUDUL_UJI = "Uji kode pemulihan"
_UJI = (
    "Sekali setahun, buka satu amplop, ketik kodenya di sini, lalu segel lagi. Tidak ada yang "
    "berubah; program hanya memeriksa apakah kertas itu masih membuka register ini."
)
_COCOK = "Kode di kertas itu membuka register ini. Segel lagi amplopnya."


class DialogKode(QDialog):
    """The ceremony in a window; show it with `open()`. It frees itself after closing.

    Args:
        petugas: the Kasi.
        cetak: as of `PanelKode`.
    """

    def __init__(
        self,
        service: KunciKertasService,
        petugas: Petugas,
        cetak: Callable[[KodeBaru], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(JUDUL)
        self.panel = PanelKode(service, cetak, "Batal")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.addWidget(self.panel)
        self.panel.selesai.connect(self.accept)
        self.panel.ditunda.connect(self.reject)
        self.finished.connect(self._on_finished)
        self.panel.mulai(petugas)

    def _on_finished(self) -> None:
        self.panel.lupakan()
        self.deleteLater()


class DialogUjiKode(QDialog):
    """Asks for the whole code and says whether it opens this register; frees itself."""

    def __init__(self, service: KunciKertasService, petugas: Petugas, parent: QWidget) -> None:
        super().__init__(parent)
        self._service = service
        self._petugas = petugas
        self.setWindowTitle(JUDUL_UJI)
        self.setMinimumWidth(LEBAR)
        self.isian = IsianKode(range(1, 8))
        self.spanduk = Spanduk()
        self.uji = tombol_utama("Uji kode", "checklist", "Enter")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        kartu = Kartu(JUDUL_UJI, _UJI)
        kartu.isi.addWidget(self.isian, 0, Qt.AlignmentFlag.AlignLeft)
        tata_jendela(self, kartu, (self.spanduk,), (self.uji,), self.tutup)
        self.finished.connect(self._on_finished)
        self.uji.clicked.connect(self._on_uji)
        self.tutup.clicked.connect(self.reject)
        self.isian.selesai.connect(self._on_uji)
        self.isian.berubah.connect(self.spanduk.sembunyikan)
        self.isian.setFocus()

    def _on_uji(self) -> None:
        try:
            self._service.uji(self.isian.teks(), self._petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.isian.kosongkan()
        self.spanduk.tampilkan(Nada.SELESAI, _COCOK)
        self.tutup.setFocus()

    def _on_finished(self) -> None:
        self.isian.kosongkan()
        self.deleteLater()
