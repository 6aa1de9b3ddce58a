import datetime as dt

import pytest
from builders import SENIN_PAGI, list_tanda, make_meja

from sooko_desk.domain.lama import hitung_lama
from sooko_desk.services.waktu_sop import KeadaanWaktu

PERIKSA = frozenset({"kelengkapan"})
SEMUA = frozenset({"penerimaan", "kelengkapan", "entri_data", "pencetakan"})


def list_id(kantor, layar=PERIKSA):
    return [b.ringkasan.id for b in kantor.meja.alur.list_antrean(layar)]


def baris(kantor, permohonan):
    semua = kantor.meja.alur.list_antrean(SEMUA)
    return next(b for b in semua if b.ringkasan.id == permohonan.ringkasan.id)


class TestUrutan:
    def test_priority_decides_between_equals_only(self, kantor):
        lama = kantor.terima()
        kantor.clock.maju(1)
        biasa = kantor.terima()
        lansia = kantor.terima(prioritas="lansia")
        kantor.clock.maju(3)
        baru = kantor.terima(prioritas="hamil")
        assert list_id(kantor) == [p.ringkasan.id for p in (lama, lansia, biasa, baru)]

    def test_seconds_that_nobody_sees_do_not_outweigh_priority(self, kantor):
        biasa = kantor.terima()
        kantor.clock.maju(0.5)
        difabel = kantor.terima(prioritas="difabel")
        kantor.clock.maju(3)
        assert list_id(kantor) == [difabel.ringkasan.id, biasa.ringkasan.id]
        kantor.clock.maju(0.5)  # 4 minutes against 3
        assert list_id(kantor) == [biasa.ringkasan.id, difabel.ringkasan.id]

    def test_a_late_case_stands_before_one_that_is_just_in_time(self, kantor):
        lewat = kantor.terima()
        kantor.clock.maju(0.25)
        lansia = kantor.terima(prioritas="lansia")
        kantor.clock.maju(10)
        antrean = kantor.meja.alur.list_antrean(PERIKSA)
        assert [b.ringkasan.id for b in antrean] == [lewat.ringkasan.id, lansia.ringkasan.id]
        assert [b.waktu.kata for b in antrean] == ["10 dari 10 menit"] * 2
        assert [b.waktu.keadaan for b in antrean] == [KeadaanWaktu.LEWAT, KeadaanWaktu.DEKAT]

    def test_without_a_norm_priority_and_then_patience_count(self, kantor):
        satu = kantor.sampai(kantor.terima("KTP"), "kirim")
        kantor.clock.maju(1)
        dua = kantor.sampai(kantor.terima("KTP"), "kirim")
        lansia = kantor.sampai(kantor.terima("KTP", prioritas="lansia"), "kirim")
        harap = [p.ringkasan.id for p in (lansia, satu, dua)]
        assert list_id(kantor, SEMUA) == harap
        bernorma = kantor.terima()
        assert list_id(kantor, SEMUA) == [bernorma.ringkasan.id, *harap]

    def test_what_others_have_is_at_the_end_also_with_priority(self, kantor):
        di_pemohon = kantor.terima(prioritas="lansia")
        kantor.gerak(di_pemohon, "periksa", "tidak_lengkap", alasan="Buram")
        kantor.clock.maju(60)
        baru = kantor.terima()
        assert list_id(kantor, SEMUA) == [baru.ringkasan.id, di_pemohon.ringkasan.id]
        assert kantor.meja.alur.count_antrean(SEMUA) == 1

    def test_an_empty_queue_is_empty(self, kantor):
        assert list_id(kantor) == []
        assert kantor.meja.alur.count_antrean(PERIKSA) == 0


