"""From a key to what is painted for it: the one stop-watch for the program and the bare stack.

A key goes to the window as the platform would send it, so that everything that looks at keys is
in its path. Qt then paints what has changed when it handles the window's UpdateRequest; the watch
takes that event, lets the window paint at once, and reads the clock when the picture lies in the
window's store. What a graphics card or a screen adds after that is not in it.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QMainWindow, QWidget

JARAK = 0.09
"""Seconds from key to key: the quickest typists at a counter."""


@dataclass(frozen=True, slots=True)
class Catatan:
    """One key.

    Attributes:
        baris: which row of the table it counts in; "" = none.
        huruf: ms until the field with the caret was painted; None = it was not (e.g. Enter).
        jawaban: ms until the last picture that came before the next key, whatever it showed:
            answers that come late, by a timer or a thread, are in it.
        sibuk: ms that the main thread itself computed, until nothing waited any more; what other
            programs took of the machine is not in it.
    """

    baris: str
    huruf: float | None
    jawaban: float
    sibuk: float


class Pengukur(QObject):
    """Presses keys in one window and writes down how long each took."""

    def __init__(self, jendela: QMainWindow) -> None:
        super().__init__()
        self._jendela = jendela
        self._bidang: QWidget | None = None
        self._terlukis = False
        self._gambar: list[tuple[float, bool]] = []
        self._berikut = 0.0
        self.catatan: list[Catatan] = []
        # The caret would blink into the pictures.
        QApplication.setCursorFlashTime(0)
        jendela.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the field is painted; paint the window, and note when that is done."""
        if event.type() == QEvent.Type.UpdateRequest and watched is self._jendela:
            self._terlukis = False
            watched.event(event)
            self._gambar.append((time.perf_counter(), self._terlukis))
            return True
        if event.type() == QEvent.Type.Paint and watched is self._bidang:
            self._terlukis = True
        return False

    def ketik(self, teks: str, baris: str = "", mulai: int = 0) -> None:
        """Type; the keys from number `mulai` (from 0) on count in that row."""
        for nomor, huruf in enumerate(teks):
            self.tekan(huruf, baris=baris if nomor >= mulai else "")

    def tekan(
        self,
        tombol: Qt.Key | str,
        tambahan: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        baris: str = "",
    ) -> None:
        """Press one key, and look on until it is time for the next."""
        self._tunggu()
        jendela, fokus = self._jendela_atas(), QApplication.focusWidget()
        self._awasi(fokus)
        self._gambar.clear()
        mulai, kerja = time.perf_counter(), time.thread_time()
        self._berikut = mulai + JARAK
        QTest.keyClick(jendela, tombol, tambahan)  # type: ignore[arg-type]  # takes a letter too
        QCoreApplication.processEvents()
        sibuk = (time.thread_time() - kerja) * 1000
        self._tunggu()
        huruf = next((saat for saat, terlukis in self._gambar if terlukis), None)
        akhir = self._gambar[-1][0] if self._gambar else mulai
        self.catatan.append(
            Catatan(
                baris,
                None if huruf is None else (huruf - mulai) * 1000,
                (akhir - mulai) * 1000,
                sibuk,
            )
        )

    def _tunggu(self) -> None:
        while (sisa := self._berikut - time.perf_counter()) > 0:
            QTest.qWait(max(1, int(sisa * 1000)))

    def _awasi(self, bidang: QWidget | None) -> None:
        if bidang is self._bidang:
            return
        if self._bidang is not None:
            self._bidang.removeEventFilter(self)
        self._bidang = bidang
        if bidang is not None and bidang is not self._jendela:
            bidang.installEventFilter(self)

    def _jendela_atas(self) -> QWindow:
        """Where the platform would send the key."""
        popup = QApplication.activePopupWidget()
        if popup is None and not self._jendela.isActiveWindow():
            self._jendela.activateWindow()
            QTest.qWaitForWindowActive(self._jendela)
        jendela = (popup or self._jendela).windowHandle()
        assert jendela is not None
        return jendela


def pasang_pesan() -> None:
    """What Qt says goes on, but for what a screen that is none cannot do; before any window."""
    qInstallMessageHandler(_tulis_pesan_qt)


def _tulis_pesan_qt(_jenis: QtMsgType, _konteks: QMessageLogContext, pesan: str) -> None:
    if not pesan.startswith("This plugin does not support"):
        sys.stderr.write(pesan + "\n")
