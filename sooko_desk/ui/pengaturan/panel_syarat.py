"""The papers of one reason while they are edited: the checklist they will give, and the fields.

Shows a `Susunan` and lets the officer change it; what is stored is for the tab.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from sooko_desk.domain.kelengkapan import salin_syarat
from sooko_desk.domain.sop import SifatSyarat, Syarat
from sooko_desk.services.syarat import PALING_BANYAK
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.ikon import ikon
from sooko_desk.ui.kit.ceklis import DaftarCeklis
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, DI_SINI, pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.pengaturan.isian_syarat import IsianSyarat
from sooko_desk.ui.pengaturan.susunan import Susunan
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Mapping

TOMBOL = "Enter ubah, Del hapus, Alt+Atas dan Alt+Bawah pindah, Ctrl+Z urungkan."
_LEBAR_DAFTAR, _LEBAR_ISIAN = 314, 356
"""Least px of the list and of the fields."""
_TANPA_NAMA = "(belum bernama)"


class PanelSyarat(QWidget):
    """Edits one list by keyboard: Ins adds, Del takes out, Alt+Up and Alt+Down move, Ctrl+Z undoes.

    Signals:
        diubah(): the officer changed the list.
    """

    diubah = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._susunan = Susunan(())
        self._readonly = True
        self._memuat = False
        self.kartu = Kartu()
        self._judul = build_label("", Peran.KARTU)
        self._asal = build_label("", Peran.REDUP)
        self.daftar = DaftarCeklis("Berkas untuk alasan ini")
        self.isian = IsianSyarat()
        self.tambah = tombol_kedua("Tambah", "plus", "Ins")
        self.hapus = _tombol_gambar("trash", "Hapus berkas (Del)")
        self.naik = _tombol_gambar("chevron-up", "Naikkan berkas (Alt+Atas)")
        self.turun = _tombol_gambar("chevron-down", "Turunkan berkas (Alt+Bawah)")
        self.urungkan = _tombol_gambar("arrow-back-up", "Urungkan (Ctrl+Z)")
        self._petunjuk = build_label(TOMBOL, Peran.REDUP)
        self._tumpuk = QStackedWidget()
        self._build_layout()
        self._connect()

    def tampilkan(self, susunan: Susunan) -> None:
        """Show this list from its first paper; changes go into the `Susunan` itself."""
        self._susunan = susunan
        self._muat(0)

    def set_kepala(self, judul: str, asal: str) -> None:
        """Say which list this is, and whose."""
        self._judul.setText(judul)
        self._asal.setText(asal)
        self.kartu.setAccessibleName(judul)

    def set_readonly(self, readonly: bool) -> None:
        """Only show; nothing can be changed."""
        self._readonly = readonly
        self.isian.set_readonly(readonly)
        self._petunjuk.setVisible(not readonly)
        self._atur_tombol()

    def tunjuk(self, baris: int, galat: Mapping[str, str]) -> None:
        """Go to a paper and say what is wrong with its fields."""
        self._berdiri(baris)
        self._tampilkan_isian()
        self.isian.set_galat(galat)

    def baris(self) -> int:
        """The chosen paper's row from 0; -1 = none."""
        return self.daftar.currentIndex().row()

    def _build_layout(self) -> None:
        self.daftar.set_readonly(True)  # nothing is ticked here: it only looks like the checklist
        self.daftar.setAccessibleDescription(TOMBOL)
        for label in (self._judul, self._asal, self._petunjuk):
            label.setWordWrap(True)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_xs)
        for satu in (self.tambah, self.hapus, self.naik, self.turun, self.urungkan):
            tombol.addWidget(satu)
        tombol.addStretch(1)
        kepala = QVBoxLayout()
        kepala.setSpacing(0)
        kepala.addWidget(self._judul)
        kepala.addWidget(self._asal)
        self.kartu.isi.addLayout(kepala)
        self.kartu.isi.addWidget(self.daftar, 1)
        self.kartu.isi.addLayout(tombol)
        self.kartu.isi.addWidget(self._petunjuk)
        self.kartu.setMinimumWidth(_LEBAR_DAFTAR)
        gulir = GulirIsian()
        gulir.setWidget(self.isian)
        self._tumpuk.addWidget(gulir)
        self._tumpuk.addWidget(
            Kosong("checklist", "Belum ada berkas", "Tekan Ins untuk menambah yang pertama.")
        )
        kartu = Kartu()
        kartu.isi.addWidget(self._tumpuk, 1)
        kartu.setMinimumWidth(_LEBAR_ISIAN)
        tepi = kartu.layout()
        assert tepi is not None
        # The last field's message line is edge enough: so all fields are in sight at 1366 × 768.
        tepi.setContentsMargins(THEME.gap_l, THEME.gap_s, THEME.gap_l, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_m)
        layout.addWidget(self.kartu, 4)
        layout.addWidget(kartu, 5)

    def _connect(self) -> None:
        self.daftar.selectionModel().currentRowChanged.connect(self._on_daftar_row_changed)
        self.isian.diubah.connect(self._on_isian_diubah)
        self.isian.pasangan_dipilih.connect(self._on_isian_pasangan_dipilih)
        self.tambah.clicked.connect(self._on_tambah)
        pasang_pintasan(self, {"Ins": self.tambah.click}, DI_BAGIAN)
        for tombol, kunci, slot in (
            (self.hapus, "Del", self._on_hapus),
            (self.naik, "Alt+Up", self._on_naik),
            (self.turun, "Alt+Down", self._on_turun),
            (self.urungkan, "Ctrl+Z", self._on_urungkan),
        ):
            tombol.clicked.connect(slot)
            # In a field these keys are the field's own.
            pasang_pintasan(self.daftar, {kunci: tombol.click}, DI_SINI, berulang=True)
        pasang_pintasan(self.daftar, {"Enter": self._on_daftar_enter}, DI_SINI)

    def _muat(self, baris: int) -> None:
        """Show the list with that row chosen, in the fields too."""
        self._segarkan(baris)
        self._tampilkan_isian()

    def _segarkan(self, baris: int) -> None:
        """Show the list with that row chosen; the fields keep what is typed."""
        self._memuat = True
        self.daftar.set_baris(
            salin_syarat(
                replace(s, kode=str(n), nama=s.nama or _TANPA_NAMA, bila=_bila(s))
                for n, s in enumerate(self._susunan.isi)
            )
        )
        self._berdiri(baris)
        self._memuat = False
        self._atur_tombol()

    def _berdiri(self, baris: int) -> None:
        self.daftar.setCurrentIndex(self.daftar.model().index(baris, 0))

    def _tampilkan_isian(self) -> None:
        baris = self.baris()
        self._tumpuk.setCurrentIndex(0 if baris >= 0 else 1)
        if baris >= 0:
            pasangan = self._susunan.list_pasangan(baris)
            terpilih = self._susunan.pasangan(baris)
            self.isian.tampilkan(self._susunan.isi[baris], pasangan, terpilih)

    def _atur_tombol(self) -> None:
        boleh, baris, banyak = not self._readonly, self.baris(), len(self._susunan.isi)
        self.tambah.setEnabled(boleh and banyak < PALING_BANYAK)
        self.hapus.setEnabled(boleh and baris >= 0)
        self.naik.setEnabled(boleh and baris > 0)
        self.turun.setEnabled(boleh and 0 <= baris < banyak - 1)
        self.urungkan.setEnabled(boleh and self._susunan.bisa_urung)

    def _setelah(self, baris: int) -> None:
        """An act on the whole row is done: go on in the list."""
        self._muat(baris)
        self.daftar.setFocus()
        self.diubah.emit()

    def _ikuti(self) -> None:
        """Let list and choices follow the fields; the caret stays."""
        baris = self.baris()
        self._segarkan(baris)
        pasangan = self._susunan.list_pasangan(baris)
        terpilih = self._susunan.pasangan(baris)
        self.isian.set_pasangan(self._susunan.isi[baris], pasangan, terpilih)
        self.diubah.emit()

    def _on_daftar_row_changed(self) -> None:
        if not self._memuat:
            self._tampilkan_isian()
            self._atur_tombol()

    def _on_daftar_enter(self) -> None:
        self.isian.bidang["nama"].setFocus()

    def _on_isian_diubah(self, syarat: Syarat, bidang: str) -> None:
        self._susunan.ubah(self.baris(), syarat, bidang)
        self._ikuti()

    def _on_isian_pasangan_dipilih(self, dengan: int) -> None:
        self._susunan.pasangkan(self.baris(), dengan)
        self._ikuti()

    def _on_tambah(self) -> None:
        self._setelah(self._susunan.tambah(self.baris()))
        self.isian.bidang["nama"].setFocus()

    def _on_hapus(self) -> None:
        self._setelah(self._susunan.hapus(self.baris()))

    def _on_naik(self) -> None:
        self._setelah(self._susunan.geser(self.baris(), -1))

    def _on_turun(self) -> None:
        self._setelah(self._susunan.geser(self.baris(), 1))

    def _on_urungkan(self) -> None:
        self._setelah(self._susunan.urungkan())


def _bila(syarat: Syarat) -> str:
    return syarat.bila if syarat.sifat is SifatSyarat.BERSYARAT else ""


def _tombol_gambar(gambar: str, nama: str) -> QToolButton:
    tombol = QToolButton()
    tombol.setIcon(ikon(gambar, ukuran=THEME.icon_s))
    tombol.setToolTip(nama)
    tombol.setAccessibleName(nama)
    return tombol
