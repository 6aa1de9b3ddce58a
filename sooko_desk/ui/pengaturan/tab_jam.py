"""The tab of office hours: the usual week and the periods with hours of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sooko_desk.services.jadwal import JAM_KANTOR, sebut_menit
from sooko_desk.sop.jadwal_tulis import JamKantor, MasaJam, hitung_menit
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.ikon import ikon
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, DI_SINI, pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.pengaturan.isian_jam import MingguJam
from sooko_desk.ui.pengaturan.lembar_simpan import LembarSimpan, Simpanan, di_bawah
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from sooko_desk.domain.errors import FieldsError
    from sooko_desk.services.jadwal import JadwalService

_BIASA = 0
"""Row of the usual week in the list; period n is row n + 1."""
_LEBAR_DAFTAR = 216
_LEBAR_TANGGAL = 180


class TabJam(LembarSimpan[JamKantor]):
    """One week in sight: the usual one, or that of the period chosen in the list."""

    def __init__(self, service: JadwalService) -> None:
        super().__init__(
            Simpanan(
                JAM_KANTOR,
                service.get_jam,
                service.simpan_jam,
                service.kembalikan_jam,
                service.is_bawaan_jam,
            )
        )
        self._service = service
        self._di = _BIASA
        self._ketat = False
        self._salah: dict[str, str] = {}
        self.daftar = QListWidget()
        self.minggu = MingguJam()
        self.nama = BarisIsian("Nama masa khusus", IsianTeks("Ramadan 1448 H"), wajib=True)
        self.dari = BarisIsian("Dari tanggal", IsianTanggal(), wajib=True)
        self.sampai = BarisIsian("Sampai tanggal", IsianTanggal(), wajib=True)
        self._bidang: dict[str, BarisIsian[IsianTeks] | BarisIsian[IsianTanggal]] = {
            "nama": self.nama,
            "dari": self.dari,
            "sampai": self.sampai,
        }
        self.pratinjau = build_label("", Peran.TEBAL)
        self.pesan = build_label("", Peran.PESAN)
        self.tambah = tombol_kedua("Masa khusus", "plus", "Ctrl+N")
        self.hapus = tombol_teks("Hapus", "trash", "Del")
        self._judul = build_label("", Peran.KARTU)
        self._jumlah = build_label("", Peran.REDUP)
        self._maju = EnterMaju(self)
        self.setFocusProxy(self.daftar)
        self._build_layout()
        self._connect()
        self.muat_ulang()
        self.set_petugas(None)

    def _build_layout(self) -> None:
        self.daftar.setAccessibleName("Jam biasa dan masa khusus")
        self.daftar.setFixedWidth(_LEBAR_DAFTAR)
        self.daftar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pesan.setWordWrap(True)
        set_style_state(self.pesan, "nada", str(Nada.BAHAYA))
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self.daftar, 1)
        kiri.addWidget(self.tambah)
        kiri.addWidget(self.hapus)
        masa = QHBoxLayout()
        masa.setSpacing(THEME.gap_s)
        for baris in self._bidang.values():
            masa.addWidget(baris, 1 if baris is self.nama else 0)
            self._maju.awasi(baris.input)
        self.dari.setFixedWidth(_LEBAR_TANGGAL)
        self.sampai.setFixedWidth(_LEBAR_TANGGAL)
        halaman = QWidget()
        halaman.setProperty("peran", "isi")
        kanan = QVBoxLayout(halaman)
        kanan.setContentsMargins(0, 0, 0, 0)
        kanan.setSpacing(THEME.gap_xs)
        kanan.addWidget(self._judul)
        kanan.addLayout(masa)
        kanan.addWidget(self.minggu)
        kanan.addWidget(self._jumlah)
        kanan.addWidget(self.pesan)
        kanan.addStretch(1)
        gulir = GulirIsian()  # two banners take more than the smallest screen has
        gulir.setWidget(halaman)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_l)
        badan.addLayout(kiri)
        badan.addWidget(gulir, 1)
        self._lembar.addLayout(badan, 1)
        self._lembar.addWidget(self.pratinjau)

    def _connect(self) -> None:
        self.daftar.currentRowChanged.connect(self._on_current_row_changed)
        self.minggu.diubah.connect(self._on_diubah)
        self.minggu.selesai_isi.connect(self._tandai)
        self.minggu.sel_dipilih.connect(self._on_sel_dipilih)
        for baris in self._bidang.values():
            baris.input.edited.connect(self._on_diubah)
            baris.input.editingFinished.connect(self._tandai)
        self.tambah.clicked.connect(self._on_tambah)
        self.hapus.clicked.connect(self._on_hapus)
        pasang_pintasan(self, {"Ctrl+N": self.tambah.click}, DI_BAGIAN)
        pasang_pintasan(self.daftar, {"Del": self.hapus.click}, DI_SINI, berulang=True)

    def _atur_hak(self) -> None:
        self.minggu.set_readonly(not self.boleh)
        for baris in self._bidang.values():
            baris.input.setReadOnly(not self.boleh)
        self.tambah.setEnabled(self.boleh)
        self._atur_hapus()
        self._hitung()

    def _atur_hapus(self) -> None:
        self.hapus.setEnabled(self.boleh and self._di != _BIASA)

    def _tampilkan(self, isi: JamKantor) -> None:
        self._tampilkan_di(isi, _BIASA)

    def _tampilkan_di(self, isi: JamKantor, baris: int) -> None:
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
            butir = QListWidgetItem()
            butir.setSizeHint(QSize(0, 2 * self.daftar.fontMetrics().height() + THEME.gap_m))
            self.daftar.addItem(butir)
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
        for baris in self._bidang.values():
            baris.setVisible(masa is not None)
        self._judul.setVisible(masa is None)
        self._judul.setText("Jam biasa, dipakai di luar masa khusus")
        if masa is not None:
            self.nama.input.set_nilai(masa.nama)
            self.dari.input.set_nilai(masa.dari)
            self.sampai.input.set_nilai(masa.sampai)
        self.minggu.set_nilai(self._isi.minggu if masa is None else masa.minggu)
        self._atur_hapus()
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
        self._jumlah.setText(f"{kata}. {cara}" if self.boleh else f"{kata}.")

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
        self.minggu.tandai(di_bawah(self._salah, awalan), kosong_juga=self._ketat)
        if self._di != _BIASA:
            sini = di_bawah(self._salah, f"masa.{self._di - 1}.")
            for kunci, baris in self._bidang.items():
                if kunci in sini and (self._ketat or baris.input.text().strip()):
                    baris.set_pesan(Nada.BAHAYA, sini[kunci])
                else:
                    baris.bersihkan()
        for n in range(self.daftar.count()):
            depan = "jam." if n == _BIASA else f"masa.{n - 1}."
            salah = self._ketat and bool(di_bawah(self._salah, depan))
            warna = THEME.tone(Nada.BAHAYA).icon
            self.daftar.item(n).setIcon(ikon("alert-circle", warna) if salah else QIcon())
        self._on_sel_dipilih("")

    def _on_sel_dipilih(self, tempat: str) -> None:
        """Say in full what is wrong; the line below a date is short."""
        sebab = self.minggu.sebab(tempat) or next(
            (b.pesan for b in self._bidang.values() if self._masa() and b.nada is Nada.BAHAYA), ""
        )
        self.pesan.setText(sebab)
        self.pesan.setVisible(bool(sebab))
        self._jumlah.setVisible(not sebab)  # its place is taken: there is no room for both

    def _tunjuk(self, galat: FieldsError) -> str:
        """From now on empty fields are marked too."""
        self._ketat = True
        self._tandai()
        self._ke_tempat(next(iter(galat.per_field)))
        return str(galat)

    def _ke_tempat(self, kunci: str) -> None:
        """Bring a wrong place into view, with the caret in it."""
        bagian = kunci.split(".")
        self.daftar.setCurrentRow(int(bagian[1]) + 1 if bagian[0] == "masa" else _BIASA)
        if bagian[-1] in self._bidang:
            self._bidang[bagian[-1]].setFocus()
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
        self._tampilkan_di(replace(self._isi, masa=masa), len(masa))
        self.nama.setFocus()

    def _on_hapus(self) -> None:
        masa, ketikan = self._masa(), self._isi
        assert masa is not None
        sisa = tuple(m for n, m in enumerate(ketikan.masa) if n != self._di - 1)
        self._tampilkan_di(replace(ketikan, masa=sisa), min(self._di, len(sisa)))
        self.daftar.setFocus()
        nama = f'"{masa.nama}"' if masa.nama else "Masa khusus"
        self._tawarkan_urung(
            Nada.INFO,
            f"{nama} dihapus. Belum tersimpan.",
            lambda _petugas: self._tampilkan(ketikan),
        )
