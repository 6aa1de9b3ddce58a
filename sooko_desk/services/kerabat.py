"""The other cases that belong to an open one: awaited, waiting for it, of one visit, of one family.

A link is for the eye: it tells how the other case stands and blocks no step.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.dibatasi import tanpa_dibatasi
from sooko_desk.domain.sop import SELESAI

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.domain.permohonan import RingkasanPermohonan


class Hubungan(StrEnum):
    """What ties another case to this one; also the order in which they are told."""

    DITUNGGU = "ditunggu"
    """This case waits for that one (a KTP for the family's KK)."""
    PENUNGGU = "penunggu"
    """That case waits for this one."""
    SEKUNJUNGAN = "sekunjungan"
    """Both came in one visit."""
    SEKELUARGA = "sekeluarga"
    """Another running case with the same No KK."""


@dataclass(frozen=True, slots=True)
class Kerabat:
    """Another case and what ties it to this one.

    Attributes:
        ringkasan: as it stands now; `posisi` is `SELESAI` once it is finished.
    """

    ringkasan: RingkasanPermohonan
    hubungan: Hubungan


def susun_kerabat(
    ini: RingkasanPermohonan, calon: Iterable[RingkasanPermohonan]
) -> tuple[Kerabat, ...]:
    """The related cases in the order of `Hubungan`, each once and never the case itself.

    Args:
        ini: the open case.
        calon: cases that may be related, in the order in which equals are told.
    """
    kerabat = [
        Kerabat(r, hubungan)
        for r in tanpa_dibatasi(() if ini.dibatasi else calon)
        if r.id != ini.id and (hubungan := _find_hubungan(ini, r)) is not None
    ]
    urutan = [*Hubungan]
    return tuple(sorted(kerabat, key=lambda k: urutan.index(k.hubungan)))


def _find_hubungan(ini: RingkasanPermohonan, lain: RingkasanPermohonan) -> Hubungan | None:
    if lain.id == ini.tunggu_id:
        return Hubungan.DITUNGGU
    if lain.tunggu_id == ini.id:
        return Hubungan.PENUNGGU
    if ini.kunjungan and lain.kunjungan == ini.kunjungan:
        return Hubungan.SEKUNJUNGAN
    if ini.pemohon.nkk and lain.pemohon.nkk == ini.pemohon.nkk and lain.posisi != SELESAI:
        return Hubungan.SEKELUARGA
    return None
