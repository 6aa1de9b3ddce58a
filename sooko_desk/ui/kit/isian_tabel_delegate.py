"""Paints the cells of `IsianTabel` and lets them be typed into."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sooko_desk.domain.sop import JenisIsian
from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.isian_tabel_sunting import (
    Sunting,
    SuntingPilihan,
    build_sunting,
    read_sunting,
    write_sunting,
)
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.ui.kit.isian_tabel_model import ModelTabel
    from sooko_desk.ui.kit.tabel import AnyIndex

SISI = 7
"""From a cell's edge to its words."""
_CORNER = 7
_ARROW = 14
_ARROW_ROOM = 20
_NO_HINT = QAbstractItemDelegate.EndEditHint.NoHint
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_STEPS: dict[tuple[int, Qt.KeyboardModifier], tuple[int, int]] = {
    (Qt.Key.Key_Return, _NONE): (0, 1),
    (Qt.Key.Key_Enter, _NONE): (0, 1),
    (Qt.Key.Key_Tab, _NONE): (0, 1),
    (Qt.Key.Key_Return, _SHIFT): (0, -1),
    (Qt.Key.Key_Enter, _SHIFT): (0, -1),
    (Qt.Key.Key_Backtab, _SHIFT): (0, -1),
    (Qt.Key.Key_Backtab, _NONE): (0, -1),
    (Qt.Key.Key_Up, _NONE): (-1, 0),
    (Qt.Key.Key_Down, _NONE): (1, 0),
}
"""Keys that leave a cell: rows down and cells on."""


_ELIDE = Qt.TextElideMode.ElideRight
_WIDEST = 14
"""Px of the widest letter: shorter words need no look at what fits."""
_SELECTED = QStyle.StateFlag.State_Selected.value
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@functools.cache
def warna(nama: str) -> QColor:
    """A colour of the theme, made once: hundreds are asked for in one frame."""
    return QColor(nama)


