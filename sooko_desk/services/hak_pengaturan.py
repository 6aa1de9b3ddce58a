"""Who may change the settings of the office, and what the others are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.sop import Peran

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas

GANTI_PETUGAS = "Tutup jendela ini dengan Esc, lalu tekan F12 untuk berganti petugas."
"""The settings window stands before the page on which F12 works."""


def may_edit(petugas: Petugas | None) -> bool:
    """Whether that officer may change settings."""
    return petugas is not None and petugas.peran is Peran.KASI


def sebut_hanya_kasi(apa: str) -> str:
    """Say who changes `apa` ("jam kantor") and how to go on."""
    return f"Hanya {Peran.KASI.nama} yang mengubah {apa}. {GANTI_PETUGAS}"


def require_kasi(petugas: Petugas, apa: str) -> None:
    """Refuse all but the Kasi. RuleError: see `sebut_hanya_kasi`."""
    if not may_edit(petugas):
        raise RuleError(sebut_hanya_kasi(apa))
