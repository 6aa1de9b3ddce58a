"""What is copied with Ctrl+C anywhere in the program is marked, and numbers leave again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard

from sooko_desk.ui.kit.mime_rahasia import build_mime, is_rahasia
from sooko_desk.ui.pendamping.jaga_salinan import JagaSalinan
from sooko_desk.ui.pendamping.papan_klip import PenjagaPapanKlip

NIK = "3516135708459001"


class Papan(QObject):
    """A clipboard that knows who filled it, as the offscreen one does not."""

    dataChanged = Signal()  # noqa: N815 - Qt's name

    def __init__(self):
        super().__init__()
        self.isi, self.milik = QMimeData(), True

    def isi_dengan(self, teks, *, milik=True):
        data = QMimeData()
        data.setText(teks)
        self.milik = milik
        self._ganti(data)

    def setMimeData(self, data):  # noqa: N802
        self.milik = True
        self._ganti(data)

    def mimeData(self, _mode):  # noqa: N802
        return self.isi

    def text(self, _mode):
        return self.isi.text()

    def clear(self, _mode):
        self._ganti(QMimeData())

    def supportsSelection(self):  # noqa: N802
        return False

    def ownsClipboard(self):  # noqa: N802
        return self.milik

    def ownsSelection(self):  # noqa: N802
        return False

    def _ganti(self, data):
        self.isi = data
        self.dataChanged.emit()


@pytest.fixture
def papan(qapp):
    papan = Papan()
    penjaga = PenjagaPapanKlip(lambda: 30, papan, papan)
    papan.jaga = JagaSalinan(penjaga, papan, papan)
    papan.penjaga = penjaga
    yield papan
    penjaga.akhiri()


@pytest.mark.parametrize("teks", [NIK, f"SITI\t{NIK}\tIslam", "3516 1357 0845 9001"])
def test_a_copied_number_is_marked_and_leaves_after_its_seconds(papan, teks):
    papan.isi_dengan(teks)
    assert is_rahasia(papan.isi)
    assert papan.penjaga.sisa == 30
    papan.penjaga.kosongkan()
    assert papan.text(QClipboard.Mode.Clipboard) == ""


def test_other_words_of_ours_are_marked_and_stay(papan):
    papan.isi_dengan("SUWARTI NINGSIH")
    assert is_rahasia(papan.isi)
    assert papan.isi.text() == "SUWARTI NINGSIH"
    assert papan.penjaga.sisa == 0
    papan.clear(None)
    assert papan.isi.text() == ""


def test_what_another_program_copies_is_left_alone(papan):
    papan.isi_dengan(NIK, milik=False)
    assert not is_rahasia(papan.isi)
    assert papan.penjaga.sisa == 0


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_the_mark_is_known_again(platform):
    assert is_rahasia(build_mime("x", platform), platform)
    assert not is_rahasia(QMimeData(), platform)
