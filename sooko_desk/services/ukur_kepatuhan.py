"""How the steps of the SOP's sheet went: of one case, and of the cases of a month together.

Minutes are office minutes that count against the office (see `domain.lama`). What was not
measured stays apart: the intake is stored at once, so nobody knows how long it took, and a step
recorded before its turn ran while another one's clock did.
"""

from __future__ import annotations

import statistics
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.akurat import list_tidak_akurat
from sooko_desk.domain.alur import LANGKAH_KHUSUS, list_yang_berlaku
from sooko_desk.domain.jam import Keraguan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.lama import Lama
    from sooko_desk.domain.permohonan import Peristiwa, RingkasanPermohonan
    from sooko_desk.domain.sop import Langkah, Sop

YAKIN = Keraguan()
"""No clock was ever doubtful."""
SATU_ANGKA = 1
"""Digits after the comma: a tenth of a minute is what a person can still check by hand."""


@dataclass(frozen=True, slots=True)
class UkuranLangkah:
    """How one step of the sheet went in one case.

    Attributes:
        menit: office minutes over all its stays, to a tenth; None = not measured.
        penutup: the last event that ended it forward; None = it has not been done.
        berjalan: the case waits for it now.
        kali: how often the case came to it.
        mendahului: the step that it was recorded before; None = in its turn.
        gangguan: minutes that it waited for SIAK; not in `menit`.
        jeda: minutes that somebody outside the office had the case; not in `menit`.
        tidak_akurat: the Kasi marked its time as wrong; then it is not measured.
    """

    langkah: Langkah
    menit: float | None
    penutup: Peristiwa | None
    berjalan: bool
    kali: int
    mendahului: Langkah | None
    gangguan: float
    jeda: float
    tidak_akurat: bool = False

    @property
    def selisih(self) -> float | None:
        """Minutes over (or, negative, under) the norm.

        None without a norm or a measure, and while a step runs that is still within its norm.
        """
        norma = self.langkah.waktu_menit
        if norma is None or self.menit is None or (self.berjalan and self.menit <= norma):
            return None
        return round(self.menit - norma, SATU_ANGKA)

    @property
    def lewat(self) -> bool:
        """The norm is exceeded; never without a norm."""
        return (self.selisih or 0) > 0


@dataclass(frozen=True, slots=True)
class UkuranKasus:
    """How one case went.

    Attributes:
        langkah: the rows of the sheet, in order.
        akurat: False where the PC's clock jumped back between two steps, or was doubtful.
        ragu: it was doubtful.
    """

    ringkasan: RingkasanPermohonan
    langkah: tuple[UkuranLangkah, ...]
    lama: Lama
    akurat: bool
    ragu: bool = False

    @property
    def utuh(self) -> bool:
        """Whether no step is left out of `jumlah` because its time is marked as wrong."""
        return not any(u.tidak_akurat for u in self.langkah)

    @property
    def jumlah(self) -> float:
        """Office minutes of the steps that have a norm and were measured."""
        berbatas = (u for u in self.langkah if u.langkah.waktu_menit is not None)
        return round(sum(u.menit or 0 for u in berbatas), SATU_ANGKA)


@dataclass(frozen=True, slots=True)
class UkuranBulan:
    """How one row of the sheet (or, without `langkah`, the whole of it) went in a month.

    Attributes:
        menit: what was measured, ascending.
        norma: minutes; None = never late.
        terlama: receipt code of the slowest; "" = nothing was measured.
        mendahului: cases that recorded the step before its turn.
        tidak_akurat: cases in which its time is marked as wrong.
        berulang: cases that came to it more than once.
    """

    langkah: Langkah | None
    norma: int | None
    menit: tuple[float, ...]
    terlama: str
    mendahului: int = 0
    berulang: int = 0
    tidak_akurat: int = 0

    @property
    def median(self) -> float | None:
        """Median of the minutes; None = nothing was measured."""
        return round(statistics.median(self.menit), SATU_ANGKA) if self.menit else None

    @property
    def tepat(self) -> int | None:
        """How many kept the norm; None without a norm."""
        norma = self.norma
        return None if norma is None else sum(menit <= norma for menit in self.menit)


def list_lembar(sop: Sop) -> tuple[Langkah, ...]:
    """The rows of the sheet."""
    return tuple(langkah for langkah in sop.langkah if langkah.nomor is not None)


