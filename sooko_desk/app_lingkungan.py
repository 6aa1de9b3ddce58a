"""What the program stands on: folders, clock, printers, and the one service of sign-in."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import JamSistem, detik_berjalan

if TYPE_CHECKING:
    from collections.abc import Callable

    from argon2 import PasswordHasher

    from sooko_desk.data.pelindung import Pelindung
    from sooko_desk.data.store import Store
    from sooko_desk.domain.tempat_data import Cakram
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.cadangan_tempat import Volume
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.sop.tabel import Tabel
    from sooko_desk.ui.cetak.dunia_cetak import DuniaCetak

AKAR = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[1]))
"""Folder with `sop_data` and `resources`: the checkout, or the frozen program's own folder."""


@dataclass(frozen=True, slots=True)
class Lingkungan:
    """What the program stands on; tests and the demonstration bring their own.

    Attributes:
        folder_data: register, key, preferences, and the office's own `sop_data`.
        folder_sop: the shipped SOP files.
        hasher: PIN hashing; None = argon2's recommended parameters.
        dunia: printers and file dialogs; None = those of this computer.
        detik: seconds on a clock that only runs on: delays after wrong PINs, lock of the screen.
        pelindung: protects the key on this computer; None = as this system does.
        latihan: a register for practice, which needs no recovery code on paper.
        list_volume: the sticks and disks that are there; None = those of this computer.
        list_cakram: every disk, to tell where the data folder lies; None = as this system does.
    """

    folder_data: Path
    folder_sop: Path = AKAR / "sop_data"
    clock: Clock = field(default_factory=JamSistem)
    hasher: PasswordHasher | None = None
    dunia: DuniaCetak | None = None
    detik: Callable[[], float] = detik_berjalan
    pelindung: Pelindung | None = None
    latihan: bool = False
    list_volume: Callable[[], tuple[Volume, ...]] | None = None
    list_cakram: Callable[[], tuple[Cakram, ...]] | None = None

    def periksa_tempat(self) -> str:
        """What is to be said at work of the place where the data folder lies; "" = nothing.

        Raises:
            UserError: no register is to be begun there.
        """
        from sooko_desk.data.buka import ada_register
        from sooko_desk.data.cakram import find_tempat_folder
        from sooko_desk.domain.tempat_data import sebut_peringatan, sebut_tolak

        folder = self.folder_data
        jenis = None if self.latihan else find_tempat_folder(folder, self.list_cakram)
        if jenis is None:
            return ""
        if not ada_register(folder):
            raise UserError(sebut_tolak(folder, jenis))
        return sebut_peringatan(folder, jenis)

    def load_tabel(self) -> Tabel:
        """Read the tables, the office's own in place of the shipped ones.

        Raises:
            UserError: a table is missing or wrong.
        """
        from sooko_desk.sop.tabel import load_tabel

        return load_tabel(self.folder_sop / "tabel", self.folder_data / "sop_data" / "tabel")


def build_petugas(store: Store, lingkungan: Lingkungan) -> PetugasService:
    """Make the one service that signing in needs."""
    from argon2 import PasswordHasher

    from sooko_desk.services.petugas import PetugasService

    hasher = lingkungan.hasher or PasswordHasher()
    return PetugasService(store, lingkungan.clock, hasher, lingkungan.detik)
