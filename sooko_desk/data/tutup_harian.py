"""Closed days: what the day's page said, and up to which event it tells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelPetugas
from sooko_desk.data.tabel_buku import TabelTutupHarian
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import peewee as pw

    from sooko_desk.domain.permohonan import Petugas


@dataclass(frozen=True, slots=True)
class TutupHarianBaru:
    """A day to close.

    Attributes:
        token: unique per press of the button.
        tanggal: the day in WIB.
        sampai_urut: the newest event of the register then; 0 = there is none yet.
        isi: JSON, the totals as printed.
        sidik: SHA-256 (hex) of the day's lines.
        waktu: aware.
    """

    token: str
    tanggal: dt.date
    sampai_urut: int
    isi: str
    sidik: str
    petugas: Petugas
    waktu: dt.datetime


@dataclass(frozen=True, slots=True)
class TutupHarian:
    """A closed day; attributes as of `TutupHarianBaru`, `waktu` in UTC, `petugas` by name."""

    id: int
    tanggal: dt.date
    sampai_urut: int
    isi: str
    sidik: str
    petugas: str
    waktu: dt.datetime


class TutupHarianStore:
    """The closed days."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    def tutup(self, baru: TutupHarianBaru) -> TutupHarian:
        """Close a day; a token known gives what it stored.

        Raises:
            RuleError: that day or a later one is closed already: what comes late stands on the
                next page.
        """

        def act() -> TutupHarian:
            akhir = _terakhir()
            if akhir is not None and akhir.tanggal >= baru.tanggal:
                raise RuleError(_sudah(baru.tanggal, akhir.tanggal))
            TabelTutupHarian.insert(
                token=baru.token,
                tanggal=baru.tanggal.isoformat(),
                sampai_urut=baru.sampai_urut,
                isi=baru.isi,
                sidik=baru.sidik,
                petugas=baru.petugas.id,
                waktu=iso_utc(baru.waktu),
            ).execute()
            return _baca(_pilih().where(TabelTutupHarian.token == baru.token).get())

        return run_unit(self._db, lambda: _find(TabelTutupHarian.token == baru.token), act)

    @translated
    def find(self, tanggal: dt.date) -> TutupHarian | None:
        """The closing of a day; None = it is still open."""
        return _find(TabelTutupHarian.tanggal == tanggal.isoformat())

    @translated
    def find_token(self, token: str) -> TutupHarian | None:
        """The day that a press with this token closed."""
        return _find(TabelTutupHarian.token == token)

    @translated
    def find_sebelum(self, tanggal: dt.date) -> TutupHarian | None:
        """The closing before that day's; None = it is the first."""
        sebelum = TabelTutupHarian.tanggal < tanggal.isoformat()
        baris = _pilih().where(sebelum).order_by(TabelTutupHarian.tanggal.desc()).first()
        return None if baris is None else _baca(baris)

    @translated
    def find_terakhir(self) -> TutupHarian | None:
        """The newest closing; None = no day was ever closed."""
        return _terakhir()

    @translated
    def list(self, batas: int) -> tuple[TutupHarian, ...]:
        """The newest closings, newest first, at most `batas`."""
        baris = _pilih().order_by(TabelTutupHarian.tanggal.desc()).limit(batas)
        return tuple(map(_baca, baris))


def _sudah(tanggal: dt.date, akhir: dt.date) -> str:
    if tanggal == akhir:
        kata = f"Hari {tanggal_pendek(tanggal)} sudah ditutup."
    else:
        kata = f"Hari {tanggal_pendek(akhir)} sudah ditutup, jadi hari sebelumnya tidak lagi."
    return f"{kata} Yang dicatat kemudian tampil di halaman hari berikutnya sebagai susulan."


def _pilih() -> pw.ModelSelect[TabelTutupHarian]:
    return TabelTutupHarian.select(TabelTutupHarian, TabelPetugas.nama).join(TabelPetugas)


def _find(syarat: pw.Expression) -> TutupHarian | None:
    baris = _pilih().where(syarat).first()
    return None if baris is None else _baca(baris)


def _terakhir() -> TutupHarian | None:
    baris = _pilih().order_by(TabelTutupHarian.tanggal.desc()).first()
    return None if baris is None else _baca(baris)


def _baca(b: TabelTutupHarian) -> TutupHarian:
    return TutupHarian(
        int(b.id),
        dt.date.fromisoformat(str(b.tanggal)),
        int(b.sampai_urut),
        str(b.isi),
        str(b.sidik),
        str(b.petugas.nama),
        dari_iso(str(b.waktu)),
    )
