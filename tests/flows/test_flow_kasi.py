"""The Kasi at the queue: marks by single keys, one PIN for all, and back again."""

from __future__ import annotations

import uuid

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.antrean_kasi import isi, petugas, tanda_tangan
from flows.loket import CTRL, ENTER, K
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from sooko_desk.app_tangan import TANPA
from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.ui.kit.tombol import Tombol

PALING_BANYAK = 30
"""Presses that issue 3 allows for ten cases, PIN included."""
PRESSES = 8 + 2 * 3 + 1 + 6 + 1


class Hitung:
    """Counts the presses of a counter's hands."""

    def __init__(self, loket):
        self.jumlah = 0
        for nama in ("tekan", "ketik"):
            setattr(loket, nama, self._hitung(getattr(loket, nama), nama))

    def _hitung(self, kerja, nama):
        def hitung(*isi, **kata):
            self.jumlah += len(isi[0]) if nama == "ketik" else kata.get("kali", 1)
            kerja(*isi, **kata)

        return hitung


def pindahkan(loket, nomor):
    """Move a case behind the screen's back and bring it again to the same step."""
    for siapa, langkah, hasil in (
        (NAMA_KASI, "periksa", "tidak_lengkap"),
        (NAMA_OPERATOR, "terima", "diterima"),
    ):
        versi = loket.permohonan(nomor).ringkasan.versi
        perintah = PerintahGerak(uuid.uuid4().hex, nomor, versi, langkah, hasil, "Tertukar")
        loket.meja.alur.jalankan(perintah, petugas(loket, siapa))


def list_posisi(loket):
    return [loket.permohonan(n).ringkasan.posisi for n in range(1, loket.jumlah() + 1)]


def kata_baris(loket):
    return [loket.tab.model.index(n, 0).data() for n in range(loket.tab.model.rowCount())]


def test_ten_cases_are_decided_and_signed_in_thirty_key_presses(loket):
    isi(loket, 10)
    hitung = Hitung(loket)
    for nomor in range(10):
        if nomor in (2, 6):
            loket.tekan(K.Key_T)
            loket.ketik("1")
            loket.tekan(ENTER)
        else:
            loket.tekan(K.Key_L)
    assert set(list_posisi(loket)) == {"periksa"}  # nothing is stored before the signature
    assert loket.tab.kaki.text() == "8 lengkap, 2 tidak lengkap belum ditandatangani"
    assert kata_baris(loket)[2] == "ORANG TIGA\nTidak lengkap, belum ditandatangani"
    tanda_tangan(loket)
    loket.tangan.tunggu(lambda: loket.tab.dialog is None)
    assert hitung.jumlah == PRESSES <= PALING_BANYAK
    assert list_posisi(loket) == ["terima" if nomor in (2, 6) else "entri" for nomor in range(10)]
    akhir = [loket.permohonan(n).riwayat[-1] for n in range(1, 11)]
    assert {p.petugas for p in akhir} == {NAMA_KASI}
    kurang = loket.permohonan(3).berkas[0]
    assert not kurang.ada
    assert kurang.nama in akhir[2].rincian["Kurang"]
    assert loket.tab.spanduk.teks == (
        f"8 lengkap, 2 tidak lengkap ditandatangani {NAMA_KASI}. Ctrl+Z membatalkan yang terakhir."
    )
    assert not loket.tab.kaki.isVisible()
    assert len(kata_baris(loket)) == 2
    assert loket.jendela.kerja.tab.tabText(2) == "Entri Data (8)"


def test_a_wrong_pin_loses_nothing(loket):
    isi(loket, 2)
    loket.tekan(K.Key_L)
    loket.tekan(K.Key_L)
    dialog = tanda_tangan(loket, PIN_OPERATOR)
    assert "PIN salah" in dialog.pin.pesan
    assert dialog.pin.input.text() == ""
    assert list_posisi(loket) == ["periksa"] * 2
    loket.tekan(ENTER)
    assert dialog.pin.pesan == "Ketik PIN dulu."
    loket.ketik(PIN_KASI)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: loket.tab.dialog is None)
    assert list_posisi(loket) == ["entri"] * 2


