"""How one line of the checklist looks, where it can be clicked and where its note is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.lencana import CHIP_HEIGHT, chip_size, paint_chip
from sooko_desk.ui.theme import THEME, Nada, small_font

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Berkas

BERKAS_ROLE = Qt.ItemDataRole.UserRole + 1
"""Item role that holds the `Berkas`."""

AnyIndex = QModelIndex | QPersistentModelIndex

_ROW = THEME.row_height
_NUMBER = 20
_BOX = 18
_PENCIL = 28
_PAD = 7
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOST_NOTE = 200


_TAGS = {
    SifatSyarat.WAJIB: ("wajib", Nada.NETRAL),
    SifatSyarat.BERSYARAT: ("bersyarat", Nada.PROSES),
    SifatSyarat.CATATAN: ("catatan", Nada.INFO),
}


def tags_of(berkas: Berkas) -> tuple[tuple[str, Nada], ...]:
    """The small chips of a paper: words and tone."""
    tag = _TAGS[berkas.sifat]
    return (tag, ("atau", Nada.INFO)) if berkas.grup else (tag,)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the parts of one line are, in viewport px."""

    number: QRect
    box: QRect
    nama: QRect
    sub: QRect
    tags: QRect
    pencil: QRect
    height: int


class CeklisDelegate(QStyledItemDelegate):
    """Paints the lines of `DaftarCeklis`.

    Signals:
        tick_requested(QModelIndex), note_requested(QModelIndex): clicked on the line or its pencil.
    """

    tick_requested = Signal(QModelIndex)
    note_requested = Signal(QModelIndex)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One line of 34 px; taller only for a long name or a note that does not fit beside it."""
        berkas: Berkas = index.data(BERKAS_ROLE)
        # `option.rect` is empty while Qt measures: the list's own width decides.
        width = self._view.viewport().width()
        return QSize(0, _layout(berkas, QRect(0, 0, width, _ROW), option.font).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Number, box, name, tags, the pencil, and the line of small words."""
        berkas: Berkas = index.data(BERKAS_ROLE)
        live = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        place = _layout(berkas, option.rect, option.font)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(THEME.picked))
        elif option.state & QStyle.StateFlag.State_MouseOver and live:
            painter.fillRect(option.rect, QColor(THEME.card_soft))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(option.font))
        painter.setPen(QColor(THEME.text_hint))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.number, right, str(index.row() + 1))
        painter.setPen(QColor(THEME.text_soft))
        painter.drawText(place.sub, _WRAP, _sub_words(berkas))
        painter.setFont(option.font)
        painter.setPen(QColor(THEME.text))
        painter.drawText(place.nama, _WRAP, berkas.nama)
        _paint_tags(painter, place.tags, berkas)
        _paint_box(painter, place.box, ticked=berkas.ada, live=live)
        if live:
            ratio = painter.device().devicePixelRatio()
            icon = pixmap("pencil", THEME.text_hint, THEME.icon_s, ratio)
            middle = place.pencil.center()
            painter.drawPixmap(QPointF(middle.x() - 7, middle.y() - 7), icon)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """A click on the pencil opens the note, anywhere else it ticks."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        place = _layout(index.data(BERKAS_ROLE), option.rect, option.font)
        target = index.model().index(index.row(), 0)
        if place.pencil.contains(event.position().toPoint()):
            self.note_requested.emit(target)
        else:
            self.tick_requested.emit(target)
        return True

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """A line for the note."""
        editor = QLineEdit(parent)
        editor.setMaxLength(_MOST_NOTE)
        editor.setPlaceholderText("Catatan, misalnya: fotokopi buram")
        editor.setAccessibleName(f"Catatan {index.data()}")
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Over the right half of the line: the name stays to be read, nothing moves."""
        berkas: Berkas = index.data(BERKAS_ROLE)
        name_end = option.rect.left() + _NUMBER + _BOX + 22
        name_end += QFontMetrics(option.font).horizontalAdvance(berkas.nama) + THEME.gap_m
        left = min(name_end, option.rect.left() + option.rect.width() // 2)
        height = THEME.input_height
        top = option.rect.top() + (min(option.rect.height(), _ROW) - height) // 2
        editor.setGeometry(left, top, option.rect.right() - left - 2, height)

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        """Give the focus back to the list, so that the arrows go on."""
        super().destroyEditor(editor, index)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Enter inside: it stores the note and must not reach the form."""
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            event.accept()
        return handled


def _sub_words(berkas: Berkas) -> str:
    note = f"Catatan: {berkas.catatan}" if berkas.catatan else ""
    return "  ·  ".join(part for part in (berkas.bila, note) if part)


def _layout(berkas: Berkas, rect: QRect, font: QFont) -> _Layout:
    metrics = QFontMetrics(font)
    small = QFontMetrics(small_font(font))
    tags_width = sum(chip_size(t, font).width() + THEME.gap_xs for t, _ in tags_of(berkas))
    pencil = QRect(rect.right() - _PENCIL, rect.top(), _PENCIL, _ROW)
    tags = QRect(pencil.left() - tags_width, rect.top(), tags_width, _ROW)
    number = QRect(rect.left(), rect.top(), _NUMBER, _ROW)
    box = QRect(number.right() + 9, rect.top() + (_ROW - _BOX) // 2, _BOX, _BOX)
    left = box.right() + 11
    width = max(40, tags.left() - left - THEME.gap_s)
    top = rect.top() + (_ROW - metrics.height()) // 2
    name = metrics.boundingRect(QRect(left, top, width, 1000), _WRAP, berkas.nama)
    nama = QRect(left, top, width, name.height())
    sub = _sub_words(berkas)
    room = width - name.width() - THEME.gap_m
    if not sub:
        return _Layout(
            number, box, nama, QRect(), tags, pencil, max(_ROW, name.height() + 2 * _PAD)
        )
    if name.height() <= metrics.height() and small.horizontalAdvance(sub) <= room:
        rise = metrics.ascent() - small.ascent()
        beside = QRect(left + name.width() + THEME.gap_m, top + rise, room, small.height())
        return _Layout(number, box, nama, beside, tags, pencil, _ROW)
    below = small.boundingRect(QRect(left, nama.bottom() + 1, width, 1000), _WRAP, sub)
    height = name.height() + below.height() + 2 * _PAD
    return _Layout(number, box, nama, below, tags, pencil, height)


def _paint_tags(painter: QPainter, room: QRect, berkas: Berkas) -> None:
    left = room.left()
    for teks, nada in tags_of(berkas):
        width = chip_size(teks, painter.font()).width()
        top = room.top() + (_ROW - CHIP_HEIGHT) // 2
        paint_chip(painter, QRect(left, top, width, CHIP_HEIGHT), teks, nada)
        left += width + THEME.gap_xs


def _paint_box(painter: QPainter, rect: QRect, *, ticked: bool, live: bool) -> None:
    ground = THEME.accent if live else THEME.text_hint
    painter.setPen(QPen(QColor(ground if ticked else THEME.line_input), 1))
    painter.setBrush(QColor(ground if ticked else THEME.card if live else THEME.off_ground))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if ticked:
        painter.setPen(
            QPen(
                QColor(THEME.accent_ink),
                2.2,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        x, y = rect.left(), rect.top()
        points = [QPointF(x + 4.5, y + 9.5), QPointF(x + 7.8, y + 12.8), QPointF(x + 13.5, y + 6)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
