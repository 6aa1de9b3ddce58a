"""A fault at every I/O call of every kind of act."""

from __future__ import annotations

import pytest
from daya.galat_io import Meja, uji_semua
from daya.ukuran import banyak, sebut


@pytest.fixture
def meja(ruang):
    meja = Meja(ruang / "data")
    yield meja
    meja.tutup()


def test_a_failing_disk_leaves_all_or_nothing_and_a_sentence(meja):
    hasil = uji_semua(meja, banyak(17, 1))
    sebut("galat di setiap panggilan", hasil)
    assert hasil.titik > 100
    assert hasil.cela == []
    assert (hasil.setengah, hasil.tanpa_kalimat, hasil.rusak, hasil.ulang_beda) == (0, 0, 0, 0)
