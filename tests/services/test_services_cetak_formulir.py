import pytest
from builders import NAMA, NAMA_OPERATOR, NIK, NIK_LAIN, NKK, list_tanda, nilai_baris, nilai_isian
from printing.pdf_baca import page_texts, words

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.permohonan import TandaBerkas
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.domain.tabel_isian import format_tabel
from sooko_desk.printing.f101_kolom import NOMOR_KOLOM
from sooko_desk.printing.f102 import MATRIKS, PERSYARATAN
from sooko_desk.services.cetak_formulir import KodeFormulir
from sooko_desk.services.isi_formulir import (
    KOLOM_F101,
    KOTAK_F102,
    NAMA_ANGGOTA,
    bagi_ubahan,
    isi_anggota,
    sebut_formulir,
)

F101, F102, F106 = KodeFormulir


@pytest.fixture
def service(kantor):
    return kantor.meja.cetak_formulir


def entri(kantor, jenis, layanan="KK", isian=None, **ganti):
    """A case whose data are entered, some fields as given."""
    permohonan = kantor.gerak(kantor.terima(layanan, jenis=jenis, **ganti), "periksa", "lengkap")
    daftar = kantor.sop(layanan).get_langkah("entri").list_isian(jenis)
    nilai = {i.id: nilai_isian(i) for i in daftar} | (isian or {})
    return kantor.gerak(permohonan, "entri", "terinput", isian=nilai, peringatan_dilihat=True)


def kolom(kantor, isian_id, jenis, layanan="KK"):
    daftar = kantor.sop(layanan).get_langkah("entri").list_isian(jenis)
    return next(i for i in daftar if i.id == isian_id)


def list_anak(kantor, banyak, **ganti):
    """A head and so many children."""
    anggota = kolom(kantor, "anggota", "I.A.1")
    anak = {"nik": "", "shdk": "4", "status_perkawinan": "1", "tanggal_lahir": "11/01/2009"}
    baris = [nilai_baris(anggota)]
    baris += [
        nilai_baris(anggota, **anak, nama_lengkap=f"Anak {chr(65 + n)}", **ganti)
        for n in range(banyak)
    ]
    return {"anggota": format_tabel(baris)}


def baca(dokumen):
    return words(dokumen.isi)


# ---------------------------------------------------------------- what is offered


def test_without_a_case_only_blank_forms_are_offered(service):
    tawaran = service.list_tawaran(None)
    assert [t.kode for t in tawaran] == [F101, F102, F106]
    assert not any(t.boleh for t in tawaran)
    assert "kosong" in tawaran[0].keterangan


@pytest.mark.parametrize(
    ("layanan", "jenis", "boleh"),
    [
        ("KK", "I.A.1", {F101, F102}),
        ("KK", "I.B.1", {F101, F102}),
        ("KK", "I.B.3", {F102, F106}),
        ("KK", "I.C.1", {F102}),
        ("KK", "IV.A", {F102, F106}),
        ("KTP", "II.A", {F102}),
        ("KTP", "IV.B", {F102, F106}),
    ],
)
def test_the_forms_that_fit_the_case_are_offered_and_the_others_say_why(
    kantor, service, layanan, jenis, boleh
):
    permohonan = kantor.terima(layanan, jenis=jenis)
    tawaran = {t.kode: t for t in service.list_tawaran(permohonan.ringkasan.id)}
    assert {kode for kode, t in tawaran.items() if t.boleh} == boleh
    for kode, satu in tawaran.items():
        if satu.boleh:
            assert service.build(kode, permohonan.ringkasan.id).isi.startswith(b"%PDF")
        else:
            assert permohonan.ringkasan.jenis_nama in satu.keterangan
            with pytest.raises(RuleError, match="tidak dicetak dari data") as galat:
                service.build(kode, permohonan.ringkasan.id)
            assert satu.keterangan in str(galat.value)


