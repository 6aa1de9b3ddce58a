"""The tab of officials, worked by keyboard: added, ended, taken back, refused beside the field."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication
from ui.pengaturan_uji import CTRL, K, ketik, list_terpotong, tanpa_nama, tekan

from sooko_desk.domain.kantor import JABATAN_KASI, BentukJabatan
from sooko_desk.services.isian_pejabat import TANPA_BAWAAN
from sooko_desk.ui.pengaturan.form_pejabat import BERTABRAKAN, GANTI_NAMA
from sooko_desk.ui.pengaturan.tab_pejabat import (
    MENJABAT,
    NANTI,
    SALAH,
    SELESAI,
    TIDAK_DIBUANG,
    TabPejabat,
)

SENIN = dt.date(2026, 11, 23)
SELASA = dt.date(2026, 11, 24)


@pytest.fixture
def isi(kantor):
    return kantor.meja.kantor.isi


@pytest.fixture
def tab(isi, clock, kasi, tampil):
    return tampil(TabPejabat(isi, clock), kasi)


def list_baris(tab):
    return [
        tuple(tab.model.kolom[k].nilai(tab.model.row(n)) for k in range(4))
        for n in range(tab.model.rowCount())
    ]


def bidang(tab, nama, teks):
    tab.form.bidang[nama].setFocus()
    ketik(teks)


def ganti_kasi(tab):
    """End the Kasi today; the next one is proposed from tomorrow on."""
    tab.tabel.pilih("kasi")
    tekan(K.Key_E, CTRL)
    tekan(K.Key_N, CTRL)
    ketik("RINI PENGGANTI, S.Sos")
    assert tab.form.teks["dari"].nilai() == "24/11/2026"
    bidang(tab, "dari", "24/11/2026")


def test_the_first_officials_are_shown_with_their_state_and_signature(tab, qtbot):
    assert [baris[0] for baris in list_baris(tab)] == ["Camat Sooko", JABATAN_KASI]
    assert {baris[3] for baris in list_baris(tab)} == {MENJABAT}
    assert tab.penanda.text() == f"Penanda tangan hari ini untuk {JABATAN_KASI}: Bambang Misal."
    qtbot.waitUntil(lambda: not tab.tanda_tangan.is_kosong)
    assert not tab.tanda_tangan.grab().isNull()
    assert not tab.is_diubah()
    assert tanpa_nama(tab) == []
    assert list_terpotong(tab) == []


def test_a_new_kasi_is_added_and_the_old_one_ended_by_keys(tab, isi):
    ganti_kasi(tab)
    assert [baris[2:] for baris in list_baris(tab)][1:] == [
        ("26/02/2025 – 23/11/2026", MENJABAT),
        ("24/11/2026 – sekarang", NANTI),
    ]
    assert tab.simpan()
    assert isi.find_pejabat(JABATAN_KASI, SENIN).nama == "Bambang Misal"
    assert isi.find_pejabat(JABATAN_KASI, SELASA).nama == "RINI PENGGANTI, S.Sos"
    assert not tab.is_diubah()


def test_every_act_is_taken_back(tab):
    semula = list_baris(tab)
    ganti_kasi(tab)
    tab.tabel.setFocus()
    while tab.urungkan.isEnabled():
        tekan(K.Key_Z, CTRL)
    assert list_baris(tab) == semula
    assert not tab.is_diubah()


def test_a_new_official_without_a_name_is_in_nobodys_way_yet(tab, isi):
    tekan(K.Key_N, CTRL)
    form = tab.form
    assert form.bidang["dari"].nada is None
    assert not form.masa.isVisible()
    ketik("RINI PENGGANTI")
    tekan(K.Key_Return)
    assert form.masa.text().endswith("Isi atau betulkan tanggal selesainya.")
    bidang(tab, "dari", "24 nov 2030")
    assert not form.masa.isVisible()


def test_overlapping_terms_and_a_short_nip_are_told_beside_their_fields(tab, isi):
    tekan(K.Key_N, CTRL)
    ketik("RINI PENGGANTI")
    bidang(tab, "jabatan", JABATAN_KASI)
    bidang(tab, "nip", "19800101200901299")
    tekan(K.Key_Return)
    assert tab.form.bidang["nip"].pesan == "NIP harus 18 angka, atau kosongkan."
    assert tab.form.bidang["dari"].pesan == BERTABRAKAN
    assert "sama-sama tercatat" in tab.form.masa.text()
    assert tab.form.masa.isVisible()
    assert list_baris(tab)[2][3] == SALAH
    tab.tabel.pilih("camat")
    assert not tab.simpan()
    assert QApplication.focusWidget() is tab.form.teks["nip"]
    assert tab.form.teks["nip"].text() == "19800101200901299"
    ketik("198001012009012999")
    bidang(tab, "dari", "24 nov 2026")
    bidang(tab, "nama", "")
    tekan(K.Key_Delete)
    assert not tab.simpan()
    assert tab.form.bidang["nama"].pesan
    ketik("RINI PENGGANTI")
    tab.tabel.pilih("kasi")
    bidang(tab, "sampai", "kemarin")
    tekan(K.Key_Return)
    assert "Tanggal tidak terbaca" in tab.form.bidang["sampai"].pesan
    ketik("23/11/2026")
    bidang(tab, "sampai", "23/11/2026")
    assert tab.simpan()
    assert isi.find_pejabat(JABATAN_KASI, SELASA).nip == "198001012009012999"


def test_who_signs_in_the_name_of_another(tab, isi):
    tekan(K.Key_N, CTRL)
    ketik("RINI CONTOH")
    bidang(tab, "jabatan", "Sekretaris Kecamatan")
    assert not tab.form.teks["atas_nama"].isEnabled()
    tab.form.bentuk.tombol("a.n.").click()
    assert list_baris(tab)[2][0] == "Sekretaris Kecamatan a.n. …"
    assert not tab.simpan()
    assert QApplication.focusWidget() is tab.form.teks["atas_nama"]
    ketik(JABATAN_KASI)
    assert tab.penanda.text().endswith("RINI CONTOH.")
    assert tab.simpan()
    assert isi.find_pejabat(JABATAN_KASI, SENIN).bentuk is BentukJabatan.ATAS_NAMA
    tab.form.bentuk.tombol("tetap").click()
    # What stands there and means nothing any more can be taken out.
    assert tab.form.teks["atas_nama"].isEnabled()
    assert "Kosongkan" in tab.form.bidang["atas_nama"].pesan


def test_a_stored_official_is_kept_and_a_new_one_can_be_dropped(tab):
    tab.tabel.setFocus()
    tekan(K.Key_Delete)
    assert tab.spanduk.teks == TIDAK_DIBUANG
    assert len(list_baris(tab)) == 2
    tekan(K.Key_N, CTRL)
    tab.tabel.setFocus()
    tekan(K.Key_Delete)
    assert len(list_baris(tab)) == 2
    assert not tab.is_diubah()
    tab.kembalikan_bawaan()
    assert tab.spanduk.teks == TANPA_BAWAAN


def test_a_name_that_is_typed_over_is_asked_about(tab):
    tab.tabel.pilih("kasi")
    tab.tabel.setFocus()
    tekan(K.Key_Return)
    assert QApplication.focusWidget() is tab.form.teks["nama"]
    ketik("ORANG LAIN")
    tekan(K.Key_Return)
    assert tab.form.bidang["nama"].pesan == GANTI_NAMA


def test_an_ended_term_is_over_the_day_after(isi, clock, kasi, tampil):
    tab = tampil(TabPejabat(isi, clock), kasi)
    ganti_kasi(tab)
    assert tab.simpan()
    clock.maju(3 * 24 * 60)
    tab = tampil(TabPejabat(isi, clock), kasi)
    assert [baris[3] for baris in list_baris(tab)] == [MENJABAT, MENJABAT, SELESAI]
    tab.tabel.pilih(tab.model.key(2))
    assert not tab.akhiri.isEnabled()


def test_another_officer_only_looks_and_reads_why(isi, clock, operator, tampil):
    tab = tampil(TabPejabat(isi, clock), operator)
    assert tab._hanya_kasi.text().startswith("Hanya Kasi Pelayanan yang mengubah daftar pejabat.")
    for kunci in (K.Key_N, K.Key_E, K.Key_Z):
        tekan(kunci, CTRL)
    tekan(K.Key_Delete)
    tekan(K.Key_Return)
    tekan(K.Key_X)
    assert not tab.is_diubah()
    assert not tab.tambah.isVisible()
    assert list_terpotong(tab) == []
