"""The recovery code in the real program: the first day, and a computer that was changed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, NAMA, K, Loket, kirim_hapusan
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from sooko_desk.app import Awal
from sooko_desk.data.pelindung import PelindungSesaat
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import tanggal_panjang
from sooko_desk.printing import lembar_kode
from sooko_desk.ui.jaga.dialog import DialogJaga
from sooko_desk.ui.jendela import Jendela
from sooko_desk.ui.kit.isian_kode import IsianKode
from sooko_desk.ui.kit.pesan_depan import PesanDepan
from sooko_desk.ui.kit.tabel import TabelData
from sooko_desk.ui.kode_pemulihan.dialog import DialogKode, DialogUjiKode
from sooko_desk.ui.kode_pemulihan.halaman_buka import HalamanBuka
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pemulihan.jendela import JendelaPemulihan

ALT = Qt.KeyboardModifier.AltModifier
TIDAK_TERSUSUN = "Lembar tidak dapat disusun. Pasang ulang program."


def gagal_disusun(_data):
    raise UserError(TIDAK_TERSUSUN)


@pytest.fixture
def hari_pertama(baru):
    """Both officers are there; nobody has signed in yet."""
    loket = baru.buka()
    loket.isi(NAMA_OPERATOR, PIN_OPERATOR, PIN_OPERATOR, NAMA_KASI, PIN_KASI, PIN_KASI)
    loket.tangan.tunggu(loket.jendela.masuk.isVisible)
    return loket


def panel(loket):
    return loket.jendela.gerbang.panel


def masuk_kasi(loket):
    """Sign in as the Kasi, whom the ceremony awaits."""
    if loket.jendela.masuk.findChild(TabelData).baris().peran is not Peran.KASI:
        loket.tekan(K.Key_Down)
    loket.isi(PIN_KASI)
    loket.tangan.tunggu(lambda: not loket.jendela.masuk.isVisible())
    loket.tangan.tunggu(panel(loket).isVisible)


def baca_kode(loket):
    """The seven groups as they stand on the screen."""
    kata = [label.text() for label in panel(loket).findChildren(QLabel) if label.isVisible()]
    return [k for k in kata if re.fullmatch("[0-9A-Z]{4}", k)]


def ketik_ulang(loket, kelompok):
    """Type what is asked back from the paper."""
    for nomor in panel(loket).isian.nilai():
        loket.ketik(kelompok[nomor - 1])


def kejadian(loket, jenis):
    return loket.store.kejadian.list_kejadian([jenis])


def test_the_kasi_puts_the_code_on_paper_before_the_first_case(hari_pertama):
    loket = hari_pertama
    masuk_kasi(loket)
    kelompok = baca_kode(loket)
    assert len(kelompok) == 7
    loket.tekan(K.Key_P, CTRL)
    cetak = loket.jendela.pencetak.dialog
    assert cetak is not None
    assert not cetak._panel.simpan.isVisible()  # a file would lie beside the register
    loket.tutup_cetak()
    loket.tekan(ENTER, CTRL)
    assert baca_kode(loket) == []
    ketik_ulang(loket, ["0000"] * 7)
    loket.tekan(ENTER)
    satu, dua, tiga = panel(loket).isian.nilai()
    kalimat = f"Kelompok {satu}, {dua} dan {tiga} tidak sama dengan kertasnya."
    assert panel(loket).spanduk.teks.startswith(kalimat)
    assert not loket.meja.kunci_kertas.siap
    loket.tekan(K.Key_Left, ALT)
    assert baca_kode(loket) == kelompok
    loket.tekan(ENTER, CTRL)
    ketik_ulang(loket, kelompok)
    loket.tekan(ENTER)
    assert "nomor 1 sudah dikukuhkan" in panel(loket).spanduk.teks
    assert baca_kode(loket) == []
    loket.tekan(ENTER)
    assert loket.jendela.kerja.isVisible()
    assert "ode pemulihan" not in loket.jendela.kerja.spanduk.teks
    assert [k.petugas for k in kejadian(loket, JenisKejadian.KODE_DITERBITKAN)] == [NAMA_KASI]
    assert [b.dokumen for b in loket.meja.pencetakan.list_cetakan()] in ([], ["lembar_kode"])
    loket.meja.kunci_kertas.check_kode("-".join(kelompok))
    loket.ganti(PIN_OPERATOR)
    loket.isi_kk()
    assert loket.simpan().ringkasan.id == 1


def pesan_depan(jendela):
    """What is said in front of that window, once whatever told it has gone."""
    QApplication.processEvents()
    return [p.teks for p in jendela.findChildren(PesanDepan)]


def test_a_sheet_that_cannot_be_built_is_told_in_front_of_the_ceremony(hari_pertama, monkeypatch):
    loket = hari_pertama
    masuk_kasi(loket)
    with monkeypatch.context() as ganti:
        ganti.setattr(lembar_kode, "render", gagal_disusun)
        loket.tekan(K.Key_P, CTRL)
    assert pesan_depan(loket.jendela) == [TIDAK_TERSUSUN]
    assert loket.fokus() is panel(loket).cetak
    loket.tekan(K.Key_P, CTRL)
    assert loket.jendela.focusWidget() is panel(loket).lanjut
    loket.tutup_cetak()


def test_later_on_too_it_is_told_in_front_of_the_ceremony(loket, monkeypatch):
    loket.buka(PIN_KASI)
    jaga = buka_jaga(loket)
    loket.klik(jaga.kode.baru)
    upacara = beri_pin(loket)
    monkeypatch.setattr(lembar_kode, "render", gagal_disusun)
    loket.tekan(K.Key_P, CTRL)
    assert pesan_depan(upacara) == [TIDAK_TERSUSUN]
    assert loket.fokus() is upacara.panel.cetak
    assert loket.jendela.kerja.spanduk.teks == TIDAK_TERSUSUN  # for whoever looked away
    loket.tekan(K.Key_Escape, kali=2)


def test_until_then_the_operator_is_told_and_loses_nothing(hari_pertama):
    loket = hari_pertama
    loket.masuk(PIN_OPERATOR)
    assert "Kasi masuk dulu (F12)" in loket.jendela.kerja.spanduk.teks
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == 0
    tampak = [w.text() for w in loket.jendela.findChildren(QLabel) if w.isVisible()]
    assert any("kode pemulihan register ini belum ada di kertas" in kata for kata in tampak)
    loket.tekan(K.Key_F12)
    masuk_kasi(loket)
    loket.pasang_kertas()
    loket.tekan(K.Key_Escape)
    loket.ganti(PIN_OPERATOR)
    assert "ode pemulihan" not in loket.jendela.kerja.spanduk.teks
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.pemohon.nama.casefold() == NAMA.casefold()


def test_put_off_it_is_asked_again_at_the_next_sign_in(hari_pertama):
    loket = hari_pertama
    masuk_kasi(loket)
    lama = baca_kode(loket)
    loket.tekan(K.Key_Escape)
    assert loket.jendela.kerja.isVisible()
    assert "(Ctrl+I)" in loket.jendela.kerja.spanduk.teks
    loket.ganti(PIN_OPERATOR)
    loket.tekan(K.Key_F12)
    masuk_kasi(loket)
    assert baca_kode(loket) != lama


# -- later on: Ctrl+I


def buka_jaga(loket):
    loket.tekan(K.Key_I, CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogJaga)
    return dialog


def beri_pin(loket):
    """The PIN of the Kasi, and the window that it opens."""
    assert isinstance(QApplication.activeModalWidget(), MintaPin)
    loket.isi(PIN_KASI)
    loket.tangan.tunggu(lambda: not isinstance(QApplication.activeModalWidget(), MintaPin))
    return QApplication.activeModalWidget()


def kelompok_dialog(dialog):
    return [k.text() for k in dialog.panel._kotak]


def test_the_kasi_makes_a_new_code_and_tries_it(loket):
    loket.buka(PIN_KASI)
    jaga = buka_jaga(loket)
    kini = tanggal_panjang(loket.clock.now().date())
    assert jaga.kode.fakta == f"Kertas nomor 1, dibuat {kini}, belum pernah diuji."
    loket.tekan(K.Key_N, CTRL)
    upacara = beri_pin(loket)
    assert isinstance(upacara, DialogKode)
    kelompok = kelompok_dialog(upacara)
    loket.tekan(K.Key_P, CTRL)
    assert loket.jendela.pencetak.dialog.isVisible()
    loket.tutup_cetak()
    loket.tekan(ENTER, CTRL)
    for nomor in upacara.panel.isian.nilai():
        loket.ketik(kelompok[nomor - 1])
    loket.tekan(ENTER)
    loket.tekan(ENTER)
    assert QApplication.activeModalWidget() is jaga
    assert jaga.kode.fakta == f"Kertas nomor 2, dibuat {kini}, belum pernah diuji."
    loket.tekan(K.Key_U, CTRL)
    uji = beri_pin(loket)
    assert isinstance(uji, DialogUjiKode)
    for satu in kelompok:
        loket.ketik(satu)
    loket.tekan(ENTER)
    assert uji.spanduk.teks.startswith("Kode di kertas itu membuka register ini.")
    loket.tekan(K.Key_Escape)
    assert QApplication.activeModalWidget() is jaga
    assert jaga.kode.fakta == f"Kertas nomor 2, dibuat {kini}, terakhir diuji {kini}."
    assert [k.petugas for k in kejadian(loket, JenisKejadian.KODE_DIUJI)] == [NAMA_KASI]
    loket.tekan(K.Key_Escape)


def test_a_new_code_that_is_given_up_changes_nothing(loket):
    loket.buka(PIN_KASI)
    jaga = buka_jaga(loket)
    lama = jaga.kode.fakta
    loket.klik(jaga.kode.baru)
    loket.tekan(K.Key_Escape)
    assert QApplication.activeModalWidget() is jaga
    loket.klik(jaga.kode.baru)
    upacara = beri_pin(loket)
    loket.tekan(K.Key_Escape)
    loket.tangan.tunggu(lambda: kirim_hapusan() or not isValid(upacara))
    assert jaga.kode.fakta == lama
    loket.tekan(K.Key_Escape)


def test_after_a_year_the_paper_is_to_be_tried(loket):
    loket.clock.maju(60 * 24 * 365)
    loket.buka(PIN_KASI)
    jaga = buka_jaga(loket)
    assert jaga.kode.fakta.endswith("Sudah setahun tidak diuji: ambil satu amplop dan ujilah.")
    loket.tekan(K.Key_Escape)


def test_the_operator_reads_the_facts_and_has_no_buttons(loket):
    loket.buka(PIN_OPERATOR)
    jaga = buka_jaga(loket)
    assert jaga.kode.fakta.startswith("Kertas nomor 1")
    assert not jaga.kode.baru.isVisible()
    assert not jaga.kode.uji.isVisible()
    loket.tekan(K.Key_N, CTRL)
    loket.tekan(K.Key_U, CTRL)
    assert QApplication.activeModalWidget() is jaga
    loket.tekan(K.Key_Escape)


def test_put_off_it_is_made_from_there_and_the_page_of_work_knows(hari_pertama):
    loket = hari_pertama
    masuk_kasi(loket)
    loket.tekan(K.Key_Escape)
    jaga = buka_jaga(loket)
    assert jaga.kode.fakta == (
        "Belum ada di kertas, jadi permohonan belum dapat disimpan. Buat kode baru sekarang."
    )
    assert not jaga.kode.uji.isEnabled()
    loket.tekan(K.Key_N, CTRL)
    upacara = beri_pin(loket)
    kelompok = kelompok_dialog(upacara)
    loket.tekan(ENTER, CTRL)
    for nomor in upacara.panel.isian.nilai():
        loket.ketik(kelompok[nomor - 1])
    loket.tekan(ENTER)
    loket.tekan(ENTER)
    assert jaga.kode.fakta.startswith("Kertas nomor 1")
    loket.tekan(K.Key_Escape)
    assert not loket.jendela.kerja.spanduk.isVisible()


# -- a computer whose own slot does not open


@pytest.fixture
def lain(qapp, tmp_path):
    """A register that was made on another computer; its code."""
    loket = Loket(tmp_path).atur_petugas()
    loket.buka(PIN_KASI)
    kode = loket.meja.kunci_kertas.terbitkan()
    diminta = loket.meja.kunci_kertas.minta_ulang(kode)
    ketikan = {n: kode.kode.split("-")[n - 1] for n in diminta}
    loket.meja.kunci_kertas.kukuhkan(kode, ketikan, loket.jendela.kerja.petugas)
    loket.tutup()
    pelindung = PelindungSesaat()
    pelindung.cara = "berkas"
    awal = Awal(replace(loket.lingkungan, pelindung=pelindung))
    awal.kode = kode.kode
    yield awal
    awal.tutup()
    kirim_hapusan()
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == []


def ketik(teks):
    for huruf in teks:
        QTest.keyClicks(QApplication.focusWidget(), huruf)


def test_the_paper_opens_what_the_computer_does_not(lain):
    lain.mulai()
    halaman = lain.tampak
    assert isinstance(halaman, HalamanBuka)
    assert QTest.qWaitForWindowActive(halaman)
    ketik(lain.kode.replace(lain.kode[0], "7" if lain.kode[0] != "7" else "8", 1))
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    assert "kelompok 1" in halaman.spanduk.teks.lower()
    assert halaman.findChild(IsianKode).penuh()
    halaman.isian.kosongkan()
    ketik(lain.kode.lower())
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    assert isinstance(lain.tampak, Jendela)
    [dibuka] = lain.tampak.alat.meja.kunci_kertas._store.kejadian.list_kejadian(
        [JenisKejadian.DIBUKA_DENGAN_KODE]
    )
    assert dibuka.petugas == ""
    lain.tampak.close()


def test_from_then_on_the_computer_opens_it_by_itself(lain):
    lain.mulai()
    assert QTest.qWaitForWindowActive(lain.tampak)
    ketik(lain.kode)
    QTest.keyClick(QApplication.focusWidget(), ENTER)
    assert isinstance(lain.tampak, Jendela)
    lain.tutup()
    lain.__init__(lain._lingkungan)
    lain.mulai()
    assert isinstance(lain.tampak, Jendela)


def test_the_page_can_be_left_and_the_computer_tried_again(lain):
    lain.mulai()
    halaman = lain.tampak
    assert QTest.qWaitForWindowActive(halaman)
    QTest.mouseClick(halaman.ulangi, Qt.MouseButton.LeftButton)
    assert isinstance(lain.tampak, HalamanBuka)
    QTest.mouseClick(lain.tampak.tutup, Qt.MouseButton.LeftButton)
    assert not lain.tampak.isVisible()


def test_from_that_page_a_backup_can_be_restored_instead(lain, qtbot):
    lain.mulai()
    assert QTest.qWaitForWindowActive(lain.tampak)
    QTest.mouseClick(lain.tampak.pulih, Qt.MouseButton.LeftButton)
    assert isinstance(lain.tampak, JendelaPemulihan)
    assert QTest.qWaitForWindowActive(lain.tampak)
    qtbot.waitUntil(lambda: not lain.tampak.pekerja.sibuk)
    QTest.keyClick(QApplication.focusWidget(), K.Key_Escape)
    assert isinstance(lain.tampak, HalamanBuka)
    lain.tampak.close()
