"""The small list of earlier applicants under the NIK field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QListWidgetItem

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ROOM = 28


class DaftarPemohon(QListWidget):
    """Lies over the form; the caret stays in the field, which lends its keys.

    Down and Up mark a line, Enter takes the marked one, Escape closes. With no line marked Enter
    is the field's own.

    Signals:
        diambil(int): this line, from 0.
    """

    diambil = Signal(int)

    def __init__(self, isian: QWidget, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        self._isian = isian
        self._kata: tuple[str, ...] = ()
        self.setObjectName("pemohon_lama")
        self.setAccessibleName("Pemohon lama")
        self.setProperty("peran", "saran")
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_item_clicked)
        isian.installEventFilter(self)
        self.hide()

    def tampilkan(self, kata: Sequence[str]) -> None:
        """Show these lines, none marked; none at all hides the list."""
        if not kata:
            self.hide()
            return
        if self._kata != tuple(kata) or not self.isVisible():
            self._isi(tuple(kata))
        self.setCurrentRow(-1)

    def _isi(self, kata: tuple[str, ...]) -> None:
        self._kata = kata
        self.clear()
        self.addItems(kata)
        corner = self._isian.mapTo(self._form, QPoint(0, self._isian.height() + 1))
        self.ensurePolished()
        width = max(self._isian.width(), self.sizeHintForColumn(0) + _ROOM)
        height = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth() + 4
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.doItemsLayout()  # by itself the list would do it later, and be painted twice
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's keys that are the list's while it is seen."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        elif (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and self.isVisible()
        ):
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.currentRow()
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key == Qt.Key.Key_Down:
            self.setCurrentRow(min(row + 1, self.count() - 1))
        elif key == Qt.Key.Key_Up:
            self.setCurrentRow(max(row - 1, -1))
        elif key in _ENTER and row >= 0 and not event.modifiers() & ~_KEYPAD:
            if not event.isAutoRepeat():
                self.diambil.emit(row)
        else:
            return False
        return True

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.diambil.emit(self.row(item))
