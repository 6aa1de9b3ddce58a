"""Text for the clipboard that histories and clouds leave alone.

Sources: Microsoft, "Clipboard Formats", section on cloud clipboard and clipboard history (three
registered formats, a DWORD each); KDE Klipper (`x-kde-passwordManagerHint`).
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData

_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
"""How Qt names a registered Windows format."""
_DWORD_NOL = bytes(4)
_RAHASIA_WINDOWS = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
)
_RAHASIA_KDE = ("x-kde-passwordManagerHint", b"secret")


def is_rahasia(data: QMimeData, platform: str = sys.platform) -> bool:
    """Whether it is marked already, see `build_mime`."""
    nama = _WINDOWS.format(_RAHASIA_WINDOWS[0]) if platform == "win32" else _RAHASIA_KDE[0]
    return data.hasFormat(nama)


def build_mime(teks: str, platform: str = sys.platform) -> QMimeData:
    """The text, marked so that clipboard histories and clouds leave it alone.

    Args:
        teks: what is pasted.
        platform: as `sys.platform` names it.
    """
    data = QMimeData()
    data.setText(teks)
    if platform == "win32":
        for nama in _RAHASIA_WINDOWS:
            data.setData(_WINDOWS.format(nama), _DWORD_NOL)
    else:
        data.setData(*_RAHASIA_KDE)
    return data
