"""The very first start: who works here, and a PIN each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.services.petugas import PengaturanAwal
from sooko_desk.ui.isian_pin import IsianPin
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.services.petugas import PetugasService


class HalamanAwal(QWidget):
    """Asks for the first operator and the Kasi.

    Signals:
        selesai(): both are stored; somebody may sign in.
        pulihkan(): this computer takes the place of another, whose backup is there.
    """

    selesai = Signal()
    pulihkan = Signal()

    def __init__(self, service: PetugasService) -> None:
        super().__init__()
        self._service = service
        self._awal: PengaturanAwal | None = None
        self._kerja = SinyalKerja(self)
        enam = "Enam angka, bukan angka berurutan atau tanggal."
        self.bidang: dict[str, BarisIsian[IsianTeks] | BarisIsian[IsianPin]] = {}
        for siapa, sebutan in (("operator", "operator"), ("kasi", "Kasi Pelayanan")):
            self.bidang[f"nama_{siapa}"] = BarisIsian(f"Nama {sebutan}", IsianTeks(), wajib=True)
            self.bidang[f"pin_{siapa}"] = BarisIsian(
                f"PIN {sebutan}", IsianPin(), wajib=True, bantuan=enam
            )
            self.bidang[f"ulang_{siapa}"] = BarisIsian(
                f"Ulangi PIN {sebutan}", IsianPin(), wajib=True
            )
        self._spanduk = Spanduk()
        self._buku = build_label("", Peran.REDUP)
        self._tombol = tombol_utama("Simpan dan mulai", "check")
        self.pulih = tombol_kedua("Komputer pengganti: pulihkan dari cadangan", "database")
        self._build_layout()
        self._tombol.clicked.connect(self._on_simpan)
        self.pulih.clicked.connect(self.pulihkan)
        self._kerja.berhasil.connect(self._on_kerja_berhasil)
        for baris in self.bidang.values():
            baris.input.returnPressed.connect(self._on_enter)

    def _build_layout(self) -> None:
        kartu = Kartu(
            "Selamat datang di Sooko Desk",
            "Tulis siapa yang bekerja di loket ini. PIN dipakai setiap kali masuk.",
        )
        kartu.setFixedWidth(860)
        grid = QGridLayout()
        grid.setHorizontalSpacing(THEME.gap_l)
        grid.setVerticalSpacing(0)
        for nomor, baris in enumerate(self.bidang.values()):
            grid.addWidget(baris, nomor // 3, nomor % 3)
        kartu.isi.addWidget(self._spanduk)
        kartu.isi.addLayout(grid)
        kartu.isi.addWidget(self._buku)
        tombol = QHBoxLayout()
        tombol.addWidget(self._tombol)
        tombol.addStretch(1)
        tombol.addWidget(self.pulih)
        kartu.isi.addLayout(tombol)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(kartu, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def buka(self) -> None:
        """Put the caret where typing begins."""
        self.bidang["nama_operator"].input.setFocus()
        self._sebut_buku()

    def _sebut_buku(self) -> bool:
        """Say which register year will be opened; False = the clock cannot be right."""
        try:
            self._buku.setText(self._service.sebut_buku_awal())
        except OfficerError as galat:
            self._buku.setText("")
            self._spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return False
        return True

    def _on_enter(self) -> None:
        """Enter goes on to the next field; on the last one it saves."""
        semua = [b.input for b in self.bidang.values()]
        tempat = next(i for i, masukan in enumerate(semua) if masukan.hasFocus())
        if tempat + 1 < len(semua):
            semua[tempat + 1].setFocus()
        else:
            self._on_simpan()

    def _on_simpan(self) -> None:
        if self._awal is not None:
            return
        for baris in self.bidang.values():
            baris.bersihkan()
        self._spanduk.sembunyikan()
        awal = PengaturanAwal(**{nama: b.input.text() for nama, b in self.bidang.items()})
        try:
            self._service.check_pengaturan_awal(awal)
        except FieldsError as galat:
            self._tandai(galat)
            return
        if not self._sebut_buku():
            return
        self._awal = awal
        self._tombol.setEnabled(False)
        run_in_background(self._kerja, self._hash)

    def _hash(self) -> tuple[str, str]:
        assert self._awal is not None
        hash_pin = self._service.hash_pin
        return hash_pin(self._awal.pin_operator), hash_pin(self._awal.pin_kasi)

    def _on_kerja_berhasil(self, hasil: tuple[str, str]) -> None:
        assert self._awal is not None
        awal, self._awal = self._awal, None
        self._tombol.setEnabled(True)
        try:
            self._service.simpan_pengaturan_awal(awal, *hasil)
        except OfficerError as galat:
            self._spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        for baris in self.bidang.values():
            baris.input.clear()
        self.selesai.emit()

    def _tandai(self, galat: FieldsError) -> None:
        for nama, kalimat in galat.per_field.items():
            self.bidang[nama].set_pesan(Nada.BAHAYA, kalimat)
        self.bidang[next(n for n in self.bidang if n in galat.per_field)].input.setFocus()
