"""The "SIAK gangguan" switch: outages are logged once, and the clocks of the steps follow."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.gangguan import GangguanBaru
from sooko_desk.domain.errors import FieldsError, PeringatanError, UserError
from sooko_desk.domain.gangguan import BELUM_SELESAI, list_jeda
from sooko_desk.domain.lama import mikro_jeda
from sooko_desk.domain.luar import SIAK
from sooko_desk.domain.tanggal import parse_tanggal, sebut_saat
from sooko_desk.domain.waktu import WIB, hari_ini, ke_wib
from sooko_desk.sop.jadwal_tulis import parse_jam

if TYPE_CHECKING:
    from sooko_desk.data.store import Store
    from sooko_desk.domain.gangguan import Gangguan, Jeda
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.jadwal import JadwalService

PANJANG_ALASAN = 120

_MIKRO_SEMENIT = 60_000_000


@dataclass(frozen=True, slots=True)
class SaatTeks:
    """An instant as the officer types it (WIB); both empty = now, no date = today."""

    tanggal: str = ""
    pukul: str = ""


SEKARANG = SaatTeks()


@dataclass(frozen=True, slots=True)
class LamaGangguan:
    """One outage with what it cost.

    Attributes:
        menit: whole office minutes, within the month that was asked for.
    """

    gangguan: Gangguan
    menit: int


class GangguanService:
    """Writes down when SIAK was down. Both roles may: whoever notices it.

    What is written down later than it happened carries the instant of the writing in its words;
    the log itself is append-only.
    """

    def __init__(self, store: Store, jadwal: JadwalService, clock: Clock) -> None:
        self._store = store
        self._jadwal = jadwal
        self._clock = clock

    @property
    def berjalan(self) -> Gangguan | None:
        """The outage that runs; None = SIAK works."""
        return self._store.gangguan.find_berjalan(SIAK)

    @property
    def terakhir(self) -> Gangguan | None:
        """The newest outage, running or over."""
        semua = self._store.gangguan.list_semua(SIAK)
        return semua[-1] if semua else None

    def list_jeda(self) -> tuple[Jeda, ...]:
        """The spans for `domain.lama.hitung_lama`."""
        return list_jeda(self._store.gangguan.list_semua(SIAK))

    def list_semua(self, bulan: dt.date | None = None) -> tuple[LamaGangguan, ...]:
        """The outages, newest first.

        Args:
            bulan: any day of a month: the outages that touch it (WIB); None = all.
        """
        awal, akhir = _batas_bulan(bulan)
        baris = [
            LamaGangguan(g, self._menit((max(g.mulai, awal), min(self._selesai(g), akhir))))
            for g in self._store.gangguan.list_semua(SIAK)
            if g.mulai < akhir and awal <= self._selesai(g)
        ]
        return tuple(reversed(baris))

    def mulai(
        self, token: str, alasan: str, petugas: Petugas, sejak: SaatTeks = SEKARANG
    ) -> Gangguan:
        """SIAK is down. A token known already does nothing.

        Args:
            token: made when the question was shown.
            alasan: free words; "" = not known.

        Raises:
            RuleError: an outage runs already.
            FieldsError: "alasan", "tanggal" or "pukul": too long, unreadable, in the future, or
                before the end of the outage before.
        """
        if self._store.gangguan.find_token(token):
            return self._get_akhir()
        alasan = " ".join(alasan.split())
        if len(alasan) > PANJANG_ALASAN:
            raise FieldsError(
                {
                    "alasan": f"Keterangan paling banyak {PANJANG_ALASAN} huruf; yang terketik "
                    f"{len(alasan)}."
                }
            )
        lama = self.terakhir
        paling_awal = lama.selesai if lama else None
        saat = self._baca(sejak, paling_awal)
        if paling_awal is not None and saat < _ke_menit(paling_awal):
            raise FieldsError(
                {
                    "pukul": f"Gangguan sebelumnya baru selesai {sebut_saat(paling_awal)}. "
                    "Tulis pukul sesudah itu."
                }
            )
        kata = " ".join(x for x in (alasan, self._dicatat(sejak)) if x)
        saat = max(saat, paling_awal or saat)  # minutes are typed, seconds are not
        self._store.gangguan.mulai(GangguanBaru(token, SIAK, kata, petugas, saat))
        return self._get_akhir()

    def selesai(
        self,
        token: str,
        petugas: Petugas,
        pada: SaatTeks = SEKARANG,
        *,
        peringatan_dilihat: bool = False,
    ) -> Gangguan:
        """SIAK works again. A token known already does nothing.

        Where the clock of the PC stands before the beginning, the outage takes no time: it can
        be ended all the same, and put right with `betulkan`.

        Args:
            token: made when the question was shown.
            peringatan_dilihat: an outage that began on an earlier day ends now, indeed.

        Raises:
            RuleError: no outage runs.
            FieldsError: "tanggal" or "pukul": unreadable, in the future, or before the beginning.
            PeringatanError: "pukul": it began on an earlier day and may have been forgotten.
        """
        if self._store.gangguan.find_token(token):
            return self._get_akhir()
        saat = self._clock.now()
        if (gangguan := self.berjalan) is not None:  # else the store says so
            saat = self._baca_selesai(gangguan, pada)
            if pada == SEKARANG and not peringatan_dilihat:
                self._check_terlupa(gangguan)
        self._store.gangguan.selesai(GangguanBaru(token, SIAK, self._dicatat(pada), petugas, saat))
        return self._get_akhir()

    def betulkan(self, token: str, petugas: Petugas, pada: SaatTeks) -> Gangguan:
        """The last outage was over at another time than was said; both stay in its words.

        Args:
            token: made when the question was shown.
            pada: the right end; the beginning itself = it was no outage.

        Raises:
            RuleError: an outage runs, or there never was one.
            FieldsError: as `selesai`, or the end stands there already.
        """
        if self._store.gangguan.find_token(token):
            return self._get_akhir()
        saat, kata = self._clock.now(), ""
        gangguan = self.terakhir
        if gangguan is not None and gangguan.selesai is not None:  # else the store says so
            saat = self._baca_selesai(gangguan, pada)
            if saat == gangguan.selesai:
                raise FieldsError({"pukul": "Itu sudah tercatat. Tulis pukul yang benar."})
            kata = (
                f"(semula selesai {sebut_saat(gangguan.selesai)}, dibetulkan "
                f"{sebut_saat(self._clock.now())})"
            )
        self._store.gangguan.betulkan(GangguanBaru(token, SIAK, kata, petugas, saat))
        return self._get_akhir()

    def _get_akhir(self) -> Gangguan:
        akhir = self.terakhir
        assert akhir is not None  # something was just stored
        return akhir

    def _selesai(self, gangguan: Gangguan) -> dt.datetime:
        """When it ended, or now while it runs; never before it began."""
        return gangguan.selesai or max(self._clock.now(), gangguan.mulai)

    def _menit(self, jeda: Jeda) -> int:
        return mikro_jeda(self._jadwal.jadwal, *jeda, (jeda,)) // _MIKRO_SEMENIT

    def _dicatat(self, teks: SaatTeks) -> str:
        """When it was written down, where that is not when it happened."""
        return "" if teks == SEKARANG else f"(dicatat {sebut_saat(self._clock.now())})"

    def _baca_selesai(self, gangguan: Gangguan, pada: SaatTeks) -> dt.datetime:
        saat = self._baca(pada, gangguan.mulai)
        if saat < _ke_menit(gangguan.mulai):
            raise FieldsError(
                {
                    "pukul": f"Gangguan ini mulai {sebut_saat(gangguan.mulai)}; selesainya tidak "
                    "mungkin sebelum itu."
                }
            )
        return max(saat, gangguan.mulai)  # minutes are typed, seconds are not

    def _check_terlupa(self, gangguan: Gangguan) -> None:
        if ke_wib(gangguan.mulai).date() < hari_ini(self._clock):
            raise PeringatanError(
                {
                    "pukul": f"Gangguan ini tercatat sejak {sebut_saat(gangguan.mulai)}. Bila SIAK "
                    "sudah pulih sebelum sekarang, tulis tanggal dan pukulnya."
                }
            )

    def _baca(self, teks: SaatTeks, paling_awal: dt.datetime | None) -> dt.datetime:
        """The instant that was typed.

        Args:
            paling_awal: what "now" counts as where the PC's clock stands before it.
        """
        sekarang = self._clock.now()
        if teks == SEKARANG:
            return max(sekarang, paling_awal or sekarang)
        if not teks.pukul.strip():
            raise FieldsError({"pukul": "Tulis juga pukulnya, misalnya 10.15."})
        try:
            pukul = parse_jam(teks.pukul)
        except UserError as galat:
            raise FieldsError({"pukul": str(galat)}) from galat
        tanggal = hari_ini(self._clock)
        if teks.tanggal.strip():
            try:
                tanggal = parse_tanggal(teks.tanggal)
            except UserError as galat:
                raise FieldsError({"tanggal": str(galat)}) from galat
        saat = dt.datetime.combine(tanggal, pukul, WIB).astimezone(dt.UTC)
        if saat > max(sekarang, paling_awal or sekarang):
            raise FieldsError({"pukul": f"Belum terjadi; sekarang {sebut_saat(sekarang)}."})
        return saat


def _ke_menit(saat: dt.datetime) -> dt.datetime:
    return saat.replace(second=0, microsecond=0)


def _batas_bulan(bulan: dt.date | None) -> tuple[dt.datetime, dt.datetime]:
    """First instant of the month and of the next one."""
    if bulan is None:
        return dt.datetime.min.replace(tzinfo=dt.UTC), BELUM_SELESAI
    awal = bulan.replace(day=1)
    berikut = (awal + dt.timedelta(days=31)).replace(day=1)
    satu, dua = (dt.datetime.combine(hari, dt.time(), WIB) for hari in (awal, berikut))
    return satu, dua
