"""The PC's clock: asks an officer when it cannot be right, and keeps what he says of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk import TANGGAL_VERSI
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.jam import (
    KATA_RAGU,
    Detak,
    Keraguan,
    SebabRagu,
    is_lompat,
    periksa_saat,
    susun_keraguan,
)
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import sebut_saat_panjang, tanggal_panjang
from sooko_desk.domain.waktu import hari_ini, ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

BELUM_BENAR = (
    "Jam komputer masih lebih awal daripada tanggal program ini dibuat, jadi tidak mungkin benar. "
    "Betulkan jam Windows dulu."
)
PERLU_KASI = (
    f"Jam komputer lebih awal daripada catatan terakhir. Hanya {Peran.KASI.nama} yang menyatakan "
    "jam ini benar; petugas lain melanjutkan dengan tanda."
)


@dataclass(frozen=True, slots=True)
class TanyaJam:
    """A question about the clock.

    Attributes:
        sebab: why it is asked; None = what is doubtful until now may be right again.
        saat: aware, what the clock says.
        terakhir: aware, the last event that is sure; None = there is none.
        kalimat: for the officer.
    """

    sebab: SebabRagu | None
    saat: dt.datetime
    terakhir: dt.datetime | None
    kalimat: str

    @property
    def mungkin_pasti(self) -> bool:
        """Whether the clock could be right at all."""
        return self.sebab is not SebabRagu.SEBELUM_PROGRAM

    def boleh_pasti(self, petugas: Petugas) -> bool:
        """Whether that officer may say that the clock is right."""
        if self.sebab is SebabRagu.MUNDUR:
            return petugas.peran is Peran.KASI
        return self.mungkin_pasti


class JamService:
    """Watches the clock of one run of the program.

    Args:
        store: the register.
        clock: the PC's clock.
        detik: seconds of a counter that nobody can set (`time.monotonic`).
    """

    def __init__(self, store: Store, clock: Clock, detik: Callable[[], float]) -> None:
        self._store = store
        self._clock = clock
        self._detik = detik
        self._percaya: Detak | None = None
        self._ditanya = False
        # `_percaya` is a reading that was believed or answered for: a clock that is put back to
        # it was never set.

    def keraguan(self) -> Keraguan:
        """Which events carry a doubtful time, as of now."""
        return susun_keraguan(self._store.jam.list_tanda())

    def hari_periksa(self) -> dt.date:
        """The day on which a form is judged; see the function of that name."""
        return hari_periksa(self._store, self._clock)

    def ulangi(self) -> None:
        """Ask about a doubt once more, although it was answered."""
        self._ditanya = False

    def find_tanya(self, *, masuk: bool) -> TanyaJam | None:
        """What an officer has to be asked before work goes on; None = nothing.

        A doubt that was answered is not asked about again in this run, unless the clock was set.

        Args:
            masuk: somebody signs in; False = between two heart beats, in which a long pause
                without any event is no reason to ask.
        """
        saat, terakhir = self._clock.now(), self._store.jam.find_terakhir()
        sebab = periksa_saat(saat, terakhir, TANGGAL_VERSI)
        lompat = self._percaya is not None and is_lompat(self._percaya, self._baca())
        if sebab in (None, SebabRagu.LAMA) and lompat:
            sebab = SebabRagu.LOMPAT
        if self.keraguan().berjalan:
            if self._ditanya and not lompat:
                return None
            sebab = None if sebab in (SebabRagu.LAMA, SebabRagu.LOMPAT) else sebab
        elif sebab is None or (sebab is SebabRagu.LAMA and not masuk):
            self._percaya = self._percaya or self._baca()
            return None
        return TanyaJam(sebab, saat, terakhir, _sebut(sebab, saat, terakhir))

    def ragukan(self, petugas: Petugas) -> None:
        """Go on with a doubtful clock: what is written from here on is marked."""
        if not self.keraguan().berjalan:
            self._catat(JenisKejadian.JAM_DIRAGUKAN, petugas)
        self._selesai()

    def pastikan(self, petugas: Petugas) -> None:
        """Go on with a clock that is right; nothing is marked from here on.

        Raises:
            RuleError: the clock cannot be right, or this officer may not say so.
        """
        saat, terakhir = self._clock.now(), self._store.jam.find_terakhir()
        sebab = periksa_saat(saat, terakhir, TANGGAL_VERSI)
        if sebab is SebabRagu.SEBELUM_PROGRAM:
            raise RuleError(BELUM_BENAR)
        if sebab is SebabRagu.MUNDUR and petugas.peran is not Peran.KASI:
            raise RuleError(PERLU_KASI)
        self._catat(JenisKejadian.JAM_DIPASTIKAN, petugas)
        self._selesai()

    def _baca(self) -> Detak:
        return Detak(self._clock.now(), self._detik())

    def _selesai(self) -> None:
        self._percaya, self._ditanya = self._baca(), True

    def _catat(self, jenis: JenisKejadian, petugas: Petugas) -> None:
        saat, terakhir = self._clock.now(), self._store.jam.find_terakhir()
        isi = {
            "jam_komputer": sebut_saat_panjang(saat),
            "catatan_terakhir": "" if terakhir is None else sebut_saat_panjang(terakhir),
        }
        self._store.jam.tandai(KejadianBaru(uuid.uuid4().hex, jenis, petugas, saat, isi))


def is_ragu(store: Store) -> bool:
    """Whether the clock is doubtful now: what is written now carries the mark."""
    return susun_keraguan(store.jam.list_tanda()).berjalan


def hari_periksa(store: Store, clock: Clock) -> dt.date:
    """The day (WIB) on which papers and forms are judged, and the SOP in force is looked up.

    It is today, unless the clock shows a day before this program was made: then no SOP would be
    in force and everybody born since would not be yet. The day of the last sure event is taken.
    """
    hari = hari_ini(clock)
    if hari >= TANGGAL_VERSI:
        return hari
    terakhir = store.jam.find_terakhir()
    return TANGGAL_VERSI if terakhir is None else max(TANGGAL_VERSI, ke_wib(terakhir).date())


def _sebut(sebab: SebabRagu | None, saat: dt.datetime, terakhir: dt.datetime | None) -> str:
    kini = f"Jam komputer menunjukkan {sebut_saat_panjang(saat)}"
    lalu = f"catatan terakhir {sebut_saat_panjang(terakhir)}" if terakhir else ""
    if sebab is None:
        kata = f"Catatan sedang ditandai '{KATA_RAGU}'. {kini}."
        return f"{kata} Bila itu sudah benar, nyatakan benar; tandanya berhenti."
    if sebab is SebabRagu.LOMPAT:
        return f"{kini}. Jam itu berubah lebih dari 12 jam selagi program dipakai."
    if sebab is SebabRagu.LAMA:
        return f"{kini}, sedangkan {lalu}. Bila kantor memang lama tutup, lanjutkan saja."
    if terakhir is not None and terakhir > saat:
        return f"{kini}, padahal {lalu}."
    return f"{kini}, padahal program ini baru dibuat {tanggal_panjang(TANGGAL_VERSI)}."
