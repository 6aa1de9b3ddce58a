"""The privacy cover: one key hides every window's contents from a visitor who leans over.

It is no lock: the same key takes it away. Below it nothing changes, not even the focus, so that a
half-typed form goes on where it was; what is typed or scanned meanwhile goes nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.penutup import Penutup
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_kedua

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

SEBUTAN = "Ctrl+Spasi"
JUDUL = "Layar ditutup"
KALIMAT = f"Tekan {SEBUTAN} untuk membuka."
_KOMBINASI = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Space)
_NAMA = "sampul-privasi"
_KEYS = frozenset(
    (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Wheel)
)


class SampulPrivasi(QObject):
    """One per program; owned by the main window.

    Args:
        jendela: the main window. Its dialogs and the strip beside SIAK are covered too.
    """

    def __init__(self, jendela: QWidget) -> None:
        super().__init__(jendela)
        self._sampul: list[Penutup] = []
        self._pasang_kunci(jendela)
        aplikasi = QGuiApplication.instance()
        assert isinstance(aplikasi, QApplication)
        self._aplikasi = aplikasi
        aplikasi.focusWindowChanged.connect(self._on_focus_window_changed)

    @property
    def tertutup(self) -> bool:
        """Whether the cover lies over the windows."""
        return bool(self._sampul)

    def lepas(self) -> None:
        """The program ends."""
        self.buka()
        self._aplikasi.focusWindowChanged.disconnect(self._on_focus_window_changed)

    def balik(self) -> None:
        """Cover everything, or uncover it."""
        if self.tertutup:
            self.buka()
        else:
            self.tutup()

    def tutup(self) -> None:
        """Cover every window; a drop-down list or menu is closed, for it lies above any cover."""
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        for satu in QApplication.topLevelWidgets():
            if satu.isVisible() and not _is_popup(satu):
                self._tutupi(satu)
        if self._sampul:
            self._aplikasi.installEventFilter(self)

    def buka(self) -> None:
        """Uncover every window."""
        self._aplikasi.removeEventFilter(self)
        for sampul in self._sampul:
            if isValid(sampul):
                sampul.hide()
                sampul.deleteLater()
        self._sampul = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only while covered: keys go nowhere but one, and a new window is covered at once."""
        jenis = event.type()
        if jenis in _KEYS:
            if isinstance(event, QKeyEvent) and jenis != QEvent.Type.KeyRelease:
                return self._on_key(event)
            return True
        if jenis == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            if _is_popup(watched):
                watched.close()
            else:
                self._tutupi(watched)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Qt asks twice; the key itself follows when the first is accepted."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.keyCombination() == _KOMBINASI and not event.isAutoRepeat():
            self.buka()
        return True

    def _tutupi(self, jendela: QWidget) -> None:
        if jendela.findChild(Penutup, _NAMA, Qt.FindChildOption.FindDirectChildrenOnly) is None:
            tombol = tombol_kedua("Buka lagi", "eye", SEBUTAN)
            tombol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tombol.clicked.connect(self.buka)
            isi = Kosong("eye-off", JUDUL, KALIMAT, tombol)
            self._sampul.append(Penutup(jendela, _NAMA, isi))

    def _pasang_kunci(self, jendela: QWidget) -> None:
        """A shortcut of the main window does not work in front of a dialog: each has its own."""
        if jendela.findChild(QShortcut, _NAMA, Qt.FindChildOption.FindDirectChildrenOnly) is None:
            kunci = QKeySequence(_KOMBINASI).toString()
            (pintasan,) = pasang_pintasan(jendela, {kunci: self.balik})
            pintasan.setObjectName(_NAMA)

    def _on_focus_window_changed(self, _jendela: QWindow | None) -> None:
        aktif = QApplication.activeWindow()
        if aktif is not None and not _is_popup(aktif):
            self._pasang_kunci(aktif)


def _is_popup(jendela: QWidget) -> bool:
    return jendela.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
