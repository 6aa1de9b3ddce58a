"""How long a case took, step by step and party by party, worked out from its events.

This is the one place that turns events into durations. The clock of a counter PC may jump back (a
dying CMOS battery): an instant is then taken as no earlier than the ones before it, so that no
span is negative and none is lost. Spans are kept in whole microseconds, so that parts add up to
the whole exactly.

While SIAK is down the clock of a step that needs it stands: that time is counted apart.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sooko_desk.domain.alur import HASIL_BATAL, LANGKAH_KHUSUS
from sooko_desk.domain.sop import SELESAI

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from sooko_desk.domain.gangguan import Jeda
    from sooko_desk.domain.permohonan import Peristiwa
    from sooko_desk.domain.sop import Sop
    from sooko_desk.domain.waktu_kantor import JadwalKantor

KANTOR = ""
PEMOHON = "pemohon"
DISPENDUKCAPIL = "dispendukcapil"

_MIKRO_SEMENIT = 60_000_000


@dataclass(frozen=True, slots=True)
class Ruas:
    """A span in which a case waited for one step and one party had it.

    Attributes:
        langkah: id of the step it waited for.
        menunggu: who had it: "" (the office), "pemohon" or "dispendukcapil".
        dari, sampai: effective instants (aware), `dari` <= `sampai`.
        mikro: office microseconds between them, whoever had the case.
        kunjungan: number of the stay at a step, counted from intake; spans of one stay share it.
        mikro_gangguan: of `mikro`, those in which the office had it and SIAK, which the step
            needs, was down.
    """

    langkah: str
    menunggu: str
    dari: dt.datetime
    sampai: dt.datetime
    mikro: int
    kunjungan: int = 0
    mikro_gangguan: int = 0

    @property
    def menit(self) -> float:
        """Office minutes that count: 0 while somebody else has the case, or SIAK is down."""
        return self.mikro_kantor / _MIKRO_SEMENIT

    @property
    def mikro_kantor(self) -> int:
        """The same in whole microseconds."""
        return 0 if self.menunggu else self.mikro - self.mikro_gangguan


@dataclass(frozen=True, slots=True)
class LamaLangkah:
    """How long a case has been waiting for the step it waits for now.

    Attributes:
        menunggu: who has the case now.
        sejak: effective instant at which it came to the step.
        menit: office minutes of this stay that count against the norm.
        menit_jeda: office minutes of this stay that others had the case.
        norma: the sheet's minutes; None = none, or a step that the SOP does not have.
        menit_gangguan: office minutes of this stay that the office waited for SIAK.
        gangguan: its clock stands now, because SIAK is down.
    """

    langkah: str
    menunggu: str
    sejak: dt.datetime
    menit: float
    menit_jeda: float
    norma: int | None
    menit_gangguan: float = 0.0
    gangguan: bool = False

    @property
    def bagian(self) -> float | None:
        """Share of the norm that is used up; None without a running norm."""
        if self.norma is None or self.menunggu:
            return None
        return self.menit / self.norma


@dataclass(frozen=True, slots=True)
class Lama:
    """All durations of a case.

    Attributes:
        ruas: the spans in order, without gap, from intake to now or to the closing move.
        kini: the step it waits for now; None when it is closed or has no event.
    """

    ruas: tuple[Ruas, ...]
    kini: LamaLangkah | None

    @property
    def jumlah(self) -> float:
        """Office minutes since intake, whoever had the case."""
        return _menit(ruas.mikro for ruas in self.ruas)

    @property
    def menit_gangguan(self) -> float:
        """Office minutes that the office waited for SIAK; in no party's minutes."""
        return _menit(ruas.mikro_gangguan for ruas in self.ruas)

    def menit_pihak(self, menunggu: str) -> float:
        """Office minutes that one party had the case: `KANTOR`, `PEMOHON` or `DISPENDUKCAPIL`.

        Together with `menit_gangguan` they are `jumlah`.
        """
        milik = (ruas for ruas in self.ruas if ruas.menunggu == menunggu)
        return _menit(ruas.mikro - ruas.mikro_gangguan for ruas in milik)

    def menit_per_langkah(self) -> dict[str, float]:
        """Office minutes that count, per step id, over all its stays, in order of first coming."""
        return _per_langkah((ruas.langkah, ruas.mikro_kantor) for ruas in self.ruas)

    def gangguan_per_langkah(self) -> dict[str, float]:
        """Office minutes that each step waited for SIAK, as `menit_per_langkah`."""
        return _per_langkah((ruas.langkah, ruas.mikro_gangguan) for ruas in self.ruas)


@dataclass(frozen=True, slots=True)
class _Titik:
    """Where a decision put the case; `langkah` and `dari` name the decision, for its undoing."""

    saat: dt.datetime
    posisi: str
    menunggu: str
    kunjungan: int
    langkah: str
    dari: str


