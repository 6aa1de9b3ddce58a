"""The rows of a family: what no card can have, and what only deserves a second look."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import FieldsError
from sooko_desk.domain.isian import check_semua, list_peringatan
from sooko_desk.domain.keluarga import count_lembar, list_peringatan_keluarga, list_salah
from sooko_desk.domain.sop import Isian, JenisIsian, Pilihan
from sooko_desk.domain.tabel_isian import format_tabel

HARI = dt.date(2026, 11, 23)
KODE = tuple(Pilihan(str(n), f"KODE {n}") for n in range(1, 12))
KOLOM = (
    Isian("nama_lengkap", "Nama lengkap", JenisIsian.NAMA),
    Isian("nik", "NIK", JenisIsian.NIK),
    Isian("shdk", "Hubungan keluarga", JenisIsian.PILIHAN, pilihan=KODE),
    Isian("jenis_kelamin", "Jenis kelamin", JenisIsian.PILIHAN, pilihan=KODE[:2]),
    Isian("tanggal_lahir", "Tanggal lahir", JenisIsian.TANGGAL),
    Isian("status_perkawinan", "Status perkawinan", JenisIsian.PILIHAN, pilihan=KODE[:6]),
    Isian("nama_ibu", "Nama ibu", JenisIsian.NAMA),
    Isian("nama_ayah", "Nama ayah", JenisIsian.NAMA),
)


def orang(nama, shdk, kelamin, lahir, status, **ganti):
    """A row in stored form; the parents are strangers unless they are given."""
    return {
        "nama_lengkap": nama,
        "shdk": shdk,
        "jenis_kelamin": kelamin,
        "tanggal_lahir": lahir,
        "status_perkawinan": status,
        "nama_ibu": "Ibu Lain",
    } | ganti


AYAH = orang("Budi Contoh", "1", "1", "1980-05-04", "2", nik="3516130405809001")
IBU = orang("Siti Misal", "3", "2", "1982-02-11", "2", nik="3516135102829002")
ANAK = orang(
    "Ani Contoh", "4", "2", "2008-07-09", "1", nama_ibu="Siti Misal", nama_ayah="BUDI  CONTOH"
)


def tabel(aturan="keluarga"):
    return Isian("anggota", "Anggota", JenisIsian.TABEL, kolom=KOLOM, aturan=aturan)


def salah(*baris, aturan="keluarga"):
    return list_salah(dict(enumerate(baris, start=1)), aturan)


def ragu(*baris, nik_kepala=""):
    return list_peringatan_keluarga(dict(enumerate(baris, start=1)), HARI, nik_kepala)


def test_a_usual_family_is_taken_without_a_word():
    assert salah(AYAH, IBU, ANAK) == {}
    assert ragu(AYAH, IBU, ANAK, nik_kepala=AYAH["nik"]) == {}


def test_somebody_living_alone_is_the_head_of_a_family():
    sendiri = AYAH | {"status_perkawinan": "6"}
    assert salah(sendiri) == {}
    assert ragu(sendiri) == {}


def test_a_second_head_is_refused_at_the_second():
    assert salah(AYAH, IBU, ANAK | {"shdk": "1"}) == {
        "3.shdk": "Baris 3: Kepala keluarga sudah ada di baris 1, padahal satu KK hanya satu. "
        "Ubah hubungan keluarga salah satunya."
    }


def test_a_family_without_a_head_is_refused_once_every_relation_is_known():
    kalimat = {
        "0": "Belum ada kepala keluarga. Pilih KEPALA KELUARGA pada hubungan keluarga salah satu "
        "anggota."
    }
    assert salah(IBU, ANAK) == kalimat
    assert salah(IBU, ANAK | {"shdk": ""}) == {}
    assert salah() == {}


def test_who_joins_a_family_needs_no_head_among_them():
    assert salah(ANAK, aturan="anggota") == {}
    assert salah(ANAK, ANAK | {"shdk": "1"}, aturan="anggota") == {}


@pytest.mark.parametrize("aturan", ["keluarga", "anggota"])
def test_the_same_nik_twice_is_refused_at_the_second(aturan):
    assert salah(AYAH, IBU | {"nik": AYAH["nik"]}, ANAK, aturan=aturan) == {
        "2.nik": "Baris 2: NIK sama dengan baris 1. Betulkan salah satunya."
    }


def test_members_without_a_nik_are_not_alike():
    assert salah(AYAH, ANAK, ANAK | {"nama_lengkap": "Adi"}) == {}


@pytest.mark.parametrize(
    ("lahir", "ragukah"),
    [("1992-05-03", True), ("1992-05-04", False), ("1979-01-01", True), ("", False)],
)
def test_a_child_hardly_younger_than_the_head_is_a_doubt(lahir, ragukah):
    anak = ANAK | {"tanggal_lahir": lahir, "nama_ibu": "Ibu Lain", "nama_ayah": ""}
    hasil = ragu(AYAH, anak)
    assert set(hasil) == ({"2.tanggal_lahir"} if ragukah else set())
    if ragukah:
        assert hasil["2.tanggal_lahir"] == (
            "Baris 2: Tidak sampai 12 tahun lebih muda dari kepala keluarga di baris 1. Periksa "
            "tanggal lahir keduanya. Lanjutkan bila dokumennya memang begitu."
        )


def test_both_parents_are_compared_and_one_cell_tells_both():
    hasil = ragu(AYAH, IBU, ANAK | {"tanggal_lahir": "1983-01-01"})
    assert list(hasil) == ["3.tanggal_lahir"]
    assert "kepala keluarga di baris 1" in hasil["3.tanggal_lahir"]
    assert "istri di baris 2" in hasil["3.tanggal_lahir"]


@pytest.mark.parametrize(
    ("shdk", "sebutan"), [("7", "kepala keluarga di baris 1"), ("8", "istri di baris 2")]
)
def test_a_parent_of_head_or_wife_is_older(shdk, sebutan):
    tua = orang("Mbah Contoh", shdk, "2", "1985-01-01", "6")
    hasil = ragu(AYAH, IBU, tua)
    assert list(hasil) == ["3.tanggal_lahir"]
    assert f"lebih tua dari {sebutan}" in hasil["3.tanggal_lahir"]
    assert ragu(AYAH, IBU, tua | {"tanggal_lahir": "1955-01-01"}) == {}
    assert ragu(AYAH, IBU, tua | {"tanggal_lahir": ""}) == {}


def test_a_parent_in_law_without_the_spouse_is_not_compared():
    assert ragu(AYAH, orang("Mbah", "8", "2", "1990-01-01", "6")) == {}


@pytest.mark.parametrize(
    ("ganti", "kolom"),
    [({"tanggal_lahir": "1981-05-04"}, "tanggal_lahir"), ({"jenis_kelamin": "2"}, "jenis_kelamin")],
)
def test_what_differs_from_a_members_nik_is_a_doubt_at_that_cell(ganti, kolom):
    hasil = ragu(AYAH | ganti)
    assert list(hasil) == [f"1.{kolom}"]
    assert "NIK" in hasil[f"1.{kolom}"]


def test_a_single_head_beside_a_wife_is_a_doubt():
    hasil = ragu(AYAH | {"status_perkawinan": "1"}, IBU)
    assert list(hasil) == ["1.status_perkawinan"]
    assert "ada istri di baris 2" in hasil["1.status_perkawinan"]


@pytest.mark.parametrize("status", ["1", "4", "5", "6"])
def test_a_wife_who_is_not_married_is_a_doubt(status):
    hasil = ragu(AYAH, IBU | {"status_perkawinan": status})
    assert list(hasil) == ["2.status_perkawinan"]


@pytest.mark.parametrize("status", ["2", "3", ""])
def test_a_wife_married_with_or_without_a_deed_is_none(status):
    assert ragu(AYAH, IBU | {"status_perkawinan": status}) == {}


def test_two_wives_may_be_lawful_two_husbands_or_one_of_each_are_a_doubt():
    kedua = orang("Dewi Misal", "3", "2", "1985-01-01", "2")
    assert ragu(AYAH, IBU, kedua) == {}
    suami = orang("Joko Misal", "2", "1", "1975-01-01", "2")
    assert list(ragu(AYAH, IBU, suami)) == ["3.shdk"]
    ibu = IBU | {"shdk": "1"}
    hasil = ragu(ibu, suami, suami | {"nama_lengkap": "Agus Misal"})
    assert list(hasil) == ["3.shdk"]
    assert "sudah punya suami di baris 2" in hasil["3.shdk"]


def test_a_wife_who_is_a_man_is_a_doubt():
    hasil = ragu(AYAH, IBU | {"jenis_kelamin": "1", "nik": ""})
    assert list(hasil) == ["2.shdk"]
    assert "bukan perempuan" in hasil["2.shdk"]
    assert ragu(AYAH, IBU | {"jenis_kelamin": ""}) == {}


@pytest.mark.parametrize(
    ("lahir", "status", "ragukah"),
    [
        ("2009-11-24", "1", True),
        ("2009-11-23", "1", False),
        ("2009-11-24", "2", False),
        ("", "1", False),
    ],
)
def test_a_head_under_seventeen_who_never_married_is_a_doubt(lahir, status, ragukah):
    hasil = ragu(orang("Adi", "1", "1", lahir, status))
    assert list(hasil) == (["1.tanggal_lahir"] if ragukah else [])


def test_the_same_name_and_birth_date_twice_is_a_doubt():
    kembar = ANAK | {"nama_lengkap": "ANI  CONTOH"}
    hasil = ragu(AYAH, IBU, ANAK, kembar)
    assert list(hasil) == ["4.nama_lengkap"]
    assert "sama dengan baris 3" in hasil["4.nama_lengkap"]
    assert ragu(AYAH, IBU, ANAK, kembar | {"tanggal_lahir": "2010-01-01"}) == {}


def test_the_heads_nik_differs_from_the_form():
    hasil = ragu(AYAH, IBU, nik_kepala=IBU["nik"])
    assert list(hasil) == ["1.nik"]
    assert ragu(AYAH | {"nik": ""}, IBU, nik_kepala=IBU["nik"]) == {}


@pytest.mark.parametrize(
    ("kolom", "sebutan"), [("nama_ibu", "nama istri"), ("nama_ayah", "nama kepala keluarga")]
)
def test_another_parents_name_at_a_child_is_a_doubt_for_there_are_step_children(kolom, sebutan):
    hasil = ragu(AYAH, IBU, ANAK | {kolom: "Orang Lain"})
    assert list(hasil) == [f"3.{kolom}"]
    assert sebutan in hasil[f"3.{kolom}"]
    assert "anak tiri" in hasil[f"3.{kolom}"]


def test_a_parent_who_is_not_on_the_card_is_not_compared():
    assert ragu(AYAH, ANAK) == {}
    tanpa_nama = {k: v for k, v in IBU.items() if k != "nama_lengkap"}
    assert ragu(AYAH, tanpa_nama, ANAK) == {}


def test_the_mother_of_a_second_wifes_child_is_found_among_both():
    kedua = orang("Dewi Misal", "3", "2", "1985-01-01", "2")
    assert (
        ragu(AYAH, IBU, kedua, ANAK, ANAK | {"nama_lengkap": "C", "nama_ibu": "Dewi Misal"}) == {}
    )


def test_parents_who_are_both_left_out_are_asked_for_once():
    tanpa = ANAK | {"nama_ibu": "", "nama_ayah": ""}
    assert list(ragu(AYAH, IBU, tanpa)) == ["3.nama_ibu"]
    assert ragu(AYAH, IBU, tanpa | {"nama_ayah": "Budi Contoh"}) == {}


@pytest.mark.parametrize(
    ("anggota", "lembar"), [(0, 1), (1, 1), (10, 1), (11, 2), (14, 2), (20, 2), (21, 3)]
)
def test_ten_members_fill_a_sheet(anggota, lembar):
    assert count_lembar(anggota) == lembar


def test_what_is_wrong_with_the_family_is_told_together_with_the_wrong_cells():
    baris = [AYAH, IBU | {"shdk": "1"}, ANAK | {"tanggal_lahir": "31/02/1990"}]
    with pytest.raises(FieldsError) as galat:
        check_semua([tabel()], {"anggota": format_tabel(baris)}, HARI)
    assert set(galat.value.per_field) == {"anggota.2.shdk", "anggota.3.tanggal_lahir"}


def test_rows_keep_their_numbers_where_one_between_is_empty():
    teks = format_tabel([AYAH])[:-1] + ",{}," + format_tabel([IBU | {"shdk": "1"}])[1:]
    with pytest.raises(FieldsError) as galat:
        check_semua([tabel()], {"anggota": teks}, HARI)
    assert list(galat.value.per_field) == ["anggota.3.shdk"]


def test_doubts_of_a_family_are_keyed_like_errors_and_know_the_head_of_the_form():
    nik = Isian("nik_kepala_keluarga", "NIK kepala keluarga", JenisIsian.NIK)
    nilai = {"nik_kepala_keluarga": "3516 1351 0282 9002", "anggota": format_tabel([AYAH])}
    assert list(list_peringatan([nik, tabel()], nilai, HARI)) == ["anggota.1.nik"]
    assert list_peringatan([nik, tabel("")], nilai, HARI) == {}
    assert list_peringatan([nik, tabel()], {}, HARI) == {}


TEKS = st.sampled_from(["", *"0123456789", "x", "1980-05-04", "2024-02-29", AYAH["nik"]]) | st.text(
    max_size=6
)
BARIS = st.dictionaries(st.sampled_from([k.id for k in KOLOM]), TEKS)


@given(st.lists(BARIS, max_size=6), st.sampled_from(["keluarga", "anggota"]), TEKS)
def test_any_rows_give_sentences_or_nothing(semua, aturan, nik):
    hasil = [salah(*semua, aturan=aturan), ragu(*semua, nik_kepala=nik)]
    hasil.append(list_peringatan([tabel(aturan)], {"anggota": format_tabel(semua)}, HARI))
    try:
        check_semua([tabel(aturan)], {"anggota": format_tabel(semua)}, HARI)
    except FieldsError as galat:
        hasil.append(galat.per_field)
    for per_sel in hasil:
        for sel, kalimat in per_sel.items():
            assert kalimat.endswith(".")
            nomor = sel.removeprefix("anggota.").split(".")[0]
            assert nomor == "0" or kalimat.startswith(f"Baris {nomor}: ")


@given(st.lists(BARIS, min_size=1, max_size=6), st.sampled_from(["keluarga", "anggota"]))
def test_an_unrelated_good_member_never_adds_an_error(semua, aturan):
    famili = orang("Famili Lain", "9", "2", "1990-01-01", "1", nik="3516134101909007")
    sebelum = salah(AYAH, *semua, aturan=aturan)
    assert salah(AYAH, *semua, famili, aturan=aturan) == sebelum
