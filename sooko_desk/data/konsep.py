"""Drafts: what is typed and not saved yet, in an encrypted file of their own beside the register.

The register has one connection, in the window's thread; a draft is written every second and must
not make a key wait for the disk. So this file has its own connection, which any one thread at a
time may use, and the register is never held up by it. A draft is worth less than a working
counter: a damaged file is put aside and a new one made.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, NoReturn

import peewee as pw
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from sooko_desk.data.folder_data import lepas_baca_saja
from sooko_desk.data.galat import reraise
from sooko_desk.data.halaman_kosong import ada_sisa_jurnal, isi_halaman_kosong
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from pathlib import Path

NAMA_KONSEP = "konsep.db"

# As for the register, without what only many tables and many rows need.
_PRAGMA = (
    ("cipher_log_level", "NONE"),
    ("busy_timeout", 0),
    ("journal_mode", "truncate"),
    ("synchronous", "full"),
    ("locking_mode", "exclusive"),
    ("trusted_schema", 0),
    ("secure_delete", 1),
    ("temp_store", "memory"),
    ("mmap_size", 0),
    ("cell_size_check", 1),
)
_TABEL = """
CREATE TABLE IF NOT EXISTS konsep (
    kunci TEXT PRIMARY KEY,
    isi TEXT NOT NULL,
    petugas_id INTEGER NOT NULL,
    disimpan TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""
_SISIP = "INSERT OR REPLACE INTO konsep (kunci, isi, petugas_id, disimpan) VALUES (?, ?, ?, ?)"

# The register's sentences would frighten here: nothing that is stored is in danger.
_TANDA_RUSAK = ("not a database", "malformed", "no such column")
_BERKAS_RUSAK = (
    "Berkas konsep rusak, sehingga isian yang belum disimpan tidak tercatat. "
    "Simpan isian ini dulu, lalu tutup dan buka lagi Sooko Desk."
)
_KALIMAT = (
    (
        "disk is full",
        (
            "Cakram komputer penuh, sehingga isian yang belum disimpan tidak tercatat dan hilang "
            "bila listrik padam. Kosongkan ruang cakram."
        ),
    ),
    (
        "readonly database",
        (
            "Berkas konsep tidak dapat ditulisi, sehingga isian yang belum disimpan tidak "
            "tercatat. Periksa hak tulis folder data."
        ),
    ),
    (
        "unable to open",
        "Berkas konsep tidak dapat dibuka. Periksa folder data dan hak aksesnya.",
    ),
    (
        "disk I/O",
        (
            "Cakram komputer gagal membaca atau menulis, sehingga isian yang belum disimpan tidak "
            "tercatat. Bila berulang, periksa cakram komputer."
        ),
    ),
)


class _RusakError(UserError):
    def __init__(self) -> None:
        super().__init__(_BERKAS_RUSAK)


@dataclass(frozen=True, slots=True)
class BarisKonsep:
    """One draft as it is kept.

    Attributes:
        kunci: what it is a draft of; one draft a key.
        isi: JSON text; not in the repr, for it holds a NIK.
        petugas_id: who typed it.
        disimpan: aware UTC, when it was handed over for storing.
    """

    kunci: str
    isi: str = field(repr=False)
    petugas_id: int
    disimpan: dt.datetime


class KonsepStore:
    """An open file of drafts. Threads may share it: one call at a time, the others wait.

    Attributes:
        rusak: where the file of before is now that was damaged, or that this account may not
            write; None when there was none.
    """

    def __init__(self, folder: Path, kunci: str) -> None:
        """Open or make the file.

        Args:
            folder: the data folder; must exist.
            kunci: the register's key, 64 hex digits.

        Raises:
            UserError: another copy of the program holds the drafts, or the disk refuses. A damaged
                file is no error, see `rusak`; nor is one that is marked read-only, since that mark
                protects nothing here.
        """
        path = folder / NAMA_KONSEP
        self._giliran = threading.Lock()
        self.rusak: Path | None = None
        if not lepas_baca_saja(path):
            self.rusak = _sisihkan(path)
        try:
            self._db = _buka(path, kunci)
        except _RusakError:
            self.rusak = _sisihkan(path)
            self._db = _buka(path, kunci)

    def tulis(self, perubahan: Mapping[str, BarisKonsep | None]) -> None:
        """Store or (None) delete the draft of each key: all in one transaction, or nothing.

        Raises:
            UserError: the disk refuses, or the file was closed; nothing is stored.
        """
        with self._giliran, _kalimat():
            if self._db.is_closed():
                raise UserError("Sooko Desk sudah ditutup, sehingga isian terakhir tidak tercatat.")
            run_unit(self._db, lambda: None, partial(_terapkan, self._db, perubahan))

    def list_semua(self) -> tuple[BarisKonsep, ...]:
        """Every draft, by key.

        Raises:
            UserError: the disk cannot be read.
        """
        with self._giliran, _kalimat():
            return _list_baris(self._db)

    def close(self) -> None:
        """Let go of the file after the write that is under way. Closing twice is harmless."""
        with self._giliran:
            if not self._db.is_closed():
                self._db.close()


def _buka(path: Path, kunci: str) -> pw.SqliteDatabase:
    padam = ada_sisa_jurnal(path)
    db = SqlCipherDatabase(
        str(path),
        passphrase=f"x'{kunci}'",
        pragmas=_PRAGMA,
        # One connection for whichever thread has the turn; and none is made unasked after `close`.
        thread_safe=False,
        check_same_thread=False,
        autoconnect=False,
    )
    try:
        with _kalimat():
            db.connect()
            # The lock first: the file of another program that is writing would look damaged.
            run_unit(db, lambda: None, partial(_siapkan, db))
            if padam:
                isi_halaman_kosong(db)
            _check_utuh(db)
    except BaseException:
        with contextlib.suppress(pw.PeeweeException, dbapi2.Error):
            db.close()
        raise
    return db  # type: ignore[no-any-return]  # playhouse.sqlcipher_ext has no types


def _siapkan(db: pw.SqliteDatabase) -> bool:
    db.execute_sql(_TABEL)
    return True


def _terapkan(db: pw.SqliteDatabase, perubahan: Mapping[str, BarisKonsep | None]) -> bool:
    for kunci, baris in perubahan.items():
        if baris is None:
            db.execute_sql("DELETE FROM konsep WHERE kunci = ?", (kunci,))
        else:
            nilai = (kunci, baris.isi, baris.petugas_id, iso_utc(baris.disimpan))
            db.execute_sql(_SISIP, nilai)
    return True


def _list_baris(db: pw.SqliteDatabase) -> tuple[BarisKonsep, ...]:
    perintah = "SELECT kunci, isi, petugas_id, disimpan FROM konsep ORDER BY kunci"
    return tuple(
        BarisKonsep(kunci, isi, petugas_id, dari_iso(disimpan))
        for kunci, isi, petugas_id, disimpan in db.execute_sql(perintah)
    )


def _check_utuh(db: pw.SqliteDatabase) -> None:
    """Look at every page now, not when it is needed; the file is small."""
    laporan = [
        baris
        for pragma in ("cipher_integrity_check", "quick_check")
        for baris in db.execute_sql(f"PRAGMA {pragma}").fetchall()
    ]
    if laporan != [("ok",)]:
        raise _RusakError
    try:
        _list_baris(db)
    except ValueError as galat:
        raise _RusakError from galat


def _sisihkan(path: Path) -> Path:
    """Rename the damaged file with its journal; a new file must never meet the old journal."""
    tujuan = next(
        calon
        for nomor in count(1)
        if not (calon := path.with_name(f"{path.stem}.rusak-{nomor}{path.suffix}")).exists()
    )
    jurnal = path.with_name(f"{path.name}-journal")
    try:
        # First: SQLite deletes a journal that has lost its file, and nothing is to be deleted.
        if jurnal.exists():
            jurnal.replace(tujuan.with_name(f"{tujuan.name}-journal"))
        path.replace(tujuan)
    except OSError as galat:
        raise UserError(
            f"Berkas konsep {path.name} rusak dan tidak dapat disisihkan. Tutup program lain yang "
            "memakai folder data, atau ganti sendiri nama berkas itu, lalu buka Sooko Desk lagi."
        ) from galat
    return tujuan


@contextlib.contextmanager
def _kalimat() -> Iterator[None]:
    """Turn what the officer can act on into a sentence about the drafts."""
    try:
        yield
    except (pw.PeeweeException, dbapi2.Error, UserError) as galat:
        _reraise(galat)


def _reraise(galat: Exception) -> NoReturn:
    sebab = " | ".join(_list_sebab(galat))
    if any(tanda in sebab for tanda in _TANDA_RUSAK):
        raise _RusakError from galat
    for kata, kalimat in _KALIMAT:
        if kata in sebab:
            raise UserError(kalimat) from galat
    reraise(galat)


def _list_sebab(galat: BaseException | None) -> Iterator[str]:
    """What the database said, at any depth: peewee and `run_unit` wrap it."""
    while galat is not None:
        if isinstance(galat, (pw.PeeweeException, dbapi2.Error)):
            yield str(galat)
        galat = galat.__cause__ or galat.__context__
