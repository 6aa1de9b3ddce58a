"""Ctrl+Shift+K: the trail of the office for the Kasi, newest first, with a filter above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError, UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.nomor import kode_pindai, parse_kode_pindai
from sooko_desk.domain.tanggal import parse_tanggal, sebut_saat
from sooko_desk.services.catatan_kantor import (
    BATAS_TAMPIL,
    KATA_JENIS,
    BarisCatatan,
    SaringCatatan,
    sebut_isi,
    sebut_jenis,
)
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.catatan_kantor import CatatanKantorService

LEBAR, TINGGI = 1100, 600
LEBAR_TANGGAL, LEBAR_KODE = 140, 190


def _waktu(b: BarisCatatan) -> str:
    return sebut_saat(b.kejadian.waktu)


def _jenis(b: BarisCatatan) -> str:
    return sebut_jenis(b.kejadian.jenis)


def _isi(b: BarisCatatan) -> str:
    return sebut_isi(b.kejadian.isi)


def _petugas(b: BarisCatatan) -> str:
    return b.kejadian.petugas or "–"


def _kode(b: BarisCatatan) -> str:
    return b.kode_pindai


def _kunci(b: BarisCatatan) -> int:
    return b.kejadian.id


_KOLOM: tuple[Kolom[BarisCatatan], ...] = (
    Kolom("Waktu", _waktu, lebar=130),
    Kolom("Kejadian", _jenis, lebar=230),
    Kolom("Keterangan", _isi),
    Kolom("Permohonan", _kode, lebar=150),
    Kolom("Petugas", _petugas, lebar=150),
)


class CatatanKantor(QDialog):
    """Escape empties the filter, then closes. It frees itself after closing.

    Signals:
        insiden(int): data are lost or got out; id of the event that tells of it, 0 = a new one.

    Raises:
        RuleError: the officer is not the Kasi.
    """

    insiden = Signal(int)

    def __init__(self, service: CatatanKantorService, petugas: Petugas, parent: QWidget) -> None:
        siapa = service.list_petugas(petugas)  # refuses before there is a window
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Catatan kantor")
        self.resize(LEBAR, TINGGI)
        self._service, self._oleh = service, petugas
        kata = sorted(((str(j), k) for j, k in KATA_JENIS.items()), key=lambda satu: satu[1])
        self.jenis = _combo("Kejadian", "Semua kejadian", dict(kata))
        self.petugas = _combo("Petugas", "Semua petugas", {nama: nama for nama in siapa})
        self.hari = IsianTanggal()
        self.hari.setAccessibleName("Hari")
        self.hari.setPlaceholderText("Hari: hh/bb/tttt")
        self.hari.setFixedWidth(LEBAR_TANGGAL)
        self.kode = IsianTeks("Tanda bukti: TB-KK-…")
        self.kode.setAccessibleName("Kode tanda bukti")
        self.kode.setFixedWidth(LEBAR_KODE)
        self.model: RowTableModel[BarisCatatan] = RowTableModel(_KOLOM, _kunci)
        self.tabel: TabelData[BarisCatatan] = TabelData(self.model, "Catatan kantor")
        self.tabel.set_kosong("history", "Tidak ada catatan", "Ubah saringan di atas.")
        self.rincian = build_label("", Peran.REDUP)
        self.rincian.setWordWrap(True)
        self.kartu = Kartu("Catatan kantor")
        self.hilang = tombol_kedua("Data hilang atau bocor…", "alert-triangle", "Ctrl+D")
        self.spanduk = Spanduk()
        self._build_layout()
        self._terbaca: SaringCatatan | None = None
        for combo in (self.jenis, self.petugas):
            combo.currentIndexChanged.connect(self._muat)
        for isian in (self.hari, self.kode):
            isian.textChanged.connect(self._muat)
        self.tabel.baris_dipilih.connect(self._on_tabel_baris_dipilih)
        self.tabel.dibuka.connect(self._on_tabel_dibuka)
        self.hilang.clicked.connect(self._on_hilang)
        pasang_pintasan(self, {"Ctrl+D": self._on_hilang})
        self._muat()
        self.tabel.setFocus()

    def pindai(self, kode: str) -> None:
        """A receipt was scanned while this window is in front: what was done with its case."""
        self.kode.set_nilai(kode)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back."""
        if event.key() == Qt.Key.Key_Escape and self._kosongkan():
            return
        super().keyPressEvent(event)

    def _build_layout(self) -> None:
        saring = QHBoxLayout()
        saring.setSpacing(THEME.gap_s)
        for widget in (self.jenis, self.petugas, self.hari, self.kode):
            saring.addWidget(widget)
        saring.addStretch(1)
        self.kartu.isi.addLayout(saring)
        self.kartu.isi.addWidget(self.tabel, 1)
        self.kartu.isi.addWidget(self.rincian)
        tutup = tombol_teks("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        tata_jendela(self, self.kartu, (self.spanduk,), (self.hilang,), tutup)

    def muat_ulang(self) -> None:
        """Ask anew: something was written down meanwhile."""
        self._terbaca = None
        self._muat()

    def _on_hilang(self) -> None:
        self.insiden.emit(0)

    def _on_tabel_dibuka(self, baris: BarisCatatan) -> None:
        """Enter on lost data: its notice and its list once more."""
        if baris.kejadian.jenis == JenisKejadian.INSIDEN:
            self.insiden.emit(baris.kejadian.id)

    def _saring(self) -> SaringCatatan:
        """What is wanted; a day or a code that is none yet is not looked at."""
        try:
            hari = parse_tanggal(self.hari.text())
        except UserError:
            hari = None
        bagian = parse_kode_pindai(self.kode.nilai())
        return SaringCatatan(
            str(self.jenis.currentData()),
            str(self.petugas.currentData()),
            hari,
            kode_pindai(*bagian) if bagian else "",
        )

    def _kosongkan(self) -> bool:
        """Want everything again; False = nothing was narrowed down."""
        if self._saring() == SaringCatatan() and not (self.kode.text() or self.hari.text()):
            return False
        for isian in (self.jenis, self.petugas, self.hari, self.kode):
            with QSignalBlocker(isian):
                if isinstance(isian, QComboBox):
                    isian.setCurrentIndex(0)
                else:
                    isian.clear()
        self._muat()
        return True

    def _muat(self) -> None:
        """Ask anew, unless it is for the same; a half-typed day is no day."""
        saring = self._saring()
        if saring == self._terbaca:
            return
        self._terbaca = saring
        try:
            baris = self._service.list_catatan(saring, self._oleh)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.model.set_rows(baris)
        lebih = f"Tampil {BATAS_TAMPIL} yang terbaru; saring untuk yang lebih lama."
        self.kartu.set_subjudul(
            lebih if len(baris) >= BATAS_TAMPIL else "Yang terbaru di atas. Tidak dapat diubah."
        )
        if baris and self.tabel.baris() is None:
            self.tabel.pilih(_kunci(baris[0]))
        self._on_tabel_baris_dipilih(self.tabel.baris())

    def _on_tabel_baris_dipilih(self, baris: BarisCatatan | None) -> None:
        """The words that a narrow column cuts."""
        self.rincian.setText(_isi(baris) if baris is not None else "")


def _combo(nama: str, semua: str, isi: Mapping[str, str]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(nama)
    combo.addItem(semua, "")
    for kode, kata in isi.items():
        combo.addItem(kata, kode)
    return combo
