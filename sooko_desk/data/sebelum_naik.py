"""Before a new program brings a register up, it is put aside as the older program reads it.

The copy is a data folder of its own, register and key: if the new program should have to go, the
older one opens it with `--data`. Scans are not in it, for no schema step touches them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from sooko_desk.data import skema
from sooko_desk.data.cadangan_berkas import (
    SEMENTARA,
    IsiLainError,
    baca_potong,
    buang,
    pasang,
    tulis,
    tulis_utuh,
)
from sooko_desk.data.galat import RUSAK, translate_error
from sooko_desk.data.periksa_register import Kerusakan, periksa_register
from sooko_desk.data.salinan_register import NAMA_SALINAN, open_salinan
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    import peewee as pw

NAMA_SEBELUM = "sebelum-skema-"
"""Folder in the data folder; the number of the schema to come is put behind it."""

_BELUM = "Register belum dinaikkan ke program baru, karena salinannya belum tersimpan."


def simpan_sebelum_naik(db: pw.SqliteDatabase, path: Path, path_kunci: Path, kunci: str) -> None:
    """Copy register and key, prove the copy, and only then give it its name.

    A newer one takes the place of what an earlier try of the same upgrade had put there.

    Args:
        db: the open register, at an older schema.
        path, path_kunci: its file and its key's file, side by side.
        kunci: 64 hex digits.

    Raises:
        UserError: the disk refuses, or the register is damaged. It is as it was.
    """
    tujuan = path.parent / f"{NAMA_SEBELUM}{skema.VERSI}"
    mentah, baru = path.parent / NAMA_SALINAN, tujuan / f"{path.name}{SEMENTARA}"
    try:
        tujuan.mkdir(exist_ok=True)
        tulis_utuh(tujuan / path_kunci.name, path_kunci.read_bytes())
        buang(mentah)
        db.connection().execute("VACUUM INTO ?", (str(mentah),))
        tulis(baru, baca_potong(mentah))
        _buktikan(db.connection(), baru, kunci)
        pasang(baru, tujuan / path.name)
    except OSError as galat:
        raise UserError(
            f"{_BELUM} Kosongkan ruang di cakram komputer dan periksa hak tulis folder data, lalu "
            "buka Sooko Desk lagi."
        ) from galat
    except dbapi2.Error as galat:
        sebab = translate_error(galat)
        if sebab is galat:
            raise
        raise UserError(f"{_BELUM} {sebab}") from galat
    finally:
        buang(mentah)
        buang(baru)  # still there only where something failed


def _buktikan(koneksi: dbapi2.Connection, salinan: Path, kunci: str) -> None:
    """Look whether the copy is whole and holds what the register holds.

    Raises:
        IsiLainError: a page of it is not what was written; every page of it was sealed just now.
        UserError: the pages are right, so the register itself is damaged.
    """
    with open_salinan(salinan, kunci) as lain:
        rusak = periksa_register(lain)
        if Kerusakan.HALAMAN in rusak:
            raise IsiLainError
        if rusak or _hitung(lain) != _hitung(koneksi):
            raise UserError(f"{_BELUM} {RUSAK}")


def _hitung(koneksi: dbapi2.Connection) -> dict[str, int]:
    """Rows of every table, and the schema."""
    daftar = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    jumlah = {
        str(nama): int(koneksi.execute(f'SELECT count(*) FROM "{nama}"').fetchone()[0])  # noqa: S608 # names of our own schema
        for (nama,) in koneksi.execute(daftar).fetchall()
    }
    return jumlah | {"": int(koneksi.execute("PRAGMA user_version").fetchone()[0])}
