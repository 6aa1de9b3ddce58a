"""A case that was sent back: what is missing stands out, and what came later is told apart."""

from __future__ import annotations

import pytest
from builders import PIN_KASI, PIN_OPERATOR, list_tanda
from flows.antrean_kasi import NAMA, isi, tanda_tangan, terima
from flows.loket import CTRL, ENTER, K
from flows.siap import mulai
from PySide6.QtWidgets import QCompleter

from sooko_desk.domain.permohonan import Bentuk, Cocok
from sooko_desk.ui.kit.ceklis_baris import BARIS_ROLE
from sooko_desk.ui.kit.ceklis_catatan import IsianCatatan

KODE = "TB-KTP-2026-00001"
SEHARI = 24 * 60


def baris(loket, nomor):
    """What that line of the checklist says, from 1."""
    return loket.panel.ceklis.model().index(nomor - 1).data(BARIS_ROLE)


def list_kurang(loket):
    """Numbers of the lines that are brought out as missing."""
    jumlah = loket.panel.ceklis.model().rowCount()
    return [n for n in range(1, jumlah + 1) if baris(loket, n).kurang]


def nomor_kini(loket):
    return loket.panel.ceklis.currentIndex().row() + 1


def pindai(loket, kode=KODE):
    loket.jendela.pemindai.terpindai.emit(kode)


def kembalikan(loket, angka="", alasan=""):
    """The Kasi names missing papers by digit, or writes a reason, and signs."""
    loket.tekan(K.Key_T)
    loket.ketik(angka)
    loket.tekan(ENTER)
    if alasan:
        loket.ketik(alasan)
        loket.tekan(ENTER)
    tanda_tangan(loket)


def ktp_dikembalikan(loket):
    loket.buka()
    terima(loket, NAMA[0], "KTP", berkas=())
    loket.masuk(PIN_KASI)
    kembalikan(loket)


@pytest.fixture
def kurang(loket):
    """A KTP whose three required papers are all missing; the operator is at work a day later."""
    mulai(loket, ktp_dikembalikan)
    loket.clock.maju(SEHARI)
    return loket


def test_a_scanned_receipt_stands_on_the_first_missing_paper(kurang):
    loket = kurang
    loket.buka_tab(5)
    pindai(loket)
    assert loket.fokus() is loket.panel.ceklis
    assert nomor_kini(loket) == 1
    assert list_kurang(loket) == [1, 2, 3]
    assert (
        loket.panel.kembali.teks == "Dikembalikan 23/11. Dilengkapi: 0 dari 3 berkas yang kurang."
    )
    loket.ketik("1")
    pindai(loket)  # once more: on what is missing now
    assert nomor_kini(loket) == 2


def test_the_line_counts_while_the_papers_are_ticked(kurang):
    loket = kurang
    pindai(loket)
    for angka, dilengkapi, masih in (("1", 1, [2, 3]), ("3", 2, [2]), ("3", 1, [2, 3])):
        loket.ketik(angka)
        assert f"Dilengkapi: {dilengkapi} dari 3 " in loket.panel.kembali.teks
        assert list_kurang(loket) == masih
    loket.ketik("4")  # a paper that nobody asked for
    assert "Dilengkapi: 1 dari 3 " in loket.panel.kembali.teks


def test_ticks_that_are_not_recorded_yet_stay_counted_behind_another_case(kurang):
    loket = kurang
    terima(loket, NAMA[1], "KTP")
    pindai(loket)
    loket.ketik("12")
    pindai(loket, "TB-KTP-2026-00002")
    assert loket.panel.kembali.teks == ""
    assert not loket.panel.kembali.isVisible()
    pindai(loket)
    assert "Dilengkapi: 2 dari 3 " in loket.panel.kembali.teks
    assert nomor_kini(loket) == 3


