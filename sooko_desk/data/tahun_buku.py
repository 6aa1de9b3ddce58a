"""The register year: the year in which numbers are taken, opened by the Kasi and by no clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.galat import translated
from sooko_desk.data.kejadian_kantor import find_kejadian, tulis_kejadian
from sooko_desk.data.tabel import TabelKiriman, TabelNomor, TabelPengaturan
from sooko_desk.data.tabel_buku import TabelNomorCadangan
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.waktu import iso_utc

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.permohonan import Petugas

KUNCI = "tahun_buku"
"""Key of the setting."""


class TahunBukuStore:
    """Reads and opens it."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def find(self) -> int | None:
        """The open year; of a register in which nobody opened one, the year of its newest number.

        None = no number was ever given out either.
        """
        return find_tahun()

    @translated
    def find_sebelum(self, tahun: int) -> int | None:
        """The newest year before that one in which numbers were given out; None = none."""
        lama = TabelNomor.select(pw.fn.MAX(TabelNomor.tahun)).where(TabelNomor.tahun < tahun)
        terakhir = lama.scalar()
        return None if terakhir is None else int(terakhir)

    def buka(self, token: str, tahun: int, petugas: Petugas, waktu: dt.datetime) -> int:
        """Open a year and write it into the trail, in one unit, once per token.

        Args:
            token: made when the question was shown.
            tahun: later than the open one.
            petugas: the Kasi.
            waktu: aware.

        Returns:
            Id of the office event.

        Raises:
            RuleError: that year or a later one is open already.
        """

        def act() -> int:
            kini = find_tahun()
            if kini is not None and kini >= tahun:
                raise RuleError(f"Buku {kini} sudah dibuka. Tidak ada yang perlu dibuka lagi.")
            TabelPengaturan.insert(
                kunci=KUNCI, isi=str(tahun), petugas=petugas.id, waktu=iso_utc(waktu)
            ).execute()
            isi = {"tahun": str(tahun), "sebelumnya": "" if kini is None else str(kini)}
            return tulis_kejadian(
                KejadianBaru(token, JenisKejadian.TAHUN_DIBUKA, petugas, waktu, isi)
            )

        return run_unit(self._db, lambda: find_kejadian(token), act)


def find_tahun() -> int | None:
    """As `TahunBukuStore.find`, also inside the caller's unit of work."""
    dibuka = _find_dibuka()
    if dibuka is not None:
        return dibuka
    terakhir = [
        int(tahun)
        for tabel in (TabelNomor, TabelNomorCadangan, TabelKiriman)
        if (tahun := tabel.select(pw.fn.MAX(tabel.tahun)).scalar()) is not None
    ]
    return max(terakhir, default=None)


def _find_dibuka() -> int | None:
    baris = (
        TabelPengaturan.select(TabelPengaturan.isi)
        .where(TabelPengaturan.kunci == KUNCI)
        .order_by(TabelPengaturan.id.desc())
        .first()
    )
    return None if baris is None else int(baris.isi)
