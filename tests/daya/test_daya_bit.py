"""Damaged registers and backups are noticed."""

from __future__ import annotations

import pytest
from daya.bit import balik_register, rusak_cadangan, siapkan
from daya.ukuran import banyak, sebut


@pytest.fixture(scope="module")
def bahan(ruang_modul):
    return siapkan(ruang_modul / "data")


def test_every_single_flipped_bit_of_a_register_is_found(bahan):
    hasil = balik_register(bahan, banyak(150, 1000), 1)
    sebut("bit terbalik", hasil)
    assert hasil.cela == []


def test_every_cut_or_altered_backup_is_refused(bahan):
    hasil = rusak_cadangan(bahan, banyak(20, 1), banyak(5, 200), 1)
    sebut("cadangan rusak", hasil)
    assert hasil.cela == []
