"""The code tables: the shipped ones, and what is said of a broken one."""

from pathlib import Path

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.keluarga import (
    ANAK,
    BELUM_KAWIN,
    ISTRI,
    KAWIN,
    KEPALA,
    KODE_KELAMIN,
    MERTUA,
    ORANG_TUA,
    SUAMI,
)
from sooko_desk.domain.sop import Pilihan
from sooko_desk.sop import Desa, load_tabel

FOLDER = Path(__file__).resolve().parents[2] / "sop_data" / "tabel"


def _tulis(folder, nama, teks):
    folder.mkdir(exist_ok=True)
    (folder / f"{nama}.csv").write_text(teks, encoding="utf-8")


def test_shipped_villages_and_regions():
    tabel = load_tabel(FOLDER)
    assert len(tabel.desa) == 15
    assert tabel.desa[9] == Desa("35.16.13.2010", "Sooko", "61361")
    assert {d.kodepos for d in tabel.desa} == {"61361"}
    assert len(tabel.provinsi) == 38
    assert tabel.provinsi["35"] == "Jawa Timur"
    assert tabel.provinsi["96"] == "Papua Barat Daya"
    assert len(tabel.kecamatan) == 18
    assert tabel.kecamatan["351613"] == "Sooko"


@pytest.mark.parametrize(
    ("nama", "banyak"),
    [
        ("agama", 7),
        ("golongan_darah", 13),
        ("jenis_kelamin", 2),
        ("pekerjaan", 89),
        ("pendidikan", 10),
        ("penyandang_cacat", 6),
        ("shdk", 11),
        ("status_perkawinan_f101", 6),
        ("status_perkawinan_ktp", 4),
    ],
)
def test_shipped_code_tables_are_complete_and_counted_from_one(nama, banyak):
    isi = load_tabel(FOLDER).get(nama)
    assert [p.kode for p in isi] == [str(n + 1) for n in range(banyak)]


def test_a_bringer_is_never_the_applicant():
    tabel = load_tabel(FOLDER)
    assert tabel.get("hubungan_pengambil")[0] == Pilihan("sendiri", "Pemohon sendiri")
    assert tabel.get("hubungan_pengambil")[1:] == tabel.hubungan_pembawa
    assert Pilihan("kuasa", "Kuasa (F-1.07)") in tabel.hubungan_pembawa


def test_codes_that_the_rules_of_a_family_know_are_those_of_the_tables():
    tabel = load_tabel(FOLDER)
    shdk = {p.kode: p.nama for p in tabel.get("shdk")}
    kode = (KEPALA, SUAMI, ISTRI, ANAK, ORANG_TUA, MERTUA)
    assert [shdk[k] for k in kode] == [
        *("KEPALA KELUARGA", "SUAMI", "ISTRI", "ANAK", "ORANG TUA", "MERTUA")
    ]
    status = {p.kode: p.nama for p in tabel.get("status_perkawinan_f101")}
    assert status[BELUM_KAWIN] == "BELUM KAWIN"
    assert {k for k, nama in status.items() if nama.startswith("KAWIN")} == KAWIN
    kelamin = {p.kode: p.nama for p in tabel.get("jenis_kelamin")}
    assert [kelamin[KODE_KELAMIN[huruf]] for huruf in "LP"] == ["LAKI-LAKI", "PEREMPUAN"]


def test_a_change_of_the_family_card_is_one_of_the_elements_of_the_law():
    """Permendagri 108/2019 ps. 15(1) names thirteen, ps. 15(2) the address."""
    elemen = [p.kode for p in load_tabel(FOLDER).get("elemen_data")]
    assert elemen[13:] == ["alamat", "lainnya"]


def test_standard_reasons_of_those_who_refuse():
    alasan = load_tabel(FOLDER).get("alasan_tolak")
    assert Pilihan("data_ganda", "NIK ganda, data tercatat dua kali") in alasan
    assert all(len(a.nama) <= 60 for a in alasan)


def test_standard_phrases_for_a_paper_that_is_not_accepted():
    frasa = load_tabel(FOLDER).alasan_kurang
    assert 10 <= len(frasa) <= 14
    assert Pilihan("perlu_asli", "hanya fotokopi, perlu asli") in frasa
    assert all(f.nama[0].islower() and len(f.nama) <= 60 for f in frasa)


def test_an_unknown_table_is_a_bug_not_a_sentence():
    with pytest.raises(KeyError):
        load_tabel(FOLDER).get("tidak_ada")


def test_a_later_folder_replaces_a_table_and_only_that(tmp_path):
    _tulis(tmp_path, "pekerjaan", "\ufeffkode;nama\n1;PEKERJAAN BARU\n\n")
    tabel = load_tabel(FOLDER, tmp_path)
    assert tabel.get("pekerjaan") == (Pilihan("1", "PEKERJAAN BARU"),)
    assert len(tabel.get("agama")) == 7


def test_a_table_that_the_program_needs_must_be_there(tmp_path):
    with pytest.raises(UserError, match=r"Tabel desa_sooko\.csv tidak ada"):
        load_tabel(tmp_path)


@pytest.mark.parametrize(
    ("nama", "teks", "kalimat"),
    [
        ("agama", "", "baris 1 harus kode,nama"),
        ("agama", "nomor,nama\n1,A\n", "baris 1 harus kode,nama"),
        ("desa_sooko", "kode,nama\n1,A\n", "baris 1 harus kode,nama,kodepos"),
        ("agama", "kode,nama\n", "belum ada isinya"),
        ("agama", "kode,nama\n1,A\n2\n", "baris 3 harus 2 kolom terisi"),
        ("agama", "kode,nama\n1,\n", "baris 2 harus 2 kolom terisi"),
        ("agama", "kode,nama\n1,A\n1,B\n", 'kode "1" tertulis 2 kali'),
    ],
)
def test_a_broken_table_is_refused_with_file_and_line(tmp_path, nama, teks, kalimat):
    _tulis(tmp_path, nama, teks)
    with pytest.raises(UserError) as galat:
        load_tabel(FOLDER, tmp_path)
    assert f"Tabel {nama}.csv tidak dipakai: " in str(galat.value)
    assert kalimat in str(galat.value)


def test_a_table_that_is_not_utf8_is_refused(tmp_path):
    (tmp_path / "agama.csv").write_bytes(b"kode,nama\n1,\xe9\n")
    with pytest.raises(UserError, match="bukan teks UTF-8"):
        load_tabel(FOLDER, tmp_path)


def test_a_table_that_cannot_be_opened_is_refused(tmp_path):
    (tmp_path / "agama.csv").mkdir()
    with pytest.raises(UserError, match="file tidak dapat dibaca"):
        load_tabel(FOLDER, tmp_path)
