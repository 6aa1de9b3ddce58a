"""Ctrl+N: slips of the power-cut pad, from the reserved number to the late entry."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.services.blangko import HANYA_KASI, sebut_blangko
from sooko_desk.services.hak_pengaturan import may_edit
from sooko_desk.ui.blangko.daftar import JUDUL, DaftarBlangko
from sooko_desk.ui.blangko.panel import PanelBlangko
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.blangko import BlangkoTerbuka
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

PILIH_DULU = (
    "Ctrl+N ke Pesan nomor, Ctrl+Del ke Batalkan nomor; di sana Ctrl+Enter melaksanakannya. "
    "Enter mengetik blangko yang dipilih."
)


class DialogBlangko(JendelaDaftar):
    """Open slips, and the Kasi's two acts; show it with `open()`. It frees itself after closing.

    Ctrl+Enter does what the card with the caret says; in the list it names the way there.

    Args:
        kabar: what the print window tells.
        pencetak: prints the slips.
        petugas: who is at work.
        parent: the window it belongs to.

    Signals:
        entri_susulan(str): the slip with this scan code is to be typed in; the window is closed.
    """

    entri_susulan = Signal(str)

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(JUDUL, kabar, pencetak, parent)
        self._blangko = meja.blangko
        self._petugas = petugas
        self._token = uuid.uuid4().hex
        self.daftar = DaftarBlangko()
        layanan = [sop.layanan for sop in meja.rak.list_berlaku()]
        self.panel = PanelBlangko(layanan, meja.blangko.list_tahun(), boleh=may_edit(petugas))
        self.cetak.setText("Cetak lagi blangko ini")
        gulir = GulirIsian()
        gulir.setWidget(self.panel)
        gulir.setMinimumWidth(self.panel.minimumSizeHint().width())
        self.susun((self.daftar.kartu, 5), (gulir, 4))
        self.daftar.tabel.baris_dipilih.connect(self.panel.tampilkan)
        self.daftar.dibuka.connect(self._on_daftar_dibuka)
        self.panel.pesan_diminta.connect(self._on_panel_pesan_diminta)
        self.panel.batal_diminta.connect(self._on_panel_batal_diminta)
        self.cetak.clicked.connect(self._on_cetak)
        pasang_pintasan(
            self,
            {
                "Ctrl+Enter": self._on_ctrl_enter,
                "Ctrl+N": self.panel.fokus_pesan,
                "Ctrl+Del": self.panel.fokus_batal,
                "Ctrl+P": self._on_cetak,
            },
        )
        self.muat_ulang()
        if self.daftar.semua() or not may_edit(petugas):
            self.daftar.tabel.setFocus()
        else:
            self.panel.fokus_pesan()

    def muat_ulang(self) -> None:
        """Read the list anew; the chosen slip stays chosen while it is open."""
        try:
            baris = self._blangko.list_terbuka()
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.daftar.set_baris(baris)
        self.cetak.setEnabled(bool(baris))

    def cari_pindaian(self, kode: str) -> str:
        """A scanned slip is typed in at once."""
        return self._mulai(kode)

    def mundur(self) -> bool:
        """From a card to the list, then what is searched."""
        if self._is_di(self.panel) and self.daftar.semua():
            self.daftar.tabel.setFocus()
            return True
        return self.daftar.bersihkan()

    def _is_di(self, widget: QWidget) -> bool:
        fokus = QApplication.focusWidget()
        return fokus is not None and widget.isAncestorOf(fokus)

    def _mulai(self, kode: str) -> str:
        """Close and ask for the late entry; else say why not."""
        try:
            slip = self._blangko.find(kode)
            if slip is None:
                return f"{kode} bukan blangko. Tutup jendela ini, lalu pindai lagi."
            self._blangko.check_susulan(slip, self._petugas)
        except OfficerError as galat:
            return str(galat)
        self.accept()
        self.entri_susulan.emit(kode)
        return ""

    def _on_daftar_dibuka(self, baris: BlangkoTerbuka) -> None:
        self.pindai(baris.slip.kode_pindai)

    def _on_ctrl_enter(self) -> None:
        if self._is_di(self.panel.pesan):
            self.panel.minta_pesan()
        elif self._is_di(self.panel.batal):
            self.panel.minta_batal()
        elif may_edit(self._petugas):
            self.katakan(Nada.INFO, PILIH_DULU)
        else:
            self.katakan(Nada.INFO, HANYA_KASI)

    def _on_panel_pesan_diminta(self, layanan: str, banyak: int, tahun: int) -> None:
        try:
            slip = self._blangko.pesan(self._token, layanan, banyak, self._petugas, tahun)
        except FieldsError as galat:
            self.panel.tolak(galat.per_field)
            return
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self._token = uuid.uuid4().hex
        self.muat_ulang()
        self.daftar.pilih(slip[0].id)
        self.daftar.tabel.setFocus()
        self.katakan(Nada.SELESAI, f"{sebut_blangko(slip)}: {len(slip)} nomor dipesan.")
        self._cetak(slip[0].token)

    def _on_panel_batal_diminta(self, alasan: str) -> None:
        baris = self.daftar.tabel.baris()
        if baris is None:
            return
        try:
            slip = self._blangko.batalkan(baris.slip.id, alasan, self._petugas)
        except FieldsError as galat:
            self.panel.tolak(galat.per_field)
            return
        except OfficerError as galat:
            self.muat_ulang()
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.muat_ulang()
        self.daftar.tabel.setFocus()
        self.katakan(Nada.SELESAI, f"Blangko {slip.kode_pindai} dibatalkan: {slip.alasan}.")

    def _on_cetak(self) -> None:
        baris = self.daftar.tabel.baris()
        if baris is not None:
            self._cetak(baris.slip.token)

    def _cetak(self, token: str) -> None:
        self._pencetak.buka_dokumen(partial(self._blangko.build, token), self._petugas, self)
