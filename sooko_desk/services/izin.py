"""Rights, decided here and nowhere else: the screen only shows what this room allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import RuleError

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Peran


def require_peran(petugas: Petugas, peran: Peran, tindakan: str) -> None:
    """Refuse an act to a role that may not do it.

    Args:
        tindakan: the act in words, first letter upper case, e.g. "Menerima berkas".

    Raises:
        RuleError: names the role that may.
    """
    if petugas.peran is not peran:
        raise RuleError(
            f"{tindakan} dilakukan oleh {peran.nama}. Ganti petugas dengan F12, lalu ulangi."
        )
