"""One picture that scrolls: the page of a scan, at the width that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QTransform, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

TEPI = 12
"""Px around the page."""
_LANGKAH = 48
_A4 = 1.414


class Kanvas(QAbstractScrollArea):
    """Shows a picture or one sentence. Arrows, wheel and a pulled mouse scroll.

    Signals:
        ruang_berubah(): there is more or less room than before.
        diroda(int): the wheel was turned with Ctrl held; 1 = larger, -1 = smaller.
    """

    ruang_berubah = Signal()
    diroda = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._gambar: QImage | None = None
        self._putar = 0
        self._lebar = 0
        self._kalimat = ""
        self._pegang: QPoint | None = None
        self._jangkar = QPointF(0.5, 0.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(_LANGKAH)
        self.horizontalScrollBar().setSingleStep(_LANGKAH)
        self.viewport().installEventFilter(self)

    @property
    def kalimat(self) -> str:
        """The sentence that stands in place of a page; "" while a page is shown."""
        return self._kalimat

    def ruang(self) -> int:
        """Px that a fitted page is wide."""
        return max(40, self.viewport().width() - 2 * TEPI)

    def bidang(self) -> QSize:
        """Px that the page takes on the screen."""
        if self._gambar is None:
            return QSize(0, 0)
        lebar, tinggi = self._gambar.width(), self._gambar.height()
        if self._putar % 180:
            lebar, tinggi = tinggi, lebar
        return QSize(self._lebar, max(1, round(self._lebar * tinggi / max(1, lebar))))

    def rasio(self) -> float:
        """Height of the unturned page for a width of 1; A4 upright before anything is known."""
        if self._gambar is None or not self._gambar.width():
            return _A4
        return self._gambar.height() / self._gambar.width()

    def set_gambar(self, gambar: QImage) -> None:
        """Show a page; where the last one was scrolled to stays."""
        self._gambar = gambar
        self._kalimat = ""
        # A bar that comes and goes would change the room, and with it a page that is fitted.
        self._set_bilah(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._perbarui()

    def set_kalimat(self, kalimat: str) -> None:
        """Show a sentence instead of a page."""
        self._gambar = None
        self._kalimat = kalimat
        self._set_bilah(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._perbarui()

    def set_bentuk(self, lebar: int, putar: int, jangkar: QPointF | None = None) -> None:
        """How wide the page is shown, and how far it is turned clockwise.

        Args:
            lebar: logical px of the turned page.
            putar: 0, 90, 180 or 270.
            jangkar: part of the viewport (0 to 1) that must not move; None = its middle.
        """
        if (lebar, putar) == (self._lebar, self._putar):
            return
        jangkar = jangkar or QPointF(0.5, 0.5)
        lama = self.bidang()
        port = self.viewport().size()
        mendatar, tegak = self.horizontalScrollBar(), self.verticalScrollBar()
        x = (mendatar.value() + jangkar.x() * port.width()) / max(1, lama.width())
        y = (tegak.value() + jangkar.y() * port.height()) / max(1, lama.height())
        di_atas = tegak.value() == 0
        self._lebar, self._putar = lebar, putar
        self._perbarui()
        baru = self.bidang()
        mendatar.setValue(round(x * baru.width() - jangkar.x() * port.width()))
        tegak.setValue(0 if di_atas else round(y * baru.height() - jangkar.y() * port.height()))

    def ke_atas(self) -> None:
        """Stand at the head of the page."""
        self.verticalScrollBar().setValue(0)

    def ke_bawah(self) -> None:
        """Stand at the foot of the page."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def gulir(self, arah: int) -> bool:
        """Go on by a screenful, 1 = down; False = there is nothing more that way."""
        tegak = self.verticalScrollBar()
        lama = tegak.value()
        tegak.setValue(lama + arah * max(_LANGKAH, self.viewport().height() - _LANGKAH))
        return tegak.value() != lama

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End lead to the ends of the page; arrows scroll."""
        if event.key() == Qt.Key.Key_Home:
            self.ke_atas()
        elif event.key() == Qt.Key.Key_End:
            self.ke_bawah()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl ask for another size."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        port = self.viewport().size()
        titik = event.position()
        self._jangkar = QPointF(titik.x() / port.width(), titik.y() / port.height())
        if event.angleDelta().y():
            self.diroda.emit(1 if event.angleDelta().y() > 0 else -1)
        event.accept()

    def jangkar_roda(self) -> QPointF:
        """Part of the viewport under the pointer when the wheel was turned last."""
        return self._jangkar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pull the page with the mouse."""
        if watched is self.viewport() and isinstance(event, QMouseEvent):
            self._tarik(event)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of the room, then set the bars."""
        super().resizeEvent(event)
        self.ruang_berubah.emit()
        self._perbarui()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, page or sentence."""
        painter = QPainter(self.viewport())
        port = self.viewport().rect()
        painter.fillRect(port, QColor(THEME.line))
        if self._gambar is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            tempat = self._tempat()
            painter.fillRect(tempat, QColor(THEME.card))
            painter.save()
            painter.setTransform(_bentang(self._gambar, tempat, self._putar))
            painter.drawImage(0, 0, self._gambar)
            painter.restore()
        elif self._kalimat:
            painter.setPen(QColor(THEME.text_soft))
            tengah = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(port.adjusted(40, 20, -40, -20), tengah, self._kalimat)
        if self.hasFocus():
            painter.setPen(QPen(QColor(THEME.accent), THEME.ring))
            painter.drawRect(QRectF(port).adjusted(1, 1, -1, -1))

    def _set_bilah(self, cara: Qt.ScrollBarPolicy) -> None:
        if self.verticalScrollBarPolicy() != cara:
            self.setVerticalScrollBarPolicy(cara)

    def _tempat(self) -> QRectF:
        bidang, port = self.bidang(), self.viewport().size()
        x = TEPI - self.horizontalScrollBar().value()
        if bidang.width() + 2 * TEPI <= port.width():
            x = (port.width() - bidang.width()) // 2
        return QRectF(x, TEPI - self.verticalScrollBar().value(), bidang.width(), bidang.height())

    def _perbarui(self) -> None:
        bidang, port = self.bidang(), self.viewport().size()
        penuh = (bidang.width() + 2 * TEPI, bidang.height() + 2 * TEPI)
        for bilah, besar, tampak in (
            (self.horizontalScrollBar(), penuh[0], port.width()),
            (self.verticalScrollBar(), penuh[1], port.height()),
        ):
            bilah.setPageStep(tampak)
            bilah.setRange(0, max(0, besar - tampak) if self._gambar is not None else 0)
        self.viewport().update()

    def _tarik(self, event: QMouseEvent) -> None:
        jenis, titik = event.type(), event.position().toPoint()
        if jenis == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pegang = titik
        elif jenis == QEvent.Type.MouseMove and self._pegang is not None:
            geser, self._pegang = titik - self._pegang, titik
            for bilah, jarak in (
                (self.horizontalScrollBar(), geser.x()),
                (self.verticalScrollBar(), geser.y()),
            ):
                bilah.setValue(bilah.value() - jarak)
        elif jenis == QEvent.Type.MouseButtonRelease:
            self._pegang = None


def _bentang(gambar: QImage, tempat: QRectF, putar: int) -> QTransform:
    """From the picture's own px to where its turned page lies on the screen."""
    bentang = QTransform()
    bentang.translate(tempat.center().x(), tempat.center().y())
    bentang.rotate(putar)
    lebar, tinggi = tempat.width(), tempat.height()
    if putar % 180:
        lebar, tinggi = tinggi, lebar
    bentang.scale(lebar / max(1, gambar.width()), tinggi / max(1, gambar.height()))
    bentang.translate(-gambar.width() / 2, -gambar.height() / 2)
    return bentang
