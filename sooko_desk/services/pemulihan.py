"""Restoring: backups are listed and compared, the present is put aside, numbers are never reused.

No register is open meanwhile: the program closes its own before, and starts anew afterwards.
"""

from __future__ import annotations

import contextlib
import math
import uuid
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from argon2.exceptions import VerifyMismatchError

from sooko_desk.data.buka import NAMA_BERKAS, NAMA_KUNCI
from sooko_desk.data.jurnal_baris import NAMA_FOLDER as FOLDER_JURNAL
from sooko_desk.data.jurnal_baris import list_berkas
from sooko_desk.data.kunci import load_kunci
from sooko_desk.data.pemulihan import Asal, Tempat, galat_disebut, siapkan
from sooko_desk.data.pemulihan_lihat import is_jurnal_lebih, lihat_kini, list_nomor_sesudah
from sooko_desk.data.pemulihan_nomor import Penghabisan, baca_penanda_nomor, lengkapi, tertinggi
from sooko_desk.data.pemulihan_tukar import NAMA_BANGUN, batalkan, tukar
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.domain.pin import jeda_detik, sebut_jeda
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import sebut_saat, tanggal_panjang, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.hak import require_kasi
from sooko_desk.services.pemulihan_beda import bandingkan
from sooko_desk.services.pemulihan_daftar import JURNAL, Pilihan, find_kantor, list_pilihan
from sooko_desk.services.pemulihan_kunci import buka_kunci, buka_kunci_dengan_kode
from sooko_desk.services.pemulihan_nomor import list_tanya, pembaca_pola
from sooko_desk.sop.muat import load_rak

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from argon2 import PasswordHasher

    from sooko_desk.data.kunci import KunciData
    from sooko_desk.data.pelindung import Pelindung
    from sooko_desk.data.pemulihan import Pulih, Siap
    from sooko_desk.data.pemulihan_lihat import Gambaran
    from sooko_desk.data.pemulihan_nomor import Buku, NomorHilang
    from sooko_desk.data.periksa_register import JumlahRegister
    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.cadangan_tempat import Volume
    from sooko_desk.services.pemulihan_beda import Perbandingan
    from sooko_desk.services.pemulihan_nomor import TanyaNomor
    from sooko_desk.sop.rak import RakSop


@dataclass(frozen=True, slots=True)
class DuniaPemulihan:
    """What a restore stands on.

    Attributes:
        folder_data: holds the register that is there now, if any.
        folder_sop: the shipped SOP files.
        pelindung: seals the key for this computer.
        hasher: proves the Kasi's PIN.
        list_volume: the sticks and disks that are there now; asked in any thread.
        detik: seconds on a clock that only runs on.
    """

    folder_data: Path
    folder_sop: Path
    clock: Clock
    pelindung: Pelindung
    hasher: PasswordHasher
    list_volume: Callable[[], tuple[Volume, ...]]
    detik: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Keputusan:
    """What the officer decided.

    Attributes:
        susulkan: what the journal tells goes in as well.
        sampai: last number of each book that paper tells; {} where all numbers are known.
        petugas: the Kasi whose PIN allowed it; None = the code on paper did.
    """

    susulkan: bool = False
    sampai: Mapping[Buku, int] = field(default_factory=dict)
    petugas: Petugas | None = None


@dataclass(frozen=True, slots=True)
class HasilPemulihan:
    """A restore that is finished.

    Attributes:
        baris: units that the journal brought.
        tidak_pulih: scans that are whole nowhere.
        nomor_batal: numbers that were used up because their cases are gone.
        disimpan: where the register of before lies.
    """

    jumlah: JumlahRegister
    baris: int
    tidak_pulih: int
    nomor_batal: int
    disimpan: Path


