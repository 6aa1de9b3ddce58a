"""The Kasi's list of officers: add, correct a name, switch off and on, give a one-time PIN.

Nobody is deleted: what they did stays in the register under their name. A role never changes: what
somebody did as an operator must not look like the Kasi's.
"""

from __future__ import annotations

import secrets
import uuid
from typing import TYPE_CHECKING

from sooko_desk.data.petugas import ISI_NAMA
from sooko_desk.domain.errors import FieldsError, RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.nama import check_nama
from sooko_desk.domain.pin import PANJANG_PIN, check_pin
from sooko_desk.domain.sop import Peran
from sooko_desk.services.hak_pengaturan import require_kasi

if TYPE_CHECKING:
    from sooko_desk.data.petugas import BarisPetugas
    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.petugas_pin import PenjagaPin

DAFTAR_PETUGAS = "daftar petugas"
"""What is changed, in words."""
KASI_TERAKHIR = (
    "Ini satu-satunya Kasi yang aktif. Tambah atau aktifkan Kasi lain dulu, supaya selalu ada "
    "yang dapat memberi PIN dan mengubah pengaturan."
)
DIRI_SENDIRI = "Petugas yang sedang masuk tidak dapat menonaktifkan dirinya. Minta Kasi lain."
PIN_SENDIRI = "PIN sekali pakai untuk petugas lain. PIN sendiri diganti dengan Ctrl+Shift+G."


class KelolaPetugas:
    """What only the Kasi does; every act is an office event in the same unit of work."""

    def __init__(self, store: Store, clock: Clock, pin: PenjagaPin) -> None:
        self._store = store
        self._clock = clock
        self._pin = pin

    def list_semua(self) -> tuple[BarisPetugas, ...]:
        """Every officer, those who were switched off last."""
        return self._store.petugas.list_semua()

    def check_nama(self, nama: str, petugas_id: int | None = None) -> dict[str, str]:
        """What is wrong with a name, under "nama"; {} = nothing.

        Args:
            nama: as typed.
            petugas_id: whose it is; None = a new officer.
        """
        try:
            rapi = check_nama(nama, "Nama petugas")
        except UserError as galat:
            return {"nama": str(galat)}
        for baris in self.list_semua():
            lain = baris.petugas
            if lain.id != petugas_id and lain.nama.casefold() == rapi.casefold():
                return {"nama": _sebut_sama(lain)}
        return {}

    def tambah(self, nama: str, peran: Peran, hash_pin: str, oleh: Petugas) -> Petugas:
        """Add an officer, whose PIN must be changed at the first sign-in.

        Raises:
            RuleError: `oleh` is not the Kasi.
            FieldsError: "nama" is not in order.
        """
        require_kasi(oleh, DAFTAR_PETUGAS)
        self._require_nama(nama)
        rapi = check_nama(nama)
        kejadian = self._kejadian(JenisKejadian.PETUGAS_BARU, oleh, rapi, peran=peran.nama)
        (baru,) = self._store.petugas.tambah_petugas(
            ((rapi, peran, hash_pin),), (kejadian,), sekali=True
        )
        return baru

    def ubah_nama(self, petugas: Petugas, nama: str, oleh: Petugas) -> Petugas:
        """Correct a name, in all that the register tells of that officer.

        Raises:
            RuleError: `oleh` is not the Kasi.
            FieldsError: "nama" is not in order.
        """
        require_kasi(oleh, DAFTAR_PETUGAS)
        self._require_nama(nama, petugas.id)
        rapi = check_nama(nama)
        if rapi != petugas.nama:
            kejadian = self._kejadian(
                JenisKejadian.PETUGAS_DIUBAH, oleh, rapi, nama_lama=petugas.nama
            )
            self._store.petugas.set_nama(petugas.id, rapi, kejadian)
        return self._store.petugas.get(petugas.id)

    def nonaktifkan(self, petugas: Petugas, oleh: Petugas) -> None:
        """Let an officer not sign in any more.

        Raises:
            RuleError: `oleh` is not the Kasi, or is that officer, or no active Kasi would be left.
        """
        require_kasi(oleh, DAFTAR_PETUGAS)
        if petugas.peran is Peran.KASI:
            self._require_kasi_lain(petugas)
        if petugas.id == oleh.id:
            raise RuleError(DIRI_SENDIRI)
        kejadian = self._kejadian(JenisKejadian.PETUGAS_NONAKTIF, oleh, petugas.nama)
        self._store.petugas.set_aktif(petugas.id, kejadian, aktif=False)

    def aktifkan(self, petugas: Petugas, oleh: Petugas) -> None:
        """Let an officer sign in again, with the PIN of before.

        Raises:
            RuleError: `oleh` is not the Kasi.
        """
        require_kasi(oleh, DAFTAR_PETUGAS)
        kejadian = self._kejadian(JenisKejadian.PETUGAS_AKTIF, oleh, petugas.nama)
        self._store.petugas.set_aktif(petugas.id, kejadian, aktif=True)

    def beri_pin_sekali(self, petugas: Petugas, hash_pin: str, oleh: Petugas) -> None:
        """Put a one-time PIN in place of a forgotten one; wrong PINs before it are forgotten.

        Raises:
            RuleError: `oleh` is not the Kasi, or is that officer.
        """
        require_kasi(oleh, DAFTAR_PETUGAS)
        if petugas.id == oleh.id:
            raise RuleError(PIN_SENDIRI)
        kejadian = self._kejadian(JenisKejadian.PIN_SEKALI, oleh, petugas.nama)
        self._store.petugas.set_pin(petugas.id, hash_pin, kejadian, sekali=True)
        self._pin.lupakan(petugas)

    def _require_nama(self, nama: str, petugas_id: int | None = None) -> None:
        if salah := self.check_nama(nama, petugas_id):
            raise FieldsError(salah)

    def _require_kasi_lain(self, petugas: Petugas) -> None:
        aktif = self._store.petugas.list_petugas()
        if not any(p.peran is Peran.KASI and p.id != petugas.id for p in aktif):
            raise RuleError(KASI_TERAKHIR)

    def _kejadian(self, jenis: JenisKejadian, oleh: Petugas, nama: str, **isi: str) -> KejadianBaru:
        return KejadianBaru(
            uuid.uuid4().hex, jenis, oleh, self._clock.now(), {ISI_NAMA: nama} | isi
        )


def build_pin_sekali() -> str:
    """A random PIN that `check_pin` takes."""
    while True:
        pin = f"{secrets.randbelow(10**PANJANG_PIN):0{PANJANG_PIN}d}"
        try:
            check_pin(pin)
        except UserError:
            continue
        return pin


def _sebut_sama(lain: Petugas) -> str:
    if lain.aktif:
        return f"Nama ini sudah dipakai {lain.peran.nama} yang aktif. Tulis nama lengkap."
    return (
        f"Nama ini sudah dipakai {lain.peran.nama} yang nonaktif. Aktifkan lagi petugas itu, atau "
        "tambahkan pembeda, misalnya gelar."
    )
