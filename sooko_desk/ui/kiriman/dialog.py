"""Ctrl+K: batches for Dispendukcapil go out here, and what comes back is ticked off here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.services.kiriman import KirimanBerubahError
from sooko_desk.ui.kiriman.baris import SEMUA
from sooko_desk.ui.kiriman.halaman_siap import HalamanSiap
from sooko_desk.ui.kiriman.halaman_terkirim import HalamanTerkirim
from sooko_desk.ui.kiriman.pencatat import PencatatTanda
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.kiriman import Kiriman
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kiriman import PapanKiriman
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

JUDUL = "Daftar pengiriman"
LEBAR, TINGGI = 1180, 680
SIAP, TERKIRIM = 0, 1
PILIH_DAFTAR = "Pilih dulu satu daftar di kiri."


class DialogKiriman(QDialog):
    """Show it with `open()`. It frees itself after closing.

    Enter alone never stores anything on the first page; on the second a digit does, and Ctrl+Z
    takes it back.

    Args:
        kabar: hears once of every act.
        pencetak: prints and saves the lists.
        petugas: who is at work.
        parent: the window it belongs to.
    """

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, petugas: Petugas, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kiriman = meja.kiriman
        self._kabar = kabar
        self._pencetak = pencetak
        self._petugas = petugas
        self._papan: PapanKiriman | None = None
        self._aksi: Callable[[], None] | None = None
        nama_desa = {d.kode: d.nama for d in meja.tabel.desa}
        self.siap = HalamanSiap(nama_desa)
        self.terkirim = HalamanTerkirim(nama_desa)
        self.tanda = PencatatTanda(meja.kiriman.tanda, self.terkirim, petugas, meja.clock)
        self.tab = QTabWidget()
        self.spanduk = Spanduk()
        self.cetak = tombol_kedua("Cetak daftar", "printer", "Ctrl+P")
        self.xlsx = tombol_kedua("Simpan lembar kerja", "download", "Ctrl+S")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self._build_layout()
        self._connect()
        self.muat_ulang()
        self._buka_halaman(SIAP if self.siap.daftar.model.rowCount() else TERKIRIM)

    def muat_ulang(self) -> None:
        """Read both pages anew; what is chosen, ticked and typed stays."""
        try:
            siap = self._kiriman.list_siap()
            self.siap.set_baris(siap, self._kiriman.list_isian(siap))
            self._papan = self._kiriman.baca_papan()
        except OfficerError as galat:
            self._katakan(Nada.BAHAYA, str(galat))
            return
        self.terkirim.set_papan(self._papan)
        self._muat_isi(self.terkirim.kiriman_id())
        for nomor, banyak in ((SIAP, len(siap)), (TERKIRIM, len(self._papan.di_luar))):
            judul = ("Siap dikirim", "Sudah dikirim")[nomor]
            self.tab.setTabText(nomor, f"{judul} ({banyak})" if banyak else judul)

    def pindai(self, kode: str) -> None:
        """A receipt was scanned while this window is in front: its case is ticked.

        Among the cases to send, else among those that are out.

        Args:
            kode: e.g. "TB-KTP-2026-00012".
        """
        if self.tanda.is_bertanya() or self._papan is None:
            self._katakan(Nada.PERINGATAN, f"{kode} belum dipilih. Simpan dulu isian di bawah.")
            return
        for r in self._kiriman.list_siap():
            if r.kode_pindai == kode:
                self._buka_halaman(SIAP)
                self.siap.daftar.centang(r.id)
                self.siap.daftar.fokus()
                return
        for baris in self._papan.di_luar:
            if baris.ringkasan.kode_pindai == kode:
                self._centang_di_luar(baris.ringkasan.id)
                return
        self._katakan(
            Nada.PERINGATAN, f"{kode} tidak menunggu dikirim dan tidak ada di Dispendukcapil."
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes one step back: form, right-hand side, what is searched, window."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        daftar = self.siap.daftar if self.tab.currentIndex() == SIAP else self.terkirim.isi
        if self.tanda.is_bertanya():
            self.tanda.tinggalkan()
        elif daftar.cari.text():
            daftar.bersihkan()
            daftar.cari.setFocus()
        elif self.tab.currentIndex() == TERKIRIM and self.terkirim.is_di_isi():
            self.terkirim.fokus_awal()
        else:
            self.reject()

    def _build_layout(self) -> None:
        self.setWindowTitle(JUDUL)
        self.resize(QSize(LEBAR, TINGGI).boundedTo(self.screen().availableSize()))
        self.tab.setDocumentMode(True)
        self.tab.addTab(self.siap, "Siap dikirim")
        self.tab.addTab(self.terkirim, "Sudah dikirim")
        bawah = QHBoxLayout()
        bawah.setSpacing(THEME.gap_s)
        bawah.addWidget(self.cetak)
        bawah.addWidget(self.xlsx)
        bawah.addStretch(1)
        bawah.addWidget(self.tutup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_s, THEME.gap_m, THEME.gap_m)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.tab, 1)
        layout.addWidget(self.spanduk)
        layout.addLayout(bawah)

    def _connect(self) -> None:
        self.siap.diminta.connect(self._on_siap_diminta)
        self.terkirim.daftar_dipilih.connect(self._muat_isi)
        self.tanda.tersimpan.connect(self._on_tanda_tersimpan)
        self.tanda.ditolak.connect(self._on_tanda_ditolak)
        self.spanduk.aksi_dipilih.connect(self._on_spanduk_aksi)
        self.spanduk.ditutup.connect(self._on_spanduk_ditutup)
        self.tab.currentChanged.connect(self._on_tab_current_changed)
        self.cetak.clicked.connect(self._on_cetak)
        self.xlsx.clicked.connect(self._on_xlsx)
        self.tutup.clicked.connect(self.reject)
        self.finished.connect(self._on_finished)
        self._kabar.pesan.connect(self._on_kabar_pesan)
        for kunci, slot in (
            ("Ctrl+Return", self._on_ctrl_enter),
            ("Ctrl+Enter", self._on_ctrl_enter),
            ("Ctrl+Z", self.tanda.urungkan),
            ("Ctrl+P", self._on_cetak),
            ("Ctrl+S", self._on_xlsx),
            ("Ctrl+1", self._on_ctrl_1),
            ("Ctrl+2", self._on_ctrl_2),
        ):
            pintasan = QShortcut(QKeySequence(kunci), self)
            pintasan.setAutoRepeat(False)
            pintasan.activated.connect(slot)

    def _buka_halaman(self, nomor: int) -> None:
        self.tab.setCurrentIndex(nomor)
        self._on_tab_current_changed(nomor)
        (self.siap, self.terkirim)[nomor].fokus_awal()

    def _katakan(
        self, nada: Nada, kalimat: str, tombol: str = "", aksi: Callable[[], None] | None = None
    ) -> None:
        """Say one sentence; what the banner offered before is over with it."""
        self._aksi = aksi
        self.spanduk.tampilkan(nada, kalimat, tombol)

    def _muat_isi(self, kiriman_id: int) -> None:
        """Show the cases of the chosen list."""
        if self._papan is None or kiriman_id == SEMUA:
            self.terkirim.set_isi(self._papan.di_luar if self._papan else ())
            return
        try:
            baris = self._kiriman.list_baris(kiriman_id) if kiriman_id > 0 else ()
        except OfficerError as galat:
            self._katakan(Nada.BAHAYA, str(galat))
            baris = ()
        self.terkirim.set_isi(baris)

    def _centang_di_luar(self, permohonan_id: int) -> None:
        """Tick a case that is out: on the list that is shown, else among all that are out."""
        self._buka_halaman(TERKIRIM)
        if not self.terkirim.isi.centang(permohonan_id):
            self.terkirim.pilih(SEMUA)
            self.terkirim.isi.centang(permohonan_id)
        self.terkirim.isi.fokus()

    def _on_siap_diminta(self) -> None:
        borang = self.siap.borang
        perintah = self.siap.perintah()
        try:
            kiriman = self._kiriman.kirim(perintah, self._petugas)
        except FieldsError as galat:
            borang.set_galat(galat.per_field)
        except KirimanBerubahError as galat:
            self._tawarkan_sisa(galat)
        except OfficerError as galat:
            self.muat_ulang()
            self._katakan(Nada.BAHAYA, str(galat))
        else:
            self._tuntaskan(kiriman, perintah.permohonan_id[0])

    def _tawarkan_sisa(self, galat: KirimanBerubahError) -> None:
        """Nothing was stored: the cases that changed leave the choice, the rest may go."""
        self.muat_ulang()
        if self.siap.daftar.dicentang():
            sisa = "Keluarkan dan kirim sisanya (Ctrl+Enter)"
            self._katakan(Nada.BAHAYA, str(galat), sisa, self._on_siap_diminta)
        else:
            self._katakan(Nada.BAHAYA, str(galat))

    def _tuntaskan(self, kiriman: Kiriman, permohonan_id: int) -> None:
        """Stored: the list is shown, ready to be printed."""
        self.siap.terkirim()
        self.muat_ulang()
        self._buka_halaman(TERKIRIM)
        self.terkirim.pilih(kiriman.id)
        self._katakan(
            Nada.SELESAI,
            f"{kiriman.nomor} tersimpan: {kiriman.banyak} permohonan dikirim.",
            "Cetak daftar (Ctrl+P)",
            self._on_cetak,
        )
        self._kabar.berubah.emit(permohonan_id)

    def _on_tanda_tersimpan(self, kalimat: str, permohonan_id: int, dapat_urung: bool) -> None:
        self.terkirim.isi.lepas()
        self.muat_ulang()
        urung = "Urungkan (Ctrl+Z)" if dapat_urung else ""
        self._katakan(Nada.SELESAI, kalimat, urung, self.tanda.urungkan if dapat_urung else None)
        self._kabar.berubah.emit(permohonan_id)

    def _on_tanda_ditolak(self, kalimat: str) -> None:
        self.muat_ulang()
        self._katakan(Nada.BAHAYA, kalimat)

    def _on_ctrl_enter(self) -> None:
        if self.tab.currentIndex() == SIAP:
            self._on_siap_diminta()
        else:
            self.tanda.simpan()

    def _on_ctrl_1(self) -> None:
        self._buka_halaman(SIAP)

    def _on_ctrl_2(self) -> None:
        self._buka_halaman(TERKIRIM)

    def _on_tab_current_changed(self, nomor: int) -> None:
        for tombol in (self.cetak, self.xlsx):
            tombol.setVisible(nomor == TERKIRIM)

    def _on_cetak(self) -> None:
        if (kiriman_id := self._get_daftar()) is not None:
            self._pencetak.buka_kiriman(kiriman_id, self._petugas, self)

    def _on_xlsx(self) -> None:
        if (kiriman_id := self._get_daftar()) is None:
            return
        try:
            path = self._pencetak.simpan_kiriman_xlsx(kiriman_id, self._petugas)
        except OfficerError as galat:
            self._katakan(Nada.BAHAYA, str(galat))
            return
        if path is not None:
            self._katakan(Nada.SELESAI, f"Tersimpan di {path}.")

    def _get_daftar(self) -> int | None:
        """Id of the one list that is chosen; else say that one must be."""
        kiriman_id = self.terkirim.kiriman_id()
        if self.tab.currentIndex() == TERKIRIM and kiriman_id > 0:
            return kiriman_id
        self._katakan(Nada.INFO, PILIH_DAFTAR)
        return None

    def _on_spanduk_aksi(self) -> None:
        if self._aksi is not None:
            self._aksi()

    def _on_spanduk_ditutup(self) -> None:
        self._aksi = None

    def _on_kabar_pesan(self, kalimat: str) -> None:
        """The page behind shows it too, but nobody sees that now."""
        self._katakan(Nada.BAHAYA, kalimat)

    def _on_finished(self) -> None:
        """A print window that is still sending is this window's child and must not go with it."""
        if (cetak := self._pencetak.dialog) is None:
            self.deleteLater()
        else:
            cetak.destroyed.connect(self.deleteLater)
