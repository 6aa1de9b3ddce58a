"""Paper, margins and habits in the print window; the reason of a copy; news of the job."""

from __future__ import annotations

from functools import partial

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import Qt
from ui.cetak.jendela_cetak import (
    KERTAS_A4,
    KERTAS_A5,
    KERTAS_F4,
    JendelaCetak,
    PrinterPalsu,
    SetelanIngatan,
)

from sooko_desk.domain.errors import RuleError, UserError
from sooko_desk.printing.kertas import A4, Pinggir
from sooko_desk.ui import theme
from sooko_desk.ui.cetak import pemantau, pesan
from sooko_desk.ui.cetak.dialog_cetak import Keadaan
from sooko_desk.ui.cetak.posisi_cetak import DialogPosisi
from sooko_desk.ui.cetak.setelan_cetak import keep_geser, read_kebiasaan
from sooko_desk.ui.cetak.tugas import KabarTugas, KertasPrinter, Nasib, find_kertas

K = Qt.Key


@pytest.fixture(scope="module", autouse=True)
def _tema(qapp):
    theme.apply(qapp)


@pytest.fixture
def bangun(pdf_of):
    return lambda kertas, halaman=1: pdf_of(kertas.lebar, kertas.tinggi, halaman)


@pytest.fixture
def buka(qtbot, bangun):
    terbuka = []

    def buat(printer=None, halaman=1, **isi) -> JendelaCetak:
        satu = partial(bangun, halaman=halaman)
        terbuka.append(JendelaCetak(qtbot, printer or PrinterPalsu(), satu, **isi))
        return terbuka[-1]

    yield buat
    for jendela in terbuka:
        if shiboken6.isValid(jendela.dialog):
            jendela.dialog.reject()
        qtbot.waitUntil(lambda j=jendela: not shiboken6.isValid(j.dialog), timeout=5_000)


@pytest.mark.parametrize(
    ("ukuran", "nama"),
    [
        ((210, 297), "a4"),
        ((213, 300), "a4"),
        ((213.1, 297), None),
        ((215, 330), "F4 kantor"),
        ((210, 330), None),
    ],
)
def test_paper_is_chosen_by_size_within_three_mm(ukuran, nama):
    kertas = find_kertas((KERTAS_A4, KERTAS_A5, KERTAS_F4), *ukuran)
    assert (kertas and kertas.nama) == nama


def test_the_documents_own_paper_is_chosen_and_missing_ones_are_marked(buka):
    jendela = buka(PrinterPalsu((KERTAS_A4, KERTAS_A5)))
    combo = jendela.combo("Kertas")
    jendela.wait_for(lambda: combo.itemText(2) == "F4 – printer tidak punya")
    assert combo.currentText() == "A4 (210 × 297 mm)"
    assert jendela.kalimat == ""


def test_another_paper_builds_the_document_anew_and_is_remembered(buka):
    printer = PrinterPalsu()
    jendela = buka(printer)
    jendela.combo("Kertas").setCurrentIndex(2)
    jendela.press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    with pypdfium2.PdfDocument(printer.pdf[0]) as dokumen:
        sisi = [satu * 25.4 / 72 for satu in dokumen.get_page_size(0)]
    assert sisi == pytest.approx([215, 330], abs=0.1)
    assert jendela.dialog.kertas == "F4"
    assert read_kebiasaan(jendela.setelan, "tanda_bukti").kertas == "F4"
    kedua = buka(PrinterPalsu(), setelan=jendela.setelan)
    assert kedua.combo("Kertas").currentText() == "F4 (215 × 330 mm)"


def test_a_paper_that_the_document_refuses_puts_the_old_one_back(qtbot, pdf_of):
    def bangun(kertas):
        if kertas is not A4:
            raise RuleError("Tidak bisa di kertas itu.")
        return pdf_of(210, 297)

    jendela = JendelaCetak(qtbot, PrinterPalsu(), bangun)
    jendela.combo("Kertas").setCurrentIndex(1)
    assert jendela.kalimat == "Tidak bisa di kertas itu."
    assert jendela.combo("Kertas").currentIndex() == 0
    jendela.dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(jendela.dialog), timeout=5_000)


