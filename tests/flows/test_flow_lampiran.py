"""Scans in the real program: added at the counter, told in the story, there after a restart."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, SHIFT, K, kirim_hapusan
from flows.siap import kk_diterima, mulai
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.lampiran_uji import isi_gambar

from sooko_desk.ui.dialog_luar import DialogLuar
from sooko_desk.ui.lampiran.dunia_lampiran import DuniaLampiran
from sooko_desk.ui.lampiran.jendela_lampiran import JendelaLampiran


@pytest.fixture
def diterima(loket):
    """A KK case that was just taken in."""
    return mulai(loket, kk_diterima)


def buka_lampiran(loket, *dipilih):
    jendela = loket.jendela
    cetak = loket.lingkungan.dunia
    dunia = DuniaLampiran(
        cetak.setelan,
        pilih_simpan=cetak.pilih_berkas,
        pilih_pindaian=lambda _judul, _folder: dipilih,
        pilih_folder=lambda _judul, _folder: loket.keluar,
    )
    dialog = JendelaLampiran(loket.meja, jendela._kabar, dunia, jendela.kerja.petugas, 1, jendela)
    dialog.open()
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def tuntas(loket, dialog):
    loket.tangan.tunggu(lambda: not dialog.panel.sibuk)


def tutup(loket, dialog):
    """Escape until the window is gone; it frees itself."""
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def test_scans_come_in_by_every_way_and_are_there_after_a_restart(diterima):
    loket = diterima
    (loket.keluar / "kk lama.jpg").write_bytes(isi_gambar("red", jenis="JPEG"))
    (loket.keluar / "scan-1.png").write_bytes(isi_gambar("green"))
    dialog = buka_lampiran(loket, loket.keluar / "kk lama.jpg")
    loket.tekan(K.Key_O, CTRL)
    tuntas(loket, dialog)
    loket.tekan(K.Key_End)
    QApplication.clipboard().setImage(QImage.fromData(isi_gambar("blue")))
    loket.tekan(K.Key_V, CTRL)
    tuntas(loket, dialog)
    QApplication.clipboard().clear()
    loket.klik(dialog.panel.utama.folder)
    (loket.keluar / "scan-2.png").write_bytes(isi_gambar("yellow"))
    loket.tangan.tunggu(dialog.panel.utama.pita.isVisible)
    loket.tekan(ENTER, CTRL)
    tuntas(loket, dialog)
    tutup(loket, dialog)
    nama = [(x.berkas_kode, x.nama) for x in loket.meja.lampiran.list(1)]
    kode = loket.permohonan().berkas[0].kode
    assert nama[:2] == [(kode, "kk lama.jpg"), ("", "tempelan 09.05.png")]
    assert nama[2][0] == ""
    assert loket.riwayat()[-3:] == [("lampiran", "tambah")] * 3
    assert loket.permohonan().riwayat[-1].petugas == NAMA_OPERATOR
    loket.tutup()
    loket.buka(PIN_OPERATOR)
    dialog = buka_lampiran(loket)
    tuntas(loket, dialog)
    assert dialog.panel.utama.kanvas.kalimat == ""
    assert dialog.panel.utama.bilah.nama.teks == "kk lama.jpg"
    assert loket.meja.lampiran.periksa() == ()
    tutup(loket, dialog)


def test_no_scan_lies_readable_on_the_disk(diterima):
    loket = diterima
    isi = isi_gambar("red", jenis="JPEG")
    (loket.keluar / "kk.jpg").write_bytes(isi)
    dialog = buka_lampiran(loket, loket.keluar / "kk.jpg")
    loket.tekan(K.Key_O, CTRL)
    tuntas(loket, dialog)
    tutup(loket, dialog)
    loket.tutup()
    berkas = [p for p in loket.data.rglob("*") if p.is_file()]
    assert len([p for p in berkas if p.suffix == ".bin"]) == 1
    assert not [p for p in berkas if isi[:200] in p.read_bytes()]
    assert not [p for p in berkas if b"kk.jpg" in p.read_bytes()]
    loket.buka(PIN_OPERATOR)


def test_closing_the_program_in_the_middle_keeps_what_was_stored_and_loses_nothing(diterima):
    loket = diterima
    semua = []
    for n in range(20):
        path = loket.keluar / f"{n:02}.jpg"
        path.write_bytes(isi_gambar((n, 99, 99), (1500, 2100), "JPEG"))
        semua.append(path)
    dialog = buka_lampiran(loket, *semua)
    loket.tekan(K.Key_O, CTRL)
    loket.tangan.tunggu(lambda: len(loket.meja.lampiran.list(1)) >= 2)
    loket.tutup()
    assert not shiboken6.isValid(dialog)
    loket.buka(PIN_OPERATOR)
    banyak = len(loket.meja.lampiran.list(1))
    assert 2 <= banyak < 20
    assert [f for f in loket.meja.lampiran.periksa() if "tidak tercatat" not in f] == []
    assert all(path.exists() for path in semua)


def test_scans_stand_beside_the_step_that_compares_them(diterima, tmp_path):
    loket, permohonan = diterima, diterima.permohonan()
    gambar = tmp_path / "kk.png"
    Image.new("RGB", (600, 800), "white").save(gambar)
    kode = permohonan.berkas[1].kode
    loket.meja.lampiran.tambah("t", permohonan, kode, gambar, loket.jendela.kerja.petugas)
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    panel = loket.panel
    loket.tekan(K.Key_F6)
    loket.tangan.tunggu(lambda: panel.samping is not None and panel.samping.isVisible())
    assert not panel.fakta.isVisible()
    assert panel.ceklis.isVisible()
    loket.tangan.tunggu(lambda: not panel.samping.sibuk)
    daftar = panel.samping.utama.daftar
    assert daftar.pindaian().berkas_kode == kode
    daftar.pilih(("berkas", permohonan.berkas[0].kode))
    panel.ceklis.setFocus()
    loket.tekan(K.Key_Down)
    assert daftar.pindaian().berkas_kode == kode  # the checklist leads to the paper's scan
    loket.tangan.tunggu(lambda: not panel.samping.sibuk)
    loket.tekan(K.Key_Escape)
    assert panel.fakta.isVisible()
    assert not panel.is_samping()
    loket.tekan(K.Key_F6)
    loket.tekan(K.Key_F6)
    assert not panel.is_samping()


def test_beside_the_step_ctrl_r_notes_a_word_and_the_turning_key_turns(diterima, tmp_path):
    loket, permohonan = diterima, diterima.permohonan()
    gambar = tmp_path / "kk.png"
    Image.new("RGB", (600, 800), "white").save(gambar)
    kode = permohonan.berkas[0].kode
    loket.meja.lampiran.tambah("t", permohonan, kode, gambar, loket.jendela.kerja.petugas)
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.tekan(ENTER)
    panel = loket.panel
    loket.tekan(K.Key_F6)
    loket.tangan.tunggu(lambda: panel.samping is not None and not panel.samping.sibuk)
    kanvas = panel.samping.utama.kanvas
    for tempat in (panel.samping.utama.daftar, kanvas):
        tempat.setFocus()
        loket.tekan(K.Key_R, CTRL)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DialogLuar)
        loket.tekan(K.Key_Escape)
        loket.tangan.tunggu(lambda d=dialog: kirim_hapusan() or not shiboken6.isValid(d))
        semula = kanvas.putaran
        tempat.setFocus()
        loket.tekan(K.Key_R, CTRL | SHIFT)
        assert kanvas.putaran == semula + 90
        assert QApplication.activeModalWidget() is None


def test_beside_the_step_ctrl_enter_is_the_steps_also_on_the_copy(diterima, tmp_path):
    loket, permohonan = diterima, diterima.permohonan()
    gambar = tmp_path / "kk.png"
    Image.new("RGB", (600, 800), "white").save(gambar)
    kode = permohonan.berkas[0].kode
    loket.meja.lampiran.tambah("t", permohonan, kode, gambar, loket.jendela.kerja.petugas)
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    panel = loket.panel
    loket.tekan(K.Key_F6)
    loket.tangan.tunggu(lambda: panel.samping is not None and not panel.samping.sibuk)
    panel.samping.utama.daftar.setFocus()
    loket.tekan(K.Key_S, CTRL)
    loket.tangan.tunggu(lambda: panel.samping.salinan.hasil is not None)
    assert panel.samping.isAncestorOf(loket.fokus())
    loket.tekan(ENTER, CTRL)
    loket.tangan.tunggu(lambda: not panel.samping.sibuk)
    assert list(loket.keluar.iterdir()) == []
    assert loket.permohonan().ringkasan.posisi == "entri"
