"""The lock of the screen: after how many minutes without a key or the mouse it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.isian import read_angka
from sooko_desk.services.hak_pengaturan import require_kasi

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.data.pengaturan import PengaturanStore
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

KUNCI_MENIT = "kunci_layar/menit"
MENIT_BAWAAN = 3
"""Minutes, as the program ships."""
MENIT_TERSINGKAT, MENIT_TERLAMA = 1, 15
WAKTU_KUNCI = "waktu kunci layar"
"""What is changed, in words."""

_DIGIT_MENIT = 2


class KunciLayarService:
    """The office's setting of the lock."""

    def __init__(self, pengaturan: PengaturanStore, clock: Clock) -> None:
        self._pengaturan = pengaturan
        self._clock = clock
        self._menit: int | None = None

    @property
    def menit(self) -> int:
        """Minutes that hold now; kept, as this is asked at every move of the mouse.

        A stored text that makes no sense counts as never set.
        """
        if self._menit is None:
            try:
                self._menit = _read_menit(self._pengaturan.find(KUNCI_MENIT) or "")
            except UserError:
                self._menit = MENIT_BAWAAN
        return self._menit

    def is_bawaan(self) -> bool:
        """Whether what the program ships holds."""
        return self.menit == MENIT_BAWAAN

    def check_menit(self, teks: str) -> dict[str, str]:
        """What is wrong with minutes as typed, under "menit"; {} = nothing."""
        try:
            _read_menit(teks)
        except UserError as galat:
            return {"menit": str(galat)}
        return {}

    def simpan_menit(self, teks: str, petugas: Petugas) -> None:
        """Let these minutes hold from now on; what holds already is not stored again.

        Raises:
            RuleError: the officer is not the Kasi.
            FieldsError: "menit" is no number from 1 to 15.
        """
        require_kasi(petugas, WAKTU_KUNCI)
        if salah := self.check_menit(teks):
            raise FieldsError(salah)
        if _read_menit(teks) != self.menit:
            self._simpan(str(_read_menit(teks)), petugas)

    def kembalikan(self, petugas: Petugas) -> None:
        """Let the shipped minutes hold again. RuleError: the officer is not the Kasi."""
        require_kasi(petugas, WAKTU_KUNCI)
        if not self.is_bawaan():
            self._simpan("", petugas)

    def _simpan(self, isi: str, petugas: Petugas) -> None:
        self._pengaturan.simpan(KUNCI_MENIT, isi, petugas, self._clock.now())
        self._menit = None


class PenjagaDiam:
    """Knows since when nobody touched key or mouse.

    Args:
        detik: seconds on a clock that only runs on, also while the PC sleeps.
        menit: how long that may be.
    """

    def __init__(self, detik: Callable[[], float], menit: Callable[[], int]) -> None:
        self._detik = detik
        self._menit = menit
        self._terakhir = detik()

    def sentuh(self) -> None:
        """Somebody is there."""
        self._terakhir = self._detik()

    def is_diam(self) -> bool:
        """Whether it was too long."""
        return self._detik() - self._terakhir >= self._menit() * 60


def _read_menit(teks: str) -> int:
    angka = read_angka(teks, "Menit", _DIGIT_MENIT)
    if not angka or not MENIT_TERSINGKAT <= int(angka) <= MENIT_TERLAMA:
        raise UserError(f"Tulis {MENIT_TERSINGKAT} sampai {MENIT_TERLAMA} menit.")
    return int(angka)
