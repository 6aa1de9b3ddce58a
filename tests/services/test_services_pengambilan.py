"""What lies on the shelf, where, since when; and the papers of the hand-over."""

import pytest
from builders import DESA, NAMA, NIK, NIK_LAIN, NKK, list_tanda
from printing.pdf_baca import page_texts, words

from sooko_desk.data.perintah import GerakBaru
from sooko_desk.domain.alur import LANGKAH_TEMPAT
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, TandaBerkas
from sooko_desk.services.pengambilan import PANJANG_TEMPAT, TEMPAT_TERAKHIR

HARI = 24 * 60


@pytest.fixture
def service(kantor):
    return kantor.meja.pengambilan


def siap(kantor, layanan="KK", **ganti):
    """A case whose document waits on the shelf."""
    return kantor.sampai(kantor.terima(layanan, **ganti), "serahkan")


def serah(kantor, permohonan, **isian):
    """Hand over, every field filled but for what is given."""
    langkah = kantor.sop(permohonan.ringkasan.layanan).get_langkah("serahkan")
    kosong = dict.fromkeys([i.id for i in langkah.isian], "")
    awal = {
        "nama_pengambil": permohonan.ringkasan.pemohon.nama,
        "hubungan_pengambil": "sendiri",
        "tanda_bukti_ditarik": "ya",
    }
    return kantor.gerak(permohonan, "serahkan", "diserahkan", isian=kosong | awal | isian)


def atur(kantor, token, permohonan, tempat):
    semua = [p.ringkasan.id for p in permohonan]
    return kantor.meja.pengambilan.atur_tempat(token, semua, tempat, kantor.operator)


def test_only_finished_documents_are_listed_the_oldest_first(kantor, service):
    kantor.terima(nama="Masih Diperiksa")
    lama = siap(kantor)
    kantor.clock.maju(8 * HARI)
    baru = siap(kantor, "KTP", nik=NIK_LAIN)
    selesai = serah(kantor, siap(kantor, nik=NIK_LAIN))
    assert selesai.ringkasan.posisi == "selesai"
    daftar = service.list_belum()
    assert [b.ringkasan.id for b in daftar] == [lama.ringkasan.id, baru.ringkasan.id]
    assert [b.umur_hari for b in daftar] == [8, 0]
    kantor.clock.maju(-9 * HARI)  # the clock of the PC fell back
    assert [b.umur_hari for b in service.list_belum()] == [0, 0]


def test_whom_to_call_is_the_applicant_else_who_brought_the_papers(kantor, service):
    bawa = {"pembawa_nama": "Slamet", "pembawa_hubungan": "anak"}
    siap(kantor, telepon="0812 3456 9001", **bawa, pembawa_telepon="085700009001")
    siap(kantor, telepon="", **bawa, pembawa_telepon="085700009001")
    siap(kantor, telepon="", **bawa)
    assert [(b.telepon, b.pembawa) for b in service.list_belum()] == [
        ("081234569001", ""),
        ("085700009001", "Slamet"),
        ("", ""),
    ]


def test_many_documents_go_onto_one_shelf_in_one_unit(kantor, service):
    semua = [siap(kantor, nama=nama) for nama in ("Satu", "Dua", "Tiga")]
    assert atur(kantor, "a", semua[:1], "  Rak   B-3 ") == (semua[0].ringkasan.id,)
    kantor.clock.maju(5)
    for _ in range(2):  # a double press
        dipindah = atur(kantor, "b", semua, "Rak B-4")
    assert dipindah == tuple(p.ringkasan.id for p in semua)
    assert {b.ringkasan.tempat for b in service.list_belum()} == {"Rak B-4"}
    cerita = [
        [p.rincian["Tempat"] for p in service.buka(s.ringkasan.id).riwayat if p.langkah == "tempat"]
        for s in semua
    ]
    assert cerita == [["Rak B-3", "Rak B-4 (semula Rak B-3)"], ["Rak B-4"], ["Rak B-4"]]
    akhir = service.buka(semua[0].ringkasan.id)
    assert (akhir.riwayat[-1].langkah, akhir.riwayat[-1].hasil) == (LANGKAH_TEMPAT, "dipindah")
    assert akhir.ringkasan.posisi_sejak == semua[0].ringkasan.posisi_sejak


