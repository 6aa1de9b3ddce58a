from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sooko_desk.domain.waktu import WIB
from sooko_desk.domain.waktu_kantor import JadwalKantor, MasaKhusus, batas_waktu, menit_kantor


def rentang(*jam: str) -> tuple[tuple[dt.time, dt.time], ...]:
    saat = [dt.time.fromisoformat(satu) for satu in jam]
    return tuple(zip(saat[::2], saat[1::2], strict=True))


BIASA = rentang("07:30", "12:00", "13:00", "16:00")
JUMAT = rentang("07:30", "11:30", "13:00", "16:30")
SEMINGGU = (BIASA, BIASA, BIASA, BIASA, JUMAT, (), ())
RAMADAN = (*[rentang("08:00", "15:00")] * 5, rentang("08:00", "09:00"), ())
LIBUR = {
    dt.date(2026, 12, 25): "Hari Raya Natal",
    dt.date(2026, 12, 24): "Cuti Bersama Natal",
    dt.date(2027, 2, 10): "Libur di masa Ramadan",
    dt.date(2026, 11, 22): "Libur pada hari Minggu",
}
MASA = (
    MasaKhusus("Ramadan", dt.date(2027, 2, 8), dt.date(2027, 3, 9), RAMADAN),
    MasaKhusus("Bakti", dt.date(2027, 6, 1), dt.date(2027, 6, 1), SEMINGGU),
)
JADWAL = JadwalKantor(SEMINGGU, LIBUR, MASA)

SAAT = st.datetimes(
    dt.datetime(2026, 11, 1),  # noqa: DTZ001 - hypothesis wants bounds without zone
    dt.datetime(2027, 7, 1),  # noqa: DTZ001
    timezones=st.just(WIB),
)
JAM = st.times().map(lambda t: t.replace(second=0, microsecond=0))


def wib(teks: str) -> dt.datetime:
    return dt.datetime.fromisoformat(teks).replace(tzinfo=WIB)


def hitung_per_menit(jadwal: JadwalKantor, dari: dt.datetime, sampai: dt.datetime) -> int:
    """The plain way: look at every minute."""
    jumlah = 0
    while dari < sampai:
        buka = jadwal.list_buka(dari.date())
        jumlah += any(mulai <= dari.time() < selesai for mulai, selesai in buka)
        dari += dt.timedelta(minutes=1)
    return jumlah


@pytest.mark.parametrize(
    ("dari", "sampai", "menit"),
    [
        ("2026-11-16 08:00", "2026-11-16 08:10", 10),  # a Monday
        ("2026-11-16 08:00", "2026-11-16 08:00:30", 0.5),
        ("2026-11-16 11:55", "2026-11-16 13:05", 10),  # the break
        ("2026-11-20 11:25", "2026-11-20 13:05", 10),  # Friday's longer break
        ("2026-11-16 12:10", "2026-11-16 12:50", 0),
        ("2026-11-16 15:55", "2026-11-17 07:35", 10),  # the night
        ("2026-11-16 06:00", "2026-11-16 07:30", 0),
        ("2026-11-20 16:25", "2026-11-23 07:35", 10),  # the week-end
        ("2026-11-21 00:00", "2026-11-22 23:59", 0),
        ("2026-11-16 00:00", "2026-11-23 00:00", 2250),  # 37.5 hours a week
        ("2026-12-23 15:55", "2026-12-28 07:35", 10),  # cuti bersama and Christmas
        ("2027-02-05 16:25", "2027-02-08 08:05", 10),  # into Ramadan hours
        ("2027-02-08 00:00", "2027-02-14 00:00", 4 * 420 + 60),  # with a holiday and a Saturday
        ("2027-03-09 14:55", "2027-03-10 07:35", 10),  # and out of them
        ("2026-11-16 09:00", "2026-11-16 08:00", 0),  # backwards
        ("2026-11-16 09:00", "2026-11-16 09:00", 0),
    ],
)
def test_only_open_time_counts(dari, sampai, menit):
    assert menit_kantor(JADWAL, wib(dari), wib(sampai)) == menit


def test_time_zones_are_the_same_instants():
    dari, sampai = wib("2026-11-16 08:00"), wib("2026-11-17 08:00")
    assert menit_kantor(JADWAL, dari.astimezone(dt.UTC), sampai) == 450


def test_years_are_counted_by_division():
    jadwal = JadwalKantor(SEMINGGU, {})
    seribu_tahun = menit_kantor(jadwal, wib("1000-01-06 00:00"), wib("3000-01-06 00:00"))
    minggu = (dt.date(3000, 1, 6) - dt.date(1000, 1, 6)).days // 7
    assert seribu_tahun == pytest.approx(minggu * 2250, abs=7 * 480)


