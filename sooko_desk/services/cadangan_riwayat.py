"""What became of every backup: office events, the newest in memory, all of a month on request."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from sooko_desk.data.kejadian_kantor import KejadianStore
    from sooko_desk.data.pengaturan import PengaturanStore
    from sooko_desk.domain.kejadian import Kejadian
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

KUNCI_FOLDER = "cadangan/folder_kedua"
"""Path of the second folder; "" = none is used."""
KUNCI_LAMA = "cadangan"
"""Setting under which earlier programs noted a backup."""
_JENIS = (JenisKejadian.CADANGAN, JenisKejadian.LATIHAN_PEMULIHAN)
"""A kind of its own: practices are few, and the newest may be older than 400 backups."""
_DIINGAT = 400
_SEMUA = 1_000_000
_YA = "ya"


class Apa(StrEnum):
    """What was done; the value is stored."""

    CADANGAN = "cadangan"
    PERIKSA = "pemeriksaan cadangan"
    FLASHDISK = "flashdisk kantor baru"
    FOLDER = "folder kedua"
    LATIHAN = "latihan pemulihan"


class Hasil(StrEnum):
    """How it ended; the value is stored."""

    UTUH = "utuh"
    GAGAL = "gagal"
    RUSAK = "rusak"


class Sebab(StrEnum):
    """Why it was done; the value is stored."""

    TANGAN = "diminta petugas"
    KASI = "diminta Kasi"
    TUTUP = "program ditutup"
    OTOMATIS = "otomatis"
    PASANG = "flashdisk dipasang"


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where backups lie.

    Attributes:
        kode: tells places apart, whatever letter a drive has: the stick's number or the folder.
        sebutan: what the officers call it: "Flashdisk 1", or the folder.
        folder: what a backup is made below, just now.
        flashdisk: whether it is a marked office stick.
    """

    kode: str
    sebutan: str
    folder: Path
    flashdisk: bool = False


@dataclass(frozen=True, slots=True)
class CatatanBaru:
    """Something to remember.

    Attributes:
        nama: of the backup, e.g. "000012-2026-11-21-153012"; "" = there is none.
        jumlah: what lies in it; None where there is none.
        tidak_ikut: scans that were missing or damaged on this computer.
        di_luar: it lies on another disk than the register.
        jejak: state of the register then, see `data.cadangan_jejak`.
        peristiwa: number of the newest case event in it.
        urut, rantai: head of the hash chain in it.
        kalimat: what went wrong, as the officer was told.
    """

    apa: Apa
    hasil: Hasil
    sebab: Sebab
    tempat: Tempat
    nama: str = ""
    jumlah: JumlahRegister | None = None
    tidak_ikut: int = 0
    di_luar: bool = False
    jejak: str = ""
    peristiwa: int = 0
    urut: int = 0
    rantai: str = ""
    kalimat: str = ""


@dataclass(frozen=True, slots=True)
class CatatanCadangan:
    """Something that is remembered.

    Attributes:
        waktu: aware.
        petugas: "" = nobody had signed in.
    """

    isi: CatatanBaru
    petugas: str
    waktu: dt.datetime

    @property
    def folder(self) -> Path:
        """Where it lay."""
        return self.isi.tempat.folder

    @property
    def jumlah(self) -> JumlahRegister:
        """What lies in it."""
        return self.isi.jumlah or JumlahRegister(0, 0, 0)

    @property
    def tidak_ikut(self) -> int:
        """Scans that were missing or damaged on this computer."""
        return self.isi.tidak_ikut

    @property
    def selesai(self) -> bool:
        """Whether it is a backup that was proved."""
        return (self.isi.apa, self.isi.hasil) == (Apa.CADANGAN, Hasil.UTUH)


