"""The tab of the register books, worked by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from services.buku_uji import tulis_buku
from ui.pengaturan_uji import CTRL, K, ketik, list_terpotong, tanpa_nama, tekan

from sooko_desk.domain.buku import list_kolom_tersedia, make_bentuk_awal
from sooko_desk.ui.pengaturan.tab_buku import TERSIMPAN, TabBuku

ALT = Qt.KeyboardModifier.AltModifier
AWAL = make_bentuk_awal()


@pytest.fixture
def layanan(kantor):
    return kantor.meja.buku.bentuk


@pytest.fixture
def tab(layanan, kasi, tampil):
    return tampil(TabBuku(layanan), kasi)


def ke(tab, kolom_id):
    """Mark a column in the list, the caret there."""
    baris = next(
        n
        for n in range(tab.kolom.count())
        if tab.kolom.item(n).data(Qt.ItemDataRole.UserRole) == kolom_id
    )
    tab.kolom.setFocus()
    tab.kolom.setCurrentRow(baris)


def dipakai(tab):
    return [k.id for k in tab._bentuk.kolom]


def test_the_columns_are_listed_with_a_picture_of_the_page(tab, qtbot):
    assert tab.kolom.count() == len(list_kolom_tersedia("KK"))
    assert tab.kolom.item(0).text() == "1. No. urut · 8 mm"
    assert tab.kolom.item(12).text() == "Kepala keluarga"
    assert tab.jumlah.text() == "12 kolom, lebar 269 dari 269 mm yang ada."
    assert not tab.is_diubah()
    assert not tab.peringatan.isVisible()
    qtbot.waitUntil(lambda: not tab.gambar.pixmap().isNull())
    gambar = tab.gambar.pixmap()
    assert gambar.width() / gambar.height() == pytest.approx(297 / 210, 0.02)
    assert tanpa_nama(tab) == []
    assert list_terpotong(tab) == []


def test_a_column_is_left_out_another_taken_in_and_moved_by_keyboard(tab, layanan):
    ke(tab, "petugas")
    tekan(K.Key_Space)
    assert "petugas" not in dipakai(tab)
    ke(tab, "berkas")
    tekan(K.Key_Space)
    assert dipakai(tab)[-1] == "berkas"
    tekan(K.Key_Up, ALT)
    assert dipakai(tab)[-2:] == ["berkas", "keterangan"]
    assert tab._kolom_kini().id == "berkas"
    tekan(K.Key_Down, ALT)
    assert dipakai(tab)[-1] == "berkas"
    assert not tab.turun.isEnabled()
    assert tab.peringatan.text() == "Bila disimpan, bentuk ini berlaku mulai baris berikutnya."
    assert tab.simpan()
    assert [k.id for k in layanan.get_semua().get("KK").kolom] == dipakai(tab)
    assert tab.spanduk.teks == TERSIMPAN
    assert not tab.is_diubah()
    assert tab.simpan()
    assert tab.spanduk.teks != TERSIMPAN  # nothing changed, no new page


def test_heading_width_and_place_are_changed_and_one_word_is_one_act(tab):
    ke(tab, "nama")
    tab.judul.input.setFocus()
    ketik("Nama")
    assert tab.kolom.item(5).text() == "6. Nama · 42 mm"
    tab.lebar.input.setFocus()
    ketik("30")
    tab.rata.tombol("tengah").click()
    kolom = tab._bentuk.kolom[5]
    assert (kolom.judul, kolom.lebar_mm, kolom.rata) == ("Nama", 30.0, "tengah")
    assert "lebar 257 dari 269" in tab.jumlah.text()
    for _ in range(3):
        tab.urungkan.click()
    assert not tab.is_diubah()
    assert not tab.urungkan.isEnabled()
    assert tab.judul.input.text() == "Nama pemohon"


def test_rows_and_pages_are_stepped_and_taken_back_with_a_key(tab):
    tab.per_halaman.input.setFocus()
    tekan(K.Key_Down)
    tekan(K.Key_Down)
    tab.halaman_jilid.input.setFocus()
    ketik("50")
    assert (tab._bentuk.per_halaman, tab._bentuk.halaman_jilid) == (18, 50)
    tab.kolom.setFocus()
    tekan(K.Key_Z, CTRL)
    tekan(K.Key_Z, CTRL)
    assert tab._bentuk == AWAL
    assert tab.per_halaman.input.text() == "20"


def test_a_half_empty_page_is_warned_of_before_it_is_closed(kantor, layanan, kasi, tampil):
    kasus = kantor.terima().ringkasan.id
    tulis_buku(kantor.store, kasi, kasus, "c" * 13)
    tab = tampil(TabBuku(layanan), kasi)
    tab.per_halaman.input.set_value(25)
    assert tab.peringatan.text() == (
        "Bila disimpan, baris berikutnya mulai di halaman baru; 7 baris kosong di halaman 2 "
        "ditutup garis dan tidak dipakai lagi."
    )
    assert list_terpotong(tab) == []


def test_what_does_not_fit_is_told_at_once_and_stops_the_save(tab, layanan, qtbot):
    ke(tab, "alamat")
    tekan(K.Key_Space)
    kata = "Jumlah lebar kolom 309 mm, padahal kertas hanya memuat 269 mm. Kurangi 40 mm."
    assert tab.jumlah.text() == kata
    qtbot.waitUntil(lambda: kata in tab.gambar.text())
    assert not tab.simpan()
    assert tab.spanduk.teks == kata
    assert layanan.is_bawaan()


def test_a_wrong_heading_is_brought_into_view_in_its_book(tab):
    tekan(K.Key_2, ALT)
    assert tab.layanan.kode() == "KTP"
    ke(tab, "desa")
    tab.judul.input.setFocus()
    ketik(" ")
    assert tab.judul.pesan == "Judul kolom belum diisi."
    tekan(K.Key_1, ALT)
    assert tab.judul.pesan == ""
    assert not tab.simpan()
    assert tab.layanan.kode() == "KTP"
    assert QApplication.focusWidget() is tab.judul.input
    assert tab.spanduk.teks == "Judul kolom belum diisi."


def test_the_first_form_comes_back_and_can_be_taken_back(tab, layanan):
    tab.per_halaman.input.set_value(15)
    assert tab.simpan()
    tab.kembalikan_bawaan()
    assert layanan.is_bawaan()
    tab.spanduk.aksi_dipilih.emit()
    assert layanan.get_semua().get("KK").per_halaman == 15


def test_the_operator_only_looks(layanan, operator, tampil):
    tab = tampil(TabBuku(layanan), operator)
    ke(tab, "petugas")
    tekan(K.Key_Space)
    assert "petugas" in dipakai(tab)
    tekan(K.Key_Up, ALT)
    assert not tab.is_diubah()
    assert not tab.per_halaman.input.isEnabled()
    assert tab.judul.input.isReadOnly()
    assert tab._hanya_kasi.isVisible()
    assert not tab.simpan()
    assert "Hanya Kasi" in tab.spanduk.teks


def test_an_old_form_is_shown_as_it_is(kantor, layanan, kasi, tampil):
    bentuk = replace(AWAL, per_halaman=12)
    kantor.store.buku.simpan_bentuk("KTP", bentuk, kasi, kantor.clock.now())
    tab = tampil(TabBuku(layanan), kasi)
    tekan(K.Key_2, ALT)
    assert tab.per_halaman.input.value() == 12
    assert not tab.is_diubah()
