"""NIK and No KK are masked wherever a case is looked at; in full on demand, for seconds."""

from __future__ import annotations

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR, PIN_KASI
from flows.loket import CTRL, ENTER, NIK, NKK, SHIFT, K
from flows.siap import keluarga_lengkap, kk_diterima, mulai
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kejadian import JenisKejadian
from sooko_desk.ui.kit.isian_angka import group_digits
from sooko_desk.ui.kit.isian_tabel import IsianTabel
from sooko_desk.ui.pembuka_nomor import LAMA_MS

CTRL_SHIFT = CTRL | SHIFT
SAMAR_NIK, SAMAR_NKK = "**** **** **** 9001", "**** **** **** 9001"


@pytest.fixture
def diterima(loket):
    """One KK that waits for the Kasi, who is at work and has it open."""
    mulai(loket, kk_diterima, PIN_KASI)
    loket.pilih("Suwarti")
    return loket


def list_terlihat(loket):
    """All words on the screen."""
    semua = [w for atas in QApplication.topLevelWidgets() if atas.isVisible() for w in _anak(atas)]
    return [w.text() for w in semua if w.isVisible()]


def _anak(atas):
    return [*atas.findChildren(QLabel), *atas.findChildren(QLineEdit)]


def is_terlihat(loket, nomor):
    return any(nomor in teks.replace(" ", "") for teks in list_terlihat(loket))


def list_dibuka(loket):
    return [
        (k.permohonan_id, k.petugas)
        for k in loket.store.kejadian.list_kejadian([JenisKejadian.DATA_DIBUKA])
    ]


def fakta(loket):
    return loket.panel.fakta


def test_a_case_that_is_looked_at_shows_the_last_four_digits_only(diterima):
    loket = diterima
    for nomor in (1, 2, 3, 4, 5):
        loket.buka_tab(nomor)
        assert not is_terlihat(loket, NIK)
        assert not is_terlihat(loket, NKK)
    loket.buka_tab(2)
    assert fakta(loket).teks("NIK") == SAMAR_NIK
    assert fakta(loket).teks("Nomor KK") == SAMAR_NKK
    assert list_dibuka(loket) == []


def test_the_key_shows_both_numbers_and_the_look_is_written_down_once(diterima):
    loket = diterima
    loket.tekan(K.Key_N, CTRL_SHIFT)
    assert fakta(loket).teks("NIK") == group_digits(NIK)
    assert fakta(loket).teks("Nomor KK") == group_digits(NKK)
    assert list_dibuka(loket) == [(1, NAMA_KASI)]
    loket.tekan(K.Key_N, CTRL_SHIFT)
    assert fakta(loket).teks("NIK") == SAMAR_NIK
    assert len(list_dibuka(loket)) == 1


def test_the_eye_does_the_same_and_says_what_it_does(diterima):
    loket = diterima
    mata = fakta(loket).mata
    assert "20 detik" in mata.toolTip()
    loket.klik(mata)
    assert fakta(loket).teks("NIK") == group_digits(NIK)
    assert "Samarkan" in mata.accessibleName()
    loket.klik(mata)
    assert fakta(loket).teks("NIK") == SAMAR_NIK


def test_the_numbers_are_masked_again_after_twenty_seconds(diterima):
    loket = diterima
    pewaktu = loket.panel.nomor._waktu
    assert (LAMA_MS, pewaktu.interval()) == (20_000, 20_000)
    pewaktu.setInterval(1)
    loket.tekan(K.Key_N, CTRL_SHIFT)
    loket.tangan.tunggu(lambda: fakta(loket).teks("NIK") == SAMAR_NIK)
    assert not loket.panel.nomor.terbuka


