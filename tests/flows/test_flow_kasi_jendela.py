"""The Kasi's own windows on the smallest screen: nothing grows, is cut or loses the caret."""

from __future__ import annotations

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, TANPA, K, kirim_hapusan
from flows.siap import kk_diterima, mulai
from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from services.buku_uji import tulis_buku
from ui.ukuran_uji import list_terpotong

from sooko_desk.domain.sop import Peran
from sooko_desk.ui.buku.dialog_buku import BULAN
from sooko_desk.ui.pengaturan.tab_buku import JEDA_MS

KECIL = (1040, 560)


def jendela(loket, tombol, tambahan):
    """Press a key; the window it opens, as large as the smallest screen lets it be."""
    loket.tekan(tombol, tambahan)
    dialog = QApplication.activeModalWidget()
    dialog.resize(*KECIL)
    QApplication.processEvents()
    return dialog


def tutup(loket):
    QThreadPool.globalInstance().waitForDone()
    while QApplication.activeModalWidget() is not None:
        loket.tekan(K.Key_Escape)
    kirim_hapusan()


def ukuran(dialog):
    QApplication.processEvents()
    return dialog.width(), dialog.height()


@pytest.mark.parametrize("pin", [PIN_OPERATOR, PIN_KASI])
def test_the_settings_stay_as_small_as_the_screen_on_every_tab(loket, pin):
    loket.buka(pin)
    dialog = jendela(loket, K.Key_F10, TANPA)
    for nomor in range(dialog.tab.count()):
        loket.tekan(K(K.Key_1 + nomor), CTRL)
        assert ukuran(dialog) == KECIL, dialog.tab.tabText(nomor)
        assert list_terpotong(dialog) == []
    tutup(loket)


def test_the_page_of_the_book_is_whole_whatever_is_said_around_it(loket):
    loket.buka(PIN_KASI)
    dialog = jendela(loket, K.Key_F10, TANPA)
    loket.tekan(K.Key_8, CTRL)
    tab = dialog.tab.currentWidget()
    tab.per_halaman.input.setFocus()
    loket.tekan(K.Key_Up)
    loket.tekan(K.Key_Escape)
    assert dialog.spanduk.isVisible()
    assert tab.peringatan.isVisible()
    assert ukuran(dialog) == KECIL
    assert list_terpotong(dialog) == []
    QTest.qWait(3 * JEDA_MS)
    gambar = tab.gambar.pixmap().deviceIndependentSize()
    assert gambar.height() <= tab.gambar.height()
    dialog.resize(1180, 688)
    QApplication.processEvents()
    besar = tab.gambar.pixmap().deviceIndependentSize()
    assert gambar.height() < besar.height() <= tab.gambar.height()
    tutup(loket)


def test_the_days_show_every_column_on_the_smallest_screen(loket):
    mulai(loket, kk_diterima, PIN_KASI)
    dialog = jendela(loket, K.Key_T, CTRL)
    assert list_terpotong(dialog) == []
    assert ukuran(dialog) == KECIL
    tutup(loket)


def test_a_month_of_the_book_begins_with_the_newest_one_that_has_lines(loket):
    mulai(loket, kk_diterima, PIN_KASI)
    kasi = next(p for p in loket.meja.petugas.list_petugas() if p.peran is Peran.KASI)
    loket.tekan(K.Key_F3)
    loket.tekan(K.Key_F9)
    dialog = QApplication.activeModalWidget()
    loket.tekan(K.Key_3, ALT)
    assert dialog.bulan.kode() == "1"  # nothing is in it yet
    tutup(loket)
    tulis_buku(loket.store, kasi, 1, "c" * 25, waktu=loket.clock.now())
    loket.tekan(K.Key_F3)
    loket.tekan(K.Key_F9)
    dialog = QApplication.activeModalWidget()
    loket.tekan(K.Key_3, ALT)
    assert (dialog.cara.kode(), dialog.bulan.kode()) == (BULAN, "11")
    assert dialog.akan.text() == "Akan dicetak 3 halaman, dari halaman 1 sampai 3."
    loket.tekan(K.Key_P, CTRL)  # as in every window that prints
    assert "Jilid 1 · Halaman 1 dari 100" in loket.simpan_cetakan()[0]


def test_a_backup_that_found_no_place_leads_back_to_the_place(loket):
    loket.buka(PIN_KASI)
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    loket.tekan(ENTER)
    assert dialog.pilih.hasFocus()
    loket.tekan(ENTER, CTRL)
    loket.tangan.tunggu(lambda: not dialog.pekerja.sibuk)
    assert dialog.cadangan.spanduk.teks.startswith("Tempat cadangan belum dipilih.")
    assert dialog.folder.input.hasFocus()
    loket.ketik(str(loket.keluar))
    assert dialog.folder.input.text() == str(loket.keluar)
    loket.tekan(ENTER)
    assert dialog.cadangkan.hasFocus()
    tutup(loket)


def test_ctrl_p_prints_the_month_of_compliance_too(loket):
    mulai(loket, kk_diterima, PIN_KASI)
    loket.tekan(K.Key_M, CTRL)
    dialog = QApplication.activeModalWidget()
    loket.tekan(K.Key_P, CTRL)
    assert dialog.spanduk.teks.startswith("Tidak ada permohonan KK yang tercatat di register")
    tutup(loket)
