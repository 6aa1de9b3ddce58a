"""A picture of the open register's file, taken in any thread while the window goes on working.

Between two units of work the file holds the whole register and nothing else is open: its journal
is empty, and SQLite keeps no page back. So its bytes are copied as they are, and the copy counts
only if no unit began meanwhile. Everything slow is then done with the copy.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

from sooko_desk.domain.kemajuan import DihentikanError

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.data.tulisan import Tulisan

BAIT_KUNCI = 0x4000_0000
"""Where SQLite keeps its lock. Windows lets nobody else read there, and that page holds nothing."""
_HALAMAN = 4096
_POTONG = 1 << 20
_COBA = 3
"""Copies that may be crossed by a unit of work; the next one makes the unit wait."""


class BerkasTerbuka:
    """The file of the register that is open, read beside SQLite. Any thread may ask.

    Args:
        path: the file.
        bait_kunci: a multiple of the page's size; see `BAIT_KUNCI`.
    """

    def __init__(self, path: Path, bait_kunci: int = BAIT_KUNCI) -> None:
        self._path = path
        self._bait_kunci = bait_kunci
        self._nomor: int | None = None
        self._giliran = threading.Lock()
        self._berhenti = threading.Event()

    def salin(self, tujuan: Path, tulisan: Tulisan) -> None:
        """Copy it as it is between two units of work.

        Raises:
            DihentikanError: the register is being closed.
            OSError: the disk refuses.
        """
        for _ in range(_COBA):
            with tulisan.diam() as sebelum:
                pass
            self._salin(tujuan)
            if tulisan.urut == sebelum:
                return
        with tulisan.diam():
            self._salin(tujuan)

    def tutup(self) -> None:
        """Let go of the file for good, once SQLite has; a copy that is on or waits ends."""
        self._berhenti.set()
        with self._giliran:
            if self._nomor is not None:
                os.close(self._nomor)
                self._nomor = None

    def _salin(self, tujuan: Path) -> None:
        with self._giliran:
            # Before the first open: whoever waited here finds another register's file there, or
            # a folder that is being moved.
            self._check_terbuka()
            self._tulis(tujuan)

    def _tulis(self, tujuan: Path) -> None:
        nomor, di = self._buka(), 0
        with open(tujuan, "wb", opener=_buka_sendiri) as salinan:
            while True:
                self._check_terbuka()
                if di == self._bait_kunci:
                    di += _HALAMAN
                    salinan.seek(di)
                os.lseek(nomor, di, os.SEEK_SET)
                sampai = self._bait_kunci if di < self._bait_kunci else di + _POTONG
                potong = os.read(nomor, min(_POTONG, sampai - di))
                if not potong:
                    return
                salinan.write(potong)
                di += len(potong)

    def _check_terbuka(self) -> None:
        if self._berhenti.is_set():
            raise DihentikanError

    def _buka(self) -> int:
        """Opened once and kept: on Linux closing a file drops all its locks, SQLite's too."""
        if self._nomor is None:
            self._nomor = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        return self._nomor


def _buka_sendiri(path: str, cara: int) -> int:
    """Readable by this user only, where the disk knows users."""
    return os.open(path, cara, 0o600)
