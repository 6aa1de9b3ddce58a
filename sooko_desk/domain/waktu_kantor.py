"""Office minutes: the time that counts for an SOP norm.

Closed hours, breaks, week-ends, national holidays and cuti bersama count zero. Pauses while the
applicant or Dispendukcapil has the case are cut out by the caller, span by span.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from sooko_desk.domain.waktu import WIB, ke_wib

if TYPE_CHECKING:
    from collections.abc import Mapping

Rentang = tuple[dt.time, dt.time]
"""Opens (included), closes (not included); WIB, same day."""

JamMingguan = tuple[tuple[Rentang, ...], ...]
"""Seven days from Monday; the open spans of each in order, breaks taken out; () = closed."""

_HARI_SEMINGGU = 7
_MIKRO_SEMENIT = 60_000_000
_MIKRODETIK = dt.timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class MasaKhusus:
    """A period with its own hours, such as Ramadan. Both dates are included."""

    nama: str
    dari: dt.date
    sampai: dt.date
    jam: JamMingguan


@dataclass(frozen=True, slots=True)
class JadwalKantor:
    """When the counter is open.

    Attributes:
        jam: the usual week.
        hari_libur: closed dates and what they are called.
        masa_khusus: periods with other hours, in order, not overlapping.

    Raises:
        ValueError: a week is not seven days of ordered spans, the usual week is never open, or
            periods overlap (the loader tells the officer before it comes to that).
    """

    jam: JamMingguan
    hari_libur: Mapping[dt.date, str] = field(hash=False)
    masa_khusus: tuple[MasaKhusus, ...] = ()
    _libur: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _mikro_libur: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for jam in (self.jam, *(masa.jam for masa in self.masa_khusus)):
            _check_minggu(jam)
        if not any(self.jam):
            raise ValueError("the usual week is never open")
        _check_masa(self.masa_khusus)
        libur = sorted(self.hari_libur)
        mikro = [0]
        for hari in libur:
            mikro.append(mikro[-1] + sum(_list_mikro((self._jam_pada(hari)[hari.weekday()],))))
        object.__setattr__(self, "_libur", tuple(hari.toordinal() for hari in libur))
        object.__setattr__(self, "_mikro_libur", tuple(mikro))

    def list_buka(self, hari: dt.date) -> tuple[Rentang, ...]:
        """The open spans of that date in WIB; () when closed."""
        if hari in self.hari_libur:
            return ()
        return self._jam_pada(hari)[hari.weekday()]

    def _jam_pada(self, hari: dt.date) -> JamMingguan:
        for masa in self.masa_khusus:
            if masa.dari <= hari <= masa.sampai:
                return masa.jam
        return self.jam

    def _mikro_sebelum(self, hari: dt.date) -> int:
        """Open microseconds of all days before `hari`, counted from year 1."""
        akhir = hari.toordinal()
        mikro = _mikro_antara(self.jam, 1, akhir)
        for masa in self.masa_khusus:
            dari = min(masa.dari.toordinal(), akhir)
            sampai = min(masa.sampai.toordinal() + 1, akhir)
            mikro += _mikro_antara(masa.jam, dari, sampai) - _mikro_antara(self.jam, dari, sampai)
        return mikro - self._mikro_libur[bisect_left(self._libur, akhir)]

    def mikro_sampai(self, saat: dt.datetime) -> int:
        """Open microseconds from year 1 up to that instant (aware): only differences matter."""
        lokal = ke_wib(saat)
        kini = _mikro(lokal.time())
        hari_itu = sum(
            max(min(kini, _mikro(selesai)) - _mikro(mulai), 0)
            for mulai, selesai in self.list_buka(lokal.date())
        )
        return self._mikro_sebelum(lokal.date()) + hari_itu


def menit_kantor(jadwal: JadwalKantor, dari: dt.datetime, sampai: dt.datetime) -> float:
    """Office minutes between two instants (aware); 0 when `sampai` is before `dari`.

    The cost does not grow with the distance: whole weeks are counted by division.
    """
    return max(jadwal.mikro_sampai(sampai) - jadwal.mikro_sampai(dari), 0) / _MIKRO_SEMENIT


def batas_waktu(jadwal: JadwalKantor, dari: dt.datetime, menit: float) -> dt.datetime:
    """The first instant (UTC) at which `menit` office minutes have passed since `dari` (aware).

    Returns:
        `dari` itself for a norm of 0 minutes, also outside office hours.
    """
    lokal = ke_wib(dari)
    sisa = round(menit * _MIKRO_SEMENIT)
    if sisa <= 0:
        return lokal.astimezone(dt.UTC)
    hari = lokal.date()
    while True:
        for mulai, selesai in jadwal.list_buka(hari):
            awal = max(dt.datetime.combine(hari, mulai, WIB), lokal)
            buka = (dt.datetime.combine(hari, selesai, WIB) - awal) // _MIKRODETIK
            if sisa <= buka:
                return (awal + sisa * _MIKRODETIK).astimezone(dt.UTC)
            sisa -= max(buka, 0)
        hari += dt.timedelta(days=1)


def _check_minggu(jam: JamMingguan) -> None:
    if len(jam) != _HARI_SEMINGGU:
        raise ValueError("a week has seven days")
    for hari in jam:
        if any(mulai >= selesai for mulai, selesai in hari):
            raise ValueError("a span closes after it opens")
        if any(satu[1] > dua[0] for satu, dua in pairwise(hari)):
            raise ValueError("open spans must be in order")


def _check_masa(masa_khusus: tuple[MasaKhusus, ...]) -> None:
    if any(masa.dari > masa.sampai for masa in masa_khusus):
        raise ValueError("a period ends after it begins")
    if any(satu.sampai >= dua.dari for satu, dua in pairwise(masa_khusus)):
        raise ValueError("periods must be in order")


def _mikro(waktu: dt.time) -> int:
    detik = (waktu.hour * 60 + waktu.minute) * 60 + waktu.second
    return detik * 1_000_000 + waktu.microsecond


def _list_mikro(jam: JamMingguan) -> list[int]:
    return [sum(_mikro(selesai) - _mikro(mulai) for mulai, selesai in hari) for hari in jam]


def _mikro_antara(jam: JamMingguan, awal: int, akhir: int) -> int:
    """Open microseconds of whole days, ordinals awal <= day < akhir; holidays not taken out."""
    harian = _list_mikro(jam)

    def sampai(hari: int) -> int:
        # Ordinal 1 (1 January of year 1) is a Monday in the proleptic calendar.
        minggu, sisa = divmod(hari - 1, _HARI_SEMINGGU)
        return minggu * sum(harian) + sum(harian[:sisa])

    return sampai(akhir) - sampai(awal)
