"""Officers: the first set-up, signing in with a PIN, changing one's PIN."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argon2.exceptions import VerifyMismatchError

from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.nama import check_nama
from sooko_desk.domain.sop import Peran

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

PANJANG_PIN = 6


@dataclass(frozen=True, slots=True)
class PengaturanAwal:
    """What the very first start asks for: one operator and the Kasi, a PIN each (typed twice)."""

    nama_operator: str
    pin_operator: str
    ulang_operator: str
    nama_kasi: str
    pin_kasi: str
    ulang_kasi: str


def check_pin(pin: str) -> None:
    """Refuse a PIN that is not six digits, or that everybody tries first.

    Raises:
        UserError: one sentence for the officer.
    """
    if len(pin) != PANJANG_PIN or not (pin.isascii() and pin.isdigit()):
        raise UserError(f"PIN harus {PANJANG_PIN} angka.")
    langkah = {int(b) - int(a) for a, b in itertools.pairwise(pin)}
    if langkah in ({0}, {1}, {-1}):
        raise UserError("PIN terlalu mudah ditebak. Jangan angka kembar atau berurutan.")


class PetugasService:
    """Who works at the counter. PIN hashing is slow by design: call it off the GUI thread."""

    def __init__(self, store: Store, clock: Clock, hasher: PasswordHasher) -> None:
        self._store = store
        self._clock = clock
        self._hasher = hasher

    def list_petugas(self) -> tuple[Petugas, ...]:
        """Active officers, operators first; empty before the first set-up."""
        return self._store.petugas.list_petugas()

    def check_pengaturan_awal(self, awal: PengaturanAwal) -> None:
        """Check the set-up form without storing anything.

        Raises:
            FieldsError: per field of `PengaturanAwal`.
        """
        salah: dict[str, str] = {}
        for siapa in ("operator", "kasi"):
            pin: str = getattr(awal, f"pin_{siapa}")
            try:
                check_nama(getattr(awal, f"nama_{siapa}"), "Nama petugas")
            except UserError as galat:
                salah[f"nama_{siapa}"] = str(galat)
            try:
                check_pin(pin)
            except UserError as galat:
                salah[f"pin_{siapa}"] = str(galat)
            if pin != getattr(awal, f"ulang_{siapa}"):
                salah[f"ulang_{siapa}"] = "PIN ulangan tidak sama. Ketik sekali lagi."
        if not salah and _sama(awal.nama_operator, awal.nama_kasi):
            salah["nama_kasi"] = "Nama Kasi harus berbeda dari nama operator."
        if not salah and awal.pin_operator == awal.pin_kasi:
            salah["pin_kasi"] = "PIN Kasi harus berbeda dari PIN operator."
        if salah:
            raise FieldsError(salah)

    def hash_pin(self, pin: str) -> str:
        """Argon2id hash of a PIN; needs no register, safe on any thread."""
        return self._hasher.hash(pin)

    def simpan_pengaturan_awal(
        self, awal: PengaturanAwal, hash_operator: str, hash_kasi: str
    ) -> tuple[Petugas, ...]:
        """Create the two first officers.

        Raises:
            FieldsError: the form is not in order.
            UserError: officers exist already.
        """
        self.check_pengaturan_awal(awal)
        if self.list_petugas():
            raise UserError("Petugas sudah pernah diatur. Masuk dengan PIN yang ada.")
        return self._store.petugas.tambah_petugas(
            (
                (check_nama(awal.nama_operator), Peran.OPERATOR, hash_operator),
                (check_nama(awal.nama_kasi), Peran.KASI, hash_kasi),
            ),
            self._clock.now(),
        )

    def get_hash(self, petugas: Petugas) -> str:
        """The stored hash to verify against (read on the GUI thread, verified elsewhere)."""
        return self._store.petugas.get_pin(petugas.id)

    def verify_pin(self, hash_pin: str, pin: str) -> bool:
        """Whether the PIN fits the hash; needs no register, safe on any thread."""
        try:
            return self._hasher.verify(hash_pin, pin)
        except VerifyMismatchError:
            return False

    def needs_rehash(self, hash_pin: str) -> bool:
        """Whether the hash was made with other (weaker) parameters than today's."""
        return self._hasher.check_needs_rehash(hash_pin)

    def simpan_hash(self, petugas: Petugas, hash_pin: str) -> None:
        """Replace an officer's hash after a sign-in with old parameters."""
        self._store.petugas.set_pin(petugas.id, hash_pin)


def _sama(nama: str, lain: str) -> bool:
    return check_nama(nama).casefold() == check_nama(lain).casefold()