@pytest.mark.parametrize("cara", ["tab", "kasus", "dialog", "petugas", "kunci"])
def test_whatever_comes_between_masks_the_numbers(loket, cara):
    mulai(loket, kk_diterima)
    if cara == "kasus":
        loket.isi_kk(nama="Orang Kedua")
        loket.simpan()
    loket.ganti(PIN_KASI)
    loket.buka_tab(2)
    loket.pilih("Suwarti")
    lama = fakta(loket)
    loket.tekan(K.Key_N, CTRL_SHIFT)
    assert lama.teks("NIK") == group_digits(NIK)
    if cara == "tab":
        loket.buka_tab(3)
    elif cara == "kasus":
        loket.pilih("Kedua")
    elif cara == "dialog":
        loket.tekan(K.Key_F1)
    elif cara == "petugas":
        loket.tekan(K.Key_F12)
    else:
        loket.tekan(K.Key_L, CTRL_SHIFT)
    assert NIK not in lama.teks("NIK").replace(" ", "")
    assert not is_terlihat(loket, NIK)
    if cara == "dialog":
        loket.tekan(K.Key_Escape)
    elif cara == "kunci":
        loket.tangan.masuk(PIN_KASI)


def test_a_look_that_cannot_be_written_down_shows_nothing(diterima, monkeypatch):
    loket = diterima

    def penuh(_baru):
        raise UserError("Cakram penuh. Kosongkan dulu.")

    monkeypatch.setattr(loket.store.kejadian, "catat", penuh)
    loket.tekan(K.Key_N, CTRL_SHIFT)
    assert fakta(loket).teks("NIK") == SAMAR_NIK
    assert loket.panel.spanduk.teks == "Cakram penuh. Kosongkan dulu."


def test_in_the_register_the_key_shows_the_case_that_is_chosen(loket):
    mulai(loket, kk_diterima)
    loket.buka_tab(5)
    loket.tekan(K.Key_N, CTRL_SHIFT)  # nothing is chosen yet
    assert list_dibuka(loket) == []
    loket.ketik("suwarti")
    loket.tekan(ENTER)
    assert loket.tab.fakta.teks("NIK") == SAMAR_NIK
    loket.tekan(K.Key_N, CTRL_SHIFT)
    assert loket.tab.fakta.teks("NIK") == group_digits(NIK)
    assert list_dibuka(loket) == [(1, NAMA_OPERATOR)]
    loket.tekan(K.Key_F3)
    assert loket.tab.fakta.teks("NIK") == group_digits(NIK)


def test_a_family_that_is_only_looked_at_is_masked_and_its_copy_too(loket):
    """What the operator types stays readable: it is compared with the paper."""
    mulai(loket, keluarga_lengkap)
    loket.buka_tab(3)
    loket.pilih("Suwarti")
    assert tabel_terlihat(loket, NIK)
    loket.ganti(PIN_KASI)
    loket.buka_tab(3)
    loket.pilih("Suwarti")
    tabel = loket.panel.borang.findChildren(IsianTabel)[0]
    assert tabel.is_readonly()
    assert not tabel_terlihat(loket, NIK)
    assert NIK in tabel.nilai()
    loket.klik(tabel.viewport())
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(K.Key_C, CTRL)
    assert NIK not in QApplication.clipboard().text().replace(" ", "")
    loket.tekan(K.Key_N, CTRL_SHIFT)
    assert tabel_terlihat(loket, NIK)
    assert len(list_dibuka(loket)) == 1
    loket.tekan(K.Key_N, CTRL_SHIFT)
    assert not tabel_terlihat(loket, NIK)


def tabel_terlihat(loket, nomor):
    return any(
        nomor in model.index(b, k).data(Qt.ItemDataRole.DisplayRole).replace(" ", "")
        for model in (t.model() for t in loket.panel.borang.findChildren(IsianTabel))
        for b in range(model.rowCount())
        for k in range(model.columnCount())
    )


def test_the_strip_beside_siak_shows_the_number_in_hand_only(loket):
    mulai(loket, keluarga_lengkap)
    loket.buka_tab(3)
    loket.pilih("Suwarti")
    loket.tekan(K.Key_F4)
    strip = loket.jendela.pendamping._jendela
    loket.tangan.tunggu(strip.isVisible)
    model = strip.lembar.daftar.model_salin
    dibacakan = [
        str(model.index(b).data(Qt.ItemDataRole.AccessibleTextRole))
        for b in range(model.rowCount())
    ]
    assert any("**** **** **** 9001" in satu for satu in dibacakan)
    assert not any(NIK in satu.replace(" ", "") for satu in dibacakan)
    for _ in range(model.rowCount()):
        QTest.keyClick(strip, K.Key_Space)
        if QApplication.clipboard().text() == NIK:
            break
    assert strip.lembar.kini.nilai.teks == group_digits(NIK)
    strip.close()
