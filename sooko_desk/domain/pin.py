"""PINs: which ones are refused, and how long a wrong one makes wait."""

from __future__ import annotations

import datetime as dt
import itertools

from sooko_desk.domain.digit import is_angka_ascii
from sooko_desk.domain.errors import UserError

PANJANG_PIN = 6
COBA_BEBAS = 2
"""Wrong PINs in a row that make nobody wait: a slip of the hand."""
JEDA_TERLAMA = 300
"""Seconds. Never more, and never for good: a counter must not be shut by a stranger's fingers."""

PALING_SEDIKIT_BEDA = 3
"""Digits of a PIN that differ from each other."""
_TAHUN_KABISAT = 2000

# Lines and figures on the number pad, and round numbers; the most used PINs of leaked lists.
_UMUM = frozenset(
    (
        "147258", "258147", "147852", "258369", "369258", "147369", "963852", "852963", "741852",
        "159357", "357159", "159753", "753159", "951753", "753951", "102030", "100200", "520131",
        "142536", "135791", "246802", "194508", "081945",
    )
)  # fmt: skip


def check_pin(pin: str) -> None:
    """Refuse a PIN that is not six digits, or that is tried first by whoever guesses.

    Raises:
        UserError: one sentence for the officer.
    """
    if len(pin) != PANJANG_PIN or not all(map(is_angka_ascii, pin)):
        raise UserError(f"PIN harus {PANJANG_PIN} angka.")
    if _is_deret(pin):
        raise UserError("PIN terlalu mudah ditebak. Jangan angka kembar atau berurutan.")
    if _is_pola(pin):
        raise UserError("PIN terlalu mudah ditebak. Jangan angka yang berulang atau berpola.")
    if _is_tanggal(pin):
        raise UserError("PIN terlalu mudah ditebak. Jangan tanggal, misalnya tanggal lahir.")


def jeda_detik(gagal: int) -> int:
    """Seconds to wait after so many wrong PINs in a row: 0, 0, 1, 2, 4 … 300."""
    if gagal <= COBA_BEBAS:
        return 0
    return min(1 << min(gagal - COBA_BEBAS - 1, JEDA_TERLAMA.bit_length()), JEDA_TERLAMA)


def sebut_jeda(detik: int) -> str:
    """Say a wait, e.g. "4 menit 16 detik"."""
    menit, sisa = divmod(detik, 60)
    kata = (f"{menit} menit" if menit else "", f"{sisa} detik" if sisa else "")
    return " ".join(filter(None, kata)) or "0 detik"


def _is_deret(pin: str) -> bool:
    """Every digit stands as far from the one before, also past 9: 222222, 345678, 890123."""
    langkah = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(pin)}
    return langkah in ({0}, {1}, {9})


def _is_pola(pin: str) -> bool:
    tiga = pin[:3]
    pasang = pin[0::2] == pin[1::2] and _is_deret(pin[0::2])
    return (
        len(set(pin)) < PALING_SEDIKIT_BEDA
        or pin in (tiga * 2, pin[:2] * 3, pin[::-1])
        or pasang
        or (_is_deret(tiga) and _is_deret(pin[3:]))
        or pin in _UMUM
    )


def _is_tanggal(pin: str) -> bool:
    """Day, month and year of two digits: on every KTP-el."""
    try:
        dt.date(_TAHUN_KABISAT, int(pin[2:4]), int(pin[:2]))
    except ValueError:
        return False
    return True
