"""Is everything whole? The register and every scan are read, and each fault told in a sentence."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sooko_desk.data.brankas import Keadaan
from sooko_desk.data.cadangan_daftar import folder_cadangan, list_cadangan
from sooko_desk.data.periksa_register import JumlahRegister, Kerusakan
from sooko_desk.data.rantai import Kepala
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import DihentikanError, Kemajuan
from sooko_desk.services.lampiran import sebut_logo

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sooko_desk.data.lampiran import LampiranStore
    from sooko_desk.data.salinan_register import RegisterTerbuka
    from sooko_desk.domain.lampiran import Lampiran
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
        kepala: heads of the hash chain that the backups tell which are at hand.
    """

    jumlah: JumlahRegister | None
    diperiksa: int
    temuan: tuple[str, ...]
    lama: dt.timedelta
    dihentikan: bool
    kepala: tuple[Kepala, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class TugasPemeriksaan:
    """The slow half of a check: reads every scan; `jalankan` once, in any thread.

    Attributes:
        rantai: proves the hash chain.
        kantor: whose backups count.
        tempat: where they may lie.
        temuan: what was found in the register.
        pindaian: every scan with the receipt number of its case.
        logo: SHA-256 of every logo that the office had.
    """

    lampiran: LampiranService
    rantai: RantaiService
    clock: Clock
    kantor: str
    tempat: tuple[Path, ...]
    mulai: dt.datetime
    jumlah: JumlahRegister | None
    temuan: tuple[str, ...]
    pindaian: tuple[tuple[str, Lampiran], ...]
    logo: tuple[str, ...]
    kemajuan: Kemajuan

    def jalankan(self) -> HasilPemeriksaan:
        """Read scans and logos; those of the same content once."""
        keadaan: dict[str, Keadaan] = {}
        berbeda = {satu.sidik for _, satu in self.pindaian} | {*self.logo}
        dihentikan = False
        try:
            for nomor, sidik in enumerate(sorted(berbeda)):
                self.kemajuan.lapor(nomor, len(berbeda))
                keadaan[sidik] = self.lampiran.brankas.periksa(sidik)
            self.kemajuan.lapor(len(berbeda), len(berbeda))
        except DihentikanError:
            dihentikan = len(keadaan) < len(berbeda)
        rusak = {s: apa for s, apa in keadaan.items() if apa is not Keadaan.UTUH}
        temuan = (
            *self.temuan,
            *(
                f"Pindaian “{satu.nama}” pada permohonan {nomor} {rusak[satu.sidik]}. "
                "Kembalikan dari cadangan, atau pindai ulang."
                for nomor, satu in self.pindaian
                if satu.sidik in rusak
            ),
            *(sebut_logo(rusak[sidik]) for sidik in self.logo if sidik in rusak),
        )
        kepala = tuple(_list_kepala(self.tempat, self.kantor))
        lama = self.clock.now() - self.mulai
        return HasilPemeriksaan(self.jumlah, len(keadaan), temuan, lama, dihentikan, kepala)

    def selesaikan(self, hasil: HasilPemeriksaan) -> HasilPemeriksaan:
        """Prove the hash chain, also against the backups: the last step, in the window's thread.

        About 3 s per 100,000 events.
        """
        if hasil.jumlah is None:
            return hasil  # what cannot be counted is not proved either, and was told
        try:
            putus = self.rantai.periksa_penuh(hasil.kepala)
        except UserError as galat:
            putus = (str(galat),)
        return replace(hasil, temuan=(*putus, *hasil.temuan))


class PemeriksaanService:
    """The check of one register with its scans.

    `TugasPemeriksaan.jalankan` is slow and may run in any thread; all others read the register
    and stay in the window's: `siapkan`, `jalankan`, `selesaikan`.
    """

    def __init__(
        self,
        register: RegisterTerbuka,
        pindaian: LampiranStore,
        lampiran: LampiranService,
        rantai: RantaiService,
        clock: Clock,
    ) -> None:
        """Take over the rooms of the open register.

        Args:
            pindaian: names the scans.
            lampiran: reads them.
            rantai: proves the hash chain.
        """
        self._register = register
        self._pindaian = pindaian
        self._lampiran = lampiran
        self._rantai = rantai
        self._clock = clock

    def siapkan(self, kemajuan: Kemajuan, tempat: Iterable[Path] = ()) -> TugasPemeriksaan:
        """Check the register's file and list its scans: the quick half.

        About 0.6 s per 100,000 rows.

        Args:
            kemajuan: told (scans done, scans in all) by the slow half.
            tempat: where backups may lie that tell how the hash chain was.

        Raises:
            UserError: the register cannot be opened any more.
        """
        mulai = self._clock.now()
        temuan = tuple(f"{_KALIMAT[satu]} {_REGISTER_RUSAK}" for satu in self._register.periksa())
        jumlah: JumlahRegister | None = None
        pindaian: tuple[tuple[str, Lampiran], ...] = ()
        logo: tuple[str, ...] = ()
        try:
            jumlah = self._register.baca_isi().jumlah
            pindaian = self._pindaian.list_semua()
            logo = self._pindaian.list_sidik_logo()
        except UserError as galat:
            temuan = temuan or (str(galat),)
        return TugasPemeriksaan(
            self._lampiran,
            self._rantai,
            self._clock,
            self._register.kantor,
            tuple(tempat),
            mulai,
            jumlah,
            temuan,
            pindaian,
            logo,
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
