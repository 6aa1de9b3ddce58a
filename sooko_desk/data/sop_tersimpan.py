"""SOP files kept inside the register, so that a case keeps the text it began under."""

from __future__ import annotations

import peewee as pw

from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelPermohonan, TabelSop
from sooko_desk.domain.sop import SELESAI


class SopStore:
    """Reads of pinned SOP texts; they are written with the first case (`permohonan`)."""

    @translated
    def find_teks(self, sidik: str) -> str | None:
        """The TOML text whose SHA-256 is `sidik`, or None."""
        baris = TabelSop.get_or_none(TabelSop.sidik == sidik)
        return None if baris is None else str(baris.teks)

    @translated
    def find_terakhir(self, layanan: str) -> str | None:
        """Fingerprint of the newest version kept of a service, or None.

        Of two for one day the one that was kept later, by number and not by the clock.
        """
        baris = (
            TabelSop.select()
            .where(TabelSop.layanan == layanan)
            .order_by(TabelSop.tanggal_efektif.desc(), pw.SQL("rowid").desc())
            .first()
        )
        return None if baris is None else str(baris.sidik)

    @translated
    def list_berjalan(self) -> tuple[str, ...]:
        """Fingerprints of the SOPs under which cases run that are not finished."""
        posisi = TabelPermohonan.posisi
        # Two ranges instead of "differs": those can use the index on `posisi`.
        baris = (
            TabelPermohonan.select(TabelPermohonan.sop)
            .where((posisi < SELESAI) | (posisi > SELESAI))
            .distinct()
        )
        return tuple(sorted(str(b.sop_id) for b in baris))
