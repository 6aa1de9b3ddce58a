"""Ctrl+F: the forms that fit the case, why another does not, and choosing by keyboard alone."""

from __future__ import annotations

import pytest
from builders import NIK
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from sooko_desk.domain.errors import UserError
from sooko_desk.services.cetak_formulir import KodeFormulir
from sooko_desk.ui.pilih_formulir import PilihFormulir

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Rusak:
    """A register that cannot be read."""

    def list_tawaran(self, _permohonan_id):
        raise UserError("Register tidak terbaca.")


@pytest.fixture
def buka(kantor, induk, tampil_bebas):
    """Open the window; what was chosen is told in `dipilih`."""
    bawaan = kantor.meja.cetak_formulir

    def buka(permohonan=None, service=bawaan):
        nomor = permohonan.ringkasan.id if permohonan else None
        dialog = PilihFormulir(service, nomor, induk)
        dialog.diambil = []
        dialog.dipilih.connect(lambda kode, kosong: dialog.diambil.append((kode, kosong)))
        return tampil_bebas(dialog)

    return buka


def baris(dialog):
    model = dialog.model
    return [(model.row(n).kode.value, model.index(n, 2).data()) for n in range(model.rowCount())]


def test_the_forms_of_a_case_are_listed_and_the_first_that_fits_is_chosen(kantor, buka):
    dialog = buka(kantor.terima(jenis="I.B.3"))
    assert baris(dialog) == [
        ("F-1.01", "Kosong saja"),
        ("F-1.02", "Dapat diisi"),
        ("F-1.06", "Dapat diisi"),
    ]
    assert dialog.tabel.baris().kode is KodeFormulir.F102
    assert dialog.terisi.isEnabled()
    assert QApplication.focusWidget() is dialog.tabel


def test_enter_takes_the_form_filled_in_and_closes(kantor, buka):
    dialog = buka(kantor.terima())
    diambil = dialog.diambil
    QTest.keyClick(dialog.tabel, K.Key_Down)
    QTest.keyClick(dialog.tabel, K.Key_Return)
    assert diambil == [(KodeFormulir.F102, False)]
    assert not dialog.isVisible()


def test_ctrl_k_takes_a_blank_form_also_one_that_does_not_fit(kantor, buka):
    dialog = buka(kantor.terima())
    diambil = dialog.diambil
    QTest.keyClick(dialog.tabel, K.Key_End)
    assert not dialog.terisi.isEnabled()
    QTest.keyClick(dialog.tabel, K.Key_K, CTRL)
    assert diambil == [(KodeFormulir.F106, True)]


def test_a_form_that_does_not_fit_says_why_and_stays_open(kantor, buka):
    dialog = buka(kantor.terima())
    QTest.keyClick(dialog.tabel, K.Key_End)
    QTest.keyClick(dialog.tabel, K.Key_Return, CTRL)
    assert dialog.diambil == []
    assert "tidak mengubah elemen data" in dialog.keterangan.text()
    assert "tidak mengubah elemen data" in dialog.spanduk.teks
    assert "Ctrl+K" in dialog.spanduk.teks
    assert dialog.spanduk.isVisible()
    QTest.keyClick(dialog.tabel, K.Key_Up)
    assert not dialog.spanduk.isVisible()


def test_without_a_case_the_forms_are_blank(buka):
    dialog = buka()
    assert {keadaan for _, keadaan in baris(dialog)} == {"Kosong saja"}
    diambil = dialog.diambil
    QTest.mouseClick(dialog.kosong, Qt.MouseButton.LeftButton)
    assert diambil == [(KodeFormulir.F101, True)]


def test_the_main_button_takes_the_form(kantor, buka):
    dialog = buka(kantor.terima())
    diambil = dialog.diambil
    QTest.mouseClick(dialog.terisi, Qt.MouseButton.LeftButton)
    assert diambil == [(KodeFormulir.F101, False)]


def test_escape_takes_nothing(kantor, buka):
    dialog = buka(kantor.terima())
    diambil = dialog.diambil
    QTest.keyClick(dialog.tabel, K.Key_Escape)
    assert not dialog.isVisible()
    assert diambil == []


def test_a_register_that_cannot_be_read_is_told(buka):
    dialog = buka(service=Rusak())
    assert dialog.spanduk.teks == "Register tidak terbaca."
    for tombol, tambahan in ((K.Key_Return, CTRL), (K.Key_K, CTRL)):
        QTest.keyClick(dialog.tabel, tombol, tambahan)
    assert dialog.diambil == []
    assert not dialog.terisi.isEnabled()
    assert not dialog.kosong.isEnabled()


def test_no_number_of_a_person_is_shown(kantor, buka):
    dialog = buka(kantor.sampai(kantor.terima(), "verifikasi"))
    assert not [w for w in dialog.findChildren(QLabel) if NIK in w.text()]


@pytest.mark.parametrize("ukuran", [(1040, 560), (760, 420)])
def test_the_window_fits_the_smallest_screen(kantor, buka, ukuran):
    dialog = buka(kantor.terima())
    terkecil = dialog.minimumSizeHint()
    assert terkecil.width() <= ukuran[0]
    assert terkecil.height() <= ukuran[1]
