import datetime as dt

import pytest
import zxingcpp
from builders import NAMA, NAMA_KASI, NIK
from printing.pdf_baca import page_texts, picture, words

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Cocok, TandaBerkas
from sooko_desk.domain.waktu import WIB
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
    return words(dokumen.isi)


def baca_lembar(kantor, permohonan):
    return baca(kantor.meja.cetak_kekurangan.build_lembar([permohonan.ringkasan.id]))


def tandai(permohonan, *tanda):
    """The first papers of a case marked as given: (bentuk, jumlah, cocok)."""
    return tuple(
        TandaBerkas(b.kode, True, bentuk=bentuk, jumlah=jumlah, cocok=cocok)
        for b, (bentuk, jumlah, cocok) in zip(permohonan.berkas, tanda, strict=False)
    )


def test_the_sheet_says_what_is_missing_and_keeps_the_number(kantor):
    permohonan = kembalikan(kantor)
    dokumen = kantor.meja.cetak_kekurangan.build_lembar([permohonan.ringkasan.id])
    r = permohonan.ringkasan
    assert (dokumen.id, dokumen.permohonan_id) == ("lembar_kekurangan", r.id)
    assert dokumen.judul == f"Lembar kekurangan {r.kode_pindai}"
    assert dokumen.nama_berkas == f"lembar-kekurangan-{r.kode_pindai}.pdf"
    teks = baca(dokumen)
    for kata in (r.nomor_tanda_bukti, NAMA, NAMA_KASI, "Lengkapi dulu"):
        assert kata in teks
    assert "ke loket pelayanan Kantor Kecamatan Sooko." in teks
    assert NIK not in teks
    for b in permohonan.berkas:
        if not b.bila:
            assert all(kata in teks for kata in (b.nama, b.diperoleh, b.rupa)), b.nama


def test_the_code_on_the_sheet_opens_the_case(kantor):
    permohonan = kembalikan(kantor)
    dokumen = kantor.meja.cetak_kekurangan.build_lembar([permohonan.ringkasan.id])
    [kode] = zxingcpp.read_barcodes(picture(dokumen.isi, 200))
    [ditemukan] = kantor.meja.register.list_cari(kode.text)
    assert ditemukan.id == permohonan.ringkasan.id


def test_papers_that_stand_for_each_other_are_told_one_by_one(kantor):
    permohonan = kembalikan(kantor, jenis="I.B.3")
    teks = baca_lembar(kantor, permohonan)
    setara = [b for b in permohonan.berkas if b.grup]
    assert len(setara) > 2
    assert teks.count("atau " + setara[1].nama) == 1
    assert "Berkas yang kurang 4 berkas" in teks


def test_a_paper_under_a_condition_is_missing_only_when_its_data_disagree(kantor):
    permohonan = kantor.terima(berkas=())
    [bersyarat] = [b for b in permohonan.berkas if b.bila][:1]
    assert bersyarat.nama not in baca_lembar(kantor, kembalikan(kantor))
    tanda = (TandaBerkas(bersyarat.kode, True, cocok=Cocok.TIDAK),)
    permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    assert bersyarat.nama in baca_lembar(kantor, permohonan)


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
    teks = baca_lembar(kantor, permohonan)
    assert "ada, tetapi data tidak cocok" in teks
    assert "nama berbeda" in teks
    assert "(fotokopi, 2 lembar)" in teks
    assert "(asli)" in teks


def test_a_paper_that_was_withdrawn_is_not_said_to_be_handed_back(kantor):
    permohonan = kantor.terima(berkas=())
    tanda = tandai(permohonan, (Bentuk.ASLI, 1, Cocok.BELUM))
    permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=tanda)
    kode = frozenset({tanda[0].kode})
    keluar = kantor.meja.asli.keluarkan(
        "t", permohonan, kode, AsliKeluar.DITARIK, "", kantor.operator
    )
    teks = baca_lembar(kantor, keluar)
    assert "SUDAH LENGKAP DI KANTOR" in teks
    assert "DIKEMBALIKAN KEPADA PEMOHON" not in teks
    kantor.meja.asli.batalkan("u", keluar, kode, kantor.operator)
    assert baca_lembar(kantor, keluar) == teks


