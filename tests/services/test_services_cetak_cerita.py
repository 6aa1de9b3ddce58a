import datetime as dt
import uuid

import pytest
from builders import NAMA, NIK, NKK, PIN_KASI
from printing.pdf_baca import page_texts, words

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import (
    HASIL_BATAL,
    LANGKAH_ASLI,
    LANGKAH_KHUSUS,
    LANGKAH_KIRIMAN,
    LANGKAH_KOREKSI,
    LANGKAH_LAMPIRAN,
    LANGKAH_LUAR,
    LANGKAH_TEMPAT,
)
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Cocok, TandaBerkas
from sooko_desk.services.cetak_cerita import (
    KATA_KHUSUS,
    JenisCerita,
)


@pytest.fixture
def service(kantor):
    return kantor.meja.cetak_cerita


def baca(kantor, permohonan):
    return kantor.store.permohonan.get(permohonan.ringkasan.id)


def cerita(kantor, service, permohonan):
    return service.susun_cerita(baca(kantor, permohonan))


def catat(kantor, permohonan, langkah, hasil, rincian=None):
    """An event beside the steps."""
    r = baca(kantor, permohonan).ringkasan
    kantor.store.permohonan.simpan_gerak(
        GerakBaru(
            uuid.uuid4().hex,
            r.id,
            r.versi,
            langkah,
            hasil,
            r.posisi,
            r.status,
            r.menunggu,
            kantor.operator,
            kantor.clock.now(),
            rincian=rincian or {},
        )
    )


def cetak(kantor, permohonan, hasil="tercetak", tujuan="Epson L3110", salinan=1):
    dokumen = kantor.meja.pencetakan.build_tanda_bukti(permohonan.ringkasan.id)
    kantor.meja.pencetakan.catat(dokumen, tujuan, salinan, hasil, kantor.operator)


def test_every_move_is_told_with_who_what_and_what_came_of_it(kantor, service):
    permohonan = kantor.gerak(kantor.terima(), "periksa", "tidak_lengkap", alasan="Foto buram.")
    permohonan = kantor.gerak(permohonan, "terima", "diterima")
    satu, dua, tiga = cerita(kantor, service, permohonan)
    assert satu.siapa == "Rini Contoh (Operator)"
    assert (satu.langkah, satu.hasil, satu.jenis) == (
        "Terima berkas",
        "Berkas diterima",
        JenisCerita.MAJU,
    )
    assert satu.status == "Menunggu pemeriksaan Kasi"
    assert dua.siapa == "Bambang Misal (Kasi Pelayanan)"
    assert (dua.hasil, dua.jenis) == ("Tidak lengkap", JenisCerita.MUNDUR)
    assert dua.status == "Dikembalikan, menunggu pemohon"
    assert dua.catatan == "Foto buram"
    assert tiga.status == "Menunggu pemeriksaan Kasi"
    assert tiga.waktu == kantor.clock.now()


def test_a_finished_case_ends_with_the_hand_over(kantor, service):
    permohonan = kantor.sampai(kantor.terima(), "selesai")
    semua = cerita(kantor, service, permohonan)
    assert len(semua) == 8
    assert semua[-1].hasil == "Diserahkan"
    assert semua[-1].status == "Selesai, sudah diserahkan"
    assert ("Nomor KK baru", "************9001") in semua[-2].rincian


def test_an_early_step_leaves_the_case_where_it_is(kantor, service):
    permohonan = kantor.sampai(kantor.terima(), "verifikasi")
    permohonan = kantor.gerak(permohonan, "upload", "terupload")
    permohonan = kantor.gerak(permohonan, "verifikasi", "terverifikasi")
    *_, upload, verifikasi = cerita(kantor, service, permohonan)
    assert (upload.status, upload.jenis) == ("", JenisCerita.MAJU)
    assert verifikasi.status == "Menunggu tanda tangan"


