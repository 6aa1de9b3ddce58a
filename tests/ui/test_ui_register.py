"""The search box and the books of the tab Register."""

from __future__ import annotations

import pytest
from builders import NIK_LAIN, PIN_OPERATOR
from flows.loket import CTRL, ENTER, NIK, NKK, K, Loket
from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="module")
def loket(qapp, tmp_path_factory):
    """Two people, one each of KK and KTP."""
    loket = Loket(tmp_path_factory.mktemp("loket")).atur_petugas().buka(PIN_OPERATOR)
    loket.isi_kk(nama="Nur Aini")
    loket.simpan()
    loket.isi_ktp(nama="Nur Hasan", nik=NIK_LAIN, nkk="", telepon="085730009003")
    loket.simpan()
    yield loket
    loket.tutup()


@pytest.fixture
def register(loket):
    loket.tekan(K.Key_F3)
    loket.tekan(K.Key_Escape)
    return loket.jendela.kerja.register


def hasil(register):
    model = register.model_cari
    return [model.row(n).pemohon.nama for n in range(model.rowCount())]


@pytest.mark.parametrize(
    ("kata", "nama"),
    [
        ("aini", "NUR AINI"),
        (NIK, "NUR AINI"),
        ("3516 1357 0845 9001", "NUR AINI"),
        (NKK, "NUR AINI"),
        ("TB-KTP-2026-00001", "NUR HASAN"),
        ("085730009003", "NUR HASAN"),
        ("471.14/TB-1/416-313/2026", "NUR AINI"),
    ],
)
def test_one_hit_opens_at_once(loket, register, kata, nama):
    loket.isi(kata)
    assert hasil(register) == [nama]
    assert register.fakta.isVisible()
    assert register.fakta.teks("Pemohon") == nama
    assert loket.fokus() is register.tabel_cari


def test_several_hits_wait_in_the_list_and_arrows_show_their_stories(loket, register):
    loket.isi("nur")
    assert hasil(register) == ["NUR HASAN", "NUR AINI"]
    assert register.fakta.teks("Pemohon") == "NUR HASAN"
    loket.tekan(K.Key_Down)
    assert register.fakta.teks("Pemohon") == "NUR AINI"


@pytest.mark.parametrize("kata", ['"', "*", "a OR b", "NEAR(", "'; DROP TABLE", "😀", "%", "_"])
def test_words_that_mean_something_to_a_database_are_only_words(loket, register, kata):
    loket.tempel(kata)
    loket.tekan(ENTER)
    assert hasil(register) == []
    assert register.tabel_cari.isVisible()


def test_escape_empties_the_search_and_shows_the_book_again(loket, register):
    loket.isi("aini")
    loket.tekan(K.Key_Escape)
    assert register.cari.text() == ""
    assert register.tabel_buku.isVisible()
    assert loket.fokus() is register.cari


def test_every_book_of_the_year_can_be_chosen_even_when_it_is_empty(loket, register):
    buku = [register.buku.itemText(n) for n in range(register.buku.count())]
    assert ["KK" in buku[0], "KTP" in buku[1]] == [True, True]
    assert all("2026" in judul for judul in buku)
    register.buku.setFocus()
    loket.tekan(K.Key_A, CTRL)
    loket.isi("KTP")
    assert register.buku.kode() == "KTP/2026"
    assert register.model_buku.rowCount() == 0
    loket.tekan(K.Key_F9)
    dialog = QApplication.activeModalWidget()
    assert dialog.isi.text() == "Buku ini belum berisi catatan."
    loket.tekan(ENTER)
    loket.tunggu_cetak()
    halaman = loket.simpan_cetakan()
    assert "REGISTER PELAYANAN KARTU TANDA PENDUDUK (KTP)" in halaman[0]
    assert NIK_LAIN not in halaman[0]


def test_the_other_tab_is_told_of_a_new_case(loket, register):
    loket.ketik("nur")
    sebelum = len(hasil(register))
    loket.buka_tab(1)
    loket.isi_kk(nama="Nur Baru")
    loket.simpan()
    loket.buka_tab(5)
    assert len(hasil(register)) == sebelum + 1
