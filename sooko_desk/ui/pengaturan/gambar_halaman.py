"""A page of paper as a picture, always whole: it follows the room there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel


class GambarHalaman(QLabel):
    """Shows a page, or words in its place.

    Args:
        terkecil: least px it needs.
        nama: for the screen reader.

    Signals:
        berukuran(): it has more or less room; a page drawn for that is sharper.
    """

    berukuran = Signal()

    def __init__(self, terkecil: QSize, nama: str) -> None:
        super().__init__()
        self._penuh = QPixmap()
        self.setMinimumSize(terkecil)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAccessibleName(nama)

    def set_png(self, png: bytes) -> None:
        """Show a page."""
        self._penuh = QPixmap()
        self._penuh.loadFromData(png)
        self._pas()

    def set_kata(self, kalimat: str) -> None:
        """Say why there is no page."""
        self._penuh = QPixmap()
        self.setText(kalimat)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page whole at once; a sharper one may follow."""
        super().resizeEvent(event)
        self._pas()
        self.berukuran.emit()

    def _pas(self) -> None:
        if self._penuh.isNull():
            return
        skala = self.devicePixelRatioF()
        gambar = self._penuh.scaled(
            self.size() * skala,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        gambar.setDevicePixelRatio(skala)
        self.setPixmap(gambar)
