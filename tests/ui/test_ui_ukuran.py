"""Nothing is cut on the smallest screen of the office: 1366 × 768 at 125 % is 1093 × 614."""

from __future__ import annotations

import pytest
from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, SHIFT, K, Loket, salin_sop
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea
from ui.ukuran_uji import list_terpotong

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.theme import THEME

LEBAR, TINGGI = 1093, 614
KTP = {
    "tempat_lahir": "Mojokerto",
    "tanggal_lahir": "17081945",
    "jenis_kelamin": "Perempuan",
    "agama": "Islam",
    "status_perkawinan": "Kawin",
    "pekerjaan": "Petani",
    "kewarganegaraan": "WNI",
}
BINGKAI = (1040, 560)
"""What is left for the window's inside below title and task bar."""


@pytest.fixture(scope="module")
def loket(qapp, tmp_path_factory):
    """Three services, long names, cases at every step that has much to show."""
    loket = Loket(tmp_path_factory.mktemp("loket")).atur_petugas()
    kia = (AKAR / "tests/sop/contoh/kia.toml").read_text(encoding="utf-8")
    (salin_sop(loket) / "kia.toml").write_text(kia, encoding="utf-8")
    loket.buka(PIN_OPERATOR)
    loket.isi_kk(nama="Raden Roro Siti Nurhalizah Kusumaningtyas Widyawati Prawiros")
    loket.simpan()
    for nama in ("Terkirim", "Dikirim", "Kedua"):
        loket.isi_ktp(nama=nama)
        loket.simpan()
    loket.ganti(PIN_KASI)
    for nama in ("Raden", "Terkirim", "Dikirim"):
        loket.pilih(nama)
        loket.tekan(ENTER, CTRL)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    for nama in ("Terkirim", "Dikirim"):
        loket.kerjakan(nama, **KTP)
    loket.kerjakan("Terkirim", cara_pengiriman="SIAK")
    loket.jendela.resize(*BINGKAI)
    yield loket
    loket.tutup()


def test_the_window_fits_the_smallest_screen(loket):
    for nomor in (1, 2, 3, 4, 5):
        loket.buka_tab(nomor)
        loket.tekan(ENTER)
        terkecil = loket.jendela.minimumSizeHint()
        assert terkecil.width() <= BINGKAI[0], nomor
        assert terkecil.height() <= BINGKAI[1], nomor
        assert (loket.jendela.width(), loket.jendela.height()) == BINGKAI


@pytest.mark.parametrize("pin", [PIN_OPERATOR, PIN_KASI])
@pytest.mark.parametrize("tab", [1, 2, 3, 4, 5])
def test_no_word_is_cut_on_any_tab(loket, pin, tab):
    loket.jendela.resize(LEBAR, TINGGI)
    loket.ganti(pin)
    loket.buka_tab(tab)
    loket.tekan(ENTER)
    QApplication.processEvents()
    assert list_terpotong(loket.jendela) == []


def test_no_word_is_cut_while_two_steps_are_open(loket):
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(3)
    isi = {"peristiwa": "Kelahiran", "nomor_referensi_siak": "SP-1"}
    loket.kerjakan("Raden", **isi)
    loket.pilih("Raden")
    for tombol in (K.Key_1, K.Key_2):
        loket.tekan(tombol, ALT)
        QApplication.processEvents()
        assert list_terpotong(loket.jendela) == []


@pytest.mark.parametrize("ukuran", [BINGKAI, (LEBAR, TINGGI)])
def test_no_word_is_cut_in_the_hits_of_a_search(loket, ukuran):
    loket.buka_tab(1)
    loket.jendela.resize(*ukuran)
    loket.tekan(K.Key_F3)
    loket.isi("raden")
    QApplication.processEvents()
    assert list_terpotong(loket.jendela) == []
    loket.tekan(K.Key_Escape)


def test_no_digit_of_nik_and_family_card_is_cut_in_the_intake_form(loket):
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(1)
    loket.jendela.resize(*BINGKAI)
    loket.isi_kk()
    QApplication.processEvents()
    assert list_terpotong(loket.jendela) == []
    loket.tekan(K.Key_Delete, CTRL | SHIFT)


@pytest.mark.parametrize("ukuran", [BINGKAI, (LEBAR, TINGGI), (1366, 728)])
def test_no_word_is_cut_with_findings_a_batch_and_a_parked_form(loket, ukuran):
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(1)
    loket.jendela.resize(*ukuran)
    loket.isi_ktp(nik="3516135708459009")
    loket.tekan(K.Key_F5)
    loket.tekan(K.Key_F6)
    loket.isi_ktp(nik="3516135708459008", nama="Orang Lain")
    QApplication.processEvents()
    tab = loket.jendela.kerja.penerimaan
    assert len(tab.temuan.kalimat) == 3
    assert tab.temuan.tunggu.isVisible()
    assert (loket.jendela.width(), loket.jendela.height()) == ukuran
    assert loket.jendela.minimumSizeHint().width() <= BINGKAI[0]
    assert list_terpotong(loket.jendela) == []
    loket.tekan(K.Key_F6)
    loket.tekan(K.Key_Delete, CTRL | SHIFT)
    loket.tekan(K.Key_F5, SHIFT)
    loket.tekan(ENTER)
    loket.tekan(K.Key_Delete, CTRL | SHIFT)


@pytest.mark.parametrize("tombol", [K.Key_F1, K.Key_F7])
def test_dialogs_fit_the_smallest_screen(loket, tombol):
    loket.tekan(tombol)
    dialog = QApplication.activeModalWidget()
    assert dialog.sizeHint().width() <= LEBAR
    assert dialog.sizeHint().height() <= BINGKAI[1]
    assert list_terpotong(dialog) == []
    loket.tekan(K.Key_Escape)


def test_the_sign_in_page_and_the_first_page_fit(loket):
    jendela = loket.jendela
    for halaman in (jendela.awal, jendela.masuk):
        assert halaman.minimumSizeHint().width() <= BINGKAI[0]
        assert halaman.minimumSizeHint().height() <= BINGKAI[1]
    loket.tekan(K.Key_F12)
    assert list_terpotong(jendela) == []
    loket.tekan(K.Key_Escape)


def test_a_field_that_is_wrong_is_brought_into_view(loket):
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(1)
    loket.jendela.resize(*BINGKAI)
    loket.isi_kk(nama="Orang")
    loket.ganti_isi("pengantar_tanggal", "31/4/2026")
    loket.ganti_isi("nik", "3516135708459001")
    loket.tekan(ENTER, CTRL)
    loket.fokus()
    baris = loket.bidang["pengantar_tanggal"]
    gulir = next(g for g in loket.jendela.kerja.penerimaan.findChildren(QScrollArea))
    bawah = baris.mapTo(gulir.viewport(), QPoint(0, baris.height())).y()
    assert isinstance(baris, BarisIsian)
    assert bawah <= gulir.viewport().height() + THEME.gap_s
