import uuid

import pytest

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.kelengkapan import list_kurang
from sooko_desk.domain.permohonan import Cocok, TandaBerkas
from sooko_desk.domain.sop import SELESAI
from sooko_desk.services.alur_kerja import PerintahGerak


def make_perintah(kantor, permohonan, hasil, **ganti):
    r = permohonan.ringkasan
    return PerintahGerak(uuid.uuid4().hex, r.id, r.versi, "periksa", hasil, **ganti)


class TestBatal:
    def test_the_last_decision_is_undone_and_the_story_keeps_both(self, kantor):
        permohonan = kantor.terima()
        sejak = permohonan.ringkasan.posisi_sejak
        kantor.clock.maju(3)
        kantor.gerak(permohonan, "periksa", "lengkap")
        kantor.clock.maju(2)
        kembali = kantor.meja.alur.batalkan("batal-1", permohonan.ringkasan.id, kantor.kasi)
        r = kembali.ringkasan
        assert (r.posisi, r.status, r.menunggu) == ("periksa", "Menunggu pemeriksaan Kasi", "")
        assert r.posisi_sejak == sejak
        assert [(p.langkah, p.hasil, p.ke) for p in kembali.riwayat[1:]] == [
            ("periksa", "lengkap", "entri"),
            ("periksa", "batal", "periksa"),
        ]
        lagi = kantor.meja.alur.batalkan("batal-1", permohonan.ringkasan.id, kantor.kasi)
        assert lagi == kembali

    def test_what_was_sent_back_waits_for_the_applicant_again(self, kantor):
        permohonan = kantor.gerak(kantor.terima(), "periksa", "tidak_lengkap", alasan="Buram")
        kantor.gerak(permohonan, "terima", "diterima")
        r = kantor.meja.alur.batalkan("b", permohonan.ringkasan.id, kantor.operator).ringkasan
        assert (r.posisi, r.menunggu) == ("terima", "pemohon")
        assert r.status == permohonan.ringkasan.status
        assert r.posisi_sejak == permohonan.ringkasan.posisi_sejak

    def test_a_decision_made_after_an_undoing_can_be_undone_too(self, kantor):
        permohonan = kantor.terima()
        nomor = permohonan.ringkasan.id
        for token in ("satu", "dua"):
            kantor.gerak(permohonan, "periksa", "lengkap")
            r = kantor.meja.alur.batalkan(token, nomor, kantor.kasi).ringkasan
            assert (r.posisi, r.posisi_sejak) == ("periksa", permohonan.ringkasan.posisi_sejak)

    def test_an_undone_incompleteness_is_forgotten_by_the_radar(self, kantor, store):
        permohonan = kantor.terima(berkas=())
        kantor.gerak(permohonan, "periksa", "tidak_lengkap")
        sql = "SELECT layanan, jenis_kode, kode FROM kekurangan"
        kurang = [("KK", "I.A.1", b.kode) for b in list_kurang(permohonan.berkas)]
        assert store._db.execute_sql(sql).fetchall() == kurang
        kantor.meja.alur.batalkan("b", permohonan.ringkasan.id, kantor.kasi)
        assert store._db.execute_sql(sql).fetchall() == []

    def test_what_may_not_be_undone_is_refused_in_words(self, kantor):
        batalkan = kantor.meja.alur.batalkan
        permohonan = kantor.terima()
        nomor = permohonan.ringkasan.id
        with pytest.raises(RuleError, match="Tidak ada keputusan yang dapat dibatalkan"):
            batalkan("a", nomor, kantor.operator)
        kantor.gerak(permohonan, "periksa", "lengkap")
        with pytest.raises(RuleError, match=f"dicatat oleh {kantor.kasi.nama}"):
            batalkan("b", nomor, kantor.operator)
        kantor.clock.maju(24 * 60)
        with pytest.raises(RuleError, match="hari sebelumnya"):
            batalkan("c", nomor, kantor.kasi)
        assert len(kantor.store.permohonan.get(nomor).riwayat) == 2

    def test_a_step_in_the_book_stays(self, kantor):
        permohonan = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
        with pytest.raises(RuleError, match="sudah tercatat di buku"):
            kantor.meja.alur.batalkan("a", permohonan.ringkasan.id, kantor.operator)
        kantor.sampai(permohonan, SELESAI)
        with pytest.raises(RuleError, match="sudah tercatat di buku"):
            kantor.meja.alur.batalkan("b", permohonan.ringkasan.id, kantor.operator)

    def test_what_was_recorded_early_is_not_forgotten_by_an_undoing(self, kantor):
        permohonan = kantor.sampai(kantor.terima(), "verifikasi")
        kantor.gerak(permohonan, "upload", "terupload")
        kantor.gerak(permohonan, "verifikasi", "terverifikasi")
        nomor = permohonan.ringkasan.id
        kembali = kantor.meja.alur.batalkan("b", nomor, kantor.operator)
        assert kembali.ringkasan.posisi == "verifikasi"
        lagi = kantor.gerak(kembali, "verifikasi", "terverifikasi")
        assert lagi.ringkasan.posisi == "tanda_tangan"


