"""What the officer chooses before printing: printer, paper, copies, pages. Knows no printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.ui.cetak.isian_bilangan import IsianBilangan
from sooko_desk.ui.cetak.tugas import (
    BATAS_SALINAN,
    KertasPrinter,
    PrinterTersedia,
    TugasCetak,
    find_kertas,
)
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.printing.kertas import Kertas

MENCARI = "Mencari printer…"
TIDAK_ADA = "Tidak ada printer"
TANPA_KERTAS = "{} – printer tidak punya"


class PilihanCetak(QWidget):
    """The fields of one print order.

    Signals:
        muat_ulang_diminta(): the officer wants the printers looked up again.
        printer_dipilih(): another printer is shown.
        kertas_dipilih(): the officer chose another paper.
        posisi_diminta(): the officer wants to measure where this printer prints.

    Attributes:
        muat: make the pages smaller so that they land where the printer prints.
        langsung: print this kind of document without the window from now on.
    """

    muat_ulang_diminta = Signal()
    printer_dipilih = Signal()
    kertas_dipilih = Signal()
    posisi_diminta = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._daftar: tuple[PrinterTersedia, ...] = ()
        self._pilihan_kertas: tuple[Kertas, ...] = ()
        self._printer = _combo("Printer")
        self._printer.currentIndexChanged.connect(self._on_printer_changed)
        self._kertas = _combo("Kertas")
        self._kertas.currentIndexChanged.connect(self._on_kertas_changed)
        self._muat_ulang = tombol_teks("", "refresh")
        self._muat_ulang.setAccessibleName("Muat ulang daftar printer")
        self._muat_ulang.setToolTip("Muat ulang daftar printer (F5)")
        self._muat_ulang.clicked.connect(self.muat_ulang_diminta)
        self._posisi = tombol_teks("", "settings")
        self._posisi.setAccessibleName("Atur posisi cetak")
        self._posisi.setToolTip("Atur posisi cetak printer ini")
        self._posisi.clicked.connect(self.posisi_diminta)
        self._salinan = IsianBilangan("Jumlah salinan", BATAS_SALINAN)
        self._semua = QRadioButton("Semua")
        self._semua.setChecked(True)
        self._sebagian = QRadioButton("Dari")
        self._dari = IsianBilangan("Dari halaman", 1)
        self._sampai = IsianBilangan("Sampai halaman", 1)
        self._baris_sebagian = QWidget()
        self._jumlah_halaman = 1
        self.muat = QCheckBox("Muat ke bidang cetak")
        self.muat.setToolTip("Isi dikecilkan sedikit supaya tidak terpotong di tepi kertas")
        self.langsung = QCheckBox("Lain kali cetak langsung")
        self.langsung.setToolTip("Tanpa jendela ini. Tahan Shift saat mencetak untuk membukanya.")
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

    def fokus_muat_ulang(self) -> None:
        """Let Enter look up the printers again."""
        self._muat_ulang.setFocus()

    def set_kertas(self, kertas: Sequence[Kertas], terpilih: Kertas) -> None:
        """Offer the papers that the document can be built for."""
        self._pilihan_kertas = tuple(kertas)
        with QSignalBlocker(self._kertas):
            self._kertas.clear()
            self._kertas.addItems([satu.nama for satu in kertas])
            self._kertas.setCurrentIndex(self._pilihan_kertas.index(terpilih))
        self._kertas.setEnabled(len(self._pilihan_kertas) > 1)

    def set_kertas_printer(self, daftar: Sequence[KertasPrinter] | None) -> None:
        """Say at each paper whether the printer has it; None = the printer does not tell."""
        for nomor, satu in enumerate(self._pilihan_kertas):
            ada = daftar is None or find_kertas(daftar, satu.lebar, satu.tinggi) is not None
            self._kertas.setItemText(nomor, satu.nama if ada else TANPA_KERTAS.format(satu.id))
            self._kertas.setItemData(nomor, satu.nama, Qt.ItemDataRole.ToolTipRole)

    def set_salinan(self, salinan: int) -> None:
        """Propose a number of copies."""
        self._salinan.set_value(salinan)

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

    def kertas(self) -> Kertas | None:
        """The chosen paper, None while none is offered."""
        nomor = self._kertas.currentIndex()
        return self._pilihan_kertas[nomor] if nomor >= 0 else None

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
        self._printer.setToolTip(self._printer.currentText())
        self._posisi.setEnabled(bool(daftar))

    def _build_layout(self) -> None:
        sebagian = QHBoxLayout(self._baris_sebagian)
        sebagian.setContentsMargins(0, 0, 0, 0)
        sebagian.setSpacing(THEME.gap_s)
        for satu in (self._sebagian, self._dari, build_label("sampai"), self._sampai):
            sebagian.addWidget(satu)
        sebagian.addStretch(1)
        halaman = QHBoxLayout()
        halaman.addWidget(self._semua, 1)
        salinan = QHBoxLayout()
        salinan.addWidget(self._salinan)
        salinan.addStretch(1)
        petak = QGridLayout()
        petak.setHorizontalSpacing(THEME.gap_s)
        petak.setVerticalSpacing(THEME.gap_xs)
        petak.setColumnStretch(1, 1)
        isi: tuple[tuple[str, QLayout], ...] = (
            ("Printer", _row(self._printer, self._muat_ulang)),
            ("Kertas", _row(self._kertas, self._posisi)),
            ("Salinan", salinan),
            ("Halaman", halaman),
        )
        for nomor, (nama, tata) in enumerate(isi):
            petak.addWidget(build_label(nama, Peran.LABEL), nomor, 0)
            petak.addLayout(tata, nomor, 1)
        petak.addWidget(self._baris_sebagian, petak.rowCount(), 0, 1, 2)
        luar = QVBoxLayout(self)
        luar.setContentsMargins(0, 0, 0, 0)
        luar.setSpacing(THEME.gap_xs)
        luar.addLayout(petak)
        luar.addWidget(self.muat)
        luar.addWidget(self.langsung)

    def _on_printer_changed(self, _nomor: int) -> None:
        self._printer.setToolTip(self._printer.currentText())
        self.printer_dipilih.emit()

    def _on_kertas_changed(self, _nomor: int) -> None:
        self.kertas_dipilih.emit()

    def _on_dari_diubah(self, dari: int) -> None:
        self._sampai.set_batas(dari, self._jumlah_halaman)

    def _on_sebagian_toggled(self, dipilih: bool) -> None:
        self._dari.setEnabled(dipilih)
        self._sampai.setEnabled(dipilih)
        if dipilih:
            self._dari.setFocus()


def _combo(nama: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(nama)
    # A long printer name must not widen the column.
    combo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return combo


def _row(isian: QWidget, tombol: QWidget) -> QHBoxLayout:
    baris = QHBoxLayout()
    baris.setSpacing(THEME.gap_xs)
    baris.addWidget(isian, 1)
    baris.addWidget(tombol)
    return baris
