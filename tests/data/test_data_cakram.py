"""The disks of this computer, from lists of mounts and devices that the test makes up."""

from __future__ import annotations

import os
import sys
from pathlib import Path, PurePath

import pytest

from sooko_desk.data import cakram
from sooko_desk.data.cakram import baca_mount, find_tempat_folder, list_cakram
from sooko_desk.domain.tempat_data import Cakram, JenisTempat

hanya_linux = pytest.mark.skipif(sys.platform == "win32", reason="mounts are read on Linux only")


@pytest.fixture
def blok(tmp_path):
    """/sys/class/block: the system on sda, a stick, a USB disk, a card in a reader of its own."""
    daftar, perangkat = tmp_path / "block", tmp_path / "devices"
    daftar.mkdir()
    for nama, di, lepas, bagian in (
        ("sda", "pci0/ata1", "0", ("sda1", "sda2")),
        ("sdb", "pci0/usb1", "1", ("sdb1",)),
        ("sdc", "pci0/usb2/2-1", "0", ("sdc1",)),
        ("mmcblk0", "pci0/mmc", "1", ("mmcblk0p1",)),
        ("vda", "virtio1", None, ()),
    ):
        folder = perangkat / di / nama
        folder.mkdir(parents=True)
        if lepas is not None:
            (folder / "removable").write_text(f"{lepas}\n", encoding="ascii")
        (daftar / nama).symlink_to(folder)
        for satu in bagian:
            (folder / satu).mkdir()
            (folder / satu / "partition").write_text("1\n", encoding="ascii")
            (daftar / satu).symlink_to(folder / satu)
    return daftar


def jenis_per_akar(semua):
    return {satu.akar.as_posix(): (satu.sistem, satu.jenis) for satu in semua}


@hanya_linux
def test_sticks_and_usb_disks_are_told_from_the_disk_of_the_system(blok):
    isi = (
        b"/dev/sda1 / ext4 rw 0 0\n"
        b"/dev/sda2 /home ext4 rw 0 0\n"
        b"proc /proc proc rw 0 0\n"
        b"/dev/sdb1 /media/STIK\\040BIRU vfat rw 0 0\n"
        b"/dev/sdc1 /media/besar ntfs3 rw 0 0\n"
        b"/dev/mmcblk0p1 /media/kartu exfat rw 0 0\n"
        b"/dev/vda /srv ext4 rw 0 0\n"
        b"server:/data /mnt/\\303\\221 nfs4 rw 0 0\n"
        b"terpotong\n"
        b"\n"
    )
    assert jenis_per_akar(baca_mount(isi, blok)) == {
        "/": ("ext4", None),
        "/home": ("ext4", None),
        "/proc": ("proc", None),
        "/media/STIK BIRU": ("vfat", JenisTempat.LEPASAN),
        "/media/besar": ("ntfs3", JenisTempat.LEPASAN),
        "/media/kartu": ("exfat", JenisTempat.LEPASAN),
        "/srv": ("ext4", None),
        "/mnt/Ñ": ("nfs4", None),
    }


@hanya_linux
def test_a_system_that_runs_from_a_usb_disk_has_no_other_one(blok):
    isi = b"/dev/sdc1 / ext4 rw 0 0\n/dev/sdb1 /media/stik vfat rw 0 0\n"
    assert [satu.jenis for satu in baca_mount(isi, blok)] == [None, JenisTempat.LEPASAN]


@hanya_linux
def test_a_computer_that_lists_no_mounts_lists_no_disks(tmp_path, monkeypatch):
    monkeypatch.setattr(cakram, "MOUNT", tmp_path / "tidak ada")
    assert list_cakram({}) == ()


def test_the_disks_of_this_computer_and_the_folder_of_onedrive_are_listed():
    semua = list_cakram({"OneDrive": str(Path.home() / "Awan")})
    assert semua[-1] == Cakram(Path.home() / "Awan", jenis=JenisTempat.AWAN)
    assert PurePath(Path.home().anchor) in [satu.akar for satu in semua]
    assert semua[:-1] == list_cakram({})


def test_the_folder_as_typed_counts_and_where_its_links_lead(tmp_path):
    stik, tautan, data = tmp_path / "stik", tmp_path / "tautan", tmp_path / "data"
    stik.mkdir()
    data.mkdir()
    semua = (
        Cakram(Path(os.path.realpath(tmp_path)), "ext4"),
        Cakram(Path(os.path.realpath(stik)), "vfat", JenisTempat.LEPASAN),
    )
    assert find_tempat_folder(data / "belum ada", lambda: semua) is None
    assert find_tempat_folder(stik / "belum ada", lambda: semua) is JenisTempat.LEPASAN
    assert find_tempat_folder(tmp_path / "Dropbox", lambda: semua) is JenisTempat.AWAN
    if sys.platform != "win32":  # making a link needs a right of its own there
        tautan.symlink_to(stik)
        assert find_tempat_folder(tautan / "data", lambda: semua) is JenisTempat.LEPASAN


def test_a_folder_of_the_system_disk_of_this_computer_is_no_network():
    assert find_tempat_folder(Path.home().parent) is not JenisTempat.JARINGAN
