"""What the operator at the counter meets in a day: forms in one look, keys that go on."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import CTRL, ENTER, NAMA, SHIFT, K
from flows.siap import kk_lengkap, ktp_lengkap, mulai, mulai_entri
from flows.test_flow_blangko import isi_susulan, padam, pindai, simpan  # noqa: F401  # a fixture
from PySide6.QtWidgets import QLabel

from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kit.garis_waktu import GarisWaktu
from sooko_desk.ui.kit.lencana import Lencana
from sooko_desk.ui.kit.tombol import Tombol

LAYAR = (1366, 728)
ENTRI_KK = {"peristiwa": "Kelahiran", "nomor_referensi_siak": "SP-90017"}


@pytest.mark.parametrize("resep", [kk_lengkap, ktp_lengkap])
def test_the_entry_form_fits_the_counter_screen_without_scrolling(loket, resep):
    mulai_entri(loket, resep)
    loket.jendela.resize(*LAYAR)
    gulir = next(g for g in loket.panel.findChildren(GulirIsian) if g.isVisible())
    loket.tangan.tunggu(lambda: gulir.verticalScrollBar().maximum() == 0)  # layouts settle


def test_an_optional_table_shows_a_row_and_the_next_one_on_a_small_screen(loket):
    mulai_entri(loket, kk_lengkap)
    loket.jendela.resize(1040, 560)
    loket.fokus()
    tabel = loket.panel.borang.baris["anggota_baru"].input
    assert tabel.viewport().height() >= 2 * tabel.rowHeight(0)


def test_the_reason_is_asked_when_the_ktp_goes_back_and_not_before(loket):
    mulai_entri(loket, ktp_lengkap)
    assert not loket.panel.alasan.isVisible()
    loket.tekan(ENTER, CTRL | SHIFT)
    assert loket.fokus() is loket.panel.alasan.input
    loket.ketik("Akta kelahiran belum ada")
    loket.tekan(ENTER)
    loket.tekan(ENTER)
    gerak = loket.permohonan().riwayat[-1]
    assert (gerak.hasil, gerak.alasan) == ("kembali_periksa", "Akta kelahiran belum ada")


def test_words_of_a_way_back_not_taken_are_not_recorded_with_the_way_forward(loket):
    mulai_entri(loket, kk_lengkap)
    loket.tekan(ENTER, CTRL | SHIFT)
    loket.ketik("Akta kelahiran belum ada")
    loket.tekan(K.Key_Escape)
    assert not loket.panel.alasan.isVisible()
    loket.kerjakan(NAMA, **ENTRI_KK)
    gerak = loket.permohonan().riwayat[-1]
    assert (gerak.hasil, gerak.alasan) == ("terinput", "")


@pytest.mark.parametrize("cari", [NAMA, "TB-KK-2026-00001"])
def test_enter_on_a_hit_goes_on_with_the_case_where_it_waits(loket, cari):
    mulai(loket, kk_lengkap)
    kerja = loket.jendela.kerja
    loket.tekan(K.Key_F3)
    loket.isi(cari)
    assert kerja.tab.currentWidget() is kerja.register
    loket.tekan(ENTER)
    assert kerja.tab.currentWidget() is kerja.entri_data
    assert loket.panel.permohonan_id == 1


def test_enter_in_the_book_opens_what_waits_and_stays_with_what_is_done(loket):
    mulai(loket, kk_selesai)
    kerja = loket.jendela.kerja
    loket.buka_tab(5)
    kerja.register.tabel_buku.setFocus()
    loket.tekan(K.Key_Home)
    loket.tekan(ENTER)
    assert kerja.tab.currentWidget() is kerja.pencetakan
    loket.kerjakan(NAMA, identitas_pengambil="KTP", tanda_bukti_ditarik="Ya")
    loket.buka_tab(5)
    kerja.register.tabel_buku.setFocus()
    loket.tekan(ENTER)
    assert kerja.tab.currentWidget() is kerja.register


def kk_selesai(loket):
    """A printed KK waits for its applicant."""
    kk_lengkap(loket)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.kerjakan(NAMA, **ENTRI_KK)
    for _ in range(3):
        loket.kerjakan(NAMA)
    loket.buka_tab(4)
    loket.kerjakan(NAMA, no_kk_baru="3516132311269001", jumlah_lembar="1")


def test_the_strip_closes_when_its_step_is_recorded_in_the_main_window(loket):
    mulai_entri(loket, kk_lengkap)
    loket.tekan(K.Key_F4)
    strip = loket.jendela.pendamping.jendela
    assert strip.isVisible()
    loket.kerjakan(NAMA, **ENTRI_KK)
    assert loket.permohonan().ringkasan.posisi == "verifikasi"
    assert not strip.isVisible()


def test_the_step_stands_on_one_line_and_its_outcome_below_where_both_do_not_fit(loket):
    mulai(loket, kk_selesai)
    loket.jendela.resize(*LAYAR)
    loket.buka_tab(4)
    loket.fokus()
    garis = loket.panel.findChild(GarisWaktu)
    label = next(s for s in garis.findChildren(QLabel) if s.text() == "Cetak dan register")
    lencana = label.parentWidget().findChild(Lencana)
    assert label.height() < 2 * label.fontMetrics().height()
    assert lencana.y() > label.y()


def test_the_button_after_a_late_entry_says_that_the_next_slip_is_typed(padam):  # noqa: F811
    loket = padam
    pindai("TB-KK-2026-00001")
    isi_susulan(loket, "9.20")
    simpan(loket)
    tombol = loket.jendela.kerja.penerimaan.spanduk.findChildren(Tombol)
    assert any(t.text().startswith("Ketik blangko TB-KK-2026-00002") for t in tombol)


def test_what_a_choice_hints_is_as_dark_as_what_a_field_hints(loket):
    loket.buka(PIN_OPERATOR)
    hint = {
        kunci: _darkest(loket.bidang[kunci].input.grab().toImage())
        for kunci in ("desa", "jenis", "pengantar_penanda")
    }
    assert len(set(hint.values())) == 1, hint


def _darkest(gambar):
    """The darkest color of the words: left of a drop-down's arrow, inside the frame."""
    titik = ((x, y) for x in range(9, 80) for y in range(6, gambar.height() - 6))
    return min((gambar.pixelColor(*t).getRgb()[:3] for t in titik), key=sum)
