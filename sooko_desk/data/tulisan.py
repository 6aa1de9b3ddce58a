"""When the register is being written: one unit of work at a time, and none while it is copied."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pengamat(Protocol):
    """Whoever must know that a unit of work is under way; asked in the thread that writes."""

    def mulai(self) -> None:
        """A unit begins."""

    def selesai(self) -> None:
        """It ended, in whatever way."""


class Tulisan:
    """The writing of one connection; threads share it.

    Attributes:
        urut: how many units have begun.
        pengamat: is told of every unit; None = nobody is.
    """

    def __init__(self) -> None:
        self.urut = 0
        self.pengamat: Pengamat | None = None
        # One thread may take it twice: a unit in a unit is refused by SQLite, and must not hang.
        self._giliran = threading.RLock()

    @contextlib.contextmanager
    def unit(self) -> Iterator[None]:
        """A unit of work, from before its first byte until after its last."""
        pengamat = self.pengamat
        if pengamat is not None:
            pengamat.mulai()
        try:
            with self._giliran:
                self.urut += 1
                yield
        finally:
            if pengamat is not None:
                pengamat.selesai()

    @contextlib.contextmanager
    def diam(self) -> Iterator[int]:
        """Nothing is written meanwhile; gives `urut`. Whoever would write waits."""
        with self._giliran:
            yield self.urut
