"""The list that stands beside each backup: what belongs to it, and what it must prove.

It is written last, so a backup without a list is unfinished. Nothing personal stands in it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from sooko_desk import __version__
from sooko_desk.data.cadangan_berkas import tulis_utuh
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import iso_utc, ke_wib

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

NAMA_FOLDER = "SookoDesk-Cadangan"

_NAMA = r"(?:[0-9]{6,}-)?[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}(?:-[0-9]+)?"
_NAMA_DAFTAR = re.compile(rf"daftar-({_NAMA})\.json")
_NAMA_BERKAS = re.compile(rf"(?:register|kunci|daftar)-({_NAMA})\.(?:db|json)")
_NOMOR = re.compile(r"([0-9]{6,})-")
_TUJUAN_SIDIK = b"sooko-desk cadangan 1"
_TUJUAN_SEGEL = b"sooko-desk daftar cadangan 2"
SKEMA_RANTAI = 5
"""Version of the schema from which on a register has a hash chain."""

Sidik = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class Daftar:
    """The content of a list.

    Attributes:
        jenis: what the file is, and in which form.
        dibuat: ISO 8601 in UTC.
        program: version of the program that made the backup.
        skema: `user_version` of the register.
        sidik_kunci: tells keys apart without telling the key.
        sidik_register: SHA-256 of the register's copy.
        pindaian: SHA-256 of every scan that lies in the backup.
        tidak_ikut: of those that were missing or damaged already when it was made.
        kantor: mark of the office, of form 2 on.
        urut, rantai: head of the hash chain, of form 2 on; 0 and "" = there was none yet.
        segel: HMAC of all the rest with the register's key, of form 2 on.
    """

    jenis: Literal["cadangan Sooko Desk 1", "cadangan Sooko Desk 2"]
    dibuat: str
    program: str
    skema: int
    sidik_kunci: Sidik
    sidik_register: Sidik
    permohonan: int
    peristiwa: int
    pindaian: tuple[Sidik, ...]
    tidak_ikut: tuple[Sidik, ...]
    kantor: str = ""
    urut: int = 0
    rantai: str = ""
    segel: str = ""


@dataclass(frozen=True, slots=True)
class Cadangan:
    """One backup in its folder, finished or in the making.

    Attributes:
        folder: the folder of all backups.
        nama: number in the folder, and when it was begun in WIB: "000012-2026-11-21-153012". The
            number alone tells the order, for the clock may lie; the oldest names have none.
    """

    folder: Path
    nama: str

    @property
    def nomor(self) -> int:
        """Number in the folder; 0 = the name has none."""
        cocok = _NOMOR.match(self.nama)
        return int(cocok[1]) if cocok else 0

    @property
    def register(self) -> Path:
        """The copy of the register."""
        return self.folder / f"register-{self.nama}.db"

    @property
    def kunci(self) -> Path:
        """The key file that opens it, and the scans."""
        return self.folder / f"kunci-{self.nama}.json"

    @property
    def daftar(self) -> Path:
        """The list."""
        return self.folder / f"daftar-{self.nama}.json"

    def baca_daftar(self) -> Daftar:
        """Read the list.

        Raises:
            UserError: it is damaged, of a newer program, or cannot be read.
        """
        try:
            return msgspec.json.decode(self.daftar.read_bytes(), type=Daftar)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as galat:
            raise UserError(
                f"Daftar cadangan {self.daftar.name} rusak, tidak dapat dibaca, atau dibuat oleh "
                "program yang lebih baru. Buat cadangan baru."
            ) from galat

    def tulis_daftar(self, daftar: Daftar) -> None:
        """Write the list: from now on the backup is finished.

        Raises:
            OSError: the disk refuses.
        """
        tulis_utuh(self.daftar, msgspec.json.encode(daftar))


def folder_cadangan(tujuan: Path) -> Path:
    """The folder of backups in the place that the officer chose, or that place when it is one."""
    return tujuan if tujuan.name == NAMA_FOLDER else tujuan / NAMA_FOLDER


def new_cadangan(folder: Path, saat: dt.datetime) -> Cadangan:
    """The next number of the folder, counting what was never finished too."""
    nomor = max((satu.nomor for satu in list_berkas(folder)), default=0) + 1
    return Cadangan(folder, f"{nomor:06}-{ke_wib(saat):%Y-%m-%d-%H%M%S}")


def list_cadangan(folder: Path) -> tuple[Cadangan, ...]:
    """The finished backups in a folder, newest first.

    Raises:
        OSError: the disk fails. A folder that does not exist has none.
    """
    return _list(folder, _NAMA_DAFTAR)


def list_berkas(folder: Path) -> tuple[Cadangan, ...]:
    """As `list_cadangan`, with what was begun and never got its list."""
    return _list(folder, _NAMA_BERKAS)


def _list(folder: Path, pola: re.Pattern[str]) -> tuple[Cadangan, ...]:
    if not folder.is_dir():
        return ()
    cocok = (pola.fullmatch(path.name) for path in folder.iterdir())
    semua = {Cadangan(folder, satu[1]) for satu in cocok if satu}
    return tuple(sorted(semua, key=_urut, reverse=True))


def new_daftar(saat: dt.datetime, kunci: str, skema: int, **isi: object) -> Daftar:
    """A list with what the program itself knows filled in, sealed; `isi` are the other fields."""
    daftar = msgspec.convert(
        {
            "jenis": "cadangan Sooko Desk 2",
            "dibuat": iso_utc(saat),
            "program": __version__,
            "skema": skema,
            "sidik_kunci": sidik_kunci(kunci),
            **isi,
        },
        type=Daftar,
    )
    return replace(daftar, segel=_segel(daftar, kunci))


def is_asli(daftar: Daftar, kunci: str) -> bool:
    """Whether nobody wrote anything else into a list, also what cannot be counted after.

    A list of form 1 has no seal, and none was ever made of a register with a hash chain.
    """
    if daftar.jenis == "cadangan Sooko Desk 1":
        return daftar.skema < SKEMA_RANTAI
    return hmac.compare_digest(daftar.segel.encode(), _segel(daftar, kunci).encode())


def sidik_kunci(kunci: str) -> str:
    """A mark of a key (64 hex digits) that does not give the key away."""
    return hashlib.sha256(_TUJUAN_SIDIK + bytes.fromhex(kunci)).hexdigest()


def _segel(daftar: Daftar, kunci: str) -> str:
    isi = msgspec.json.encode(replace(daftar, segel=""))
    return hmac.new(bytes.fromhex(kunci), _TUJUAN_SEGEL + isi, "sha256").hexdigest()


def _urut(cadangan: Cadangan) -> tuple[int, str, int, str]:
    """By number; of old names by the clock, where number 10 of a second comes after number 2."""
    nama = cadangan.nama
    detik, _, kembar = nama[:17], nama[17:18], nama[18:]
    return cadangan.nomor, detik, 0 if cadangan.nomor else int(kembar or 1), nama
