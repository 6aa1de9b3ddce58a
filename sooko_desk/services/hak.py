"""Who may do what only the Kasi does, outside the settings window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.sop import Peran

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas


def require_kasi(petugas: Petugas, tindakan: str) -> None:
    """Refuse all but the Kasi.

    Args:
        petugas: who wants to do it.
        tindakan: what, after "yang", e.g. "mengekspor register".

    Raises:
        RuleError: names the Kasi, and how to go on.
    """
    if petugas.peran is not Peran.KASI:
        raise RuleError(
            f"Hanya {Peran.KASI.nama} yang {tindakan}. Tekan F12 untuk berganti petugas."
        )
