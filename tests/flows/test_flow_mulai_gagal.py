"""Starts that cannot go on: a page says why and what to do, and the program can be tried again."""

from __future__ import annotations

import shutil

import pytest
import shiboken6
from flows.loket import ENTER, Loket, kirim_hapusan, salin_sop
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.app import Awal, build
from sooko_desk.app_lingkungan import AKAR
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError
from sooko_desk.ui.halaman_galat import HalamanGalat
from sooko_desk.ui.jendela import Jendela


@pytest.fixture
def awal(qapp, tmp_path):
    """Starts the program as `main` does; closed and freed afterwards."""
    loket = Loket(tmp_path).atur_petugas()
    awal = Awal(loket.lingkungan)
    awal.loket = loket
    yield awal
    awal.tutup()
    kirim_hapusan()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []


def test_a_register_that_another_copy_holds_can_be_tried_again(awal, tmp_path):
    lain = Store(awal.loket.data)
    awal.mulai()
    galat = awal.tampak
    assert isinstance(galat, HalamanGalat)
    assert "sedang dibuka oleh Sooko Desk yang lain" in galat.kalimat.text()
    ulangi(galat)
    assert isinstance(awal.tampak, HalamanGalat)
    kirim_hapusan()
    assert not shiboken6.isValid(galat)
    lain.close()
    ulangi(awal.tampak)
    assert isinstance(awal.tampak, Jendela)
    assert awal.tampak.isVisible()
    assert awal.tampak.masuk.isVisible()
    assert QApplication.topLevelWidgets().count(awal.tampak) == 1


def test_giving_up_closes_the_page(awal):
    lain = Store(awal.loket.data)
    awal.mulai()
    QTest.mouseClick(awal.tampak.tutup, Qt.MouseButton.LeftButton)
    assert not awal.tampak.isVisible()
    lain.close()


def rusak_folder(loket):
    loket.data = loket.data / "register.db" / "bawah"
    return "tidak dapat dibuat: ada berkas biasa bernama sama di jalurnya"


def rusak_kunci_hilang(loket):
    (loket.data / "kunci.json").unlink()
    return "Berkas kunci kunci.json tidak ada"


def rusak_kunci(loket):
    (loket.data / "kunci.json").write_text("{}", encoding="utf-8")
    return "Berkas kunci kunci.json rusak"


def rusak_register_hilang(loket):
    (loket.data / "register.db").unlink()
    return "hilang atau kosong, padahal pernah dibuat"


def rusak_register(loket):
    (loket.data / "register.db").write_bytes(b"bukan register" * 1000)
    return "tidak cocok dengan kuncinya"


def rusak_tabel(loket):
    folder = salin_sop(loket) / "tabel"
    folder.mkdir()
    (folder / "agama.csv").write_text("kode;nama\n1\n", encoding="utf-8")
    return "agama.csv"


@pytest.mark.parametrize(
    "rusak",
    [
        rusak_folder,
        rusak_kunci_hilang,
        rusak_kunci,
        rusak_register_hilang,
        rusak_register,
        rusak_tabel,
    ],
)
def test_a_start_that_cannot_go_on_says_why_and_what_to_do(qapp, tmp_path, rusak):
    loket = Loket(tmp_path).atur_petugas()
    kalimat = rusak(loket)
    awal = Awal(loket.lingkungan)
    awal.mulai()
    galat = awal.tampak
    assert isinstance(galat, HalamanGalat)
    assert kalimat in galat.kalimat.text()
    assert galat.kalimat.heightForWidth(galat.kalimat.width()) <= galat.kalimat.height()
    awal.tutup()
    assert not shiboken6.isValid(galat)
    with pytest.raises(UserError):
        build(loket.lingkungan)  # and again: the failed start let go of everything


def test_what_only_work_needs_is_missed_after_sign_in_is_painted_and_can_be_tried_again(
    qtbot, tmp_path
):
    loket = Loket(tmp_path).atur_petugas()
    loket.folder_sop = shutil.copytree(AKAR / "sop_data", tmp_path / "sop")
    jam_kerja = loket.folder_sop / "tabel" / "jam_kerja.toml"
    isi = jam_kerja.read_bytes()
    jam_kerja.unlink()
    awal = Awal(loket.lingkungan)
    awal.mulai()
    jendela = awal.tampak
    assert jendela.masuk.isVisible()
    qtbot.waitUntil(lambda: awal.tampak is not jendela)
    galat = awal.tampak
    assert isinstance(galat, HalamanGalat)
    assert "jam_kerja.toml" in galat.kalimat.text()
    kirim_hapusan()
    assert not shiboken6.isValid(jendela)
    jam_kerja.write_bytes(isi)
    ulangi(galat)
    assert isinstance(awal.tampak, Jendela)  # so the register was let go of
    assert awal.tampak.masuk.isVisible()
    awal.tutup()


def ulangi(galat):
    """Enter on the page: its button has the focus."""
    QApplication.processEvents()
    galat.activateWindow()
    QTest.qWaitForWindowActive(galat)
    QTest.keyClick(QApplication.focusWidget(), ENTER)
