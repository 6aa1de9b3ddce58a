"""Windows tells when the session is locked or the PC goes to sleep; elsewhere nothing is told.

Qt's own `applicationStateChanged` says neither on a PC.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

_WM_POWERBROADCAST, _APM_SUSPEND = 0x0218, 0x0004
_APM_RESUME = frozenset((0x0007, 0x0012))
_WM_WTSSESSION_CHANGE = 0x02B1
_SESI_TERKUNCI = frozenset((0x2, 0x4, 0x7))
"""Console disconnected, remote disconnected, session locked."""
_SESI_INI = 0


class KabarSistem(Protocol):
    """Whatever tells that the PC was left."""

    def pasang(self, jendela: int) -> None:
        """Listen from now on; the window's number for the system. Once is enough."""
        ...

    def lepas(self) -> None:
        """Listen no more."""
        ...


class TanpaKabar:
    """This system tells nothing."""

    def pasang(self, jendela: int) -> None:
        """Nothing to listen to."""
        del jendela

    def lepas(self) -> None:
        """Nothing was listened to."""


class KabarWindows(QAbstractNativeEventFilter):
    """Messages that Windows sends to a window of this program.

    Args:
        wtsapi32: the system's library for sessions.
        ditinggal: called when the PC is locked, or goes to sleep and when it wakes.
    """

    def __init__(self, wtsapi32: Any, ditinggal: Callable[[], None]) -> None:
        super().__init__()
        self._wtsapi32 = wtsapi32
        self._ditinggal = ditinggal
        self._jendela: int | None = None

    def pasang(self, jendela: int) -> None:
        """See `KabarSistem`."""
        if self._jendela is None:
            self._jendela = jendela
            self._wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(jendela), _SESI_INI)
            _aplikasi().installNativeEventFilter(self)

    def lepas(self) -> None:
        """See `KabarSistem`."""
        if self._jendela is not None:
            self._wtsapi32.WTSUnRegisterSessionNotification(wintypes.HWND(self._jendela))
            _aplikasi().removeNativeEventFilter(self)
            self._jendela = None

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, _jenis: QByteArray | bytes | bytearray | memoryview, pesan: int
    ) -> tuple[bool, int]:
        """Called for every message that Windows sends this program; takes none away."""
        isi = wintypes.MSG.from_address(int(pesan))
        tidur = isi.message == _WM_POWERBROADCAST and (
            isi.wParam == _APM_SUSPEND or isi.wParam in _APM_RESUME
        )
        terkunci = isi.message == _WM_WTSSESSION_CHANGE and isi.wParam in _SESI_TERKUNCI
        if tidur or terkunci:
            self._ditinggal()
        return False, 0


def build_kabar_sistem(ditinggal: Callable[[], None]) -> KabarSistem:
    """What this computer has."""
    kabar: KabarSistem = TanpaKabar()
    if sys.platform == "win32":
        kabar = KabarWindows(ctypes.WinDLL("wtsapi32"), ditinggal)
    return kabar


def _aplikasi() -> QCoreApplication:
    aplikasi = QCoreApplication.instance()
    assert aplikasi is not None
    return aplikasi
