"""Head, official and numbers set in the real settings window: the next receipt has them."""

from __future__ import annotations

from builders import PIN_KASI, PIN_OPERATOR
from flows.loket import ALT, CTRL, ENTER, K, kirim_hapusan
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from sooko_desk.ui.pengaturan.dialog import DialogPengaturan

KOP = "PEMERINTAH KABUPATEN MISAL\nKECAMATAN CONTOH\nJl. Coba 1"


def buka_pengaturan(loket):
    loket.tekan(K.Key_F10)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DialogPengaturan)
    return dialog


def ke_tab(loket, dialog, judul):
    nomor = next(n for n in range(dialog.tab.count()) if dialog.tab.tabText(n) == judul)
    loket.tekan(K(K.Key_1 + nomor), CTRL)
    assert dialog.tab.tabText(dialog.tab.currentIndex()) == judul
    return dialog.tab.currentWidget()


def tutup(loket):
    QThreadPool.globalInstance().waitForDone()
    loket.tekan(K.Key_Escape)
    kirim_hapusan()


def test_what_the_kasi_sets_is_on_the_next_receipt_and_not_on_the_old_one(loket):
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.tekan(ENTER, CTRL)
    [lama] = loket.simpan_cetakan()
    loket.ganti(PIN_KASI)
    loket.clock.maju(1)
    dialog = buka_pengaturan(loket)
    ke_tab(loket, dialog, "Kantor")
    loket.tekan(K.Key_A, CTRL)
    loket.tempel(KOP)
    ke_tab(loket, dialog, "Nomor")
    loket.tekan(K.Key_A, CTRL)
    loket.ketik("MISAL-{urut}/{tahun}")
    loket.tekan(ENTER, CTRL)
    assert dialog.isVisible()
    tutup(loket)
    loket.clock.maju(1)
    loket.ganti(PIN_OPERATOR)
    loket.buka_tab(1)
    loket.isi_kk(nik="3516131708459001", nama="Orang Kedua")
    loket.tekan(ENTER, CTRL)
    [baru] = loket.simpan_cetakan()
    assert "KECAMATAN CONTOH" in baru
    assert "MISAL-2/2026" in baru
    assert "KECAMATAN SOOKO" in lama
    ulang = loket.meja.pencetakan.build_tanda_bukti(1)
    assert loket.meja.kantor.kop.kop(loket.permohonan(1).ringkasan.diterima).kantor == (
        "KECAMATAN SOOKO"
    )
    assert ulang.isi


def test_a_refused_head_leads_back_to_its_field_and_closing_asks_first(loket):
    loket.buka(PIN_KASI)
    dialog = buka_pengaturan(loket)
    tab = ke_tab(loket, dialog, "Kantor")
    loket.tekan(K.Key_A, CTRL)
    loket.tempel("\n".join(f"BARIS {n}" for n in range(12)))
    ke_tab(loket, dialog, "Pejabat")
    loket.tekan(ENTER, CTRL)
    assert dialog.tab.currentWidget() is tab
    assert tab.kop.input.hasFocus()
    assert "Kop 12 baris" in tab.kop.pesan
    loket.tekan(K.Key_Escape)
    assert dialog.isVisible()
    assert dialog.spanduk.teks.startswith("Kantor: ada perubahan yang belum disimpan.")
    assert len(tab.kop.input.nilai()) == 12
    tutup(loket)
    assert loket.meja.kantor.isi.is_bawaan()


def test_the_tabs_own_keys_work_in_the_real_window(loket):
    loket.buka(PIN_KASI)
    dialog = buka_pengaturan(loket)
    tab = ke_tab(loket, dialog, "Pejabat")
    loket.tekan(K.Key_N, CTRL)
    loket.ketik("RINI BARU")
    loket.tekan(K.Key_Escape)
    assert dialog.isVisible()
    tab.tabel.setFocus()
    while tab.urungkan.isEnabled():
        loket.tekan(K.Key_Z, CTRL)
    assert not tab.is_diubah()
    tab = ke_tab(loket, dialog, "Kantor")
    loket.tekan(K.Key_Up, ALT)
    assert not tab.is_diubah()
    tutup(loket)
