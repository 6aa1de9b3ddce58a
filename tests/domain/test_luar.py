"""What other systems said, from steps and story; standard reasons and free words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.alur import HASIL_BATAL, LANGKAH_ASLI, LANGKAH_LUAR
from sooko_desk.domain.luar import (
    baca_luar,
    find_baku,
    find_penolakan,
    gabung_alasan,
    keadaan_hasil,
    list_tujuan_tolak,
    susun_rincian_luar,
)
from sooko_desk.domain.permohonan import KeadaanLuar, Peristiwa
from sooko_desk.domain.sop import Peran, Pilihan
from sooko_desk.domain.waktu import WIB
from sooko_desk.sop.muat import load_rak

SOP = {sop.layanan: sop for sop in load_rak((AKAR / "sop_data",)).sop}
KK, KTP = SOP["KK"], SOP["KTP"]
PAGI = dt.datetime(2026, 11, 23, 9, 5, tzinfo=WIB)
HARI = PAGI.date()
TOLAK = KK.get_langkah("verifikasi").tolak

TERIMA = ("terima", "terima", "diterima", "periksa")
LENGKAP = ("periksa", "periksa", "lengkap", "entri")
TERINPUT = ("entri", "entri", "terinput", "verifikasi")
DITOLAK = ("verifikasi", "verifikasi", "ditolak", "entri")
REF = {"Nomor referensi SIAK": "SP-1"}


def cerita(*baris):
    """Events from (move, details, reason), one a minute."""
    return tuple(
        Peristiwa(
            n,
            langkah,
            hasil,
            dari,
            ke,
            "Rini",
            Peran.OPERATOR,
            PAGI + dt.timedelta(minutes=n),
            alasan,
            dict(rincian),
        )
        for n, ((dari, langkah, hasil, ke), rincian, alasan) in enumerate(baris, start=1)
    )


AWAL = ((TERIMA, {}, ""), (LENGKAP, {}, ""), (TERINPUT, REF, ""))


@pytest.mark.parametrize(
    ("sop", "langkah", "hasil", "harap"),
    [
        (KK, "periksa", "lengkap", None),
        (KK, "entri", "kembali_periksa", None),  # our own doing
        (KK, "entri", "terinput", ("siak", "entri.terinput", "Data terinput")),
        (KK, "verifikasi", "ditolak", ("siak", "verifikasi.ditolak", "Ditolak verifikator")),
        (KK, "upload", "terupload", None),
        (
            KK,
            "tanda_tangan",
            "ditolak",
            ("siak", "tanda_tangan.ditolak", "Tanda tangan ditolak"),
        ),
        (KTP, "entri", "terinput", None),  # asks for no number
        (
            KTP,
            "di_dispendukcapil",
            "dikembalikan",
            ("dispendukcapil", "di_dispendukcapil.dikembalikan", "Dikembalikan Dispendukcapil"),
        ),
    ],
)
def test_which_outcomes_are_the_word_of_another_system(sop, langkah, hasil, harap):
    step = sop.get_langkah(langkah)
    luar = keadaan_hasil(step, step.get_hasil(hasil), "", HARI, None)
    assert (None if luar is None else (luar.sistem, luar.kode, luar.nama)) == harap
    assert luar is None or luar.tanggal == HARI


@pytest.mark.parametrize(
    ("referensi", "sebelum", "harap"),
    [
        ("V-1", None, "V-1"),
        ("V-1", KeadaanLuar("siak", "x", "X", "SP-1"), "V-1"),
        ("", KeadaanLuar("siak", "x", "X", "SP-1"), "SP-1"),
        ("", KeadaanLuar("dispendukcapil", "x", "X", "D-1"), ""),
        ("", None, ""),
    ],
)
def test_the_number_stays_until_the_same_system_gives_another(referensi, sebelum, harap):
    step = KK.get_langkah("verifikasi")
    luar = keadaan_hasil(step, step.get_hasil("terverifikasi"), referensi, HARI, sebelum)
    assert luar is not None
    assert luar.referensi == harap


def test_the_story_tells_what_was_said_last():
    riwayat = cerita(*AWAL, (DITOLAK, {}, "Buram"))
    assert baca_luar(KK, riwayat[:2]) is None
    assert baca_luar(KK, riwayat[:3]) == KeadaanLuar(
        "siak", "entri.terinput", "Data terinput", "SP-1", HARI
    )
    assert baca_luar(KK, riwayat) == KeadaanLuar(
        "siak", "verifikasi.ditolak", "Ditolak verifikator", "SP-1", HARI
    )


@pytest.mark.parametrize(
    "luar",
    [
        KeadaanLuar("siak", "diproses", "Sedang diproses", "SP-2", HARI),
        KeadaanLuar("dispendukcapil", "prr", "Siap cetak (PRR)", "", None),
    ],
)
def test_a_note_beside_the_steps_is_read_back_as_it_was(luar):
    catat = (("verifikasi", LANGKAH_LUAR, luar.kode, "verifikasi"), susun_rincian_luar(luar), "")
    asli = (("verifikasi", LANGKAH_ASLI, "ditarik", "verifikasi"), {"Berkas": "KK"}, "")
    assert baca_luar(KK, cerita(*AWAL, catat, asli)) == luar


def test_an_undone_decision_said_nothing_but_a_later_note_stays():
    batal = (("entri", "verifikasi", HASIL_BATAL, "verifikasi"), {}, "")
    riwayat = cerita(*AWAL, (DITOLAK, {}, "Buram"), batal)
    assert baca_luar(KK, riwayat) == baca_luar(KK, cerita(*AWAL))
    luar = KeadaanLuar("siak", "diproses", "Sedang diproses")
    catat = (("entri", LANGKAH_LUAR, "diproses", "entri"), susun_rincian_luar(luar), "")
    assert baca_luar(KK, cerita(*AWAL, (DITOLAK, {}, "Buram"), catat, batal)) == luar


class TestPenolakan:
    def test_a_refusal_is_to_be_mended_until_the_next_decision(self):
        riwayat = cerita(*AWAL, (DITOLAK, {}, "Berkas kurang"), (TERINPUT, REF, ""))
        tolak = find_penolakan(KK, riwayat[:4])
        assert tolak is not None
        assert (tolak.langkah, tolak.hasil) == ("Verifikasi data", "Ditolak verifikator")
        assert (tolak.alasan, tolak.saat) == ("Berkas kurang", PAGI + dt.timedelta(minutes=4))
        assert find_penolakan(KK, riwayat[:3]) is None
        assert find_penolakan(KK, riwayat) is None

    def test_events_beside_the_steps_change_nothing(self):
        asli = (("entri", LANGKAH_ASLI, "ditarik", "entri"), {"Berkas": "KK"}, "")
        assert find_penolakan(KK, cerita(*AWAL, (DITOLAK, {}, "Buram"), asli)) is not None

    def test_an_undone_refusal_is_none(self):
        batal = (("entri", "verifikasi", HASIL_BATAL, "verifikasi"), {}, "")
        assert find_penolakan(KK, cerita(*AWAL, (DITOLAK, {}, "Buram"), batal)) is None

    @pytest.mark.parametrize(
        "gerak",
        [
            ("periksa", "periksa", "tidak_lengkap", "terima"),
            ("entri", "entri", "kembali_periksa", "periksa"),
            ("serahkan", "serahkan", "diserahkan", "selesai"),
        ],
    )
    def test_what_we_or_the_applicant_have_to_do_is_no_refusal(self, gerak):
        assert find_penolakan(KK, cerita((TERIMA, {}, ""), (gerak, {}, "Buram"))) is None

    def test_a_story_without_a_decision_has_none(self):
        assert find_penolakan(KK, ()) is None

    def test_where_refused_cases_go(self):
        assert list_tujuan_tolak(KK) == list_tujuan_tolak(KTP) == {"entri"}


class TestAlasan:
    @pytest.mark.parametrize(
        ("kode", "bebas", "harap"),
        [
            ("data_beda", "nama ibu", "Data tidak sesuai dokumen: nama ibu"),
            ("data_beda", "", "Data tidak sesuai dokumen"),
            ("data_ganda", "", "NIK ganda, data tercatat dua kali"),
            ("", "nama ibu", "nama ibu"),
            ("", "", ""),
        ],
    )
    def test_standard_reason_and_free_words_in_one(self, kode, bebas, harap):
        baku = next((p for p in TOLAK if p.kode == kode), None)
        assert gabung_alasan(baku, bebas) == harap

    @given(st.sampled_from(TOLAK), st.text(max_size=40))
    def test_the_standard_reason_is_found_again(self, baku, bebas):
        assert find_baku(TOLAK, gabung_alasan(baku, bebas)) == baku

    @pytest.mark.parametrize("alasan", ["", "nama ibu", "Berkas kurang lengkap", "berkas"])
    def test_free_words_are_no_standard_reason(self, alasan):
        assert find_baku(TOLAK, alasan) is None

    def test_of_two_that_begin_alike_the_longer_is_meant(self):
        tolak = (Pilihan("a", "berkas kurang"), Pilihan("b", "berkas kurang: asli"))
        assert find_baku(tolak, "Berkas kurang: asli: KTP") == tolak[1]
