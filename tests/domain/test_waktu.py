from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.waktu import (
    WIB,
    JamSistem,
    JamTetap,
    dari_iso,
    hari_ini,
    iso_utc,
    ke_wib,
)

PAGI = dt.datetime(2026, 11, 21, 2, 5, tzinfo=dt.UTC)
SAAT = st.datetimes(
    dt.datetime(1950, 1, 1),  # noqa: DTZ001 - hypothesis wants bounds without zone
    dt.datetime(2150, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([dt.UTC, WIB, dt.timezone(dt.timedelta(hours=-9))]),
)
TANPA_ZONA = PAGI.replace(tzinfo=None)


def test_the_system_clock_is_aware_and_does_not_run_backwards():
    jam = JamSistem()
    dahulu = jam.now()
    assert dahulu.tzinfo is dt.UTC
    assert dahulu <= jam.now()


def test_a_fixed_clock_moves_only_when_it_is_moved():
    jam = JamTetap(PAGI.astimezone(WIB))
    assert jam.now() == PAGI
    assert jam.now().tzinfo is dt.UTC
    jam.maju(2.5)
    assert jam.now() == PAGI + dt.timedelta(seconds=150)
    jam.atur(PAGI - dt.timedelta(days=1))
    assert jam.now() == PAGI - dt.timedelta(days=1)


def test_today_is_the_date_in_wib():
    assert hari_ini(JamTetap(dt.datetime(2026, 11, 20, 16, 59, tzinfo=dt.UTC))) == dt.date(
        2026, 11, 20
    )
    assert hari_ini(JamTetap(dt.datetime(2026, 11, 20, 17, 0, tzinfo=dt.UTC))) == dt.date(
        2026, 11, 21
    )


def test_wib_is_seven_hours_ahead():
    assert ke_wib(PAGI).isoformat() == "2026-11-21T09:05:00+07:00"
    assert ke_wib(PAGI).tzname() == "WIB"


def test_stored_text_has_one_form():
    assert iso_utc(PAGI) == "2026-11-21T02:05:00.000000Z"
    assert iso_utc(PAGI.astimezone(WIB)) == iso_utc(PAGI)
    assert dari_iso("2026-11-21T09:05:00+07:00") == PAGI


@pytest.mark.parametrize("panggil", [ke_wib, iso_utc, JamTetap, JamTetap(PAGI).atur])
def test_a_time_without_zone_is_a_bug(panggil):
    with pytest.raises(ValueError, match="without time zone"):
        panggil(TANPA_ZONA)


@pytest.mark.parametrize("teks", ["", "kemarin", "2026-11-21T09:05:00", "2026-11-21"])
def test_text_that_is_no_instant_is_a_bug(teks):
    with pytest.raises(ValueError, match=r"isoformat|time zone"):
        dari_iso(teks)


@given(SAAT)
def test_stored_text_is_read_back(saat):
    assert dari_iso(iso_utc(saat)) == saat
    assert dari_iso(iso_utc(saat)).tzinfo is dt.UTC


@given(SAAT, SAAT)
def test_order_of_texts_is_order_of_instants(satu, dua):
    assert (iso_utc(satu) < iso_utc(dua)) == (satu < dua)
