"""The shelf of loaded SOPs: every version of every service, and which one is in force on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.sop import Sop


@dataclass(frozen=True, slots=True)
class RakSop:
    """All SOP versions that could be read. Made by `muat.load_rak`.

    Attributes:
        sop: in reading order. A version of a later folder stands in for the earlier one of the
            same service and day; the earlier stays, for the cases that began under it.
        masalah: one Indonesian sentence per file that needs the office's hand.
    """

    sop: tuple[Sop, ...]
    masalah: tuple[str, ...] = ()

    def list_layanan(self, tanggal: dt.date) -> tuple[Sop, ...]:
        """The version of each service in force on a day (WIB), by `urutan`, then by name."""
        berlaku = (self.find_berlaku(nama, tanggal) for nama in {s.layanan for s in self.sop})
        return tuple(sorted(filter(None, berlaku), key=lambda sop: (sop.urutan, sop.layanan)))

    def find_berlaku(self, layanan: str, tanggal: dt.date) -> Sop | None:
        """The version with the latest effective date not after `tanggal`, or None."""
        calon = (
            sop
            for sop in reversed(self.sop)
            if sop.layanan == layanan and sop.lembar.tanggal_efektif <= tanggal
        )
        # max keeps the first of equals: reversed, that is the one of the later folder.
        return max(calon, key=lambda sop: sop.lembar.tanggal_efektif, default=None)

    def find_sidik(self, sidik: str) -> Sop | None:
        """The version with that fingerprint, or None."""
        return next((sop for sop in self.sop if sop.sidik == sidik), None)
