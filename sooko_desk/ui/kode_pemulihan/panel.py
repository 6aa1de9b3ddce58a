"""The ceremony of the recovery code: read it, put it on paper, type three groups back.

No file and no clipboard ever holds the code; it lives in this panel until it is confirmed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.kode_pemulihan import list_kelompok
from sooko_desk.services.cetak_kode import sebut_register
from sooko_desk.ui.kit.isian_kode import IsianKode
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kunci_kertas import KodeBaru, KunciKertasService

JUDUL = "Kode pemulihan"
LEBAR = 860
_UNTUK_APA = (
    "Kalau komputer ini rusak, hilang, atau Windows-nya dipasang ulang, register dan cadangannya "
    "hanya dapat dibuka dengan kode ini. Cetak dua lembar, masukkan ke dua amplop tersegel, simpan "
    "di dua tempat."
)
_SESUDAH = (
    "Sekarang masukkan kedua lembar ke amplop, segel, dan tulis tanggalnya. Satu disimpan Kasi di "
    "lemari terkunci, satu di tempat lain. Kode ini tidak dapat ditampilkan lagi, hanya diganti."
)
_TAMPIL, _ULANG, _SUDAH = range(3)


class PanelKode(QWidget):
    """Goes through the ceremony; `mulai` begins it.

    Args:
        service: makes and confirms codes.
        cetak: shows the sheet to print; False = it could not, and said why.
        nanti: words of the button that puts it off.

    Signals:
        selesai(): the code is confirmed, and the officer has read where the paper belongs.
        ditunda(): not now.
    """

    selesai = Signal()
    ditunda = Signal()

    def __init__(
        self,
        service: KunciKertasService,
        cetak: Callable[[KodeBaru], bool],
        nanti: str = "Nanti saja",
    ) -> None:
        super().__init__()
        self._service = service
        self._cetak = cetak
        self._petugas: Petugas | None = None
        self._kode: KodeBaru | None = None
        self._kotak = [build_label("", Peran.KODE) for _ in range(7)]
        self._asal = build_label("", Peran.REDUP)
        self._sesudah = build_label(_SESUDAH)
        self.isian = IsianKode((1,))
        self.spanduk = Spanduk()
        self.cetak = tombol_utama("Cetak dua lembar", "printer", "Ctrl+P")
        self.lanjut = tombol_kedua("Sudah di kertas, lanjut", "arrow-right", "Ctrl+Enter")
        self.nanti = tombol_teks(nanti, "x", "Esc")
        self.kukuhkan = tombol_utama("Kukuhkan kode", "check", "Enter")
        self.lihat = tombol_teks("Lihat kodenya lagi", "arrow-left", "Alt+Kiri")
        self.akhiri = tombol_utama("Selesai", "check", "Enter")
        self._isi_ulang = QVBoxLayout()
        self._tumpuk = QStackedWidget()
        self._build_layout()
        self._connect()

    def mulai(self, petugas: Petugas) -> None:
        """Make a new code for the Kasi; what was begun before is forgotten."""
        self._petugas = petugas
        self._tumpuk.setCurrentIndex(_TAMPIL)
        self.spanduk.sembunyikan()
        try:
            self._kode = kode = self._service.terbitkan()
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        for label, kelompok in zip(self._kotak, list_kelompok(kode.kode), strict=True):
            label.setText(kelompok)
        self._asal.setText(f"Kode nomor {kode.nomor}, register {sebut_register(kode.kantor)}")
        self._siapkan_ulang(kode)
        self.cetak.setFocus()

    def lupakan(self) -> None:
        """Let go of the code."""
        self._kode = None
        for label in self._kotak:
            label.clear()
        self.isian.kosongkan()

    def _build_layout(self) -> None:
        kartu = Kartu(JUDUL, _UNTUK_APA)
        kartu.isi.setSpacing(THEME.gap_m)
        kartu.isi.addWidget(self.spanduk)
        kartu.isi.addWidget(self._tumpuk)
        for isi in (self._tampilan(), self._ketikan(), self._penutup()):
            self._tumpuk.addWidget(isi)
        kartu.setFixedWidth(LEBAR)
        # Not by alignment: that asks the card for its height before its words are wrapped.
        tengah = QHBoxLayout()
        tengah.addStretch(1)
        tengah.addWidget(kartu)
        tengah.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(tengah)
        layout.addStretch(3)

    def _tampilan(self) -> QWidget:
        baris = QHBoxLayout()
        baris.setSpacing(THEME.gap_s)
        for nomor, label in enumerate(self._kotak, start=1):
            kolom = QVBoxLayout()
            kolom.setSpacing(THEME.gap_xs)
            kolom.addWidget(build_label(f"Kelompok {nomor}", Peran.LABEL))
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            kolom.addWidget(label)
            baris.addLayout(kolom, 1)
        return _halaman(baris, self._asal, _tombol(self.cetak, self.lanjut, self.nanti))

    def _ketikan(self) -> QWidget:
        ajakan = build_label("Ketik tiga kelompok ini dari kertasnya.", Peran.TEBAL)
        return _halaman(ajakan, self._isi_ulang, _tombol(self.kukuhkan, self.lihat))

    def _penutup(self) -> QWidget:
        self._sesudah.setWordWrap(True)
        return _halaman(self._sesudah, _tombol(self.akhiri))

    def _connect(self) -> None:
        self.cetak.clicked.connect(self._on_cetak)
        self.lanjut.clicked.connect(self._on_lanjut)
        self.nanti.clicked.connect(self._on_nanti)
        self.kukuhkan.clicked.connect(self._on_kukuhkan)
        self.lihat.clicked.connect(self._on_lihat)
        self.akhiri.clicked.connect(self._on_akhiri)
        kunci = {
            "Ctrl+P": self._on_cetak,
            "Ctrl+Enter": self._on_lanjut,
            "Alt+Left": self._on_lihat,
            "Esc": self._on_nanti,
        }
        pasang_pintasan(self, kunci, DI_BAGIAN)

    def _siapkan_ulang(self, kode: KodeBaru) -> None:
        """Other groups each time: nobody types them from the day before."""
        lama, self.isian = self.isian, IsianKode(self._service.minta_ulang(kode))
        self._isi_ulang.removeWidget(lama)
        lama.deleteLater()
        self._isi_ulang.addWidget(self.isian)
        self.isian.selesai.connect(self._on_kukuhkan)
        self.isian.berubah.connect(self.spanduk.sembunyikan)

    def _on_cetak(self) -> None:
        if self._kode is None or self._tumpuk.currentIndex() != _TAMPIL:
            return
        if self._cetak(self._kode):
            self.lanjut.setFocus()

    def _on_lanjut(self) -> None:
        if self._kode is not None and self._tumpuk.currentIndex() == _TAMPIL:
            self._tumpuk.setCurrentIndex(_ULANG)
            self.isian.kosongkan()

    def _on_lihat(self) -> None:
        if self._tumpuk.currentIndex() == _ULANG:
            self.spanduk.sembunyikan()
            self._tumpuk.setCurrentIndex(_TAMPIL)
            self.lanjut.setFocus()

    def _on_nanti(self) -> None:
        if self._tumpuk.currentIndex() == _ULANG:
            self._on_lihat()
        elif self._tumpuk.currentIndex() == _TAMPIL:
            self.lupakan()
            self.ditunda.emit()
        else:
            self._on_akhiri()

    def _on_kukuhkan(self) -> None:
        if self._kode is None or self._petugas is None:
            return
        try:
            self._service.kukuhkan(self._kode, self.isian.nilai(), self._petugas)
        except FieldsError as galat:
            salah = sorted(int(nama.rpartition("_")[2]) for nama in galat.per_field)
            self.spanduk.tampilkan(Nada.BAHAYA, _sebut_salah(salah))
            self.isian.sorot(salah[0])
            return
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.spanduk.tampilkan(
            Nada.SELESAI, f"Kode pemulihan nomor {self._kode.nomor} sudah dikukuhkan."
        )
        self.lupakan()
        self._tumpuk.setCurrentIndex(_SUDAH)
        self.akhiri.setFocus()

    def _on_akhiri(self) -> None:
        self.spanduk.sembunyikan()
        self.selesai.emit()


def _sebut_salah(salah: list[int]) -> str:
    """Name the groups that were typed otherwise than they stand on the paper."""
    *awal, akhir = map(str, salah)
    nomor = f"{', '.join(awal)} dan {akhir}" if awal else akhir
    return f"Kelompok {nomor} tidak sama dengan kertasnya. Ketik lagi dari kertas itu."


def _halaman(*isi: QWidget | QHBoxLayout | QVBoxLayout) -> QWidget:
    halaman = QWidget()
    layout = QVBoxLayout(halaman)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(THEME.gap_m)
    for satu in isi:
        if isinstance(satu, QWidget):
            layout.addWidget(satu)
        else:
            layout.addLayout(satu)
    layout.addStretch(1)
    return halaman


def _tombol(*tombol: QWidget) -> QHBoxLayout:
    baris = QHBoxLayout()
    baris.setSpacing(THEME.gap_s)
    for satu in tombol:
        baris.addWidget(satu)
    baris.addStretch(1)
    return baris
