"""Who may take a finished document away, and with what in hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.errors import FieldsError, PeringatanError
from sooko_desk.domain.pengambilan import (
    BAGIAN_SERAH,
    ISIAN_DITARIK,
    ISIAN_HUBUNGAN,
    ISIAN_IDENTITAS,
    ISIAN_NAMA,
    ISIAN_SEBAB,
    ISIAN_SURAT_KUASA,
    check_pengambilan,
    find_hubungan,
    list_peringatan_pengambilan,
    list_salah_pengambilan,
)
from sooko_desk.domain.sop import Hasil, Langkah

SENDIRI = {
    ISIAN_NAMA: "SUWARTI NINGSIH",
    ISIAN_HUBUNGAN: "sendiri",
    ISIAN_IDENTITAS: "",
    ISIAN_SURAT_KUASA: "",
    ISIAN_DITARIK: "ya",
    ISIAN_SEBAB: "",
}
KAKAK = SENDIRI | {
    ISIAN_NAMA: "BUDI",
    ISIAN_HUBUNGAN: "saudara",
    ISIAN_IDENTITAS: "ktp",
}
KUASA = KAKAK | {ISIAN_HUBUNGAN: "kuasa", ISIAN_SURAT_KUASA: "ada"}


@pytest.mark.parametrize("isian", [SENDIRI, KAKAK, KUASA, {}, {ISIAN_NAMA: "SITI"}])
def test_a_hand_over_that_is_in_order_has_nothing_against_it(isian):
    assert list_salah_pengambilan(isian) == {}


@pytest.mark.parametrize(
    ("isian", "bidang", "kata"),
    [
        (KUASA | {ISIAN_SURAT_KUASA: "tidak"}, ISIAN_SURAT_KUASA, "F-1.07"),
        (KUASA | {ISIAN_SURAT_KUASA: ""}, ISIAN_SURAT_KUASA, "F-1.07"),
        (KAKAK | {ISIAN_IDENTITAS: ""}, ISIAN_IDENTITAS, "minta identitasnya"),
        (KAKAK | {ISIAN_IDENTITAS: "tidak_ada"}, ISIAN_IDENTITAS, "minta identitasnya"),
        (SENDIRI | {ISIAN_DITARIK: ""}, ISIAN_DITARIK, "Pilih Ya"),
        (SENDIRI | {ISIAN_DITARIK: "tidak"}, ISIAN_SEBAB, "Tulis sebab"),
    ],
)
def test_what_stands_against_it_is_said_beside_its_field(isian, bidang, kata):
    salah = list_salah_pengambilan(isian)
    assert salah.keys() == {bidang}
    assert kata in salah[bidang]


def test_several_things_are_said_at_once():
    isian = KUASA | {ISIAN_SURAT_KUASA: "", ISIAN_IDENTITAS: "", ISIAN_DITARIK: "tidak"}
    assert list_salah_pengambilan(isian).keys() == {
        ISIAN_SURAT_KUASA,
        ISIAN_IDENTITAS,
        ISIAN_SEBAB,
    }


def test_a_receipt_that_is_lost_is_explained_and_a_reason_too_many_harms_nobody():
    hilang = SENDIRI | {ISIAN_DITARIK: "tidak", ISIAN_SEBAB: "Hilang"}
    assert list_salah_pengambilan(hilang) == {}
    assert list_salah_pengambilan(SENDIRI | {ISIAN_SEBAB: "Hilang"}) == {}


@given(
    isian=st.dictionaries(
        st.sampled_from(sorted(SENDIRI)),
        st.sampled_from(["", "ya", "tidak", "kuasa", "sendiri", "anak", "ada", "tidak_ada"]),
    )
)
def test_a_service_is_judged_by_the_fields_that_it_has(isian):
    assert list_salah_pengambilan(isian).keys() <= isian.keys()
    assert list_peringatan_pengambilan(isian, "SITI").keys() <= isian.keys()


@pytest.mark.parametrize(
    ("nama", "pemohon"),
    [("SITI", "Siti"), ("NU'MAN", "Numan"), ("M. YUSUF AL-FARISI", "M Yusuf Al Farisi")],
)
def test_the_same_name_written_otherwise_is_the_same_person(nama, pemohon):
    assert list_peringatan_pengambilan(SENDIRI | {ISIAN_NAMA: nama}, pemohon) == {}
    kata = list_peringatan_pengambilan(KAKAK | {ISIAN_NAMA: nama}, pemohon)[ISIAN_NAMA]
    assert "Nama ini nama pemohon" in kata


def test_another_name_than_the_applicants_is_doubted_when_he_came_himself():
    kata = list_peringatan_pengambilan(SENDIRI, "SITI")[ISIAN_NAMA]
    assert "nama pemohon SITI" in kata
    assert list_peringatan_pengambilan(KAKAK, "SITI") == {}
    assert list_peringatan_pengambilan(KAKAK | {ISIAN_HUBUNGAN: ""}, "BUDI") == {}


MAJU = Hasil("diserahkan", "Diserahkan", "selesai")
MUNDUR = Hasil("kembali", "Kembali", "cetak", mundur=True)


def langkah(bagian):
    kata = ("kegiatan", "pelaksana", frozenset(), "", None, "", "", "status", "pencetakan")
    return Langkah("x", "nama", None, *kata, (MAJU, MUNDUR), bagian=bagian)


def test_only_a_hand_over_that_goes_forward_is_judged():
    salah = SENDIRI | {ISIAN_DITARIK: ""}
    for satu, hasil in ((langkah(""), MAJU), (langkah(BAGIAN_SERAH), MUNDUR)):
        check_pengambilan(satu, hasil, salah, "SITI", dilihat=False)
    serah = langkah(BAGIAN_SERAH)
    with pytest.raises(FieldsError) as galat:
        check_pengambilan(serah, MAJU, salah, "SITI", dilihat=True)
    assert galat.value.per_field.keys() == {ISIAN_DITARIK}
    with pytest.raises(PeringatanError) as ragu:
        check_pengambilan(serah, MAJU, SENDIRI, "SITI", dilihat=False)
    assert ragu.value.per_field.keys() == {ISIAN_NAMA}
    check_pengambilan(serah, MAJU, SENDIRI, "SITI", dilihat=True)
    check_pengambilan(serah, MAJU, SENDIRI, SENDIRI[ISIAN_NAMA], dilihat=False)


@pytest.mark.parametrize(
    ("nama", "hubungan"),
    [
        ("SUWARTI NINGSIH", "sendiri"),
        ("Suwarti  ningsih.", "sendiri"),
        ("SUWARTI", ""),
        ("BUDI", ""),
        ("", ""),
    ],
)
def test_the_name_tells_the_relation_only_when_it_is_the_applicants(nama, hubungan):
    assert find_hubungan(nama, "Suwarti Ningsih") == hubungan


def test_two_names_without_a_letter_are_not_the_same_person():
    assert find_hubungan("", "") == ""