def test_a_decision_and_its_undoing_are_both_told(kantor, service):
    permohonan = kantor.gerak(kantor.terima(), "periksa", "lengkap")
    kantor.meja.alur.batalkan("u", permohonan.ringkasan.id, kantor.kasi)
    *_, lengkap, batal = cerita(kantor, service, permohonan)
    assert lengkap.hasil == "Lengkap"
    assert (batal.langkah, batal.hasil, batal.jenis) == (
        "Periksa kelengkapan",
        "Keputusan dibatalkan",
        JenisCerita.BATAL,
    )
    assert batal.status == "Menunggu pemeriksaan Kasi"


def test_every_kind_of_event_beside_the_steps_has_words():
    assert set(KATA_KHUSUS) == LANGKAH_KHUSUS


@pytest.mark.parametrize(
    ("langkah", "hasil", "rincian", "kata"),
    [
        (LANGKAH_ASLI, "ditarik", {}, ("Berkas asli", "Asli ditarik")),
        (LANGKAH_ASLI, HASIL_BATAL, {}, ("Berkas asli", "Pencatatan asli dibatalkan")),
        (LANGKAH_LAMPIRAN, "tambah", {}, ("Pindaian berkas", "Pindaian ditambahkan")),
        (LANGKAH_LAMPIRAN, "lepas", {}, ("Pindaian berkas", "Pindaian dilepas")),
        (LANGKAH_KOREKSI, "dibetulkan", {}, ("Pembetulan data", "Data dibetulkan")),
        (LANGKAH_TEMPAT, "dipindah", {}, ("Tempat berkas", "Tempat dicatat")),
        (LANGKAH_KIRIMAN, "kartu_kembali", {}, ("Daftar pengiriman", "Kartu kembali")),
        (LANGKAH_KIRIMAN, HASIL_BATAL, {}, ("Daftar pengiriman", "Pencatatan dibatalkan")),
        (LANGKAH_KIRIMAN, "hilang", {}, ("Daftar pengiriman", "hilang")),
        (LANGKAH_LUAR, "diproses", {}, ("Kabar dari luar", "Sedang diproses")),
        (LANGKAH_LUAR, "lain", {}, ("Kabar dari luar", "lain")),
        (LANGKAH_LUAR, "x", {"SIAK": "Diajukan"}, ("Kabar SIAK", "Diajukan")),
    ],
)
def test_events_beside_the_steps_are_told_in_words(kantor, service, langkah, hasil, rincian, kata):
    permohonan = kantor.terima()
    catat(kantor, permohonan, langkah, hasil, rincian)
    baris = cerita(kantor, service, permohonan)[-1]
    assert (baris.langkah, baris.hasil) == kata
    assert baris.status == ""
    batal = JenisCerita.BATAL if hasil == HASIL_BATAL else JenisCerita.CATATAN
    assert baris.jenis is batal
    assert baris.rincian == ()  # the other system's word is not said twice


def test_a_correction_is_told_before_and_after_with_numbers_masked(kantor, service):
    permohonan = kantor.terima()
    catat(kantor, permohonan, LANGKAH_KOREKSI, "dibetulkan", {"NIK": f"{NKK} → {NIK}"})
    baris = cerita(kantor, service, permohonan)[-1]
    assert baris.catatan == "NIK: ************9001 → ************9001"


def test_prints_stand_between_the_events_where_they_happened(kantor, service):
    permohonan = kantor.terima()
    kantor.clock.maju(1)
    cetak(kantor, permohonan, salinan=2)
    kantor.clock.maju(1)
    permohonan = kantor.gerak(permohonan, "periksa", "lengkap")
    kantor.clock.maju(1)
    cetak(kantor, permohonan, "tersimpan", "berkas")
    semua = cerita(kantor, service, permohonan)
    assert [b.jenis for b in semua] == [
        JenisCerita.MAJU,
        JenisCerita.CETAKAN,
        JenisCerita.MAJU,
        JenisCerita.CETAKAN,
    ]
    kode = permohonan.ringkasan.kode_pindai
    assert semua[1].catatan == f"Tanda bukti penerimaan {kode}. Ke: Epson L3110. Salinan: 2"
    assert (semua[1].langkah, semua[1].hasil) == ("Cetakan", "Tercetak")
    assert semua[3].rincian == (("Ke", "berkas PDF"),)


