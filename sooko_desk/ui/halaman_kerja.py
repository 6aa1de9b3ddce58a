"""The page of work: header with the officer, the five tabs, messages of the whole program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import hari_tanggal
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.ui.daftar_tombol import DaftarTombol
from sooko_desk.ui.entri_siak import EntriSiak
from sooko_desk.ui.entri_susulan import EntriSusulan
from sooko_desk.ui.gangguan import LampuSiak
from sooko_desk.ui.ikon import ikon
from sooko_desk.ui.isian_tertinggal import IsianTertinggal, ParkiranDisk
from sooko_desk.ui.jaga.halaman import JagaHalaman
from sooko_desk.ui.jaga.lampu import Ruang
from sooko_desk.ui.jendela_lain import JendelaLain
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.simpanan_langkah import SimpananDisk
from sooko_desk.ui.tab_antrean import ENTRI_DATA, KELENGKAPAN, PENCETAKAN, TabAntrean
from sooko_desk.ui.tab_kelengkapan import TabKelengkapan
from sooko_desk.ui.tab_penerimaan import TabPenerimaan
from sooko_desk.ui.tab_register import TabRegister
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.konsep import KonsepService
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran
    from sooko_desk.ui.pencetak import Pencetak
    from sooko_desk.ui.pendamping.pendamping import Pendamping
    from sooko_desk.ui.penyimpan_konsep import PenyimpanKonsep

LEBAR_NAMA = 160
"""Most px of the officer's name: a long one must not push the buttons off a small screen."""

LEBAR_TANGGAL = 1200
"""Px of the page from which on its head has room for the date."""

Tab = TabPenerimaan | TabAntrean | TabRegister

DETAK_MS = 60_000


