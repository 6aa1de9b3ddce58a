"""Which cases are restricted (`domain.dibatasi`): told by the newest office event of each.

The office event stands beside the case's own event, in the same unit; it has an index on its
kind, so that a register of a hundred thousand events need not be looked through.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sooko_desk.data.tabel_jaga import TabelKejadianKantor
from sooko_desk.domain.kejadian import JenisKejadian

if TYPE_CHECKING:
    import peewee as pw

_JENIS = (str(JenisKejadian.DATA_DIBATASI), str(JenisKejadian.BATAS_DICABUT))
_DIKENAL: WeakKeyDictionary[pw.Database, frozenset[int]] = WeakKeyDictionary()


def list_dibatasi() -> frozenset[int]:
    """Ids of the restricted cases of the open register; read once, and after each change."""
    db = TabelKejadianKantor._meta.database  # noqa: SLF001 - peewee's own way
    semua = _DIKENAL.get(db)
    if semua is None:
        semua = _DIKENAL[db] = _baca()
    return semua


def lupakan() -> None:
    """Something changed: the next question is answered from the register."""
    _DIKENAL.pop(TabelKejadianKantor._meta.database, None)  # noqa: SLF001 - peewee's own way


def _baca() -> frozenset[int]:
    t = TabelKejadianKantor
    terakhir: dict[int | None, str] = {}
    for b in t.select(t.permohonan, t.jenis).where(t.jenis.in_(_JENIS)).order_by(t.id):
        terakhir[b.permohonan_id] = str(b.jenis)
    return frozenset(i for i, jenis in terakhir.items() if i is not None and jenis == _JENIS[0])
