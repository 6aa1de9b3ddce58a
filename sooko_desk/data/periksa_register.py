"""Whether a register file is whole, and what it holds; for the open one and for its copies.

`cipher_integrity_check` reads every page from the disk and proves its seal: it finds each flipped
bit, also below a page that the open register still has in memory. `integrity_check` then proves
that the pages fit together, `foreign_key_check` that every row's relatives are there.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data.lampiran import SQL_LOGO

if TYPE_CHECKING:
    from collections.abc import Iterable


_INDEKS = ("fts5: ", "malformed inverted index for FTS5 table")
"""How `integrity_check` begins what it says of the search index."""


class Kerusakan(Enum):
    """What can be wrong; the value is the check that finds it."""

    HALAMAN = "cipher_integrity_check"
    SUSUNAN = "integrity_check"
    RUJUKAN = "foreign_key_check"


@dataclass(frozen=True, slots=True)
class JumlahRegister:
    """How much a register holds.

    Attributes:
        pindaian: different contents, so files in the vault; each logo of the office is one.
    """

    permohonan: int
    peristiwa: int
    pindaian: int


@dataclass(frozen=True, slots=True)
class IsiRegister:
    """What a copy of a register must agree with.

    Attributes:
        skema: `PRAGMA user_version`.
        sidik: SHA-256 of every scan that the register names, also of those taken off, and of
            every logo that the office had.
    """

    jumlah: JumlahRegister
    skema: int
    sidik: frozenset[str]


def periksa_register(koneksi: dbapi2.Connection) -> tuple[Kerusakan, ...]:
    """Read a register as a whole; nothing when it is whole.

    About 0.6 s per 100,000 rows. A file that cannot even be read is told as damaged.
    """
    return tuple(satu for satu in Kerusakan if _ditemukan(koneksi, satu))


def baca_isi(koneksi: dbapi2.Connection) -> IsiRegister:
    """Count a register and list its scans and logos.

    Raises:
        dbapi2.Error: the file is damaged.
    """
    sidik = frozenset(
        str(baris[0])
        for sql in ("SELECT DISTINCT sidik FROM lampiran", SQL_LOGO)
        for baris in koneksi.execute(sql)
    )
    jumlah = JumlahRegister(
        permohonan=_angka(koneksi.execute("SELECT count(*) FROM permohonan")),
        peristiwa=_angka(koneksi.execute("SELECT count(*) FROM peristiwa")),
        pindaian=len(sidik),
    )
    return IsiRegister(jumlah, _angka(koneksi.execute("PRAGMA user_version")), sidik)


def _ditemukan(koneksi: dbapi2.Connection, kerusakan: Kerusakan) -> bool:
    try:
        baris = koneksi.execute(f"PRAGMA {kerusakan.value}").fetchall()
    except dbapi2.DatabaseError:
        return True
    # The search index is made anew out of the cases: its damage is none of the register's.
    baris = [satu for satu in baris if not str(satu[0]).startswith(_INDEKS)]
    return baris not in ([], [("ok",)])


def _angka(baris: Iterable[tuple[int]]) -> int:
    return next(iter(baris))[0]
