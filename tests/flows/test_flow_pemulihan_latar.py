"""A restore is chosen while a backup is on: neither waits for the other."""

from __future__ import annotations

import threading

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, SHIFT, K, Loket, kirim_hapusan
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from services.pemulihan_uji import Kantor2
from shiboken6 import isValid

from sooko_desk.app import Awal
from sooko_desk.app_tangan import Tangan
from sooko_desk.data import cadangan as modul_cadangan
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.data.salinan_register import NAMA_SALINAN
from sooko_desk.services.cadangan_tempat import Volume
from sooko_desk.ui.jaga import latar as modul_latar
from sooko_desk.ui.pemulihan.jendela import JendelaPemulihan, Langkah


@pytest.fixture
def kantor(qapp, tmp_path):
    """A register with one backup on a stick that is not the office's yet."""
    kantor = Kantor2(tmp_path)
    kantor.terima(1)
    kantor.cadangkan()
    kantor.tutup()
    return kantor


@pytest.fixture
def awal(kantor, tmp_path):
    """The program as `main` starts it, at a PC with that stick."""
    loket = Loket(tmp_path / "loket", kantor.clock)
    loket.data = kantor.data
    loket.volume.append(Volume(kantor.stik, "STIK", 1 << 30))
    awal = Awal(loket.lingkungan)
    awal.mulai()
    yield awal
    awal.tutup()
    kirim_hapusan()


@pytest.fixture
def stik_macet(monkeypatch):
    """The stick takes no byte until this is set; the list tells whether it was."""
    sampai, tertulis = threading.Event(), []
    asli = modul_cadangan.tulis

    def tulis(path, isi):
        tertulis.append(sampai.wait(8))
        return asli(path, isi)

    monkeypatch.setattr(modul_cadangan, "tulis", tulis)
    monkeypatch.setattr(modul_latar, "LAMA_LEPAS_MS", 50)
    return sampai, tertulis


def test_a_restore_does_not_wait_for_a_stick_that_hangs(kantor, awal, stik_macet):
    sampai, tertulis = stik_macet
    (lama,) = list_cadangan(kantor.stik / NAMA_FOLDER)
    tangan = Tangan(awal.tampak)
    tangan.masuk(PIN_OPERATOR)
    latar = awal.tampak.kerja.jaga.latar
    latar._jaga.tempat.siapkan_tandai(Volume(kantor.stik, "STIK", 1 << 30))()
    tangan.tunggu(lambda: not latar.pencari.sibuk)
    latar.cari()
    tangan.tunggu(lambda: latar.jeda.menunggu and not latar.pekerja.sibuk)
    latar.jeda.tenang.emit()
    assert latar.pekerja.sibuk
    tangan.tekan(K.Key_I, CTRL)
    tangan.tekan(K.Key_R, CTRL | SHIFT)
    tangan.ketik(PIN_KASI)
    tangan.tekan(ENTER)
    tangan.tunggu(lambda: isinstance(awal.tampak, JendelaPemulihan))
    tangan.tunggu(lambda: kirim_hapusan() or not isValid(latar))
    tangan.tunggu(lambda: not awal.tampak.pekerja.sibuk)
    assert awal.tampak.langkah is Langkah.PILIH
    assert tertulis == []  # all this while the stick hung
    sampai.set()
    tangan.tunggu(lambda: tertulis == [True])
    for kolam in QApplication.instance().findChildren(QThreadPool):
        assert kolam.waitForDone(15000)
    assert list_cadangan(kantor.stik / NAMA_FOLDER) == (lama,)
    assert not (kantor.data / NAMA_SALINAN).exists()
