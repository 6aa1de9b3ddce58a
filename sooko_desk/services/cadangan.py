"""Backups as an officer knows them: made into a folder, remembered, looked through.

Any officer may: a backup that waits for the Kasi is a backup that is not made.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sooko_desk.data.cadangan import Bahan, buat_cadangan, check_tujuan
from sooko_desk.data.cadangan_daftar import folder_cadangan
from sooko_desk.data.periksa_cadangan import periksa_cadangan
from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.domain.kemajuan import Kemajuan

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.cadangan_daftar import Cadangan
    from sooko_desk.data.pengaturan import PengaturanStore
    from sooko_desk.data.periksa_cadangan import HasilPeriksaCadangan
    from sooko_desk.data.salinan_register import RegisterTerbuka
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.lampiran import LampiranService

KUNCI_CADANGAN = "cadangan"


@dataclass(frozen=True, slots=True)
class CatatanCadangan:
    """A backup that was made.

    Attributes:
        folder: what the officer chose.
        waktu: aware.
        tidak_ikut: how many scans were missing or damaged; the rest was proved whole.
    """

    folder: Path
    jumlah: JumlahRegister
    petugas: str
    waktu: dt.datetime
    tidak_ikut: int = 0


@dataclass(frozen=True, slots=True)
class HasilCadangan:
    """A backup that is finished and proved.

    Attributes:
        jumlah: what lies in it.
        tidak_ikut: how many scans were missing or damaged on this computer.
        cakram_sama: it lies on the same disk as the register, and dies with it.
    """

    cadangan: Cadangan
    folder: Path
    jumlah: JumlahRegister
    tidak_ikut: int
    cakram_sama: bool


@dataclass(frozen=True, slots=True)
class TugasCadangan:
    """The slow half of a backup; `jalankan` once, in any thread."""

    bahan: Bahan
    folder: Path
    kemajuan: Kemajuan

    def jalankan(self) -> HasilCadangan:
        """Write and prove it.

        Raises:
            UserError: see `data.cadangan.buat_cadangan`.
        """
        try:
            cadangan, daftar = buat_cadangan(self.bahan, self.folder, self.kemajuan)
            data = self.bahan.salinan.folder_data
            sama = cadangan.folder.stat().st_dev == data.stat().st_dev
        finally:
            self.bahan.salinan.buang()
        jumlah = JumlahRegister(daftar.permohonan, daftar.peristiwa, len(daftar.pindaian))
        return HasilCadangan(cadangan, self.folder, jumlah, len(daftar.tidak_ikut), sama)


class CadanganService:
    """The backups of one register.

    `TugasCadangan.jalankan` and `periksa` are slow and may run in any thread; all others read the
    register and stay in the window's.
    """

    def __init__(
        self,
        register: RegisterTerbuka,
        pengaturan: PengaturanStore,
        lampiran: LampiranService,
        clock: Clock,
    ) -> None:
        """Take over the rooms of the open register.

        Args:
            lampiran: has the vault.
        """
        self._register = register
        self._pengaturan = pengaturan
        self._lampiran = lampiran
        self._clock = clock
        self._rusak: dict[Path, frozenset[str]] = {}

    @property
    def terakhir(self) -> CatatanCadangan | None:
        """The newest backup; None = there never was one."""
        for baris in self._pengaturan.list_riwayat(KUNCI_CADANGAN):
            isi = msgspec.json.decode(baris.isi, type=_Isi)
            return CatatanCadangan(
                Path(isi.folder), isi.jumlah, baris.petugas, baris.waktu, isi.tidak_ikut
            )
        return None

    def siapkan(self, folder: Path, kemajuan: Kemajuan) -> TugasCadangan:
        """Copy the register to this computer's disk: the quick half.

        Args:
            folder: what the officer chose; the backup goes below it.
            kemajuan: told (files done, files in all) by the slow half.

        Raises:
            UserError: the place is unfit, the register damaged, or this computer's disk full.
        """
        check_tujuan(folder, self._register.folder)
        bahan = Bahan(
            self._register.salin(),
            self._lampiran.brankas.get,
            self._clock.now(),
            self._rusak.get(folder_cadangan(folder), frozenset()),
        )
        return TugasCadangan(bahan, folder, kemajuan)

    def catat(self, hasil: HasilCadangan, petugas: Petugas) -> None:
        """Remember a finished backup and where it lies.

        Raises:
            UserError: the register refuses; the backup itself is good.
        """
        self._rusak.pop(hasil.cadangan.folder, None)
        isi = _Isi(str(hasil.folder), hasil.jumlah, hasil.tidak_ikut)
        teks = msgspec.json.encode(isi).decode()
        self._pengaturan.simpan(KUNCI_CADANGAN, teks, petugas, self._clock.now())

    def buat(
        self, folder: Path, petugas: Petugas, kemajuan: Kemajuan | None = None
    ) -> HasilCadangan:
        """Make a backup in one go; see `siapkan`, `TugasCadangan.jalankan` and `catat`."""
        hasil = self.siapkan(folder, kemajuan or Kemajuan()).jalankan()
        self.catat(hasil, petugas)
        return hasil

    def periksa(self, folder: Path, kemajuan: Kemajuan) -> HasilPeriksaCadangan:
        """Read the newest backup in a folder as a whole.

        Scans that are damaged there are copied anew by the next backup into it.

        Raises:
            DihentikanError: stopped.
            UserError: there is none, or the folder cannot be read.
        """
        hasil = periksa_cadangan(folder, kemajuan)
        self._rusak[hasil.cadangan.folder] = hasil.rusak
        return hasil


@dataclass(frozen=True, slots=True)
class _Isi:
    folder: str
    jumlah: JumlahRegister
    tidak_ikut: int = 0
