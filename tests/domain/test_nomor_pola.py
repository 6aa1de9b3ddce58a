"""Number patterns read back, and whether two of them could ever give one number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.nomor import baca_nomor, check_pola, format_nomor, may_clash

POTONG = st.sampled_from(["4", "71", "/", "-", "TB", ".", "{urut}", "{tahun}"])
POLA = st.lists(POTONG, max_size=5).map(lambda x: "".join(x) + "{urut}/{tahun}")
URUT = st.integers(1, 99_999)
TAHUN = st.integers(2020, 2099)


@given(POLA, URUT, TAHUN)
def test_a_number_is_read_back_by_its_own_pattern(pola, urut, tahun):
    check_pola(pola)
    assert baca_nomor(pola, format_nomor(pola, urut, tahun)) == (urut, tahun)


@given(POLA, POLA, URUT, TAHUN, URUT, TAHUN)
def test_patterns_that_may_not_clash_never_give_one_number(a, b, u1, t1, u2, t2):
    assert may_clash(a, b) == may_clash(b, a)
    if not may_clash(a, b):
        assert format_nomor(a, u1, t1) != format_nomor(b, u2, t2)
        assert baca_nomor(b, format_nomor(a, u1, t1)) is None


@given(POLA)
def test_a_pattern_clashes_with_itself(pola):
    assert may_clash(pola, pola)


@pytest.mark.parametrize(
    ("a", "b", "bertabrakan"),
    [
        ("471.14/TB-{urut}/{tahun}", "471.14/{urut}/{tahun}", False),
        ("471.14/{urut}/{tahun}", "471.13/{urut}/{tahun}", False),
        ("470/{urut}/{tahun}", "{urut}/470/{tahun}", True),
        ("470/{tahun}/{urut}", "470/70/{urut}-{tahun}", False),
        ("{urut}/{tahun}", "{tahun}/{urut}", True),
        ("07/{urut}/{tahun}", "{urut}/1/{tahun}", False),
        ("4{urut}/{tahun}", "{urut}/{tahun}", True),
    ],
)
def test_patterns_of_the_office(a, b, bertabrakan):
    assert may_clash(a, b) is bertabrakan


@pytest.mark.parametrize("teks", ["", "471/1/26", "471/0/2026", "471/01/2026", "x471/1/2026"])
def test_a_text_of_another_pattern_is_not_read(teks):
    assert baca_nomor("471/{urut}/{tahun}", teks) is None


def test_a_place_that_stands_twice_must_say_the_same():
    assert baca_nomor("{urut}-{urut}/{tahun}", "7-7/2026") == (7, 2026)
    assert baca_nomor("{urut}-{urut}/{tahun}", "7-8/2026") is None
