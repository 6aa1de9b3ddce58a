"""What Windows tells of a PC that was left."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes

import pytest

from sooko_desk.ui.kunci_layar_sistem import KabarWindows, TanpaKabar, build_kabar_sistem

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WM_KEYDOWN = 0x0218, 0x02B1, 0x0100


class Wtsapi32:
    """What Windows answers."""

    def __init__(self):
        self.punya = []

    def WTSRegisterSessionNotification(self, jendela, sesi):  # noqa: N802
        assert sesi == 0
        self.punya.append(jendela.value)
        return 1

    def WTSUnRegisterSessionNotification(self, jendela):  # noqa: N802
        self.punya.remove(jendela.value)
        return 1


@pytest.mark.parametrize(
    ("pesan", "apa", "ditinggal"),
    [
        (WM_POWERBROADCAST, 0x0004, True),  # goes to sleep
        (WM_POWERBROADCAST, 0x0007, True),  # wakes by a hand
        (WM_POWERBROADCAST, 0x0012, True),  # wakes by itself
        (WM_POWERBROADCAST, 0x000A, False),  # battery or mains
        (WM_WTSSESSION_CHANGE, 0x7, True),  # locked
        (WM_WTSSESSION_CHANGE, 0x2, True),  # another user of the PC
        (WM_WTSSESSION_CHANGE, 0x8, False),  # unlocked
        (WM_KEYDOWN, 0x7, False),
    ],
)
def test_a_locked_or_sleeping_pc_is_told_and_nothing_else(qapp, pesan, apa, ditinggal):
    wtsapi32, dikabari = Wtsapi32(), []
    kabar = KabarWindows(wtsapi32, lambda: dikabari.append(True))
    kabar.pasang(77)
    kabar.pasang(77)
    assert wtsapi32.punya == [77]
    isi = wintypes.MSG()
    isi.message, isi.wParam = pesan, apa
    assert kabar.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(isi)) == (False, 0)
    assert bool(dikabari) is ditinggal
    kabar.lepas()
    kabar.lepas()
    assert wtsapi32.punya == []


def test_elsewhere_nothing_is_told():
    tanpa = TanpaKabar()
    tanpa.pasang(77)
    tanpa.lepas()
    if sys.platform != "win32":
        assert isinstance(build_kabar_sistem(list), TanpaKabar)
