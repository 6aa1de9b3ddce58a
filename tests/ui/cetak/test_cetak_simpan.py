"""Saving a document: whole or not at all."""

from __future__ import annotations

import sys

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.services.simpan import simpan_berkas


@pytest.mark.parametrize(
    ("nama", "jadi"),
    [("a.pdf", "a.pdf"), ("a", "a.pdf"), ("no.12", "no.12.pdf"), ("B.PDF", "B.PDF")],
)
def test_the_file_is_whole_and_alone(tmp_path, nama, jadi):
    assert simpan_berkas(b"%PDF isi", tmp_path / nama, ".pdf") == tmp_path / jadi
    assert [satu.name for satu in tmp_path.iterdir()] == [jadi]
    assert (tmp_path / jadi).read_bytes() == b"%PDF isi"


def test_an_older_file_is_replaced(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"lama")
    simpan_berkas(b"baru", tmp_path / "a.pdf", ".pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"baru"


@pytest.mark.skipif(sys.platform == "win32", reason="needs /dev/full")
def test_a_full_disk_leaves_the_older_file(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"lama")
    (tmp_path / "a.pdf.part").symlink_to("/dev/full")
    with pytest.raises(UserError, match="penuh"):
        simpan_berkas(b"baru", tmp_path / "a.pdf", ".pdf")
    assert [satu.name for satu in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"lama"


def test_a_folder_that_went_away_is_named(tmp_path):
    with pytest.raises(UserError, match=r"flashdisk.*tidak ada lagi|tidak ada lagi.*flashdisk"):
        simpan_berkas(b"isi", tmp_path / "flashdisk" / "a.pdf", ".pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a folder that root cannot write either")
def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    from pathlib import Path

    with pytest.raises(UserError, match="tidak dapat ditulisi"):
        simpan_berkas(b"isi", Path("/proc/a.pdf"), ".pdf")


def test_a_folder_of_that_name_stays(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(UserError, match="nama folder"):
        simpan_berkas(b"isi", tmp_path / "a.pdf", ".pdf")
    assert [satu.name for satu in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.skipif(sys.platform != "win32", reason="only Windows refuses to replace an open file")
def test_a_file_open_elsewhere_is_named(tmp_path):
    with (tmp_path / "a.pdf").open("wb"), pytest.raises(UserError, match="sedang dibuka"):
        simpan_berkas(b"isi", tmp_path / "a.pdf", ".pdf")
    assert [satu.name for satu in tmp_path.iterdir()] == ["a.pdf"]
