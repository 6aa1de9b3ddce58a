"""Officers: who may sign in, and the first set-up."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sooko_desk.data.petugas import ISI_NAMA
from sooko_desk.domain.errors import FieldsError, UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.nama import check_nama
from sooko_desk.domain.pin import check_pin
from sooko_desk.domain.sop import Peran
from sooko_desk.services.kunci_layar import KunciLayarService
from sooko_desk.services.petugas_pin import PenjagaPin
from sooko_desk.services.tahun_buku import buka_awal, sebut_awal

if TYPE_CHECKING:
    from collections.abc import Callable

    from argon2 import PasswordHasher

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.petugas_kelola import KelolaPetugas


@dataclass(frozen=True, slots=True)
class PengaturanAwal:
    """What the very first start asks for: one operator and the Kasi, a PIN each (typed twice)."""

    nama_operator: str
    pin_operator: str
    ulang_operator: str
    nama_kasi: str
    pin_kasi: str
    ulang_kasi: str


class PetugasService:
    """Who works at the counter. PIN hashing is slow by design: call it off the GUI thread.

    Attributes:
        pin: asks for PINs and changes them.
        kunci_layar: when the screen locks itself.
    """

    def __init__(
        self, store: Store, clock: Clock, hasher: PasswordHasher, detik: Callable[[], float]
    ) -> None:
        """Make it once per program; `detik` as for `PenjagaPin`."""
        self._store = store
        self._clock = clock
        self._hasher = hasher
        self.pin = PenjagaPin(store, clock, detik, hasher)
        self.kunci_layar = KunciLayarService(store.pengaturan, clock)

    @cached_property
    def kelola(self) -> KelolaPetugas:
        """The Kasi's list of officers; signing in does not need it."""
        from sooko_desk.services.petugas_kelola import KelolaPetugas

        return KelolaPetugas(self._store, self._clock, self.pin)

    def list_petugas(self) -> tuple[Petugas, ...]:
        """Active officers, operators first; empty before the first set-up."""
        return self._store.petugas.list_petugas()

    def get(self, petugas: Petugas) -> Petugas:
        """The same officer as the register has them now."""
        return self._store.petugas.get(petugas.id)

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
        dibuat = (
            (check_nama(awal.nama_operator), Peran.OPERATOR, hash_operator),
            (check_nama(awal.nama_kasi), Peran.KASI, hash_kasi),
        )
        kejadian = [
            KejadianBaru(
                uuid.uuid4().hex,
                JenisKejadian.PETUGAS_BARU,
                None,
                self._clock.now(),
                {ISI_NAMA: nama, "peran": peran.nama},
            )
            for nama, peran, _ in dibuat
        ]
        semua = self._store.petugas.tambah_petugas(dibuat, kejadian)
        buka_awal(self._store, semua[-1], self._clock.now())
        return semua

    def sebut_buku_awal(self) -> str:
        """Which register year the first set-up opens; UserError: the clock cannot be right."""
        return sebut_awal(self._clock.now())


def _sama(nama: str, lain: str) -> bool:
    return check_nama(nama).casefold() == check_nama(lain).casefold()