def test_a_form_among_the_papers_is_offered_though_entry_asks_no_rows(kantor, service):
    semua = [(s, j) for s in kantor.meja.rak.list_berlaku() for j in s.jenis]
    for sop, jenis in semua:
        diminta = {s.kode for s in jenis.syarat} & {"F-1.01", "F-1.06"}
        r = kantor.terima(sop.layanan, jenis=jenis.kode).ringkasan
        boleh = {t.kode.value for t in service.list_tawaran(r.id) if t.boleh}
        assert diminta <= boleh, jenis.kode


def test_the_offer_tells_how_much_is_known(kantor, service):
    awal = kantor.terima()
    assert "Belum ada yang dientri" in service.list_tawaran(awal.ringkasan.id)[0].keterangan
    permohonan = entri(kantor, "I.A.1", isian=list_anak(kantor, 3))
    tawaran = service.list_tawaran(permohonan.ringkasan.id)
    assert tawaran[0].keterangan == "Terisi dari entri data: 4 anggota."
    assert "4 kotak berkas tercentang" in tawaran[1].keterangan


@pytest.mark.parametrize("kode", KodeFormulir)
def test_a_blank_form_belongs_to_no_case(service, kode):
    dokumen = service.build_kosong(kode)
    assert dokumen.permohonan_id is None
    assert dokumen.judul == f"{kode.value} kosong"
    assert dokumen.id == kode.value.replace("-", "").replace(".", "").lower()
    assert dokumen.nama_berkas == f"{kode.value.lower().replace('.', '')}-kosong.pdf"
    assert kode.nama.upper() in baca(dokumen)


# ---------------------------------------------------------------- F-1.01


def test_a_family_of_fourteen_goes_on_two_sheets(kantor, service):
    permohonan = entri(kantor, "I.A.1", isian=list_anak(kantor, 13))
    dokumen = service.build(F101, permohonan.ringkasan.id)
    kode = permohonan.ringkasan.kode_pindai
    assert (dokumen.id, dokumen.judul) == ("f101", f"F-1.01 {kode}")
    assert dokumen.nama_berkas == f"f-101-{kode}.pdf"
    assert dokumen.permohonan_id == permohonan.ringkasan.id
    halaman = page_texts(dokumen.isi)
    assert len(halaman) == 6
    assert "Lembar 2 dari 2" in halaman[3]
    assert "ANAK M" in halaman[3]
    assert "1 4 Orang" in " ".join(halaman[0].split())


def test_what_was_entered_stands_in_words_with_its_code(kantor, service):
    isian = list_anak(
        kantor, 1, akta_lahir="ada", pekerjaan="3", nik_ibu=NIK, nama_ibu="Sri", gelar_depan="dr."
    )
    permohonan = entri(kantor, "I.A.1", isian=isian | {"dusun": "Japan Wetan", "rt": "3"})
    teks = baca(service.build(F101, permohonan.ringkasan.id))
    for kata in (
        "X Input Data Kepala Keluarga dan Anggota Keluarga WNI",
        "4 ANAK",
        "1 KEPALA KELUARGA",
        "3 PELAJAR/MAHASISWA",
        "11/01/2009",
        "Ada",
        "dr.",
        "SRI",
        NIK,
        "JAPAN WETAN",
        "RT 0 0 3",
        "3 5 JAWA TIMUR",
        "1 6 MOJOKERTO",
        "1 3 SOOKO",
        "2 0 0 9 JAPAN",
        "6 1 3 6 1",
        "0 8 1 2 3 4 5 6 7 8 9 0",
    ):
        assert kata in teks, kata
    assert "belum" not in teks


def test_a_foreign_head_ticks_the_foreigners_box(kantor, service):
    anggota = kolom(kantor, "anggota", "I.A.1")
    isian = {"anggota": format_tabel([nilai_baris(anggota, kewarganegaraan="WNA")])}
    permohonan = entri(kantor, "I.A.1", isian=isian)
    teks = baca(service.build(F101, permohonan.ringkasan.id))
    assert "X Input Data Kepala Keluarga dan Anggota Keluarga Orang Asing" in teks
    assert "WNA" in teks


