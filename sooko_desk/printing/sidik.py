"""A checksum as people compare it."""

from __future__ import annotations

PANJANG_SIDIK = 16
"""Digits that are shown."""


def sebut_sidik(sidik: str) -> str:
    """The first digits of a checksum, to compare by eye, e.g. "1A2B 3C4D 5E6F 7A8B"."""
    awal = sidik[:PANJANG_SIDIK].upper()
    return " ".join(awal[n : n + 4] for n in range(0, len(awal), 4))
