"""Numbers of invented people (serial 9xxx) that can be read in what a program left on the disk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NOMOR = re.compile(rb"35(?<![0-9A-Za-z]35)(?:[ .]?[0-9]){10}[ .]?9[0-9]{3}(?![0-9A-Za-z])")
"""A NIK or No KK of East Java, in groups or not; a run of digits within a hash is none.

It begins with what does not vary: whole registers are searched, after every flow.
"""


def list_nomor_terbaca(*folder: Path) -> list[str]:
    """Files below the folders in which such a number stands, as UTF-8 or UTF-16 text."""
    return [
        str(path.relative_to(satu))
        for satu in folder
        for path in sorted(satu.rglob("*"))
        if path.is_file() and _is_terbaca(path.name.encode() + b"\n" + path.read_bytes())
    ]


def _is_terbaca(isi: bytes) -> bool:
    return any(NOMOR.search(satu) for satu in (isi, isi.replace(b"\0", b"")))
