"""The queue after a decision: on to the next case, the way back at hand, one count everywhere."""

from __future__ import annotations

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.antrean_kasi import NAMA, isi, selesaikan, tanda_tangan, terima, tolak
from flows.loket import CTRL, ENTER, SHIFT, K
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.sop import SELESAI

KIRI, POLOS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
KECIL = (1040, 560)


def pilih(loket, nomor):
    """Go down the list to a case and open it."""
    loket.pilih(NAMA[nomor - 1])
    assert dibuka(loket) == nomor


def dibuka(loket):
    """Id of the case that is chosen and shown."""
    baris = loket.tab.daftar.baris()
    assert baris.ringkasan.id == loket.panel.permohonan_id
    return baris.ringkasan.id


def kembalikan(loket, cara):
    """Record "Tidak lengkap" on the case that is open: by its button, by its key, by mark."""
    if cara == "tombol":
        loket.klik(loket.panel.hasil.tombol["tidak_lengkap"])
    elif cara == "kunci":
        loket.tekan(ENTER, CTRL | SHIFT)
        loket.tekan(ENTER)
        tanda_tangan(loket)
    else:
        loket.tekan(K.Key_T)
        loket.tekan(ENTER)
        tanda_tangan(loket)


def list_menunggu(loket):
    return [loket.permohonan(n).ringkasan.menunggu for n in range(1, loket.jumlah() + 1)]


@pytest.mark.parametrize("cara", ["tombol", "kunci", "tanda"])
def test_a_case_sent_back_leaves_the_caret_on_the_next_one_that_waits(loket, cara):
    isi(loket, 4, berkas=())
    pilih(loket, 2)
    kembalikan(loket, cara)
    assert list_menunggu(loket) == ["", "pemohon", "", ""]
    assert loket.tab.model.key(3) == 2  # it went to the end; nobody follows it there
    assert dibuka(loket) == 3
    assert loket.fokus() is loket.tab.daftar
    assert loket.tab.spanduk.teks.endswith("Ctrl+Z membatalkan.")
    pilih(loket, 4)
    kembalikan(loket, cara)
    assert dibuka(loket) == 1  # from the end on to what was left out above


def test_a_case_found_complete_does_so_too(loket):
    isi(loket, 3)
    pilih(loket, 2)
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan(2).ringkasan.posisi == "entri"
    assert dibuka(loket) == 3


def test_the_way_back_leads_from_the_next_case_to_the_one_sent_back(loket):
    isi(loket, 3, berkas=())
    pilih(loket, 1)
    kembalikan(loket, "tombol")
    assert dibuka(loket) == 2
    pilih(loket, 1)
    assert loket.panel.kembali.teks.startswith("Dikembalikan 23/11. Dilengkapi: 0 dari ")
    loket.tekan(K.Key_Escape)
    pilih(loket, 3)
    loket.tekan(K.Key_Z, CTRL)
    assert dibuka(loket) == 1
    assert list_menunggu(loket) == [""] * 3
    assert loket.tab.spanduk.teks.startswith("ORANG SATU: keputusan dibatalkan.")


def test_the_way_back_passes_over_a_case_that_another_officer_brought_meanwhile(loket):
    isi(loket, 2, berkas=())
    pilih(loket, 2)
    kembalikan(loket, "tombol")
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(2)
    pilih(loket, 2)
    loket.tekan(ENTER, CTRL)  # received again: it waits for the Kasi
    loket.ganti(PIN_KASI)
    loket.buka_tab(2)
    pilih(loket, 1)
    kembalikan(loket, "tombol")
    assert dibuka(loket) == 2
    loket.tekan(K.Key_Z, CTRL)
    assert list_menunggu(loket) == ["", ""]
    assert dibuka(loket) == 1


def test_with_nothing_left_to_decide_the_case_stays_in_sight(loket):
    isi(loket, 1, berkas=())
    kembalikan(loket, "tombol")
    assert dibuka(loket) == 1
    loket.tekan(K.Key_Z, CTRL)
    assert list_menunggu(loket) == [""]


def test_a_double_click_decides_one_case(loket):
    isi(loket, 3, berkas=())
    tombol = loket.panel.hasil.tombol["tidak_lengkap"]
    tengah = tombol.mapTo(loket.jendela, tombol.rect().center())
    jendela = loket.jendela.windowHandle()
    for _ in range(2):
        QTest.mousePress(jendela, KIRI, POLOS, tengah, 20)
        QTest.mouseRelease(jendela, KIRI, POLOS, tengah, 20)
    assert list_menunggu(loket) == ["pemohon", "", ""]
    assert dibuka(loket) == 2


