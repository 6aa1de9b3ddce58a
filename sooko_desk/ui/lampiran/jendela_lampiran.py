"""Ctrl+L: the scans of a case in a window of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sooko_desk.ui.kit.label import Peran
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.lampiran.panel import PanelLampiran
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran

LEBAR, TINGGI = 1180, 680
JUDUL = "Pindaian berkas"


class JendelaLampiran(QDialog):
    """Show it with `open()`. It frees itself after closing, once nothing is worked on any more.

    Closing while scans are being added stops after the one that is on; `finished` comes at once.

    Args:
        kabar: hears of the case after every scan that was added or taken off.
        petugas: who is at work.
        permohonan_id: the case.
        parent: the window it belongs to.
    """

    def __init__(
        self,
        meja: Meja,
        kabar: Kabar,
        dunia: DuniaLampiran,
        petugas: Petugas,
        permohonan_id: int,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.panel = PanelLampiran(meja, kabar, dunia)
        self.nama = TeksElipsis(peran=Peran.TEBAL)
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self.panel.utama.add_tombol(self.tutup)
        self.setWindowTitle(JUDUL)
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.addWidget(self.nama)
        layout.addWidget(self.panel, 1)
        self.tutup.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        pasang_pintasan(self.panel.utama, {"Ctrl+Enter": self.panel.ambil_baru})
        self.panel.tampilkan(permohonan_id, petugas)
        permohonan = meja.asli.buka(permohonan_id).ringkasan
        # The task bar and a shared screen show the title: the name stands inside.
        self.setWindowTitle(f"{JUDUL} – {permohonan.kode_pindai}")
        self.nama.set_teks(permohonan.pemohon.nama)
        self.panel.utama.daftar.setFocus()

    def _on_finished(self) -> None:
        """A worker thread may still be reading a scan: the window waits for it, out of sight."""
        self.panel.lupakan()
        if self.panel.sibuk:
            self.panel.menganggur.connect(self.deleteLater)
        else:
            self.deleteLater()
