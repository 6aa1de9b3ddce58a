"""Is the data folder on a disk of this computer? On any other the register can tear.

SQLite needs a file whose lock and whose "it is on the disk" can be believed. A network share
believes neither, a stick goes away in the middle of a write, and what synchronises a folder with
the internet holds and exchanges files while they are written. Shared RELIABILITY page, fault 29.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import PurePath


class JenisTempat(StrEnum):
    """A place that is no disk of this computer."""

    JARINGAN = "jaringan"
    LEPASAN = "lepasan"
    AWAN = "awan"


@dataclass(frozen=True, slots=True)
class Cakram:
    r"""A disk, share or synchronised folder, as the system lists it.

    Attributes:
        akar: where it begins, e.g. "E:\\" or "/media/stik".
        sistem: kind of its file system as Linux calls it, e.g. "nfs4"; "" = not known.
        jenis: what the system itself says of it; None = an own disk, or not known.
    """

    akar: PurePath
    sistem: str = ""
    jenis: JenisTempat | None = None


VARIABEL_AWAN = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Environment variables in which Windows says where OneDrive synchronises."""

_FUSE = "fuse."
_SISTEM = {
    JenisTempat.JARINGAN: frozenset(
        (
            *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs"),
            *("9p", "vboxsf", "vmhgfs", "vmhgfs-fuse", "prl_fs", "prl_fsd"),
            *("sshfs", "davfs", "davfs2", "curlftpfs", "gvfsd-fuse"),
            *("ceph", "glusterfs", "lustre"),
        )
    ),
    JenisTempat.AWAN: frozenset(("rclone", "onedriver", "google-drive-ocamlfuse", "dropbox")),
}
_NAMA_AWAN = frozenset(
    (
        *("onedrive", "dropbox", "nextcloud", "owncloud"),
        *("google drive", "googledrive", "my drive", "drive saya", "shared drives"),
        *("iclouddrive", "icloud drive"),
    )
)
_AWAL_AWAN = ("onedrive - ", "dropbox (")
"""Accounts of a firm are named behind it: "OneDrive - Kantor"."""

_SEBUT = {
    JenisTempat.JARINGAN: (
        "folder bersama di jaringan",
        "Bila jaringan putus saat menyimpan, register dapat rusak.",
    ),
    JenisTempat.LEPASAN: (
        "flashdisk atau cakram lepasan",
        "Bila tercabut saat menyimpan, register dapat rusak.",
    ),
    JenisTempat.AWAN: (
        "folder yang disinkronkan ke internet",
        "Bila berkasnya ditahan atau ditukar saat menyimpan, register dapat rusak.",
    ),
}


def find_tempat_rawan(folder: PurePath, cakram: Iterable[Cakram]) -> JenisTempat | None:
    """Why a register should not lie in a folder; None = nothing speaks against it.

    Args:
        folder: absolute.
        cakram: what the system lists; of two that begin at the same place the later one counts.
    """
    if _is_unc(folder.drive):
        return JenisTempat.JARINGAN
    memuat = [satu for satu in cakram if folder.is_relative_to(satu.akar)]
    if memuat:
        dalam = max(len(satu.akar.parts) for satu in memuat)
        milik = next(satu for satu in reversed(memuat) if len(satu.akar.parts) == dalam)
        if (jenis := milik.jenis or _baca_sistem(milik.sistem)) is not None:
            return jenis
    return JenisTempat.AWAN if any(map(_is_awan, folder.parts)) else None


def list_akar_awan(env: Mapping[str, str]) -> tuple[str, ...]:
    """Folders that the environment names as synchronised."""
    return tuple(env[nama] for nama in VARIABEL_AWAN if env.get(nama))


def sebut_tolak(folder: PurePath, jenis: JenisTempat) -> str:
    """Why no register is begun there, and what to do."""
    tempat, sebab = _SEBUT[jenis]
    return (
        f"Register baru tidak dimulai di {folder}, karena itu {tempat}. {sebab} Belum ada yang "
        "dibuat. Tutup program, lalu buka dengan folder data di cakram komputer ini: ubah --data "
        "pada pintasannya, atau hapus supaya folder bawaan dipakai."
    )


def sebut_peringatan(folder: PurePath, jenis: JenisTempat) -> str:
    """What to tell of a register that lies there already, as long as it does."""
    tempat, sebab = _SEBUT[jenis]
    return (
        f"Folder data {folder} ada di {tempat}. {sebab} Cadangkan, tutup Sooko Desk, pindahkan "
        "folder itu ke cakram komputer ini, lalu arahkan pintasannya (--data) ke sana."
    )


def _is_unc(drive: str) -> bool:
    r"""Whether a drive is \\server\share, also where \\?\ stands before it."""
    nama = drive.replace("/", "\\").casefold()
    if nama.startswith(("\\\\?\\", "\\\\.\\")):
        return nama[4:].startswith("unc\\")
    return nama.startswith("\\\\")


def _baca_sistem(sistem: str) -> JenisTempat | None:
    nama = sistem.casefold().removeprefix(_FUSE)
    return next((jenis for jenis, semua in _SISTEM.items() if nama in semua), None)


def _is_awan(bagian: str) -> bool:
    nama = bagian.casefold()
    return nama in _NAMA_AWAN or nama.startswith(_AWAL_AWAN)
