"""Ctrl+Shift+M: the month for the Camat, on paper or as a spreadsheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sooko_desk.ui.dialog_bulan import DialogBulan
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_kedua

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.laporan_bulanan import LaporanBulananService
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak


class DialogLaporanBulanan(DialogBulan):
    """See `DialogBulan`; this one also saves."""

    judul = "Laporan bulanan"
    subjudul = "Bulan yang sedang berjalan dihitung sampai sekarang."
    kata_cetak = "Cetak laporan"
    hitungan = "Diterima"
    satuan = "permohonan"

    def __init__(
        self,
        service: LaporanBulananService,
        kabar: Kabar,
        pencetak: Pencetak,
        petugas: Petugas,
        parent: QWidget,
    ) -> None:
        super().__init__(service, kabar, pencetak, petugas, parent)
        self._build_xlsx = service.build_xlsx
        self.simpan.clicked.connect(self._on_simpan)
        pasang_pintasan(self, {"Ctrl+S": self._on_simpan})

    def _list_bawah(self) -> tuple[QWidget, ...]:
        self.simpan = tombol_kedua("Simpan XLSX", "download", "Ctrl+S")
        return (self.simpan,)

    def _on_simpan(self) -> None:
        if (bulan := self.pilihan()) is not None:
            build = partial(self._build_xlsx, *bulan)
            self._pencetak.simpan_xlsx(build, self._petugas, self, self.katakan)
