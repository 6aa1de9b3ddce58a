"""The keys of F1's list, each pressed in the real window."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, NIK, K, Loket, kirim_hapusan
from printing.pdf_baca import page_texts
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from sooko_desk.ui.cetak.dialog_cetak import Keadaan
from sooko_desk.ui.cetak.tugas import PrinterTersedia
from sooko_desk.ui.daftar_tombol import TOMBOL, DaftarTombol
from sooko_desk.ui.kit.tabel import TabelData
from sooko_desk.ui.kit.tombol import Tombol
from sooko_desk.ui.riwayat_cetak import RiwayatCetak


@pytest.fixture
def loket(qapp, tmp_path):
    loket = Loket(tmp_path).atur_petugas().buka(PIN_OPERATOR)
    yield loket
    loket.tutup()


def list_teks(induk):
    return [label.text() for label in induk.findChildren(QLabel)]


def check_freed(loket, dialog):
    """Escape closes a dialog, and closing frees it (novelWriter's leak test)."""
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))
    assert QApplication.activeModalWidget() is None


def test_f1_lists_every_key_and_frees_itself(loket):
    loket.tekan(K.Key_F1)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DaftarTombol)
    teks = list_teks(dialog)
    for judul, baris in TOMBOL:
        assert judul in teks
        assert all(tombol in teks and arti in teks for tombol, arti in baris)
    check_freed(loket, dialog)


def test_f7_tells_what_was_printed_by_whom(loket):
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    loket.simpan_cetakan()
    loket.tekan(K.Key_F8)
    loket.simpan_cetakan()
    loket.tekan(K.Key_F7)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RiwayatCetak)
    baris = dialog.model
    assert baris.rowCount() == 2
    isi = [baris.index(0, kolom).data() for kolom in range(baris.columnCount())]
    assert isi == [
        "23/11/2026 09.05",
        "Tanda bukti penerimaan TB-KK-2026-00001",
        "Berkas PDF",
        "1",
        "Rini Contoh",
        "Tersimpan",
    ]
    tabel = dialog.findChild(TabelData)
    tabel.sortByColumn(0, tabel.horizontalHeader().sortIndicatorOrder())
    assert baris.rowCount() == 2
    check_freed(loket, dialog)


def test_f7_with_nothing_printed_yet(loket):
    loket.tekan(K.Key_F7)
    dialog = QApplication.activeModalWidget()
    assert dialog.model.rowCount() == 0
    loket.klik(next(t for t in dialog.findChildren(Tombol) if t.text() == "Tutup"))
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


@pytest.mark.parametrize(("digit", "nama"), [("1", "KELUARGA"), ("2", "TANDA PENDUDUK")])
def test_f11_opens_an_sop_sheet_in_the_print_window(loket, digit, nama):
    loket.tekan(K.Key_F11)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "efektif 26 Februari 2025" in menu.actions()[int(digit) - 1].text()
    loket.tangan.ketik(digit)
    teks = "\n".join(loket.simpan_cetakan())
    assert nama in teks
    assert "STANDART OPERASIONAL PROSEDUR" in teks
    kirim_hapusan()
    assert not shiboken6.isValid(menu)


