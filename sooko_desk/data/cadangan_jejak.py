"""What tells one state of a register from another, read in a moment."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.kejadian import JenisKejadian

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

_TANPA_ARTI = (JenisKejadian.CADANGAN, JenisKejadian.LATIHAN_PEMULIHAN, JenisKejadian.MASUK)
"""Office events for which nobody makes a backup: backups and practices write them themselves."""
_SQL_TABEL = """SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type = 'table' AND wr = 0
        AND name NOT LIKE 'sqlite_%' AND name <> 'rantai' ORDER BY name"""


@dataclass(frozen=True, slots=True)
class Jejak:
    """A state of the register.

    Attributes:
        sidik: the same for two states between which nothing was added; 64 hex digits.
        peristiwa: number of the newest case event: intakes and decisions so far.
        urut, rantai: head of the hash chain; 0 and "" = there is none.
    """

    sidik: str = ""
    peristiwa: int = 0
    urut: int = 0
    rantai: str = ""


def baca_jejak(koneksi: dbapi2.Connection) -> Jejak:
    """Read the newest row number of every table; each change of the register adds a row to one.

    Raises:
        dbapi2.Error: the file is damaged.
    """
    tabel = [str(nama) for (nama,) in koneksi.execute(_SQL_TABEL).fetchall()]
    akhir = {nama: _akhir(koneksi, nama) for nama in tabel}
    sidik = hashlib.sha256(json.dumps(akhir, sort_keys=True).encode()).hexdigest()
    return Jejak(sidik, akhir["peristiwa"], *baca_kepala(koneksi))


def baca_kepala(koneksi: dbapi2.Connection) -> tuple[int, str]:
    """Number and seal of the newest link of the hash chain; 0 and "" = there is none.

    Raises:
        dbapi2.Error: the file is damaged.
    """
    ada = koneksi.execute("SELECT 1 FROM sqlite_master WHERE name = 'rantai'").fetchone()
    sql = "SELECT urut, sidik FROM rantai ORDER BY urut DESC LIMIT 1"
    baris = koneksi.execute(sql).fetchone() if ada else None
    return (int(baris[0]), str(baris[1])) if baris else (0, "")


def _akhir(koneksi: dbapi2.Connection, tabel: str) -> int:
    sql = f'SELECT COALESCE(max(rowid), 0) FROM "{tabel}"'  # noqa: S608 - a name of the schema
    if tabel == "kejadian_kantor":
        tanpa = ", ".join(f"'{jenis}'" for jenis in _TANPA_ARTI)
        sql = f"{sql} WHERE jenis NOT IN ({tanpa})"
    return int(koneksi.execute(sql).fetchone()[0])
