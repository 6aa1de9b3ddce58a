"""Where the note of a paper is written: one line, with the office's standard phrases to pick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QWidget

from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent

_LONGEST = 200
_LEAST_BESIDE = 240
"""Px below which the note is written under the name rather than beside it."""
_POPUP_FRAME = 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class IsianCatatan(QLineEdit):
    """A line for a note.

    Phrases that contain what was typed are offered; one that begins so is marked at once, another
    is marked with the arrows, and Enter takes the marked one and ends the note. Down shows them
    all on an empty line. Words that are marked nowhere are kept as they were typed.

    Signals:
        selesai(QWidget): keep the note; the line itself is handed over.
        batal(QWidget): keep the note that was there before.
    """

    selesai = Signal(QWidget)
    batal = Signal(QWidget)

    def __init__(self, frasa: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setPlaceholderText("Tulis catatan, atau ↓ untuk pilihan" if frasa else "Tulis catatan")
        completer = QCompleter(QStringListModel(list(frasa), self), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        # Not setCompleter: the line edit would take over a phrase that is only looked at.
        completer.setWidget(self)
        popup = completer.popup()
        assert popup is not None
        popup.setProperty("peran", "saran")
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.setAccessibleName("Kalimat catatan")
        self._popup = popup
        self._completer = completer
        self.textEdited.connect(self._on_self_text_edited)
        completer.activated.connect(self._on_completer_activated)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Escape and Down as the class says."""
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._take_marked()
                self._popup.hide()
                self.selesai.emit(self)
        elif event.key() == Qt.Key.Key_Escape:
            self._popup.hide()
            self.batal.emit(self)
        elif event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self._offer(self.text().strip())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """The phrases go with the line."""
        self._popup.hide()
        super().hideEvent(event)

    def _take_marked(self) -> None:
        marked = self._popup.currentIndex()
        if self._popup.isVisible() and marked.isValid():
            self.setText(str(marked.data()))

    def _offer(self, words: str) -> None:
        self._completer.setCompletionPrefix(words)
        if not self._completer.completionCount():
            self._popup.hide()
            return
        wide = self._popup.sizeHintForColumn(0) + _POPUP_FRAME
        self._completer.complete(QRect(0, 0, max(self.width(), wide), self.height()))
        first = self._completer.completionModel().index(0, 0)
        if words and str(first.data()).casefold().startswith(words.casefold()):
            self._popup.setCurrentIndex(first)

    def _on_self_text_edited(self, teks: str) -> None:
        if words := teks.strip():
            self._offer(words)
        else:
            self._popup.hide()

    def _on_completer_activated(self, teks: str) -> None:
        self.setText(teks)
        self.selesai.emit(self)


def place_editor(nama: QRect, baris: QRect, viewport: QRect) -> QRect:
    """Where the line for the note goes, in viewport px.

    Args:
        nama: the paper's name. baris: its whole line.
    """
    height = THEME.input_height
    right = baris.right() - 2
    left = nama.right() + THEME.gap_m
    if right - left >= _LEAST_BESIDE:
        return QRect(left, baris.top() + (THEME.row_height - height) // 2, right - left, height)
    top = min(nama.bottom() + 3, viewport.bottom() - height)
    return QRect(nama.left() - 2, top, right - nama.left() + 2, height)
