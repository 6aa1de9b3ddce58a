"""The tab of number patterns, worked by keyboard."""

from __future__ import annotations

import shutil

import pytest
from builders import SENIN_PAGI, make_meja
from PySide6.QtWidgets import QApplication
from ui.pengaturan_uji import K, ketik, list_terpotong, tanpa_nama, tekan

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.ui.pengaturan.tab_nomor import BELUM_POLA, TabNomor

TB, REG = "pola/KK/tanda_bukti", "pola/KK/register"


@pytest.fixture
def pola(kantor):
    return kantor.meja.kantor.pola


@pytest.fixture
def tab(pola, kasi, tampil):
    return tampil(TabNomor(pola), kasi)


def test_each_book_shows_its_next_number(tab, kantor):
    assert tab.bidang[TB].pesan == "Berikutnya: 471.14/TB-1/416-313/2026"
    assert len(tab.bidang) == 6
    assert not tab.is_diubah()
    assert tanpa_nama(tab) == []
    assert list_terpotong(tab) == []


def test_the_example_follows_typing_and_saving_lets_it_hold(tab, kantor, pola):
    kantor.terima()
    assert QApplication.focusWidget() is tab.bidang[TB].input
    ketik("KK-{uru")
    assert tab.bidang[TB].pesan == BELUM_POLA
    ketik("KK-{urut}-{tahun}")
    assert tab.bidang[TB].pesan == "Berikutnya: KK-2-2026"
    tekan(K.Key_Return)
    assert QApplication.focusWidget() is tab.bidang[REG].input
    assert tab.simpan()
    assert tab.spanduk.teks == "Pola nomor tersimpan dan langsung berlaku."
    assert kantor.terima().ringkasan.nomor_tanda_bukti == "KK-2-2026"
    tab.kembalikan_bawaan()
    assert pola.is_bawaan()
    tab.spanduk._aksi.click()
    assert tab.bidang[TB].input.text() == "KK-{urut}-{tahun}"
    assert not pola.is_bawaan()


def test_what_cannot_hold_is_told_beside_its_field_and_kept(tab, kantor, pola):
    ketik("471.14/{urut}/416-313/{tahun}")
    tekan(K.Key_Return)
    assert "nomor yang sama dengan tanda bukti KK" in tab.bidang[REG].pesan
    tab.bidang[TB].setFocus()
    ketik("")
    tekan(K.Key_Delete)
    assert not tab.simpan()
    assert "belum memuat {urut}" in tab.bidang[TB].pesan
    assert QApplication.focusWidget() is tab.bidang[TB].input
    ketik("tanpa tempat")
    assert not tab.simpan()
    assert tab.bidang[TB].input.text() == "tanpa tempat"
    assert pola.is_bawaan()


def test_a_number_that_was_given_out_is_told_on_saving(tab, kantor, pola):
    kantor.terima("KTP")
    kk, ktp = pola.get()[0].pola, pola.get()[3].pola
    ketik(ktp)
    tab.bidang["pola/KTP/tanda_bukti"].setFocus()
    ketik(kk)
    assert not tab.simpan()
    assert tab.bidang[TB].pesan == (
        "Pola ini akan memberi nomor 471.13/TB-1/416-313/2026 untuk kedua kali. Bedakan polanya."
    )


def test_another_officer_only_looks_and_reads_why(pola, operator, tampil):
    tab = tampil(TabNomor(pola), operator)
    assert tab._hanya_kasi.text().startswith("Hanya Kasi Pelayanan yang mengubah pola nomor.")
    tekan(K.Key_X)
    assert not tab.is_diubah()
    assert list_terpotong(tab) == []


def test_without_a_service_there_is_nothing_to_set(tmp_path, tampil):
    shutil.copytree(AKAR / "sop_data" / "tabel", tmp_path / "sop" / "tabel")
    kantor = make_meja(tmp_path / "kosong", JamTetap(SENIN_PAGI), tmp_path / "sop")
    tab = tampil(TabNomor(kantor.meja.kantor.pola), kantor.kasi)
    assert tab.bidang == {}
    assert tab.simpan()
    kantor.store.close()