def test_f11_and_escape_opens_nothing(loket):
    loket.tekan(K.Key_F11)
    loket.tekan(K.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert loket.jendela.pencetak.dialog is None


def test_ctrl_digits_show_the_tabs_ready_to_work(loket):
    kerja = loket.jendela.kerja
    for nomor, tab in (
        (2, kerja.kelengkapan),
        (3, kerja.entri_data),
        (4, kerja.pencetakan),
        (5, kerja.register),
        (1, kerja.penerimaan),
    ):
        loket.buka_tab(nomor)
        assert kerja.tab.currentWidget() is tab
        assert tab.isAncestorOf(loket.fokus())


def test_f3_goes_to_the_search_box_from_anywhere_and_marks_the_words(loket):
    register = loket.jendela.kerja.register
    loket.tekan(K.Key_F3)
    assert loket.fokus() is register.cari
    loket.ketik("tidak ada orangnya")
    assert register.model_cari.rowCount() == 0
    loket.buka_tab(2)
    loket.tekan(K.Key_F3)
    loket.ketik("x")
    assert register.cari.text() == "x"


def test_alt_digits_choose_the_service_and_lead_to_the_reason(loket):
    form = loket.jendela.kerja.penerimaan.form
    for digit, layanan in ((K.Key_2, "KTP"), (K.Key_1, "KK"), (K.Key_1, "KK")):
        loket.tekan(digit, ALT)
        assert form.layanan.kode() == layanan
        assert loket.fokus() is form.bidang["jenis"].input


def test_f8_without_a_case_does_nothing(loket):
    for nomor in (1, 2, 5):
        loket.buka_tab(nomor)
        loket.tekan(K.Key_F8)
        assert loket.jendela.pencetak.dialog is None


def test_f8_prints_the_receipt_of_the_case_in_the_queue_and_in_the_register(loket):
    loket.isi_kk(nama="Orang Satu")
    loket.simpan()
    loket.ganti(PIN_KASI)
    loket.tekan(K.Key_F8)
    assert "ORANG SATU" in loket.simpan_cetakan()[0]
    loket.tekan(K.Key_F3)
    loket.isi("orang")
    loket.tekan(K.Key_F8)
    assert "ORANG SATU" in loket.simpan_cetakan()[0]


def test_a_paper_that_cannot_be_saved_is_told_above_the_tabs_and_the_window_stays(loket):
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    loket.tunggu_cetak()
    loket.keluar.rmdir()
    loket.tekan(K.Key_S, CTRL)
    assert "Belum tersimpan: folder" in loket.jendela.kerja.spanduk.teks
    loket.tutup_cetak()
    assert loket.jumlah() == 1
    assert loket.meja.pencetakan.list_cetakan() == ()


def test_the_register_is_saved_as_a_spreadsheet(loket):
    loket.buka_tab(5)
    loket.tekan(K.Key_S, CTRL)
    assert [p.name for p in loket.keluar.iterdir()] == ["register-kk-2026.xlsx"]
    assert "tersimpan" in loket.jendela.kerja.register.spanduk.teks
    assert loket.meja.pencetakan.list_cetakan()[0].dokumen == "register_xlsx"
    loket.keluar.joinpath("register-kk-2026.xlsx").unlink()
    loket.keluar.rmdir()
    loket.tekan(K.Key_S, CTRL)
    assert "Belum tersimpan" in loket.jendela.kerja.register.spanduk.teks


def test_giving_up_on_a_place_for_the_spreadsheet_saves_and_logs_nothing(loket):
    loket.keluar_dipilih = False
    loket.buka_tab(5)
    loket.tekan(K.Key_S, CTRL)
    assert list(loket.keluar.iterdir()) == []
    assert loket.meja.pencetakan.list_cetakan() == ()


def test_a_print_that_is_still_on_its_way_is_waited_for(loket):
    """The window may be closed meanwhile; the next paper is refused in words, nothing is lost."""
    loket.printer = (PrinterTersedia("Loket"),)
    loket.sampai = threading.Event()
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    dialog = loket.tunggu_cetak()
    loket.tangan.tunggu(lambda: dialog.keadaan is Keadaan.SIAP)
    loket.tekan(ENTER)
    loket.tekan(K.Key_Escape)
    assert not dialog.isVisible()
    kabar = loket.jendela.kerja.spanduk
    # Without a window manager the hidden print window gives the keys back only after a while.
    loket.tangan.tunggu(lambda: loket.tekan(K.Key_F8) or "masih dikirim" in kabar.teks)
    loket.sampai.set()
    loket.tangan.tunggu(lambda: loket.jendela.pencetak.dialog is None)
    assert [c.hasil for c in loket.meja.pencetakan.list_cetakan()] == ["belum_pasti"]


def test_the_full_nik_stands_neither_on_paper_nor_in_lists_nor_in_the_open_case(loket):
    """On demand: see flows/test_flow_nomor."""
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    loket.simpan_cetakan()
    assert NIK not in page_texts(next(loket.keluar.glob("*.pdf")).read_bytes())[0]
    loket.buka_tab(2)
    assert loket.panel.fakta.teks("NIK") == "**** **** **** 9001"
    loket.tekan(K.Key_F3)
    loket.ketik(NIK)
    model = loket.jendela.kerja.register.model_cari
    assert model.index(0, 2).data() == "************9001"