def test_before_entry_the_applicant_is_the_head_and_nothing_is_ticked(kantor, service):
    teks = baca(service.build(F101, kantor.terima().ringkasan.id))
    assert NAMA.upper() in teks
    assert "X Input Data" not in teks
    assert "6. Jumlah Anggota Keluarga : Orang" in teks
    assert "17/08/1945" in teks  # as the NIK says


def test_where_the_applicant_need_not_be_the_head_the_head_stays_blank(kantor, service):
    halaman = page_texts(service.build(F101, kantor.terima(jenis="I.B.1").ringkasan.id).isi)
    assert NAMA.upper() not in halaman[0]
    assert "(......" in halaman[2]


def test_some_members_are_not_the_number_of_the_family(kantor, service):
    anggota = kolom(kantor, "anggota_baru", "I.B.1")
    isian = {"anggota_baru": format_tabel([nilai_baris(anggota, shdk="4", nama_lengkap="Dewi")])}
    permohonan = entri(kantor, "I.B.1", isian=isian)
    teks = baca(service.build(F101, permohonan.ringkasan.id))
    assert "DEWI" in teks
    assert "6. Jumlah Anggota Keluarga : Orang" in teks


def test_a_village_that_is_not_ours_leaves_the_region_blank(service):
    assert service._wilayah("35.02.06.2004") == ()
    assert service._kode_pos("35.02.06.2004") == ""


# ---------------------------------------------------------------- F-1.02


def test_the_request_its_papers_and_the_numbers_stand_on_f102(kantor, service):
    permohonan = kantor.terima(jenis="I.A.1")
    teks = baca(service.build(F102, permohonan.ringkasan.id))
    for kata in (
        NAMA.upper(),
        " ".join(NIK),
        " ".join(NKK),
        "X 1 Membentuk Keluarga Baru",
        "X Buku nikah / kutipan akta perkawinan",
        "X SPTJM perkawinan/perceraian belum tercatat",
        "Sooko, 23 November 2026",
        f"({NAMA_OPERATOR})",
        permohonan.ringkasan.kode_pindai,
    ):
        assert kata in teks, kata


def test_only_papers_that_are_there_are_ticked(kantor, service):
    tanda = (TandaBerkas("buku_nikah", ada=True), TandaBerkas("kk_lama", ada=False))
    teks = baca(service.build(F102, kantor.terima(berkas=tanda).ringkasan.id))
    assert "X Buku nikah" in teks
    assert "X KK Lama" not in teks
    assert teks.count("X ") == 2  # the type and one paper


def test_every_reason_of_the_sops_is_a_box_of_the_form(kantor):
    kotak = {kode for _, _, sel in MATRIKS for kode, _, _ in sel}
    for sop in kantor.meja.rak.list_berlaku():
        assert {j.kode for j in sop.jenis} <= kotak


def test_the_boxes_of_papers_are_those_of_the_form(kantor):
    assert set(KOTAK_F102.values()) == {kode for kode, _ in PERSYARATAN}
    syarat = {s.kode for sop in kantor.meja.rak.list_berlaku() for j in sop.jenis for s in j.syarat}
    assert set(KOTAK_F102) <= syarat


def test_every_case_of_every_type_gives_a_ticked_form(kantor, service):
    for sop in kantor.meja.rak.list_berlaku():
        for jenis in sop.jenis:
            tanda = list_tanda(sop, jenis.kode)
            r = kantor.terima(sop.layanan, jenis=jenis.kode, berkas=tanda).ringkasan
            assert "X " in baca(service.build(F102, r.id)), jenis.kode


# ---------------------------------------------------------------- F-1.06


def ubah(elemen, **ganti):
    dasar = {"semula": "Lama", "menjadi": "Baru", "dasar_perubahan": "Bukti"}
    return {"elemen": elemen, NAMA_ANGGOTA: NAMA} | dasar | ganti


