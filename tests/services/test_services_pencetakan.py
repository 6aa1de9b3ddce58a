import datetime as dt

import pypdfium2 as pdfium
import pytest
from builders import NAMA, NIK, NKK

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import Bentuk, Cocok, TandaBerkas
from sooko_desk.domain.waktu import WIB

SAMARAN = "************9001"


def baca_halaman(dokumen):
    """The words of each page, blanks made single."""
    pdf = pdfium.PdfDocument(dokumen.isi)
    teks = []
    for halaman in pdf:
        isi = halaman.get_textpage()
        teks.append(" ".join(isi.get_text_bounded().split()))
        isi.close()
        halaman.close()
    pdf.close()
    return teks


def baca_tanda_bukti(kantor, permohonan):
    dokumen = kantor.meja.pencetakan.build_tanda_bukti(permohonan.ringkasan.id)
    [teks] = baca_halaman(dokumen)
    return dokumen, teks


def test_the_receipt_tells_what_was_received(kantor):
    syarat = kantor.sop().get_jenis("I.A.1").syarat
    permohonan = kantor.terima(
        pembawa_nama="Tono Misal", pembawa_hubungan="anak", pembawa_telepon="081234567891",
        pengantar_nomor="470/12/2026", pengantar_tanggal="20/11/2026",
        pengantar_penanda="Kades Contoh",
        berkas=(TandaBerkas(syarat[0].kode, ada=True, catatan="fotokopi buram"),),
    )  # fmt: skip
    dokumen, teks = baca_tanda_bukti(kantor, permohonan)
    assert (dokumen.id, dokumen.permohonan_id) == ("tanda_bukti", permohonan.ringkasan.id)
    assert dokumen.nama_berkas == "tanda-bukti-TB-KK-2026-00001.pdf"
    assert NAMA not in dokumen.judul
    for kata in (
        "KECAMATAN SOOKO", "Pelayanan Kartu Keluarga (KK)", "471.14/TB-1/416-313/2026",
        "TB-KK-2026-00001", "I.A.1", "Senin, 23 November 2026 pukul 09.05 WIB", NAMA, SAMARAN,
        "Jl. Contoh No. 1, RT 001 RW 002, Desa ", "Tono Misal (Anak)", "081234567890",
        "No. 470/12/2026 tgl 20/11/2026 oleh Kades Contoh", kantor.operator.nama,
        "55 menit kerja menurut SOP 065/76/416-313/2025", syarat[0].nama, "fotokopi buram",
        "Periksa kelengkapan",
    ):  # fmt: skip
        assert kata in teks, kata
    for rahasia in (NIK, NKK, "SALINAN", "Serahkan kepada"):
        assert rahasia not in teks, rahasia


def test_the_receipt_tells_in_what_form_each_paper_was_handed_in(kantor):
    kode = [s.kode for s in kantor.sop("KTP").get_jenis("II.A").syarat]
    berkas = (
        TandaBerkas(kode[0], ada=True, bentuk=Bentuk.ASLI),
        TandaBerkas(kode[1], True, "buram", Bentuk.FOTOKOPI, 3, Cocok.TIDAK),
        TandaBerkas(kode[2], ada=True, jumlah=2),
    )
    permohonan = kantor.terima("KTP", berkas=berkas)
    _, teks = baca_tanda_bukti(kantor, permohonan)
    satu, dua, tiga = (b.nama for b in permohonan.berkas[:3])
    for kata in (
        f"{satu} (asli)",
        f"{dua} (fotokopi, 3 lembar; data tidak cocok; buram)",
        f"{tiga} (2 lembar)",
    ):
        assert teks.count(kata) == 2, kata


def test_the_receipt_of_a_plain_case_leaves_out_what_was_not_given(kantor):
    permohonan = kantor.terima("KTP", nkk="", alamat="", rt="", rw="5", telepon="")
    _, teks = baca_tanda_bukti(kantor, permohonan)
    assert "Pemohon sendiri" in teks
    assert "RW 005, Desa " in teks
    assert "RT 0" not in teks
    assert "20 menit kerja menurut SOP 065/79/416-313/2025; selanjutnya oleh Dispendukcapil" in teks


