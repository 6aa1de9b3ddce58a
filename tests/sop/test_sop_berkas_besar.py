"""A file that is too large, endless or no file is refused in one sentence before it is parsed."""

from __future__ import annotations

import os
import sys
import time

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.sop.berkas_teks import TERBESAR, TerlaluBesarError, read_teks
from sooko_desk.sop.libur import BARIS_TERBANYAK, parse_libur
from sooko_desk.sop.muat import load_rak, load_sop
from sooko_desk.sop.tabel import load_tabel

DETIK = 1.0
"""Far more than needed; a parsed bomb takes minutes."""


def test_the_text_comes_without_mark_and_with_one_kind_of_line_end(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"\xef\xbb\xbfa\r\nb\rc\n")
    assert read_teks(path) == "a\nb\nc\n"


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_not(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * TERBESAR)
    assert len(read_teks(path)) == TERBESAR
    path.write_bytes(b"x" * (TERBESAR + 1))
    with pytest.raises(TerlaluBesarError):
        read_teks(path)


def test_a_hole_of_a_terabyte_is_refused_at_once(tmp_path):
    path = tmp_path / "kk.toml"
    with path.open("wb") as berkas:
        berkas.truncate(1 << 33)
    mulai = time.process_time()
    with pytest.raises(UserError, match=r"^Berkas SOP kk\.toml terlalu besar"):
        load_sop(path)
    rak = load_rak((tmp_path,))
    assert time.process_time() - mulai < DETIK
    assert ["terlalu besar" in satu for satu in rak.masalah] == [True]


def test_a_table_that_is_too_large_is_refused(tmp_path):
    (tmp_path / "agama.csv").write_bytes(b"kode,nama\n" + b"1,x\n" * TERBESAR)
    with pytest.raises(UserError, match=r"agama\.csv .*terlalu besar"):
        load_tabel(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes in folders there")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "kk.toml")
    with pytest.raises(UserError, match="tidak dapat dibaca"):
        load_sop(tmp_path / "kk.toml")


def test_more_rows_than_a_hundred_years_of_holidays_are_refused_before_they_are_read():
    kepala = "tanggal,nama,jenis\n"
    with pytest.raises(UserError, match=f"lebih dari {BARIS_TERBANYAK} baris"):
        parse_libur(kepala + "\n" * (BARIS_TERBANYAK + 1))
    assert parse_libur(kepala + "\n" * BARIS_TERBANYAK) == ()
