"""Practice of a restore in the real program: in a pause once a week, by F7, the Kasi's reminder."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from builders import PIN_KASI, PIN_OPERATOR
from data.cadangan_uji import balik_bit
from flows.loket import CTRL, ENTER, K, kirim_hapusan
from flows.test_flow_cadangan import cadangan, jadikan, jaga, pause, stik, tenang
from PySide6.QtWidgets import QApplication

from sooko_desk.data import latihan_pulih as modul
from sooko_desk.data.latihan_pulih import NAMA_LATIHAN
from sooko_desk.services.cadangan_otomatis import Tingkat
from sooko_desk.services.cadangan_riwayat import Hasil, Sebab
from sooko_desk.ui.jaga.dialog import DialogJaga
from sooko_desk.ui.theme import Nada

SEHARI = 24 * 60


@pytest.fixture
def dicadangkan(loket, tmp_path):
    """A stick with a backup of one case; the operator is at work."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    loket.stik = stik(tmp_path, "kingston")
    jadikan(loket, loket.stik)
    pause(loket)
    return loket


def maju(loket, hari):
    """Days later the program looks again; whoever sleeps meanwhile signs in anew."""
    loket.clock.maju(SEHARI * hari)
    jaga(loket).latar.lihat()


def list_latihan(loket):
    return loket.meja.jaga.riwayat.list_latihan()


def buka(loket):
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogJaga)
    return dialog


def tutup(loket, dialog):
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def berlatih(loket, dialog):
    loket.tekan(K.Key_F7)
    loket.tangan.tunggu(lambda: not dialog.pekerja.sibuk)


def tahan_salinan(monkeypatch):
    """The copy waits until this is set."""
    tahan, asli = threading.Event(), modul.tulis

    def tulis(path, isi):
        tahan.wait(15)
        return asli(path, isi)

    monkeypatch.setattr(modul, "tulis", tulis)
    return tahan


def test_once_a_week_a_backup_is_brought_back_in_a_pause_and_typing_goes_on(
    dicadangkan, monkeypatch
):
    loket = dicadangkan
    maju(loket, 6)
    assert not jaga(loket).latar.jeda.menunggu
    maju(loket, 1)
    tahan = tahan_salinan(monkeypatch)
    jeda = jaga(loket).latar.jeda
    assert jeda.menunggu
    jeda.henti()
    jeda.tenang.emit()
    assert jaga(loket).latar.pekerja.sibuk
    loket.isi_kk(nama="Sumarni", nik="3516134708459002")
    loket.simpan()
    assert jaga(loket).latar.pekerja.sibuk
    tahan.set()
    tenang(loket)
    [catatan] = list_latihan(loket)
    assert (catatan.isi.hasil, catatan.isi.sebab) == (Hasil.UTUH, Sebab.OTOMATIS)
    assert catatan.jumlah.permohonan == 1
    assert not (loket.data / NAMA_LATIHAN).exists()
    jaga(loket).latar.lihat()
    assert jaga(loket).latar._find_latihan() is None


def test_a_backup_that_does_not_come_back_is_the_red_light(dicadangkan):
    loket = dicadangkan
    balik_bit(cadangan(loket.stik)[0].register, 9000)
    maju(loket, 7)
    pause(loket)
    lampu = jaga(loket).lampu
    assert lampu.keadaan.tingkat is Tingkat.MERAH
    assert lampu.keadaan.kata == "Latihan pemulihan gagal"
    assert "Register dari cadangan 000001" in lampu.toolTip()
    dialog = buka(loket)
    assert "Latihan pemulihan dari Flashdisk 1" in dialog.latihan.text()
    assert dialog.latihan.property("nada") == str(Nada.BAHAYA)
    tutup(loket, dialog)


def test_closing_the_program_ends_it_and_leaves_nothing(dicadangkan, monkeypatch):
    loket = dicadangkan
    loket.jendela.close()
    maju(loket, 7)
    tahan = tahan_salinan(monkeypatch)
    jeda = jaga(loket).latar.jeda
    jeda.henti()
    jaga(loket).latar.pewaktu.start()
    jeda.tenang.emit()
    assert jaga(loket).latar.pekerja.sibuk
    jaga(loket).latar.henti()
    tahan.set()
    tenang(loket)
    assert list_latihan(loket) == ()
    assert not (loket.data / NAMA_LATIHAN).exists()


