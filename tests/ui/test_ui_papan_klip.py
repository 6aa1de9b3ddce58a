"""The clipboard's guard."""

from __future__ import annotations

import ctypes
import sys

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from ui.pendamping_uji import CTRL, NIK_ISTRI, NIK_KEPALA, K, PapanMacet, isi_klip, klip

from sooko_desk.ui.kit.mime_rahasia import build_mime
from sooko_desk.ui.pendamping.papan_klip import PenjagaPapanKlip

DETIK = 3


@pytest.fixture
def papan(qapp):
    papan = QGuiApplication.clipboard()
    papan.clear()
    yield papan
    papan.clear()


@pytest.fixture
def penjaga(papan):
    penjaga = PenjagaPapanKlip(lambda: DETIK)
    yield penjaga
    penjaga.akhiri()
    penjaga.deleteLater()


def detik(penjaga, banyak):
    for _ in range(banyak):
        penjaga.detak.timeout.emit()


def test_a_value_leaves_after_its_seconds(penjaga):
    sisa = []
    penjaga.sisa_berubah.connect(sisa.append)
    penjaga.salin(NIK_KEPALA)
    assert klip() == NIK_KEPALA
    detik(penjaga, DETIK - 1)
    assert klip() == NIK_KEPALA
    detik(penjaga, 1)
    assert NIK_KEPALA not in isi_klip()
    assert sisa == [3, 2, 1, 0]
    assert not penjaga.detak.isActive()


def test_the_clock_runs_by_itself(papan, qtbot):
    penjaga = PenjagaPapanKlip(lambda: DETIK, selang_ms=1)
    penjaga.salin(NIK_KEPALA)
    qtbot.waitUntil(lambda: klip() == "")
    assert penjaga.sisa == 0
    penjaga.deleteLater()


def test_another_copy_gets_the_full_time(penjaga):
    penjaga.salin(NIK_KEPALA)
    detik(penjaga, 2)
    penjaga.salin(NIK_ISTRI)
    assert penjaga.sisa == DETIK
    detik(penjaga, 2)
    assert klip() == NIK_ISTRI


def test_what_the_officer_copied_meanwhile_stays(penjaga, papan, qtbot):
    penjaga.salin(NIK_KEPALA)
    papan.setText("catatan petugas")
    qtbot.waitUntil(lambda: penjaga.sisa == 0)  # Windows tells of it a moment later
    detik(penjaga, DETIK + 1)
    penjaga.kosongkan()
    assert klip() == "catatan petugas"


def test_a_picture_that_was_copied_meanwhile_stays(penjaga, papan):
    penjaga.salin(NIK_KEPALA)
    gambar = QMimeData()
    gambar.setData("image/png", b"png")
    papan.setMimeData(gambar)
    detik(penjaga, DETIK + 1)
    assert papan.mimeData().hasFormat("image/png")
    assert not penjaga.detak.isActive()


def test_nothing_copied_means_nothing_to_take_away(penjaga, papan):
    papan.setText("catatan petugas")
    penjaga.kosongkan()
    assert klip() == "catatan petugas"
    penjaga.salin("")
    assert klip() == "catatan petugas"


def test_locking_empties_at_once(penjaga):
    penjaga.salin(NIK_KEPALA)
    penjaga.kosongkan()
    assert (klip(), penjaga.sisa) == ("", 0)


def test_lines_that_windows_ends_its_own_way_are_still_ours(penjaga, papan):
    penjaga.salin("a\tb\nc\td\n")
    lain = QMimeData()
    lain.setText("a\tb\r\nc\td\r\n")
    papan.setMimeData(lain)
    QApplication.processEvents()
    assert penjaga.sisa == DETIK
    penjaga.kosongkan()
    assert klip() == ""


def test_a_copy_from_a_field_goes_with_the_program(penjaga, papan):
    isian = QLineEdit(NIK_KEPALA)
    isian.show()
    isian.selectAll()
    QTest.keyClick(isian, K.Key_C, CTRL)
    QApplication.processEvents()
    assert NIK_KEPALA in isi_klip()
    if not papan.ownsClipboard():
        pytest.skip("this platform does not tell whose the clipboard is")
    penjaga.akhiri()
    assert NIK_KEPALA not in isi_klip()
    isian.deleteLater()


@pytest.mark.parametrize(("milik_program", "sisa"), [(True, ""), (False, NIK_KEPALA)])
def test_the_end_takes_only_what_came_from_this_program(milik_program, sisa):
    papan = PapanMacet(0)
    penjaga = PenjagaPapanKlip(lambda: DETIK, papan)
    papan.isi, papan.milik_program = NIK_KEPALA, milik_program
    penjaga.akhiri()
    assert papan.isi == sisa


