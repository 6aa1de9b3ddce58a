"""The print log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.galat import translated
from sooko_desk.data.perintah import BarisCetakan, CetakanBaru
from sooko_desk.data.tabel import TabelCetakan, TabelPetugas
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt

    import peewee as pw


class CetakanStore:
    """Which document went where, when, by whom."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    def catat(self, cetakan: CetakanBaru) -> None:
        """Append one line."""

        def act() -> bool:
            TabelCetakan.insert(
                permohonan=cetakan.permohonan_id,
                dokumen=cetakan.dokumen,
                judul=cetakan.judul,
                tujuan=cetakan.tujuan,
                salinan=cetakan.salinan,
                hasil=cetakan.hasil,
                petugas=cetakan.petugas.id,
                waktu=iso_utc(cetakan.waktu),
            ).execute()
            return True

        run_unit(self._db, lambda: None, act)

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
    def list_cetakan(self, batas: int) -> tuple[BarisCetakan, ...]:
        """The newest lines, at most `batas`."""
        baris = (
            TabelCetakan.select(TabelCetakan, TabelPetugas.nama)
            .join(TabelPetugas)
            .order_by(TabelCetakan.id.desc())
            .limit(batas)
        )
        return tuple(map(_baca, baris))

    @translated
    def list_permohonan(self, permohonan_id: int) -> tuple[BarisCetakan, ...]:
        """What of one case left the program or failed to, oldest first."""
        baris = (
            TabelCetakan.select(TabelCetakan, TabelPetugas.nama)
            .join(TabelPetugas)
            .where(TabelCetakan.permohonan == permohonan_id)
            .order_by(TabelCetakan.id)
        )
        return tuple(map(_baca, baris))


def _baca(b: TabelCetakan) -> BarisCetakan:
    return BarisCetakan(
        dari_iso(str(b.waktu)),
        str(b.dokumen),
        str(b.judul),
        str(b.tujuan),
        int(b.salinan),
        str(b.hasil),
        str(b.petugas.nama),
    )
