"""Events by number and time: what a page and a month are read from."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import NAMA_KASI, SENIN_PAGI

from sooko_desk.data.nomor_cadangan import CadanganBaru
from sooko_desk.data.tutup_harian import TutupHarianBaru

SATU_HARI = dt.timedelta(days=1)


@pytest.fixture
def baca(kantor):
    return kantor.store.peristiwa_harian


def urut(semua):
    return [p.peristiwa.urut for p in semua]


def test_an_empty_register_has_nothing(baca):
    assert baca.get_akhir() == 0
    assert baca.list_sesudah(0) == baca.list_batal(0) == baca.list_nomor(()) == ()
    assert baca.find_pertama() is None
    assert baca.count_diterima(2026) == {}
    assert baca.list_ringkasan(()) == {}


def test_events_by_number_and_by_time(kantor, baca):
    for _ in range(3):
        kantor.terima()
        kantor.clock.maju(60)
    assert baca.get_akhir() == 3
    assert urut(baca.list_sesudah(2, (1,))) == [1, 3]
    jam = dt.timedelta(hours=1)
    assert urut(baca.list_antara(SENIN_PAGI, SENIN_PAGI + 2 * jam)) == [1, 2]
    assert [p.permohonan_id for p in baca.list_antara(SENIN_PAGI + jam, SENIN_PAGI + 9 * jam)] == [
        2,
        3,
    ]
    assert baca.find_pertama() == SENIN_PAGI
    assert baca.count_diterima(2026) == {11: 3}
    assert baca.count_diterima(2025) == {}


def test_cases_and_their_numbers(kantor, baca):
    kk = kantor.sampai(kantor.terima(), "serahkan")
    kantor.terima("KTP")
    assert baca.list_ringkasan((1, 2, 9)).keys() == {1, 2}
    assert [(n.layanan, n.buku, n.urut, n.permohonan_id) for n in baca.list_nomor((1, 2))] == [
        ("KK", "register", 1, 1),
        ("KK", "tanda_bukti", 1, 1),
        ("KTP", "tanda_bukti", 1, 2),
    ]
    assert baca.list_nomor((1,))[0].nomor == kk.ringkasan.nomor_register
    assert baca.list_nomor((1,))[0].dicatat == SENIN_PAGI


def test_running_cases_of_an_instant(kantor, baca):
    kk = kantor.sampai(kantor.terima(), "serahkan")
    kantor.clock.maju(24 * 60)
    kantor.gerak(kk, "serahkan", "diserahkan")
    kantor.terima("KTP")
    assert [r.layanan for r in baca.list_belum_selesai(SENIN_PAGI + SATU_HARI / 2)] == ["KK"]
    assert [r.layanan for r in baca.list_belum_selesai(SENIN_PAGI + 2 * SATU_HARI)] == ["KTP"]
    assert baca.list_belum_selesai(SENIN_PAGI) == ()


def test_voided_numbers_by_the_id_of_their_voiding(kantor, baca):
    store = kantor.store.nomor_cadangan
    for nomor in store.pesan(
        CadanganBaru("p", "KK", "TB-{urut}/{tahun}", 2026, 2, kantor.kasi, SENIN_PAGI)
    ):
        store.batalkan(nomor.id, f"alasan {nomor.urut}", kantor.kasi, SENIN_PAGI)
    satu, dua = baca.list_batal(0)
    assert (satu.nomor, satu.alasan, satu.petugas, satu.waktu) == (
        "TB-1/2026",
        "alasan 1",
        NAMA_KASI,
        SENIN_PAGI,
    )
    assert baca.list_batal(1) == (dua,)
    assert baca.list_batal(2, (1,)) == (satu,)


def test_closings_by_token_and_the_one_before(kantor):
    hari = kantor.store.tutup_harian
    senin = SENIN_PAGI.date()
    baru = TutupHarianBaru("a", senin, 4, "{}", "0a" * 32, kantor.kasi, SENIN_PAGI)
    assert hari.find_token("a") is hari.find_sebelum(senin) is None
    tutup = hari.tutup(baru)
    assert hari.find_token("a") == hari.find_sebelum(senin + SATU_HARI) == tutup
