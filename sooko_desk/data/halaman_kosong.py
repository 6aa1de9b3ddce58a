"""Pages that hold nothing, after a power cut.

SQLite fills an empty page anew without keeping it in the journal, for there is nothing to go back
to. A cut meanwhile leaves it torn: nothing is lost and nobody reads it, but its seal is broken, and
the next check would call the register damaged. So after a cut the empty pages are written once
more; a broken seal found later is then damage, wherever it is.
"""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

_ISI_HALAMAN = 4000
"""Bytes of a long value in one page of 4,096; a little less than fit, so that the file stays."""


def ada_sisa_jurnal(path: Path) -> bool:
    """Whether the last write to a database was cut off. Ask before it is opened."""
    jurnal = path.with_name(f"{path.name}-journal")
    with contextlib.suppress(OSError):
        return jurnal.stat().st_size > 0
    return False


def isi_halaman_kosong(db: pw.SqliteDatabase) -> None:
    """Write every empty page anew; needs `secure_delete`. A disk that refuses changes nothing."""
    kosong = int(db.execute_sql("PRAGMA freelist_count").fetchone()[0])
    if kosong:
        # SQLCipher calls a damaged list of empty pages a want of memory; the next check tells.
        with contextlib.suppress(UserError, pw.DatabaseError, MemoryError):
            run_unit(db, lambda: None, partial(_tulis_kosong, db, kosong * _ISI_HALAMAN))


def _tulis_kosong(db: pw.SqliteDatabase, ukuran: int) -> bool:
    db.execute_sql("CREATE TABLE halaman_kosong (isi BLOB)")
    db.execute_sql("INSERT INTO halaman_kosong VALUES (zeroblob(?))", (ukuran,))
    db.execute_sql("DROP TABLE halaman_kosong")
    return True
