"""A screen reader meets no nameless widget, and the caret goes through a form as the eye does."""

from __future__ import annotations

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, SHIFT, K, Loket
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

URUTAN_FORM = (
    "nik",
    "nama",
    "telepon",
    "nkk",
    "desa",
    "alamat",
    "rt",
    "rw",
    "layanan",
    "jenis",
    "prioritas",
    "pembawa_nama",
    "pembawa_hubungan",
    "pembawa_telepon",
    "pengantar_nomor",
    "pengantar_tanggal",
    "pengantar_penanda",
    "ceklis",
    "catatan",
)


@pytest.fixture(scope="module")
def loket(qapp, tmp_path_factory):
    """One window for the whole file, with a case at every queue's door."""
    loket = Loket(tmp_path_factory.mktemp("loket")).atur_petugas().buka(PIN_OPERATOR)
    loket.isi_kk(nama="Orang Satu")
    loket.simpan()
    loket.isi_kk(nama="Orang Dua")
    loket.simpan()
    loket.ganti(PIN_KASI)
    loket.pilih("Satu")
    loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    yield loket
    loket.tutup()


def tanpa_nama(induk: QWidget) -> list[str]:
    """Widgets below that take the focus by Tab or click and that a screen reader cannot name."""
    kosong = []
    for widget in induk.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
            continue  # another widget speaks for it
        antar_muka = QAccessible.queryAccessibleInterface(widget)
        if not antar_muka.text(QAccessible.Text.Name).strip():
            kosong.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return kosong


@pytest.mark.parametrize("tab", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("pin", [PIN_OPERATOR, PIN_KASI])
def test_everything_that_takes_the_focus_on_a_tab_has_a_name(loket, tab, pin):
    loket.ganti(pin)
    loket.buka_tab(tab)
    loket.tekan(ENTER)
    assert tanpa_nama(loket.jendela) == []


def test_the_sign_in_page_has_names(loket):
    loket.tekan(K.Key_F12)
    assert tanpa_nama(loket.jendela) == []
    loket.tekan(K.Key_Escape)


def test_the_page_of_the_first_day_has_names(loket):
    awal = loket.jendela.awal
    assert {b.input.accessibleName() for b in awal.bidang.values()} == {
        "Nama operator, wajib",
        "PIN operator, wajib",
        "Ulangi PIN operator, wajib",
        "Nama Kasi Pelayanan, wajib",
        "PIN Kasi Pelayanan, wajib",
        "Ulangi PIN Kasi Pelayanan, wajib",
    }


@pytest.mark.parametrize("tombol", [K.Key_F1, K.Key_F7])
def test_every_dialog_has_names(loket, tombol):
    loket.tekan(tombol)
    assert tanpa_nama(QApplication.activeModalWidget()) == []
    loket.tekan(K.Key_Escape)


def test_the_print_window_has_names(loket):
    loket.buka_tab(2)
    loket.tekan(K.Key_F8)
    assert tanpa_nama(loket.tunggu_cetak()) == []
    loket.tutup_cetak()


def di_mana(loket) -> str:
    """Id of the intake field that has the caret."""
    fokus = loket.fokus()
    form = loket.jendela.kerja.penerimaan
    if fokus is form.ceklis:
        return "ceklis"
    if form.form.layanan.isAncestorOf(fokus):
        return "layanan"
    bidang = [nama for nama, baris in form.form.bidang.items() if baris.input is fokus]
    return bidang[0] if bidang else fokus.text()


@pytest.mark.parametrize("tombol", [K.Key_Return, K.Key_Enter, K.Key_Tab])
def test_enter_and_tab_go_through_the_intake_form_as_it_is_read_and_never_submit(loket, tombol):
    loket.ganti(PIN_KASI)
    loket.ganti(PIN_OPERATOR)
    sebelum = loket.jumlah()
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.tekan(K.Key_1, ALT)
    loket.isi("I.B.2")
    jalan = []
    for _ in URUTAN_FORM:
        jalan.append(di_mana(loket))
        loket.tekan(tombol)
    assert tuple(jalan) == URUTAN_FORM
    assert di_mana(loket) == "Simpan dan beri tanda bukti"
    assert loket.jumlah() == sebelum
    loket.tekan(K.Key_Tab, SHIFT)
    assert di_mana(loket) == "catatan"
    loket.tekan(K.Key_Delete, CTRL | SHIFT)


def test_the_service_comes_before_the_reason(loket):
    loket.buka_tab(1)
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    form = loket.jendela.kerja.penerimaan.form
    assert loket.fokus() is form.bidang["nik"].input
    form.bidang["jenis"].input.setFocus()
    loket.tekan(K.Key_Tab, SHIFT)
    assert form.layanan.isAncestorOf(loket.fokus())
    loket.tekan(ENTER)
    assert loket.fokus() is form.bidang["jenis"].input


def test_fields_reason_and_buttons_of_a_step_follow_each_other(loket):
    loket.buka_tab(3)
    loket.tekan(ENTER)
    loket.panel.borang.baris["nama_kepala_keluarga"].input.setFocus()
    jalan = []
    for _ in range(len(loket.panel.borang.baris) + 2):
        fokus = loket.fokus()
        jalan.append(fokus.accessibleName().removesuffix(", wajib"))
        loket.tekan(K.Key_Tab)
    assert jalan == [
        "Nama kepala keluarga",
        "NIK kepala keluarga",
        "Nomor KK lama",
        "Alamat",
        "RT",
        "RW",
        "Dusun",
        "Peristiwa penting",
        "Anggota yang bersangkutan",
        "Tanggal peristiwa",
        "Nomor akta atau surat bukti",
        "Anggota yang ditambahkan",
        "Nomor referensi SIAK",
        "Data terinput",
        "Kembalikan ke Kasi",
    ]


def test_enter_in_the_reason_goes_nowhere_until_a_reason_was_asked_for(loket):
    loket.buka_tab(3)
    loket.panel.alasan.input.setFocus()
    loket.tekan(ENTER)
    assert loket.fokus() is loket.panel.alasan.input
