"""What the tab of holidays is made of: the table's columns, and the line that edits one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from sooko_desk.domain.tanggal import hari_tanggal
from sooko_desk.sop.libur import (
    CUTI_BERSAMA,
    JENIS_LIBUR,
    LIBUR_NASIONAL,
    BarisLibur,
    find_tanggal,
)
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.dialog_berkas import Lokasi, Mode, Permintaan, tanya_berkas
from sooko_desk.ui.kit.isian_rapi import tandai_isian
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.tabel import Kolom
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_IMPOR = Permintaan(
    judul="Impor hari libur",
    terima="Impor",
    awal=Lokasi.DocumentsLocation,
    mode=Mode.ExistingFile,
    saring=("Tabel CSV (*.csv)", "Semua berkas (*)"),
)
_NADA = {LIBUR_NASIONAL: Nada.INFO, CUTI_BERSAMA: Nada.PROSES}
_LEBAR_TANGGAL, _LEBAR_JENIS = 150, 170


@dataclass(frozen=True, slots=True)
class BarisTampil:
    """One row as shown; `nomor` is its place among all rows, as the places of errors count."""

    nomor: int
    isi: BarisLibur


def _tanggal(t: BarisTampil) -> str:
    tanggal = find_tanggal(t.isi)
    return hari_tanggal(tanggal) if tanggal else t.isi.tanggal


def _nama(t: BarisTampil) -> str:
    return t.isi.nama


def _jenis(t: BarisTampil) -> str:
    return t.isi.jenis


def _nada(t: BarisTampil) -> Nada:
    return _NADA.get(t.isi.jenis, Nada.NETRAL)


def kunci_tampil(t: BarisTampil) -> int:
    """Identity of a row in the table."""
    return t.nomor


KOLOM_LIBUR: tuple[Kolom[BarisTampil], ...] = (
    Kolom("Tanggal", _tanggal, lebar=210, sort_key=kunci_tampil),
    Kolom("Nama hari libur", _nama),
    Kolom("Jenis", _jenis, lebar=150, chip=_nada),
)


def pilih_csv(
    parent: QWidget, jalankan: Callable[[QFileDialog], int] = QFileDialog.exec
) -> Path | None:
    """Ask for a CSV file with the system's own dialog; None when the officer gives up.

    Args:
        parent: the window that waits for the answer.
        jalankan: shows the dialog until it is answered; 0 = given up. A test answers by itself:
            the dialog of Windows is no widget, so nothing else could close it.
    """
    return next(iter(tanya_berkas(parent, _IMPOR, jalankan)), None)


class GarisLibur(QWidget):
    """The line that adds or changes one row; hidden until `buka`. Enter goes on, Escape gives up.

    Signals:
        diubah(): the officer typed or chose something.
        selesai(): the last Enter; the table takes `nilai()`.
        dibatalkan(): given up; the line is closed.
    """

    diubah = Signal()
    selesai = Signal()
    dibatalkan = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.diganti: BarisLibur | None = None
        self._awal = BarisLibur("", "", "")
        self.tanggal = IsianTanggal()
        self.nama = IsianTeks()
        self.jenis = Pilihan()
        self.jenis.set_pilihan((jenis, jenis) for jenis in JENIS_LIBUR)
        self.pesan = build_label("", Peran.PESAN)
        self.masukkan = tombol_kedua("Masukkan", "check")
        self.batal = tombol_teks("Batal", "x", "Esc")
        self._maju = EnterMaju(self)
        self._build_layout()
        self._connect()
        self.hide()

    def buka(self, baris: BarisLibur, diganti: BarisLibur | None = None) -> None:
        """Show a row; the caret goes to the date.

        Args:
            baris: what the fields hold at first.
            diganti: the row of the table that this one replaces; None = it is a new one.
        """
        self.diganti, self._awal = diganti, baris
        self.tanggal.set_nilai(baris.tanggal)
        self.nama.set_nilai(baris.nama)
        self.jenis.set_kode(baris.jenis if baris.jenis in JENIS_LIBUR else "")
        self.tandai({})
        self.show()
        self.tanggal.setFocus()
        self.tanggal.selectAll()

    def tutup(self) -> None:
        """Hide the line; what was typed in it is dropped."""
        self.hide()

    def nilai(self) -> BarisLibur:
        """The row as typed."""
        return BarisLibur(self.tanggal.nilai(), self.nama.nilai(), self.jenis.kode())

    def is_diketik(self) -> bool:
        """Whether something is typed that the table does not have."""
        return not self.isHidden() and self.nilai() != self._awal

    def tandai(self, salah: Mapping[str, str]) -> None:
        """Mark what is wrong ("tanggal", "nama", "jenis" to a sentence); caret to the first."""
        bidang = {"tanggal": self.tanggal, "nama": self.nama, "jenis": self.jenis}
        for kunci, isian in bidang.items():
            tandai_isian(isian, salah.get(kunci, ""))
        self.pesan.setText(" ".join(salah.values()))
        self.pesan.setVisible(bool(salah))
        for kunci in (k for k in bidang if k in salah):
            bidang[kunci].setFocus()
            break

    def _build_layout(self) -> None:
        self.tanggal.setFixedWidth(_LEBAR_TANGGAL)
        self.jenis.setFixedWidth(_LEBAR_JENIS)
        self.pesan.setWordWrap(True)
        set_style_state(self.pesan, "nada", str(Nada.BAHAYA))
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(THEME.gap_s)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 1)
        for kolom, (kata, isian) in enumerate(
            (("Tanggal", self.tanggal), ("Nama hari libur", self.nama), ("Jenis", self.jenis))
        ):
            label = build_label(kata, Peran.LABEL)
            label.setBuddy(isian)
            isian.setAccessibleName(kata)
            layout.addWidget(label, 0, kolom)
            layout.addWidget(isian, 1, kolom)
        layout.addWidget(self.masukkan, 1, 3)
        layout.addWidget(self.batal, 1, 4)
        layout.addWidget(self.pesan, 2, 0, 1, 5)

    def _connect(self) -> None:
        self.tanggal.edited.connect(self._on_diubah)
        self.nama.edited.connect(self._on_diubah)
        self.jenis.dipilih.connect(self._on_diubah)
        self.jenis.tidak_dikenal.connect(self._on_tidak_dikenal)
        for bidang in (self.tanggal, self.nama, self.jenis):
            self._maju.awasi(bidang)
        self.masukkan.clicked.connect(self._on_masukkan)
        self.batal.clicked.connect(self._on_batal)
        pasang_pintasan(self, {"Esc": self._on_batal}, DI_BAGIAN)

    def _on_diubah(self) -> None:
        self.diubah.emit()

    def _on_tidak_dikenal(self) -> None:
        self.tandai({"jenis": f"Pilih jenis: {', '.join(JENIS_LIBUR)}."})

    def _on_masukkan(self) -> None:
        self.selesai.emit()

    def _on_batal(self) -> None:
        self.tutup()
        self.diubah.emit()
        self.dibatalkan.emit()