def test_changes_are_told_by_member_and_kind(kantor, service):
    baris = [
        ubah("pekerjaan", nama_anggota="Budi Santoso", nik=NIK_LAIN, menjadi="Guru"),
        ubah("pendidikan", menjadi="Strata I"),
        ubah("tanggal_lahir", menjadi="17/08/1945"),
        ubah("alamat", nama_anggota="budi  santoso"),
    ]
    isian = {"perubahan": format_tabel(baris), "nama_kepala_keluarga": "Kepala Contoh"}
    permohonan = entri(kantor, "I.B.3", isian=isian)
    teks = baca(service.build(F106, permohonan.ringkasan.id))
    for kata in (
        "1 KEPALA CONTOH 3516135708459001 KEPALA KELUARGA",
        f"2 BUDI SANTOSO {NIK_LAIN}",
        f"3 {NAMA.upper()} {NIK}",
        "2 Lama Guru Bukti",
        "3 Lama Strata I Bukti",
        "yaitu: Alamat, Tanggal lahir",
        "2 Lama Baru Bukti Alamat",
        "3 Lama 17/08/1945 Bukti Tanggal lahir",
        "RT 1 RW 1 DESA JAPAN",
        "Sooko, 23 November 2026",
    ):
        assert kata in teks, kata


def test_changes_of_a_ktp_are_the_applicants(kantor, service):
    permohonan = entri(kantor, "IV.B", "KTP")
    teks = baca(service.build(F106, permohonan.ringkasan.id))
    assert f"1 {NAMA.upper()} {NIK}" in teks
    assert "KEPALA KELUARGA" not in teks


def test_a_declaration_before_entry_names_the_applicant_alone(kantor, service):
    r = kantor.terima(jenis="I.B.3", rt="", rw="", alamat="").ringkasan
    teks = baca(service.build(F106, r.id))
    assert NIK in teks
    assert NKK in teks
    assert "Alamat rumah : DESA JAPAN" in teks
    assert "Lainnya*), yaitu: ...." in teks


# ---------------------------------------------------------------- words


def test_every_column_of_the_family_has_its_place_on_the_form(kantor):
    for isian_id, jenis in (("anggota", "I.A.1"), ("anggota_baru", "I.B.1")):
        ada = {k.id for k in kolom(kantor, isian_id, jenis).kolom}
        assert ada - set(KOLOM_F101) == {"nik"}
    assert set(KOLOM_F101.values()) <= NOMOR_KOLOM


def test_a_member_not_said_to_be_foreign_is_a_citizen_and_an_empty_row_stays_empty(kantor):
    semua = kolom(kantor, "anggota", "I.A.1").kolom
    assert isi_anggota(semua, {"nama_lengkap": "Siti"}) == {2: "SITI", 13: "WNI"}
    assert isi_anggota(semua, {}) == {}


def test_a_code_that_the_table_no_longer_has_is_printed_as_it_is(kantor):
    semua = {k.id: k for k in kolom(kantor, "anggota", "I.A.1").kolom}
    assert semua["shdk"].jenis is JenisIsian.PILIHAN
    assert sebut_formulir(semua["shdk"], "99") == "99"
    assert sebut_formulir(semua["shdk"], "4") == "4 ANAK"
    assert sebut_formulir(semua["akta_lahir"], "tidak") == "Tidak ada"


def test_education_and_work_of_one_member_share_a_row(kantor):
    isian = kolom(kantor, "perubahan", "I.B.3")
    baris = [(1, ubah("pendidikan")), (1, ubah("pekerjaan")), (1, ubah("agama"))]
    a, b, lainnya = bagi_ubahan(isian, baris)
    assert (len(a), len(b), lainnya) == (1, 1, "")
    assert a[0].kiri == a[0].kanan == b[0].kiri
    assert b[0].kanan.menjadi == ""
