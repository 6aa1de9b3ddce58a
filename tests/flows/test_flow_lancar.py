"""Long work and the window: it goes on drawing, and a key that is typed arrives before the end.

Never by a clock: a busy machine would fail what is right. A timer of no length counts the turns of
the event loop, a gate holds the work where it is.
"""

from __future__ import annotations

import threading

import pytest
from builders import PIN_OPERATOR
from flows.loket import CTRL, K, kirim_hapusan
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from sooko_desk.data import rantai_periksa
from sooko_desk.data.potret_register import BerkasTerbuka
from sooko_desk.ui.jaga.dialog import DialogJaga

BANYAK = 12


@pytest.fixture
def berisi(loket):
    """A register with some links in its chain, closed again."""
    loket.buka(PIN_OPERATOR)
    for nomor in range(BANYAK):
        loket.isi_kk(nik=f"351613570845{9001 + nomor}")
        loket.simpan()
    loket.tutup()
    return loket


@pytest.fixture
def potong_kecil(monkeypatch):
    """A piece of the proof is one link, as if the register were hundreds of times as long."""
    monkeypatch.setattr(rantai_periksa, "_SEPOTONG", 1)


class Gerbang:
    """Holds a function of the worker until the test lets it through."""

    def __init__(self, monkeypatch, kelas, nama):
        self.sampai, self.buka = threading.Event(), threading.Event()
        self.utas: list[int] = []
        asli = getattr(kelas, nama)

        def tahan(*args):
            self.utas.append(threading.get_ident())
            self.sampai.set()
            assert self.buka.wait(30)
            return asli(*args)

        monkeypatch.setattr(kelas, nama, tahan)


def test_the_proof_at_the_start_lets_the_events_through_between_its_pieces(berisi, potong_kecil):
    putaran, siap = [], QEventLoop()
    berisi.buka()
    rantai = berisi.meja.jaga.rantai
    berisi.jendela.siap.connect(siap.quit)
    detak = QTimer()
    detak.timeout.connect(lambda: putaran.append(rantai.keadaan().diperiksa))
    detak.start(0)
    siap.exec()
    detak.stop()
    assert putaran.count(False) > BANYAK
    assert rantai.keadaan().diperiksa
    assert rantai.keadaan().temuan == ()


def test_who_signs_in_before_the_proof_has_ended_does_not_work_before_it(berisi, potong_kecil):
    berisi.buka()
    assert not berisi.meja.jaga.rantai.keadaan().diperiksa
    berisi.masuk(PIN_OPERATOR)
    assert berisi.meja.jaga.rantai.keadaan().diperiksa
    assert berisi.jendela.kerja.isVisible()


def test_a_key_arrives_while_the_check_copies_the_register(loket, monkeypatch):
    loket.buka(PIN_OPERATOR)
    gerbang = Gerbang(monkeypatch, BerkasTerbuka, "salin")
    dialog = buka_jaga(loket)
    loket.tekan(K.Key_F5)
    assert gerbang.sampai.wait(30)
    assert dialog.pekerja.sibuk
    loket.tekan(K.Key_F5)  # a second press begins no second check
    loket.tekan(K.Key_Tab)
    assert QApplication.focusWidget() is not dialog.folder.input
    assert dialog.pekerja.sibuk
    gerbang.buka.set()
    loket.tangan.tunggu(lambda: not dialog.pekerja.sibuk)
    assert threading.get_ident() not in gerbang.utas
    tutup_jaga(loket)


def test_a_key_arrives_while_a_backup_is_being_made(loket, monkeypatch, tmp_path):
    loket.buka(PIN_OPERATOR)
    gerbang = Gerbang(monkeypatch, BerkasTerbuka, "salin")
    dialog = buka_jaga(loket)
    dialog.folder.input.setText(str(tmp_path))
    loket.tekan(K.Key_Return, CTRL)
    assert gerbang.sampai.wait(30)
    loket.tekan(K.Key_Return, CTRL)  # a second press begins no second backup
    loket.tekan(K.Key_Tab)
    assert QApplication.focusWidget() is not dialog.folder.input
    assert dialog.pekerja.sibuk
    gerbang.buka.set()
    loket.tangan.tunggu(lambda: not dialog.pekerja.sibuk)
    assert loket.meja.jaga.cadangan.terakhir is not None
    assert len(gerbang.utas) == 1
    assert threading.get_ident() not in gerbang.utas
    tutup_jaga(loket)


def buka_jaga(loket):
    loket.tekan(K.Key_I, CTRL)
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), DialogJaga))
    return QApplication.activeModalWidget()


def tutup_jaga(loket):
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or QApplication.activeModalWidget() is None)
