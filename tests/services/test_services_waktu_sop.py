import datetime as dt

import pytest
from builders import SENIN_PAGI

from sooko_desk.domain.waktu import WIB
from sooko_desk.services.waktu_sop import KeadaanWaktu, WaktuLangkah

TEPAT, DEKAT, LEWAT, TANPA = KeadaanWaktu


def waktu(kantor, permohonan):
    return kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.kasi).waktu


@pytest.mark.parametrize(
    ("detik", "keadaan", "kata"),
    [
        (0, TEPAT, "0 dari 10 menit"),
        (-3600, TEPAT, "0 dari 10 menit"),
        (479, TEPAT, "7 dari 10 menit"),
        (480, DEKAT, "8 dari 10 menit"),
        (600, DEKAT, "10 dari 10 menit"),
        (601, LEWAT, "10 dari 10 menit"),
        (3600, LEWAT, "60 dari 10 menit"),
    ],
)
def test_a_waiting_case_is_in_time_near_or_late(kantor, detik, keadaan, kata):
    permohonan = kantor.terima()
    kantor.clock.maju(detik / 60)
    terukur = waktu(kantor, permohonan)
    assert (terukur.keadaan, terukur.kata) == (keadaan, kata)
    assert terukur.norma == 10
    assert terukur.bagian == max(detik, 0) / 600


def test_closed_hours_do_not_count(kantor):
    kantor.clock.atur(dt.datetime(2026, 11, 27, 16, 25, tzinfo=WIB))  # Friday, closes at 16.30
    permohonan = kantor.terima()
    kantor.clock.atur(dt.datetime(2026, 11, 30, 7, 32, tzinfo=WIB))
    assert waktu(kantor, permohonan) == WaktuLangkah(7, 10, 0.7, TEPAT)


@pytest.mark.parametrize("posisi", ["kirim", "di_dispendukcapil", "serahkan"])
def test_a_step_without_norm_is_never_late(kantor, posisi):
    permohonan = kantor.sampai(kantor.terima("KTP"), posisi)
    kantor.clock.atur(SENIN_PAGI + dt.timedelta(days=14))
    terukur = waktu(kantor, permohonan)
    assert (terukur.keadaan, terukur.norma, terukur.bagian) == (TANPA, None, None)
    assert terukur.kata == "tanpa batas"
    assert terukur.menit > 1000


def test_waiting_for_the_applicant_is_never_late_and_the_norm_begins_anew(kantor):
    permohonan = kantor.gerak(kantor.terima(), "periksa", "tidak_lengkap", alasan="Buram")
    kantor.clock.atur(SENIN_PAGI + dt.timedelta(days=14))
    terukur = waktu(kantor, permohonan)
    assert (terukur.keadaan, terukur.norma, terukur.kata) == (TANPA, 5, "tanpa batas")
    permohonan = kantor.gerak(permohonan, "terima", "diterima")
    kantor.clock.maju(3)
    assert waktu(kantor, permohonan) == WaktuLangkah(3, 10, 0.3, TEPAT)


def test_an_early_step_does_not_restart_the_clock_of_the_one_in_turn(kantor):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    kantor.clock.maju(9)
    permohonan = kantor.gerak(permohonan, "upload", "terupload")
    assert waktu(kantor, permohonan).keadaan is DEKAT
