"""Places of automatic backups in their card, the pause that is waited for, and the light."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from sooko_desk.data import cadangan as data_cadangan
from sooko_desk.services.cadangan_otomatis import HasilBersama, KeadaanCadangan, Tingkat
from sooko_desk.services.cadangan_riwayat import Tempat
from sooko_desk.services.cadangan_tempat import Volume
from sooko_desk.ui.jaga import latar as modul_latar
from sooko_desk.ui.jaga.fakta_latihan import FaktaLatihan
from sooko_desk.ui.jaga.jeda import Jeda
from sooko_desk.ui.jaga.kartu_tempat import TIDAK_ADA, TIDAK_ADA_CALON, KartuTempat
from sooko_desk.ui.jaga.lampu import LampuCadangan, Ruang
from sooko_desk.ui.jaga.latar import CadanganLatar
from sooko_desk.ui.jaga.volume import pembaca_volume
from sooko_desk.ui.theme import THEME, Nada

K = Qt.Key
PENUH = (
    "CREATE TEMP TRIGGER penuh BEFORE INSERT ON main.kejadian_kantor "
    "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
)


@pytest.fixture
def latar(kantor, induk, qtbot):
    latar = CadanganLatar(kantor.meja.jaga, induk)
    yield latar
    qtbot.waitUntil(lambda: not latar.pencari.sibuk and not latar.pekerja.sibuk, timeout=15000)


@pytest.fixture
def pesan(latar):
    pesan = []
    latar.pesan.connect(pesan.append)
    return pesan


@pytest.fixture
def stik(tmp_path, kantor):
    folder = tmp_path / "kingston"
    folder.mkdir()
    kantor.volume.append(Volume(folder, "KINGSTON", 8_000_000_000))
    return kantor.volume[0]


@pytest.fixture
def buka(kantor, latar, induk):
    def buka(petugas=None, *dipilih):
        pilihan = iter(dipilih)
        service = kantor.meja.jaga.tempat
        kartu = KartuTempat(service, latar, petugas or kantor.kasi, lambda *_: next(pilihan))
        kartu.setParent(induk)
        kartu.show()
        return kartu

    return buka


def cari(latar, qtbot):
    latar.cari()
    qtbot.waitUntil(lambda: not latar.pencari.sibuk, timeout=15000)


class TestKartu:
    def test_a_folder_is_chosen_and_kept_or_left(self, buka, kantor, tmp_path):
        kedua = tmp_path / "kedua"
        kedua.mkdir()
        kartu = buka(None, None, kedua, kedua)
        kartu.pilih.click()
        assert kantor.meja.jaga.tempat.folder_kedua is None
        kartu.pilih.click()
        assert kantor.meja.jaga.tempat.folder_kedua == kedua
        assert buka().folder.input.text() == str(kedua)
        kartu.pilih.click()

    def test_what_is_refused_is_told(self, buka, tmp_path):
        kartu = buka()
        kartu.folder.input.setText(str(tmp_path / "data"))
        QTest.keyClick(kartu.folder.input, K.Key_Return)
        assert "Cadangan harus di tempat lain" in kartu.spanduk.teks
        kartu.folder.input.clear()
        kartu.tiap.input.setText("1")
        QTest.keyClick(kartu.tiap.input, K.Key_Return)
        assert "angka 5 sampai 500" in kartu.spanduk.teks

    def test_how_often_is_the_kasis_to_say(self, buka, kantor):
        assert buka(kantor.operator).tiap.input.isReadOnly()
        kartu = buka()
        kartu.tiap.input.setText("40")
        kartu.simpan.click()
        assert kantor.meja.jaga.tempat.tiap == 40

    def test_without_a_stick_there_is_nothing_to_mark(self, buka):
        kartu = buka()
        kartu.flashdisk.click()
        assert kartu.spanduk.teks == TIDAK_ADA_CALON
        assert kartu.terpasang.text() == TIDAK_ADA

    def test_a_stick_that_cannot_be_marked_is_told(self, buka, latar, stik, qtbot):
        cari(latar, qtbot)
        kartu = buka()
        stik.akar.rmdir()
        self._tandai(kartu, qtbot)
        assert "tidak ada lagi. Pasang kembali flashdisk" in kartu.spanduk.teks

    def test_a_mark_that_cannot_be_noted_is_told(self, buka, kantor, latar, stik, qtbot):
        cari(latar, qtbot)
        kartu = buka()
        kantor.store._db.execute_sql(PENUH)
        self._tandai(kartu, qtbot)
        assert "Cakram komputer penuh" in kartu.spanduk.teks

    def test_what_is_plugged_in_is_named(self, buka, kantor, latar, stik, qtbot):
        kantor.meja.jaga.tempat.siapkan_tandai(stik)()
        kartu = buka()
        cari(latar, qtbot)
        assert kartu.terpasang.text() == f"Terpasang: Flashdisk 1 di {stik.akar}, sisa 8,0 GB."

    def _tandai(self, kartu, qtbot):
        kartu.pilih_flashdisk()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert "KINGSTON, sisa 8,0 GB" in menu.actions()[0].text()
        menu.actions()[0].trigger()
        kartu.pilih_flashdisk()  # meanwhile nothing is begun
        menu.close()
        qtbot.waitUntil(lambda: not kartu.pekerja.sibuk, timeout=15000)


class TestLatar:
    def test_a_register_that_cannot_be_read_is_red_and_holds_up_nobody(
        self, kantor, latar, tmp_path
    ):
        kantor.store.close()
        (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
        assert latar.keadaan().tingkat is Tingkat.MERAH
        assert latar.list_perlu() == ()
        latar.mulai(kantor.kasi)
        assert latar.pengingat() == ""
        assert "kuncinya" in FaktaLatihan(kantor.meja.jaga.latihan, latar).text()
        latar.pewaktu.start()
        latar.lihat()
        assert not latar.jeda.menunggu

    def test_a_copy_that_fails_is_told_once_and_noted(
        self, kantor, latar, stik, pesan, qtbot, monkeypatch
    ):
        kantor.meja.jaga.tempat.siapkan_tandai(stik)()
        latar.mulai(kantor.operator)
        qtbot.waitUntil(lambda: latar.jeda.menunggu, timeout=15000)
        qtbot.waitUntil(lambda: not latar.pekerja.sibuk, timeout=15000)
        salinan = kantor.store.terbuka.folder / "salinan-cadangan.part"
        salinan.mkdir()  # in the way of the copy
        (salinan / "x").write_bytes(b"")
        latar.jeda.tenang.emit()
        qtbot.waitUntil(lambda: not latar.pekerja.sibuk, timeout=15000)
        assert len(pesan) == 1
        assert pesan[0].startswith("Flashdisk 1: ")
        assert kantor.meja.jaga.riwayat.list_terbaru()[0].isi.hasil == "gagal"
        assert not kantor.meja.jaga.cadangan.sibuk
        latar.henti()
        latar.jeda.tenang.emit()  # not due again before more entries
        assert len(pesan) == 1

    def test_while_another_backup_is_made_the_pause_is_waited_for_again(
        self, kantor, latar, stik, qtbot
    ):
        tempat = kantor.meja.jaga.tempat.siapkan_tandai(stik)()
        latar.mulai(None)
        qtbot.waitUntil(lambda: latar.jeda.menunggu and not latar.pekerja.sibuk, timeout=15000)
        bahan = kantor.meja.jaga.cadangan.siapkan_bahan()
        latar.jeda.henti()
        latar.jeda.tenang.emit()
        assert latar.jeda.menunggu
        bahan.lepas()
        latar.henti()
        assert not latar.jeda.menunggu
        assert kantor.meja.jaga.riwayat.find_terakhir(tempat.kode) is None

    def test_let_go_for_a_restore_it_stops_and_tells_nothing_any_more(
        self, kantor, latar, stik, pesan, qtbot, monkeypatch
    ):
        """However long the stick takes: the window can be freed and the register closed."""
        kantor.meja.jaga.tempat.siapkan_tandai(stik)()
        latar.mulai(kantor.operator)
        qtbot.waitUntil(lambda: latar.jeda.menunggu and not latar.pekerja.sibuk, timeout=15000)
        sampai, mulai = threading.Event(), threading.Event()

        def tulis(*_):
            mulai.set()
            sampai.wait(15)
            raise OSError(5, "pulled out")

        monkeypatch.setattr(data_cadangan, "tulis", tulis)
        latar.jeda.tenang.emit()
        assert mulai.wait(15)
        monkeypatch.setattr(modul_latar, "LAMA_LEPAS_MS", 50)
        latar.lepas()
        assert not latar.pewaktu.isActive()
        assert not latar.jeda.menunggu
        kantor.store.close()
        assert latar.findChild(QThreadPool) is None  # it outlives the window
        sampai.set()
        qtbot.waitUntil(lambda: not latar.pekerja.sibuk, timeout=15000)
        assert pesan == []
        assert list(stik.akar.rglob("*.part")) == []

    def test_what_cannot_be_noted_is_told(self, kantor, latar, pesan):
        kantor.store._db.execute_sql(PENUH)
        tempat = Tempat("x", "Flashdisk 1", kantor.store.terbuka.folder)
        latar._on_berhasil(HasilBersama((), ((tempat, "penuh."),)))
        assert pesan[0].startswith("Flashdisk 1: penuh. Cakram komputer penuh")


class TestJeda:
    def test_a_touch_begins_the_waiting_anew_and_the_end_is_told_once(self, induk, qtbot):
        jeda = Jeda(induk)
        tenang = []
        jeda.tenang.connect(lambda: tenang.append(1))
        jeda.mulai(10_000)
        jeda.mulai(1)  # goes on as it is
        for sentuh in (
            lambda: QTest.keyClick(induk, K.Key_A),
            lambda: QTest.mouseClick(induk, Qt.MouseButton.LeftButton),
        ):
            jeda._pewaktu.start(10_000)
            sentuh()
            assert jeda._pewaktu.remainingTime() > 9_000
        jeda._pewaktu.start(20)
        qtbot.waitUntil(lambda: bool(tenang))
        assert not jeda.menunggu
        QTest.keyClick(induk, K.Key_A)
        assert (tenang, jeda.menunggu) == ([1], False)


@pytest.mark.parametrize(
    ("tingkat", "nada"),
    [
        (Tingkat.HIJAU, Nada.SELESAI),
        (Tingkat.KUNING, Nada.PERINGATAN),
        (Tingkat.MERAH, Nada.BAHAYA),
    ],
)
def test_the_light_has_the_colour_and_says_it_in_words(latar, monkeypatch, tingkat, nada):
    keadaan = KeadaanCadangan(tingkat, "Cadangan 3 hari lalu", ("Pasang flashdisk.",))
    monkeypatch.setattr(latar, "keadaan", lambda: keadaan)
    lampu = LampuCadangan(latar)
    latar.berubah.emit()
    assert lampu._ink()[0] == THEME.tone(nada).text
    assert f"lampu {tingkat.value}. Pasang flashdisk." in lampu.accessibleName()
    assert lampu.toolTip() == "Pasang flashdisk. (Ctrl+I)"
    for ruang, kata in zip(Ruang, ("Cadangan 3 hari lalu", "Cadangan", ""), strict=True):
        lampu.set_ruang(ruang)
        assert lampu.text() == kata


def test_this_computers_own_disk_is_no_place_for_backups(tmp_path):
    akar = {str(volume.akar) for volume in pembaca_volume(tmp_path)()}
    assert not akar & {"/", "/boot", "/tmp", "/home"}
    assert all(volume.bebas >= 0 for volume in pembaca_volume(tmp_path)())
