from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import (
    hari_tanggal,
    jam,
    parse_tanggal,
    sebut_batas_bulan,
    sebut_saat,
    sebut_saat_panjang,
    tanggal_panjang,
    tanggal_pendek,
)
from sooko_desk.domain.waktu import WIB

PROKLAMASI = dt.date(1945, 8, 17)


def test_dates_are_written_as_on_the_papers():
    tanggal = dt.date(2026, 11, 21)
    assert tanggal_panjang(tanggal) == "21 November 2026"
    assert hari_tanggal(tanggal) == "Sabtu, 21 November 2026"
    assert tanggal_pendek(tanggal) == "21/11/2026"
    assert tanggal_pendek(dt.date(2026, 1, 2)) == "02/01/2026"
    assert tanggal_panjang(dt.date(2026, 1, 2)) == "2 Januari 2026"


@pytest.mark.parametrize(
    ("hari", "nama"),
    [(16, "Senin"), (17, "Selasa"), (18, "Rabu"), (19, "Kamis"), (20, "Jumat"), (22, "Minggu")],
)
def test_week_days_have_their_names(hari, nama):
    assert hari_tanggal(dt.date(2026, 11, hari)).startswith(f"{nama}, ")


@pytest.mark.parametrize(
    ("saat", "teks"),
    [
        (dt.datetime(2026, 11, 21, 2, 5, tzinfo=dt.UTC), "09.05"),
        (dt.datetime(2026, 11, 21, 23, 59, 59, tzinfo=WIB), "23.59"),
        (dt.datetime(2026, 11, 21, 17, 0, tzinfo=dt.UTC), "00.00"),
    ],
)
def test_time_of_day_is_wib_with_a_dot(saat, teks):
    assert jam(saat) == teks


@pytest.mark.parametrize(
    ("saat", "pendek", "panjang"),
    [
        (
            dt.datetime(2026, 11, 21, 9, 5, tzinfo=WIB),
            "21/11/2026 09.05",
            "Sabtu, 21 November 2026 pukul 09.05 WIB",
        ),
        (
            dt.datetime(2026, 1, 31, 17, 0, 59, tzinfo=dt.UTC),
            "01/02/2026 00.00",
            "Minggu, 1 Februari 2026 pukul 00.00 WIB",
        ),
    ],
)
def test_a_moment_is_told_in_wib(saat, pendek, panjang):
    assert sebut_saat(saat) == pendek
    assert sebut_saat_panjang(saat) == panjang


@pytest.mark.parametrize(
    "teks",
    [
        "17081945",
        "17/8/1945",
        "17/08/1945",
        "17-08-1945",
        "17.8.1945",
        "17 8 1945",
        "17 / 8 / 1945",
        " 17 Agustus 1945\n",
        "17 agustus 1945",
        "17 AGU 1945",
        "17 Agt. 1945",
        "17-Ags-1945",
        "17\u00a0Agustus\u00a01945",
        "17Agustus1945",
        "1945-08-17",
    ],
)
def test_the_ways_officers_type_a_date(teks):
    assert parse_tanggal(teks) == PROKLAMASI


@pytest.mark.parametrize(
    ("teks", "tanggal"),
    [
        ("10 Nopember 1945", dt.date(1945, 11, 10)),
        ("10 Nop 1945", dt.date(1945, 11, 10)),
        ("1 Pebruari 1950", dt.date(1950, 2, 1)),
        ("1 Peb 1950", dt.date(1950, 2, 1)),
        ("1 Mei 1950", dt.date(1950, 5, 1)),
        ("29/2/2000", dt.date(2000, 2, 29)),
        ("1/1/1900", dt.date(1900, 1, 1)),
        ("31/12/2100", dt.date(2100, 12, 31)),
    ],
)
def test_old_spellings_and_edges_are_read(teks, tanggal):
    assert parse_tanggal(teks) == tanggal


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "Tanggal belum diisi"),
        ("  ", "Tanggal belum diisi"),
        ("31/02/1990", "Februari 1990 hanya sampai tanggal 28. Periksa"),
        ("30/2/2000", "Februari 2000 hanya sampai tanggal 29"),
        ("31 April 1990", "April 1990 hanya sampai tanggal 30"),
        ("29/2/1900", "Februari 1900 hanya sampai tanggal 28"),
        ("17/8/45", "Tulis tahun dengan 4 angka"),
        ("170845", "Tulis tahun dengan 4 angka"),
        ("17 Agustus 45", "Tulis tahun dengan 4 angka"),
        ("17/8/19450", "Tulis tahun dengan 4 angka"),
        ("08/17/1945", "Bulan 17 tidak ada"),
        ("17/0/1945", "Bulan 0 tidak ada"),
        ("0/8/1945", "Tanggal 0 tidak ada"),
        ("32/8/1945", "Tanggal 32 tidak ada"),
        ("17/8/1899", "Tahun 1899 di luar 1900 sampai 2100"),
        ("17/8/2101", "Tahun 2101 di luar"),
        ("17 August 1945", 'Nama bulan "August" tidak dikenal'),
        ("17 Ju 1945", 'Nama bulan "Ju" tidak dikenal'),
        ("kemarin", "Tanggal tidak terbaca"),
        ("17/8", "Tanggal tidak terbaca"),
        ("1945", "Tanggal tidak terbaca"),
        ("１７/8/1945", "Tanggal tidak terbaca"),
    ],
)
def test_each_mistake_has_its_own_sentence(teks, kata):
    with pytest.raises(UserError) as galat:
        parse_tanggal(teks)
    assert kata in str(galat.value)


def test_the_end_of_a_month_is_told():
    assert sebut_batas_bulan(2, 1990) == "Februari 1990 hanya sampai tanggal 28"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_a_written_date_is_read_back(tanggal):
    assert parse_tanggal(tanggal_panjang(tanggal)) == tanggal
    assert parse_tanggal(tanggal_pendek(tanggal)) == tanggal
    assert parse_tanggal(f"{tanggal:%d%m%Y}") == tanggal
    assert parse_tanggal(tanggal.isoformat()) == tanggal


@given(st.text(max_size=20) | st.from_regex(r"[0-9]{0,3}[-/ .][0-9]{0,3}[-/ .][0-9]{0,5}"))
def test_any_text_is_a_date_or_refused_in_words(teks):
    try:
        tanggal = parse_tanggal(teks)
    except UserError as galat:
        tanggal, kalimat = None, str(galat)
    else:
        kalimat = "."
    assert kalimat.endswith(".")
    assert tanggal is None or 1900 <= tanggal.year <= 2100