def is_akurat(riwayat: Sequence[Peristiwa]) -> bool:
    """Whether no step was recorded at an earlier time than the one before it.

    Args:
        riwayat: oldest first.
    """
    waktu = [p.waktu for p in riwayat if p.langkah not in LANGKAH_KHUSUS]
    return waktu == sorted(waktu)


def ukur_kasus(
    sop: Sop,
    ringkasan: RingkasanPermohonan,
    riwayat: Sequence[Peristiwa],
    lama: Lama,
    keraguan: Keraguan = YAKIN,
) -> UkuranKasus:
    """Measure the sheet's steps of a case.

    Args:
        sop: the SOP the case began under.
        ringkasan: the case.
        riwayat: its events, oldest first.
        lama: what `hitung_lama` says of them.
        keraguan: which events carry the time of a doubtful clock.
    """
    tanda = list_tidak_akurat(riwayat)
    berlaku = list_yang_berlaku(riwayat)
    menit, gangguan = lama.menit_per_langkah(), lama.gangguan_per_langkah()
    jeda: Counter[str] = Counter()
    kunjungan: dict[str, set[int]] = {}
    for ruas in lama.ruas:
        kunjungan.setdefault(ruas.langkah, set()).add(ruas.kunjungan)
        if ruas.menunggu:
            jeda[ruas.langkah] += ruas.mikro
    ukuran = []
    for langkah in list_lembar(sop):
        milik = menit.get(langkah.id)
        if langkah.id in tanda or (langkah is sop.awal and not milik):
            milik = None
        ukuran.append(
            UkuranLangkah(
                langkah=langkah,
                menit=None if milik is None else round(milik, SATU_ANGKA),
                penutup=_find_penutup(langkah, berlaku),
                berjalan=lama.kini is not None and lama.kini.langkah == langkah.id,
                kali=len(kunjungan.get(langkah.id, ())),
                mendahului=_find_mendahului(sop, langkah, berlaku) if milik is None else None,
                gangguan=gangguan.get(langkah.id, 0.0),
                jeda=jeda[langkah.id] / 60_000_000,
                tidak_akurat=langkah.id in tanda,
            )
        )
    ragu = any(
        keraguan.is_ragu(p.urut, p.waktu) for p in riwayat if p.langkah not in LANGKAH_KHUSUS
    )
    return UkuranKasus(ringkasan, tuple(ukuran), lama, is_akurat(riwayat) and not ragu, ragu)


def ukur_bulan(sop: Sop, kasus: Sequence[UkuranKasus]) -> tuple[UkuranBulan, ...]:
    """Sum up cases of one SOP: the sheet's rows, then all of them together.

    Args:
        sop: the SOP.
        kasus: cases whose times are to be trusted.
    """
    baris = []
    for urut, langkah in enumerate(list_lembar(sop)):
        semua = [(k, k.langkah[urut]) for k in kasus]
        diukur = [(u.menit, k.ringkasan.kode_pindai) for k, u in semua if u.menit is not None]
        baris.append(
            UkuranBulan(
                langkah,
                langkah.waktu_menit,
                *_urutkan(diukur),
                mendahului=sum(u.mendahului is not None for _, u in semua),
                berulang=sum(u.kali > 1 and langkah is not sop.awal for _, u in semua),
                tidak_akurat=sum(u.tidak_akurat for _, u in semua),
            )
        )
    jumlah = [(k.jumlah, k.ringkasan.kode_pindai) for k in kasus if k.utuh]
    return (*baris, UkuranBulan(None, sum_norma(sop), *_urutkan(jumlah)))


def sum_norma(sop: Sop) -> int:
    """Minutes of all rows of the sheet that have a norm."""
    return sum(langkah.waktu_menit or 0 for langkah in list_lembar(sop))


def _urutkan(diukur: list[tuple[float, str]]) -> tuple[tuple[float, ...], str]:
    """The minutes ascending, and whose the longest are."""
    diukur.sort()
    return tuple(menit for menit, _ in diukur), diukur[-1][1] if diukur else ""


def _find_penutup(langkah: Langkah, berlaku: Sequence[Peristiwa]) -> Peristiwa | None:
    for p in reversed(berlaku):
        if p.langkah == langkah.id and not langkah.get_hasil(p.hasil).mundur:
            return p
    return None


def _find_mendahului(sop: Sop, langkah: Langkah, berlaku: Sequence[Peristiwa]) -> Langkah | None:
    for p in reversed(berlaku):
        if p.langkah == langkah.id and p.dari == p.ke != langkah.id:
            return sop.get_langkah(p.dari)
    return None
