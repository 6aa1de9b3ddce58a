"""Choosing one code out of many (`Pilihan`) or out of two to five (`SegmenPilihan`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QWidget,
)

from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tombol import Gaya, Tombol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_RAW = 400
_NONE = -1
_SEARCHED = Qt.ItemDataRole.UserRole + 1
"""Role of what typed words are looked for in; the plain user role holds the code."""
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Pilihan(QComboBox):
    """A list that is searched by typing any part of a name; holds a known code or nothing.

    A name that begins with dots between letters is also found without them: "ib2" for "I.B.2".
    Enter takes the marked suggestion, or the first one. Leaving the field with other words takes
    the only choice that fits, else puts back what was there. The mouse wheel is left to the form.

    Signals:
        dipilih(str): the officer chose another code; "" = the choice was cleared.
        tidak_dikenal(str): what was typed fits no choice. After Enter the words stay, marked, to
            be typed over; after leaving the field the last choice is back.
    """

    dipilih = Signal(str)
    tidak_dikenal = Signal(str)

    def __init__(self, petunjuk: str = "") -> None:
        super().__init__()
        self._told = ""
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setItemDelegate(QStyledItemDelegate(self))
        self._edit.setPlaceholderText(petunjuk)
        self._edit.setMaxLength(_MOST_RAW)
        completer = _Saran(self.model(), self)
        completer.setCompletionRole(_SEARCHED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(12)
        popup = completer.popup()
        assert popup is not None
        popup.setProperty("peran", "saran")
        popup.setItemDelegate(QStyledItemDelegate(popup))
        self.setCompleter(completer)
        self._completer = completer
        self._popup = popup
        self._edit.returnPressed.connect(self._on_edit_return_pressed)
        self.activated.connect(self._on_activated)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def set_pilihan(self, pilihan: Iterable[tuple[str, str]]) -> None:
        """Offer these (code, name) pairs, names unique; a code that is still there stays chosen."""
        kept = self.kode()
        with QSignalBlocker(self):
            self.clear()
            for kode, nama in pilihan:
                self.addItem(nama, kode)
                self.setItemData(self.count() - 1, f"{nama}\n{_undotted(nama)}", _SEARCHED)
        self.set_kode(kept if self.findData(kept) != _NONE else "")

    def kode(self) -> str:
        """The code that the visible words stand for; "" = none."""
        index = self._resolve()
        return "" if index == _NONE else str(self.itemData(index))

    def set_kode(self, kode: str) -> None:
        """Choose without telling `dipilih`; "" clears.

        Raises:
            KeyError: the code is not among the choices.
        """
        index = self.findData(kode) if kode else _NONE
        if kode and index == _NONE:
            raise KeyError(kode)
        self._show(index)
        self._told = kode

    def tetapkan(self) -> None:
        """Take the only choice that fits the typed words, as on leaving the field."""
        self._popup.hide()
        self._settle(self._resolve())

    def setAccessibleName(self, name: str) -> None:
        """Name the inner line edit too: it is the one that a screen reader meets."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """As with the name."""
        super().setAccessibleDescription(description)
        self._edit.setAccessibleDescription(description)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts back the last choice; only then is it the form's."""
        if event.key() == Qt.Key.Key_Escape and self.currentText() != self._chosen_name():
            self._show(self.currentIndex())
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never change a value while the form is scrolled."""
        event.ignore()

    @property
    def _edit(self) -> QLineEdit:
        edit = self.lineEdit()
        assert edit is not None
        return edit

    def _chosen_name(self) -> str:
        return self.itemText(self.currentIndex()) if self.currentIndex() != _NONE else ""

    def _resolve(self) -> int:
        """Row that the visible words stand for: the chosen one, the exact one or the only one."""
        words = " ".join(self.currentText().split()).casefold()
        if not words:
            return _NONE
        if words == self._chosen_name().casefold():
            return self.currentIndex()
        names = [self.itemText(row).casefold() for row in range(self.count())]
        if words in names:
            return names.index(words)
        codes = [_undotted(name) for name in names]
        if words in codes:
            return codes.index(words)
        fitting = [row for row, name in enumerate(names) if words in f"{name}\n{codes[row]}"]
        return fitting[0] if len(fitting) == 1 else _NONE

    def _settle(self, index: int) -> None:
        words = self.currentText().strip()
        unknown = index == _NONE and bool(words)
        self._show(self.currentIndex() if unknown else index)
        self._tell()
        if unknown:
            self.tidak_dikenal.emit(words)

    def _show(self, index: int) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
            self.setEditText(self.itemText(index) if index != _NONE else "")
        if self.hasFocus():
            self._edit.selectAll()  # the next letter begins a new search

    def _tell(self) -> None:
        kode = self.kode()
        if kode != self._told:
            self._told = kode
            self.dipilih.emit(kode)

    def _on_activated(self, index: int) -> None:
        self._settle(index)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # Not focusOutEvent: QCompleter eats it while suggestions are shown.
        if old is self and new is not None and not self.isAncestorOf(new):
            self._popup.hide()
            # The completer may have kept this from the line edit: its caret would stay painted.
            QApplication.sendEvent(self._edit, QFocusEvent(QEvent.Type.FocusOut))
            self._settle(self._resolve())

    def _on_edit_return_pressed(self) -> None:
        completer = self._completer
        if self._popup.isVisible() and self._popup.currentIndex().isValid():
            return  # the completer takes the marked suggestion itself
        index = self._resolve()
        if index == _NONE and self.currentText().strip() and completer.completionCount():
            completer.setCurrentRow(0)
            index = self.findText(completer.currentCompletion(), Qt.MatchFlag.MatchExactly)
        if index == _NONE and self.currentText().strip():
            self._edit.selectAll()
            self.tidak_dikenal.emit(self.currentText().strip())
        else:
            self._settle(index)


class _Saran(QCompleter):
    """Looks in one role and writes the name as it is shown."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802  # Qt's name
        """The visible name of a suggestion."""
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _undotted(name: str) -> str:
    """The first word without its dots ("I.B.2 Hilang" gives "IB2"); "" when it has none."""
    first = name.partition(" ")[0]
    return first.replace(".", "") if "." in first else ""


