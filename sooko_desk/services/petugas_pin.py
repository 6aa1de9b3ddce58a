"""Asking for a PIN: the delay after wrong ones, what is noted of each try, and changing a PIN.

The delay grows with the wrong PINs in a row, which are kept in the register. Within one run it is
measured on a clock that nobody can set; after a restart it begins anew, in full. So neither the
PC's clock nor a restart makes it shorter, and it never lasts longer than `JEDA_TERLAMA`.
"""

from __future__ import annotations

import math
import uuid
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argon2.exceptions import VerifyMismatchError

from sooko_desk.data.petugas import ISI_NAMA
from sooko_desk.domain.errors import OfficerError, UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.pin import check_pin, jeda_detik, sebut_jeda
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from argon2 import PasswordHasher

    from sooko_desk.data.petugas import PinTersimpan
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

Calon = tuple["Petugas", ...]

CARA = "cara"
ULANG_SALAH = "PIN ulangan tidak sama. Ketik sekali lagi."
PIN_SAMA = "PIN baru harus berbeda dari PIN lama."


@dataclass(frozen=True, slots=True)
class HasilPin:
    """What came of one try.

    Attributes:
        pemilik: whose PIN it is; None = nobody's.
        hash_baru: its newer hash where the kept one is of weaker parameters; else "".
    """

    pemilik: PinTersimpan | None
    hash_baru: str = ""


