"""Hands at the keyboard: drives the real window with keys only, for the demonstration and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sooko_desk.ui.borang import Borang
    from sooko_desk.ui.jendela import Jendela

PALING_LAMA_MS, SELANG_MS = 15000, 10

ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TANPA = Qt.KeyboardModifier.NoModifier


class Tangan:
    """One officer's hands. Keys go where the caret is, as from a real keyboard."""

    def __init__(self, jendela: Jendela) -> None:
        self._jendela = jendela

    def ketik(self, teks: str) -> None:
        """Type letters and digits into whatever has the caret."""
        QTest.keyClicks(self.fokus(), teks)

    def tekan(self, tombol: Qt.Key, tambahan: Qt.KeyboardModifier = TANPA, kali: int = 1) -> None:
        """Press a key, with Ctrl or Alt if wanted, so many times."""
        for _ in range(kali):
            QTest.keyClick(self.fokus(), tombol, tambahan)

    def isi(self, *teks: str) -> None:
        """Type into one field after the other; Enter after each. "" leaves a field as it is."""
        for satu in teks:
            if satu:
                self.ketik(satu)
            self.tekan(ENTER)

    def isi_borang(self, borang: Borang, nilai: Mapping[str, str]) -> None:
        """Fill the empty fields of an entry form by id; the caret must stand in the form.

        Raises:
            LookupError: Enter did not lead to one of the fields.
        """
        belum = dict(nilai)
        for _ in range(2 * len(borang.baris)):
            if not belum:
                return
            fokus = self.fokus()
            for kunci, baris in borang.baris.items():
                if baris.input is fokus and kunci in belum:
                    self.ketik(belum.pop(kunci))
            self.tekan(ENTER)
        if belum:
            raise LookupError(f"the caret never came to {sorted(belum)}")

    def tunggu(self, syarat: Callable[[], bool]) -> None:
        """Let the program work until something is true.

        Raises:
            TimeoutError: it did not become true in 15 seconds.
        """
        for _ in range(PALING_LAMA_MS // SELANG_MS):
            if syarat():
                return
            QTest.qWait(SELANG_MS)
        raise TimeoutError("the program did not answer in time")

    def ganti_petugas(self, pin: str) -> None:
        """F12, the other officer's PIN, and wait until he is at work."""
        sebelum = self._jendela.kerja.petugas
        self.tekan(Qt.Key.Key_F12)
        self.masuk(pin)
        self.tunggu(lambda: self._jendela.kerja.petugas is not sebelum)

    def masuk(self, pin: str) -> None:
        """Type a PIN on the sign-in page, Enter, and wait for what comes after it."""
        self.ketik(pin)
        self.tekan(ENTER)
        self.tunggu(lambda: not self._jendela.masuk.isVisible())

    def fokus(self) -> QWidget:
        """The widget that gets the next key.

        Without a window manager a closed drop-down leaves no window active; a real desktop
        activates the window behind it by itself.
        """
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            return popup
        atas = QApplication.activeModalWidget() or self._jendela
        if not atas.isActiveWindow() and popup is None:
            atas.activateWindow()
            QTest.qWaitForWindowActive(atas)
        return QApplication.focusWidget() or atas
