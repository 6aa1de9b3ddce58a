"""What schema steps are made of, and the locks on tables whose rows are only appended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import peewee as pw

Perintah: TypeAlias = str | Callable[[pw.SqliteDatabase], None]
"""An SQL statement, or work in Python between two of them; it runs in the step's transaction."""


def kunci_tambah_saja(tabel: str, kunci: str) -> tuple[str, ...]:
    """Three locks: against UPDATE, DELETE, and INSERT OR REPLACE, which fires neither of them."""
    tolak = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    return (
        f"CREATE TRIGGER {tabel}_tanpa_ubah BEFORE UPDATE ON {tabel} {tolak}",
        f"CREATE TRIGGER {tabel}_tanpa_hapus BEFORE DELETE ON {tabel} {tolak}",
        (
            f"CREATE TRIGGER {tabel}_tanpa_timpa BEFORE INSERT ON {tabel} "
            f"WHEN EXISTS (SELECT 1 FROM {tabel} WHERE {kunci} = NEW.{kunci}) {tolak}"
        ),
    )
