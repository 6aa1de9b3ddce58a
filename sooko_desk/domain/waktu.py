"""The clock that is handed to everything that needs the time, and WIB.

Instants are aware and stored in UTC; what an officer reads is WIB.
"""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from typing import Protocol

# Fixed offset: Western Indonesia has had no summer time since 1964 (IANA Asia/Jakarta), and a
# fixed offset needs no time-zone file on the counter PC.
WIB = dt.timezone(dt.timedelta(hours=7), "WIB")


class Clock(Protocol):
    """Whatever tells the present instant."""

    def now(self) -> dt.datetime:
        """The present instant, aware, in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class JamSistem:
    """The PC's own clock."""

    def now(self) -> dt.datetime:
        """The PC's present instant, aware, in UTC."""
        return dt.datetime.now(dt.UTC)  # noqa: TID251 - the one place that reads the PC's clock


class JamTetap:
    """A clock that stands still until it is moved; for tests and the demo."""

    def __init__(self, saat: dt.datetime) -> None:
        """Start at `saat` (aware, any time zone)."""
        self._saat = _ke_utc(saat)

    def now(self) -> dt.datetime:
        """The instant last set, aware, in UTC."""
        return self._saat

    def atur(self, saat: dt.datetime) -> None:
        """Set the clock to `saat` (aware); backwards too, as a PC's clock can jump."""
        self._saat = _ke_utc(saat)

    def maju(self, menit: float) -> None:
        """Move the clock on by so many minutes."""
        self._saat += dt.timedelta(minutes=menit)


def detik_berjalan() -> float:
    """Seconds on a clock that nobody can set, from some moment on.

    It runs on while the PC sleeps: Windows' does, and Linux has one that does.
    """
    baca, jam = getattr(time, "clock_gettime", None), getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if baca is None or jam is None else float(baca(jam))


def ke_wib(saat: dt.datetime) -> dt.datetime:
    """The same instant in WIB. ValueError for a time without time zone."""
    return _ke_utc(saat).astimezone(WIB)


def hari_ini(clock: Clock) -> dt.date:
    """Today's date in WIB."""
    return ke_wib(clock.now()).date()


def iso_utc(saat: dt.datetime) -> str:
    """Text form for the database, e.g. "2026-11-21T02:05:00.000000Z".

    Always 27 characters in UTC, so that the order of texts is the order of instants.
    ValueError for a time without time zone.
    """
    return _ke_utc(saat).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def dari_iso(teks: str) -> dt.datetime:
    """Read an ISO 8601 instant, in UTC. ValueError when it is none or has no time zone."""
    return _ke_utc(dt.datetime.fromisoformat(teks))


def _ke_utc(saat: dt.datetime) -> dt.datetime:
    if saat.utcoffset() is None:
        raise ValueError("a time without time zone cannot be placed")
    return saat.astimezone(dt.UTC)
