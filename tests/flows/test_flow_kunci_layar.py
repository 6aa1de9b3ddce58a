"""The lock of the screen: it comes by itself, covers every window, and nothing below it moves."""

from __future__ import annotations

import shiboken6
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, SHIFT, K, kirim_hapusan
from flows.siap import kk_lengkap, mulai_entri
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from sooko_desk.ui.cetak.tugas import PrinterTersedia
from sooko_desk.ui.gangguan import DialogGangguan
from sooko_desk.ui.halaman_masuk import JUDUL_KUNCI
from sooko_desk.ui.kit.penutup import Penutup
from sooko_desk.ui.kit.pesan_depan import PesanDepan
from sooko_desk.ui.kunci_layar import JendelaKunci
from sooko_desk.ui.pengaturan.dialog import DialogPengaturan

DIAM = 3 * 60


def tunggu_kunci(loket):
    """Nobody touches anything for three minutes."""
    loket.detik += DIAM
    loket.jendela.kunci.detak.timeout.emit()
    QApplication.processEvents()
    return QApplication.activeModalWidget()


def buka_kunci(loket, pin):
    loket.ketik(pin)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: not loket.jendela.kunci.terkunci)
    kirim_hapusan()


def list_penutup(jendela):
    """Covers of this window alone."""
    return jendela.findChildren(Penutup, options=Qt.FindChildOption.FindDirectChildrenOnly)


def terkunci(loket):
    """The lock lies in front and every other window is covered."""
    depan = QApplication.activeModalWidget()
    assert isinstance(depan, JendelaKunci)
    assert depan.geometry() == loket.jendela.geometry()
    lain = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not depan]
    for satu in lain:
        (penutup,) = list_penutup(satu)
        assert penutup.rect() == satu.rect()
        tengah = satu.childAt(satu.width() // 2, satu.height() // 2)
        assert tengah is penutup or penutup.isAncestorOf(tengah)
    return len(lain)


def test_after_three_quiet_minutes_the_screen_is_locked_and_the_form_stays(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_bidang("nama", "")
    loket.ketik("Suwarti Ningsih")
    loket.tekan(K.Key_Left, kali=4)
    loket.tekan(K.Key_Left, SHIFT, kali=3)
    isian = loket.bidang["nama"].input
    sebelum = isian.text(), isian.cursorPosition(), isian.selectedText()
    assert sebelum[2] != ""
    tunggu_kunci(loket)
    assert terkunci(loket) == 1
    halaman = loket.jendela.kunci.halaman
    assert halaman._kartu.accessibleName() == JUDUL_KUNCI
    assert halaman._terpilih().nama == NAMA_OPERATOR
    assert loket.fokus() is halaman.pin.input
    buka_kunci(loket, PIN_OPERATOR)
    assert loket.fokus() is isian
    assert (isian.text(), isian.cursorPosition(), isian.selectedText()) == sebelum
    assert loket.jendela.findChildren(Penutup) == []
    loket.ketik("X")
    assert "X" in isian.text()


def test_a_key_or_the_mouse_puts_the_lock_off(loket):
    loket.buka(PIN_OPERATOR)
    jendela = loket.jendela.windowHandle()
    for sentuh in (
        lambda: QTest.keyClick(jendela, K.Key_A),
        lambda: QTest.mouseMove(jendela, QPoint(200, 300)),
    ):
        loket.fokus()
        loket.detik += DIAM / 2 - 1
        sentuh()
        QApplication.processEvents()
        loket.detik += DIAM / 2 - 1
        loket.jendela.kunci.detak.timeout.emit()
        assert not loket.jendela.kunci.terkunci


def test_the_first_key_after_a_sleep_locks_and_types_nothing(loket):
    loket.buka(PIN_OPERATOR)
    loket.ke_bidang("nama")
    loket.detik += 8 * 60 * 60
    QTest.keyClick(loket.jendela.windowHandle(), K.Key_A)
    assert loket.jendela.kunci.terkunci
    assert loket.bidang["nama"].input.text() == ""


def test_a_key_locks_at_once_and_escape_opens_nothing(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_L, CTRL | SHIFT)
    assert terkunci(loket) == 1
    loket.tekan(K.Key_Escape)
    assert loket.jendela.kunci.terkunci
    loket.tekan(K.Key_F12)
    loket.tekan(K.Key_1, CTRL)
    assert terkunci(loket) == 1
    loket.ketik("000007")
    loket.tekan(ENTER)
    pin = loket.jendela.kunci.halaman.pin
    loket.tangan.tunggu(lambda: pin.pesan.startswith("PIN salah"))
    assert loket.jendela.kunci.terkunci
    buka_kunci(loket, PIN_OPERATOR)


def test_a_dialog_with_half_a_sentence_is_covered_and_kept(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_G, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogGangguan)
    fokus = loket.fokus()
    loket.fokus()
    QTest.keyClick(dialog.windowHandle(), K.Key_L, CTRL | SHIFT)
    assert terkunci(loket) == 2
    buka_kunci(loket, PIN_OPERATOR)
    assert QApplication.activeModalWidget() is dialog
    assert list_penutup(dialog) == []
    assert loket.fokus() is fokus
    loket.tekan(K.Key_Escape)


def test_another_officer_does_not_get_the_dialogs_of_the_one_before(loket):
    loket.buka(PIN_KASI)
    loket.tekan(K.Key_F10)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogPengaturan)
    dialog.tab.setCurrentIndex(6)
    loket.tekan(K.Key_Tab)
    loket.ketik("9")  # it would ask before it closes
    tunggu_kunci(loket)
    halaman = loket.jendela.kunci.halaman
    assert halaman._terpilih().nama == NAMA_KASI
    loket.tekan(K.Key_Up)
    buka_kunci(loket, PIN_OPERATOR)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))
    assert QApplication.activeModalWidget() is None
    assert loket.jendela.kerja.petugas.nama == NAMA_OPERATOR
    assert loket.jendela.findChildren(Penutup) == []


