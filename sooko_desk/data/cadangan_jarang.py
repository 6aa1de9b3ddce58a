"""Which backups stay when a new one is proved: many young ones, few old ones.

The order is that of the numbers in the names and never that of the dates: a dead clock battery
must not make the newest backup look like the oldest. Scans are never removed here at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.cadangan_berkas import buang
from sooko_desk.data.cadangan_daftar import list_berkas, list_cadangan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import dari_iso, ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from sooko_desk.data.cadangan_daftar import Cadangan

TERBARU = 3
"""The newest that stay whatever their dates say."""
_MASA: tuple[tuple[Callable[[dt.date], tuple[int, ...]], int | None], ...] = (
    (lambda hari: (hari.toordinal(),), 12),
    (lambda hari: tuple(hari.isocalendar())[:2], 10),
    (lambda hari: (hari.year, hari.month), 9),
    (lambda hari: (hari.year,), None),
)
"""Day, week, month and year: of each the newest backup stays, of so many of them."""


def pilih_simpan(tanggal: Sequence[dt.date]) -> frozenset[int]:
    """Places of the backups that stay.

    Args:
        tanggal: when each was made by the clock of that day (WIB); newest backup first.
    """
    simpan = set(range(min(TERBARU, len(tanggal))))
    for masa, banyak in _MASA:
        wakil: dict[tuple[int, ...], int] = {}
        for tempat, hari in enumerate(tanggal):
            if banyak is None or len(wakil) < banyak:
                wakil.setdefault(masa(hari), tempat)
        simpan.update(wakil.values())
    return frozenset(simpan)


def jarangkan(folder: Path, rusak: Iterable[str] = ()) -> int:
    """Remove the backups that no longer stay, and what was begun before them and never finished.

    Call it only after a backup was proved. With fewer than `TERBARU` good ones nothing goes.

    Args:
        folder: the folder of all backups.
        rusak: names of those that were found damaged: they stand for no day.

    Returns:
        How many backups were removed.
    """
    rusak = frozenset(rusak)
    try:
        ada = list_cadangan(folder)
        utuh = [(satu, hari) for satu in ada if satu.nama not in rusak and (hari := _hari(satu))]
        if len(utuh) < TERBARU:
            return 0
        tempat = pilih_simpan([hari for _, hari in utuh])
        simpan = {utuh[nomor][0] for nomor in tempat}
        lewat = [s for s, _ in utuh if s not in simpan]
        lewat += [s for s in ada if s.nama in rusak and s.nomor < utuh[TERBARU - 1][0].nomor]
        selesai = set(ada)
        yatim = [s for s in list_berkas(folder) if s not in selesai and s.nomor < ada[0].nomor]
    except OSError:
        return 0  # the backup itself is good, and the next one thins again
    for satu in yatim:
        _buang(satu)
    return sum(_buang(satu) for satu in lewat)


def _hari(cadangan: Cadangan) -> dt.date | None:
    try:
        return ke_wib(dari_iso(cadangan.baca_daftar().dibuat)).date()
    except (UserError, ValueError):
        return None  # not known to be good: it neither counts nor goes


def _buang(cadangan: Cadangan) -> bool:
    """The list first: whatever is left after a power cut is no backup, and goes the next time."""
    try:
        cadangan.daftar.unlink(missing_ok=True)
    except OSError:
        return False
    for path in (cadangan.register, cadangan.kunci):
        buang(path)
    return True