def test_escape_in_the_signing_window_keeps_the_marks(loket):
    isi(loket, 2)
    loket.tekan(K.Key_L)
    loket.tekan(ENTER, CTRL)
    assert loket.fokus().accessibleName().startswith(f"PIN {NAMA_KASI}")
    loket.tekan(K.Key_Down)  # an arrow looks through the list
    loket.tekan(K.Key_Escape)
    assert loket.tab.dialog is None
    assert len(loket.tab.kumpulan.isi) == 1
    assert loket.fokus() is loket.tab.daftar


def test_a_case_that_moved_is_named_and_the_others_wait_for_the_next_signature(loket):
    isi(loket, 3)
    loket.tekan(K.Key_L, kali=3)
    pindahkan(loket, 2)
    tanda_tangan(loket)
    assert "ORANG DUA (TB-KK-2026-00002) sudah berubah" in loket.tab.spanduk.teks
    assert list_posisi(loket) == ["periksa"] * 3
    assert [k.permohonan_id for k in loket.tab.kumpulan.isi] == [1, 3]
    tanda_tangan(loket)
    assert list_posisi(loket) == ["entri", "periksa", "entri"]


def test_the_pin_of_the_kasi_signs_while_the_operator_is_at_work(loket):
    isi(loket, 2, PIN_OPERATOR)
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.tekan(ENTER)
    assert loket.tab.daftar.hasFocus()
    loket.tekan(K.Key_L)
    tanda_tangan(loket)
    assert list_posisi(loket) == ["terima", "entri"]
    assert [loket.permohonan(n).riwayat[-1].petugas for n in (1, 2)] == [NAMA_KASI] * 2
    assert loket.jendela.kerja.petugas.nama == NAMA_OPERATOR
    loket.tekan(K.Key_Z, CTRL)  # only who signed takes it back
    assert "hanya petugas itu" in loket.tab.spanduk.teks
    assert list_posisi(loket) == ["terima", "entri"]


def test_escape_leaves_the_naming_of_papers_and_puts_the_marks_back(loket):
    isi(loket, 2)
    semula = loket.panel.ceklis.tanda()
    loket.tekan(K.Key_T)
    loket.ketik("12")
    assert loket.panel.ceklis.tanda() != semula
    loket.tekan(K.Key_Escape)
    assert loket.panel.ceklis.tanda() == semula
    assert loket.tab.kumpulan.isi == ()
    loket.tekan(K.Key_1)  # a digit in the queue is no mark any more
    assert loket.panel.ceklis.tanda() == semula


@pytest.mark.parametrize("pin", [PIN_KASI, PIN_OPERATOR])
def test_another_case_or_officer_in_between_leaves_the_naming_too(loket, pin):
    isi(loket, 2, pin)
    semula = loket.panel.ceklis.tanda()
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.tekan(K.Key_L)  # letters wait until Enter
    loket.tekan(K.Key_N)
    assert loket.tab.daftar.baris().ringkasan.id == 1
    loket.tab.daftar.pilih(2)
    loket.tab.daftar.pilih(1)
    assert loket.panel.ceklis.tanda() == semula
    assert loket.tab.kumpulan.isi == ()
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.ganti(PIN_OPERATOR if pin == PIN_KASI else PIN_KASI)
    loket.buka_tab(2)
    assert loket.panel.ceklis.tanda() == semula


def test_not_complete_without_a_missing_paper_asks_for_the_reason(loket):
    isi(loket, 2)
    loket.tekan(K.Key_T)
    loket.tekan(ENTER)
    assert loket.fokus() is loket.panel.alasan.input
    assert "tulis alasannya" in loket.panel.alasan.pesan
    loket.ketik("fotokopi kurang terang, halaman 2 tolong ulang lunpt")  # letters, digits: words
    assert loket.tab.kumpulan.isi == ()
    loket.tekan(ENTER)
    assert loket.tab.kumpulan.find(1).alasan.startswith("fotokopi kurang terang, halaman 2")
    assert loket.tab.daftar.baris().ringkasan.id == 2
    assert loket.tab.daftar.hasFocus()
    loket.tekan(K.Key_P)
    assert loket.panel.alasan.input.nilai().startswith("fotokopi")
    tanda_tangan(loket)
    assert loket.tab.daftar.baris().ringkasan.id == 2  # the next one to decide
    assert loket.permohonan(1).riwayat[-1].alasan.startswith("fotokopi")


