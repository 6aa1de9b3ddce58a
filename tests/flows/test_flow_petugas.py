"""Officers and their PINs: wrong ones, forgotten ones, one-time ones, and who works here."""

from __future__ import annotations

import pytest
from builders import KODE, NAMA_KASI, NAMA_OPERATOR, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, SHIFT, K
from flows.petugas_uji import beri_pin_kasi, buka_tab, catat_pin, dialog, kartu, pilih
from PySide6.QtWidgets import QApplication

from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.ui.ganti_pin import DialogGantiPin
from sooko_desk.ui.halaman_masuk import KEMBALI_DETIK
from sooko_desk.ui.lupa_pin import KartuLupaPin
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pengaturan.tab_petugas import TabPetugas
from sooko_desk.ui.pin_baru import KartuPinBaru

SALAH, BARU = "000007", "918273"


def salah(loket, kali=1, pin=SALAH):
    """Type a wrong PIN so many times, each as soon as it may be."""
    pin_baris, pemeriksa = loket.jendela.masuk.pin, loket.jendela.masuk.pemeriksa
    for _ in range(kali):
        loket.detik += 300
        loket.isi(pin)
        loket.tangan.tunggu(lambda: not pemeriksa.sibuk and pin_baris.pesan.startswith("PIN salah"))


def pesan(loket):
    return loket.jendela.masuk.pin.pesan


def jejak(loket, *jenis):
    return [dict(k.isi) for k in loket.store.kejadian.list_kejadian(jenis)]


# -- wrong PINs


def test_after_three_wrong_pins_one_waits_and_the_field_counts_down(loket):
    loket.buka()
    salah(loket, 2)
    assert pesan(loket) == "PIN salah. Ketik ulang enam angka."
    salah(loket, 3)
    assert pesan(loket) == "PIN salah 5 kali. Tunggu 4 detik lagi."
    loket.isi(PIN_OPERATOR)
    assert loket.jendela.masuk.isVisible()
    assert pesan(loket) == "PIN salah 5 kali. Tunggu 4 detik lagi."
    for sisa in (3, 2, 1):
        loket.detik += 1
        loket.jendela.masuk.pemeriksa.detak.timeout.emit()
        assert pesan(loket) == f"PIN salah 5 kali. Tunggu {sisa} detik lagi."
    loket.detik += 1
    loket.jendela.masuk.pemeriksa.detak.timeout.emit()
    assert pesan(loket) == "Silakan coba lagi."
    assert loket.jendela.masuk.pin.input.text() == PIN_OPERATOR  # typed while it counted
    loket.tekan(ENTER)
    loket.tangan.tunggu(loket.jendela.kerja.isVisible)


def test_a_restart_and_a_clock_set_forward_do_not_shorten_the_wait(loket):
    loket.buka()
    salah(loket, 9)
    loket.detik += 60
    loket.tutup()
    loket.clock.maju(365 * 24 * 60)
    loket.buka()
    assert pesan(loket) == "PIN salah 9 kali. Tunggu 1 menit 4 detik lagi."
    pilih(loket, NAMA_KASI)  # the other one need not wait
    assert pesan(loket) == "Enam angka."
    loket.tangan.masuk(PIN_KASI)


def test_the_kasi_is_told_of_wrong_pins_since_the_last_time(loket):
    loket.buka()
    salah(loket, 2)
    loket.masuk(PIN_KASI)
    kabar = loket.jendela.kerja.salah_pin
    assert kabar.isVisible()
    assert f"{NAMA_OPERATOR} 2 kali (terakhir 23/11/2026 09.05)" in kabar.teks
    loket.ganti(PIN_OPERATOR)
    assert not kabar.isVisible()
    loket.ganti(PIN_KASI)
    assert not kabar.isVisible()


def test_a_signature_with_wrong_pins_waits_too(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()
    loket.buka_tab(2)
    loket.tekan(K.Key_L)
    loket.tekan(ENTER, CTRL)
    tanda_tangan = loket.tab.dialog
    for _ in range(3):
        loket.isi(SALAH)
        loket.tangan.tunggu(lambda: not tanda_tangan.pemeriksa.sibuk)
    assert tanda_tangan.pin.pesan.startswith("PIN salah 3 kali. Tunggu 1 detik lagi.")
    assert jejak(loket, JenisKejadian.PIN_SALAH)[0]["untuk"] == "tanda tangan keputusan"
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_F12)
    assert pesan(loket) == "PIN salah 3 kali. Tunggu 1 detik lagi."


# -- back to work after F12


def test_escape_after_f12_needs_the_pin_once_the_chair_may_be_empty(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_F12)
    loket.detik += KEMBALI_DETIK + 1
    loket.tekan(K.Key_Escape)
    assert loket.jendela.masuk.isVisible()
    assert pesan(loket).startswith("Sudah lebih dari 20 detik")
    assert loket.jendela.masuk._terpilih().nama == NAMA_OPERATOR
    loket.tangan.masuk(PIN_OPERATOR)


