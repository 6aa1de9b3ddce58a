"""The window that prints a register book: pages by keyboard, a month, stopping, empty books."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from services.buku_uji import tulis_buku

from sooko_desk.domain.errors import UserError
from sooko_desk.printing.buku_register import PenulisBuku
from sooko_desk.services.rujukan import baca_rujukan
from sooko_desk.ui.buku.dialog_buku import BELUM, BULAN, HALAMAN, SEMUA, DialogBuku
from sooko_desk.ui.kit.bilah_kemajuan import MENGHENTIKAN
from sooko_desk.ui.theme import Nada

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def tulis(kantor):
    kasus = kantor.terima().ringkasan.id

    def tulis(urutan, **lain):
        tulis_buku(kantor.store, kantor.kasi, kasus, urutan, **lain)

    return tulis


@pytest.fixture
def buka(kantor, induk):
    """Open the window on the first book; what came out is in `jadi_`."""

    def buka(nomor=0):
        semua = kantor.meja.register.list_buku()
        dialog = DialogBuku(kantor.meja.buku, semua, semua[nomor], induk)
        dialog.jadi_ = []
        dialog.jadi.connect(dialog.jadi_.append)
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        return dialog

    return buka


@pytest.fixture
def sampai(monkeypatch):
    """A worker that draws waits until this is set."""
    sampai = threading.Event()
    asli = PenulisBuku.tambah

    def tambah(self, halaman):
        sampai.wait(15)
        asli(self, halaman)

    monkeypatch.setattr(PenulisBuku, "tambah", tambah)
    yield sampai
    sampai.set()


def tekan(tombol, tambahan=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), tombol, tambahan)


def cetakan(dialog, qtbot):
    """Wait for the document; its pages as first, last, first, last ..."""
    keluar = dialog.jadi_
    qtbot.waitUntil(lambda: bool(keluar), timeout=15000)
    return baca_rujukan(keluar[0].rujukan)["halaman"]


def test_enter_prints_the_full_pages_that_were_not_printed(kantor, tulis, buka, qtbot):
    tulis("c" * 25)
    dialog = buka()
    assert dialog.isi.text() == (
        "25 nomor. 2 halaman penuh, 2 belum dicetak. Halaman 3 masih kosong 5 baris."
    )
    assert dialog.cara.kode() == BELUM
    assert dialog.akan.text() == "Akan dicetak 2 halaman, dari halaman 1 sampai 2."
    assert dialog.cetak.hasFocus()
    tekan(K.Key_Return)
    assert cetakan(dialog, qtbot) == [1, 2]
    kantor.meja.pencetakan.catat(dialog.jadi_[0], "Loket", 1, "tercetak", kantor.operator)
    assert not shiboken6.isValid(dialog) or not dialog.isVisible()
    dialog = buka()
    assert "0 belum dicetak" in dialog.isi.text()
    assert dialog.cara.kode() == HALAMAN
    assert dialog.akan.text() == "Akan dicetak halaman 3."
    tekan(K.Key_1, ALT)
    assert dialog.akan.text() == "Semua halaman penuh sudah dicetak."
    assert not dialog.cetak.isEnabled()
    tekan(K.Key_Return, CTRL)
    assert not dialog.pekerja.sibuk


def test_pages_are_typed_and_kept_in_order(tulis, buka, qtbot):
    tulis("c" * 45)
    dialog = buka()
    tekan(K.Key_2, ALT)
    dialog.dari.setFocus()
    QTest.keyClicks(dialog.dari, "2")
    assert (dialog.dari.value(), dialog.sampai.value()) == (2, 5)
    tekan(K.Key_Tab)
    QTest.keyClicks(dialog.sampai, "3")
    assert dialog.akan.text() == "Akan dicetak 2 halaman, dari halaman 2 sampai 3."
    dialog.dari.setFocus()
    QTest.keyClicks(dialog.dari, "4")
    assert dialog.sampai.value() == 4
    tekan(K.Key_Return, CTRL)
    assert cetakan(dialog, qtbot) == [4, 4]


def test_a_month_is_chosen_and_an_empty_one_is_told(tulis, buka, qtbot):
    tulis("c" * 15)
    dialog = buka()
    tekan(K.Key_3, ALT)
    assert dialog.cara.kode() == BULAN
    assert dialog.bulan.kode() == "11"  # the newest month with a line
    dialog.bulan.setFocus()
    tekan(K.Key_A, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Jan")
    tekan(K.Key_Return)
    assert dialog.akan.text() == (
        "Pada Januari 2026 tidak ada yang dicatat dalam buku KK. Pilih bulan lain."
    )
    assert not dialog.cetak.isEnabled()
    dialog.bulan.setFocus()
    tekan(K.Key_A, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "Nov")
    tekan(K.Key_Return)
    assert dialog.akan.text() == "Akan dicetak 2 halaman, dari halaman 1 sampai 2."
    tekan(K.Key_Return, CTRL)
    assert cetakan(dialog, qtbot) == [1, 2]


def test_an_empty_book_says_so_and_gives_a_blank_page_where_wanted(buka, qtbot):
    dialog = buka(1)
    assert dialog.isi.text() == "Buku ini belum berisi catatan."
    assert dialog.cara.kode() == SEMUA
    assert dialog.cetak.text().startswith("Cetak halaman kosong")
    tekan(K.Key_1, ALT)
    assert not dialog.cetak.isEnabled()
    tekan(K.Key_4, ALT)
    tekan(K.Key_Return, CTRL)
    assert cetakan(dialog, qtbot) == []


def test_another_book_is_read_when_it_is_chosen(tulis, buka):
    tulis("c" * 12, layanan="KTP")
    dialog = buka()
    dialog.buku.setFocus()
    tekan(K.Key_A, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "KTP")
    tekan(K.Key_Return)
    assert dialog.isi.text().startswith("12 nomor. 1 halaman penuh")


def test_escape_stops_a_long_book_and_the_window_stays(tulis, buka, qtbot, sampai):
    tulis("c" * 205)
    dialog = buka()
    tekan(K.Key_4, ALT)
    tekan(K.Key_Return, CTRL)
    qtbot.waitUntil(dialog.kemajuan.isVisible)
    assert "21 halaman" in dialog.kemajuan.teks.teks
    tekan(K.Key_Return, CTRL)  # a second time does nothing
    dialog.reject()
    assert dialog.kemajuan.teks.teks == MENGHENTIKAN
    sampai.set()
    qtbot.waitUntil(lambda: not dialog.pekerja.sibuk, timeout=15000)
    assert dialog.spanduk.teks == "Dihentikan sebelum selesai."
    assert dialog.spanduk.property("nada") == Nada.INFO
    assert dialog.jadi_ == []
    assert dialog.cetak.hasFocus()
    tekan(K.Key_Return)
    assert cetakan(dialog, qtbot) == [1, 21]


def test_progress_is_told_page_by_page(tulis, buka, qtbot):
    tulis("c" * 205)
    dialog = buka()
    lapor = []
    dialog.pekerja.maju.connect(lambda *x: lapor.append(x))
    tekan(K.Key_4, ALT)
    tekan(K.Key_Return, CTRL)
    cetakan(dialog, qtbot)
    assert lapor == [(8, 21), (16, 21), (21, 21)]


class _Rusak:
    """Books that can be read only so far: "keadaan", "siapkan" or "baca" fails."""

    def __init__(self, asli, kapan):
        self._asli = asli
        self.kapan = kapan

    def keadaan(self, *buku):
        self._gagal("keadaan")
        return self._asli.keadaan(*buku)

    def siapkan_nomor(self, *pilihan):
        self._gagal("siapkan")
        tugas = self._asli.siapkan_nomor(*pilihan)
        self.jumlah, self.terbaca = tugas.jumlah, 0
        return self

    def baca(self):
        self._gagal("baca")

    def _gagal(self, kapan):
        if kapan == self.kapan:
            raise UserError("Register tidak terbaca.")


@pytest.mark.parametrize("kapan", ["keadaan", "siapkan", "baca"])
def test_a_register_that_cannot_be_read_is_told(kantor, tulis, induk, kapan):
    tulis("c" * 25)
    semua = kantor.meja.register.list_buku()
    dialog = DialogBuku(_Rusak(kantor.meja.buku, kapan), semua, semua[0], induk)
    dialog.open()
    assert QTest.qWaitForWindowActive(dialog)
    tekan(K.Key_Return, CTRL)
    assert dialog.spanduk.teks == "Register tidak terbaca."
    assert dialog.spanduk.property("nada") == Nada.BAHAYA
    assert not dialog.pekerja.sibuk


def test_a_window_that_dies_in_the_middle_stops_the_work(tulis, buka, induk, qtbot, sampai):
    tulis("c" * 205)
    dialog = buka()
    tekan(K.Key_4, ALT)
    tekan(K.Key_Return, CTRL)
    keluar = dialog.jadi_
    induk.close()
    induk.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(dialog)
    sampai.set()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert keluar == []
