"""The window of the power-cut pad: empty, full, refused, and nothing cut on any screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from ui.jendela_uji import (
    ALT,
    CTRL,
    ENTER,
    HARI,
    UKURAN,
    K,
    TanganJendela,
    list_kata,
    list_terpotong,
)

from sooko_desk.services.blangko import HANYA_KASI
from sooko_desk.ui.blangko.dialog import PILIH_DULU, DialogBlangko
from sooko_desk.ui.theme import Nada


@pytest.fixture
def tangan(qapp, kantor, tmp_path):
    tangan = TanganJendela(kantor, tmp_path)
    yield tangan
    tangan.tutup()


def buka(tangan, petugas=None):
    tangan.diminta = []
    dialog = tangan.buka_jendela(DialogBlangko, petugas or tangan.kantor.kasi)
    dialog.entri_susulan.connect(tangan.diminta.append)
    return dialog


def pesan(tangan, banyak=4, layanan="KK", token="a"):
    return tangan.kantor.meja.blangko.pesan(token, layanan, banyak, tangan.kantor.kasi)


def kode(dialog):
    return [b.slip.kode_pindai for b in dialog.daftar.tampak()]


def tutup_cetak(tangan):
    tangan.tunggu(lambda: tangan.pencetak.dialog is not None)
    tangan.tekan(K.Key_Escape)
    tangan.tunggu(lambda: tangan.pencetak.dialog is None)


def test_an_empty_pad_leads_the_kasi_to_reserving(tangan):
    dialog = buka(tangan)
    assert dialog.panel.layanan.input.isAncestorOf(tangan.fokus())
    assert not dialog.cetak.isEnabled()
    tangan.tekan(ENTER, CTRL)
    assert dialog.panel.layanan.pesan == "Pilih layanan dulu."
    tangan.tekan(K.Key_2, ALT)
    tangan.tekan(K.Key_Tab)
    tangan.ketik("2")
    tangan.tekan(ENTER, CTRL)
    tutup_cetak(tangan)
    assert kode(dialog) == ["TB-KTP-2026-00001", "TB-KTP-2026-00002"]
    assert "2 nomor dipesan" in dialog.spanduk.teks
    assert tangan.fokus() is dialog.daftar.tabel


def test_an_operator_reads_who_reserves_and_prints_a_pad_again(tangan):
    pesan(tangan)
    dialog = buka(tangan, tangan.kantor.operator)
    assert any("Hanya Kasi" in kata for kata in list_kata(dialog))
    assert not dialog.panel.batal.isVisible()
    tangan.tekan(K.Key_N, CTRL)
    tangan.tekan(K.Key_Delete, CTRL)
    assert dialog.daftar.tabel.hasFocus()
    tangan.tekan(K.Key_P, CTRL)
    tutup_cetak(tangan)
    assert len(dialog.daftar.semua()) == 4


@pytest.mark.parametrize(("siapa", "kalimat"), [("kasi", PILIH_DULU), ("operator", HANYA_KASI)])
def test_ctrl_enter_in_the_list_names_the_way_and_does_nothing(tangan, siapa, kalimat):
    pesan(tangan)
    dialog = buka(tangan, getattr(tangan.kantor, siapa))
    semula = kode(dialog)
    tangan.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks == kalimat
    assert kode(dialog) == semula
    assert tangan.pencetak.dialog is None


def test_age_and_count_are_told(tangan):
    pesan(tangan, 1)
    tangan.kantor.clock.maju(3 * HARI)
    pesan(tangan, 1, token="b")
    dialog = buka(tangan)
    model = dialog.daftar.model
    assert [model.index(n, 2).data() for n in (0, 1)] == ["3 hari", "hari ini"]
    assert any(kata.startswith("2 lembar") for kata in list_kata(dialog))


def test_a_slip_is_voided_with_a_reason_only(tangan):
    pesan(tangan)
    dialog = buka(tangan)
    tangan.tekan(K.Key_Down)
    tangan.tekan(K.Key_Delete, CTRL)
    tangan.tekan(ENTER, CTRL)
    assert "Tulis alasannya" in dialog.panel.alasan.pesan
    tangan.ketik("Lembar sobek")
    tangan.tekan(ENTER, CTRL)
    assert len(dialog.daftar.semua()) == 3
    assert "dibatalkan: Lembar sobek." in dialog.spanduk.teks
    assert dialog.panel.alasan.input.nilai() == ""
    tangan.tekan(ENTER, CTRL)  # from the list it does nothing
    assert len(dialog.daftar.semua()) == 3


def test_what_somebody_else_did_meanwhile_is_told(tangan):
    satu, *_ = pesan(tangan, 2)
    dialog = buka(tangan)
    tangan.tekan(K.Key_Home)
    tangan.tekan(K.Key_Delete, CTRL)
    QApplication.clipboard().setText("Sobek 漢")
    tangan.tekan(K.Key_V, CTRL)
    tangan.tekan(ENTER, CTRL)
    assert "tidak dapat dicetak" in dialog.spanduk.teks
    tangan.kantor.meja.blangko.batalkan(satu.id, "Sobek", tangan.kantor.kasi)
    dialog.pindai(satu.kode_pindai)
    assert "sudah dibatalkan: Sobek" in dialog.spanduk.teks
    dialog.pindai("TB-KK-2026-09999")
    assert "bukan blangko" in dialog.spanduk.teks


def test_enter_asks_for_the_late_entry_and_closes(tangan):
    pesan(tangan)
    buka(tangan, tangan.kantor.operator)
    tangan.tekan(K.Key_Down)
    tangan.tekan(ENTER)
    tangan.tunggu(lambda: tangan.diminta != [])
    assert tangan.diminta == ["TB-KK-2026-00002"]


def test_a_number_is_searched_and_escape_goes_back_step_by_step(tangan):
    pesan(tangan)
    dialog = buka(tangan)
    tangan.ketik("00003")
    assert kode(dialog) == ["TB-KK-2026-00003"]
    tangan.tekan(ENTER)
    assert dialog.daftar.tabel.hasFocus()
    tangan.tekan(K.Key_N, CTRL)
    tangan.tekan(K.Key_Escape)
    assert dialog.daftar.tabel.hasFocus()
    tangan.tekan(K.Key_Escape)
    assert len(kode(dialog)) == 4
    assert dialog.isVisible()


@pytest.mark.parametrize("ukuran", UKURAN)
@pytest.mark.parametrize("peran", ["kasi", "operator"])
def test_nothing_is_cut_on_any_screen_of_the_office(tangan, ukuran, peran):
    pesan(tangan, 50)
    dialog = buka(tangan, getattr(tangan.kantor, peran))
    dialog.resize(*ukuran)
    tangan.tekan(K.Key_Home)
    assert list_terpotong(dialog) == []


def test_a_banner_squeezes_no_field_of_the_kasi_on_the_smallest_screen(tangan):
    pesan(tangan, 4)
    dialog = buka(tangan)
    dialog.resize(*UKURAN[0])
    dialog.katakan(Nada.SELESAI, "Blangko TB-KK-2026-00001 sampai 00004: 4 nomor dipesan.")
    tangan.tekan(K.Key_Home)
    assert dialog.height() == UKURAN[0][1]
    for baris in (dialog.panel.layanan, dialog.panel.banyak, dialog.panel.alasan):
        assert baris.height() >= baris.minimumSizeHint().height()
    tangan.tekan(K.Key_Delete, CTRL)
    assert dialog.panel.alasan.input.hasFocus()
    assert not dialog.panel.alasan.input.visibleRegion().isEmpty()
