"""A copy for an upload: made small, seen beside the scan, saved; the limit and who sets it."""

from __future__ import annotations

import random

import pytest
import shiboken6
from PIL import Image
from ui.lampiran_uji import CTRL, ENTER, SHIFT, K, LoketLampiran

from sooko_desk.ui.lampiran.lembar_salinan import MENGECILKAN


@pytest.fixture
def loket(qapp, kantor, tmp_path):
    loket = LoketLampiran(kantor, tmp_path)
    yield loket
    loket.tutup()


def bising(loket, nama="foto.jpg", ukuran=(800, 1100)):
    """A picture that cannot be made small without loss."""
    isi = random.Random(1).randbytes(ukuran[0] * ukuran[1] * 3)
    path = loket.folder / nama
    Image.frombytes("RGB", ukuran, isi).save(path, quality=95)
    return path


def buka_salinan(loket, *paths, petugas=None):
    loket.buka(petugas=petugas)
    loket.tambah(*paths)
    loket.tekan(K.Key_S, CTRL)
    loket.tuntas()
    return loket.panel.salinan


def set_batas(loket, kilobyte):
    loket.kantor.meja.lampiran.simpan_batas_unggah(kilobyte, loket.kantor.kasi)


def test_the_copy_is_seen_beside_the_scan_before_it_is_saved(loket):
    set_batas(loket, 400)
    lembar = buka_salinan(loket, bising(loket))
    assert lembar.isVisible()
    assert not loket.utama.isVisible()
    assert "MB, 1 halaman" in lembar.judul_semula.text()
    hasil = lembar.hasil
    assert hasil.ukuran <= 400_000
    assert lembar.judul_salinan.text() == f"Salinan: {-(-hasil.ukuran // 1000)} kB, 1 halaman"
    assert lembar.muat.teks == "muat dalam 400 kB"
    assert lembar.semula.kalimat == lembar.salinan.kalimat == ""
    assert list(loket.keluar.glob("*.jpg")) == []
    loket.tekan(K.Key_S, CTRL)
    loket.tuntas()
    assert (loket.keluar / "foto.jpg").read_bytes() == hasil.isi
    assert str(loket.keluar / "foto.jpg") in lembar.spanduk.teks
    assert "Hapus berkas itu" in lembar.spanduk.teks
    assert len(loket.tersimpan) == 1


def test_pages_size_and_place_are_the_same_in_both_pictures(loket):
    lembar = buka_salinan(loket, loket.pdf("surat.pdf", 3))
    loket.tekan(K.Key_PageDown, CTRL)
    loket.tekan(K.Key_Plus, CTRL, kali=3)
    loket.tuntas()
    assert (lembar.salinan.nomor, lembar.salinan.besar) == (2, lembar.semula.besar)
    loket.tekan(K.Key_End)
    tegak = lembar.salinan.verticalScrollBar()
    assert tegak.value() == tegak.maximum() > 0
    loket.tekan(K.Key_R, CTRL | SHIFT)
    assert lembar.salinan.putaran == 90
    lembar.salinan.setFocus()
    loket.tekan(K.Key_0, CTRL)
    lembar.salinan.diroda.emit(1)
    assert lembar.semula.besar == lembar.salinan.besar == 1.25
    loket.tekan(K.Key_Home)
    assert lembar.semula.verticalScrollBar().value() == 0


def test_escape_goes_back_to_the_list_and_keeps_nothing(loket):
    lembar = buka_salinan(loket, loket.berkas("a.png"))
    loket.tekan(K.Key_Escape)
    assert loket.utama.isVisible()
    assert loket.fokus() is loket.daftar
    assert lembar.hasil is None
    assert lembar.semula.dokumen is lembar.salinan.dokumen is None
    loket.tekan(K.Key_S, CTRL)
    loket.tuntas()
    loket.klik(lembar.kembali)
    assert loket.utama.isVisible()
    lembar.simpan_salinan()
    assert list(loket.keluar.glob("a.*")) == []


