"""How far a longer piece of work is, and the wish to stop it; one a piece of work."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable


class DihentikanError(UserError):
    """The officer stopped the work before its end."""

    def __init__(self) -> None:
        super().__init__("Dihentikan sebelum selesai.")


def _diam(_selesai: int, _semua: int) -> None:
    """Nobody looks."""


class Kemajuan:
    """Threads may share it: one works and reports, another stops it.

    Args:
        maju: told (done, all) in the thread that works.
    """

    def __init__(self, maju: Callable[[int, int], None] = _diam) -> None:
        self._maju = maju
        self._berhenti = threading.Event()

    def hentikan(self) -> None:
        """Ask the work to end at its next report."""
        self._berhenti.set()

    def lapor(self, selesai: int, semua: int) -> None:
        """Tell how far the work is.

        Raises:
            DihentikanError: it was asked to end.
        """
        if self._berhenti.is_set():
            raise DihentikanError
        self._maju(selesai, semua)
