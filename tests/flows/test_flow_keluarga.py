"""Cases that belong together: shown on both, with a jump, wherever the other one waits."""

from __future__ import annotations

import uuid

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.antrean_kasi import NAMA, selesaikan, tanda_tangan, terima
from flows.loket import CTRL, ENTER, K
from PySide6.QtWidgets import QMenu, QToolButton

from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import Tombol

NIK_KK, NIK_KTP = "3516135708459001", "3516131708459002"
NKK, NKK_LAIN = "3516132111259001", "3516132111259002"
PANJANG = "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS WIDYAWATI PRAWIROS"


@pytest.fixture
def keluarga(loket):
    """The KK of Satu (1) and the KTP of Dua (2), which waits for it; the Kasi is at work."""
    loket.buka()
    kk = terima(loket, NAMA[0], nik=NIK_KK, nkk=NKK)
    terima(loket, NAMA[1], "KTP", nik=NIK_KTP, nkk=NKK, tunggu_id=kk)
    loket.masuk(PIN_KASI)
    return loket


def kalimat(loket):
    return loket.panel.kerabat.kalimat


def tombol(loket):
    return [t for t in loket.panel.kerabat.findChildren(Tombol) if t.isVisible()]


def test_both_cases_tell_of_each_other_and_ctrl_j_goes_there_and_back(keluarga):
    loket = keluarga
    loket.pilih(NAMA[0])
    assert kalimat(loket) == (
        "Ditunggu KTP ORANG DUA, Menunggu pemeriksaan Kasi · TB-KTP-2026-00001",
    )
    loket.tekan(K.Key_J, CTRL)
    assert loket.panel.permohonan_id == 2
    assert loket.tab.daftar.baris().ringkasan.id == 2
    assert kalimat(loket) == (
        "Menunggu KK ORANG SATU, Menunggu pemeriksaan Kasi · TB-KK-2026-00001",
    )
    assert loket.panel.ceklis.hasFocus()
    loket.tekan(K.Key_Escape)
    loket.tekan(K.Key_J, CTRL)  # from the queue too
    assert loket.panel.permohonan_id == 1


def test_no_number_of_a_person_is_shown_with_the_other_case(keluarga):
    panel = keluarga.panel.kerabat
    kata = [teks.text() + teks.toolTip() for teks in panel.findChildren(TeksElipsis)]
    kata += [t.toolTip() + t.accessibleName() for t in panel.findChildren(Tombol)]
    assert not any(nomor in " ".join(kata) for nomor in (NIK_KK, NIK_KTP, NKK))


def test_the_jump_leads_to_the_tab_where_the_other_case_waits(keluarga):
    loket = keluarga
    loket.pilih(NAMA[0])
    loket.tekan(K.Key_L)
    tanda_tangan(loket)
    assert loket.panel.permohonan_id == 2
    assert "Menunggu entri data" in kalimat(loket)[0]
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(2)
    loket.tekan(K.Key_J, CTRL)
    assert loket.tab is loket.jendela.kerja.entri_data
    assert loket.panel.permohonan_id == 1
    assert loket.panel.borang.isAncestorOf(loket.fokus())
    loket.tekan(K.Key_J, CTRL)
    assert loket.tab is loket.jendela.kerja.kelengkapan
    assert loket.panel.permohonan_id == 2


def test_a_finished_kk_says_that_the_ktp_may_go_on(keluarga):
    loket = keluarga
    loket.pilih(NAMA[1])
    selesaikan(loket, 1)
    loket.jendela.kerja.detak.timeout.emit()
    assert kalimat(loket) == ("Selesai: KK ORANG SATU, Boleh dilanjutkan · TB-KK-2026-00001",)
    loket.tekan(K.Key_J, CTRL)
    assert loket.jendela.kerja.tab.currentWidget() is loket.jendela.kerja.register


def test_marks_and_words_of_the_case_that_was_left_stay(keluarga):
    loket = keluarga
    loket.pilih(NAMA[0])
    loket.ketik("1")
    loket.tekan(K.Key_J, CTRL)
    loket.tekan(K.Key_J, CTRL)
    assert not loket.panel.ceklis.tanda()[0].ada
    assert loket.permohonan(1).berkas[0].ada


def test_the_jump_leaves_a_half_named_list_of_papers(keluarga):
    loket = keluarga
    loket.pilih(NAMA[0])
    loket.tekan(K.Key_T)
    loket.ketik("1")
    loket.tekan(K.Key_J, CTRL)
    assert loket.panel.permohonan_id == 2
    assert loket.tab.kumpulan.isi == ()
    loket.tekan(K.Key_J, CTRL)
    assert loket.panel.ceklis.tanda()[0].ada