def test_prints_of_other_cases_are_not_told(kantor, service):
    permohonan, lain = kantor.terima(), kantor.terima("KTP")
    cetak(kantor, lain)
    assert len(cerita(kantor, service, permohonan)) == 1
    assert len(kantor.store.cetakan.list_permohonan(lain.ringkasan.id)) == 1


def test_events_keep_their_order_when_the_clock_jumps_back(kantor, service):
    permohonan = kantor.terima()
    kantor.clock.maju(-60)
    permohonan = kantor.gerak(permohonan, "periksa", "lengkap")
    cetak(kantor, permohonan)
    semua = cerita(kantor, service, permohonan)
    assert [b.langkah for b in semua if b.jenis is not JenisCerita.CETAKAN] == [
        "Terima berkas",
        "Periksa kelengkapan",
    ]
    assert len(semua) == 3


def test_the_paper_has_facts_papers_and_events(kantor, service):
    tanda = (
        TandaBerkas("kk_lama", ada=True, bentuk=Bentuk.ASLI, jumlah=2, catatan=f"NKK {NKK}"),
        TandaBerkas("buku_nikah", ada=True, cocok=Cocok.TIDAK),
        TandaBerkas("F-1.02", ada=True, cocok=Cocok.COCOK),
    )
    permohonan = kantor.terima(
        berkas=tanda,
        pembawa_nama="Sugeng",
        pembawa_hubungan="anak",
        pengantar_nomor="470/12",
        pengantar_tanggal="20/11/2026",
        pengantar_penanda="Kades",
        catatan=f"lihat {NIK}",
    )
    kode = frozenset({"kk_lama"})
    kantor.meja.asli.keluarkan(
        "t", permohonan, kode, AsliKeluar.DIKEMBALIKAN, NAMA, kantor.operator
    )
    dokumen = service.build_cerita(permohonan.ringkasan.id)
    r = permohonan.ringkasan
    assert (dokumen.id, dokumen.permohonan_id) == ("cerita", r.id)
    assert dokumen.judul == f"Riwayat permohonan {r.kode_pindai}"
    assert dokumen.nama_berkas == f"riwayat-{r.kode_pindai}.pdf"
    assert len(page_texts(dokumen.isi)) == 1
    teks = words(dokumen.isi)
    for kata in (
        NAMA,
        "************9001",
        r.nomor_tanda_bukti,
        "Jl. Contoh No. 1, RT 001 RW 002, Japan",
        "Sugeng",
        "470/12 tgl 20/11/2026 Kades",
        "ada, asli, 2 lembar, asli dikembalikan",
        "ada, data tidak cocok",
        "ada, data cocok",
        "belum ada",
        "23/11/2026 09.05",
        "Asli dikembalikan",
        "Keadaan: Menunggu pemeriksaan Kasi",
        "lihat ************9001",
    ):
        assert kata in teks, kata
    for nomor in (NIK, NKK, PIN_KASI):
        assert nomor not in teks


def test_what_was_uploaded_is_dated(kantor, service):
    permohonan = kantor.sampai(kantor.terima(pembawa_nama=""), "upload")
    kantor.clock.maju(24 * 60)
    r = permohonan.ringkasan
    berkas = kantor.store.permohonan.get(r.id).berkas
    assert service.build_cerita(r.id).isi
    assert all(b.diterima for b in berkas if b.ada)


def test_the_story_is_told_at_its_own_time(kantor, service):
    saat = dt.datetime(2026, 11, 23, 2, 5, tzinfo=dt.UTC)
    assert cerita(kantor, service, kantor.terima())[0].waktu == saat
