"""How much is tried: a little with every change, much with `python tests/daya/panjang.py`."""

from __future__ import annotations

import os
import sys
from dataclasses import fields

PANJANG = "SOOKO_DESK_DAYA_PANJANG"
"""Set in the environment for the long form."""


def banyak(biasa: int, panjang: int) -> int:
    """How many times."""
    return panjang if PANJANG in os.environ else biasa


def sebut(nama: str, hasil: object) -> None:
    """Print the figures of a test; seen with `pytest -s` and in the long form."""
    angka = ((f.name, getattr(hasil, f.name)) for f in fields(hasil))
    isi = ", ".join(f"{n} {isi}" for n, isi in angka if isinstance(isi, int))
    sys.stdout.write(f"\n  {nama}: {isi}\n")
