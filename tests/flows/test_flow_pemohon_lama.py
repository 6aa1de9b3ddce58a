"""Earlier applicants are filled in by themselves; parking, several services, the batch lane."""

from __future__ import annotations

import pytest
from builders import PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, NAMA, NIK, NKK, SHIFT, K
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMenu

from sooko_desk.ui.kit.tombol import Tombol

NIK_LAIN = "3516135708459002"
NIK_ANAK = "3516131101099003"
NKK_LAIN = "3516132111259002"


@pytest.fixture
def form(loket):
    """One applicant known, the empty form on top."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk(rt="3", rw="7")
    loket.simpan()
    return loket


def isi(loket, bidang):
    masukan = loket.bidang[bidang].input
    return masukan.currentText() if hasattr(masukan, "currentText") else masukan.text()


def tab(loket):
    return loket.jendela.kerja.penerimaan


def daftar(loket):
    return tab(loket).form.findChild(QListWidget, "pemohon_lama")


def catatan_lama(loket):
    label = tab(loket).form.findChildren(QLabel)
    return next((x.text() for x in label if x.text().startswith("Pemohon lama")), "")


# -- filling


def test_the_caret_begins_in_the_nik(form):
    assert form.fokus() is form.bidang["nik"].input


def test_a_known_nik_fills_everything_and_the_caret_goes_to_what_is_empty(form):
    loket = form
    loket.ketik(NIK)
    assert isi(loket, "nama") == NAMA.upper()
    assert loket.bidang["nkk"].input.digits() == NKK
    assert [isi(loket, b) for b in ("desa", "alamat", "rt", "rw")] == [
        "Japan",
        "JL. CONTOH 1",
        "003",
        "007",
    ]
    assert isi(loket, "telepon") == "081234569001"
    assert catatan_lama(loket) == (
        "Pemohon lama: data dari permohonan KK 23/11/2026. Periksa lagi."
    )
    assert loket.bidang["alamat"].pesan == "data lama"
    assert tab(loket).form.layanan.isAncestorOf(loket.fokus())
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.tekan(K.Key_1, ALT)
    loket.isi("ib2")
    assert loket.fokus() is loket.bidang["nik"].input
    loket.ketik(NIK)
    assert loket.fokus() is tab(loket).ceklis


def test_the_list_shows_masked_numbers_from_eight_digits_on(form):
    loket = form
    loket.isi_kk(nik=NIK_LAIN, nama="Orang Dua", nkk=NKK_LAIN)
    loket.simpan()
    loket.ketik(NIK[:7])
    assert not daftar(loket).isVisible()
    loket.ketik(NIK[7])
    assert daftar(loket).isVisible()
    kata = [daftar(loket).item(n).text() for n in range(daftar(loket).count())]
    assert kata == [
        "SUWARTI NINGSIH · ************9001 · KK 23/11/2026",
        "ORANG DUA · ************9002 · KK 23/11/2026",
    ]
    loket.tekan(K.Key_Down, kali=3)
    loket.tekan(K.Key_Up)
    loket.tekan(K.Key_Down)
    loket.tekan(ENTER)
    assert not daftar(loket).isVisible()
    assert loket.bidang["nik"].input.digits() == NIK_LAIN
    assert isi(loket, "nama") == "ORANG DUA"
    assert "Perempuan, lahir 17/08/1945" in loket.bidang["nik"].pesan


def test_a_click_takes_one_too_and_escape_closes_only_the_list(form):
    loket = form
    loket.ketik(NIK[:9])
    loket.tekan(K.Key_Escape)
    assert not daftar(loket).isVisible()
    assert loket.bidang["nik"].input.digits() == NIK[:9]
    loket.ketik(NIK[9])
    assert daftar(loket).isVisible()
    tempat = daftar(loket).visualItemRect(daftar(loket).item(0)).center()
    QTest.mouseClick(daftar(loket).viewport(), Qt.MouseButton.LeftButton, pos=tempat)
    assert isi(loket, "nama") == NAMA.upper()


def test_enter_without_a_marked_line_and_tab_leave_the_field(form):
    loket = form
    loket.ketik(NIK[:9])
    loket.tekan(ENTER)
    assert loket.fokus() is loket.bidang["nama"].input
    assert not daftar(loket).isVisible()
    assert isi(loket, "nama") == ""


def test_what_the_officer_typed_is_never_overwritten(form):
    loket = form
    loket.isi_bidang("nama", "Nama Di KTP")
    loket.isi_bidang("alamat", "Jl. Baru 9")
    loket.isi_bidang("nik", NIK)
    assert isi(loket, "nama") == "NAMA DI KTP"
    assert isi(loket, "alamat") == "JL. BARU 9"
    assert isi(loket, "rt") == "003"
    assert loket.bidang["alamat"].pesan == ""


def test_another_nik_takes_out_what_was_filled_and_not_touched(form):
    loket = form
    loket.ketik(NIK)
    loket.isi_bidang("alamat", "Jl. Baru 9")
    loket.ke_bidang("nik")
    loket.tekan(K.Key_End)
    loket.tekan(K.Key_Backspace)
    assert [isi(loket, b) for b in ("nama", "nkk", "desa", "rt", "telepon")] == [""] * 5
    assert isi(loket, "alamat") == "JL. BARU 9"
    assert catatan_lama(loket) == ""
    loket.ketik("8")
    assert loket.fokus() is loket.bidang["nama"].input
    assert isi(loket, "nama") == ""


def test_a_new_nik_goes_on_to_the_name_and_a_wrong_one_stays(form):
    loket = form
    loket.ketik("3516133104909001")
    assert loket.fokus() is loket.bidang["nik"].input
    loket.ganti_isi("nik", "")
    loket.ketik(NIK_LAIN)
    assert loket.fokus() is loket.bidang["nama"].input
    loket.tekan(ENTER)  # the habit of years, and the end of what a scanner types
    assert loket.fokus() is loket.bidang["nama"].input
    loket.tekan(ENTER)
    assert loket.fokus() is loket.bidang["telepon"].input


def test_a_known_family_card_fills_the_address_where_it_is_empty(form):
    loket = form
    loket.ketik(NIK_ANAK)
    loket.isi("Anak Suwarti", "")
    loket.ketik(NKK)
    assert [isi(loket, b) for b in ("desa", "alamat", "rt", "rw")] == [
        "Japan",
        "JL. CONTOH 1",
        "003",
        "007",
    ]
    assert isi(loket, "nama") == "ANAK SUWARTI"
    assert tab(loket).form.layanan.isAncestorOf(loket.fokus())
    loket.ganti_isi("nkk", NKK_LAIN)
    assert [isi(loket, b) for b in ("desa", "alamat", "rt", "rw")] == [""] * 4


def test_escape_never_loses_what_was_filled(form):
    loket = form
    loket.ketik(NIK)
    sebelum = tab(loket).baca_form()
    for bidang in ("nik", "nama", "desa", "jenis"):
        loket.ke_bidang(bidang)
        loket.tekan(K.Key_Escape, kali=2)
    assert tab(loket).baca_form() == sebelum


# -- reason and papers


@pytest.mark.parametrize("teks", ["ib2", "IB2", "i.b.2", "I.B.2", "peristiwa"])
def test_a_reason_is_found_with_and_without_dots(form, teks):
    loket = form
    loket.tekan(K.Key_1, ALT)
    loket.isi(teks)
    assert tab(loket).form.jenis().kode == "I.B.2"
    assert isi(loket, "jenis") == "I.B.2 Peristiwa Penting"


def test_f9_without_a_reason_goes_where_something_is_missing(form):
    loket = form
    loket.tekan(K.Key_F9)
    assert loket.fokus() is loket.bidang["nik"].input


# -- several services, batch, parking


def test_f4_begins_another_service_for_the_same_applicant(form):
    loket = form
    loket.isi_kk(nik=NIK_LAIN, nama="Orang Dua", nkk=NKK_LAIN)
    loket.ke_bidang("pengantar_nomor")
    loket.isi("470/1")
    loket.simpan()
    loket.tekan(K.Key_F4)
    assert isi(loket, "nama") == "ORANG DUA"
    assert isi(loket, "pengantar_nomor") == "470/1"
    assert tab(loket).form.layanan.kode() == ""
    assert not any("pengantar" in k for k in tab(loket).temuan.kalimat)
    loket.tekan(K.Key_2, ALT)
    loket.ketik("iia")
    loket.tekan(K.Key_F9)
    ktp = loket.simpan().ringkasan
    kk = loket.permohonan(2).ringkasan
    assert ktp.layanan == "KTP"
    assert ktp.kunjungan == kk.kunjungan != ""
    assert ktp.kunjungan != loket.permohonan(1).ringkasan.kunjungan


def test_f4_never_overwrites_a_form(form):
    loket = form
    loket.ketik("3516")
    loket.tekan(K.Key_F4)
    assert loket.bidang["nik"].input.digits() == "3516"
    assert "F5" in tab(loket).spanduk.teks


def test_f4_before_the_first_case_says_so(loket):
    loket.buka(PIN_OPERATOR)
    loket.tekan(K.Key_F4)
    assert "simpan dulu" in tab(loket).spanduk.teks


def test_a_batch_keeps_the_bringer_and_prints_all_at_its_end(form):
    loket = form
    dicetak = []
    tab(loket).cetak_banyak.connect(dicetak.append)
    loket.tekan(K.Key_F6)
    loket.isi_kk(nik=NIK_LAIN, nama="Orang Dua", nkk=NKK_LAIN)
    loket.ke_bidang("pembawa_nama")
    loket.isi("Sutikno", "Perangkat", "", "470/9")
    loket.tekan(ENTER, CTRL)
    loket.tekan(ENTER, CTRL)  # the second half of a double press
    assert loket.jumlah() == 2
    assert loket.jendela.pencetak.dialog is None
    assert tombol(loket, "Titipan") == "Titipan: 1 berkas tersimpan"
    assert isi(loket, "pembawa_nama") == "SUTIKNO"
    assert isi(loket, "desa") == "Japan"
    assert tab(loket).form.jenis().kode == "I.B.2"
    assert not tab(loket).tahan_tutup()
    loket.ketik(NIK_ANAK)
    loket.isi("Orang Tiga", "")
    loket.ketik("3516132111259003")
    loket.isi("Jl. Contoh 3")
    assert not any("pengantar" in k for k in tab(loket).temuan.kalimat)
    loket.tekan(K.Key_F9)
    loket.ketik("3")
    loket.tekan(ENTER, CTRL)
    assert loket.jumlah() == 3
    assert loket.permohonan(3).ringkasan.kunjungan == loket.permohonan(2).ringkasan.kunjungan
    loket.tekan(K.Key_F6)
    assert dicetak == [[2, 3]]
    assert isi(loket, "pembawa_nama") == ""
    assert "2 berkas tersimpan" in tab(loket).spanduk.teks
    assert tombol(loket, "Titipan") == "Titipan desa"


def test_a_batch_that_ends_without_a_case_leaves_the_form_alone(form):
    loket = form
    loket.tekan(K.Key_F6)
    loket.ketik("3516")
    loket.tekan(K.Key_F6)
    assert loket.bidang["nik"].input.digits() == "3516"
    assert tombol(loket, "Titipan") == "Titipan desa"


def test_forms_are_parked_and_taken_back_in_any_order(form):
    loket = form
    loket.isi_kk(nik=NIK_LAIN, nama="Orang Dua", nkk=NKK_LAIN)
    dua = tab(loket).baca_form()
    loket.tekan(K.Key_F5)
    assert tab(loket).form.is_kosong()
    assert tombol(loket, "Parkir") == "Parkir (1)"
    loket.clock.maju(5)
    loket.isi_kk(nik=NIK_ANAK, nama="Orang Tiga", nkk="3516132111259003")
    tiga = tab(loket).baca_form()
    loket.tekan(K.Key_F5, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [a.text() for a in menu.actions()] == ["&1  ORANG DUA · ************9002 · pukul 09.05"]
    loket.tangan.ketik("1")
    assert tab(loket).baca_form() == dua
    assert tombol(loket, "Parkir") == "Parkir (1)"  # the one that stood there
    loket.tekan(K.Key_F5, SHIFT)
    loket.tekan(ENTER)
    assert tab(loket).baca_form() == tiga
    loket.simpan()
    loket.klik(tab(loket).parkir)
    loket.tekan(ENTER)
    assert tab(loket).baca_form() == dua
    assert tombol(loket, "Parkir") == "Parkir"


def test_parking_nothing_and_taking_nothing_is_said(form):
    loket = form
    loket.tekan(K.Key_F5)
    assert "kosong" in tab(loket).spanduk.teks
    loket.tekan(K.Key_F5, SHIFT)
    assert "Tidak ada isian yang diparkir" in tab(loket).spanduk.teks
    assert QApplication.activePopupWidget() is None


def test_every_change_is_told_for_the_draft(form):
    loket = form
    kali = []
    tab(loket).konsep_berubah.connect(lambda: kali.append(tab(loket).baca_form()))
    loket.ketik(NIK)
    assert kali[-1].nama == NAMA.upper()
    for tombol_, tambahan in ((K.Key_1, ALT), (K.Key_F9, None)):
        loket.tekan(tombol_, *([tambahan] if tambahan else []))
    sebelum = len(kali)
    loket.tekan(K.Key_1, ALT)
    loket.isi("ib2")
    assert kali[-1].jenis == "I.B.2"
    loket.tekan(K.Key_F9)
    assert any(t.ada for t in kali[-1].berkas)
    assert len(kali) > sebelum
    terakhir = tab(loket).baca_form()
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    tab(loket).tulis_form(terakhir)
    assert tab(loket).baca_form() == terakhir == kali[-1]


def tombol(loket, awal):
    return next(t.text() for t in tab(loket).findChildren(Tombol) if t.text().startswith(awal))
