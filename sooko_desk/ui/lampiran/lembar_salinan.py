"""The copy of a scan for an upload: made small, seen beside the scan itself, then saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.pindaian import sebut_ukuran
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.bilah_kemajuan import BilahKemajuan
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.lampiran.bilah_tampilan import BilahTampilan
from sooko_desk.ui.lampiran.isian_batas import IsianBatas
from sooko_desk.ui.lampiran.kanvas_dokumen import DokumenGambar, KanvasDokumen
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.domain.lampiran import Lampiran
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pindaian_kecil import Hasil
    from sooko_desk.ui.cetak.dunia_cetak import PilihBerkas

MENGECILKAN = "Mengecilkan salinan…"
TINGGI_KEPALA = 24
"""Px: the chip comes later, and must not push one of the pictures down."""


@dataclass(frozen=True, slots=True)
class _Permintaan:
    """A copy that is wanted; `batas` in bytes."""

    lampiran: Lampiran
    batas: int


class LembarSalinan(QWidget):
    """Shows one scan and its small copy side by side, moved together.

    Signals:
        ditutup(): the officer goes back to the list.
        menganggur(): nothing is being worked on any more.
    """

    ditutup = Signal()
    menganggur = Signal()

    def __init__(self, meja: Meja, pilih_simpan: PilihBerkas) -> None:
        super().__init__()
        self._meja = meja
        self._pilih_simpan = pilih_simpan
        self._diminta: _Permintaan | None = None
        self._dikerjakan: _Permintaan | None = None
        self._hasil: Hasil | None = None
        self._petugas: Petugas | None = None
        self._menyamakan = False
        self._kecil, self._simpan = SinyalKerja(), SinyalKerja()
        self._menyimpan = False
        self.semula, self.salinan = KanvasDokumen(), KanvasDokumen()
        self.judul_semula = build_label("", Peran.LABEL)
        self.judul_salinan = build_label("", Peran.LABEL)
        self.muat = Lencana()
        self.batas = IsianBatas()
        self.bilah = BilahTampilan(self.semula, self)
        self.kemajuan = BilahKemajuan()
        self.spanduk = Spanduk()
        self.simpan = tombol_utama("Simpan salinan…", "device-floppy", "Ctrl+S")
        self.kembali = tombol_teks("Kembali", "arrow-left", "Esc")
        self._build_layout()
        self._connect()

    @property
    def sibuk(self) -> bool:
        """Whether something goes on off the window's thread."""
        return (
            self._dikerjakan is not None
            or self._menyimpan
            or self.semula.sibuk
            or self.salinan.sibuk
        )

    @property
    def hasil(self) -> Hasil | None:
        """The copy that is shown; None = not made yet, or it cannot be made."""
        return self._hasil

    def buka(self, lampiran: Lampiran, petugas: Petugas) -> None:
        """Make a copy of this scan no larger than the office's upload limit, and show both."""
        self._petugas = petugas
        self.bilah.nama.set_teks(lampiran.nama)
        self.judul_semula.setText(f"Pindaian: {_sebut(lampiran.ukuran, lampiran.halaman)}")
        gambar = partial(self._meja.lampiran.halaman, lampiran)
        self.semula.set_dokumen(DokumenGambar(str(lampiran.id), lampiran.halaman, gambar))
        self.spanduk.sembunyikan()
        self._minta(lampiran)
        self.semula.setFocus()

    def lupakan(self) -> None:
        """Let go of scan, copy and pictures."""
        self._diminta, self._hasil = None, None
        self.kemajuan.selesai()
        self.semula.lupakan()
        self.salinan.lupakan()

    def simpan_salinan(self) -> None:
        """Ask where the copy goes, and write it there."""
        hasil = self._hasil
        if hasil is None or self._menyimpan:
            return
        path = self._pilih_simpan("Simpan salinan untuk unggah", hasil.nama)
        if path is None:
            return
        self._menyimpan = True
        self.simpan.setEnabled(False)
        self.kemajuan.mulai("Menyimpan salinan…")
        layanan = self._meja.lampiran
        run_in_background(self._simpan, lambda: layanan.simpan_salinan(hasil, path))

    def _build_layout(self) -> None:
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_m)
        for judul, kanvas in (
            (self.judul_semula, self.semula),
            (self.judul_salinan, self.salinan),
        ):
            kepala = QHBoxLayout()
            kepala.addStrut(TINGGI_KEPALA)
            kepala.addWidget(judul)
            kepala.addStretch(1)
            if judul is self.judul_salinan:
                kepala.addWidget(self.muat)
            sisi = QVBoxLayout()
            sisi.setSpacing(THEME.gap_xs)
            sisi.addLayout(kepala)
            sisi.addWidget(kanvas, 1)
            badan.addLayout(sisi, 1)
        bawah = QHBoxLayout()
        bawah.setSpacing(THEME.gap_s)
        bawah.addWidget(self.simpan)
        bawah.addSpacing(THEME.gap_m)
        bawah.addWidget(self.batas)
        bawah.addStretch(1)
        bawah.addWidget(self.kembali)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.bilah)
        layout.addLayout(badan, 1)
        layout.addWidget(self.kemajuan)
        layout.addWidget(self.spanduk)
        layout.addLayout(bawah)
        self.semula.setAccessibleName("Pindaian semula")
        self.salinan.setAccessibleName("Salinan untuk unggah")

    def _connect(self) -> None:
        self.batas.diminta.connect(self._on_batas_diminta)
        self.simpan.clicked.connect(self.simpan_salinan)
        self.kembali.clicked.connect(self.ditutup)
        self.kemajuan.dihentikan.connect(self.ditutup)
        self._kecil.berhasil.connect(self._on_kecil_berhasil)
        self._kecil.gagal.connect(self._on_kecil_gagal)
        self._kecil.berakhir.connect(self._on_kecil_berakhir)
        self._simpan.berhasil.connect(self._on_simpan_berhasil)
        self._simpan.gagal.connect(self._on_simpan_gagal)
        self._simpan.berakhir.connect(self._on_simpan_berakhir)
        for kanvas in (self.semula, self.salinan):
            kanvas.berubah.connect(self._on_kanvas_berubah)
            kanvas.verticalScrollBar().valueChanged.connect(self._on_digulir)
            kanvas.horizontalScrollBar().valueChanged.connect(self._on_digulir)
            kanvas.menganggur.connect(self.menganggur)
        # Not Ctrl+Enter: beside the data that is the step's.
        pasang_pintasan(self, {"Ctrl+S": self.simpan_salinan}, DI_BAGIAN)

    def _minta(self, lampiran: Lampiran) -> None:
        """Have a copy made by the limit that is set now."""
        assert self._petugas is not None
        batas = self._meja.lampiran.batas_unggah
        self._diminta, self._hasil = _Permintaan(lampiran, batas), None
        self.batas.tampilkan(batas, self._petugas)
        self.muat.set_isi("", Nada.NETRAL)
        self.judul_salinan.setText(f"Salinan, paling besar {sebut_ukuran(batas)}")
        self.salinan.kosongkan(MENGECILKAN)
        self.simpan.setEnabled(False)
        self._kerjakan()

    def _kerjakan(self) -> None:
        """One copy is made at a time; the newest one that is wanted comes next."""
        diminta = self._diminta
        if self._dikerjakan is not None or diminta is None:
            return
        self._dikerjakan = diminta
        self.kemajuan.mulai(MENGECILKAN)
        layanan = self._meja.lampiran
        run_in_background(self._kecil, lambda: layanan.kecilkan(diminta.lampiran, diminta.batas))

    def _on_kecil_berhasil(self, hasil: Hasil) -> None:
        if self._diminta is None or self._dikerjakan is not self._diminta:
            return
        self._hasil = hasil
        self.judul_salinan.setText(f"Salinan: {_sebut(hasil.ukuran, hasil.halaman)}")
        self.muat.set_isi(f"muat dalam {sebut_ukuran(self._diminta.batas)}", Nada.SELESAI)
        gambar = partial(self._meja.lampiran.halaman_salinan, hasil)
        kunci = f"{self._diminta.lampiran.id} {self._diminta.batas}"
        self.salinan.set_dokumen(DokumenGambar(kunci, hasil.halaman, gambar))
        self._samakan(self.semula, self.salinan)
        self.simpan.setEnabled(True)

    def _on_kecil_gagal(self, kalimat: str) -> None:
        if self._dikerjakan is self._diminta:
            self.salinan.kosongkan(kalimat)

    def _on_kecil_berakhir(self) -> None:
        beres, self._dikerjakan = self._dikerjakan, None
        self.kemajuan.selesai()
        if self._diminta is not beres:
            self._kerjakan()
        self.menganggur.emit()

    def _on_batas_diminta(self, kilobyte: int) -> None:
        assert self._petugas is not None
        try:
            self._meja.lampiran.simpan_batas_unggah(kilobyte, self._petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            self.batas.isian.selectAll()
            return
        self.spanduk.sembunyikan()
        if self._diminta is not None:
            self._minta(self._diminta.lampiran)

    def _on_simpan_berhasil(self, path: Path) -> None:
        self.spanduk.tampilkan(
            Nada.SELESAI,
            f"Salinan tersimpan di {path}. Hapus berkas itu sesudah diunggah.",
        )

    def _on_simpan_gagal(self, kalimat: str) -> None:
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def _on_simpan_berakhir(self) -> None:
        self._menyimpan = False
        self.kemajuan.selesai()
        self.simpan.setEnabled(self._hasil is not None)
        self.menganggur.emit()

    def _on_kanvas_berubah(self) -> None:
        if self.sender() is self.semula:
            self._samakan(self.semula, self.salinan)
        else:
            self._samakan(self.salinan, self.semula)

    def _samakan(self, dari: KanvasDokumen, ke: KanvasDokumen) -> None:
        """The same page, as large and as turned, in both pictures."""
        if self._menyamakan or not dari.banyak or not ke.banyak:
            return
        self._menyamakan = True
        ke.ke_halaman(dari.nomor)
        if ke.besar != dari.besar:
            ke.set_besar(dari.besar)
        if ke.putaran != dari.putaran:
            ke.set_putaran(dari.putaran)
        self._menyamakan = False

    def _on_digulir(self) -> None:
        bilah = self.sender()
        for dari, ke in ((self.semula, self.salinan), (self.salinan, self.semula)):
            for a, b in (
                (dari.verticalScrollBar(), ke.verticalScrollBar()),
                (dari.horizontalScrollBar(), ke.horizontalScrollBar()),
            ):
                if bilah is a and not self._menyamakan and a.maximum():
                    self._menyamakan = True
                    b.setValue(round(a.value() / a.maximum() * b.maximum()))
                    self._menyamakan = False


def _sebut(ukuran: int, halaman: int) -> str:
    return f"{sebut_ukuran(ukuran)}, {halaman} halaman"
