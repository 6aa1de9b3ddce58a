"""The office's size limit for uploads: told to everybody, set by the Kasi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from sooko_desk.services.hak_pengaturan import may_edit
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas

_LEBAR = 84
_ANGKA_TERBANYAK = 6
_BYTE_SEKILO = 1000


class IsianBatas(QWidget):
    """A field in kB; whoever may not change it reads it.

    Signals:
        diminta(int): Enter, with another limit than before; kilobytes, 0 = no number.
    """

    diminta = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._batas = ""
        self.isian = QLineEdit()
        self.isian.setFixedWidth(_LEBAR)
        self.isian.setMaxLength(_ANGKA_TERBANYAK)
        self.isian.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.isian.setAccessibleName("Batas unggah dalam kB")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addWidget(build_label("Batas unggah", Peran.REDUP))
        layout.addWidget(self.isian)
        layout.addWidget(build_label("kB", Peran.REDUP))
        self.isian.returnPressed.connect(self._on_return_pressed)

    def tampilkan(self, batas_bytes: int, petugas: Petugas) -> None:
        """Show the limit; only who may change it can type."""
        self._batas = str(batas_bytes // _BYTE_SEKILO)
        self.isian.setText(self._batas)
        boleh = may_edit(petugas)
        self.isian.setReadOnly(not boleh)
        self.isian.setFocusPolicy(Qt.FocusPolicy.StrongFocus if boleh else Qt.FocusPolicy.NoFocus)
        self.isian.setToolTip("" if boleh else "Batas ini diatur oleh Kasi")

    def _on_return_pressed(self) -> None:
        teks = self.isian.text().strip()
        if teks != self._batas and not self.isian.isReadOnly():
            self.diminta.emit(int(teks) if teks.isascii() and teks.isdecimal() else 0)
