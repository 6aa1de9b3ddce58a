"""Restoring through the real window: a PC that is new, damaged, behind, or wanted back."""

from __future__ import annotations

import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
from builders import KODE, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, SHIFT, K, Loket, kirim_hapusan
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from services.pemulihan_uji import Kantor2, lupakan_komputer, pulihkan
from ui.ukuran_uji import list_terpotong

from sooko_desk.app import Awal
from sooko_desk.app_tangan import Tangan
from sooko_desk.data.brankas import open_brankas
from sooko_desk.services.cadangan_tempat import Volume
from sooko_desk.ui.halaman_galat import HalamanGalat
from sooko_desk.ui.jaga.dialog import DialogJaga
from sooko_desk.ui.jendela import Jendela
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pemulihan.halaman_hilang import HalamanHilang
from sooko_desk.ui.pemulihan.halaman_mundur import HalamanMundur
from sooko_desk.ui.pemulihan.jendela import JendelaPemulihan, Langkah

GAMBAR = os.environ.get("GAMBAR_PEMULIHAN", "")
"""A folder for pictures of each step, for whoever wants to look at them."""


class Orang:
    """Hands at a PC whose program starts as `main` starts it; counts the keys."""

    def __init__(self, folder, kantor: Kantor2, data=None) -> None:
        loket = Loket(folder / "loket", kantor.clock)
        loket.data = data or kantor.data
        volume = (Volume(kantor.stik, "STIK", 1 << 30),)
        self.awal = Awal(replace(loket.lingkungan, list_volume=lambda: volume))
        self.kantor = kantor
        self.tekanan = 0
        self.awal.mulai()

    @property
    def tampak(self):
        return self.awal.tampak

    @property
    def tangan(self):
        return Tangan(self.tampak)

    def tekan(self, tombol, *tambahan):
        self.tekanan += 1
        self.tangan.tekan(tombol, *tambahan)

    def klik(self, tombol):
        self.tekanan += 1
        self.tangan.fokus()
        QTest.mouseClick(tombol, Qt.MouseButton.LeftButton)

    def ketik(self, teks):
        self.tangan.ketik(teks)

    def tunggu(self, syarat):
        self.tangan.tunggu(syarat)

    def tunggu_langkah(self, langkah):
        jendela = self.tampak
        assert isinstance(jendela, JendelaPemulihan)
        self.tunggu(lambda: not jendela.pekerja.sibuk)
        assert jendela.langkah is langkah, jendela.spanduk.teks
        self.potret(f"{langkah.name.lower()}")
        return jendela

    def potret(self, nama):
        jendela = self.tampak
        if isinstance(jendela, JendelaPemulihan | Jendela):
            jendela.resize(QSize(1366, 740))
        QTest.qWait(1)
        if GAMBAR:
            jendela.grab().save(f"{GAMBAR}/{self.kantor.folder.name}-{self.tekanan}-{nama}.png")
        assert list_terpotong(jendela) == []

    def masuk(self, pin=PIN_OPERATOR):
        jendela = self.tampak
        assert isinstance(jendela, Jendela), getattr(jendela, "kalimat", jendela)
        self.tangan.masuk(pin)
        return jendela.alat.meja, self.awal._program.store

    def tutup(self):
        self.awal.tutup()
        kirim_hapusan()
        assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []


@pytest.fixture
def kantor(qapp, tmp_path):
    kantor = Kantor2(tmp_path)
    yield kantor
    kantor.tutup()


@pytest.fixture
def orang(kantor, tmp_path):
    """Makes the officer at a PC; the program is closed afterwards."""
    semua = []

    def make(data=None):
        semua.append(Orang(tmp_path, kantor, data))
        return semua[-1]

    yield make
    for satu in semua:
        satu.tutup()


def meja_baru(kantor, store, meja):
    operator, kasi = meja.petugas.list_petugas()
    return replace(kantor.kantor, store=store, meja=meja, operator=operator, kasi=kasi)


def isi_register(store):
    banyak = store.terbuka.baca_isi().jumlah.permohonan
    return {nomor: store.permohonan.get(nomor) for nomor in range(1, banyak + 1)}


