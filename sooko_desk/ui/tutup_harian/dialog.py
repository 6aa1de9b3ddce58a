"""Ctrl+T: the daily book: which days are open, what each holds, and closing it for good."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.tanggal import NAMA_HARI, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.hak_pengaturan import may_edit
from sooko_desk.services.tutup_harian import HANYA_KASI
from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_utama
from sooko_desk.ui.theme import Nada
from sooko_desk.ui.tutup_harian.isi_hari import IsiHari

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.tutup_harian import HariBuku, Persiapan
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

JUDUL = "Tutup buku harian"
SEKALI_LAGI = (
    "Sesudah ditutup, halaman ini tidak berubah lagi; yang dicatat kemudian tampil di halaman "
    "berikutnya sebagai susulan. Tekan Ctrl+Enter sekali lagi untuk menutup."
)
BUKAN_BERKAS = "Jendela ini tidak memakai pindaian. Tutup dengan Esc, lalu pindai lagi."


def _sebut_hari(h: HariBuku) -> str:
    return f"{NAMA_HARI[h.tanggal.weekday()]} {tanggal_pendek(h.tanggal)}"


def _keadaan(h: HariBuku) -> str:
    return "Terbuka" if h.ditutup is None else "Ditutup"


def _nada(h: HariBuku) -> Nada:
    return Nada.PERINGATAN if h.ditutup is None else Nada.SELESAI


def _banyak(h: HariBuku) -> str:
    return str(h.banyak)


def _urut_banyak(h: HariBuku) -> int:
    return h.banyak


def _kunci(h: HariBuku) -> dt.date:
    return h.tanggal


_KOLOM: tuple[Kolom[HariBuku], ...] = (
    Kolom("Hari", _sebut_hari, sort_key=_kunci),
    Kolom("Keadaan", _keadaan, lebar=92, chip=_nada),
    Kolom("Kejadian", _banyak, Rata.KANAN, lebar=84, sort_key=_urut_banyak),
)


class DialogTutupHarian(JendelaDaftar):
    """The days of the daily book; show it with `open()`. It frees itself after closing.

    Ctrl+Enter asks, pressed again it closes the chosen day; only the Kasi may.

    Args:
        kabar: tells here what went wrong with a print.
        pencetak: prints a day's page.
        petugas: who is at work.
        parent: the window it belongs to.
    """

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(JUDUL, kabar, pencetak, parent)
        self._service = meja.laporan.harian
        self._clock = meja.clock
        self._petugas = petugas
        self._hari: Persiapan | None = None
        self._token = ""
        self._ditanya = False
        self.kartu = Kartu("Hari", "Hari yang terbuka ditutup menurut urutannya.")
        self.model: RowTableModel[HariBuku] = RowTableModel(_KOLOM, _kunci)
        self.tabel: TabelData[HariBuku] = TabelData(self.model, "Hari")
        self.isi_hari = IsiHari()
        self.tutup_hari = tombol_utama("Tutup hari ini", "lock", "Ctrl+Enter")
        self.hak = build_label("" if may_edit(petugas) else HANYA_KASI, Peran.REDUP)
        self.kartu.isi.addWidget(self.tabel, 1)
        self.cetak.setText("Cetak halaman")
        self.cetak.setAccessibleName("Cetak halaman")
        self.susun((self.kartu, 3), (self.isi_hari, 5), bawah=(self.tutup_hari, self.hak))
        self._connect()
        self.muat_ulang()
        self.tabel.setFocus()

    def muat_ulang(self, pilih: dt.date | None = None) -> None:
        """Read the days anew.

        Args:
            pilih: the day to show; None = the one that is to be closed next, else the newest.
        """
        try:
            semua = self._service.list_hari()
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        terbuka = [h.tanggal for h in semua if h.ditutup is None]
        with QSignalBlocker(self.tabel):  # a day is read once, not at each step of choosing it
            self.model.set_rows(semua)
            self.tabel.pilih(pilih or min(terbuka, default=semua[0].tanggal))
        self._tampilkan()

    def cari_pindaian(self, _kode: str) -> str:
        """A receipt has no place here."""
        return BUKAN_BERKAS

    def mundur(self) -> bool:
        """Take the question back."""
        ditanya, self._ditanya = self._ditanya, False
        if ditanya:
            self.spanduk.sembunyikan()
        return ditanya

    def _connect(self) -> None:
        self.tabel.baris_dipilih.connect(self._on_tabel_baris_dipilih)
        self.tutup_hari.clicked.connect(self._on_tutup_hari)
        self.cetak.clicked.connect(self._on_cetak)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_tutup_hari, "Ctrl+P": self._on_cetak})

    def _tampilkan(self) -> None:
        """The chosen day on the right, and what may be done with it."""
        baris = self.tabel.baris()
        self._hari, self._ditanya, self._token = None, False, uuid.uuid4().hex
        self.isi_hari.kosongkan()
        if baris is not None:
            try:
                self._hari = self._service.siapkan(baris.tanggal)
            except OfficerError as galat:
                self.katakan(Nada.BAHAYA, str(galat))
            else:
                self.isi_hari.tampilkan(self._hari)
        self.cetak.setEnabled(self._hari is not None)
        terbuka = self._hari is not None and self._hari.hari.ditutup is None
        self.tutup_hari.setVisible(terbuka)
        self.tutup_hari.setEnabled(may_edit(self._petugas))
        if baris is not None:
            ini = baris.tanggal == hari_ini(self._clock)
            kata = "Tutup hari ini" if ini else f"Tutup {_sebut_hari(baris)}"
            self.tutup_hari.setText(kata)
            self.tutup_hari.setAccessibleName(kata)
            self.tutup_hari.updateGeometry()

    def _on_tabel_baris_dipilih(self) -> None:
        self.spanduk.sembunyikan()
        self._tampilkan()

    def _on_tutup_hari(self) -> None:
        hari = self._hari
        if hari is None or hari.hari.ditutup is not None:
            return
        if not may_edit(self._petugas):
            self.katakan(Nada.PERINGATAN, HANYA_KASI)
        elif hari.halangan:
            self.katakan(Nada.PERINGATAN, hari.halangan)
        elif not self._ditanya:
            self._ditanya = True
            self.katakan(Nada.PERINGATAN, SEKALI_LAGI)
        else:
            self._tutup(hari.hari.tanggal)

    def _tutup(self, tanggal: dt.date) -> None:
        try:
            tutup = self._service.tutup(self._token, tanggal, self._petugas)
        except OfficerError as galat:
            self.muat_ulang()
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.muat_ulang(tanggal)
        kata = f"{_sebut_hari(tutup)} sudah ditutup. Cetak halamannya (Ctrl+P), lalu tanda tangani."
        self.katakan(Nada.SELESAI, kata)

    def _on_cetak(self) -> None:
        if self._hari is not None:
            build = partial(self._service.build_dokumen, self._hari.hari.tanggal)
            self._pencetak.buka_dokumen(build, self._petugas, self)
