"""Where the officer was typing when the screen was locked, so that it goes on at that very letter.

A field tidies its words when it loses the focus, and a table closes the cell. Texts of many lines,
lists and buttons keep their place by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget
from shiboken6 import isValid


@dataclass(frozen=True, slots=True)
class Ketikan:
    """A field as it was; what is marked lies between anchor and caret.

    Attributes:
        tabel, sel: the table it was open in, and the cell; None = it was no cell.
    """

    edit: QLineEdit
    teks: str
    jangkar: int
    caret: int
    tabel: QAbstractItemView | None
    sel: QPersistentModelIndex | None

    def pulihkan(self) -> None:
        """Go on there; nothing where the field is gone."""
        edit = self._buka_sel() if self.tabel is not None else self.edit
        if edit is None or not isValid(edit) or not edit.isVisible():
            return
        edit.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        if edit.text() != self.teks:
            edit.setText(self.teks)
            if self.tabel is not None:
                edit.textEdited.emit(self.teks)  # a list of choices searches for it again
        edit.setCursorPosition(self.jangkar)
        edit.cursorForward(True, self.caret - self.jangkar)

    def _buka_sel(self) -> QLineEdit | None:
        tabel, sel = self.tabel, self.sel
        if tabel is None or sel is None or not isValid(tabel) or not sel.isValid():
            return None
        indeks = tabel.model().index(sel.row(), sel.column())
        tabel.setFocus()
        tabel.setCurrentIndex(indeks)
        tabel.edit(indeks)
        edit = tabel.indexWidget(indeks)
        return edit if isinstance(edit, QLineEdit) else None


def build_ketikan(fokus: QWidget | None) -> Ketikan | None:
    """Remember the field that has the caret; None where nothing need be remembered."""
    if not isinstance(fokus, QLineEdit):
        return None
    caret, awal = fokus.cursorPosition(), fokus.selectionStart()
    jangkar = caret if awal < 0 else fokus.selectionEnd() if awal == caret else awal
    alas = fokus.parentWidget()
    tabel = alas.parentWidget() if alas is not None else None
    if isinstance(tabel, QAbstractItemView) and tabel.viewport() is alas:
        sel = QPersistentModelIndex(tabel.currentIndex())
        return Ketikan(fokus, fokus.text(), jangkar, caret, tabel, sel)
    return Ketikan(fokus, fokus.text(), jangkar, caret, None, None)
