"""The minutes of the queue go on while nobody presses a key."""

from __future__ import annotations

from builders import PIN_KASI, PIN_OPERATOR

from sooko_desk.app_tangan import ENTER, Qt


def test_the_minutes_of_the_queue_follow_the_clock_and_the_form_stays(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    loket.ganti(PIN_KASI)
    tab = loket.jendela.kerja.kelengkapan
    assert tab.model.row(0).waktu.kata == "0 dari 10 menit"
    loket.tekan(ENTER)
    loket.tekan(Qt.Key.Key_1)
    centang = tab.panel.ceklis.tanda()
    loket.clock.maju(9)
    loket.jendela.kerja.detak.timeout.emit()
    assert tab.model.row(0).waktu.kata == "9 dari 10 menit"
    assert tab.panel.waktu.teks == "9 dari 10 menit · hampir habis"
    assert tab.panel.ceklis.tanda() == centang
    assert tab.panel.ceklis.hasFocus()
