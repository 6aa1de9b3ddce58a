"""The card of backups that nobody has to think of: second folder, office sticks, how often."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout

from sooko_desk.data.cadangan import sebut_ukuran
from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.cadangan_riwayat import Tempat
from sooko_desk.services.hak_pengaturan import may_edit
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.pekerja import Pekerja
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.cadangan_tempat import TempatCadanganService, TempatTerpasang, Volume
    from sooko_desk.ui.jaga.latar import CadanganLatar
    from sooko_desk.ui.lampiran.dunia_lampiran import PilihFolder

TIDAK_ADA = "Belum ada flashdisk kantor atau folder kedua yang terpasang."
TIDAK_ADA_CALON = "Tidak ada flashdisk lain yang terpasang. Pasang flashdisk-nya, lalu tekan F8."
_LEBAR_TIAP = 170


class KartuTempat(Kartu):
    """Where automatic backups go.

    Args:
        petugas: who is at work; how often is the Kasi's to choose, the rest anybody's.
        pilih_folder: asks for a folder (title, the folder until now); None when given up.

    Attributes:
        fakta: lines beside the last button, of which there is room for two.
    """

    def __init__(
        self,
        service: TempatCadanganService,
        latar: CadanganLatar,
        petugas: Petugas,
        pilih_folder: PilihFolder,
    ) -> None:
        super().__init__(
            "Cadangan otomatis",
            "Saat program ditutup dan sesudah sekian penerimaan dan keputusan: ke folder kedua dan "
            "ke setiap flashdisk kantor yang terpasang.",
        )
        self._service = service
        self._latar = latar
        self._petugas = petugas
        self._pilih_folder = pilih_folder
        self._menu: QMenu | None = None
        self.pekerja = Pekerja(self)
        self.folder = BarisIsian(
            "Folder kedua", QLineEdit(), bantuan="Di cakram lain, misalnya D:\\"
        )
        self.pilih = tombol_kedua("Pilih", "folder-open")
        self.tiap = BarisIsian("Cadangkan tiap", QLineEdit(), bantuan="penerimaan, keputusan")
        self.simpan = tombol_kedua("Simpan", "device-floppy", "Ctrl+S")
        self.flashdisk = tombol_kedua("Jadikan flashdisk kantor", "plus", "F8")
        self.terpasang = build_label("")
        self.fakta = QVBoxLayout()
        self.spanduk = Spanduk()
        self._build_layout()
        self.pilih.clicked.connect(self._on_pilih)
        self.simpan.clicked.connect(self.simpan_isian)
        self.flashdisk.clicked.connect(self.pilih_flashdisk)
        for baris in (self.folder, self.tiap):
            baris.input.returnPressed.connect(self.simpan_isian)
        self.pekerja.berhasil.connect(self._on_ditandai)
        self.pekerja.gagal.connect(self._on_gagal)
        latar.berubah.connect(self._isi_terpasang)
        self._isi()

    def simpan_isian(self) -> None:
        """Keep folder and distance; where one is refused, neither that nor the later is kept."""
        try:
            self._service.set_folder_kedua(self.folder.input.text(), self._petugas)
            self._service.set_tiap(self.tiap.input.text(), self._petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.spanduk.tampilkan(Nada.SELESAI, "Tersimpan.")
        self._latar.cari()

    def pilih_flashdisk(self) -> None:
        """Offer the sticks that are there; a digit or Enter marks one."""
        if self.pekerja.sibuk:
            return
        calon = self._latar.temuan.lain
        if not calon:
            self.spanduk.tampilkan(Nada.PERINGATAN, TIDAK_ADA_CALON)
            self._latar.cari()
            return
        menu = self._menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for nomor, volume in enumerate(calon, start=1):
            menu.addAction(f"&{nomor}  {_sebut_volume(volume)}").setData(nomor - 1)
        menu.setActiveAction(menu.actions()[0])
        self._calon = calon
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(self.flashdisk.mapToGlobal(QPoint(0, self.flashdisk.height())))

    def _build_layout(self) -> None:
        self.tiap.setFixedWidth(_LEBAR_TIAP)
        self.tiap.input.setReadOnly(not may_edit(self._petugas))
        self.terpasang.setWordWrap(True)
        self.fakta.setSpacing(0)
        atas = QHBoxLayout()
        atas.setSpacing(THEME.gap_s)
        atas.addWidget(self.folder, 1)
        atas.addWidget(self.pilih, 0, Qt.AlignmentFlag.AlignVCenter)
        atas.addSpacing(THEME.gap_m)
        atas.addWidget(self.tiap)
        atas.addWidget(self.simpan, 0, Qt.AlignmentFlag.AlignVCenter)
        bawah = QHBoxLayout()
        bawah.setSpacing(THEME.gap_s)
        self.fakta.addWidget(self.terpasang)
        bawah.addLayout(self.fakta, 1)
        bawah.addWidget(self.flashdisk)
        self.isi.addLayout(atas)
        self.isi.addLayout(bawah)
        self.isi.addWidget(self.spanduk)

    def _isi(self) -> None:
        try:
            folder, tiap = self._service.folder_kedua, self._service.tiap
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.folder.input.setText("" if folder is None else str(folder))
        self.tiap.input.setText(str(tiap))
        self._isi_terpasang()

    def _isi_terpasang(self) -> None:
        kata = [_sebut_terpasang(satu) for satu in self._latar.temuan.terpasang]
        self.terpasang.setText("Terpasang: " + "; ".join(kata) + "." if kata else TIDAK_ADA)

    def _on_pilih(self) -> None:
        kini = self.folder.input.text().strip()
        folder = self._pilih_folder("Folder kedua", Path(kini) if kini else None)
        if folder is not None:
            self.folder.input.setText(str(folder))
            self.simpan_isian()

    def _on_menu_triggered(self, aksi: QAction) -> None:
        volume = self._calon[aksi.data()]
        self.pekerja.jalankan(lambda _kemajuan: self._service.siapkan_tandai(volume))

    def _on_ditandai(self, tempat: object) -> None:
        assert isinstance(tempat, Tempat)
        try:
            self._service.catat_flashdisk(tempat, self._petugas)
        except OfficerError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self.spanduk.tampilkan(
            Nada.SELESAI,
            f"Flashdisk ini sekarang “{tempat.sebutan}”. Tulis nama itu di badannya. Cadangan "
            "pertama dibuat sebentar lagi.",
        )
        self._latar.cari()

    def _on_gagal(self, kalimat: str) -> None:
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)


def _sebut_volume(volume: Volume) -> str:
    nama = f"{volume.nama}, " if volume.nama and volume.nama != str(volume.akar) else ""
    return f"{volume.akar} ({nama}sisa {sebut_ukuran(volume.bebas)})".replace("&", "&&")


def _sebut_terpasang(satu: TempatTerpasang) -> str:
    di = f" di {satu.tempat.folder}" if satu.tempat.flashdisk else ""
    return f"{satu.tempat.sebutan}{di}, sisa {sebut_ukuran(satu.bebas)}"
