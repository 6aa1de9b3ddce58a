"""PINs that are refused, and the delay after wrong ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.pin import JEDA_TERLAMA, check_pin, jeda_detik, sebut_jeda


@pytest.mark.parametrize("pin", ["482915", "736104", "135790", "246813", "990314", "320145"])
def test_a_pin_of_six_digits_is_taken(pin):
    check_pin(pin)


@pytest.mark.parametrize("pin", ["", "12345", "1234567", "12a456", "48 915", "4829١5"])
def test_a_pin_has_six_digits(pin):
    with pytest.raises(UserError, match="PIN harus 6 angka"):
        check_pin(pin)


@pytest.mark.parametrize(
    ("pin", "sebab"),
    [
        ("000000", "kembar atau berurutan"),
        ("777777", "kembar atau berurutan"),
        ("345678", "kembar atau berurutan"),
        ("890123", "kembar atau berurutan"),
        ("098765", "kembar atau berurutan"),
        ("000001", "berpola"),
        ("383838", "berpola"),
        ("123123", "berpola"),
        ("583583", "berpola"),
        ("839938", "berpola"),
        ("112233", "berpola"),
        ("998877", "berpola"),
        ("123987", "berpola"),
        ("777345", "berpola"),
        ("159753", "berpola"),
        ("170845", "tanggal"),
        ("290203", "tanggal"),
        ("311299", "tanggal"),
    ],
)
def test_a_pin_that_is_guessed_first_is_refused(pin, sebab):
    with pytest.raises(UserError, match=sebab):
        check_pin(pin)


def test_enough_pins_are_left():
    semua = range(0, 10**6, 47)  # of every kind: 47 divides no number of six repeated digits
    assert sum(map(_is_diterima, semua)) > 0.95 * len(semua)


def _is_diterima(angka):
    try:
        check_pin(f"{angka:06d}")
    except UserError:
        return False
    return True


def test_the_delay_doubles_from_the_third_wrong_pin_to_five_minutes():
    assert [jeda_detik(n) for n in range(14)] == [
        0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300
    ]  # fmt: skip


@given(st.integers(0, 10**9))
def test_the_delay_never_shrinks_and_never_is_for_good(gagal):
    assert jeda_detik(gagal) <= jeda_detik(gagal + 1) <= JEDA_TERLAMA


@pytest.mark.parametrize(
    ("detik", "kata"),
    [(0, "0 detik"), (1, "1 detik"), (60, "1 menit"), (256, "4 menit 16 detik")],
)
def test_a_delay_is_said_in_words(detik, kata):
    assert sebut_jeda(detik) == kata
