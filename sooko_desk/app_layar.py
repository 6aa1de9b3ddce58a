"""Is there a screen? Asked before Qt is, because Qt answers "no" with a crash."""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def ada_layar(env: Mapping[str, str], platform: str) -> bool:
    """Whether Qt will find a screen.

    Args:
        env: the environment variables.
        platform: `sys.platform`.
    """
    if platform != "linux" or env.get("QT_QPA_PLATFORM", "") not in ("", "xcb"):
        return True
    if env.get("WAYLAND_DISPLAY") and not env.get("QT_QPA_PLATFORM"):
        return True
    return bool(env.get("DISPLAY")) and _x_menjawab(env["DISPLAY"])


def _x_menjawab(display: str) -> bool:
    nama = ctypes.util.find_library("xcb") or "libxcb.so.1"
    try:
        xcb = ctypes.CDLL(nama)
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    sambungan = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    galat = xcb.xcb_connection_has_error(sambungan)
    xcb.xcb_disconnect(sambungan)
    return not galat
