"""Outages from the rows that were appended."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.gangguan import (
    BELUM_SELESAI,
    BarisGangguan,
    TandaGangguan,
    list_jeda,
    susun_gangguan,
)
from sooko_desk.domain.waktu import WIB

PAGI = dt.datetime(2026, 11, 23, 9, 5, tzinfo=WIB)
MULAI, SELESAI = TandaGangguan


def susun(*baris):
    """From (tanda, minute, reason, officer)."""
    return susun_gangguan(
        "siak",
        [
            BarisGangguan(n, tanda, PAGI + dt.timedelta(minutes=menit), alasan, siapa)
            for n, (tanda, menit, alasan, siapa) in enumerate(baris, start=1)
        ],
    )


def menit(saat):
    return None if saat is None else (saat - PAGI) // dt.timedelta(minutes=1)


def test_a_beginning_and_an_end_make_one_outage():
    (satu,) = susun((MULAI, 0, "mati lampu", "Rini"), (SELESAI, 20, "", "Bambang"))
    assert (satu.id, satu.sistem, menit(satu.mulai), menit(satu.selesai)) == (1, "siak", 0, 20)
    assert (satu.alasan, satu.petugas, satu.penutup) == ("mati lampu", "Rini", "Bambang")
    assert satu.catatan == ()


def test_a_running_outage_has_no_end():
    dua = susun((MULAI, 0, "", "Rini"), (SELESAI, 20, "", "Rini"), (MULAI, 30, "", "Rini"))[1]
    assert (dua.id, dua.selesai, dua.penutup) == (3, None, "")
    assert list_jeda([dua]) == ((dua.mulai, BELUM_SELESAI),)


def test_an_end_after_an_end_corrects_it_and_its_words_stay():
    (satu,) = susun(
        (MULAI, 0, "", "Rini"),
        (SELESAI, 500, "lupa ditutup", "Rini"),
        (SELESAI, 40, "(semula 17.25)", "Bambang"),
    )
    assert (menit(satu.selesai), satu.penutup) == (40, "Bambang")
    assert satu.catatan == ("lupa ditutup", "(semula 17.25)")
    assert list_jeda([satu]) == ((satu.mulai, satu.selesai),)


def test_an_end_before_the_beginning_is_the_beginning():
    (satu,) = susun((MULAI, 10, "", "Rini"), (SELESAI, 5, "", "Rini"))
    assert satu.selesai == satu.mulai


def test_rows_that_fit_nowhere_say_nothing():
    assert susun((SELESAI, 0, "", "Rini")) == ()
    (satu,) = susun((MULAI, 0, "a", "Rini"), (MULAI, 5, "b", "Bambang"))
    assert (satu.id, satu.alasan) == (1, "a")


@given(
    st.lists(
        st.tuples(
            st.sampled_from([MULAI, SELESAI]),
            st.integers(-1000, 1000),
            st.just(""),
            st.just("Rini"),
        )
    )
)
def test_no_outage_is_negative_and_only_the_last_may_run(baris):
    semua = susun(*baris)
    assert all(g.selesai is not None for g in semua[:-1])
    assert all(awal <= akhir for awal, akhir in list_jeda(semua))
