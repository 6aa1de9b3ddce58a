"""A one-time PIN on the screen, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_utama
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas

LEBAR = 440


class DialogPinSekali(QDialog):
    """Shows it until it is noted; show with `open()`. It frees itself after closing."""

    def __init__(self, petugas: Petugas, pin: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("PIN sekali pakai")
        self.pin = build_label(f"{pin[:3]} {pin[3:]}", Peran.KODE)
        self.pin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kartu = Kartu(
            f"PIN sekali pakai untuk {petugas.nama}",
            "Catat dan serahkan langsung kepada orangnya. PIN ini tidak dapat ditampilkan lagi, "
            "dan harus diganti saat pertama masuk.",
        )
        kartu.isi.addWidget(self.pin)
        self.tutup = tombol_utama("Sudah dicatat", "check", "Enter")
        self.tutup.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_m, THEME.gap_m, THEME.gap_m)
        layout.addWidget(kartu)
        layout.addWidget(self.tutup, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(LEBAR)
        self.tutup.setFocus()
