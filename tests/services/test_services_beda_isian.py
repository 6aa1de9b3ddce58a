"""Before and after in words: masked numbers that look alike, rows that come and go."""

import pytest
from builders import NIK, NIK_LAIN, NKK

from sooko_desk.domain.sop import Isian, JenisIsian, Pilihan
from sooko_desk.domain.tabel_isian import format_tabel
from sooko_desk.services.beda_isian import betulkan_isian, betulkan_kata, betulkan_nomor

KOLOM = (
    Isian("nama", "Nama", JenisIsian.NAMA),
    Isian("nik", "NIK", JenisIsian.NIK),
    Isian("agama", "Agama", JenisIsian.PILIHAN, pilihan=(Pilihan("1", "Islam"),)),
    Isian("lahir", "Tanggal lahir", JenisIsian.TANGGAL),
)
TABEL = Isian("anggota", "Anggota", JenisIsian.TABEL, kolom=KOLOM)
AYAH = {"nama": "BUDI", "nik": NIK_LAIN, "agama": "1"}
IBU = {"nama": "SITI", "nik": NIK}
ANAK = {"nama": "ANI", "lahir": "2020-08-17"}


def beda(lama, baru):
    pasang = betulkan_isian("x", "Anggota", TABEL, format_tabel(lama), format_tabel(baru))
    return {b.label: b.cerita for b in pasang}


def test_words_stand_as_they_are_and_nothing_is_called_empty():
    assert betulkan_kata("rt", "RT", "001", "").cerita == "001 → kosong"
    assert betulkan_kata("rt", "RT", "", "002").cerita == "kosong → 002"


@pytest.mark.parametrize(
    ("semula", "menjadi", "cerita"),
    [
        (NIK, "", "************9001 → kosong"),
        (NIK, NIK[:-1] + "9", "************9001 → ************9009"),
        (
            NIK,
            NIK_LAIN,
            "************9001 → ************9001 (angka di depan dibetulkan)",
        ),
    ],
)
def test_a_number_is_masked_in_the_story_alone(semula, menjadi, cerita):
    satu = betulkan_nomor("nik", "NIK", semula, menjadi)
    assert (satu.semula, satu.menjadi, satu.cerita) == (semula, menjadi, cerita)


@pytest.mark.parametrize(
    ("isian", "semula", "menjadi", "cerita"),
    [
        (KOLOM[0], "ANI", "ANIK", "ANI → ANIK"),
        (KOLOM[2], "", "1", "kosong → Islam"),
        (KOLOM[3], "2020-08-17", "2020-08-18", "17/08/2020 → 18/08/2020"),
        (
            Isian("kk", "Nomor KK", JenisIsian.NKK),
            NKK,
            "",
            "************9001 → kosong",
        ),
    ],
)
def test_a_field_is_told_in_the_words_of_its_kind(isian, semula, menjadi, cerita):
    (satu,) = betulkan_isian("isian.x", "Entri: X", isian, semula, menjadi)
    assert (satu.bidang, satu.label, satu.cerita) == ("isian.x", "Entri: X", cerita)


def test_a_changed_cell_is_told_with_its_row_and_column():
    assert beda([AYAH, IBU], [AYAH, IBU | {"nama": "SITI AMINAH", "agama": "1"}]) == {
        "Anggota, baris 2, Nama": "SITI → SITI AMINAH",
        "Anggota, baris 2, Agama": "kosong → Islam",
    }


def test_a_row_that_is_put_in_between_leaves_the_others_alone():
    assert beda([AYAH, ANAK], [AYAH, IBU, ANAK]) == {
        "Anggota, baris 2 ditambah": "kosong → Nama SITI; NIK ************9001"
    }


def test_a_row_that_is_taken_out_is_told_as_it_was_and_in_full_on_the_screen():
    lama, baru = format_tabel([AYAH, IBU, ANAK]), format_tabel([AYAH, ANAK])
    (satu,) = betulkan_isian("x", "Anggota", TABEL, lama, baru)
    assert satu.label == "Anggota, baris 2 dihapus"
    assert satu.semula == f"Nama SITI; NIK {NIK}"
    assert satu.cerita == "Nama SITI; NIK ************9001 → kosong"


def test_other_rows_in_the_place_of_some_are_compared_as_far_as_they_go():
    semua = beda([AYAH, IBU], [AYAH, ANAK, IBU | {"nama": "SRI"}])
    assert semua["Anggota, baris 2, Nama"] == "SITI → ANI"
    assert semua["Anggota, baris 3 ditambah"] == "kosong → Nama SRI; NIK ************9001"
    assert beda([IBU, ANAK], [IBU | {"nama": "SRI"}]).keys() == {
        "Anggota, baris 1, Nama",
        "Anggota, baris 2 dihapus",
    }
    assert beda([AYAH], [AYAH]) == {}