def test_a_case_alone_shows_nothing_and_ctrl_j_does_nothing(loket):
    loket.buka()
    terima(loket, NAMA[0], nik=NIK_KK, nkk=NKK)
    terima(loket, NAMA[1], nik=NIK_KTP, nkk=NKK_LAIN)
    loket.masuk(PIN_KASI)
    loket.pilih(NAMA[0])
    assert not loket.panel.kerabat.isVisible()
    loket.tekan(K.Key_J, CTRL)
    assert loket.panel.permohonan_id == 1


def test_one_visit_and_one_family_are_told_apart_and_reached_by_tab(loket):
    loket.buka()
    kunjungan = uuid.uuid4().hex
    terima(loket, NAMA[0], nik=NIK_KK, nkk=NKK, kunjungan=kunjungan)
    terima(loket, NAMA[1], "KTP", nik=NIK_KTP, nkk=NKK_LAIN, kunjungan=kunjungan)
    terima(loket, NAMA[2], "KTP", nik="3516131708459003", nkk=NKK)
    loket.masuk(PIN_KASI)
    loket.pilih(NAMA[0])
    assert [k.split(" · ")[0] for k in kalimat(loket)] == [
        "KTP ORANG DUA, Satu kunjungan",
        "KTP ORANG TIGA, Satu KK",
    ]
    loket.tekan(K.Key_Escape)
    for _ in range(12):
        if loket.fokus() is tombol(loket)[1]:
            break
        loket.tekan(K.Key_Tab)
    loket.tekan(ENTER)
    assert loket.panel.permohonan_id == 3


def test_more_cases_than_lines_are_chosen_from_a_menu(loket):
    loket.buka()
    kunjungan = uuid.uuid4().hex
    for nomor, nama in enumerate(NAMA[:6]):
        nik, nkk = f"351613570845901{nomor}", f"351613211125901{nomor}"
        terima(loket, nama, nik=nik, nkk=nkk, kunjungan=kunjungan)
    loket.masuk(PIN_KASI)
    loket.klik(loket.jendela.kerja.spanduk.findChild(QToolButton))  # there is no backup yet
    loket.jendela.resize(1366, 728)  # a lower one shows two lines
    loket.pilih(NAMA[0])
    assert kalimat(loket)[2] == "3 permohonan lain, ORANG EMPAT, ORANG LIMA, ORANG ENAM"
    assert [t.text() for t in tombol(loket)] == ["Buka", "Buka", "Pilih"]
    tombol(loket)[2].setFocus()
    loket.tekan(ENTER)
    menu = loket.fokus()
    assert isinstance(menu, QMenu)
    assert menu.actions()[1].text().startswith("KK ORANG LIMA, Satu kunjungan")
    loket.tekan(K.Key_Down)
    loket.tekan(ENTER)
    assert loket.panel.permohonan_id == 5
    loket.pilih(NAMA[0])
    loket.klik(tombol(loket)[1])
    assert loket.panel.permohonan_id == 3


def test_a_long_name_is_cut_on_the_smallest_screen_and_told_whole_beside_it(loket):
    loket.buka()
    kk = terima(loket, PANJANG, nik=NIK_KK, nkk=NKK)
    terima(loket, NAMA[1], "KTP", nik=NIK_KTP, nkk=NKK, tunggu_id=kk)
    loket.masuk(PIN_KASI)
    loket.jendela.resize(1040, 560)
    loket.pilih(NAMA[1])
    judul = loket.panel.kerabat.findChildren(TeksElipsis)[0]
    assert judul.teks == f"Menunggu KK {PANJANG}"
    assert judul.text().endswith("…")
    assert judul.toolTip() == judul.accessibleName() == judul.teks
    assert loket.jendela.width() == 1040
    assert PANJANG in tombol(loket)[0].toolTip()
    assert tombol(loket)[0].toolTip().endswith("(Ctrl+J)")


# -- priority


def test_priority_stands_in_every_queue_and_on_the_open_case(loket):
    loket.buka()
    terima(loket, NAMA[0], prioritas="hamil")
    terima(loket, NAMA[1], nik=NIK_KTP, nkk=NKK_LAIN)
    loket.masuk(PIN_KASI)
    loket.pilih(NAMA[0])
    assert loket.panel.prioritas.teks == "Ibu hamil"
    assert loket.panel.prioritas.isVisible()
    loket.pilih(NAMA[1])
    assert not loket.panel.prioritas.isVisible()
    loket.pilih(NAMA[0])
    loket.tekan(K.Key_L)
    tanda_tangan(loket)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    assert [c.teks for c in loket.tab._list_chip(loket.tab.daftar.baris())] == ["Ibu hamil"]
    assert loket.panel.prioritas.isVisible()
    loket.jendela.grab()
