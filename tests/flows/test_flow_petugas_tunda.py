"""Escape while a PIN is on its way, and names that wait for "Simpan"."""

from __future__ import annotations

import threading

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI
from flows.loket import CTRL, ENTER, K, kirim_hapusan
from flows.petugas_uji import beri_pin_kasi, buka_tab, catat_pin, dialog, kartu
from PySide6.QtCore import QPoint, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pengaturan.dialog import DialogPengaturan
from sooko_desk.ui.pengaturan.tab_petugas import TabPetugas
from sooko_desk.ui.pin_baru import KartuPinBaru

BARU = "918273"
RINI, BAMBANG = "Rini Contoh, A.Md.", "Bambang Misal, S.Sos."


class Antre:
    """While it holds, work that begins waits for a free thread."""

    def __init__(self):
        self._lepas = threading.Event()

    def tahan(self):
        for _ in range(QThreadPool.globalInstance().maxThreadCount()):
            run_in_background(SinyalKerja(), self._lepas.wait)

    def lepas(self):
        self._lepas.set()


@pytest.fixture
def antre():
    antre = Antre()
    yield antre
    antre.lepas()


@pytest.fixture
def tab(loket):
    """The tab of officers, open for the Kasi."""
    loket.buka(PIN_KASI)
    yield buka_tab(loket)
    loket.tekan(K.Key_Escape, kali=2)


def ganti_nama(loket, tab, petugas_id, nama):
    """Go to an officer's row and type another name, without saving."""
    tab.tabel.pilih(petugas_id)
    tab.form.setFocus()
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(K.Key_Delete)
    loket.ketik(nama)


def klik_baris(loket, tab, nomor):
    loket.fokus()
    tempat = tab.tabel.visualRect(tab.model.index(nomor, 0)).topLeft() + QPoint(9, 9)
    QTest.mouseClick(tab.tabel.viewport(), Qt.MouseButton.LeftButton, pos=tempat)


def list_nama(loket):
    return [p.nama for p in loket.meja.petugas.list_petugas()]


# -- Escape


def test_escape_while_the_new_pin_is_stored_waits_and_the_officer_is_in(loket, antre):
    loket.buka()
    petugas = loket.meja.petugas
    operator, kasi = petugas.list_petugas()
    petugas.kelola.beri_pin_sekali(operator, petugas.hash_pin(BARU), kasi)
    loket.isi(BARU)
    baru = kartu(loket, KartuPinBaru)
    loket.isi("551904")
    loket.ketik("551904")
    antre.tahan()
    loket.tekan(ENTER)
    loket.tekan(K.Key_Escape)
    kirim_hapusan()
    assert loket.jendela.masuk.findChildren(KartuPinBaru) == [baru]
    assert baru.isVisible()
    antre.lepas()
    loket.tangan.tunggu(loket.jendela.kerja.isVisible)
    assert loket.jendela.kerja.petugas == operator
    assert not petugas.pin.get(operator).sekali


def test_the_settings_stay_until_the_one_time_pin_is_on_the_screen(loket, antre):
    loket.buka(PIN_KASI)
    tab = buka_tab(loket)
    tab.tabel.pilih(1)
    loket.tekan(K.Key_P, CTRL)
    dialog(loket, MintaPin).accepted.connect(antre.tahan)
    beri_pin_kasi(loket)
    pengaturan = dialog(loket, DialogPengaturan)
    loket.tekan(K.Key_Escape, kali=2)
    kirim_hapusan()
    assert dialog(loket, DialogPengaturan) is pengaturan
    assert "sedang dibuat" in pengaturan.spanduk.teks
    antre.lepas()
    sekali = catat_pin(loket)
    assert pengaturan.spanduk.isHidden()
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_F12)
    loket.isi(sekali)
    kartu(loket, KartuPinBaru)


# -- names that wait for "Simpan"


def test_names_typed_on_several_rows_wait_and_are_saved_together(loket, tab):
    ganti_nama(loket, tab, 1, RINI)
    assert tab.belum.text() == ""
    ganti_nama(loket, tab, 2, BAMBANG)
    assert tab.belum.text() == f"Belum disimpan: {NAMA_OPERATOR}."
    tab.tabel.pilih(1)
    assert tab.form.nama.input.text() == RINI
    assert tab.belum.text() == f"Belum disimpan: {NAMA_KASI}."
    loket.tekan(K.Key_N, CTRL)
    assert tab.form.nama.input.text() == ""
    assert tab.belum.text() == f"Belum disimpan: {NAMA_OPERATOR}, {NAMA_KASI}."
    assert list_nama(loket) == [NAMA_OPERATOR, NAMA_KASI]
    loket.tekan(ENTER, CTRL)
    assert list_nama(loket) == [RINI, BAMBANG]
    assert f"menjadi {RINI}" in tab.spanduk.teks
    assert f"menjadi {BAMBANG}" in tab.spanduk.teks
    assert tab.belum.text() == ""
    assert not tab.is_diubah()


def test_a_name_typed_back_is_nothing_to_save(loket, tab):
    ganti_nama(loket, tab, 1, RINI)
    ganti_nama(loket, tab, 1, NAMA_OPERATOR)
    assert not tab.is_diubah()


def test_a_refused_name_on_another_row_comes_into_view(loket, tab):
    ganti_nama(loket, tab, 1, "")
    tab.tabel.pilih(2)
    loket.tekan(ENTER, CTRL)
    assert tab.form.baris.petugas.nama == NAMA_OPERATOR
    assert tab.form.nama.pesan
    assert loket.fokus() is tab.form.nama.input
    assert tab.is_diubah()


def test_a_half_corrected_name_outlives_a_one_time_pin_and_switching_off(loket, tab):
    ganti_nama(loket, tab, 1, RINI)
    loket.tekan(K.Key_P, CTRL)
    beri_pin_kasi(loket)
    catat_pin(loket)
    assert tab.form.nama.input.text() == RINI
    loket.tekan(K.Key_E, CTRL)
    beri_pin_kasi(loket)
    assert "nonaktif" in tab.spanduk.teks
    assert tab.form.nama.input.text() == RINI
    assert tab.is_diubah()


def test_a_new_officer_half_typed_is_there_when_one_comes_back(loket, tab):
    loket.tekan(K.Key_N, CTRL)
    loket.ketik("Siti Misal")
    loket.klik(tab.form.peran.tombol("kasi"))
    klik_baris(loket, tab, 0)
    assert tab.form.baris.petugas.nama == NAMA_OPERATOR
    assert tab.belum.text() == "Belum disimpan: Petugas baru."
    loket.tekan(ENTER, CTRL)
    minta = dialog(loket, MintaPin)
    assert tab.form.nama.input.text() == "Siti Misal"
    assert tab.form.peran.kode() == "kasi"
    minta.reject()
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), DialogPengaturan))


def test_a_click_on_the_same_row_leads_back_from_a_new_officer(loket, tab):
    klik_baris(loket, tab, 0)
    loket.tekan(K.Key_N, CTRL)
    assert tab.form.baris is None
    klik_baris(loket, tab, 0)
    assert tab.form.baris.petugas.nama == NAMA_OPERATOR
    assert QApplication.activeModalWidget().findChild(TabPetugas) is tab
