"""Where a printer really prints: a sheet with crosses, two numbers measured on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.ui.cetak.setelan_cetak import keep_geser, read_geser
from sooko_desk.ui.cetak.tugas import TugasCetak
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.printing.kertas import Kertas
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak

SILANG_MM = 10.0
"""Where the crosses of the sheet stand, from the edges of the paper."""
PALING_JAUH_MM = 10.0
"""Further off nobody measures right: the paper lies askew in the tray, or it is another paper."""

PETUNJUK = (
    "Cetak lembarnya, lalu ukur dengan penggaris dari tepi kertas ke tengah tanda silang "
    "kiri atas. Kalau tepat, keduanya 10 mm."
)


class DialogPosisi(QDialog):
    """Small window for one printer and one orientation; show it with `open()`.

    Signals:
        tersimpan(str): closed with a new position; the sentence for the print window.
    """

    tersimpan = Signal(str)

    def __init__(
        self, printer: str, kertas: Kertas, dunia: DuniaCetak, parent: QWidget | None = None
    ) -> None:
        """Measure a printer.

        Args:
            printer: its name.
            kertas: as the pages are read: upright and landscape are measured apart, for printers
                turn pages either way.
            dunia: prints the sheet, keeps the numbers.
            parent: the print window.
        """
        super().__init__(parent)
        self._printer = printer
        self._kertas = kertas
        self._dunia = dunia
        self._rebah = kertas.lebar > kertas.tinggi
        self._sinyal = SinyalKerja()
        self._sibuk = False
        self.kiri = _isian("Tepi kiri kertas ke tanda silang, mm")
        self.atas = _isian("Tepi atas kertas ke tanda silang, mm")
        self.cetak = tombol_kedua("Cetak lembar kalibrasi", "printer", "Ctrl+P")
        self.simpan = tombol_utama("Simpan posisi", "check", "Enter")
        self.simpan.setDefault(True)
        self.nol = tombol_teks("Kembalikan ke 0", "arrow-back-up")
        self.tutup = tombol_teks("Tutup", "x", "Esc")
        self.spanduk = Spanduk()
        arah = "rebah" if self._rebah else "tegak"
        self.setWindowTitle(f"Atur posisi cetak – {printer}")
        self.setFixedWidth(500)
        self._build_layout(f"Printer “{printer}”, {kertas.id or kertas.nama} {arah}")
        self.cetak.setShortcut("Ctrl+P")
        self.cetak.clicked.connect(self._on_cetak)
        self.simpan.clicked.connect(self._on_simpan)
        self.nol.clicked.connect(self._on_nol)
        self.tutup.clicked.connect(self.reject)
        self._sinyal.berhasil.connect(self._on_cetak_berhasil)
        self._sinyal.gagal.connect(self._on_cetak_gagal)
        self._sinyal.berakhir.connect(self._on_cetak_berakhir)
        self.finished.connect(self._free_when_idle)
        self._tell_sekarang()
        self.cetak.setFocus()

    def _build_layout(self, judul: str) -> None:
        petunjuk = build_label(PETUNJUK)
        petunjuk.setWordWrap(True)
        petak = QGridLayout()
        petak.setHorizontalSpacing(THEME.gap_m)
        petak.setVerticalSpacing(THEME.gap_s)
        petak.setColumnStretch(0, 1)
        for nomor, isian in enumerate((self.kiri, self.atas)):
            petak.addWidget(build_label(isian.accessibleName(), Peran.LABEL), nomor, 0)
            petak.addWidget(isian, nomor, 1)
        kaki = QHBoxLayout()
        kaki.setSpacing(THEME.gap_s)
        kaki.addWidget(self.nol)
        kaki.addStretch(1)
        kaki.addWidget(self.tutup)
        kaki.addWidget(self.simpan)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(THEME.gap_l, THEME.gap_l, THEME.gap_l, THEME.gap_l)
        tata.setSpacing(THEME.gap_m)
        tata.addWidget(build_label(judul, Peran.TEBAL))
        tata.addWidget(petunjuk)
        tata.addWidget(self.cetak)
        tata.addLayout(petak)
        tata.addWidget(self.spanduk)
        tata.addLayout(kaki)

    def _tell_sekarang(self) -> None:
        kanan, turun = read_geser(self._dunia.setelan, self._printer, rebah=self._rebah)
        kata = sebut_geser(kanan, turun)
        self.spanduk.tampilkan(Nada.INFO, f"Sekarang {kata}.")

    def _on_cetak(self) -> None:
        if self._sibuk:
            return
        from sooko_desk.printing import lembar_kalibrasi

        pdf = lembar_kalibrasi.render(
            lembar_kalibrasi.LembarKalibrasiData(self._printer, self._kertas)
        )
        tugas = TugasCetak(self._printer, judul="Sooko Desk - lembar kalibrasi")
        self._sibuk = True
        self.cetak.setEnabled(False)
        self.spanduk.tampilkan(Nada.INFO, "Mengirim ke printer…")
        run_in_background(self._sinyal, lambda: self._dunia.cetak_pdf(pdf, tugas))

    def _on_cetak_berhasil(self, _hasil: object) -> None:
        self.spanduk.tampilkan(
            Nada.SELESAI, "Lembar kalibrasi dikirim. Ukur, lalu isi kedua angkanya."
        )
        self.kiri.setFocus()

    def _on_cetak_gagal(self, kalimat: str) -> None:
        self.spanduk.tampilkan(Nada.BAHAYA, kalimat)

    def _on_cetak_berakhir(self) -> None:
        self._sibuk = False
        self.cetak.setEnabled(True)
        self._free_when_idle()

    def _on_simpan(self) -> None:
        terukur = [_bilangan(isian.text()) for isian in (self.kiri, self.atas)]
        for isian, angka in zip((self.kiri, self.atas), terukur, strict=True):
            if angka is None or abs(SILANG_MM - angka) > PALING_JAUH_MM:
                self.spanduk.tampilkan(
                    Nada.PERINGATAN,
                    f"{isian.accessibleName()}: isi hasil ukurnya, antara 0 dan "
                    f"{SILANG_MM + PALING_JAUH_MM:.0f}, misalnya 9,5.",
                )
                isian.setFocus()
                return
        kiri, atas = (SILANG_MM - (angka or 0.0) for angka in terukur)
        geser = round(kiri, 1), round(atas, 1)
        self._keep(*geser)
        self.accept()
        self.tersimpan.emit(f"Posisi cetak “{self._printer}” tersimpan: {sebut_geser(*geser)}.")

    def _on_nol(self) -> None:
        self._keep(0.0, 0.0)
        self._tell_sekarang()

    def _keep(self, kanan: float, turun: float) -> None:
        keep_geser(self._dunia.setelan, self._printer, (kanan, turun), rebah=self._rebah)

    def _free_when_idle(self) -> None:
        if not self._sibuk and not self.isVisible():
            self.deleteLater()


def sebut_geser(kanan: float, turun: float) -> str:
    """How far pages are moved, in words; mm."""
    bagian = [
        f"{abs(jauh):.1f} mm ke {maju if jauh > 0 else mundur}".replace(".", ",")
        for jauh, maju, mundur in ((kanan, "kanan", "kiri"), (turun, "bawah", "atas"))
        if jauh
    ]
    return f"isi digeser {' dan '.join(bagian)}" if bagian else "isi tidak digeser"


def _isian(nama: str) -> QLineEdit:
    isian = QLineEdit()
    isian.setAccessibleName(nama)
    isian.setPlaceholderText("10,0")
    isian.setFixedWidth(80)
    isian.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,2}([.,]\d?)?"), isian))
    return isian


def _bilangan(teks: str) -> float | None:
    rapi = teks.replace(",", ".").removesuffix(".")
    return float(rapi) if rapi else None
