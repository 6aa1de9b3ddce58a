"""The mark of an office stick: a small file by which it is known under any drive letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from sooko_desk.data.cadangan_berkas import gagal_disebut, tulis_utuh
from sooko_desk.data.cadangan_daftar import folder_cadangan
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

NAMA_PENANDA = "flashdisk.json"
_PANJANG_NAMA = 40


@dataclass(frozen=True, slots=True)
class Penanda:
    """The content of the mark.

    Attributes:
        kantor: id of the office whose stick it is.
        nomor: of this one stick, 32 hex digits.
        nama: what the officers call it, e.g. "Flashdisk 1".
        dibuat: ISO 8601 in UTC.
    """

    jenis: Literal["flashdisk Sooko Desk 1"]
    kantor: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    nomor: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    nama: Annotated[str, msgspec.Meta(min_length=1, max_length=_PANJANG_NAMA)]
    dibuat: str


def baca_penanda(tujuan: Path) -> Penanda | None:
    """The mark of the stick at `tujuan`; None = there is none, or it cannot be read."""
    try:
        isi = (folder_cadangan(tujuan) / NAMA_PENANDA).read_bytes()
        return msgspec.json.decode(isi, type=Penanda)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def tulis_penanda(tujuan: Path, penanda: Penanda) -> None:
    """Mark the stick at `tujuan`; may run in any thread.

    Raises:
        UserError: the stick refuses or fails, or belongs to another office.
    """
    check_kantor(tujuan, penanda.kantor)
    folder = folder_cadangan(tujuan)
    with gagal_disebut(tujuan):
        folder.mkdir(exist_ok=True)
        tulis_utuh(folder / NAMA_PENANDA, msgspec.json.encode(penanda))


def check_kantor(tujuan: Path, kantor: str) -> None:
    """Refuse a stick of another office. UserError: it is."""
    penanda = baca_penanda(tujuan)
    if penanda is not None and penanda.kantor != kantor:
        raise UserError(
            f"Flashdisk di “{tujuan}” milik kantor atau register lain (“{penanda.nama}”). Cabut, "
            "lalu pasang flashdisk kantor ini."
        )
