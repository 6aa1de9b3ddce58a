import pytest
from builders import NAMA, NAMA_KASI, NIK
from printing.pdf_baca import page_texts

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Cocok, TandaBerkas
from sooko_desk.services.jadwal import KUNCI_JAM

RAMADAN = """
[[jam]]
hari = ["senin", "selasa", "kamis"]
mulai = "07.30"
selesai = "16.00"

[[masa_khusus]]
nama = "Ramadan 1448 H"
dari = 2026-11-01
sampai = 2026-11-30

[[masa_khusus.jam]]
hari = ["senin"]
mulai = "08.00"
selesai = "15.00"
"""


def kembalikan(kantor, layanan="KK", **ganti):
    permohonan = kantor.terima(layanan, **{"berkas": ()} | ganti)
    return kantor.gerak(permohonan, "periksa", "tidak_lengkap", alasan="Lengkapi dulu")


def baca(dokumen):
    return " ".join(" ".join(page_texts(dokumen.isi)).split())


def test_the_sheet_says_what_is_missing_and_keeps_the_number(kantor):
    permohonan = kembalikan(kantor)
    dokumen = kantor.meja.cetak_kekurangan.build_lembar([permohonan.ringkasan.id])
    r = permohonan.ringkasan
    assert (dokumen.id, dokumen.permohonan_id) == ("lembar_kekurangan", r.id)
    assert dokumen.judul == f"Lembar kekurangan {r.kode_pindai}"
    assert dokumen.nama_berkas == f"lembar-kekurangan-{r.kode_pindai}.pdf"
    teks = baca(dokumen)
    for kata in (r.nomor_tanda_bukti, NAMA, NAMA_KASI, "Lengkapi dulu", "Senin-Kamis 07.30-16.00"):
        assert kata in teks
    assert "Jumat 07.30-16.30" in teks
    assert NIK not in teks


def test_what_disagrees_is_told_apart_and_what_is_there_is_listed(kantor):
    permohonan = kantor.terima("KTP", berkas=())
    satu, dua, tiga = (b.kode for b in permohonan.berkas[:3])
    tanda = (
        TandaBerkas(satu, True, "nama berbeda", Bentuk.ASLI, cocok=Cocok.TIDAK),
        TandaBerkas(dua, True, bentuk=Bentuk.FOTOKOPI, jumlah=2),
        TandaBerkas(tiga, True, bentuk=Bentuk.ASLI),
    )
    permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    kantor.meja.asli.keluarkan(
        "t", permohonan, frozenset({tiga}), AsliKeluar.DIKEMBALIKAN, NAMA, kantor.operator
    )
    teks = baca(kantor.meja.cetak_kekurangan.build_lembar([permohonan.ringkasan.id]))
    assert "ada, tetapi data tidak cocok" in teks
    assert "nama berbeda" in teks
    assert "(fotokopi, 2 lembar)" in teks
    assert "(asli)" in teks


def test_several_cases_are_one_document_and_belong_to_none(kantor):
    semua = [kembalikan(kantor).ringkasan, kembalikan(kantor, "KTP").ringkasan]
    dokumen = kantor.meja.cetak_kekurangan.build_lembar([r.id for r in semua])
    assert dokumen.permohonan_id is None
    assert dokumen.judul == "Lembar kekurangan 2 permohonan"
    assert dokumen.nama_berkas == "lembar-kekurangan-2026-11-23.pdf"
    assert all(r.kode_pindai in baca(dokumen) for r in semua)


def test_a_complete_case_has_no_such_sheet(kantor):
    permohonan = kantor.terima()
    with pytest.raises(RuleError, match="belum pernah dinyatakan tidak lengkap"):
        kantor.meja.cetak_kekurangan.build_lembar([permohonan.ringkasan.id])


def test_a_time_with_its_own_hours_is_named(kantor):
    permohonan = kembalikan(kantor)
    kantor.store.pengaturan.simpan(KUNCI_JAM, RAMADAN, kantor.kasi, kantor.clock.now())
    kantor.meja.jadwal._muat()
    teks = baca(kantor.meja.cetak_kekurangan.build_lembar([permohonan.ringkasan.id]))
    assert "Senin-Selasa 07.30-16.00; Kamis 07.30-16.00 (Ramadan 1448 H: tanyakan jamnya)" in teks


def test_originals_in_the_office_are_printed_by_name(kantor):
    kosong = kantor.meja.cetak_kekurangan.build_daftar_asli()
    assert (kosong.id, kosong.nama_berkas) == ("daftar_asli", "asli-di-kantor-2026-11-23.pdf")
    kode = kantor.sop().get_jenis("I.A.1").syarat[0]
    tanda = (TandaBerkas(kode.kode, ada=True, bentuk=Bentuk.ASLI),)
    r = kantor.terima(berkas=tanda).ringkasan
    teks = baca(kantor.meja.cetak_kekurangan.build_daftar_asli())
    for kata in (r.nomor_tanda_bukti, NAMA, "Japan", "(asli)", NAMA_KASI):
        assert kata in teks
    assert NIK not in teks


def test_receipts_of_a_batch_are_one_document(kantor):
    semua = [kantor.terima().ringkasan, kantor.terima("KTP").ringkasan]
    build = kantor.meja.pencetakan.build_tanda_bukti_bersama
    assert build([semua[0].id]) == kantor.meja.pencetakan.build_tanda_bukti(semua[0].id)
    dokumen = build([r.id for r in semua])
    assert dokumen.judul == "2 tanda bukti penerimaan"
    assert all(r.kode_pindai in baca(dokumen) for r in semua)
    assert dokumen.permohonan_id is None