@pytest.mark.parametrize(
    ("kertas", "jalan"),
    [((KERTAS_A5,), "Pilih kertas A5, atau"), ((KertasPrinter("x", 90, 90, Pinggir()),), "Tambah")],
)
def test_a_printer_without_the_paper_is_told_with_a_way_out(buka, kertas, jalan):
    jendela = buka(PrinterPalsu(kertas))
    jendela.wait_for(lambda: "tidak mengenal kertas 210 × 297 mm" in jendela.kalimat)
    assert jalan in jendela.kalimat
    assert "Print Server Properties" in jendela.kalimat


def test_cut_content_is_told_and_fitting_it_is_off_until_ticked(buka):
    lebar = Pinggir(6, 13, 6, 13)  # the page's frame stands 10 mm from the edges
    printer = PrinterPalsu((KertasPrinter("a4", 210, 297, lebar),))
    jendela = buka(printer)
    jendela.wait_for(lambda: "tidak mencapai tepi kertas" in jendela.kalimat)
    jendela.press(K.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    jendela.press(K.Key_U)
    jendela.centang("Muat ke bidang cetak").click()
    jendela.press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    assert [tugas.bidang for tugas in printer.tugas] == [None, lebar]
    kedua = buka(printer, setelan=jendela.setelan)
    assert kedua.centang("Muat ke bidang cetak").isChecked()
    assert kedua.kalimat == ""


def test_ticking_takes_the_warning_away(buka):
    jendela = buka(PrinterPalsu((KertasPrinter("a4", 210, 297, Pinggir(20, 20, 20, 20)),)))
    jendela.wait_for(lambda: "terpotong" in jendela.kalimat)
    jendela.centang("Muat ke bidang cetak").click()
    assert jendela.kalimat == ""


def test_a_measured_position_is_confirmed_in_the_print_window(buka, qtbot):
    jendela = buka()
    jendela.panel.pilihan.posisi_diminta.emit()
    [posisi] = jendela.dialog.findChildren(DialogPosisi)
    assert posisi.focusWidget() is posisi.cetak
    for isian in (posisi.kiri, posisi.atas):
        qtbot.keyClicks(isian, "9")
    posisi.simpan.click()
    assert jendela.kalimat == (
        "Posisi cetak “Loket” tersimpan: isi digeser 1,0 mm ke kanan dan 1,0 mm ke bawah."
    )


def test_the_printer_that_is_gone_is_named_beside_the_missing_paper(buka):
    setelan = SetelanIngatan(**{"printer/tanda_bukti": "HP LaserJet di ruang pelayanan"})
    jendela = buka(PrinterPalsu((KERTAS_A5,)), setelan=setelan, salinan=2, halaman=3)
    jendela.wait_for(lambda: "tidak mengenal kertas" in jendela.kalimat)
    assert jendela.kalimat.startswith("Printer yang terakhir dipakai")
    assert jendela.dialog.height() <= 560


def test_the_printers_own_offset_goes_with_the_order(buka):
    setelan, printer = SetelanIngatan(), PrinterPalsu()
    keep_geser(setelan, "Loket", (1.5, -2.0), rebah=False)
    keep_geser(setelan, "Loket", (9.0, 9.0), rebah=True)
    jendela = buka(printer, setelan=setelan)
    jendela.press(K.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    assert printer.tugas[0].geser == (1.5, -2.0)


@pytest.mark.parametrize(("salinan", "nanti"), [("3", "3"), ("30", "1")])
def test_copies_are_remembered_unless_they_were_many(buka, salinan, nanti):
    jendela = buka()
    jendela.field("Jumlah salinan").setText(salinan)
    jendela.press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    kedua = buka(setelan=jendela.setelan)
    assert kedua.field("Jumlah salinan").text() == nanti


def test_a_copy_is_not_printed_before_its_reason_is_given(buka):
    printer = PrinterPalsu()
    jendela = buka(printer, salinan=2)
    assert jendela.panel.alasan.isAncestorOf(jendela.dialog.focusWidget())
    jendela.press(K.Key_Return)
    assert "alasan cetak ulang" in jendela.kalimat
    assert printer.tugas == []
    jendela.press(K.Key_Down)
    jendela.press(K.Key_Down)
    jendela.press(K.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    assert jendela.dialog.alasan == "Hilang"


def test_a_reason_of_ones_own_is_typed(buka, qtbot):
    jendela = buka(salinan=1)
    qtbot.keyClicks(jendela.dialog.focusWidget(), "  basah   kena hujan ")
    jendela.press(K.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    assert jendela.dialog.alasan == "basah kena hujan"


def test_the_first_print_asks_for_no_reason(buka):
    jendela = buka()
    assert jendela.panel.alasan is None
    assert jendela.dialog.alasan == ""


def test_a_printer_that_says_itself_that_it_is_done_is_not_doubted(buka):
    printer = PrinterPalsu()
    printer.kabar = KabarTugas(Nasib.SELESAI, pesan.PRINTER_SELESAI, pasti=True)
    jendela = buka(printer)
    jendela.press(K.Key_Return)
    jendela.wait_for(lambda: ("dikonfirmasi", True) in jendela.kabar)
    assert jendela.kabar == [("tercetak", "Loket", 1), ("dikonfirmasi", True)]


def test_a_cancelled_job_leads_back_to_printing(buka):
    printer = PrinterPalsu()
    printer.kabar = KabarTugas(Nasib.GAGAL, pesan.DIBATALKAN)
    jendela = buka(printer)
    jendela.press(K.Key_Return)
    jendela.wait_for(lambda: ("dikonfirmasi", False) in jendela.kabar)
    assert jendela.dialog.keadaan is Keadaan.SIAP
    assert jendela.kalimat == pesan.DIBATALKAN


def test_news_of_the_job_stand_below_the_question_until_it_is_answered(buka, monkeypatch):
    monkeypatch.setattr(pemantau, "JEDA_MS", 1)
    printer = PrinterPalsu()
    printer.kabar = KabarTugas(Nasib.TERTAHAN, pesan.Halangan.KERTAS.value)
    jendela = buka(printer)
    jendela.press(K.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    jendela.wait_for(lambda: "Kertas habis" in jendela.panel.keterangan)
    printer.kabar = KabarTugas(Nasib.SELESAI, pesan.SUDAH_DITERIMA)
    jendela.wait_for(lambda: pesan.SUDAH_DITERIMA in jendela.panel.keterangan)
    assert jendela.dialog.keadaan is Keadaan.MENUNGGU_JAWABAN
    assert jendela.dialog.height() <= 560


def test_a_refused_print_is_told_for_the_log(buka):
    printer = PrinterPalsu()
    printer.galat = UserError("Printer hilang.")
    jendela = buka(printer)
    jendela.press(K.Key_Return)
    jendela.wait_for(lambda: bool(jendela.kabar))
    assert jendela.kabar == [("tidak", "Loket", 1)]


def test_printing_directly_next_time_is_ticked_in_the_window(buka):
    jendela = buka()
    jendela.centang("Lain kali cetak langsung").click()
    jendela.press(K.Key_P, Qt.KeyboardModifier.ControlModifier)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    assert read_kebiasaan(jendela.setelan, "tanda_bukti").langsung


@pytest.mark.parametrize("salinan", [0, 2])
def test_the_longest_sentence_fits_the_office_screen(buka, qapp, monkeypatch, salinan):
    kecil = tuple(KertasPrinter(n, s, s, Pinggir()) for n, s in (("a", 90), ("b", 91)))
    panjang = "HP LaserJet Professional P1102w di ruang pelayanan"
    monkeypatch.setattr(
        pesan,
        "sebut_tanpa_kertas",
        lambda _n, *isi, asli=pesan.sebut_tanpa_kertas: asli(panjang, *isi),
    )
    jendela = buka(PrinterPalsu(kecil), salinan=salinan, halaman=3)
    jendela.wait_for(lambda: "tidak mengenal" in jendela.kalimat)
    qapp.processEvents()
    assert jendela.dialog.height() <= 560
    assert jendela.dialog.width() <= 1040
