"""The marker: what this computer knows of its registers, outside the data folder.

It tells a register that was lost, emptied or put back to an older state from one that is new. One
file for all registers of this user; nothing personal stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from sooko_desk.data.cadangan_berkas import tulis_utuh
from sooko_desk.data.folder_pengguna import folder_pengguna

if TYPE_CHECKING:
    from pathlib import Path

NAMA_BERKAS = "penanda.json"
BATAS = 20
"""Registers that are remembered; those written longest ago are forgotten first."""
_SIDIK = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class TitikTersimpan(msgspec.Struct, frozen=True):
    """Up to where the chain was proved; as `rantai_putus.Titik`."""

    urut: int
    sidik: _SIDIK
    batas: dict[str, int]


class Penanda(msgspec.Struct, frozen=True):
    """What is known of one register.

    Attributes:
        folder: its data folder, absolute.
        urut, sidik, waktu: the head of its chain when it was last closed or backed up.
        nomor: book -> last number given out, e.g. "KK/register/2026" -> 12.
        diperiksa: None = no proof was finished yet.
    """

    folder: str
    urut: int
    sidik: _SIDIK
    waktu: str
    nomor: dict[str, int]
    diperiksa: TitikTersimpan | None = None


class _Isi(msgspec.Struct, frozen=True):
    jenis: Literal["penanda Sooko Desk 1"]
    kantor: dict[str, Penanda]


def baca_penanda(kantor: str) -> Penanda | None:
    """What is known of an office's register; None = nothing, or the marker cannot be read.

    Args:
        kantor: id of the office, 32 hex digits.
    """
    return _baca().get(kantor)


def find_folder(folder: Path) -> Penanda | None:
    """The register that was last seen in that data folder; None = there never was one.

    Where the key file is gone too, this alone tells a loss from a first start.
    """
    nama = str(folder.absolute())
    return next((satu for satu in _baca().values() if satu.folder == nama), None)


def tulis_penanda(kantor: str, penanda: Penanda) -> None:
    """Remember a register; those of other offices stay.

    Raises:
        OSError: the disk refuses.
    """
    folder = folder_pengguna()
    folder.mkdir(parents=True, exist_ok=True)
    lain = [satu for satu in _baca().items() if satu[0] != kantor]
    isi = _Isi("penanda Sooko Desk 1", dict([*lain, (kantor, penanda)][-BATAS:]))
    tulis_utuh(folder / NAMA_BERKAS, msgspec.json.encode(isi))


def _baca() -> dict[str, Penanda]:
    try:
        isi = (folder_pengguna() / NAMA_BERKAS).read_bytes()
        return msgspec.json.decode(isi, type=_Isi).kantor
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}
