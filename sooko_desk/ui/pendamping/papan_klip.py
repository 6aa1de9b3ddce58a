"""The clipboard's guard: what this program copies leaves the clipboard again by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData, QObject, QThread, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from sooko_desk.ui.kit.mime_rahasia import build_mime

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

DETAK_MS = 1000
COBA_TERBANYAK = 3
"""Another program may hold the clipboard open for a moment."""
_JEDA_COBA_MS = 20


class PapanKlip(Protocol):
    """The part of QClipboard that the guard needs; tests bring one that is held open."""

    @property
    def dataChanged(self) -> SignalInstance:  # noqa: N802 - Qt's name
        """Something else lies on the clipboard."""
        ...

    def setMimeData(self, data: QMimeData) -> None:  # noqa: N802
        """Put data on the clipboard."""
        ...

    def text(self, mode: QClipboard.Mode) -> str:
        """The text on it."""
        ...

    def mimeData(self, mode: QClipboard.Mode) -> QMimeData:  # noqa: N802
        """All forms of it."""
        ...

    def clear(self, mode: QClipboard.Mode) -> None:
        """Empty it."""
        ...

    def supportsSelection(self) -> bool:  # noqa: N802
        """Whether there is a primary selection too (X11)."""
        ...

    def ownsClipboard(self) -> bool:  # noqa: N802
        """Whether what lies on it came from this program."""
        ...

    def ownsSelection(self) -> bool:  # noqa: N802
        """The same for the primary selection."""
        ...


class PenjagaPapanKlip(QObject):
    """Copies protected values and takes them away again. One per program.

    Another text that came on the clipboard meanwhile is the officer's own and stays.

    Args:
        detik: seconds that a value stays; asked at every copy.
        papan: the clipboard; None = the system's.
        selang_ms: length of one second.

    Signals:
        sisa_berubah(int): seconds left; 0 = nothing of ours lies there any more.
    """

    sisa_berubah = Signal(int)

    def __init__(
        self,
        detik: Callable[[], int],
        papan: PapanKlip | None = None,
        parent: QObject | None = None,
        selang_ms: int = DETAK_MS,
    ) -> None:
        super().__init__(parent)
        self._detik = detik
        self._papan: PapanKlip = papan or QGuiApplication.clipboard()
        self._milik = ""
        self._sisa = 0
        self.detak = QTimer(self)
        self.detak.setInterval(selang_ms)
        self.detak.timeout.connect(self._on_detak_timeout)
        self._papan.dataChanged.connect(self._on_papan_data_changed)

    @property
    def sisa(self) -> int:
        """Seconds until our value is taken away; 0 = none of ours lies there."""
        return self._sisa

    def is_milik(self) -> bool:
        """Whether our value lies there this moment; Windows tells of a change only later."""
        return self._is_milik(QClipboard.Mode.Clipboard)

    def salin(self, teks: str) -> None:
        """Copy a protected value; one that lies there already gets its full time again."""
        if not teks:
            self.kosongkan()
            return
        self._milik = teks
        self._papan.setMimeData(build_mime(teks))
        self.detak.start()
        self._set_sisa(max(1, self._detik()))

    def kosongkan(self) -> None:
        """Take our value away at once; what is not ours stays."""
        for _ in range(COBA_TERBANYAK):
            if not self._hapus_milik():
                self._lepas()
                return
            QThread.msleep(_JEDA_COBA_MS)
        self._set_sisa(0)  # still held open: the clock goes on trying

    def akhiri(self) -> None:
        """The program ends: take away whatever it copied, also with Ctrl+C in a field.

        Windows would keep it for the next program otherwise.
        """
        self.kosongkan()
        if self._papan.ownsClipboard():
            self._papan.clear(QClipboard.Mode.Clipboard)
        if self._papan.supportsSelection() and self._papan.ownsSelection():
            self._papan.clear(QClipboard.Mode.Selection)

    def _list_tempat(self) -> list[QClipboard.Mode]:
        """The clipboard, and the primary selection that some desktops keep the same."""
        tempat = [QClipboard.Mode.Clipboard]
        return [*tempat, QClipboard.Mode.Selection] if self._papan.supportsSelection() else tempat

    def _is_milik(self, tempat: QClipboard.Mode) -> bool:
        return bool(self._milik) and _baris(self._papan.text(tempat)) == _baris(self._milik)

    def _hapus_milik(self) -> bool:
        """Empty every place that holds our value; returns whether one still does."""
        semua = [tempat for tempat in self._list_tempat() if self._is_milik(tempat)]
        for tempat in semua:
            self._papan.clear(tempat)
        return any(self._is_milik(tempat) for tempat in semua)

    def _lepas(self) -> None:
        self._milik = ""
        self.detak.stop()
        self._set_sisa(0)

    def _set_sisa(self, sisa: int) -> None:
        if sisa != self._sisa:
            self._sisa = sisa
            self.sisa_berubah.emit(sisa)

    def _on_detak_timeout(self) -> None:
        if self._sisa > 1:
            self._set_sisa(self._sisa - 1)
        else:
            self.kosongkan()

    def _on_papan_data_changed(self) -> None:
        """Another text was copied: there is nothing of ours left to watch.

        An empty one may only be one that could not be read; then the time runs on.
        """
        ada = self._milik and self._papan.text(QClipboard.Mode.Clipboard)
        if ada and not self.is_milik():
            self.kosongkan()


def _baris(teks: str) -> list[str]:
    """Windows ends lines in its own way."""
    return teks.splitlines()
