"""A case's story from top to bottom: when, which step, how it ended, who, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIME_WIDTH = 72
_RAIL_WIDTH = 24
_DOT_TOP = 10.0
_CHIP_LEAST = 56
"""On a narrow screen the chip's words end in an ellipsis rather than under the scroll bar."""


@dataclass(frozen=True, slots=True)
class ButirRiwayat:
    """One line of the story, in words ready for the officer.

    Attributes:
        waktu: e.g. "20/11/2026 09.05"; the part before the space stands above the rest.
        hasil: outcome, shown as a chip in the tone `nada`; "" = none.
    """

    waktu: str
    siapa: str
    langkah: str
    hasil: str = ""
    catatan: str = ""
    nada: Nada = Nada.NETRAL


class GarisWaktu(QScrollArea):
    """The list of events, oldest first as given; scrolls by itself, by keyboard too."""

    def __init__(self) -> None:
        super().__init__()
        self._newest: _Event | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Riwayat")
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.set_butir(())

    def _on_range_changed(self, _lowest: int, _highest: int) -> None:
        self._show_newest()

    def _show_newest(self) -> None:
        """The newest event is what the officer looks for: from its head, when it is a long one."""
        page = self.widget()
        lines = page.layout() if page is not None else None
        if self._newest is None or lines is None:
            return
        lines.activate()  # an event that found room beside its outcome is lower than it was
        bar = self.verticalScrollBar()
        bar.setValue(min(bar.maximum(), self._newest.y()))

    def set_butir(self, butir: Sequence[ButirRiwayat]) -> None:
        """Show these events instead of the ones before."""
        page = QWidget()
        page.setProperty("peran", "isi")
        layout = QVBoxLayout(page)
        page.setMinimumWidth(1)  # as wide as the view: an event finds its own way to fit
        layout.setContentsMargins(0, 0, THEME.gap_s, 0)
        layout.setSpacing(0)
        last = len(butir) - 1
        self._newest = None
        for number, satu in enumerate(butir):
            self._newest = _Event(satu, first=number == 0, last=number == last)
            layout.addWidget(self._newest)
        layout.addStretch(1)
        self.setWidget(page)
        # The same length again changes no range.
        QTimer.singleShot(0, self, self._show_newest)


class _Event(QWidget):
    def __init__(self, butir: ButirRiwayat, *, first: bool, last: bool) -> None:
        super().__init__()
        self._nada = butir.nada
        self._first = first
        self._last = last
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0 if last else THEME.gap_m)
        words.setSpacing(1)
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(THEME.gap_s)
        step = _wrapped(butir.langkah, Peran.TEBAL)
        self._beside = _TIME_WIDTH + _RAIL_WIDTH + _line_width(step)
        head.addWidget(step, 1)
        if butir.hasil:
            chip = Lencana(butir.hasil, butir.nada)
            chip.setMinimumWidth(_CHIP_LEAST)
            chip.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._beside += THEME.gap_s + chip.sizeHint().width()
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.addLayout(head)
        words.addWidget(_wrapped(butir.siapa, Peran.REDUP))
        if butir.catatan:
            words.addWidget(_wrapped(butir.catatan, Peran.BIASA))
        when = build_label(butir.waktu.replace(" ", "\n", 1), Peran.REDUP)
        when.setFixedWidth(_TIME_WIDTH)
        when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(when)
        layout.addSpacing(_RAIL_WIDTH)
        layout.addLayout(words, 1)
        parts = (butir.waktu, butir.langkah, butir.hasil, butir.siapa, butir.catatan)
        self.setAccessibleName(", ".join(part for part in parts if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Step and outcome side by side where both fit on one line, else the outcome below."""
        super().resizeEvent(event)
        sempit = self.width() < self._beside
        arah = QBoxLayout.Direction.TopToBottom if sempit else QBoxLayout.Direction.LeftToRight
        if arah is not self._head.direction():
            self._head.setDirection(arah)
            self._head.setSpacing(2 if sempit else THEME.gap_s)
            self.updateGeometry()  # the head is higher or lower now; the page has to follow

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rail with this event's dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = _TIME_WIDTH + _RAIL_WIDTH / 2
        painter.setPen(QPen(QColor(THEME.line), 2))
        top = _DOT_TOP if self._first else 0.0
        bottom = _DOT_TOP if self._last else float(self.height())
        if bottom > top:
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        tone = THEME.tone(self._nada)
        painter.setPen(QPen(QColor(tone.icon), 2))
        painter.setBrush(QColor(tone.ground))
        painter.drawEllipse(QPointF(x, _DOT_TOP), 5, 5)


def _line_width(label: QLabel) -> int:
    """Px that its words take on one line."""
    label.ensurePolished()
    return label.fontMetrics().horizontalAdvance(label.text()) + 1


def _wrapped(teks: str, peran: Peran) -> QLabel:
    label = build_label(teks, peran)
    label.setWordWrap(True)
    return label
