"""Files of scans: read once, refused in a sentence, shown under a safe name."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from builders import NIK
from hypothesis import given
from hypothesis import strategies as st
from services.pindaian_uji import pdf

from sooko_desk.domain import lampiran as batas
from sooko_desk.domain.errors import UserError
from sooko_desk.services import pindaian
from sooko_desk.services.pindaian import (
    PANJANG_NAMA,
    nama_salinan,
    rapikan_nama,
    read_berkas,
    sebut_ukuran,
)

hanya_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


# Files -------------------------------------------------------------------------------------------


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf())
    assert read_berkas(tmp_path / "a.pdf") == pdf()


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UserError, match="adalah folder"):
        read_berkas(tmp_path)


def test_a_file_that_went_away_is_told(tmp_path):
    with pytest.raises(UserError, match="tidak ada lagi"):
        read_berkas(tmp_path / "a.pdf")


def test_a_file_that_goes_away_while_it_is_added_is_told(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf())
    asli = Path.stat

    def lihat(self, **pilihan):
        keterangan = asli(self, **pilihan)
        path.unlink()
        return keterangan

    monkeypatch.setattr(Path, "stat", lihat)
    with pytest.raises(UserError, match="tidak ada lagi"):
        read_berkas(path)


def test_a_file_of_two_hundred_megabytes_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "besar.pdf"
    with path.open("wb") as berkas:
        berkas.truncate(200_000_000)
    monkeypatch.setattr(Path, "open", lambda *a, **k: pytest.fail("it was opened"))
    with pytest.raises(UserError, match=r"200,0 MB, lebih besar dari batas 25 MB"):
        read_berkas(path)


def test_an_empty_file_is_told(tmp_path):
    (tmp_path / "a.pdf").touch()
    with pytest.raises(UserError, match="kosong"):
        read_berkas(tmp_path / "a.pdf")


@hanya_posix
def test_what_is_no_ordinary_file_is_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipa.pdf")
    with pytest.raises(UserError, match="bukan berkas biasa"):
        read_berkas(tmp_path / "pipa.pdf")


def test_a_file_that_is_still_growing_is_told(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf())
    asli = Path.stat

    def lihat(self, **pilihan):
        keterangan = asli(self, **pilihan)
        with path.open("ab") as berkas:
            berkas.write(b"more")
        return keterangan

    monkeypatch.setattr(Path, "stat", lihat)
    with pytest.raises(UserError, match="masih ditulis oleh pemindai"):
        read_berkas(path)


@pytest.mark.parametrize(
    ("galat", "kalimat"),
    [
        (PermissionError(13, "in use"), "sedang dipakai program lain"),
        (OSError(5, "I/O"), "tidak dapat dibaca"),
    ],
)
def test_a_file_that_refuses_is_told(tmp_path, monkeypatch, galat, kalimat):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf())

    def tolak(*_args, **_kwargs):
        raise galat

    monkeypatch.setattr(Path, "open", tolak)
    with pytest.raises(UserError, match=kalimat):
        read_berkas(path)


def test_a_path_that_no_system_takes_is_told(tmp_path):
    for nama in ("a\0b.pdf", "x" * 300 + ".pdf"):
        with pytest.raises(UserError, match=r"tidak dapat dibaca|tidak ada lagi"):
            read_berkas(tmp_path / nama)


# Names -------------------------------------------------------------------------------------------

NAMA = [
    ("KK lama.pdf", "KK lama.pdf"),
    ("", "pindaian"),
    (" \n\t", "pindaian"),
    ("a\nb\u202ecod.pdf", "a b cod.pdf"),
    ("e\u0301.pdf", "é.pdf"),
    ("rusak\udcff.pdf", "rusak .pdf"),
    (f"{NIK}.pdf", "************9001.pdf"),
    ("3516 1357 0845 9001 KK.jpg", "************9001 KK.jpg"),
    (f"{NIK}9.pdf", f"{'*' * 17}.pdf"),
    ("Scan_2026-11-23_09-05-30.pdf", "Scan_2026-11-23_09-05-30.pdf"),
    ("x" * 300 + ".jpeg", "x" * 94 + "….jpeg"),
    ("x" * 300, "x" * 99 + "…"),
]


@pytest.mark.parametrize(("nama", "rapi"), NAMA)
def test_a_name_is_made_safe_to_show(nama, rapi):
    assert rapikan_nama(nama) == rapi


@given(st.text(max_size=400))
def test_any_name_is_short_and_on_one_line(nama):
    rapi = rapikan_nama(nama)
    assert 0 < len(rapi) <= PANJANG_NAMA
    assert rapi.isprintable()
    assert not pindaian._ENAM_BELAS.search(rapi)
    rapi.encode()


@pytest.mark.parametrize(
    ("nama", "salinan"),
    [
        ("KK lama.tif", "KK lama.pdf"),
        ("3. KK", "3. KK.pdf"),
        ("************9001.JPEG", "-9001.pdf"),
        ('a/b\\c:d*"e.png', "a-b-c-d-e.pdf"),
        (" . ", "pindaian.pdf"),
    ],
)
def test_a_copy_has_a_name_that_every_system_takes(nama, salinan):
    assert nama_salinan(nama, ".pdf") == salinan


@pytest.mark.parametrize(
    ("ukuran", "kata"), [(1, "1 kB"), (999_999, "1000 kB"), (1_000_000, "1,0 MB"), (1001, "2 kB")]
)
def test_a_size_is_told_in_words(ukuran, kata):
    assert sebut_ukuran(ukuran) == kata


def test_the_limits_are_those_that_the_sentences_name():
    assert (batas.BATAS_UKURAN, batas.BATAS_HALAMAN) == (25_000_000, 60)
