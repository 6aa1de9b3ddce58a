"""The rules that judge a clock, and the events that carry a doubtful time."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.jam import (
    Detak,
    Keraguan,
    SebabRagu,
    TandaJam,
    is_lompat,
    periksa_saat,
    susun_keraguan,
)

DIBUAT = dt.date(2026, 11, 21)
AKHIR = dt.datetime(2026, 11, 23, 2, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("beda", "sebab"),
    [
        (dt.timedelta(0), None),
        (dt.timedelta(minutes=-2), None),
        (dt.timedelta(minutes=-2, seconds=-1), SebabRagu.MUNDUR),
        (dt.timedelta(days=-1), SebabRagu.MUNDUR),
        (dt.timedelta(days=-3), SebabRagu.SEBELUM_PROGRAM),
        (dt.timedelta(days=-9000), SebabRagu.SEBELUM_PROGRAM),
        (dt.timedelta(days=30), None),
        (dt.timedelta(days=30, seconds=1), SebabRagu.LAMA),
        (dt.timedelta(days=4000), SebabRagu.LAMA),
    ],
)
def test_the_clock_is_compared_with_the_last_sure_event(beda, sebab):
    assert periksa_saat(AKHIR + beda, AKHIR, DIBUAT) == sebab


def test_without_any_event_only_the_programs_own_date_speaks():
    pagi = dt.datetime(2026, 11, 20, 17, 0, tzinfo=dt.UTC)  # midnight of the 21st in WIB
    assert periksa_saat(pagi, None, DIBUAT) is None
    assert periksa_saat(pagi - dt.timedelta(seconds=1), None, DIBUAT) is SebabRagu.SEBELUM_PROGRAM
    assert periksa_saat(pagi.replace(year=2050), None, DIBUAT) is None


@pytest.mark.parametrize(
    ("maju", "detik", "lompat"),
    [(60, 60, False), (12 * 3600, 0, False), (12 * 3600 + 1, 0, True), (-12 * 3600 - 1, 0, True),
     (72 * 3600, 72 * 3600, False), (0, 13 * 3600, True)],
)  # fmt: skip
def test_a_clock_that_is_set_goes_apart_from_the_counter(maju, detik, lompat):
    kini = Detak(AKHIR + dt.timedelta(seconds=maju), 100 + detik)
    assert is_lompat(Detak(AKHIR, 100), kini) is lompat


def test_doubt_brackets_events_by_their_numbers_not_by_their_times():
    keraguan = susun_keraguan(
        (
            TandaJam(ragu=True, sejak=5, waktu=AKHIR),
            TandaJam(ragu=True, sejak=7, waktu=AKHIR),  # says nothing new
            TandaJam(ragu=False, sejak=9, waktu=AKHIR + dt.timedelta(hours=1)),
        )
    )
    lama = AKHIR.replace(year=2002)
    assert [u for u in range(1, 12) if keraguan.is_ragu(u, lama)] == [5, 6, 7, 8]
    assert not keraguan.berjalan
    lagi = susun_keraguan((TandaJam(ragu=True, sejak=3, waktu=AKHIR),))
    assert lagi.berjalan
    assert [u for u in range(1, 6) if lagi.is_ragu(u, lama)] == [3, 4, 5]


def test_what_says_a_later_time_than_a_clock_that_is_right_was_written_under_a_wrong_one():
    keraguan = susun_keraguan((TandaJam(ragu=False, sejak=4, waktu=AKHIR),))
    besok = AKHIR + dt.timedelta(days=1)
    assert keraguan.is_ragu(3, besok)
    assert not keraguan.is_ragu(3, AKHIR + dt.timedelta(minutes=2))
    assert not keraguan.is_ragu(4, besok)


TANDA = st.lists(
    st.builds(
        TandaJam,
        ragu=st.booleans(),
        sejak=st.integers(1, 40),
        waktu=st.just(AKHIR),
    ),
    max_size=8,
)


@given(TANDA, st.integers(1, 40))
def test_the_last_word_on_the_clock_holds(tanda, urut):
    tanda = sorted(tanda, key=lambda t: t.sejak)
    keraguan = susun_keraguan(tanda)
    assert keraguan.berjalan is bool(tanda and tanda[-1].ragu)
    sebelum = [t for t in tanda if t.sejak <= urut]
    assert keraguan.is_ragu(urut, AKHIR) is bool(sebelum and sebelum[-1].ragu)


def test_nobody_said_anything():
    assert susun_keraguan(()) == Keraguan()
    assert not Keraguan().berjalan
