from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.alur import HASIL_BATAL, LANGKAH_ASLI
from sooko_desk.domain.lama import (
    DISPENDUKCAPIL,
    KANTOR,
    PEMOHON,
    Lama,
    Ruas,
    dikembalikan_sejak,
    hitung_kini,
    hitung_lama,
    ukur_langkah,
    ukur_ruas,
    waktu_efektif,
)
from sooko_desk.domain.permohonan import Peristiwa
from sooko_desk.domain.sop import SELESAI, Peran
from sooko_desk.domain.waktu import WIB
from sooko_desk.domain.waktu_kantor import JadwalKantor
from sooko_desk.sop.muat import load_rak

SOP = {sop.layanan: sop for sop in load_rak((AKAR / "sop_data",)).sop}
KK, KTP = SOP["KK"], SOP["KTP"]
MENIT = dt.timedelta(minutes=1)
HARI = dt.timedelta(days=1)


def jam(*teks: str) -> tuple[tuple[dt.time, dt.time], ...]:
    saat = [dt.time.fromisoformat(satu) for satu in teks]
    return tuple(zip(saat[::2], saat[1::2], strict=True))


BIASA = jam("07:30", "12:00", "13:00", "16:00")
JUMAT = jam("07:30", "11:30", "13:00", "16:30")
KANTOR_SOOKO = JadwalKantor((BIASA, BIASA, BIASA, BIASA, JUMAT, (), ()), {})
SENIN = dt.datetime(2026, 11, 23, 8, 0, tzinfo=WIB)


def riwayat(*baris):
    """Events from (minutes after Monday 08.00, dari, langkah, hasil, ke), in order."""
    return tuple(
        Peristiwa(
            urut, langkah, hasil, dari, ke, "Rini Contoh", Peran.OPERATOR, SENIN + menit * MENIT
        )
        for urut, (menit, dari, langkah, hasil, ke) in enumerate(baris, start=1)
    )


def ringkas(lama: Lama) -> list[tuple[str, str, float]]:
    return [(r.langkah, r.menunggu, r.mikro / 60e6) for r in lama.ruas]


TERIMA = (0, "terima", "terima", "diterima", "periksa")
KEMBALI = (8, "periksa", "periksa", "tidak_lengkap", "terima")
LENGKAP = (8, "periksa", "periksa", "lengkap", "entri")


def lama_kk(*baris, pada):
    return hitung_lama(KK, riwayat(*baris), KANTOR_SOOKO, SENIN + pada * MENIT)


def test_a_case_is_measured_step_by_step_and_party_by_party():
    lama = lama_kk(
        TERIMA,
        KEMBALI,
        (60, "terima", "terima", "diterima", "periksa"),
        (64, "periksa", "periksa", "lengkap", "entri"),
        pada=70,
    )
    assert ringkas(lama) == [
        ("periksa", KANTOR, 8),
        ("terima", PEMOHON, 52),
        ("periksa", KANTOR, 4),
        ("entri", KANTOR, 6),
    ]
    assert [r.menit for r in lama.ruas] == [8, 0, 4, 6]
    assert [r.kunjungan for r in lama.ruas] == [1, 2, 3, 4]
    assert lama.menit_per_langkah() == {"periksa": 12, "terima": 0, "entri": 6}
    assert (lama.menit_pihak(KANTOR), lama.menit_pihak(PEMOHON)) == (18, 52)
    assert lama.menit_pihak(DISPENDUKCAPIL) == 0
    assert lama.jumlah == 70
    assert lama.kini is not None
    assert (lama.kini.langkah, lama.kini.menunggu, lama.kini.norma) == ("entri", KANTOR, 10)
    assert (lama.kini.menit, lama.kini.menit_jeda, lama.kini.bagian) == (6, 0, 0.6)
    assert lama.kini.sejak == SENIN + 64 * MENIT


def test_a_second_visit_begins_the_norm_anew():
    lama = lama_kk(TERIMA, KEMBALI, (60, "terima", "terima", "diterima", "periksa"), pada=63)
    assert lama.kini is not None
    assert (lama.kini.menit, lama.kini.bagian) == (3, 0.3)


def test_while_the_applicant_has_the_case_no_norm_runs():
    kini = lama_kk(TERIMA, KEMBALI, pada=60).kini
    assert kini is not None
    assert (kini.menunggu, kini.menit, kini.menit_jeda) == (PEMOHON, 0, 52)
    assert (kini.norma, kini.bagian) == (5, None)


