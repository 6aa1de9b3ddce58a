"""The second record: what every unit of work wrote, beside the register, line by line.

A line is written and flushed after COMMIT. When that fails the officer's act is stored all the
same; the journal says that it lags and catches up from the register at the next unit or start.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import peewee as pw
from sqlcipher3 import dbapi2

from sooko_desk.data.cadangan_berkas import SEMENTARA, buang, pasang, tulis_utuh
from sooko_desk.data.jurnal_baris import (
    NAMA_FOLDER,
    Awal,
    BarisJurnal,
    BarisRusakError,
    BerkasJurnal,
    Pena,
    list_berkas,
    list_utuh,
)
from sooko_desk.data.rantai import BATAS_BARIS, find_sidik, kepala
from sooko_desk.data.rantai_bentuk import (
    MILIK,
    RANTAI,
    TAMBAH_SAJA,
    baca_isi,
    baca_keadaan,
    baca_kunci,
    list_milik,
)
from sooko_desk.domain.waktu import dari_iso, ke_wib

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from sooko_desk.data.rantai import Segel
    from sooko_desk.data.rantai_bentuk import Baris, Koneksi

BATAS_UKURAN = 32 << 20
"""Bytes of lines after which the next start makes a new base."""
BATAS_KEJAR = 1000
"""Lines that are written later one by one; for more a new base is quicker."""
SIMPAN_DASAR = 2
"""Bases that are kept, the newest one included."""
_POTONG = 1 << 16
_CUKUP = 2
"""Whole lines that are needed of the end; the first piece may begin within one."""


@dataclass(frozen=True, slots=True)
class Mundur:
    """The register is not what the journal tells of.

    Attributes:
        urut_register, urut_jurnal: the last link of each.
        bercabang: the register is no earlier state of the journal: it went on without it.
    """

    urut_register: int
    urut_jurnal: int
    bercabang: bool


class _Ekor(NamedTuple):
    """The end of a file: its last whole line, what that says, and where it ends."""

    baris: bytes
    urut: int
    sidik: str
    letak: int


class Jurnal:
    """The journal of one open register. Belongs to the window's thread.

    Attributes:
        tertinggal: lines are missing; the disk refused.
        rusak: a file of the journal was damaged, and a new base was begun.
        mundur: the register went back, or elsewhere. Nothing is written until this is settled by
            a restore or by `mulai_dasar_baru`.
    """

    def __init__(self, koneksi: Koneksi, folder_data: Path, kunci: str) -> None:
        """Open the journal in a data folder and bring it up to the register; never raises.

        Args:
            koneksi: the register, at the newest schema, outside a unit of work.
            kunci: 64 hex digits.
        """
        self._koneksi = koneksi
        self.folder = folder_data / NAMA_FOLDER
        self._kunci = kunci
        self._ekor: _Ekor | None = None
        self._berkas = BerkasJurnal(self.folder, 0)
        self._pena = Pena(kunci, 0)
        self.tertinggal = False
        self.rusak = False
        self.mundur: Mundur | None = None
        try:
            self._buka()
        except (OSError, dbapi2.Error, pw.PeeweeException):
            self.tertinggal = True

    def catat(self, segel: Segel) -> None:
        """Write down a unit that is stored; never raises, see `tertinggal`."""
        if self.mundur is not None or self._ekor is None:
            self.tertinggal = True
            return
        try:
            if segel.baris is not None and segel.kepala.urut == self._ekor.urut + 1:
                self._tambah(_susun(segel))
            else:
                self._kejar()
            self.tertinggal = False
        except (OSError, dbapi2.Error, pw.PeeweeException):
            self.tertinggal = True

    def mulai_dasar_baru(self) -> None:
        """Let the journal go on from the register as it is now: after a restore, or a doubt.

        Raises:
            OSError: the disk refuses.
            dbapi2.Error: likewise; or the register cannot be read.
        """
        ada = list_berkas(self.folder)
        nomor = 1 + max((satu.dasar for satu in ada), default=0)
        berkas = BerkasJurnal(self.folder, nomor)
        self.folder.mkdir(parents=True, exist_ok=True)
        sementara = berkas.register.with_name(berkas.register.name + SEMENTARA)
        sementara.unlink(missing_ok=True)
        akhir = kepala(self._koneksi)
        try:
            self._koneksi.execute("VACUUM INTO ?", (str(sementara),))
            _tekan(sementara)
            pasang(sementara, berkas.register)
        except BaseException:
            buang(sementara)
            raise
        awal = Awal(
            "jurnal Sooko Desk 1", nomor, akhir.urut, akhir.sidik, _skema(self._koneksi),
            _tahun(akhir.waktu),
        )  # fmt: skip
        pena = Pena(self._kunci, nomor)
        baris = pena.tutup(0, b"", awal)
        tulis_utuh(berkas.log, baris)
        self._berkas, self._pena = berkas, pena
        self._ekor = _Ekor(baris[:-1], akhir.urut, akhir.sidik, len(baris))
        self.mundur, self.tertinggal = None, False
        for tua in ada[SIMPAN_DASAR - 1 :]:
            buang(tua.log)
            buang(tua.register)

    def _buka(self) -> None:
        ada = list_berkas(self.folder)
        if not ada:
            self.mulai_dasar_baru()
            return
        self._berkas, self._pena = ada[0], Pena(self._kunci, ada[0].dasar)
        ujung: tuple[Awal, _Ekor] | None
        try:
            ujung = self._baca_ekor()
        except BarisRusakError:
            self.rusak = True
            ujung = self._baca_utuh()
        if ujung is None:
            self.mulai_dasar_baru()
            return
        awal, ekor = ujung
        self.mundur = self._bandingkan(awal, ekor)
        if self.mundur is not None:
            self.tertinggal = True
            return
        if not self.rusak:
            # A damaged file stays as it is, also where the disk refuses a new base: without an
            # end nothing is written.
            self._ekor = ekor
        if self._is_usang(awal, ekor):
            self.mulai_dasar_baru()
        else:
            self._kejar()

    def _is_usang(self, awal: Awal, ekor: _Ekor) -> bool:
        """Whether a new base is due."""
        return (
            self.rusak
            or awal.skema != _skema(self._koneksi)
            or awal.tahun < _tahun(kepala(self._koneksi).waktu)
            or ekor.letak > BATAS_UKURAN
            or not self._berkas.register.exists()
        )

    def _baca_ekor(self) -> tuple[Awal, _Ekor]:
        """The first line of the file and its end, without what lies between."""
        with self._berkas.log.open("rb") as log:
            pertama = log.readline()
            if not pertama.endswith(b"\n"):
                raise BarisRusakError
            awal = self._pena.buka_awal(pertama[:-1])
            letak, sebelum, akhir = _baca_akhir(log)
        if not sebelum:
            return awal, _Ekor(akhir, awal.urut, awal.sidik, letak)
        isi = self._pena.buka(akhir, sebelum)
        return awal, _Ekor(akhir, isi.urut, isi.sidik, letak)

    def _baca_utuh(self) -> tuple[Awal, _Ekor] | None:
        """Of a damaged file what comes before the damage, to compare only; None = nothing does."""
        awal: Awal | None = None
        ekor = _Ekor(b"", 0, "", 0)
        for isi in list_utuh(self._berkas, self._kunci):
            awal = isi if isinstance(isi, Awal) else awal
            ekor = _Ekor(b"", isi.urut, isi.sidik, 0)
        return None if awal is None else (awal, ekor)

    def _bandingkan(self, awal: Awal, ekor: _Ekor) -> Mundur | None:
        """The register against the last line; None = the register has it."""
        akhir = kepala(self._koneksi)
        if find_sidik(self._koneksi, ekor.urut) == ekor.sidik:
            return None
        lama = akhir.urut < ekor.urut and (
            akhir.urut < awal.urut or self._find_jurnal(akhir.urut) == akhir.sidik
        )
        return Mundur(akhir.urut, ekor.urut, bercabang=not lama)

    def _find_jurnal(self, urut: int) -> str:
        """The seal that the journal tells of a link; "" = none."""
        semua = list_utuh(self._berkas, self._kunci)
        return next((isi.sidik for isi in semua if isi.urut == urut), "")

    def _kejar(self) -> None:
        """Write the lines that are missing, from the register."""
        assert self._ekor is not None
        akhir = kepala(self._koneksi)
        if akhir.urut - self._ekor.urut > BATAS_KEJAR:
            self.mulai_dasar_baru()
            return
        for mata in _list_mata(self._koneksi, self._ekor.urut):
            baris = _baca_ulang(self._koneksi, mata)
            if baris is None:
                self.mulai_dasar_baru()
                return
            self._tambah(baris)

    def _tambah(self, isi: BarisJurnal) -> None:
        assert self._ekor is not None
        baris = self._pena.tutup(isi.urut, self._ekor.baris, isi)
        with self._berkas.log.open("r+b") as log:
            log.seek(self._ekor.letak)
            log.truncate()  # a line that was torn
            log.write(baris)
            log.flush()
            os.fsync(log.fileno())
        letak = self._ekor.letak + len(baris)
        self._ekor = _Ekor(baris[:-1], isi.urut, isi.sidik, letak)


def _susun(segel: Segel) -> BarisJurnal:
    baris = segel.baris or {}
    akhir = segel.kepala
    return BarisJurnal(akhir.urut, akhir.sidik, akhir.waktu, baris, list(segel.milik))


def _list_mata(koneksi: Koneksi, dari: int) -> list[Baris]:
    """The links after link `dari`, oldest first."""
    tanya = "SELECT urut, isi, keadaan, waktu, sidik FROM rantai WHERE urut > ? ORDER BY urut"
    return list(koneksi.execute(tanya, (dari,)))


def _baca_ulang(koneksi: Koneksi, mata: Baris) -> BarisJurnal | None:
    """The line of a link, from the register; None where it would be too long.

    Of an owner the rows of today: a later line tells no more of it, and no later one is missing.
    """
    urut, teks, keadaan, waktu, sidik = (str(satu) for satu in mata)
    isi, milik = baca_isi(teks), [baca_kunci(nama) for nama in baca_keadaan(keadaan)]
    banyak = sum(b - a + 1 for runtun in isi.baris.values() for a, b, _ in runtun)
    if isi.kolom is not None or banyak + len(milik) > BATAS_BARIS:
        return None
    baris: dict[str, list[Baris]] = {RANTAI: [mata]}
    for nama, runtun in isi.baris.items():
        tabel = TAMBAH_SAJA[nama]
        tanya_baris = f"{tabel.pilih} WHERE {tabel.kunci} BETWEEN ? AND ?"
        baris[nama] = [b for a, z, _ in runtun for b in koneksi.execute(tanya_baris, (a, z))]
    for jenis, kunci in milik:
        for tabel, punya in zip(MILIK[jenis], list_milik(koneksi, jenis, kunci), strict=True):
            baris.setdefault(tabel.nama, []).extend(punya)
    return BarisJurnal(int(urut), sidik, waktu, baris, milik)


def _baca_akhir(log: BinaryIO) -> tuple[int, bytes, bytes]:
    """Where the last whole line ends, the line before it (b"" = none), and that line."""
    ujung = log.seek(0, os.SEEK_END)
    potong = _POTONG
    while True:
        awal = max(0, ujung - potong)
        log.seek(awal)
        isi = log.read(ujung - awal)
        utuh = isi[: isi.rfind(b"\n") + 1]
        baris = utuh.split(b"\n")[:-1]
        if awal == 0 or len(baris) > _CUKUP:
            sebelum = baris[-2] if len(baris) > 1 else b""
            return awal + len(utuh), sebelum, baris[-1]
        potong *= 2


def _tekan(path: Path) -> None:
    """Press a file to the disk itself."""
    with path.open("r+b") as berkas:
        os.fsync(berkas.fileno())


def _skema(koneksi: Koneksi) -> int:
    [(versi,)] = koneksi.execute("PRAGMA user_version")
    return int(str(versi))


def _tahun(waktu: str) -> int:
    """The year in WIB; 0 = no time is told."""
    return ke_wib(dari_iso(waktu)).year if waktu else 0
