"""Number patterns of letters and registers, and the code that the receipt's QR holds.

Which number comes next is decided in the store, inside the transaction that keeps the case.
"""

from __future__ import annotations

import re
from functools import cache

from sooko_desk.domain.errors import UserError

PANJANG_POLA = 60

_TEMPAT = ("{urut}", "{tahun}")
_ISI = {"{urut}": "[1-9][0-9]*", "{tahun}": "[0-9]{4}"}
_TANDA_TEMPAT = re.compile(r"(\{urut\}|\{tahun\})")
_DERET_ANGKA = re.compile(r"((?:[0-9]|\{urut\}|\{tahun\})+)")
_KODE_PINDAI = re.compile(r"TB-([A-Z0-9]+)-([0-9]{4})-([0-9]{5,9})")


def check_pola(pola: str) -> None:
    """Refuse a number pattern that would give the same number twice or cannot be printed.

    Args:
        pola: e.g. "470/{urut}/416-313/{tahun}" (classification/number/unit/year as on the
            office's letters).

    Raises:
        UserError: {urut} or {tahun} missing, other braces, invisible characters, over 60 long.
    """
    for tempat in _TEMPAT:
        if tempat not in pola:
            raise UserError(
                f"Pola nomor belum memuat {tempat}. Contoh: 470/{{urut}}/416-313/{{tahun}}."
            )
    sisa = format_nomor(pola, 1, 1)
    if "{" in sisa or "}" in sisa:
        raise UserError(
            "Kurung kurawal di pola nomor hanya untuk {urut} dan {tahun}. Hapus yang lain."
        )
    if not pola.isprintable():
        raise UserError("Pola nomor memuat tanda yang tidak tampak. Ketik ulang polanya.")
    if len(pola) > PANJANG_POLA:
        raise UserError(f"Pola nomor {len(pola)} huruf; tulis paling banyak {PANJANG_POLA} huruf.")


def format_nomor(pola: str, urut: int, tahun: int) -> str:
    """Fill a pattern that `check_pola` took, e.g. "470/12/416-313/2026"."""
    return pola.replace("{urut}", str(urut)).replace("{tahun}", str(tahun))


def baca_nomor(pola: str, teks: str) -> tuple[int, int] | None:
    """The (urut, tahun) for which a pattern gives that text; None = it never gives it.

    Args:
        pola: a pattern that `check_pola` took.
        teks: a number as printed, its year in four digits.
    """
    cocok = _pola_baca(pola).fullmatch(teks)
    return None if cocok is None else (int(cocok["urut"]), int(cocok["tahun"]))


def may_clash(pola: str, lain: str) -> bool:
    """Whether two patterns that `check_pola` took could ever give the same number.

    A yes may be too careful, a no holds for all numbers of all years: the letters between the
    digits differ, or digits that stand fixed in both do.
    """
    kiri, kanan = _DERET_ANGKA.split(pola), _DERET_ANGKA.split(lain)
    return len(kiri) == len(kanan) and all(map(_may_equal, kiri, kanan))


@cache
def _pola_baca(pola: str) -> re.Pattern[str]:
    bagian: list[str] = []
    sudah: set[str] = set()
    for satu in _TANDA_TEMPAT.split(pola):
        nama = satu[1:-1]
        if satu not in _ISI:
            bagian.append(re.escape(satu))
        elif satu in sudah:
            bagian.append(f"(?P={nama})")
        else:
            bagian.append(f"(?P<{nama}>{_ISI[satu]})")
            sudah.add(satu)
    return re.compile("".join(bagian))


def _may_equal(kiri: str, kanan: str) -> bool:
    """Of two pieces of patterns, each letters alone or digits and places."""
    if "{" in kiri and "{" in kanan:
        return True
    bentuk, tetap = (kiri, kanan) if "{" in kiri else (kanan, kiri)
    isi = (_ISI.get(satu) or re.escape(satu) for satu in _TANDA_TEMPAT.split(bentuk))
    return re.fullmatch("".join(isi), tetap) is not None


def kode_pindai(layanan: str, tahun: int, urut: int) -> str:
    """Code for the receipt's QR, e.g. "TB-KK-2026-00012"; it holds no personal data.

    Raises:
        ValueError: `layanan` is not A-Z and 0-9, or a number is out of range (a bug).
    """
    kode = f"TB-{layanan}-{tahun:04}-{urut:05}"
    if parse_kode_pindai(kode) != (layanan, tahun, urut):
        raise ValueError(f"cannot be read back: {layanan!r} {tahun} {urut}")
    return kode


def parse_kode_pindai(teks: str) -> tuple[str, int, int] | None:
    """Read (layanan, tahun, urut) from a scan or from typing; None when it is another text.

    Letter case and blanks do not matter: some scanners add them.
    """
    cocok = _KODE_PINDAI.fullmatch("".join(teks.split()).upper())
    if cocok is None or int(cocok[3]) == 0:
        return None
    return cocok[1], int(cocok[2]), int(cocok[3])