def test_the_primary_selection_is_emptied_too(penjaga, papan):
    if not papan.supportsSelection():
        pytest.skip("no primary selection here")
    penjaga.salin(NIK_KEPALA)
    papan.setText(NIK_KEPALA, QClipboard.Mode.Selection)
    penjaga.kosongkan()
    assert papan.text(QClipboard.Mode.Selection) == ""


class PapanDua(PapanMacet):
    """A clipboard of X11: the primary selection holds what the desktop copied into it."""

    def __init__(self):
        super().__init__(0)
        self.pilihan = ""

    def text(self, mode):
        return self.isi if mode is QClipboard.Mode.Clipboard else self.pilihan

    def clear(self, mode):
        if mode is QClipboard.Mode.Clipboard:
            super().clear(mode)
        else:
            self.pilihan = ""

    def supportsSelection(self):  # noqa: N802
        return True

    def ownsSelection(self):  # noqa: N802
        return bool(self.pilihan)


def test_only_our_value_is_taken_off_the_primary_selection():
    papan = PapanDua()
    penjaga = PenjagaPapanKlip(lambda: DETIK, papan)
    penjaga.salin(NIK_KEPALA)
    papan.pilihan = NIK_KEPALA
    papan.isi = "catatan petugas"
    papan.dataChanged.emit()
    assert (papan.isi, papan.pilihan, penjaga.sisa) == ("catatan petugas", "", 0)
    papan.pilihan = "pilihan petugas"
    penjaga.salin(NIK_KEPALA)
    penjaga.kosongkan()
    assert (papan.isi, papan.pilihan) == ("", "pilihan petugas")
    penjaga.akhiri()
    assert papan.pilihan == ""


def test_a_clipboard_that_is_held_open_is_tried_again():
    papan = PapanMacet(2)
    penjaga = PenjagaPapanKlip(lambda: DETIK, papan)
    penjaga.salin(NIK_KEPALA)
    penjaga.kosongkan()
    assert papan.isi == ""


def test_one_that_is_held_open_for_long_is_tried_until_it_is_empty():
    papan = PapanMacet(4)
    penjaga = PenjagaPapanKlip(lambda: DETIK, papan)
    penjaga.salin(NIK_KEPALA)
    penjaga.kosongkan()
    assert papan.isi == NIK_KEPALA
    assert penjaga.detak.isActive()
    detik(penjaga, 1)
    assert papan.isi == ""
    assert not penjaga.detak.isActive()


def test_histories_and_clouds_are_told_to_leave_it_alone():
    windows = build_mime(NIK_KEPALA, "win32")
    awal = "application/x-qt-windows-mime;value="
    assert windows.formats() == [
        "text/plain",
        f'{awal}"ExcludeClipboardContentFromMonitorProcessing"',
        f'{awal}"CanIncludeInClipboardHistory"',
        f'{awal}"CanUploadToCloudClipboard"',
    ]
    assert {bytes(windows.data(f).data()) for f in windows.formats()[1:]} == {b"\0\0\0\0"}
    lain = build_mime(NIK_KEPALA, "linux")
    assert bytes(lain.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert lain.text() == windows.text() == NIK_KEPALA


def _format_windows():
    """Name to data of the registered formats on the clipboard of Windows itself."""
    user32, kernel32 = ctypes.WinDLL("user32"), ctypes.WinDLL("kernel32")
    user32.GetClipboardData.restype = ctypes.c_void_p
    kernel32.GlobalLock.restype = ctypes.c_void_p
    kernel32.GlobalLock.argtypes = kernel32.GlobalUnlock.argtypes = [ctypes.c_void_p]
    assert user32.OpenClipboard(None)
    semua, kode = {}, 0
    while kode := user32.EnumClipboardFormats(kode):
        nama = ctypes.create_unicode_buffer(200)
        if user32.GetClipboardFormatNameW(kode, nama, 200) and (
            letak := kernel32.GlobalLock(isi := user32.GetClipboardData(kode))
        ):
            semua[nama.value] = ctypes.string_at(letak, 4)
            kernel32.GlobalUnlock(isi)
    user32.CloseClipboard()
    return semua


@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_windows_itself_sees_the_three_formats(penjaga):
    if QGuiApplication.platformName() != "windows":
        pytest.skip("needs the real clipboard: QT_QPA_PLATFORM=windows")
    penjaga.salin(NIK_KEPALA)
    semua = _format_windows()
    for nama in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        assert semua[nama] == b"\0\0\0\0"
    penjaga.kosongkan()
    assert _format_windows() == {}
