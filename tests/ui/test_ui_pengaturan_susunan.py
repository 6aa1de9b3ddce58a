"""A requirement list under edit, without its window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sooko_desk.domain.sop import SifatSyarat, Syarat
from sooko_desk.services.syarat import periksa
from sooko_desk.ui.pengaturan.susunan import Susunan


def _syarat(nama, grup="", sifat=SifatSyarat.WAJIB, bila=""):
    return Syarat(nama, nama, sifat, bila, grup)


ABCD = (_syarat("A"), _syarat("B", "g"), _syarat("C", "g"), _syarat("D", sifat=SifatSyarat.CATATAN))


def test_what_a_paper_could_stand_for_is_said_in_words():
    susunan = Susunan((*ABCD, _syarat("E", "g"), _syarat("a"), _syarat("")))
    assert [(p.baris, p.teks) for p in susunan.list_pasangan(0)] == [
        (1, "B atau C atau 1 berkas lain"),
        (5, "a"),
        (6, "berkas baris 7"),
    ]
    assert [p.teks for p in susunan.list_pasangan(1)] == [
        "A",
        "C atau E",
        "a (baris 6)",
        "berkas baris 7",
    ]
    assert susunan.pasangan(1) == 2
    assert susunan.pasangan(0) == -1


def test_a_paper_joins_a_group_and_takes_over_how_it_binds():
    syarat = [_syarat("X", sifat=SifatSyarat.BERSYARAT, bila="bila Y"), *ABCD]
    susunan = Susunan(syarat)
    susunan.pasangkan(0, 2)
    assert (susunan.isi[0].grup, susunan.isi[0].sifat, susunan.isi[0].bila) == ("g", "wajib", "")
    susunan.pasangkan(1, 4)
    assert susunan.isi[1].grup == susunan.isi[4].grup == "kantor_1"


def test_a_paper_left_alone_leaves_its_group():
    susunan = Susunan(ABCD)
    susunan.hapus(1)
    assert [s.grup for s in susunan.isi] == ["", "", ""]
    susunan.urungkan()
    susunan.ubah(2, replace(susunan.isi[2], sifat=SifatSyarat.CATATAN), "sifat")
    assert [s.grup for s in susunan.isi] == ["", "", "", ""]


def test_letters_typed_into_one_field_are_undone_together():
    susunan = Susunan(ABCD)
    for teks in ("S", "Su", "Sur"):
        susunan.ubah(0, replace(susunan.isi[0], nama=teks), "nama")
    susunan.ubah(0, replace(susunan.isi[0], rupa="x"), "rupa")
    susunan.ubah(0, susunan.isi[0], "rupa")
    assert susunan.urungkan() == 0
    assert susunan.isi[0].nama == "Sur"
    assert susunan.urungkan() == 0
    assert susunan.isi == ABCD
    assert not susunan.bisa_urung


BARIS = st.integers(0, 3)
KERJA = st.one_of(
    st.tuples(st.just("tambah"), BARIS, BARIS),
    st.tuples(st.just("hapus"), BARIS, BARIS),
    st.tuples(st.just("geser"), BARIS, st.sampled_from([-1, 1])),
    st.tuples(st.just("sifat"), BARIS, st.sampled_from(list(SifatSyarat))),
    st.tuples(st.just("pasangkan"), BARIS, BARIS),
)


def _kerjakan(susunan, kerja, baris, nilai):
    if kerja == "tambah":
        susunan.tambah(min(baris, len(susunan.isi)) - 1)
    elif baris >= len(susunan.isi):
        return
    elif kerja == "sifat":
        susunan.ubah(baris, replace(susunan.isi[baris], sifat=nilai, bila="bila"), "sifat")
    elif kerja == "pasangkan":
        if susunan.isi[baris].sifat is not SifatSyarat.CATATAN:
            tawaran = [-1, *(p.baris for p in susunan.list_pasangan(baris))]
            susunan.pasangkan(baris, tawaran[nilai % len(tawaran)])
    else:
        getattr(susunan, kerja)(*((baris, nilai) if kerja == "geser" else (baris,)))


@given(st.lists(KERJA, max_size=20))
def test_groups_stay_in_order_whatever_is_done_and_all_can_be_undone(semua):
    susunan = Susunan(ABCD)
    for satu in semua:
        _kerjakan(susunan, *satu)
        assert not any(bidang.endswith(".grup") for bidang in periksa(susunan.isi))
    while susunan.bisa_urung:
        susunan.urungkan()
    assert susunan.isi == ABCD


def test_undoing_without_an_act_is_a_bug():
    with pytest.raises(IndexError):
        Susunan(ABCD).urungkan()
