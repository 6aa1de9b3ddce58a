"""Where backups go by themselves: a second folder, chosen once, and the sticks of the office."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sooko_desk.data.cadangan import check_tujuan
from sooko_desk.data.cadangan_daftar import folder_cadangan, list_cadangan
from sooko_desk.data.cadangan_penanda import Penanda, baca_penanda, tulis_penanda
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import iso_utc
from sooko_desk.services.cadangan import kenali_tempat
from sooko_desk.services.cadangan_riwayat import (
    KUNCI_FOLDER,
    Apa,
    CatatanBaru,
    Hasil,
    RiwayatCadangan,
    Sebab,
    Tempat,
)
from sooko_desk.services.hak_pengaturan import require_kasi

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.data.pengaturan import PengaturanStore
    from sooko_desk.data.salinan_register import RegisterTerbuka
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

KUNCI_TIAP = "cadangan/tiap"
TIAP = 25
"""Intakes and decisions after which a backup is made, unless the Kasi says otherwise."""
TIAP_TERKECIL, TIAP_TERBESAR = 5, 500


@dataclass(frozen=True, slots=True)
class Volume:
    r"""A disk or stick that is mounted and is not the one that the program runs from.

    Attributes:
        akar: its root, e.g. "E:\\"; may be another tomorrow.
        nama: its own label; may be "".
        bebas: free bytes.
    """

    akar: Path
    nama: str
    bebas: int


@dataclass(frozen=True, slots=True)
class TempatTerpasang:
    """A place for backups that is there now.

    Attributes:
        bebas: free bytes.
        terbaru: name of the newest finished backup in it; "" = none.
    """

    tempat: Tempat
    bebas: int
    terbaru: str


@dataclass(frozen=True, slots=True)
class Temuan:
    """What was found at one look.

    Attributes:
        terpasang: the second folder, if it is there, then the sticks of the office.
        asing: a sentence for each stick of another office.
        lain: volumes that could become a stick of the office.
    """

    terpasang: tuple[TempatTerpasang, ...] = ()
    asing: tuple[str, ...] = ()
    lain: tuple[Volume, ...] = ()


class TempatCadanganService:
    """The places. `cari` and `tandai` are slow and may run in any thread, the rest may not."""

    def __init__(
        self,
        register: RegisterTerbuka,
        pengaturan: PengaturanStore,
        riwayat: RiwayatCadangan,
        list_volume: Callable[[], tuple[Volume, ...]],
        clock: Clock,
    ) -> None:
        self._register = register
        self._pengaturan = pengaturan
        self._riwayat = riwayat
        self._list_volume = list_volume
        self._clock = clock

    @cached_property
    def kantor(self) -> str:
        """Mark of the office. UserError: the key file is missing or damaged."""
        return self._register.kantor

    @property
    def folder_kedua(self) -> Path | None:
        """The second folder; None = none was chosen."""
        isi = self._pengaturan.find(KUNCI_FOLDER)
        return Path(isi) if isi else None

    @property
    def tiap(self) -> int:
        """Intakes and decisions after which a backup is made."""
        return int(self._pengaturan.find(KUNCI_TIAP) or TIAP)

    def set_folder_kedua(self, teks: str, petugas: Petugas) -> None:
        """Choose the second folder; "" = none from now on.

        Raises:
            UserError: the place is unfit.
        """
        teks = teks.strip()
        folder = Path(teks)
        if teks:
            check_tujuan(folder, self._register.folder)
        if folder == (self.folder_kedua or Path()):
            return
        sebutan = teks or "tidak dipakai lagi"
        baru = CatatanBaru(Apa.FOLDER, Hasil.UTUH, Sebab.TANGAN, Tempat(teks, sebutan, folder))
        self._riwayat.tulis_folder_kedua(baru, petugas)

    def set_tiap(self, teks: str, petugas: Petugas) -> None:
        """Choose after how many intakes and decisions a backup is made.

        Raises:
            RuleError: not the Kasi.
            UserError: no number, or one outside of what makes sense.
        """
        if teks.strip() == str(self.tiap):
            return
        require_kasi(petugas, "jarak cadangan otomatis")
        if not teks.strip().isdecimal() or not TIAP_TERKECIL <= int(teks) <= TIAP_TERBESAR:
            raise UserError(
                f"Jarak cadangan otomatis ditulis dengan angka {TIAP_TERKECIL} sampai "
                f"{TIAP_TERBESAR}, misalnya {TIAP}."
            )
        self._pengaturan.simpan(KUNCI_TIAP, str(int(teks)), petugas, self._clock.now())

    def siapkan_cari(self) -> Callable[[], Temuan]:
        """What looks for the places; it may run in any thread.

        Raises:
            UserError: the register or the key file cannot be read.
        """
        folder, kantor = self.folder_kedua, self.kantor
        return lambda: _cari(folder, kantor, self._list_volume())

    def siapkan_tandai(self, volume: Volume) -> Callable[[], Tempat]:
        """What marks a stick as one of the office; it may run in any thread.

        A stick that bears the mark already keeps it. The work raises UserError when the stick
        refuses or belongs to another office.
        """
        dibuat = {
            c.isi.tempat.kode
            for c in self._riwayat.list_terbaru(semua=True)
            if c.isi.apa is Apa.FLASHDISK
        }
        penanda = Penanda(
            "flashdisk Sooko Desk 1",
            self.kantor,
            uuid.uuid4().hex,
            f"Flashdisk {len(dibuat) + 1}",
            iso_utc(self._clock.now()),
        )
        return lambda: _tandai(volume, penanda)

    def catat_flashdisk(self, tempat: Tempat, petugas: Petugas) -> None:
        """Remember a stick that was marked. UserError: the register refuses."""
        self._riwayat.tulis(CatatanBaru(Apa.FLASHDISK, Hasil.UTUH, Sebab.TANGAN, tempat), petugas)


def _cari(folder: Path | None, kantor: str, volume: tuple[Volume, ...]) -> Temuan:
    terpasang = [] if folder is None else _lihat(kenali_tempat(folder), -1)
    asing: list[str] = []
    lain: list[Volume] = []
    for satu in volume:
        penanda = baca_penanda(satu.akar)
        if penanda is None:
            lain.append(satu)
        elif penanda.kantor != kantor:
            asing.append(
                f"Flashdisk di “{satu.akar}” milik kantor atau register lain "
                f"(“{penanda.nama}”), jadi tidak dipakai untuk cadangan."
            )
        else:
            tempat = Tempat(penanda.nomor, penanda.nama, satu.akar, flashdisk=True)
            sudah = {t.tempat.kode for t in terpasang}
            terpasang += [] if tempat.kode in sudah else _lihat(tempat, satu.bebas)
    return Temuan(tuple(terpasang), tuple(asing), tuple(lain))


def _lihat(tempat: Tempat, bebas: int) -> list[TempatTerpasang]:
    """One place, or nothing when it is not there."""
    try:
        if not tempat.folder.is_dir():
            return []
        ada = list_cadangan(folder_cadangan(tempat.folder))
        bebas = shutil.disk_usage(tempat.folder).free if bebas < 0 else bebas
    except OSError:
        return []
    return [TempatTerpasang(tempat, bebas, ada[0].nama if ada else "")]


def _tandai(volume: Volume, penanda: Penanda) -> Tempat:
    lama = baca_penanda(volume.akar)
    if lama is None or lama.kantor != penanda.kantor:
        tulis_penanda(volume.akar, penanda)
    return kenali_tempat(volume.akar)
