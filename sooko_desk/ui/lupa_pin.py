"""A Kasi forgot the PIN: the recovery code on paper stands for it. There is no secret question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.isian_kode import IsianKode
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas

JUDUL = "Lupa PIN Kasi"
_CARA = (
    "{nama}: Kasi lain yang aktif dapat memberi PIN sekali pakai di Pengaturan (F10), tab Petugas. "
    "Bila tidak ada, ambil amplop kode pemulihan dari lemari dan ketik ketujuh kelompoknya; "
    "sesudah itu segel lagi amplopnya. Semua ini tercatat."
)


class PemeriksaKode(Protocol):
    """What knows the recovery code."""

    def check_kode(self, kode: str) -> None:
        """Try a code. UserError: it is wrong, or there is none yet."""
        ...


class KartuLupaPin(Kartu):
    """Asks for the whole code.

    Signals:
        benar(object): it fits; the Kasi who may have a new PIN.
        salah(object): it does not; whose PIN it was to stand for.
        batal(): the officer gives up.
    """

    benar = Signal(object)
    salah = Signal(object)
    batal = Signal()

    def __init__(self, kode: PemeriksaKode, kasi: Petugas) -> None:
        super().__init__(JUDUL, _CARA.format(nama=kasi.nama))
        self._kode = kode
        self._kasi = kasi
        self.isian = IsianKode(range(1, 8))
        self.spanduk = Spanduk()
        self.lanjut = tombol_utama("Lanjut", "shield-lock", "Enter")
        self.kembali = tombol_teks("Batal", "arrow-left", "Esc")
        self.isi.addWidget(self.isian, 0, Qt.AlignmentFlag.AlignLeft)
        self.isi.addWidget(self.spanduk)
        tombol = QHBoxLayout()
        tombol.addWidget(self.lanjut)
        tombol.addWidget(self.kembali)
        tombol.addStretch(1)
        self.isi.addLayout(tombol)
        self.setFocusProxy(self.isian)
        self.isian.selesai.connect(self._on_lanjut)
        self.isian.berubah.connect(self.spanduk.sembunyikan)
        self.lanjut.clicked.connect(self._on_lanjut)
        self.kembali.clicked.connect(self.batal)

    def _on_lanjut(self) -> None:
        try:
            self._kode.check_kode(self.isian.teks())
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            self.salah.emit(self._kasi)
            return
        self.isian.kosongkan()
        self.benar.emit(self._kasi)
