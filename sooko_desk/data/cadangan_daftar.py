"""The list that stands beside each backup: what belongs to it, and what it must prove.

It is written last, so a backup without a list is unfinished. Nothing personal stands in it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
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

_NAMA_DAFTAR = re.compile(r"daftar-([0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{6}(?:-[0-9]+)?)\.json")
_TUJUAN_SIDIK = b"sooko-desk cadangan 1"

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
    """

    jenis: Literal["cadangan Sooko Desk 1"]
    dibuat: str
    program: str
    skema: int
    sidik_kunci: Sidik
    sidik_register: Sidik
    permohonan: int
    peristiwa: int
    pindaian: tuple[Sidik, ...]
    tidak_ikut: tuple[Sidik, ...]


@dataclass(frozen=True, slots=True)
class Cadangan:
    """One backup in its folder, finished or in the making.

    Attributes:
        folder: the folder of all backups.
        saat: when it was begun, in WIB, as in the names: "2026-11-21-153012".
    """

    folder: Path
    saat: str

    @property
    def register(self) -> Path:
        """The copy of the register."""
        return self.folder / f"register-{self.saat}.db"

    @property
    def kunci(self) -> Path:
        """The key file that opens it, and the scans."""
        return self.folder / f"kunci-{self.saat}.json"

    @property
    def daftar(self) -> Path:
        """The list."""
        return self.folder / f"daftar-{self.saat}.json"

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
    """A name that no other backup in the folder has, also after a clock that was set back."""
    nama = f"{ke_wib(saat):%Y-%m-%d-%H%M%S}"
    cadangan, nomor = Cadangan(folder, nama), 1
    while any(p.exists() for p in (cadangan.register, cadangan.kunci, cadangan.daftar)):
        nomor += 1
        cadangan = Cadangan(folder, f"{nama}-{nomor}")
    return cadangan


def list_cadangan(folder: Path) -> tuple[Cadangan, ...]:
    """The finished backups in a folder by name, newest first.

    Raises:
        OSError: the disk fails. A folder that does not exist has none.
    """
    if not folder.is_dir():
        return ()
    cocok = [_NAMA_DAFTAR.fullmatch(path.name) for path in folder.iterdir()]
    saat = sorted((_urut(satu[1]) for satu in cocok if satu), reverse=True)
    return tuple(Cadangan(folder, nama) for _, _, nama in saat)


def new_daftar(saat: dt.datetime, kunci: str, skema: int, **isi: object) -> Daftar:
    """A list with what the program itself knows filled in; `isi` are the other fields."""
    return msgspec.convert(
        {
            "jenis": "cadangan Sooko Desk 1",
            "dibuat": iso_utc(saat),
            "program": __version__,
            "skema": skema,
            "sidik_kunci": sidik_kunci(kunci),
            **isi,
        },
        type=Daftar,
    )


def sidik_kunci(kunci: str) -> str:
    """A mark of a key (64 hex digits) that does not give the key away."""
    return hashlib.sha256(_TUJUAN_SIDIK + bytes.fromhex(kunci)).hexdigest()


def _urut(saat: str) -> tuple[str, int, str]:
    """Number 10 of a second comes after number 2."""
    detik, _, nomor = saat[:17], saat[17:18], saat[18:]
    return detik, int(nomor or 1), saat
