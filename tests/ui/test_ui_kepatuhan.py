"""The compliance window: service, year and month by keyboard, the open case, empty months."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.waktu import WIB
from sooko_desk.services.kepatuhan import BukuKepatuhan
from sooko_desk.ui.kepatuhan import DialogKepatuhan

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Rusak:
    """A register that cannot be read."""

    def list_buku(self):
        return (BukuKepatuhan("KK", "Kartu Keluarga (KK)", (2026,)),)

    def list_bulan(self, _layanan, _tahun):
        raise UserError("Register tidak terbaca.")


class TanpaSop:
    """An office whose SOP files are all broken."""

    def list_buku(self):
        return ()


@pytest.fixture
def buka(kantor, induk, tampil_bebas):
    """Open the window; what was chosen is told in `diambil`."""
    bawaan = kantor.meja.kepatuhan

    def buka(terbuka=None, service=bawaan):
        dialog = DialogKepatuhan(service, terbuka and terbuka.ringkasan, induk)
        dialog.diambil = []
        dialog.bulan_dipilih.connect(lambda *isi: dialog.diambil.append(isi))
        dialog.permohonan_dipilih.connect(dialog.diambil.append)
        return tampil_bebas(dialog)

    return buka


def bulan(dialog):
    """Months with cases: number -> words."""
    model = dialog.model
    semua = {model.row(n).bulan: model.index(n, 1).data() for n in range(model.rowCount())}
    return {nomor: kata for nomor, kata in semua.items() if kata != "tidak ada"}


def test_the_newest_month_with_cases_is_chosen(kantor, buka):
    kantor.sampai(kantor.terima(), "serahkan")
    kantor.sampai(kantor.terima(), "serahkan")
    kantor.clock.atur(dt.datetime(2026, 12, 1, 9, 0, tzinfo=WIB))
    dialog = buka()
    assert bulan(dialog) == {11: "2 permohonan"}
    assert dialog.tabel.baris().nama == "November"
    assert dialog.tahun.kode() == "2026"
    assert not dialog.permohonan.isVisible()
    assert QApplication.focusWidget() is dialog.tabel
    diambil = dialog.diambil
    QTest.keyClick(dialog.tabel, K.Key_Return)
    assert diambil == [("KK", 2026, 11)]
    assert not dialog.isVisible()


def test_another_service_and_year_are_a_key_away(kantor, buka):
    kantor.sampai(kantor.terima("KTP"), "di_dispendukcapil")
    kantor.clock.atur(dt.datetime(2027, 2, 1, 9, 0, tzinfo=WIB))
    dialog = buka()
    QTest.keyClick(dialog.tabel, K.Key_2, ALT)
    assert dialog.layanan.kode() == "KTP"
    assert dialog.tahun.kode() == "2027"
    assert bulan(dialog) == {}
    assert dialog.model.rowCount() == 2  # no month to come
    assert dialog.tabel.baris().nama == "Februari"
    dialog.tahun.setFocus()
    QTest.keyClick(dialog.tahun, K.Key_Down)
    assert dialog.tahun.kode() == "2026"
    assert bulan(dialog) == {11: "1 permohonan"}
    diambil = dialog.diambil
    QTest.keyClick(dialog.tabel, K.Key_Return, CTRL)
    assert diambil == [("KTP", 2026, 11)]


def test_a_month_without_cases_says_so_and_stays_open(kantor, buka):
    kantor.sampai(kantor.terima(), "serahkan")
    dialog = buka()
    QTest.keyClick(dialog.tabel, K.Key_Home)
    QTest.mouseClick(dialog.cetak, Qt.MouseButton.LeftButton)
    assert dialog.diambil == []
    assert dialog.spanduk.teks == (
        "Tidak ada permohonan KK yang tercatat di register pada Januari 2026. Pilih bulan lain."
    )
    QTest.keyClick(dialog.tabel, K.Key_End)
    assert not dialog.spanduk.isVisible()


def test_the_open_case_has_a_button_of_its_own(kantor, buka):
    permohonan = kantor.terima("KTP")
    dialog = buka(permohonan)
    assert dialog.layanan.kode() == "KTP"
    assert permohonan.ringkasan.kode_pindai in dialog.permohonan.text()
    diambil = dialog.diambil
    QTest.keyClick(dialog.tabel, K.Key_P, CTRL)
    assert diambil == [permohonan.ringkasan.id]
    assert not dialog.isVisible()


def test_without_a_case_ctrl_p_does_nothing(buka):
    dialog = buka()
    QTest.keyClick(dialog.tabel, K.Key_P, CTRL)
    assert dialog.isVisible()
    assert dialog.diambil == []


def test_escape_takes_nothing(buka):
    dialog = buka()
    diambil = dialog.diambil
    QTest.keyClick(dialog.tabel, K.Key_Escape)
    assert not dialog.isVisible()
    assert diambil == []


def test_a_register_that_cannot_be_read_is_told(buka):
    dialog = buka(service=Rusak())
    assert dialog.spanduk.teks == "Register tidak terbaca."
    QTest.keyClick(dialog.tabel, K.Key_Return, CTRL)
    assert dialog.diambil == []


def test_without_an_sop_there_is_nothing_to_choose(buka):
    dialog = buka(service=TanpaSop())
    QTest.keyClick(dialog.tabel, K.Key_Return, CTRL)
    assert dialog.model.rowCount() == 0
    assert dialog.diambil == []


def test_months_sort_by_calendar_and_by_count(kantor, buka):
    kantor.sampai(kantor.terima(), "serahkan")
    dialog = buka()
    dialog.tabel.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert dialog.model.row(0).nama == "November"
    dialog.tabel.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert dialog.model.row(0).nama == "Januari"


def test_the_window_fits_the_smallest_screen(kantor, buka):
    terkecil = buka(kantor.terima()).minimumSizeHint()
    assert terkecil.width() <= 1040
    assert terkecil.height() <= 560
