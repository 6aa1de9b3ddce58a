"""A window, hands and a scanner, for the tests of `Pemindai`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.domain.permohonan import Berkas
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.pemindai import (
    Pemindai,
)

K, M, E = Qt.Key, Qt.KeyboardModifier, QEvent.Type
KODE = "TB-KK-2026-00012"
NIK = "3516135708459001"
BERKAS = tuple(Berkas(f"b{n}", f"Berkas {n}", SifatSyarat.WAJIB) for n in range(1, 6))
ENTER = "\r"
NAMED = {ENTER: K.Key_Return, "\t": K.Key_Tab, " ": K.Key_Space}

KEPT = []


class Recorder(QWidget):
    """Not a field: every key that reaches it is written down."""

    def __init__(self):
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.keys = []

    def event(self, event):
        if event.type() in (E.KeyPress, E.KeyRelease):
            self.keys.append(event.text() + ("^" if event.type() == E.KeyRelease else ""))
            return True
        return super().event(event)

    @property
    def pressed(self):
        return "".join(k for k in self.keys if not k.endswith("^"))


class Keyboard:
    """Sends keys to the window as Qt's platform does: the question for shortcuts, then the key."""

    def __init__(self, start=1_000):
        self.now = start

    def key(self, key, teks="", gap=120, mods=M.NoModifier, repeat=False):
        self.now += gap
        self.event(E.ShortcutOverride, key, teks, mods, repeat)
        self.event(E.KeyPress, key, teks, mods, repeat)
        self.event(E.KeyRelease, key, teks, mods, repeat)

    def event(self, kind, key, teks="", mods=M.NoModifier, repeat=False):
        event = QKeyEvent(kind, key, mods, teks, repeat)
        event.setTimestamp(self.now)
        if (window := QGuiApplication.focusWindow()) is not None:
            QCoreApplication.sendEvent(window, event)

    def type(self, teks, gap=120, first=200):
        for n, letter in enumerate(teks):
            key = NAMED.get(letter) or ord(letter.upper())
            shift = M.ShiftModifier if letter.isupper() else M.NoModifier
            self.key(key, letter, gap if n else first, shift)

    def scan(self, teks=KODE, end=ENTER, gap=5):
        self.type(teks + end, gap)


class Desk(QWidget):
    def __init__(self, *widgets, busy_ms=lambda: 0):
        super().__init__()
        layout = QVBoxLayout(self)
        for widget in widgets:
            layout.addWidget(widget)
        self.keyboard = Keyboard()
        self.codes, self.words = [], []
        self.scanner = Pemindai(self, busy_ms)
        self.scanner.terpindai.connect(self.codes.append)
        self.scanner.asing.connect(self.words.append)

    @property
    def told(self):
        return self.codes, self.words


def open_desk(qtbot, *widgets, busy_ms=lambda: 0):
    """A window with these widgets, the caret in the first, and a scanner's watcher."""
    desk = Desk(*widgets, busy_ms=busy_ms)
    KEPT[:] = [desk]  # qtbot holds widgets weakly
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    widgets[0].setFocus()
    return desk


def build_combo():
    combo = QComboBox()
    combo.setEditable(True)
    combo.addItems(["Modopuro", "Tangunan"])
    combo.lineEdit().setText("")
    return combo


def build_pilihan():
    pilihan = Pilihan()
    pilihan.set_pilihan([("01", "Modopuro"), ("02", "Tangunan")])
    return pilihan


def build_spin():
    spin = QSpinBox()
    spin.setRange(0, 99_999_999)
    return spin


FIELDS = {
    "line": QLineEdit,
    "digit": IsianDigit,
    "teks": IsianTeks,
    "kapital": lambda: IsianTeks(kapital=True),
    "tanggal": IsianTanggal,
    "pilihan": build_pilihan,
    "combo": build_combo,
    "spin": build_spin,
}


def edit_of(field):
    return field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)


def state(edit):
    start = edit.selectionStart()
    return edit.text(), edit.cursorPosition(), start, edit.selectedText()


def shortcut(desk, keys, fired, repeat=False):
    key = QShortcut(QKeySequence(keys), desk)
    key.setAutoRepeat(repeat)
    key.activated.connect(lambda: fired.append(keys))
