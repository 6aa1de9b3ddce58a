"""Minutes per step against the SOP's norm, in office minutes (A8: the SOP's own warning)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sooko_desk.domain.lama import LamaLangkah

BAGIAN_DEKAT = 0.8
"""From this share of the norm on, a step is called near its limit."""

KATA_GANGGUAN = "SIAK gangguan"


class KeadaanWaktu(StrEnum):
    """How a case stands against the norm of the step it waits for."""

    TEPAT = "tepat"
    DEKAT = "dekat"
    LEWAT = "lewat"
    TANPA = "tanpa"
    """No norm on the sheet, or somebody outside the office has the case."""


@dataclass(frozen=True, slots=True)
class WaktuLangkah:
    """Office minutes spent waiting for a step.

    Attributes:
        menit: whole office minutes that the case waits: for the office, or for whoever has it.
        norma: the sheet's minutes; None = never late.
        bagian: share of the norm that is used up; None without a running norm.
        menit_gangguan: whole office minutes that it waited for SIAK, beside `menit`.
        gangguan: SIAK, which the step needs, is down: no minute is added now. `keadaan` says how
            it stood when the clock stopped.
    """

    menit: int
    norma: int | None
    bagian: float | None
    keadaan: KeadaanWaktu
    menit_gangguan: int = 0
    gangguan: bool = False

    @property
    def kata(self) -> str:
        """Words for list and detail, e.g. "12 dari 10 menit", "3 dari 10 menit, SIAK gangguan"."""
        kata = "tanpa batas"
        if self.bagian is not None:
            kata = f"{self.menit} dari {self.norma} menit"
        return f"{kata}, {KATA_GANGGUAN}" if self.gangguan else kata

    @property
    def gangguan_kata(self) -> str:
        """What was left out, e.g. "2 jam 5 menit SIAK gangguan tidak dihitung"; "" = nothing."""
        if not self.menit_gangguan:
            return ""
        return f"{_sebut_menit(self.menit_gangguan)} {KATA_GANGGUAN} tidak dihitung"

    @property
    def sisa_kata(self) -> str:
        """What is left of the norm in office hours, e.g. "sisa 4 menit", "lewat 2 jam 10 menit"."""
        if self.bagian is None or self.norma is None:
            return "tanpa batas"
        if self.keadaan is not KeadaanWaktu.LEWAT:
            return f"sisa {_sebut_menit(self.norma - self.menit)}"
        lewat = self.menit - self.norma
        return f"lewat {_sebut_menit(lewat)}" if lewat else "lewat kurang dari 1 menit"


def nilai_waktu(lama: LamaLangkah) -> WaktuLangkah:
    """Judge a stay at a step against its norm."""
    bagian = lama.bagian
    menit = int(lama.menit_jeda if lama.menunggu else lama.menit)
    if bagian is None:
        keadaan = KeadaanWaktu.TANPA
    elif bagian > 1:
        keadaan = KeadaanWaktu.LEWAT
    elif bagian >= BAGIAN_DEKAT:
        keadaan = KeadaanWaktu.DEKAT
    else:
        keadaan = KeadaanWaktu.TEPAT
    return WaktuLangkah(menit, lama.norma, bagian, keadaan, int(lama.menit_gangguan), lama.gangguan)


def _sebut_menit(menit: int) -> str:
    jam, sisa = divmod(menit, 60)
    if not jam:
        return f"{sisa} menit"
    return f"{jam} jam {sisa} menit" if sisa else f"{jam} jam"
