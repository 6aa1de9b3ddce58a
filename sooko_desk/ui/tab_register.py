"""Tab Register: the register books, one search box over all cases, and the story of a case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.register import BATAS_CARI
from sooko_desk.ui.alat_permohonan import AlatPermohonan
from sooko_desk.ui.cari_permohonan import cari_permohonan
from sooko_desk.ui.fakta import Fakta
from sooko_desk.ui.kata import list_riwayat, nada_status
from sooko_desk.ui.kit.garis_waktu import GarisWaktu
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.pembuka_nomor import PembukaNomor
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from sooko_desk.domain.permohonan import BarisRegister, Petugas, RingkasanPermohonan
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pencetakan import Dokumen
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak


def _urut(b: BarisRegister) -> str:
    return str(b.urut)


def _urutan(b: BarisRegister) -> int:
    return b.urut


def _nomor(b: BarisRegister) -> str:
    return b.nomor


def _dicatat(b: BarisRegister) -> str:
    return tanggal_pendek(ke_wib(b.dicatat).date())


def _urut_dicatat(b: BarisRegister) -> int:
    return b.urut


def _nama_buku(b: BarisRegister) -> str:
    return b.permohonan.pemohon.nama


def _nik_buku(b: BarisRegister) -> str:
    return samarkan(b.permohonan.pemohon.nik)


def _status_buku(b: BarisRegister) -> str:
    return b.permohonan.status


def _nada_buku(b: BarisRegister) -> Nada:
    return nada_status(b.permohonan)


def _kunci_buku(b: BarisRegister) -> int:
    return b.permohonan.id


def _tanda_bukti(r: RingkasanPermohonan) -> str:
    return r.nomor_tanda_bukti


def _nama(r: RingkasanPermohonan) -> str:
    return r.pemohon.nama


def _nik(r: RingkasanPermohonan) -> str:
    return samarkan(r.pemohon.nik)


def _status(r: RingkasanPermohonan) -> str:
    return r.status


def _kunci(r: RingkasanPermohonan) -> int:
    return r.id


TINGGI_RIWAYAT = 112
"""The newest event and a part of the one before; the facts above scroll on a low screen."""

_KOLOM_BUKU: tuple[Kolom[BarisRegister], ...] = (
    Kolom("No.", _urut, Rata.KANAN, lebar=44, sort_key=_urutan),
    Kolom("Nomor register", _nomor, lebar=186),
    Kolom("Tanggal", _dicatat, lebar=94, sort_key=_urut_dicatat),
    Kolom("Nama pemohon", _nama_buku),
    Kolom("NIK", _nik_buku, lebar=138),
    Kolom("Status", _status_buku, chip=_nada_buku),
)
_KOLOM_CARI: tuple[Kolom[RingkasanPermohonan], ...] = (
    Kolom("Nomor tanda bukti", _tanda_bukti, lebar=206),
    Kolom("Nama pemohon", _nama),
    Kolom("NIK", _nik, lebar=138),
    Kolom("Status", _status, chip=nada_status),
)
_TANGGAL = 2
"""Column of the book that a narrow table leaves out: the story beside it tells the date."""
LEBAR_BUKU = 762
"""Px of all columns of the book."""


class _TabelBuku(TabelData["BarisRegister"]):
    """The book; on a small screen without the date."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(_TANGGAL, event.size().width() < LEBAR_BUKU)
        super().resizeEvent(event)


