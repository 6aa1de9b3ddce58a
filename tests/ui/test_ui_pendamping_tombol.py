"""Around the strip: the key that works inside SIAK, its place on the screen, its settings tab."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from ui.pengaturan_uji import K, ketik, list_terpotong, tanpa_nama, tekan

from sooko_desk.ui.pendamping.jendela import LEBAR
from sooko_desk.ui.pendamping.tab_pendamping import TabPendamping
from sooko_desk.ui.pendamping.tempat import read_tempat
from sooko_desk.ui.pendamping.tombol_global import (
    KUNCI_GLOBAL,
    KunciGlobal,
    TanpaTombolGlobal,
    TombolGlobalWindows,
    build_tombol_global,
    find_kunci,
    kunci_berikut,
)
from sooko_desk.ui.theme import Nada

WM_HOTKEY, WM_KEYDOWN, ID = 0x0312, 0x0100, 0x5344
BIASA = KUNCI_GLOBAL[0]


class User32:
    """What Windows answers."""

    def __init__(self):
        self.dipakai = set()
        self.punya = {}

    def RegisterHotKey(self, jendela, nomor, tambahan, kunci):  # noqa: N802
        assert jendela is None
        if (tambahan, kunci) in self.dipakai | set(self.punya.values()):
            return 0
        self.punya[nomor] = (tambahan, kunci)
        return 1

    def UnregisterHotKey(self, jendela, nomor):  # noqa: N802
        assert jendela is None
        return int(self.punya.pop(nomor, None) is not None)


def kirim(tombol, pesan, nomor=ID):
    isi = wintypes.MSG()
    isi.message, isi.wParam = pesan, nomor
    return tombol.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(isi))


@pytest.fixture
def user32():
    return User32()


@pytest.fixture
def tombol(user32, qapp):
    tombol = TombolGlobalWindows(user32)
    yield tombol
    tombol.lepas()
    assert user32.punya == {}


def test_a_press_anywhere_is_told_once(tombol, user32):
    ditekan = []
    assert tombol.pasang(BIASA, lambda: ditekan.append(1))
    assert user32.punya == {ID: (0x4000 | 0x0006, 0x20)}
    assert kirim(tombol, WM_HOTKEY) == (True, 0)
    assert kirim(tombol, WM_HOTKEY, nomor=7) == (False, 0)
    assert kirim(tombol, WM_KEYDOWN) == (False, 0)
    assert ditekan == [1]
    tombol.lepas()
    assert kirim(tombol, WM_HOTKEY) == (False, 0)


def test_another_key_takes_the_place_of_the_first(tombol, user32):
    tombol.pasang(BIASA, list)
    assert tombol.pasang(KUNCI_GLOBAL[2], list)
    assert user32.punya == {ID: (0x4006, 0x77)}


def test_a_key_that_another_program_has_is_refused(tombol, user32):
    user32.dipakai = {(0x4006, 0x20)}
    assert not tombol.pasang(BIASA, list)
    assert user32.punya == {}
    tombol.lepas()


def test_the_keys_go_round_and_an_unknown_name_is_the_usual_one():
    assert find_kunci("Ctrl+Shift+F9") is KUNCI_GLOBAL[3]
    assert find_kunci("") is find_kunci("rusak") is BIASA
    semua = [BIASA]
    for _ in KUNCI_GLOBAL:
        semua.append(kunci_berikut(semua[-1]))
    assert semua == [*KUNCI_GLOBAL, BIASA]


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere than on Windows")
def test_elsewhere_there_is_no_such_key():
    tombol = build_tombol_global()
    assert isinstance(tombol, TanpaTombolGlobal)
    assert not tombol.tersedia
    assert not tombol.pasang(BIASA, list)
    tombol.lepas()


@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
def test_windows_itself_tells_the_press(qapp):
    langka = KunciGlobal("Ctrl+Alt+Shift+F11", 0x0007, 0x7A)
    ditekan = []
    satu, lain = build_tombol_global(), build_tombol_global()
    assert satu.pasang(langka, lambda: ditekan.append(1))
    assert not lain.pasang(langka, list)
    utas = ctypes.WinDLL("kernel32").GetCurrentThreadId()
    assert ctypes.WinDLL("user32").PostThreadMessageW(utas, WM_HOTKEY, ID, 0)
    for _ in range(20):
        QApplication.processEvents()
    assert ditekan == [1]
    satu.lepas()
    assert lain.pasang(langka, list)
    lain.lepas()


@pytest.fixture
def service(kantor):
    return kantor.meja.pendamping


def test_the_kasi_sets_the_seconds(service, kasi, tampil):
    tab = tampil(TabPendamping(service), kasi)
    assert tab.detik.input.text() == "30"
    assert tanpa_nama(tab) == list_terpotong(tab) == []
    assert not tab.is_diubah()
    ketik("45")
    tekan(K.Key_Tab)
    assert tab.is_diubah()
    assert tab.simpan()
    assert service.detik == 45
    assert tab.spanduk.teks == "Waktu papan klip tersimpan dan langsung berlaku."
    tab.kembalikan_bawaan()
    assert (service.detik, tab.detik.input.text()) == (30, "30")


@pytest.mark.parametrize("teks", ["2", "lima", ""])
def test_seconds_that_make_no_sense_are_refused_beside_the_field(service, kasi, tampil, teks):
    tab = tampil(TabPendamping(service), kasi)
    ketik(teks or " ")
    assert (tab.detik.nada is Nada.BAHAYA) is bool(teks)
    assert not tab.simpan()
    assert tab.detik.nada is Nada.BAHAYA
    assert service.detik == 30


def test_an_operator_only_looks(service, operator, tampil):
    tab = tampil(TabPendamping(service), operator)
    assert tab.detik.input.isReadOnly()
    assert not tab.simpan()


LAYAR = (QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1040))


@pytest.mark.parametrize(
    ("teks", "bingkai"),
    [
        ("", QRect(1046, 0, 320, 728)),
        ("rusak", QRect(1046, 0, 320, 728)),
        ("kanan,1046,0,728", QRect(1046, 0, 320, 728)),
        ("kiri,0,100,600", QRect(0, 100, 320, 600)),
        ("kiri,30,100,600", QRect(0, 100, 320, 600)),
        ("bebas,500,100,600", QRect(500, 100, 320, 600)),
        ("bebas,500,400,600", QRect(500, 128, 320, 600)),
        ("kanan,2966,0,1040", QRect(2966, 0, 320, 1040)),
        ("kanan,9000,0,2000", QRect(1046, 0, 320, 728)),
        ("bebas,-900,-50,600", QRect(0, 0, 320, 600)),
    ],
)
def test_a_kept_place_always_leads_onto_a_screen(teks, bingkai):
    assert read_tempat(teks, LEBAR, LAYAR) == bingkai
