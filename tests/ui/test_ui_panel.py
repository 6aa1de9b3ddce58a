"""The open case on every screen of the office: family, priority, a return, and long names."""

from __future__ import annotations

import uuid

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.antrean_kasi import NAMA, selesaikan, terima
from flows.loket import ENTER, K, Loket
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from ui.ukuran_uji import list_terpotong

from sooko_desk.ui.panel_permohonan import TINGGI_RIWAYAT

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


def test_a_long_wait_is_told_in_working_days_in_the_queue_and_in_the_open_case(loket):
    loket.ganti(PIN_KASI)
    loket.jendela.kerja.buka_permohonan(1)
    kolom = loket.tab.model.kolom[1]
    baris = [loket.tab.model.row(n) for n in range(loket.tab.model.rowCount())]
    assert {kolom.nilai(b) for b in baris if not b.ringkasan.menunggu} == {"4 hari"}
    assert loket.panel.waktu.teks == "4 hari kerja, batas 10 menit · terlambat"


def test_the_head_of_the_queue_tells_what_waits_as_the_tab_does(loket):
    loket.ganti(PIN_KASI)
    loket.buka_tab(2)
    kartu = loket.tab._kartu
    assert kartu.accessibleName() == "Antrean · 8 menunggu"
    assert kartu._subjudul.text() == "1 dikembalikan ke pemohon"
    assert loket.jendela.kerja.tab.tabText(1) == "Kelengkapan (8)"
    assert loket.tab.model.rowCount() == 8 + 1


@pytest.mark.parametrize("ukuran", UKURAN)
def test_the_newest_event_of_the_story_is_seen_from_its_head(loket, ukuran):
    loket.ganti(PIN_KASI)
    loket.jendela.resize(*ukuran)
    for nomor in (3, 9):  # sent back with three papers named; part of a large visit
        loket.jendela.kerja.buka_permohonan(nomor)
        QApplication.processEvents()
        riwayat = loket.panel.riwayat
        assert riwayat.height() >= TINGGI_RIWAYAT
        kepala = riwayat.widget().children()[-1].mapTo(riwayat.viewport(), QPoint(0, 0))
        assert 0 <= kepala.y() <= riwayat.viewport().height() - 40


def test_a_low_screen_keeps_the_weightiest_case_of_a_family_and_a_way_to_the_others(loket):
    loket.ganti(PIN_KASI)
    for tinggi, banyak in ((728, 3), (560, 2), (728, 3)):
        loket.jendela.resize(1366, tinggi)
        loket.jendela.kerja.buka_permohonan(9)
        QApplication.processEvents()
        kalimat = loket.panel.kerabat.kalimat
        assert len(kalimat) == banyak
        assert kalimat[0].startswith("KK ORANG DUA")
        assert kalimat[-1].startswith(f"{6 - banyak} permohonan lain")


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


@pytest.mark.parametrize("ukuran", UKURAN)
def test_both_numbers_of_a_case_say_what_they_are_and_are_not_cut(loket, ukuran):
    loket.buka_tab(1)  # what is shown later is laid out while it is hidden
    loket.jendela.resize(*ukuran)
    loket.jendela.kerja.buka_permohonan(1)
    QApplication.processEvents()
    tab = loket.tab
    assert tab is loket.jendela.kerja.register
    assert tab._kartu.accessibleName() == "Tanda bukti TB-KK-2026-00001"
    assert tab.fakta.teks("Nomor tanda bukti").startswith("471.14/TB-1/")
    assert tab.fakta.teks("Register").startswith("471.14/1/")
    assert list_terpotong(loket.jendela) == []


def test_words_under_a_scroll_bar_count_as_cut(qtbot):
    gulir = QScrollArea()
    qtbot.addWidget(gulir)
    gulir.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    halaman = QWidget()
    halaman.resize(300, 900)
    kanan, bawah = QLabel("1125 9001", halaman), QLabel("jauh di bawah", halaman)
    kanan.move(160, 0)
    bawah.move(0, 800)
    gulir.setWidget(halaman)
    gulir.resize(200, 100)
    gulir.show()
    assert list_terpotong(gulir) == ["outside: 1125 9001"]