def hitung_lama(
    sop: Sop,
    riwayat: Sequence[Peristiwa],
    jadwal: JadwalKantor,
    sekarang: dt.datetime,
    jeda: Sequence[Jeda] = (),
) -> Lama:
    """Compute all durations of a case.

    A decision that was undone counts as never made: the time until then belongs to the step that
    the case was taken back to. Events beside the steps and steps recorded early move nothing.
    What the SOP does not know counts as office time.

    Args:
        sop: the SOP the case began under.
        riwayat: its events in any order; `urut` decides.
        jadwal: when the counter is open.
        sekarang: aware; earlier than the last event counts as the last event's instant.
        jeda: when SIAK was down, in any order; what overlaps counts once.
    """
    urut = _list_urut(riwayat)
    titik = _list_titik(sop, urut)
    if not titik:
        return Lama((), None)
    ukur = _Pengukur(sop, jadwal, jeda)
    ruas = [ukur.ruas(satu, dua.saat) for satu, dua in pairwise(titik)]
    if ruas and ruas[0].dari == ruas[0].sampai:
        del ruas[0]  # Nothing waited before the intake; the state is kept for undoing it.
    kini = titik[-1]
    if kini.posisi == SELESAI:
        return Lama(tuple(ruas), None)
    ruas.append(ukur.ruas(kini, waktu_efektif(urut, sekarang)))
    return Lama(tuple(ruas), ukur.kini([r for r in ruas if r.kunjungan == kini.kunjungan]))


def hitung_kini(
    sop: Sop,
    riwayat: Sequence[Peristiwa],
    jadwal: JadwalKantor,
    sekarang: dt.datetime,
    jeda: Sequence[Jeda] = (),
) -> LamaLangkah | None:
    """`hitung_lama(...).kini` without measuring the stays before it, for a long queue.

    Args:
        sop, riwayat, jadwal, sekarang, jeda: as for `hitung_lama`.
    """
    urut = _list_urut(riwayat)
    titik = _list_titik(sop, urut)
    if not titik or titik[-1].posisi == SELESAI:
        return None
    kini = titik[-1]
    tinggal = [satu for satu in titik if satu.kunjungan == kini.kunjungan]
    ukur = _Pengukur(sop, jadwal, jeda)
    ruas = [ukur.ruas(satu, dua.saat) for satu, dua in pairwise(tinggal)]
    return ukur.kini([*ruas, ukur.ruas(kini, waktu_efektif(urut, sekarang))])


def waktu_efektif(riwayat: Sequence[Peristiwa], saat: dt.datetime) -> dt.datetime:
    """That instant, or the latest one in the story where the clock has jumped back since.

    Events beside the steps do not count: an original that is handed back moves no case.
    """
    return max((saat, *(p.waktu for p in _list_urut(riwayat))))


def dikembalikan_sejak(sop: Sop, riwayat: Sequence[Peristiwa]) -> dt.datetime | None:
    """When the case last went back to the applicant because papers were missing.

    Read from what the SOP says of the outcome: the applicant has the case after a step that looks
    for missing papers.

    Returns:
        The effective instant of the last such decision that stands, also when the case has come
        back since; None where there is none or it was undone.
    """
    for titik in reversed(_list_titik(sop, _list_urut(riwayat))):
        if titik.menunggu == PEMOHON and _memeriksa_berkas(sop, titik.langkah):
            return titik.saat
    return None


def ukur_ruas(
    jadwal: JadwalKantor, langkah: str, menunggu: str, dari: dt.datetime, sampai: dt.datetime
) -> Ruas:
    """Measure one span; a `sampai` before `dari` (aware) counts as `dari`."""
    sampai = max(dari, sampai)
    mikro = jadwal.mikro_sampai(sampai) - jadwal.mikro_sampai(dari)
    return Ruas(langkah, menunggu, dari, sampai, mikro)


def mikro_jeda(
    jadwal: JadwalKantor, dari: dt.datetime, sampai: dt.datetime, jeda: Sequence[Jeda]
) -> int:
    """Office microseconds between two instants (aware) that lie in any of the spans.

    Args:
        jeda: in any order; what overlaps counts once, what ends before it begins not at all.
    """
    mikro, terhitung = 0, dari
    for awal, akhir in sorted(satu for satu in jeda if satu[0] < sampai and dari < satu[1]):
        mulai, selesai = max(awal, terhitung), min(akhir, sampai)
        if mulai < selesai:
            mikro += jadwal.mikro_sampai(selesai) - jadwal.mikro_sampai(mulai)
            terhitung = selesai
    return mikro


