"""Keeping a window out of screenshots, recorders and shared screens while it shows full numbers.

Windows only (SetWindowDisplayAffinity; WDA_EXCLUDEFROMCAPTURE is known since Windows 10 2004, an
older one gets WDA_MONITOR, which shows the window black). Elsewhere there is no such thing. A
camera sees the screen all the same.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TAMPAK, _HITAM, _TANPA = 0x00, 0x01, 0x11
"""WDA_NONE, WDA_MONITOR, WDA_EXCLUDEFROMCAPTURE."""


def rahasiakan_layar(jendela: QWidget, rahasia: bool, user32: Any = None) -> bool:
    """Keep a top-level window out of captures, or let it in again.

    Args:
        user32: the system's library; None = that of this computer.

    Returns:
        Whether the system took it.
    """
    if user32 is None:
        user32 = _load_user32()
    if user32 is None:
        return False
    hwnd = int(jendela.winId())
    cara = (_TANPA, _HITAM) if rahasia else (_TAMPAK,)
    return any(user32.SetWindowDisplayAffinity(hwnd, satu) for satu in cara)


def _load_user32() -> Any:
    user32: Any = None
    if sys.platform == "win32":
        user32 = ctypes.WinDLL("user32")
        user32.SetWindowDisplayAffinity.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    return user32