def test_a_print_goes_on_behind_the_lock(loket):
    loket.printer = (PrinterTersedia("Loket"),)
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    dialog = loket.tunggu_cetak()
    loket.tangan.tunggu(lambda: dialog.keadaan.name == "SIAP")
    loket.sampai.clear()
    loket.tekan(K.Key_P, CTRL)
    tunggu_kunci(loket)
    assert terkunci(loket) == 2
    loket.sampai.set()
    loket.tangan.tunggu(lambda: dialog.keadaan.name == "MENUNGGU_JAWABAN")
    assert len(loket.tercetak) == 1
    buka_kunci(loket, PIN_OPERATOR)
    assert QApplication.activeModalWidget() is dialog
    loket.tekan(K.Key_Y)
    loket.tangan.tunggu(lambda: loket.jendela.pencetak.dialog is None)


def test_a_window_that_comes_up_behind_the_lock_is_covered_too(loket):
    loket.buka(PIN_OPERATOR)
    tunggu_kunci(loket)
    muncul = QDialog(loket.jendela)
    muncul.resize(300, 200)
    muncul.open()
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), JendelaKunci))
    assert terkunci(loket) == 2
    buka_kunci(loket, PIN_OPERATOR)
    assert QApplication.activeModalWidget() is muncul
    muncul.close()


def test_a_menu_is_closed_by_the_lock(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_F11)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    tunggu_kunci(loket)
    assert QApplication.activePopupWidget() is None
    assert terkunci(loket) == 1


def test_the_strip_and_the_clipboard_are_locked_and_come_back(loket):
    mulai_entri(loket, kk_lengkap)
    loket.tekan(K.Key_F4)
    strip = loket.jendela.pendamping.jendela
    strip.salin()
    assert QApplication.clipboard().text() != ""
    loket.jendela.activateWindow()
    tunggu_kunci(loket)
    assert strip.terkunci.isVisible()
    assert QApplication.clipboard().text() == ""
    buka_kunci(loket, PIN_OPERATOR)
    assert strip.lembar.isVisible()
    strip.close()


