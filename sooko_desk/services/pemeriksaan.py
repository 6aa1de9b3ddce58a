"""Is everything whole? The register and every scan are read, and each fault told in a sentence."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sooko_desk.data.brankas import Keadaan
from sooko_desk.data.cadangan_daftar import folder_cadangan, list_cadangan
from sooko_desk.data.periksa_potret import periksa_potret
from sooko_desk.data.periksa_register import JumlahRegister, Kerusakan
from sooko_desk.data.rantai import Kepala
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan
from sooko_desk.services.lampiran import sebut_logo

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sooko_desk.data.rantai_jaga import PembuktiRantai
    from sooko_desk.data.rantai_putus import HasilRantai
    from sooko_desk.data.salinan_register import PotretRegister, RegisterTerbuka
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.lampiran import LampiranService
    from sooko_desk.services.rantai import RantaiService

_KALIMAT = {
    Kerusakan.HALAMAN: "Berkas register rusak di cakram.",
    Kerusakan.SUSUNAN: "Susunan register rusak.",
    Kerusakan.RUJUKAN: "Ada catatan register yang kehilangan pasangannya.",
}
_REGISTER_RUSAK = (
    "Berhenti mencatat, jangan hapus apa pun, dan kembalikan register dari cadangan terakhir."
)


@dataclass(frozen=True, slots=True)
class HasilPemeriksaan:
    """How everything was found.

    Attributes:
        jumlah: what the register holds; None when it is too damaged to count.
        diperiksa: scans that were read, of `jumlah.pindaian`.
        temuan: one sentence a fault with what to do; nothing when all is whole.
        lama: from beginning to end.
        dihentikan: stopped before all scans were read.
        rantai: how the hash chain was found; None = it could not be proved.
    """

    jumlah: JumlahRegister | None
    diperiksa: int
    temuan: tuple[str, ...]
    lama: dt.timedelta
    dihentikan: bool
    rantai: HasilRantai | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class TugasPemeriksaan:
    """A check that is begun: `jalankan` once, in any thread; then `selesaikan` in the window's.

    Attributes:
        potret: a picture of the register, not yet taken.
        bukti: proves its hash chain.
        kantor: whose backups count.
        tempat: where they may lie.
    """

    potret: PotretRegister
    bukti: PembuktiRantai
    rantai: RantaiService
    lampiran: LampiranService
    clock: Clock
    kantor: str
    tempat: tuple[Path, ...]
    mulai: dt.datetime
    kemajuan: Kemajuan

    def jalankan(self) -> HasilPemeriksaan:
        """Take a picture of the register, prove it, and read scans and logos.

        About 5 s per 100,000 events. Scans of the same content are read once.

        Raises:
            UserError: this computer's disk refuses the picture.
        """
        isi = periksa_potret(self.potret, self.bukti, tuple(_list_kepala(self.tempat, self.kantor)))
        keadaan, dihentikan = self._baca_pindaian(
            {satu.sidik for satu in isi.pindaian} | {*isi.logo}
        )
        rusak = {s: apa for s, apa in keadaan.items() if apa is not Keadaan.UTUH}
        register = tuple(f"{_KALIMAT[satu]} {_REGISTER_RUSAK}" for satu in isi.rusak)
        temuan = (
            *(isi.galat if isi.jumlah is not None or not register else ()),
            *register,
            *(
                f"Pindaian “{satu.nama}” pada permohonan {satu.nomor} {rusak[satu.sidik]}. "
                "Kembalikan dari cadangan, atau pindai ulang."
                for satu in isi.pindaian
                if satu.sidik in rusak
            ),
            *(sebut_logo(rusak[sidik]) for sidik in isi.logo if sidik in rusak),
        )
        lama = self.clock.now() - self.mulai
        return HasilPemeriksaan(isi.jumlah, len(keadaan), temuan, lama, dihentikan, isi.rantai)

    def selesaikan(self, hasil: HasilPemeriksaan) -> HasilPemeriksaan:
        """Remember what was found of the hash chain; in the window's thread."""
        if hasil.rantai is None:
            return hasil
        try:
            putus = self.rantai.catat_penuh(hasil.rantai)
        except UserError as galat:
            putus = (str(galat),)
        return replace(hasil, temuan=(*putus, *hasil.temuan))

    def _baca_pindaian(self, semua: set[str]) -> tuple[dict[str, Keadaan], bool]:
        """How each content is, and whether that was stopped."""
        keadaan: dict[str, Keadaan] = {}
        try:
            for nomor, sidik in enumerate(sorted(semua)):
                self.kemajuan.lapor(nomor, len(semua))
                keadaan[sidik] = self.lampiran.brankas.periksa(sidik)
            self.kemajuan.lapor(len(semua), len(semua))
        except DihentikanError:
            return keadaan, len(keadaan) < len(semua)
        return keadaan, False


class PemeriksaanService:
    """The check of one register with its scans; belongs to the window's thread."""

    def __init__(
        self,
        register: RegisterTerbuka,
        lampiran: LampiranService,
        rantai: RantaiService,
        clock: Clock,
    ) -> None:
        """Take over the rooms of the open register.

        Args:
            lampiran: reads the scans.
            rantai: proves the hash chain.
        """
        self._register = register
        self._lampiran = lampiran
        self._rantai = rantai
        self._clock = clock

    def siapkan(self, kemajuan: Kemajuan, tempat: Iterable[Path] = ()) -> TugasPemeriksaan:
        """Begin a check: a moment, whatever the register holds.

        Args:
            kemajuan: told (scans done, scans in all) by `TugasPemeriksaan.jalankan`.
            tempat: where backups may lie that tell how the hash chain was.

        Raises:
            UserError: the register cannot be opened any more.
        """
        return TugasPemeriksaan(
            self._register.potret("periksa"),
            self._rantai.siapkan_penuh(),
            self._rantai,
            self._lampiran,
            self._clock,
            self._register.kantor,
            tuple(tempat),
            self._clock.now(),
            kemajuan,
        )

    def periksa(self, kemajuan: Kemajuan | None = None) -> HasilPemeriksaan:
        """Check everything in one go; see `siapkan` and `TugasPemeriksaan`."""
        tugas = self.siapkan(kemajuan or Kemajuan())
        return tugas.selesaikan(tugas.jalankan())


def _list_kepala(tempat: Iterable[Path], kantor: str) -> Iterator[Kepala]:
    """What the lists of backups tell; a place that is gone or a list that is damaged tells nothing.

    Whether a backup itself is whole is another check.
    """
    for folder in tempat:
        with contextlib.suppress(OSError):
            for cadangan in list_cadangan(folder_cadangan(folder)):
                with contextlib.suppress(UserError):
                    daftar = cadangan.baca_daftar()
                    if daftar.rantai and daftar.kantor == kantor:
                        yield Kepala(daftar.urut, daftar.rantai, daftar.dibuat)
