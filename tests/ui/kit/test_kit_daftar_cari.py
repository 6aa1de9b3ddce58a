"""The list with a search field, and its boxes, apart from the windows that have it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.kit.centang_baris import CentangBaris
from sooko_desk.ui.kit.daftar_cari import DaftarCari
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.tabel import Kolom

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Orang:
    id: int
    nama: str
    desa: str = "a"


ORANG = (Orang(1, "Ani TB-KK-2026-00001"), Orang(2, "Budi", "b"), Orang(3, "Ani Budi", "b"))


@pytest.fixture
def daftar(qapp, qtbot):
    centang = CentangBaris(lambda o: o.id, "dipilih")
    daftar = DaftarCari(
        (centang.kolom, Kolom("Nama", lambda o: o.nama)),
        lambda o: o.id,
        lambda o: o.nama,
        "Orang",
    )
    qtbot.addWidget(daftar)
    centang.pasang(daftar)
    daftar.centang = centang
    daftar.desa = Pilihan("Semua")
    daftar.desa.set_pilihan((("a", "Japan"), ("b", "Gemekan")))
    daftar.pasang_pilihan(daftar.desa, lambda o: o.desa, "Kosongkan desanya.")
    daftar.set_kosong("inbox", "Belum ada orang", "Tambah dulu.")
    daftar.set_baris(ORANG)
    daftar.resize(500, 300)
    daftar.show()
    daftar.activateWindow()
    assert QTest.qWaitForWindowActive(daftar)
    daftar.cari.setFocus()
    return daftar


def tekan(tombol, tambahan=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), tombol, tambahan)


def tampak(daftar):
    return [o.id for o in daftar.tampak()]


def test_words_in_any_order_a_code_and_a_choice_narrow_it_down(daftar):
    kata = []
    daftar.disaring.connect(lambda: kata.append(tampak(daftar)))
    QTest.keyClicks(daftar.cari, "bud an")
    assert tampak(daftar) == [3]
    assert daftar.bersihkan()
    assert not daftar.bersihkan()
    QTest.keyClicks(daftar.cari, "tb'kk'2026'00001")
    assert tampak(daftar) == [1]
    daftar.bersihkan()
    tekan(K.Key_Tab)
    QTest.keyClicks(daftar.desa, "gem")
    tekan(K.Key_Return)
    assert tampak(daftar) == [2, 3]
    assert kata[-1] == [2, 3]
    daftar.cari.setFocus()
    QTest.keyClicks(daftar.cari, "zzz")
    assert daftar.tabel._kosong[1:] == ("Tidak ditemukan", "Kosongkan desanya.")
    daftar.set_baris(())
    assert daftar.tabel._kosong[1] == "Belum ada orang"


def test_a_row_that_is_hidden_is_shown_to_be_chosen_and_one_that_is_not_there_is_not(daftar):
    QTest.keyClicks(daftar.cari, "budi")
    assert daftar.pilih(1)
    assert daftar.cari.text() == ""
    assert daftar.tabel.baris().id == 1
    daftar.desa.set_kode("b")
    daftar.set_baris(ORANG)
    assert daftar.pilih(1)
    assert daftar.desa.kode() == ""
    assert not daftar.pilih(9)
    assert not daftar.is_ada(9)
    daftar.ke_baris(9)
    assert daftar.tabel.baris().id == 1


def test_ticks_stay_while_they_are_hidden_and_go_with_their_row(daftar):
    kata = []
    daftar.centang.berubah.connect(lambda: kata.append("berubah"))
    tekan(K.Key_Down)
    tekan(K.Key_Space)
    assert [o.id for o in daftar.centang.pilah(ORANG)] == [1]
    QTest.keyClicks(daftar.tabel, "budi")
    tekan(K.Key_Down)
    tekan(K.Key_A, CTRL)
    assert [o.id for o in daftar.centang.pilah(ORANG)] == [1, 2, 3]
    tekan(K.Key_A, CTRL)
    assert [o.id for o in daftar.centang.pilah(ORANG)] == [1]
    assert daftar.model.index(0, 0).data() == ""
    daftar.bersihkan()
    assert daftar.model.index(0, 0).data() == "dipilih"
    daftar.centang.batasi(ORANG[1:])
    assert daftar.centang.pilah(ORANG) == ()
    assert len(kata) == 3
    daftar.centang.centang(2)
    assert daftar.centang.lepas()
    assert not daftar.centang.lepas()


def test_a_click_on_a_box_ticks_and_a_click_on_words_only_chooses(daftar):
    def klik(kolom):
        tempat = daftar.tabel.visualRect(daftar.model.index(1, kolom)).center()
        QTest.mouseClick(daftar.tabel.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(tempat))

    klik(1)
    assert daftar.centang.pilah(ORANG) == ()
    klik(0)
    assert daftar.centang.pilah(ORANG) == (ORANG[1],)
    daftar.grab()
    klik(0)
    assert daftar.centang.pilah(ORANG) == ()


def test_space_in_an_empty_list_ticks_nothing(daftar):
    daftar.set_baris(())
    daftar.tabel.setFocus()
    tekan(K.Key_Space)
    tekan(K.Key_A, CTRL)
    assert daftar.centang.pilah(ORANG) == ()