def test_escape_after_a_wrong_pin_does_not_go_back_to_work(loket):
    loket.buka(PIN_KASI)
    loket.tekan(K.Key_F12)
    salah(loket)
    loket.tekan(K.Key_Escape)
    assert loket.jendela.masuk.isVisible()


# -- one-time PIN, own PIN, forgotten PIN


def test_the_kasi_gives_a_one_time_pin_and_the_officer_makes_an_own_one(loket):
    loket.buka(PIN_KASI)
    tab = buka_tab(loket)
    tab.tabel.pilih(1)
    assert tab.form.nama.input.text() == NAMA_OPERATOR
    loket.tekan(K.Key_P, CTRL)
    beri_pin_kasi(loket)
    sekali = catat_pin(loket)
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_F12)
    loket.isi(PIN_OPERATOR)
    loket.tangan.tunggu(lambda: pesan(loket).startswith("PIN salah"))
    loket.isi(sekali)
    baru = kartu(loket, KartuPinBaru)
    loket.isi(sekali, sekali)
    loket.tangan.tunggu(lambda: "harus berbeda" in baru.pin.pesan)
    loket.isi("123456", "123456")
    assert "mudah ditebak" in baru.pin.pesan
    loket.isi(BARU, BARU[::-1])
    assert "tidak sama" in baru.ulang.pesan
    loket.isi(BARU)
    loket.tangan.tunggu(loket.jendela.kerja.isVisible)
    assert loket.jendela.kerja.petugas.nama == NAMA_OPERATOR
    assert jejak(loket, JenisKejadian.PIN_DIGANTI)[0]["cara"] == "PIN sekali pakai"
    loket.tutup()
    loket.buka()
    loket.tangan.masuk(BARU)


def test_giving_up_the_new_pin_leads_back_to_sign_in(loket):
    loket.buka()
    petugas = loket.meja.petugas
    operator, kasi = petugas.list_petugas()
    petugas.kelola.beri_pin_sekali(operator, petugas.hash_pin(BARU), kasi)
    loket.isi(BARU)
    kartu(loket, KartuPinBaru)
    loket.tekan(K.Key_Escape)
    assert loket.jendela.masuk.pin.isVisible()
    assert loket.jendela.kerja.petugas is None
    assert petugas.pin.get(operator).sekali


def test_a_one_time_pin_signs_nothing(loket):
    loket.buka(PIN_OPERATOR)
    petugas = loket.meja.petugas
    _, kasi = petugas.list_petugas()
    dua = petugas.kelola.tambah("Dua Kasi", kasi.peran, petugas.hash_pin(BARU), kasi)
    loket.isi_kk()
    loket.simpan()
    loket.buka_tab(2)
    loket.tekan(K.Key_L)
    loket.tekan(ENTER, CTRL)
    jendela = loket.tab.dialog
    loket.isi(BARU)
    loket.tangan.tunggu(lambda: "PIN sekali pakai" in jendela.pin.pesan)
    assert petugas.pin.get(dua).sekali
    assert loket.permohonan().ringkasan.posisi == "periksa"


def test_an_officer_changes_the_own_pin(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_G, CTRL | SHIFT)
    jendela = dialog(loket, DialogGantiPin)
    loket.isi(SALAH)
    loket.tangan.tunggu(lambda: jendela.lama.pesan.startswith("PIN salah"))
    loket.isi(PIN_OPERATOR)
    loket.tangan.tunggu(jendela.baru.isVisible)
    loket.isi(BARU, BARU)
    loket.tangan.tunggu(jendela.spanduk.isVisible)
    assert "tersimpan" in jendela.spanduk.teks
    loket.tekan(ENTER)
    loket.ganti(PIN_KASI)
    loket.tekan(K.Key_F12)
    loket.tangan.masuk(BARU)
    assert jejak(loket, JenisKejadian.PIN_DIGANTI)[0]["cara"] == "PIN lama"


def test_an_operator_who_forgot_the_pin_is_sent_to_the_kasi(loket):
    loket.buka()
    loket.klik(loket.jendela.masuk.lupa)
    assert "Minta Kasi memberi PIN sekali pakai" in pesan(loket)