class TabRegister(QWidget):
    """Looks up; writes nothing.

    Signals:
        minta_permohonan(int): Enter on a row: go on with this case, wherever it waits.
    """

    minta_permohonan = Signal(int)

    def __init__(self, meja: Meja, kabar: Kabar, pencetak: Pencetak, induk: QWidget) -> None:
        super().__init__(induk)
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._petugas: Petugas | None = None
        self._dilihat: int | None = None
        self.cari = IsianTeks("Cari nama, NIK, No KK, telepon, nomor, atau pindai tanda bukti")
        self.cari.setAccessibleName("Cari permohonan")
        self.buku = Pilihan()
        self.buku.setAccessibleName("Buku register")
        self.model_buku: RowTableModel[BarisRegister] = RowTableModel(_KOLOM_BUKU, _kunci_buku)
        self.tabel_buku = _TabelBuku(self.model_buku, "Buku register")
        self.model_cari: RowTableModel[RingkasanPermohonan] = RowTableModel(_KOLOM_CARI, _kunci)
        self.tabel_cari: TabelData[RingkasanPermohonan] = TabelData(
            self.model_cari, "Hasil pencarian"
        )
        self.fakta = Fakta(meja.tabel)
        self.nomor = PembukaNomor(meja.catatan, self.fakta, self, self._find_terbuka)
        self.riwayat = GarisWaktu()
        self.status = Lencana()
        self.spanduk = Spanduk()
        self._halaman = tombol_kedua("Cetak buku", "printer", "F9")
        self._xlsx = tombol_teks("Excel", "download", "Ctrl+S")
        self.alat = AlatPermohonan(meja, kabar, pencetak, self, self._find_terbuka)
        self._cetak = tombol_teks("Tanda bukti", "printer", "F8")
        self._terbatas = build_label(
            f"Tampil {BATAS_CARI} yang terbaru. Ketik lebih banyak huruf untuk yang lain.",
            PeranLabel.REDUP,
        )
        self._terbatas.hide()
        self._tabel = QStackedWidget()
        self._kanan = QStackedWidget()
        self._build_layout()
        self._connect()

    def set_petugas(self, petugas: Petugas) -> None:
        """Another officer works now."""
        self._petugas = petugas
        self.alat.set_petugas(petugas)
        self.nomor.set_petugas(petugas)

    def muat_ulang(self) -> None:
        """Read books and results anew."""
        if self._petugas is None:
            return
        self._buku = {f"{b.layanan}/{b.tahun}": b for b in self._meja.register.list_buku()}
        self.buku.set_pilihan((k, f"{b.layanan} {b.tahun}") for k, b in self._buku.items())
        if not self.buku.kode() and self._buku:
            self.buku.set_kode(next(iter(self._buku)))
        self._muat_buku()
        self._muat_cari()
        if self._dilihat is not None:
            self.lihat(self._dilihat)

    def fokus_awal(self) -> None:
        """The search box."""
        self.cari.setFocus()
        self.cari.selectAll()

    def lihat(self, permohonan_id: int) -> None:
        """Show the story of a case on the right."""
        if self._petugas is None:
            return
        try:
            terbuka = self._meja.alur.buka(permohonan_id, self._petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self._dilihat = permohonan_id
        r = terbuka.permohonan.ringkasan
        self._kartu.set_judul(f"Tanda bukti {r.kode_pindai}")
        self.status.set_isi(r.status, nada_status(r))
        self.fakta.tampilkan(terbuka.permohonan)
        cerita = self._meja.cetak_cerita.susun_cerita(terbuka.permohonan)
        self.riwayat.set_butir(list_riwayat(cerita))
        self._kanan.setCurrentIndex(1)

    def _build_layout(self) -> None:
        self.tabel_buku.set_kosong(
            "book",
            "Buku ini masih kosong",
            "Nomor tercatat pada langkah cetak (KK) atau kirim (KTP).",
        )
        self.tabel_cari.set_kosong(
            "search", "Tidak ditemukan", "Periksa ejaan, atau ketik sebagian nama atau nomor."
        )
        self._tabel.addWidget(self.tabel_buku)
        self._tabel.addWidget(self.tabel_cari)
        atas = QHBoxLayout()
        atas.setSpacing(THEME.gap_s)
        atas.addWidget(self.cari, 3)
        atas.addWidget(self.buku, 2)
        atas.addWidget(self._halaman)
        atas.addWidget(self._xlsx)
        kiri = Kartu()
        kiri.isi.addLayout(atas)
        kiri.isi.addWidget(self._tabel, 1)
        kiri.isi.addWidget(self._terbatas)
        self._kartu = Kartu("Permohonan")
        self._kartu.isi.addWidget(self.status, 0, Qt.AlignmentFlag.AlignLeft)
        self._kartu.isi.addWidget(self.fakta)
        self.riwayat.setMinimumHeight(TINGGI_RIWAYAT)
        self._kartu.isi.addWidget(self.riwayat, 1)
        bawah = QHBoxLayout()
        bawah.setSpacing(0)
        bawah.addWidget(self._cetak)
        bawah.addWidget(self.alat.tombol)
        bawah.addStretch(1)
        self._kartu.isi.addLayout(bawah)
        self._kanan.addWidget(
            Kosong("history", "Riwayat permohonan", "Pilih satu baris; ceritanya tampil di sini.")
        )
        self._kanan.addWidget(self._kartu)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_s)
        badan.addWidget(kiri, 3)
        badan.addWidget(self._kanan, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_s)
        layout.addWidget(self.spanduk)
        layout.addLayout(badan, 1)

    def _connect(self) -> None:
        self.cari.edited.connect(self._on_cari_edited)
        self.cari.returnPressed.connect(self._on_cari_return_pressed)
        self.buku.dipilih.connect(self._on_buku_dipilih)
        self.tabel_buku.baris_dipilih.connect(self._on_buku_baris_dipilih)
        self.tabel_cari.baris_dipilih.connect(self._on_cari_baris_dipilih)
        self.tabel_buku.dibuka.connect(self._on_buku_dibuka)
        self.tabel_cari.dibuka.connect(self._on_cari_dibuka)
        self._halaman.clicked.connect(self._on_halaman)
        self._xlsx.clicked.connect(self._on_xlsx)
        self._cetak.clicked.connect(self._on_cetak)
        self.nomor.ditolak.connect(self._on_nomor_ditolak)
        pasang_pintasan(
            self,
            {
                "F9": self._on_halaman,
                "F8": self._on_cetak,
                "Ctrl+S": self._on_xlsx,
                "Esc": self._on_esc,
            },
            DI_BAGIAN,
        )

    def _find_terbuka(self) -> int | None:
        return self._dilihat

    def _on_nomor_ditolak(self, kalimat: str) -> None:
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def _muat_buku(self) -> None:
        buku = self._buku.get(self.buku.kode())
        self._halaman.setEnabled(buku is not None)
        if buku is not None:
            self.model_buku.set_rows(self._meja.register.list_baris(buku.layanan, buku.tahun))

    def _muat_cari(self) -> None:
        teks = self.cari.nilai()
        self._tabel.setCurrentWidget(self.tabel_cari if teks else self.tabel_buku)
        self._terbatas.hide()
        if teks:
            ditemukan = cari_permohonan(self._meja, teks, self.spanduk)
            self.model_cari.set_rows(ditemukan)
            self._terbatas.setVisible(len(ditemukan) >= BATAS_CARI)

    def _on_cari_edited(self) -> None:
        self._muat_cari()

    def _on_cari_return_pressed(self) -> None:
        """One hit opens at once; several wait in the list."""
        if self.model_cari.rowCount() and self.cari.nilai():
            self.tabel_cari.pilih(self.model_cari.key(0))
            self.lihat(self.model_cari.row(0).id)
            self.tabel_cari.setFocus()

    def _on_esc(self) -> None:
        self.cari.clear()
        self._muat_cari()
        self.cari.setFocus()

    def _on_buku_dipilih(self) -> None:
        self._muat_buku()

    def _on_buku_baris_dipilih(self, baris: BarisRegister | None) -> None:
        if baris is not None:
            self.lihat(baris.permohonan.id)

    def _on_cari_baris_dipilih(self, baris: RingkasanPermohonan | None) -> None:
        if baris is not None:
            self.lihat(baris.id)

    def _on_buku_dibuka(self, baris: BarisRegister) -> None:
        self.minta_permohonan.emit(baris.permohonan.id)

    def _on_cari_dibuka(self, baris: RingkasanPermohonan) -> None:
        self.minta_permohonan.emit(baris.id)

    def _on_halaman(self) -> None:
        """A book of one page is shown at once; else the officer chooses pages."""
        buku = self._buku.get(self.buku.kode())
        if buku is None or self._petugas is None:
            return
        service = self._meja.buku
        try:
            keadaan = service.keadaan(buku.layanan, buku.tahun)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        if len(keadaan.halaman) == 1:
            build = partial(service.build, buku.layanan, buku.tahun)
            self._pencetak.buka_dokumen(build, self._petugas, self)
            return
        from sooko_desk.ui.buku.dialog_buku import DialogBuku

        dialog = DialogBuku(service, tuple(self._buku.values()), buku, self.window())
        dialog.jadi.connect(self._on_buku_jadi)
        dialog.open()

    def _on_buku_jadi(self, dokumen: Dokumen) -> None:
        if self._petugas is not None:
            self._pencetak.buka_dokumen(lambda: dokumen, self._petugas, self)

    def _on_xlsx(self) -> None:
        buku = self._buku.get(self.buku.kode())
        if buku is None or self._petugas is None:
            return
        kunci = (buku.layanan, buku.tahun)
        self._pencetak.simpan_register_xlsx(
            kunci, self._petugas, self.window(), self.spanduk.tampilkan
        )

    def _on_cetak(self) -> None:
        if self._dilihat is not None and self._petugas is not None:
            self._pencetak.buka_tanda_bukti(self._dilihat, self._petugas, self)
