"""The key file `kunci.json` as it lies on the disk, in its two versions; nothing is opened here.

Version 1 held the key itself. Version 2 holds it twice, sealed: in a slot for this computer and in
one for the recovery code on paper. A backup carries the same file. Since a damaged paper slot would
be noticed only on the day it is needed, a checksum over the whole tells it the next morning.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import dari_iso, iso_utc

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

JENIS = "kunci Sooko Desk 2"
_AWAL_JENIS = "kunci Sooko Desk "
BYTE_KUNCI = 32
BYTE_KANTOR = 16


@dataclass(frozen=True, slots=True)
class SlotKomputer:
    """The key as this computer's protector sealed it.

    Attributes:
        cara: kind of the protector.
    """

    cara: str
    isi: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SlotKertas:
    """The key as the code on paper seals it.

    Attributes:
        nomor: of the paper, 1 and up; an older paper opens older backups only.
        dibuat: aware.
        garam: salt of the seal.
    """

    nomor: int
    dibuat: dt.datetime
    garam: bytes = field(repr=False)
    isi: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class IsiKunci:
    """A key file of version 2.

    Attributes:
        kantor: 32 hex digits, the office's id.
        sudah_dibuat: see `kunci.KunciData`.
        periksa: tells whether a key is the right one, without telling it.
        utuh: False = something in it was damaged; a slot that opens nevertheless is right.
    """

    kantor: str
    sudah_dibuat: bool
    periksa: str
    komputer: SlotKomputer | None
    kertas: SlotKertas | None
    utuh: bool = True


@dataclass(frozen=True, slots=True)
class IsiLama:
    """A key file of version 1: the key itself, 64 hex digits."""

    kunci: str = field(repr=False)
    sudah_dibuat: bool


def read_berkas(path: Path) -> IsiKunci | IsiLama | None:
    """Read a key file of either version; None when there is none.

    Raises:
        UserError: it is damaged, of a newer program, or cannot be read.
    """
    try:
        teks = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as galat:
        raise UserError(
            f"Berkas kunci {path.name} tidak dapat dibaca. Periksa hak akses folder data."
        ) from galat
    try:
        isi = json.loads(teks)
        jenis = isi.get("jenis")
        if jenis == JENIS:
            return _baca_isi(isi)
        if jenis is None:
            return IsiLama(_hex(isi["kunci"], BYTE_KUNCI), isi["sudah_dibuat"] is True)
    except (ValueError, KeyError, TypeError, AttributeError) as galat:
        raise sebut_rusak(path) from galat
    if str(jenis).startswith(_AWAL_JENIS):
        raise UserError(
            f"Berkas kunci {path.name} dibuat oleh Sooko Desk yang lebih baru. Pasang program "
            "yang terbaru, lalu buka lagi."
        )
    raise sebut_rusak(path)


def format_berkas(isi: IsiKunci) -> bytes:
    """Write a key file of version 2."""
    komputer, kertas = isi.komputer, isi.kertas
    teks = {
        "jenis": JENIS,
        "kantor": isi.kantor,
        "sudah_dibuat": isi.sudah_dibuat,
        "periksa": isi.periksa,
        "komputer": komputer and {"cara": komputer.cara, "isi": _ke64(komputer.isi)},
        "kertas": kertas
        and {
            "nomor": kertas.nomor,
            "dibuat": iso_utc(kertas.dibuat),
            "garam": _ke64(kertas.garam),
            "isi": _ke64(kertas.isi),
        },
    }
    return json.dumps(teks | {"sidik": _hitung_sidik(teks)}, indent=1).encode()


def sebut_rusak(path: Path) -> UserError:
    """What to say of a key file that makes no sense."""
    return UserError(
        f"Berkas kunci {path.name} rusak, sehingga register tidak dapat dibuka. "
        "Jangan hapus apa pun; kembalikan berkas kunci dari cadangan."
    )


def _baca_isi(isi: dict[str, Any]) -> IsiKunci:
    sidik = isi.pop("sidik", "")
    return IsiKunci(
        utuh=sidik == _hitung_sidik(isi),
        kantor=_hex(isi["kantor"], BYTE_KANTOR),
        sudah_dibuat=isi["sudah_dibuat"] is True,
        periksa=_hex(isi["periksa"], BYTE_KUNCI),
        komputer=_baca_slot(_baca_komputer, isi.get("komputer")),
        kertas=_baca_slot(_baca_kertas, isi.get("kertas")),
    )


def _baca_slot(baca: Callable[[dict[str, Any]], T], isi: dict[str, Any] | None) -> T | None:
    """A slot that makes no sense counts as missing: the other one may still open."""
    try:
        return baca(isi) if isi else None
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def _baca_komputer(isi: dict[str, Any]) -> SlotKomputer:
    return SlotKomputer(str(isi["cara"]), _dari64(isi["isi"]))


def _baca_kertas(isi: dict[str, Any]) -> SlotKertas:
    return SlotKertas(
        int(isi["nomor"]), dari_iso(isi["dibuat"]), _dari64(isi["garam"]), _dari64(isi["isi"])
    )


def _hitung_sidik(isi: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()


def _hex(teks: str, banyak: int) -> str:
    if len(bytes.fromhex(teks)) != banyak or len(teks) != banyak * 2:
        raise ValueError(banyak)
    return teks


def _ke64(isi: bytes) -> str:
    return base64.b64encode(isi).decode()


def _dari64(teks: str) -> bytes:
    return base64.b64decode(teks, validate=True)
