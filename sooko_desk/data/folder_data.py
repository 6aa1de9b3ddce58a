"""The data folder before anything in it is opened: may it be written, and its register too?

There is no view-only mode for a register that may not be written. Signing in writes (who, when, the
wait after wrong PINs), so does every look at a full number, every print and every draft; and a
register that is only looked at still takes the exclusive lock and rolls back what a power cut left,
which writes as well. A view without all that would be a second program beside the first. A start
that says which file is protected costs the office one click in the Explorer.
"""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

BYTE_FOLDER = 460
"""Most bytes of the folder's path: SQLite takes 504 on Linux, with the name of its longest file."""
HURUF_TERPANJANG = 90
"""Length of the longest path within the folder, a scan that is being written; Windows may end at
260 letters in all, which is noticed only when the first scan is added."""


def siapkan_folder(folder: Path, *, baru: bool) -> None:
    """Make the folder, and prove that files can be written in it.

    Args:
        folder: the data folder.
        baru: no register is in it yet, so it also has to have room for the longest name.

    Raises:
        UserError: it cannot be made or written, or its path is too long. Text for the officer.
    """
    if baru and len(os.fsencode(folder.absolute())) > BYTE_FOLDER:
        raise _terlalu_panjang(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _coba_tulis(folder / ".uji-tulis")
    except (FileExistsError, NotADirectoryError) as galat:
        raise UserError(
            f"Folder data {folder} tidak dapat dibuat: ada berkas biasa bernama sama di jalurnya. "
            "Pilih folder lain, lalu buka Sooko Desk lagi."
        ) from galat
    except OSError as galat:
        raise UserError(
            f"Folder data {folder} tidak dapat ditulisi. Minta hak tulis untuk folder itu, "
            "atau pilih folder lain, lalu buka Sooko Desk lagi."
        ) from galat
    if baru:
        try:
            _coba_tulis(folder / ".uji-tulis".ljust(HURUF_TERPANJANG, "-"))
        except OSError as galat:
            raise _terlalu_panjang(folder) from galat


def check_tulis(register: Path) -> None:
    """Prove that the register and its rollback journal are not protected; nothing is opened.

    Raises:
        UserError: one is. Text for the officer.
    """
    for path in _bersama_jurnal(register):
        if is_baca_saja(path):
            raise UserError(
                f"Berkas {path.name} di folder data {path.parent} terkunci dari penulisan "
                "(Read-only), jadi register belum dibuka dan tidak berubah. Klik kanan folder itu, "
                "pilih Properties, hapus centang Read-only untuk semua isinya (atau minta hak "
                "tulis), lalu pilih Coba lagi."
            )


def is_baca_saja(path: Path) -> bool:
    """Whether a file bears the read-only mark, or this account may not write it.

    The mark is asked for itself: an administrator of Linux writes such a file all the same. The
    file is not opened to find out, for closing it again would drop the locks that this program
    holds on it. False = it may be written, or there is none.
    """
    try:
        cara = path.stat().st_mode
    except OSError:
        return False
    return not cara & stat.S_IWUSR or not os.access(path, os.W_OK)


def lepas_baca_saja(path: Path) -> bool:
    """Take the read-only mark off a database and its journal: one that it protects from nobody.

    Returns:
        Whether it may be written now, or there is none.
    """
    for satu in _bersama_jurnal(path):
        if is_baca_saja(satu):
            with contextlib.suppress(OSError):
                satu.chmod(0o600)
    return not any(map(is_baca_saja, _bersama_jurnal(path)))


def _bersama_jurnal(path: Path) -> tuple[Path, Path]:
    return path, path.with_name(f"{path.name}-journal")


def _coba_tulis(path: Path) -> None:
    path.write_bytes(b"")
    path.unlink()


def _terlalu_panjang(folder: Path) -> UserError:
    return UserError(
        f"Jalur folder data {folder} terlalu panjang, jadi register baru tidak dimulai di sana. "
        "Pilih folder dengan jalur yang lebih pendek, lalu buka Sooko Desk lagi."
    )
