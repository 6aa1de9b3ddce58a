"""A key that works while another program has the focus. Windows only; elsewhere there is none."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

_WM_HOTKEY = 0x0312
_ALT, _CTRL, _SHIFT, _TANPA_ULANG = 0x0001, 0x0002, 0x0004, 0x4000
_ID = 0x5344
"""Ours among the hot keys of this thread; programs take 0 to 0xBFFF."""


@dataclass(frozen=True, slots=True)
class KunciGlobal:
    """One key that may be asked for.

    Attributes:
        nama: as it stands on the keyboard and in the preferences, e.g. "Ctrl+Shift+Spasi".
        tambahan: modifiers, kunci: virtual-key code, both as Windows numbers them.
    """

    nama: str
    tambahan: int
    kunci: int


KUNCI_GLOBAL = (
    KunciGlobal("Ctrl+Shift+Spasi", _CTRL | _SHIFT, 0x20),
    KunciGlobal("Ctrl+Alt+Spasi", _CTRL | _ALT, 0x20),
    KunciGlobal("Ctrl+Shift+F8", _CTRL | _SHIFT, 0x77),
    KunciGlobal("Ctrl+Shift+F9", _CTRL | _SHIFT, 0x78),
)
"""The first is the usual one; the others stand in where a program has taken it."""


class TombolGlobal(Protocol):
    """Whatever tells that a key was pressed anywhere on the screen."""

    @property
    def tersedia(self) -> bool:
        """Whether this computer has such keys at all."""
        ...

    def pasang(self, kunci: KunciGlobal, ditekan: Callable[[], None]) -> bool:
        """Ask for a key in place of the one before; False = another program has it."""
        ...

    def lepas(self) -> None:
        """Give the key back."""
        ...


class TanpaTombolGlobal:
    """No such keys on this system."""

    tersedia = False

    def pasang(self, kunci: KunciGlobal, ditekan: Callable[[], None]) -> bool:
        """Refuse."""
        del kunci, ditekan
        return False

    def lepas(self) -> None:
        """Nothing was taken."""


class TombolGlobalWindows(QAbstractNativeEventFilter):
    """`RegisterHotKey` of Windows for the thread of the windows.

    Args:
        user32: the system's library.
    """

    tersedia = True

    def __init__(self, user32: Any) -> None:
        super().__init__()
        self._user32 = user32
        self._ditekan: Callable[[], None] | None = None

    def pasang(self, kunci: KunciGlobal, ditekan: Callable[[], None]) -> bool:
        """See `TombolGlobal`. A held key counts once."""
        self.lepas()
        if not self._user32.RegisterHotKey(None, _ID, kunci.tambahan | _TANPA_ULANG, kunci.kunci):
            return False
        self._ditekan = ditekan
        _aplikasi().installNativeEventFilter(self)
        return True

    def lepas(self) -> None:
        """See `TombolGlobal`."""
        if self._ditekan is None:
            return
        self._ditekan = None
        self._user32.UnregisterHotKey(None, _ID)
        _aplikasi().removeNativeEventFilter(self)

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, _jenis: QByteArray | bytes | bytearray | memoryview, pesan: int
    ) -> tuple[bool, int]:
        """Called for every message that Windows sends this program."""
        isi = wintypes.MSG.from_address(int(pesan))
        if self._ditekan is None or isi.message != _WM_HOTKEY or isi.wParam != _ID:
            return False, 0
        self._ditekan()
        return True, 0


def build_tombol_global() -> TombolGlobal:
    """What this computer has."""
    tombol: TombolGlobal = TanpaTombolGlobal()
    if sys.platform == "win32":
        tombol = TombolGlobalWindows(ctypes.WinDLL("user32"))
    return tombol


def find_kunci(nama: str) -> KunciGlobal:
    """The key of that name; the usual one for a name that is not known."""
    return next((k for k in KUNCI_GLOBAL if k.nama == nama), KUNCI_GLOBAL[0])


def kunci_berikut(kunci: KunciGlobal) -> KunciGlobal:
    """The one to try next; after the last comes the first."""
    return KUNCI_GLOBAL[(KUNCI_GLOBAL.index(kunci) + 1) % len(KUNCI_GLOBAL)]


def _aplikasi() -> QCoreApplication:
    aplikasi = QCoreApplication.instance()
    assert aplikasi is not None
    return aplikasi
