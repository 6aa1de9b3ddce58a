"""The window of batches by keyboard: choosing, sending, and what refuses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.jendela_uji import CTRL, ENTER, PANJANG, UKURAN, K, list_terpotong
from ui.kiriman_uji import LoketKiriman, siapkan

from sooko_desk.data.tabel import TabelKiriman
from sooko_desk.ui.kiriman.baris import SEMUA
from sooko_desk.ui.kit.tabel import TabelData


@pytest.fixture
def loket(qapp, kantor, tmp_path):
    loket = LoketKiriman(kantor, tmp_path)
    yield loket
    loket.tutup()


def count():
    return TabelKiriman.select().count()


def isi_kirim(loket, cara="di", penerima="Wulan Misal"):
    """Fill the two fields, from wherever the caret is."""
    loket.dialog.siap.borang.fokus_pertama()
    loket.ketik(cara)
    loket.tekan(ENTER)
    loket.tekan(K.Key_A, CTRL)
    loket.ketik(penerima)


def test_an_office_that_sent_nothing_yet_sees_why_both_pages_are_empty(loket):
    dialog = loket.buka()
    assert dialog.tab.currentIndex() == 1
    assert [dialog.tab.tabText(n) for n in (0, 1)] == ["Siap dikirim", "Sudah dikirim"]
    loket.ketik("1")
    loket.tekan(K.Key_Right)
    loket.ketik("10239")
    loket.tekan(ENTER, CTRL)
    loket.tekan(K.Key_Z, CTRL)
    loket.tekan(K.Key_P, CTRL)
    assert loket.kata == "Pilih dulu satu daftar di kiri."
    loket.tekan(K.Key_1, CTRL)
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(K.Key_Space)
    loket.tekan(ENTER, CTRL)
    assert loket.kata == "Pilih dulu permohonan yang akan dikirim."
    assert count() == 0


def test_all_are_ticked_but_one_and_sent_and_the_list_is_shown(loket):
    siapkan(loket.kantor, 5)
    dialog = loket.buka()
    assert loket.siap == ["Ani", "Budi", "Cahyo", "Dewi", "Eko"]
    loket.tekan(K.Key_A, CTRL)  # in the empty field
    assert dialog.siap.kirim.text() == "Kirim 5 permohonan"
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_Space)
    assert dialog.siap.kirim.text() == "Kirim 4 permohonan"
    loket.tekan(ENTER, CTRL)
    assert dialog.siap.borang.baris["cara_pengiriman"].pesan == "Cara pengiriman belum diisi."
    assert count() == 0
    isi_kirim(loket)
    loket.tekan(ENTER, CTRL)
    assert loket.kata == "DP-KTP/1/2026 tersimpan: 4 permohonan dikirim."
    assert dialog.tab.currentIndex() == 1
    assert loket.keluar_nama == ["Budi", "Cahyo", "Dewi", "Eko"]
    assert loket.kolom == {"Belum kembali": 4, "DP-KTP/1/2026": 4}
    assert loket.keadaan == ["Belum ada kabar"] * 4
    assert [dialog.tab.tabText(n) for n in (0, 1)] == ["Siap dikirim (1)", "Sudah dikirim (4)"]
    assert len(loket.berubah) == 1
    loket.tekan(K.Key_1, CTRL)
    assert loket.siap == ["Ani"]
    assert dialog.siap.borang.nilai()["petugas_penerima"] == "WULAN MISAL"  # kept for the next


def test_names_are_typed_and_ticked_one_after_the_other(loket):
    siapkan(loket.kantor, 5)
    dialog = loket.buka()
    for nama in ("eko", "ani"):
        loket.ketik(nama)
        loket.tekan(ENTER)
        assert dialog.siap.daftar.cari.text() == ""
        dialog.siap.daftar.cari.setFocus()
    assert loket.centang_siap == ["Ani", "Eko"]
    loket.ketik("zzz")
    assert loket.siap == []
    assert loket.centang_siap == ["Ani", "Eko"]  # hidden, not lost
    loket.tekan(K.Key_Escape)
    assert len(loket.siap) == 5
    loket.ketik("TB-3")
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_A, CTRL)
    assert loket.centang_siap == ["Ani", "Cahyo", "Eko"]
    loket.tekan(K.Key_A, CTRL)
    assert loket.centang_siap == ["Ani", "Eko"]
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_Down)
    loket.ketik("d")  # a letter in the table goes on in the field
    assert dialog.siap.daftar.cari.text() == "d"
    loket.tekan(ENTER)  # two hits: into the table
    assert isinstance(QApplication.focusWidget(), TabelData)


def test_a_click_on_the_box_ticks_and_beside_it_does_not(loket):
    siapkan(loket.kantor, 2)
    tabel = loket.buka().siap.daftar.tabel
    for kolom, tambah in ((0, ["Ani"]), (1, ["Ani"]), (0, [])):
        tengah = tabel.visualRect(tabel.model().index(0, kolom)).center()
        QTest.mouseClick(tabel.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(tengah))
        assert loket.centang_siap == tambah
    assert tabel.model().data(tabel.model().index(0, 0)) == ""


def test_a_case_returned_meanwhile_is_named_and_the_rest_goes_on_one_press(loket):
    nomor = siapkan(loket.kantor, 3, nama=("Ani", PANJANG, "Cahyo"))
    loket.buka()
    loket.tekan(K.Key_A, CTRL)
    isi_kirim(loket)
    loket.kantor.meja.alur.batalkan("x", nomor[1], loket.kantor.operator)
    loket.tekan(ENTER, CTRL)
    assert PANJANG in loket.kata
    assert "tidak lagi menunggu pengiriman" in loket.kata
    assert count() == 0
    assert loket.posisi(nomor) == ["kirim", "entri", "kirim"]
    assert loket.siap == ["Ani", "Cahyo"]
    assert loket.dialog.siap.borang.nilai()["petugas_penerima"] == "WULAN MISAL"
    loket.tekan(ENTER, CTRL)
    assert loket.kata == "DP-KTP/1/2026 tersimpan: 2 permohonan dikirim."
    assert loket.posisi(nomor) == ["di_dispendukcapil", "entri", "di_dispendukcapil"]


def test_the_rest_can_be_sent_by_the_banner_and_is_not_offered_when_none_is_left(loket):
    nomor = siapkan(loket.kantor, 2)
    dialog = loket.buka()
    loket.tekan(K.Key_A, CTRL)
    isi_kirim(loket)
    loket.kantor.meja.alur.batalkan("x", nomor[0], loket.kantor.operator)
    loket.tekan(ENTER, CTRL)
    dialog.spanduk.aksi_dipilih.emit()
    assert loket.posisi(nomor) == ["entri", "di_dispendukcapil"]
    loket.tekan(K.Key_1, CTRL)
    siapkan(loket.kantor, 1)
    dialog.muat_ulang()
    loket.tekan(K.Key_A, CTRL)
    loket.kantor.meja.alur.batalkan("y", 3, loket.kantor.operator)
    loket.tekan(ENTER, CTRL)
    assert "tidak lagi menunggu" in loket.kata
    dialog.spanduk.ditutup.emit()
    dialog.spanduk.aksi_dipilih.emit()
    assert count() == 1


def test_the_kasi_looks_but_does_not_send(loket):
    nomor = siapkan(loket.kantor, 1)
    loket.buka(loket.kantor.kasi)
    loket.tekan(K.Key_A, CTRL)
    isi_kirim(loket)
    loket.tekan(ENTER, CTRL)
    assert "dicatat oleh Operator" in loket.kata
    assert loket.posisi(nomor) == ["kirim"]


def test_a_scan_ticks_a_case_to_send_else_one_that_is_out_else_says_so(loket):
    nomor = siapkan(loket.kantor, 4)
    loket.kirim(nomor[:1])
    loket.kirim(nomor[1:2])
    dialog = loket.buka()
    dialog.pindai("TB-KTP-2026-00003")
    dialog.pindai("TB-KTP-2026-00004")
    assert loket.centang_siap == ["Cahyo", "Dewi"]
    dialog.pindai("TB-KTP-2026-00001")
    assert dialog.tab.currentIndex() == 1
    assert loket.centang_keluar == ["Ani"]
    dialog.terkirim.pilih(1)
    dialog.pindai("TB-KTP-2026-00002")  # on another list than the one that is shown
    assert dialog.terkirim.kiriman_id() == SEMUA
    assert "Budi" in loket.centang_keluar
    dialog.pindai("TB-KTP-2026-00099")
    assert loket.kata == (
        "TB-KTP-2026-00099 tidak menunggu dikirim dan tidak ada di Dispendukcapil."
    )
    loket.ketik("3")
    dialog.pindai("TB-KTP-2026-00001")
    assert "Simpan dulu isian di bawah" in loket.kata


def test_escape_goes_back_step_by_step(loket):
    nomor = siapkan(loket.kantor, 2)
    loket.kirim(nomor)
    dialog = loket.buka()
    loket.tekan(ENTER)  # from the lists to the cases
    loket.ketik("bud")
    assert loket.keluar_nama == ["Budi"]
    loket.tekan(K.Key_Escape)
    assert len(loket.keluar_nama) == 2
    loket.tekan(K.Key_Down)
    loket.ketik("3")
    assert dialog.terkirim.form.isVisible()
    loket.tekan(K.Key_Escape)
    assert not dialog.terkirim.form.isVisible()
    loket.tekan(K.Key_Escape)
    assert dialog.terkirim.kiriman.hasFocus()
    loket.tekan(K.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_fits_the_smallest_screen_with_and_without_its_form(loket):
    nomor = siapkan(loket.kantor, 2, nama=(PANJANG,))
    loket.kirim(nomor[:1])
    dialog = loket.buka()
    for _ in range(2):
        terkecil = dialog.minimumSizeHint()
        assert terkecil.width() <= 1000
        assert terkecil.height() <= 540
        loket.tekan(K.Key_2, CTRL)
        loket.tekan(ENTER)
        loket.ketik("4")
    assert dialog.terkirim.form.isVisible()


@pytest.mark.parametrize("ukuran", UKURAN)
def test_nothing_is_cut_on_any_screen_of_the_office(loket, ukuran):
    nomor = siapkan(loket.kantor, 4, nama=(PANJANG,))
    loket.kirim(nomor[:2])
    dialog = loket.buka()
    dialog.resize(*ukuran)
    QApplication.processEvents()
    assert list_terpotong(dialog) == []
    loket.tekan(K.Key_2, CTRL)
    QApplication.processEvents()
    assert list_terpotong(dialog) == []
    loket.tekan(ENTER)
    loket.ketik("3")
    QApplication.processEvents()
    assert list_terpotong(dialog) == []
    assert (dialog.width(), dialog.height()) == ukuran


def test_the_tables_sort_by_what_their_columns_mean(loket):
    nomor = siapkan(loket.kantor, 4)
    loket.kirim(nomor[2:3])
    loket.kirim(nomor[3:])
    dialog = loket.buka()
    for tabel in (dialog.siap.daftar.tabel, dialog.terkirim.kiriman, dialog.terkirim.isi.tabel):
        for kolom in range(tabel.model().columnCount()):
            tabel.sortByColumn(kolom, Qt.SortOrder.DescendingOrder)
    dialog.siap.daftar.tabel.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert loket.siap == ["Budi", "Ani"]
    dialog.terkirim.kiriman.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert list(loket.kolom) == ["Belum kembali", "DP-KTP/1/2026", "DP-KTP/2/2026"]