def test_stick_and_paper_alone_restore_an_empty_pc_in_a_few_keys(kantor, orang, tmp_path):
    kantor.terima(3, warna="red")
    kantor.catat_register()
    kantor.cadangkan()
    semua = isi_register(kantor.kantor.store)
    (sidik, *_) = kantor.kantor.store.lampiran.list_sidik()
    pindaian = open_brankas(kantor.data, kantor.kantor.store.kunci.kunci).get(sidik)
    kantor.tutup()
    lupakan_komputer()

    mulai = time.perf_counter()
    petugas = orang(tmp_path / "baru")
    petugas.potret("awal")
    petugas.klik(petugas.tampak.awal.pulih)
    jendela = petugas.tunggu_langkah(Langkah.PILIH)
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.KODE)
    for kelompok in KODE.split("-"):
        petugas.ketik(kelompok)
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.BEDA)
    assert "belum berisi register" in jendela.beda.kabar.teks
    petugas.tekan(ENTER, CTRL)
    petugas.tunggu_langkah(Langkah.SELESAI)
    petugas.tekan(ENTER)
    petugas.tunggu(lambda: isinstance(petugas.tampak, Jendela))
    assert petugas.tekanan < 10
    assert time.perf_counter() - mulai < 60

    meja, store = petugas.masuk()
    assert isi_register(store) == semua
    assert open_brankas(tmp_path / "baru", store.kunci.kunci).get(sidik) == pindaian
    assert meja.kunci_kertas.siap
    assert (
        meja_baru(kantor, store, meja).terima().ringkasan.nomor_tanda_bukti.split("/")[1] == "TB-5"
    )


def test_a_damaged_register_comes_back_from_its_journal_without_loss(kantor, orang):
    kantor.terima(2)
    kantor.cadangkan()
    kantor.terima(2)
    semua = isi_register(kantor.kantor.store)
    kantor.tutup()
    register = kantor.data / "register.db"
    register.write_bytes(b"\0" * 8192)

    petugas = orang()
    assert isinstance(petugas.tampak, HalamanGalat)
    petugas.potret("galat")
    petugas.klik(petugas.tampak.pulih)
    jendela = petugas.tunggu_langkah(Langkah.PILIH)
    assert [p.jurnal for p in jendela.pilih.model._rows] == [True, False]
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.BEDA)
    assert jendela.beda.kabar.teks == "Tidak ada yang hilang."
    petugas.ketik("111222")
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.BEDA)
    assert "PIN salah" in jendela.spanduk.teks
    petugas.ketik(PIN_KASI)
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.SELESAI)
    assert "Tidak ada yang dihapus" in jendela.hasil.teks.text()
    petugas.tekan(ENTER)
    petugas.tunggu(lambda: isinstance(petugas.tampak, Jendela))
    _, store = petugas.masuk()
    assert isi_register(store) == semua
    (simpan,) = kantor.data.glob("disimpan-*")
    assert (simpan / "register.db").read_bytes() == b"\0" * 8192


def test_the_kasi_goes_back_to_a_backup_and_no_number_comes_twice(kantor, orang):
    kantor.terima(2)
    kantor.cadangkan()
    kantor.terima(3)
    kantor.tutup()
    petugas = orang()
    petugas.masuk()
    petugas.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogJaga)
    petugas.tekan(K.Key_R, CTRL | SHIFT)
    assert isinstance(QApplication.activeModalWidget(), MintaPin)
    petugas.ketik(PIN_KASI)
    petugas.tekan(ENTER)
    petugas.tunggu(lambda: isinstance(petugas.tampak, JendelaPemulihan))
    jendela = petugas.tunggu_langkah(Langkah.PILIH)
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.BEDA)
    assert "3 permohonan" in jendela.beda.kabar.teks
    assert jendela.beda.hilang.toPlainText().count("diterima") == 3
    assert "di cadangan sampai 2, kini 5" in jendela.beda.hilang.toPlainText()
    assert jendela.beda.pin.isHidden()
    assert not jendela.beda.susulkan.isChecked()
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.SELESAI)
    petugas.tekan(ENTER)
    petugas.tunggu(lambda: isinstance(petugas.tampak, Jendela))
    meja, store = petugas.masuk()
    assert (
        meja_baru(kantor, store, meja).terima().ringkasan.nomor_tanda_bukti.split("/")[1] == "TB-6"
    )


def test_a_register_behind_its_journal_is_brought_up_before_anybody_works(kantor, orang):
    kantor.terima(2)
    kantor.tutup()
    lama = (kantor.data / "register.db").read_bytes()
    kantor.buka()
    kantor.terima(2)
    semua = isi_register(kantor.kantor.store)
    kantor.tutup()
    (kantor.data / "register.db").write_bytes(lama)

    petugas = orang()
    halaman = petugas.tampak
    assert isinstance(halaman, HalamanMundur)
    assert "2 catatan" in halaman.kalimat.text()
    petugas.potret("mundur")
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.BEDA)
    petugas.ketik(PIN_KASI)
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.SELESAI)
    petugas.tekan(ENTER)
    petugas.tunggu(lambda: isinstance(petugas.tampak, Jendela))
    _, store = petugas.masuk()
    assert isi_register(store) == semua