def test_a_decision_that_was_undone_has_no_sheet(kantor):
    permohonan = kembalikan(kantor)
    kantor.meja.alur.batalkan("u", permohonan.ringkasan.id, kantor.kasi)
    with pytest.raises(RuleError, match="belum pernah dinyatakan tidak lengkap"):
        baca_lembar(kantor, permohonan)
    kantor.gerak(permohonan, "periksa", "tidak_lengkap", alasan="Tanda tangan belum ada")
    teks = baca_lembar(kantor, permohonan)
    assert "Tanda tangan belum ada" in teks
    assert "Lengkapi dulu" not in teks


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


BIASA = (
    "Jam pelayanan: Senin–Kamis 07.30–12.00 dan 13.00–16.00 WIB; "
    "Jumat 07.30–11.30 dan 13.00–16.30 WIB."
)


@pytest.mark.parametrize(
    ("hari", "tutup"),
    [
        (dt.date(2026, 11, 23), ""),
        (dt.date(2026, 12, 9), ""),
        (
            dt.date(2026, 12, 10),
            "Tutup 24/12/2026 (Cuti Bersama Hari Raya Natal).",
        ),
        (
            dt.date(2026, 12, 24),
            "Tutup 24/12/2026 (Cuti Bersama Hari Raya Natal), 25/12/2026 (Hari Raya Natal)",
        ),
        (dt.date(2026, 12, 25), "Tutup 25/12/2026 (Hari Raya Natal)"),
    ],
)
def test_the_sheet_tells_the_usual_hours_and_the_closed_days_ahead(kantor, hari, tutup):
    permohonan = kembalikan(kantor)
    kantor.clock.atur(dt.datetime.combine(hari, dt.time(9), WIB))
    teks = baca_lembar(kantor, permohonan)
    assert BIASA in teks
    assert ("Tutup" in teks) == bool(tutup)
    assert tutup in teks


@pytest.mark.parametrize(
    ("hari", "ada"),
    [
        (dt.date(2026, 10, 17), False),
        (dt.date(2026, 10, 18), True),
        (dt.date(2026, 11, 30), True),
        (dt.date(2026, 12, 1), False),
    ],
)
def test_other_hours_are_told_in_full_from_two_weeks_before(kantor, hari, ada):
    permohonan = kembalikan(kantor)
    kantor.store.pengaturan.simpan(KUNCI_JAM, RAMADAN, kantor.kasi, kantor.clock.now())
    kantor.meja.jadwal._muat()
    kantor.clock.atur(dt.datetime.combine(hari, dt.time(9), WIB))
    teks = baca_lembar(kantor, permohonan)
    assert "Senin–Selasa 07.30–16.00 WIB; Kamis 07.30–16.00 WIB." in teks
    masa = "Ramadan 1448 H (1 November 2026 sampai 30 November 2026): Senin 08.00–15.00 WIB."
    assert (masa in teks) == ada


def test_a_time_without_open_hours_is_told_as_closed(kantor):
    permohonan = kembalikan(kantor)
    tutup = RAMADAN[: RAMADAN.index("[[masa_khusus.jam]]")] + "jam = []"
    kantor.store.pengaturan.simpan(KUNCI_JAM, tutup, kantor.kasi, kantor.clock.now())
    kantor.meja.jadwal._muat()
    assert "30 November 2026): tutup." in baca_lembar(kantor, permohonan)


