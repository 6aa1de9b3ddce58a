"""Closing with a half-typed form: told once, then the officer decides."""

from __future__ import annotations

from builders import PIN_OPERATOR

from sooko_desk.app_tangan import ALT, CTRL, Qt
from sooko_desk.ui.kit.tombol import Tombol


def test_a_half_typed_form_holds_the_window_once(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(Qt.Key.Key_1, ALT)
    loket.isi("I.A.1", "3516135708459001")
    assert not loket.jendela.close()
    assert loket.jendela.isVisible()
    tab = loket.jendela.kerja.penerimaan
    assert "belum disimpan" in tab.spanduk.teks
    assert tab.form.bidang["nik"].input.digits() == "3516135708459001"
    assert loket.jendela.close()


def test_typing_on_after_the_word_holds_the_window_again(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(Qt.Key.Key_1, ALT)
    loket.isi("I.A.1")
    assert not loket.jendela.close()
    loket.ketik("3516")
    assert not loket.jendela.close()
    assert loket.jendela.close()


def test_an_empty_form_holds_nothing(loket):
    loket.buka(PIN_OPERATOR)
    assert loket.jendela.close()


def test_what_was_emptied_by_mistake_can_be_had_back(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(Qt.Key.Key_1, ALT)
    loket.isi("I.A.1", "3516135708459001", "Suwarti")
    loket.tekan(Qt.Key.Key_Delete, CTRL | Qt.KeyboardModifier.ShiftModifier)
    tab = loket.jendela.kerja.penerimaan
    assert tab.form.is_kosong()
    loket.klik(tab.spanduk.findChildren(Tombol)[0])
    assert tab.form.bidang["nama"].input.nilai() == "SUWARTI"
    assert tab.form.jenis().kode == "I.A.1"
