"""Moves that are not allowed: by the role, by the order of the steps, on a stale screen, twice."""

from __future__ import annotations

import uuid

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, K
from flows.siap import kk_diterima, kk_lengkap, mulai
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sooko_desk.services.alur_kerja import PerintahGerak
from sooko_desk.ui.kit.isian_tabel import IsianTabel

ENTRI = {"peristiwa": "Kelahiran", "nomor_referensi_siak": "SP-1"}


@pytest.fixture
def diterima(loket):
    """One KK that waits for the Kasi; the operator is at work."""
    return mulai(loket, kk_diterima)


@pytest.fixture
def lengkap(loket):
    """One KK that the Kasi found complete; the operator is at work."""
    return mulai(loket, kk_lengkap)


def tahan(loket, tombol, tambahan, kali=6):
    """Hold a key down: one press and its repeats."""
    for nomor in range(kali):
        event = QKeyEvent(QEvent.Type.KeyPress, tombol, tambahan, "", nomor > 0)
        QApplication.sendEvent(loket.fokus().window().windowHandle(), event)


def dari_loket_lain(loket, langkah, hasil, peran, alasan=""):
    """Move case 1 behind the screen's back, as a second window once might."""
    petugas = next(p for p in loket.meja.petugas.list_petugas() if p.peran == peran)
    versi = loket.permohonan().ringkasan.versi
    perintah = PerintahGerak(uuid.uuid4().hex, 1, versi, langkah, hasil, alasan)
    loket.meja.alur.jalankan(perintah, petugas)


def test_the_kasi_cannot_receive_papers(loket):
    loket.buka(PIN_KASI)
    loket.buka_tab(1)
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == 0
    kalimat = loket.jendela.kerja.penerimaan.spanduk.teks
    assert "dicatat oleh Operator" in kalimat
    assert "F12" in kalimat
    loket.ganti(PIN_OPERATOR)  # nothing typed is lost: the operator saves the same form
    loket.simpan()
    assert loket.permohonan().ringkasan.pemohon.nama == "SUWARTI NINGSIH"


def test_the_operator_has_no_buttons_of_the_kasi_and_the_keys_store_nothing(diterima):
    """L and T only mark; what they mark waits for the PIN of the Kasi."""
    loket = diterima
    loket.buka_tab(2)
    assert loket.panel.hasil.tombol == {}
    assert loket.panel.ceklis.is_readonly()
    for tombol in (K.Key_Space, K.Key_L, K.Key_T, K.Key_1, ENTER):
        loket.tekan(tombol)
    loket.tekan(ENTER, CTRL)
    loket.tekan(ENTER)
    assert loket.tab.dialog.pin.pesan == "Ketik PIN dulu."
    loket.tekan(K.Key_Escape)
    assert loket.riwayat() == [("terima", "diterima")]
    assert teks_terlihat(loket.panel).count("dicatat oleh Kasi Pelayanan") == 1


def test_the_kasi_has_no_buttons_of_the_operator(diterima):
    loket = diterima
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    loket.buka_tab(3)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert loket.panel.hasil.tombol == {}
    for baris in loket.panel.borang.baris.values():
        tabel = isinstance(baris.input, IsianTabel)
        assert baris.input.is_readonly() if tabel else not baris.input.isEnabled()
    assert loket.permohonan().ringkasan.posisi == "entri"


def test_only_the_open_step_has_buttons(diterima):
    loket = diterima
    loket.ganti(PIN_KASI)
    assert set(loket.panel.hasil.tombol) == {"lengkap", "tidak_lengkap"}
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    assert set(loket.panel.hasil.tombol) == {"terinput", "kembali_periksa"}
    assert loket.panel.pilih_langkah is None
    loket.buka_tab(4)
    assert loket.tab.model.rowCount() == 0
    assert not loket.panel.isVisible()


def test_a_case_that_moved_meanwhile_is_refused_in_words_and_shown_anew(diterima):
    loket = diterima
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    dari_loket_lain(loket, "periksa", "lengkap", "kasi")
    loket.hasil("Tidak lengkap")
    assert "sudah dilewati" in loket.tab.spanduk.teks
    assert loket.tab.model.rowCount() == 0
    assert loket.jendela.kerja.tab.tabText(2) == "Entri Data (1)"
    assert [h for _, h in loket.riwayat()] == ["diterima", "lengkap"]


