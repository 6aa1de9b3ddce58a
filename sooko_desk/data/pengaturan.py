"""Settings of the office that the program keeps beside the shipped files; every change stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.galat import translated
from sooko_desk.data.kejadian_kantor import tulis_kejadian
from sooko_desk.data.perintah import BarisPengaturan
from sooko_desk.data.tabel import TabelPengaturan, TabelPetugas
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from sooko_desk.domain.kejadian import KejadianBaru
    from sooko_desk.domain.permohonan import Petugas


class PengaturanStore:
    """Texts by key, e.g. "jam_kerja" or "syarat/KK/I.B.2"; the newest holds."""

    def __init__(self, db: pw.SqliteDatabase) -> None:
        self._db = db

    @translated
    def find(self, kunci: str) -> str | None:
        """The text that holds now; None when it was never set or was reset."""
        baris = (
            TabelPengaturan.select(TabelPengaturan.isi)
            .where(TabelPengaturan.kunci == kunci)
            .order_by(TabelPengaturan.id.desc())
            .first()
        )
        return str(baris.isi) or None if baris else None

    @translated
    def find_pada(self, kunci: str, saat: dt.datetime) -> str | None:
        """The text that held at that instant (aware); None when none was set then.

        As of two changes the later one holds, also where the clock had jumped back between them.
        """
        baris = (
            TabelPengaturan.select(TabelPengaturan.isi)
            .where(TabelPengaturan.kunci == kunci, TabelPengaturan.waktu <= iso_utc(saat))
            .order_by(TabelPengaturan.id.desc())
            .first()
        )
        return str(baris.isi) or None if baris else None

    @translated
    def list_awalan(self, awalan: str) -> dict[str, str]:
        """The texts that hold now, by key, of every key that begins so."""
        baris = (
            TabelPengaturan.select(TabelPengaturan.kunci, TabelPengaturan.isi)
            .where(pw.fn.SUBSTR(TabelPengaturan.kunci, 1, len(awalan)) == awalan)
            .order_by(TabelPengaturan.id)
        )
        terbaru = {str(b.kunci): str(b.isi) for b in baris}
        return {kunci: isi for kunci, isi in terbaru.items() if isi}

    def simpan(self, kunci: str, isi: str, petugas: Petugas, waktu: dt.datetime) -> None:
        """Append a text; "" goes back to what the program ships."""
        self.simpan_semua({kunci: isi}, petugas, waktu)

    def simpan_semua(
        self,
        isi: Mapping[str, str],
        petugas: Petugas,
        waktu: dt.datetime,
        kejadian: KejadianBaru | None = None,
    ) -> None:
        """Append a text to each of several keys, all or none; "" as for `simpan`.

        Args:
            isi: key to text.
            petugas: who changes it.
            waktu: aware.
            kejadian: the event that tells of it, written in the same unit.
        """

        def act() -> bool:
            for kunci, teks in isi.items():
                TabelPengaturan.insert(
                    kunci=kunci, isi=teks, petugas=petugas.id, waktu=iso_utc(waktu)
                ).execute()
            if kejadian is not None:
                tulis_kejadian(kejadian)
            return True

        run_unit(self._db, lambda: None, act)

    @translated
    def list_riwayat(self, *kunci: str) -> tuple[BarisPengaturan, ...]:
        """Every change of one key or several, the newest first."""
        baris = (
            TabelPengaturan.select(TabelPengaturan, TabelPetugas)
            .join(TabelPetugas)
            .where(TabelPengaturan.kunci.in_(kunci))
            .order_by(TabelPengaturan.id.desc())
        )
        return tuple(
            BarisPengaturan(str(b.kunci), str(b.isi), str(b.petugas.nama), dari_iso(str(b.waktu)))
            for b in baris
        )