def test_a_note_that_is_written_while_naming_is_kept_by_enter(loket):
    isi(loket, 2)
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.tekan(K.Key_F2)
    loket.ketik("lusuh 12")
    loket.tekan(ENTER)
    assert loket.tab.kumpulan.isi == ()
    loket.tekan(ENTER)
    assert loket.tab.kumpulan.find(1).tanda[0].catatan == "lusuh 12"


def test_complete_is_refused_in_words_while_a_paper_is_missing(loket):
    isi(loket, 2, berkas=())
    loket.tekan(K.Key_L)
    assert "Belum dapat dinyatakan lengkap" in loket.panel.spanduk.teks
    assert loket.tab.kumpulan.isi == ()
    assert loket.tab.daftar.baris().ringkasan.id == 1
    loket.tekan(K.Key_T)
    loket.tekan(ENTER)
    assert loket.tab.kumpulan.find(1).kurang


def test_marks_are_taken_back_and_changed(loket):
    isi(loket, 3)
    semula = loket.panel.ceklis.tanda()
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.tekan(ENTER)
    loket.tekan(K.Key_P)
    assert not loket.panel.ceklis.tanda()[0].ada  # as it will be signed
    assert loket.panel.ceklis.is_readonly()
    loket.tekan(K.Key_U)
    assert loket.tab.kumpulan.isi == ()
    assert loket.panel.ceklis.tanda() == semula
    assert not loket.panel.ceklis.is_readonly()
    assert loket.panel.hasil.isVisible()
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.tekan(ENTER)
    loket.tekan(K.Key_P)
    loket.tekan(K.Key_L)  # the other decision takes its place
    assert loket.tab.kumpulan.sebut() == "1 lengkap"
    loket.tekan(K.Key_U)  # nothing on the next case
    assert loket.tab.kumpulan.sebut() == "1 lengkap"
    tanda_tangan(loket)
    assert all(b.ada for b in loket.permohonan(1).berkas)


def test_marks_survive_another_tab_and_another_officer_and_hold_the_window_once(loket):
    isi(loket, 3)
    loket.tekan(K.Key_L)
    loket.tekan(ENTER)
    loket.tekan(K.Key_L)  # also from the checklist, which keeps the caret
    assert loket.panel.ceklis.hasFocus()
    loket.buka_tab(5)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(2)
    assert loket.tab.kaki.text() == "2 lengkap belum ditandatangani"
    loket.ganti(PIN_KASI)
    assert loket.tab.tahan_tutup()
    assert "2 lengkap belum ditandatangani" in loket.tab.spanduk.teks
    assert not loket.tab.tahan_tutup()
    loket.tekan(K.Key_L)
    assert loket.tab.tahan_tutup()
    tanda_tangan(loket)
    assert not loket.tab.tahan_tutup()
    assert list_posisi(loket) == ["entri"] * 3


def test_the_buttons_hide_while_a_mark_waits_and_ctrl_enter_then_signs(loket):
    isi(loket, 3)
    assert loket.panel.hasil.isVisible()
    loket.tekan(K.Key_L)
    loket.tekan(ENTER)
    assert not loket.panel.hasil.isVisible()
    tanda_tangan(loket)
    assert list_posisi(loket) == ["entri", "periksa", "periksa"]
    loket.tekan(ENTER)
    assert loket.panel.hasil.isVisible()
    loket.tekan(ENTER, CTRL)  # no mark: the open case is recorded at once
    assert list_posisi(loket) == ["entri", "entri", "periksa"]


def test_a_signed_decision_is_undone_and_decided_anew(loket):
    isi(loket, 2)
    loket.tekan(K.Key_L, kali=2)
    tanda_tangan(loket)
    loket.tekan(K.Key_Z, CTRL)
    assert list_posisi(loket) == ["entri", "periksa"]
    assert loket.tab.spanduk.teks.startswith("ORANG DUA: keputusan dibatalkan.")
    assert loket.tab.daftar.baris().ringkasan.id == 2
    loket.tekan(K.Key_Z, CTRL)
    assert list_posisi(loket) == ["periksa", "periksa"]
    loket.tekan(K.Key_Z, CTRL)
    assert "Tidak ada keputusan yang dapat dibatalkan" in loket.tab.spanduk.teks
    loket.tekan(K.Key_L, kali=2)
    tanda_tangan(loket)
    assert list_posisi(loket) == ["entri", "entri"]


