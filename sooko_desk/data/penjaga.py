"""What goes along with every unit of work of a register: the hash chain, and the journal.

A guard belongs to one connection; `unit.run_unit` asks for it. A file without one (the drafts)
has no chain.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sooko_desk.data.rantai import Pencatat
from sooko_desk.data.tulisan import Tulisan

if TYPE_CHECKING:
    from collections.abc import Callable

    import peewee as pw

    from sooko_desk.data.jurnal import Jurnal
    from sooko_desk.data.rantai import Segel


@dataclass(frozen=True, slots=True)
class Penjaga:
    """The guards of one connection.

    Attributes:
        jurnal: None = this register keeps none (a rig, a rebuilt copy).
        tulisan: tells whether a unit is under way.
    """

    pencatat: Pencatat
    jurnal: Jurnal | None
    tulisan: Tulisan = field(default_factory=Tulisan)

    def tersimpan(self, segel: Segel | None) -> None:
        """The unit is stored: tell the journal. Never raises."""
        if segel is not None and self.jurnal is not None:
            self.jurnal.catat(segel)


_PERBAIKAN: WeakKeyDictionary[pw.SqliteDatabase, Callable[[], bool]] = WeakKeyDictionary()
_PENJAGA: WeakKeyDictionary[pw.SqliteDatabase, Penjaga] = WeakKeyDictionary()


def find_penjaga(db: pw.SqliteDatabase) -> Penjaga | None:
    """The guards of a connection; None = it has none."""
    return _PENJAGA.get(db)


def pasang_penjaga(db: pw.SqliteDatabase, jurnal: Jurnal | None = None) -> None:
    """Guard every later unit of an open register at the newest schema."""
    _PENJAGA[db] = Penjaga(Pencatat(db.connection()), jurnal)


def find_perbaikan(db: pw.SqliteDatabase) -> Callable[[], bool] | None:
    """What puts the search index of a connection right; None = nobody said how."""
    return _PERBAIKAN.get(db)


def pasang_perbaikan(db: pw.SqliteDatabase, perbaikan: Callable[[], bool]) -> None:
    """Say what puts the search index right.

    Args:
        db: the open register.
        perbaikan: runs as a unit of its own, returns whether there was damage; must not hold
            `db`, or that is never freed.
    """
    _PERBAIKAN[db] = perbaikan
