"""The search index put right: noted as an office event, for nobody's data is touched by it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.data.indeks_cari import is_potret_rusak
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru

if TYPE_CHECKING:
    from sooko_desk.data.salinan_register import PotretRegister
    from sooko_desk.data.store import Store
    from sooko_desk.domain.waktu import Clock

DIBANGUN_ULANG = "Indeks pencarian dibangun ulang. Data permohonan tidak berubah."


@dataclass(slots=True)
class PeriksaIndeks:
    """A look at the index; `jalankan` once, in any thread.

    Attributes:
        potret: a picture of the register, not yet taken.
        rusak: what was found.
    """

    potret: PotretRegister
    rusak: bool = False

    def jalankan(self) -> None:
        """Compare the index with the cases, about 1.5 s per 100,000.

        Raises:
            UserError: this computer's disk refuses the picture.
        """
        self.rusak = is_potret_rusak(self.potret)


class IndeksService:
    """Stays in the window's thread; a unit of work that fails at the index asks it by itself."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._indeks = store.indeks
        self._register = store.terbuka
        self._clock = clock
        self._indeks.pasang(self._susun)

    def bangun_ulang(self) -> bool:
        """Make the index anew where it is damaged: at once, about 3 s per 100,000 cases.

        Returns:
            Whether there was damage.

        Raises:
            UserError: the register itself is damaged, or the disk refuses.
        """
        return self._indeks.bangun_ulang()

    def siapkan_periksa(self) -> PeriksaIndeks:
        """Begin a look at it: a moment."""
        return PeriksaIndeks(self._register.potret("indeks"))

    def selesaikan(self, periksa: PeriksaIndeks) -> str:
        """Put right what was found; the sentence for the officer, "" = it was whole.

        Raises:
            UserError: as `bangun_ulang`.
        """
        return DIBANGUN_ULANG if periksa.rusak and self.bangun_ulang() else ""

    def _susun(self) -> KejadianBaru:
        isi = {"hasil": "dibangun ulang dari data permohonan"}
        return KejadianBaru(
            uuid.uuid4().hex, JenisKejadian.INDEKS_DIBANGUN, None, self._clock.now(), isi
        )
