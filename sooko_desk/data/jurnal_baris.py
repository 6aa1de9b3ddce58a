"""The lines of a journal: how one is sealed, read, and tied to the line before.

A line is `<urut> <base64>`. The base64 holds a nonce and AES-256-GCM over compressed JSON; bound
into the seal are the number and the line before, so that no line can be changed, taken out, moved
or put in. The first line of a file tells which base it continues.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import hashlib
import secrets
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMA_FOLDER = "jurnal"
_TUJUAN = b"sooko-desk jurnal 1"
_NONCE = 12


class BarisRusakError(Exception):
    """A line that this key did not write there."""


class Awal(msgspec.Struct, frozen=True):
    """The first line: what the journal continues.

    Attributes:
        dasar: number of the base file beside it.
        urut, sidik: the head of the chain in that base.
        skema: `user_version` of it.
        tahun: the newest year that the chain told then; 0 = it told none.
    """

    jenis: Literal["jurnal Sooko Desk 1"]
    dasar: int
    urut: int
    sidik: str
    skema: int
    tahun: int


class BarisJurnal(msgspec.Struct, frozen=True):
    """One unit of work.

    Attributes:
        urut, sidik, waktu: its link in the chain.
        baris: table -> whole rows, the columns in the order of the schema that `Awal` names.
        milik: (kind, key) of owners all of whose rows are in `baris`: what else the register has
            of them is gone.
    """

    urut: int
    sidik: str
    waktu: str
    baris: dict[str, list[tuple[object, ...]]]
    milik: list[tuple[str, str | int]]


Isi = TypeVar("Isi", Awal, BarisJurnal)


@dataclass(frozen=True, slots=True)
class BerkasJurnal:
    """The two files of one base.

    Attributes:
        folder: of all journals.
        dasar: number, from 1.
    """

    folder: Path
    dasar: int

    @property
    def log(self) -> Path:
        """The lines."""
        return self.folder / f"jurnal-{self.dasar:04}.log"

    @property
    def register(self) -> Path:
        """The register as it was when the lines began, as encrypted as the register itself."""
        return self.folder / f"dasar-{self.dasar:04}.db"


def list_berkas(folder: Path) -> tuple[BerkasJurnal, ...]:
    """The journals in a folder, newest first; a folder that does not exist has none."""
    nomor = (path.stem.partition("-")[2] for path in folder.glob("jurnal-*.log"))
    ada = sorted((int(satu) for satu in nomor if satu.isdecimal()), reverse=True)
    return tuple(BerkasJurnal(folder, satu) for satu in ada)


class Pena:
    """Seals and opens the lines of one journal file.

    Args:
        kunci: of the register, 64 hex digits.
        dasar: number of the file.
    """

    def __init__(self, kunci: str, dasar: int) -> None:
        turunan = HKDF(SHA256(), 32, salt=None, info=_TUJUAN)
        self._kunci = AESGCM(turunan.derive(bytes.fromhex(kunci)))
        self._dasar = dasar

    def tutup(self, urut: int, sebelum: bytes, isi: Awal | BarisJurnal) -> bytes:
        """A line with its line feed.

        Args:
            sebelum: the line before, without line feed; b"" before the first.
        """
        nonce = secrets.token_bytes(_NONCE)
        padat = zlib.compress(msgspec.json.encode(isi), 1)
        rahasia = self._kunci.encrypt(nonce, padat, self._ikatan(urut, sebelum))
        return b"%d %s\n" % (urut, base64.b64encode(nonce + rahasia))

    def buka_awal(self, baris: bytes) -> Awal:
        """The first line of the file.

        Raises:
            BarisRusakError: it is not what this key wrote there.
        """
        return self._buka(baris, b"", Awal)

    def buka(self, baris: bytes, sebelum: bytes) -> BarisJurnal:
        """A later line, and the one before it. BarisRusakError: as `buka_awal`."""
        isi = self._buka(baris, sebelum, BarisJurnal)
        if isi.urut != nomor_baris(baris):
            raise BarisRusakError
        return isi

    def _buka(self, baris: bytes, sebelum: bytes, jenis: type[Isi]) -> Isi:
        try:
            isi = base64.b64decode(baris.partition(b" ")[2], validate=True)
            ikatan = self._ikatan(nomor_baris(baris), sebelum)
            padat = self._kunci.decrypt(isi[:_NONCE], isi[_NONCE:], ikatan)
            return msgspec.json.decode(zlib.decompress(padat), type=jenis)
        except (InvalidTag, binascii.Error, ValueError) as galat:
            raise BarisRusakError from galat

    def _ikatan(self, urut: int, sebelum: bytes) -> bytes:
        return b"%s/%d/%d/%s" % (_TUJUAN, self._dasar, urut, hashlib.sha256(sebelum).digest())


def nomor_baris(baris: bytes) -> int:
    """The number in front of a line; it is proved by the seal only.

    Raises:
        BarisRusakError: there is none.
    """
    nomor = baris.partition(b" ")[0]
    if not nomor.isdigit() or len(nomor) > len(str(1 << 63)):
        raise BarisRusakError
    return int(nomor)


def list_isi(berkas: BerkasJurnal, kunci: str) -> Iterator[Awal | BarisJurnal]:
    """Every line of a file, the first an `Awal`; a torn last line is left out.

    Raises:
        OSError: the disk fails.
        BarisRusakError: at the first line that is damaged; those before it were given.
    """
    pena, sebelum = Pena(kunci, berkas.dasar), b""
    with berkas.log.open("rb") as log:
        for n, baris in enumerate(log):
            if not baris.endswith(b"\n"):
                return
            ini = baris[:-1]
            yield pena.buka(ini, sebelum) if n else pena.buka_awal(ini)
            sebelum = ini


def list_utuh(berkas: BerkasJurnal, kunci: str) -> Iterator[Awal | BarisJurnal]:
    """As `list_isi`, but ends in silence where a line is damaged."""
    with contextlib.suppress(BarisRusakError):
        yield from list_isi(berkas, kunci)
