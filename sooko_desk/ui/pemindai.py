"""Tells a scanner's burst of keys from an officer's typing, wherever the caret stands.

A USB scanner is a keyboard that types fast and ends with Enter. Speed is read from the stamps of
the key events, not from when this program got round to them. Two things follow from where Qt
gives out stamps and shortcuts:

* A key is looked at where the window gets it, before any widget does: one look a key (a filter of
  the whole application sees every paint), and a held key that is sent to the window again,
  without its stamp, runs through shortcuts and widgets as ever.
* Under Windows the stamp is the time at which the program took the key from the queue. What an
  officer typed while the program was busy then comes in one rush. Such a rush is called a scan
  only when it spells a receipt's code.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor, QTextDocumentFragment, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from sooko_desk.domain.nomor import kode_pindai, parse_kode_pindai
from sooko_desk.ui.kit.isian_angka import IsianDigit

if TYPE_CHECKING:
    from collections.abc import Callable

JEDA_MS = 35
"""Most ms between two keys of a scan. Scanners need 1 to 20; quick typists 80 and more, but for
two or three keys that they roll."""

JEDA_LONGGAR_MS = 80
"""The same once it can only be a scanner: four keys came that fast, or they begin like our code.
A PC under load stamps some keys late."""

JELAS_CEPAT = 4
"""Keys as fast as `JEDA_MS` that no typist rolls."""

PALING_PENDEK = 6
"""Fewest characters of a scan: shorter bursts are a typist's, or say nothing."""

EKOR_MS = 150
"""Ms after a scan in which a further Enter is the scanner's (CR and LF); no hand is that quick."""

PANJANG_NIK = 16

BUKAN_TANDA_BUKTI = (
    "Kode yang dipindai bukan tanda bukti Sooko Desk. Pindai kode di tanda bukti penerimaan."
)
KODE_TERPOTONG = "Kode tanda bukti terbaca sebagian. Pindai sekali lagi."

_OURS = re.compile(r"(?ai)T$|TB$|TB[^A-Z0-9]")
# A keyboard layout other than the scanner's turns every hyphen into the same other sign.
_OURS_WHOLE = re.compile(r"(?ai)TB([^A-Z0-9])([A-Z0-9]+)\1([0-9]{4})\1([0-9]+)")

# Plain numbers: this is asked at every key, and Python's flags are slow.
_ENTER = frozenset(int(k) for k in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab))
_ENTER_AS_CTRL = frozenset((int(Qt.Key.Key_J), int(Qt.Key.Key_M)))  # LF and CR as control codes
_FIRST_MODIFIER, _LAST_MODIFIER = int(Qt.Key.Key_Shift), int(Qt.Key.Key_ScrollLock)
_ALTGR = int(Qt.Key.Key_AltGr)
_CTRL = Qt.KeyboardModifier.ControlModifier.value
_KEYPAD = Qt.KeyboardModifier.KeypadModifier.value
_COMMAND = _CTRL | Qt.KeyboardModifier.AltModifier.value | Qt.KeyboardModifier.MetaModifier.value


def baca_kode(teks: str) -> str:
    """Read one of our codes from what a scanner typed; "" when it is something else.

    Case, blanks and a foreign sign for the hyphen do not matter, as in "tb'kk'2026'00012".
    """
    cocok = _OURS_WHOLE.fullmatch(teks.strip())
    bagian = parse_kode_pindai(f"TB-{cocok[2]}-{cocok[3]}-{cocok[4]}" if cocok else teks)
    return kode_pindai(*bagian) if bagian else ""


