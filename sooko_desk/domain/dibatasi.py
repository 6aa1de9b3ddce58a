"""A case whose personal data are restricted (UU 27/2022), and what is left of it to be seen.

The register is an official book: nothing is deleted from it. Numbers, service, village, dates,
steps and minutes stay, so that every count stays right; whose case it is stands nowhere until the
Kasi opens it on purpose. What is shown is made here; what is stored is never touched.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.domain.alur import LANGKAH_BATAS
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import Pembawa, Pemohon, Pengantar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.domain.permohonan import Peristiwa, Permohonan, RingkasanPermohonan

DIBATASI = "Data dibatasi"
"""What stands in place of a name."""
HASIL_DIBATASI, HASIL_DICABUT = "dibatasi", "dicabut"
"""Outcomes of the event (`LANGKAH_BATAS`) that restricts a case, and that lifts it."""


def check_tidak_dibatasi(r: RingkasanPermohonan) -> None:
    """Refuse what would need the data of a restricted case.

    Raises:
        RuleError: says who lifts the restriction, and where.
    """
    if r.dibatasi:
        raise RuleError(sebut_dibatasi(r.kode_pindai))


def sebut_dibatasi(kode_pindai: str) -> str:
    """Why nothing is done with a restricted case, and who lifts the restriction."""
    return (
        f"Data permohonan {kode_pindai} dibatasi, jadi ini tidak dapat dilakukan. Kasi Pelayanan "
        "dapat mencabut batasnya dengan Ctrl+Shift+D."
    )


def tanpa_dibatasi(semua: Iterable[RingkasanPermohonan]) -> tuple[RingkasanPermohonan, ...]:
    """The cases that may be found by what is known of a person."""
    return tuple(r for r in semua if not r.dibatasi)


def may_ditemukan(r: RingkasanPermohonan, teks: str) -> bool:
    """Whether a search for these words may show a case: a restricted one by its own numbers only.

    Args:
        teks: words as they were looked for.
    """
    if not r.dibatasi:
        return True
    nomor = f"{r.nomor_tanda_bukti} {r.kode_pindai} {r.nomor_register}".casefold()
    return all(kata in nomor for kata in teks.casefold().split())


def tutup_ringkasan(r: RingkasanPermohonan) -> RingkasanPermohonan:
    """A list row of a restricted case.

    The village stays: the office counts by village, and thousands live in one. The tie to other
    cases goes: it tells of the family.
    """
    return replace(
        r,
        pemohon=Pemohon(DIBATASI, "", "", r.pemohon.desa),
        prioritas="",
        tunggu_id=None,
        kunjungan="",
        luar=None if r.luar is None else replace(r.luar, referensi=""),
        dibatasi=True,
    )


def tutup_permohonan(p: Permohonan) -> Permohonan:
    """A whole restricted case: steps, outcomes, officers and times are left of its story."""
    return replace(
        p,
        ringkasan=tutup_ringkasan(p.ringkasan),
        pembawa=Pembawa(DIBATASI),
        pengantar=Pengantar(),
        catatan="",
        berkas=tuple(replace(b, catatan="") for b in p.berkas),
        isian={},
        riwayat=tuple(map(tutup_peristiwa, p.riwayat)),
    )


def tutup_peristiwa(p: Peristiwa) -> Peristiwa:
    """An event of a restricted case without its free words; why it is restricted stays."""
    return p if p.langkah == LANGKAH_BATAS else replace(p, alasan="", rincian={})
