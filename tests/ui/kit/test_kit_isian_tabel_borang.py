import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from ui.kit.kolom_uji import CTRL, KOLOM, NIK_1, Key, huruf, ketik, salin, tekan

from sooko_desk.domain.sop import Isian, JenisIsian
from sooko_desk.domain.tabel_isian import format_tabel, parse_tabel
from sooko_desk.ui.borang import Borang
from sooko_desk.ui.kit.baris_tabel import TOMBOL
from sooko_desk.ui.theme import Nada

DAFTAR = (
    Isian("kepala", "Nama kepala keluarga", JenisIsian.NAMA),
    Isian("dusun", "Dusun", JenisIsian.TEKS),
    Isian("rt", "RT", JenisIsian.ANGKA),
    Isian("rw", "RW", JenisIsian.ANGKA),
    Isian("anggota", "Anggota keluarga", JenisIsian.TABEL, wajib=True, kolom=KOLOM),
    Isian("referensi", "Nomor referensi", JenisIsian.TEKS),
)
ISI = format_tabel([{"nama": "SITI AMINAH", "nik": NIK_1}, {"nama": "BUDI"}])


@pytest.fixture
def borang(shown):
    borang = Borang(DAFTAR)
    borang.resize(900, 600)
    shown(borang)
    return borang


def tabel(borang):
    return borang.baris["anggota"].input


def test_rows_lie_among_the_fields_as_wide_as_the_form_and_take_the_height(borang):
    baris = borang.baris["anggota"]
    lain = [borang.baris[k].geometry() for k in ("kepala", "dusun", "rt", "rw")]
    assert all(g.bottom() <= baris.geometry().top() for g in lain)
    assert borang.baris["referensi"].geometry().top() >= baris.geometry().bottom()
    assert baris.width() == borang.width()
    assert tabel(borang).height() > 280
    assert max(g.height() for g in lain) < 90


def test_three_rows_are_seen_however_small_the_window(shown):
    gulir = QScrollArea()
    gulir.setWidgetResizable(True)
    borang = Borang(DAFTAR)
    gulir.setWidget(borang)
    gulir.resize(420, 150)
    shown(gulir)
    tabel(borang).set_nilai('[{"nama":"A"},{"nama":"B"},{"nama":"C"},{"nama":"D"}]')
    third = tabel(borang).visualRect(tabel(borang).model().index(2, 0))
    assert tabel(borang).viewport().rect().contains(third)


def test_enter_leads_through_the_fields_into_the_rows_and_from_cell_to_cell(borang):
    borang.fokus_pertama()
    ketik("siti", "Contoh", "1", "2")
    assert tabel(borang).hasFocus()
    ketik("siti aminah", NIK_1)
    assert tabel(borang).currentIndex().column() == 2
    assert parse_tabel(borang.nilai()["anggota"]) == ({"nama": "SITI AMINAH", "nik": NIK_1},)
    assert borang.nilai()["dusun"] == "CONTOH"


def test_stored_rows_are_shown_and_given_back(borang):
    borang.set_nilai({"anggota": ISI, "rt": "003"})
    assert borang.nilai()["anggota"] == ISI
    assert borang.nilai()["rt"] == "003"


def test_marks_of_rows_go_to_their_cells_and_the_sentence_below(borang):
    borang.set_nilai({"anggota": ISI})
    baris = borang.baris["anggota"]
    borang.set_galat({"anggota.2.nik": "Baris 2: NIK belum diisi.", "anggota.0": "Kurang."})
    assert tabel(borang).hasFocus()
    assert tabel(borang).currentIndex().row() == 1
    assert (baris.nada, baris.pesan) == (Nada.BAHAYA, "Baris 2: NIK belum diisi.")
    ketik(NIK_1)
    assert (baris.nada, baris.pesan) == (None, TOMBOL)


def test_a_field_above_the_rows_is_gone_to_first(borang):
    borang.set_nilai({"anggota": ISI})
    borang.set_galat({"anggota.1.lahir": "Salah.", "rt": "Salah."})
    assert borang.baris["rt"].input.hasFocus()


def test_what_is_said_of_the_rows_as_a_whole_stands_below_until_they_change(borang):
    baris = borang.baris["anggota"]
    borang.set_galat({"anggota": "Anggota keluarga belum diisi."}, Nada.PERINGATAN)
    assert (baris.nada, baris.pesan) == (Nada.PERINGATAN, "Anggota keluarga belum diisi.")
    huruf("siti")
    tekan(Key.Key_Return)
    assert baris.nada is None
    borang.set_galat({})
    assert tabel(borang).nilai() == '[{"nama":"SITI"}]'


def test_a_refused_paste_is_said_below_the_rows(borang):
    tabel(borang).setFocus()
    salin("a\tb\tc\td\te\tf\tg\th")
    tekan(Key.Key_V, CTRL)
    baris = borang.baris["anggota"]
    assert baris.nada is Nada.PERINGATAN
    assert baris.pesan.startswith("Belum ditempel. Yang disalin 8 kolom")


def test_the_help_below_is_the_columns_or_the_keys(borang):
    tabel(borang).setFocus()
    assert borang.baris["anggota"].pesan == "Tanpa gelar"
    tekan(Key.Key_Right)
    assert borang.baris["anggota"].pesan == TOMBOL


def test_the_form_tells_of_an_act_in_the_rows(qtbot, borang):
    tabel(borang).setFocus()
    with qtbot.waitSignal(borang.diubah, timeout=1000):
        ketik("siti")


def test_the_rows_have_the_name_of_their_field(borang):
    assert tabel(borang).accessibleName() == "Anggota keluarga, wajib"
    tabel(borang).setFocus()
    huruf("s")
    assert QApplication.focusWidget().accessibleName() == "Nama lengkap, baris 1"
