"""The register year: opened by the Kasi, by no clock; late papers go into the old book."""

from __future__ import annotations

import datetime as dt

from builders import PIN_KASI, PIN_OPERATOR, SENIN_PAGI
from flows.loket import CTRL, ENTER, SHIFT, K
from PySide6.QtWidgets import QApplication

from sooko_desk.app_tangan import ALT
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.waktu import WIB
from sooko_desk.ui.blangko.dialog import DialogBlangko
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.tahun_buku import DialogTahunBuku

MALAM = dt.datetime(2026, 12, 31, 23, 59, tzinfo=WIB)
LAIN = {"nik": "3516131708459001", "nama": "Sutrisno"}


def dialog_buku():
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogTahunBuku)
    return dialog


def buka_buku(loket, pin=PIN_KASI):
    """Ctrl+Shift+B, Ctrl+Enter and the PIN of the Kasi."""
    loket.tekan(K.Key_B, CTRL | SHIFT)
    dialog = dialog_buku()
    loket.tekan(ENTER, CTRL)
    assert isinstance(QApplication.activeModalWidget(), MintaPin)
    loket.ketik(pin)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: bool(dialog.spanduk.teks))
    return dialog


def nomor(loket, ke):
    return loket.permohonan(ke).ringkasan.kode_pindai


def mulai(loket, saat, pin):
    """Start the program on another day; more than a month of silence is told to be right."""
    loket.clock.atur(saat)
    loket.buka(pin)


def terima_lalu_tutup(loket):
    """A case of this year, and the program is closed."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    loket.tutup()


def test_a_form_that_is_open_across_midnight_takes_the_number_of_the_open_book(loket):
    mulai(loket, MALAM, PIN_OPERATOR)
    loket.isi_kk()
    loket.clock.maju(2)
    loket.jendela.kerja.detak.timeout.emit()
    spanduk = loket.jendela.penjaga.spanduk
    assert spanduk.teks == (
        "Tahun 2027, tetapi buku register yang terbuka masih 2026: nomor baru masuk buku 2026 "
        "sampai Kasi membuka buku 2027 (Ctrl+Shift+B)."
    )
    loket.simpan()
    assert nomor(loket, 1) == "TB-KK-2026-00001"


def test_the_kasi_opens_the_new_book_and_numbers_begin_at_one(loket):
    terima_lalu_tutup(loket)
    mulai(loket, MALAM + dt.timedelta(days=4), PIN_KASI)
    penjaga = loket.jendela.penjaga
    assert penjaga.spanduk.teks.endswith("sampai buku baru dibuka (Ctrl+Shift+B).")
    penjaga.spanduk.aksi_dipilih.emit()
    assert dialog_buku().utama.text() == "Buka buku 2027"
    loket.tekan(K.Key_Escape)
    dialog = buka_buku(loket)
    assert dialog.spanduk.teks == "Buku 2027 sudah dibuka."
    assert not dialog.utama.isVisible()
    assert "2027 dibuka" in dialog.riwayat.text()
    loket.tekan(K.Key_Escape)
    assert penjaga.spanduk.isHidden()
    [baru, awal] = loket.store.kejadian.list_kejadian((JenisKejadian.TAHUN_DIBUKA,))
    assert (dict(baru.isi), baru.petugas) == (
        {"tahun": "2027", "sebelumnya": "2026"},
        "Bambang Misal",
    )
    assert dict(awal.isi) == {"tahun": "2026", "sebelumnya": ""}
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(1)
    loket.isi_kk(**LAIN)
    loket.simpan()
    assert nomor(loket, 2) == "TB-KK-2027-00001"


def test_before_new_year_nothing_can_be_opened(loket):
    loket.buka(PIN_KASI)
    loket.tekan(K.Key_B, CTRL | SHIFT)
    dialog = dialog_buku()
    assert dialog.keadaan.text() == "Buku yang terbuka: tahun 2026."
    assert "mulai 1 Januari 2027" in dialog.arti.text()
    loket.tekan(ENTER, CTRL)
    assert QApplication.activeModalWidget() is dialog
    loket.tekan(K.Key_Escape)


def test_papers_of_december_are_typed_in_january_with_a_number_of_the_old_book(loket):
    terima_lalu_tutup(loket)
    mulai(loket, MALAM + dt.timedelta(days=4), PIN_KASI)
    buka_buku(loket)
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_N, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogBlangko)
    loket.tekan(K.Key_1, ALT)
    dialog.panel.buku.input.set_kode("2026")
    loket.tekan(ENTER, CTRL)
    loket.tutup_cetak()
    [slip] = loket.store.nomor_cadangan.list_terbuka()
    assert slip.kode_pindai == "TB-KK-2026-00002"
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_Escape)
    loket.ganti(PIN_OPERATOR)
    loket.jendela.kerja.buka_kode(slip.kode_pindai)
    pita = loket.jendela.kerja.penerimaan.susulan
    loket.isi("4/1/2027", "10.15")
    loket.isi_kk(**LAIN)
    loket.tekan(ENTER, CTRL)
    assert "tanggalnya harus dalam tahun 2026" in pita.tanggal.pesan
    pita.tanggal.input.setFocus()
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("30/12/2026")
    loket.tekan(ENTER)
    sebelum = loket.jumlah()
    loket.tekan(ENTER, CTRL)
    if loket.jumlah() == sebelum:  # a warning was told once
        loket.tekan(ENTER, CTRL)
    assert nomor(loket, 2) == "TB-KK-2026-00002"
    kasus = loket.permohonan(2)
    assert kasus.ringkasan.diterima == dt.datetime(2026, 12, 30, 10, 15, tzinfo=WIB)
    assert "TB-KK-2026-00002" in kasus.riwayat[0].rincian["Entri susulan"]


def test_a_doubtful_clock_opens_no_year(loket):
    loket.buka(PIN_KASI)
    loket.clock.atur(SENIN_PAGI.replace(year=2030))
    loket.jendela.kerja.detak.timeout.emit()
    loket.tekan(K.Key_L, ALT)
    loket.tekan(K.Key_B, CTRL | SHIFT)
    assert not dialog_buku().utama.isVisible()
    loket.tekan(K.Key_Escape)
    assert loket.store.tahun_buku.find() == 2026
