"""Words that several screens share."""

from __future__ import annotations

import pytest

from sooko_desk.services.waktu_sop import KeadaanWaktu, WaktuLangkah
from sooko_desk.ui.kata import ringkas_waktu, sebut_lama, sebut_waktu

SEHARI = 450
TANPA_BATAS = WaktuLangkah(2700, None, None, KeadaanWaktu.TANPA)


def waktu(menit, norma=10, *, gangguan=False):
    return WaktuLangkah(menit, norma, menit / norma, KeadaanWaktu.LEWAT, gangguan=gangguan)


@pytest.mark.parametrize(
    ("menit", "kata"),
    [
        (0, "0 menit"),
        (59, "59 menit"),
        (125, "2 jam 5 menit"),
        (SEHARI - 1, "7 jam 29 menit"),
        (SEHARI, "1 hari kerja"),
        (SEHARI + 59, "1 hari kerja"),
        (SEHARI + 60, "1 hari kerja 1 jam"),
        (7 * SEHARI - 1, "6 hari kerja 7 jam"),
    ],
)
def test_a_length_of_time_is_told_in_the_largest_words_that_fit(menit, kata):
    assert sebut_lama(menit) == kata


@pytest.mark.parametrize(
    ("lama", "kata", "ringkas"),
    [
        (waktu(12), "12 dari 10 menit", "12/10"),
        (waktu(120), "120 dari 10 menit", "120/10"),
        (waktu(121), "2 jam 1 menit, batas 10 menit", "2 jam"),
        (waktu(2700), "6 hari kerja, batas 10 menit", "6 hari"),
        (waktu(2880, 180), "6 hari kerja 3 jam, batas 3 jam", "6 hari"),
        (waktu(300, gangguan=True), "5 jam, batas 10 menit, SIAK gangguan", "5 jam"),
        (waktu(99 * SEHARI), "99 hari kerja, batas 10 menit", "99 hari"),
        (waktu(100 * SEHARI), "100 hari kerja, batas 10 menit", "99+ hr"),
        (TANPA_BATAS, "tanpa batas", "–"),
    ],
)
def test_a_stay_beyond_two_hours_is_not_told_in_minutes(lama, kata, ringkas):
    assert (sebut_waktu(lama), ringkas_waktu(lama)) == (kata, ringkas)