def test_a_kasi_who_forgot_the_pin_uses_the_paper(loket):
    loket.buka()
    pilih(loket, NAMA_KASI)
    loket.klik(loket.jendela.masuk.lupa)
    lupa = kartu(loket, KartuLupaPin)
    loket.tempel(("2" if KODE[0] != "2" else "3") + KODE[1:])
    loket.tekan(ENTER)
    assert lupa.spanduk.isVisible()
    loket.tempel(KODE)
    loket.tekan(ENTER)
    kartu(loket, KartuPinBaru)
    loket.isi(BARU, BARU)
    loket.tangan.tunggu(loket.jendela.kerja.isVisible)
    assert loket.jendela.kerja.petugas.nama == NAMA_KASI
    assert jejak(loket, JenisKejadian.PIN_DIGANTI)[0]["cara"] == "kode pemulihan"
    assert f"{NAMA_KASI} 1 kali" in loket.jendela.kerja.salah_pin.teks


# -- who works here


def test_a_new_kasi_is_added_and_works_at_once(loket):
    loket.buka(PIN_KASI)
    tab = buka_tab(loket)
    loket.tekan(K.Key_N, CTRL)
    loket.ketik("Siti Misal")
    tab.form.peran.tombol("kasi").click()
    tab.form.nama.input.setFocus()
    loket.tekan(ENTER, CTRL)
    beri_pin_kasi(loket)
    sekali = catat_pin(loket)
    assert "PIN sekali pakai untuk Siti Misal" in tab.spanduk.teks
    assert not tab.is_diubah()
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_F12)
    pilih(loket, "Siti Misal")
    loket.isi(sekali)
    kartu(loket, KartuPinBaru)
    loket.isi(BARU, BARU)
    loket.tangan.tunggu(loket.jendela.kerja.isVisible)
    assert loket.jendela.kerja.kelengkapan.isVisible()


def test_nothing_is_added_without_the_pin_of_the_kasi(loket):
    loket.buka(PIN_KASI)
    tab = buka_tab(loket)
    loket.tekan(K.Key_N, CTRL)
    loket.ketik("Siti Misal")
    loket.tekan(ENTER, CTRL)
    minta = dialog(loket, MintaPin)
    loket.isi(SALAH)
    loket.tangan.tunggu(lambda: minta.pin.pesan.startswith("PIN salah"))
    loket.tekan(K.Key_Escape)
    assert len(loket.meja.petugas.list_petugas()) == 2
    assert tab.is_diubah()
    loket.tekan(K.Key_Escape, kali=2)
    loket.tangan.tunggu(lambda: QApplication.activeModalWidget() is None)


def test_a_corrected_name_stands_at_the_head_of_the_page(loket):
    loket.buka(PIN_KASI)
    tab = buka_tab(loket)
    tab.tabel.pilih(2)
    tab.form.setFocus()
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("Bambang Misal, S.Sos.")
    loket.tekan(ENTER, CTRL)
    assert "menjadi Bambang Misal, S.Sos." in tab.spanduk.teks
    loket.tekan(K.Key_Escape)
    assert loket.jendela.kerja.petugas.nama == "Bambang Misal, S.Sos."


def test_an_officer_is_switched_off_and_on_again_and_the_last_kasi_is_not(loket):
    loket.buka(PIN_KASI)
    tab = buka_tab(loket)
    tab.tabel.pilih(1)
    loket.tekan(K.Key_E, CTRL)
    beri_pin_kasi(loket)
    assert "nonaktif" in tab.spanduk.teks
    assert [p.nama for p in loket.meja.petugas.list_petugas()] == [NAMA_KASI]
    assert tab.ganti_aktif.text() == "Aktifkan lagi"
    assert not tab.beri_pin.isEnabled()
    loket.tekan(K.Key_E, CTRL)
    beri_pin_kasi(loket)
    assert len(loket.meja.petugas.list_petugas()) == 2
    tab.tabel.pilih(2)
    loket.tekan(K.Key_E, CTRL)
    beri_pin_kasi(loket)
    assert "satu-satunya Kasi" in tab.spanduk.teks
    loket.tekan(K.Key_Escape)


def test_an_operator_only_looks(loket):
    loket.buka(PIN_OPERATOR)
    tab = buka_tab(loket)
    for tombol in (K.Key_N, K.Key_P, K.Key_E):
        loket.tekan(tombol, CTRL)
    assert isinstance(QApplication.activeModalWidget().findChild(TabPetugas), TabPetugas)
    assert tab.form.nama.input.isReadOnly()
    assert not tab.tambah.isVisible()
    loket.tekan(K.Key_Escape)


@pytest.mark.parametrize(("menit", "benar"), [("10", True), ("99", False)])
def test_the_kasi_says_after_how_many_minutes_the_screen_is_locked(loket, menit, benar):
    loket.buka(PIN_KASI)
    tab = buka_tab(loket)
    tab.menit.input.setFocus()
    loket.tekan(K.Key_A, CTRL)
    loket.ketik(menit)
    loket.tekan(ENTER, CTRL)
    assert (loket.meja.petugas.kunci_layar.menit == int(menit)) is benar
    assert ("10 menit" in tab.spanduk.teks) is benar
    loket.tekan(K.Key_Escape, kali=1 if benar else 2)