class DelegateTabel(QStyledItemDelegate):
    """One for all columns.

    Signals:
        selesai(int, int): a cell was left by a key; rows down and cells on from here.
        samakan(): Ctrl+D was pressed while typing; what was typed is given up.
    """

    selesai = Signal(int, int)
    samakan = Signal()

    def __init__(self, model: ModelTabel, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._model = model
        self._view = parent
        self.sunting: Sunting | None = None
        """The open cell's input."""
        self._sel = (-1, -1)
        self._awal = ""

    def read_sementara(self) -> tuple[int, int, str] | None:
        """Row, column and words of the cell that is being typed; None when none was changed."""
        if self.sunting is None or (teks := read_sunting(self.sunting)) == self._awal:
            return None
        return (*self._sel, teks)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> QWidget:
        """The column's input."""
        del option
        k = index.column()
        kolom = self._model.kolom[k]
        sunting = build_sunting(kolom, self._model.kode[k], parent)
        sunting.setAccessibleName(f"{kolom.label}, baris {index.row() + 1}")
        if isinstance(sunting, SuntingPilihan):
            sunting.diambil.connect(self._on_diambil)
        self.sunting = sunting
        self._sel = (index.row(), k)
        return sunting

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:  # noqa: N802, Qt's
        """Once, as the cell opens: a later change beneath must not take typed words away."""
        if editor is self.sunting and not editor.isVisible():
            write_sunting(self.sunting, str(index.data(Qt.ItemDataRole.EditRole)))
            self._awal = read_sunting(self.sunting)

    def setModelData(  # noqa: N802, Qt's
        self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex
    ) -> None:
        """Only what the officer changed: looking at a cell must not tidy it."""
        if editor is self.sunting and (teks := read_sunting(self.sunting)) != self._awal:
            self._awal = teks
            model.setData(index, teks)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        """The whole cell."""
        del index
        editor.setGeometry(option.rect.adjusted(-1, -1, 1, 1))
        if isinstance(editor, SuntingPilihan):
            editor.place()

    def destroyEditor(self, editor: QWidget, index: AnyIndex) -> None:
        """Forget it, and its list."""
        if isinstance(editor, SuntingPilihan):
            editor.daftar.hide()
        if editor is self.sunting:
            self.sunting = None
        super().destroyEditor(editor, index)

    def tuntaskan(self) -> None:
        """Take what is being typed into the cell and close it."""
        if self.sunting is not None:
            self.commitData.emit(self.sunting)
            self.closeEditor.emit(self.sunting, _NO_HINT)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Tab, Up, Down and Ctrl+D end the typing; Qt does Escape and lost focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and watched is self.sunting
            and self._press(event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_D:
            return self._give_up_for_above()
        step = _STEPS.get((key, modifiers & ~Qt.KeyboardModifier.KeypadModifier))
        if step is None:
            if enter := key in _ENTER:
                event.ignore()  # Ctrl+Enter is the window's
            return enter
        if step[0] and isinstance(self.sunting, SuntingPilihan):
            return False  # goes through its list
        return (key in _ENTER and event.isAutoRepeat()) or self._leave(*step)

    def _give_up_for_above(self) -> bool:
        assert self.sunting is not None
        self.closeEditor.emit(self.sunting, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self.samakan.emit()
        return True

    def _leave(self, turun: int, maju: int) -> bool:
        if isinstance(self.sunting, SuntingPilihan):
            self.sunting.ambil()
        self.tuntaskan()
        self.selesai.emit(turun, maju)
        return True

    def _on_diambil(self) -> None:
        self._leave(0, 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, words, and a coloured corner where something is wrong."""
        rect, b, k = option.rect, index.row(), index.column()
        tanda = self._model.find_tanda(b, k)
        nada = tanda.nada if tanda else None
        kini = index == self._view.currentIndex()
        state = option.state.value
        if (ground := self._ground(b, nada, state)) != THEME.card or state & _SELECTED:
            painter.fillRect(rect, warna(ground))
        room = rect.adjusted(SISI, 0, -SISI, 0)
        if kini and self._is_pilihan(k) and not self._model.readonly:
            arrow = pixmap("chevron-down", THEME.text_soft, _ARROW, self._view.devicePixelRatioF())
            top = rect.top() + (rect.height() - _ARROW) / 2
            painter.drawPixmap(QPointF(rect.right() - _ARROW_ROOM + 3, top), arrow)
            room.adjust(0, 0, SISI - _ARROW_ROOM, 0)
        if teks := self._model.kata(b, k):
            if len(teks) * _WIDEST > room.width():
                teks = option.fontMetrics.elidedText(teks, _ELIDE, room.width() + 1)
            painter.setPen(warna(THEME.tone(nada).text if nada else THEME.text))
            painter.drawText(room, _LEFT, teks)
        if nada or kini:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if nada:
                _paint_corner(painter, rect, nada)
            if kini:
                self._paint_ring(painter, rect)
            painter.restore()

    def _is_pilihan(self, kolom: int) -> bool:
        return self._model.kolom[kolom].jenis is JenisIsian.PILIHAN

    def _ground(self, baris: int, nada: Nada | None, state: int) -> str:
        if state & _SELECTED and self._is_block():
            return THEME.picked
        if nada:
            return THEME.tone(nada).ground
        if self._model.readonly or not self._view.isEnabled() or baris >= len(self._model.baris):
            return THEME.card_soft
        return THEME.card

    def _is_block(self) -> bool:
        """Whether more than the current cell is chosen; asked for every chosen cell."""
        chosen = self._view.selectionModel().selection().toList()
        return any(r.width() > 1 or r.height() > 1 for r in chosen)

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        focused = self._view.hasFocus()
        width = THEME.ring if focused else 1
        painter.setPen(QPen(QColor(THEME.accent if focused else THEME.line_input), width))
        edge = width / 2
        painter.drawRect(QRectF(rect).adjusted(edge, edge, -edge, -edge))


def _paint_corner(painter: QPainter, rect: QRect, nada: Nada) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(THEME.tone(nada).icon))
    corner = QPointF(rect.right() + 1, rect.top())
    painter.drawPolygon(
        QPolygonF([corner, corner + QPointF(-_CORNER, 0), corner + QPointF(0, _CORNER)])
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
