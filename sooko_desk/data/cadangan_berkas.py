"""Files of a backup: written whole or not at all, and a stick's refusals turned into sentences."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SEMENTARA = ".part"
"""Ending of a file that is not whole yet."""

_POTONG = 1 << 20
_PENUH = (errno.ENOSPC, errno.EDQUOT)
_PENUH_WINDOWS = (39, 112)
_TERTUTUP = (errno.EACCES, errno.EPERM, errno.EROFS)
_TERTUTUP_WINDOWS = (19,)  # the slider of a memory card
_BELUM = "Cadangan belum jadi"
_SEBELUMNYA = "Cadangan yang sudah ada tetap seperti semula."


class IsiLainError(OSError):
    """The disk gave back something else than was written."""


@contextlib.contextmanager
def gagal_disebut(folder: Path) -> Iterator[None]:
    """Turn what a disk refuses into a sentence.

    Args:
        folder: where the backup goes.

    Raises:
        UserError: instead of every OSError.
    """
    try:
        yield
    except OSError as galat:
        raise UserError(sebut_galat(galat, folder)) from galat


def sebut_galat(galat: BaseException | None, folder: Path) -> str:
    """Say why a backup could not be made in `folder`, and what to do."""
    nomor = galat.errno if isinstance(galat, OSError) else None
    windows = getattr(galat, "winerror", None)
    if nomor in _PENUH or windows in _PENUH_WINDOWS:
        return (
            f"{_BELUM}: “{folder}” penuh. Kosongkan ruang di sana atau pilih tempat lain, lalu "
            f"cadangkan lagi. {_SEBELUMNYA}"
        )
    if not _ada_folder(folder):
        return (
            f"{_BELUM}: folder “{folder}” tidak ada lagi. Pasang kembali flashdisk-nya, lalu "
            "cadangkan lagi."
        )
    if nomor in _TERTUTUP or windows in _TERTUTUP_WINDOWS:
        return (
            f"{_BELUM}: “{folder}” tidak dapat ditulisi. Buka kunci geser pada flashdisk-nya atau "
            "pilih tempat lain, lalu cadangkan lagi."
        )
    return (
        f"{_BELUM}: “{folder}” gagal ditulis atau dibaca kembali. Coba lagi, dan bila berulang "
        f"pakai flashdisk lain. {_SEBELUMNYA}"
    )


def tulis(path: Path, isi: Iterable[bytes]) -> str:
    """Write a file to the disk itself, and read it back.

    Returns:
        The SHA-256 of the content.

    Raises:
        OSError: the disk refuses, or gives back something else (`IsiLainError`).
    """
    sidik = hashlib.sha256()
    with open(path, "wb", opener=_buka_sendiri) as berkas:
        for potong in isi:
            sidik.update(potong)
            berkas.write(potong)
        berkas.flush()
        os.fsync(berkas.fileno())
    if sidik_berkas(path) != sidik.hexdigest():
        raise IsiLainError
    return sidik.hexdigest()


def tulis_utuh(path: Path, isi: bytes) -> None:
    """Write a small file beside its place, then put it there in one step.

    Raises:
        OSError: as `tulis`; nothing is there then.
    """
    sementara = path.with_name(path.name + SEMENTARA)
    try:
        tulis(sementara, (isi,))
        pasang(sementara, path)
    except OSError:
        buang(sementara)
        raise


def pasang(sementara: Path, path: Path) -> None:
    """Give a whole file its name, so that it lasts through a power cut.

    Raises:
        OSError: the disk refuses.
    """
    sementara.replace(path)
    with contextlib.suppress(PermissionError):
        # Windows opens no folder, and NTFS keeps a journal of its names.
        nomor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(nomor)
        finally:
            os.close(nomor)


def baca_potong(path: Path) -> Iterator[bytes]:
    """The content in pieces of 1 MiB.

    Raises:
        OSError: there is no such file, or the disk fails.
    """
    with path.open("rb") as berkas:
        while potong := berkas.read(_POTONG):
            yield potong


def sidik_berkas(path: Path) -> str:
    """The SHA-256 of a file.

    Raises:
        OSError: as `baca_potong`.
    """
    sidik = hashlib.sha256()
    for potong in baca_potong(path):
        sidik.update(potong)
    return sidik.hexdigest()


def ukuran_berkas(path: Path) -> int:
    """Size in bytes; -1 = there is none.

    Raises:
        OSError: the disk fails.
    """
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return -1


def buang(path: Path) -> None:
    """Remove a file; when the disk refuses, its first reason is the one to tell."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _ada_folder(folder: Path) -> bool:
    with contextlib.suppress(OSError):
        return folder.is_dir()
    return False


def _buka_sendiri(path: str, cara: int) -> int:
    """Readable by this user only, where the disk knows users."""
    return os.open(path, cara, 0o600)
