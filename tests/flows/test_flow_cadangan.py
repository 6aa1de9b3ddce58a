"""Backups that nobody has to think of, in the real program: sticks, pauses, closing, the light."""

from __future__ import annotations

import threading
import uuid
from io import BytesIO

import shiboken6
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, SHIFT, K, Loket, kirim_hapusan
from PIL import Image
from PySide6.QtWidgets import QApplication, QMenu

from sooko_desk.data import cadangan as modul
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.data.cadangan_penanda import NAMA_PENANDA, baca_penanda
from sooko_desk.services.cadangan_otomatis import Tingkat
from sooko_desk.services.cadangan_tempat import Volume
from sooko_desk.ui.jaga.dialog import DialogJaga
from sooko_desk.ui.jaga.dialog_tutup import DialogTutup
from sooko_desk.ui.kit.pesan_depan import PesanDepan
from sooko_desk.ui.kunci_layar import JendelaKunci

LEGA = 8_000_000_000


def stik(tmp_path, nama):
    folder = tmp_path / nama
    folder.mkdir()
    return Volume(folder, nama.upper(), LEGA)


def jaga(loket):
    return loket.jendela.kerja.jaga


def tenang(loket):
    """Nothing is looked for and nothing is worked on."""
    latar = jaga(loket).latar
    loket.tangan.tunggu(lambda: not latar.pencari.sibuk and not latar.pekerja.sibuk)


def lihat(loket):
    """The timer came round."""
    tenang(loket)
    jaga(loket).latar.cari()
    tenang(loket)


def jadikan(loket, volume):
    """Ctrl+I, F8, Enter: the stick is the office's from now on; Escape."""
    loket.volume.append(volume)
    lihat(loket)
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogJaga)
    loket.tekan(K.Key_F8)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    loket.tekan(ENTER)
    loket.tangan.tunggu(lambda: "sekarang" in dialog.tempat.spanduk.teks)
    tenang(loket)
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))


def pause(loket):
    """Five seconds in which nobody touches anything, cut short."""
    jeda = jaga(loket).latar.jeda
    assert jeda.menunggu
    jeda.henti()
    jeda.tenang.emit()
    tenang(loket)


def tahan_salinan(monkeypatch):
    """The slow half waits until this is set."""
    tahan = threading.Event()
    asli = modul.tulis

    def tulis(path, isi):
        tahan.wait(15)
        return asli(path, isi)

    monkeypatch.setattr(modul, "tulis", tulis)
    return tahan


def tambah_pindaian(loket):
    wadah = BytesIO()
    Image.new("RGB", (40, 60), "red").save(wadah, "PNG")
    petugas = loket.jendela.kerja.petugas
    loket.meja.lampiran.tambah_isi(
        uuid.uuid4().hex, loket.permohonan(), "", "kk.png", wadah.getvalue(), petugas
    )


def cadangan(volume):
    return list_cadangan(volume.akar / NAMA_FOLDER)


def test_a_stick_becomes_the_offices_and_gets_its_first_backup_in_a_pause(loket, tmp_path):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    assert jaga(loket).lampu.keadaan.tingkat is Tingkat.MERAH
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    assert baca_penanda(satu.akar).nama == "Flashdisk 1"
    assert cadangan(satu) == ()
    pause(loket)
    assert [c.nomor for c in cadangan(satu)] == [1]
    lampu = jaga(loket).lampu
    assert (lampu.keadaan.tingkat, lampu.text()) == (Tingkat.HIJAU, "Cadangan hari ini")
    dua = stik(tmp_path, "sandisk")
    jadikan(loket, dua)
    assert baca_penanda(dua.akar).nama == "Flashdisk 2"


def test_after_so_many_entries_a_backup_is_made_but_never_while_somebody_types(loket, tmp_path):
    loket.buka(PIN_OPERATOR)
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    pause(loket)
    loket.store.pengaturan.simpan(
        "cadangan/tiap", "2", loket.jendela.kerja.petugas, loket.clock.now()
    )
    loket.isi_kk()
    loket.simpan()
    jeda = jaga(loket).latar.jeda
    assert not jeda.menunggu
    loket.isi_ktp()
    loket.simpan()
    assert jeda.menunggu
    for _ in range(3):
        jeda._pewaktu.start(60)
        loket.ketik("a")
        assert jeda._pewaktu.remainingTime() > 40
    assert len(cadangan(satu)) == 1
    pause(loket)
    assert len(cadangan(satu)) == 2


def test_closing_makes_a_backup_and_closes(loket, tmp_path):
    loket.buka(PIN_OPERATOR)
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    loket.isi_kk()
    loket.simpan()
    loket.jendela.close()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogTutup)
    assert "jangan cabut flashdisk" in dialog.teks.text()
    loket.tangan.tunggu(lambda: not loket.jendela.isVisible())
    assert [c.baca_daftar().permohonan for c in cadangan(satu)] == [1]
    loket.tutup()
    loket.buka(PIN_OPERATOR)
    lihat(loket)
    loket.jendela.close()  # nothing changed since
    assert not loket.jendela.isVisible()
    assert len(cadangan(satu)) == 1


def test_closing_without_waiting_leaves_nothing_half(loket, tmp_path, monkeypatch):
    loket.buka(PIN_OPERATOR)
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    tahan = tahan_salinan(monkeypatch)
    loket.jendela.close()
    dialog = QApplication.activeModalWidget()
    loket.tangan.tunggu(lambda: dialog.pekerja.sibuk)
    loket.klik(dialog.tanpa)
    assert loket.jendela.isVisible()
    tahan.set()
    loket.tangan.tunggu(lambda: not loket.jendela.isVisible())
    assert [p.name for p in (satu.akar / NAMA_FOLDER).iterdir()] == [NAMA_PENANDA]
    assert not (loket.data / "salinan-cadangan.part").exists()