class PenjagaPin:
    """One per program: it knows since when each officer waits.

    Args:
        store: where wrong PINs are counted.
        clock: dates them.
        detik: seconds on a clock that only runs on, also while the PC sleeps.
        hasher: slow by design.
    """

    def __init__(
        self, store: Store, clock: Clock, detik: Callable[[], float], hasher: PasswordHasher
    ) -> None:
        self._store = store
        self._clock = clock
        self._hasher = hasher
        self.detik = detik
        self._awal = detik()
        self._sejak: dict[int, float] = {}
        self._tak_tercatat: dict[int, int] = {}

    def hitung_gagal(self, calon: Iterable[Petugas]) -> int:
        """Wrong PINs in a row, of the officer who has fewest of them."""
        return min((self._gagal(p.id) for p in calon), default=0)

    def sisa_jeda(self, calon: Iterable[Petugas]) -> int:
        """Whole seconds until a PIN of one of these officers may be tried; 0 = now."""
        return min((self._sisa(p.id) for p in calon), default=0)

    def siapkan(self, calon: Calon) -> tuple[PinTersimpan, ...]:
        """Read what a try needs, on the window's thread; who has to wait is left out.

        Raises:
            UserError: all of them have to wait.
        """
        if sisa := self.sisa_jeda(calon):
            raise UserError(sebut_tunggu(self.hitung_gagal(calon), sisa))
        return tuple(self.get(p) for p in calon if not self._sisa(p.id))

    def periksa(self, simpanan: Iterable[PinTersimpan], pin: str) -> HasilPin:
        """Whose PIN it is. Touches no register: on a worker thread."""
        for satu in simpanan:
            if self._cocok(satu.hash, pin):
                perlu = self._hasher.check_needs_rehash(satu.hash)
                return HasilPin(satu, self._hasher.hash(pin) if perlu else "")
        return HasilPin(None)

    def catat(
        self, simpanan: Iterable[PinTersimpan], hasil: HasilPin, untuk: str, *, masuk: bool = False
    ) -> None:
        """Note what came of a try, on the window's thread.

        Args:
            simpanan: the PINs that it was compared with.
            hasil: from `periksa`.
            untuk: what for, e.g. "masuk".
            masuk: the officer signs in with it.

        Raises:
            UserError: it could not be stored; the delay grows all the same.
        """
        if hasil.pemilik is None:
            self._catat_salah(tuple(s.petugas for s in simpanan), untuk)
            return
        petugas = hasil.pemilik.petugas
        self.lupakan(petugas)
        kejadian = self._kejadian(JenisKejadian.MASUK, petugas, petugas) if masuk else None
        if kejadian or hasil.hash_baru or hasil.pemilik.gagal:
            self._store.petugas.catat_benar(petugas.id, hasil.hash_baru, kejadian)

    def catat_masuk(self, petugas: Petugas) -> None:
        """Somebody is in by a PIN that was made this moment."""
        kejadian = self._kejadian(JenisKejadian.MASUK, petugas, petugas)
        self._store.petugas.catat_benar(petugas.id, "", kejadian)

    def sebut_salah(self, petugas: Petugas) -> str:
        """What the Kasi is told at sign-in of wrong PINs since the time before; "" = nothing."""
        if petugas.peran is not Peran.KASI:
            return ""
        semua = self._store.petugas.list_salah_sebelum_masuk(petugas.id)
        if not semua:
            return ""
        terakhir = {satu.nama: satu.waktu for satu in semua}
        banyak = Counter(satu.nama for satu in semua)
        kata = ", ".join(
            f"{nama} {banyak[nama]} kali (terakhir {_sebut_saat(saat)})"
            for nama, saat in terakhir.items()
        )
        return f"PIN salah sejak Anda terakhir masuk: {kata}."

    def catat_kode_salah(self, petugas: Petugas) -> None:
        """A recovery code was refused in place of that Kasi's PIN; it makes nobody wait."""
        isi = {"untuk": "kode pemulihan"}
        self._store.kejadian.catat(self._kejadian(JenisKejadian.PIN_SALAH, None, petugas, isi))

    def check_baru(self, pin: str, ulang: str) -> dict[str, str]:
        """What is wrong with a new PIN, under "pin" and "ulang"; {} = nothing."""
        try:
            check_pin(pin)
        except UserError as galat:
            return {"pin": str(galat)}
        return {} if pin == ulang else {"ulang": ULANG_SALAH}

    def hash_baru(self, lama: PinTersimpan, pin: str) -> str:
        """The hash of a new PIN. Touches no register: on a worker thread.

        Raises:
            UserError: it is the old one.
        """
        if self._cocok(lama.hash, pin):
            raise UserError(PIN_SAMA)
        return self._hasher.hash(pin)

    def get(self, petugas: Petugas) -> PinTersimpan:
        """The PIN that is kept of an officer."""
        return self._store.petugas.get_pin(petugas.id)

    def ganti(self, petugas: Petugas, hash_pin: str, cara: str) -> None:
        """Let a new PIN hold; `cara` says what stood for the right to it, e.g. "PIN lama"."""
        kejadian = self._kejadian(JenisKejadian.PIN_DIGANTI, petugas, petugas, {CARA: cara})
        self._store.petugas.set_pin(petugas.id, hash_pin, kejadian, sekali=False)
        self.lupakan(petugas)

    def lupakan(self, petugas: Petugas) -> None:
        """Nobody waits for that officer's PIN any more: it was right, or there is a new one."""
        self._tak_tercatat.pop(petugas.id, None)
        self._sejak.pop(petugas.id, None)

    def _catat_salah(self, calon: Calon, untuk: str) -> None:
        for p in calon:
            self._sejak[p.id] = self.detik()
        isi = {"untuk": untuk}
        kejadian = [self._kejadian(JenisKejadian.PIN_SALAH, None, p, isi) for p in calon]
        try:
            self._store.petugas.catat_salah(calon, kejadian)
        except OfficerError:
            for p in calon:
                self._tak_tercatat[p.id] = self._tak_tercatat.get(p.id, 0) + 1
            raise

    def _kejadian(
        self,
        jenis: JenisKejadian,
        pelaku: Petugas | None,
        tentang: Petugas,
        isi: dict[str, str] | None = None,
    ) -> KejadianBaru:
        return KejadianBaru(
            uuid.uuid4().hex,
            jenis,
            pelaku,
            self._clock.now(),
            {ISI_NAMA: tentang.nama} | (isi or {}),
        )

    def _cocok(self, hash_pin: str, pin: str) -> bool:
        try:
            return self._hasher.verify(hash_pin, pin)
        except VerifyMismatchError:
            return False

    def _gagal(self, petugas_id: int) -> int:
        tercatat = self._store.petugas.get_pin(petugas_id).gagal
        return tercatat + self._tak_tercatat.get(petugas_id, 0)

    def _sisa(self, petugas_id: int) -> int:
        lewat = self.detik() - self._sejak.get(petugas_id, self._awal)
        return max(0, math.ceil(jeda_detik(self._gagal(petugas_id)) - lewat))


def sebut_tunggu(gagal: int, sisa: int) -> str:
    """Say how long to wait, e.g. "PIN salah 5 kali. Tunggu 4 detik lagi."."""
    return f"PIN salah {gagal} kali. Tunggu {sebut_jeda(sisa)} lagi."


def _sebut_saat(saat: dt.datetime) -> str:
    wib = ke_wib(saat)
    return f"{tanggal_pendek(wib.date())} {wib:%H.%M}"
