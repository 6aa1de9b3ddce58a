"""Where the running cases stood, and what an event counts as."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import SENIN_PAGI

from sooko_desk.domain.gangguan import BELUM_SELESAI
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, TandaBerkas
from sooko_desk.services.hitung_kejadian import Golongan, hitung, list_kejadian
from sooko_desk.services.keadaan_berkas import hitung_umur, list_keadaan

SEHARI = 24 * 60


def keadaan(kantor, batas=BELUM_SELESAI):
    sekarang = min(batas, kantor.clock.now())
    return [
        (k.langkah.id, k.status, k.menunggu, k.umur_hari, k.lama_hari)
        for k in list_keadaan(kantor.store, kantor.meja.rak, batas, sekarang)
    ]


def test_a_step_recorded_early_leaves_the_case_where_it_waits(kantor):
    kk = kantor.sampai(kantor.terima(), "verifikasi")
    kantor.clock.maju(SEHARI)
    kantor.gerak(kk, "upload", "terupload")
    assert keadaan(kantor) == [("verifikasi", "Menunggu verifikasi Dispendukcapil", "", 1, 1)]


def test_an_undone_decision_gives_the_case_back_its_place(kantor):
    kk = kantor.terima()
    kantor.clock.maju(1)
    kantor.gerak(kk, "periksa", "tidak_lengkap", alasan="Buram")
    sebelum = kantor.clock.now() + dt.timedelta(minutes=1)
    kantor.clock.maju(2)
    kantor.meja.alur.batalkan("b", kk.ringkasan.id, kantor.kasi)
    assert [k[:3] for k in keadaan(kantor)] == [("periksa", "Menunggu pemeriksaan Kasi", "")]
    assert [k[:3] for k in keadaan(kantor, sebelum)] == [
        ("terima", "Dikembalikan, menunggu pemohon", "pemohon")
    ]


def test_a_case_that_closed_later_was_running_then(kantor):
    kk = kantor.sampai(kantor.terima(), "serahkan")
    kantor.clock.maju(SEHARI)
    kantor.gerak(kk, "serahkan", "diserahkan")
    assert keadaan(kantor) == []
    assert [k[0] for k in keadaan(kantor, SENIN_PAGI + dt.timedelta(hours=2))] == ["serahkan"]


def test_what_was_stored_after_the_closing_says_that_the_case_is_closed(kantor):
    """The clock jumped back after the hand-over: the numbers of the events decide."""
    jenis = kantor.sop().get_jenis("I.A.1")
    tanda = tuple(TandaBerkas(s.kode, True, bentuk=Bentuk.ASLI) for s in jenis.syarat)
    kk = kantor.sampai(kantor.terima(berkas=tanda), "serahkan")
    kantor.clock.maju(2 * SEHARI)
    kk = kantor.gerak(kk, "serahkan", "diserahkan")
    batas = SENIN_PAGI + dt.timedelta(days=1)
    assert [k[0] for k in keadaan(kantor, batas)] == ["serahkan"]
    kantor.clock.maju(-2 * SEHARI)
    kode = frozenset([kk.berkas[0].kode])
    kantor.meja.asli.keluarkan("a", kk, kode, AsliKeluar.DIKEMBALIKAN, "Siti", kantor.operator)
    assert keadaan(kantor, batas) == []


def test_ages_are_counted_in_three_groups():
    assert hitung_umur([0, 7, 8, 30, 31, 400]) == (2, 2, 2)
    assert hitung_umur([]) == (0, 0, 0)


@pytest.mark.parametrize("layanan", ["KK", "KTP"])
def test_every_step_of_a_whole_case_counts_once(kantor, layanan):
    akhir = kantor.sampai(kantor.terima(layanan), "serahkan")
    kantor.gerak(akhir, "serahkan", "diserahkan")
    semua = kantor.store.peristiwa_harian.list_sesudah(0)
    banyak = hitung(list_kejadian(kantor.store, kantor.meja.rak, semua))
    assert banyak.pop(Golongan.VERIFIKASI, 0) == (layanan == "KK")
    assert banyak == dict.fromkeys(
        (Golongan.TERIMA, Golongan.LENGKAP, Golongan.ENTRI, Golongan.REGISTER, Golongan.SERAH), 1
    )


def test_a_case_that_passes_the_register_step_twice_takes_one_number(kantor):
    ktp = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
    kantor.clock.maju(5)
    kantor.gerak(ktp, "di_dispendukcapil", "dikembalikan", alasan="Kabur")
    kantor.sampai(kantor.store.permohonan.get(ktp.ringkasan.id), "di_dispendukcapil")
    semua = kantor.store.peristiwa_harian.list_sesudah(0)
    banyak = hitung(list_kejadian(kantor.store, kantor.meja.rak, semua))
    assert (banyak[Golongan.REGISTER], banyak[Golongan.TOLAK], banyak[Golongan.ENTRI]) == (1, 1, 2)