class PemulihanService:
    """One restore. All but the properties may run in any thread, one call at a time."""

    def __init__(self, dunia: DuniaPemulihan) -> None:
        self._dunia = dunia
        self._folder = dunia.folder_data
        self._salah = 0
        self._sejak = 0.0
        self._dengan_kode = False

    @cached_property
    def kosong(self) -> bool:
        """Nobody ever worked with what the data folder holds: any office's backup may come."""
        kunci = self._folder / NAMA_KUNCI
        if not (self._folder / NAMA_BERKAS).exists() and not kunci.exists():
            return True
        _, kini = self._baca_kini()
        return kini is not None and not kini.petugas and not kini.kasus

    def cari(self) -> tuple[Pilihan, ...]:
        """What this computer and the sticks in it offer: the journal, then backups by place."""
        semua = [Pilihan(JURNAL)] if self._is_jurnal_berguna() else []
        for volume in self._dunia.list_volume():
            with contextlib.suppress(UserError):
                semua += self.lihat(volume.akar)
        return tuple(semua)

    def lihat(self, folder: Path) -> tuple[Pilihan, ...]:
        """The backups in a place, newest first.

        Raises:
            UserError: it cannot be read, or holds none.
        """
        return list_pilihan(folder, "" if self.kosong else find_kantor(self._folder / NAMA_KUNCI))

    def buka_kunci(self, pilihan: Pilihan) -> KunciData:
        """The key, where this computer opens it.

        Raises:
            KunciTerkunciError: the code on paper is needed.
            UserError: no key file can be read.
        """
        return buka_kunci(pilihan, self._folder / NAMA_KUNCI, self._dunia.pelindung)

    def buka_kunci_dengan_kode(self, pilihan: Pilihan, kode: str) -> KunciData:
        """The key, by the code as typed. UserError: it does not open it."""
        kunci = buka_kunci_dengan_kode(pilihan, self._folder / NAMA_KUNCI, kode)
        self._dengan_kode = True
        return kunci

    def bandingkan(self, pilihan: Pilihan, kunci: KunciData, kemajuan: Kemajuan) -> Perbandingan:
        """Prove what is to be restored, and tell what would vanish; see `pemulihan_beda`.

        Raises:
            DihentikanError: stopped.
            UserError: it is damaged, or another program has the present register open.
        """
        return bandingkan(pilihan, kunci, self._folder, kemajuan, ada_kini=not self.kosong)

    def check_pin(self, perbandingan: Perbandingan, pin: str) -> Petugas:
        """The Kasi of the restored register whose PIN it is; slow by design.

        Raises:
            UserError: nobody's, or one has to wait after wrong ones.
        """
        sisa = math.ceil(jeda_detik(self._salah) - (self._dunia.detik() - self._sejak))
        if self._salah and sisa > 0:
            raise UserError(f"PIN salah {self._salah} kali. Tunggu {sebut_jeda(sisa)} lagi.")
        for kasi, sandi in perbandingan.isi.kasi:
            with contextlib.suppress(VerifyMismatchError):
                self._dunia.hasher.verify(sandi, pin)
                return kasi
        self._salah += 1
        self._sejak = self._dunia.detik()
        raise UserError("PIN salah. Ketik ulang enam angka.")

    def list_tanya(self, perbandingan: Perbandingan) -> tuple[TanyaNomor, ...]:
        """The books whose last number must be read off paper; () where all numbers are known."""
        if perbandingan.terjaga:
            return ()
        acuan = perbandingan.acuan
        terakhir = tertinggi(
            perbandingan.isi.terakhir,
            {} if acuan is None else acuan.terakhir,
            baca_penanda_nomor(perbandingan.kunci.kantor),
        )
        return list_tanya(terakhir, self._rak, hari_ini(self._dunia.clock))

    def pulihkan(
        self, perbandingan: Perbandingan, keputusan: Keputusan, kemajuan: Kemajuan
    ) -> HasilPemulihan:
        """Restore. Until its last moment the present register is untouched.

        Raises:
            DihentikanError: stopped.
            RuleError: neither the Kasi's PIN nor the code on paper allowed it.
            UserError: disk or stick refuse; the present register is as it was.
        """
        dunia = self._dunia
        if keputusan.petugas is not None:
            require_kasi(keputusan.petugas, "memulihkan register")
        elif not self._dengan_kode:
            raise RuleError("Pemulihan memerlukan PIN Kasi atau kode pemulihan dari kertas.")
        tempat = Tempat(self._folder, perbandingan.kunci, dunia.pelindung, dunia.clock.now())
        pilihan = perbandingan.pilihan
        asal = Asal(pilihan.cadangan, pilihan.daftar, keputusan.susulkan)
        siap = siapkan(asal, tempat, kemajuan)
        with galat_disebut(self._folder):
            nomor = self._list_nomor(perbandingan, keputusan, siap)
            with siap.buka(tempat) as pulih:
                pulih.habiskan(self._penghabisan(pulih, (perbandingan, keputusan), siap, nomor))
        disimpan = tukar(self._folder)
        return HasilPemulihan(siap.jumlah, siap.baris, siap.tidak_pulih, len(nomor), disimpan)

    def tinggalkan(self) -> None:
        """Give up; what was made for the comparison goes."""
        batalkan(self._folder)

    @cached_property
    def _rak(self) -> RakSop:
        return load_rak((self._dunia.folder_sop, self._folder / "sop_data"))

    def _is_jurnal_berguna(self) -> bool:
        """Whether the journal tells more than the register; where nobody can say, it may."""
        if self.kosong or not list_berkas(self._folder / FOLDER_JURNAL):
            return False
        kunci, kini = self._baca_kini()
        if kunci is None or kini is None or not kini.utuh:
            return True
        return is_jurnal_lebih(self._folder, kunci.kunci, kini)

    def _baca_kini(self) -> tuple[KunciData | None, Gambaran | None]:
        """The key and the register of the data folder, as far as this computer opens them."""
        kunci = None
        with contextlib.suppress(UserError):
            kunci = load_kunci(self._folder / NAMA_KUNCI, self._dunia.pelindung)
        return kunci, None if kunci is None else lihat_kini(self._folder, kunci.kunci)

    def _list_nomor(
        self, perbandingan: Perbandingan, keputusan: Keputusan, siap: Siap
    ) -> tuple[NomorHilang, ...]:
        """Every number that was or may have been given out and is not in what is restored."""
        kunci = perbandingan.kunci.kunci
        diketahui = [
            satu
            for nama in (NAMA_BERKAS, NAMA_BANGUN)
            for satu in list_nomor_sesudah(self._folder.absolute() / nama, kunci, siap.terakhir)
        ]
        diingat = baca_penanda_nomor(perbandingan.kunci.kantor)
        return lengkapi(siap.terakhir, tuple(diketahui), tertinggi(keputusan.sampai, diingat))

    def _penghabisan(
        self,
        pulih: Pulih,
        apa: tuple[Perbandingan, Keputusan],
        siap: Siap,
        nomor: tuple[NomorHilang, ...],
    ) -> Penghabisan:
        perbandingan, keputusan = apa
        sekarang = self._dunia.clock.now()
        hari = hari_ini(self._dunia.clock)
        # Who gave the PIN may be somebody else, or nobody, in a register of last year.
        semua = pulih.store.petugas.list_petugas()
        kasi = [p for p in semua if p.peran is Peran.KASI]
        oleh = next((p for p in kasi if p == keputusan.petugas), None)
        return Penghabisan(
            nomor=nomor,
            pola=pembaca_pola(pulih.store, self._rak, hari),
            alasan=f"hilang pada pemulihan {tanggal_panjang(hari)}",
            petugas=oleh or kasi[0],
            waktu=sekarang,
            tanggal=tanggal_pendek(hari),
            kejadian=KejadianBaru(
                uuid.uuid4().hex,
                JenisKejadian.PEMULIHAN,
                oleh,
                sekarang,
                _isi_kejadian(perbandingan, keputusan, siap, nomor),
            ),
        )


def _isi_kejadian(
    perbandingan: Perbandingan,
    keputusan: Keputusan,
    siap: Siap,
    nomor: tuple[NomorHilang, ...],
) -> dict[str, str]:
    """Counts and names of backups; `urut` is the link of the chain from which it goes on."""
    pilihan, susulkan = perbandingan.pilihan, keputusan.susulkan
    hilang = perbandingan.list_hilang(susulkan=susulkan)
    return {
        "asal": pilihan.cadangan.nama if pilihan.cadangan else JURNAL,
        "sebutan": pilihan.tempat,
        "dibuat": sebut_saat(pilihan.waktu) if pilihan.waktu else "",
        "izin": "PIN Kasi" if keputusan.petugas else "kode pemulihan",
        "oleh": keputusan.petugas.nama if keputusan.petugas else "",
        "permohonan": str(siap.jumlah.permohonan),
        "hilang": str(len(hilang)),
        "nomor_batal": str(len(nomor)),
        "susulan": str(siap.baris),
        "pindaian_tidak_pulih": str(siap.tidak_pulih),
        "urut": str(siap.urut),
    }
