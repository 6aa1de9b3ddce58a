"""What an entry form begins with."""

from dataclasses import replace

import pytest
from builders import DESA, NAMA, NIK, NKK, nilai_isian

from sooko_desk.domain.sop import Isian, JenisIsian
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.isian_awal import list_nilai_awal

NIK_ABAD_RAGU = "3516135708209001"
"""Born in 1920 or in 2020."""


def buka_awal(kantor, layanan="KK", langkah="entri", **form):
    permohonan = kantor.sampai(kantor.terima(layanan, **form), langkah)
    return awal(kantor, permohonan, layanan, langkah), permohonan


def awal(kantor, permohonan, layanan="KK", langkah="entri"):
    daftar = kantor.sop(layanan).get_langkah(langkah).list_isian(permohonan.ringkasan.jenis_kode)
    return list_nilai_awal(daftar, permohonan, kantor.meja.tabel, hari_ini(kantor.clock))


def test_what_intake_knows_stands_in_the_form(kantor):
    nilai, _ = buka_awal(kantor)
    assert nilai["nama_kepala_keluarga"] == NAMA.upper()
    assert nilai["alamat"] == "JL. CONTOH NO. 1"  # as it would be typed there
    assert (nilai["nik_kepala_keluarga"], nilai["no_kk_lama"]) == (NIK, NKK)
    assert (nilai["rt"], nilai["rw"], nilai["dusun"]) == ("001", "002", "")


def test_a_ktp_takes_birth_date_and_sex_from_the_nik(kantor):
    nilai, _ = buka_awal(kantor, "KTP")
    assert (nilai["tanggal_lahir"], nilai["jenis_kelamin"]) == ("1945-08-17", "2")


def test_the_applicant_is_the_first_row_of_a_new_family_as_its_head(kantor):
    nilai, _ = buka_awal(kantor)
    assert parse_tabel(nilai["anggota"]) == (
        {
            "nama_lengkap": NAMA.upper(),
            "nik": NIK,
            "shdk": "1",
            "jenis_kelamin": "2",
            "tanggal_lahir": "1945-08-17",
        },
    )


def test_no_birth_date_while_two_centuries_are_possible(kantor):
    nilai, _ = buka_awal(kantor, nik=NIK_ABAD_RAGU)
    (kepala,) = parse_tabel(nilai["anggota"])
    assert "tanggal_lahir" not in kepala
    assert kepala["jenis_kelamin"] == "2"


@pytest.mark.parametrize(("jenis", "kunci"), [("I.B.1", "anggota_baru"), ("IV.A", "perubahan")])
def test_rows_of_joining_members_and_of_changes_begin_empty(kantor, jenis, kunci):
    nilai, _ = buka_awal(kantor, jenis=jenis)
    assert nilai[kunci] == ""
    assert "anggota" not in nilai


def test_what_is_stored_comes_before_what_intake_knows(kantor):
    _, permohonan = buka_awal(kantor)
    isian = {"anggota": format_tabel([{"nama_lengkap": "Budi"}]), "rt": "9"}
    permohonan = kantor.gerak(
        permohonan, "entri", "kembali_periksa", alasan="Salah berkas", isian=isian
    )
    nilai = awal(kantor, kantor.gerak(permohonan, "periksa", "lengkap"))
    assert parse_tabel(nilai["anggota"]) == ({"nama_lengkap": "Budi"},)
    assert nilai["rt"] == "9"


def test_an_applicant_who_is_not_the_head_of_the_form_is_no_first_row(kantor):
    _, permohonan = buka_awal(kantor)
    isian = {"nik_kepala_keluarga": "3516130405809001"}
    permohonan = kantor.gerak(
        permohonan, "entri", "kembali_periksa", alasan="Salah berkas", isian=isian
    )
    assert awal(kantor, kantor.gerak(permohonan, "periksa", "lengkap"))["anggota"] == ""


def test_the_name_of_the_village_is_offered_in_words(kantor):
    _, permohonan = buka_awal(kantor)
    desa = Isian("desa", "Desa", JenisIsian.TEKS, dari="desa")
    nilai = list_nilai_awal([desa], permohonan, kantor.meja.tabel, hari_ini(kantor.clock))
    assert nilai == {"desa": next(d.nama for d in kantor.meja.tabel.desa if d.kode == DESA)}
    assert nilai_isian(desa)


def test_who_collects_begins_as_the_applicant_himself(kantor):
    nilai, permohonan = buka_awal(kantor, langkah="serahkan")
    assert (nilai["nama_pengambil"].upper(), nilai["hubungan_pengambil"]) == (
        NAMA.upper(),
        "sendiri",
    )
    assert "hubungan_pengambil" not in awal(kantor, permohonan, langkah="entri")


def test_a_name_that_is_stored_already_decides_the_relation(kantor):
    _, permohonan = buka_awal(kantor, langkah="serahkan")
    lain = replace(permohonan, isian=permohonan.isian | {"nama_pengambil": "BUDI"})
    assert awal(kantor, lain, langkah="serahkan")["hubungan_pengambil"] == ""
    lain = replace(permohonan, isian=lain.isian | {"hubungan_pengambil": "anak"})
    assert awal(kantor, lain, langkah="serahkan")["hubungan_pengambil"] == "anak"
