"""Keys that do something in a window or in a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

DI_JENDELA = Qt.ShortcutContext.WindowShortcut
"""Wherever the caret is in the window."""
DI_BAGIAN = Qt.ShortcutContext.WidgetWithChildrenShortcut
"""While the caret is in this part of the window; a field's own keys go first."""
DI_SINI = Qt.ShortcutContext.WidgetShortcut
"""Only while the widget itself has the caret."""

_KEMBAR = {
    "Enter": ("Enter", "Return"),
    "Ctrl+Enter": ("Ctrl+Enter", "Ctrl+Return"),
    "Ctrl+Shift+Enter": ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
    # On most keyboards "+" needs Shift; Ctrl+= is the same key without it.
    "Ctrl++": ("Ctrl++", "Ctrl+="),
}
"""What is one key to the officer and two to Qt."""


def pasang_pintasan(
    pemilik: QWidget,
    slot: Mapping[str, Callable[[], object]],
    tempat: Qt.ShortcutContext = DI_JENDELA,
    *,
    berulang: bool = False,
) -> tuple[QShortcut, ...]:
    """Let keys do something, once a press.

    Args:
        pemilik: the window, or the part of it that `tempat` speaks of.
        slot: by the key as Qt writes it, e.g. "Ctrl+N". "Enter", alone or with Ctrl or Ctrl+Shift,
            is both Enters of the keyboard, "Ctrl++" also works without Shift.
        berulang: a key held down does it again and again, e.g. a page further.

    Returns:
        One shortcut a key, in the order of `slot`, named after its key; they belong to `pemilik`.
    """
    semua = []
    for kunci, satu in slot.items():
        pintasan = QShortcut(pemilik)
        pintasan.setObjectName(kunci)
        pintasan.setKeys([QKeySequence(k) for k in _KEMBAR.get(kunci, (kunci,))])
        pintasan.setContext(tempat)
        pintasan.setAutoRepeat(berulang)
        pintasan.activated.connect(satu)
        semua.append(pintasan)
    return tuple(semua)
