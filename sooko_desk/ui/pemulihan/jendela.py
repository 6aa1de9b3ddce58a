"""The restore as a window of its own: a few steps, nothing touched before the last."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sooko_desk.data.kunci import KunciTerkunciError
from sooko_desk.domain.errors import FieldsError, OfficerError, UserError
from sooko_desk.services.pemulihan import HasilPemulihan, Keputusan
from sooko_desk.services.pemulihan_beda import Perbandingan
from sooko_desk.services.pemulihan_nomor import baca_jawaban
from sooko_desk.ui.ikon import app_icon
from sooko_desk.ui.kit.bilah_kemajuan import BilahKemajuan
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.lampiran.dunia_lampiran import pilih_folder_sistem
from sooko_desk.ui.pekerja import Pekerja
from sooko_desk.ui.pemulihan.halaman_beda import HalamanBeda
from sooko_desk.ui.pemulihan.halaman_kode import HalamanKode
from sooko_desk.ui.pemulihan.halaman_pilih import HalamanPilih
from sooko_desk.ui.pemulihan.halaman_selesai import HalamanSelesai
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from sooko_desk.data.kunci import KunciData
    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.pemulihan import PemulihanService
    from sooko_desk.services.pemulihan_daftar import Pilihan
    from sooko_desk.services.pemulihan_nomor import TanyaNomor
    from sooko_desk.ui.lampiran.dunia_lampiran import PilihFolder

JUDUL = "Pulihkan register dari cadangan"
LEBAR, TINGGI = 1080, 640


class Langkah(IntEnum):
    """The steps; the value is the page."""

    PILIH = 0
    KODE = 1
    BEDA = 2
    SELESAI = 3


_JUDUL = {
    Langkah.PILIH: (
        "1. Pilih cadangan",
        "Belum ada yang diubah. Register yang ada disimpan dulu, tidak dihapus.",
    ),
    Langkah.KODE: (
        "2. Kode pemulihan",
        "Ambil amplop kode pemulihan dari lemari, lalu ketik ketujuh kelompoknya.",
    ),
    Langkah.BEDA: ("3. Lihat yang akan hilang", ""),
    Langkah.SELESAI: ("4. Selesai", ""),
}
_TOMBOL = {
    Langkah.PILIH: ("Lanjut", "Enter"),
    Langkah.KODE: ("Buka cadangan", "Enter"),
    Langkah.BEDA: ("Pulihkan", "Ctrl+Enter"),
    Langkah.SELESAI: ("Masuk", "Enter"),
}


class JendelaPemulihan(QWidget):
    """Shown in place of the main window, while no register is open.

    Args:
        service: does it.
        petugas: the Kasi who gave the PIN; None = the PIN or the code is asked here.
        pilih_folder: asks for a folder (title, the folder until now); None when given up.

    Signals:
        berakhir(): restored, or given up; the program starts again.
    """

    berakhir = Signal()

    def __init__(
        self,
        service: PemulihanService,
        petugas: Petugas | None = None,
        pilih_folder: PilihFolder = pilih_folder_sistem,
    ) -> None:
        super().__init__()
        self._service = service
        self._petugas = petugas
        self._pilih_folder = pilih_folder
        self._dengan_kode = False
        self._jurnal_saja = False
        self._semua: tuple[Pilihan, ...] = ()
        self._kunci: KunciData | None = None
        self._beda: Perbandingan | None = None
        self._tanya: tuple[TanyaNomor, ...] = ()
        self._kata = ""
        self.pekerja = Pekerja(self)
        self.pilih = HalamanPilih()
        self.kode = HalamanKode()
        self.beda = HalamanBeda()
        self.hasil = HalamanSelesai()
        self.kartu = Kartu()
        self.tumpuk = QStackedWidget()
        self.spanduk = Spanduk()
        self.kemajuan = BilahKemajuan()
        self.lanjut = tombol_utama("Lanjut", "arrow-right", "Enter")
        self.kembali = tombol_teks("Batal", "arrow-left", "Esc")
        self._build_layout()
        self._connect()

    def mulai(self, *, jurnal: bool = False) -> None:
        """Look for backups; call when no register is open any more.

        Args:
            jurnal: go on with the journal of this computer at once.
        """
        self._jurnal_saja = jurnal
        self._ke(Langkah.PILIH)
        self._cari()

    @property
    def langkah(self) -> Langkah:
        """The step that is shown."""
        return Langkah(self.tumpuk.currentIndex())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Not while the register is being exchanged; what was only compared is forgotten."""
        if self.pekerja.sibuk:
            self.kemajuan.minta_berhenti()
            event.ignore()
            return
        if self.langkah is not Langkah.SELESAI:
            self._service.tinggalkan()
        super().closeEvent(event)

    def _build_layout(self) -> None:
        self.setWindowTitle(JUDUL)
        self.setWindowIcon(app_icon())
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        for halaman in (self.pilih, self.kode, self.beda, self.hasil):
            self.tumpuk.addWidget(halaman)
        self.kartu.isi.addWidget(self.tumpuk, 1)
        kabar = (self.kemajuan, self.spanduk)
        tata_jendela(self, self.kartu, kabar, (self.lanjut,), self.kembali)

    def _connect(self) -> None:
        self.lanjut.clicked.connect(self._on_lanjut)
        self.kembali.clicked.connect(self._on_kembali)
        self.pilih.dipilih.connect(self._on_lanjut)
        self.pilih.cari.connect(self._cari)
        self.pilih.pilih_folder.connect(self._on_pilih_folder)
        self.kode.isian.selesai.connect(self._on_lanjut)
        self.kode.isian.berubah.connect(self.spanduk.sembunyikan)
        self.beda.selesai.connect(self._on_lanjut)
        self.kemajuan.dihentikan.connect(self.pekerja.hentikan)
        self.pekerja.maju.connect(self._on_maju)
        self.pekerja.berhasil.connect(self._on_berhasil)
        self.pekerja.gagal.connect(self._on_gagal)
        self.pekerja.berakhir.connect(self._on_berakhir)
        kunci = {
            "F5": self._cari,
            "Ctrl+O": self._on_pilih_folder,
            "Ctrl+Enter": self._on_lanjut,
            "Esc": self._on_kembali,
        }
        pasang_pintasan(self, kunci)

    def _ke(self, langkah: Langkah) -> None:
        """Show a step."""
        self.tumpuk.setCurrentIndex(langkah)
        judul, sub = _JUDUL[langkah]
        self.kartu.set_judul(judul)
        self.kartu.set_subjudul(sub)
        self.spanduk.sembunyikan()
        teks, pintasan = _TOMBOL[langkah]
        self.lanjut.setText(teks)
        self.lanjut.setAccessibleName(teks)
        self.lanjut.set_pintasan(pintasan)
        self.kembali.setText("Batal" if langkah is Langkah.PILIH else "Kembali")
        self.kembali.setVisible(langkah is not Langkah.SELESAI)

    def _on_lanjut(self) -> None:
        if self.pekerja.sibuk:
            return
        lakukan = {
            Langkah.PILIH: self._pilih_cadangan,
            Langkah.KODE: self._coba_kode,
            Langkah.BEDA: self._pulihkan,
            Langkah.SELESAI: self.berakhir.emit,
        }
        lakukan[self.langkah]()

    def _on_kembali(self) -> None:
        if self.pekerja.sibuk:
            self.kemajuan.minta_berhenti()
        elif self.langkah is Langkah.PILIH:
            self._service.tinggalkan()
            self.berakhir.emit()
        elif self.langkah is not Langkah.SELESAI:
            self._ke(Langkah.PILIH)
            self.pilih.tabel.setFocus()

    # -- 1: which backup

    def _cari(self) -> None:
        if self.langkah is Langkah.PILIH:
            self._kerjakan("Mencari cadangan", lambda _k: self._service.cari)

    def _on_pilih_folder(self) -> None:
        if self.pekerja.sibuk or self.langkah is not Langkah.PILIH:
            return
        folder = self._pilih_folder("Folder cadangan", None)
        if folder is not None:
            kerja = partial(self._service.lihat, folder)
            self._kerjakan("Membaca daftar cadangan", lambda _k: kerja)

    def _pilih_cadangan(self) -> None:
        pilihan = self.pilih.pilihan()
        if pilihan is None:
            self._katakan("Pilih cadangan dulu. Belum ada? Tekan F5 sesudah memasang flashdisk.")
        elif pilihan.halangan:
            self._katakan(pilihan.halangan)
        else:
            try:
                self._kunci = self._service.buka_kunci(pilihan)
            except KunciTerkunciError as galat:
                self._minta_kode(galat)
            except UserError as galat:
                self._katakan(str(galat))
            else:
                self._dengan_kode = False
                self._bandingkan(pilihan)

    # -- 2: the code on paper

    def _minta_kode(self, galat: KunciTerkunciError) -> None:
        if galat.kertas is None:
            self._katakan(str(galat))
            return
        self._ke(Langkah.KODE)
        self.kode.buka(str(galat))

    def _coba_kode(self) -> None:
        pilihan = self.pilih.pilihan()
        assert pilihan is not None
        try:
            kode = self.kode.isian.teks()
            self._kunci = self._service.buka_kunci_dengan_kode(pilihan, kode)
        except UserError as galat:
            self._katakan(str(galat))
        else:
            self._dengan_kode = True
            self._bandingkan(pilihan)

    # -- 3: what would vanish

    def _bandingkan(self, pilihan: Pilihan) -> None:
        assert self._kunci is not None
        kerja = partial(self._service.bandingkan, pilihan, self._kunci)
        self._kerjakan("Memeriksa cadangan", lambda k: partial(kerja, k))

    def _pulihkan(self) -> None:
        assert self._beda is not None
        try:
            sampai = baca_jawaban(self._tanya, self.beda.teks_nomor())
        except FieldsError as galat:
            self.beda.tandai(self._tanya, galat.per_field)
            return
        keputusan = Keputusan(self.beda.susulkan.isChecked(), sampai, self._petugas)
        pin = "" if self.beda.pin.isHidden() else self.beda.pin.input.text()
        if not pin and not self.beda.pin.isHidden():
            self.beda.pin.set_pesan(Nada.BAHAYA, "Ketik PIN Kasi dulu.")
            self.beda.pin.input.setFocus()
            return
        kerja = partial(self._kerja_pulihkan, self._beda, keputusan, pin)
        self._kerjakan("Memulihkan", lambda k: partial(kerja, k))

    def _kerja_pulihkan(
        self, beda: Perbandingan, keputusan: Keputusan, pin: str, kemajuan: Kemajuan
    ) -> HasilPemulihan:
        """On the worker thread."""
        if pin:
            petugas = self._service.check_pin(beda, pin)
            keputusan = Keputusan(keputusan.susulkan, keputusan.sampai, petugas)
        return self._service.pulihkan(beda, keputusan, kemajuan)

    # -- work in the background

    def _kerjakan(self, kata: str, siapkan: Callable[[Kemajuan], Callable[[], object]]) -> None:
        if self.pekerja.sibuk:
            return
        self._kata = kata
        self.spanduk.sembunyikan()
        self.kemajuan.mulai(f"{kata}…")
        self._set_boleh(boleh=False)
        self.pekerja.jalankan(siapkan)

    def _set_boleh(self, *, boleh: bool) -> None:
        for satu in (self.lanjut, self.tumpuk):
            satu.setEnabled(boleh)

    def _on_maju(self, selesai: int, semua: int) -> None:
        self.kemajuan.maju(f"{self._kata}: {selesai} dari {semua}", selesai, semua)

    def _on_berhasil(self, hasil: object) -> None:
        if isinstance(hasil, Perbandingan):
            self._tampilkan_beda(hasil)
        elif isinstance(hasil, HasilPemulihan):
            self.hasil.tampilkan(hasil)
            self._ke(Langkah.SELESAI)
        elif isinstance(hasil, tuple):
            self._tampilkan_pilihan(hasil)

    def _tampilkan_pilihan(self, semua: tuple[Pilihan, ...]) -> None:
        self.pilih.tampilkan(semua)

    def _tampilkan_beda(self, beda: Perbandingan) -> None:
        self._beda = beda
        try:
            self._tanya = self._service.list_tanya(beda)
        except OfficerError as galat:
            self._katakan(str(galat))
            return
        self._ke(Langkah.BEDA)
        minta_pin = self._petugas is None and not self._dengan_kode
        self.beda.tampilkan(beda, self._tanya, minta_pin=minta_pin)

    def _on_gagal(self, kalimat: str) -> None:
        self.spanduk.tampilkan(Nada.INFO if self.kemajuan.berhenti else Nada.BAHAYA, kalimat)
        self.beda.pin.input.clear()

    def _on_berakhir(self) -> None:
        self.kemajuan.selesai()
        self._set_boleh(boleh=True)
        fokus = {
            Langkah.PILIH: self.pilih.tabel.setFocus,
            Langkah.KODE: self.kode.isian.setFocus,
            Langkah.BEDA: self._fokus_beda,
            Langkah.SELESAI: self.lanjut.setFocus,
        }
        fokus[self.langkah]()
        if self._jurnal_saja and self.langkah is Langkah.PILIH:
            self._jurnal_saja = False
            self._on_lanjut()

    def _fokus_beda(self) -> None:
        if self.beda.nomor or not self.beda.pin.isHidden():
            self.beda.fokus()
        else:
            self.lanjut.setFocus()

    def _katakan(self, kalimat: str) -> None:
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)
