"""The main window: a frame that shows set-up, sign-in or work, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from sooko_desk.domain.tanggal import tanggal_panjang
from sooko_desk.ui.halaman_awal import HalamanAwal
from sooko_desk.ui.halaman_masuk import HalamanMasuk
from sooko_desk.ui.ikon import app_icon
from sooko_desk.ui.kabar import Kabar
from sooko_desk.ui.kit.pesan_depan import tampilkan_di_depan
from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran
from sooko_desk.ui.pemindai import Pemindai
from sooko_desk.ui.pencetak import Pencetak
from sooko_desk.ui.pendamping.pendamping import Pendamping
from sooko_desk.ui.penyimpan_konsep import PenyimpanKonsep
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.konsep import KonsepService
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak
    from sooko_desk.ui.halaman_kerja import HalamanKerja

LEBAR_AWAL, TINGGI_AWAL = 1280, 680
LEBAR_TERKECIL, TINGGI_TERKECIL = 1000, 540
_LAMA_TUNGGU_MS = 2000
_JEDA_SIAP_MS = 150
"""After the first paint, long before six digits are typed."""
_KUNCI_UKURAN = "jendela/ukuran"
JENDELA_LAIN_TERBUKA = "Pindaian belum dibuka. Tutup dulu jendela di depan, lalu pindai lagi."
BELUM_MASUK = "Pindaian belum dibuka. Masuk dulu dengan PIN, lalu pindai lagi."


@runtime_checkable
class PenerimaPindaian(Protocol):
    """A dialog that knows what to do with a scanned receipt."""

    def pindai(self, kode: str) -> None:
        """Take a code such as "TB-KK-2026-00012"."""


class Jendela(QMainWindow):
    """One per program.

    Attributes:
        awal, masuk, kerja: the three pages.
        pencetak: opens the print window.

    Signals:
        siap(): all pages are made; nothing long-lived comes after this.
    """

    siap = Signal()

    def __init__(self, meja: Meja, dunia: DuniaCetak, konsep: KonsepService) -> None:
        super().__init__()
        self._meja = meja
        self._konsep = konsep
        self._penyimpan = PenyimpanKonsep(konsep, self)
        self._dunia = dunia
        self._setelan = dunia.setelan
        self._kabar = Kabar(self)
        self.pendamping = Pendamping(meja.pendamping, dunia.setelan, meja.clock, parent=self)
        self.pencetak = Pencetak(meja, dunia, self._kabar)
        self.awal = HalamanAwal(meja.petugas)
        self.masuk = HalamanMasuk(meja.petugas)
        self._kerja: HalamanKerja | None = None
        self._tumpuk = QStackedWidget()
        self._tumpuk.addWidget(self.awal)
        self._tumpuk.addWidget(self.masuk)
        self.setCentralWidget(self._tumpuk)
        self.setWindowTitle("Sooko Desk – Pelayanan KK dan KTP Kecamatan Sooko")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(LEBAR_TERKECIL, TINGGI_TERKECIL)
        self._pulihkan_ukuran()
        self._connect()
        self.pemindai = Pemindai(self)
        self.pemindai.terpindai.connect(self._on_pemindai_terpindai)
        self.pemindai.asing.connect(self._on_pemindai_asing)

    @property
    def kerja(self) -> HalamanKerja:
        """The page of work, built on first use: the sign-in page is on the screen before it."""
        if self._kerja is None:
            from sooko_desk.ui.halaman_kerja import HalamanKerja

            self._kerja = HalamanKerja(
                self._meja, self._kabar, self.pencetak, self._konsep, self._penyimpan
            )
            self._kerja.pasang(self.pendamping, DuniaLampiran.dari_cetak(self._dunia))
            self._kerja.ganti_petugas.connect(self._on_kerja_ganti_petugas)
            self._kerja.lembar_sop.connect(self._on_kerja_lembar_sop)
            if self._meja.rak.masalah:
                self._kerja.spanduk.tampilkan(Nada.BAHAYA, " ".join(self._meja.rak.masalah))
            self._tumpuk.addWidget(self._kerja)
        return self._kerja

    def mulai(self) -> None:
        """Show the first page of the day; call after `show`, so that the caret finds its place."""
        QTimer.singleShot(_JEDA_SIAP_MS, self, self._siapkan_kerja)
        if self._meja.petugas.list_petugas():
            self._buka_masuk(None)
        else:
            self._tumpuk.setCurrentWidget(self.awal)
            self.awal.buka()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once for a half-typed form; keep the window's size for tomorrow.

        A PIN that is being checked is waited for.
        """
        if self._kerja is not None and self._kerja.tahan_tutup():
            event.ignore()
            return
        self.pendamping.akhiri()
        if self._kerja is not None:
            self._kerja.lupakan()
        self.pemindai.lepas()
        self._penyimpan.tunggu()
        QThreadPool.globalInstance().waitForDone(_LAMA_TUNGGU_MS)
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._setelan.set(_KUNCI_UKURAN, geometry)
        super().closeEvent(event)

    def _connect(self) -> None:
        self.awal.selesai.connect(self._on_awal_selesai)
        self.masuk.masuk.connect(self._on_masuk_masuk)
        self.masuk.batal.connect(self._on_masuk_batal)
        self._kabar.pesan.connect(self.tampilkan_galat)

    def _siapkan_kerja(self) -> None:
        """While the officer types the PIN."""
        _ = self.kerja
        self.siap.emit()

    def _pulihkan_ukuran(self) -> None:
        self.resize(LEBAR_AWAL, TINGGI_AWAL)
        if teks := self._setelan.get(_KUNCI_UKURAN):
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(teks.encode())))

    def _buka_masuk(self, sekarang: Petugas | None) -> None:
        self.pendamping.kunci()
        self._tumpuk.setCurrentWidget(self.masuk)
        self.masuk.buka(sekarang)

    def _on_pemindai_terpindai(self, kode: str) -> None:
        """Hand the code to the dialog in front, else open its case once somebody is signed in."""
        dialog: object = QApplication.activeModalWidget()
        if isinstance(dialog, PenerimaPindaian):
            dialog.pindai(kode)
        elif isinstance(dialog, QWidget):
            tampilkan_di_depan(dialog, Nada.PERINGATAN, JENDELA_LAIN_TERBUKA)
        elif self._tumpuk.currentWidget() is self._kerja:
            self.kerja.buka_kode(kode)
        else:
            tampilkan_di_depan(self, Nada.PERINGATAN, BELUM_MASUK)

    def _on_pemindai_asing(self, kalimat: str) -> None:
        """Say what is wrong with a scan, in front of whatever the officer looks at."""
        if (dialog := QApplication.activeModalWidget()) is not None:
            tampilkan_di_depan(dialog, Nada.PERINGATAN, kalimat)
        elif self._tumpuk.currentWidget() is self._kerja:
            self.kerja.tolak_kode(kalimat)
        else:
            tampilkan_di_depan(self, Nada.PERINGATAN, BELUM_MASUK)

    def _on_awal_selesai(self) -> None:
        self._buka_masuk(None)

    def _on_masuk_masuk(self, petugas: Petugas) -> None:
        self.pendamping.buka_kunci()
        pertama = self.kerja.petugas
        self._tumpuk.setCurrentWidget(self.kerja)
        self.kerja.set_petugas(petugas)
        if pertama is None or pertama.peran is not petugas.peran:
            self.kerja.buka_awal(petugas.peran)
        else:
            self.kerja.fokus_awal()

    def _on_masuk_batal(self) -> None:
        self.pendamping.buka_kunci()
        self._tumpuk.setCurrentWidget(self.kerja)
        self.kerja.fokus_awal()

    def _on_kerja_ganti_petugas(self) -> None:
        self._buka_masuk(self.kerja.petugas)

    def _on_kerja_lembar_sop(self) -> None:
        """Offer every version of every sheet; a digit or Enter opens one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for nomor, sop in enumerate(self._meja.rak.list_semua()):
            efektif = tanggal_panjang(sop.lembar.tanggal_efektif)
            aksi = menu.addAction(f"&{nomor + 1}  SOP {sop.nama_layanan}, efektif {efektif}")
            aksi.setData(nomor)
        menu.triggered.connect(self._on_menu_sop_triggered)
        menu.popup(self.kerja.mapToGlobal(self.kerja.rect().center()))

    def _on_menu_sop_triggered(self, aksi: QAction) -> None:
        if (petugas := self.kerja.petugas) is not None:
            sop = self._meja.rak.list_semua()[aksi.data()]
            self.pencetak.buka_lembar_sop(sop, petugas, self)

    def tampilkan_galat(self, kalimat: str) -> None:
        """Say above the tabs that something outside any tab went wrong."""
        self.kerja.spanduk.tampilkan(Nada.BAHAYA, kalimat)