def test_a_stick_pulled_out_meanwhile_disturbs_nobody(dicadangkan, monkeypatch):
    loket = dicadangkan
    maju(loket, 7)
    loket.stik.akar.rename(loket.stik.akar.with_name("hilang"))
    jeda = jaga(loket).latar.jeda
    jeda.henti()
    jeda.tenang.emit()
    tenang(loket)
    assert list_latihan(loket) == ()
    assert not loket.jendela.kerja.spanduk.isVisible()


def test_f7_practises_now_and_shows_what_was_proved(dicadangkan):
    loket = dicadangkan
    dialog = buka(loket)
    assert dialog.latihan.text() == "Latihan pemulihan: belum pernah."
    berlatih(loket, dialog)
    assert "Latihan berhasil: cadangan 000001" in dialog.cadangan.spanduk.teks
    assert "1 permohonan, 1 catatan riwayat, 0 pindaian, semua utuh; rantai" in (
        dialog.cadangan.spanduk.teks
    )
    assert "dari Flashdisk 1, berhasil" in dialog.latihan.text()
    [catatan] = list_latihan(loket)
    assert catatan.isi.sebab is Sebab.TANGAN
    balik_bit(cadangan(loket.stik)[0].register, 9000)
    berlatih(loket, dialog)
    assert "tidak dapat dipulihkan; lihat di bawah" in dialog.cadangan.spanduk.teks
    assert "Register dari cadangan" in dialog.cadangan.temuan.toPlainText()
    assert jaga(loket).lampu.keadaan.tingkat is Tingkat.MERAH
    tutup(loket, dialog)


def test_f7_without_a_folder_takes_what_is_plugged_in_and_tells_what_is_in_the_way(
    dicadangkan, monkeypatch
):
    loket = dicadangkan
    dialog = buka(loket)
    dialog.folder.input.clear()
    monkeypatch.setattr(modul, "_RUANG_SISA", 1 << 60)
    berlatih(loket, dialog)
    assert "belum jadi. Ruang cakram komputer tidak cukup" in dialog.cadangan.spanduk.teks
    loket.store._db.execute_sql(
        "CREATE TEMP TRIGGER penuh BEFORE INSERT ON main.kejadian_kantor "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    berlatih(loket, dialog)
    assert "Belum tercatat: Cakram komputer penuh" in dialog.cadangan.spanduk.teks
    dialog.folder.input.setText(str(loket.data))
    berlatih(loket, dialog)
    assert "Tidak ada cadangan yang selesai" in dialog.cadangan.spanduk.teks
    tutup(loket, dialog)


def test_the_kasi_is_reminded_once_a_quarter_until_f7(dicadangkan):
    loket = dicadangkan
    loket.clock.maju(SEHARI * 93)
    loket.ganti(PIN_KASI)
    tenang(loket)
    lampu = jaga(loket).lampu
    assert "Kasi belum pernah berlatih memulihkan" in lampu.toolTip()
    assert "berlatih" not in loket.jendela.kerja.spanduk.teks
    dialog = buka(loket)
    assert "Kasi belum pernah berlatih memulihkan" in dialog.latihan.text()
    berlatih(loket, dialog)
    assert "berlatih" not in dialog.latihan.text()
    tutup(loket, dialog)
    assert "berlatih" not in lampu.toolTip()
    assert list_latihan(loket)[0].isi.sebab is Sebab.KASI
    loket.clock.maju(SEHARI * 93)
    loket.ganti(PIN_OPERATOR)
    tenang(loket)
    assert "berlatih" not in lampu.toolTip()


def test_the_berita_acara_of_the_month_names_it(dicadangkan):
    loket = dicadangkan
    dialog = buka(loket)
    berlatih(loket, dialog)
    loket.tekan(K.Key_P, CTRL)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is not dialog)
    loket.tekan(ENTER, CTRL)
    teks = " ".join(" ".join(loket.simpan_cetakan()).split())
    assert "Latihan pemulihan Dilatih" in teks
    assert "utuh: 1 permohonan" in teks
    for _ in range(2):
        loket.tekan(K.Key_Escape)
