"""Where a data folder lies, told from a list of disks that the test makes up."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest

from sooko_desk.domain.tempat_data import (
    Cakram,
    JenisTempat,
    find_tempat_rawan,
    list_akar_awan,
    sebut_peringatan,
    sebut_tolak,
)

JARINGAN, LEPASAN, AWAN = JenisTempat.JARINGAN, JenisTempat.LEPASAN, JenisTempat.AWAN


def linux(akar, sistem, jenis=None):
    return Cakram(PurePosixPath(akar), sistem, jenis)


def windows(akar, jenis=None):
    return Cakram(PureWindowsPath(akar), jenis=jenis)


LINUX = (
    linux("/", "ext4"),
    linux("/home", "btrfs"),
    linux("/media/rini/STIK", "vfat", LEPASAN),
    linux("/mnt/ntfs", "fuseblk"),
    linux("/mnt/auto", "autofs"),
    linux("/mnt/auto", "nfs4"),
    linux("/mnt/pulang", "nfs4"),
    linux("/mnt/pulang", "ext4"),
    linux("/mnt/drive", "fuse.rclone"),
    *(
        linux(f"/net/{sistem}", sistem)
        for sistem in ("nfs", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "vboxsf", "CIFS")
    ),
    linux("/net/nfs/sini", "xfs"),
)
WINDOWS = (
    windows("C:\\"),
    windows("E:\\", LEPASAN),
    windows("S:\\", JARINGAN),
    windows("C:\\Users\\Rini\\Awan Kami", AWAN),
)


@pytest.mark.parametrize(
    ("folder", "jenis"),
    [
        ("/home/rini/.local/share/SookoDesk", None),
        ("/var/data", None),
        ("/mnt/ntfs/data", None),
        ("/media/rini/STIK", LEPASAN),
        ("/media/rini/STIK/data", LEPASAN),
        ("/media/rini/STIK 2/data", None),
        ("/mnt/auto/data", JARINGAN),
        ("/mnt/pulang/data", None),
        ("/net/nfs/data", JARINGAN),
        ("/net/cifs/data", JARINGAN),
        ("/net/smb3/data", JARINGAN),
        ("/net/smbfs/data", JARINGAN),
        ("/net/fuse.sshfs/data", JARINGAN),
        ("/net/9p/data", JARINGAN),
        ("/net/vboxsf/data", JARINGAN),
        ("/net/CIFS/data", JARINGAN),
        ("/net/nfs/sini/data", None),
        ("/mnt/drive/data", AWAN),
        ("/home/rini/Dropbox/data", AWAN),
        ("/home/rini/dropbox (Kantor)/data", AWAN),
        ("/home/rini/Dropboxes/data", None),
        ("/home/rini/Google Drive/My Drive/data", AWAN),
    ],
)
def test_a_folder_on_linux_is_told_by_its_mount_and_its_name(folder, jenis):
    assert find_tempat_rawan(PurePosixPath(folder), LINUX) is jenis


@pytest.mark.parametrize(
    ("folder", "jenis"),
    [
        (r"C:\Users\Rini\AppData\Local\Kecamatan Sooko\SookoDesk", None),
        (r"D:\tidak terdaftar", None),
        (r"E:\data", LEPASAN),
        (r"e:\data", LEPASAN),
        (r"S:\data", JARINGAN),
        (r"\\server\bersama\data", JARINGAN),
        (r"//server/bersama/data", JARINGAN),
        (r"\\?\UNC\server\bersama\data", JARINGAN),
        (r"\\?\C:\data", None),
        (r"C:\Users\Rini\OneDrive\data", AWAN),
        (r"C:\Users\Rini\OneDrive - Kantor\data", AWAN),
        (r"C:\Users\Rini\iCloudDrive\data", AWAN),
        (r"C:\Users\Rini\GoogleDrive\data", AWAN),
        (r"G:\Drive Saya\data", AWAN),
        (r"c:\users\rini\awan kami\data", AWAN),
        (r"C:\Users\Rini\Awan Kami 2\data", None),
    ],
)
def test_a_folder_on_windows_is_told_by_its_drive_and_its_name(folder, jenis):
    assert find_tempat_rawan(PureWindowsPath(folder), WINDOWS) is jenis


def test_without_a_list_of_disks_shares_and_names_are_still_told():
    assert find_tempat_rawan(PureWindowsPath(r"\\server\bersama\data"), ()) is JARINGAN
    assert find_tempat_rawan(PurePosixPath("/home/rini/OneDrive"), ()) is AWAN
    assert find_tempat_rawan(PurePosixPath("/srv/data"), ()) is None


def test_onedrive_says_in_the_environment_where_it_is():
    env = {"OneDrive": r"C:\Users\Rini\Awan", "OneDriveCommercial": "", "PATH": "x"}
    assert list_akar_awan(env) == (r"C:\Users\Rini\Awan",)
    assert list_akar_awan({}) == ()


@pytest.mark.parametrize("jenis", JenisTempat)
def test_the_officer_is_told_where_why_and_what_to_do(jenis):
    folder = PureWindowsPath(r"E:\data")
    for kalimat in (sebut_tolak(folder, jenis), sebut_peringatan(folder, jenis)):
        assert r"E:\data" in kalimat
        assert "saat menyimpan, register dapat rusak" in kalimat
        assert "cakram komputer ini" in kalimat
        assert "--data" in kalimat
