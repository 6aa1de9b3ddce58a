"""Ctrl+I: the window of checks and backups, driven by keys."""

from __future__ import annotations

import threading
import uuid
from io import BytesIO

import pytest
import shiboken6
from builders import NAMA_OPERATOR
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.data.brankas import Brankas
from sooko_desk.data.periksa_register import JumlahRegister
from sooko_desk.ui.jaga.dialog import DialogJaga
from sooko_desk.ui.jaga.kartu_kerja import TERBANYAK, KartuKerja
from sooko_desk.ui.jaga.kata import BELUM_PERNAH, sebut_lama
from sooko_desk.ui.jaga.latar import CadanganLatar
from sooko_desk.ui.kit.bilah_kemajuan import MENGHENTIKAN
from sooko_desk.ui.theme import Nada

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def jaga(kantor):
    return kantor.meja.jaga


@pytest.fixture
def stik(tmp_path):
    stik = tmp_path / "stik"
    stik.mkdir()
    return stik


@pytest.fixture
def buka(kantor, jaga, induk):
    def buka(*dipilih):
        pilihan = iter(dipilih)
        ditanya = []

        def pilih(_judul, folder):
            ditanya.append(folder)
            return next(pilihan)

        dialog = DialogJaga(kantor.meja, CadanganLatar(jaga, induk), kantor.operator, induk, pilih)
        dialog.ditanya = ditanya
        dialog.open()
        assert QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        return dialog

    return buka


@pytest.fixture
def sampai(monkeypatch):
    """A worker that reads scans waits until this is set."""
    sampai = threading.Event()
    asli = Brankas.get

    def get(self, sidik):
        sampai.wait(15)
        return asli(self, sidik)

    monkeypatch.setattr(Brankas, "get", get)
    yield sampai
    sampai.set()


@pytest.fixture
def pindaian(kantor):
    """Three scans of one case."""
    kasus = kantor.terima()
    semua = []
    for warna in ("red", "blue", "green"):
        wadah = BytesIO()
        Image.new("RGB", (40, 60), warna).save(wadah, "PNG")
        semua.append(
            kantor.meja.lampiran.tambah_isi(
                uuid.uuid4().hex, kasus, "", f"{warna}.png", wadah.getvalue(), kantor.operator
            )
        )
    return semua


def tekan(tombol, tambahan=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), tombol, tambahan)


def tuntas(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.pekerja.sibuk, timeout=15000)


def tempat(folder, pindaian):
    return folder / "lampiran" / pindaian.sidik[:2] / f"{pindaian.sidik}.bin"


