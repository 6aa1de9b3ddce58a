"""The open case on every screen of the office: family, priority, a return, and long names."""

from __future__ import annotations

import uuid

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.antrean_kasi import NAMA, selesaikan, terima
from flows.loket import ENTER, K, Loket
from PySide6.QtWidgets import QApplication
from ui.test_ui_ukuran import list_terpotong

PANJANG = "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS WIDYAWATI PRAWIROS"
NKK = "3516132111259001"
UKURAN = ((1366, 728), (1093, 614), (1040, 560))


@pytest.fixture(scope="module")
def loket(qapp, tmp_path_factory):
    """A full queue: a family of long names, a visit of six, a case that was sent back."""
    loket = Loket(tmp_path_factory.mktemp("panel")).atur_petugas().buka()
    kk = terima(loket, PANJANG, nkk=NKK, prioritas="hamil")
    ktp = {"nik": "3516131708459002", "nkk": NKK, "tunggu_id": kk, "prioritas": "difabel"}
    terima(loket, f"ADIK {PANJANG[:50]}", "KTP", **ktp)
    terima(loket, NAMA[0], "KTP", berkas=(), nik="3516131708459003", nkk="3516132111259003")
    kunjungan = uuid.uuid4().hex
    for nomor, nama in enumerate(NAMA[1:7]):
        lain = {"nik": f"351613570845901{nomor}", "nkk": f"351613211125901{nomor}"}
        terima(loket, nama, kunjungan=kunjungan, **lain)
    loket.clock.maju(4 * 24 * 60)
    loket.masuk(PIN_KASI)
    loket.pilih(NAMA[0])
    loket.ke_tombol("Tidak lengkap")
    loket.tekan(ENTER)
    yield loket
    loket.tutup()


@pytest.mark.parametrize("pin", [PIN_KASI, PIN_OPERATOR])
@pytest.mark.parametrize("ukuran", UKURAN)
@pytest.mark.parametrize("nomor", [1, 2, 3, 9])
def test_no_word_of_an_open_case_is_cut(loket, nomor, ukuran, pin):
    loket.ganti(pin)
    loket.jendela.resize(*ukuran)
    loket.jendela.kerja.buka_permohonan(nomor)
    QApplication.processEvents()
    assert loket.panel.permohonan_id == nomor
    assert (loket.jendela.width(), loket.jendela.height()) == ukuran
    assert list_terpotong(loket.jendela) == []


def test_minutes_beyond_what_the_column_holds_are_told_as_more(loket):
    loket.buka_tab(2)
    kolom = loket.tab.model.kolom[1]
    baris = [loket.tab.model.row(n) for n in range(loket.tab.model.rowCount())]
    assert {kolom.nilai(b) for b in baris if b.waktu.menit > 999} == {"999+"}
    assert all(len(kolom.nilai(b)) <= 6 for b in baris)


@pytest.mark.parametrize("berikut", [1, 3])
def test_facts_that_have_room_do_not_scroll(loket, berikut):
    loket.ganti(PIN_KASI)
    loket.jendela.resize(1366, 728)
    for nomor in (9, 2, berikut):  # a longer one between would leave its bar
        loket.jendela.kerja.buka_permohonan(nomor)
        QApplication.processEvents()
        assert not loket.panel.fakta.verticalScrollBar().isVisible()
    loket.jendela.resize(1040, 560)
    loket.jendela.kerja.buka_permohonan(1)
    QApplication.processEvents()
    assert loket.panel.fakta.verticalScrollBar().isVisible()


def test_a_finished_kk_of_a_long_name_fits_too(loket):
    selesaikan(loket, 1)
    for ukuran in UKURAN:
        loket.jendela.resize(*ukuran)
        loket.jendela.kerja.buka_permohonan(2)
        QApplication.processEvents()
        assert loket.panel.kerabat.kalimat[0].startswith("Selesai: KK RADEN")
        assert list_terpotong(loket.jendela) == []
    loket.tekan(K.Key_Escape)
