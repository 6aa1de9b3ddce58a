"""The key file beside the register: one random 32-byte key, made once, never derived from a PIN.

Only `buka` asks for the key, so that the later key ceremony (two slots, paper code) changes this
one place.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class KunciData:
    """The content of the key file.

    Attributes:
        kunci: 64 hex digits.
        sudah_dibuat: False between writing the key and the birth of the register file, so that a
            crash in between is told apart from a register that vanished.
    """

    kunci: str
    sudah_dibuat: bool


def load_kunci(path: Path) -> KunciData | None:
    """Read the key file; None when there is none.

    Raises:
        UserError: the file is damaged or cannot be read.
    """
    try:
        isi = json.loads(path.read_text(encoding="utf-8"))
        kunci = KunciData(str(isi["kunci"]), bool(isi["sudah_dibuat"]))
        sah = len(bytes.fromhex(kunci.kunci)) == KEY_BYTES
    except FileNotFoundError:
        return None
    except OSError as galat:
        raise UserError(
            f"Berkas kunci {path.name} tidak dapat dibaca. Periksa hak akses folder data."
        ) from galat
    except (ValueError, KeyError, TypeError) as galat:
        raise _rusak(path) from galat
    if not sah:
        raise _rusak(path)
    return kunci


def save_kunci(path: Path, kunci: KunciData) -> None:
    """Write the key file whole or not at all, readable by this user only.

    Raises:
        UserError: the file cannot be written, e.g. because the disk is full.
    """
    sementara = path.with_suffix(".part")
    try:
        with sementara.open("w", encoding="utf-8") as berkas:
            sementara.chmod(0o600)
            json.dump({"kunci": kunci.kunci, "sudah_dibuat": kunci.sudah_dibuat}, berkas)
            berkas.flush()
            os.fsync(berkas.fileno())
        sementara.replace(path)
    except OSError as galat:
        raise UserError(
            f"Berkas kunci {path.name} tidak dapat ditulis. Periksa ruang cakram dan hak tulis "
            "folder data, lalu buka Sooko Desk lagi."
        ) from galat


def new_kunci() -> KunciData:
    """Make the key of a new register."""
    return KunciData(secrets.token_hex(KEY_BYTES), sudah_dibuat=False)


def _rusak(path: Path) -> UserError:
    return UserError(
        f"Berkas kunci {path.name} rusak, sehingga register tidak dapat dibuka. "
        "Jangan hapus apa pun; kembalikan berkas kunci dari cadangan."
    )
