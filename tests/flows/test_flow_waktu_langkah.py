"""A step that was recorded too late: the Kasi marks its time, and no statistic counts it."""

from __future__ import annotations

from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, NAMA, K
from printing.pdf_baca import page_texts
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.waktu_langkah import DialogWaktuLangkah


def siapkan(loket):
    """A case that the Kasi found complete a day too late, shown in the register."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    loket.ganti(PIN_KASI)
    loket.clock.maju(24 * 60)
    loket.kerjakan(NAMA)
    loket.tekan(K.Key_F3)
    loket.ketik("Suwarti")
    loket.tekan(ENTER)


def dialog():
    satu = QApplication.activeModalWidget()
    assert isinstance(satu, DialogWaktuLangkah)
    return satu


def menit(loket):
    return page_texts(loket.meja.kepatuhan.build_permohonan(1).isi)[0]


def test_the_kasi_marks_a_step_with_a_reason_and_takes_it_back(loket):
    siapkan(loket)
    assert "Waktu tidak akurat" not in menit(loket)
    loket.tekan(K.Key_W, CTRL)
    jendela = dialog()
    loket.tekan(ENTER, CTRL)
    assert "Tulis alasannya" in jendela.alasan.pesan
    loket.ketik("Lupa dicatat, dikerjakan kemarin")
    loket.tekan(ENTER, CTRL)
    assert jendela.spanduk.teks == "Waktu langkah itu tidak dihitung lagi."
    assert loket.riwayat()[-1] == ("waktu", "tidak_akurat:periksa")
    assert "Waktu tidak akurat" in menit(loket)
    cerita = loket.meja.cetak_cerita.susun_cerita(loket.permohonan())[-1]
    assert (cerita.langkah, cerita.hasil) == ("Waktu langkah", "Ditandai tidak akurat")
    assert cerita.catatan == ("Lupa dicatat, dikerjakan kemarin. Langkah: Periksa kelengkapan")
    assert jendela.utama.text() == "Hitung lagi waktunya"
    loket.tekan(ENTER)  # from the table to the reason
    loket.ketik("Ternyata benar")
    loket.tekan(ENTER, CTRL)
    assert loket.riwayat()[-1] == ("waktu", "akurat:periksa")
    assert "Waktu tidak akurat" not in menit(loket)
    loket.tekan(K.Key_Escape)


def test_an_operator_is_told_who_marks_steps(loket):
    siapkan(loket)
    loket.ganti(PIN_OPERATOR)
    loket.tekan(K.Key_F3)
    loket.tekan(K.Key_W, CTRL)
    assert QApplication.activeModalWidget() is None
    assert "Hanya Kasi Pelayanan yang menandai" in loket.jendela.kerja.spanduk.teks
