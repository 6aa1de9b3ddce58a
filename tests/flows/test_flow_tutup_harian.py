"""The daily book in the real window, by keys: asked once, closed, printed alike for ever."""

from __future__ import annotations

import datetime as dt
import os

import pytest
import shiboken6
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, SHIFT, K, kirim_hapusan
from flows.siap import kk_diterima, mulai
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sooko_desk.data.nomor_cadangan import CadanganBaru
from sooko_desk.data.tabel_buku import TabelTutupHarian
from sooko_desk.domain.errors import UserError
from sooko_desk.ui.tutup_harian.dialog import SEKALI_LAGI, DialogTutupHarian
from sooko_desk.ui.tutup_harian.laporan_bulanan import DialogLaporanBulanan

SENIN = dt.date(2026, 11, 23)
SEHARI = 24 * 60


def buka(loket):
    loket.tekan(K.Key_T, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogTutupHarian)
    return dialog


def tutup(loket, dialog):
    while shiboken6.isValid(dialog) and dialog.isVisible():
        loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def potret(dialog, nama):
    """A picture for people, when somebody wants one."""
    if folder := os.environ.get("SOOKO_POTRET"):
        QApplication.processEvents()
        dialog.grab().save(f"{folder}/{nama}.png")


@pytest.fixture
def diterima(loket):
    """One KK waits for the Kasi, who is at work."""
    return mulai(loket, kk_diterima, PIN_KASI)


def test_the_kasi_closes_the_day_with_two_presses_and_prints_it(diterima):
    loket = diterima
    dialog = buka(loket)
    assert dialog.tutup_hari.text() == "Tutup hari ini"
    assert "Belum ada cadangan" in dialog.isi_hari.peringatan.text()
    assert "Diterima 1" in dialog.isi_hari.jumlah.text()
    assert dialog.isi_hari.model.rowCount() == 1
    potret(dialog, "tutup_terbuka")
    loket.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks == SEKALI_LAGI
    assert loket.store.tutup_harian.find(SENIN) is None
    loket.tekan(K.Key_Escape)
    assert dialog.isVisible()
    loket.tekan(ENTER, CTRL)
    loket.tekan(ENTER, CTRL)
    assert loket.store.tutup_harian.find(SENIN) is not None
    assert dialog.spanduk.teks.startswith("Senin 23/11/2026 sudah ditutup.")
    assert not dialog.tutup_hari.isVisible()
    potret(dialog, "tutup_tertutup")
    loket.tekan(ENTER, CTRL)  # nothing is left to close
    loket.tekan(K.Key_P, CTRL)
    (halaman,) = loket.simpan_cetakan()
    assert "Sidik halaman ini" in halaman
    assert "BELUM DITUTUP" not in halaman
    tutup(loket, dialog)


def test_the_operator_sees_the_day_and_why_he_cannot_close_it(loket):
    mulai(loket, kk_diterima, PIN_OPERATOR)
    dialog = buka(loket)
    assert not dialog.tutup_hari.isEnabled()
    assert "Kasi Pelayanan" in dialog.hak.text()
    loket.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks == dialog.hak.text()
    assert loket.store.tutup_harian.find(SENIN) is None
    loket.tekan(K.Key_P, CTRL)
    assert "BELUM DITUTUP" in "".join(loket.simpan_cetakan())
    tutup(loket, dialog)


def test_a_forgotten_day_is_told_in_the_morning_and_closed_first(diterima):
    loket = diterima
    harian = loket.meja.laporan.harian
    harian.tutup("a", SENIN, loket.jendela.kerja.petugas)
    for hari in (1, 2):
        loket.clock.maju(SEHARI)
        loket.ganti(PIN_OPERATOR)
        loket.buka_tab(1)
        loket.isi_kk(nama=f"Siti Contoh {'AB'[hari - 1]}", nik=f"351613570845900{hari + 1}")
        loket.tekan(ENTER, CTRL)
        loket.tekan(ENTER, CTRL)
        if loket.jendela.pencetak.dialog is not None:
            loket.tutup_cetak()
    loket.ganti(PIN_KASI)
    kerja = loket.jendela.kerja
    kata = "Buku harian Selasa, 24 November 2026 belum ditutup (Ctrl+T)."
    assert kerja.spanduk.teks.endswith(kata)
    dialog = buka(loket)
    assert dialog.tutup_hari.text() == "Tutup Selasa 24/11/2026"
    loket.tekan(K.Key_Up)
    assert dialog.tabel.baris().tanggal == SENIN + dt.timedelta(days=2)
    loket.tekan(ENTER, CTRL)
    assert dialog.spanduk.teks.startswith("Tutup dulu hari 24 November 2026")
    loket.tekan(K.Key_Down)
    assert not dialog.spanduk.isVisible()
    loket.tekan(ENTER, CTRL, kali=2)
    assert harian.find_terlupa() is None
    tutup(loket, dialog)