def test_escape_while_closing_goes_back_to_work(loket, tmp_path, monkeypatch):
    loket.buka(PIN_OPERATOR)
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    tahan = tahan_salinan(monkeypatch)
    loket.jendela.close()
    dialog = QApplication.activeModalWidget()
    loket.tangan.tunggu(lambda: dialog.pekerja.sibuk)
    loket.jendela.close()  # once more does nothing
    loket.tekan(K.Key_Escape)
    tahan.set()
    loket.tangan.tunggu(lambda: kirim_hapusan() or not shiboken6.isValid(dialog))
    assert loket.jendela.isVisible()
    assert jaga(loket).latar.pewaktu.isActive()
    assert cadangan(satu) == ()
    tenang(loket)


def test_from_the_locked_screen_it_is_told_that_closing_waits_for_a_backup(
    loket, tmp_path, monkeypatch
):
    loket.buka(PIN_OPERATOR)
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    loket.tekan(K.Key_L, CTRL | SHIFT)
    depan = QApplication.activeModalWidget()
    assert isinstance(depan, JendelaKunci)
    tahan = tahan_salinan(monkeypatch)
    for _ in range(2):
        assert not depan.close()
        kata = depan.findChild(PesanDepan).teks
        assert kata.startswith("Cadangan sebelum menutup belum selesai")
        assert "masuk dulu dengan PIN" in kata
        assert "tutup sekali lagi" not in kata
    tahan.set()
    loket.tangan.tunggu(lambda: not loket.jendela.isVisible())
    assert len(cadangan(satu)) == 1


def test_a_stick_pulled_out_while_closing_is_told_and_tried_again(loket, tmp_path):
    loket.buka(PIN_OPERATOR)
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    (satu.akar / NAMA_FOLDER / "lampiran").write_bytes(b"in the way")
    loket.isi_kk()
    loket.simpan()
    tambah_pindaian(loket)
    loket.jendela.close()
    dialog = QApplication.activeModalWidget()
    loket.tangan.tunggu(dialog.ulangi.isVisible)
    assert "Flashdisk 1: Cadangan belum jadi" in dialog.spanduk.teks
    (satu.akar / NAMA_FOLDER / "lampiran").unlink()
    dialog.kembali.setFocus()
    loket.tekan(K.Key_F5)
    loket.tangan.tunggu(lambda: not loket.jendela.isVisible())
    assert len(cadangan(satu)) == 1
    hasil = [c.isi.hasil for c in loket.meja.jaga.riwayat.list_terbaru()]
    assert hasil == ["utuh", "gagal", "utuh"]


def test_a_stick_of_another_office_is_refused(loket, tmp_path, qapp):
    satu = stik(tmp_path, "kingston")
    lain = Loket(tmp_path / "lain").atur_petugas()
    (lain.data / "kunci.json").unlink()
    (lain.data / "register.db").unlink()
    lain.buka()
    tandai = lain.meja.jaga.tempat.siapkan_tandai(satu)
    tandai()
    lain.tutup()
    loket.volume.append(satu)
    loket.buka(PIN_OPERATOR)
    tenang(loket)
    assert "milik kantor atau register lain" in loket.jendela.kerja.spanduk.teks
    loket.jendela.close()
    assert not loket.jendela.isVisible()
    assert cadangan(satu) == ()


def test_an_old_backup_that_broke_on_the_stick_is_told_when_it_is_plugged_in(loket, tmp_path):
    loket.buka(PIN_OPERATOR)
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    pause(loket)
    loket.volume.clear()
    lihat(loket)
    register = cadangan(satu)[0].register
    isi = bytearray(register.read_bytes())
    isi[5000] ^= 1
    register.write_bytes(isi)
    loket.volume.append(satu)
    lihat(loket)
    assert "Flashdisk 1 tidak dapat dipercaya lagi" in loket.jendela.kerja.spanduk.teks


def test_the_kasi_is_told_at_sign_in_when_there_is_no_backup(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    loket.ganti(PIN_KASI)
    assert "Belum ada cadangan" in loket.jendela.kerja.spanduk.teks
    tenang(loket)
    loket.klik(jaga(loket).lampu)
    assert isinstance(QApplication.activeModalWidget(), DialogJaga)


def test_the_second_folder_is_chosen_once_and_used_at_closing(loket, tmp_path):
    kedua = tmp_path / "kedua"
    kedua.mkdir()
    loket.buka(PIN_KASI)
    tenang(loket)
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    dialog.tempat.folder.input.setFocus()
    loket.ketik(str(kedua))
    loket.tekan(K.Key_S, CTRL)
    assert dialog.tempat.spanduk.teks == "Tersimpan."
    tenang(loket)
    loket.tekan(K.Key_Escape)
    loket.jendela.close()
    loket.tangan.tunggu(lambda: not loket.jendela.isVisible())
    assert len(list_cadangan(kedua / NAMA_FOLDER)) == 1


def test_the_berita_acara_of_the_month_goes_to_paper(loket, tmp_path):
    loket.buka(PIN_OPERATOR)
    satu = stik(tmp_path, "kingston")
    jadikan(loket, satu)
    pause(loket)
    loket.tekan(K.Key_I, CTRL)
    loket.tekan(K.Key_P, CTRL)
    loket.tekan(ENTER, CTRL)
    teks = "\n".join(loket.simpan_cetakan())
    assert "BERITA ACARA PENCADANGAN" in teks
    assert "1, ke 1 tempat" in teks
    assert "Flashdisk 1" in teks
    assert loket.store.kunci.kantor in teks
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_Escape)
