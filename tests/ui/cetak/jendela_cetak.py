"""One print window, the hands at it, and what it told the outside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit

from sooko_desk.printing.kertas import A4, A5, F4, Pinggir
from sooko_desk.ui.cetak.dialog_cetak import DialogCetak, Keadaan
from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak
from sooko_desk.ui.cetak.panel_cetak import PanelCetak
from sooko_desk.ui.cetak.tugas import (
    KabarTugas,
    KertasPrinter,
    Kiriman,
    Nasib,
    PrinterTersedia,
)

TEPI = Pinggir(4, 4, 4, 4)
KERTAS_A4 = KertasPrinter("a4", 210, 297, TEPI)
KERTAS_A5 = KertasPrinter("a5", 148, 210, TEPI)
KERTAS_F4 = KertasPrinter("F4 kantor", 215.9, 330.2, TEPI)


class SetelanIngatan:
    def __init__(self, **isi: str) -> None:
        self.isi = isi

    def get(self, key: str) -> str:
        return self.isi.get(key, "")

    def set(self, key: str, value: str) -> None:
        self.isi[key] = value


class PrinterPalsu:
    """Takes every order and tells what it is told to tell."""

    def __init__(self, kertas=(KERTAS_A4, KERTAS_A5, KERTAS_F4)) -> None:
        self.kertas = kertas
        self.tugas = []
        self.pdf = []
        self.galat = None
        self.kabar = KabarTugas(Nasib.TAK_TAHU)

    def dunia(self, setelan) -> DuniaCetak:
        return DuniaCetak(
            setelan,
            list_printer=lambda: (PrinterTersedia("Loket", bawaan=True),),
            cetak_pdf=self._cetak,
            list_kertas=lambda _nama: self.kertas,
            read_kabar=lambda _kiriman: self.kabar,
        )

    def _cetak(self, pdf, tugas):
        if self.galat is not None:
            raise self.galat
        self.pdf.append(pdf)
        self.tugas.append(tugas)
        return Kiriman(tugas.printer, len(self.tugas))


class JendelaCetak:
    """Opened at once; `bangun` builds the document for another paper."""

    def __init__(self, qtbot, printer, bangun, setelan=None, salinan=0, kertas=(A4, A5, F4)):
        self.qtbot = qtbot
        self.setelan = setelan or SetelanIngatan()
        self.kabar = []
        dokumen = DokumenCetak(
            "tanda_bukti",
            "Tanda Bukti 0012",
            "tanda-bukti-0012.pdf",
            bangun(kertas[0]),
            salinan=salinan,
            kertas=kertas,
            bangun=bangun,
        )
        self.dialog = DialogCetak(dokumen, printer.dunia(self.setelan))
        self.panel = self.dialog.findChild(PanelCetak)
        self.dialog.tercetak.connect(lambda *isi: self.kabar.append(("tercetak", *isi)))
        self.dialog.tidak_tercetak.connect(lambda *isi: self.kabar.append(("tidak", *isi)))
        self.dialog.dikonfirmasi.connect(lambda ya: self.kabar.append(("dikonfirmasi", ya)))
        self.dialog.open()
        self.wait(Keadaan.SIAP)

    def wait(self, keadaan: Keadaan) -> None:
        self.wait_for(lambda: self.dialog.keadaan is keadaan)

    def wait_for(self, syarat) -> None:
        self.qtbot.waitUntil(syarat, timeout=5_000)

    def press(self, tombol, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.dialog, tombol, modifier)

    def combo(self, nama: str) -> QComboBox:
        return next(c for c in self.dialog.findChildren(QComboBox) if c.accessibleName() == nama)

    def centang(self, kata: str) -> QCheckBox:
        return next(c for c in self.dialog.findChildren(QCheckBox) if c.text() == kata)

    def field(self, nama: str) -> QLineEdit:
        return next(f for f in self.dialog.findChildren(QLineEdit) if f.accessibleName() == nama)

    @property
    def kalimat(self) -> str:
        return self.panel.kalimat
