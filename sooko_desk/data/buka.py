"""The one place that opens the register file: key, settings, lock, schema.

A register that is missing or empty although its key says it was made is an emergency, never a
first run: a new file would start again at number 1.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import peewee as pw
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from sooko_desk.data import skema
from sooko_desk.data.folder_data import check_tulis, siapkan_folder
from sooko_desk.data.galat import reraise
from sooko_desk.data.halaman_kosong import ada_sisa_jurnal, isi_halaman_kosong
from sooko_desk.data.jurnal import Jurnal
from sooko_desk.data.kunci import buka_slot, new_kunci
from sooko_desk.data.kunci_berkas import IsiLama, read_berkas
from sooko_desk.data.kunci_terbuka import BerkasKunci
from sooko_desk.data.pelindung import pelindung_komputer
from sooko_desk.data.penjaga import pasang_penjaga
from sooko_desk.data.rantai import tulis_dasar
from sooko_desk.data.sebelum_naik import simpan_sebelum_naik
from sooko_desk.data.tabel_semua import SEMUA
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.data.kunci import KunciData
    from sooko_desk.data.kunci_berkas import IsiKunci
    from sooko_desk.data.pelindung import Pelindung
    from sooko_desk.data.skema_kunci import Perintah

NAMA_BERKAS = "register.db"
NAMA_KUNCI = "kunci.json"

# Before 3.51.3 the WAL-reset fault could corrupt a file; older libraries are refused altogether.
SQLITE_TERENDAH = (3, 51, 3)

_PRAGMA = (
    ("cipher_log_level", "NONE"),
    # SqlCipherDatabase drops its `timeout`; a second start would look frozen for five seconds.
    ("busy_timeout", 0),
    ("journal_mode", "truncate"),
    ("synchronous", "full"),
    ("locking_mode", "exclusive"),
    ("foreign_keys", 1),
    ("recursive_triggers", 1),
    ("trusted_schema", 0),
    ("secure_delete", 1),
    ("temp_store", "memory"),
    ("mmap_size", 0),
    ("cell_size_check", 1),
    ("cache_size", -65536),
)
_HARUS_TERBACA = {
    "journal_mode": "truncate",
    "synchronous": "2",
    "locking_mode": "exclusive",
    "foreign_keys": "1",
    "recursive_triggers": "1",
}


class Terbuka(NamedTuple):
    """An open register.

    Attributes:
        db: connected, holds the exclusive lock, at the newest schema, the tables bound to it.
        berkas_kunci: its key.
    """

    db: pw.SqliteDatabase
    berkas_kunci: BerkasKunci


def open_register(
    folder: Path, pelindung: Pelindung | None = None, kunci: KunciData | None = None
) -> Terbuka:
    """Open (or on the very first run create) the encrypted register in `folder`.

    A key file of version 1 is written anew once its key has proved to open the register. A
    register of an older schema is put aside before it is brought up, see `sebelum_naik`.

    Args:
        folder: the data folder.
        pelindung: opens the key file's slot for this computer; None = this computer's own.
        kunci: the key, where the code on paper opened it; the key file is left alone then.

    Raises:
        KunciTerkunciError: the key file's slot does not open on this computer.
        UserError: the folder or the file cannot be written, another copy holds the file, the file
            or its key is missing, damaged, or newer than this program. Text for the officer.
    """
    if dbapi2.sqlite_version_info < SQLITE_TERENDAH:
        raise UserError("Pustaka SQLite program ini terlalu tua. Pasang ulang Sooko Desk.")
    path, path_kunci = folder / NAMA_BERKAS, folder / NAMA_KUNCI
    siapkan_folder(folder, baru=not ada_register(folder))
    check_tulis(path)
    isi = read_berkas(path_kunci)
    _check_berkas(path, ada_kunci=isi is not None, sudah=bool(isi and isi.sudah_dibuat))
    berkas_kunci = _buka_kunci(path_kunci, isi, pelindung or pelindung_komputer(), kunci)
    # After a crash during the birth the half-made file is opened like any other: its transaction
    # rolls back by itself, and no path of this program ever deletes a register.
    padam = ada_sisa_jurnal(path)
    db = _connect(path, berkas_kunci.kunci.kunci)
    try:
        if 0 < int(_baca(db, "user_version")) < skema.VERSI:
            simpan_sebelum_naik(db, path, path_kunci, berkas_kunci.kunci.kunci)
        migrate(db)
        if padam:
            isi_halaman_kosong(db)
        if isinstance(isi, IsiLama) or not berkas_kunci.kunci.sudah_dibuat:
            berkas_kunci.simpan(replace(berkas_kunci.kunci, sudah_dibuat=True))
        pasang_penjaga(db, Jurnal(db.connection(), folder, berkas_kunci.kunci.kunci))
    except BaseException:
        db.close()
        raise
    db.bind(SEMUA)
    return Terbuka(db, berkas_kunci)


def ada_register(folder: Path) -> bool:
    """Whether a register was ever begun there: it, or its key, exists."""
    return (folder / NAMA_BERKAS).exists() or (folder / NAMA_KUNCI).exists()


def migrate(db: pw.SqliteDatabase) -> None:
    """Bring the file to the newest schema, one transaction a step.

    Raises:
        UserError: the file belongs to a newer program; both versions are named.
    """
    versi = int(_baca(db, "user_version"))
    if versi > skema.VERSI:
        raise UserError(
            f"Register ini dibuat oleh Sooko Desk yang lebih baru (skema {versi}; program ini "
            f"mengenal sampai skema {skema.VERSI}). Pasang program yang terbaru, lalu buka lagi."
        )
    for nomor, langkah in enumerate(skema.LANGKAH[versi:], start=versi + 1):
        run_unit(db, lambda: None, partial(_naik, db, langkah, nomor))


def _naik(db: pw.SqliteDatabase, langkah: tuple[Perintah, ...], nomor: int) -> bool:
    for perintah in langkah:
        if isinstance(perintah, str):
            db.execute_sql(perintah)
        else:
            perintah(db)
    db.execute_sql(f"PRAGMA application_id = {skema.APPLICATION_ID}")
    db.execute_sql(f"PRAGMA user_version = {nomor}")
    if nomor == skema.VERSI:
        tulis_dasar(db)
    return True


def _buka_kunci(
    path: Path, isi: IsiKunci | IsiLama | None, pelindung: Pelindung, kunci: KunciData | None
) -> BerkasKunci:
    if isi is None:
        berkas = BerkasKunci(path, new_kunci(), pelindung)
        berkas.simpan(berkas.kunci)
        return berkas
    return BerkasKunci(path, kunci or buka_slot(path, isi, pelindung), pelindung)


def _check_berkas(path: Path, *, ada_kunci: bool, sudah: bool) -> None:
    ada = path.exists()
    if ada and not ada_kunci:
        raise UserError(
            f"Berkas kunci {NAMA_KUNCI} tidak ada di samping register. "
            "Jangan hapus apa pun; kembalikan berkas kunci dari cadangan."
        )
    if sudah and (not ada or (path.is_file() and path.stat().st_size == 0)):
        raise UserError(
            f"Berkas register {NAMA_BERKAS} hilang atau kosong, padahal pernah dibuat. "
            "Jangan mulai register baru; kembalikan berkas itu dari cadangan."
        )


def _connect(path: Path, kunci: str) -> pw.SqliteDatabase:
    db = SqlCipherDatabase(str(path), passphrase=f"x'{kunci}'", pragmas=_PRAGMA)
    try:
        db.connect()
        # Takes the lock at once and, in exclusive mode, keeps it until the program ends.
        db.begin("EXCLUSIVE")
        db.commit()
        _check_pragma(db)
    except (pw.PeeweeException, dbapi2.Error, UserError) as galat:
        with contextlib.suppress(pw.PeeweeException, dbapi2.Error):
            db.close()
        reraise(galat)
    return db  # type: ignore[no-any-return]  # playhouse.sqlcipher_ext has no types


def _check_pragma(db: pw.SqliteDatabase) -> None:
    """Read the settings back: some file systems quietly refuse them."""
    for nama, harus in _HARUS_TERBACA.items():
        if (terbaca := _baca(db, nama).lower()) != harus:
            raise UserError(
                f"Register tidak dapat dibuka dengan aman ({nama} = {terbaca}). "
                "Pindahkan folder data ke cakram lokal komputer ini."
            )


def _baca(db: pw.SqliteDatabase, pragma: str) -> str:
    return str(db.execute_sql(f"PRAGMA {pragma}").fetchone()[0])