def test_on_the_page_of_sign_in_the_lock_only_closes_the_way_back(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_F12)
    loket.detik += DIAM
    loket.jendela.kunci.detak.timeout.emit()
    assert not loket.jendela.kunci.terkunci
    loket.tekan(K.Key_Escape)
    assert loket.jendela.masuk.isVisible()
    loket.tangan.masuk(PIN_KASI)
    assert not loket.jendela.kunci.terkunci


def test_before_anybody_signs_in_there_is_nothing_to_lock(loket):
    loket.buka()
    loket.detik += DIAM
    loket.jendela.kunci.detak.timeout.emit()
    QTest.keyClick(loket.jendela.windowHandle(), K.Key_L, CTRL | SHIFT)
    assert not loket.jendela.kunci.terkunci
    loket.masuk(PIN_OPERATOR)


def test_a_scan_in_front_of_the_lock_is_told_to_sign_in_first(loket):
    loket.buka(PIN_OPERATOR)
    tunggu_kunci(loket)
    loket.jendela.pemindai.terpindai.emit("TB-KK-2026-00001")
    (kabar,) = QApplication.activeModalWidget().findChildren(PesanDepan)
    assert "Masuk dulu dengan PIN" in kabar.teks


def test_the_kasi_is_told_of_tries_at_the_locked_screen(loket):
    loket.buka(PIN_KASI)
    tunggu_kunci(loket)
    pin = loket.jendela.kunci.halaman.pin
    loket.ketik("000007")
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: pin.pesan.startswith("PIN salah"))
    buka_kunci(loket, PIN_KASI)
    assert f"{NAMA_KASI} 1 kali" in loket.jendela.kerja.salah_pin.teks


def test_the_program_can_be_closed_from_the_locked_screen(loket):
    """When Windows ends the session nothing may hold it up."""
    loket.buka(PIN_OPERATOR)
    tunggu_kunci(loket)
    depan = QApplication.activeModalWidget()
    assert depan.close()
    assert not loket.jendela.isVisible()


def test_closing_from_the_locked_screen_asks_once_for_a_half_typed_form(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_bidang("nama", "Suwarti")
    tunggu_kunci(loket)
    depan = QApplication.activeModalWidget()
    assert not depan.close()
    assert "belum disimpan" in depan.findChild(PesanDepan).teks
    assert "masuk dulu dengan PIN" in depan.findChild(PesanDepan).teks
    assert depan.close()


def test_what_is_told_behind_the_lock_waits_for_the_pin(loket):
    loket.buka(PIN_OPERATOR)
    depan = tunggu_kunci(loket)
    loket.jendela.tampilkan_galat("Tanda bukti TB-KK-2026-00001 belum tercetak.")
    QApplication.processEvents()
    assert depan.findChild(PesanDepan) is None
    buka_kunci(loket, PIN_OPERATOR)
    assert "belum tercetak" in loket.jendela.kerja.spanduk.teks


def test_the_cover_follows_the_window(loket):
    loket.buka(PIN_OPERATOR)
    tunggu_kunci(loket)
    loket.jendela.resize(1010, 600)
    QApplication.processEvents()
    assert terkunci(loket) == 1


def test_the_page_is_a_modal_one_so_that_no_key_gets_past(loket):
    loket.buka(PIN_OPERATOR)
    depan = tunggu_kunci(loket)
    assert depan.windowModality() is Qt.WindowModality.ApplicationModal


def test_a_half_typed_cell_of_a_table_keeps_its_words(loket):
    mulai_entri(loket, kk_lengkap)
    tabel = loket.panel.borang.baris["anggota_baru"].input
    tabel.setFocus()
    tabel.setCurrentIndex(tabel.model().index(0, 1))
    loket.ketik("Ay")
    sel = tabel.currentIndex()
    tunggu_kunci(loket)
    buka_kunci(loket, PIN_OPERATOR)
    assert tabel.currentIndex() == sel
    assert tabel.isAncestorOf(loket.fokus()) or loket.fokus() is tabel
    loket.ketik("u")
    loket.tekan(ENTER)
    assert str(sel.data()).upper() == "AYU"