class TestJam:
    """The clock of a counter PC may jump; the queue then tells what the events tell."""

    MUNDUR = (0, -1, -90 * 24 * 60)

    @pytest.mark.parametrize("mundur", MUNDUR)
    def test_a_clock_that_jumps_back_loses_no_minute(self, kantor, mundur):
        permohonan = kantor.terima()
        kantor.clock.maju(6)
        permohonan = kantor.gerak(permohonan, "periksa", "lengkap")
        kantor.clock.maju(mundur)
        assert baris(kantor, permohonan).waktu.menit == 0
        kantor.clock.atur(SENIN_PAGI + dt.timedelta(minutes=8))
        assert baris(kantor, permohonan).waktu.menit == 2

    def test_undoing_while_the_clock_is_back_continues_the_minutes(self, kantor):
        permohonan = kantor.terima()
        kantor.clock.maju(6)
        kantor.gerak(permohonan, "periksa", "lengkap")
        kantor.clock.maju(-4)
        permohonan = kantor.meja.alur.batalkan("b", permohonan.ringkasan.id, kantor.kasi)
        assert baris(kantor, permohonan).waktu.menit == 6
        kantor.clock.maju(6)
        assert baris(kantor, permohonan).waktu.menit == 8

    @pytest.mark.parametrize("mundur", MUNDUR)
    def test_when_a_case_came_never_goes_back_and_the_event_keeps_the_clock(self, kantor, mundur):
        permohonan = kantor.terima()
        kantor.clock.maju(5)
        permohonan = kantor.gerak(permohonan, "periksa", "lengkap")
        sejak = permohonan.ringkasan.posisi_sejak
        kantor.clock.maju(mundur)
        permohonan = kantor.gerak(permohonan, "entri", "terinput")
        assert permohonan.riwayat[-1].waktu == kantor.clock.now()
        assert permohonan.ringkasan.posisi_sejak == sejak

    def test_undoing_brings_back_the_instant_that_counts(self, kantor):
        permohonan = kantor.terima()
        sejak = permohonan.ringkasan.posisi_sejak
        kantor.clock.maju(-20)
        permohonan = kantor.gerak(permohonan, "periksa", "lengkap")
        permohonan = kantor.gerak(permohonan, "entri", "terinput")
        kantor.clock.maju(1)
        permohonan = kantor.meja.alur.batalkan("b", permohonan.ringkasan.id, kantor.operator)
        assert permohonan.ringkasan.posisi == "entri"
        assert permohonan.ringkasan.posisi_sejak == sejak
        kini = hitung_lama(
            kantor.sop(), permohonan.riwayat, kantor.meja.jadwal.jadwal, kantor.clock.now()
        ).kini
        assert kini is not None
        assert kini.sejak == sejak

    def test_a_later_paper_is_never_dated_before_the_case(self, kantor):
        permohonan = kantor.gerak(kantor.terima(berkas=()), "periksa", "tidak_lengkap")
        akhir = permohonan.riwayat[-1].waktu
        kantor.clock.maju(-24 * 60)
        tanda = list_tanda(kantor.sop(), "I.A.1")
        permohonan = kantor.gerak(permohonan, "terima", "diterima", tanda=tanda)
        assert {b.diterima for b in permohonan.berkas} == {akhir}


@pytest.mark.parametrize("layanan", ["KK", "KTP"])
def test_queue_open_case_and_story_tell_the_same_at_every_step(kantor, layanan):
    permohonan = kantor.terima(layanan)
    sop = kantor.sop(layanan)
    while permohonan.ringkasan.posisi != "selesai":
        kantor.clock.maju(4)
        baca = baris(kantor, permohonan)
        buka = kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.kasi)
        assert buka.waktu == baca.waktu
        assert baca.langkah == buka.terbuka[0]
        assert (baca.waktu.menit, baca.waktu.norma) == (4, baca.langkah.waktu_menit)
        langkah = sop.get_langkah(permohonan.ringkasan.posisi)
        permohonan = kantor.gerak(permohonan, langkah.id, langkah.hasil[0].id)


class TestDikembalikan:
    def buka(self, kantor, permohonan):
        return kantor.meja.alur.buka(permohonan.ringkasan.id, kantor.kasi)

    def test_the_second_look_knows_when_the_first_one_was(self, kantor):
        permohonan = kantor.terima(berkas=())
        assert self.buka(kantor, permohonan).dikembalikan_sejak is None
        kantor.clock.maju(5)
        permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap")
        saat = kantor.clock.now()
        assert self.buka(kantor, permohonan).dikembalikan_sejak == saat
        kantor.clock.maju(3 * 24 * 60)
        tanda = list_tanda(kantor.sop(), "I.A.1")[:2]
        permohonan = kantor.gerak(permohonan, "terima", "diterima", tanda=tanda)
        buka = self.buka(kantor, permohonan)
        assert buka.dikembalikan_sejak == saat
        susulan = [b.kode for b in buka.permohonan.berkas if b.diterima and b.diterima > saat]
        assert susulan == [t.kode for t in tanda]

    def test_what_was_undone_was_never_sent_back(self, kantor):
        permohonan = kantor.gerak(kantor.terima(berkas=()), "periksa", "tidak_lengkap")
        kantor.meja.alur.batalkan("b", permohonan.ringkasan.id, kantor.kasi)
        assert self.buka(kantor, permohonan).dikembalikan_sejak is None


def test_the_minutes_go_on_after_a_restart(kantor, tmp_path):
    permohonan = kantor.terima()
    kantor.clock.maju(3)
    kantor.store.close()
    kantor.clock.maju(2)
    lagi = make_meja(tmp_path / "data", kantor.clock)
    try:
        assert baris(lagi, permohonan).waktu.menit == 5
    finally:
        lagi.store.close()
