import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.kelengkapan import (
    beri_tanggal,
    list_kurang,
    list_perubahan,
    list_untuk_tanda_bukti,
    salin_syarat,
    sebut_kurang,
    terapkan_tanda,
)
from sooko_desk.domain.permohonan import Bentuk, Berkas, Cocok, TandaBerkas
from sooko_desk.domain.sop import SifatSyarat, Syarat

WAJIB, BERSYARAT, CATATAN = SifatSyarat.WAJIB, SifatSyarat.BERSYARAT, SifatSyarat.CATATAN
SYARAT = (
    Syarat("pengantar", "Pengantar dari Desa", WAJIB),
    Syarat("nikah", "Buku nikah", WAJIB, grup="kawin"),
    Syarat("akta", "Akta perkawinan", WAJIB, grup="kawin"),
    Syarat("itap", "ITAP", BERSYARAT, bila="bila orang asing"),
    Syarat("hilang", "Surat hilang", BERSYARAT, bila="bila hilang", grup="ganti"),
    Syarat("rusak", "KK rusak", BERSYARAT, bila="bila hilang", grup="ganti"),
    Syarat("umur", "Berusia 17 tahun", CATATAN),
)


def tanda(*kode):
    return tuple(TandaBerkas(k, ada=True) for k in kode)


def test_a_new_checklist_copies_the_requirements_with_the_first_marks():
    berkas = salin_syarat(SYARAT, [TandaBerkas("itap", ada=True, catatan="  buram \n sebelah ")])
    assert [b.kode for b in berkas] == [s.kode for s in SYARAT]
    assert berkas[3] == Berkas(
        "itap", "ITAP", BERSYARAT, "bila orang asing", "", True, "buram sebelah"
    )
    assert not any(b.ada for b in berkas if b.kode != "itap")


def test_a_mark_on_a_paper_the_case_does_not_have_is_a_bug():
    with pytest.raises(KeyError, match="asing"):
        salin_syarat(SYARAT, tanda("asing"))


@pytest.mark.parametrize(
    ("ada", "kurang"),
    [
        ((), "Pengantar dari Desa; Buku nikah atau Akta perkawinan"),
        (("pengantar",), "Buku nikah atau Akta perkawinan"),
        (("nikah",), "Pengantar dari Desa"),
        (("akta",), "Pengantar dari Desa"),
        (("pengantar", "akta"), ""),
        (("pengantar", "nikah", "akta"), ""),
        (("itap", "hilang", "umur"), "Pengantar dari Desa; Buku nikah atau Akta perkawinan"),
    ],
)
def test_missing_papers_count_a_group_once_and_conditions_never(ada, kurang):
    assert sebut_kurang(salin_syarat(SYARAT, tanda(*ada))) == kurang


def test_the_first_paper_stands_for_its_missing_group():
    assert [b.kode for b in list_kurang(salin_syarat(SYARAT))] == ["pengantar", "nikah"]


def test_the_receipt_lists_what_is_there_and_what_is_missing():
    berkas = salin_syarat(SYARAT, tanda("itap"))
    assert [(b.nama, b.ada) for b in list_untuk_tanda_bukti(berkas)] == [
        ("Pengantar dari Desa", False),
        ("Buku nikah atau Akta perkawinan", False),
        ("ITAP", True),
    ]
    semua = salin_syarat(SYARAT, tanda("pengantar", "akta"))
    assert [b.kode for b in list_untuk_tanda_bukti(semua)] == ["pengantar", "akta"]


def test_changes_are_the_papers_whose_mark_or_note_differs():
    lama = salin_syarat(SYARAT, tanda("pengantar"))
    baru = terapkan_tanda(
        lama,
        [
            TandaBerkas("pengantar", ada=True, catatan="fotokopi"),
            TandaBerkas("nikah", ada=False),
            TandaBerkas("akta", ada=True),
        ],
    )
    assert [b.kode for b in list_perubahan(lama, baru)] == ["pengantar", "akta"]
    assert list_perubahan(lama, lama) == ()


@given(st.sets(st.sampled_from([s.kode for s in SYARAT])))
def test_ticking_one_more_paper_never_adds_a_missing_one(ada):
    berkas = salin_syarat(SYARAT, tanda(*ada))
    kurang = len(list_kurang(berkas))
    for n, satu in enumerate(berkas):
        lebih = (*berkas[:n], replace(satu, ada=True), *berkas[n + 1 :])
        assert len(list_kurang(lebih)) <= kurang


def test_a_paper_that_is_taken_out_keeps_only_its_note():
    satu = terapkan_tanda(
        salin_syarat(SYARAT),
        [TandaBerkas("pengantar", True, "x", Bentuk.ASLI, 3, Cocok.COCOK)],
    )
    ada = next(b for b in satu if b.kode == "pengantar")
    assert (ada.bentuk, ada.jumlah, ada.cocok, ada.asli_di_kantor) == ("asli", 3, "cocok", True)
    dua = terapkan_tanda(satu, [TandaBerkas("pengantar", False, "x", Bentuk.ASLI, 3, Cocok.COCOK)])
    tidak = next(b for b in dua if b.kode == "pengantar")
    assert (tidak.catatan, tidak.bentuk, tidak.jumlah, tidak.cocok) == ("x", "", 1, "")
    assert not tidak.asli_di_kantor


def test_a_paper_whose_data_do_not_agree_is_missing():
    wajib = [b for b in salin_syarat(SYARAT) if b.sifat == "wajib" and not b.grup]
    kode = wajib[0].kode
    berkas = terapkan_tanda(salin_syarat(SYARAT), [TandaBerkas(kode, True, cocok=Cocok.TIDAK)])
    assert kode in {b.kode for b in list_kurang(berkas)}
    berkas = terapkan_tanda(berkas, [TandaBerkas(kode, True, cocok=Cocok.COCOK)])
    assert kode not in {b.kode for b in list_kurang(berkas)}


def test_papers_are_dated_when_they_come_and_keep_their_date():
    pagi = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
    awal = beri_tanggal((), salin_syarat(SYARAT, tanda("pengantar")), pagi)
    assert [b.kode for b in awal if b.diterima == pagi] == ["pengantar"]
    susul = terapkan_tanda(awal, tanda("pengantar", "akta"))
    besok = pagi + dt.timedelta(days=1)
    susul = beri_tanggal(awal, susul, besok)
    assert {b.kode: b.diterima for b in susul if b.ada} == {"pengantar": pagi, "akta": besok}


def test_a_paper_that_was_handed_in_anew_carries_the_new_date():
    pagi = dt.datetime(2026, 11, 23, 2, 0, tzinfo=dt.UTC)
    besok = pagi + dt.timedelta(days=1)
    tidak = (TandaBerkas("pengantar", True, cocok=Cocok.TIDAK),)
    awal = beri_tanggal((), terapkan_tanda(salin_syarat(SYARAT), tidak), pagi)

    def tanggal(cocok):
        baru = terapkan_tanda(awal, [TandaBerkas("pengantar", True, cocok=cocok)])
        return next(b.diterima for b in beri_tanggal(awal, baru, besok) if b.kode == "pengantar")

    assert [tanggal(cocok) for cocok in Cocok] == [besok, pagi, pagi]
