"""Tutup buku harian: in order, once, for good; every event stands on one page."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections import Counter

import pytest
from builders import NAMA, NAMA_KASI, SENIN_PAGI
from printing.pdf_baca import words
from services.harian_uji import KAMIS, RABU, SEHARI, SELASA, SENIN, jumlah, nama, tabel, tutup

from sooko_desk.data.nomor_cadangan import CadanganBaru
from sooko_desk.data.tabel_buku import TabelTutupHarian
from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.domain.kantor import Kantor, Pejabat
from sooko_desk.printing.kertas import F4
from sooko_desk.services.cetak_ulang import CetakUlangService
from sooko_desk.services.tutup_harian import HANYA_KASI


@pytest.fixture
def harian(kantor):
    return kantor.meja.laporan.harian


# ---------------------------------------------------------------- closing


def test_what_comes_late_stands_dated_on_the_next_page_and_the_closed_page_stays(kantor, harian):
    kk = kantor.terima(nama="Ani")
    hari = tutup(kantor, SENIN)
    assert (hari.banyak, hari.petugas) == (1, NAMA_KASI)
    lembar = harian.build_dokumen(SENIN)
    assert lembar.judul == "Buku harian 23/11/2026"
    kantor.clock.maju(60)
    kantor.gerak(kk, "periksa", "lengkap")  # still Monday
    kantor.clock.maju(SEHARI)
    kantor.terima(nama="Budi")
    persiapan = harian.siapkan(SELASA)
    assert nama(persiapan, "kejadian") == ["Budi"]
    (susulan,) = tabel(persiapan, "susulan").baris
    assert susulan[1:5] == (
        "23/11/2026 10.05",
        "TB-KK-2026-00001",
        "Ani",
        "Periksa kelengkapan: Lengkap",
    )
    assert jumlah(persiapan)["Lengkap"] == "1"
    assert any("1 kejadian susulan" in kata for kata in persiapan.isi.catatan)
    tutup(kantor, SELASA)
    kop = Kantor(("KABUPATEN LAIN", "KECAMATAN LAIN"))
    kantor.meja.kantor.isi.simpan_kantor(kop, kantor.kasi)
    assert harian.build_dokumen(SENIN).isi == lembar.isi
    besok = words(harian.build_dokumen(SELASA).isi)
    assert "23/11/2026 10.05" in besok
    ulang = harian.siapkan(SENIN)
    assert ulang.sidik
    assert ulang.halangan == ""
    assert ulang.peringatan == ()


def test_a_page_is_chained_to_the_one_before(kantor, harian):
    kantor.terima()
    tutup(kantor, SENIN)
    kantor.clock.maju(SEHARI)
    tutup(kantor, SELASA)
    satu, dua = (kantor.store.tutup_harian.find(t) for t in (SENIN, SELASA))
    assert json.loads(satu.isi)["sidik_sebelum"] == ""
    assert json.loads(dua.isi)["sidik_sebelum"] == satu.sidik
    kantor.store._db.execute_sql("DROP TRIGGER tutup_harian_tanpa_ubah")
    ubah = TabelTutupHarian.update(isi=satu.isi.replace(NAMA, "Orang Lain"))
    ubah.where(TabelTutupHarian.tanggal == SENIN.isoformat()).execute()
    with pytest.raises(UserError, match="sidiknya berbeda"):
        harian.build_dokumen(SENIN)
    assert harian.build_dokumen(SELASA).isi
    TabelTutupHarian.update(sidik="0" * 64).where(
        TabelTutupHarian.tanggal == SENIN.isoformat()
    ).execute()
    with pytest.raises(UserError, match="24/11/2026 di register tidak sama"):
        harian.siapkan(SELASA)


def test_the_same_press_closes_once(kantor, harian):
    satu = harian.tutup("a", SENIN, kantor.kasi)
    assert harian.tutup("a", SENIN, kantor.operator) == satu
    with pytest.raises(RuleError, match="sudah ditutup"):
        harian.tutup("b", SENIN, kantor.kasi)
    assert len(kantor.store.tutup_harian.list(9)) == 1


def test_only_the_kasi_closes(kantor, harian):
    with pytest.raises(RuleError) as galat:
        harian.tutup("a", SENIN, kantor.operator)
    assert str(galat.value) == HANYA_KASI


def test_days_are_closed_in_order_and_none_that_is_to_come(kantor, harian):
    kantor.terima()
    tutup(kantor, SENIN)
    for _ in range(2):
        kantor.clock.maju(SEHARI)
        kantor.terima()
    assert harian.find_terlupa() == SELASA
    assert [(h.tanggal, h.banyak, h.petugas) for h in harian.list_hari()] == [
        (RABU, 1, ""),
        (SELASA, 1, ""),
        (SENIN, 1, NAMA_KASI),
    ]
    assert harian.siapkan(RABU).halangan.startswith("Tutup dulu hari 24 November 2026")
    with pytest.raises(RuleError, match="Tutup dulu hari 24 November 2026"):
        tutup(kantor, RABU)
    with pytest.raises(RuleError, match="belum tiba"):
        tutup(kantor, KAMIS)
    tutup(kantor, SELASA)
    tutup(kantor, RABU)
    assert harian.find_terlupa() is None
    assert [h.tanggal for h in harian.list_hari()] == [RABU, SELASA, SENIN]


def test_a_day_without_events_waits_for_nothing(kantor, harian):
    tutup(kantor, SENIN)
    kantor.clock.maju(2 * SEHARI)
    assert harian.find_terlupa() is None
    for build in (harian.siapkan, harian.build_dokumen):
        with pytest.raises(RuleError, match="tidak menunggu ditutup"):
            build(SELASA)


def test_the_first_page_may_begin_with_any_day_of_the_last_month(kantor, harian):
    kantor.terima(nama="Lama")
    kantor.clock.maju(SEHARI)
    kantor.terima(nama="Baru")
    assert harian.find_terlupa() is None
    assert [h.tanggal for h in harian.list_hari()] == [SELASA, SENIN]
    tutup(kantor, SELASA)
    assert nama(harian.siapkan(SELASA), "kejadian") == ["Baru"]
    assert nama(harian.siapkan(SELASA), "susulan") == []
    kantor.clock.maju(SEHARI)
    assert nama(harian.siapkan(RABU), "susulan") == []


def test_an_old_register_offers_no_day_of_long_ago(kantor, harian):
    kantor.terima()
    kantor.clock.maju(40 * SEHARI)
    assert [h.banyak for h in harian.list_hari()] == [0]


def test_a_forgotten_day_is_told_as_it_ended(kantor, harian):
    kk = kantor.terima(nama="Ani")
    kantor.clock.maju(SEHARI)
    kantor.sampai(kk, "serahkan")
    kantor.terima(nama="Budi")
    senin = harian.siapkan(SENIN)
    assert tabel(senin, "ruang").baris[0][1] == "Menunggu pemeriksaan Kasi"
    assert len(tabel(senin, "ruang").baris) == 1
    tutup(kantor, SENIN)
    assert nama(harian.siapkan(SELASA), "susulan") == []
    assert len(nama(harian.siapkan(SELASA), "kejadian")) == 7


def test_an_event_of_a_clock_that_ran_ahead_stands_on_todays_page(kantor, harian):
    kantor.clock.maju(5 * SEHARI)
    kantor.terima(nama="Dari Depan")
    kantor.clock.maju(-5 * SEHARI)
    assert [h.tanggal for h in harian.list_hari()] == [SENIN]
    assert nama(harian.siapkan(SENIN), "susulan") == ["Dari Depan"]
    tutup(kantor, SENIN)
    kantor.clock.maju(5 * SEHARI)
    persiapan = harian.siapkan(SENIN + dt.timedelta(days=5))
    assert nama(persiapan, "kejadian") == nama(persiapan, "susulan") == []


def test_every_voided_number_stands_on_one_page(kantor, harian):
    store = kantor.store.nomor_cadangan
    baru = CadanganBaru("p", "KK", "TB-{urut}/{tahun}", 2026, 3, kantor.kasi, SENIN_PAGI)
    dulu, senin, selasa = store.pesan(baru)
    store.batalkan(dulu.id, "sebelum", kantor.kasi, SENIN_PAGI - dt.timedelta(days=1))
    kantor.terima()
    store.batalkan(senin.id, "basah", kantor.kasi, SENIN_PAGI)
    kantor.clock.maju(SEHARI)
    store.batalkan(selasa.id, "hilang", kantor.kasi, kantor.clock.now())
    tutup(kantor, SENIN)
    tutup(kantor, SELASA)
    kantor.clock.maju(SEHARI)
    tutup(kantor, RABU)
    for tanggal, alasan in ((SENIN, ["basah"]), (SELASA, ["hilang"]), (RABU, [])):
        assert [b[1] for b in tabel(harian.siapkan(tanggal), "batal").baris] == alasan


@pytest.mark.parametrize("benih", range(3))
def test_every_event_stands_on_exactly_one_page(kantor, harian, benih):
    """Whatever the clock does and whenever a day is closed, in order."""
    acak = random.Random(benih)
    tutup(kantor, SENIN)
    for langkah in range(40):
        if acak.random() < 0.6:
            kantor.terima(nama=f"Orang {'ABCDEFGHIJ'[langkah % 10]}")
        elif (terlupa := harian.find_terlupa()) is not None:
            tutup(kantor, terlupa, f"t{langkah}")
        kantor.clock.maju(acak.choice((0, 30, SEHARI, -SEHARI, 2 * SEHARI)))
    kantor.clock.maju(60 * SEHARI)
    while (terlupa := harian.find_terlupa()) is not None:
        tutup(kantor, terlupa)
    tutup(kantor, kantor.clock.now().date())
    kode = Counter(
        baris[2]
        for hari in harian.list_hari()
        for sifat in ("kejadian", "susulan")
        for baris in tabel(harian.siapkan(hari.tanggal), sifat).baris
    )
    banyak = kantor.store.peristiwa_harian.get_akhir()
    assert banyak > 10
    assert len(kode) == banyak
    assert set(kode.values()) == {1}


# ---------------------------------------------------------------- who signs


def test_the_kasi_of_that_day_signs_also_when_another_closes(kantor, harian):
    kantor.terima()
    dahulu = Pejabat("1", "WAGIMAN", "Kepala Seksi Pelayanan", dt.date(2025, 1, 1), SENIN)
    kini = Pejabat("2", "ENDANG", "Kepala Seksi Pelayanan", SELASA)
    kantor.meja.kantor.isi.simpan_pejabat((dahulu, kini), kantor.kasi)
    kantor.clock.maju(SEHARI)
    tutup(kantor, SENIN)
    teks = words(harian.build_dokumen(SENIN).isi)
    assert "Sooko, 23 November 2026 Kepala Seksi Pelayanan WAGIMAN" in teks
    assert f"Selasa, 24 November 2026 pukul 09.05 WIB oleh {NAMA_KASI}" in teks


def test_where_nobody_is_known_to_hold_the_office_the_closer_signs(kantor, harian):
    lain = Pejabat("1", "WAGIMAN", "Camat Sooko", dt.date(2025, 1, 1))
    kantor.meja.kantor.isi.simpan_pejabat((lain,), kantor.kasi)
    terbuka = words(harian.build_dokumen(SENIN).isi)
    assert "BELUM DITUTUP" in terbuka
    assert NAMA_KASI not in terbuka
    tutup(kantor, SENIN)
    assert f"Kepala Seksi Pelayanan {NAMA_KASI}" in words(harian.build_dokumen(SENIN).isi)


def test_a_page_is_built_again_from_the_print_log(kantor, harian):
    tutup(kantor, SENIN)
    lembar = harian.build_dokumen(SENIN)
    ulang = CetakUlangService(kantor.meja)
    assert ulang.build(lembar.rujukan).isi == lembar.isi
    assert ulang.build(lembar.rujukan, F4).isi != lembar.isi
