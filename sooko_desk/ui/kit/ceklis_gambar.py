"""How one line of the checklist looks, what a click on it does and where its note is written."""

from __future__ import annotations

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
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.ceklis_baris import BARIS_ROLE
from sooko_desk.ui.kit.ceklis_catatan import IsianCatatan, place_editor
from sooko_desk.ui.kit.ceklis_kata import Gaya, Keping, Klik, sub_words
from sooko_desk.ui.kit.ceklis_tata import WRAP, Lembar, Tata
from sooko_desk.ui.kit.kotak import paint_kotak
from sooko_desk.ui.kit.lencana import paint_chip
from sooko_desk.ui.theme import THEME, Nada, small_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.ui.kit.ceklis_kata import Baris

AnyIndex = QModelIndex | QPersistentModelIndex

_BAR = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_CLICKS = (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)


class CeklisDelegate(QStyledItemDelegate):
    """Paints the lines of `DaftarCeklis` and gives their notes an editor.

    Signals:
        tick_requested(QModelIndex): clicked left of the name.
        mark_requested(QModelIndex, Klik): clicked on a chip that stands for a mark.
        note_requested(QModelIndex): clicked on the pencil, or twice on the line.
    """

    tick_requested = Signal(QModelIndex)
    mark_requested = Signal(QModelIndex, Klik)
    note_requested = Signal(QModelIndex)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.periksa = False
        self.frasa: Sequence[str] = ()
        self._view = view
        self._written: tuple[int, IsianCatatan] | None = None
        self._lembar = Lembar(QFont(), live=True, periksa=False)

    @property
    def written(self) -> tuple[int, str] | None:
        """Row and words of the note that is being written."""
        return None if self._written is None else (self._written[0], self._written[1].text())

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """One line of 34 px; taller for a long name, many marks or a note that has no room."""
        # `option.rect` is empty while Qt measures: the list's own width decides.
        return QSize(0, self._lay_out(option, index, self._view.viewport().width()).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, number, box, name, small words, chips and the pencil."""
        baris: Baris = index.data(BARIS_ROLE)
        live = _is_live(index)
        place = self._lay_out(option, index, option.rect.width())
        ground = QRect(0, 0, option.rect.width(), option.rect.height())
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = live and bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.translate(option.rect.topLeft())
        _paint_ground(painter, ground, baris, picked=picked, hovered=hovered)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(option.font))
        painter.setPen(QColor(THEME.text_soft))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.number, right, str(baris.nomor))
        painter.drawText(place.sub, WRAP, sub_words(baris.berkas))
        painter.setFont(option.font)
        quiet = baris.cukup and not baris.berkas.ada
        painter.setPen(QColor(THEME.text_soft if quiet else THEME.text))
        painter.drawText(place.nama, WRAP, baris.berkas.nama)
        for rect, keping in place.keping:
            _paint_keping(painter, rect, keping)
        paint_kotak(painter, place.box, ticked=baris.berkas.ada, live=live)
        if picked or hovered:
            _paint_pencil(painter, place.pencil)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Tick, set a mark or open the note; a single click elsewhere only chooses the line."""
        if event.type() not in _CLICKS or not isinstance(event, QMouseEvent):
            return False
        if event.button() is not Qt.MouseButton.LeftButton or not _is_live(index):
            return False
        place = self._lay_out(option, index, option.rect.width())
        spot = event.position().toPoint() - option.rect.topLeft()
        target = index.model().index(index.row(), 0)
        keping = place.keping_at(spot)
        if place.tick.contains(spot):
            self.tick_requested.emit(target)
        elif keping is not None and keping.klik is not Klik.TIDAK:
            self.mark_requested.emit(target, keping.klik)
        elif place.pencil.contains(spot) or event.type() is QEvent.Type.MouseButtonDblClick:
            self.note_requested.emit(target)
        else:
            return False
        return True

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """A line for the note, with the standard phrases."""
        editor = IsianCatatan(self.frasa, parent)
        editor.setAccessibleName(f"Catatan {index.data()}")
        editor.selesai.connect(self._on_editor_selesai)
        editor.batal.connect(self._on_editor_batal)
        self._written = (index.row(), editor)
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """Beside the name, or under it on a narrow list: the name stays to be read."""
        viewport = self._view.viewport().rect()
        nama = self._lay_out(option, index, option.rect.width()).nama
        nama = nama.translated(option.rect.topLeft())
        editor.setGeometry(place_editor(nama, option.rect, viewport))

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        """Give the focus back to the list, so that the arrows go on."""
        self._written = None
        super().destroyEditor(editor, index)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Enter and Escape inside: they end the note and must not reach the form."""
        assert isinstance(watched, IsianCatatan)
        if isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.PopupFocusReason:
            return False  # the phrases opened; the note is still being written
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return super().eventFilter(watched, event)
        ends = event.key() in (*_ENTER, Qt.Key.Key_Escape)
        if event.type() is QEvent.Type.ShortcutOverride:
            # The window's own Enter waits until the note is written, its Ctrl+Enter does not.
            event.setAccepted(ends and not event.modifiers() & _CONTROL)
            return event.isAccepted()
        if ends:
            watched.keyPressEvent(event)
            return True
        handled = super().eventFilter(watched, event)
        event.accept()
        return handled

    def _lay_out(self, option: QStyleOptionViewItem, index: AnyIndex, width: int) -> Tata:
        live = _is_live(index)
        lembar = self._lembar
        if (lembar.font, lembar.live, lembar.periksa) != (option.font, live, self.periksa):
            lembar = self._lembar = Lembar(QFont(option.font), live=live, periksa=self.periksa)
        return lembar.lay_out(index.data(BARIS_ROLE), width)

    def _on_editor_selesai(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _on_editor_batal(self, editor: QWidget) -> None:
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)


def _is_live(index: AnyIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def _paint_ground(
    painter: QPainter, rect: QRect, baris: Baris, *, picked: bool, hovered: bool
) -> None:
    warning = THEME.tone(Nada.PERINGATAN)
    if picked:
        painter.fillRect(rect, QColor(THEME.picked))
    elif baris.kurang:
        painter.fillRect(rect, QColor(warning.ground))
    elif hovered:
        painter.fillRect(rect, QColor(THEME.card_soft))
    if baris.kurang:
        bar = QRect(rect.left(), rect.top() + 1, _BAR, rect.height() - 2)
        painter.fillRect(bar, QColor(warning.icon))


def _paint_keping(painter: QPainter, rect: QRect, keping: Keping) -> None:
    if keping.gaya is Gaya.PENUH:
        paint_chip(painter, rect, keping.teks, keping.nada)
        return
    painter.save()
    painter.setFont(small_font(painter.font()))
    align = Qt.AlignmentFlag.AlignRight
    if keping.gaya is Gaya.TAWARAN:
        align = Qt.AlignmentFlag.AlignHCenter
        painter.setPen(QPen(QColor(THEME.line_input), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        body = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(body, body.height() / 2, body.height() / 2)
    painter.setPen(QColor(THEME.text_soft))
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, keping.teks)
    painter.restore()


def _paint_pencil(painter: QPainter, rect: QRect) -> None:
    if rect.isEmpty():
        return
    ratio = painter.device().devicePixelRatio()
    icon = pixmap("pencil", THEME.text_soft, THEME.icon_s, ratio)
    half = THEME.icon_s / 2
    middle = QRectF(rect).center()
    painter.drawPixmap(QPointF(middle.x() - half, middle.y() - half), icon)
