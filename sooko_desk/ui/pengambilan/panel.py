"""One document that waits: whose it is, whom to call, where it lies, what must go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QWidget

from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.pengambilan.daftar import nada_umur, sebut_umur
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.services.pengambilan import BarisBelum

_LABEL = (
    "Tempat",
    "Telepon pemohon",
    "Pembawa berkas",
    "Alamat",
    "Permohonan",
    "Nomor register",
    "Siap sejak",
)
_LEBAR_LABEL = 112


class PanelBelum(QStackedWidget):
    """Shows one case; stores nothing.

    Args:
        nama_desa: village names by code.
        nama_hubungan: words for the relation of a bringer, by code.

    Attributes:
        buka, tempat: its two buttons.
    """

    def __init__(self, nama_desa: Mapping[str, str], nama_hubungan: Mapping[str, str]) -> None:
        super().__init__()
        self._nama_desa = nama_desa
        self._nama_hubungan = nama_hubungan
        self._fakta: dict[str, tuple[QLabel, QLabel]] = {}
        self.nama = build_label("", Peran.TEBAL)
        self.nama.setWordWrap(True)
        self.umur = Lencana()
        self.asli = Spanduk()
        self.buka = tombol_utama("Buka permohonan", "arrow-right", "Ctrl+Enter")
        self.tempat = tombol_kedua("Tempat", "map-pin", "F2")
        self._build_layout()
        self.kosongkan()

    def kosongkan(self) -> None:
        """Show that no case is chosen."""
        self.setCurrentIndex(0)

    def teks(self, label: str) -> str:
        """What one line says."""
        return self._fakta[label][1].text()

    def tampilkan(self, baris: BarisBelum, permohonan: Permohonan) -> None:
        """Show a case that waits to be fetched."""
        r, p = permohonan.ringkasan, permohonan.ringkasan.pemohon
        self._kartu.set_judul(r.kode_pindai)
        self.umur.set_isi(sebut_umur(baris), nada_umur(baris))
        self.nama.setText(p.nama)
        pembawa = permohonan.pembawa
        hubungan = self._nama_hubungan.get(pembawa.hubungan, pembawa.hubungan)
        rt_rw = " ".join(x for x in (p.rt and f"RT {p.rt}", p.rw and f"RW {p.rw}") if x)
        alamat = (p.alamat, rt_rw, f"Desa {self._nama_desa.get(p.desa, p.desa)}")
        isi = {
            "Tempat": r.tempat or "belum dicatat",
            "Telepon pemohon": p.telepon or "tidak ada nomor",
            "Pembawa berkas": ", ".join(
                x for x in (pembawa.nama, hubungan, pembawa.telepon) if x and pembawa.nama
            ),
            "Alamat": ", ".join(x for x in alamat if x),
            "Permohonan": f"{r.layanan}, {r.jenis_kode} {r.jenis_nama}",
            "Nomor register": r.nomor_register,
            "Siap sejak": tanggal_pendek(ke_wib(r.posisi_sejak).date()),
        }
        for label, (kiri, kanan) in self._fakta.items():
            kanan.setText(isi[label])
            kiri.setVisible(bool(isi[label]))
            kanan.setVisible(bool(isi[label]))
        asli = "; ".join(b.nama for b in permohonan.berkas if b.asli_di_kantor)
        self.asli.sembunyikan()
        if asli:
            self.asli.tampilkan(Nada.PERINGATAN, f"Asli masih di kantor: {asli}.")
        self.setCurrentIndex(1)

    def _build_layout(self) -> None:
        self._kartu = Kartu("Permohonan")
        self._kartu.add_kanan(self.umur)
        halaman = QWidget()
        halaman.setProperty("peran", "isi")
        grid = QGridLayout(halaman)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(THEME.gap_s)
        grid.setVerticalSpacing(THEME.gap_xs)
        grid.setColumnMinimumWidth(0, _LEBAR_LABEL)
        grid.setColumnStretch(1, 1)
        for nomor, label in enumerate(_LABEL):
            kiri = build_label(label, Peran.REDUP)
            kanan = build_label("", Peran.TEBAL if nomor < 2 else Peran.BIASA)
            kanan.setWordWrap(True)
            kanan.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(kiri, nomor, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(kanan, nomor, 1)
            self._fakta[label] = (kiri, kanan)
        grid.setRowStretch(len(_LABEL), 1)
        gulir = GulirIsian()
        gulir.setWidget(halaman)
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        tombol.addWidget(self.buka)
        tombol.addWidget(self.tempat)
        tombol.addStretch(1)
        self._kartu.isi.addWidget(self.nama)
        self._kartu.isi.addWidget(gulir, 1)
        self._kartu.isi.addWidget(self.asli)
        self._kartu.isi.addLayout(tombol)
        kosong = Kosong(
            "packages", "Belum ada yang dipilih", "Pilih dokumen di kiri, lalu tekan Enter."
        )
        self.addWidget(kosong)
        self.addWidget(self._kartu)