class TestPemeriksaan:
    def test_all_is_whole(self, kantor, pindaian, buka, qtbot):
        dialog = buka()
        tekan(K.Key_F5)
        tuntas(dialog, qtbot)
        assert dialog.pemeriksaan.spanduk.teks == (
            "Semua utuh: 1 permohonan, 4 catatan riwayat, 3 pindaian. Diperiksa dalam 1 detik."
        )
        assert dialog.pemeriksaan.spanduk.property("nada") == Nada.SELESAI
        assert not dialog.pemeriksaan.temuan.isVisible()
        assert dialog.periksa.hasFocus()

    def test_faults_are_listed_and_forgotten_by_the_next_check(
        self, kantor, pindaian, buka, qtbot, tmp_path
    ):
        path = tempat(tmp_path / "data", pindaian[1])
        isi = path.read_bytes()
        path.unlink()
        dialog = buka()
        tekan(K.Key_F5)
        tuntas(dialog, qtbot)
        assert dialog.pemeriksaan.spanduk.teks == "Ditemukan 1 kerusakan; lihat di bawah."
        assert "“blue.png”" in dialog.pemeriksaan.temuan.toPlainText()
        assert "pindai ulang" in dialog.pemeriksaan.temuan.toPlainText()
        path.write_bytes(isi)
        tekan(K.Key_Return)
        tuntas(dialog, qtbot)
        assert "Semua utuh" in dialog.pemeriksaan.spanduk.teks
        assert not dialog.pemeriksaan.temuan.isVisible()

    @pytest.mark.parametrize("rusak", [False, True])
    def test_escape_stops_it_and_the_window_stays(
        self, pindaian, buka, qtbot, sampai, tmp_path, rusak
    ):
        if rusak:
            tempat(tmp_path / "data", pindaian[0]).unlink()
        dialog = buka()
        tekan(K.Key_F5)
        qtbot.waitUntil(dialog.pemeriksaan.kemajuan.isVisible)
        assert "Membaca" in dialog.pemeriksaan.kemajuan.teks.teks
        tekan(K.Key_Return)  # a second Enter does nothing
        tekan(K.Key_F6)
        assert dialog.pekerja.sibuk
        tekan(K.Key_Escape)
        assert dialog.pemeriksaan.kemajuan.teks.teks == MENGHENTIKAN
        sampai.set()
        tuntas(dialog, qtbot)
        kata = "Ditemukan 1 kerusakan; lihat di bawah." if rusak else "Sejauh itu semuanya utuh."
        assert dialog.pemeriksaan.spanduk.teks == f"Dihentikan setelah 1 dari 3 pindaian. {kata}"
        assert dialog.isVisible()
        tekan(K.Key_Escape)
        assert not shiboken6.isValid(dialog) or not dialog.isVisible()

    def test_a_register_that_opens_no_more_is_told(self, kantor, buka, qtbot, tmp_path):
        dialog = buka()
        kantor.store.close()
        (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
        tekan(K.Key_F5)
        tuntas(dialog, qtbot)
        assert "tidak cocok dengan kuncinya" in dialog.pemeriksaan.spanduk.teks
        assert dialog.pemeriksaan.spanduk.property("nada") == Nada.BAHAYA
        dialog.reject()
        assert "tidak cocok dengan kuncinya" in buka().tempat.spanduk.teks

    def test_very_many_faults_are_cut_off(self, induk):
        kartu = KartuKerja("a", "b")
        kartu.add_hasil()
        kartu.katakan(Nada.BAHAYA, "x", [str(n) for n in range(TERBANYAK + 7)])
        baris = kartu.temuan.toPlainText().splitlines()
        assert len(baris) == TERBANYAK + 1
        assert baris[-1] == "… dan 7 lagi."


class TestCadangan:
    def test_the_first_one_is_typed_and_remembered(self, kantor, pindaian, buka, stik, qtbot):
        dialog = buka()
        assert dialog.terakhir.text() == BELUM_PERNAH
        assert dialog.folder.input.hasFocus()
        QTest.keyClicks(QApplication.focusWidget(), str(stik))
        tekan(K.Key_Return)
        assert dialog.cadangkan.hasFocus()
        tekan(K.Key_Return)
        tuntas(dialog, qtbot)
        assert dialog.cadangan.spanduk.teks.startswith(
            "Cadangan selesai dan sudah dibaca kembali: 1 permohonan, 4 catatan riwayat, "
            "3 pindaian."
        )
        terakhir = (
            f"Terakhir 23/11/2026 09.05 oleh {NAMA_OPERATOR}, ke “{stik}”: 1 permohonan, "
            "4 catatan riwayat, 3 pindaian."
        )
        assert dialog.terakhir.text() == terakhir
        dialog.reject()
        dialog = buka()
        assert dialog.terakhir.text() == terakhir
        assert dialog.folder.input.text() == str(stik)
        assert dialog.cadangkan.hasFocus()
        tekan(K.Key_Return, CTRL)
        tuntas(dialog, qtbot)
        assert len(list(stik.rglob("daftar-*.json"))) == 2

    def test_the_folder_may_be_chosen_or_left(self, buka, stik):
        dialog = buka(None, stik, stik / "lain")
        tekan(K.Key_O, CTRL)
        assert dialog.folder.input.text() == ""
        tekan(K.Key_O, CTRL)
        assert dialog.folder.input.text() == str(stik)
        assert dialog.cadangkan.hasFocus()
        tekan(K.Key_O, CTRL)
        assert dialog.ditanya == [None, None, stik]

    def test_an_unfit_place_is_told_and_the_window_goes_on(self, buka, stik, tmp_path, qtbot):
        dialog = buka()
        tekan(K.Key_Return, CTRL)
        assert "Tempat cadangan belum dipilih" in dialog.cadangan.spanduk.teks
        dialog.folder.input.setText(str(tmp_path / "data"))
        tekan(K.Key_Return, CTRL)
        assert "Cadangan harus di tempat lain" in dialog.cadangan.spanduk.teks
        assert dialog.cadangan.spanduk.property("nada") == Nada.BAHAYA
        dialog.folder.input.setText(str(stik))
        tekan(K.Key_F6)
        tuntas(dialog, qtbot)
        assert "Tidak ada cadangan yang selesai" in dialog.cadangan.spanduk.teks
        tekan(K.Key_Return, CTRL)
        tuntas(dialog, qtbot)
        assert "Cadangan selesai" in dialog.cadangan.spanduk.teks

    def test_a_backup_is_read_and_its_faults_are_mended_by_the_next(
        self, kantor, pindaian, jaga, buka, stik, qtbot
    ):
        hasil = jaga.cadangan.buat(stik, kantor.operator)
        jaga.cadangan.catat(hasil, kantor.operator)
        dialog = buka()
        tekan(K.Key_F6)
        tuntas(dialog, qtbot)
        assert dialog.cadangan.spanduk.teks == (
            "Cadangan 000001-2026-11-23-090500 utuh: 1 permohonan, 4 catatan riwayat, 3 pindaian."
        )
        path = tempat(hasil.cadangan.folder, pindaian[0])
        isi = bytearray(path.read_bytes())
        isi[70] ^= 1
        path.write_bytes(isi)
        tekan(K.Key_F6)
        tuntas(dialog, qtbot)
        assert "tidak utuh; lihat di bawah" in dialog.cadangan.spanduk.teks
        assert "1 pindaian dalam cadangan rusak" in dialog.cadangan.temuan.toPlainText()
        tekan(K.Key_Return, CTRL)
        tuntas(dialog, qtbot)
        assert not dialog.cadangan.temuan.isVisible()
        tekan(K.Key_F6)
        tuntas(dialog, qtbot)
        assert "utuh: 1 permohonan" in dialog.cadangan.spanduk.teks

    def test_stopping_a_backup_is_no_fault(self, pindaian, buka, stik, qtbot, sampai):
        dialog = buka()
        dialog.folder.input.setText(str(stik))
        tekan(K.Key_Return, CTRL)
        qtbot.waitUntil(dialog.cadangan.kemajuan.isVisible)
        tekan(K.Key_O, CTRL)
        tekan(K.Key_F5)
        assert dialog.ditanya == []
        tekan(K.Key_Escape)
        sampai.set()
        tuntas(dialog, qtbot)
        assert dialog.cadangan.spanduk.teks == "Dihentikan sebelum selesai."
        assert dialog.cadangan.spanduk.property("nada") == Nada.INFO
        assert dialog.terakhir.text() == BELUM_PERNAH
        assert list(stik.rglob("*.json")) == []

    def test_what_was_left_out_is_told(self, pindaian, buka, stik, qtbot, tmp_path):
        tempat(tmp_path / "data", pindaian[0]).unlink()
        dialog = buka()
        dialog.folder.input.setText(str(stik))
        tekan(K.Key_Return, CTRL)
        tuntas(dialog, qtbot)
        assert "1 pindaian rusak atau hilang di komputer ini" in dialog.cadangan.spanduk.teks
        assert dialog.cadangan.spanduk.property("nada") == Nada.PERINGATAN

    def test_a_backup_that_cannot_be_noted_is_good_and_told(
        self, kantor, pindaian, buka, stik, qtbot
    ):
        kantor.store._db.execute_sql(
            "CREATE TEMP TRIGGER penuh BEFORE INSERT ON main.kejadian_kantor "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
        dialog = buka()
        dialog.folder.input.setText(str(stik))
        tekan(K.Key_Return, CTRL)
        tuntas(dialog, qtbot)
        assert "Cadangan selesai" in dialog.cadangan.spanduk.teks
        assert "Belum tercatat: Cakram komputer penuh" in dialog.cadangan.spanduk.teks

    def test_a_window_that_dies_in_the_middle_stops_the_work(
        self, pindaian, buka, induk, stik, sampai, tmp_path
    ):
        dialog = buka()
        dialog.folder.input.setText(str(stik))
        tekan(K.Key_Return, CTRL)
        induk.close()
        induk.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not shiboken6.isValid(dialog)
        sampai.set()
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
        assert list(stik.rglob("*.json")) == []
        assert not (tmp_path / "data" / "salinan-cadangan.part").exists()


@pytest.mark.parametrize(
    ("detik", "kata"),
    [(0, "1 detik"), (59.4, "59 detik"), (60, "1 menit"), (125, "2 menit 5 detik")],
)
def test_how_long_it_took(detik, kata):
    assert sebut_lama(detik) == kata


def test_the_counts_are_the_registers():
    assert JumlahRegister(1, 2, 3) == JumlahRegister(permohonan=1, peristiwa=2, pindaian=3)