def test_time_with_dispendukcapil_is_kept_apart():
    cerita = riwayat(
        TERIMA,
        LENGKAP,
        (9, "entri", "entri", "terinput", "kirim"),
        (10, "kirim", "kirim", "terkirim", "di_dispendukcapil"),
        (100, "di_dispendukcapil", "di_dispendukcapil", "kartu_diterima", "serahkan"),
    )
    lama = hitung_lama(KTP, cerita, KANTOR_SOOKO, SENIN + 101 * MENIT)
    assert lama.menit_pihak(DISPENDUKCAPIL) == 90
    assert lama.menit_pihak(KANTOR) == 11
    assert lama.kini is not None
    assert (lama.kini.norma, lama.kini.bagian) == (None, None)


def test_a_closed_case_stands_still():
    cerita = riwayat(TERIMA, (5, "serahkan", "serahkan", "diserahkan", SELESAI))
    satu = hitung_lama(KK, cerita, KANTOR_SOOKO, SENIN + 6 * MENIT)
    assert satu == hitung_lama(KK, cerita, KANTOR_SOOKO, SENIN + 90 * HARI)
    assert satu.kini is None
    assert satu.jumlah == 5


def test_an_undone_hand_over_was_never_made():
    cerita = riwayat(
        (0, "terima", "terima", "diterima", "serahkan"),
        (5, "serahkan", "serahkan", "diserahkan", SELESAI),
        (9, SELESAI, "serahkan", HASIL_BATAL, "serahkan"),
    )
    lama = hitung_lama(KK, cerita, KANTOR_SOOKO, SENIN + 12 * MENIT)
    assert ringkas(lama) == [("serahkan", KANTOR, 12)]


@pytest.mark.parametrize("salah", [KEMBALI, LENGKAP])
def test_an_undone_decision_does_not_begin_a_new_visit(salah):
    batal = (11, salah[-1], "periksa", HASIL_BATAL, "periksa")
    lama = lama_kk(TERIMA, salah, batal, pada=13)
    assert ringkas(lama) == [("periksa", KANTOR, 13)]
    assert lama == lama_kk(TERIMA, pada=13)


def test_two_decisions_are_undone_one_after_the_other():
    lama = lama_kk(
        TERIMA,
        LENGKAP,
        (9, "entri", "entri", "terinput", "verifikasi"),
        (10, "verifikasi", "entri", HASIL_BATAL, "entri"),
        (11, "entri", "periksa", HASIL_BATAL, "periksa"),
        pada=12,
    )
    assert ringkas(lama) == [("periksa", KANTOR, 12)]


def test_an_undone_step_of_the_applicant_goes_back_to_the_applicant():
    lama = lama_kk(
        TERIMA,
        KEMBALI,
        (20, "terima", "terima", "diterima", "periksa"),
        (25, "periksa", "terima", HASIL_BATAL, "terima"),
        pada=30,
    )
    assert ringkas(lama) == [("periksa", KANTOR, 8), ("terima", PEMOHON, 22)]


def test_an_undone_intake_leaves_the_case_at_its_first_step():
    lama = lama_kk(TERIMA, (4, "periksa", "terima", HASIL_BATAL, "terima"), pada=6)
    assert ringkas(lama) == [("terima", KANTOR, 6)]
    lama = lama_kk(
        TERIMA,
        (4, "periksa", "terima", HASIL_BATAL, "terima"),
        (6, "terima", "terima", "diterima", "periksa"),
        pada=9,
    )
    assert ringkas(lama) == [("terima", KANTOR, 6), ("periksa", KANTOR, 3)]


def test_an_undoing_that_fits_no_decision_is_a_move_of_the_office():
    lama = lama_kk(TERIMA, LENGKAP, (9, "entri", "cetak", HASIL_BATAL, "cetak"), pada=10)
    assert ringkas(lama) == [
        ("periksa", KANTOR, 8),
        ("entri", KANTOR, 1),
        ("cetak", KANTOR, 1),
    ]


def test_an_early_step_leaves_the_case_with_whoever_has_it():
    awal = (0, "terima", "terima", "diterima", "verifikasi")
    dahulu = (3, "verifikasi", "upload", "terupload", "verifikasi")
    assert lama_kk(awal, dahulu, pada=9) == lama_kk(awal, pada=9)


def test_an_outcome_that_stays_at_its_step_begins_no_new_visit():
    """No SOP of the office has one yet; a later sheet may."""
    cerita = riwayat(TERIMA, (2, "periksa", "periksa", "tunda", "periksa"))
    lama = hitung_lama(KK, cerita, KANTOR_SOOKO, SENIN + 5 * MENIT)
    assert [r.kunjungan for r in lama.ruas] == [1, 1]
    assert lama.kini is not None
    assert (lama.kini.menit, lama.kini.sejak) == (5, SENIN)


