"""What the officer chooses before printing: printer, copies, pages. Knows no printer itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.ui.cetak.isian_bilangan import IsianBilangan
from sooko_desk.ui.cetak.tugas import BATAS_SALINAN, PrinterTersedia, TugasCetak
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

MENCARI = "Mencari printer…"
TIDAK_ADA = "Tidak ada printer"


class PilihanCetak(QWidget):
    """The fields of one print order.

    Signals:
        muat_ulang_diminta(): the officer wants the printers looked up again.
        printer_dipilih(): another printer is shown.
    """

    muat_ulang_diminta = Signal()
    printer_dipilih = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._daftar: tuple[PrinterTersedia, ...] = ()
        self._printer = QComboBox()
        self._printer.setAccessibleName("Printer")
        # A long printer name must not widen the column.
        self._printer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._printer.currentIndexChanged.connect(self._on_printer_changed)
        self._muat_ulang = tombol_teks("", "refresh")
        self._muat_ulang.setAccessibleName("Muat ulang daftar printer")
        self._muat_ulang.setToolTip("Muat ulang daftar printer")
        self._muat_ulang.clicked.connect(self.muat_ulang_diminta)
        self._salinan = IsianBilangan("Jumlah salinan", BATAS_SALINAN)
        self._semua = QRadioButton("Semua")
        self._semua.setChecked(True)
        self._sebagian = QRadioButton("Dari")
        self._dari = IsianBilangan("Dari halaman", 1)
        self._sampai = IsianBilangan("Sampai halaman", 1)
        self._baris_sebagian = QWidget()
        self._jumlah_halaman = 1
        self._dari.diubah.connect(self._on_dari_diubah)
        self._sebagian.toggled.connect(self._on_sebagian_toggled)
        self._build_layout()
        self._on_sebagian_toggled(self._sebagian.isChecked())

    def set_mencari(self) -> None:
        """Show that the printers are being looked up."""
        self._fill((), MENCARI)
        self._muat_ulang.setEnabled(False)

    def set_daftar(self, daftar: Sequence[PrinterTersedia], terakhir: str) -> bool:
        """Offer the printers.

        Args:
            daftar: all printers; may be empty.
            terakhir: the printer of the last print of this document, "" if none.

        Returns:
            False when `terakhir` is named but is no longer there.
        """
        with QSignalBlocker(self._printer):
            self._fill(tuple(daftar), TIDAK_ADA)
            self._printer.setCurrentIndex(self._first_choice(terakhir))
        self._muat_ulang.setEnabled(True)
        self.printer_dipilih.emit()
        return not terakhir or any(satu.nama == terakhir for satu in daftar)

    def set_jumlah_halaman(self, jumlah: int) -> None:
        """Offer pages 1 to `jumlah`."""
        self._semua.setText(f"Semua ({jumlah} halaman)")
        self._jumlah_halaman = max(1, jumlah)
        self._dari.set_batas(1, self._jumlah_halaman)
        self._sampai.set_batas(self._dari.value(), self._jumlah_halaman)
        self._sampai.set_value(self._jumlah_halaman)
        self._baris_sebagian.setVisible(jumlah > 1)

    def printer(self) -> PrinterTersedia | None:
        """The chosen printer, None while there is none."""
        nomor = self._printer.currentIndex()
        return self._daftar[nomor] if 0 <= nomor < len(self._daftar) else None

    def tugas(self, judul: str) -> TugasCetak | None:
        """The order as it stands, None while there is no printer."""
        printer = self.printer()
        if printer is None:
            return None
        for kotak in (self._salinan, self._dari, self._sampai):
            kotak.settle()
        is_sebagian = self._sebagian.isChecked()
        halaman = (self._dari.value(), self._sampai.value()) if is_sebagian else None
        return TugasCetak(printer.nama, self._salinan.value(), halaman, judul)

    def _first_choice(self, terakhir: str) -> int:
        for nomor, satu in enumerate(self._daftar):
            if satu.nama == terakhir:
                return nomor
        return next((i for i, satu in enumerate(self._daftar) if satu.bawaan), 0)

    def _fill(self, daftar: tuple[PrinterTersedia, ...], kosong: str) -> None:
        self._daftar = daftar
        with QSignalBlocker(self._printer):
            self._printer.clear()
            self._printer.addItems([satu.nama for satu in daftar] or [kosong])
        self._printer.setEnabled(bool(daftar))

    def _build_layout(self) -> None:
        baris_printer = QHBoxLayout()
        baris_printer.setSpacing(THEME.gap_xs)
        baris_printer.addWidget(self._printer, 1)
        baris_printer.addWidget(self._muat_ulang)
        baris_salinan = QHBoxLayout()
        baris_salinan.addWidget(build_label("Salinan", Peran.LABEL), 1)
        baris_salinan.addWidget(self._salinan)
        sebagian = QHBoxLayout(self._baris_sebagian)
        sebagian.setContentsMargins(0, 0, 0, 0)
        sebagian.setSpacing(THEME.gap_s)
        sebagian.addWidget(self._sebagian)
        sebagian.addWidget(self._dari)
        sebagian.addWidget(build_label("sampai"))
        sebagian.addWidget(self._sampai)
        sebagian.addStretch(1)
        luar = QVBoxLayout(self)
        luar.setContentsMargins(0, 0, 0, 0)
        luar.setSpacing(THEME.gap_xs)
        luar.addWidget(build_label("Printer", Peran.LABEL))
        luar.addLayout(baris_printer)
        luar.addSpacing(THEME.gap_s)
        luar.addLayout(baris_salinan)
        luar.addSpacing(THEME.gap_s)
        luar.addWidget(build_label("Halaman", Peran.LABEL))
        luar.addWidget(self._semua)
        luar.addWidget(self._baris_sebagian)

    def _on_printer_changed(self, _nomor: int) -> None:
        self.printer_dipilih.emit()

    def _on_dari_diubah(self, dari: int) -> None:
        self._sampai.set_batas(dari, self._jumlah_halaman)

    def _on_sebagian_toggled(self, dipilih: bool) -> None:
        self._dari.setEnabled(dipilih)
        self._sampai.setEnabled(dipilih)
        if dipilih:
            self._dari.setFocus()
