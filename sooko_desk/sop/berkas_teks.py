"""Text files that somebody may have put there: never more is read than a limit says."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TERBESAR = 1_000_000
"""Bytes; the largest table that ships is a tenth of it."""


class TerlaluBesarError(OSError):
    """The file is larger than `TERBESAR`."""


def read_teks(path: Path) -> str:
    r"""The text of a UTF-8 file, without a byte order mark, lines ended by "\n".

    Notepad and Excel put the mark there. With one kind of line end a file that is copied between
    systems keeps its fingerprint.

    Raises:
        TerlaluBesarError: it is larger than `TERBESAR`.
        OSError: it cannot be read, or is no plain file: a pipe or device could have no end.
        UnicodeDecodeError: it is no such text.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(path.name)
    with path.open("rb") as berkas:
        isi = berkas.read(TERBESAR + 1)
    if len(isi) > TERBESAR:
        raise TerlaluBesarError
    return isi.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