def test_a_register_that_vanished_is_never_begun_anew_by_itself(kantor, orang):
    kantor.terima(1)
    kantor.cadangkan()
    kantor.tutup()
    shutil.rmtree(kantor.data)
    petugas = orang()
    halaman = petugas.tampak
    assert isinstance(halaman, HalamanHilang)
    assert not (kantor.data / "register.db").exists()
    petugas.klik(halaman.baru)
    petugas.ketik("baru")
    petugas.tekan(ENTER)
    assert petugas.tampak is halaman
    petugas.potret("hilang")
    petugas.klik(halaman.pulih)
    petugas.tunggu_langkah(Langkah.PILIH)
    petugas.tekan(K.Key_Escape)
    petugas.tunggu(lambda: isinstance(petugas.tampak, HalamanHilang))
    petugas.klik(petugas.tampak.baru)
    petugas.ketik("Register  baru")
    petugas.tekan(ENTER)
    petugas.tunggu(lambda: isinstance(petugas.tampak, Jendela))
    assert petugas.tampak.awal.isVisible()


def test_every_step_says_what_is_wrong_and_leads_back(kantor, orang, tmp_path):
    kantor.terima(2)
    lama = kantor.cadangkan()
    baru = kantor.cadangkan()
    isi = json.loads(baru.daftar.read_text())
    baru.daftar.write_text(json.dumps(isi | {"program": "9.9.9", "skema": 99}))
    kantor.tutup()
    lupakan_komputer()
    petugas = orang(tmp_path / "baru")
    petugas.klik(petugas.tampak.awal.pulih)
    jendela = petugas.tunggu_langkah(Langkah.PILIH)
    assert jendela.pilih.pilihan().cadangan == lama  # the first that can be restored
    petugas.tekan(K.Key_Up)
    petugas.tekan(ENTER)
    assert "versi 9.9.9 (skema 99)" in jendela.spanduk.teks
    assert "versi 9.9.9" in jendela.pilih.rincian.text()
    jendela._pilih_folder = lambda *_: tmp_path
    petugas.tekan(K.Key_O, CTRL)
    petugas.tunggu_langkah(Langkah.PILIH)
    assert "Tidak ada cadangan yang selesai" in jendela.spanduk.teks
    jendela._pilih_folder = lambda *_: kantor.stik
    petugas.tekan(K.Key_O, CTRL)
    petugas.tunggu_langkah(Langkah.PILIH)
    petugas.tekan(K.Key_Down)
    petugas.tekan(K.Key_F5)
    petugas.tunggu_langkah(Langkah.PILIH)
    petugas.tekan(K.Key_End)
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.KODE)
    petugas.ketik("ABC")
    petugas.tekan(ENTER)
    assert "28" in jendela.spanduk.teks
    petugas.tekan(K.Key_Escape)
    petugas.tunggu_langkah(Langkah.PILIH)
    petugas.tekan(ENTER)
    for kelompok in KODE.split("-"):
        petugas.ketik(kelompok)
    petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.BEDA)
    petugas.ketik("1")
    petugas.tekan(ENTER, CTRL)
    assert "paling kecil 2" in next(iter(jendela.beda.nomor.values())).pesan
    petugas.tekan(K.Key_A, CTRL)
    petugas.ketik("7")
    for _ in range(6):
        petugas.tekan(ENTER)
    petugas.tunggu_langkah(Langkah.SELESAI)
    assert "5 nomor yang hilang ditandai batal" in jendela.hasil.teks.text()
    petugas.tekan(K.Key_Escape)
    petugas.tekan(ENTER)
    petugas.tunggu(lambda: isinstance(petugas.tampak, Jendela))
    meja, store = petugas.masuk()
    nomor = meja_baru(kantor, store, meja).terima().ringkasan.nomor_tanda_bukti
    assert nomor.split("/")[1] == "TB-8"


def test_an_exchange_that_the_disk_holds_up_is_told_and_finished_later(kantor, orang, monkeypatch):
    """The power went while files were being exchanged, and then an antivirus held them."""
    kantor.terima(1)
    kantor.cadangkan()
    kantor.tutup()
    siap = kantor.service()
    (pilihan,) = siap.lihat(kantor.stik)
    pulihkan(siap, pilihan, petugas=kantor.kantor.kasi)
    (simpan,) = kantor.data.glob("disimpan-*")
    (kantor.data / "pemulihan.part").mkdir()
    for nama in ("register.db", "kunci.json"):
        (kantor.data / nama).replace(kantor.data / "pemulihan.part" / nama)
    (kantor.data / "pemulihan.part" / "pindah.json").write_text("[]")
    keadaan = {"jenis": "pemulihan Sooko Desk 1", "langkah": "tukar", "disimpan": simpan.name}
    (kantor.data / "pemulihan.json").write_text(json.dumps(keadaan))

    def tahan(*_args):
        raise PermissionError(13, "held")

    with monkeypatch.context() as ganti:
        ganti.setattr(Path, "replace", tahan)
        petugas = orang()
        assert isinstance(petugas.tampak, HalamanGalat)
        assert "sama-sama masih utuh" in petugas.tampak.kalimat.text()
    petugas.tekan(ENTER)
    petugas.tunggu(lambda: isinstance(petugas.tampak, Jendela))
    _, store = petugas.masuk()
    assert len(isi_register(store)) == 1