def test_what_lies_there_already_is_left_alone(kantor):
    satu, dua = siap(kantor), siap(kantor)
    atur(kantor, "a", [satu], "Rak B-3")
    assert atur(kantor, "b", [satu, dua], "Rak B-3") == (dua.ringkasan.id,)
    assert atur(kantor, "c", [satu, dua], "Rak B-3") == ()
    assert len(kantor.store.permohonan.get(satu.ringkasan.id).riwayat) == len(satu.riwayat) + 1


@pytest.mark.parametrize(
    ("tempat", "kata"),
    [
        ("  ", "Tulis tempatnya"),
        ("x" * (PANJANG_TEMPAT + 1), "paling banyak 30 huruf; yang terketik 31"),
        ("Rak \u202eB", "tidak dapat dicetak"),
    ],
)
def test_a_place_that_says_nothing_or_too_much_is_refused(kantor, tempat, kata):
    with pytest.raises(FieldsError) as galat:
        atur(kantor, "a", [siap(kantor)], tempat)
    assert kata in galat.value.per_field["tempat"]


def test_a_document_that_was_fetched_meanwhile_keeps_the_others_where_they_are(kantor, service):
    satu, dua = siap(kantor, nama="Satu"), siap(kantor, nama="Dua")
    serah(kantor, dua)
    with pytest.raises(RuleError, match=r"TB-KK-2026-00002 \(Dua\) sudah diserahkan"):
        atur(kantor, "a", [satu, dua], "Rak B-3")
    assert service.buka(satu.ringkasan.id).ringkasan.tempat == ""


def test_the_places_used_last_are_offered_first_and_each_once(kantor, service):
    semua = [siap(kantor) for _ in range(7)]
    assert service.list_tempat() == ()
    for nomor, p in enumerate(semua):
        atur(kantor, f"a{nomor}", [p], f"Rak {nomor}")
    atur(kantor, "b", semua[:2], "Rak 2")
    assert service.list_tempat() == ("Rak 2", "Rak 6", "Rak 5", "Rak 4", "Rak 3")
    assert len(service.list_tempat()) == TEMPAT_TERAKHIR


def test_a_receipt_leads_to_its_case_wherever_it_stands(kantor, service):
    permohonan = kantor.terima()
    assert service.find_kode("TB-KK-2026-00001") == permohonan.ringkasan
    assert service.find_kode("TB-KK-2026-00009") is None


def test_after_the_hand_over_the_paper_is_offered_and_originals_are_remembered(kantor, service):
    kode = [s.kode for s in kantor.sop().get_jenis("I.A.1").syarat][:2]
    tanda = list_tanda(kantor.sop(), "I.A.1")[2:]
    asli = tuple(TandaBerkas(k, ada=True, bentuk=Bentuk.ASLI) for k in kode)
    permohonan = siap(kantor, berkas=(*asli, *tanda))
    assert service.find_penyerahan(permohonan.ringkasan.id) is None
    permohonan = serah(kantor, permohonan)
    penyerahan = service.find_penyerahan(permohonan.ringkasan.id)
    nama = [b.nama for b in permohonan.berkas if b.kode in kode]
    assert penyerahan.asli == tuple(nama)
    assert (
        penyerahan.pengingat == f"Asli masih di kantor: {'; '.join(nama)}. Serahkan lewat Ctrl+B."
    )
    kembali = kantor.meja.asli.keluarkan(
        "k", permohonan, frozenset(kode), AsliKeluar.DIKEMBALIKAN, "Suwarti", kantor.operator
    )
    assert service.find_penyerahan(kembali.ringkasan.id).pengingat == ""
    teks = words(service.build_tanda_terima(kembali.ringkasan.id).isi)
    assert teks.count(nama[0]) == 2
    assert "Tidak ada" in teks


def test_a_case_that_went_on_after_an_undone_step_is_not_handed_over(kantor, service):
    permohonan = kantor.gerak(siap(kantor), "serahkan", "diserahkan")
    assert service.find_penyerahan(permohonan.ringkasan.id) is not None
    lain = kantor.sampai(kantor.terima("KTP"), "entri")
    assert service.find_penyerahan(lain.ringkasan.id) is None


