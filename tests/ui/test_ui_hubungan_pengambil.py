"""Hand-over: whose name stands there, and how that person is related to the applicant."""

from __future__ import annotations

import pytest
from builders import NAMA, PIN_OPERATOR, Kantor
from flows.loket import CTRL, ENTER, K, Loket
from ui.jendela_uji import PANJANG

from sooko_desk.domain.sop import Isian, JenisIsian
from sooko_desk.ui.borang import Borang
from sooko_desk.ui.pengambilan.hubungan import TANYA, HubunganPengambil


@pytest.fixture
def loket(qapp, tmp_path):
    loket = Loket(tmp_path).atur_petugas().buka(PIN_OPERATOR)
    yield loket
    loket.tutup()


def siap(loket, **ganti):
    kantor = Kantor(loket.store, loket.meja, loket.clock, *loket.meja.petugas.list_petugas())
    permohonan = kantor.sampai(kantor.terima(**ganti), "serahkan")
    loket.jendela._kabar.berubah.emit(permohonan.ringkasan.id)
    loket.jendela.kerja.buka_permohonan(permohonan.ringkasan.id)
    return loket.panel.borang.baris


def ketik_nama(loket, baris, nama):
    baris["nama_pengambil"].input.setFocus()
    loket.tekan(K.Key_A, CTRL)
    loket.ketik(nama)


def hubungan(baris):
    return baris["hubungan_pengambil"].input.kode()


def test_the_applicant_himself_is_offered_and_the_caret_stands_behind_that(loket):
    baris = siap(loket)
    assert baris["nama_pengambil"].input.nilai().upper() == NAMA.upper()
    assert hubungan(baris) == "sendiri"
    assert loket.fokus() is baris["identitas_pengambil"].input


def test_another_name_asks_for_the_relation_and_the_applicants_brings_it_back(loket):
    baris = siap(loket)
    ketik_nama(loket, baris, "budi")
    assert (hubungan(baris), baris["hubungan_pengambil"].pesan) == ("", TANYA)
    loket.tekan(ENTER, CTRL)
    assert baris["hubungan_pengambil"].pesan == "Hubungan dengan pemohon belum diisi."
    ketik_nama(loket, baris, NAMA.lower())
    assert (hubungan(baris), baris["hubungan_pengambil"].pesan) == ("sendiri", "")


def test_a_relation_that_the_officer_chose_stays(loket):
    baris = siap(loket)
    ketik_nama(loket, baris, "budi")
    loket.tekan(ENTER)
    loket.ketik("anak")
    loket.tekan(ENTER)
    ketik_nama(loket, baris, "budi santoso")
    assert hubungan(baris) == "anak"
    ketik_nama(loket, baris, NAMA)
    assert hubungan(baris) == "anak"  # is warned of when it is handed in


def test_what_was_asked_for_is_kept_as_a_draft(loket):
    baris = siap(loket)
    ketik_nama(loket, baris, "b")
    loket.tekan(K.Key_Escape)
    loket.buka_tab(1)
    loket.jendela.kerja.buka_permohonan(1)
    baris = loket.panel.borang.baris
    assert (baris["nama_pengambil"].input.nilai(), hubungan(baris)) == ("B", "")


@pytest.mark.parametrize(("ukuran", "penuh"), [((1366, 728), True), ((1040, 560), False)])
def test_the_name_has_the_whole_width_and_the_rest_two_columns(loket, ukuran, penuh):
    loket.jendela.resize(*ukuran)
    baris = siap(loket, nama=PANJANG)
    loket.tangan.fokus()
    nama = baris["nama_pengambil"]
    kiri, kanan = baris["hubungan_pengambil"], baris["identitas_pengambil"]
    assert (nama.x(), nama.geometry().right()) == (kiri.x(), kanan.geometry().right())
    assert kiri.y() == kanan.y() > nama.y()
    assert abs(kiri.width() - kanan.width()) <= 1
    huruf = nama.input.fontMetrics().horizontalAdvance(PANJANG)
    assert (huruf < nama.input.contentsRect().width() - 24) == penuh


def test_a_form_without_these_fields_is_left_alone(qtbot):
    borang = Borang((Isian("nama_pengambil", "Nama", JenisIsian.NAMA),))
    qtbot.addWidget(borang)
    HubunganPengambil(borang, NAMA)
    borang.baris["nama_pengambil"].input.edited.emit("BUDI")
    assert borang.nilai() == {"nama_pengambil": ""}