def test_the_applicants_phone_stands_in_for_the_bringers(kantor):
    permohonan = kantor.terima(pembawa_nama="Tono", pembawa_hubungan="anak")
    assert "081234567890" in baca_tanda_bukti(kantor, permohonan)[1]


def test_a_village_that_left_the_table_is_printed_by_its_code(kantor):
    permohonan = kantor.terima()
    kantor.store._db.execute_sql("UPDATE permohonan SET desa = '35.16.13.2999'")
    assert "Desa 35.16.13.2999" in baca_tanda_bukti(kantor, permohonan)[1]


def test_the_second_print_says_that_it_is_a_copy(kantor):
    permohonan = kantor.terima()
    lain = kantor.terima()
    cetak = kantor.meja.pencetakan
    for hasil, salinan in (("gagal", 0), ("tercetak", 1), ("gagal", 1), ("belum_pasti", 2)):
        dokumen, teks = baca_tanda_bukti(kantor, permohonan)
        sudah = salinan - (hasil != "gagal")
        assert (f"SALINAN ke-{sudah}" in teks) == bool(sudah)
        cetak.catat(dokumen, "Loket", 1, hasil, kantor.operator)
    assert "SALINAN ke-2" in baca_tanda_bukti(kantor, permohonan)[1]
    assert "SALINAN" not in baca_tanda_bukti(kantor, lain)[1]


def test_the_log_tells_newest_first_what_became_of_each_document(kantor):
    permohonan = kantor.terima()
    dokumen = kantor.meja.pencetakan.build_tanda_bukti(permohonan.ringkasan.id)
    kantor.meja.pencetakan.catat(dokumen, "Loket", 2, "gagal", kantor.operator)
    kantor.clock.maju(1)
    lembar = kantor.meja.pencetakan.build_lembar_sop(kantor.sop())
    kantor.meja.pencetakan.catat(lembar, "berkas", 1, "tersimpan", kantor.kasi)
    baru, lama = kantor.meja.pencetakan.list_cetakan()
    assert (lama.dokumen, lama.judul, lama.tujuan, lama.salinan, lama.hasil, lama.petugas) == (
        "tanda_bukti", dokumen.judul, "Loket", 2, "gagal", kantor.operator.nama,
    )  # fmt: skip
    assert (baru.dokumen, baru.hasil, baru.petugas) == ("lembar_sop", "tersimpan", kantor.kasi.nama)
    assert baru.waktu == kantor.clock.now() > lama.waktu
    assert kantor.store.cetakan.list_cetakan(1) == (baru,)


def test_a_receipt_of_no_case_is_told(meja):
    with pytest.raises(RuleError, match="tidak ada dalam register"):
        meja.pencetakan.build_tanda_bukti(9)


@pytest.mark.parametrize(
    ("layanan", "nama"), [("KK", "sop-kk-2025-02-26.pdf"), ("KTP", "sop-ktp-2025-02-26.pdf")]
)
def test_the_sop_sheet_has_the_sheets_own_words(kantor, layanan, nama):
    sop = kantor.sop(layanan)
    dokumen = kantor.meja.pencetakan.build_lembar_sop(sop)
    assert (dokumen.id, dokumen.nama_berkas, dokumen.permohonan_id) == ("lembar_sop", nama, None)
    assert dokumen.judul == f"SOP {layanan}, efektif 26 Februari 2025"
    teks = " ".join(baca_halaman(dokumen))
    for kata in (sop.lembar.nomor, sop.lembar.pengesah_nama, "KASI PELAYANAN"):
        assert kata in teks


def test_the_time_on_the_receipt_is_that_of_the_intake_not_of_the_print(kantor):
    permohonan = kantor.terima()
    kantor.clock.atur(dt.datetime(2027, 3, 1, 9, 0, tzinfo=WIB))
    assert "23 November 2026 pukul 09.05 WIB" in baca_tanda_bukti(kantor, permohonan)[1]