class SegmenPilihan(QWidget):
    """A row of buttons of which one is down. Tab reaches the row once, arrows move in it.

    Args:
        butir: (code, name, key) of each, e.g. ("KK", "Kartu Keluarga", "Alt+1"); key "" = none.

    Signals:
        dipilih(str): the officer chose another code.
    """

    dipilih = Signal(str)

    def __init__(self, butir: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segmen] = {}
        self._told = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for kode, nama, pintasan in butir:
            segment = _Segmen(nama, pintasan)
            segment.stepped.connect(self._on_segment_stepped)
            self._segments[kode] = segment
            self._group.addButton(segment)
            layout.addWidget(segment)
        layout.addStretch(1)
        self._group.buttonClicked.connect(self._on_group_button_clicked)
        self._fix_tab_stop()

    def kode(self) -> str:
        """The chosen code; "" before the first choice."""
        for kode, segment in self._segments.items():
            if segment.isChecked():
                return kode
        return ""

    def set_kode(self, kode: str) -> None:
        """Choose without telling `dipilih`; "" lifts all. KeyError for an unknown code."""
        self._group.setExclusive(False)
        for segment in self._segments.values():
            segment.setChecked(False)
        self._group.setExclusive(True)
        if kode:
            self._segments[kode].setChecked(True)
        self._told = kode
        self._fix_tab_stop()

    def batasi(self, kode: str) -> None:
        """Leave only that choice open; "" opens all."""
        for satu, segment in self._segments.items():
            segment.setEnabled(kode in ("", satu))

    def tombol(self, kode: str) -> Tombol:
        """The button of that code, e.g. to disable it."""
        return self._segments[kode]

    def setAccessibleName(self, name: str) -> None:
        """Each button says the row's name before its own."""
        super().setAccessibleName(name)
        for segment in self._segments.values():
            segment.setAccessibleName(f"{name}: {segment.text()}")

    def _fix_tab_stop(self) -> None:
        if not self._segments:
            return
        stop = self._segments.get(self.kode()) or next(iter(self._segments.values()))
        self.setFocusProxy(stop)
        for segment in self._segments.values():
            tab = segment is stop
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)

    def _on_segment_stepped(self, step: int) -> None:
        live = [s for s in self._segments.values() if s.isEnabled()]
        here = next((i for i, s in enumerate(live) if s.hasFocus()), 0)
        target = live[(here + step) % len(live)]
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.click()

    def _on_group_button_clicked(self, _button: QAbstractButton) -> None:
        self._fix_tab_stop()
        if self.kode() != self._told:
            self._told = self.kode()
            self.dipilih.emit(self._told)


class _Segmen(Tombol):
    """One button of the row, with its own key.

    Signals:
        stepped(int): an arrow key asked for the neighbour, -1 or 1.
    """

    stepped = Signal(int)

    def __init__(self, nama: str, pintasan: str) -> None:
        super().__init__(nama, Gaya.SEGMEN, pintasan=pintasan)
        self.setCheckable(True)
        if pintasan:
            pasang_pintasan(self, {pintasan: self._on_shortcut_activated})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the neighbour."""
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def _on_shortcut_activated(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.click()
