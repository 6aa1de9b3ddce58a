"""The number of a Kartu Keluarga: 6 digits region, 6 digits date of entry, 4 digits serial.

Only length and digits are certain; the inner form is from secondary sources, and numbers moved
over from SIMDUK may not follow it. So everything inside is a warning.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sooko_desk.domain.digit import check_enam_belas_angka, samarkan
from sooko_desk.domain.errors import UserError

_ABAD = 2000
_TAMBAHAN_NIK_PEREMPUAN = 40
_COCOKKAN = "Cocokkan dengan KK."
_TAMBAHAN_40 = (
    "No KK tidak memakai tambahan 40 pada tanggal (angka ke-7 dan ke-8). "
    "Pastikan yang diketik bukan NIK."
)


@dataclass(frozen=True, slots=True, repr=False)
class Nkk:
    """A No KK of 16 digits, made by `read_nkk`.

    Attributes:
        digits: 16 digits, as text.
        wilayah: first 6 digits (Kemendagri code of the kecamatan that issued it).
        tanggal_entri: date in digits 7-12, always 20yy; None when they are no date.
        peringatan: doubts for the officer; empty when the number has the usual form.
    """

    digits: str
    wilayah: str
    tanggal_entri: dt.date | None
    peringatan: tuple[str, ...] = ()

    @property
    def wajar(self) -> bool:
        """True when the number has the usual form."""
        return not self.peringatan

    @property
    def tersamar(self) -> str:
        """The masked number for lists and papers, e.g. "************9001"."""
        return samarkan(self.digits)

    def __repr__(self) -> str:
        return f"Nkk({self.tersamar})"


def read_nkk(teks: str, hari_ini: dt.date) -> Nkk:
    """Read a No KK as typed, pasted or scanned.

    Args:
        teks: 16 digits; blanks, dots and dashes are ignored.
        hari_ini: today in WIB; a later date of entry is a warning.

    Raises:
        UserError: empty, not 16 ASCII digits, or all zeros. Never the number itself.
    """
    digits = check_enam_belas_angka(teks, "No KK")
    if not digits.strip("0"):
        raise UserError("No KK tidak mungkin angka 0 semua. Salin nomornya dari KK.")
    tanggal, peringatan = _read_tanggal(digits, hari_ini)
    if digits.startswith("0"):
        peringatan.insert(0, f"No KK biasanya tidak diawali angka 0. {_COCOKKAN}")
    if digits.endswith("0000"):
        peringatan.append(f"Empat angka terakhir No KK biasanya bukan 0000. {_COCOKKAN}")
    return Nkk(digits, digits[:6], tanggal, tuple(peringatan))


def _read_tanggal(digits: str, hari_ini: dt.date) -> tuple[dt.date | None, list[str]]:
    hari, bulan, tahun = int(digits[6:8]), int(digits[8:10]), _ABAD + int(digits[10:12])
    tanggal = _find_tanggal(tahun, bulan, hari)
    if tanggal is None:
        if _find_tanggal(tahun, bulan, hari - _TAMBAHAN_NIK_PEREMPUAN):
            return None, [_TAMBAHAN_40]
        return None, [f"Angka ke-7 sampai ke-12 No KK bukan tanggal. {_COCOKKAN}"]
    if tanggal > hari_ini:
        return tanggal, [f"Tanggal di No KK (angka ke-7 sampai ke-12) belum terjadi. {_COCOKKAN}"]
    return tanggal, []


def _find_tanggal(tahun: int, bulan: int, hari: int) -> dt.date | None:
    try:
        return dt.date(tahun, bulan, hari)
    except ValueError:
        return None
