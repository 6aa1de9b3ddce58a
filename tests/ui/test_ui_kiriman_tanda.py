"""Ticking off by digits, the small forms, taking back, and the two papers."""

from __future__ import annotations

import pytest
from printing.pdf_baca import page_texts
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from ui.jendela_uji import CTRL, ENTER, K
from ui.kiriman_uji import LoketKiriman, siapkan


@pytest.fixture
def loket(qapp, kantor, tmp_path):
    """Three cases are out on one list; the caret is on the cases."""
    loket = LoketKiriman(kantor, tmp_path)
    loket.nomor = siapkan(kantor, 3)
    loket.kirim(loket.nomor)
    loket.buka()
    loket.dialog.terkirim.pilih(1)
    loket.tekan(ENTER)
    yield loket
    loket.tutup()


def test_a_digit_acts_on_the_current_case_when_none_is_ticked(loket):
    loket.ketik("1")
    assert loket.keadaan == ["Diterima", "Belum ada kabar", "Belum ada kabar"]
    assert loket.kata == "1 permohonan ditandai diterima Dispendukcapil."
    loket.tekan(K.Key_Down)
    loket.ketik("2")
    assert loket.keadaan == ["Diterima", "Kartu kembali", "Belum ada kabar"]
    assert loket.kolom == {"Belum kembali": 2, "DP-KTP/1/2026": 2}
    loket.tekan(K.Key_Z, CTRL)
    assert loket.kata == "1 permohonan dibatalkan tandanya."
    assert loket.keadaan == ["Diterima", "Belum ada kabar", "Belum ada kabar"]
    loket.tekan(K.Key_Z, CTRL)  # only the last act
    assert loket.keadaan[0] == "Diterima"
    loket.tekan(K.Key_Up)
    loket.ketik("0")
    assert loket.keadaan == ["Belum ada kabar"] * 3
    loket.ketik("0")
    assert loket.kata == "Yang dipilih belum ditandai, jadi tidak ada yang dibatalkan."
    loket.ketik("7")
    assert loket.keadaan == ["Belum ada kabar"] * 3


def test_ctrl_a_means_those_that_are_still_out(loket):
    loket.ketik("2")
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("1")
    assert loket.keadaan == ["Kartu kembali", "Diterima", "Diterima"]
    assert loket.centang_keluar == []
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("2")
    assert loket.posisi(loket.nomor) == ["serahkan"] * 3
    assert loket.kolom == {"DP-KTP/1/2026": 0}
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("1")
    assert loket.kata == "Yang dipilih tidak lagi di Dispendukcapil, jadi belum ada yang dicatat."
    loket.ketik("0")
    assert loket.keadaan == ["Belum ada kabar", "Diterima", "Diterima"]
    assert len(loket.berubah) == 4


def test_a_refusal_asks_why_and_keeps_what_was_typed(loket):
    form = loket.dialog.terkirim.form
    loket.tekan(K.Key_Space, kali=2)
    loket.ketik("3")
    assert form.judul.text() == "Ditolak Dispendukcapil: 2 permohonan"
    loket.tekan(ENTER, CTRL)
    assert form.borang.baris["alasan"].pesan == "Tulis alasannya dulu."
    loket.tekan(K.Key_Z, CTRL)
    assert loket.posisi(loket.nomor) == ["di_dispendukcapil"] * 3
    loket.ketik("Nama ibu lain")
    loket.tekan(K.Key_Escape)
    loket.ketik("3")
    assert form.borang.nilai()["alasan"] == "Nama ibu lain"
    loket.ketik("data tidak")
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert not form.isVisible()
    assert loket.posisi(loket.nomor) == ["entri", "entri", "di_dispendukcapil"]
    assert loket.keadaan == ["Ditolak", "Ditolak", "Belum ada kabar"]
    model = loket.dialog.terkirim.isi.model
    assert model.data(model.index(0, 4)) == "Data tidak sesuai dokumen: Nama ibu lain"
    loket.tekan(K.Key_Z, CTRL)
    assert loket.posisi(loket.nomor) == ["di_dispendukcapil"] * 3
    loket.dialog.terkirim.isi.lepas()
    loket.ketik("3")
    assert form.borang.nilai() == {"tolak": "", "alasan": ""}  # stored: forgotten
    loket.dialog.terkirim.form.batal.click()
    assert not form.isVisible()


def test_a_state_is_noted_for_many_with_date_and_number(loket):
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("4")
    form = loket.dialog.terkirim.form
    assert form.borang.nilai()["tanggal"] == "23/11/2026"
    loket.ketik("blangko")
    loket.tekan(ENTER)
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("31/02/1990")
    loket.tekan(ENTER)
    loket.ketik("B-77")
    loket.tekan(ENTER, CTRL)
    assert "hanya sampai tanggal 28" in form.borang.baris["tanggal"].pesan
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("20/11/2026")
    form.simpan.click()
    assert loket.kata == "3 permohonan dicatat kabarnya."
    model = loket.dialog.terkirim.isi.model
    assert {model.data(model.index(n, 4)) for n in range(3)} == {
        "Menunggu blangko\n20/11/2026 · B-77"
    }
    assert loket.posisi(loket.nomor) == ["di_dispendukcapil"] * 3


