"""The first step: which backup, and from which place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.pemulihan.kata import sebut_pilihan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from sooko_desk.services.pemulihan_daftar import Pilihan

DAPAT, TIDAK = "Dapat dipulihkan", "Tidak dapat"


class HalamanPilih(QWidget):
    """Backups of all places, newest first, with what is in the way of each.

    Signals:
        dipilih(): Enter on a row.
        cari(): look at the sticks again.
        pilih_folder(): another place is wanted.
    """

    dipilih = Signal()
    cari = Signal()
    pilih_folder = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.model: RowTableModel[Pilihan] = RowTableModel(
            (
                Kolom("Dibuat", _waktu, lebar=140, sort_key=lambda p: p.waktu),
                Kolom("Tempat", lambda p: p.tempat),
                Kolom("Permohonan", _angka(lambda d: d.permohonan), Rata.KANAN, lebar=100),
                Kolom("Pindaian", _angka(lambda d: len(d.pindaian)), Rata.KANAN, lebar=80),
                Kolom("Versi", lambda p: p.program, lebar=70),
                Kolom("Keadaan", _keadaan, lebar=150, chip=_nada),
            ),
            _kunci,
        )
        self.tabel = TabelData(self.model, "Cadangan yang ditemukan")
        self.tabel.set_kosong(
            "database",
            "Belum ada cadangan yang ditemukan",
            "Pasang flashdisk cadangan lalu tekan F5, atau pilih foldernya dengan Ctrl+O.",
        )
        self.rincian = build_label("")
        self.rincian.setWordWrap(True)
        self.rincian.setMinimumHeight(2 * THEME.gap_l + THEME.gap_m)
        self.lagi = tombol_kedua("Cari lagi", "refresh", "F5")
        self.folder = tombol_kedua("Pilih folder", "folder-open", "Ctrl+O")
        tombol = QHBoxLayout()
        tombol.setSpacing(THEME.gap_s)
        tombol.addWidget(self.lagi)
        tombol.addWidget(self.folder)
        tombol.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(self.tabel, 1)
        layout.addWidget(self.rincian)
        layout.addLayout(tombol)
        self.tabel.dibuka.connect(self._on_tabel_dibuka)
        self.tabel.baris_dipilih.connect(self._on_baris_dipilih)
        self.lagi.clicked.connect(self.cari)
        self.folder.clicked.connect(self.pilih_folder)

    def pilihan(self) -> Pilihan | None:
        """The row that is chosen."""
        return self.tabel.baris()

    def tampilkan(self, semua: tuple[Pilihan, ...]) -> None:
        """Show these; the first that can be restored is chosen."""
        self.model.set_rows(semua)
        pertama = next((p for p in semua if not p.halangan), None)
        if pertama is not None:
            self.tabel.pilih(_kunci(pertama))
        self.tabel.setFocus()

    def _on_tabel_dibuka(self) -> None:
        self.dipilih.emit()

    def _on_baris_dipilih(self, pilihan: Pilihan | None) -> None:
        self.rincian.setText("" if pilihan is None else pilihan.halangan or sebut_pilihan(pilihan))


def _kunci(pilihan: Pilihan) -> Hashable:
    cadangan = pilihan.cadangan
    return None if cadangan is None else (str(cadangan.folder), cadangan.nama)


def _waktu(pilihan: Pilihan) -> str:
    if pilihan.jurnal:
        return "sampai kini"
    return sebut_saat(pilihan.waktu) if pilihan.waktu else "tidak diketahui"


def _angka(baca: Callable[..., int]) -> Callable[[Pilihan], str]:
    return lambda p: "" if p.daftar is None else str(baca(p.daftar))


def _keadaan(pilihan: Pilihan) -> str:
    return TIDAK if pilihan.halangan else DAPAT


def _nada(pilihan: Pilihan) -> Nada:
    return Nada.BAHAYA if pilihan.halangan else Nada.SELESAI
