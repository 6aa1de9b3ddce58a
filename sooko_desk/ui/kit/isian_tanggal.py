"""A field for a date, typed in any of the office's ways and shown as dd/mm/yyyy.

Only the shape is put right here; whether the date exists is for `domain.tanggal.parse_tanggal`.
"""

from __future__ import annotations

import re

from sooko_desk.ui.kit.isian_rapi import IsianRapi

_MOST_RAW = 40
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_PARTS = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})", re.ASCII)
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})", re.ASCII)


def tidy_date(teks: str) -> str:
    """Write "17081945", "17-8-1945" or "1945-08-17" as "17/08/1945".

    Anything else comes back trimmed and otherwise unchanged, a two-digit year too: "45" could be
    1945 or 2045 and is for the officer to say.
    """
    teks = teks.strip()
    iso = _ISO.fullmatch(teks)
    if iso:
        return f"{iso['d']}/{iso['m']}/{iso['y']}"
    parts = _SOLID.fullmatch(teks) or _PARTS.fullmatch(teks)
    if not parts:
        return teks
    day, month, year = parts.groups()
    return f"{day:0>2}/{month:0>2}/{year}"


class IsianTanggal(IsianRapi):
    """Entry of one date, ISO or as on paper; see `tidy_date`."""

    def __init__(self, petunjuk: str = "hh/bb/tttt") -> None:
        super().__init__(tidy_date, petunjuk, _MOST_RAW)
