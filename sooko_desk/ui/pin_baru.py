"""Two fields for a new PIN: at the first sign-in with a one-time PIN, and whenever one likes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.isian_pin import IsianPin
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.data.petugas import PinTersimpan
    from sooko_desk.services.petugas_pin import PenjagaPin

JUDUL = "Buat PIN baru"
BANTUAN = "Enam angka, bukan angka berurutan dan bukan tanggal lahir."


class KartuPinBaru(Kartu):
    """Asks for a new PIN twice and stores it.

    Signals:
        selesai(object): stored; the `Petugas` it belongs to.
        batal(): the officer gives up; the old PIN holds.
    """

    selesai = Signal(object)
    batal = Signal()

    def __init__(self, penjaga: PenjagaPin) -> None:
        super().__init__(JUDUL)
        self._penjaga = penjaga
        self._lama: PinTersimpan | None = None
        self._cara = ""
        self._sibuk = False
        # No child: the page of PINs may free this card before the worker is done.
        self._kerja = SinyalKerja()
        self.pin = BarisIsian("PIN baru", IsianPin(), wajib=True, bantuan=BANTUAN)
        self.ulang = BarisIsian("Ulangi PIN baru", IsianPin(), wajib=True)
        self.simpan = tombol_utama("Simpan PIN", "check", "Enter")
        self.kembali = tombol_teks("Batal", "arrow-left", "Esc")
        self.isi.addWidget(self.pin)
        self.isi.addWidget(self.ulang)
        tombol = QHBoxLayout()
        tombol.addWidget(self.simpan)
        tombol.addWidget(self.kembali)
        tombol.addStretch(1)
        self.isi.addLayout(tombol)
        self._kerja.berhasil.connect(self._on_kerja_berhasil)
        self._kerja.gagal.connect(self._on_kerja_gagal)
        self._kerja.berakhir.connect(self._on_kerja_berakhir)
        self.pin.input.returnPressed.connect(self.ulang.input.setFocus)
        self.ulang.input.returnPressed.connect(self._on_simpan)
        self.simpan.clicked.connect(self._on_simpan)
        self.kembali.clicked.connect(self._on_batal)
        for baris in (self.pin, self.ulang):
            baris.input.textEdited.connect(baris.bersihkan)

    @property
    def sibuk(self) -> bool:
        """Whether a PIN is being stored."""
        return self._sibuk

    def buka(self, lama: PinTersimpan, sebab: str, cara: str) -> None:
        """Ask that officer.

        Args:
            lama: whose PIN, and the one that must not come again.
            sebab: why, one sentence for the officer.
            cara: what stood for the right to it, for the trail.
        """
        self._lama, self._cara = lama, cara
        self.set_subjudul(sebab)
        self._kosongkan()
        self.pin.input.setFocus()

    def _kosongkan(self) -> None:
        for baris in (self.pin, self.ulang):
            baris.input.clear()
            baris.bersihkan()

    def _on_simpan(self) -> None:
        if self._sibuk or self._lama is None:
            return
        pin = self.pin.input.text()
        salah = self._penjaga.check_baru(pin, self.ulang.input.text())
        for kunci, baris in (("ulang", self.ulang), ("pin", self.pin)):
            baris.bersihkan()
            if kunci in salah:
                baris.set_pesan(Nada.BAHAYA, salah[kunci])
                baris.input.setFocus()
                baris.input.clear()
        if "pin" in salah:
            self.ulang.input.clear()
        if not salah:
            self._set_sibuk(sibuk=True)
            run_in_background(self._kerja, partial(self._penjaga.hash_baru, self._lama, pin))

    def _on_kerja_berhasil(self, hash_pin: str) -> None:
        assert self._lama is not None
        petugas = self._lama.petugas
        try:
            self._penjaga.ganti(petugas, hash_pin, self._cara)
        except OfficerError as galat:
            self._on_kerja_gagal(str(galat))
            return
        self._lama = None
        self._kosongkan()
        self.selesai.emit(petugas)

    def _on_kerja_gagal(self, kalimat: str) -> None:
        self._kosongkan()
        self.pin.set_pesan(Nada.BAHAYA, kalimat)
        self.pin.input.setFocus()

    def _on_kerja_berakhir(self) -> None:
        self._set_sibuk(sibuk=False)

    def _on_batal(self) -> None:
        if not self._sibuk:
            self._kosongkan()
            self.batal.emit()

    def _set_sibuk(self, *, sibuk: bool) -> None:
        self._sibuk = sibuk
        self.simpan.setEnabled(not sibuk)
        for baris in (self.pin, self.ulang):
            baris.input.setReadOnly(sibuk)
