"""A disk that takes half a minute for a write: what is pressed meanwhile does nothing."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import CTRL, ENTER, NAMA, K
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.kit.pesan_depan import PesanDepan
from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.penahan_masukan import PenahanMasukan, sebut_lambat


class Cakram:
    """The register's disk: the next COMMIT takes `lama` seconds, and hands press `tekan` meanwhile.

    What the system queues while a window does not answer is delivered when it does again.

    Attributes:
        penunjuk: the shape of the pointer while it wrote.
    """

    def __init__(self, loket, lama, *tekan):
        self._loket = loket
        self._lama = lama
        self._tekan = tekan
        self.penunjuk = []
        self._koneksi = loket.store._db.connection()
        self._koneksi.set_trace_callback(self._lihat)

    def _lihat(self, perintah):
        if perintah == "COMMIT" and self._tekan:
            self._loket.detik += self._lama
            self.penunjuk.append(QGuiApplication.overrideCursor().shape())
            for satu in self._tekan:
                QTimer.singleShot(0, satu)
            self._tekan = ()


def tombol_simpan(loket):
    semua = loket.jendela.kerja.penerimaan.findChildren(Tombol)
    return next(t for t in semua if t.text().startswith("Simpan"))


def tekan(tombol, *tambahan):
    return lambda: QTest.keyClick(QApplication.focusWidget(), tombol, *tambahan)


def klik(widget):
    """By the way that a real click takes: to the window, which finds what lies there."""
    jendela, di = widget.window(), widget.rect().center()
    sini = widget.mapTo(jendela, di)
    kiri, tanpa = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return lambda: QTest.mouseClick(jendela.windowHandle(), kiri, tanpa, sini)


def tulis(loket, penahan, lama):
    """A write that takes so many seconds."""
    penahan.mulai()
    loket.detik += lama
    penahan.selesai()


@pytest.fixture
def penahan(loket):
    loket.buka(PIN_OPERATOR)
    return loket.jendela.findChild(PenahanMasukan)


def tunggu_dengar(loket, penahan):
    loket.tangan.tunggu(lambda: not penahan.tuli)
    depan = QApplication.activeModalWidget() or loket.jendela
    return [p.teks for p in depan.findChildren(PesanDepan)]


def test_a_second_press_while_the_disk_stands_still_saves_and_prints_nothing(loket, penahan):
    loket.isi_kk()
    simpan = tombol_simpan(loket)
    tombol = (tekan(ENTER, CTRL), klik(simpan), tekan(ENTER), tekan(K.Key_2, CTRL))
    cakram = Cakram(loket, 30, *tombol)
    loket.tekan(ENTER, CTRL)
    assert penahan.tuli
    assert cakram.penunjuk == [Qt.CursorShape.WaitCursor]
    assert QGuiApplication.overrideCursor() is None
    dialog = loket.tunggu_cetak()
    assert tunggu_dengar(loket, penahan) == [sebut_lambat(30, dibuang=True)]
    assert loket.jumlah() == 1
    assert dialog.isVisible()
    assert loket.tercetak == []
    loket.tutup_cetak()
    assert loket.tab is loket.jendela.kerja.penerimaan
    assert loket.tab.is_kosong()


def test_after_a_quick_write_every_key_counts(loket, penahan):
    loket.ke_bidang("catatan")
    loket.ketik("besok")
    tulis(loket, penahan, 0.1)
    assert not penahan.tuli
    loket.tekan(K.Key_F5)
    assert loket.jendela.kerja.penerimaan.parkir.jumlah == 1


def test_letters_for_a_field_stay_up_to_the_first_key_that_is_thrown_away(loket, penahan):
    kolom = loket.bidang["catatan"].input
    loket.ke_bidang("catatan")
    tulis(loket, penahan, 2)
    loket.ketik("besok")
    loket.tekan(K.Key_Backspace)
    loket.tekan(K.Key_F5)  # parks the form
    loket.ketik("hilang")
    klik(tombol_simpan(loket))()
    assert tunggu_dengar(loket, penahan) == [sebut_lambat(2, dibuang=True)]
    assert kolom.text() == "beso"
    assert loket.jendela.kerja.penerimaan.parkir.jumlah == 0
    loket.ketik("k")
    assert kolom.text() == "besok"


def test_a_slow_write_during_which_nobody_pressed_is_told_without_more(loket, penahan):
    penahan.mulai()
    penahan.mulai()  # one that mends the search index within another
    loket.detik += 5
    penahan.selesai()
    assert not penahan.tuli
    penahan.selesai()
    assert tunggu_dengar(loket, penahan) == [sebut_lambat(5, dibuang=False)]
    assert "Tombol" not in sebut_lambat(5, dibuang=False)


def test_a_second_slow_write_makes_the_ears_stay_closed(loket, penahan):
    for lama in (2, 3):
        tulis(loket, penahan, lama)
        assert penahan.tuli
    assert tunggu_dengar(loket, penahan) == [sebut_lambat(3, dibuang=False)]


def test_the_number_is_the_same_when_the_act_is_done_again_after_the_wait(loket, penahan):
    """The token of the form decides, whatever reaches the services twice."""
    loket.isi_kk()
    form = loket.jendela.kerja.penerimaan.baca_form()
    Cakram(loket, 30, tekan(ENTER, CTRL))
    loket.tekan(ENTER, CTRL)
    loket.tunggu_cetak()
    tunggu_dengar(loket, penahan)
    sekali = loket.permohonan(1)
    lagi = loket.meja.penerimaan.terima(form, loket.jendela.kerja.petugas)
    assert loket.jumlah() == 1
    assert lagi.ringkasan.nomor_tanda_bukti == sekali.ringkasan.nomor_tanda_bukti
    assert lagi.ringkasan.pemohon.nama == NAMA.upper()
    loket.tutup_cetak()
