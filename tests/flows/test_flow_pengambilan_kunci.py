"""Ctrl+U, Ctrl+E and the paper of the hand-over, by keys alone."""

from __future__ import annotations

import pytest
from builders import NAMA, PIN_OPERATOR, Kantor, list_tanda
from flows.loket import ALT, CTRL, ENTER, SHIFT, K, kirim_hapusan
from PySide6.QtWidgets import QLabel

from sooko_desk.domain.permohonan import Bentuk, TandaBerkas
from sooko_desk.ui.kit.lencana import Lencana


@pytest.fixture
def kantor(loket):
    loket.buka(PIN_OPERATOR)
    return Kantor(loket.store, loket.meja, loket.clock, *loket.meja.petugas.list_petugas())


def kata_riwayat(loket):
    riwayat = loket.panel.riwayat
    kata = [label.text() for label in riwayat.findChildren(QLabel)]
    return " | ".join([*kata, *(chip.teks for chip in riwayat.findChildren(Lencana))])


def test_shelf_correction_hand_over_and_paper(loket, kantor):
    asli, *lain = list_tanda(kantor.sop(), "I.A.1")
    tanda = (TandaBerkas(asli.kode, ada=True, bentuk=Bentuk.ASLI), *lain)
    kantor.sampai(kantor.terima(berkas=tanda), "serahkan")
    loket.jendela._kabar.berubah.emit(1)
    loket.tekan(K.Key_U, CTRL)
    loket.tekan(K.Key_Down)
    loket.tekan(K.Key_F2)
    loket.ketik("Rak B-3")
    loket.tekan(ENTER)
    loket.tekan(ENTER)
    kirim_hapusan()
    assert loket.tab is loket.jendela.kerja.pencetakan
    assert "Tempat: Rak B-3" in kata_riwayat(loket)
    loket.tekan(K.Key_E, CTRL)
    for _ in range(20):
        if loket.fokus().objectName() == "telepon":
            break
        loket.tekan(ENTER)
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("081234569002")
    loket.tekan(K.Key_A, ALT)
    loket.ketik("Salah ketik")
    loket.tekan(ENTER, CTRL)
    kirim_hapusan()
    assert loket.tab.spanduk.teks == f"{NAMA}: 1 data dibetulkan."
    assert "Salah ketik. Telepon: 081234567890 → 081234569002" in kata_riwayat(loket)
    assert loket.panel.fakta.teks("Telepon") == "081234569002"
    loket.pilih(NAMA)
    baris = loket.panel.borang.baris
    assert baris["hubungan_pengambil"].input.kode() == "sendiri"
    loket.tekan(K.Key_Tab, SHIFT)
    isi = {"hubungan_pengambil": "Saudara", "tanda_bukti_ditarik": "Ya"}
    loket.tangan.isi_borang(loket.panel.borang, isi)
    loket.tekan(ENTER, CTRL)
    assert "minta identitasnya" in baris["identitas_pengambil"].pesan
    loket.ketik("SIM")
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert "Nama ini nama pemohon" in baris["nama_pengambil"].pesan
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("Budi")
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "selesai"
    assert "Asli masih di kantor" in loket.tab.spanduk.teks
    loket.tekan(K.Key_F8)
    (teks,) = loket.simpan_cetakan()
    assert "TANDA TERIMA PENGAMBILAN" in teks
    assert teks.count("BUDI") == 4
    loket.tekan(K.Key_U, CTRL)
    loket.tekan(K.Key_P, CTRL)
    (teks,) = loket.simpan_cetakan()
    assert "Tidak ada dokumen" in teks
    loket.tekan(K.Key_Escape)
