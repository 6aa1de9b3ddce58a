"""The list of faults names tests that exist, and leaves none of the 107 out."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
DAFTAR = TESTS / "daya" / "daftar_kesalahan.toml"
KESALAHAN = tomllib.loads(DAFTAR.read_text(encoding="utf-8"))["kesalahan"]


@cache
def list_uji(path: Path) -> frozenset[str]:
    pohon = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(n.name for n in ast.walk(pohon) if isinstance(n, ast.FunctionDef))


@pytest.mark.parametrize("nomor", KESALAHAN)
def test_every_test_that_the_list_of_faults_names_exists(nomor):
    satu = KESALAHAN[nomor]
    assert satu["apa"]
    assert satu.get("uji") or satu.get("tangan")
    for uji in satu.get("uji", ()):
        berkas, _, nama = uji.rpartition(".")
        folder, _, berkas = berkas.rpartition("/")
        assert f"test_{nama}" in list_uji(TESTS / folder / f"test_{berkas}.py"), uji


def test_no_fault_is_left_out():
    assert sorted(map(int, KESALAHAN)) == list(range(1, 108))
