"""Ctrl+Shift+B: the book of the new year is opened here, by the Kasi and by nothing else."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.ui.kabar import SEMUA_PERMOHONAN
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar

LEBAR = 720
JUDUL = "Buku register tahun baru"


class DialogTahunBuku(QDialog):
    """Says which book is open and what a new one means; show it with `open()`. It frees itself.

    Args:
        meja: the services.
        kabar: hears that another book is open.
        petugas: who is at work; the PIN of a Kasi is asked for all the same.
        parent: the window it belongs to.
    """

    def __init__(self, meja: Meja, kabar: Kabar, petugas: Petugas, parent: QWidget) -> None:
        super().__init__(parent)
        self._meja = meja
        self._service = meja.waktu.tahun_buku
        self._kabar = kabar
        self._petugas = petugas
        self._token = uuid.uuid4().hex
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(JUDUL)
        self.setFixedWidth(LEBAR)
        self.keadaan = build_label("", Peran.TEBAL)
        self.arti = build_label("")
        self.riwayat = build_label("", Peran.REDUP)
        self.spanduk = Spanduk()
        self.utama = tombol_utama("Buka buku", "book", "Ctrl+Enter")
        self._tutup = tombol_teks("Tutup", "x", "Esc")
        kartu = Kartu(JUDUL)
        kartu.isi.setSpacing(THEME.gap_m)
        for satu in (self.keadaan, self.arti, self.riwayat):
            satu.setWordWrap(True)
            kartu.isi.addWidget(satu)
        tata_jendela(self, kartu, (self.spanduk,), (self.utama,), self._tutup)
        self.utama.clicked.connect(self._on_buka)
        self._tutup.clicked.connect(self.reject)
        pasang_pintasan(self, {"Ctrl+Enter": self.utama.click})
        self.muat_ulang()

    def muat_ulang(self) -> None:
        """Read anew which book is open."""
        try:
            terbuka, baru = self._service.terbuka, self._service.find_baru()
            riwayat = self._service.list_riwayat()
        except OfficerError as galat:
            self.utama.setEnabled(False)
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.keadaan.setText(f"Buku yang terbuka: tahun {terbuka}.")
        self.arti.setText(_sebut_arti(terbuka, baru))
        self.riwayat.setText(
            "; ".join(f"{b.isi} dibuka {sebut_saat(b.waktu)} oleh {b.petugas}" for b in riwayat)
        )
        self.utama.setVisible(baru is not None)
        self.utama.setEnabled(baru is not None)
        self.utama.setText(f"Buka buku {baru}")
        (self._tutup if baru is None else self.utama).setFocus()

    def _on_buka(self) -> None:
        minta = MintaPin(
            self._meja.petugas,
            self._petugas,
            "pembukaan buku tahun baru",
            "Nomor berikutnya masuk buku yang baru; buku lama tidak dibuka lagi.",
            self,
        )
        minta.disetujui.connect(self._on_disetujui)
        minta.open()

    def _on_disetujui(self, kasi: Petugas) -> None:
        try:
            tahun = self._service.buka(self._token, kasi)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.muat_ulang()
        self.spanduk.tampilkan(Nada.SELESAI, f"Buku {tahun} sudah dibuka.")
        self._kabar.berubah.emit(SEMUA_PERMOHONAN)


def _sebut_arti(terbuka: int, baru: int | None) -> str:
    if baru is None:
        return (
            f"Buku {terbuka + 1} dapat dibuka Kasi mulai 1 Januari {terbuka + 1}, bila jam "
            "komputer benar."
        )
    return (
        f"Bila buku {baru} dibuka: nomor tanda bukti, register, dan daftar pengiriman mulai lagi "
        f"dari 1. Buku {terbuka} tetap dapat dibaca dan dicetak. Permohonan yang masih berjalan "
        f"tetap memakai tanda buktinya; nomor registernya masuk buku {baru}. Berkas {terbuka} "
        f"yang terlambat diketik: Kasi memesan nomor buku {terbuka} (Ctrl+N), lalu diketik "
        "sebagai entri susulan."
    )
