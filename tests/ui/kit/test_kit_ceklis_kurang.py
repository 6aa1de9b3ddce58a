"""What other screens ask of the checklist: name what is missing, give and take back marks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from sooko_desk.domain.kelengkapan import list_kurang, terapkan_tanda
from sooko_desk.domain.permohonan import AsliKeluar, Bentuk, Berkas, Cocok, TandaBerkas
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.kit.ceklis import DaftarCeklis

W = SifatSyarat.WAJIB
K = Qt.Key
DULU = dt.datetime(2026, 8, 10, 2, tzinfo=dt.UTC)
BERKAS = (
    Berkas("F-1.02", "F-1.02 diisi dan ditandatangani", W),
    Berkas("nikah", "Buku nikah", W, grup="kawin"),
    Berkas("sptjm", "SPTJM perkawinan", W, grup="kawin"),
    Berkas("cerai", "Kutipan akta perceraian", SifatSyarat.BERSYARAT, bila="bila bercerai"),
    Berkas("cek", "Nama pada ijazah sama", SifatSyarat.CATATAN),
    Berkas("kk", "KK lama", W, ada=True, catatan="sobek", diterima=DULU),
)


@pytest.fixture
def ceklis(shown):
    daftar = DaftarCeklis()
    shown(daftar)
    daftar.set_baris(BERKAS)
    daftar.setFocus()
    return daftar


@pytest.fixture
def changes(ceklis):
    told = []
    ceklis.berubah.connect(lambda: told.append(1))
    return told


@pytest.fixture(scope="module")
def daftar(qapp):
    """One list for the many examples of a property test."""
    return DaftarCeklis()


def mark(ceklis, kode):
    return next(t for t in ceklis.tanda() if t.kode == kode)


def test_the_first_missing_paper_becomes_current_else_the_first(ceklis):
    ceklis.kembalikan((TandaBerkas("F-1.02", True),))
    ceklis.pilih_kurang()
    assert ceklis.currentIndex().row() == 1
    ceklis.kembalikan((TandaBerkas("sptjm", True),))
    ceklis.pilih_kurang()
    assert ceklis.currentIndex().row() == 0
    ceklis.set_baris(())
    ceklis.pilih_kurang()
    assert not ceklis.currentIndex().isValid()


def look(ceklis, kode):
    return mark(ceklis, kode).ada, mark(ceklis, kode).cocok


def test_naming_a_paper_as_missing_goes_round_away_wrong_as_before(qtbot, ceklis):
    ceklis.set_cocok(True)
    ceklis.setCurrentIndex(ceklis.model().index(5))
    qtbot.keyClicks(ceklis, "f+c")
    before = mark(ceklis, "kk")
    for expected in ((False, Cocok.BELUM), (True, Cocok.TIDAK), (True, Cocok.COCOK)) * 2:
        assert ceklis.tandai_kurang(6)
        assert look(ceklis, "kk") == expected
    assert mark(ceklis, "kk") == before
    assert ceklis.currentIndex().row() == 5


def test_a_paper_that_is_away_already_stays_so_the_first_time(ceklis, changes):
    assert ceklis.tandai_kurang(1)
    assert changes == []
    assert not mark(ceklis, "F-1.02").ada
    ceklis.tandai_kurang(1)
    assert look(ceklis, "F-1.02") == (True, Cocok.TIDAK)
    ceklis.tandai_kurang(1)
    assert look(ceklis, "F-1.02") == (False, Cocok.BELUM)


def test_a_paper_that_was_wrong_goes_away_and_comes_back_wrong(ceklis):
    ceklis.kembalikan((TandaBerkas("kk", True, cocok=Cocok.TIDAK),))
    for ada in (False, True, False, True):
        ceklis.tandai_kurang(6)
        assert look(ceklis, "kk") == (ada, Cocok.TIDAK if ada else Cocok.BELUM)


def test_naming_begins_anew_after_another_key(qtbot, ceklis):
    ceklis.tandai_kurang(6)
    qtbot.keyClicks(ceklis, " ")
    ceklis.tandai_kurang(6)
    assert not mark(ceklis, "kk").ada


@pytest.mark.parametrize("nomor", [7, 0, 99, -3])
def test_a_number_without_line_names_nothing(ceklis, changes, nomor):
    assert not ceklis.tandai_kurang(nomor)
    assert changes == []
    assert ceklis.currentIndex().row() == 0


def test_naming_by_0_means_the_tenth_as_with_the_digit_keys(ceklis):
    ceklis.set_baris([Berkas(str(i), f"Berkas {i}", W, ada=True) for i in range(1, 12)])
    assert ceklis.tandai_kurang(0)
    assert ceklis.tandai_kurang(11)
    assert [t.kode for t in ceklis.tanda() if not t.ada] == ["10", "11"]


def test_marks_are_put_back_after_a_scanner_ran_over_the_list(qtbot, ceklis, changes):
    before = ceklis.tanda()
    qtbot.keyClicks(ceklis, "3516af+5")
    changes.clear()
    assert ceklis.tanda() != before
    ceklis.kembalikan((*before, TandaBerkas("lain", True)))
    assert ceklis.tanda() == before
    assert changes == [1]
    ceklis.kembalikan(before)
    assert changes == [1]


papers = st.lists(
    st.builds(
        Berkas,
        kode=st.text("abcdefgh", min_size=1, max_size=3),
        nama=st.text(min_size=1, max_size=30),
        sifat=st.sampled_from(SifatSyarat),
        grup=st.sampled_from(("", "x", "y")),
        ada=st.booleans(),
        catatan=st.text("ab ", max_size=8).map(str.strip).map(lambda s: " ".join(s.split())),
        bentuk=st.sampled_from(Bentuk),
        jumlah=st.integers(1, 99),
        cocok=st.sampled_from(Cocok),
        diterima=st.none() | st.just(DULU),
        asli_keluar=st.sampled_from(AsliKeluar),
    ),
    max_size=12,
    unique_by=lambda b: b.kode,
)
KEYS = {
    " ": K.Key_Space,
    "a": K.Key_A,
    "f": K.Key_F,
    "c": K.Key_C,
    "+": K.Key_Plus,
    "-": K.Key_Minus,
    "2": K.Key_2,
}


@given(berkas=papers, keys=st.text("".join(KEYS), max_size=12))
def test_marks_round_trip_and_the_papers_are_as_they_would_be_stored(daftar, berkas, keys):
    daftar.set_cocok(True)
    daftar.set_baris(berkas)
    before = daftar.tanda()
    assert [(t.kode, t.ada, t.catatan) for t in before] == [
        (b.kode, b.ada, b.catatan) for b in berkas
    ]
    assert [(t.bentuk, t.jumlah, t.cocok) for t in before if t.ada] == [
        (b.bentuk, b.jumlah, b.cocok) for b in berkas if b.ada
    ]
    for teks in keys:
        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QKeyEvent.Type.KeyPress, KEYS[teks], none, teks)
        daftar.keyPressEvent(press)
    tanda = daftar.tanda()
    assert daftar.berkas() == terapkan_tanda(berkas, tanda)
    assert [b.kode for b in list_kurang(daftar.berkas())] == [
        b.kode for b in list_kurang(terapkan_tanda(berkas, tanda))
    ]
    assert all(1 <= t.jumlah <= 99 for t in tanda)
    daftar.set_baris(terapkan_tanda(berkas, tanda))
    assert daftar.berkas() == terapkan_tanda(berkas, tanda)
    daftar.set_baris(berkas)
    daftar.kembalikan(tanda)
    assert daftar.tanda() == tanda
    daftar.kembalikan(before)
    assert daftar.tanda() == before
