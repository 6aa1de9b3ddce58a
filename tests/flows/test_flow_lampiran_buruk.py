"""Files that cannot become scans, pasted into the real window: each told, nothing half stored."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
import shiboken6
from builders import NAMA
from flows.loket import CTRL, K, kirim_hapusan
from flows.siap import kk_diterima, mulai
from PySide6.QtWidgets import QApplication
from services.pindaian_uji import list_bin, pdf_bersandi, peristiwa, png
from ui.lampiran_uji import mime_berkas

from sooko_desk.ui.lampiran.jendela_lampiran import JendelaLampiran

BESAR = 200_000_000


@pytest.fixture
def lampiran(loket):
    """The window of scans over a case that was just taken in, opened by Ctrl+L."""
    mulai(loket, kk_diterima)
    loket.buka_tab(2)
    loket.pilih(NAMA)
    loket.tekan(K.Key_L, CTRL)
    loket.tangan.tunggu(lambda: isinstance(QApplication.activeModalWidget(), JendelaLampiran))
    dialog = QApplication.activeModalWidget()
    yield dialog
    QApplication.clipboard().clear()
    dialog.reject()
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def taruh(loket, nama, isi):
    path = loket.keluar / nama
    path.write_bytes(isi)
    return path


def tempel(loket, dialog, *paths):
    QApplication.clipboard().setMimeData(mime_berkas(*paths))
    loket.tekan(K.Key_V, CTRL)
    loket.tangan.tunggu(lambda: not dialog.panel.sibuk)


def test_each_bad_file_is_told_and_the_good_one_beside_them_is_stored(lampiran, loket, monkeypatch):
    besar = taruh(loket, "besar.tif", b"")
    with besar.open("r+b") as berkas:
        berkas.truncate(BESAR)
    hilang = taruh(loket, "hilang.png", png(lebar=50))
    asli = Path.stat

    def lihat(self, **pilihan):
        keterangan = asli(self, **pilihan)
        if self == hilang:
            hilang.unlink()  # somebody pulls the stick while it is added
        return keterangan

    monkeypatch.setattr(Path, "stat", lihat)
    buruk = {
        taruh(loket, "catatan.jpg", b"Halo"): "bukan PDF, JPG, PNG, atau TIFF",
        taruh(loket, "sandi.pdf", pdf_bersandi()): "kata sandi",
        besar: "200,0 MB, lebih besar dari batas 25 MB",
        hilang: "tidak ada lagi",
    }
    tempel(loket, lampiran, *buruk, taruh(loket, "baik.png", png()))
    tolak = lampiran.panel.utama.tolak
    assert tolak.isVisible()
    for path, kalimat in buruk.items():
        (satu,) = [k for k in tolak.kalimat if path.name in k]
        assert kalimat in satu
    assert [satu.nama for satu in loket.meja.lampiran.list(1)] == ["baik.png"]
    assert len(peristiwa(loket, loket.permohonan())) == 1
    assert len(list_bin(loket.data)) == 1
    assert besar.stat().st_size == BESAR  # the officer's own files are left alone


def penuh(_nomor):
    raise OSError(errno.ENOSPC, "full")


def test_a_disk_that_fills_up_while_a_scan_is_written_leaves_nothing_and_it_can_be_tried_again(
    lampiran, loket, monkeypatch
):
    path = taruh(loket, "kk.png", png())
    with monkeypatch.context() as ganti:
        ganti.setattr(os, "fsync", penuh)
        tempel(loket, lampiran, path)
    tolak = lampiran.panel.utama.tolak
    (kalimat,) = tolak.kalimat
    assert "cakram komputer penuh" in kalimat
    assert loket.meja.lampiran.list(1) == ()
    assert [p for p in list_bin(loket.data) if p.is_file()] == []
    loket.klik(tolak.lagi)
    loket.tangan.tunggu(lambda: not lampiran.panel.sibuk)
    assert [satu.nama for satu in loket.meja.lampiran.list(1)] == ["kk.png"]