def test_giving_up_the_place_or_a_place_that_refuses_loses_nothing(loket):
    lembar = buka_salinan(loket, loket.berkas("a.png"))
    loket.keluar, folder = None, loket.keluar
    loket.klik(lembar.simpan)
    assert lembar.spanduk.isHidden()
    loket.keluar = folder / "tiada"
    loket.tekan(K.Key_S, CTRL)
    loket.tuntas()
    assert lembar.spanduk.teks.startswith("Belum tersimpan")
    loket.keluar = folder
    loket.tekan(K.Key_S, CTRL)
    lembar.simpan_salinan()  # while it is being written
    loket.tuntas()
    assert [p.name for p in folder.glob("a.*")] == ["a.jpg"]


def test_a_scan_that_cannot_be_made_small_enough_says_how_small_it_gets(loket):
    set_batas(loket, 100)
    lembar = buka_salinan(loket, bising(loket))
    assert "sedangkan batas unggah 100 kB" in lembar.salinan.kalimat
    assert not lembar.simpan.isEnabled()
    assert lembar.muat.teks == ""
    loket.tekan(K.Key_S, CTRL)
    assert list(loket.keluar.glob("*.jpg")) == []


def test_the_kasi_sets_the_limit_and_the_copy_is_made_anew(loket):
    lembar = buka_salinan(loket, bising(loket), petugas=loket.kantor.kasi)
    isian = lembar.batas.isian
    assert isian.text() == "1000"
    isian.setFocus()
    isian.selectAll()
    loket.ketik("450")
    loket.tekan(ENTER)
    loket.tuntas()
    assert loket.kantor.meja.lampiran.batas_unggah == 450_000
    assert lembar.muat.teks == "muat dalam 450 kB"
    assert lembar.hasil.ukuran <= 450_000
    loket.tekan(ENTER)  # the same again asks for nothing
    assert not loket.panel.sibuk


@pytest.mark.parametrize("teks", ["", "abc", "99", "0", "99999", "3e2"])
def test_a_limit_that_is_none_is_told_and_nothing_changes(loket, teks):
    lembar = buka_salinan(loket, loket.berkas("a.png"), petugas=loket.kantor.kasi)
    lembar.batas.isian.setFocus()
    lembar.batas.isian.selectAll()
    loket.tekan(K.Key_Delete)
    loket.ketik(teks)
    loket.tekan(ENTER)
    assert lembar.spanduk.teks.startswith("Batas unggah antara 100 dan 25000 kB")
    assert loket.kantor.meja.lampiran.batas_unggah == 1_000_000
    assert lembar.hasil is not None


def test_others_read_the_limit(loket):
    lembar = buka_salinan(loket, loket.berkas("a.png"))
    assert lembar.batas.isian.isReadOnly()
    assert "Kasi" in lembar.batas.isian.toolTip()


def test_going_back_while_a_copy_is_made_drops_it_and_the_next_scan_gets_its_own(loket):
    loket.buka()
    loket.tambah(bising(loket), loket.pdf("surat.pdf"))
    loket.ke_berkas(1)
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_S, CTRL)
    lembar = loket.panel.salinan
    assert lembar.salinan.kalimat == MENGECILKAN
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_S, CTRL)
    assert lembar.bilah.nama.teks == "surat.pdf"
    loket.tuntas()
    assert lembar.hasil.nama == "surat.pdf"
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_Up)
    loket.tekan(K.Key_S, CTRL)
    loket.klik(lembar.kembali)
    loket.tuntas()
    assert lembar.hasil is None


def test_closing_while_a_copy_is_made_frees_the_window_afterwards(loket):
    dialog = loket.buka()
    loket.tambah(bising(loket))
    loket.tekan(K.Key_S, CTRL)
    dialog.reject()
    assert shiboken6.isValid(dialog)
    loket.tunggu(lambda: not shiboken6.isValid(dialog))