def test_what_goes_to_dispendukcapil_leaves_the_caret_on_the_next_one_too(loket):
    loket.buka()
    for nomor, nama in enumerate(NAMA[:2]):
        terima(loket, nama, "KTP", nik=f"351613570845900{nomor + 1}")
    loket.masuk(PIN_KASI)
    loket.tekan(K.Key_L, kali=2)
    tanda_tangan(loket)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    ktp = {
        "tempat_lahir": "Mojokerto",
        "tanggal_lahir": "17081945",
        "jenis_kelamin": "Perempuan",
        "agama": "Islam",
        "status_perkawinan": "Kawin",
        "pekerjaan": "Petani",
        "kewarganegaraan": "WNI",
    }
    for nama in NAMA[:2]:
        loket.kerjakan(nama, **ktp)
    while loket.permohonan(1).ringkasan.menunggu != "dispendukcapil":
        loket.jendela.kerja.buka_permohonan(1)
        loket.tangan.isi_borang(loket.panel.borang, {"cara_pengiriman": "SIAK"})
        loket.tekan(ENTER, CTRL)
    assert dibuka(loket) == 2
    kartu = loket.tab._kartu
    assert kartu.accessibleName() == "Antrean · 1 menunggu"
    assert kartu._subjudul.text() == "1 di Dispendukcapil"


def test_tab_and_list_count_the_same_while_cases_come_and_go(loket):
    isi(loket, 4, berkas=())
    kartu, tab = loket.tab._kartu, loket.jendela.kerja.tab

    def hitung():
        return tab.tabText(1), kartu.accessibleName(), kartu._subjudul.text()

    assert hitung() == ("Kelengkapan (4)", "Antrean · 4 menunggu", "")
    kembalikan(loket, "tombol")
    assert hitung() == ("Kelengkapan (3)", "Antrean · 3 menunggu", "1 dikembalikan ke pemohon")
    for _ in range(3):
        kembalikan(loket, "tombol")
    assert hitung() == ("Kelengkapan", "Antrean · 0 menunggu", "4 dikembalikan ke pemohon")


def test_the_filter_of_returned_cases_says_how_many_of_the_queue_it_shows(loket):
    loket.buka()
    for nomor, nama in enumerate(NAMA[:2]):
        terima(loket, nama, nik=f"351613570845900{nomor + 1}", nkk=f"351613211125900{nomor + 1}")
    tolak(loket, 1)
    selesaikan(loket, 2, "entri")
    loket.masuk(PIN_OPERATOR)
    loket.buka_tab(3)
    assert loket.tab.dikembalikan.text() == "Dikembalikan (1)"
    loket.klik(loket.tab.dikembalikan)
    assert loket.tab._kartu.accessibleName() == "Antrean · 1 dari 2 menunggu"
    loket.klik(loket.tab.dikembalikan)
    assert loket.tab._kartu.accessibleName() == "Antrean · 2 menunggu"


def test_the_foot_is_whole_on_the_smallest_screen_while_marks_wait(loket):
    isi(loket, 10)
    loket.jendela.resize(*KECIL)
    loket.tekan(K.Key_L, kali=8)
    loket.tekan(K.Key_T)
    loket.ketik("1")
    for tombol in (ENTER, K.Key_T, K.Key_Escape):
        QApplication.processEvents()
        petunjuk = loket.tab._petunjuk
        assert petunjuk.text() == petunjuk.teks
        loket.tekan(tombol)
    assert petunjuk.text().endswith("F2 catatan")
    assert (loket.jendela.width(), loket.jendela.height()) == KECIL


def test_the_foot_is_whole_too_where_papers_are_received_beside_marks(loket):
    isi(loket, 3, berkas=())
    kembalikan(loket, "tombol")
    loket.tekan(K.Key_T)
    loket.tekan(ENTER)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(2)
    loket.jendela.resize(*KECIL)
    pilih(loket, 1)
    QApplication.processEvents()
    petunjuk = loket.tab._petunjuk
    assert petunjuk.text() == petunjuk.teks
    assert "F2 catatan" in petunjuk.text()
    assert loket.permohonan(1).ringkasan.posisi != SELESAI
