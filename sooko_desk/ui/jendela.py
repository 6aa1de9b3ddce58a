"""The main window: a frame that shows set-up, sign-in or work, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import tanggal_panjang
from sooko_desk.ui.halaman_masuk import HalamanMasuk
from sooko_desk.ui.ikon import app_icon
from sooko_desk.ui.kabar import Kabar
from sooko_desk.ui.kit.pesan_depan import tampilkan_di_depan
from sooko_desk.ui.kunci_layar import KunciLayar
from sooko_desk.ui.modul_nanti import MODUL_ALAT, MODUL_KERJA
from sooko_desk.ui.pemindai import Pemindai
from sooko_desk.ui.sampul_privasi import SampulPrivasi
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction, QCloseEvent

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.konsep import KonsepService
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak, Setelan
    from sooko_desk.ui.halaman_awal import HalamanAwal
    from sooko_desk.ui.halaman_kerja import HalamanKerja
    from sooko_desk.ui.kode_pemulihan.gerbang import GerbangKode
    from sooko_desk.ui.pencetak import Pencetak
    from sooko_desk.ui.pendamping.pendamping import Pendamping
    from sooko_desk.ui.penyimpan_konsep import PenyimpanKonsep

LEBAR_AWAL, TINGGI_AWAL = 1280, 680
LEBAR_TERKECIL, TINGGI_TERKECIL = 1000, 540
_LAMA_TUNGGU_MS = 2000
_JEDA_SIAP_MS = 150
"""After the first paint, long before six digits are typed."""
_KUNCI_UKURAN = "jendela/ukuran"
JENDELA_LAIN_TERBUKA = "Pindaian belum dibuka. Tutup dulu jendela di depan, lalu pindai lagi."
JAWAB_DULU = "Pindaian belum dibuka. Jawab dulu yang ditanyakan di layar, lalu pindai lagi."
BELUM_MASUK = "Pindaian belum dibuka. Masuk dulu dengan PIN, lalu pindai lagi."


@runtime_checkable
class PenerimaPindaian(Protocol):
    """A dialog that knows what to do with a scanned receipt."""

    def pindai(self, kode: str) -> None:
        """Take a code such as "TB-KK-2026-00012"."""


@dataclass(frozen=True, slots=True)
class AlatKerja:
    """What the page of work stands on, and signing in does not need."""

    meja: Meja
    dunia: DuniaCetak
    konsep: KonsepService


class Jendela(QMainWindow):
    """One per program.

    Sign-in is painted before anything is imported or built that only the page of work needs;
    `mulai` then makes that in pieces, so that no key of the PIN waits for all of it.

    Args:
        petugas: who may sign in.
        setelan: remembers the window's size.
        buka_alat: called once, after sign-in is painted; UserError where something is wrong.
        peringatan: stands above the tabs all day; "" = nothing.

    Attributes:
        masuk: the page of sign-in; all else is made on first use.
        dilepas: it is about to be replaced; closing asks nothing any more.

    Signals:
        siap(): all pages are made; nothing long-lived comes after this.
        gagal(str): the page of work cannot be made; the sentence for the officer.
        pulihkan(object): the register is to be restored; the Kasi whose PIN allowed it, or None.
    """

    siap = Signal()
    gagal = Signal(str)
    pulihkan = Signal(object)

    def __init__(
        self,
        petugas: PetugasService,
        setelan: Setelan,
        buka_alat: Callable[[], AlatKerja],
        peringatan: str = "",
    ) -> None:
        super().__init__()
        self._petugas = petugas
        self._setelan = setelan
        self._buka_alat = buka_alat
        self._peringatan = peringatan
        self._kabar = Kabar(self)
        self.masuk = self._build_masuk()
        self.kunci = KunciLayar(self, self._build_masuk, petugas)
        self._di_meja: Petugas | None = None
        self.dilepas = False
        self._kerja: HalamanKerja | None = None
        self._siapan = self._siapkan()
        self._tumpuk = QStackedWidget()
        self._tumpuk.addWidget(self.masuk)
        self.setCentralWidget(self._tumpuk)
        self.setWindowTitle("Sooko Desk – Pelayanan KK dan KTP Kecamatan Sooko")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(LEBAR_TERKECIL, TINGGI_TERKECIL)
        self._pulihkan_ukuran()
        self._connect()
        self.sampul = SampulPrivasi(self)
        self.pemindai = Pemindai(self)
        self.pemindai.terpindai.connect(self._on_pemindai_terpindai)
        self.pemindai.asing.connect(self._on_pemindai_asing)

    @cached_property
    def alat(self) -> AlatKerja:
        """Services and drafts, opened on first use. UserError: something is missing or wrong."""
        return self._buka_alat()

    @cached_property
    def pencetak(self) -> Pencetak:
        """Opens the print window."""
        from sooko_desk.ui.pencetak import Pencetak

        return Pencetak(self.alat.meja, self.alat.dunia, self._kabar)

    @cached_property
    def pendamping(self) -> Pendamping:
        """The companion beside SIAK."""
        from sooko_desk.ui.pendamping.pendamping import Pendamping

        meja = self.alat.meja
        return Pendamping(meja.pendamping, self._setelan, meja.clock, parent=self)

    @cached_property
    def awal(self) -> HalamanAwal:
        """The first set-up: needed on one day of the program's life."""
        from sooko_desk.ui.halaman_awal import HalamanAwal

        awal = HalamanAwal(self._petugas)
        awal.selesai.connect(self._on_awal_selesai)
        awal.pulihkan.connect(partial(self.pulihkan.emit, None))
        self._tumpuk.addWidget(awal)
        return awal

    @cached_property
    def gerbang(self) -> GerbangKode:
        """Stands before work until the recovery code is on paper."""
        from sooko_desk.ui.kode_pemulihan.gerbang import GerbangKode

        gerbang = GerbangKode(self.alat.meja.kunci_kertas, self.pencetak, self._tumpuk)
        gerbang.lewat.connect(self._buka_kerja)
        self._kabar.berubah.connect(gerbang.segarkan)
        return gerbang

    @cached_property
    def _bukti(self) -> Iterator[None]:
        """The proof of the register at the start, in pieces; what it found the light tells."""
        return self.alat.meja.jaga.rantai.periksa_awal_bertahap()

    @cached_property
    def _penyimpan(self) -> PenyimpanKonsep:
        from sooko_desk.ui.penyimpan_konsep import PenyimpanKonsep

        return PenyimpanKonsep(self.alat.konsep, self)

    @property
    def kerja(self) -> HalamanKerja:
        """The page of work, built on first use."""
        if self._kerja is None:
            from sooko_desk.ui.halaman_kerja import HalamanKerja
            from sooko_desk.ui.jam.penjaga import PenjagaJam
            from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran

            meja, konsep = self.alat.meja, self.alat.konsep
            self._kerja = HalamanKerja(
                meja, self._kabar, self.pencetak, konsep, self._penyimpan, self._tumpuk
            )
            self._kerja.pasang(self.pendamping, DuniaLampiran.dari_cetak(self.alat.dunia))
            self._kerja.ganti_petugas.connect(self._on_kerja_ganti_petugas)
            self._kerja.kunci_layar.connect(self._on_kunci_diminta)
            self._kerja.pulihkan.connect(self.pulihkan)
            self._kerja.tutup_layar.connect(self.sampul.tutup)
            self._kerja.lembar_sop.connect(self._on_kerja_lembar_sop)
            self.penjaga = PenjagaJam(meja, self._kabar, self._kerja, self._tumpuk)
            if self._peringatan:
                self._kerja.peringatkan(self._peringatan)
            if meja.rak.masalah:
                self._kerja.spanduk.tampilkan(Nada.BAHAYA, " ".join(meja.rak.masalah))
            self._tumpuk.addWidget(self._kerja)
        return self._kerja

    def mulai(self) -> None:
        """Show the first page of the day; call after `show`, so that the caret finds its place."""
        QTimer.singleShot(_JEDA_SIAP_MS, self, self._siapkan_kerja)
        if self._petugas.list_petugas():
            self._buka_masuk(None)
        else:
            self._tumpuk.setCurrentWidget(self.awal)
            self.awal.buka()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once for a half-typed form; keep the window's size for tomorrow.

        A PIN that is being checked is waited for.
        """
        if self._kerja is not None:
            kerja = self._kerja
            kalimat = "" if self.dilepas else kerja.tahan_tutup() or kerja.jaga.tahan_tutup()
            if kalimat:
                self.kunci.sebut_tertahan(kalimat)
                event.ignore()
                return
            self.pendamping.akhiri()
            self._kerja.lupakan(dilepas=self.dilepas)
            self._penyimpan.tunggu()
        self.pemindai.lepas()
        self.kunci.lepas()
        self.sampul.lepas()
        QThreadPool.globalInstance().waitForDone(_LAMA_TUNGGU_MS)
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._setelan.set(_KUNCI_UKURAN, geometry)
        super().closeEvent(event)

    def _connect(self) -> None:
        self.masuk.masuk.connect(self._on_masuk_masuk)
        self.masuk.batal.connect(self._on_masuk_batal)
        self.kunci.diminta.connect(self._on_kunci_diminta)
        self.kunci.dibuka.connect(self._on_kunci_dibuka)
        self._kabar.pesan.connect(self.tampilkan_galat)

    def _siapkan_kerja(self) -> None:
        """While the officer types the PIN: one piece, and the next after the keys that wait."""
        if self.dilepas:  # a restore was chosen before this began: the register is closed
            return
        try:
            selesai = next(self._siapan, True)
        except UserError as galat:
            self.gagal.emit(str(galat))
        else:
            if not selesai:
                QTimer.singleShot(0, self, self._siapkan_kerja)

    def _siapkan(self) -> Iterator[bool]:
        for modul in MODUL_ALAT:
            import_module(modul)
            yield False
        jaga = self.alat.meja.jaga  # early: if this fails, nobody has signed in yet
        self.masuk.sebut_entri(jaga.rantai.sebut_entri_terakhir())
        yield False
        for _ in self._bukti:
            yield False
        for modul in MODUL_KERJA:
            import_module(modul)
            yield False
        _ = self.kerja
        yield False
        self.siap.emit()

    def _pulihkan_ukuran(self) -> None:
        self.resize(LEBAR_AWAL, TINGGI_AWAL)
        if teks := self._setelan.get(_KUNCI_UKURAN):
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(teks.encode())))

    def _buka_masuk(self, sekarang: Petugas | None) -> None:
        if self._kerja is not None:
            self.pendamping.kunci()
            self.masuk.sebut_entri("")  # told at the start of the day
        self._tumpuk.setCurrentWidget(self.masuk)
        self.masuk.buka(sekarang)

    def _on_pemindai_terpindai(self, kode: str) -> None:
        """Hand the code to the dialog in front, else open its case once somebody is signed in."""
        dialog: object = QApplication.activeModalWidget()
        if self.kunci.terkunci and isinstance(dialog, QWidget):
            tampilkan_di_depan(dialog, Nada.PERINGATAN, BELUM_MASUK)
        elif isinstance(dialog, PenerimaPindaian):
            dialog.pindai(kode)
        elif isinstance(dialog, QWidget):
            tampilkan_di_depan(dialog, Nada.PERINGATAN, JENDELA_LAIN_TERBUKA)
        elif self._tumpuk.currentWidget() is self._kerja:
            self.kerja.buka_kode(kode)
        else:
            self._tolak_pindaian()

    def _tolak_pindaian(self) -> None:
        """Nobody has signed in, or a question stands before work."""
        masuk = self._tumpuk.currentWidget() is self.masuk
        tampilkan_di_depan(self, Nada.PERINGATAN, BELUM_MASUK if masuk else JAWAB_DULU)

    def _on_pemindai_asing(self, kalimat: str) -> None:
        """Say what is wrong with a scan, in front of whatever the officer looks at."""
        if (dialog := QApplication.activeModalWidget()) is not None:
            tampilkan_di_depan(dialog, Nada.PERINGATAN, kalimat)
        elif self._tumpuk.currentWidget() is self._kerja:
            self.kerja.tolak_kode(kalimat)
        else:
            self._tolak_pindaian()

    def _on_awal_selesai(self) -> None:
        self._buka_masuk(None)

    def _on_masuk_masuk(self, petugas: Petugas) -> None:
        for _ in self._bukti:
            pass  # whoever signed in faster than the proof waits: nobody works before it has ended
        self._di_meja = petugas
        self.kunci.dengar()
        self.pendamping.buka_kunci()
        if not self.gerbang.tahan(petugas):
            self._buka_kerja(petugas)

    def _buka_kerja(self, petugas: Petugas) -> None:
        pertama = self.kerja.petugas
        self._tumpuk.setCurrentWidget(self.kerja)
        self.kerja.set_petugas(petugas)
        if pertama is None or pertama.peran is not petugas.peran:
            self.kerja.buka_awal(petugas.peran)
        else:
            self.kerja.fokus_awal()
        self.gerbang.tegur(petugas, self.kerja.spanduk)
        self.penjaga.periksa()

    def _on_masuk_batal(self) -> None:
        self.pendamping.buka_kunci()
        self._tumpuk.setCurrentWidget(self.kerja)
        self.kerja.fokus_awal()
        self.penjaga.periksa()

    def _on_kerja_ganti_petugas(self) -> None:
        self._buka_masuk(self.kerja.petugas)

    def _build_masuk(self) -> HalamanMasuk:
        return HalamanMasuk(self._petugas, lambda: self.alat.meja.kunci_kertas)

    def _on_kunci_diminta(self) -> None:
        """Cover everything; on the page of sign-in only the way back is closed."""
        if self._tumpuk.currentWidget() is self.masuk:
            self.masuk.wajibkan_pin()
        elif self._di_meja is not None:
            self.pendamping.kunci()
            self.kunci.kunci(self._di_meja)

    def _on_kunci_dibuka(self, petugas: Petugas) -> None:
        """The same officer goes on where the caret is; another one signs in."""
        if self._di_meja is not None and petugas.id == self._di_meja.id:
            self.pendamping.buka_kunci()
            self.kerja.sebut_salah_pin()
        else:
            self._on_masuk_masuk(petugas)

    def _on_kerja_lembar_sop(self) -> None:
        """Offer every version of every sheet; a digit or Enter opens one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for nomor, sop in enumerate(self.alat.meja.rak.list_semua()):
            efektif = tanggal_panjang(sop.lembar.tanggal_efektif)
            aksi = menu.addAction(f"&{nomor + 1}  SOP {sop.nama_layanan}, efektif {efektif}")
            aksi.setData(nomor)
        menu.triggered.connect(self._on_menu_sop_triggered)
        menu.popup(self.kerja.mapToGlobal(self.kerja.rect().center()))

    def _on_menu_sop_triggered(self, aksi: QAction) -> None:
        if (petugas := self.kerja.petugas) is not None:
            sop = self.alat.meja.rak.list_semua()[aksi.data()]
            self.pencetak.buka_lembar_sop(sop, petugas, self)

    def tampilkan_galat(self, kalimat: str) -> None:
        """Say what went wrong outside any tab: above the tabs, and in front of what hides them."""
        if self._kerja is not None:
            self._kerja.spanduk.tampilkan(Nada.BAHAYA, kalimat)
        # A window that tells it while it closes is still the one in front.
        QTimer.singleShot(0, self, partial(self._tampilkan_di_depan, kalimat))

    def _tampilkan_di_depan(self, kalimat: str) -> None:
        """Nothing is said in front of the lock, nor twice by a list that listens itself."""
        from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar

        dialog = None if self.kunci.terkunci else QApplication.activeModalWidget()
        if isinstance(dialog, JendelaDaftar) and dialog.spanduk.teks == kalimat:
            return
        if dialog is not None or self._tumpuk.currentWidget() is not self._kerja:
            tampilkan_di_depan(dialog or self, Nada.BAHAYA, kalimat)
