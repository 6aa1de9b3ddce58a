"""Why a paper that went out before is printed once more."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME

ALASAN = ("Rusak", "Hilang", "Kurang jelas", "Diminta Kasi")
PALING_PANJANG = 60
BELUM_DIISI = "Pilih atau ketik alasan cetak ulang dulu, lalu tekan Cetak."


class AlasanCetak(QWidget):
    """A short list that also takes typed words. Down opens nothing: it steps through the list."""

    def __init__(self, ke: int) -> None:
        """Ask for the reason of copy number `ke`."""
        super().__init__()
        self.isian = QComboBox()
        self.isian.setEditable(True)
        self.isian.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.isian.addItems(ALASAN)
        self.isian.setCurrentIndex(-1)
        self.isian.setAccessibleName("Alasan cetak ulang")
        self.isian.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        baris = self.isian.lineEdit()
        assert baris is not None
        baris.setPlaceholderText("Rusak, hilang, … atau ketik")
        baris.setMaxLength(PALING_PANJANG)
        self.setFocusProxy(self.isian)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(THEME.gap_xs // 2)
        tata.addWidget(build_label(f"Alasan cetak ulang (SALINAN ke-{ke})", Peran.LABEL))
        tata.addWidget(self.isian)

    def kata(self) -> str:
        """The reason; "" = not given yet."""
        return " ".join(self.isian.currentText().split())
