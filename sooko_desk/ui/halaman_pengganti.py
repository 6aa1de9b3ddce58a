"""What stands in place of the main window while the register cannot be opened: one card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.ui.ikon import app_icon
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from sooko_desk.ui.kit.tombol import Tombol


class HalamanPengganti(QWidget):
    """Says what is the matter; put what else there is into `kartu.isi`, then call `add_tombol`.

    Args:
        kalimat: what happened, and what to do.
        ulangi, pulih: the buttons for `coba_lagi` and `pulihkan`; None = as everywhere.

    Signals:
        coba_lagi(): the officer has done something about it.
        pulihkan(): a backup is to be restored.
    """

    coba_lagi = Signal()
    pulihkan = Signal()

    def __init__(
        self, judul: str, kalimat: str, ulangi: Tombol | None = None, pulih: Tombol | None = None
    ) -> None:
        super().__init__()
        self.setWindowTitle("Sooko Desk")
        self.setWindowIcon(app_icon())
        self.kalimat = build_label(kalimat)
        self.kalimat.setWordWrap(True)
        self.ulangi = ulangi or tombol_kedua("Coba lagi", "refresh")
        self.pulih = pulih or tombol_kedua("Pulihkan dari cadangan", "database")
        self.tutup = tombol_kedua("Tutup", "x")
        self.kartu = Kartu(judul)
        self.kartu.isi.addWidget(self.kalimat)
        layout = QVBoxLayout(self)
        layout.addWidget(self.kartu)
        self.ulangi.clicked.connect(self.coba_lagi)
        self.pulih.clicked.connect(self.pulihkan)
        self.tutup.clicked.connect(self.close)

    def add_tombol(self, *tombol: Tombol) -> QHBoxLayout:
        """Put a row of buttons at the foot of the card; the first one has the caret.

        Returns:
            The row, for what stands at its right end.
        """
        baris = QHBoxLayout()
        baris.setSpacing(THEME.gap_s)
        for satu in tombol:
            baris.addWidget(satu)
        baris.addStretch(1)
        self.kartu.isi.addLayout(baris)
        tombol[0].setFocus()
        return baris
