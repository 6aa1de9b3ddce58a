"""Lembar kepatuhan SOP: of the case that is open, or of a month that is chosen here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.daftar_bulan import DaftarBulan
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pilihan import Pilihan, SegmenPilihan
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tata_jendela import tata_jendela
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import RingkasanPermohonan
    from sooko_desk.services.kepatuhan import KepatuhanService

LEBAR, TINGGI = 640, 560
"""Px; fits the smallest screen of the office."""
JUDUL = "Lembar kepatuhan SOP"


class DialogKepatuhan(QDialog):
    """Choose service, year and month, or take the open case; nothing is printed here.

    Choosing closes the window. Show it with `open()`.

    Args:
        service: measures and builds the sheets.
        terbuka: the case that is open; None = none.
        parent: the window it belongs to.

    Signals:
        bulan_dipilih(str, int, int): service, year and month; once, after closing.
        permohonan_dipilih(int): the open case; once, after closing.
    """

    bulan_dipilih = Signal(str, int, int)
    permohonan_dipilih = Signal(int)

    def __init__(
        self, service: KepatuhanService, terbuka: RingkasanPermohonan | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._terbuka = terbuka
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(JUDUL)
        self.resize(LEBAR, TINGGI)
        self._buku = {b.layanan: b for b in service.list_buku()}
        butir = [(nama, nama, f"Alt+{n}") for n, nama in enumerate(self._buku, start=1)]
        self.layanan = SegmenPilihan(butir or [("", "Belum ada", "")])
        self.layanan.setAccessibleName("Layanan")
        self.tahun = Pilihan("Pilih tahun")
        self.tabel = DaftarBulan("Tercatat di register")
        self.model = self.tabel.isi
        self.tabel.set_kosong(
            "calendar", "Belum ada layanan", "Periksa berkas SOP di folder sop_data."
        )
        self.spanduk = Spanduk()
        self.cetak = tombol_utama("Cetak bulan", "printer", "Ctrl+Enter")
        kode = terbuka.kode_pindai if terbuka else ""
        self.permohonan = tombol_kedua(f"Permohonan {kode}", "file-text", "Ctrl+P")
        self.permohonan.setVisible(terbuka is not None)
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self._build_layout()
        self._connect()
        awal = terbuka.layanan if terbuka and terbuka.layanan in self._buku else ""
        self.layanan.set_kode(awal or next(iter(self._buku), ""))
        self._on_layanan_dipilih()
        self.tabel.setFocus()

    def _build_layout(self) -> None:
        kartu = Kartu(JUDUL, "Waktu setiap langkah dibandingkan dengan waktu pada lembar SOP.")
        atas = QHBoxLayout()
        atas.setSpacing(THEME.gap_m)
        atas.addWidget(BarisIsian("Layanan", self.layanan), 2)
        atas.addWidget(BarisIsian("Tahun", self.tahun), 1)
        kartu.isi.addLayout(atas)
        kartu.isi.addWidget(self.tabel, 1)
        tata_jendela(self, kartu, (self.spanduk,), (self.cetak, self.permohonan), self.tutup)

    def _connect(self) -> None:
        self.layanan.dipilih.connect(self._on_layanan_dipilih)
        self.tahun.dipilih.connect(self._on_tahun_dipilih)
        self.tabel.dibuka.connect(self._on_cetak)
        self.tabel.baris_dipilih.connect(self.spanduk.sembunyikan)
        self.cetak.clicked.connect(self._on_cetak)
        self.permohonan.clicked.connect(self._on_permohonan)
        self.tutup.clicked.connect(self.reject)
        ctrl_p = self._on_cetak if self._terbuka is None else self._on_permohonan
        pasang_pintasan(self, {"Ctrl+Enter": self._on_cetak, "Ctrl+P": ctrl_p})

    def _on_layanan_dipilih(self) -> None:
        buku = self._buku.get(self.layanan.kode())
        if buku is None:
            return
        self.tahun.set_pilihan((str(t), str(t)) for t in buku.tahun)
        self.tahun.set_kode(str(buku.tahun[0]))
        self._on_tahun_dipilih()

    def _on_tahun_dipilih(self) -> None:
        """The months of the year; the newest one with cases is chosen."""
        self.spanduk.sembunyikan()
        try:
            banyak = self._service.list_bulan(self.layanan.kode(), int(self.tahun.kode() or 0))
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.tabel.set_banyak(banyak)

    def _on_cetak(self) -> None:
        baris = self.tabel.baris()
        if baris is None:
            return
        layanan, tahun = self.layanan.kode(), self.tahun.kode()
        if not baris.banyak:
            self.spanduk.tampilkan(
                Nada.INFO,
                f"Tidak ada permohonan {layanan} yang tercatat di register pada {baris.nama} "
                f"{tahun}. Pilih bulan lain.",
            )
            return
        self.accept()
        self.bulan_dipilih.emit(layanan, int(tahun), baris.bulan)

    def _on_permohonan(self) -> None:
        if self._terbuka is not None:
            self.accept()
            self.permohonan_dipilih.emit(self._terbuka.id)
