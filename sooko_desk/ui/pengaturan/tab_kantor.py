"""The tab of the office's own data: head, logo, place, words at the foot, and how it looks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from sooko_desk.domain.kantor import JABATAN_KASI, Kantor, Pejabat
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.kantor import DATA_KANTOR, check_kantor
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.ikon import ikon
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.baris_isian import JARAK_BARIS, BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.pengaturan.contoh_kantor import ContohKantor
from sooko_desk.ui.pengaturan.isian_kop import IsianKop
from sooko_desk.ui.pengaturan.isian_logo import IsianLogo, pilih_gambar
from sooko_desk.ui.pengaturan.lembar_simpan import LembarSimpan, Simpanan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sooko_desk.domain.errors import FieldsError
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.data_kantor import DataKantor
    from sooko_desk.services.logo_kantor import LogoSiap

BANTUAN_KOP = (
    "Kabupaten, kecamatan, lalu alamat: 2 sampai 6 baris. Alt+Atas dan Alt+Bawah memindah baris."
)
BANTUAN_CATATAN = "Di tanda bukti, lembar kekurangan, tanda terima. Boleh kosong."
LEBAR_ISIAN = 404


class TabKantor(LembarSimpan[Kantor]):
    """Fields on the left, the paper on the right. Old papers keep the data of their time.

    Args:
        data: what the office sets of itself.
        clock: tells the day of the sample's signature.
        pilih_berkas: asks for the logo's file.
    """

    def __init__(
        self,
        data: DataKantor,
        clock: Clock,
        pilih_berkas: Callable[[QWidget], Path | None] = pilih_gambar,
    ) -> None:
        super().__init__(
            Simpanan(
                DATA_KANTOR,
                data.isi.kantor,
                data.isi.simpan_kantor,
                data.isi.kembalikan_kantor,
                data.isi.is_bawaan,
            )
        )
        self._logo = data.logo
        self._pilih_berkas = pilih_berkas
        self._ketat = False
        self._sinyal: SinyalKerja | None = None
        hari = hari_ini(clock)
        pejabat = data.isi.find_pejabat(JABATAN_KASI, hari)
        self.contoh = ContohKantor(pejabat or Pejabat("", "", JABATAN_KASI, hari), hari)
        self.kop = BarisIsian("Kop surat", IsianKop(), wajib=True, bantuan=BANTUAN_KOP)
        self.logo = BarisIsian("Logo", IsianLogo())
        self.tempat = BarisIsian(
            "Tempat", IsianTeks("Sooko"), wajib=True, bantuan="Di depan tanggal tanda tangan."
        )
        self.catatan = BarisIsian("Catatan kaki", IsianTeks(), bantuan=BANTUAN_CATATAN)
        self._bidang: dict[str, BarisIsian[IsianKop] | BarisIsian[IsianTeks]] = {
            "kop": self.kop,
            "tempat": self.tempat,
            "catatan_kaki": self.catatan,
        }
        self.naik = _tombol_gambar("chevron-up", "Naikkan baris kop (Alt+Atas)")
        self.turun = _tombol_gambar("chevron-down", "Turunkan baris kop (Alt+Bawah)")
        self._maju = EnterMaju(self)
        self.setFocusProxy(self.kop.input)
        self._build_layout()
        self._connect()
        self.muat_ulang()
        self.set_petugas(None)

    def _build_layout(self) -> None:
        geser = QVBoxLayout()
        geser.setSpacing(THEME.gap_xs)
        geser.addSpacing(self.kop.fontMetrics().height() + THEME.gap_xs)
        geser.addWidget(self.naik)
        geser.addWidget(self.turun)
        geser.addStretch(1)
        kop = QHBoxLayout()
        kop.setSpacing(THEME.gap_xs)
        kop.addWidget(self.kop, 1)
        kop.addLayout(geser)
        halaman = QWidget()
        halaman.setProperty("peran", "isi")
        kiri = QVBoxLayout(halaman)
        kiri.setContentsMargins(0, 0, THEME.gap_xs, 0)
        kiri.setSpacing(JARAK_BARIS)
        kiri.addLayout(kop)
        for baris in (self.logo, self.tempat, self.catatan):
            kiri.addWidget(baris)
        kiri.addStretch(1)
        gulir = GulirIsian()
        gulir.setWidget(halaman)
        gulir.setFixedWidth(LEBAR_ISIAN)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_l)
        badan.addWidget(gulir)
        badan.addWidget(self.contoh, 1)
        self._lembar.addLayout(badan, 1)

    def _connect(self) -> None:
        for kunci, baris in self._bidang.items():
            baris.input.setObjectName(kunci)
            baris.input.edited.connect(self._on_edited)
            baris.input.editingFinished.connect(self._tandai)
        for satu in (self.tempat, self.catatan):
            self._maju.awasi(satu.input)
        self.naik.clicked.connect(self._on_naik)
        self.turun.clicked.connect(self._on_turun)
        self.logo.input.pilih.connect(self._on_logo_pilih)
        self.logo.input.dijatuhkan.connect(self._baca_logo)
        self.logo.input.hapus.connect(self._on_logo_hapus)
        pasang_pintasan(self, {"Alt+L": self.logo.input.tombol_pilih.click}, DI_BAGIAN)

    def _atur_hak(self) -> None:
        self.kop.input.setReadOnly(not self.boleh)
        self.tempat.input.setReadOnly(not self.boleh)
        self.catatan.input.setReadOnly(not self.boleh)
        self.logo.input.set_readonly(not self.boleh)
        self.naik.setVisible(self.boleh)
        self.turun.setVisible(self.boleh)

    def _tampilkan(self, isi: Kantor) -> None:
        self._isi = isi
        self._ketat = False
        self.kop.input.set_nilai(isi.kop)
        self.tempat.input.set_nilai(isi.tempat)
        self.catatan.input.set_nilai(isi.catatan_kaki)
        self._lihat_logo()
        self._tandai()
        self._setelah()

    def _lihat_logo(self) -> None:
        sidik = self._isi.logo_sidik
        logo = self._logo.find(sidik)
        self.logo.input.set_logo(logo)
        if sidik and logo is None:
            self.logo.set_pesan(Nada.PERINGATAN, "Gambar logo hilang atau rusak. Pilih lagi.")
        else:
            self.logo.bersihkan()

    def _setelah(self) -> None:
        self.contoh.tampilkan(self._isi, self._logo.find(self._isi.logo_sidik))
        self.diubah.emit()

    def _tandai(self) -> None:
        """Mark what is wrong; empty fields only after a refused save."""
        salah = check_kantor(self._isi)
        for kunci, baris in self._bidang.items():
            if kunci in salah and (self._ketat or baris.input.nilai()):
                baris.set_pesan(Nada.BAHAYA, salah[kunci])
            else:
                baris.bersihkan()

    def _tunjuk(self, galat: FieldsError) -> str:
        """From now on empty fields are marked too."""
        self._ketat = True
        self._tandai()
        kunci = next(k for k in (*self._bidang, "logo_sidik") if k in galat.per_field)
        self._bidang.get(kunci, self.logo).setFocus()
        return str(galat)

    def _geser(self, arah: int) -> None:
        self.kop.input.pindah(arah)
        self.kop.setFocus()

    def _baca_logo(self, path: Path) -> None:
        """Look at a picture in a worker: it may be large, or come from a slow stick."""
        self.logo.bersihkan()
        self.logo.input.set_sibuk(sibuk=True)
        self._sinyal = SinyalKerja()
        self._sinyal.berhasil.connect(self._on_logo_siap)
        self._sinyal.gagal.connect(self._on_logo_gagal)
        self._sinyal.berakhir.connect(self._on_logo_berakhir)
        run_in_background(self._sinyal, partial(self._logo.siapkan, path))

    def _ganti_logo(self, sidik: str) -> None:
        self._isi = replace(self._isi, logo_sidik=sidik)
        self._lihat_logo()
        self._setelah()

    def _on_naik(self) -> None:
        self._geser(-1)

    def _on_turun(self) -> None:
        self._geser(1)

    def _on_edited(self) -> None:
        kunci = self.sender().objectName()
        self._isi = replace(
            self._isi,
            kop=self.kop.input.nilai(),
            tempat=self.tempat.input.nilai(),
            catatan_kaki=self.catatan.input.nilai(),
        )
        if kunci == "kop":
            self._tandai()  # what was pasted is judged at once
        else:
            self._bidang[kunci].bersihkan()
        self._setelah()

    def _on_logo_pilih(self) -> None:
        if (path := self._pilih_berkas(self)) is not None:
            self._baca_logo(path)

    def _on_logo_siap(self, siap: LogoSiap) -> None:
        self._ganti_logo(siap.sidik)

    def _on_logo_gagal(self, kalimat: str) -> None:
        self.logo.set_pesan(Nada.BAHAYA, kalimat)

    def _on_logo_berakhir(self) -> None:
        self._sinyal = None
        self.logo.input.set_sibuk(sibuk=False)

    def _on_logo_hapus(self) -> None:
        self._ganti_logo("")
        self.logo.setFocus()


def _tombol_gambar(gambar: str, nama: str) -> QToolButton:
    tombol = QToolButton()
    tombol.setIcon(ikon(gambar, ukuran=THEME.icon_s))
    tombol.setToolTip(nama)
    tombol.setAccessibleName(nama)
    return tombol