class TestBersama:
    def test_several_cases_are_decided_in_one_unit(self, kantor):
        satu, dua = kantor.terima(), kantor.terima("KTP")
        perintah = [
            make_perintah(kantor, satu, "lengkap"),
            make_perintah(kantor, dua, "tidak_lengkap", alasan="Fotokopi buram"),
        ]
        for kali in range(2):  # the second time is a double press
            assert kantor.meja.alur.jalankan_bersama(perintah, kantor.kasi) == (1, 2), kali
        posisi = [kantor.store.permohonan.get(i).ringkasan.posisi for i in (1, 2)]
        assert posisi == ["entri", "terima"]
        assert [len(kantor.store.permohonan.get(i).riwayat) for i in (1, 2)] == [2, 2]

    def test_one_that_moved_meanwhile_stops_them_all(self, kantor):
        satu, dua = kantor.terima(), kantor.terima("KTP")
        perintah = [make_perintah(kantor, p, "lengkap") for p in (satu, dua)]
        kantor.gerak(dua, "periksa", "tidak_lengkap", alasan="Buram")
        kantor.gerak(dua, "terima", "diterima")
        with pytest.raises(RuleError, match="sudah berubah sejak ditampilkan"):
            kantor.meja.alur.jalankan_bersama(perintah, kantor.kasi)
        assert kantor.store.permohonan.get(1).ringkasan.posisi == "periksa"

    def test_a_move_is_checked_without_being_stored(self, kantor):
        permohonan = kantor.terima(berkas=())
        with pytest.raises(RuleError, match="Belum dapat dinyatakan lengkap"):
            kantor.meja.alur.check(make_perintah(kantor, permohonan, "lengkap"), kantor.kasi)
        kantor.meja.alur.check(make_perintah(kantor, permohonan, "tidak_lengkap"), kantor.kasi)
        assert len(kantor.store.permohonan.get(1).riwayat) == 1


def test_who_says_complete_says_that_the_data_agree(kantor):
    berkas = kantor.gerak(kantor.terima(), "periksa", "lengkap").berkas
    assert {b.cocok for b in berkas if b.ada} == {Cocok.COCOK}
    assert all(b.diterima for b in berkas if b.ada)


def test_a_paper_whose_data_differ_makes_the_case_incomplete_and_is_told(kantor):
    permohonan = kantor.terima()
    kode = next(b for b in permohonan.berkas if b.sifat == "wajib" and not b.grup).kode
    tanda = (TandaBerkas(kode, ada=True, cocok=Cocok.TIDAK),)
    with pytest.raises(RuleError, match="Belum dapat dinyatakan lengkap"):
        kantor.gerak(permohonan, "periksa", "lengkap", tanda=tanda)
    baru = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    assert "Data tidak cocok" in baru.riwayat[-1].rincian
