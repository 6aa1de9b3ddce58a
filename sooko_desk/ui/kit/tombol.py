"""Buttons with an icon and the key that does the same, written in a lighter tone.

The hint is text only. A QPushButton's own shortcut fires about 100 ms late (animateClick), so the
tabs make a QShortcut or QAction for the key.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.theme import THEME, small_font


class Gaya(StrEnum):
    """Weight of a button; one `UTAMA` a screen."""

    UTAMA = "utama"
    KEDUA = "kedua"
    BAHAYA = "bahaya"
    TEKS = "teks"
    SEGMEN = "segmen"


_INK = {
    Gaya.UTAMA: (THEME.accent_ink, THEME.accent_hint),
    Gaya.KEDUA: (THEME.text, THEME.text_hint),
    Gaya.BAHAYA: (THEME.danger, THEME.text_hint),
    Gaya.TEKS: (THEME.accent, THEME.text_hint),
    Gaya.SEGMEN: (THEME.text, THEME.text_hint),
}
_MARGIN = {Gaya.TEKS: 10}


class Tombol(QPushButton):
    """A push button that paints icon, words and key hint; its frame is the style sheet's.

    Enter presses it while it has the focus (once; a held key does not repeat).
    """

    def __init__(self, teks: str, gaya: Gaya, nama_ikon: str = "", pintasan: str = "") -> None:
        super().__init__(teks)
        self._gaya = gaya
        self._nama_ikon = nama_ikon
        self._pintasan = pintasan
        self.setProperty("gaya", str(gaya))
        self.setAutoDefault(False)
        self.setAccessibleName(teks)
        if pintasan:
            self.setToolTip(f"{teks} ({pintasan})")
            self.setAccessibleDescription(f"Tombol pintas {pintasan}")

    @property
    def pintasan(self) -> str:
        """The key as shown, e.g. "Ctrl+Enter"."""
        return self._pintasan

    def set_pintasan(self, pintasan: str) -> None:
        """Show another key, or none with ""."""
        self._pintasan = pintasan
        self.setToolTip(f"{self.text()} ({pintasan})" if pintasan else "")
        self.setAccessibleDescription(f"Tombol pintas {pintasan}" if pintasan else "")
        self.updateGeometry()
        self.update()

    def set_gambar(self, nama_ikon: str) -> None:
        """Show another icon."""
        self._nama_ikon = nama_ikon
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, words and hint."""
        self.ensurePolished()
        margin = _MARGIN.get(self._gaya, 14)
        return QSize(round(self._content_width()) + 2 * margin + 2, THEME.input_height)

    def minimumSizeHint(self) -> QSize:
        """The same: words of a button are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Frame from the style sheet, content and inner ring by hand."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_content(painter)
        if self.hasFocus() and self._gaya is Gaya.UTAMA:
            # The accent ring alone would not show on the accent ground.
            painter.setPen(QPen(QColor(THEME.accent_ink), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(2.75, 2.75, -2.75, -2.75)
            painter.drawRoundedRect(ring, THEME.radius - 2, THEME.radius - 2)

    def _paint_content(self, painter: QStylePainter) -> None:
        ink, hint_ink = self._ink()
        x = (self.width() - self._content_width()) / 2
        middle = self.height() / 2
        if self._nama_ikon:
            picture = pixmap(self._nama_ikon, ink, THEME.icon_s + 2, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(round(x), round(middle - 9)), picture)
            x += THEME.icon_s + 2 + (6 if self.text() else 0)
        metrics = self.fontMetrics()
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(x, round(baseline)), self.text())
        if self._pintasan:
            x += metrics.horizontalAdvance(self.text()) + THEME.gap_s
            painter.setFont(self._hint_font())
            painter.setPen(QColor(hint_ink))
            painter.drawText(QPointF(x, round(baseline)), self._pintasan)

    def _ink(self) -> tuple[str, str]:
        if not self.isEnabled():
            return THEME.off_text, THEME.off_text
        if self._gaya is Gaya.SEGMEN and self.isChecked():
            return THEME.accent, THEME.text_soft
        return _INK[self._gaya]

    def _hint_font(self) -> QFont:
        font = small_font(self.font())
        font.setWeight(QFont.Weight.Normal)
        return font

    def _content_width(self) -> float:
        width = float(self.fontMetrics().horizontalAdvance(self.text()))
        if self._nama_ikon:
            width += THEME.icon_s + 2 + (6 if self.text() else 0)
        if self._pintasan:
            hint = QFontMetrics(self._hint_font())
            width += THEME.gap_s + hint.horizontalAdvance(self._pintasan)
        return width


def tombol_utama(teks: str, nama_ikon: str = "", pintasan: str = "") -> Tombol:
    """The one thing to do next on this screen."""
    return Tombol(teks, Gaya.UTAMA, nama_ikon, pintasan)


def tombol_kedua(teks: str, nama_ikon: str = "", pintasan: str = "") -> Tombol:
    """Anything else that can be done."""
    return Tombol(teks, Gaya.KEDUA, nama_ikon, pintasan)


def tombol_bahaya(teks: str, nama_ikon: str = "", pintasan: str = "") -> Tombol:
    """What cannot be taken back, or sends somebody home."""
    return Tombol(teks, Gaya.BAHAYA, nama_ikon, pintasan)


def tombol_teks(teks: str, nama_ikon: str = "", pintasan: str = "") -> Tombol:
    """A quiet action without a frame."""
    return Tombol(teks, Gaya.TEKS, nama_ikon, pintasan)