def test_originals_in_the_office_are_printed_by_name(kantor):
    kosong = kantor.meja.cetak_kekurangan.build_daftar_asli()
    assert (kosong.id, kosong.nama_berkas) == ("daftar_asli", "asli-di-kantor-2026-11-23.pdf")
    kode = kantor.sop().get_jenis("I.A.1").syarat[0]
    tanda = (TandaBerkas(kode.kode, ada=True, bentuk=Bentuk.ASLI),)
    r = kantor.terima(berkas=tanda).ringkasan
    teks = baca(kantor.meja.cetak_kekurangan.build_daftar_asli())
    for kata in (r.nomor_tanda_bukti, NAMA, "Japan", kode.nama, NAMA_KASI):
        assert kata in teks
    assert NIK not in teks


def test_each_original_is_a_line_with_the_day_on_which_it_came(kantor):
    permohonan = kantor.terima(berkas=())
    pertama, kedua = tandai(
        permohonan, (Bentuk.ASLI, 2, Cocok.BELUM), (Bentuk.ASLI, 1, Cocok.BELUM)
    )
    permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap", tanda=(pertama,))
    kantor.clock.maju(3 * 24 * 60)
    kantor.gerak(permohonan, "terima", "diterima", tanda=(kedua,))
    teks = baca(kantor.meja.cetak_kekurangan.build_daftar_asli())
    assert "(2 lembar) 23/11/2026 3 " in teks
    assert " 26/11/2026 0 " in teks
    assert "Berkas asli di kantor 2 Permohonan 1 Paling lama 3 hari" in teks


def test_receipts_of_a_batch_are_one_document(kantor):
    semua = [kantor.terima().ringkasan, kantor.terima("KTP").ringkasan]
    build = kantor.meja.pencetakan.build_tanda_bukti_bersama
    assert build([semua[0].id]) == kantor.meja.pencetakan.build_tanda_bukti(semua[0].id)
    dokumen = build([r.id for r in semua])
    assert dokumen.judul == "Tanda bukti penerimaan 2 permohonan"
    assert dokumen.nama_berkas == "tanda-bukti-2026-11-23.pdf"
    assert dokumen.permohonan_id is None
    halaman = page_texts(dokumen.isi)
    assert [r.kode_pindai in teks for r, teks in zip(semua, halaman, strict=True)] == [True, True]


@pytest.mark.parametrize("banyak", [1, 2])
def test_papers_that_were_printed_together_are_copies_from_then_on(kantor, banyak):
    semua = [kembalikan(kantor).ringkasan for _ in range(banyak)]
    nomor = [r.id for r in semua]
    cetak, kekurangan = kantor.meja.pencetakan, kantor.meja.cetak_kekurangan
    for build in (cetak.build_tanda_bukti_bersama, kekurangan.build_lembar):
        dokumen = build(nomor)
        assert "SALINAN" not in baca(dokumen)
        cetak.catat(dokumen, "Loket", 1, "tercetak", kantor.operator)
        assert all("SALINAN ke-1" in baca(build([satu])) for satu in nomor)
    assert [b.judul for b in cetak.list_cetakan()] == [
        f"{judul} {r.kode_pindai}"
        for judul in ("Lembar kekurangan", "Tanda bukti penerimaan")
        for r in reversed(semua)
    ]


def test_the_sheet_of_a_second_refusal_is_no_copy_of_the_first(kantor):
    permohonan = kembalikan(kantor)
    dokumen = kantor.meja.cetak_kekurangan.build_lembar([permohonan.ringkasan.id])
    kantor.meja.pencetakan.catat(dokumen, "Loket", 1, "tercetak", kantor.operator)
    assert "SALINAN ke-1" in baca_lembar(kantor, permohonan)
    kantor.clock.maju(60)
    permohonan = kantor.gerak(permohonan, "terima", "diterima")
    permohonan = kantor.gerak(permohonan, "periksa", "tidak_lengkap", alasan="Masih kurang")
    assert "SALINAN" not in baca_lembar(kantor, permohonan)
