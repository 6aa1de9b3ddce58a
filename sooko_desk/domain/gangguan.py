"""Outages of another system, worked out from the appended rows that say "mulai" and "selesai"."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Jeda = tuple[dt.datetime, dt.datetime]
"""A span in which a system was down (aware): from the first included, to the second not."""

BELUM_SELESAI = dt.datetime.max.replace(tzinfo=dt.UTC)
"""End of a span that still runs."""


class TandaGangguan(StrEnum):
    """What one row of the log says."""

    MULAI = "mulai"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True)
class BarisGangguan:
    """One appended row.

    Attributes:
        waktu: aware UTC, when the outage began or ended; not when that was written down.
        alasan: words; of an end: how it came to be known, "" = it was written down at once.
    """

    id: int
    tanda: TandaGangguan
    waktu: dt.datetime
    alasan: str
    petugas: str


@dataclass(frozen=True, slots=True)
class Gangguan:
    """One outage.

    Attributes:
        id: of the row that began it.
        mulai, selesai: aware UTC, `selesai` no earlier than `mulai`; None = it still runs.
        petugas: who wrote the beginning down.
        penutup: who wrote the end down, the last time; "" = it still runs.
        catatan: what was said with the end, and with its corrections, oldest first.
    """

    id: int
    sistem: str
    mulai: dt.datetime
    selesai: dt.datetime | None
    alasan: str
    petugas: str
    penutup: str = ""
    catatan: tuple[str, ...] = ()


def susun_gangguan(sistem: str, baris: Iterable[BarisGangguan]) -> tuple[Gangguan, ...]:
    """Put the rows of one system together.

    An end after an end corrects it: the newest word on when the outage was over holds. An end
    before the beginning counts as the beginning. A second beginning of a running outage, and an
    end of none, say nothing.

    Args:
        baris: in the order in which they were written.
    """
    semua: list[Gangguan] = []
    for satu in baris:
        kini = semua[-1] if semua else None
        if satu.tanda is TandaGangguan.MULAI:
            if kini is None or kini.selesai is not None:
                baru = Gangguan(satu.id, sistem, satu.waktu, None, satu.alasan, satu.petugas)
                semua.append(baru)
        elif kini is not None:
            semua[-1] = replace(
                kini,
                selesai=max(satu.waktu, kini.mulai),
                penutup=satu.petugas,
                catatan=(*kini.catatan, satu.alasan) if satu.alasan else kini.catatan,
            )
    return tuple(semua)


def list_jeda(gangguan: Iterable[Gangguan]) -> tuple[Jeda, ...]:
    """The spans that `lama.hitung_lama` cuts out; one that runs ends at `BELUM_SELESAI`."""
    return tuple((g.mulai, g.selesai or BELUM_SELESAI) for g in gangguan)
