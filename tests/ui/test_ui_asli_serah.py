"""Asli masih di kantor: papers leave once, to who is named, and a mistake is taken back."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QToolButton
from ui.jendela_uji import CTRL, ENTER, K, hapus

from sooko_desk.domain.permohonan import AsliKeluar
from sooko_desk.ui.asli.panel_asli import BELUM_DICENTANG, PETUNJUK
from sooko_desk.ui.cetak.dialog_cetak import DialogCetak, Keadaan
from sooko_desk.ui.cetak.tugas import PrinterTersedia
from sooko_desk.ui.kit.tombol import Tombol

KIRI = Qt.MouseButton.LeftButton


@pytest.fixture
def pulang(asli):
    """Two cases that went back to their applicants, so that their papers are ticked."""
    semua = [asli.terima("Siti Aminah"), asli.terima("Budi Santoso", asli=3)]
    for satu in semua:
        asli.kantor.gerak(satu, "periksa", "tidak_lengkap", alasan="Buram")
        asli.kantor.clock.maju(60)
    return semua


def aksi(spanduk):
    return next(t for t in spanduk.findChildren(Tombol) if t.text())


def test_all_papers_go_home_with_three_keys_after_the_name(asli, pulang):
    dialog = asli.buka()
    asli.pilih("siti")
    asli.kembalikan()
    assert asli.gerak_asli(pulang[0]) == [("dikembalikan", "Siti Aminah")]
    assert asli.simpanan(pulang[0]).riwayat[-1].petugas == asli.kantor.operator.nama
    assert dialog.spanduk.teks == "2 berkas asli dikembalikan kepada Siti Aminah."
    assert asli.berubah == [pulang[0].ringkasan.id]
    assert asli.nama == ["Budi Santoso"]
    assert dialog.daftar.cari.text() == ""
    assert asli.terbuka == ""


def test_the_kasi_hands_over_too_and_the_receiver_may_be_somebody_else(asli, pulang):
    dialog = asli.buka(asli.kantor.kasi)
    asli.pilih("siti")
    asli.tekan(ENTER)
    asli.ketik("slamet riyadi")
    asli.kembalikan()
    assert asli.gerak_asli(pulang[0]) == [("dikembalikan", "SLAMET RIYADI")]
    assert dialog.spanduk.teks == "2 berkas asli Siti Aminah dikembalikan kepada SLAMET RIYADI."
    assert asli.simpanan(pulang[0]).riwayat[-1].petugas == asli.kantor.kasi.nama


def test_a_second_press_gives_nothing_of_the_next_case_away(asli, pulang):
    dialog = asli.buka()
    asli.pilih("siti")
    kalimat = ""
    for _ in range(4):
        asli.kembalikan()
        kalimat = kalimat or dialog.spanduk.teks
    assert dialog.spanduk.teks == kalimat  # the offer to undo is still there
    assert asli.gerak_asli(pulang[1]) == []
    asli.tekan(K.Key_Down)
    assert asli.terbuka == "Budi Santoso"
    asli.kembalikan()  # looked at, but not opened
    assert asli.gerak_asli(pulang[1]) == []


def test_ctrl_enter_in_the_list_says_what_to_do_first(asli, pulang):
    dialog = asli.buka()
    asli.tekan(K.Key_Down)
    asli.kembalikan()
    asli.tekan(K.Key_T, CTRL)
    assert dialog.spanduk.teks.startswith("Buka dulu permohonannya dengan Enter")
    assert [asli.gerak_asli(p) for p in pulang] == [[], []]


def test_a_double_click_on_the_button_gives_one_case_once(asli, pulang):
    dialog = asli.buka()
    asli.tekan(K.Key_Down)
    QTest.mouseClick(dialog.panel.kembalikan, KIRI)
    QTest.mouseClick(dialog.panel.kembalikan, KIRI)
    assert asli.gerak_asli(pulang[0]) == [("dikembalikan", "Siti Aminah")]
    assert asli.gerak_asli(pulang[1]) == []


@pytest.mark.parametrize("berulang", [True, False])
@pytest.mark.parametrize("tombol", [ENTER, K.Key_Enter])
def test_enter_held_down_gives_nothing_away(asli, pulang, tombol, berulang):
    dialog = asli.buka()
    asli.ketik("siti")
    for nomor in range(9):
        ulang = berulang and nomor > 0
        event = QKeyEvent(QEvent.Type.KeyPress, tombol, Qt.KeyboardModifier(0), "\r", ulang)
        QApplication.sendEvent(asli.fokus().window().windowHandle(), event)
    assert asli.gerak_asli(pulang[0]) == []
    assert dialog.isVisible()
    assert asli.terbuka == "Siti Aminah"


def test_ctrl_enter_held_down_gives_one_part_only(asli, pulang):
    asli.buka()
    asli.pilih("budi")
    asli.ketik("23")
    for nomor in range(9):
        event = QKeyEvent(QEvent.Type.KeyPress, ENTER, CTRL, "\r", nomor > 0)
        QApplication.sendEvent(asli.fokus().window().windowHandle(), event)
    assert asli.gerak_asli(pulang[1]) == [("dikembalikan", "Budi Santoso")]


def test_a_part_goes_home_and_the_rest_stays_without_a_tick(asli, pulang):
    dialog = asli.buka()
    asli.pilih("budi")
    asli.ketik("1")
    asli.kembalikan()
    assert dialog.spanduk.teks == "2 berkas asli dikembalikan kepada Budi Santoso."
    assert asli.terbuka == "Budi Santoso"
    assert asli.centang == []
    assert dialog.daftar.model.index(0, 1).data() == "1"
    assert isinstance(asli.fokus(), QCheckBox)
    asli.kembalikan()
    assert dialog.panel.petunjuk.text() == BELUM_DICENTANG
    assert len(asli.gerak_asli(pulang[1])) == 1
    asli.ketik("1")
    assert dialog.panel.petunjuk.text() == PETUNJUK
    asli.kembalikan()
    assert asli.gerak_asli(pulang[1]) == [("dikembalikan", "Budi Santoso")] * 2
    assert asli.nama == ["Siti Aminah"]


@pytest.mark.parametrize(
    ("penerima", "kata"), [("", "Nama penerima belum diisi"), ("Siti #", 'memuat tanda "#"')]
)
def test_a_receiver_that_is_no_name_is_refused_beside_the_field(asli, pulang, penerima, kata):
    panel = asli.buka().panel
    asli.pilih("budi")
    asli.ketik("2")
    asli.tekan(ENTER)
    asli.tekan(K.Key_Delete)
    asli.ketik(penerima)
    asli.kembalikan()
    assert kata in panel.penerima.pesan
    assert panel.penerima.input.nilai() == penerima.upper()
    assert asli.fokus() is panel.penerima.input
    assert asli.centang == [1, 3]
    asli.ketik("Budi")
    assert kata not in panel.penerima.pesan
    asli.kembalikan()
    assert asli.gerak_asli(pulang[1]) == [("dikembalikan", "BUDI")]


def test_what_the_law_withdraws_is_asked_about_once(asli, pulang):
    dialog = asli.buka()
    asli.pilih("siti")
    asli.tekan(K.Key_T, CTRL)
    panel = dialog.panel
    assert panel.tanya.isVisible()
    assert panel.tanya.teks.startswith("Tarik 2 berkas asli yang dipilih?")
    assert not panel.kembalikan.isEnabled()
    asli.tekan(ENTER, kali=3)
    asli.kembalikan()
    asli.tekan(K.Key_T, CTRL)
    assert asli.gerak_asli(pulang[0]) == []
    asli.tekan(K.Key_Y)
    assert asli.gerak_asli(pulang[0]) == [("ditarik", "")]
    assert dialog.spanduk.teks == "2 berkas asli Siti Aminah ditarik kantor."


def test_the_question_names_a_single_paper_and_is_answered_with_the_mouse(asli, pulang):
    panel = asli.buka().panel
    asli.pilih("siti")
    asli.ketik("1")
    QTest.mouseClick(panel.tarik, KIRI)
    QTest.mouseClick(panel.tarik, KIRI)  # a double click asks once
    nama = [b.nama for b in pulang[0].berkas if b.asli_di_kantor][1]
    assert panel.tanya.teks.startswith(f"Tarik {nama}? ")
    QTest.mouseClick(aksi(panel.tanya), KIRI)
    assert asli.gerak_asli(pulang[0]) == [("ditarik", "")]
    keluar = [b.nama for b in asli.simpanan(pulang[0]).berkas if b.asli_keluar]
    assert keluar == [nama]
    assert [b.asli_keluar for b in asli.simpanan(pulang[0]).berkas if b.asli_keluar] == [
        AsliKeluar.DITARIK
    ]


def test_the_question_is_over_with_escape_another_tick_or_another_case(asli, pulang):
    dialog = asli.buka()
    panel = dialog.panel
    asli.pilih("siti")

    def tanya():
        asli.tekan(K.Key_T, CTRL)
        assert panel.is_bertanya()

    tanya()
    asli.tekan(K.Key_Escape)
    assert not panel.is_bertanya()
    assert panel.tarik.isEnabled()
    tanya()
    asli.ketik("2")
    assert not panel.is_bertanya()
    tanya()
    QTest.mouseClick(panel.tanya.findChild(QToolButton), KIRI)
    assert not panel.is_bertanya()
    panel.fokus()
    tanya()
    dialog.daftar.pilih(pulang[1].ringkasan.id)
    assert not panel.is_bertanya()
    panel.fokus()
    tanya()
    dialog.pindai(pulang[1].ringkasan.kode_pindai)
    assert not panel.is_bertanya()
    asli.tekan(K.Key_Y)
    assert [asli.gerak_asli(p) for p in pulang] == [[], []]


def test_withdrawing_without_a_tick_asks_nothing(asli, pulang):
    panel = asli.buka().panel
    asli.pilih("siti")
    asli.ketik("12")
    asli.tekan(K.Key_T, CTRL)
    assert not panel.is_bertanya()
    assert panel.petunjuk.text() == BELUM_DICENTANG


@pytest.mark.parametrize("cara", ["tombol", "tetikus"])
def test_a_mistake_is_taken_back_and_stands_as_it_was(asli, pulang, cara):
    dialog = asli.buka()
    asli.pilih("budi")
    asli.ketik("2")
    asli.tekan(ENTER)
    asli.ketik("Slamet")
    asli.kembalikan()
    if cara == "tombol":
        asli.tekan(K.Key_Z, CTRL)
    else:
        QTest.mouseClick(aksi(dialog.spanduk), KIRI)
    assert [hasil for hasil, _ in asli.gerak_asli(pulang[1])] == ["dikembalikan", "batal"]
    assert dialog.spanduk.teks == "Diurungkan: 2 berkas asli Budi Santoso tetap di kantor."
    assert asli.terbuka == "Budi Santoso"
    assert asli.centang == [1, 3]
    assert dialog.panel.penerima.input.nilai() == "SLAMET"
    assert asli.berubah == [pulang[1].ringkasan.id] * 2
    asli.tekan(K.Key_Z, CTRL)  # only once
    assert len(asli.gerak_asli(pulang[1])) == 2
    asli.kembalikan()
    assert asli.gerak_asli(pulang[1])[-1] == ("dikembalikan", "SLAMET")


def test_the_last_case_of_the_list_comes_back_too(asli):
    siti = asli.terima("Siti")
    asli.kantor.gerak(siti, "periksa", "tidak_lengkap", alasan="Buram")
    dialog = asli.buka()
    asli.pilih("siti")
    asli.kembalikan()
    assert asli.nama == []
    assert not dialog.panel.isVisible()
    asli.tekan(K.Key_Z, CTRL)
    assert asli.nama == ["Siti"]
    assert asli.centang == [1, 2]
    assert isinstance(asli.fokus(), QCheckBox)


def test_a_banner_that_was_closed_offers_nothing(asli, pulang):
    dialog = asli.buka()
    asli.pilih("siti")
    asli.kembalikan()
    QTest.mouseClick(dialog.spanduk.findChild(QToolButton), KIRI)
    asli.tekan(K.Key_Z, CTRL)
    assert asli.gerak_asli(pulang[0]) == [("dikembalikan", "Siti Aminah")]


def test_what_somebody_built_upon_is_not_taken_back(asli, pulang):
    dialog = asli.buka()
    asli.pilih("siti")
    asli.kembalikan()
    asli.kantor.gerak(asli.simpanan(pulang[0]), "terima", "diterima")
    asli.tekan(K.Key_Z, CTRL)
    assert "sudah berubah sejak ditampilkan" in dialog.spanduk.teks
    assert len(asli.gerak_asli(pulang[0])) == 1


def test_a_case_that_moved_meanwhile_is_shown_anew_and_nothing_typed_is_lost(asli, pulang):
    dialog = asli.buka()
    asli.pilih("budi")
    asli.ketik("2")
    asli.tekan(ENTER)
    asli.ketik("Slamet")
    asli.kantor.gerak(pulang[1], "terima", "diterima")
    asli.kembalikan()
    assert "sudah berubah sejak ditampilkan" in dialog.spanduk.teks
    assert asli.gerak_asli(pulang[1]) == []
    assert asli.centang == [1, 3]
    assert dialog.panel.penerima.input.nilai() == "SLAMET"
    assert dialog.panel.status.teks == "Menunggu pemeriksaan Kasi"
    dialog.panel.fokus()
    asli.kembalikan()
    assert asli.gerak_asli(pulang[1]) == [("dikembalikan", "SLAMET")]


def test_papers_that_are_gone_already_are_not_given_twice(asli, pulang):
    dialog = asli.buka()
    asli.pilih("siti")
    r = asli.simpanan(pulang[0])
    kode = frozenset(b.kode for b in r.berkas if b.asli_di_kantor)
    asli.kantor.meja.asli.keluarkan(
        "lain", r, kode, AsliKeluar.DIKEMBALIKAN, "Siti", asli.kantor.kasi
    )
    asli.kembalikan()
    assert "sudah berubah" in dialog.spanduk.teks
    assert asli.nama == ["Budi Santoso"]
    assert asli.terbuka == ""
    assert len(asli.gerak_asli(pulang[0])) == 1


def test_a_register_that_cannot_be_read_is_said_in_words(asli, pulang, tmp_path):
    dialog = asli.buka()
    asli.kantor.store.close()
    (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
    asli.tekan(K.Key_Down)
    assert "kembalikan dari cadangan" in dialog.spanduk.teks
    assert asli.terbuka == ""
    dialog.spanduk.sembunyikan()
    dialog.muat_ulang()
    assert dialog.spanduk.isVisible()
    assert len(asli.nama) == 2  # what was read before is still there to look at


def cetak(asli):
    asli.tekan(K.Key_P, CTRL)
    asli.tunggu(lambda: asli.pencetak.dialog is not None)
    cetak = asli.pencetak.dialog
    assert isinstance(cetak, DialogCetak)
    asli.tunggu(lambda: cetak.keadaan is Keadaan.SIAP)
    assert QApplication.activeModalWidget() is cetak
    assert cetak.parent() is asli.dialog
    return cetak


def test_the_list_is_printed_over_the_window_and_leads_back_to_it(asli, pulang):
    dialog = asli.buka()
    cetak(asli)
    asli.tekan(K.Key_S, CTRL)
    asli.izinkan()
    asli.tekan(K.Key_Escape)
    asli.tunggu(lambda: asli.pencetak.dialog is None)
    assert QApplication.activeModalWidget() is dialog
    assert [p.suffix for p in asli.keluar.glob("*.pdf")] == [".pdf"]
    (baris,) = asli.kantor.meja.pencetakan.list_cetakan()
    assert (baris.judul, baris.hasil) == ("Daftar asli masih di kantor", "tersimpan")
    asli.pilih("siti")  # the window works on
    assert asli.terbuka == "Siti Aminah"


def test_a_list_that_is_still_on_its_way_to_the_printer_outlives_the_window(asli, pulang):
    asli.printer = (PrinterTersedia("Laser", True),)
    dialog = asli.buka()
    satu = cetak(asli)
    asli.sampai.clear()
    asli.tekan(K.Key_P, CTRL)
    assert satu.keadaan is Keadaan.MENGIRIM
    asli.tekan(K.Key_Escape)
    asli.tunggu(lambda: QApplication.activeModalWidget() is dialog)
    asli.tekan(K.Key_P, CTRL)
    assert dialog.spanduk.teks.startswith("Cetakan sebelumnya masih dikirim")
    asli.tekan(K.Key_Escape)
    hapus()
    assert not dialog.isVisible()
    assert shiboken6.isValid(satu)
    asli.sampai.set()
    asli.tunggu(lambda: asli.pencetak.dialog is None)
    asli.tunggu(lambda: not shiboken6.isValid(dialog))
    (baris,) = asli.kantor.meja.pencetakan.list_cetakan()
    assert (baris.tujuan, baris.hasil) == ("Laser", "belum_pasti")
