"""A picture that is drawn as large as its room lets it be."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget


class GambarPas(QWidget):
    """Shows a picture in the middle, never larger than it is.

    Args:
        tinggi: px that it takes at best, and at least.
        nama: for the screen reader.
    """

    def __init__(self, tinggi: tuple[int, int], nama: str) -> None:
        super().__init__()
        self._tinggi, terkecil = tinggi
        self._gambar = QPixmap()
        self.setMinimumHeight(terkecil)
        self.setMaximumHeight(self._tinggi)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(nama)

    @property
    def is_kosong(self) -> bool:
        """Whether there is no picture."""
        return self._gambar.isNull()

    def set_gambar(self, png: bytes) -> None:
        """Show a picture made for this screen's pixels; b"" = none."""
        self._gambar = QPixmap()
        self._gambar.loadFromData(png)
        self._gambar.setDevicePixelRatio(self.devicePixelRatioF())
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it is at best."""
        return QSize(0, self._tinggi)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if self.is_kosong:
            return
        penuh = self._gambar.deviceIndependentSize().toSize()
        ukuran = penuh.scaled(penuh.boundedTo(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        tempat = QRect(0, 0, ukuran.width(), ukuran.height())
        tempat.moveCenter(self.rect().center())
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        pelukis.drawPixmap(tempat, self._gambar)
