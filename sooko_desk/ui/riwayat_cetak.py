"""F7: which document went where, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sooko_desk.ui.kata import sebut_saat
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.data.perintah import BarisCetakan

_HASIL = {
    "tercetak": ("Tercetak", Nada.SELESAI),
    "tersimpan": ("Tersimpan", Nada.INFO),
    "belum_pasti": ("Belum pasti", Nada.PERINGATAN),
    "gagal": ("Gagal", Nada.BAHAYA),
}


def _waktu(b: BarisCetakan) -> str:
    return sebut_saat(b.waktu)


def _judul(b: BarisCetakan) -> str:
    return b.judul


def _tujuan(b: BarisCetakan) -> str:
    return "Berkas PDF" if b.tujuan == "berkas" else b.tujuan


def _salinan(b: BarisCetakan) -> str:
    return str(b.salinan)


def _petugas(b: BarisCetakan) -> str:
    return b.petugas


def _hasil(b: BarisCetakan) -> str:
    return _HASIL[b.hasil][0]


def _nada(b: BarisCetakan) -> Nada:
    return _HASIL[b.hasil][1]


_KOLOM: tuple[Kolom[BarisCetakan], ...] = (
    Kolom("Waktu", _waktu, lebar=130),
    Kolom("Dokumen", _judul),
    Kolom("Tujuan", _tujuan, lebar=160),
    Kolom("Lembar", _salinan, Rata.KANAN, lebar=64),
    Kolom("Petugas", _petugas, lebar=160),
    Kolom("Hasil", _hasil, lebar=110, chip=_nada),
)


class RiwayatCetak(QDialog):
    """The print log; Escape closes it."""

    def __init__(self, baris: tuple[BarisCetakan, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Riwayat cetak")
        self.resize(960, 480)
        self.model: RowTableModel[BarisCetakan] = RowTableModel(_KOLOM, hash)
        self.model.set_rows(baris)
        tabel: TabelData[BarisCetakan] = TabelData(self.model, "Riwayat cetak")
        tabel.set_kosong("printer", "Belum ada yang dicetak", "Setiap cetakan tercatat di sini.")
        kartu = Kartu("Riwayat cetak", "Cetakan terbaru di atas.")
        kartu.isi.addWidget(tabel, 1)
        tutup = tombol_kedua("Tutup", "x", "Esc")
        tutup.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(kartu, 1)
        layout.addWidget(tutup, 0, Qt.AlignmentFlag.AlignRight)
