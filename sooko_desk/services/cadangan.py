"""Backups as an officer knows them: made into a folder, remembered, looked through.

Any officer may: a backup that waits for the Kasi is a backup that is not made.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.data.cadangan import Bahan, buat_cadangan, check_tujuan, is_cakram_sama
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, folder_cadangan
from sooko_desk.data.cadangan_jarang import jarangkan
from sooko_desk.data.cadangan_penanda import baca_penanda
from sooko_desk.data.periksa_cadangan import periksa_cadangan
from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.services.cadangan_riwayat import (
    Apa,
    CatatanBaru,
    Hasil,
    Sebab,
    Tempat,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sooko_desk.data.cadangan_daftar import Cadangan
    from sooko_desk.data.cadangan_jejak import Jejak
    from sooko_desk.data.periksa_cadangan import HasilPeriksaCadangan
    from sooko_desk.data.salinan_register import RegisterTerbuka
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.cadangan_riwayat import CatatanCadangan, RiwayatCadangan
    from sooko_desk.services.lampiran import LampiranService

MASIH_JALAN = (
    "Cadangan yang lain sedang dibuat. Tunggu sampai selesai, biasanya kurang dari satu menit, "
    "lalu coba lagi."
)


@dataclass(frozen=True, slots=True)
class HasilCadangan:
    """A backup that is finished and proved.

    Attributes:
        tempat: where it lies.
        jumlah: what lies in it.
        jejak: the state of the register in it.
        tidak_ikut: how many scans were missing or damaged on this computer.
        cakram_sama: it lies on the same disk as the register, and dies with it.
        dibuang: how many old backups made room for it.
    """

    cadangan: Cadangan
    tempat: Tempat
    jumlah: JumlahRegister
    jejak: Jejak
    tidak_ikut: int
    cakram_sama: bool
    dibuang: int = 0

    @property
    def folder(self) -> Path:
        """What the officer chose."""
        return self.tempat.folder

    def catatan(self, sebab: Sebab) -> CatatanBaru:
        """What is to be remembered of it."""
        return CatatanBaru(
            Apa.CADANGAN,
            Hasil.UTUH,
            sebab,
            self.tempat,
            self.cadangan.nama,
            self.jumlah,
            self.tidak_ikut,
            di_luar=self.tempat.flashdisk or not self.cakram_sama,
            jejak=self.jejak.sidik,
            peristiwa=self.jejak.peristiwa,
            urut=self.jejak.urut,
            rantai=self.jejak.rantai,
        )


class BahanCadangan:
    """The material of backups into any places, until it is let go of; for any thread.

    Args:
        buat_bahan: copies the register; done with the first backup.
        giliran: held since the copy was begun.
        diulang: folder of backups to scans that are copied anew there.
        rusak: place to names of backups that were found damaged there.
    """

    def __init__(
        self,
        buat_bahan: Callable[[], Bahan],
        giliran: threading.Lock,
        diulang: dict[Path, frozenset[str]],
        rusak: dict[str, frozenset[str]],
    ) -> None:
        self._buat_bahan = buat_bahan
        self._bahan: Bahan | None = None
        self._galat: UserError | None = None
        self._giliran = giliran
        self._diulang = diulang
        self._rusak = rusak

    def buat(self, folder: Path, kemajuan: Kemajuan) -> HasilCadangan:
        """Write a backup, prove it, and let old ones make room.

        Raises:
            UserError: the register cannot be copied, for every place the same; or see
                `data.cadangan.buat_cadangan`.
        """
        bahan = self._siap()
        ulang = self._diulang.get(folder_cadangan(folder), frozenset())
        # Asked before: a stick that is pulled when all is written must not undo what it holds.
        sama = is_cakram_sama(folder, bahan.salinan.folder_data)
        tempat = kenali_tempat(folder)
        cadangan, daftar = buat_cadangan(replace(bahan, ulang=ulang), folder, kemajuan)
        dibuang = jarangkan(cadangan.folder, self._rusak.get(tempat.kode, ()))
        jumlah = JumlahRegister(daftar.permohonan, daftar.peristiwa, len(daftar.pindaian))
        tidak_ikut = len(daftar.tidak_ikut)
        return HasilCadangan(cadangan, tempat, jumlah, bahan.jejak, tidak_ikut, sama, dibuang)

    def lepas(self) -> None:
        """Remove the copy; call it once, in whatever way the work ended."""
        if self._bahan is not None:
            self._bahan.salinan.buang()
        self._giliran.release()

    def _siap(self) -> Bahan:
        if self._galat is not None:
            raise self._galat
        if self._bahan is None:
            try:
                self._bahan = self._buat_bahan()
            except UserError as galat:
                self._galat = galat
                raise
        return self._bahan


@dataclass(frozen=True, slots=True)
class TugasCadangan:
    """The slow half of a backup; `jalankan` once, in any thread."""

    bahan: BahanCadangan
    folder: Path
    kemajuan: Kemajuan

    def jalankan(self) -> HasilCadangan:
        """Write and prove it.

        Raises:
            UserError: see `data.cadangan.buat_cadangan`.
        """
        try:
            return self.bahan.buat(self.folder, self.kemajuan)
        finally:
            self.bahan.lepas()


class CadanganService:
    """The backups of one register.

    `TugasCadangan.jalankan` and `periksa` are slow and may run in any thread; all others read the
    register and stay in the window's.
    """

    def __init__(
        self,
        register: RegisterTerbuka,
        riwayat: RiwayatCadangan,
        lampiran: LampiranService,
        clock: Clock,
        ingat: Callable[[], None],
    ) -> None:
        """Take over the rooms of the open register.

        Args:
            lampiran: has the vault.
            ingat: lets this computer remember, outside the data folder, what was backed up.
        """
        self._register = register
        self._riwayat = riwayat
        self._lampiran = lampiran
        self._clock = clock
        self._ingat = ingat
        self._giliran = threading.Lock()
        self._rusak: dict[Path, frozenset[str]] = {}

    @property
    def sibuk(self) -> bool:
        """Whether a backup is being made; then no other can be begun."""
        return self._giliran.locked()

    @property
    def terakhir(self) -> CatatanCadangan | None:
        """The newest backup; None = there never was one."""
        return self._riwayat.find_terakhir()

    def siapkan(self, folder: Path, kemajuan: Kemajuan) -> TugasCadangan:
        """Copy the register to this computer's disk: the quick half.

        Args:
            folder: what the officer chose; the backup goes below it.
            kemajuan: told (files done, files in all) by the slow half.

        Raises:
            RuleError: another backup is being made.
            UserError: the place is unfit, the register damaged, or this computer's disk full.
        """
        check_tujuan(folder, self._register.folder)
        return TugasCadangan(self.siapkan_bahan(), folder, kemajuan)

    def siapkan_bahan(self) -> BahanCadangan:
        """As `siapkan`, for places that are looked at later; the caller lets go of it."""
        if not self._giliran.acquire(blocking=False):
            raise RuleError(MASIH_JALAN)
        try:
            buat_bahan = self._siapkan_bahan()
            rusak = self._list_rusak()
        except BaseException:
            self._giliran.release()
            raise
        return BahanCadangan(buat_bahan, self._giliran, dict(self._rusak), rusak)

    def catat(
        self, hasil: HasilCadangan, petugas: Petugas | None, sebab: Sebab = Sebab.TANGAN
    ) -> None:
        """Remember a finished backup and where it lies.

        Raises:
            UserError: the register refuses; the backup itself is good.
        """
        self._rusak.pop(hasil.cadangan.folder, None)
        self._riwayat.tulis(hasil.catatan(sebab), petugas)
        self._ingat()

    def catat_gagal(
        self, tempat: Tempat, kalimat: str, petugas: Petugas | None, sebab: Sebab = Sebab.TANGAN
    ) -> None:
        """Remember that a backup could not be made.

        Raises:
            UserError: the register refuses.
        """
        baru = CatatanBaru(Apa.CADANGAN, Hasil.GAGAL, sebab, tempat, kalimat=kalimat)
        self._riwayat.tulis(baru, petugas)

    def catat_periksa(
        self,
        hasil: HasilPeriksaCadangan,
        petugas: Petugas | None,
        sebab: Sebab = Sebab.TANGAN,
        tempat: Tempat | None = None,
    ) -> None:
        """Remember how a backup was found.

        Args:
            tempat: None = by its folder; then its mark is read.

        Raises:
            UserError: the register refuses.
        """
        self._rusak[hasil.cadangan.folder] = hasil.rusak
        baru = CatatanBaru(
            Apa.PERIKSA,
            Hasil.RUSAK if hasil.temuan else Hasil.UTUH,
            sebab,
            tempat or kenali_tempat(hasil.cadangan.folder),
            hasil.cadangan.nama,
            hasil.jumlah,
            kalimat=" ".join(hasil.temuan),
        )
        self._riwayat.tulis(baru, petugas)

    def buat(
        self, folder: Path, petugas: Petugas, kemajuan: Kemajuan | None = None
    ) -> HasilCadangan:
        """Make a backup in one go; see `siapkan`, `TugasCadangan.jalankan` and `catat`."""
        hasil = self.siapkan(folder, kemajuan or Kemajuan()).jalankan()
        self.catat(hasil, petugas)
        return hasil

    def periksa(self, folder: Path, kemajuan: Kemajuan) -> HasilPeriksaCadangan:
        """Read the newest backup in a folder as a whole; remember it with `catat_periksa`.

        Scans that are damaged there are copied anew by the next backup into it.

        Raises:
            DihentikanError: stopped.
            UserError: there is none, or the folder cannot be read.
        """
        return periksa_cadangan(folder, self._register.kunci, kemajuan)

    def _siapkan_bahan(self) -> Callable[[], Bahan]:
        salin, saat, kantor = (
            self._register.siapkan_salin(),
            self._clock.now(),
            self._register.kantor,
        )
        baca = self._lampiran.brankas.get

        def buat() -> Bahan:
            salinan = salin()
            return Bahan(salinan, baca, saat, jejak=salinan.jejak, kantor=kantor)

        return buat

    def _list_rusak(self) -> dict[str, frozenset[str]]:
        """Names of the backups that were damaged when last looked at, by place."""
        rusak: dict[str, set[str]] = {}
        dilihat: set[tuple[str, str]] = set()
        for isi in (catatan.isi for catatan in self._riwayat.list_terbaru(semua=True)):
            sini = (isi.tempat.kode, isi.nama)
            if isi.apa is Apa.PERIKSA and sini not in dilihat:
                dilihat.add(sini)
                if isi.hasil is Hasil.RUSAK:
                    rusak.setdefault(isi.tempat.kode, set()).add(isi.nama)
        return {kode: frozenset(nama) for kode, nama in rusak.items()}


def kenali_tempat(folder: Path) -> Tempat:
    """The place that a folder is: the office stick whose mark it bears, else the folder itself."""
    atas = folder.parent if folder.name == NAMA_FOLDER else folder
    penanda = baca_penanda(atas)
    if penanda is None:
        return Tempat(str(atas), str(atas), atas)
    return Tempat(penanda.nomor, penanda.nama, atas, flashdisk=True)
