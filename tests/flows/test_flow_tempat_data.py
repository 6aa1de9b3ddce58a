"""Starting over a folder that is write-protected, or that is no disk of this computer."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ENTER, K, Loket, kirim_hapusan
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.ukuran_uji import list_terpotong

from sooko_desk.app import Awal
from sooko_desk.app_tangan import Tangan
from sooko_desk.domain.tempat_data import Cakram, JenisTempat
from sooko_desk.ui.halaman_galat import HalamanGalat
from sooko_desk.ui.jendela import Jendela

GAMBAR = os.environ.get("GAMBAR_TEMPAT", "")
"""A folder for pictures, for whoever wants to look at them."""
BACA_SAJA, BIASA = 0o444, 0o644


@pytest.fixture
def mulai(qapp, tmp_path):
    """Starts the program over a counter as `main` does; closed and freed afterwards."""
    semua = []

    def mulai(loket, **ganti):
        awal = Awal(replace(loket.lingkungan, **ganti))
        semua.append(awal)
        awal.mulai()
        return awal

    yield mulai
    for awal in semua:
        awal.tutup()
    kirim_hapusan()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []


def potret(jendela, nama):
    QTest.qWait(1)
    if GAMBAR:
        jendela.grab().save(f"{GAMBAR}/{nama}.png")


def check_halaman(awal, kalimat, nama):
    halaman = awal.tampak
    assert isinstance(halaman, HalamanGalat)
    assert kalimat in halaman.kalimat.text()
    potret(halaman, nama)
    assert halaman.kalimat.heightForWidth(halaman.kalimat.width()) <= halaman.kalimat.height()
    return halaman


def isi_folder(folder):
    return {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_read_only_register_is_refused_and_opens_once_the_mark_is_gone(mulai, tmp_path):
    loket = Loket(tmp_path).atur_petugas()
    register = loket.data / "register.db"
    register.chmod(BACA_SAJA)
    sebelum = isi_folder(loket.data)
    awal = mulai(loket)
    check_halaman(awal, "Berkas register.db di folder data", "baca-saja")
    Tangan(awal.tampak).tekan(ENTER)  # the mark is still there
    check_halaman(awal, "hapus centang Read-only", "baca-saja-lagi")
    assert isi_folder(loket.data) == sebelum
    register.chmod(BIASA)
    Tangan(awal.tampak).tekan(ENTER)
    assert isinstance(awal.tampak, Jendela)
    Tangan(awal.tampak).masuk(PIN_OPERATOR)
    assert awal.tampak.kerja.peringatan.isHidden()


def test_read_only_drafts_and_key_do_not_stop_the_start_and_the_form_comes_back(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_bidang("nama", "Setengah Jadi")
    konsep = loket.program.konsep
    loket.tangan.tunggu(lambda: any("SETENGAH" in b.isi for b in konsep.list_semua()))
    loket.tutup()
    (loket.data / "setelan.ini").touch()
    for nama in ("konsep.db", "kunci.json", "setelan.ini"):
        (loket.data / nama).chmod(BACA_SAJA)
    loket.buka(PIN_OPERATOR)
    assert loket.jendela.kerja.tawaran.isVisible()
    loket.isi_kk()
    loket.simpan()
    for nama in ("kunci.json", "setelan.ini"):  # Windows removes no file that bears the mark
        (loket.data / nama).chmod(BIASA)


TEMPAT = {
    JenisTempat.JARINGAN: ("folder bersama di jaringan", "cifs", None),
    JenisTempat.LEPASAN: ("flashdisk atau cakram lepasan", "vfat", JenisTempat.LEPASAN),
    JenisTempat.AWAN: ("folder yang disinkronkan ke internet", "", JenisTempat.AWAN),
}


@pytest.fixture(params=TEMPAT, ids=str)
def tempat(request, tmp_path):
    """A disk of this kind that holds the folder, and its words."""
    kata, sistem, jenis = TEMPAT[request.param]
    return Cakram(tmp_path, sistem, jenis), kata


def test_no_register_is_begun_where_it_could_tear(mulai, tmp_path, tempat):
    cakram, kata = tempat
    loket = Loket(tmp_path)
    loket.cakram.append(cakram)
    awal = mulai(loket)
    check_halaman(awal, f"karena itu {kata}", f"tolak-{kata.split()[0]}")
    assert not loket.data.exists()
    loket.cakram.clear()  # the folder was moved, say
    Tangan(awal.tampak).tekan(ENTER)
    assert isinstance(awal.tampak, Jendela)
    assert awal.tampak.awal.isVisible()


def test_a_register_that_lies_there_is_opened_and_the_warning_stays(mulai, tmp_path, tempat):
    cakram, kata = tempat
    loket = Loket(tmp_path).atur_petugas()
    loket.cakram.append(cakram)
    awal = mulai(loket)
    jendela = awal.tampak
    assert isinstance(jendela, Jendela)
    tangan = Tangan(jendela)
    tangan.masuk(PIN_OPERATOR)
    jendela.resize(QSize(1366, 728))
    spanduk = jendela.kerja.peringatan
    assert spanduk.isVisible()
    assert f"ada di {kata}" in spanduk.teks
    assert str(loket.data) in spanduk.teks
    potret(jendela, f"spanduk-{kata.split()[0]}")
    assert list_terpotong(jendela) == []
    spanduk.setFocus()
    QTest.keyClick(spanduk, K.Key_Escape)
    tangan.ganti_petugas(PIN_KASI)
    assert spanduk.isVisible()


def test_practice_may_lie_anywhere(mulai, tmp_path):
    loket = Loket(tmp_path)
    loket.cakram.append(Cakram(tmp_path, jenis=JenisTempat.LEPASAN))
    awal = mulai(loket, latihan=True)
    assert isinstance(awal.tampak, Jendela)
    assert awal.tampak.kerja.peringatan.isHidden()
