"""Ctrl+Shift+D: the Kasi restricts a case; the counter sees no name of it; a look takes 20 s."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NAMA_KASI, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, NIK, SHIFT, K, kirim_hapusan
from flows.siap import kk_diterima, kk_lengkap, mulai
from flows.test_flow_ekspor import kk_terdaftar
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.dibatasi import DIBATASI
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.ui.batas_data import DialogBatas
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pembuka_nomor import LAMA_MS


def tunggu(loket, jenis):
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), jenis))
    return QApplication.activeModalWidget()


def jawab(loket, pin=PIN_KASI):
    dialog = tunggu(loket, MintaPin)
    loket.ketik(pin)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def cari(loket, kata):
    loket.buka_tab(5)
    loket.tekan(K.Key_Escape)
    loket.ketik(kata)
    loket.tekan(ENTER)


def buka(loket):
    loket.tekan(K.Key_D, CTRL | SHIFT)
    return tunggu(loket, DialogBatas)


def batasi(loket):
    dialog = buka(loket)
    loket.ketik("Diminta pemohon")
    loket.tekan(ENTER, CTRL)
    jawab(loket)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


@pytest.fixture
def terbuka(loket):
    """The Kasi looks at the one case in the register tab."""
    mulai(loket, kk_diterima, PIN_KASI)
    cari(loket, "suwarti")
    return loket


def isi_fakta(fakta):
    return " ".join(fakta.teks(label) for label in ("Pemohon", "NIK", "Alamat", "Telepon")).upper()


def test_from_then_on_nobody_reads_whose_case_it_is(terbuka):
    loket = terbuka
    dialog = buka(loket)
    assert "buku resmi" in " ".join(
        w.text() for w in dialog.findChildren(type(dialog.alasan._label))
    )
    loket.tekan(ENTER, CTRL)
    assert "Tulis dulu" in dialog.alasan.pesan
    loket.ketik("Diminta pemohon")
    dialog.tanggal.input.setFocus()
    loket.ketik("3122")
    loket.tekan(ENTER, CTRL)
    jawab(loket)
    assert dialog.tanggal.pesan
    dialog.tanggal.input.clear()
    loket.tekan(ENTER, CTRL)
    jawab(loket)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))
    register = loket.jendela.kerja.register
    assert register.fakta.teks("Pemohon") == DIBATASI
    assert "SUWARTI" not in isi_fakta(register.fakta)
    assert register.fakta.mata.isHidden()
    assert register.model_cari.rowCount() == 0
    loket.tekan(K.Key_N, CTRL | SHIFT)
    assert "dibatasi" in register.spanduk.teks
    assert not register.nomor.terbuka
    loket.ganti(PIN_OPERATOR)
    for kata, banyak in (("suwarti", 0), (NIK, 0), ("TB-KK-2026-00001", 1)):
        cari(loket, kata)
        assert register.model_cari.rowCount() == banyak, kata
    assert register.model_cari.index(0, 1).data() == DIBATASI
    loket.tekan(K.Key_D, CTRL | SHIFT)
    assert QApplication.activeModalWidget() is None
    assert "Hanya Kasi" in loket.jendela.kerja.spanduk.teks
    [kejadian] = loket.store.kejadian.list_kejadian([JenisKejadian.DATA_DIBATASI])
    assert kejadian.petugas == NAMA_KASI


def test_a_look_takes_pin_reason_and_twenty_seconds(terbuka):
    loket = terbuka
    batasi(loket)
    dialog = buka(loket)
    assert "Diminta pemohon" in " ".join(
        w.text() for w in dialog.findChildren(type(dialog.alasan._label))
    )
    loket.tekan(K.Key_L, CTRL)
    assert "Tulis dulu" in dialog.alasan.pesan
    loket.ketik("Diminta polisi")
    loket.tekan(K.Key_L, CTRL)
    jawab(loket)
    loket.tangan.tunggu(lambda: dialog.terbuka)
    assert NIK[-4:] in dialog.fakta.teks("NIK")
    assert "SUWARTI" in dialog.fakta.teks("Pemohon")
    assert dialog.fakta.isVisible()
    assert dialog._waktu.interval() == LAMA_MS == 20_000
    [kejadian] = loket.store.kejadian.list_kejadian([JenisKejadian.DATA_DIBUKA])
    assert kejadian.isi["alasan"] == "Diminta polisi"
    dialog._waktu.timeout.emit()
    assert not dialog.terbuka
    assert "SUWARTI" not in isi_fakta(dialog.fakta)
    assert dialog.fakta.isHidden()
    loket.ketik("Pemohon menarik permintaannya")
    loket.tekan(ENTER, CTRL)
    jawab(loket)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))
    assert "SUWARTI" in loket.jendela.kerja.register.fakta.teks("Pemohon")
    assert not loket.permohonan().ringkasan.dibatasi


def test_what_cannot_be_written_down_is_not_shown(terbuka, monkeypatch):
    loket = terbuka
    batasi(loket)

    def penuh(*_):
        raise UserError("Cakram penuh. Kosongkan dulu.")

    monkeypatch.setattr(loket.store.kejadian, "catat", penuh)
    dialog = buka(loket)
    loket.ketik("Diminta polisi")
    loket.tekan(K.Key_L, CTRL)
    tunggu(loket, MintaPin)
    jawab(loket)
    assert dialog.spanduk.teks == "Cakram penuh. Kosongkan dulu."
    assert not dialog.terbuka
    loket.tekan(K.Key_Escape)


def test_a_step_of_it_has_no_button_and_says_why(loket):
    mulai(loket, kk_lengkap, PIN_KASI)
    cari(loket, "suwarti")
    batasi(loket)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.pilih(DIBATASI)
    assert not loket.panel.hasil.tombol
    assert "dibatasi" in loket.panel._kerja._hak.text()
    assert "SUWARTI" not in isi_fakta(loket.panel.fakta)


def test_the_official_page_is_shown_after_the_pin_alone(loket, monkeypatch):
    mulai(loket, kk_terdaftar, PIN_KASI)
    cari(loket, "suwarti")
    batasi(loket)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(5)
    loket.tekan(K.Key_F9)
    tunggu(loket, MintaPin)
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is None)
    assert loket.jendela.pencetak.dialog is None
    loket.tekan(K.Key_F9)
    jawab(loket)
    [isi] = loket.simpan_cetakan()
    assert "SUWARTI" in isi
    [kejadian] = loket.store.kejadian.list_kejadian([JenisKejadian.DATA_DIBUKA])
    assert (kejadian.petugas, kejadian.isi["jumlah"]) == (NAMA_KASI, "1 baris")

    def penuh(*_):
        raise UserError("Cakram penuh. Kosongkan dulu.")

    monkeypatch.setattr(loket.store.kejadian, "catat", penuh)
    loket.tekan(K.Key_F9)
    jawab(loket)
    assert loket.jendela.pencetak.dialog is None
    assert "Cakram penuh" in loket.jendela.kerja.spanduk.teks
