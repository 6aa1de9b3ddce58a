"""The lines of the office's head as one field: a line of the field is a line on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from sooko_desk.domain.kantor import KOP_TERBANYAK
from sooko_desk.ui.kit.isian_teks import tidy_text
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent

TEMPEL_TERPANJANG = 2000
"""Characters; a head has a tenth of it."""

_PANAH = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class IsianKop(QPlainTextEdit):
    """Enter makes a new line, Alt+Up and Alt+Down move one, Ctrl+Z undoes; Tab leaves the field.

    Lines that are too many are kept, so that the check can refuse them.

    Signals:
        edited(): the officer changed something.
        editingFinished(): the caret left.
    """

    edited = Signal()
    editingFinished = Signal()  # noqa: N815  # as Qt's own fields call it

    def __init__(self) -> None:
        super().__init__()
        self._mengisi = False
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        baris = self.fontMetrics().lineSpacing()
        self.setFixedHeight((KOP_TERBANYAK + 1) * baris + 2 * THEME.gap_s)
        self.textChanged.connect(self._on_text_changed)

    def nilai(self) -> tuple[str, ...]:
        """The lines in tidy form, without empty ones."""
        return tuple(filter(None, map(tidy_text, self.toPlainText().splitlines())))

    def set_nilai(self, kop: Sequence[str]) -> None:
        """Show these lines; says nothing to `edited`."""
        if self.nilai() == tuple(kop):
            return  # the caret and what can be undone stay
        self._mengisi = True
        self.setPlainText("\n".join(kop))
        self._mengisi = False

    def pindah(self, arah: int) -> None:
        """Let the caret's line change places with its neighbour (-1 up, 1 down)."""
        kursor = self.textCursor()
        baris = self.toPlainText().split("\n")
        sini, kolom = kursor.blockNumber(), kursor.positionInBlock()
        sana = sini + arah
        if self.isReadOnly() or not 0 <= sana < len(baris):
            return
        baris[sini], baris[sana] = baris[sana], baris[sini]
        kursor.beginEditBlock()
        kursor.select(QTextCursor.SelectionType.Document)
        kursor.insertText("\n".join(baris))
        kursor.endEditBlock()
        kursor.setPosition(self.document().findBlockByNumber(sana).position() + kolom)
        self.setTextCursor(kursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop a head; of something far longer only the beginning, to be refused."""
        if source.hasText():
            self.insertPlainText(source.text()[:TEMPEL_TERPANJANG])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move lines; everything else is typing."""
        arah = _PANAH.get(Qt.Key(event.key()))
        if arah is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.pindah(arah)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the lines are as they are to be."""
        super().focusOutEvent(event)
        self.editingFinished.emit()

    def _on_text_changed(self) -> None:
        if not self._mengisi:
            self.edited.emit()