def ukur_langkah(ruas: Sequence[Ruas], norma: int | None, *, gangguan: bool = False) -> LamaLangkah:
    """Sum up one stay at a step.

    Args:
        ruas: the spans of the stay in order, at least one; the last is the present one.
        norma: the step's `Langkah.waktu_menit`.
        gangguan: SIAK, which the step needs, is down now.
    """
    kini = ruas[-1]
    return LamaLangkah(
        langkah=kini.langkah,
        menunggu=kini.menunggu,
        sejak=ruas[0].dari,
        menit=_menit(satu.mikro_kantor for satu in ruas),
        menit_jeda=_menit(satu.mikro for satu in ruas if satu.menunggu),
        norma=norma,
        menit_gangguan=_menit(satu.mikro_gangguan for satu in ruas),
        gangguan=gangguan and not kini.menunggu,
    )


@dataclass(frozen=True, slots=True)
class _Pengukur:
    """Measures spans of one case."""

    sop: Sop
    jadwal: JadwalKantor
    jeda: Sequence[Jeda]

    def ruas(self, titik: _Titik, sampai: dt.datetime) -> Ruas:
        ruas = ukur_ruas(self.jadwal, titik.posisi, titik.menunggu, titik.saat, sampai)
        terhenti = 0
        if not titik.menunggu and (jeda := self._jeda(titik.posisi)):
            terhenti = mikro_jeda(self.jadwal, ruas.dari, ruas.sampai, jeda)
        return replace(ruas, kunjungan=titik.kunjungan, mikro_gangguan=terhenti)

    def kini(self, ruas: Sequence[Ruas]) -> LamaLangkah:
        """The stay that is going on, from its spans; the last ends now."""
        langkah, sekarang = ruas[-1].langkah, ruas[-1].sampai
        gangguan = any(awal <= sekarang < akhir for awal, akhir in self._jeda(langkah))
        return ukur_langkah(ruas, _norma(self.sop, langkah), gangguan=gangguan)

    def _jeda(self, langkah_id: str) -> Sequence[Jeda]:
        """The spans that stop the clock of a step."""
        try:
            return self.jeda if self.sop.get_langkah(langkah_id).perlu_siak else ()
        except KeyError:
            return ()


def _list_urut(riwayat: Sequence[Peristiwa]) -> list[Peristiwa]:
    return sorted((p for p in riwayat if p.langkah not in LANGKAH_KHUSUS), key=lambda p: p.urut)


def _list_titik(sop: Sop, urut: Sequence[Peristiwa]) -> list[_Titik]:
    """The decisions that stand, in order, after the state in which the story begins."""
    if not urut:
        return []
    pertama = urut[0]
    saat = pertama.waktu
    titik = [_Titik(saat, pertama.dari, KANTOR, 0, "", "")]
    for peristiwa in urut:
        saat = max(saat, peristiwa.waktu)
        if _didahulukan(peristiwa):
            continue
        kini = titik[-1]
        if len(titik) > 1 and _membatalkan(peristiwa, kini):  # the beginning stays
            titik.pop()
            continue
        titik.append(
            _Titik(
                saat=saat,
                posisi=peristiwa.ke,
                menunggu=_menunggu(sop, peristiwa),
                kunjungan=kini.kunjungan + (peristiwa.ke != kini.posisi),
                langkah=peristiwa.langkah,
                dari=peristiwa.dari,
            )
        )
    return titik


def _didahulukan(peristiwa: Peristiwa) -> bool:
    return peristiwa.dari == peristiwa.ke and peristiwa.langkah != peristiwa.dari


def _membatalkan(peristiwa: Peristiwa, kini: _Titik) -> bool:
    return (
        peristiwa.hasil == HASIL_BATAL
        and peristiwa.langkah == kini.langkah
        and peristiwa.ke == kini.dari
    )


def _menunggu(sop: Sop, peristiwa: Peristiwa) -> str:
    try:
        return sop.get_langkah(peristiwa.langkah).get_hasil(peristiwa.hasil).menunggu
    except KeyError:
        return KANTOR


def _memeriksa_berkas(sop: Sop, langkah_id: str) -> bool:
    return any("kurang" in hasil.wajib for hasil in sop.get_langkah(langkah_id).hasil)


def _norma(sop: Sop, langkah_id: str) -> int | None:
    try:
        return sop.get_langkah(langkah_id).waktu_menit
    except KeyError:
        return None


def _per_langkah(bagian: Iterable[tuple[str, int]]) -> dict[str, float]:
    mikro: defaultdict[str, int] = defaultdict(int)
    for langkah, jumlah in bagian:
        mikro[langkah] += jumlah
    return {langkah: jumlah / _MIKRO_SEMENIT for langkah, jumlah in mikro.items()}


def _menit(mikro: Iterable[int]) -> float:
    return sum(mikro) / _MIKRO_SEMENIT
