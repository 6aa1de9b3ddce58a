"""The heads of `IsianTabel`: column labels in two lines, and rows with number and name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView

from sooko_desk.domain.sop import JenisIsian
from sooko_desk.ui.kit.isian_tabel_delegate import SISI, warna
from sooko_desk.ui.kit.pesan_baris import break_lines
from sooko_desk.ui.theme import THEME, small_font

if TYPE_CHECKING:
    from sooko_desk.domain.sop import Isian
    from sooko_desk.ui.kit.isian_tabel_model import ModelTabel

TINGGI_KEPALA = 40
TINGGI_BARIS = 30
LEBAR_NOMOR = 34
_DOT = 6
_LEAST_WIDTH, _MOST_WIDTH = 76, 210
_WIDTHS = {
    JenisIsian.NAMA: 176,
    JenisIsian.NIK: 158,
    JenisIsian.NKK: 158,
    JenisIsian.TANGGAL: 96,
    JenisIsian.TELEPON: 122,
}
_PER_LETTER = 8
_STAR_ROOM = 8


class KepalaKolom(QHeaderView):
    """Labels, with a red star where the column must be filled."""

    def __init__(self, model: ModelTabel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self.setFixedHeight(TINGGI_KEPALA)
        self.setMinimumSectionSize(40)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803, Qt's
        """The label in at most two lines."""
        kolom = self._model.kolom[logicalIndex]
        painter.save()
        _paint_ground(painter, rect)
        painter.setFont(label_font(self.font()))
        room = rect.adjusted(SISI, 0, -SISI, 0)
        lines = break_lines(kolom.label, painter.font(), room.width() - _STAR_ROOM * kolom.wajib)
        height = painter.fontMetrics().lineSpacing()
        top = rect.center().y() - height * len(lines) / 2 + painter.fontMetrics().ascent()
        painter.setPen(warna(THEME.text_soft))
        for number, words in enumerate(lines):
            painter.drawText(QPointF(room.left(), top + number * height), words)
        if kolom.wajib:
            after = room.left() + painter.fontMetrics().horizontalAdvance(lines[-1]) + 2
            painter.setPen(warna(THEME.danger))
            painter.drawText(QPointF(after, top + (len(lines) - 1) * height), "*")
        painter.restore()


class KepalaBaris(QHeaderView):
    """Row numbers; with the first cell's words while its column is scrolled away."""

    def __init__(self, model: ModelTabel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._model = model
        self.setDefaultSectionSize(TINGGI_BARIS)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setFixedWidth(LEBAR_NOMOR)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803, Qt's
        """Number on the left, the name beside it, a dot where the row has a mark."""
        painter.save()
        _paint_ground(painter, rect)
        painter.setFont(label_font(self.font()))
        number = QRect(rect.left(), rect.top(), LEBAR_NOMOR - _DOT - 4, rect.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        begun = logicalIndex < len(self._model.baris)
        painter.setPen(warna(THEME.text_soft if begun else THEME.line_input))
        painter.drawText(number, right, str(logicalIndex + 1) if begun else "+")
        nada = self._model.nada_baris(logicalIndex)
        if nada:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(warna(THEME.tone(nada).icon))
            middle = QPointF(number.right() + 3 + _DOT / 2, rect.center().y() + 1)
            painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
        if rect.width() > LEBAR_NOMOR:
            painter.setFont(self.font())
            painter.setPen(warna(THEME.text))
            room = rect.adjusted(LEBAR_NOMOR + SISI, 0, -SISI, 0)
            elide = Qt.TextElideMode.ElideRight
            words = painter.fontMetrics().elidedText(
                self._model.kata(logicalIndex, 0), elide, room.width() + 1
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


def label_font(font: QFont) -> QFont:
    """Small and half bold, as the labels above fields."""
    label = small_font(font)
    label.setWeight(QFont.Weight.DemiBold)
    return label


def column_width(kolom: Isian, font: QFont) -> int:
    """Enough for what is typed there and for the longest word of the label, in px."""
    metrics = QFontMetrics(label_font(font))
    kata = max(metrics.horizontalAdvance(k) for k in kolom.label.split()) + 2 * SISI + 10
    if kolom.jenis in _WIDTHS:
        return max(kata, _WIDTHS[kolom.jenis])
    if kolom.jenis is JenisIsian.PILIHAN:
        isi = max((metrics.horizontalAdvance(p.nama) for p in kolom.pilihan), default=0) + 40
    else:
        isi = kolom.panjang * _PER_LETTER + 2 * SISI
    return max(kata, min(max(isi, _LEAST_WIDTH), _MOST_WIDTH))


def _paint_ground(painter: QPainter, rect: QRect) -> None:
    painter.fillRect(rect, warna(THEME.card_soft))
    painter.setPen(warna(THEME.line))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomRight())
