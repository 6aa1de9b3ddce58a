"""Ctrl+U: finished documents that nobody has fetched yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.pengambilan.daftar import JUDUL, PETUNJUK, DaftarBelum
from sooko_desk.ui.pengambilan.panel import PanelBelum
from sooko_desk.ui.pengambilan.tempat import DialogTempat
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pengambilan import BarisBelum
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

PILIH_DULU = "Pilih dulu dokumennya dengan panah atau pindaian."


class DialogBelumDiambil(JendelaDaftar):
    """What waits on the shelf; show it with `open()`. It frees itself after closing.

    Enter leads from the field to the list and from the list to the case; only there, in its own
    step, a document is handed over.

    Args:
        kabar: hears of every case whose place changed.
        pencetak: prints the list.
        petugas: who is at work.
        parent: the window it belongs to.

    Signals:
        buka_permohonan(int): this case is to be handed over; the window has closed.
    """

    buka_permohonan = Signal(int)

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(JUDUL, kabar, pencetak, parent)
        self._service = meja.pengambilan
        self._petugas = petugas
        nama_desa = {d.kode: d.nama for d in meja.tabel.desa}
        nama_hubungan = {p.kode: p.nama for p in meja.tabel.hubungan_pembawa}
        self.daftar = DaftarBelum(nama_desa)
        self.panel = PanelBelum(nama_desa, nama_hubungan)
        self.susun(
            (self.daftar.kartu, 8), (self.panel, 5), bawah=(build_label(PETUNJUK, Peran.REDUP),)
        )
        self._connect()
        self.muat_ulang()
        self.daftar.cari.setFocus()

    def muat_ulang(self) -> None:
        """Read the list anew; the chosen and the marked cases stay."""
        try:
            baris = self._service.list_belum()
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.daftar.set_baris(baris)
        self.panel.setVisible(bool(baris))  # an empty list has nothing to choose from

    def cari_pindaian(self, kode: str) -> str:
        """The case of the receipt, ready to be opened."""
        baris = self.daftar.find_kode(kode)
        if baris is None:
            return self._sebut_tiada(kode)
        self.spanduk.sembunyikan()
        self.daftar.pilih(baris.ringkasan.id)
        self.daftar.tabel.setFocus()
        return ""

    def mundur(self) -> bool:
        """Marks, what is searched."""
        if self.daftar.tanda.lepas():
            return True
        dibersihkan = self.daftar.bersihkan()
        if dibersihkan:
            self.daftar.cari.setFocus()
        return dibersihkan

    def _connect(self) -> None:
        self.daftar.dipilih.connect(self._on_daftar_dipilih)
        self.daftar.dibuka.connect(self._on_buka)
        self.panel.buka.clicked.connect(self._on_buka)
        self.panel.tempat.clicked.connect(self._on_tempat)
        self.cetak.clicked.connect(self._on_cetak)
        pasang_pintasan(
            self, {"Ctrl+Enter": self._on_buka, "F2": self._on_tempat, "Ctrl+P": self._on_cetak}
        )

    def _sebut_tiada(self, kode: str) -> str:
        """Why a receipt's case is not in the list."""
        try:
            r = self._service.find_kode(kode)
        except OfficerError as galat:
            return str(galat)
        if r is None:
            return f"Tanda bukti {kode} tidak ada dalam register komputer ini."
        return f"{kode} ({r.pemohon.nama}) tidak menunggu diambil: {r.status}."

    def _on_daftar_dipilih(self, baris: BarisBelum | None) -> None:
        if baris is None:
            self.panel.kosongkan()
            return
        try:
            permohonan = self._service.buka(baris.ringkasan.id)
        except OfficerError as galat:
            self.panel.kosongkan()
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.panel.tampilkan(baris, permohonan)

    def _on_buka(self) -> None:
        if (baris := self.daftar.tabel.baris()) is not None:
            self.accept()
            self.buka_permohonan.emit(baris.ringkasan.id)
        else:
            self.katakan(Nada.INFO, PILIH_DULU)

    def _on_tempat(self) -> None:
        terpilih = self.daftar.terpilih()
        if not terpilih:
            self.katakan(Nada.INFO, PILIH_DULU)
            return
        dialog = DialogTempat(self._service, terpilih, self._petugas, self.daftar.find_kode, self)
        dialog.tersimpan.connect(self._on_tempat_tersimpan)
        dialog.rejected.connect(self.muat_ulang)  # it may have been refused: somebody was quicker
        dialog.open()

    def _on_tempat_tersimpan(self, dipindah: tuple[int, ...], tempat: str) -> None:
        self.daftar.tanda.lepas()
        self.muat_ulang()
        self.daftar.tabel.setFocus()
        if not dipindah:
            self.katakan(Nada.INFO, f"Sudah di {tempat}; tidak ada yang berubah.")
            return
        apa = "Dokumen" if len(dipindah) == 1 else f"{len(dipindah)} dokumen"
        self.katakan(Nada.SELESAI, f"{apa} dicatat di {tempat}.")
        self._kabar.berubah.emit(dipindah[0])

    def _on_cetak(self) -> None:
        semua = [b.ringkasan.id for b in self.daftar.tampak()]
        saringan = self.daftar.saringan()
        service = self._service
        self._pencetak.buka_dokumen(
            lambda: service.build_daftar(semua, saringan), self._petugas, self
        )
