"""Indonesian dates: read as typed, written as on the office's papers."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import ke_wib

NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""Index = `date.weekday()`."""

NAMA_BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
"""Index = month - 1."""

TAHUN_AWAL = 1900
TAHUN_AKHIR = 2100

_JUMLAH_BULAN = 12
_HARI_TERBANYAK = 31
_DIGIT_TAHUN = 4
_CONTOH = "Tulis seperti 17/8/1945 atau 17 Agustus 1945."

_RAPAT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2}|[0-9]{4})")
_TERPISAH = re.compile(r"([0-9]{1,2}) ?[-/. ] ?([0-9]{1,2}) ?[-/. ] ?([0-9]+)")
_KATA = re.compile(r"([0-9]{1,2})[- ]?([A-Za-z]+)\.?[- ]?([0-9]+)")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")

# Spellings on older papers (before 1972 and in common use) and short forms that three letters
# of the month's name do not give.
_EJAAN_LAIN = {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "nopember": 11, "nop": 11}
_HURUF_SINGKATAN = 3


def tanggal_panjang(tanggal: dt.date) -> str:
    """E.g. "21 November 2026"."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


def hari_tanggal(tanggal: dt.date) -> str:
    """E.g. "Sabtu, 21 November 2026"."""
    return f"{NAMA_HARI[tanggal.weekday()]}, {tanggal_panjang(tanggal)}"


def tanggal_pendek(tanggal: dt.date) -> str:
    """E.g. "21/11/2026"; day and month always two digits."""
    return f"{tanggal.day:02}/{tanggal.month:02}/{tanggal.year:04}"


def jam(saat: dt.datetime) -> str:
    """Time of day in WIB with a dot, e.g. "09.05". `saat` is aware, in any time zone."""
    return f"{ke_wib(saat):%H.%M}"


def sebut_saat(saat: dt.datetime) -> str:
    """Date and time in WIB, e.g. "21/11/2026 09.05"; `saat` is aware, in any time zone."""
    return f"{tanggal_pendek(ke_wib(saat).date())} {jam(saat)}"


def sebut_saat_panjang(saat: dt.datetime) -> str:
    """As papers say it, e.g. "Sabtu, 21 November 2026 pukul 09.05 WIB"; `saat` is aware."""
    return f"{hari_tanggal(ke_wib(saat).date())} pukul {jam(saat)} WIB"


def sebut_batas_bulan(bulan: int, tahun: int) -> str:
    """Say how long a month is, e.g. "Februari 1990 hanya sampai tanggal 28"."""
    akhir = calendar.monthrange(tahun, bulan)[1]
    return f"{NAMA_BULAN[bulan - 1]} {tahun} hanya sampai tanggal {akhir}"


def parse_tanggal(teks: str) -> dt.date:
    """Read a date as an officer types it.

    Args:
        teks: day, month, year in this order: 17081945, 17/8/1945, 17-08-1945, 17.8.1945,
            17 Agustus 1945 (short and old month names too); or 1945-08-17 as tables hold it.

    Raises:
        UserError: empty, not a date, year not in 4 digits or outside 1900-2100, a day or month
            that does not exist. The text says which.
    """
    bersih = " ".join(teks.split())
    if not bersih:
        raise UserError(f"Tanggal belum diisi. {_CONTOH}")
    if iso := _ISO.fullmatch(bersih):
        tahun_iso, bulan_iso, hari_iso = iso.groups()
        return _susun(hari_iso, int(bulan_iso), tahun_iso)
    if angka := (_RAPAT.fullmatch(bersih) or _TERPISAH.fullmatch(bersih)):
        return _susun(angka[1], int(angka[2]), angka[3])
    if kata := _KATA.fullmatch(bersih):
        return _susun(kata[1], _baca_bulan(kata[2]), kata[3])
    raise UserError(f"Tanggal tidak terbaca. {_CONTOH}")


def _baca_bulan(nama: str) -> int:
    kecil = nama.lower()
    if kecil in _EJAAN_LAIN:
        return _EJAAN_LAIN[kecil]
    for nomor, bulan in enumerate(NAMA_BULAN, start=1):
        if len(kecil) >= _HURUF_SINGKATAN and bulan.lower().startswith(kecil):
            return nomor
    raise UserError(f'Nama bulan "{nama}" tidak dikenal. {_CONTOH}')


def _susun(hari_teks: str, bulan: int, tahun_teks: str) -> dt.date:
    if len(tahun_teks) != _DIGIT_TAHUN:
        raise UserError("Tulis tahun dengan 4 angka, misalnya 1945.")
    hari, tahun = int(hari_teks), int(tahun_teks)
    if not 1 <= bulan <= _JUMLAH_BULAN:
        raise UserError(
            f"Bulan {bulan} tidak ada; bulan 1 sampai 12. Urutannya: tanggal, bulan, tahun."
        )
    if not 1 <= hari <= _HARI_TERBANYAK:
        raise UserError(
            f"Tanggal {hari} tidak ada; tanggal 1 sampai 31. Urutannya: tanggal, bulan, tahun."
        )
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise UserError(
            f"Tahun {tahun} di luar {TAHUN_AWAL} sampai {TAHUN_AKHIR}. Periksa tahunnya."
        )
    if hari > calendar.monthrange(tahun, bulan)[1]:
        raise UserError(f"{sebut_batas_bulan(bulan, tahun)}. Periksa tanggalnya.")
    return dt.date(tahun, bulan, hari)
