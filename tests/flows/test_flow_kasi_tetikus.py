"""The Kasi at the mouse: marks by buttons while other marks wait for the signature."""

from __future__ import annotations

from flows.antrean_kasi import isi
from flows.loket import K


def test_the_mouse_marks_too_while_other_marks_wait(loket):
    isi(loket, 3)
    loket.tekan(K.Key_L)
    lengkap, tidak = loket.tab.tombol_tanda.tombol
    assert (lengkap.text(), tidak.text()) == ("Tandai lengkap", "Tandai tidak lengkap")
    loket.klik(tidak)
    assert [t.text() for t in loket.tab.tombol_tanda.tombol] == ["Selesai", "Batal"]
    loket.klik(loket.tab.tombol_tanda.tombol[1])
    loket.klik(loket.tab.tombol_tanda.tombol[1])
    loket.tekan(K.Key_1)
    loket.klik(loket.tab.tombol_tanda.tombol[0])
    assert len(loket.tab.kumpulan.isi) == 2
    loket.klik(loket.tab.tombol_tanda.tombol[0])
    assert len(loket.tab.kumpulan.isi) == 3
