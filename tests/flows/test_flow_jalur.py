"""A data folder whose path makes trouble: blanks, quotes, other scripts, signs of URIs."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace

import pytest
import shiboken6
from builders import KODE, NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, NAMA, K, Loket, kirim_hapusan
from PySide6.QtWidgets import QApplication, QMenu
from services.pemulihan_uji import lupakan_penanda

from sooko_desk.app import Awal
from sooko_desk.app_tangan import Tangan
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.data.pelindung_berkas import PelindungBerkas
from sooko_desk.services.cadangan_tempat import Volume
from sooko_desk.ui.jaga.dialog import DialogJaga
from sooko_desk.ui.jendela import Jendela
from sooko_desk.ui.pemulihan.jendela import JendelaPemulihan, Langkah

NAMA_ANEH = "D'Sooko [Ñ] 崇科 #1 50%20 &%3F"
PANJANG = 270
"""Letters of the whole path; what Windows and old tools end at is 260."""


@pytest.fixture
def aneh(tmp_path):
    """A folder of that name; on Linux also with a question mark, a line of its own, and long."""
    folder = tmp_path / NAMA_ANEH
    if sys.platform != "win32":
        folder /= 'file:a?mode=ro "b"\\c;'
        folder /= "x" * (PANJANG - len(str(folder)) - 1)
        assert len(str(folder)) == PANJANG
    folder.mkdir(parents=True)
    return folder


def jadikan_stik_dan_cadangkan(loket):
    """Ctrl+I, F8, Enter; then the pause in which nobody touches anything, cut short."""
    latar = loket.jendela.kerja.jaga.latar
    latar.cari()
    loket.tangan.tunggu(lambda: not latar.pencari.sibuk and not latar.pekerja.sibuk)
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogJaga)
    loket.tekan(K.Key_F8)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: "sekarang" in dialog.tempat.spanduk.teks)
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))
    loket.tangan.tunggu(lambda: not latar.pencari.sibuk and not latar.pekerja.sibuk)
    latar.jeda.henti()
    latar.jeda.tenang.emit()
    loket.tangan.tunggu(lambda: not latar.pencari.sibuk and not latar.pekerja.sibuk)


def pulihkan(awal):
    """The new PC: restore from the stick with the code on paper, and go on."""

    def tunggu(syarat):
        Tangan(awal.tampak).tunggu(syarat)

    def tunggu_langkah(langkah):
        jendela = awal.tampak
        assert isinstance(jendela, JendelaPemulihan)
        tunggu(lambda: not jendela.pekerja.sibuk)
        assert jendela.langkah is langkah, jendela.spanduk.teks

    awal.mulai()
    awal.tampak.awal.pulih.click()
    tunggu_langkah(Langkah.PILIH)
    Tangan(awal.tampak).tekan(ENTER)
    tunggu_langkah(Langkah.KODE)
    for kelompok in KODE.split("-"):
        Tangan(awal.tampak).ketik(kelompok)
    Tangan(awal.tampak).tekan(ENTER)
    tunggu_langkah(Langkah.BEDA)
    Tangan(awal.tampak).tekan(ENTER, CTRL)
    tunggu_langkah(Langkah.SELESAI)
    Tangan(awal.tampak).tekan(ENTER)
    tunggu(lambda: isinstance(awal.tampak, Jendela))
    Tangan(awal.tampak).masuk(PIN_OPERATOR)
    return awal.tampak.alat.meja


def test_the_whole_way_works_in_a_folder_whose_path_makes_trouble(qapp, aneh):
    loket = Loket(aneh)
    (aneh / "stik").mkdir()
    loket.volume.append(Volume(aneh / "stik", "KINGSTON", 8_000_000_000))
    loket.buka()
    loket.isi(NAMA_OPERATOR, PIN_OPERATOR, PIN_OPERATOR, NAMA_KASI, PIN_KASI, PIN_KASI)
    loket.tangan.tunggu(loket.jendela.masuk.isVisible)
    loket.pasang_kertas()
    loket.masuk(PIN_OPERATOR)
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    assert NAMA.upper() in loket.simpan_cetakan()[0].upper()
    loket.tekan(K.Key_F5)
    loket.isi_bidang("nama", "Sedang Diketik")
    jadikan_stik_dan_cadangkan(loket)
    assert len(list_cadangan(aneh / "stik" / NAMA_FOLDER)) == 1
    semula = loket.permohonan()
    loket.jendela.kerja.penerimaan.tahan_tutup()  # what is typed is kept before the window goes
    loket.tutup()
    loket.buka(PIN_OPERATOR)  # as the next morning: register, drafts, journal, preferences
    assert loket.permohonan() == semula
    assert loket.jendela.kerja.tawaran.isVisible()
    jurnal = loket.store.rantai.jurnal
    assert (jurnal.tertinggal, jurnal.rusak, jurnal.mundur) == (False, False, None)
    loket.tutup()

    shutil.rmtree(loket.data)
    lupakan_penanda()
    pelindung = PelindungBerkas(aneh / "pengguna")  # another PC, for Windows knows its user
    awal = Awal(replace(loket.lingkungan, folder_data=aneh / "lagi", pelindung=pelindung))
    pulihkan(awal)
    assert awal._program.store.permohonan.get(1) == semula
    awal.tutup()
    kirim_hapusan()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []
