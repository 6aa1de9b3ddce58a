"""Times of what was written last, and what was said of the clock, both by number."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.galat import translated
from sooko_desk.data.kejadian_kantor import find_kejadian, tulis_kejadian
from sooko_desk.data.tabel import TabelPeristiwa
from sooko_desk.data.tabel_jaga import TabelKejadianKantor
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.jam import TandaJam
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.waktu import dari_iso

if TYPE_CHECKING:
    import datetime as dt

SEJAK = "sejak_peristiwa"
"""In the words of an office event about the clock: the first case event after it."""
_RAGU, _PASTI = JenisKejadian.JAM_DIRAGUKAN.value, JenisKejadian.JAM_DIPASTIKAN.value
_MASUK = (JenisKejadian.MASUK.value, JenisKejadian.PIN_SALAH.value)
"""Office events that are written before anybody has looked at the clock."""
_SUSULAN = 50
"""Newest events that are looked at: a late entry carries the time of its paper."""


class JamStore:
    """What a clock is judged by."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def list_tanda(self) -> tuple[TandaJam, ...]:
        """What officers said of the clock, in the order in which they did."""
        return tuple(_tanda(b) for b in _list_tanda())

    @translated
    def find_terakhir(self) -> dt.datetime | None:
        """The latest time (aware UTC) of what was written last under a clock that was right.

        What was written before the clock was last found right does not count, nor what was
        written since it is doubtful. None = nothing else is there.
        """
        semua = _list_tanda()
        pasti = next((b for b in reversed(semua) if b.jenis == _PASTI), None)
        sesudah = semua if pasti is None else semua[semua.index(pasti) + 1 :]
        ragu = sesudah[0] if sesudah else None
        calon = [
            *_list_peristiwa(_sejak(pasti), _sejak(ragu)),
            *_list_kejadian(pasti, ragu),
        ]
        return dari_iso(max(calon)) if calon else None

    def tandai(self, baru: KejadianBaru) -> int:
        """Write what an officer says of the clock, once per token; returns its id.

        The number of the next case event is written with it.
        """

        def act() -> int:
            urut = TabelPeristiwa.select(pw.fn.MAX(TabelPeristiwa.urut)).scalar()
            isi = {**baru.isi, SEJAK: str(int(urut or 0) + 1)}
            return tulis_kejadian(replace(baru, isi=isi))

        return run_unit(self._db, lambda: find_kejadian(baru.token), act)


def _list_tanda() -> list[TabelKejadianKantor]:
    t = TabelKejadianKantor
    return list(t.select().where(t.jenis.in_((_RAGU, _PASTI))).order_by(t.id))


def _tanda(b: TabelKejadianKantor) -> TandaJam:
    return TandaJam(b.jenis == _RAGU, _sejak(b) or 0, dari_iso(str(b.waktu)))


def _sejak(b: TabelKejadianKantor | None) -> int | None:
    return None if b is None else int(json.loads(str(b.isi))[SEJAK])


def _list_peristiwa(sejak: int | None, sebelum: int | None) -> list[str]:
    """Times of the newest case events from one number on and before another."""
    urut = TabelPeristiwa.urut
    syarat = urut >= (sejak or 0)
    if sebelum is not None:
        syarat &= urut < sebelum
    baris = TabelPeristiwa.select(TabelPeristiwa.waktu).where(syarat)
    return [str(b.waktu) for b in baris.order_by(urut.desc()).limit(_SUSULAN)]


def _list_kejadian(
    pasti: TabelKejadianKantor | None, ragu: TabelKejadianKantor | None
) -> list[str]:
    """Time of the newest office event from the one that found the clock right to the doubt."""
    t = TabelKejadianKantor
    syarat = t.jenis.not_in(_MASUK) & (t.id >= (0 if pasti is None else pasti.id))
    if ragu is not None:
        syarat &= t.id < ragu.id
    baris = t.select(t.waktu).where(syarat).order_by(t.id.desc()).limit(1)
    return [str(b.waktu) for b in baris]
