"""SOP files kept inside the register, so that a case keeps the text it began under."""

from __future__ import annotations

from sooko_desk.data.tabel import TabelSop


class SopStore:
    """Reads of pinned SOP texts; they are written with the first case (`permohonan`)."""

    def find_teks(self, sidik: str) -> str | None:
        """The TOML text whose SHA-256 is `sidik`, or None."""
        baris = TabelSop.get_or_none(TabelSop.sidik == sidik)
        return None if baris is None else str(baris.teks)
