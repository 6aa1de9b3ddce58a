"""A scanned receipt opens its case from every tab; a scan of something else changes nothing."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import CTRL, ENTER, K

ASING = "Kode yang dipindai bukan tanda bukti Sooko Desk."


@pytest.fixture
def diterima(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    return loket


@pytest.mark.parametrize("tab", range(1, 6))
def test_a_scanned_receipt_opens_its_case(diterima, tab):
    loket = diterima
    loket.buka_tab(tab)
    loket.jendela.pemindai.terpindai.emit("TB-KK-2026-00001")
    assert loket.jendela.kerja.tab.currentWidget() is loket.jendela.kerja.kelengkapan
    assert loket.panel.permohonan_id == 1


def test_a_code_that_is_not_in_this_register_is_told(diterima):
    loket = diterima
    loket.jendela.pemindai.terpindai.emit("TB-KK-2026-09999")
    assert "tidak ada dalam register" in loket.jendela.kerja.spanduk.teks
    loket.jendela.pemindai.asing.emit(ASING)
    assert loket.jendela.kerja.spanduk.teks == ASING


def test_a_finished_or_unreadable_place_stays_closed(diterima):
    loket = diterima
    loket.buka_tab(1)
    loket.isi_kk(nama="Orang Kedua", nik="3516131708459002")
    sebelum = loket.jendela.kerja.penerimaan.baca_form()
    loket.jendela.pemindai.terpindai.emit("TB-KK-2026-00001")
    loket.buka_tab(1)
    assert loket.jendela.kerja.penerimaan.baca_form() == sebelum
    loket.tekan(ENTER, CTRL)
    loket.tunggu_cetak()
    loket.jendela.pemindai.terpindai.emit("TB-KK-2026-00001")  # a dialog stands before it
    assert loket.jendela.kerja.tab.currentWidget() is loket.jendela.kerja.penerimaan
    loket.tutup_cetak()


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