def test_a_case_that_came_back_to_the_same_step_is_refused_as_changed(diterima):
    loket = diterima
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    dari_loket_lain(loket, "periksa", "lengkap", "kasi")
    dari_loket_lain(loket, "entri", "kembali_periksa", "operator", alasan="Berkas tertukar")
    loket.tekan(ENTER, CTRL)
    assert "sudah berubah sejak ditampilkan" in loket.tab.spanduk.teks
    assert "Berkas tertukar" in teks_terlihat(loket.panel.riwayat)  # the story is read anew
    assert loket.permohonan().ringkasan.posisi == "periksa"
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "entri"
    assert not loket.tab.spanduk.isVisible() or "Menunggu entri" in loket.tab.spanduk.teks


def test_pressing_save_twice_gives_one_case_and_one_number(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    fokus = loket.fokus()
    QTest.keyClick(fokus, ENTER, CTRL)
    QTest.keyClick(fokus, ENTER, CTRL)
    loket.tutup_cetak()
    assert loket.jumlah() == 1


def test_a_held_key_gives_one_case_and_one_number(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    tahan(loket, ENTER, CTRL)
    loket.tutup_cetak()
    assert loket.jumlah() == 1


@pytest.mark.parametrize("cara", ["twice", "held"])
def test_a_double_press_ends_one_step_only(diterima, cara):
    """Verification asks for nothing: the second half of the press must not record it."""
    loket = diterima
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.pilih("Suwarti")
    loket.tangan.isi_borang(loket.panel.borang, ENTRI)
    if cara == "twice":
        loket.tekan(ENTER, CTRL, kali=2)
    else:
        tahan(loket, ENTER, CTRL)
    assert loket.permohonan().ringkasan.posisi == "verifikasi"
    assert len(loket.riwayat()) == 3


def test_a_step_that_lacks_fields_says_so_beside_each_and_keeps_what_was_typed(lengkap):
    loket = lengkap
    loket.buka_tab(3)
    loket.kerjakan("Suwarti", dusun="Contoh")
    baris = loket.panel.borang.baris
    assert loket.permohonan().ringkasan.posisi == "entri"
    assert "belum diisi" in baris["peristiwa"].pesan
    assert baris["dusun"].nada is None
    assert loket.panel.borang.nilai()["dusun"] == "CONTOH"
    assert loket.fokus() is baris["peristiwa"].input
    loket.isi("Kelahiran")
    assert baris["peristiwa"].nada is None


def test_what_is_typed_stays_with_its_case_until_it_is_recorded(diterima):
    """Another case, another tab, a print and the other officer in between take nothing away."""
    loket = diterima
    loket.isi_kk(nama="Orang Kedua")
    loket.simpan()
    loket.ganti(PIN_KASI)
    for _ in range(2):
        loket.tekan(ENTER)
        loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.pilih("Suwarti")
    loket.tangan.isi_borang(loket.panel.borang, {"dusun": "Contoh"})
    loket.tekan(K.Key_F8)
    loket.simpan_cetakan()
    assert loket.panel.borang.nilai()["dusun"] == "CONTOH"
    loket.pilih("Kedua")
    assert loket.panel.borang.nilai()["dusun"] == ""
    loket.tekan(K.Key_1, CTRL)
    loket.ganti(PIN_KASI)
    loket.buka_tab(3)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    loket.pilih("Suwarti")
    assert loket.panel.borang.nilai()["dusun"] == "CONTOH"
    loket.tangan.isi_borang(loket.panel.borang, ENTRI)
    loket.tekan(ENTER, CTRL)
    assert loket.permohonan().isian["dusun"] == "CONTOH"


def test_ticks_of_the_kasi_stay_while_he_looks_at_another_case(diterima):
    loket = diterima
    loket.isi_kk(nama="Orang Kedua")
    loket.simpan()
    loket.ganti(PIN_KASI)
    loket.pilih("Suwarti")
    loket.ketik("3")  # takes the tick away
    loket.pilih("Kedua")
    loket.pilih("Suwarti")
    loket.hasil("Tidak lengkap")
    assert "Kutipan akta kelahiran" in loket.permohonan(1).riwayat[-1].rincian["Kurang"]


def test_an_early_step_can_be_left_for_the_one_in_turn_by_key(lengkap):
    loket = lengkap
    loket.buka_tab(3)
    loket.kerjakan("Suwarti", **ENTRI)
    loket.pilih("Suwarti")
    loket.ketik("V-7")
    loket.tekan(K.Key_2, ALT)
    assert set(loket.panel.hasil.tombol) == {"terupload"}
    loket.tekan(K.Key_1, ALT)
    assert set(loket.panel.hasil.tombol) == {"terverifikasi", "ditolak"}
    assert loket.panel.borang.nilai() == {"nomor_referensi_verifikasi": "V-7"}


def teks_terlihat(widget):
    from PySide6.QtWidgets import QLabel

    return " ".join(x.text() for x in widget.findChildren(QLabel) if x.isVisible())
