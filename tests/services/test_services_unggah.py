"""Papers ticked as uploaded to SIAK."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import SENIN_PAGI, list_tanda

from sooko_desk.domain.errors import FieldsError, PeringatanError
from sooko_desk.domain.kelengkapan import list_unggah, tandai_unggahan, terapkan_tanda
from sooko_desk.domain.permohonan import TandaBerkas
from sooko_desk.domain.sop import SifatSyarat


@pytest.fixture
def upload(kantor):
    return kantor.sampai(kantor.terima(), "upload")


def semua(permohonan):
    return frozenset(b.kode for b in list_unggah(permohonan.berkas))


def terunggah(permohonan):
    return {b.kode for b in permohonan.berkas if b.diunggah}


def test_every_ticked_paper_carries_its_instant_and_the_story_names_it(kantor, upload):
    kantor.clock.maju(3)
    kk = kantor.gerak(upload, "upload", "terupload")
    assert terunggah(kk) == semua(upload)
    saat = SENIN_PAGI + dt.timedelta(minutes=3)
    assert {b.diunggah for b in kk.berkas if b.diunggah} == {saat}
    nama = "; ".join(b.nama for b in list_unggah(upload.berkas))
    assert kk.riwayat[-1].rincian["Diunggah"] == nama


def test_at_least_one_paper_is_ticked(kantor, upload):
    with pytest.raises(FieldsError) as galat:
        kantor.gerak(upload, "upload", "terupload", unggah=frozenset())
    assert galat.value.per_field == {"unggah": "Centang dulu berkas yang sudah terunggah ke SIAK."}
    assert kantor.store.permohonan.get(upload.ringkasan.id) == upload


def test_a_paper_that_is_not_there_cannot_be_ticked(kantor):
    tanda = (*list_tanda(kantor.sop(), "I.A.1")[:-1],)
    berkas = [TandaBerkas(t.kode, ada=True) for t in tanda]
    kurang = list_tanda(kantor.sop(), "I.A.1")[-1].kode
    kk = kantor.sampai(kantor.terima(berkas=tuple(berkas)), "upload")
    with pytest.raises(FieldsError, match="Belum tersimpan") as galat:
        kantor.gerak(kk, "upload", "terupload", unggah=frozenset({kurang, "tidak_dikenal"}))
    assert "tidak ada dalam berkas" in galat.value.per_field["unggah"]
    assert kurang in galat.value.per_field["unggah"]


def test_a_paper_that_is_there_and_stays_without_a_tick_is_asked_about_once(kantor, upload):
    satu, *lain = list_unggah(upload.berkas)
    with pytest.raises(PeringatanError) as galat:
        kantor.gerak(upload, "upload", "terupload", unggah=frozenset({satu.kode}))
    kata = "; ".join(b.nama for b in lain)
    assert galat.value.per_field == {"unggah": f"Belum dicentang: {kata}."}
    kk = kantor.gerak(
        upload, "upload", "terupload", unggah=frozenset({satu.kode}), peringatan_dilihat=True
    )
    assert terunggah(kk) == {satu.kode}
    assert kk.riwayat[-1].rincian["Diunggah"] == satu.nama


@pytest.mark.parametrize("dahulu", [True, False])
def test_both_orders_of_verification_and_upload_can_be_recorded(kantor, dahulu):
    kk = kantor.sampai(kantor.terima(), "verifikasi")
    urutan = [("upload", "terupload"), ("verifikasi", "terverifikasi")]
    for langkah, hasil in urutan if dahulu else reversed(urutan):
        kk = kantor.gerak(kk, langkah, hasil)
    assert kk.ringkasan.posisi == "tanda_tangan"
    assert terunggah(kk) == semua(kk)


def test_an_early_upload_asks_for_ticks_too(kantor):
    kk = kantor.sampai(kantor.terima(), "verifikasi")
    with pytest.raises(FieldsError, match="Belum tersimpan"):
        kantor.gerak(kk, "upload", "terupload", unggah=frozenset())


def test_going_back_voids_the_ticks_and_undoing_it_brings_them_back(kantor):
    kk = kantor.sampai(kantor.terima(), "tanda_tangan")
    sebelum = kk.berkas
    kk = kantor.gerak(kk, "tanda_tangan", "ditolak", tolak="tidak_terbaca")
    assert terunggah(kk) == set()
    batal = kantor.meja.alur.batalkan("batal", kk.ringkasan.id, kantor.operator)
    assert batal.berkas == sebelum


def test_a_refused_upload_is_ticked_anew_with_its_new_instant(kantor):
    kk = kantor.sampai(kantor.terima(), "tanda_tangan")
    kantor.clock.maju(30)
    kk = kantor.gerak(kk, "tanda_tangan", "ditolak", tolak="tidak_terbaca")
    kk = kantor.sampai(kk, "tanda_tangan")
    saat = SENIN_PAGI + dt.timedelta(minutes=30)
    assert {b.diunggah for b in kk.berkas if b.diunggah} == {saat}
    assert "Diunggah" in kk.riwayat[-1].rincian


def test_ticks_given_to_another_step_mean_nothing(kantor):
    kk = kantor.sampai(kantor.terima(), "entri")
    kk = kantor.gerak(kk, "entri", "terinput", unggah=semua(kk))
    assert terunggah(kk) == set()


def test_a_condition_is_no_paper_and_one_that_is_taken_off_loses_its_tick(kantor):
    berkas = kantor.terima("KTP").berkas
    syarat = [b for b in berkas if b.sifat is SifatSyarat.CATATAN]
    assert syarat
    assert not set(list_unggah(berkas)) & set(syarat)
    satu = berkas[0].kode
    ditandai = tandai_unggahan(berkas, {satu}, SENIN_PAGI)
    assert tandai_unggahan(ditandai, {satu}, SENIN_PAGI + dt.timedelta(days=1)) == ditandai
    lepas = terapkan_tanda(ditandai, [TandaBerkas(satu, ada=False)])
    assert lepas[0].diunggah is None
