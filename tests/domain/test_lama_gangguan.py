"""The clock of a step that needs SIAK stands while SIAK is down."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.alur import HASIL_BATAL
from sooko_desk.domain.gangguan import BELUM_SELESAI
from sooko_desk.domain.lama import (
    DISPENDUKCAPIL,
    KANTOR,
    PEMOHON,
    hitung_kini,
    hitung_lama,
    mikro_jeda,
    ukur_langkah,
    ukur_ruas,
    waktu_efektif,
)
from sooko_desk.domain.permohonan import Peristiwa
from sooko_desk.domain.sop import SELESAI, Peran
from sooko_desk.domain.waktu import WIB
from sooko_desk.domain.waktu_kantor import JadwalKantor
from sooko_desk.sop.jadwal import load_jadwal
from sooko_desk.sop.muat import load_rak

JADWAL = load_jadwal(AKAR / "sop_data" / "tabel")
SOP = {sop.layanan: sop for sop in load_rak((AKAR / "sop_data",)).sop}
KK, KTP = SOP["KK"], SOP["KTP"]
SENIN = dt.datetime(2026, 11, 23, 8, tzinfo=WIB)
MENIT = dt.timedelta(minutes=1)
SEPANJANG_HARI = JadwalKantor((((dt.time(0), dt.time(23, 59)),),) * 7, {})

TERIMA = ("terima", "terima", "diterima", "periksa")
LENGKAP = ("periksa", "periksa", "lengkap", "entri")
KURANG = ("periksa", "periksa", "tidak_lengkap", "terima")
TERINPUT = ("entri", "entri", "terinput", "verifikasi")
TERKIRIM = ("kirim", "kirim", "terkirim", "di_dispendukcapil")
TERINPUT_KTP = ("entri", "entri", "terinput", "kirim")


def cerita(*baris):
    """Events from (minute, move)."""
    return tuple(
        Peristiwa(n, langkah, hasil, dari, ke, "Rini", Peran.OPERATOR, SENIN + menit * MENIT)
        for n, (menit, (dari, langkah, hasil, ke)) in enumerate(baris, start=1)
    )


def jeda(*menit):
    """Spans from (from, to) in minutes; to None = it runs."""
    return [
        (SENIN + a * MENIT, BELUM_SELESAI if b is None else SENIN + b * MENIT) for a, b in menit
    ]


ENTRI = cerita((0, TERIMA), (5, LENGKAP))


@pytest.mark.parametrize(
    ("down", "menit", "gangguan", "berhenti"),
    [
        ([], 30, 0, False),
        ([(10, 20)], 20, 10, False),
        ([(0, 20)], 15, 15, False),  # what lies before the stay is not of the stay
        ([(10, None)], 5, 25, True),
        ([(35, None)], 30, 0, True),  # begins now
        ([(30, 35)], 25, 5, False),  # ends now
        ([(10, 20), (15, 25)], 15, 15, False),
        ([(15, 25), (10, 20), (12, 13)], 15, 15, False),
        ([(20, 10)], 30, 0, False),  # ends before it begins
        ([(10, 20), (20, 10)], 20, 10, False),
        ([(40, 50)], 30, 0, False),
        ([(-600, -590)], 30, 0, False),
        ([(-600, None)], 0, 30, True),
        ([(-100, 600)], 0, 30, True),
    ],
)
def test_the_stay_at_entry_without_the_time_that_siak_was_down(down, menit, gangguan, berhenti):
    lama = hitung_lama(KK, ENTRI, JADWAL, SENIN + 35 * MENIT, jeda(*down))
    kini = lama.kini
    assert kini is not None
    assert (kini.menit, kini.menit_gangguan, kini.gangguan) == (menit, gangguan, berhenti)
    assert kini.bagian == menit / 10
    assert kini.menit_jeda == 0
    assert (lama.jumlah, lama.menit_gangguan) == (35, gangguan)
    assert lama.menit_pihak(KANTOR) == 35 - gangguan
    assert lama.menit_per_langkah() == {"periksa": 5, "entri": menit}
    assert lama.gangguan_per_langkah() == {"periksa": 0, "entri": gangguan}


def test_a_step_that_needs_no_siak_goes_on():
    kini = hitung_kini(KK, cerita((0, TERIMA)), JADWAL, SENIN + 9 * MENIT, jeda((0, None)))
    assert kini is not None
    assert (kini.menit, kini.menit_gangguan, kini.gangguan) == (9, 0, False)


def test_a_case_that_others_have_does_not_wait_for_siak():
    """Also where their step would need it."""
    langkah = [
        replace(satu, perlu_siak=True) if satu.id == "di_dispendukcapil" else satu
        for satu in KTP.langkah
    ]
    sop = replace(KTP, langkah=tuple(langkah))
    riwayat = cerita((0, TERIMA), (5, LENGKAP), (9, TERINPUT_KTP), (10, TERKIRIM))
    lama = hitung_lama(sop, riwayat, JADWAL, SENIN + 60 * MENIT, jeda((8, None)))
    assert lama.kini is not None
    assert (lama.kini.menit_jeda, lama.kini.menit_gangguan, lama.kini.gangguan) == (50, 0, False)
    assert lama.menit_gangguan == 1  # the last minute of entry
    assert lama.menit_pihak(DISPENDUKCAPIL) == 50


def test_closed_hours_are_no_outage():
    sore = SENIN.replace(hour=15, minute=50)
    riwayat = tuple(replace(p, waktu=sore) for p in ENTRI)
    besok = SENIN + dt.timedelta(days=1)
    semalam = [(sore + 5 * MENIT, besok)]
    kini = hitung_kini(KK, riwayat, JADWAL, besok + 5 * MENIT, semalam)
    assert kini is not None
    assert (kini.menit, kini.menit_gangguan) == (5 + 5, 5 + 30)


def test_a_clock_that_jumped_back_makes_nothing_negative():
    riwayat = cerita((0, TERIMA), (60, LENGKAP))
    down = jeda((10, 20), (15, None))
    kini = hitung_kini(KK, riwayat, JADWAL, SENIN + 30 * MENIT, down)
    assert kini is not None
    assert (kini.sejak, kini.menit, kini.menit_gangguan) == (SENIN + 60 * MENIT, 0, 0)
    assert kini.gangguan


def test_a_step_that_the_sop_does_not_know_needs_no_siak():
    riwayat = cerita((0, TERIMA), (5, ("periksa", "periksa", "lengkap", "hilang")))
    kini = hitung_kini(KK, riwayat, JADWAL, SENIN + 9 * MENIT, jeda((0, None)))
    assert kini is not None
    assert (kini.menit, kini.gangguan) == (4, False)


def test_undoing_what_was_never_done_leaves_the_beginning():
    riwayat = cerita((0, ("terima", "", HASIL_BATAL, "")), (5, TERIMA))
    lama = hitung_lama(KK, riwayat, JADWAL, SENIN + 9 * MENIT)
    assert lama.jumlah == 9


def test_a_stay_in_two_parts_sums_its_outages():
    bagian = [
        replace(
            ukur_ruas(JADWAL, "entri", "", SENIN + a * MENIT, SENIN + b * MENIT),
            mikro_gangguan=60_000_000,
        )
        for a, b in [(0, 4), (4, 9)]
    ]
    kini = ukur_langkah(bagian, 10, gangguan=True)
    assert (kini.menit, kini.menit_gangguan, kini.menit_jeda) == (7, 2, 0)
    assert kini.gangguan
    lain = ukur_langkah([*bagian, replace(bagian[1], menunggu=PEMOHON)], 10, gangguan=True)
    assert not lain.gangguan


MENIT_ACAK = st.integers(-2000, 6000)
JEDA = st.lists(
    st.tuples(MENIT_ACAK, st.one_of(MENIT_ACAK, st.none())).map(lambda satu: jeda(satu)[0]),
    max_size=6,
)
GERAK = [TERIMA, LENGKAP, KURANG, TERINPUT, ("verifikasi", "verifikasi", "ditolak", "entri")]
RIWAYAT = st.lists(st.tuples(MENIT_ACAK, st.sampled_from(GERAK)), min_size=1, max_size=8).map(
    lambda baris: cerita(*baris)
)


@settings(max_examples=100)
@given(RIWAYAT, MENIT_ACAK, JEDA, st.sampled_from([JADWAL, SEPANJANG_HARI]))
def test_parts_add_up_to_the_whole_and_none_is_negative(riwayat, pada, down, jadwal):
    sekarang = SENIN + pada * MENIT
    lama = hitung_lama(KK, riwayat, jadwal, sekarang, down)
    tanpa = hitung_lama(KK, riwayat, jadwal, sekarang)
    assert [r.mikro for r in lama.ruas] == [r.mikro for r in tanpa.ruas]
    assert all(0 <= r.mikro_gangguan <= r.mikro for r in lama.ruas)
    assert all(r.mikro_gangguan == 0 for r in lama.ruas if r.menunggu)
    pihak = [lama.menit_pihak(p) for p in (KANTOR, PEMOHON, DISPENDUKCAPIL)]
    assert all(menit >= 0 for menit in pihak)
    assert sum(pihak) + lama.menit_gangguan == pytest.approx(lama.jumlah)
    assert lama.jumlah == tanpa.jumlah
    assert sum(lama.menit_per_langkah().values()) == pytest.approx(lama.menit_pihak(KANTOR))
    assert sum(lama.gangguan_per_langkah().values()) == pytest.approx(lama.menit_gangguan)
    assert hitung_kini(KK, riwayat, jadwal, sekarang, down) == lama.kini
    if (kini := lama.kini) is not None and tanpa.kini is not None:
        assert kini.menit + kini.menit_gangguan == pytest.approx(tanpa.kini.menit)
        assert kini.menit_jeda == tanpa.kini.menit_jeda


@settings(max_examples=100)
@given(RIWAYAT, MENIT_ACAK, JEDA, st.data())
def test_spans_count_once_in_any_order_however_they_are_cut(riwayat, pada, down, data):
    sekarang = SENIN + pada * MENIT
    lama = hitung_lama(KK, riwayat, JADWAL, sekarang, down)
    kocok = data.draw(st.permutations([*down, *down]))
    assert hitung_lama(KK, riwayat, JADWAL, sekarang, kocok) == lama
    batas = SENIN + data.draw(MENIT_ACAK) * MENIT
    terpotong = [
        bagian
        for a, b in down
        for bagian in ([(a, batas), (batas, b)] if a < batas < b else [(a, b)])
    ]
    assert hitung_lama(KK, riwayat, JADWAL, sekarang, terpotong) == lama


@settings(max_examples=100)
@given(RIWAYAT, MENIT_ACAK, JEDA)
def test_minute_by_minute_gives_the_same(riwayat, pada, down):
    """The plain way: every open minute is looked at alone (instants lie on whole minutes)."""
    sekarang = SENIN + pada * MENIT
    for ruas in hitung_lama(KK, riwayat, JADWAL, sekarang, down).ruas:
        if ruas.menunggu or ruas.langkah == SELESAI or not KK.get_langkah(ruas.langkah).perlu_siak:
            assert ruas.mikro_gangguan == 0
            continue
        hitung, satu = 0, ruas.dari
        while satu < ruas.sampai:
            if any(a <= satu < b for a, b in down):
                hitung += JADWAL.mikro_sampai(satu + MENIT) - JADWAL.mikro_sampai(satu)
            satu += MENIT
        assert ruas.mikro_gangguan == hitung


@settings(max_examples=100)
@given(RIWAYAT, MENIT_ACAK, st.integers(0, 500), JEDA)
def test_while_siak_is_down_no_minute_is_added(riwayat, pada, lagi, down):
    sekarang = waktu_efektif(riwayat, SENIN + pada * MENIT)
    down = [*down, (sekarang, BELUM_SELESAI)]
    satu = hitung_kini(KK, riwayat, JADWAL, sekarang, down)
    dua = hitung_kini(KK, riwayat, JADWAL, sekarang + lagi * MENIT, down)
    assert satu is not None
    assert dua is not None
    if satu.gangguan:
        assert dua.gangguan
        assert dua.menit == satu.menit


def test_a_span_longer_than_any_calendar_is_measured():
    satu = mikro_jeda(SEPANJANG_HARI, SENIN, SENIN + 5 * MENIT, [(SENIN, BELUM_SELESAI)])
    assert satu == 5 * 60_000_000
