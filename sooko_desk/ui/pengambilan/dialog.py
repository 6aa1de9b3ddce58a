"""Ctrl+U: finished documents that nobody has fetched yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.pengambilan.daftar import JUDUL, PETUNJUK, DaftarBelum
from sooko_desk.ui.pengambilan.panel import PanelBelum
from sooko_desk.ui.pengambilan.tempat import DialogTempat
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pengambilan import BarisBelum
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

LEBAR, TINGGI = 1180, 680


class DialogBelumDiambil(QDialog):
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
        super().__init__(parent)
        self._service = meja.pengambilan
        self._kabar = kabar
        self._pencetak = pencetak
        self._petugas = petugas
        nama_desa = {d.kode: d.nama for d in meja.tabel.desa}
        nama_hubungan = {p.kode: p.nama for p in meja.tabel.hubungan_pembawa}
        self.daftar = DaftarBelum(nama_desa)
        self.panel = PanelBelum(nama_desa, nama_hubungan)
        self.spanduk = Spanduk()
        self.cetak = tombol_kedua("Cetak daftar", "printer", "Ctrl+P")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self._build_layout()
        self._connect()
        self.muat_ulang()
        self.daftar.cari.setFocus()

    def muat_ulang(self) -> None:
        """Read the list anew; the chosen and the marked cases stay."""
        try:
            baris = self._service.list_belum()
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.daftar.set_baris(baris)
        self.panel.setVisible(bool(baris))  # an empty list has nothing to choose from

    def pindai(self, kode: str) -> None:
        """A receipt was scanned while this window is in front: its case, ready to be opened.

        Args:
            kode: e.g. "TB-KK-2026-00012".
        """
        baris = self.daftar.find_kode(kode)
        if baris is None:
            self.spanduk.tampilkan(Nada.PERINGATAN, self._sebut_tiada(kode))
            return
        self.spanduk.sembunyikan()
        self.daftar.pilih(baris.ringkasan.id)
        self.daftar.tabel.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back: marks, what is searched, window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.daftar.lepas_tanda():
            return
        elif self.daftar.bersihkan():
            self.daftar.cari.setFocus()
        else:
            self.reject()

    def _build_layout(self) -> None:
        self.setWindowTitle(JUDUL)
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_s)
        badan.addWidget(self.daftar, 8)
        badan.addWidget(self.panel, 5)
        bawah = QHBoxLayout()
        bawah.setSpacing(THEME.gap_s)
        bawah.addWidget(self.cetak)
        bawah.addWidget(build_label(PETUNJUK, Peran.REDUP))
        bawah.addStretch(1)
        bawah.addWidget(self.tutup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addLayout(badan, 1)
        layout.addWidget(self.spanduk)
        layout.addLayout(bawah)

    def _connect(self) -> None:
        self.daftar.dipilih.connect(self._on_daftar_dipilih)
        self.daftar.dibuka.connect(self._on_buka)
        self.panel.buka.clicked.connect(self._on_buka)
        self.panel.tempat.clicked.connect(self._on_tempat)
        self.cetak.clicked.connect(self._on_cetak)
        self.tutup.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._kabar.pesan.connect(self._on_kabar_pesan)
        for kunci, slot in (
            ("Ctrl+Return", self._on_buka),
            ("Ctrl+Enter", self._on_buka),
            ("F2", self._on_tempat),
            ("Ctrl+P", self._on_cetak),
        ):
            pintasan = QShortcut(QKeySequence(kunci), self)
            pintasan.setAutoRepeat(False)
            pintasan.activated.connect(slot)

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
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.panel.tampilkan(baris, permohonan)

    def _on_buka(self) -> None:
        if (baris := self.daftar.tabel.baris()) is not None:
            self.accept()
            self.buka_permohonan.emit(baris.ringkasan.id)
        else:
            self.spanduk.tampilkan(Nada.INFO, "Pilih dulu dokumennya dengan panah atau pindaian.")

    def _on_tempat(self) -> None:
        terpilih = self.daftar.terpilih()
        if not terpilih:
            self.spanduk.tampilkan(Nada.INFO, "Pilih dulu dokumennya dengan panah atau pindaian.")
            return
        dialog = DialogTempat(self._service, terpilih, self._petugas, self.daftar.find_kode, self)
        dialog.tersimpan.connect(self._on_tempat_tersimpan)
        dialog.rejected.connect(self.muat_ulang)  # it may have been refused: somebody was quicker
        dialog.open()

    def _on_tempat_tersimpan(self, dipindah: tuple[int, ...], tempat: str) -> None:
        self.daftar.lepas_tanda()
        self.muat_ulang()
        self.daftar.tabel.setFocus()
        if not dipindah:
            self.spanduk.tampilkan(Nada.INFO, f"Sudah di {tempat}; tidak ada yang berubah.")
            return
        apa = "Dokumen" if len(dipindah) == 1 else f"{len(dipindah)} dokumen"
        self.spanduk.tampilkan(Nada.SELESAI, f"{apa} dicatat di {tempat}.")
        self._kabar.berubah.emit(dipindah[0])

    def _on_cetak(self) -> None:
        semua = [b.ringkasan.id for b in self.daftar.tampak()]
        saringan = self.daftar.saringan()
        service = self._service
        self._pencetak.buka_dokumen(
            lambda: service.build_daftar(semua, saringan), self._petugas, self
        )

    def _on_kabar_pesan(self, kalimat: str) -> None:
        """The page behind shows it too, but nobody sees that now."""
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def _on_finished(self) -> None:
        """A print window that is still sending is this window's child and must not go with it."""
        if (cetak := self._pencetak.dialog) is None:
            self.deleteLater()
        else:
            cetak.destroyed.connect(self.deleteLater)
