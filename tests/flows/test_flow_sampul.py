"""One key hides what is on the screen from a visitor; the same key brings it back as it was."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import CTRL, ENTER, NIK, SHIFT, K
from flows.siap import kk_diterima, kk_lengkap, mulai, mulai_entri
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu

from sooko_desk.ui.daftar_tombol import DaftarTombol
from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.riwayat_cetak import RiwayatCetak
from sooko_desk.ui.sampul_privasi import JUDUL


def list_titik(jendela):
    lebar, tinggi = jendela.width(), jendela.height()
    return [QPoint(x, y) for x in range(2, lebar - 2, 25) for y in range(2, tinggi - 2, 25)]


def is_tertutup(jendela):
    """Whether nothing of the window but the cover can be seen or clicked."""
    for titik in list_titik(jendela):
        widget = jendela.childAt(titik)
        while widget is not None and widget.objectName() != "sampul-privasi":
            widget = widget.parentWidget()
        if widget is None:
            return False
    return True


def is_terbuka(jendela):
    return not any(w.isVisible() and w.text() == JUDUL for w in jendela.findChildren(QLabel))


def sampul(loket):
    return loket.jendela.sampul


def test_the_key_covers_a_half_typed_form_and_uncovers_it_exactly(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_bidang("nik", NIK)
    loket.isi_bidang("nama", "Suwarti Ningsih")
    loket.ke_bidang("nama")
    masukan = loket.fokus()
    masukan.setSelection(2, 5)
    masukan.setCursorPosition(2)
    masukan.cursorForward(True, 4)
    lama = (masukan.text(), masukan.cursorPosition(), masukan.selectedText())
    assert not is_tertutup(loket.jendela)
    loket.tekan(K.Key_Space, CTRL)
    assert sampul(loket).tertutup
    assert is_tertutup(loket.jendela)
    assert QApplication.focusWidget() is masukan
    loket.ketik("xyz")
    loket.tekan(K.Key_Delete)
    loket.tekan(ENTER, CTRL)
    loket.tekan(K.Key_F12)
    loket.tekan(K.Key_2, CTRL)
    loket.tekan(K.Key_Space, CTRL)
    assert is_terbuka(loket.jendela)
    assert (masukan.text(), masukan.cursorPosition(), masukan.selectedText()) == lama
    assert QApplication.focusWidget() is masukan
    assert loket.jumlah() == 0
    loket.tekan(K.Key_End)
    loket.ketik("x")
    assert masukan.text().endswith("X")


def test_it_can_be_uncovered_with_the_mouse_and_covered_from_the_menu(loket):
    mulai(loket, kk_diterima)
    menu = loket.jendela.kerja._lain.tombol.menu()
    next(a for a in menu.actions() if a.text().startswith("Tutup layar")).trigger()
    assert is_tertutup(loket.jendela)
    loket.klik(sampul(loket)._sampul[0].findChild(Tombol))
    assert is_terbuka(loket.jendela)


@pytest.mark.parametrize(("tombol", "jenis"), [(K.Key_F7, RiwayatCetak), (K.Key_F1, DaftarTombol)])
def test_it_covers_a_dialog_and_the_window_behind_it(loket, tombol, jenis):
    mulai(loket, kk_diterima)
    loket.tekan(tombol)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, jenis)
    QTest.qWaitForWindowActive(dialog)
    loket.tekan(K.Key_Space, CTRL)
    assert is_tertutup(dialog)
    assert is_tertutup(loket.jendela)
    dialog.resize(dialog.width() + 40, dialog.height() + 40)
    assert is_tertutup(dialog)
    loket.tekan(K.Key_Escape)
    assert dialog.isVisible()  # keys go nowhere
    loket.tekan(K.Key_Space, CTRL)
    assert is_terbuka(dialog)
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is None)


def test_it_covers_the_strip_beside_siak(loket):
    mulai_entri(loket, kk_lengkap)
    loket.tekan(K.Key_F4)
    strip = loket.jendela.pendamping._jendela
    loket.tangan.tunggu(strip.isVisible)
    loket.tekan(K.Key_Space, CTRL)
    assert is_tertutup(strip)
    loket.tekan(K.Key_Space, CTRL)
    assert is_terbuka(strip)
    strip.close()


def test_a_window_that_comes_up_meanwhile_is_covered_and_a_menu_is_closed(loket):
    mulai(loket, kk_diterima)
    menu = QMenu(loket.jendela)
    menu.addAction("Suwarti")
    menu.popup(QPoint(10, 10))
    sampul(loket).tutup()
    assert not menu.isVisible()
    menu.popup(QPoint(10, 10))
    assert not menu.isVisible()
    menu.deleteLater()
    dialog = QDialog(loket.jendela)
    dialog.resize(300, 200)
    dialog.open()
    assert is_tertutup(dialog)
    loket.tekan(K.Key_Space, CTRL)
    assert is_terbuka(dialog)
    dialog.close()
    dialog.deleteLater()


def test_a_drop_down_of_names_is_covered_too(loket):
    mulai(loket, kk_diterima)
    loket.ke_bidang("nik")
    loket.ketik("3516")
    loket.tangan.tunggu(lambda: True)
    loket.tekan(K.Key_Space, CTRL)
    assert QApplication.activePopupWidget() is None
    terlihat = [
        w
        for w in QApplication.topLevelWidgets()
        if w.isVisible() and w is not loket.jendela and w.windowType() != Qt.WindowType.ToolTip
    ]
    assert terlihat == []
    assert is_tertutup(loket.jendela)
    loket.tekan(K.Key_Space, CTRL)
    assert loket.fokus().text() == "3516"


def test_the_lock_can_come_under_the_cover(loket):
    mulai(loket, kk_diterima)
    sampul(loket).tutup()
    loket.jendela.kunci.diminta.emit()
    assert is_tertutup(QApplication.activeModalWidget())
    loket.tekan(K.Key_Space, CTRL)
    loket.tangan.masuk(PIN_OPERATOR)
    assert is_terbuka(loket.jendela)
    loket.tekan(K.Key_L, CTRL | SHIFT)
    loket.tekan(K.Key_Space, CTRL)  # nothing of a citizen is there to be covered
    loket.tekan(K.Key_Space, CTRL)
    loket.tangan.masuk(PIN_OPERATOR)
    assert not sampul(loket).tertutup


def test_the_program_ends_while_it_is_covered(loket):
    mulai(loket, kk_diterima)
    loket.tekan(K.Key_Space, CTRL)
    loket.jendela.close()
    assert not sampul(loket).tertutup
