"""The one tick list for papers: which keys tick what, and how high it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.ui.kit.centang_berkas import BerkasCentang, CentangBerkas
from sooko_desk.ui.kit.ketikan import is_ctrl_a, is_tulisan, read_angka

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TANPA = Qt.KeyboardModifier.NoModifier
BUKAN_ANGKA = ("²", "③", "٣", "৪", "½", "Ⅷ", "x", "")
"""A French keyboard has a key for the first; `str.isdigit` takes the first four for digits."""


def key(teks, tombol=K.Key_unknown, tambahan=TANPA, *, berulang=False):
    return QKeyEvent(QEvent.Type.KeyPress, tombol, tambahan, teks, berulang)


@pytest.fixture
def tampil(qapp, qtbot):
    """Show a list of so many papers, the caret on the first; field above, room below."""

    semua = []

    def tampil(banyak, kode=(), **ganti):
        jendela, sebelum, sesudah = QWidget(), QLineEdit(), QLineEdit()
        qtbot.addWidget(jendela)
        semua.append(jendela)
        daftar = CentangBerkas("Berkas", **ganti)
        daftar.sebelum, daftar.sesudah = sebelum, sesudah
        layout = QVBoxLayout(jendela)
        for widget in (sebelum, daftar, sesudah):
            layout.addWidget(widget)
        layout.addStretch(1)
        berkas = [BerkasCentang(f"b{n}", f"Berkas ke-{n}", "asli") for n in range(1, banyak + 1)]
        daftar.set_berkas(berkas, {f"b{n}" for n in kode}, sebelum)
        QWidget.setTabOrder(daftar.list_kotak()[-1], sesudah)
        jendela.resize(420, 520)
        jendela.show()
        jendela.activateWindow()
        assert QTest.qWaitForWindowActive(jendela)
        daftar.fokus()
        return daftar

    return tampil


def tekan(tombol, tambahan=TANPA):
    QTest.keyClick(QApplication.focusWidget(), tombol, tambahan)


def nomor(daftar):
    return [n for n, kotak in enumerate(daftar.list_kotak(), 1) if kotak.isChecked()]


@pytest.mark.parametrize("teks", BUKAN_ANGKA)
def test_what_only_looks_like_a_digit_ticks_nothing(tampil, teks):
    daftar = tampil(9)
    QApplication.sendEvent(QApplication.focusWidget(), key(teks))
    assert nomor(daftar) == []
    assert read_angka(key(teks)) is None


@pytest.mark.parametrize("angka", range(10))
def test_a_digit_is_a_digit_unless_ctrl_or_alt_is_held(angka):
    tombol = K(K.Key_0 + angka)
    assert read_angka(key(str(angka), tombol)) == angka
    assert read_angka(key(str(angka), tombol, Qt.KeyboardModifier.KeypadModifier)) == angka
    assert read_angka(key(str(angka), tombol, CTRL)) is None
    assert read_angka(key(str(angka), tombol, ALT)) is None


def test_a_letter_is_written_and_ctrl_a_means_all():
    assert is_tulisan(key("a", K.Key_A))
    assert not is_tulisan(key("a", K.Key_A, CTRL))
    assert not is_tulisan(key(" ", K.Key_Space))
    assert is_ctrl_a(key("\x01", K.Key_A, CTRL))
    assert not is_ctrl_a(key("a", K.Key_A, CTRL | ALT))


def test_zero_is_the_tenth_paper_and_a_held_digit_ticks_once(tampil):
    daftar = tampil(10)
    tekan(K.Key_0)
    assert nomor(daftar) == [10]
    QApplication.sendEvent(QApplication.focusWidget(), key("0", K.Key_0, berulang=True))
    assert nomor(daftar) == [10]
    tekan(K.Key_3)
    assert nomor(daftar) == [3, 10]
    assert tampil(3) is not daftar
    tekan(K.Key_0)
    tekan(K.Key_4)  # no such paper


@pytest.mark.parametrize(("lepas", "sesudah"), [(True, []), (False, [1, 2, 3])])
def test_ctrl_a_ticks_all_and_lifts_them_only_where_that_is_meant(tampil, lepas, sesudah):
    daftar = tampil(3, [2], lepas_semua=lepas)
    kata = []
    daftar.berubah.connect(lambda: kata.append(nomor(daftar)))
    tekan(K.Key_A, CTRL)
    tekan(K.Key_A, CTRL)
    assert kata == [[1, 2, 3], sesudah]


def test_the_caret_goes_to_the_first_paper_without_a_tick(tampil):
    daftar = tampil(4, [1, 2])
    tekan(K.Key_Down)
    daftar.sesudah.setFocus()
    daftar.fokus_belum()
    assert QApplication.focusWidget() is daftar.list_kotak()[2]
    tekan(K.Key_A, CTRL)
    daftar.sesudah.setFocus()
    daftar.fokus_belum()  # all ticked: where it stood
    assert QApplication.focusWidget() is daftar.list_kotak()[2]


def test_tab_comes_from_the_field_before_and_goes_on_after_one_press(tampil):
    daftar = tampil(5)
    daftar.sebelum.setFocus()
    tekan(K.Key_Tab)
    assert QApplication.focusWidget() is daftar.list_kotak()[0]
    tekan(K.Key_Tab)
    assert QApplication.focusWidget() is daftar.sesudah


def test_it_is_as_high_as_its_papers_and_scrolls_without_room(tampil):
    daftar = tampil(3)
    terakhir = daftar.list_kotak()[-1].parentWidget()
    bawah = terakhir.mapTo(daftar, terakhir.rect().bottomLeft()).y()
    assert 0 <= daftar.height() - bawah < 8
    assert daftar.sesudah.y() - (daftar.y() + daftar.height()) < 20
    daftar = tampil(30)
    assert daftar.window().height() == 520
    tekan(K.Key_Up)
    for _ in range(29):
        tekan(K.Key_Down)
    kotak = daftar.list_kotak()[-1]
    assert kotak.hasFocus()
    assert daftar.viewport().rect().contains(kotak.mapTo(daftar, kotak.rect().center()))


def test_names_that_wrap_need_more_room(tampil, qtbot):
    daftar = tampil(3)
    daftar.set_berkas([BerkasCentang("a", "Surat pernyataan " * 12)], ())
    QApplication.processEvents()
    lebar = daftar.height()
    daftar.window().resize(260, 520)
    qtbot.waitUntil(lambda: daftar.height() > lebar)
    qtbot.waitUntil(lambda: not daftar.verticalScrollBar().isVisible())


def test_an_empty_list_takes_no_caret(qapp):
    daftar = CentangBerkas("Berkas")
    daftar.fokus()
    daftar.fokus_belum()
    assert (daftar.kode(), daftar.list_kotak()) == (frozenset(), ())
    assert daftar.sizeHint().height() >= 0