@pytest.mark.parametrize(
    "gerak",
    [
        ("periksa", "periksa", "hilang", "entri"),
        ("periksa", "hilang", "lengkap", "entri"),
        ("periksa", "periksa", "lengkap", "hilang"),
    ],
)
def test_what_the_sop_does_not_know_counts_as_office_time(gerak):
    lama = lama_kk(TERIMA, (8, *gerak), pada=10)
    assert ringkas(lama) == [("periksa", KANTOR, 8), (gerak[-1], KANTOR, 2)]
    assert lama.kini is not None
    assert lama.kini.norma == (None if gerak[-1] == "hilang" else 10)
    assert (lama.kini.bagian is None) == (gerak[-1] == "hilang")


def test_a_case_without_an_event_has_no_duration():
    assert hitung_lama(KK, (), KANTOR_SOOKO, SENIN) == Lama((), None)
    asli = riwayat((0, "periksa", LANGKAH_ASLI, "dikembalikan", "periksa"))
    assert hitung_lama(KK, asli, KANTOR_SOOKO, SENIN) == Lama((), None)
    for kosong in ((), asli):
        assert hitung_kini(KK, kosong, KANTOR_SOOKO, SENIN) is None
        assert dikembalikan_sejak(KK, kosong) is None


def test_a_clock_that_jumps_back_makes_later_instants_wait_for_it():
    lama = lama_kk(
        (10, *TERIMA[1:]),
        (-300, *LENGKAP[1:]),
        (14, "entri", "entri", "terinput", "verifikasi"),
        pada=-9999,
    )
    assert ringkas(lama) == [
        ("periksa", KANTOR, 0),
        ("entri", KANTOR, 4),
        ("verifikasi", KANTOR, 0),
    ]
    assert all(satu.sampai == dua.dari for satu, dua in pairwise(lama.ruas))


def test_the_effective_instant_is_the_latest_so_far():
    cerita = riwayat(TERIMA, LENGKAP, (99, "entri", LANGKAH_ASLI, "dikembalikan", "entri"))
    assert waktu_efektif(cerita, SENIN) == SENIN + 8 * MENIT
    assert waktu_efektif(cerita, SENIN + HARI) == SENIN + HARI
    assert waktu_efektif((), SENIN) == SENIN


def test_a_span_never_ends_before_it_begins():
    ruas = ukur_ruas(KANTOR_SOOKO, "periksa", KANTOR, SENIN, SENIN - HARI)
    assert ruas == Ruas("periksa", KANTOR, SENIN, SENIN, 0)
    kini = ukur_langkah((ruas,), 10)
    assert (kini.menit, kini.menit_jeda, kini.bagian) == (0, 0, 0)


DATANG = (60, "terima", "terima", "diterima", "periksa")
BATAL = (9, "terima", "periksa", HASIL_BATAL, "periksa")


@pytest.mark.parametrize(
    ("cerita", "menit"),
    [
        pytest.param((TERIMA,), None, id="never"),
        pytest.param((TERIMA, LENGKAP), None, id="complete at once"),
        pytest.param((TERIMA, KEMBALI), 8, id="with the applicant"),
        pytest.param((TERIMA, KEMBALI, DATANG), 8, id="back"),
        pytest.param((TERIMA, KEMBALI, BATAL), None, id="undone"),
        pytest.param((TERIMA, KEMBALI, BATAL, (10, *KEMBALI[1:])), 10, id="decided again"),
        pytest.param((TERIMA, KEMBALI, DATANG, (70, *KEMBALI[1:])), 70, id="twice"),
        pytest.param(
            (TERIMA, KEMBALI, DATANG, (70, *KEMBALI[1:]), (71, *BATAL[1:])), 8, id="second undone"
        ),
        pytest.param((TERIMA, KEMBALI, DATANG, (70, *LENGKAP[1:])), 8, id="then complete"),
        pytest.param(
            (TERIMA, LENGKAP, (9, "entri", "entri", "kembali_periksa", "periksa")),
            None,
            id="back to the Kasi only",
        ),
        pytest.param(((20, *TERIMA[1:]), KEMBALI), 20, id="clock jumped back"),
    ],
)
def test_when_papers_were_last_found_missing(cerita, menit):
    harap = None if menit is None else SENIN + menit * MENIT
    assert dikembalikan_sejak(KK, riwayat(*cerita)) == harap


def test_only_the_step_that_looks_for_missing_papers_sends_back_for_them():
    """As a later sheet may have it: the counter sends the applicant home for another reason."""
    entri = KK.get_langkah("entri")
    pulang = replace(entri.hasil[-1], id="pulang", menunggu=PEMOHON)
    entri = replace(entri, hasil=(*entri.hasil, pulang))
    sop = replace(KK, langkah=tuple(entri if t.id == "entri" else t for t in KK.langkah))
    cerita = riwayat(TERIMA, LENGKAP, (9, "entri", "entri", "pulang", "periksa"))
    kini = hitung_kini(sop, cerita, KANTOR_SOOKO, SENIN + 9 * MENIT)
    assert kini is not None
    assert kini.menunggu == PEMOHON
    assert dikembalikan_sejak(sop, cerita) is None
