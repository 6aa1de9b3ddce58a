"""The change bus: a command says that the register changed, each screen decides what to do.

Tabs never hold each other; a hidden tab marks itself stale and reloads when it is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Kabar(QObject):
    """One per window.

    Signals:
        berubah(int): this case was stored or moved.
        pesan(str): a sentence for the status bar.
        minta_buka(int): show this case in the register tab.
    """

    berubah = Signal(int)
    pesan = Signal(str)
    minta_buka = Signal(int)
