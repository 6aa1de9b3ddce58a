"""The birth part of a NIK: digits 7-12, day (+40 for women), month, two digits of the year.

Source: PP 37/2007 ps. 37.
"""

from __future__ import annotations

import calendar
import datetime as dt

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import NAMA_BULAN

_TAMBAHAN_PEREMPUAN = 40
_HARI_TERBANYAK = 31
_JUMLAH_BULAN = 12
_FEBRUARI = 2
_TAHUN_KABISAT = 2000
_ABAD = (1900, 2000)


def read_lahir(digits: str, hari_ini: dt.date) -> tuple[str, tuple[dt.date, ...]]:
    """Read sex and dates of birth.

    Args:
        digits: the 16 digits of a NIK.
        hari_ini: today in WIB; a date of birth after it is not considered.

    Returns:
        "L" or "P", and one or two dates, oldest first.

    Raises:
        UserError: no such day, month or date. One sentence a cause; never the number itself.
    """
    hari, jenis_kelamin = _read_hari(int(digits[6:8]))
    bulan = int(digits[8:10])
    if not 1 <= bulan <= _JUMLAH_BULAN:
        raise UserError(
            "Bulan lahir di NIK (angka ke-9 dan ke-10) harus 01 sampai 12. Periksa lagi."
        )
    return jenis_kelamin, _list_tanggal_lahir(hari, bulan, int(digits[10:12]), hari_ini)


def _read_hari(angka: int) -> tuple[int, str]:
    if 1 <= angka <= _HARI_TERBANYAK:
        return angka, "L"
    hari = angka - _TAMBAHAN_PEREMPUAN
    if 1 <= hari <= _HARI_TERBANYAK:
        return hari, "P"
    raise UserError(
        "Tanggal lahir di NIK (angka ke-7 dan ke-8) harus 01 sampai 31 untuk laki-laki "
        "atau 41 sampai 71 untuk perempuan. Periksa lagi."
    )


def _list_tanggal_lahir(
    hari: int, bulan: int, tahun_pendek: int, hari_ini: dt.date
) -> tuple[dt.date, ...]:
    tahun = [abad + tahun_pendek for abad in _ABAD]
    ada = [dt.date(t, bulan, hari) for t in tahun if hari <= calendar.monthrange(t, bulan)[1]]
    if not ada:
        raise UserError(f"{_sebut_mustahil(hari, bulan)}. Periksa angka ke-7 sampai ke-12 NIK.")
    sudah = tuple(tanggal for tanggal in ada if tanggal <= hari_ini)
    if not sudah:
        raise UserError(
            "Tanggal lahir di NIK belum terjadi menurut tanggal komputer. "
            "Periksa NIK dan tanggal komputer."
        )
    return sudah


def _sebut_mustahil(hari: int, bulan: int) -> str:
    terbanyak = calendar.monthrange(_TAHUN_KABISAT, bulan)[1]
    if bulan == _FEBRUARI and hari <= terbanyak:
        return "Tanggal lahir di NIK tidak ada: 29 Februari hanya ada pada tahun kabisat"
    nama = NAMA_BULAN[bulan - 1]
    return f"Tanggal lahir di NIK tidak ada: {nama} hanya sampai tanggal {terbanyak}"
