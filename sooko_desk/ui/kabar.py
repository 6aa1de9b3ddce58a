"""The change bus: a command says that the register changed, each screen decides what to do.

Tabs never hold each other; a hidden tab marks itself stale and reloads when it is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

SEMUA_PERMOHONAN = 0
"""What `Kabar.berubah` carries when no single case changed."""


class Kabar(QObject):
    """One per window.

    Signals:
        berubah(int): this case was stored or moved; or `SEMUA_PERMOHONAN`.
        pesan(str): something went wrong outside any tab; one sentence for the officer.
    """

    berubah = Signal(int)
    pesan = Signal(str)
