"""Ctrl+Shift+M: the month for the Camat, on paper or as a spreadsheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.daftar_bulan import DaftarBulan
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.theme import Nada
from sooko_desk.ui.tutup_harian.dialog import BUKAN_BERKAS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

LEBAR, TINGGI = 640, 560
"""Px; fits the smallest screen of the office."""
JUDUL = "Laporan bulanan"


class DialogLaporanBulanan(JendelaDaftar):
    """Choose year and month; show it with `open()`. It frees itself after closing.

    Args:
        kabar: tells here what went wrong with a print.
        pencetak: prints and saves the report.
        petugas: who is at work; any officer may.
        parent: the window it belongs to.
    """

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(JUDUL, kabar, pencetak, parent)
        self._service = meja.laporan.bulanan
        self._petugas = petugas
        self.tahun = Pilihan("Pilih tahun")
        self.tabel = DaftarBulan("Diterima")
        self.model = self.tabel.isi
        self.simpan = tombol_kedua("Simpan XLSX", "download", "Ctrl+S")
        self.cetak.setText("Cetak laporan")
        self.cetak.setAccessibleName("Cetak laporan")
        kartu = Kartu(JUDUL, "Bulan yang sedang berjalan dihitung sampai sekarang.")
        kartu.isi.addWidget(BarisIsian("Tahun", self.tahun))
        kartu.isi.addWidget(self.tabel, 1)
        self.susun((kartu, 1), bawah=(self.simpan,))
        self.resize(LEBAR, TINGGI)
        self._connect()
        self._isi_tahun()
        self.tabel.setFocus()

    def cari_pindaian(self, _kode: str) -> str:
        """A receipt has no place here."""
        return BUKAN_BERKAS

    def mundur(self) -> bool:
        """Nothing is half done here."""
        return False

    def _connect(self) -> None:
        self.tahun.dipilih.connect(self._on_tahun_dipilih)
        self.tabel.dibuka.connect(self._on_cetak)
        self.cetak.clicked.connect(self._on_cetak)
        self.simpan.clicked.connect(self._on_simpan)
        self.pasang_kunci(
            {"Ctrl+Enter": self._on_cetak, "Ctrl+P": self._on_cetak, "Ctrl+S": self._on_simpan}
        )

    def _isi_tahun(self) -> None:
        try:
            tahun = self._service.list_tahun()
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.tahun.set_pilihan((str(t), str(t)) for t in tahun)
        self.tahun.set_kode(str(tahun[0]))
        self._on_tahun_dipilih()

    def _on_tahun_dipilih(self) -> None:
        """The months of the year; the newest one with cases is chosen."""
        try:
            banyak = self._service.list_bulan(int(self.tahun.kode()))
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.tabel.set_banyak(banyak)

    def _on_cetak(self) -> None:
        baris = self.tabel.baris()
        if baris is not None:
            build = partial(self._service.build_dokumen, int(self.tahun.kode()), baris.bulan)
            self._pencetak.buka_dokumen(build, self._petugas, self)

    def _on_simpan(self) -> None:
        baris = self.tabel.baris()
        if baris is None:
            return
        build = partial(self._service.build_xlsx, int(self.tahun.kode()), baris.bulan)
        self._pencetak.simpan_xlsx(build, self._petugas, self, self.katakan)
