"""The search index: whether it is whole, and made anew out of the cases when it is not.

Nothing is lost with it, so its damage is no damage of the register. No link of the hash chain
covers it, and a journal that is played back fills it by the triggers of `permohonan`.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.galat import RUSAK, translated
from sooko_desk.data.kejadian_kantor import tulis_kejadian
from sooko_desk.data.penjaga import find_perbaikan, pasang_perbaikan
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import peewee as pw

    from sooko_desk.data.salinan_register import PotretRegister
    from sooko_desk.domain.kejadian import KejadianBaru

_PERIKSA = "INSERT INTO cari (cari, rank) VALUES ('integrity-check', 1)"
"""With the 1 FTS5 also compares the index with the cases; about 1.5 s per 100,000."""
_BENTUK = "INSERT OR REPLACE INTO cari_config (k, v) VALUES ('version', 4)"
"""Without it FTS5 refuses even to build anew."""
_CAKRAM = "disk"
"""In what SQLite says of a disk that is full or fails."""
_BANGUN = "INSERT INTO cari (cari) VALUES ('rebuild')"


def is_rusak(koneksi: dbapi2.Connection) -> bool:
    """Whether the index is damaged or tells something else than the cases."""
    try:
        koneksi.execute(_PERIKSA)
    except dbapi2.DatabaseError:
        return True
    return False


@translated
def is_potret_rusak(potret: PotretRegister) -> bool:
    """As `is_rusak`, of a picture of the register; takes it, in any thread.

    Raises:
        UserError: the picture cannot be taken.
    """
    with potret.buka(), _buka(potret.path, potret.kunci) as koneksi:
        return is_rusak(koneksi)


def perbaiki_salinan(path: Path, kunci: str) -> None:
    """Make the index of a copy of the register anew if it is damaged. May run in any thread.

    What cannot be repaired is left: whoever proves the copy finds it.

    Args:
        path: the copy, of which nobody else has the use now.
        kunci: 64 hex digits.
    """
    with _buka(path, kunci) as koneksi:
        if is_rusak(koneksi):
            with contextlib.suppress(dbapi2.Error):
                _bangun(koneksi)


class IndeksCari:
    """The index of the open register; belongs to the window's thread."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    def pasang(self, kejadian: Callable[[], KejadianBaru]) -> None:
        """From now on a unit of work that fails at the index makes it anew.

        Args:
            kejadian: the office event of one repair.
        """
        koneksi = self._db.connection()

        def tulis() -> bool:
            if not is_rusak(koneksi):
                return False
            try:
                _bangun(koneksi)
            except dbapi2.DatabaseError as galat:
                if _CAKRAM in str(galat):
                    raise
                # Of a page with a broken seal SQLite says "readonly", of a lost table "logic".
                raise UserError(RUSAK) from galat
            tulis_kejadian(kejadian())
            return True

        pasang_perbaikan(self._db, tulis)

    def bangun_ulang(self) -> bool:
        """Make the index anew with its event in one unit, about 3 s per 100,000 cases.

        Returns:
            False: it is whole, or nobody said how to note it (`pasang`); nothing was done.

        Raises:
            UserError: the register itself is damaged, or the disk refuses.
        """
        perbaikan = find_perbaikan(self._db)
        return perbaikan is not None and run_unit(self._db, lambda: None, perbaikan)


@contextlib.contextmanager
def _buka(path: Path, kunci: str) -> Iterator[dbapi2.Connection]:
    """A copy to write: FTS5 asks its own check as a write."""
    with contextlib.closing(dbapi2.connect(path, isolation_level=None)) as koneksi:
        koneksi.execute(f"PRAGMA key = \"x'{kunci}'\"")
        koneksi.execute("PRAGMA cipher_log_level = NONE")
        with contextlib.suppress(dbapi2.DatabaseError):  # no register at all
            koneksi.execute("PRAGMA journal_mode = MEMORY")  # leaves no file beside the copy
        yield koneksi


def _bangun(koneksi: dbapi2.Connection) -> None:
    koneksi.execute(_BENTUK)
    koneksi.execute(_BANGUN)
