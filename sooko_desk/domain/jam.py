"""Is the PC's clock to be believed, and which events were written while it was not?

The battery of an old board dies and the PC starts in 2002; somebody sets the date ahead to look
something up. The order of events never depends on the clock (`urut` decides); what is shown and
counted does, so such events are marked. Limits: shared RELIABILITY page, 5.3, faults 57 to 59.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.waktu import ke_wib

if TYPE_CHECKING:
    from collections.abc import Iterable

TOLERANSI = dt.timedelta(minutes=2)
"""How far Windows may put the clock back by itself."""
LAMA_TUTUP = dt.timedelta(days=30)
"""Longer than any holiday: after it the clock is asked about."""
LOMPATAN = dt.timedelta(hours=12)
"""More than this between two heart beats is no drift."""

KATA_RAGU = "jam diragukan"
"""What is said of an event that was written meanwhile."""


class SebabRagu(StrEnum):
    """Why the clock is not believed."""

    SEBELUM_PROGRAM = "sebelum_program"
    MUNDUR = "mundur"
    LAMA = "lama"
    LOMPAT = "lompat"


@dataclass(frozen=True, slots=True)
class Detak:
    """One heart beat.

    Attributes:
        saat: aware, what the PC's clock said.
        detik: seconds of a counter that nobody can set.
    """

    saat: dt.datetime
    detik: float


@dataclass(frozen=True, slots=True)
class TandaJam:
    """What an officer said of the clock.

    Attributes:
        ragu: True = it is doubtful from here on, False = it is right.
        sejak: number of the first case event that was written afterwards.
        waktu: aware, what the clock said then.
    """

    ragu: bool
    sejak: int
    waktu: dt.datetime


@dataclass(frozen=True, slots=True)
class Keraguan:
    """Which case events carry a doubtful time.

    Attributes:
        ruas: (first, first after) numbers of events; None = it goes on.
        pasti: (first after, instant): what was written before a clock was found right, and says
            a later time, was written under a wrong one.
    """

    ruas: tuple[tuple[int, int | None], ...] = ()
    pasti: tuple[tuple[int, dt.datetime], ...] = ()

    @property
    def berjalan(self) -> bool:
        """Whether the clock is doubtful now."""
        return bool(self.ruas) and self.ruas[-1][1] is None

    def is_ragu(self, urut: int, waktu: dt.datetime) -> bool:
        """Whether the time of an event is doubtful.

        Args:
            urut: its number.
            waktu: aware, what it says.
        """
        if any(dari <= urut and (sampai is None or urut < sampai) for dari, sampai in self.ruas):
            return True
        return any(urut < sejak and waktu > saat + TOLERANSI for sejak, saat in self.pasti)


def periksa_saat(
    kini: dt.datetime, terakhir: dt.datetime | None, dibuat: dt.date
) -> SebabRagu | None:
    """Compare the clock with what is known.

    Args:
        kini: aware, what the clock says.
        terakhir: aware, the latest time of an event that was written under a clock that was
            right; None = there is none.
        dibuat: the day on which this version of the program was made.

    Returns:
        None where nothing speaks against the clock.
    """
    if ke_wib(kini).date() < dibuat:
        return SebabRagu.SEBELUM_PROGRAM
    if terakhir is None:
        return None
    if kini < terakhir - TOLERANSI:
        return SebabRagu.MUNDUR
    return SebabRagu.LAMA if kini > terakhir + LAMA_TUTUP else None


def is_lompat(lalu: Detak, kini: Detak) -> bool:
    """Whether the clock was set between two heart beats, far ahead or back."""
    lewat = dt.timedelta(seconds=kini.detik - lalu.detik)
    return abs(kini.saat - lalu.saat - lewat) > LOMPATAN


def susun_keraguan(tanda: Iterable[TandaJam]) -> Keraguan:
    """Put what was said together.

    A second doubt of a doubtful clock says nothing new.

    Args:
        tanda: in the order in which it was said.
    """
    ruas: list[tuple[int, int | None]] = []
    pasti: list[tuple[int, dt.datetime]] = []
    for satu in tanda:
        berjalan = bool(ruas) and ruas[-1][1] is None
        if not satu.ragu:
            pasti.append((satu.sejak, satu.waktu))
            if berjalan:
                ruas[-1] = (ruas[-1][0], satu.sejak)
        elif not berjalan:
            ruas.append((satu.sejak, None))
    return Keraguan(tuple(ruas), tuple(pasti))