class RiwayatCadangan:
    """The trail of one register's backups. Belongs to the window's thread.

    Nobody else writes these events, so the newest are read once and kept.
    """

    def __init__(self, kejadian: KejadianStore, pengaturan: PengaturanStore, clock: Clock) -> None:
        self._kejadian = kejadian
        self._pengaturan = pengaturan
        self._clock = clock
        self._terbaru: list[CatatanCadangan] | None = None
        self._lengkap = False
        self._latihan: list[CatatanCadangan] | None = None

    def tulis(self, baru: CatatanBaru, petugas: Petugas | None) -> None:
        """Remember it.

        Raises:
            UserError: the register refuses.
        """
        latihan = baru.apa is Apa.LATIHAN
        terbaru = self._baca_latihan() if latihan else self._baca()
        kejadian = self._susun(baru, petugas)
        self._kejadian.catat(kejadian)
        terbaru.insert(0, CatatanCadangan(baru, petugas.nama if petugas else "", kejadian.waktu))

    def tulis_folder_kedua(self, baru: CatatanBaru, petugas: Petugas) -> None:
        """Remember which second folder was chosen, and choose it, in one unit.

        Args:
            baru: its `tempat.kode` is the folder's path; "" = none from now on.
            petugas: who chose it.

        Raises:
            UserError: the register refuses; neither is stored.
        """
        terbaru, kejadian = self._baca(), self._susun(baru, petugas)
        setelan = {KUNCI_FOLDER: baru.tempat.kode}
        self._pengaturan.simpan_semua(setelan, petugas, kejadian.waktu, kejadian)
        terbaru.insert(0, CatatanCadangan(baru, petugas.nama, kejadian.waktu))

    def _susun(self, baru: CatatanBaru, petugas: Petugas | None) -> KejadianBaru:
        jenis = JenisKejadian.CADANGAN
        if baru.apa is Apa.LATIHAN:
            jenis = JenisKejadian.LATIHAN_PEMULIHAN
        return KejadianBaru(uuid.uuid4().hex, jenis, petugas, self._clock.now(), _ke_isi(baru))

    def list_terbaru(self, *, semua: bool = False) -> tuple[CatatanCadangan, ...]:
        """The newest, newest first, by the order of writing and not by the clock.

        Args:
            semua: all there are, not only the newest 400; the first time slow, after years.

        Raises:
            UserError: the register cannot be read.
        """
        if semua and not self._lengkap:
            self._terbaru, self._lengkap = self._baca_register(_SEMUA), True
        return tuple(self._baca()[: None if semua else _DIINGAT])

    def find_terakhir(self, kode: str = "") -> CatatanCadangan | None:
        """The newest backup that was proved, of one place or ("") of all."""
        cocok = (c for c in self.list_terbaru() if c.selesai and kode in ("", c.isi.tempat.kode))
        return next(cocok, None)

    def list_antara(self, awal: dt.datetime, akhir: dt.datetime) -> tuple[CatatanCadangan, ...]:
        """All from an instant (aware) to before another, oldest first."""
        semua = self._kejadian.list_kejadian(_JENIS, _SEMUA)
        return tuple(_catatan(k) for k in reversed(semua) if awal <= k.waktu < akhir)

    def list_latihan(self) -> tuple[CatatanCadangan, ...]:
        """The practices of a restore, newest first, by the order of writing.

        Raises:
            UserError: the register cannot be read.
        """
        return tuple(self._baca_latihan())

    def _baca_latihan(self) -> list[CatatanCadangan]:
        if self._latihan is None:
            semua = self._kejadian.list_kejadian((JenisKejadian.LATIHAN_PEMULIHAN,), _DIINGAT)
            self._latihan = list(map(_catatan, semua))
        return self._latihan

    def _baca(self) -> list[CatatanCadangan]:
        if self._terbaru is None:
            self._terbaru = self._baca_register(_DIINGAT)
        return self._terbaru

    def _baca_register(self, batas: int) -> list[CatatanCadangan]:
        semua = self._kejadian.list_kejadian((JenisKejadian.CADANGAN,), batas)
        return [*map(_catatan, semua), *islice(self._baca_lama(), 1)]

    def _baca_lama(self) -> Iterator[CatatanCadangan]:
        for baris in self._pengaturan.list_riwayat(KUNCI_LAMA):
            isi = msgspec.json.decode(baris.isi, type=_IsiLama)
            tempat = Tempat(isi.folder, isi.folder, Path(isi.folder))
            baru = CatatanBaru(
                Apa.CADANGAN,
                Hasil.UTUH,
                Sebab.TANGAN,
                tempat,
                jumlah=isi.jumlah,
                tidak_ikut=isi.tidak_ikut,
            )
            yield CatatanCadangan(baru, baris.petugas, baris.waktu)


@dataclass(frozen=True, slots=True)
class _IsiLama:
    folder: str
    jumlah: JumlahRegister
    tidak_ikut: int = 0


def _ke_isi(baru: CatatanBaru) -> dict[str, str]:
    """Words only, and nothing where there is nothing to say."""
    jumlah = baru.jumlah
    isi = {
        "apa": str(baru.apa),
        "hasil": str(baru.hasil),
        "sebab": str(baru.sebab),
        "tempat": baru.tempat.kode,
        "sebutan": baru.tempat.sebutan,
        "folder": str(baru.tempat.folder),
        "flashdisk": _YA if baru.tempat.flashdisk else "",
        "nama": baru.nama,
        "permohonan": str(jumlah.permohonan) if jumlah else "",
        "riwayat": str(jumlah.peristiwa) if jumlah else "",
        "pindaian": str(jumlah.pindaian) if jumlah else "",
        "tidak_ikut": str(baru.tidak_ikut or ""),
        "di_luar": _YA if baru.di_luar else "",
        "jejak": baru.jejak,
        "peristiwa": str(baru.peristiwa or ""),
        "urut": str(baru.urut or ""),
        "rantai": baru.rantai,
        "kalimat": baru.kalimat,
    }
    return {kunci: nilai for kunci, nilai in isi.items() if nilai}


def _catatan(kejadian: Kejadian) -> CatatanCadangan:
    isi = kejadian.isi
    tempat = Tempat(
        isi["tempat"], isi["sebutan"], Path(isi.get("folder", "")), bool(isi.get("flashdisk"))
    )
    jumlah = JumlahRegister(*(_angka(isi, k) for k in ("permohonan", "riwayat", "pindaian")))
    baru = CatatanBaru(
        Apa(isi["apa"]),
        Hasil(isi["hasil"]),
        Sebab(isi["sebab"]),
        tempat,
        isi.get("nama", ""),
        jumlah if "permohonan" in isi else None,
        _angka(isi, "tidak_ikut"),
        di_luar=bool(isi.get("di_luar")),
        jejak=isi.get("jejak", ""),
        peristiwa=_angka(isi, "peristiwa"),
        urut=_angka(isi, "urut"),
        rantai=isi.get("rantai", ""),
        kalimat=isi.get("kalimat", ""),
    )
    return CatatanCadangan(baru, kejadian.petugas, kejadian.waktu)


def _angka(isi: Mapping[str, str], kunci: str) -> int:
    return int(isi.get(kunci, "0"))