def test_what_others_closed_meanwhile_and_a_broken_page_are_told(diterima):
    loket = diterima
    dialog = buka(loket)
    loket.tekan(ENTER, CTRL)
    loket.meja.laporan.harian.tutup("lain", SENIN, loket.jendela.kerja.petugas)
    loket.tekan(ENTER, CTRL)
    assert "sudah ditutup" in dialog.spanduk.teks
    dialog.pindai("TB-KK-2026-00001")
    assert "tidak memakai pindaian" in dialog.spanduk.teks
    tutup(loket, dialog)
    basis = TabelTutupHarian._meta.database
    basis.execute_sql("DROP TRIGGER tutup_harian_tanpa_ubah")
    TabelTutupHarian.update(sidik="0" * 64).execute()
    dialog = buka(loket)
    assert "sidiknya berbeda" in dialog.spanduk.teks
    assert not dialog.cetak.isEnabled()
    loket.tekan(K.Key_P, CTRL)
    assert loket.jendela.pencetak.dialog is None
    tutup(loket, dialog)


def buka_laporan(loket):
    loket.tekan(K.Key_M, CTRL | SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogLaporanBulanan)
    return dialog


def test_the_month_is_printed_and_saved_as_a_spreadsheet(diterima):
    loket = diterima
    dialog = buka_laporan(loket)
    potret(dialog, "laporan")
    assert dialog.tabel.isi.rowCount() == 11
    assert dialog.tabel.baris().bulan == 11
    loket.tekan(K.Key_S, CTRL)
    assert dialog.spanduk.teks.endswith("laporan-2026-11.xlsx")
    loket.keluar_dipilih = False
    dialog.spanduk.sembunyikan()
    loket.tekan(K.Key_S, CTRL)
    assert not dialog.spanduk.isVisible()
    loket.keluar_dipilih = True
    loket.tekan(K.Key_Up)
    loket.tekan(ENTER)
    assert "tidak ada permohonan pada Oktober 2026" in "".join(loket.simpan_cetakan())
    dialog.pindai("TB-KK-2026-00001")
    assert "tidak memakai pindaian" in dialog.spanduk.teks
    tutup(loket, dialog)


def test_a_place_that_cannot_be_written_is_told(diterima, tmp_path):
    loket = diterima
    dialog = buka_laporan(loket)
    (loket.keluar / "laporan-2026-11.xlsx").mkdir()
    loket.tekan(K.Key_S, CTRL)
    assert "Tersimpan" not in dialog.spanduk.teks
    assert dialog.spanduk.isVisible()
    dialog.tabel.clearSelection()
    dialog.tabel.isi.set_rows(())
    loket.tekan(K.Key_S, CTRL)
    loket.tekan(K.Key_P, CTRL)
    assert loket.jendela.pencetak.dialog is None
    tutup(loket, dialog)


class Rusak:
    """A register that cannot be read any more."""

    def __getattr__(self, _nama):
        def tolak(*_isi):
            raise UserError("Register tidak terbaca.")

        return tolak


def test_a_register_that_cannot_be_read_is_told_in_both_windows(diterima):
    loket = diterima
    dialog = buka(loket)
    dialog._service = Rusak()
    dialog.muat_ulang()
    assert dialog.spanduk.teks == "Register tidak terbaca."
    tutup(loket, dialog)
    dialog = buka_laporan(loket)
    dialog._service = Rusak()
    for baca in (dialog._isi_tahun, dialog._on_tahun_dipilih):
        dialog.spanduk.sembunyikan()
        baca()
        assert dialog.spanduk.teks == "Register tidak terbaca."
    tutup(loket, dialog)


def test_columns_sort_and_a_busy_day_shows_reasons_and_voided_numbers(diterima):
    loket = diterima
    kasi = loket.jendela.kerja.petugas
    baru = CadanganBaru("p", "KK", "TB/{urut}/{tahun}", 2026, 2, kasi, loket.clock.now())
    satu, _ = loket.store.nomor_cadangan.pesan(baru)
    loket.store.nomor_cadangan.batalkan(satu.id, "basah", kasi, loket.clock.now())
    loket.meja.laporan.harian.tutup("a", SENIN, kasi)
    loket.clock.maju(SEHARI)
    dialog = buka(loket)
    assert dialog.tabel.baris().tanggal == SENIN + dt.timedelta(days=1)
    assert "Tidak ada permohonan yang bergerak." in dialog.isi_hari.jumlah.text()
    dialog.tabel.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert dialog.model.row(0).tanggal == SENIN
    loket.tekan(K.Key_Home)
    assert "Nomor blangko dibatalkan: TB/2/2026" in dialog.isi_hari.jumlah.text()
    dialog.isi_hari.tabel.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    dialog.model.set_rows(())
    dialog._tampilkan()
    assert dialog.isi_hari.model.rowCount() == 0
    assert not dialog.cetak.isEnabled()
    tutup(loket, dialog)
    dialog = buka_laporan(loket)
    dialog.tabel.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert dialog.tabel.isi.row(0).bulan == 11
    tutup(loket, dialog)


def test_the_windows_fit_the_smallest_screen(diterima):
    loket = diterima
    for membuka in (buka, buka_laporan):
        dialog = membuka(loket)
        terkecil = dialog.minimumSizeHint()
        assert terkecil.width() <= 1040
        assert terkecil.height() <= 560
        tutup(loket, dialog)
