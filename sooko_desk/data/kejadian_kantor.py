"""Events of the office: written once, read newest first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sooko_desk.data.galat import translated
from sooko_desk.data.tabel_jaga import TabelKejadianKantor
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.kejadian import Kejadian
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    from collections.abc import Iterable

    import peewee as pw

    from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru


class KejadianStore:
    """The trail of office events."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    def catat(self, baru: KejadianBaru) -> int:
        """Write an event in a unit of its own, once per token; returns its id."""
        return run_unit(self._db, lambda: find_kejadian(baru.token), lambda: tulis_kejadian(baru))

    @translated
    def list_kejadian(
        self, jenis: Iterable[JenisKejadian] = (), batas: int = 500
    ) -> tuple[Kejadian, ...]:
        """The newest events of these kinds (none given = all), newest first."""
        cari = TabelKejadianKantor.select().order_by(TabelKejadianKantor.id.desc()).limit(batas)
        if kata := [str(satu) for satu in jenis]:
            cari = cari.where(TabelKejadianKantor.jenis.in_(kata))
        return tuple(_kejadian(baris) for baris in cari)

    @translated
    def find(self, kejadian_id: int) -> Kejadian | None:
        """The event of that id; None = there is none."""
        baris = TabelKejadianKantor.get_or_none(TabelKejadianKantor.id == kejadian_id)
        return None if baris is None else _kejadian(baris)


def find_kejadian(token: str) -> int | None:
    """Id of the event with that token; None = it was not written."""
    baris = TabelKejadianKantor.get_or_none(TabelKejadianKantor.token == token)
    return None if baris is None else int(baris.id)


def tulis_kejadian(baru: KejadianBaru) -> int:
    """Write an event inside the caller's unit of work; returns its id."""
    return int(
        TabelKejadianKantor.insert(
            token=baru.token,
            jenis=str(baru.jenis),
            permohonan=baru.permohonan_id,
            petugas=baru.petugas.id if baru.petugas else None,
            petugas_nama=baru.petugas.nama if baru.petugas else "",
            isi=json.dumps(dict(baru.isi), ensure_ascii=False, sort_keys=True),
            waktu=iso_utc(baru.waktu),
        ).execute()
    )


def _kejadian(baris: TabelKejadianKantor) -> Kejadian:
    return Kejadian(
        id=int(baris.id),
        jenis=str(baris.jenis),
        petugas=str(baris.petugas_nama),
        waktu=dari_iso(str(baris.waktu)),
        isi=json.loads(str(baris.isi)),
        permohonan_id=baris.permohonan_id,
    )
