"""Ctrl+K: batches for Dispendukcapil go out here, and what comes back is ticked off here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.services.kiriman import KirimanBerubahError
from sooko_desk.ui.kiriman.baris import SEMUA
from sooko_desk.ui.kiriman.halaman_siap import HalamanSiap
from sooko_desk.ui.kiriman.halaman_terkirim import HalamanTerkirim
from sooko_desk.ui.kiriman.pencatat import PencatatTanda
from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.domain.kiriman import Kiriman
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kiriman import PapanKiriman
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

JUDUL = "Daftar pengiriman"
SIAP, TERKIRIM = 0, 1
PILIH_DAFTAR = "Pilih dulu satu daftar di kiri."


class DialogKiriman(JendelaDaftar):
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
        super().__init__(JUDUL, kabar, pencetak, parent)
        self._kiriman = meja.kiriman
        self._petugas = petugas
        self._papan: PapanKiriman | None = None
        nama_desa = {d.kode: d.nama for d in meja.tabel.desa}
        self.siap = HalamanSiap(nama_desa)
        self.terkirim = HalamanTerkirim(nama_desa)
        self.tanda = PencatatTanda(meja.kiriman.tanda, self.terkirim, petugas, meja.clock)
        self.tab = QTabWidget()
        self.tab.setDocumentMode(True)
        self.tab.addTab(self.siap, "Siap dikirim")
        self.tab.addTab(self.terkirim, "Sudah dikirim")
        self.xlsx = tombol_kedua("Simpan lembar kerja", "download", "Ctrl+S")
        self.susun((self.tab, 1), bawah=(self.xlsx,))
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
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.terkirim.set_papan(self._papan)
        self._muat_isi(self.terkirim.kiriman_id())
        for nomor, banyak in ((SIAP, len(siap)), (TERKIRIM, len(self._papan.di_luar))):
            judul = ("Siap dikirim", "Sudah dikirim")[nomor]
            self.tab.setTabText(nomor, f"{judul} ({banyak})" if banyak else judul)

    def cari_pindaian(self, kode: str) -> str:
        """Tick the case of the receipt: among the cases to send, else among those that are out."""
        if self.tanda.is_bertanya() or self._papan is None:
            return f"{kode} belum dipilih. Simpan dulu isian di bawah."
        for r in self._kiriman.list_siap():
            if r.kode_pindai == kode:
                self._buka_halaman(SIAP)
                self.siap.daftar.centang(r.id)
                self.siap.daftar.fokus()
                return ""
        for baris in self._papan.di_luar:
            if baris.ringkasan.kode_pindai == kode:
                self._centang_di_luar(baris.ringkasan.id)
                return ""
        return f"{kode} tidak menunggu dikirim dan tidak ada di Dispendukcapil."

    def mundur(self) -> bool:
        """Form, what is searched, right-hand side."""
        daftar = self.siap.daftar if self.tab.currentIndex() == SIAP else self.terkirim.isi
        if self.tanda.is_bertanya():
            self.tanda.tinggalkan()
        elif daftar.bersihkan():
            daftar.cari.setFocus()
        elif self.tab.currentIndex() == TERKIRIM and self.terkirim.is_di_isi():
            self.terkirim.fokus_awal()
        else:
            return False
        return True

    def _connect(self) -> None:
        self.siap.diminta.connect(self._on_siap_diminta)
        self.terkirim.daftar_dipilih.connect(self._muat_isi)
        self.tanda.tersimpan.connect(self._on_tanda_tersimpan)
        self.tanda.ditolak.connect(self._on_tanda_ditolak)
        self.tab.currentChanged.connect(self._on_tab_current_changed)
        self.cetak.clicked.connect(self._on_cetak)
        self.xlsx.clicked.connect(self._on_xlsx)
        pasang_pintasan(
            self,
            {
                "Ctrl+Enter": self._on_ctrl_enter,
                "Ctrl+Z": self.tanda.urungkan,
                "Ctrl+P": self._on_cetak,
                "Ctrl+S": self._on_xlsx,
                "Ctrl+1": self._on_ctrl_1,
                "Ctrl+2": self._on_ctrl_2,
            },
        )

    def _buka_halaman(self, nomor: int) -> None:
        self.tab.setCurrentIndex(nomor)
        self._on_tab_current_changed(nomor)
        (self.siap, self.terkirim)[nomor].fokus_awal()

    def _muat_isi(self, kiriman_id: int) -> None:
        """Show the cases of the chosen list."""
        if self._papan is None or kiriman_id == SEMUA:
            self.terkirim.set_isi(self._papan.di_luar if self._papan else ())
            return
        try:
            baris = self._kiriman.list_baris(kiriman_id) if kiriman_id > 0 else ()
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
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
            self.katakan(Nada.BAHAYA, str(galat))
        else:
            self._tuntaskan(kiriman, perintah.permohonan_id[0])

    def _tawarkan_sisa(self, galat: KirimanBerubahError) -> None:
        """Nothing was stored: the cases that changed leave the choice, the rest may go."""
        self.muat_ulang()
        if self.siap.daftar.dicentang():
            sisa = "Keluarkan dan kirim sisanya (Ctrl+Enter)"
            self.katakan(Nada.BAHAYA, str(galat), sisa, self._on_siap_diminta)
        else:
            self.katakan(Nada.BAHAYA, str(galat))

    def _tuntaskan(self, kiriman: Kiriman, permohonan_id: int) -> None:
        """Stored: the list is shown, ready to be printed."""
        self.siap.terkirim()
        self.muat_ulang()
        self._buka_halaman(TERKIRIM)
        self.terkirim.pilih(kiriman.id)
        self.katakan(
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
        self.katakan(Nada.SELESAI, kalimat, urung, self.tanda.urungkan if dapat_urung else None)
        self._kabar.berubah.emit(permohonan_id)

    def _on_tanda_ditolak(self, kalimat: str) -> None:
        self.muat_ulang()
        self.katakan(Nada.BAHAYA, kalimat)

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
        if (kiriman_id := self._get_daftar()) is not None:
            self._pencetak.simpan_kiriman_xlsx(kiriman_id, self._petugas, self, self.katakan)

    def _get_daftar(self) -> int | None:
        """Id of the one list that is chosen; else say that one must be."""
        kiriman_id = self.terkirim.kiriman_id()
        if self.tab.currentIndex() == TERKIRIM and kiriman_id > 0:
            return kiriman_id
        self.katakan(Nada.INFO, PILIH_DAFTAR)
        return None
