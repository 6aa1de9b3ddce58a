"""A sentence in front of a window whose own layout has no place for it, such as a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from sooko_desk.ui.kit.spanduk import Spanduk
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sooko_desk.ui.theme import Nada

LAMA_MS = 6000
"""Long enough to look up from the scanner and read one sentence twice."""


class PesanDepan(Spanduk):
    """A banner along the head of `induk`: it takes no focus, goes by itself and with `induk`."""

    def __init__(self, induk: QWidget) -> None:
        super().__init__()
        self.setParent(induk)
        self._induk = induk
        self._pewaktu = QTimer(self)
        self._pewaktu.setSingleShot(True)
        self._pewaktu.setInterval(LAMA_MS)
        self._pewaktu.timeout.connect(self.deleteLater)
        self.ditutup.connect(self.deleteLater)
        induk.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as wide as the window when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._letakkan()
        return super().eventFilter(watched, event)

    def _letakkan(self) -> None:
        lebar = self._induk.width() - 2 * THEME.gap_m
        self.setGeometry(THEME.gap_m, THEME.gap_s, lebar, self.heightForWidth(lebar))
        self.raise_()

    def mulai(self, nada: Nada, kalimat: str) -> None:
        """Show it and let the time run."""
        self.tampilkan(nada, kalimat)
        self._letakkan()
        self._pewaktu.start()


def tampilkan_di_depan(induk: QWidget, nada: Nada, kalimat: str) -> None:
    """Say one sentence in front of that window; a later one takes the place of an earlier."""
    hanya_di_sini = Qt.FindChildOption.FindDirectChildrenOnly  # not in a window that is its child
    pesan = induk.findChild(PesanDepan, options=hanya_di_sini) or PesanDepan(induk)
    pesan.mulai(nada, kalimat)
