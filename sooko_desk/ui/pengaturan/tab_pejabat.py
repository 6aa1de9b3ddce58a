"""The tab of officials: who signs for the office, as what, and from which day to which."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sooko_desk.domain.kantor import JABATAN_KASI, BentukJabatan, find_pejabat
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.isian_pejabat import (
    IsianPejabat,
    baca_isian,
    check_isian,
    simpan_isian,
    tolak_bawaan,
    tulis_isian,
)
from sooko_desk.services.kantor import DAFTAR_PEJABAT
from sooko_desk.services.pratinjau_kantor import build_tanda_tangan
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, DI_SINI, pasang_pintasan
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.pengaturan.form_pejabat import FormPejabat
from sooko_desk.ui.pengaturan.gambar_pas import GambarPas
from sooko_desk.ui.pengaturan.kerja_terbaru import KerjaTerbaru
from sooko_desk.ui.pengaturan.lembar_simpan import LembarSimpan, Simpanan, di_bawah
from sooko_desk.ui.pengaturan.susunan_pejabat import Daftar, SusunanPejabat
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.errors import FieldsError
    from sooko_desk.domain.kantor import Pejabat
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.kantor import KantorService

MENJABAT, SELESAI, NANTI, SALAH = "menjabat", "selesai", "belum mulai", "perbaiki"
_NADA = {MENJABAT: Nada.SELESAI, SELESAI: Nada.NETRAL, NANTI: Nada.INFO, SALAH: Nada.BAHAYA}
LEBAR_FORM = 372
LEBAR_TANDA_TANGAN = 300
TINGGI_TANDA_TANGAN = (148, 48)
"""Px of the signature's picture: at best, and at least."""
TIDAK_DIBUANG = (
    "Pejabat yang sudah tersimpan tidak dihapus, karena dokumen lama memerlukannya. Akhiri masa "
    "jabatannya dengan Ctrl+E."
)


@dataclass(frozen=True, slots=True)
class BarisPejabat:
    """One row as shown."""

    isian: IsianPejabat
    keadaan: str


def _jabatan(b: BarisPejabat) -> str:
    jabatan = b.isian.jabatan or "…"
    if b.isian.bentuk == BentukJabatan.ATAS_NAMA:
        return f"{jabatan} {b.isian.bentuk} {b.isian.atas_nama or '…'}"
    return f"{b.isian.bentuk} {jabatan}".strip()


def _nama(b: BarisPejabat) -> str:
    return b.isian.nama or "…"


def _masa(b: BarisPejabat) -> str:
    return f"{b.isian.dari or '…'} – {b.isian.sampai or 'sekarang'}"


def _keadaan(b: BarisPejabat) -> str:
    return b.keadaan


def _nada(b: BarisPejabat) -> Nada:
    return _NADA[b.keadaan]


def _kunci(b: BarisPejabat) -> str:
    return b.isian.id


KOLOM: tuple[Kolom[BarisPejabat], ...] = (
    Kolom("Jabatan", _jabatan),
    Kolom("Nama", _nama),
    Kolom("Masa jabatan", _masa, lebar=196),
    Kolom("", _keadaan, lebar=108, chip=_nada),
)


