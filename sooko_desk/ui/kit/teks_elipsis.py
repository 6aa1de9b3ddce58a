"""One line of words that ends in an ellipsis where it has no room; the tooltip tells it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from sooko_desk.ui.kit.label import Peran

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST = 40


class TeksElipsis(QLabel):
    """A label that takes the width it is given and never asks for more. Plain text only."""

    def __init__(self, teks: str = "", peran: Peran = Peran.BIASA) -> None:
        super().__init__()
        self._teks = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("peran", str(peran))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_teks(teks)

    @property
    def teks(self) -> str:
        """The words, uncut."""
        return self._teks

    def set_teks(self, teks: str) -> None:
        """Change the words."""
        self._teks = teks
        self.setAccessibleName(teks)
        self._potong()

    def minimumSizeHint(self) -> QSize:
        """Narrow; as high as a line."""
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew."""
        super().resizeEvent(event)
        self._potong()

    def _potong(self) -> None:
        self.ensurePolished()
        muat = self.fontMetrics().elidedText(
            self._teks, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.setText(muat)
        self.setToolTip(self._teks if muat != self._teks else "")
