"""The second status: noted beside the steps, set by them, and what was sent back."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import NIK, NKK, SENIN_PAGI

from sooko_desk.domain.alur import LANGKAH_LUAR
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.luar import find_baku
from sooko_desk.domain.permohonan import KeadaanLuar
from sooko_desk.services.luar import KeadaanTeks

HARI = SENIN_PAGI.date()
TEKS = KeadaanTeks("siak", "diproses", " SP - 12 ", "23/11/2026")


@pytest.fixture
def service(kantor):
    return kantor.meja.luar


@pytest.fixture
def verifikasi(kantor):
    return kantor.sampai(kantor.terima(), "verifikasi")


def kode(pilihan):
    return [p.kode for p in pilihan]


class TestCatat:
    def test_what_siak_says_stands_beside_our_status(self, kantor, service, verifikasi):
        baru = service.catat("a", verifikasi, TEKS, kantor.operator)
        r = baru.ringkasan
        assert r.luar == KeadaanLuar("siak", "diproses", "Sedang diproses", "SP - 12", HARI)
        assert (r.posisi, r.status) == ("verifikasi", "Menunggu verifikasi Dispendukcapil")
        akhir = baru.riwayat[-1]
        assert (akhir.langkah, akhir.hasil) == (LANGKAH_LUAR, "diproses")
        assert akhir.rincian == {
            "SIAK": "Sedang diproses",
            "Nomor referensi": "SP - 12",
            "Tanggal": "23/11/2026",
        }

    def test_number_and_date_may_be_left_out(self, kantor, service):
        ktp = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
        baru = service.catat("a", ktp, KeadaanTeks("dispendukcapil", "prr"), kantor.operator)
        assert baru.ringkasan.luar == KeadaanLuar("dispendukcapil", "prr", "Siap cetak (PRR)")
        assert baru.riwayat[-1].rincian == {"Dispendukcapil": "Siap cetak (PRR)"}

    def test_the_clock_of_the_step_goes_on(self, kantor, service, verifikasi):
        kantor.clock.maju(5)
        service.catat("a", verifikasi, TEKS, kantor.operator)
        kantor.clock.maju(2)
        buka = kantor.meja.alur.buka(verifikasi.ringkasan.id, kantor.operator)
        assert buka.waktu.kata == "7 dari 10 menit"

    def test_the_same_press_twice_is_one_event(self, kantor, service, verifikasi):
        satu = service.catat("a", verifikasi, TEKS, kantor.operator)
        assert service.catat("a", verifikasi, TEKS, kantor.operator) == satu

    @pytest.mark.parametrize(
        ("ganti", "kunci", "kalimat"),
        [
            ({"kode": ""}, "kode", "Pilih keadaannya dulu."),
            ({"kode": "prr"}, "kode", "Pilih keadaannya dulu."),
            ({"referensi": "9" * 41}, "referensi", "paling banyak 40 huruf; yang terketik 41"),
            ({"referensi": "A\u200bB"}, "referensi", "huruf yang tidak terlihat"),
            ({"referensi": NIK}, "referensi", "Itu NIK atau nomor KK pemohon."),
            ({"referensi": "3516 1321 1125 9001"}, "referensi", "Itu NIK atau nomor KK"),
            ({"tanggal": "31/2/2026"}, "tanggal", "Februari 2026 hanya sampai tanggal 28"),
            ({"tanggal": "24/11/2026"}, "tanggal", "Tanggal ini belum tiba."),
        ],
    )
    def test_what_is_wrong_is_told_beside_its_field(
        self, kantor, service, verifikasi, ganti, kunci, kalimat
    ):
        isi = {"kode": "diproses", "referensi": "", "tanggal": ""} | ganti
        with pytest.raises(FieldsError) as galat:
            service.catat("a", verifikasi, KeadaanTeks("siak", **isi), kantor.operator)
        assert list(galat.value.per_field) == [kunci]
        assert kalimat in galat.value.per_field[kunci]
        assert kantor.store.permohonan.get(verifikasi.ringkasan.id) == verifikasi

    def test_separators_alone_are_no_number_of_a_family_without_a_card(self, kantor, service):
        tanpa = kantor.sampai(kantor.terima(nkk=""), "verifikasi")
        keadaan = KeadaanTeks("siak", "diproses", "-")
        assert service.catat("a", tanpa, keadaan, kantor.operator).ringkasan.luar.referensi == "-"

    def test_what_is_noted_already_a_stale_screen_and_a_finished_case_are_refused(
        self, kantor, service, verifikasi
    ):
        baru = service.catat("a", verifikasi, TEKS, kantor.operator)
        with pytest.raises(RuleError, match="sudah tercatat"):
            service.catat("b", baru, TEKS, kantor.operator)
        with pytest.raises(RuleError, match="sudah berubah sejak ditampilkan"):
            service.catat("c", verifikasi, TEKS, kantor.operator)
        selesai = kantor.sampai(kantor.terima("KTP"), "selesai")
        with pytest.raises(RuleError, match="sudah selesai dan diserahkan"):
            service.catat("d", selesai, TEKS, kantor.operator)

    def test_the_states_are_the_offices_tables(self, service):
        assert "tte_terbit" in kode(service.list_keadaan("siak"))
        assert "tunggu_blangko" in kode(service.list_keadaan("dispendukcapil"))


class TestLangkah:
    def test_the_steps_set_it_too(self, kantor):
        kk = kantor.sampai(kantor.terima(), "entri")
        assert kk.ringkasan.luar is None
        kk = kantor.sampai(kk, "verifikasi")
        assert kk.ringkasan.luar == KeadaanLuar(
            "siak", "entri.terinput", "Data terinput", "Contoh", HARI
        )
        kantor.clock.maju(24 * 60)
        kk = kantor.gerak(
            kk, "verifikasi", "terverifikasi", isian={"nomor_referensi_verifikasi": "V-7"}
        )
        assert kk.ringkasan.luar == KeadaanLuar(
            "siak",
            "verifikasi.terverifikasi",
            "Terverifikasi",
            "V-7",
            HARI + dt.timedelta(days=1),
        )
        kk = kantor.sampai(kk, "cetak")
        luar = kk.ringkasan.luar
        assert (luar.nama, luar.referensi) == ("Tertandatangani", "V-7")

    def test_a_refusal_takes_a_standard_reason_and_comes_back(self, kantor, service, verifikasi):
        kk = kantor.gerak(
            verifikasi, "verifikasi", "ditolak", tolak="data_beda", alasan=" nama  ibu "
        )
        assert kk.ringkasan.luar.nama == "Ditolak verifikator"
        assert kk.ringkasan.luar.referensi == "Contoh"  # of the entry; that field is empty
        alasan = kk.riwayat[-1].alasan
        assert alasan == "Data tidak sesuai dokumen: nama ibu"
        tolak = kantor.sop().get_langkah("verifikasi").tolak
        assert find_baku(tolak, alasan).kode == "data_beda"
        (baris,) = service.list_dikembalikan()
        assert baris.ringkasan.id == kk.ringkasan.id
        assert (baris.penolakan.alasan, baris.penolakan.saat) == (alasan, SENIN_PAGI)
        buka = kantor.meja.alur.buka(kk.ringkasan.id, kantor.operator)
        assert buka.penolakan == baris.penolakan
        kk = kantor.sampai(kk, "verifikasi")
        assert kk.ringkasan.luar.nama == "Data terinput"
        assert service.list_dikembalikan() == ()
        assert kantor.sampai(kk, "selesai").ringkasan.posisi == "selesai"

    @pytest.mark.parametrize(
        ("tolak", "alasan", "harap"),
        [
            ("berkas_kurang", "", "Berkas kurang"),
            ("", "tidak jelas sebabnya", "tidak jelas sebabnya"),
        ],
    )
    def test_either_is_enough(self, kantor, verifikasi, tolak, alasan, harap):
        kk = kantor.gerak(verifikasi, "verifikasi", "ditolak", tolak=tolak, alasan=alasan)
        assert kk.riwayat[-1].alasan == harap

    @pytest.mark.parametrize(
        ("tolak", "kalimat"),
        [
            ("", "Tulis alasannya dulu."),
            ("hilang", "Alasan itu tidak ada lagi dalam daftar. Pilih yang lain."),
        ],
    )
    def test_a_refusal_without_a_reason_stores_nothing(self, kantor, verifikasi, tolak, kalimat):
        with pytest.raises(FieldsError) as galat:
            kantor.gerak(verifikasi, "verifikasi", "ditolak", tolak=tolak)
        assert galat.value.per_field == {"alasan": kalimat}
        assert kantor.store.permohonan.get(verifikasi.ringkasan.id) == verifikasi

    def test_a_reason_that_was_chosen_is_not_told_of_an_outcome_that_passes(
        self, kantor, verifikasi
    ):
        kk = kantor.gerak(verifikasi, "verifikasi", "terverifikasi", tolak="data_beda")
        assert kk.riwayat[-1].alasan == ""

    def test_undoing_a_refusal_takes_its_word_back(self, kantor, service, verifikasi):
        semula = verifikasi.ringkasan.luar
        kantor.gerak(verifikasi, "verifikasi", "ditolak", tolak="data_beda")
        kk = kantor.meja.alur.batalkan("batal", verifikasi.ringkasan.id, kantor.operator)
        assert kk.ringkasan.luar == semula
        assert service.list_dikembalikan() == ()

    def test_undoing_the_first_word_leaves_none(self, kantor):
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        kk = kantor.meja.alur.batalkan("batal", kk.ringkasan.id, kantor.operator)
        assert (kk.ringkasan.posisi, kk.ringkasan.luar) == ("entri", None)

    def test_a_note_after_the_undone_decision_stays(self, kantor, service, verifikasi):
        kk = kantor.gerak(verifikasi, "verifikasi", "ditolak", tolak="data_beda")
        kk = service.catat("a", kk, TEKS, kantor.operator)
        batal = kantor.meja.alur.batalkan("batal", kk.ringkasan.id, kantor.operator)
        assert batal.ringkasan.luar == kk.ringkasan.luar

    def test_our_own_return_to_the_kasi_is_no_word_of_siak(self, kantor):
        kk = kantor.sampai(kantor.terima(), "entri")
        kk = kantor.gerak(kk, "entri", "kembali_periksa", alasan="KK lama terpotong")
        assert kk.ringkasan.luar is None


class TestDikembalikan:
    def test_every_refusal_that_waits_for_us_longest_first(self, kantor, service):
        kk = kantor.sampai(kantor.terima(), "tanda_tangan")
        ktp = kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
        kantor.sampai(kantor.terima(nkk=NKK), "entri")  # never refused
        kantor.gerak(ktp, "di_dispendukcapil", "dikembalikan", tolak="belum_rekam")
        kantor.clock.maju(5)
        kantor.gerak(kk, "tanda_tangan", "ditolak", alasan="sertifikat kedaluwarsa")
        baris = service.list_dikembalikan()
        assert [(b.ringkasan.layanan, b.penolakan.hasil) for b in baris] == [
            ("KTP", "Dikembalikan Dispendukcapil"),
            ("KK", "Tanda tangan ditolak"),
        ]

    def test_a_case_that_goes_on_to_the_kasi_is_no_longer_here(self, kantor, service, verifikasi):
        kk = kantor.gerak(verifikasi, "verifikasi", "ditolak", tolak="berkas_kurang")
        kantor.gerak(kk, "entri", "kembali_periksa", alasan="minta KTP ayah")
        assert service.list_dikembalikan() == ()

    def test_a_case_refused_once_and_sent_on_is_looked_at_and_left_out(self, kantor, service):
        kk = kantor.sampai(kantor.terima(), "verifikasi")
        kk = kantor.gerak(kk, "verifikasi", "ditolak", tolak="berkas_kurang")
        kk = kantor.gerak(kk, "entri", "kembali_periksa", alasan="minta KTP ayah")
        kk = kantor.gerak(kk, "periksa", "lengkap")
        assert kk.ringkasan.posisi == "entri"  # where refused cases wait, but not for a refusal
        assert service.list_dikembalikan() == ()