class TabPejabat(LembarSimpan[Daftar]):
    """All officials of now and earlier in a table, one of them in the fields.

    Args:
        service: the list that holds.
        clock: tells who is in office today.
    """

    def __init__(self, service: KantorService, clock: Clock) -> None:
        self._hari = hari_ini(clock)
        super().__init__(
            Simpanan(
                DAFTAR_PEJABAT,
                lambda: tuple(map(tulis_isian, _urutkan(service.list_pejabat(), self._hari))),
                partial(simpan_isian, service),
                lambda _petugas: tolak_bawaan(),
                lambda: False,
            )
        )
        self._service = service
        self._ketat = False
        self._salah: dict[str, str] = {}
        self._susunan = SusunanPejabat(())
        self._kerja = KerjaTerbaru(self)
        self.model: RowTableModel[BarisPejabat] = RowTableModel(KOLOM, _kunci)
        self.tabel: TabelData[BarisPejabat] = TabelData(self.model, "Pejabat")
        self.form = FormPejabat()
        self.tambah = tombol_kedua("Tambah", "plus", "Ctrl+N")
        self.akhiri = tombol_kedua("Akhiri hari ini", "calendar", "Ctrl+E")
        self.hapus = tombol_teks("Hapus", "trash", "Del")
        self.urungkan = tombol_teks("Urungkan", "arrow-back-up", "Ctrl+Z")
        self.tanda_tangan = GambarPas(TINGGI_TANDA_TANGAN, "Contoh tanda tangan")
        self.penanda = build_label("", Peran.REDUP)
        self.setFocusProxy(self.tabel)
        self._build_layout()
        self._connect()
        self.muat_ulang()
        self.set_petugas(None)

    def _build_layout(self) -> None:
        self.tabel.setSortingEnabled(False)
        self.tabel.set_kosong("user", "Belum ada pejabat", "Tambahkan dengan Ctrl+N.")
        self.penanda.setWordWrap(True)
        alat = QHBoxLayout()
        alat.setSpacing(THEME.gap_s)
        for tombol in (self.tambah, self.akhiri, self.hapus, self.urungkan):
            alat.addWidget(tombol)
        alat.addStretch(1)
        contoh = Kartu()
        contoh.isi.addWidget(self.tanda_tangan)
        tepi = contoh.layout()
        assert tepi is not None
        tepi.setContentsMargins(THEME.gap_s, THEME.gap_xs, THEME.gap_s, THEME.gap_xs)
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self.tabel, 1)
        kiri.addWidget(self.penanda)
        kiri.addLayout(alat)
        kiri.addWidget(contoh)
        gulir = GulirIsian()
        gulir.setWidget(self.form)
        kartu = Kartu()
        kartu.isi.addWidget(gulir, 1)
        kartu.setFixedWidth(LEBAR_FORM)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_m)
        badan.addLayout(kiri, 1)
        badan.addWidget(kartu)
        self._lembar.addLayout(badan, 1)

    def _connect(self) -> None:
        self.tabel.baris_dipilih.connect(self._on_baris_dipilih)
        self.tabel.dibuka.connect(self._on_dibuka)
        self.form.diubah.connect(self._on_form_diubah)
        self.form.selesai_isi.connect(self._tandai)
        self.tambah.clicked.connect(self._on_tambah)
        self.akhiri.clicked.connect(self._on_akhiri)
        self.urungkan.clicked.connect(self._on_urungkan)
        self.hapus.clicked.connect(self._on_hapus)
        self._kerja.selesai.connect(self._on_tanda_tangan)
        slot = {"Ctrl+N": self.tambah.click, "Ctrl+E": self.akhiri.click}
        pasang_pintasan(self, slot, DI_BAGIAN)
        pasang_pintasan(self, {"Ctrl+Z": self.urungkan.click}, DI_BAGIAN, berulang=True)
        pasang_pintasan(self.tabel, {"Del": self.hapus.click}, DI_SINI, berulang=True)

    def _atur_hak(self) -> None:
        for tombol in (self.tambah, self.akhiri, self.hapus, self.urungkan):
            tombol.setVisible(self.boleh)
        self.form.set_readonly(not self.boleh)
        self._atur_tombol()

    def _atur_tombol(self) -> None:
        # Their keys press them even while they are out of sight.
        self.tambah.setEnabled(self.boleh)
        baris = self._baris()
        self.akhiri.setEnabled(self.boleh and baris >= 0 and not self._isi[baris].sampai)
        self.urungkan.setEnabled(self.boleh and self._susunan.bisa_urung)
        self.hapus.setEnabled(self.boleh and baris >= 0)
        self.form.setEnabled(baris >= 0)

    def _baris(self) -> int:
        """The chosen row from 0; -1 = none."""
        return self.tabel.currentIndex().row()

    def _tampilkan(self, isi: Daftar) -> None:
        terpilih = self.tabel.baris()
        self._susunan = SusunanPejabat(isi)
        self._ketat = False
        tempat = (n for n, satu in enumerate(isi) if terpilih and satu.id == terpilih.isian.id)
        self._muat(next(tempat, min(0, len(isi) - 1)))

    def _muat(self, baris: int) -> None:
        """Show the list with that row chosen, in the fields too."""
        self._segarkan(baris)
        self._lihat()
        self.diubah.emit()

    def _segarkan(self, baris: int) -> None:
        """Show the list with that row chosen; the fields keep what is typed."""
        self._isi = self._susunan.isi
        self._salah = check_isian(self._isi)
        with QSignalBlocker(self.tabel):
            self.model.set_rows(
                BarisPejabat(satu, self._sebut_keadaan(n, satu)) for n, satu in enumerate(self._isi)
            )
            if baris >= 0:
                self.tabel.setCurrentIndex(self.model.index(baris, 0))
        self._sebut_penanda()
        self._atur_tombol()
        self._minta_contoh()

    def _lihat(self) -> None:
        baris = self._baris()
        self.form.tampilkan(self._isi[baris] if baris >= 0 else IsianPejabat(""))
        self._tandai()

    def _tandai(self) -> None:
        baris = self._baris()
        if baris >= 0:
            salah = di_bawah(self._salah, f"{baris + 1}.")
            tersimpan = self._susunan.find_tersimpan(baris)
            self.form.tandai(salah, tersimpan, kosong_juga=self._ketat)

    def _sebut_keadaan(self, nomor: int, isian: IsianPejabat) -> str:
        salah = di_bawah(self._salah, f"{nomor + 1}.")
        if salah and (self._ketat or any(getattr(isian, bidang, isian.dari) for bidang in salah)):
            return SALAH
        pejabat, _ = baca_isian(isian)
        if pejabat.dari > self._hari:
            return NANTI
        return MENJABAT if pejabat.is_menjabat(self._hari) else SELESAI

    def _sebut_penanda(self) -> None:
        """Who would sign today, so that a misspelt office is seen at once."""
        terbaca = [pejabat for pejabat, salah in map(baca_isian, self._isi) if not salah]
        kasi = find_pejabat(terbaca, JABATAN_KASI, self._hari)
        siapa = kasi.nama if kasi else "belum ada dalam daftar ini"
        self.penanda.setText(f"Penanda tangan hari ini untuk {JABATAN_KASI}: {siapa}.")

    def _minta_contoh(self) -> None:
        baris = self._baris()
        if baris < 0:
            self.tanda_tangan.set_gambar(b"")
            return
        pejabat, _ = baca_isian(self._isi[baris])
        hari = min(max(self._hari, pejabat.dari), pejabat.sampai or self._hari)
        tempat = self._service.kantor().tempat
        lebar = round(LEBAR_TANDA_TANGAN * self.devicePixelRatioF())
        self._kerja.minta(partial(build_tanda_tangan, pejabat, tempat, hari, lebar))

    def _tunjuk(self, galat: FieldsError) -> str:
        """From now on empty fields are marked too."""
        self._ketat = True
        nomor = min(int(kunci.partition(".")[0]) for kunci in galat.per_field)
        self._muat(nomor - 1)
        salah = di_bawah(galat.per_field, f"{nomor}.")
        self.form.fokus(next((bidang for bidang in self.form.bidang if bidang in salah), "dari"))
        return str(galat)

    def _on_baris_dipilih(self) -> None:
        self._lihat()
        self._atur_tombol()
        self._minta_contoh()

    def _on_dibuka(self) -> None:
        self.form.fokus("nama")

    def _on_form_diubah(self, isian: IsianPejabat, bidang: str) -> None:
        baris = self._baris()
        self._susunan.ubah(baris, isian, bidang)
        self.spanduk.sembunyikan()
        self._segarkan(baris)
        if bidang == "bentuk":
            self._tandai()
        self.diubah.emit()

    def _on_tambah(self) -> None:
        """A new row proposes the office of the chosen one, from today or the day after its end."""
        baris, jabatan, mulai = self._baris(), JABATAN_KASI, self._hari
        if baris >= 0:
            jabatan = self._isi[baris].jabatan
            pejabat, _ = baca_isian(self._isi[baris])
            if pejabat.sampai is not None and pejabat.sampai >= mulai:
                mulai = pejabat.sampai + dt.timedelta(days=1)
        self._muat(self._susunan.tambah(jabatan, tanggal_pendek(mulai), baris))
        self.form.fokus("nama")

    def _on_akhiri(self) -> None:
        baris = self._baris()
        self._susunan.akhiri(baris, tanggal_pendek(self._hari))
        self._muat(baris)
        self.form.fokus("sampai")

    def _on_hapus(self) -> None:
        baris = self._baris()
        if self._susunan.find_tersimpan(baris) is not None:
            self.spanduk.tampilkan(Nada.INFO, TIDAK_DIBUANG)
            return
        self._muat(self._susunan.buang(baris))
        self.tabel.setFocus()

    def _on_urungkan(self) -> None:
        self._muat(self._susunan.urungkan())
        self.tabel.setFocus()

    def _on_tanda_tangan(self, png: bytes) -> None:
        self.tanda_tangan.set_gambar(png)


def _urutkan(daftar: tuple[Pejabat, ...], hari: dt.date) -> list[Pejabat]:
    """Who is in office first, then the others, the newest first."""
    baru = sorted(daftar, key=lambda p: p.dari, reverse=True)
    return sorted(baru, key=lambda p: not p.is_menjabat(hari))
