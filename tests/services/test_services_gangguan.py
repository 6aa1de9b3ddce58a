"""The "SIAK gangguan" switch and the clocks that follow it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, SENIN_PAGI

from sooko_desk.domain.errors import FieldsError, PeringatanError, RuleError
from sooko_desk.domain.gangguan import BELUM_SELESAI
from sooko_desk.domain.lama import hitung_kini, hitung_lama
from sooko_desk.domain.waktu import WIB
from sooko_desk.services.gangguan import SaatTeks
from sooko_desk.services.waktu_sop import KeadaanWaktu, nilai_waktu

HARI = 24 * 60
ENTRI = frozenset({"entri_data"})


@pytest.fixture
def service(kantor):
    return kantor.meja.gangguan


@pytest.fixture
def mulai(kantor, service):
    def mulai(token="a", alasan="", **pada):
        return service.mulai(token, alasan, kantor.operator, SaatTeks(**pada))

    return mulai


@pytest.fixture
def selesai(kantor, service):
    def selesai(token="b", *, dilihat=False, petugas=None, **pada):
        return service.selesai(
            token, petugas or kantor.operator, SaatTeks(**pada), peringatan_dilihat=dilihat
        )

    return selesai


@pytest.fixture
def betulkan(kantor, service):
    def betulkan(token="c", **pada):
        return service.betulkan(token, kantor.kasi, SaatTeks(**pada))

    return betulkan


def wib(teks):
    return dt.datetime.strptime(teks, "%d/%m/%Y %H.%M").replace(tzinfo=WIB)


class TestMencatat:
    def test_an_outage_begins_and_ends_now(self, kantor, service, mulai, selesai):
        assert (service.berjalan, service.terakhir, service.list_semua()) == (None, None, ())
        satu = mulai(alasan="  tidak dapat   masuk ")
        assert (satu.mulai, satu.alasan, satu.petugas) == (
            SENIN_PAGI,
            "tidak dapat masuk",
            NAMA_OPERATOR,
        )
        assert service.berjalan == satu
        assert service.list_jeda() == ((SENIN_PAGI, BELUM_SELESAI),)
        kantor.clock.maju(20)
        akhir = selesai(petugas=kantor.kasi)
        assert akhir.selesai == kantor.clock.now()
        assert (akhir.penutup, akhir.catatan) == (NAMA_KASI, ())
        assert service.berjalan is None
        assert service.list_jeda() == ((SENIN_PAGI, kantor.clock.now()),)

    def test_it_may_have_begun_before_it_was_written_down(self, kantor, mulai):
        kantor.clock.maju(25)
        satu = mulai(alasan="listrik padam", pukul="9:10")
        assert satu.mulai == wib("23/11/2026 09.10")
        assert satu.alasan == "listrik padam (dicatat 23/11/2026 09.30)"

    def test_the_same_press_twice_is_one_outage(self, kantor, service, mulai, selesai, betulkan):
        for _ in range(2):
            mulai()
            kantor.clock.maju(5)
        for _ in range(2):
            selesai()
            kantor.clock.maju(5)
        for _ in range(2):
            betulkan(pukul="09.08")
        (satu,) = service.list_semua()
        assert (satu.menit, len(satu.gangguan.catatan)) == (3, 1)

    def test_a_second_beginning_and_a_second_end_are_refused(self, service, mulai, selesai):
        with pytest.raises(RuleError, match="Tidak ada gangguan yang sedang berjalan"):
            selesai("x")
        mulai()
        with pytest.raises(RuleError, match="sudah tercatat dan belum selesai"):
            mulai("y")
        selesai()
        with pytest.raises(RuleError, match="mungkin sudah dicatat selesai"):
            selesai("z")
        assert len(service.list_semua()) == 1

    @pytest.mark.parametrize(
        ("pada", "kunci", "kalimat"),
        [
            ({"pukul": "25"}, "pukul", '"25" bukan jam. Tulis seperti 07.30.'),
            ({"pukul": "09.06"}, "pukul", "Belum terjadi; sekarang 23/11/2026 09.05."),
            ({"tanggal": "24/11/2026", "pukul": "8"}, "pukul", "Belum terjadi"),
            ({"tanggal": "23/11/2026"}, "pukul", "Tulis juga pukulnya, misalnya 10.15."),
            ({"tanggal": "31/2/2026", "pukul": "8"}, "tanggal", "Februari 2026 hanya sampai"),
            ({"tanggal": "kemarin", "pukul": "8"}, "tanggal", "Tanggal tidak terbaca."),
        ],
    )
    def test_an_instant_that_cannot_be_is_told_beside_its_field(
        self, service, mulai, pada, kunci, kalimat
    ):
        with pytest.raises(FieldsError) as galat:
            mulai(**pada)
        assert list(galat.value.per_field) == [kunci]
        assert kalimat in galat.value.per_field[kunci]
        assert service.berjalan is None

    def test_a_reason_has_its_length(self, service, mulai):
        with pytest.raises(FieldsError) as galat:
            mulai(alasan="a" * 121)
        assert galat.value.per_field == {
            "alasan": "Keterangan paling banyak 120 huruf; yang terketik 121."
        }
        mulai(alasan="a" * 120)
        assert service.berjalan is not None

    def test_it_begins_after_the_one_before_is_over(self, kantor, mulai, selesai):
        mulai()
        kantor.clock.maju(10.5)
        selesai()
        kantor.clock.maju(10)
        with pytest.raises(FieldsError) as galat:
            mulai("x", pukul="09.14")
        assert galat.value.per_field == {
            "pukul": "Gangguan sebelumnya baru selesai 23/11/2026 09.15. Tulis pukul sesudah itu."
        }
        akhir = SENIN_PAGI + dt.timedelta(minutes=10.5)
        assert mulai("y", pukul="09.15").mulai == akhir  # the minute is the same


class TestSelesai:
    def test_an_end_before_the_beginning_is_refused(self, service, kantor, mulai, selesai):
        mulai()
        kantor.clock.maju(10)
        with pytest.raises(FieldsError) as galat:
            selesai(pukul="09.04")
        assert galat.value.per_field == {
            "pukul": "Gangguan ini mulai 23/11/2026 09.05; selesainya tidak mungkin sebelum itu."
        }
        assert service.berjalan is not None

    def test_a_typed_minute_of_the_beginning_is_the_beginning(self, kantor, mulai, selesai):
        kantor.clock.maju(0.5)
        mulai()
        satu = selesai(pukul="09.05")
        assert satu.selesai == satu.mulai

    @pytest.mark.parametrize("mundur", [1, 90 * HARI])
    def test_a_clock_that_jumped_back_does_not_keep_an_outage_alive(
        self, kantor, service, mulai, selesai, betulkan, mundur
    ):
        mulai()
        kantor.clock.maju(-mundur)
        satu = selesai()
        assert satu.selesai == satu.mulai
        kantor.clock.maju(mundur + 30)
        assert betulkan(pukul="09.20").selesai == wib("23/11/2026 09.20")
        kantor.clock.maju(-90 * HARI)
        assert mulai("lagi").mulai == wib("23/11/2026 09.20")
        assert service.list_semua()[0].menit == 0

    def test_one_that_was_forgotten_overnight_is_asked_about_once(
        self, kantor, service, mulai, selesai
    ):
        mulai()
        kantor.clock.maju(HARI)
        with pytest.raises(PeringatanError) as galat:
            selesai()
        assert galat.value.per_field == {
            "pukul": "Gangguan ini tercatat sejak 23/11/2026 09.05. Bila SIAK sudah pulih sebelum "
            "sekarang, tulis tanggal dan pukulnya."
        }
        assert service.berjalan is not None
        satu = selesai(tanggal="23/11/2026", pukul="10.15")
        assert satu.selesai == wib("23/11/2026 10.15")
        assert satu.catatan == ("(dicatat 24/11/2026 09.05)",)

    def test_one_that_really_lasted_overnight_ends_now(self, kantor, mulai, selesai):
        mulai()
        kantor.clock.maju(HARI)
        assert selesai(dilihat=True).selesai == kantor.clock.now()


class TestMembetulkan:
    def test_the_end_is_put_right_and_both_are_told(
        self, kantor, service, mulai, selesai, betulkan
    ):
        mulai()
        kantor.clock.maju(120)
        selesai()
        satu = betulkan(pukul="09.30")
        assert satu.selesai == wib("23/11/2026 09.30")
        assert satu.penutup == NAMA_KASI
        assert satu.catatan == ("(semula selesai 23/11/2026 11.05, dibetulkan 23/11/2026 11.05)",)
        assert service.list_semua()[0].menit == 25

    def test_what_was_no_outage_gets_no_minute(self, kantor, service, mulai, selesai, betulkan):
        mulai()
        kantor.clock.maju(10)
        selesai()
        betulkan(pukul="09.05")
        assert service.list_semua()[0].menit == 0

    def test_the_end_that_stands_is_no_correction(self, kantor, mulai, selesai, betulkan):
        mulai()
        kantor.clock.maju(10)
        selesai()
        with pytest.raises(FieldsError) as galat:
            betulkan(pukul="09.15")
        assert galat.value.per_field == {"pukul": "Itu sudah tercatat. Tulis pukul yang benar."}

    def test_there_must_be_one_that_is_over(self, mulai, betulkan):
        with pytest.raises(RuleError, match="tidak ada yang dibetulkan"):
            betulkan(pukul="09.00")
        mulai()
        with pytest.raises(RuleError, match="Catat selesainya, bukan pembetulannya"):
            betulkan("x", pukul="09.00")


class TestBulan:
    def test_a_month_tells_its_outages_in_office_minutes(self, kantor, service, mulai, selesai):
        """One from Monday 30 November 15.30 to Tuesday 1 December 08.30, one in December."""
        kantor.clock.atur(wib("30/11/2026 15.30"))
        mulai()
        kantor.clock.atur(wib("01/12/2026 08.30"))
        selesai(dilihat=True)
        kantor.clock.maju(30)
        mulai("c", "lambat")
        kantor.clock.maju(15)
        november = service.list_semua(dt.date(2026, 11, 30))
        desember = service.list_semua(dt.date(2026, 12, 15))
        assert [b.menit for b in november] == [30]
        assert [(b.menit, b.gangguan.alasan) for b in desember] == [(15, "lambat"), (60, "")]
        assert [b.menit for b in service.list_semua()] == [15, 90]
        assert service.list_semua(dt.date(2026, 10, 1)) == ()
        assert service.list_semua(dt.date(2027, 1, 1)) == ()

    def test_a_running_one_costs_what_it_cost_so_far_also_with_a_clock_behind(
        self, kantor, service, mulai
    ):
        mulai()
        kantor.clock.maju(-30)
        assert [b.menit for b in service.list_semua(SENIN_PAGI.date())] == [0]


class TestAntrean:
    def test_the_queue_and_the_open_case_stand_while_siak_is_down(self, kantor, mulai, selesai):
        permohonan = kantor.sampai(kantor.terima(), "entri")
        kantor.clock.maju(4)
        mulai()
        kantor.clock.maju(60)
        (baris,) = kantor.meja.alur.list_antrean(ENTRI)
        assert baris.waktu.kata == "4 dari 10 menit, SIAK gangguan"
        assert baris.waktu.gangguan_kata == "1 jam SIAK gangguan tidak dihitung"
        assert baris.waktu.keadaan is KeadaanWaktu.TEPAT
        assert baris.waktu.gangguan
        terbuka = kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.operator)
        assert terbuka.waktu == baris.waktu
        selesai()
        kantor.clock.maju(4)
        (baris,) = kantor.meja.alur.list_antrean(ENTRI)
        assert (baris.waktu.kata, baris.waktu.gangguan) == ("8 dari 10 menit", False)
        assert (baris.waktu.menit_gangguan, baris.waktu.keadaan) == (60, KeadaanWaktu.DEKAT)

    def test_a_step_without_a_norm_says_that_siak_is_down(self, kantor, mulai):
        permohonan = kantor.sampai(kantor.terima(), "entri")
        mulai()
        sop = kantor.sop()
        tanpa = [replace(s, waktu_menit=None) if s.id == "entri" else s for s in sop.langkah]
        kini = hitung_kini(
            replace(sop, langkah=tuple(tanpa)),
            permohonan.riwayat,
            kantor.meja.jadwal.jadwal,
            kantor.clock.now(),
            kantor.meja.gangguan.list_jeda(),
        )
        waktu = nilai_waktu(kini)
        assert (waktu.kata, waktu.sisa_kata) == ("tanpa batas, SIAK gangguan", "tanpa batas")

    def test_the_kasi_is_timed_as_ever(self, kantor, mulai):
        kantor.terima()
        mulai()
        kantor.clock.maju(3)
        (baris,) = kantor.meja.alur.list_antrean(frozenset({"kelengkapan"}))
        assert baris.waktu.kata == "3 dari 10 menit"
        assert (baris.waktu.gangguan, baris.waktu.gangguan_kata) == (False, "")

    def test_the_whole_case_tells_the_same(self, kantor, mulai, selesai):
        permohonan = kantor.sampai(kantor.terima(), "entri")
        mulai()
        kantor.clock.maju(30)
        selesai()
        permohonan = kantor.sampai(permohonan, "verifikasi")
        lama = hitung_lama(
            kantor.sop(),
            permohonan.riwayat,
            kantor.meja.jadwal.jadwal,
            kantor.clock.now(),
            kantor.meja.gangguan.list_jeda(),
        )
        assert (lama.jumlah, lama.menit_gangguan) == (30, 30)
        assert lama.gangguan_per_langkah()["entri"] == 30