def test_the_second_look_shows_what_came_later_and_what_is_still_missing(kurang):
    loket = kurang
    pindai(loket)
    loket.ketik("12")
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_KASI)
    assert loket.panel.langkah.id == "periksa"
    assert "Dilengkapi: 2 dari 3 " in loket.panel.kembali.teks
    assert [baris(loket, n).baru for n in (1, 2, 3)] == ["24/11", "24/11", ""]
    assert list_kurang(loket) == [3]
    pindai(loket)
    assert nomor_kini(loket) == 3
    loket.tekan(K.Key_Space)
    loket.tekan(K.Key_L)
    tanda_tangan(loket)
    assert loket.permohonan().ringkasan.posisi == "entri"
    diterima = [b.diterima for b in loket.permohonan().berkas[:3]]
    assert diterima == sorted(diterima)
    assert diterima[0] is not None


def test_the_kasi_only_looks_at_a_case_that_waits_for_the_applicant(kurang):
    loket = kurang
    loket.ganti(PIN_KASI)
    pindai(loket)
    assert list_kurang(loket) == [1, 2, 3]
    assert loket.panel.ceklis.is_readonly()
    assert loket.fokus() is loket.tab.daftar
    loket.ketik("1")
    assert "Dilengkapi: 0 dari 3 " in loket.panel.kembali.teks


def test_a_paper_with_wrong_data_is_handed_in_again(loket):
    isi(loket, 1)
    for _ in range(2):
        loket.tekan(K.Key_T)
        loket.ketik("11")  # there, but the data differ
        loket.tekan(ENTER)
        loket.tekan(K.Key_U)
    assert loket.panel.ceklis.tanda()[0].cocok is Cocok.BELUM
    kembalikan(loket, "11")
    assert loket.permohonan().berkas[0].cocok is Cocok.TIDAK
    loket.ganti(PIN_OPERATOR)
    pindai(loket, "TB-KK-2026-00001")
    assert nomor_kini(loket) == 1
    assert "Dilengkapi: 0 dari 1 " in loket.panel.kembali.teks
    loket.tekan(K.Key_Space, kali=2)
    assert "Dilengkapi: 1 dari 1 " in loket.panel.kembali.teks
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_KASI)
    assert "Dilengkapi: 1 dari 1 " in loket.panel.kembali.teks
    assert loket.permohonan().berkas[0].cocok is Cocok.BELUM
    loket.tekan(K.Key_L)
    tanda_tangan(loket)
    assert loket.permohonan().ringkasan.posisi == "entri"


def test_of_papers_that_stand_for_each_other_one_is_enough(loket):
    loket.buka()
    sop = loket.meja.rak.find_berlaku("KK")
    terima(loket, NAMA[0], berkas=list_tanda(sop, "I.A.1")[:1])
    loket.masuk(PIN_KASI)
    kembalikan(loket)
    loket.ganti(PIN_OPERATOR)
    pindai(loket, "TB-KK-2026-00001")
    assert "Dilengkapi: 0 dari 1 " in loket.panel.kembali.teks
    assert list_kurang(loket) == [2, 3, 4, 5]
    loket.ketik("4")
    assert "Dilengkapi: 1 dari 1 " in loket.panel.kembali.teks
    assert list_kurang(loket) == []


def test_a_case_sent_back_for_a_reason_alone_tells_the_reason(loket):
    isi(loket, 1)
    kembalikan(loket, alasan="Nama pada akta berbeda")
    loket.ganti(PIN_OPERATOR)
    pindai(loket, "TB-KK-2026-00001")
    assert loket.panel.kembali.teks == "Dikembalikan 23/11. Nama pada akta berbeda"
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_KASI)
    assert loket.panel.kembali.teks == "Dikembalikan 23/11. Nama pada akta berbeda"


def test_only_the_last_standing_decision_counts(loket):
    isi(loket, 1)
    assert not loket.panel.kembali.isVisible()
    kembalikan(loket, "1")
    loket.tekan(K.Key_Z, CTRL)
    assert not loket.panel.kembali.isVisible()  # undone: it never went back
    assert list_kurang(loket) == []
    kembalikan(loket, "123456")
    loket.clock.maju(5)
    loket.ganti(PIN_OPERATOR)
    pindai(loket, "TB-KK-2026-00001")
    loket.tekan(K.Key_A, CTRL)
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_KASI)
    loket.clock.maju(5)
    kembalikan(loket, "1")
    loket.tekan(K.Key_Z, CTRL)  # the second one only
    assert "Dilengkapi: 1 dari 2 " in loket.panel.kembali.teks
    assert baris(loket, 1).baru == "23/11"


