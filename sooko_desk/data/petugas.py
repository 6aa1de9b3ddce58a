"""Officers and their PIN hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelPetugas
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.permohonan import Petugas
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    import peewee as pw


class PetugasStore:
    """The officers of the counter."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def list_petugas(self) -> tuple[Petugas, ...]:
        """Active officers, operators first, then by name."""
        baris = (
            TabelPetugas.select()
            .where(TabelPetugas.aktif)
            .order_by(TabelPetugas.peran.desc(), TabelPetugas.nama)
        )
        return tuple(_petugas(b) for b in baris)

    @translated
    def get_pin(self, petugas_id: int) -> str:
        """The argon2 hash of an officer's PIN."""
        return str(TabelPetugas.get_by_id(petugas_id).pin)

    def set_pin(self, petugas_id: int, pin: str) -> None:
        """Store a new hash for an officer."""

        def act() -> bool:
            TabelPetugas.update(pin=pin).where(TabelPetugas.id == petugas_id).execute()
            return True

        run_unit(self._db, _tidak_ada, act)

    def tambah_petugas(
        self, daftar: Sequence[tuple[str, Peran, str]], waktu: dt.datetime
    ) -> tuple[Petugas, ...]:
        """Add officers (name, role, argon2 hash), all or none; returns them with their ids."""

        def act() -> tuple[Petugas, ...]:
            return tuple(
                _petugas(
                    TabelPetugas.create(
                        nama=nama, peran=peran.value, pin=pin, aktif=True, dibuat=iso_utc(waktu)
                    )
                )
                for nama, peran, pin in daftar
            )

        return run_unit(self._db, _tidak_ada, act)


def _tidak_ada() -> None:
    """For acts that may be repeated without harm and so carry no token."""


def _petugas(baris: TabelPetugas) -> Petugas:
    return Petugas(int(baris.id), str(baris.nama), Peran(baris.peran), bool(baris.aktif))