class Pemindai(QObject):
    """Takes scans out of the stream of keys; everything else goes where it was going.

    In a field the first letter of a burst is typed at once and the rest is held back; after a
    scan the field has its text, caret and selection again and has said so with `textEdited`.
    Elsewhere the first letter is held too, until `JEDA_MS` after the last one ("T", with which
    our codes begin, until `JEDA_LONGGAR_MS`): no letter or digit of a code works as a key.
    What turns out not to be a scan is delivered in order.

    Left as typing: keys without a stamp (programs, tests), held keys that repeat, and 16 digits
    in an `IsianDigit`: that is a reader typing a NIK, and its Enter goes on to the next field
    as an officer's would.

    In a dialog (print window, F1 ...) a scan types nothing either; what becomes of it is the
    window's affair. Menus and drop-down lists are closed by a scan.

    Args:
        jendela: the main window, which owns this object. Its dialogs are watched too.
        busy_ms: ms that the event loop has been at work without a rest; for tests.

    Signals:
        terpindai(str): normalised code of one of our receipts, e.g. "TB-KK-2026-00012".
        asing(str): another scan was taken back; carries a sentence for the officer, and never
            what was scanned, which may be personal data.
    """

    terpindai = Signal(str)
    asing = Signal(str)

    def __init__(self, jendela: QWidget, busy_ms: Callable[[], int] | None = None) -> None:
        super().__init__(jendela)
        self._watching = True
        self._burst = ""
        self._last = 0
        self._trusted = True
        self._field: _Field | None = None
        self._held: deque[QKeyEvent] = deque()
        self._tail_until = 0
        # Coarse: under Windows such a timer waits until the keys in the queue are done.
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._awake = QElapsedTimer()
        self._awake.start()
        self._busy_ms = busy_ms or self._awake.elapsed
        self._dispatcher = QAbstractEventDispatcher.instance()
        self._dispatcher.awake.connect(self._on_dispatcher_awake)
        self._app = cast("QGuiApplication", QGuiApplication.instance())
        self._app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def lepas(self) -> None:
        """Stop watching; keys that are held go to their widget."""
        self._app.focusWindowChanged.disconnect(self._watch)
        self._dispatcher.awake.disconnect(self._on_dispatcher_awake)
        self._watching = False
        self._deliver()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold, swallow or pass a window's key event."""
        if not isinstance(event, QKeyEvent):
            if self._held and event.type() == QEvent.Type.MouseButtonPress:
                self._deliver()  # a click may move the caret: typed letters come first
            return super().eventFilter(watched, event)
        if not event.timestamp() or not self._watching:
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._on_press(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._on_shortcut_override(event)
        return self._on_release(event)

    def _on_press(self, event: QKeyEvent) -> bool:
        if _is_modifier(event):
            return False
        if not event.isAutoRepeat():
            if _is_letter(event):
                return self._on_letter(event)
            if _is_end(event):
                return self._on_end(event)
        self._deliver()
        return False

    def _on_letter(self, event: QKeyEvent) -> bool:
        stamp, busy = event.timestamp(), self._busy_ms()
        fast = self._is_fast(stamp, busy)
        if not fast:
            self._deliver()
            self._field = _build_field(_widget_with_caret())
        self._trusted = self._trusted and busy <= JEDA_MS
        self._last = stamp
        self._burst += event.text()
        if self._field is not None and not fast:
            return False  # typing is shown at once; the field is remembered as it was
        self._held.append(_copy(event))
        self._timer.start(self._gap_ms())
        return True

    def _on_end(self, event: QKeyEvent) -> bool:
        stamp = event.timestamp()
        if not self._burst and 0 <= self._tail_until - stamp <= EKOR_MS:
            return True
        if self._is_fast(stamp, self._busy_ms()) and self._is_scan():
            self._take_back(stamp)
            return True
        self._deliver()
        self._send(_copy(event))  # its shortcut was put off by `_on_shortcut_override`
        return True

    def _on_shortcut_override(self, event: QKeyEvent) -> bool:
        """Qt asks before it looks for a shortcut; the key itself follows when this is accepted."""
        popup = QApplication.activePopupWidget()
        if popup is not None:  # it gets the key; a new one is not told of as the focus window yet
            self._watch(popup.windowHandle())
        if event.isAutoRepeat() or _is_modifier(event):
            return False
        if _is_letter(event):
            if self._held:
                self._timer.start(self._gap_ms())  # the key is on its way
            if _widget_with_caret() is not None:
                return False  # a field keeps its letters from shortcuts by itself
        elif not _is_end(event):
            self._deliver()
            return False
        event.accept()
        return True

    def _on_release(self, event: QKeyEvent) -> bool:
        if not self._held or event.isAutoRepeat():
            return False
        self._held.append(_copy(event))
        return True

    def _on_timer_timeout(self) -> None:
        if self._timer.interval():
            self._timer.start(0)  # after a busy moment the keys that wait in the queue come first
        elif self._trusted and len(self._burst) >= PALING_PENDEK and _OURS.match(self._burst):
            self._take_back(self._last)  # a scanner that was set up without Enter
        else:
            self._deliver()

    def _on_dispatcher_awake(self) -> None:
        self._awake.restart()

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _is_fast(self, stamp: int, busy: int) -> bool:
        return bool(self._burst) and 0 <= stamp - self._last <= self._gap_ms() + busy

    def _gap_ms(self) -> int:
        sure = len(self._burst) >= JELAS_CEPAT or _OURS.match(self._burst)
        return JEDA_LONGGAR_MS if sure else JEDA_MS

    def _is_scan(self) -> bool:
        teks = self._burst
        if len(teks) < PALING_PENDEK or len(set(teks)) == 1:
            return False  # a held key is as fast, and X11 does not always say that it repeats
        in_digits = isinstance(self._field, _Line) and isinstance(self._field.edit, IsianDigit)
        if in_digits and len(teks) == PANJANG_NIK and teks.isdigit():
            return False
        return self._trusted or bool(baca_kode(teks))

    def _take_back(self, stamp: int) -> None:
        teks, field = self._burst, self._field
        self._held.clear()
        self._forget()
        self._tail_until = stamp + EKOR_MS
        if field is not None:
            field.restore()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        if kode := baca_kode(teks):
            self.terpindai.emit(kode)
        else:
            self.asing.emit(KODE_TERPOTONG if _OURS.match(teks) else BUKAN_TANDA_BUKTI)

    def _deliver(self) -> None:
        """Send on what is held. A key may open a dialog: the rest then goes out from there."""
        self._forget()
        while self._held:
            self._send(self._held.popleft())

    def _forget(self) -> None:
        self._timer.stop()
        self._burst, self._field, self._trusted = "", None, True

    def _send(self, event: QKeyEvent) -> None:
        window = cast("QWindow | None", QGuiApplication.focusWindow())
        if window is None:  # the officer went to another program within the blink
            widget = QApplication.activeModalWidget() or cast("QWidget", self.parent())
            window = widget.windowHandle()
        if window is not None:
            QCoreApplication.sendEvent(window, event)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line edit as it was; what is marked lies between anchor and caret."""

    edit: QLineEdit
    text: str
    anchor: int
    caret: int

    def restore(self) -> None:
        if not isValid(self.edit):
            return
        if self.edit.text() != self.text:
            self.edit.setText(self.text)
            self.edit.textEdited.emit(self.text)
            if self.edit.text() != self.text:  # a field of capitals changes an older text too
                self.edit.setText(self.text)
        self.edit.setCursorPosition(self.caret)
        if self.anchor != self.caret:
            self.edit.setSelection(self.anchor, self.caret - self.anchor)


@dataclass(frozen=True, slots=True)
class _Paper:
    """The caret of a field of many lines, and what was marked there."""

    edit: QPlainTextEdit | QTextEdit
    anchor: int
    caret: int
    marked: QTextDocumentFragment

    def restore(self) -> None:
        if not isValid(self.edit):
            return
        cursor = self.edit.textCursor()
        typed_to = cursor.position()
        cursor.setPosition(min(self.anchor, self.caret))
        cursor.setPosition(typed_to, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.insertFragment(self.marked)
        cursor.setPosition(self.anchor)
        cursor.setPosition(self.caret, QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)


_Field = _Line | _Paper


def _widget_with_caret() -> QLineEdit | QPlainTextEdit | QTextEdit | None:
    """Where a letter is written now; None when it would be a key, as in a list or a menu."""
    popup = QApplication.activePopupWidget()
    if popup is not None and popup.focusProxy() is None:
        return None  # a menu; a list of suggestions hands its keys to the field it belongs to
    widget = QApplication.focusWidget()
    if isinstance(widget, QComboBox):
        widget = widget.lineEdit()
    elif isinstance(widget, QAbstractSpinBox):
        widget = widget.findChild(QLineEdit)
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and not widget.isReadOnly():
        return widget
    return None


def _build_field(widget: QLineEdit | QPlainTextEdit | QTextEdit | None) -> _Field | None:
    if widget is None:
        return None
    if isinstance(widget, QLineEdit):
        caret, start = widget.cursorPosition(), widget.selectionStart()
        anchor = widget.selectionEnd() if start == caret else start
        return _Line(widget, widget.text(), anchor if start >= 0 else caret, caret)
    cursor = widget.textCursor()
    return _Paper(widget, cursor.anchor(), cursor.position(), cursor.selection())


def _is_modifier(event: QKeyEvent) -> bool:
    return _FIRST_MODIFIER <= event.key() <= _LAST_MODIFIER or event.key() == _ALTGR


def _is_letter(event: QKeyEvent) -> bool:
    teks = event.text()
    return len(teks) == 1 and teks.isprintable() and not event.modifiers().value & _COMMAND


def _is_end(event: QKeyEvent) -> bool:
    modifiers = event.modifiers().value
    if modifiers == _CTRL:
        return event.key() in _ENTER_AS_CTRL
    return modifiers in (0, _KEYPAD) and (event.key() in _ENTER or event.text() == "\n")


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The same key without a stamp: the mark by which it passes."""
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        False,
        event.count(),
    )