def test_the_paper_names_who_took_what_and_masks_every_number(kantor, service):
    permohonan = siap(kantor, desa=DESA)
    serah(
        kantor,
        permohonan,
        nama_pengambil="Budi Santoso",
        hubungan_pengambil="kuasa",
        identitas_pengambil="ktp",
        surat_kuasa="ada",
        tanda_bukti_ditarik="tidak",
        sebab_tanpa_tanda_bukti="Hilang di jalan",
    )
    dokumen = service.build_tanda_terima(permohonan.ringkasan.id)
    assert dokumen.id == "tanda_terima"
    assert dokumen.judul == "Tanda terima pengambilan TB-KK-2026-00001"
    assert dokumen.nama_berkas == "tanda-terima-TB-KK-2026-00001.pdf"
    assert dokumen.permohonan_id == permohonan.ringkasan.id
    teks = words(dokumen.isi)
    for kata in (
        "Kartu Keluarga (KK), 1 lembar",
        "Senin, 23 November 2026 pukul 09.05 WIB",
        "Kuasa (F-1.07)",
        "KTP-el",
        "Tidak ditarik: Hilang di jalan",
        "************9001",
        "471.14/1/416-313/2026",
    ):
        assert teks.count(kata) >= 2, kata
    assert teks.count("Budi Santoso") == 4
    assert NIK not in teks
    assert NKK not in teks
    assert "SALINAN" not in teks
    kantor.meja.pencetakan.catat(dokumen, "berkas", 1, "tersimpan", kantor.operator)
    assert "SALINAN ke-1" in words(service.build_tanda_terima(permohonan.ringkasan.id).isi)


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        ({"tanda_bukti_ditarik": "ya"}, "Tanda bukti penerimaan Ditarik Surat kuasa (F-1.07) –"),
        ({"tanda_bukti_ditarik": ""}, "Tanda bukti penerimaan – Surat kuasa (F-1.07) –"),
        ({"tanda_bukti_ditarik": "tidak"}, "Tidak ditarik"),
    ],
)
def test_what_was_not_noted_stays_a_dash(kantor, service, isian, kata):
    """Cases from before the rules of the hand-over, or of a service without these fields."""
    permohonan = siap(kantor, "KTP")
    langkah = kantor.sop("KTP").get_langkah("serahkan")
    nilai = dict.fromkeys([i.id for i in langkah.isian], "") | isian
    r = permohonan.ringkasan
    kantor.store.permohonan.simpan_gerak(
        GerakBaru(
            token="x",
            permohonan_id=r.id,
            versi=r.versi,
            langkah="serahkan",
            hasil="diserahkan",
            ke="selesai",
            status="Selesai",
            menunggu="",
            petugas=kantor.operator,
            waktu=kantor.clock.now(),
            isian=nilai,
        )
    )
    assert kata in words(service.build_tanda_terima(r.id).isi)


def test_what_was_not_handed_over_has_no_paper(kantor, service):
    permohonan = siap(kantor)
    with pytest.raises(RuleError, match="belum diserahkan"):
        service.build_tanda_terima(permohonan.ringkasan.id)


def test_the_list_is_printed_as_it_is_narrowed_down(kantor, service):
    satu = siap(kantor, nama="Satu", telepon="")
    kantor.clock.maju(40 * HARI)
    bawa = {"pembawa_nama": "Slamet", "pembawa_hubungan": "anak"}
    dua = siap(kantor, "KTP", nama="Dua", telepon="", **bawa, pembawa_telepon="085700009001")
    tiga = siap(kantor, nama="Tiga")
    atur(kantor, "a", [dua], "Lemari 2")
    dokumen = service.build_daftar([dua.ringkasan.id, satu.ringkasan.id, 99], "Desa Japan")
    assert (dokumen.id, dokumen.permohonan_id) == ("daftar_belum_diambil", None)
    assert dokumen.nama_berkas == "belum-diambil-2027-01-02.pdf"
    teks = words(dokumen.isi)
    assert "Desa Japan · yang paling lama di atas" in teks
    assert teks.index("Satu") < teks.index("Dua")
    assert "Lemari 2" in teks
    assert "(Slamet)" in teks
    assert tiga.ringkasan.pemohon.nama not in teks
    assert NIK not in teks


def test_an_empty_list_says_so(kantor, service):
    (teks,) = page_texts(service.build_daftar([], "").isi)
    assert "Tidak ada dokumen yang menunggu diambil." in teks
    assert NAMA not in teks
