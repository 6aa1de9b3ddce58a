"""The tab of office hours, worked by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from ui.pengaturan_uji import CTRL, K, ketik, list_terpotong, tanpa_nama, tekan

from sooko_desk.sop.jadwal_tulis import Istirahat, MasaJam
from sooko_desk.ui.pengaturan.isian_jam import IsianJam
from sooko_desk.ui.pengaturan.tab_jam import TabJam


@pytest.fixture
def jam(service, kasi, tampil):
    return tampil(TabJam(service), kasi)


def isi(tab, hari, kunci, teks):
    tab.minggu.sel(hari, kunci).setFocus()
    ketik(teks)


def test_the_week_is_shown_with_a_preview(jam):
    assert jam.minggu.nilai() == jam._service.get_jam().minggu
    assert jam.pratinjau.text() == (
        "Jam kantor seminggu: 37 jam 30 menit. Hari ini buka 07.30-12.00, 13.00-16.00."
    )
    assert not jam.is_diubah()
    assert tanpa_nama(jam) == []
    assert list_terpotong(jam) == []


def test_enter_goes_through_the_week_and_skips_closed_days(jam):
    jam.minggu.sel(4, "mulai").setFocus()
    jalan = []
    for _ in range(6):
        jalan.append(QApplication.focusWidget().accessibleName())
        tekan(K.Key_Return)
    assert jalan == [
        "Jumat buka dari",
        "Jumat buka sampai",
        "Jumat istirahat dari",
        "Jumat istirahat sampai",
        "Sabtu buka",
        "Minggu buka",
    ]


def test_the_preview_follows_typing_and_saving_lets_it_hold(jam, service, qtbot):
    with qtbot.waitSignal(jam.diubah):
        isi(jam, 0, "selesai", "14")
    assert jam.pratinjau.text() == (
        "Jam kantor seminggu: 35 jam 30 menit. Hari ini buka 07.30-12.00, 13.00-14.00."
    )
    assert jam.is_diubah()
    assert jam.simpan()
    assert service.get_jam().minggu[0].selesai == "14.00"
    assert jam.minggu.sel(0, "selesai").text() == "14.00"
    assert not jam.is_diubah()
    assert jam.spanduk.teks == "Jam kantor tersimpan dan langsung berlaku."


def test_a_day_is_opened_and_copied_from_the_day_above(jam):
    jam.minggu.sel(5, "buka").setFocus()
    tekan(K.Key_Space)
    assert jam.pratinjau.text().startswith("Jam kantor seminggu belum dapat dihitung.")
    assert jam.minggu.sel(5, "mulai").property("keadaan") in (None, "")
    tekan(K.Key_D, CTRL)
    assert jam.minggu.nilai()[5] == jam.minggu.nilai()[4]
    assert jam.pratinjau.text().startswith("Jam kantor seminggu: 45 jam.")
    tekan(K.Key_Space)
    assert not jam.is_diubah()


def test_copying_above_monday_does_nothing_and_arrows_stay_in_the_column(jam):
    jam.minggu.sel(0, "selesai").setFocus()
    tekan(K.Key_D, CTRL)
    tekan(K.Key_Up)
    assert QApplication.focusWidget() is jam.minggu.sel(0, "selesai")
    for _ in range(9):
        tekan(K.Key_Down)
    assert QApplication.focusWidget() is jam.minggu.sel(4, "selesai")
    assert not jam.is_diubah()


@pytest.mark.parametrize(
    ("hari", "kunci", "teks", "kata"),
    [
        (2, "selesai", "7", "Selesai Rabu (07.00) tidak sesudah mulai (07.30)."),
        (1, "mulai", "pagi", 'Jam mulai Selasa: "pagi" bukan jam.'),
        (3, "istirahat_selesai", "17.00", "Istirahat 12.00-17.00 di luar jam buka"),
    ],
)
def test_a_wrong_hour_is_marked_on_leaving_it_and_stops_the_save(
    jam, service, hari, kunci, teks, kata
):
    isi(jam, hari, kunci, teks)
    tekan(K.Key_Tab)
    sel = jam.minggu.sel(hari, kunci)
    assert sel.property("keadaan") == "bahaya"
    assert kata in jam.pesan.text()
    assert kata in sel.accessibleDescription()
    assert not jam.simpan()
    assert QApplication.focusWidget() is sel
    assert jam.spanduk.teks == "Belum tersimpan. Perbaiki isian yang bertanda merah."
    assert service.list_riwayat() == ()
    ketik(jam._tersimpan.minggu[hari].mulai if kunci == "mulai" else "16.00")
    tekan(K.Key_Tab)
    assert sel.property("keadaan") == ""
    assert not jam.pesan.isVisible()


def test_a_refused_save_marks_empty_cells_too(jam):
    isi(jam, 0, "mulai", "")
    tekan(K.Key_Backspace)
    tekan(K.Key_Tab)
    assert jam.minggu.sel(0, "mulai").property("keadaan") in (None, "")
    assert not jam.simpan()
    assert jam.pesan.text() == "Jam mulai Senin belum diisi. Tulis seperti 07.30."


def test_a_week_that_is_never_open_is_refused(jam):
    for hari in range(5):
        jam.minggu.sel(hari, "buka").setFocus()
        tekan(K.Key_Space)
    assert not jam.simpan()
    assert QApplication.focusWidget() is jam.minggu.sel(0, "buka")
    assert jam.pesan.text() == "Belum ada hari buka. Tandai sedikitnya satu hari."


def tambah_ramadan(jam, sampai="9/3/2027"):
    tekan(K.Key_N, CTRL)
    for teks in ("Ramadan 1448 H", "8/2/2027", sampai):
        ketik(teks)
        tekan(K.Key_Return)


def test_a_period_is_added_by_keyboard_with_hours_of_its_own(jam, service):
    tambah_ramadan(jam)
    assert QApplication.focusWidget() is jam.minggu.sel(0, "buka")
    tekan(K.Key_Return)
    for teks in ("8", "15", "12", "12.30"):
        ketik(teks)
        tekan(K.Key_Return)
    assert jam.daftar.item(1).text() == "Ramadan 1448 H\n08/02/2027 - 09/03/2027"
    assert list_terpotong(jam) == []
    assert tanpa_nama(jam) == []
    assert jam.simpan()
    (masa,) = service.get_jam().masa
    assert (masa.nama, masa.dari, masa.sampai) == ("Ramadan 1448 H", "08/02/2027", "09/03/2027")
    assert masa.minggu[0] == replace(
        masa.minggu[0], mulai="08.00", selesai="15.00", istirahat=(Istirahat("12.00", "12.30"),)
    )
    assert masa.minggu[1:] == service.get_jam().minggu[1:]


def test_a_period_that_ends_before_it_begins_is_brought_into_view(jam):
    tambah_ramadan(jam, "7/2/2027")
    assert '"Ramadan 1448 H" selesai (07/02/2027) sebelum mulai' in jam.sampai.pesan
    jam.daftar.setFocus()
    tekan(K.Key_Up)
    assert not jam.nama.isVisible()
    assert not jam.simpan()
    assert jam.daftar.currentRow() == 1
    assert QApplication.focusWidget() is jam.sampai.input
    assert not jam.daftar.item(1).icon().isNull()
    assert jam.daftar.item(0).icon().isNull()


def test_a_new_period_without_words_is_refused_field_by_field(jam):
    tekan(K.Key_N, CTRL)
    assert jam.daftar.item(1).text() == "Masa khusus baru\n… - …"
    assert jam.nama.pesan == ""
    assert not jam.simpan()
    assert QApplication.focusWidget() is jam.nama.input
    assert jam.nama.pesan.startswith("Nama masa khusus belum diisi")


def test_a_wrong_hour_of_a_period_brings_that_period_into_view(jam):
    tambah_ramadan(jam)
    isi(jam, 3, "selesai", "6")
    jam.daftar.setFocus()
    tekan(K.Key_Up)
    assert not jam.simpan()
    assert jam.daftar.currentRow() == 1
    assert QApplication.focusWidget() is jam.minggu.sel(3, "selesai")


def test_a_period_is_removed_and_brought_back(jam):
    tambah_ramadan(jam)
    jam.daftar.setFocus()
    tekan(K.Key_Delete)
    assert jam.daftar.count() == 1
    assert not jam.is_diubah()
    assert jam.spanduk.teks == '"Ramadan 1448 H" dihapus. Belum tersimpan.'
    jam.spanduk.aksi_dipilih.emit()
    assert jam.daftar.count() == 2
    jam.daftar.setCurrentRow(0)
    tekan(K.Key_Delete)
    assert jam.daftar.count() == 2


def test_a_second_break_is_kept_shown_and_may_be_taken_away(service, kasi, tampil):
    awal = service.get_jam()
    dua = replace(awal.minggu[0], istirahat=(*awal.minggu[0].istirahat, Istirahat("15", "15.15")))
    service.simpan_jam(replace(awal, minggu=(dua, *awal.minggu[1:])), kasi)
    jam = tampil(TabJam(service), kasi)
    tombol = jam.minggu.tombol_tambahan(0)
    assert tombol.text() == "15.00-15.15"
    assert tombol.isVisible()
    assert list_terpotong(jam) == []
    isi(jam, 0, "selesai", "15.10")
    tekan(K.Key_Tab)
    assert "Istirahat 15.00-15.15 di luar jam buka" in jam.pesan.text()
    isi(jam, 0, "selesai", "17")
    assert jam.simpan()
    assert len(service.get_jam().minggu[0].istirahat) == 2
    tombol.setFocus()
    tekan(K.Key_Return)
    assert not tombol.isVisible()
    assert jam.simpan()
    assert len(service.get_jam().minggu[0].istirahat) == 1


def test_the_shipped_hours_come_back_and_can_be_taken_back(jam, service):
    isi(jam, 0, "selesai", "14")
    assert jam.simpan()
    isi(jam, 1, "selesai", "14")
    jam.kembalikan_bawaan()
    assert service.is_bawaan_jam()
    assert jam.minggu.sel(0, "selesai").text() == "16.00"
    jam.spanduk.aksi_dipilih.emit()
    assert service.get_jam().minggu[0].selesai == "14.00"
    assert jam.minggu.sel(1, "selesai").text() == "14.00"
    assert jam.is_diubah()


def test_the_operator_only_looks_at_the_hours(service, operator, tampil):
    jam = tampil(TabJam(service), operator)
    isi(jam, 0, "mulai", "9")
    tekan(K.Key_D, CTRL)
    jam.minggu.sel(1, "mulai").setFocus()
    tekan(K.Key_D, CTRL)
    tekan(K.Key_N, CTRL)
    assert not jam.is_diubah()
    assert jam.daftar.count() == 1
    assert jam._hanya_kasi.isVisible()
    assert not jam.simpan()
    assert "Hanya Kasi" in jam.spanduk.teks
    jam.kembalikan_bawaan()
    assert "Hanya Kasi" in jam.spanduk.teks
    assert list_terpotong(jam) == []


def test_nobody_saves_hours_before_an_officer_signed_in(service, tampil):
    jam = tampil(TabJam(service), None)
    assert not jam.simpan()
    jam.kembalikan_bawaan()
    assert service.list_riwayat() == ()


def test_taking_back_a_reset_is_refused_to_the_operator(jam, operator):
    isi(jam, 0, "selesai", "14")
    assert jam.simpan()
    jam.kembalikan_bawaan()
    jam.set_petugas(operator)
    jam.spanduk.aksi_dipilih.emit()
    assert "Hanya Kasi" in jam.spanduk.teks


def test_an_hour_is_tidied_when_the_caret_leaves(jam):
    isian = jam.minggu.sel(0, "mulai")
    assert isinstance(isian, IsianJam)
    isi(jam, 0, "mulai", "8:05")
    assert isian.text() == "8:05"
    assert isian.nilai() == "08.05"
    tekan(K.Key_Tab)
    assert isian.text() == "08.05"


def test_periods_are_shown_with_their_dates(service, kasi, tampil):
    awal = service.get_jam()
    masa = MasaJam("Ramadan", "20/11/2026", "24/11/2026", awal.minggu)
    service.simpan_jam(replace(awal, masa=(masa,)), kasi)
    jam = tampil(TabJam(service), kasi)
    assert "Hari ini (Ramadan) buka" in jam.pratinjau.text()
    tekan(K.Key_Down)
    assert jam.nama.input.text() == "Ramadan"
    assert jam.dari.input.text() == "20/11/2026"
