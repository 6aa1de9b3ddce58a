"""The print window as the officer uses it, with a fake `lp` outside the program."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QRadioButton

from sooko_desk.domain.errors import UserError
from sooko_desk.ui import theme
from sooko_desk.ui.cetak import pesan
from sooko_desk.ui.cetak.dialog_cetak import DialogCetak, Keadaan
from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak
from sooko_desk.ui.cetak.lembar import Lembar
from sooko_desk.ui.cetak.panel_cetak import PanelCetak
from sooko_desk.ui.cetak.tugas import PrinterTersedia
from sooko_desk.ui.kit.tombol import Tombol

if TYPE_CHECKING:
    from pathlib import Path

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module", autouse=True)
def _tema(qapp):
    theme.apply(qapp)


class SetelanIngatan:
    def __init__(self) -> None:
        self.isi: dict[str, str] = {}

    def get(self, key: str) -> str:
        return self.isi.get(key, "")

    def set(self, key: str, value: str) -> None:
        self.isi[key] = value


class Jendela:
    """One print window and what it told the outside."""

    def __init__(self, qtbot, pdf: bytes, **dunia) -> None:
        self.qtbot = qtbot
        self.setelan = dunia.pop("setelan", SetelanIngatan())
        self.kabar: list[tuple[object, ...]] = []
        dokumen = DokumenCetak("tanda_bukti", "Tanda Bukti 0012", "tanda-bukti-0012.pdf", pdf)
        self.dialog = DialogCetak(dokumen, DuniaCetak(self.setelan, **dunia))
        self.dialog.tercetak.connect(self._on_tercetak)
        self.dialog.dikonfirmasi.connect(self._on_dikonfirmasi)
        self.dialog.tersimpan.connect(self._on_tersimpan)
        self.dialog.gagal.connect(self._on_gagal)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def wait(self, keadaan: Keadaan) -> None:
        self.qtbot.waitUntil(lambda: self.dialog.keadaan is keadaan, timeout=5_000)

    def press(self, tombol: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.dialog, tombol, modifier)

    def click(self, nama: str) -> None:
        tombol = next(t for t in self.dialog.findChildren(Tombol) if t.accessibleName() == nama)
        self.qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)

    def field(self, nama: str) -> QLineEdit:
        semua = self.dialog.findChildren(QLineEdit)
        return next(satu for satu in semua if satu.accessibleName() == nama)

    @property
    def kalimat(self) -> str:
        return self.dialog.findChild(PanelCetak).kalimat

    @property
    def printer(self) -> str:
        return self.dialog.findChild(QComboBox).currentText()

    def close(self) -> None:
        self.dialog.reject()
        self.wait_freed()

    def wait_freed(self) -> None:
        self.qtbot.waitUntil(lambda: not shiboken6.isValid(self.dialog), timeout=5_000)

    def _on_tercetak(self, printer: str, salinan: int) -> None:
        self.kabar.append(("tercetak", printer, salinan))

    def _on_dikonfirmasi(self, jawaban: bool) -> None:
        self.kabar.append(("dikonfirmasi", jawaban))

    def _on_tersimpan(self, path: str) -> None:
        self.kabar.append(("tersimpan", path))

    def _on_finished(self) -> None:
        self.kabar.append(("finished",))

    def _on_gagal(self, kalimat: str) -> None:
        self.kabar.append(("gagal", kalimat))


def test_enter_prints_and_y_confirms_and_closes(qtbot, lp_palsu, pdf_of):
    pdf = pdf_of()
    jendela = Jendela(qtbot, pdf)
    jendela.wait(Keadaan.SIAP)
    assert jendela.printer == "Loket"
    jendela.press(Qt.Key.Key_Return)
    assert jendela.kalimat == "Mengirim ke printer…"
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    assert lp_palsu.kiriman == pdf
    assert "Sooko Desk - tanda bukti" in lp_palsu.perintah
    jendela.press(Qt.Key.Key_Y)
    jendela.wait_freed()
    assert jendela.kabar == [("tercetak", "Loket", 1), ("dikonfirmasi", True), ("finished",)]
    assert jendela.setelan.isi == {"printer/tanda_bukti": "Loket"}


def test_a_second_enter_answers_nothing(qtbot, lp_palsu, pdf_of):
    jendela = Jendela(qtbot, pdf_of())
    jendela.wait(Keadaan.SIAP)
    jendela.press(Qt.Key.Key_Return)
    jendela.press(Qt.Key.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    jendela.press(Qt.Key.Key_Return)
    assert jendela.dialog.keadaan is Keadaan.MENUNGGU_JAWABAN
    assert jendela.kabar == [("tercetak", "Loket", 1)]
    jendela.close()


def test_not_come_out_leads_back_to_printing(qtbot, lp_palsu, pdf_of):
    jendela = Jendela(qtbot, pdf_of())
    jendela.wait(Keadaan.SIAP)
    jendela.press(Qt.Key.Key_P, CTRL)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    jendela.press(Qt.Key.Key_U)
    assert jendela.dialog.keadaan is Keadaan.SIAP
    assert "lalu tekan Cetak lagi" in jendela.kalimat
    jendela.press(Qt.Key.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    jendela.click("Ya, sudah")
    assert jendela.kabar == [
        ("tercetak", "Loket", 1),
        ("dikonfirmasi", False),
        ("tercetak", "Loket", 1),
        ("dikonfirmasi", True),
        ("finished",),
    ]


def test_copies_and_pages_are_typed(qtbot, lp_palsu, pdf_of):
    jendela = Jendela(qtbot, pdf_of(jumlah=4))
    jendela.wait(Keadaan.SIAP)
    jendela.field("Jumlah salinan").setFocus()
    jendela.press(Qt.Key.Key_3)
    semua, sebagian = jendela.dialog.findChildren(QRadioButton)
    assert semua.text() == "Semua (4 halaman)"
    sebagian.click()
    jendela.press(Qt.Key.Key_3)
    jendela.press(Qt.Key.Key_Return)
    jendela.wait(Keadaan.MENUNGGU_JAWABAN)
    assert jendela.kabar == [("tercetak", "Loket", 3)]
    teks = " ".join(lp_palsu.perintah)
    assert "-n 3" in teks
    assert "-P 3-4" in teks
    jendela.close()


def test_letters_y_and_u_do_nothing_before_the_question(qtbot, lp_palsu, pdf_of):
    jendela = Jendela(qtbot, pdf_of())
    jendela.wait(Keadaan.SIAP)
    jendela.press(Qt.Key.Key_Y)
    jendela.press(Qt.Key.Key_U)
    assert jendela.kabar == []
    assert jendela.dialog.isVisible()
    jendela.close()


@pytest.mark.parametrize(
    ("terakhir", "dipilih", "kalimat"),
    [
        ("Gudang", "Gudang", ""),
        ("", "Loket", ""),
        ("Rusak", "Loket", "“Rusak”, tidak ada"),
        ("Microsoft Print to PDF", "Microsoft Print to PDF", "bukan printer kertas"),
    ],
)
def test_the_last_printer_of_this_document_is_offered(
    qtbot, lp_palsu, pdf_of, terakhir, dipilih, kalimat
):
    daftar = tuple(map(PrinterTersedia, ("Gudang", "Microsoft Print to PDF")))
    setelan = SetelanIngatan()
    setelan.isi["printer/tanda_bukti"] = terakhir
    jendela = Jendela(
        qtbot,
        pdf_of(),
        setelan=setelan,
        list_printer=lambda: (*daftar, PrinterTersedia("Loket", bawaan=True)),
    )
    jendela.wait(Keadaan.SIAP)
    assert jendela.printer == dipilih
    assert kalimat in jendela.kalimat
    assert bool(kalimat) == bool(jendela.kalimat)
    jendela.close()


@pytest.mark.parametrize(
    "cara",
    [
        ("click", "Muat ulang daftar printer"),
        ("press", Qt.Key.Key_F5),
        ("press", Qt.Key.Key_Return),
    ],
)
def test_without_a_printer_saving_is_left_and_reloading_helps(qtbot, lp_palsu, pdf_of, cara):
    lp_palsu.set_queues()
    jendela = Jendela(qtbot, pdf_of())
    jendela.wait(Keadaan.SIAP)
    assert jendela.printer == "Tidak ada printer"
    assert "Nyalakan printer" in jendela.kalimat
    jendela.press(Qt.Key.Key_P, CTRL)
    assert jendela.dialog.keadaan is Keadaan.SIAP
    lp_palsu.set_queues("Loket")
    getattr(jendela, cara[0])(*cara[1:])
    jendela.wait(Keadaan.SIAP)
    assert jendela.printer == "Loket"
    assert jendela.kalimat == ""
    jendela.close()


def test_a_print_system_that_does_not_answer_is_told(qtbot, pdf_of):
    def diam() -> tuple[PrinterTersedia, ...]:
        raise UserError("Layanan cetak tidak berjalan.")

    jendela = Jendela(qtbot, pdf_of(), list_printer=diam)
    jendela.wait(Keadaan.SIAP)
    assert jendela.kalimat == "Layanan cetak tidak berjalan."
    jendela.close()


def test_a_printer_that_vanished_is_told_and_not_remembered(qtbot, lp_palsu, pdf_of):
    jendela = Jendela(qtbot, pdf_of())
    jendela.wait(Keadaan.SIAP)
    lp_palsu.set(keadaan="")
    jendela.press(Qt.Key.Key_Return)
    jendela.wait(Keadaan.SIAP)
    assert "tidak ada lagi di komputer ini" in jendela.kalimat
    assert jendela.setelan.isi == {}
    assert jendela.kabar == []
    jendela.close()
    assert jendela.kabar == [
        ("gagal", pesan.sebut_belum("Tanda Bukti 0012")),
        ("finished",),
    ]


def test_closing_while_sending_hides_and_ends_after_the_result(qtbot, pdf_of):
    terima = threading.Event()
    jendela = Jendela(
        qtbot,
        pdf_of(),
        list_printer=lambda: (PrinterTersedia("Loket"),),
        cetak_pdf=lambda _pdf, _tugas: terima.wait(5),
    )
    jendela.wait(Keadaan.SIAP)
    jendela.press(Qt.Key.Key_Return)
    jendela.press(Qt.Key.Key_Escape)
    assert not jendela.dialog.isVisible()
    assert jendela.kabar == []
    terima.set()
    jendela.wait_freed()
    assert jendela.kabar == [("tercetak", "Loket", 1), ("finished",)]


def test_a_damaged_document_is_not_printed(qtbot, lp_palsu):
    jendela = Jendela(qtbot, b"bukan pdf")
    jendela.wait(Keadaan.SIAP)
    jendela.press(Qt.Key.Key_P, CTRL)
    assert jendela.dialog.keadaan is Keadaan.SIAP
    assert lp_palsu.perintah == []
    jendela.close()


def test_saving_asks_for_a_place_and_tells_it(qtbot, lp_palsu, pdf_of, tmp_path):
    ditanya: list[tuple[str, str]] = []

    def pilih(judul: str, nama_awal: str) -> Path:
        ditanya.append((judul, nama_awal))
        return tmp_path / nama_awal

    pdf = pdf_of()
    jendela = Jendela(qtbot, pdf, pilih_berkas=pilih)
    jendela.wait(Keadaan.SIAP)
    jendela.press(Qt.Key.Key_S, CTRL)
    tujuan = tmp_path / "tanda-bukti-0012.pdf"
    assert ditanya == [("Simpan sebagai PDF", "tanda-bukti-0012.pdf")]
    assert tujuan.read_bytes() == pdf
    assert jendela.kabar == [("tersimpan", str(tujuan))]
    assert jendela.kalimat == f"Tersimpan di {tujuan}"
    jendela.close()


def test_giving_up_on_saving_changes_nothing(qtbot, lp_palsu, pdf_of):
    jendela = Jendela(qtbot, pdf_of(), pilih_berkas=lambda _judul, _nama: None)
    jendela.wait(Keadaan.SIAP)
    jendela.click("Simpan PDF…")
    assert jendela.kabar == []
    assert jendela.kalimat == ""
    jendela.close()


def test_a_place_that_cannot_be_written_is_told_in_the_window(qtbot, lp_palsu, pdf_of, tmp_path):
    hilang = tmp_path / "flashdisk" / "a.pdf"
    jendela = Jendela(qtbot, pdf_of(), pilih_berkas=lambda _judul, _nama: hilang)
    jendela.wait(Keadaan.SIAP)
    jendela.press(Qt.Key.Key_S, CTRL)
    assert "tidak ada lagi" in jendela.kalimat
    jendela.close()
    assert [satu[0] for satu in jendela.kabar] == ["gagal", "finished"]


def test_the_window_fits_the_office_screen_in_every_state(qtbot, qapp, lp_palsu, pdf_of):
    nama = "HP LaserJet Professional P1102w di ruang pelayanan"
    terpanjang = str(
        pesan.kertas_tak_dikenal(nama, Lembar(215, 330, rebah=False, halaman=range(1)))
    )
    jawaban = [UserError(terpanjang)]

    def cetak(_pdf: bytes, _tugas: object) -> None:
        if jawaban:
            raise jawaban.pop()

    jendela = Jendela(
        qtbot, pdf_of(jumlah=3), list_printer=lambda: (PrinterTersedia(nama),), cetak_pdf=cetak
    )
    jendela.wait(Keadaan.SIAP)
    for sesudah in (Keadaan.SIAP, Keadaan.MENUNGGU_JAWABAN):
        jendela.press(Qt.Key.Key_Return)
        jendela.wait(sesudah)
        qapp.processEvents()
        assert jendela.dialog.width() <= 1040
        assert jendela.dialog.height() <= 560
    jendela.close()
    assert jendela.kabar == [("tercetak", nama, 1), ("finished",)]


def test_a_bug_while_printing_does_not_leave_the_window_waiting(qtbot, pdf_of):
    def rusak(_pdf: bytes, _tugas: object) -> None:
        raise KeyError("bug")

    jendela = Jendela(
        qtbot, pdf_of(), list_printer=lambda: (PrinterTersedia("Loket"),), cetak_pdf=rusak
    )
    jendela.wait(Keadaan.SIAP)
    with qtbot.captureExceptions() as salah:
        jendela.press(Qt.Key.Key_Return)
        jendela.wait(Keadaan.SIAP)
    assert [satu[0] for satu in salah] == [KeyError]
    assert "kesalahan program" in jendela.kalimat
    jendela.close()