@pytest.mark.parametrize(
    ("dari", "menit", "batas"),
    [
        ("2026-11-16 08:00", 10, "2026-11-16 08:10"),
        ("2026-11-16 11:55", 10, "2026-11-16 13:05"),
        ("2026-11-16 11:50", 10, "2026-11-16 12:00"),
        ("2026-11-16 15:55", 10, "2026-11-17 07:35"),
        ("2026-11-20 16:25", 10, "2026-11-23 07:35"),
        ("2026-11-21 10:00", 5, "2026-11-23 07:35"),
        ("2026-12-23 15:55", 10, "2026-12-28 07:35"),
        ("2026-11-16 05:00", 2250, "2026-11-20 16:30"),
        ("2026-11-21 10:00", 0, "2026-11-21 10:00"),
    ],
)
def test_the_norm_runs_out_in_open_time(dari, menit, batas):
    hasil = batas_waktu(JADWAL, wib(dari), menit)
    assert hasil == wib(batas)
    assert hasil.tzinfo is dt.UTC


def test_open_spans_of_a_date():
    assert JADWAL.list_buka(dt.date(2026, 11, 20)) == JUMAT
    assert JADWAL.list_buka(dt.date(2026, 11, 21)) == ()
    assert JADWAL.list_buka(dt.date(2026, 12, 25)) == ()
    assert JADWAL.list_buka(dt.date(2027, 2, 13)) == rentang("08:00", "09:00")
    assert JADWAL.list_buka(dt.date(2027, 2, 10)) == ()


def test_equal_schedules_are_equal_and_hashable():
    sama = JadwalKantor(SEMINGGU, dict(LIBUR), MASA)
    assert sama == JADWAL
    assert hash(sama) == hash(JADWAL)


@pytest.mark.parametrize(
    ("jam", "masa", "kata"),
    [
        ((BIASA,), (), "seven days"),
        (((),) * 7, (), "never open"),
        ((*[()] * 6, rentang("09:00", "08:00")), (), "closes after"),
        ((*[()] * 6, rentang("09:00", "09:00")), (), "closes after"),
        ((*[()] * 6, rentang("09:00", "11:00", "10:00", "12:00")), (), "in order"),
        (SEMINGGU, (MasaKhusus("x", dt.date(2027, 2, 2), dt.date(2027, 2, 1), RAMADAN),), "ends"),
        (SEMINGGU, (MASA[1], MASA[0]), "periods must be in order"),
        (SEMINGGU, (MasaKhusus("x", dt.date(2027, 2, 2), dt.date(2027, 2, 2), ()),), "seven"),
    ],
)
def test_a_broken_schedule_is_a_bug(jam, masa, kata):
    with pytest.raises(ValueError, match=kata):
        JadwalKantor(jam, {}, masa)


@given(SAAT, SAAT, SAAT)
def test_parts_add_up_to_the_whole(satu, dua, tiga):
    satu, dua, tiga = sorted((satu, dua, tiga))
    bagian = menit_kantor(JADWAL, satu, dua) + menit_kantor(JADWAL, dua, tiga)
    assert bagian == pytest.approx(menit_kantor(JADWAL, satu, tiga), abs=1e-6)


@given(SAAT, SAAT)
def test_never_negative_and_never_more_than_the_wall_clock(satu, dua):
    menit = menit_kantor(JADWAL, satu, dua)
    assert 0 <= menit <= max((dua - satu).total_seconds() / 60, 0)


@settings(max_examples=40)
@given(st.dates(dt.date(2026, 11, 18), dt.date(2027, 6, 3)), JAM, st.integers(0, 5 * 24 * 60))
def test_same_as_looking_at_every_minute(hari, jam, lama):
    dari = dt.datetime.combine(hari, jam, WIB)
    sampai = dari + dt.timedelta(minutes=lama)
    assert menit_kantor(JADWAL, dari, sampai) == hitung_per_menit(JADWAL, dari, sampai)


@given(SAAT, st.integers(0, 3000))
def test_the_norm_is_used_up_exactly_and_not_before(dari, menit):
    batas = batas_waktu(JADWAL, dari, menit)
    assert batas >= dari
    assert menit_kantor(JADWAL, dari, batas) == menit
    if menit:
        sebelum = batas - dt.timedelta(microseconds=1)
        assert menit_kantor(JADWAL, dari, sebelum) < menit
