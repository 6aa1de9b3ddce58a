"""Asli masih di kantor: finding a case, and what the window shows of it."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NIK, NKK
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from ui.jendela_uji import (
    CTRL,
    ENTER,
    HARI,
    PANJANG,
    UKURAN,
    K,
    hapus,
    list_kata,
    list_terpotong,
)

from sooko_desk.ui.asli.panel_asli import PETUNJUK
from sooko_desk.ui.theme import Nada


@pytest.fixture
def tiga(asli):
    """Three cases: 41, 31 and 0 days old."""
    semua = []
    for nama, hari in (("Siti Aminah", 10), ("Budi Santoso", 31), ("Wagiman", 0)):
        semua.append(asli.terima(nama))
        asli.kantor.clock.maju(hari * HARI)
    return semua


def test_the_oldest_is_on_top_and_says_how_long_it_waits(asli, tiga):
    dialog = asli.buka()
    assert asli.nama == ["Siti Aminah", "Budi Santoso", "Wagiman"]
    model = dialog.daftar.model
    kata = [[model.index(n, k).data() for k in range(3)] for n in range(3)]
    assert kata[0] == ["Siti Aminah\nKK · 471.14/TB-1/416-313/2026", "2", "41 hari"]
    assert [k[2] for k in kata] == ["41 hari", "31 hari", "hari ini"]
    nada = [model.kolom[2].chip(model.row(n)) for n in range(3)]
    assert nada == [Nada.PERINGATAN, Nada.PERINGATAN, Nada.NETRAL]
    assert "Asli masih di kantor · 3" in list_kata(dialog)
    assert "6 berkas asli, yang paling lama di atas" in list_kata(dialog)


def test_a_click_on_a_head_sorts_by_name_number_of_papers_and_age(asli):
    asli.terima("Zubaidah", asli=1)
    asli.kantor.clock.maju(HARI)
    asli.terima("Agus", asli=3)
    asli.buka()
    urut = {}
    for kolom in range(3):
        asli.dialog.daftar.tabel.sortByColumn(kolom, Qt.SortOrder.AscendingOrder)
        urut[kolom] = asli.nama[0]
    assert urut == {0: "Agus", 1: "Zubaidah", 2: "Agus"}


def test_no_number_of_a_person_is_shown_anywhere(asli, tiga):
    dialog = asli.buka()
    asli.pilih("Siti")
    teks = list_kata(dialog) + [w.text() for w in dialog.findChildren(QLineEdit)]
    teks += [w.toolTip() + w.accessibleDescription() for w in dialog.findChildren(QWidget)]
    assert not [t for t in teks if NIK in t.replace(" ", "") or NKK in t.replace(" ", "")]


def test_an_office_without_originals_says_so(asli):
    asli.kantor.terima()
    dialog = asli.buka()
    assert asli.nama == []
    assert not dialog.panel.isVisible()
    assert dialog.daftar.tabel._kosong[1] == "Tidak ada berkas asli di kantor"
    dialog.grab()
    asli.tekan(ENTER)
    asli.tekan(K.Key_Down)
    asli.tekan(ENTER, CTRL)
    asli.tekan(K.Key_Escape)
    hapus()
    assert not shiboken6.isValid(dialog)


@pytest.mark.parametrize(
    "dicari",
    ["budi", "SANTOSO bu", "TB-2/416", "tb-kk-2026-00002", "TB KK 2026 00002", "japan bud"],
)
def test_a_case_is_found_by_name_number_code_or_village(asli, tiga, dicari):
    asli.buka()
    asli.ketik(dicari)
    assert asli.nama == ["Budi Santoso"]
    assert "1 dari 3 permohonan" in list_kata(asli.dialog)
    asli.tekan(ENTER)
    assert asli.terbuka == "Budi Santoso"
    assert isinstance(asli.fokus(), QCheckBox)


def test_several_hits_wait_in_the_table(asli, tiga):
    asli.buka()
    asli.ketik("a")
    asli.tekan(ENTER)
    assert asli.fokus() is asli.dialog.daftar.tabel
    assert asli.terbuka == "Siti Aminah"
    asli.tekan(K.Key_Down)
    assert asli.terbuka == "Budi Santoso"
    asli.tekan(ENTER)
    assert isinstance(asli.fokus(), QCheckBox)


def test_what_is_not_there_is_said_and_escape_brings_all_back(asli, tiga):
    dialog = asli.buka()
    asli.ketik("zzz")
    asli.tekan(ENTER)
    assert asli.nama == []
    assert asli.terbuka == ""
    assert dialog.daftar.tabel._kosong[1] == "Tidak ditemukan"
    asli.tekan(K.Key_Escape)
    assert len(asli.nama) == 3
    assert asli.fokus() is dialog.daftar.cari
    assert dialog.isVisible()


def test_letters_typed_in_the_table_go_on_in_the_field(asli, tiga):
    dialog = asli.buka()
    asli.tekan(K.Key_Down)
    assert asli.terbuka == "Siti Aminah"
    asli.ketik("wag")
    assert dialog.daftar.cari.text() == "wag"
    assert asli.nama == ["Wagiman"]
    assert asli.terbuka == ""  # the case that was chosen is not among them


def test_escape_goes_from_the_papers_to_the_list_to_the_field_and_out(asli, tiga):
    dialog = asli.buka()
    asli.pilih("siti")
    asli.tekan(ENTER)
    asli.tekan(K.Key_Escape)
    assert asli.fokus() is dialog.daftar.tabel
    asli.tekan(K.Key_Escape)
    assert dialog.daftar.cari.text() == ""
    asli.tekan(K.Key_Escape)
    hapus()
    assert not shiboken6.isValid(dialog)


def test_papers_that_stay_are_not_ticked_and_papers_that_go_home_are(asli, kantor):
    asli.terima("Berjalan")
    kurang = asli.terima("Kurang")
    kantor.gerak(kurang, "periksa", "tidak_lengkap", alasan="Buram")
    kantor.sampai(asli.terima("Selesai"), "selesai")
    asli.buka()
    ditandai = {}
    for nama in ("berjalan", "kurang", "selesai"):
        asli.pilih(nama)
        ditandai[nama] = asli.centang
    assert ditandai == {"berjalan": [], "kurang": [1, 2], "selesai": [1, 2]}
    assert asli.dialog.panel.status.teks == "Selesai, sudah diserahkan"


def test_who_takes_the_papers_is_who_brought_them(asli):
    asli.terima("Siti")
    hubungan = asli.kantor.meja.tabel.hubungan_pembawa[0].kode
    asli.terima("Budi", pembawa_nama="Slamet", pembawa_hubungan=hubungan)
    panel = asli.buka().panel
    asli.pilih("siti")
    assert panel.penerima.input.nilai().upper() == "SITI"
    assert panel.penerima.pesan.startswith("Pemohon.")
    asli.pilih("budi")
    assert panel.penerima.input.nilai().upper() == "SLAMET"
    assert panel.penerima.pesan.startswith("Pembawa saat berkas masuk.")


def test_the_papers_are_ticked_by_keys_and_by_mouse(asli):
    asli.terima("Siti", asli=3)
    asli.buka()
    asli.pilih("siti")
    asli.tekan(K.Key_Space)
    assert asli.centang == [1]
    asli.tekan(K.Key_Down, kali=5)
    asli.tekan(K.Key_Space)
    assert asli.centang == [1, 3]
    asli.ketik("2")
    assert asli.centang == [1, 2, 3]
    asli.ketik("249")
    assert asli.centang == [1, 3]
    asli.tekan(K.Key_Up, kali=5)
    asli.tekan(K.Key_Space)
    assert asli.centang == [3]
    asli.tekan(K.Key_A, CTRL)
    assert asli.centang == [1, 2, 3]
    asli.ketik("x")
    asli.tekan(K.Key_F2)
    assert asli.centang == [1, 2, 3]
    label = next(w for w in asli.dialog.findChildren(QLabel) if "sejak" in w.text())
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    QTest.mouseClick(label, Qt.MouseButton.RightButton)
    assert asli.centang == [2, 3]


def test_one_tab_leaves_the_papers(asli):
    asli.terima("Siti", asli=3)
    panel = asli.buka().panel
    asli.pilih("siti")
    asli.tekan(K.Key_Tab)
    assert asli.fokus() is panel.penerima.input
    asli.tekan(K.Key_Tab)
    assert asli.fokus() is panel.kembalikan
    asli.tekan(K.Key_Tab)
    assert asli.fokus() is panel.tarik


def test_every_paper_says_since_when_it_is_here(asli):
    asli.terima("Siti", asli=1)
    asli.buka()
    asli.pilih("siti")
    kotak = asli.fokus()
    assert kotak.accessibleName().startswith("1, ")
    assert kotak.accessibleDescription() == "di kantor sejak 23/11/2026"
    assert PETUNJUK in list_kata(asli.dialog)


def test_what_was_ticked_and_typed_waits_while_another_case_is_looked_at(asli, tiga):
    panel = asli.buka().panel
    asli.pilih("budi")
    asli.ketik("2")
    asli.tekan(ENTER)
    asli.ketik("Slamet")
    asli.tekan(K.Key_Escape)
    asli.pilih("wagiman")
    assert asli.centang == []
    assert panel.penerima.input.nilai() == "Wagiman"
    asli.pilih("budi")
    assert asli.centang == [2]
    assert panel.penerima.input.nilai() == "SLAMET"


def test_a_scanned_receipt_opens_its_case_or_says_that_it_has_none(asli, tiga):
    dialog = asli.buka()
    asli.ketik("siti")
    dialog.pindai("TB-KK-2026-00002")
    assert asli.terbuka == "Budi Santoso"
    assert isinstance(asli.fokus(), QCheckBox)
    assert len(asli.nama) == 3  # what hid the case is gone
    dialog.pindai("TB-KK-2026-00009")
    assert dialog.spanduk.teks == "Tidak ada berkas asli dari TB-KK-2026-00009 di kantor."
    assert asli.terbuka == "Budi Santoso"


@pytest.mark.parametrize("ukuran", UKURAN)
def test_nothing_is_cut_on_any_screen_of_the_office(asli, kantor, ukuran):
    for nomor in range(12):
        asli.terima(PANJANG, asli=3, alamat="Jl. Raya Wringinrejo Contoh Panjang No. 123", rt="12")
        kantor.clock.maju(nomor * HARI)
    kurang = asli.terima("Kurang", asli=3)
    kantor.gerak(kurang, "periksa", "tidak_lengkap", alasan="Buram")
    dialog = asli.buka()
    assert dialog.minimumSizeHint().width() <= UKURAN[0][0]
    assert dialog.minimumSizeHint().height() <= UKURAN[0][1]
    dialog.resize(*ukuran)
    QApplication.processEvents()
    assert list_terpotong(dialog) == []
    asli.pilih("kurang")
    assert list_terpotong(dialog) == []
    asli.tekan(K.Key_T, CTRL)
    assert list_terpotong(dialog) == []
    asli.tekan(K.Key_Escape)
    asli.tekan(K.Key_Escape)
    asli.tekan(K.Key_Escape)
    asli.tekan(K.Key_Down)
    asli.tekan(ENTER)
    asli.ketik("1")
    asli.kembalikan()
    assert dialog.spanduk.isVisible()
    assert list_terpotong(dialog) == []
    assert (dialog.width(), dialog.height()) == ukuran


def test_everything_that_takes_the_caret_has_a_name(asli, tiga):
    dialog = asli.buka()
    asli.pilih("siti")
    tanpa = [
        type(w).__name__
        for w in dialog.findChildren(QWidget)
        if w.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and w.isVisible()
        and w.focusProxy() is None
        and not w.objectName().startswith("qt_")
        and not w.accessibleName()
    ]
    assert tanpa == []
