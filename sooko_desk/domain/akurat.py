"""Steps whose time is known to be wrong, such as one that was recorded a day too late.

The Kasi marks them; their minutes are left out of every statistic. The outcome of such an event is
"tidak_akurat:<step id>", or "akurat:<step id>" where the mark is taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.alur import LANGKAH_WAKTU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Peristiwa

TIDAK_AKURAT, AKURAT = "tidak_akurat", "akurat"
KATA_TIDAK_AKURAT = "Waktu tidak akurat"


def susun_hasil(langkah_id: str, *, akurat: bool) -> str:
    """Outcome of the event that marks a step, or takes the mark back."""
    return f"{AKURAT if akurat else TIDAK_AKURAT}:{langkah_id}"


def list_tidak_akurat(riwayat: Sequence[Peristiwa]) -> frozenset[str]:
    """Ids of the steps that are marked now.

    Args:
        riwayat: oldest first.
    """
    tanda: dict[str, str] = {}
    for p in riwayat:
        if p.langkah == LANGKAH_WAKTU:
            kata, _, langkah_id = p.hasil.partition(":")
            tanda[langkah_id] = kata
    return frozenset(i for i, kata in tanda.items() if kata == TIDAK_AKURAT)
