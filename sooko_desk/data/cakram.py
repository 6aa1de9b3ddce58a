"""The disks of this computer, quickly: none of them is read, so one that hangs holds up nothing."""

from __future__ import annotations

import ctypes
import os
import re
import string
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sooko_desk.domain.tempat_data import Cakram, JenisTempat, find_tempat_rawan, list_akar_awan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

MOUNT = Path("/proc/self/mounts")
BLOK = Path("/sys/class/block")
_AWAL_PERANGKAT = "/dev/"
_OKTAL = re.compile(rb"\\([0-7]{3})")
_DRIVE = {2: JenisTempat.LEPASAN, 4: JenisTempat.JARINGAN}
"""What GetDriveTypeW answers: DRIVE_REMOVABLE, DRIVE_REMOTE."""
_TANPA_AKAR = 1


def list_cakram(env: Mapping[str, str] = os.environ) -> tuple[Cakram, ...]:
    """Disks, shares and synchronised folders of this computer.

    Args:
        env: the environment variables, which name the folders of OneDrive.
    """
    awan = (Cakram(PurePath(akar), jenis=JenisTempat.AWAN) for akar in list_akar_awan(env))
    return (*_list_sistem(), *awan)


def find_tempat_folder(
    folder: Path, list_semua: Callable[[], tuple[Cakram, ...]] | None = None
) -> JenisTempat | None:
    """As `find_tempat_rawan`, of a folder as it was typed, and of where its links lead.

    Args:
        folder: need not exist.
        list_semua: None = `list_cakram`.
    """
    semua = (list_semua or list_cakram)()
    for calon in (folder.absolute(), Path(os.path.realpath(folder))):
        if (jenis := find_tempat_rawan(calon, semua)) is not None:
            return jenis
    return None


def baca_mount(isi: bytes, blok: Path = BLOK) -> tuple[Cakram, ...]:
    """Read the list of mounts of Linux.

    What lies on the disk of the system itself is not called removable: there is no other.

    Args:
        isi: lines of "device place kind …", a blank written as octal.
        blok: folder of links, one a block device.
    """
    baris = [tuple(map(_baca_oktal, satu.split()[:3])) for satu in isi.splitlines()]
    sistem = {_cakram_utuh(blok, satu[0]) for satu in baris if satu[1:2] == ("/",)}
    return tuple(
        Cakram(PurePath(akar), jenis_sistem, _jenis_blok(blok, perangkat, sistem))
        for perangkat, akar, jenis_sistem in (satu for satu in baris if len(satu) == 3)
    )


def _baca_oktal(teks: bytes) -> str:
    return os.fsdecode(_OKTAL.sub(lambda temu: bytes((int(temu[1], 8) & 0xFF,)), teks))


def _cakram_utuh(blok: Path, perangkat: str) -> Path | None:
    """The disk that a partition belongs to, in /sys; None = no block device."""
    if not perangkat.startswith(_AWAL_PERANGKAT):
        return None
    nama = Path(os.path.realpath(perangkat)).name
    tempat = Path(os.path.realpath(blok / nama))
    return tempat.parent if (tempat / "partition").exists() else tempat


def _jenis_blok(blok: Path, perangkat: str, sistem: set[Path | None]) -> JenisTempat | None:
    cakram = _cakram_utuh(blok, perangkat)
    if cakram is None or cakram in sistem:
        return None
    usb = any(bagian.startswith("usb") for bagian in cakram.parts)
    return JenisTempat.LEPASAN if usb or _is_lepasan(cakram) else None


def _is_lepasan(cakram: Path) -> bool:
    try:
        return (cakram / "removable").read_bytes().strip() == b"1"
    except OSError:
        return False


if sys.platform == "win32":

    def _list_sistem() -> Iterator[Cakram]:
        tanya = ctypes.WinDLL("kernel32").GetDriveTypeW
        tanya.argtypes, tanya.restype = (ctypes.c_wchar_p,), ctypes.c_uint
        for huruf in string.ascii_uppercase:
            akar = f"{huruf}:\\"
            if (jawab := tanya(akar)) > _TANPA_AKAR:
                yield Cakram(PurePath(akar), jenis=_DRIVE.get(jawab))

else:

    def _list_sistem() -> Iterator[Cakram]:
        try:
            isi = MOUNT.read_bytes()
        except OSError:
            return
        yield from baca_mount(isi)
