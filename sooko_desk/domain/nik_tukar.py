"""Which digits of a NIK probably changed places: a help for the eye, never a ground to refuse.

The words name places only; the number itself is never in them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import PANJANG_NOMOR, is_angka_ascii
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.nik_lahir import read_lahir

if TYPE_CHECKING:
    import datetime as dt

SERI_MUSTAHIL = "0000"
"""The serial numbers of a NIK begin at 0001 (PP 37/2007 ps. 37)."""

_TEMPAT_LAHIR = range(5, 12)
"""Left places, from 0, of the neighbours that touch the birth part (digits 7-12)."""


def list_tukaran(digits: str) -> tuple[str, ...]:
    """What the digits become when two different neighbours change places, in order of place.

    Args:
        digits: 16 digits.

    Returns:
        At most 15 texts, each of them different from `digits` and from the others; impossible
        numbers too, for a look-up does not find those anyway.
    """
    return tuple(
        _tukar(digits, kiri) for kiri, (satu, dua) in enumerate(pairwise(digits)) if satu != dua
    )


def sebut_tukaran(diketik: str, lain: str) -> str | None:
    """Name the places at which two numbers differ by one slip of the hand.

    Args:
        diketik: as typed.
        lain: the number that was probably meant.

    Returns:
        "angka ke-9 dan ke-10" for two digits that changed places (neighbours or not), "angka
        ke-9" for one wrong digit; None when the numbers are equal, differ in more, or are not 16
        digits each.
    """
    if not (_enam_belas_angka(diketik) and _enam_belas_angka(lain)):
        return None
    beda = [i for i in range(PANJANG_NOMOR) if diketik[i] != lain[i]]
    match beda:
        case [satu]:
            return f"angka ke-{satu + 1}"
        case [satu, dua] if diketik[satu] == lain[dua] and diketik[dua] == lain[satu]:
            return _sebut_tempat(satu, dua)
        case _:
            return None


def find_tukaran_lahir(
    digits: str, tanggal_lahir: dt.date | None, jenis_kelamin: str | None, hari_ini: dt.date
) -> str | None:
    """Find the one pair of neighbours whose change of places mends the birth part of a NIK.

    Looked at are digits 7-12 and the two pairs at their edges (6-7 and 12-13). The changed number
    must be possible as a whole.

    Args:
        digits: 16 digits, not beginning with 0.
        tanggal_lahir: the date the NIK should tell; None = any date that exists.
        jenis_kelamin: "L" or "P" it should tell; None = either.
        hari_ini: today in WIB; a date of birth after it does not fit.

    Returns:
        E.g. "angka ke-9 dan ke-10"; None when no change fits or more than one does: a guess among
        several would mislead.
    """
    cocok = [
        kiri
        for kiri in _TEMPAT_LAHIR
        if digits[kiri] != digits[kiri + 1]
        and _cocok(_tukar(digits, kiri), tanggal_lahir, jenis_kelamin, hari_ini)
    ]
    if len(cocok) != 1:
        return None
    return _sebut_tempat(cocok[0], cocok[0] + 1)


def _cocok(
    digits: str, tanggal_lahir: dt.date | None, jenis_kelamin: str | None, hari_ini: dt.date
) -> bool:
    try:
        kelamin, tanggal = read_lahir(digits, hari_ini)
    except UserError:
        return False
    if digits.endswith(SERI_MUSTAHIL):
        return False
    return tanggal_lahir in (None, *tanggal) and jenis_kelamin in (None, kelamin)


def _tukar(digits: str, kiri: int) -> str:
    return digits[:kiri] + digits[kiri + 1] + digits[kiri] + digits[kiri + 2 :]


def _sebut_tempat(satu: int, dua: int) -> str:
    return f"angka ke-{satu + 1} dan ke-{dua + 1}"


def _enam_belas_angka(teks: str) -> bool:
    return len(teks) == PANJANG_NOMOR and all(map(is_angka_ascii, teks))
