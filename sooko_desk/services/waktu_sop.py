"""Minutes per step against the SOP's norm, in office minutes (A8: the SOP's own warning)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.waktu_kantor import menit_kantor

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.permohonan import RingkasanPermohonan
    from sooko_desk.domain.sop import Langkah
    from sooko_desk.domain.waktu_kantor import JadwalKantor

BAGIAN_DEKAT = 0.8
"""From this share of the norm on, a step is called near its limit."""


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
        menit: whole office minutes since the case came to the step.
        norma: the sheet's minutes; None = never late.
        bagian: share of the norm that is used up; None without a running norm.
    """

    menit: int
    norma: int | None
    bagian: float | None
    keadaan: KeadaanWaktu

    @property
    def kata(self) -> str:
        """Words for list and detail, e.g. "12 dari 10 menit"."""
        if self.bagian is None:
            return "tanpa batas"
        return f"{self.menit} dari {self.norma} menit"


def hitung_waktu(
    jadwal: JadwalKantor,
    ringkasan: RingkasanPermohonan,
    langkah: Langkah,
    sekarang: dt.datetime,
) -> WaktuLangkah:
    """Measure a waiting case. Closed hours count zero; a clock set back never gives less than 0."""
    menit = menit_kantor(jadwal, ringkasan.posisi_sejak, sekarang)
    norma = langkah.waktu_menit
    if norma is None or ringkasan.menunggu:
        return WaktuLangkah(int(menit), norma, None, KeadaanWaktu.TANPA)
    bagian = menit / norma
    if bagian > 1:
        keadaan = KeadaanWaktu.LEWAT
    elif bagian >= BAGIAN_DEKAT:
        keadaan = KeadaanWaktu.DEKAT
    else:
        keadaan = KeadaanWaktu.TEPAT
    return WaktuLangkah(int(menit), norma, bagian, keadaan)