class HalamanKerja(QWidget):
    """All tabs of one signed-in officer.

    Signals:
        ganti_petugas(): somebody else wants to sign in.
        kunci_layar(): the officer leaves the counter for a moment.
        pulihkan(object): the register is to be restored; the Kasi whose PIN allowed it.
        tutup_layar(): a visitor leans over.
        lembar_sop(): the SOP sheets are wanted.
    """

    ganti_petugas = Signal()
    kunci_layar = Signal()
    pulihkan = Signal(object)
    tutup_layar = Signal()
    lembar_sop = Signal()

    def __init__(
        self,
        meja: Meja,
        kabar: Kabar,
        pencetak: Pencetak,
        konsep: KonsepService,
        penyimpan: PenyimpanKonsep,
        induk: QWidget,
    ) -> None:
        super().__init__(induk)
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._basi: set[int] = set()
        self.petugas: Petugas | None = None
        self._judul = build_label("Sooko Desk", PeranLabel.KARTU)
        self._judul.setMinimumWidth(1)
        self._tanggal = build_label("", PeranLabel.REDUP)
        self._tanggal.setMinimumWidth(1)  # the window may become smaller than its words need
        self._nama = build_label("", PeranLabel.TEBAL)
        self._peran = Lencana()
        self.lampu = LampuSiak(meja.gangguan, meja.clock)
        self.spanduk = Spanduk()
        self.jaga = JagaHalaman(meja.jaga, self, self.spanduk)
        self.tawaran = Spanduk()
        self.salah_pin = Spanduk()
        self.peringatan = Spanduk(tetap=True)
        self.tab = QTabWidget(self)
        # Where it will stand from the beginning: Qt works through all that a widget holds, half a
        # thousand parts here, each time that it comes into another one.
        isi_tab = self.tab.findChild(QStackedWidget)
        assert isi_tab is not None
        parkiran = ParkiranDisk(konsep, penyimpan)
        self.penerimaan = TabPenerimaan(meja, kabar, pencetak, parkiran, isi_tab)
        self.tertinggal = IsianTertinggal(
            self.penerimaan, self.tawaran, self.spanduk, konsep, penyimpan
        )
        self.kelengkapan = TabKelengkapan(meja, kabar, pencetak, isi_tab)
        self.entri_data = TabAntrean(meja, kabar, pencetak, ENTRI_DATA, isi_tab)
        self.pencetakan = TabAntrean(meja, kabar, pencetak, PENCETAKAN, isi_tab)
        self.register = TabRegister(meja, kabar, pencetak, isi_tab)
        self._semua: tuple[Tab, ...] = (
            self.penerimaan,
            self.kelengkapan,
            self.entri_data,
            self.pencetakan,
            self.register,
        )
        self.susulan = EntriSusulan(self.penerimaan, meja.blangko)
        self._lain = JendelaLain(meja, kabar, pencetak, self, self.jaga.latar)
        self._build_layout()
        self.detak = QTimer(self)
        self.detak.setInterval(DETAK_MS)
        self.detak.timeout.connect(self._on_detak_timeout)
        self.detak.start()
        self._connect()
        for tab in (self.kelengkapan, self.entri_data, self.pencetakan):
            tab.panel.simpanan = SimpananDisk(konsep, penyimpan)
        kabar.berubah.connect(self._on_kabar_berubah)

    def _connect(self) -> None:
        self.tab.currentChanged.connect(self._on_tab_current_changed)
        self.penerimaan.buka_permohonan.connect(self.buka_permohonan)
        self.register.minta_permohonan.connect(self.buka_permohonan)
        for tab in (self.kelengkapan, self.entri_data, self.pencetakan):
            tab.minta_permohonan.connect(self.buka_permohonan)
        self._lain.buka_permohonan.connect(self.buka_permohonan)
        self._lain.lembar_sop.connect(self.lembar_sop)
        self._lain.entri_susulan.connect(self.buka_kode)
        self._lain.kunci_layar.connect(self.kunci_layar)
        self._lain.pulihkan.connect(self._on_lain_pulihkan)
        self._lain.petugas_diubah.connect(self.set_petugas)
        self.penerimaan.cetak_banyak.connect(self._on_cetak_banyak)
        self.kelengkapan.lembar_kekurangan.connect(self._on_lembar_kekurangan)

    def pasang(self, pendamping: Pendamping, dunia: DuniaLampiran) -> None:
        """Bring in what belongs to the window: the strip beside SIAK, the dialogs for files."""
        EntriSiak(self.entri_data, pendamping, self.buka_permohonan)
        for tab in (self.kelengkapan, self.entri_data, self.pencetakan, self.register):
            tab.alat.dunia = dunia

    def set_petugas(self, petugas: Petugas) -> None:
        """Somebody signed in; every tab shows what this officer may do."""
        self.petugas = petugas
        self._nama.setToolTip(petugas.nama)
        self._nama.setText(
            self._nama.fontMetrics().elidedText(
                petugas.nama, Qt.TextElideMode.ElideRight, LEBAR_NAMA
            )
        )
        self._peran.set_isi(
            petugas.peran.nama, Nada.INFO if petugas.peran is Peran.OPERATOR else Nada.PROSES
        )
        self._tanggal.setText(hari_tanggal(hari_ini(self._meja.clock)))
        self._segarkan_lampu()
        self.tertinggal.set_petugas(petugas)
        self._lain.set_petugas(petugas)
        for tab in self._semua:
            tab.set_petugas(petugas)
        self._basi = set(range(len(self._semua)))
        self._segarkan()
        self.sebut_salah_pin()
        self.jaga.set_petugas(petugas, self._sebut_terlupa())

    def peringatkan(self, kalimat: str) -> None:
        """Say what stays true until the program is started in another way."""
        self.peringatan.tampilkan(Nada.PERINGATAN, kalimat)

    def buka_awal(self, peran: Peran) -> None:
        """Go where this role's day begins: the counter, or the queue of the Kasi."""
        self.tab.setCurrentWidget(self.penerimaan if peran is Peran.OPERATOR else self.kelengkapan)
        self.fokus_awal()

    def fokus_awal(self) -> None:
        """Put the caret where this tab's work begins."""
        self._semua[self.tab.currentIndex()].fokus_awal()

    def lupakan(self, *, dilepas: bool = False) -> None:
        """The window goes: let go of pictures and watchers.

        Args:
            dilepas: the register is closed for a restore, so a backup that is on ends too.
        """
        if dilepas:
            self.jaga.latar.lepas()
        for tab in (self.kelengkapan, self.entri_data, self.pencetakan):
            tab.panel.lupakan_samping()

    def tahan_tutup(self) -> str:
        """What closing should wait for: half done, and nobody was told yet; "" = nothing."""
        for tab in (self.penerimaan, self.kelengkapan):
            if kalimat := tab.tahan_tutup():
                self.tab.setCurrentWidget(tab)
                return kalimat
        return ""

    def _on_lain_pulihkan(self, kasi: Petugas) -> None:
        """Something half typed is told of once, as when the program is closed."""
        if not self.tahan_tutup():
            self.pulihkan.emit(kasi)

    def buka_permohonan(self, permohonan_id: int) -> None:
        """Go to a case: into the queue it waits in, else to its story in the register."""
        if self.petugas is None:
            return
        terbuka = self._meja.alur.buka(permohonan_id, self.petugas).terbuka
        layar = terbuka[0].layar if terbuka else ""
        for tab in (self.kelengkapan, self.entri_data, self.pencetakan):
            if layar in tab.layar:
                self.tab.setCurrentWidget(tab)
                tab.buka_permohonan(permohonan_id)
                return
        self.tab.setCurrentWidget(self.register)
        self.register.lihat(permohonan_id)

    def buka_kode(self, kode: str) -> None:
        """Go to the case whose receipt was scanned, e.g. "TB-KK-2026-00012".

        A slip of the power-cut pad that nobody has typed in yet opens the intake form.
        """
        if self.petugas is None:
            return
        temuan = self._meja.register.list_cari(kode)
        if temuan:
            self.spanduk.sembunyikan()
            self.buka_permohonan(temuan[0].id)
            return
        try:
            self.susulan.mulai(kode, self.petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
        else:
            self.spanduk.sembunyikan()
            self.tab.setCurrentWidget(self.penerimaan)
            self.fokus_awal()

    def tolak_kode(self, kalimat: str) -> None:
        """Something that is no receipt of ours was scanned."""
        if self.petugas is not None:
            self.spanduk.tampilkan(Nada.PERINGATAN, kalimat)

    def pindah_tab(self, nomor: int) -> None:
        """Show a tab by its place, from 0, ready to type."""
        self.tab.setCurrentIndex(nomor)
        self.fokus_awal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen name and date give way: the computer shows them too."""
        super().resizeEvent(event)
        self._atur_kepala()

    def _atur_kepala(self) -> None:
        lebar = self.width() >= LEBAR_TANGGAL
        self._tanggal.setVisible(lebar)
        self._judul.setVisible(lebar)
        sempit = (Ruang.SEMPIT, Ruang.TERSEMPIT) if not lebar else (Ruang.LUAS, Ruang.SEMPIT)
        self.jaga.lampu.set_ruang(sempit[self.lampu.is_gangguan])

    def _segarkan_lampu(self) -> None:
        self.lampu.segarkan()
        self.jaga.latar.lihat()
        self._atur_kepala()

    def _build_layout(self) -> None:
        for tab, judul, gambar in zip(
            self._semua,
            ("Penerimaan", "Kelengkapan", "Entri Data", "Pencetakan", "Register"),
            ("inbox", "checklist", "forms", "printer", "book"),
            strict=True,
        ):
            self.tab.addTab(tab, ikon(gambar), judul)
        self.tab.setDocumentMode(True)
        kepala = QHBoxLayout()
        kepala.setContentsMargins(THEME.gap_l, THEME.gap_s, THEME.gap_m, 0)
        kepala.setSpacing(THEME.gap_s)
        kepala.addWidget(self._judul)
        kepala.addStretch(1)
        kepala.addWidget(self.lampu)
        kepala.addWidget(self.jaga.lampu)
        kepala.addWidget(self._tanggal)
        kepala.addSpacing(THEME.gap_m)
        kepala.addWidget(self._nama)
        kepala.addWidget(self._peran)
        for teks, gambar, kunci, slot in (
            ("Ganti petugas", "switch-horizontal", "F12", self.ganti_petugas.emit),
            ("Tombol", "keyboard", "F1", self._on_daftar_tombol),
        ):
            tombol = tombol_teks(teks, gambar, kunci)
            tombol.clicked.connect(slot)
            if kunci == "F1":
                kepala.addWidget(self._lain.tombol)
            kepala.addWidget(tombol)
            pasang_pintasan(self, {kunci: slot})
        kunci_tab = [f"Ctrl+{nomor}" for nomor, _ in enumerate(self._semua, start=1)]
        pasang_pintasan(self, dict.fromkeys(kunci_tab, self._on_pintasan_tab))
        pasang_pintasan(self, {"F3": self._on_cari})
        self.lampu.clicked.connect(self._lain.buka_gangguan)
        self.jaga.lampu.clicked.connect(self._lain.buka_jaga)
        self._lain.tutup_layar.connect(self.tutup_layar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addLayout(kepala)
        layout.addWidget(self.peringatan)
        layout.addWidget(self.salah_pin)
        layout.addWidget(self.tawaran)
        layout.addWidget(self.spanduk)
        layout.addWidget(self.tab, 1)

    def _segarkan(self) -> None:
        """Reload the tab that is seen; the others wait until they are."""
        nomor = self.tab.currentIndex()
        if nomor in self._basi:
            self._basi.discard(nomor)
            self._semua[nomor].muat_ulang()
        self._hitung()

    def _hitung(self) -> None:
        for tab, ruang in (
            (self.kelengkapan, KELENGKAPAN),
            (self.entri_data, ENTRI_DATA),
            (self.pencetakan, PENCETAKAN),
        ):
            jumlah = self._meja.alur.count_antrean(ruang.layar)
            judul = f"{ruang.judul} ({jumlah})" if jumlah else ruang.judul
            self.tab.setTabText(self.tab.indexOf(tab), judul)

    def sebut_salah_pin(self) -> None:
        """The Kasi is told at each sign-in who tried a wrong PIN meanwhile."""
        try:
            kalimat = self._meja.petugas.pin.sebut_salah(self.petugas) if self.petugas else ""
        except OfficerError:
            return  # whatever else is read next tells why
        if kalimat:
            self.salah_pin.tampilkan(Nada.PERINGATAN, kalimat)
        else:
            self.salah_pin.sembunyikan()

    def _sebut_terlupa(self) -> str:
        """Of a day that nobody closed the Kasi is told, once, when signing in."""
        try:
            terlupa = self._meja.laporan.harian.find_terlupa()
        except OfficerError:
            return ""  # whatever else is read next tells why
        return f"Buku harian {hari_tanggal(terlupa)} belum ditutup (Ctrl+T)." if terlupa else ""

    def _on_detak_timeout(self) -> None:
        """A minute has gone: the date and the minutes of the queue that is seen follow."""
        if self.petugas is None:
            return
        self._tanggal.setText(hari_tanggal(hari_ini(self._meja.clock)))
        self._segarkan_lampu()
        tab = self._semua[self.tab.currentIndex()]
        if isinstance(tab, TabAntrean) and tab.isVisible():
            tab.muat_ulang()

    def _on_kabar_berubah(self, _permohonan_id: int) -> None:
        self._basi = set(range(len(self._semua)))
        self._segarkan_lampu()
        self._segarkan()

    def _on_tab_current_changed(self, _nomor: int) -> None:
        if self.petugas is not None:
            self._segarkan()

    def _on_pintasan_tab(self) -> None:
        self.pindah_tab(int(self.sender().objectName().removeprefix("Ctrl+")) - 1)

    def _on_cari(self) -> None:
        self.pindah_tab(self._semua.index(self.register))

    def _on_cetak_banyak(self, permohonan_id: list[int]) -> None:
        if self.petugas is not None and permohonan_id:
            self._pencetak.buka_tanda_bukti_bersama(permohonan_id, self.petugas, self)

    def _on_lembar_kekurangan(self, permohonan_id: list[int]) -> None:
        if self.petugas is not None and permohonan_id:
            self._pencetak.buka_lembar_kekurangan(permohonan_id, self.petugas, self)

    def _on_daftar_tombol(self) -> None:
        DaftarTombol(self).open()
