"""The unit of work: one flat transaction per officer's act, named by a submit token.

Nothing inside a unit catches a database error, and units do not nest: a caught error once left
half a unit on disk.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

import peewee as pw
from sqlcipher3 import dbapi2

from sooko_desk.data.galat import GAGAL, may_indeks, reraise
from sooko_desk.data.penjaga import find_penjaga, find_perbaikan
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.data.penjaga import Penjaga

T = TypeVar("T")

_DIBANGUN_ULANG = (
    "Belum tersimpan: indeks pencarian rusak, dan baru saja dibangun ulang dari register. Datanya "
    "utuh. Simpan sekali lagi."
)


def run_unit(db: pw.SqliteDatabase, find: Callable[[], T | None], act: Callable[[], T]) -> T:
    """Do `act` in one IMMEDIATE transaction, once.

    Args:
        db: the open register.
        find: looks up what this token stored earlier; None when nothing. A double key, a retry
            or a crash thus gets the first answer again.
        act: the reads and writes; returns what it stored.

    What `act` wrote is sealed by a link of the hash chain before COMMIT and told to the journal
    after it, see `penjaga`.

    Raises:
        UserError: a failure the officer can act on (disk full, locked, …); nothing is stored.
    """
    penjaga = find_penjaga(db)
    if penjaga is None:
        return _run(db, None, find, act)
    with penjaga.tulisan.unit():
        return _run(db, penjaga, find, act)


def _run(
    db: pw.SqliteDatabase,
    penjaga: Penjaga | None,
    find: Callable[[], T | None],
    act: Callable[[], T],
) -> T:
    try:
        lama = find()
        if lama is not None:
            return lama
        db.begin("IMMEDIATE")
    except GAGAL as galat:
        reraise(galat)
    try:
        if penjaga is None:
            hasil, segel = act(), None
        else:
            penjaga.pencatat.mulai()
            hasil = act()
            segel = penjaga.pencatat.segel()
        db.commit()
    except BaseException as galat:  # noqa: BLE001 - `reraise` always raises
        if db.connection().in_transaction:
            db.rollback()
        elif (tersimpan := _find_again(find)) is not None:
            # COMMIT may report an error although the row is stored: the token decides.
            return tersimpan
        _perbaiki_indeks(db, act, galat)
        reraise(galat)
    if penjaga is not None:
        penjaga.tersimpan(segel)
    return hasil


def _perbaiki_indeks(
    db: pw.SqliteDatabase, act: Callable[[], object], galat: BaseException
) -> None:
    """Where a unit failed at the search index: make that anew, in a unit of its own.

    The failed one is not done again by itself: it may have written more than the register.

    Raises:
        UserError: the index was the fault and is whole now; or the register itself is damaged.
    """
    perbaikan = find_perbaikan(db)
    if perbaikan is None or act is perbaikan or not may_indeks(galat):
        return
    if run_unit(db, lambda: None, perbaikan):
        raise UserError(_DIBANGUN_ULANG) from galat


def _find_again(find: Callable[[], T | None]) -> T | None:
    with contextlib.suppress(pw.PeeweeException, dbapi2.Error):
        return find()
    return None