def test_later_steps_say_nothing_of_the_return(loket):
    isi(loket, 1)
    kembalikan(loket, "1")
    loket.ganti(PIN_OPERATOR)
    pindai(loket, "TB-KK-2026-00001")
    loket.ketik("1")
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_KASI)
    loket.tekan(K.Key_L)
    tanda_tangan(loket)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    assert loket.panel.permohonan_id == 1
    assert not loket.panel.kembali.isVisible()


# -- what the Kasi marks on a paper


def test_the_kasi_compares_data_by_key_and_the_letters_of_the_queue_still_mark(loket):
    isi(loket, 2)
    loket.tekan(ENTER)
    assert loket.panel.ceklis.hasFocus()
    loket.ketik("cc")
    assert loket.panel.ceklis.tanda()[0].cocok is Cocok.TIDAK
    loket.tekan(K.Key_L)
    assert "Belum dapat dinyatakan lengkap" in loket.panel.spanduk.teks
    loket.ketik("c")
    loket.tekan(K.Key_Down)
    loket.ketik("cf")
    loket.tekan(K.Key_L)
    assert loket.tab.kumpulan.sebut() == "1 lengkap"
    loket.tekan(K.Key_P)
    loket.ketik("c")  # as it will be signed: not to be changed
    assert loket.panel.ceklis.tanda()[1].cocok is Cocok.COCOK
    loket.tekan(K.Key_U)
    assert loket.tab.kumpulan.isi == ()
    loket.tekan(K.Key_T)
    loket.ketik("cc")
    loket.tekan(ENTER)
    assert loket.tab.kumpulan.find(1).kurang.startswith("F-1.02")
    tanda_tangan(loket)
    assert loket.permohonan().berkas[0].cocok is Cocok.TIDAK
    assert loket.permohonan().berkas[1].bentuk is Bentuk.FOTOKOPI


def test_naming_papers_begins_on_the_line_where_the_kasi_stands(loket):
    isi(loket, 1)
    loket.tekan(ENTER)
    loket.tekan(K.Key_Down, kali=3)
    loket.tekan(K.Key_T)
    assert nomor_kini(loket) == 4


def test_the_operator_does_not_compare_data(kurang):
    loket = kurang
    pindai(loket)
    loket.ketik("1c")
    assert loket.panel.ceklis.tanda()[0].cocok is Cocok.BELUM


def test_standard_phrases_are_offered_for_a_note(loket):
    isi(loket, 1)
    loket.tekan(ENTER)
    loket.tekan(K.Key_F2)
    assert isinstance(loket.fokus(), IsianCatatan)
    loket.tekan(K.Key_Down)
    pilihan = loket.fokus().findChild(QCompleter).popup().model()
    kata = [pilihan.index(n, 0).data() for n in range(pilihan.rowCount())]
    assert kata == [p.nama for p in loket.meja.tabel.alasan_kurang]
    loket.tekan(K.Key_Escape)
    assert loket.fokus() is loket.panel.ceklis
    loket.tekan(K.Key_F2)
    loket.ketik("fotokopi tidak")
    loket.tekan(ENTER)
    assert loket.panel.ceklis.tanda()[0].catatan == "fotokopi tidak terbaca"


# -- the keys that the foot of the tab names


def test_the_foot_names_the_keys_that_work_on_this_case(kurang):
    loket = kurang
    pindai(loket)
    petunjuk = loket.tab._petunjuk
    assert petunjuk.teks.endswith("Spasi dua kali = berkas diganti")
    loket.ganti(PIN_KASI)
    pindai(loket)
    assert petunjuk.teks.startswith("L lengkap")
    terima(loket, NAMA[1])
    pindai(loket, "TB-KK-2026-00001")
    loket.tekan(K.Key_T)
    assert petunjuk.teks.startswith("Tidak lengkap: tekan angka")
    loket.tekan(K.Key_Escape)
    assert petunjuk.teks.startswith("L lengkap")
