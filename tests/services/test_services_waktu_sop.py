import datetime as dt

import pytest
from builders import SENIN_PAGI

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.lama import hitung_lama, ukur_langkah, ukur_ruas
from sooko_desk.domain.waktu import WIB
from sooko_desk.services.waktu_sop import KeadaanWaktu, WaktuLangkah, nilai_waktu
from sooko_desk.sop.jadwal import load_jadwal

JADWAL = load_jadwal(AKAR / "sop_data" / "tabel")
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


@pytest.mark.parametrize(
    ("detik", "sisa"),
    [
        (0, "sisa 10 menit"),
        (-3600, "sisa 10 menit"),
        (59, "sisa 10 menit"),
        (361, "sisa 4 menit"),
        (599, "sisa 1 menit"),
        (600, "sisa 0 menit"),
        (601, "lewat kurang dari 1 menit"),
        (660, "lewat 1 menit"),
        (22 * 60, "lewat 12 menit"),
        (70 * 60, "lewat 1 jam"),
        (140 * 60, "lewat 2 jam 10 menit"),
        (24 * 3600, "lewat 7 jam 20 menit"),  # a working day has 7.5 hours
    ],
)
def test_what_is_left_is_told_in_office_hours(kantor, detik, sisa):
    permohonan = kantor.terima()
    kantor.clock.maju(detik / 60)
    assert waktu(kantor, permohonan).sisa_kata == sisa


def test_a_long_norm_is_told_in_hours():
    assert WaktuLangkah(5, 180, 5 / 180, TEPAT).sisa_kata == "sisa 2 jam 55 menit"


@pytest.mark.parametrize("lama", [0, 7, 9, 14])
@pytest.mark.parametrize(
    ("langkah", "hasil"), [("periksa", "tidak_lengkap"), ("periksa", "lengkap")]
)
def test_queue_and_story_tell_the_same_also_after_undoing(kantor, lama, langkah, hasil):
    permohonan = kantor.terima()
    kantor.clock.maju(3)
    alasan = "Buram" if hasil == "tidak_lengkap" else ""
    permohonan = kantor.gerak(permohonan, langkah, hasil, alasan=alasan)
    kantor.clock.maju(lama)
    permohonan = kantor.meja.alur.batalkan("batal", permohonan.ringkasan.id, kantor.kasi)
    kantor.clock.maju(1)
    kini = hitung_lama(kantor.sop(), permohonan.riwayat, JADWAL, kantor.clock.now()).kini
    assert kini is not None
    assert nilai_waktu(kini) == waktu(kantor, permohonan)
    assert kini.menit == lama + 4


def test_a_stay_in_two_parts_is_judged_by_what_counts():
    pagi = SENIN_PAGI
    bagian = [
        ukur_ruas(
            JADWAL, "periksa", siapa, pagi + dt.timedelta(minutes=a), pagi + dt.timedelta(minutes=b)
        )
        for siapa, a, b in [("", 0, 4), ("pemohon", 4, 34), ("", 34, 39)]
    ]
    assert nilai_waktu(ukur_langkah(bagian, 10)) == WaktuLangkah(9, 10, 0.9, DEKAT)
    assert nilai_waktu(ukur_langkah(bagian[:2], 10)) == WaktuLangkah(30, 10, None, TANPA)


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
    assert terukur.kata == terukur.sisa_kata == "tanpa batas"
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