def test_an_undone_decision_shows_the_papers_as_they_were_before(loket):
    isi(loket, 1)
    semula = loket.panel.ceklis.tanda()
    loket.tekan(K.Key_T)
    loket.ketik("1223")  # away; there with wrong data; away
    loket.tekan(ENTER)
    tanda_tangan(loket)
    assert loket.panel.ceklis.is_readonly()
    assert [b.ada for b in loket.permohonan().berkas[:3]] == [False, True, False]
    loket.tekan(K.Key_Z, CTRL)
    assert loket.panel.ceklis.tanda() == semula
    assert not loket.panel.ceklis.is_readonly()
    assert all(b.beres for b in loket.permohonan().berkas)
    loket.tekan(K.Key_L)  # nothing is missing any more
    tanda_tangan(loket)
    assert list_posisi(loket) == ["entri"]


def test_a_decision_that_somebody_built_upon_stays(loket):
    isi(loket, 1)
    loket.tekan(K.Key_L)
    tanda_tangan(loket)
    versi = loket.permohonan(1).ringkasan.versi
    perintah = PerintahGerak(uuid.uuid4().hex, 1, versi, "entri", "kembali_periksa", "Tertukar")
    loket.meja.alur.jalankan(perintah, petugas(loket, NAMA_OPERATOR))
    loket.tekan(K.Key_Z, CTRL)
    assert f"dicatat oleh {NAMA_OPERATOR}" in loket.tab.spanduk.teks


def test_the_sheet_of_missing_papers_is_offered_to_who_prints_it(loket):
    isi(loket, 3)
    loket.tekan(K.Key_L)
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.tekan(ENTER)
    tanda_tangan(loket)
    tombol = loket.tab.spanduk.findChild(Tombol)
    assert tombol.text() == "Cetak lembar kekurangan"
    loket.klik(tombol)
    (halaman,) = loket.simpan_cetakan()
    kurang = next(p for p in map(loket.permohonan, (1, 2, 3)) if p.ringkasan.menunggu == "pemohon")
    assert "LEMBAR KEKURANGAN BERKAS" in halaman
    assert kurang.ringkasan.kode_pindai in halaman
    assert kurang.ringkasan.pemohon.nik not in halaman
    (cetakan,) = loket.store.cetakan.list_cetakan(9)
    assert (cetakan.dokumen, cetakan.hasil) == ("lembar_kekurangan", "tersimpan")


def test_a_held_key_marks_one_case_and_a_double_signature_stores_once(loket):
    isi(loket, 3)
    for nomor in range(6):
        event = QKeyEvent(QEvent.Type.KeyPress, K.Key_L, TANPA, "l", nomor > 0)
        QApplication.sendEvent(loket.fokus().window().windowHandle(), event)
    assert loket.tab.kumpulan.sebut() == "1 lengkap"
    loket.tekan(ENTER, CTRL, kali=2)
    loket.ketik(PIN_KASI)
    loket.tekan(ENTER, kali=2)
    loket.tangan.tunggu(lambda: loket.tab.dialog is None)
    assert list_posisi(loket) == ["entri", "periksa", "periksa"]
    assert len(loket.permohonan(1).riwayat) == 2


def test_a_case_that_waits_for_the_applicant_cannot_be_marked(loket):
    isi(loket, 1)
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.tekan(ENTER)
    tanda_tangan(loket)
    loket.tekan(K.Key_L)
    assert "bukan keputusan lengkap" in loket.panel.spanduk.teks
    loket.tekan(K.Key_T)
    assert loket.tab.kumpulan.isi == ()
    loket.tekan(ENTER, CTRL)  # nothing to sign
    assert loket.tab.dialog is None
    loket.ganti(PIN_OPERATOR)  # the applicant returns: as in every queue
    loket.buka_tab(2)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert list_posisi(loket) == ["periksa"]
    loket.tekan(K.Key_Z, CTRL)
    assert list_posisi(loket) == ["terima"]


def test_a_priority_case_says_so_in_the_queue(loket):
    isi(loket, 1, prioritas="lansia")
    chip = loket.tab._list_chip(loket.tab.daftar.baris())
    assert [c.teks for c in chip] == ["Lansia"]
    loket.jendela.grab()