def test_a_case_that_moved_on_elsewhere_is_told_by_name_and_shown_as_it_is(loket):
    kantor = loket.kantor
    kantor.gerak(kantor.store.permohonan.get(loket.nomor[1]), "di_dispendukcapil", "kartu_diterima")
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("4")
    loket.ketik("blangko")
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert "Budi tidak lagi di Dispendukcapil" in loket.kata
    assert loket.keadaan == ["Belum ada kabar", "Siap diambil", "Belum ada kabar"]
    assert kantor.store.permohonan.get(loket.nomor[0]).ringkasan.luar is None


def test_a_case_sent_by_itself_stands_among_those_out(loket):
    kantor = loket.kantor
    kantor.sampai(kantor.terima("KTP", nama="Sendiri"), "di_dispendukcapil")
    loket.dialog.muat_ulang()
    loket.dialog.terkirim.pilih(0)
    assert loket.keluar_nama == ["Ani", "Budi", "Cahyo", "Sendiri"]
    loket.tekan(K.Key_End)
    loket.ketik("1")
    assert "tanpa daftar pengiriman" in loket.kata
    loket.ketik("2")
    assert loket.keluar_nama == ["Ani", "Budi", "Cahyo"]
    loket.tekan(K.Key_Home)
    loket.ketik("2")  # the case leaves the list, the place in it stays
    assert loket.dialog.terkirim.isi.tabel.baris().ringkasan.pemohon.nama == "Budi"


@pytest.mark.parametrize("teks", ["²", "٣"])
def test_what_only_looks_like_a_digit_marks_nothing(loket, teks):
    event = QKeyEvent(QEvent.Type.KeyPress, K.Key_unknown, Qt.KeyboardModifier.NoModifier, teks)
    QApplication.sendEvent(loket.fokus(), event)
    assert loket.dialog.terkirim.isi.cari.text() == teks  # a letter of a name, for all we know
    loket.tekan(K.Key_Escape)
    assert loket.keadaan == ["Belum ada kabar"] * 3
    assert not loket.dialog.terkirim.form.isVisible()


def test_the_buttons_do_what_the_digits_do(loket):
    loket.dialog.terkirim.tombol[1].click()
    assert loket.keadaan[0] == "Diterima"
    loket.dialog.terkirim.tombol[0].click()
    assert loket.keadaan[0] == "Belum ada kabar"


def test_the_list_is_printed_and_saved_as_a_spreadsheet(loket):
    loket.tekan(K.Key_P, CTRL)
    loket.tunggu(lambda: loket.pencetak.dialog is not None and loket.pencetak.dialog.isVisible())
    loket.tekan(K.Key_S, CTRL)
    loket.izinkan()
    loket.tekan(K.Key_Escape)
    loket.tunggu(lambda: loket.pencetak.dialog is None)
    [teks] = page_texts((loket.keluar / "DP-KTP-1-2026.pdf").read_bytes())
    assert "DP-KTP/1/2026" in teks
    loket.tekan(K.Key_S, CTRL)
    loket.izinkan()
    assert (loket.keluar / "DP-KTP-1-2026.xlsx").exists()
    assert "DP-KTP-1-2026.xlsx" in loket.kata
    catatan = loket.kantor.meja.pencetakan.list_cetakan()
    assert {(c.dokumen, c.hasil) for c in catatan} == {
        ("daftar_pengiriman", "tersimpan"),
        ("daftar_pengiriman_xlsx", "tersimpan"),
    }
    loket.keluar_dipilih = False
    loket.dialog.spanduk.sembunyikan()
    loket.tekan(K.Key_S, CTRL)
    loket.izinkan()
    assert loket.kata == ""
    loket.dialog.terkirim.pilih(0)
    loket.tekan(K.Key_S, CTRL)
    loket.izinkan()
    assert loket.kata == "Pilih dulu satu daftar di kiri."


def test_what_goes_wrong_with_a_paper_or_the_register_is_said_in_the_window(loket):
    loket.kabar.pesan.emit("Printer mati.")
    assert loket.kata == "Printer mati."
    loket.keluar = loket.keluar / "tidak ada"
    loket.tekan(K.Key_S, CTRL)
    loket.izinkan()
    assert "tidak ada" in loket.kata
    loket.dialog.terkirim.daftar_dipilih.emit(99)
    assert loket.kata == "Daftar pengiriman itu tidak ada dalam register."
    assert loket.keluar_nama == []


def test_a_damaged_register_is_told_and_nothing_is_lost_from_the_screen(loket, tmp_path):
    loket.kantor.store.close()
    (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
    loket.ketik("1")
    assert "kembalikan dari cadangan" in loket.kata
    assert loket.keluar_nama == ["Ani", "Budi", "Cahyo"]
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("3")
    assert "kembalikan dari cadangan" in loket.kata
