"""The system's file dialog: what it is told before the officer sees it, and what comes back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from sooko_desk.ui.kit.dialog_berkas import Lokasi, Mode, Permintaan, tanya_berkas

_BUKA, _SIMPAN = QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave


@pytest.fixture
def tanya(qapp):
    """Ask, look at the dialog with `lihat` instead of showing it, then answer `jadi`."""

    def tanya(permintaan, lihat, jadi=1):
        def jalankan(dialog):
            lihat(dialog)
            return jadi

        return tanya_berkas(None, permintaan, jalankan)

    return tanya


def test_every_word_of_the_dialog_is_indonesian(tanya):
    kata = {}

    def lihat(dialog):
        kata.update((label.name, dialog.labelText(label)) for label in QFileDialog.DialogLabel)

    tanya(Permintaan("Impor", "Ambil", Lokasi.DocumentsLocation, Mode.ExistingFile), lihat)
    assert kata == {
        "LookIn": "Di folder",
        "FileName": "Nama berkas",
        "FileType": "Jenis",
        "Accept": "Ambil",
        "Reject": "Batal",
    }


@pytest.mark.parametrize(
    ("mode", "accept", "hanya_folder"),
    [
        (Mode.ExistingFile, _BUKA, False),
        (Mode.ExistingFiles, _BUKA, False),
        (Mode.Directory, _BUKA, True),
        (Mode.AnyFile, _SIMPAN, False),
    ],
)
def test_the_mode_decides_what_can_be_chosen(tanya, tmp_path, mode, accept, hanya_folder):
    dilihat = []

    def lihat(dialog):
        dilihat.append((dialog.fileMode(), dialog.acceptMode(), dialog.windowTitle()))
        dilihat.append(dialog.testOption(QFileDialog.Option.ShowDirsOnly))
        dilihat.append(dialog.directory().absolutePath())

    tanya(Permintaan("Pilih", "Pilih", tmp_path, mode), lihat)
    assert dilihat == [(mode, accept, "Pilih"), hanya_folder, tmp_path.as_posix()]


def test_a_file_to_save_is_offered_a_name_and_its_kind(tanya, tmp_path):
    kinds = []
    hasil = tanya(
        Permintaan("Simpan", "Simpan", tmp_path, Mode.AnyFile, ("Dokumen (*.pdf)",), "surat.pdf"),
        lambda dialog: kinds.extend(dialog.nameFilters()),
    )
    assert kinds == ["Dokumen (*.pdf)"]
    assert hasil == (tmp_path / "surat.pdf",)


def test_giving_up_brings_nothing(tanya, tmp_path):
    permintaan = Permintaan("Simpan", "Simpan", tmp_path, Mode.AnyFile, nama_awal="surat.pdf")
    assert tanya(permintaan, lambda _dialog: None, jadi=0) == ()


def test_a_dialog_that_fails_is_thrown_away_too(qapp, tmp_path, qtbot):
    dibuang = []

    def gagal(dialog):
        dialog.destroyed.connect(lambda: dibuang.append(True))
        raise OSError("macet")

    with pytest.raises(OSError, match="macet"):
        tanya_berkas(None, Permintaan("Pilih", "Pilih", tmp_path, Mode.Directory), gagal)
    qtbot.waitUntil(lambda: dibuang == [True])
