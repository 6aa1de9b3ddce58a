"""The print log."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.galat import translated
from sooko_desk.data.perintah import BarisCetakan, CetakanBaru, SaringCetakan
from sooko_desk.data.tabel import TabelCetakan, TabelPetugas
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.waktu import WIB, dari_iso, iso_utc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SATU_HARI = dt.timedelta(days=1)


class CetakanStore:
    """Which document went where, when, by whom."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    def catat(self, cetakan: CetakanBaru) -> int:
        """Append one line; returns its id."""
        return self.catat_semua((cetakan,))[0]

    def catat_semua(self, semua: Sequence[CetakanBaru]) -> tuple[int, ...]:
        """Append the lines of one print, all or none; returns their ids."""
        return run_unit(self._db, lambda: None, lambda: tuple(map(_sisip, semua)))

    @translated
    def count_keluar(
        self, permohonan_id: int, dokumen: str, sejak: dt.datetime | None = None
    ) -> int:
        """How often this document of this case left the program (printed or saved).

        Args:
            sejak: aware; what left before it was another paper of the same kind. None = ever.
        """
        saring = [
            TabelCetakan.permohonan == permohonan_id,
            TabelCetakan.dokumen == dokumen,
            TabelCetakan.hasil != "gagal",
        ]
        if sejak is not None:
            saring.append(TabelCetakan.waktu >= iso_utc(sejak))
        return int(TabelCetakan.select().where(*saring).count())

    @translated
    def find(self, cetakan_id: int) -> BarisCetakan | None:
        """One line; None when there is none of that id."""
        baris = _pilih().where(TabelCetakan.id == cetakan_id).first()
        return None if baris is None else _baca(baris)

    @translated
    def list_cetakan(
        self, batas: int, saring: SaringCetakan | None = None
    ) -> tuple[BarisCetakan, ...]:
        """The newest lines that are wanted, at most `batas`."""
        baris = _pilih().order_by(TabelCetakan.id.desc()).limit(batas)
        for syarat in _list_syarat(saring or SaringCetakan()):
            baris = baris.where(syarat)
        return tuple(map(_baca, baris))

    @translated
    def list_permohonan(self, permohonan_id: int) -> tuple[BarisCetakan, ...]:
        """What of one case left the program or failed to, oldest first."""
        baris = _pilih().where(TabelCetakan.permohonan == permohonan_id).order_by(TabelCetakan.id)
        return tuple(map(_baca, baris))


def _sisip(cetakan: CetakanBaru) -> int:
    return int(
        TabelCetakan.insert(
            permohonan=cetakan.permohonan_id,
            dokumen=cetakan.dokumen,
            judul=cetakan.judul,
            tujuan=cetakan.tujuan,
            salinan=cetakan.salinan,
            hasil=cetakan.hasil,
            petugas=cetakan.petugas.id,
            waktu=iso_utc(cetakan.waktu),
            alasan=cetakan.alasan,
            kertas=cetakan.kertas,
            rujukan=cetakan.rujukan,
            ulang_dari=cetakan.ulang_dari,
        ).execute()
    )


def _pilih() -> pw.ModelSelect[TabelCetakan]:
    return TabelCetakan.select(TabelCetakan, TabelPetugas.nama).join(TabelPetugas)


def _list_syarat(saring: SaringCetakan) -> Iterator[pw.Expression]:
    c = TabelCetakan
    if saring.dokumen:
        yield c.dokumen == saring.dokumen
    if saring.hasil:
        yield c.hasil == saring.hasil
    if saring.petugas:
        yield TabelPetugas.nama == saring.petugas
    if saring.dari is not None:
        yield c.waktu >= _awal_hari(saring.dari)
    if saring.sampai is not None:
        yield c.waktu < _awal_hari(saring.sampai + _SATU_HARI)
    if saring.teks:
        yield pw.fn.INSTR(pw.fn.LOWER(c.judul), saring.teks.lower()) > 0


def _awal_hari(hari: dt.date) -> str:
    return iso_utc(dt.datetime.combine(hari, dt.time(), WIB))


def _baca(b: TabelCetakan) -> BarisCetakan:
    return BarisCetakan(
        dari_iso(str(b.waktu)),
        str(b.dokumen),
        str(b.judul),
        str(b.tujuan),
        int(b.salinan),
        str(b.hasil),
        str(b.petugas.nama),
        int(b.id),
        b.permohonan_id,
        str(b.alasan),
        str(b.kertas),
        str(b.rujukan),
        b.ulang_dari_id,
    )
