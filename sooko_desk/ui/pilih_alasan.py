"""The standard reasons of a refusal, below the field for the officer's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.ui.kit.daftar_angka import DaftarAngka
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.sop import Pilihan

PETUNJUK = "Angka atau huruf di kiri = pilih"


class PilihAlasan(QWidget):
    """Offers `Langkah.tolak`; hides itself where a step has none. Takes the focus for its list.

    Signals:
        dipilih(str): the officer chose another code; "" = lifted.
        lanjut(): chosen; the caret belongs in the free words, or on the button that asked.
    """

    dipilih = Signal(str)
    lanjut = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._isian: QLineEdit | None = None
        self.daftar = DaftarAngka("Alasan baku")
        self.setFocusProxy(self.daftar)
        kepala = QHBoxLayout()
        kepala.addWidget(build_label("Alasan baku", Peran.LABEL))
        kepala.addStretch(1)
        kepala.addWidget(build_label(PETUNJUK, Peran.REDUP))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs // 2)
        layout.addLayout(kepala)
        layout.addWidget(self.daftar)
        self.daftar.dipilih.connect(self.dipilih)
        self.daftar.lanjut.connect(self.lanjut)
        self.daftar.installEventFilter(self)
        self.hide()

    def set_pilihan(self, pilihan: Sequence[Pilihan]) -> None:
        """Offer the reasons of a step, none of them chosen; () hides the list."""
        self.daftar.set_kode("")
        self.daftar.set_pilihan(pilihan)
        self.setVisible(bool(pilihan))

    def kode(self) -> str:
        """The chosen code; "" = none."""
        return self.daftar.kode()

    def set_kode(self, kode: str) -> None:
        """Choose without telling `dipilih`; a code that is not offered lifts the choice."""
        self.daftar.set_kode(kode)

    def pasang(self, isian: QLineEdit) -> None:
        """Let Down in that field lead here, and Up on the first line back."""
        self._isian = isian
        isian.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down between field and list."""
        if (
            self._isian is not None
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
        ):
            if watched is self._isian and event.key() == Qt.Key.Key_Down and self.isVisible():
                self.daftar.setFocus()
                return True
            atas = event.key() == Qt.Key.Key_Up and self.daftar.currentIndex().row() <= 0
            if watched is self.daftar and atas:
                self._isian.setFocus()
                return True
        return super().eventFilter(watched, event)
