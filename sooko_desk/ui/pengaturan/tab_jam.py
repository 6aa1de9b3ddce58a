"""The tab of office hours: the usual week and the periods with hours of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.services.jadwal import may_edit, sebut_menit
from sooko_desk.sop.jadwal_tulis import JamKantor, MasaJam, hitung_menit
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.ikon import ikon
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.pengaturan.isian_jam import MingguJam
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.jadwal import JadwalService

HANYA_KASI = (
    "Hanya Kasi Pelayanan yang mengubah jam kerja. "
    "Tutup dengan Esc, lalu F12 untuk berganti petugas."
)
_BIASA = 0
"""Row of the usual week in the list; period n is row n + 1."""
_LEBAR_DAFTAR = 216
_LEBAR_TANGGAL = 126


class TabJam(QWidget):
    """Edits a copy; only `simpan` lets it hold.

    Signals:
        diubah(): the officer changed something, or it was saved or reset.
    """

    diubah = Signal()

    def __init__(self, service: JadwalService) -> None:
        super().__init__()
        self._service = service
        self._petugas: Petugas | None = None
        self._tersimpan = service.get_jam()
        self._isi = self._tersimpan
        self._di = _BIASA
        self._ketat = False
        self._salah: dict[str, str] = {}
        self._kembali: tuple[JamKantor | None, JamKantor] = (None, self._isi)
        self.spanduk = Spanduk()
        self.daftar = QListWidget()
        self.minggu = MingguJam()
        self.nama = BarisIsian("Nama masa khusus", IsianTeks("Ramadan 1448 H"), wajib=True)
        self.dari = BarisIsian("Dari tanggal", IsianTanggal(), wajib=True)
        self.sampai = BarisIsian("Sampai tanggal", IsianTanggal(), wajib=True)
        self.pratinjau = build_label("", Peran.TEBAL)
        self.pesan = build_label("", Peran.PESAN)
        self.tambah = tombol_kedua("Masa khusus", "plus", "Ctrl+N")
        self.hapus = tombol_teks("Hapus", "trash", "Del")
        self._hanya_kasi = build_label(HANYA_KASI, Peran.PESAN)
        self._judul = build_label("", Peran.KARTU)
        self._jumlah = build_label("", Peran.REDUP)
        self._maju = EnterMaju(self)
        self.setFocusProxy(self.daftar)
        self._build_layout()
        self._connect()
        self._atur_hak()
        self.muat_ulang()

    def set_petugas(self, petugas: Petugas | None) -> None:
        """Another officer works now; all but the Kasi only look."""
        self._petugas = petugas
        self._atur_hak()
        self._hitung()

    def is_diubah(self) -> bool:
        """Whether what is shown differs from what holds."""
        return self._isi != self._tersimpan

    def muat_ulang(self) -> None:
        """Show what holds; anything typed and not saved is dropped."""
        self._tersimpan = self._service.get_jam()
        self._tampilkan(self._tersimpan)

    def simpan(self) -> bool:
        """Let the hours hold; False = refused, and the places are marked."""
        if self._petugas is None:
            return False
        try:
            self._service.simpan_jam(self._isi, self._petugas)
        except FieldsError as galat:
            self._ketat = True
            self._tandai()
            self._ke_tempat(next(iter(galat.per_field)))
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return False
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return False
        self.muat_ulang()
        self.spanduk.tampilkan(Nada.SELESAI, "Jam kerja tersimpan dan langsung berlaku.")
        return True

    def kembalikan_bawaan(self) -> None:
        """Let the shipped hours hold again, with one button to take that back."""
        if self._petugas is None:
            return
        lama = None if self._service.is_bawaan_jam() else self._service.get_jam()
        ketikan = self._isi
        try:
            self._service.kembalikan_jam(self._petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.muat_ulang()
        self._kembali = (lama, ketikan)
        self.spanduk.tampilkan(
            Nada.SELESAI, "Jam kerja kembali seperti bawaan program.", "Urungkan"
        )

    def _build_layout(self) -> None:
        self.daftar.setAccessibleName("Jam biasa dan masa khusus")
        self.daftar.setFixedWidth(_LEBAR_DAFTAR)
        self.daftar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pesan.setWordWrap(True)
        set_style_state(self.pesan, "nada", str(Nada.BAHAYA))
        set_style_state(self._hanya_kasi, "nada", str(Nada.INFO))
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self.daftar, 1)
        kiri.addWidget(self.tambah)
        kiri.addWidget(self.hapus)
        masa = QHBoxLayout()
        masa.setSpacing(THEME.gap_s)
        for baris in (self.nama, self.dari, self.sampai):
            masa.addWidget(baris, 1 if baris is self.nama else 0)
            self._maju.awasi(baris.input)
        self.dari.setFixedWidth(_LEBAR_TANGGAL)
        self.sampai.setFixedWidth(_LEBAR_TANGGAL)
        kanan = QVBoxLayout()
        kanan.setSpacing(THEME.gap_xs)
        kanan.addWidget(self._judul)
        kanan.addLayout(masa)
        kanan.addWidget(self.minggu)
        kanan.addWidget(self._jumlah)
        kanan.addWidget(self.pesan)
        kanan.addStretch(1)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_l)
        badan.addLayout(kiri)
        badan.addLayout(kanan, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_s)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self._hanya_kasi)
        layout.addWidget(self.spanduk)
        layout.addLayout(badan, 1)
        layout.addWidget(self.pratinjau)

    def _connect(self) -> None:
        self.daftar.currentRowChanged.connect(self._on_current_row_changed)
        self.minggu.diubah.connect(self._on_diubah)
        self.minggu.selesai_isi.connect(self._tandai)
        self.minggu.sel_dipilih.connect(self._on_sel_dipilih)
        for baris in (self.nama, self.dari, self.sampai):
            baris.input.edited.connect(self._on_diubah)
            baris.input.editingFinished.connect(self._tandai)
        self.tambah.clicked.connect(self._on_tambah)
        self.hapus.clicked.connect(self._on_hapus)
        self.spanduk.aksi_dipilih.connect(self._on_urungkan)
        baru = QShortcut(QKeySequence("Ctrl+N"), self)
        baru.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        baru.activated.connect(self.tambah.click)
        buang = QShortcut(QKeySequence("Del"), self.daftar)
        buang.setContext(Qt.ShortcutContext.WidgetShortcut)
        buang.activated.connect(self.hapus.click)

    def _atur_hak(self) -> None:
        boleh = may_edit(self._petugas)
        self._hanya_kasi.setVisible(not boleh)
        self.minggu.set_readonly(not boleh)
        for baris in (self.nama, self.dari, self.sampai):
            baris.input.setReadOnly(not boleh)
        self.tambah.setEnabled(boleh)
        self.hapus.setEnabled(boleh and self._di != _BIASA)

    def _tampilkan(self, isi: JamKantor, baris: int = _BIASA) -> None:
        """Show these values with that row of the list chosen."""
        self._isi = isi
        self._ketat = False
        self._isi_daftar(baris)
        self._lihat()
        self._setelah()

    def _isi_daftar(self, baris: int) -> None:
        lama = self.daftar.blockSignals(True)
        self.daftar.clear()
        for n in range(len(self._isi.masa) + 1):
            self.daftar.addItem(QListWidgetItem())
            self._sebut_butir(n)
        self.daftar.setCurrentRow(baris)
        self.daftar.blockSignals(lama)
        self._di = baris

    def _sebut_butir(self, n: int) -> None:
        butir = self.daftar.item(n)
        if n == _BIASA:
            butir.setText("Jam biasa\nsepanjang tahun")
            return
        masa = self._isi.masa[n - 1]
        tanggal = f"{masa.dari or '…'} - {masa.sampai or '…'}"
        butir.setText(f"{masa.nama or 'Masa khusus baru'}\n{tanggal}")

    def _lihat(self) -> None:
        """Show the chosen week in the fields."""
        masa = self._masa()
        for baris in (self.nama, self.dari, self.sampai):
            baris.setVisible(masa is not None)
        self._judul.setVisible(masa is None)
        self._judul.setText("Jam biasa, dipakai di luar masa khusus")
        if masa is not None:
            self.nama.input.set_nilai(masa.nama)
            self.dari.input.set_nilai(masa.dari)
            self.sampai.input.set_nilai(masa.sampai)
        self.minggu.set_nilai(self._isi.minggu if masa is None else masa.minggu)
        self._atur_hak()
        self._tandai()

    def _masa(self) -> MasaJam | None:
        return None if self._di == _BIASA else self._isi.masa[self._di - 1]

    def _setelah(self) -> None:
        self._hitung()
        self.diubah.emit()

    def _hitung(self) -> None:
        self.pratinjau.setText(self._service.pratinjau_jam(self._isi))
        menit = [hitung_menit(hari) for hari in self.minggu.nilai()]
        jumlah = sebut_menit(sum(m for m in menit if m is not None))
        kata = "Seminggu: –" if None in menit else f"Seminggu: {jumlah}"
        cara = "Ctrl+D menyalin hari di atasnya; panah pindah hari."
        self._jumlah.setText(f"{kata}. {cara}" if may_edit(self._petugas) else f"{kata}.")

    def _on_diubah(self) -> None:
        """Take over what is typed."""
        masa = self._masa()
        if masa is None:
            self._isi = replace(self._isi, minggu=self.minggu.nilai())
        else:
            baru = MasaJam(
                self.nama.input.nilai(),
                self.dari.input.nilai(),
                self.sampai.input.nilai(),
                self.minggu.nilai(),
            )
            daftar = list(self._isi.masa)
            daftar[self._di - 1] = baru
            self._isi = replace(self._isi, masa=tuple(daftar))
            self._sebut_butir(self._di)
        self._setelah()

    def _tandai(self) -> None:
        """Mark what is wrong; empty fields only after a refused save."""
        self._salah = self._service.check_jam(self._isi)
        awalan = "jam." if self._di == _BIASA else f"masa.{self._di - 1}.jam."
        self.minggu.tandai(_di_bawah(self._salah, awalan), kosong_juga=self._ketat)
        if self._di != _BIASA:
            sini = _di_bawah(self._salah, f"masa.{self._di - 1}.")
            for kunci, baris in (("nama", self.nama), ("dari", self.dari), ("sampai", self.sampai)):
                if kunci in sini and (self._ketat or baris.input.text().strip()):
                    baris.set_pesan(Nada.BAHAYA, sini[kunci])
                else:
                    baris.bersihkan()
        for n in range(self.daftar.count()):
            depan = "jam." if n == _BIASA else f"masa.{n - 1}."
            salah = self._ketat and bool(_di_bawah(self._salah, depan))
            warna = THEME.tone(Nada.BAHAYA).icon
            self.daftar.item(n).setIcon(ikon("alert-circle", warna) if salah else QIcon())
        self._on_sel_dipilih("")

    def _on_sel_dipilih(self, tempat: str) -> None:
        sebab = self.minggu.sebab(tempat)
        self.pesan.setText(sebab)
        self.pesan.setVisible(bool(sebab))

    def _ke_tempat(self, kunci: str) -> None:
        """Bring a wrong place into view, with the caret in it."""
        bagian = kunci.split(".")
        self.daftar.setCurrentRow(int(bagian[1]) + 1 if bagian[0] == "masa" else _BIASA)
        bidang: dict[str, QWidget] = {
            "nama": self.nama,
            "dari": self.dari,
            "sampai": self.sampai,
        }
        if bagian[-1] in bidang:
            bidang[bagian[-1]].setFocus()
        else:
            self.minggu.fokus_salah()

    def _on_current_row_changed(self, baris: int) -> None:
        if baris >= 0:
            self._di = baris
            self._lihat()
            self._setelah()

    def _on_tambah(self) -> None:
        """A new period begins with the hours of the usual week."""
        masa = (*self._isi.masa, MasaJam("", "", "", self._isi.minggu))
        self._tampilkan(replace(self._isi, masa=masa), len(masa))
        self.nama.setFocus()

    def _on_hapus(self) -> None:
        masa = self._masa()
        assert masa is not None
        self._kembali = (None, self._isi)
        sisa = tuple(m for n, m in enumerate(self._isi.masa) if n != self._di - 1)
        self._tampilkan(replace(self._isi, masa=sisa), min(self._di, len(sisa)))
        self.daftar.setFocus()
        nama = f'"{masa.nama}"' if masa.nama else "Masa khusus"
        self.spanduk.tampilkan(Nada.INFO, f"{nama} dihapus. Belum tersimpan.", "Urungkan")

    def _on_urungkan(self) -> None:
        """Take back the last reset or the last removal."""
        simpanan, ketikan = self._kembali
        if simpanan is not None and self._petugas is not None:
            try:
                self._service.simpan_jam(simpanan, self._petugas)
            except OfficerError as galat:
                self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
                return
            self._tersimpan = self._service.get_jam()
        self._tampilkan(ketikan)
        self.spanduk.sembunyikan()


def _di_bawah(salah: dict[str, str], awalan: str) -> dict[str, str]:
    return {k.removeprefix(awalan): sebab for k, sebab in salah.items() if k.startswith(awalan)}
