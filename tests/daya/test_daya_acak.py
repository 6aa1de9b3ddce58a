"""Numbers over thousands of acts in any order."""

from __future__ import annotations

from daya.acak import acak_kerja
from daya.ukuran import banyak, sebut


def test_no_number_is_missing_or_given_twice_whatever_the_order_of_acts(ruang):
    hasil = acak_kerja(ruang, banyak(1_000, 100_000), 1)
    sebut("kerja acak", hasil)
    assert hasil.kerja == banyak(1_000, 100_000)
    assert hasil.nomor > hasil.kerja // 3
    assert hasil.diulang > 0
    assert hasil.cela == []
