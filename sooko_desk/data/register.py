"""The register books: one line a number, in the order of the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data import baca
from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelNomor, TabelPermohonan, TabelPetugas
from sooko_desk.domain.permohonan import BarisRegister
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    import peewee as pw

_BUKU = "register"


class RegisterStore:
    """Reads of the two (or more) register books."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def list_baris(
        self, layanan: str, tahun: int, dari: int = 1, sampai: int | None = None
    ) -> tuple[BarisRegister, ...]:
        """Lines of one book and year by running number, both ends included."""
        baris = (
            self._pilih()
            .where(
                TabelNomor.layanan == layanan,
                TabelNomor.tahun == tahun,
                TabelNomor.urut >= dari,
            )
            .order_by(TabelNomor.urut)
        )
        if sampai is not None:
            baris = baris.where(TabelNomor.urut <= sampai)
        return _susun(baris)

    @translated
    def list_dicatat(
        self, layanan: str, dari: dt.datetime, sampai: dt.datetime
    ) -> tuple[BarisRegister, ...]:
        """Lines that were written from one instant to before another (both aware), of any year.

        In the order of their numbers.
        """
        n = TabelNomor
        kapan = (n.dicatat >= iso_utc(dari)) & (n.dicatat < iso_utc(sampai))
        return _susun(self._pilih().where(n.layanan == layanan, kapan).order_by(n.tahun, n.urut))

    @translated
    def count_baris(self, layanan: str, tahun: int) -> int:
        """How many lines the book has in that year; also its highest running number."""
        return int(
            TabelNomor.select()
            .where(
                TabelNomor.layanan == layanan,
                TabelNomor.buku == _BUKU,
                TabelNomor.tahun == tahun,
            )
            .count()
        )

    @translated
    def list_layanan(self) -> tuple[str, ...]:
        """Services that have lines in any year, by id."""
        baris = (
            TabelNomor.select(TabelNomor.layanan)
            .where(TabelNomor.buku == _BUKU)
            .distinct()
            .order_by(TabelNomor.layanan)
        )
        return tuple(str(b.layanan) for b in baris)

    @translated
    def list_tahun(self, layanan: str) -> tuple[int, ...]:
        """Years in which the book has lines, newest first."""
        baris = (
            TabelNomor.select(TabelNomor.tahun)
            .where(TabelNomor.layanan == layanan, TabelNomor.buku == _BUKU)
            .distinct()
            .order_by(TabelNomor.tahun.desc())
        )
        return tuple(int(b.tahun) for b in baris)

    def _pilih(self) -> pw.ModelSelect[TabelNomor]:
        return (
            TabelNomor.select(TabelNomor, TabelPermohonan, TabelPetugas.nama)
            .join(TabelPermohonan)
            .switch(TabelNomor)
            .join(TabelPetugas)
            .where(TabelNomor.buku == _BUKU)
        )


def _susun(semua: Iterable[TabelNomor]) -> tuple[BarisRegister, ...]:
    return tuple(
        BarisRegister(
            int(b.urut),
            str(b.nomor),
            dari_iso(str(b.dicatat)),
            str(b.petugas.nama),
            baca.ringkasan(b.permohonan),
        )
        for b in semua
    )
