"""A scanned receipt opens its case from every tab; a scan of something else changes nothing."""

from __future__ import annotations

import itertools

import pytest
from flows.loket import CTRL, ENTER, K
from flows.siap import kk_diterima, mulai
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.papan_pemindai import Keyboard

from sooko_desk.ui.jendela import JENDELA_LAIN_TERBUKA
from sooko_desk.ui.kit.pesan_depan import PesanDepan
from sooko_desk.ui.pemindai import BUKAN_TANDA_BUKTI

KODE = "TB-KK-2026-00001"


SAAT = itertools.count(1_000, 10_000)


class Pemindai(Keyboard):
    """The program's loop rests between two keys, as with a real scanner."""

    def event(self, *key):
        QApplication.processEvents()
        super().event(*key)


def pindai(kode=KODE):
    """Ten seconds after the scan before it."""
    Pemindai(next(SAAT)).scan(kode)


@pytest.fixture
def diterima(loket):
    return mulai(loket, kk_diterima)


@pytest.mark.parametrize("tab", range(1, 6))
def test_a_scanned_receipt_opens_its_case(diterima, tab):
    loket = diterima
    loket.buka_tab(tab)
    pindai()
    assert loket.jendela.kerja.tab.currentWidget() is loket.jendela.kerja.kelengkapan
    assert loket.panel.permohonan_id == 1


def test_a_code_that_is_not_in_this_register_is_told(diterima):
    loket = diterima
    loket.buka_tab(1)
    pindai("TB-KK-2026-09999")
    assert "tidak ada dalam register" in loket.jendela.kerja.spanduk.teks
    pindai("8992753102207")  # the bar code of a parcel
    assert loket.jendela.kerja.spanduk.teks == BUKAN_TANDA_BUKTI


def test_a_finished_or_unreadable_place_stays_closed(diterima):
    loket = diterima
    loket.buka_tab(1)
    loket.isi_kk(nama="Orang Kedua", nik="3516131708459002")
    sebelum = loket.jendela.kerja.penerimaan.baca_form()
    pindai()
    loket.buka_tab(1)
    assert loket.jendela.kerja.penerimaan.baca_form() == sebelum
    loket.tekan(ENTER, CTRL)
    loket.tunggu_cetak()
    dialog = loket.jendela.pencetak.dialog
    pindai()
    assert loket.jendela.kerja.tab.currentWidget() is loket.jendela.kerja.penerimaan
    assert dialog.findChild(PesanDepan).teks == JENDELA_LAIN_TERBUKA
    pindai("8992753102207")
    assert dialog.findChild(PesanDepan).teks == BUKAN_TANDA_BUKTI
    loket.tutup_cetak()
    assert loket.jendela.kerja.spanduk.isHidden()


def test_a_scan_before_the_pin_asks_for_the_pin_and_types_nothing(diterima, qtbot):
    loket = diterima
    loket.tekan(K.Key_F12)
    masuk = loket.jendela.masuk
    for teks in (KODE, "8992753102207"):
        pindai(teks)
        pesan = loket.jendela.findChild(PesanDepan)
        assert pesan.isVisible()
        assert pesan.teks.endswith("Masuk dulu dengan PIN, lalu pindai lagi.")
        assert masuk.pin.input.text() == ""
    lebar = pesan.width()
    loket.jendela.resize(1040, 560)
    qtbot.waitUntil(lambda: pesan.width() < lebar)
    assert pesan.height() < 50  # one line
    pewaktu = pesan.findChild(QTimer)
    assert pewaktu.isActive()
    with qtbot.waitSignal(pesan.destroyed):
        pewaktu.start(0)  # its seconds have gone


def test_the_settings_open_by_a_key_and_every_tab_follows(diterima):
    loket = diterima
    loket.tekan(K.Key_F10)
    dialog = loket.fokus().window()
    assert [dialog.tab.tabText(n) for n in range(3)] == [
        "Daftar syarat",
        "Jam kantor",
        "Hari libur",
    ]
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: loket.fokus().window() is loket.jendela)
