"""Originals from the counter to the counter: taken in, listed, given back, told, printed."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, K, kirim_hapusan
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from ui.papan_pemindai import Keyboard

from sooko_desk.ui.asli.dialog import DialogAsli
from sooko_desk.ui.daftar_tombol import TOMBOL
from sooko_desk.ui.kit.lencana import Lencana

NAMA = "SUWARTI NINGSIH"


class Pemindai(Keyboard):
    """The program's loop rests between two keys, as with a real scanner."""

    def event(self, *key):
        QApplication.processEvents()
        super().event(*key)


@pytest.fixture
def titipan(loket):
    """A KK case that came with two originals and a copy, taken in by keys alone."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk(nama=NAMA)
    loket.tekan(K.Key_Home)
    loket.tekan(K.Key_A)
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_A)
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_F)
    loket.simpan()
    return loket


def buka_asli(loket):
    loket.tekan(K.Key_B, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogAsli)
    return dialog


def tutup_asli(loket, dialog):
    """Escape until the window is gone; it frees itself."""
    for _ in range(3):
        if QApplication.activeModalWidget() is not None:
            loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def list_asli(loket, nomor=1):
    return [b.nama for b in loket.permohonan(nomor).berkas if b.asli_di_kantor]


def kata_riwayat(loket):
    """The story of the case in the register's tab, as words."""
    loket.tekan(K.Key_F3)
    loket.isi("suwarti")
    riwayat = loket.jendela.kerja.register.riwayat
    kata = [label.text() for label in riwayat.findChildren(QLabel)]
    return [*kata, *(chip.teks for chip in riwayat.findChildren(Lencana))]


def test_originals_are_taken_in_given_back_told_and_printed(titipan):
    loket = titipan
    kedua = list_asli(loket)
    assert len(kedua) == 2
    dialog = buka_asli(loket)
    assert dialog.daftar.model.index(0, 1).data() == "2"
    loket.ketik("suwarti")
    loket.tekan(ENTER)
    assert isinstance(loket.fokus(), QCheckBox)
    loket.ketik("1")
    loket.tekan(ENTER)
    loket.ketik("Slamet Riyadi")
    loket.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks == f"1 berkas asli {NAMA} dikembalikan kepada SLAMET RIYADI."
    assert list_asli(loket) == kedua[1:]
    peristiwa = loket.permohonan().riwayat[-1]
    assert (peristiwa.langkah, peristiwa.hasil) == ("asli", "dikembalikan")
    assert peristiwa.rincian == {"Berkas": kedua[0], "Diterima oleh": "SLAMET RIYADI"}
    assert peristiwa.petugas == NAMA_OPERATOR
    assert loket.permohonan().ringkasan.posisi == "periksa"  # the case waits as before
    loket.tekan(K.Key_P, CTRL)
    teks = " ".join(" ".join(loket.simpan_cetakan()).split())
    assert kedua[1] in teks
    assert kedua[0] not in teks
    assert loket.permohonan().ringkasan.pemohon.nik not in teks.replace(" ", "")
    assert QApplication.activeModalWidget() is dialog
    tutup_asli(loket, dialog)
    cerita = kata_riwayat(loket)
    assert "Asli dikembalikan" in cerita
    assert f"Berkas: {kedua[0]}. Diterima oleh: SLAMET RIYADI" in cerita


def test_a_mistake_is_taken_back_and_the_story_tells_both(titipan):
    loket = titipan
    dialog = buka_asli(loket)
    loket.ketik("suwarti")
    loket.tekan(ENTER)
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(ENTER, CTRL)
    assert list_asli(loket) == []
    loket.tekan(K.Key_Z, CTRL)
    assert len(list_asli(loket)) == 2
    tutup_asli(loket, dialog)
    cerita = kata_riwayat(loket)
    assert cerita.count("Berkas asli") == 2
    assert cerita[-2:] == ["Asli dikembalikan", "Pencatatan asli dibatalkan"]


def test_the_old_card_is_withdrawn_by_the_kasi_and_the_queue_goes_on(titipan):
    loket = titipan
    loket.ganti(PIN_KASI)
    loket.buka_tab(2)
    dialog = buka_asli(loket)
    loket.ketik("suwarti")
    loket.tekan(ENTER)
    loket.ketik("2")
    loket.tekan(K.Key_T, CTRL)
    loket.tekan(K.Key_Y)
    assert loket.riwayat()[-1] == ("asli", "ditarik")
    assert loket.permohonan().riwayat[-1].petugas == NAMA_KASI
    tutup_asli(loket, dialog)
    loket.pilih(NAMA)  # the queue behind has read the case anew: its next step is not refused
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "entri"


def test_a_scanned_receipt_opens_its_papers_in_the_window(titipan):
    loket = titipan
    dialog = buka_asli(loket)
    loket.ketik("wagiman")  # what was typed does not hide the scanned case
    Pemindai().scan("TB-KK-2026-00001")
    assert dialog.panel.nama.text() == NAMA
    assert isinstance(loket.fokus(), QCheckBox)
    tutup_asli(loket, dialog)


def test_the_card_of_keys_tells_of_the_window():
    assert any(tombol == "Ctrl+B" for _, baris in TOMBOL for tombol, _ in baris)
