"""Every window beside the steps opens by its key and by the menu, on the case that is meant."""

from __future__ import annotations

import pytest
import shiboken6
from builders import PIN_OPERATOR
from flows.loket import CTRL, ENTER, NAMA, NIK, NKK, K, kirim_hapusan
from flows.siap import kk_lengkap, mulai_entri
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.asli.dialog import DialogAsli
from sooko_desk.ui.gangguan import DialogGangguan
from sooko_desk.ui.kepatuhan import DialogKepatuhan
from sooko_desk.ui.kiriman.dialog import DialogKiriman
from sooko_desk.ui.koreksi import DialogKoreksi
from sooko_desk.ui.lampiran.jendela_lampiran import JendelaLampiran
from sooko_desk.ui.pengambilan.dialog import DialogBelumDiambil
from sooko_desk.ui.pilih_formulir import PilihFormulir


@pytest.fixture
def entri(loket):
    """A KK that waits for data entry, open; the operator is at work."""
    return mulai_entri(loket, kk_lengkap)


def tunggu_dialog(loket, jenis):
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), jenis))
    return QApplication.activeModalWidget()


def tutup(loket, dialog):
    for _ in range(3):
        if QApplication.activeModalWidget() is not None:
            loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


@pytest.mark.parametrize(
    ("tombol", "jenis"),
    [
        (K.Key_B, DialogAsli),
        (K.Key_U, DialogBelumDiambil),
        (K.Key_K, DialogKiriman),
        (K.Key_G, DialogGangguan),
        (K.Key_M, DialogKepatuhan),
        (K.Key_L, JendelaLampiran),
        (K.Key_E, DialogKoreksi),
        (K.Key_F, PilihFormulir),
    ],
)
def test_a_window_opens_by_its_key_and_frees_itself(entri, tombol, jenis):
    entri.tekan(tombol, CTRL)
    tutup(entri, tunggu_dialog(entri, jenis))


def test_the_story_of_the_open_case_is_printed(entri):
    entri.tekan(K.Key_H, CTRL)
    teks = "\n".join(entri.simpan_cetakan())
    assert NAMA.upper() in teks
    assert NIK not in teks.replace(" ", "")
    assert "Data terinput" not in teks
    assert entri.panel.permohonan_id == 1


def test_a_form_goes_to_paper_and_is_never_left_on_disk(entri):
    entri.tekan(K.Key_F, CTRL)
    tunggu_dialog(entri, PilihFormulir)
    entri.tekan(ENTER)
    dialog = entri.tunggu_cetak()
    entri.tekan(K.Key_S, CTRL)
    assert list(entri.keluar.iterdir()) == []
    assert not dialog._panel.simpan.isVisible()
    entri.tutup_cetak()


def test_the_menus_offer_the_same(entri):
    for tombol in (entri.jendela.kerja._lain.tombol, entri.tab.alat.tombol):
        assert len(tombol.menu().actions()) >= 5
        assert all(aksi.text() for aksi in tombol.menu().actions())


def test_the_companion_copies_asks_for_the_reference_and_records_the_step(entri):
    panel = entri.panel
    for kunci, isi in (("peristiwa", "KELAHIRAN"),):
        pilihan = panel.borang.baris[kunci].input
        pilihan.setFocus()
        entri.ketik(isi)
        entri.tekan(ENTER)
    entri.tekan(K.Key_F4)
    pendamping = entri.jendela.pendamping
    jendela = pendamping._jendela
    entri.tangan.tunggu(jendela.isVisible)
    QTest.keyClick(jendela, Qt.Key.Key_Space)
    assert QApplication.clipboard().text() != ""
    pendamping.selesai.emit(1, "SP-900")
    entri.tangan.tunggu(lambda: entri.permohonan().ringkasan.posisi == "verifikasi")
    assert entri.permohonan().isian["nomor_referensi_siak"] == "SP-900"
    assert not jendela.isVisible()


def test_nothing_personal_stays_in_the_clipboard_after_closing(entri):
    entri.tekan(K.Key_F4)
    jendela = entri.jendela.pendamping._jendela
    entri.tangan.tunggu(jendela.isVisible)
    for _ in range(4):
        QTest.keyClick(jendela, Qt.Key.Key_Space)
        if QApplication.clipboard().text() in (NIK, NKK):
            break
    assert QApplication.clipboard().text() in (NIK, NKK)
    entri.tutup()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert NIK not in QApplication.clipboard().text()
    for path in entri.data.rglob("*"):
        if path.is_file():
            assert NIK.encode() not in path.read_bytes()
    entri.buka(PIN_OPERATOR)
