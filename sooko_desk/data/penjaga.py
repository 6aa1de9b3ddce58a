"""What goes along with every unit of work of a register: the hash chain, and the journal.

A guard belongs to one connection; `unit.run_unit` asks for it. A file without one (the drafts)
has no chain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sooko_desk.data.rantai import Pencatat

if TYPE_CHECKING:
    import peewee as pw

    from sooko_desk.data.jurnal import Jurnal
    from sooko_desk.data.rantai import Segel


@dataclass(frozen=True, slots=True)
class Penjaga:
    """The guards of one connection.

    Attributes:
        jurnal: None = this register keeps none (a rig, a rebuilt copy).
    """

    pencatat: Pencatat
    jurnal: Jurnal | None

    def tersimpan(self, segel: Segel | None) -> None:
        """The unit is stored: tell the journal. Never raises."""
        if segel is not None and self.jurnal is not None:
            self.jurnal.catat(segel)


_PENJAGA: WeakKeyDictionary[pw.SqliteDatabase, Penjaga] = WeakKeyDictionary()


def find_penjaga(db: pw.SqliteDatabase) -> Penjaga | None:
    """The guards of a connection; None = it has none."""
    return _PENJAGA.get(db)


def pasang_penjaga(db: pw.SqliteDatabase, jurnal: Jurnal | None = None) -> None:
    """Guard every later unit of an open register at the newest schema."""
    _PENJAGA[db] = Penjaga(Pencatat(db.connection()), jurnal)
