"""The strip beside SIAK, worked by keys, by clicks and by the key inside SIAK."""

from __future__ import annotations

import logging

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from ui.pendamping_uji import (
    ANGGOTA,
    CTRL,
    NAMA_ISTRI,
    NIK_ISTRI,
    NIK_KEPALA,
    SEMUA,
    K,
    Loket,
    hapus,
    isi_klip,
    klip,
)
from ui.pengaturan_uji import list_terpotong

from sooko_desk.domain.tabel_isian import format_tabel
from sooko_desk.services.pendamping import Tanda
from sooko_desk.ui.pendamping.jendela import KUNCI_TEMPAT, LEBAR
from sooko_desk.ui.pendamping.pendamping import TIDAK_PERLU

DIAM = Qt.WindowType.WindowDoesNotAcceptFocus


@pytest.fixture
def loket(kantor, tmp_path, qapp):
    QGuiApplication.clipboard().clear()
    loket = Loket(kantor, tmp_path)
    yield loket
    loket.pendamping.akhiri()
    loket.pendamping.deleteLater()
    hapus()


def test_one_key_copies_the_next_value_and_ticks_it(loket):
    loket.buka_berfokus()
    assert loket.label == ("Nama kepala keluarga", "Siap disalin")
    assert loket.lembar.kemajuan.text() == f"0 dari {SEMUA}"
    loket.tekan(K.Key_Space)
    assert klip() == "SUTRISNO"
    assert loket.label == ("Nama kepala keluarga", "Tersalin")
    loket.tekan(K.Key_Return)
    assert klip() == NIK_KEPALA
    assert loket.lembar.kini.nilai.teks == "3516 1317 0845 9001"
    assert loket.lembar.kemajuan.text() == f"2 dari {SEMUA}"
    assert loket.lembar.klip.text() == "Papan klip dikosongkan dalam 30 detik"
    assert loket.lembar.berikut.teks == "Berikutnya: Alamat"


def test_a_whole_family_is_copied_from_inside_siak(loket):
    loket.buka()
    disalin = []
    berikut = []
    while loket.jendela.urutan.find_berikut() is not None:
        loket.tombol.tekan()
        disalin.append(klip())
        berikut.append(loket.lembar.berikut.teks)
    assert berikut[4] == "Berikutnya: Nama lengkap (Anggota 1: SUTRISNO)"
    assert berikut[5] == "Berikutnya: NIK"
    assert berikut[-1] == ""
    assert disalin == [
        *("SUTRISNO", NIK_KEPALA, "Jl. Contoh No. 1", "1", "2"),
        *("SUTRISNO", NIK_KEPALA, "KEPALA KELUARGA", "17-08-1945"),
        *(NAMA_ISTRI, NIK_ISTRI, "ISTRI"),
    ]
    kini = loket.lembar.kini
    assert (kini.kelompok.teks, kini.kode.teks) == (f"Anggota 2: {NAMA_ISTRI}", "Kode 3")
    assert loket.lembar.akhir.isVisible()
    loket.tombol.tekan()  # one press too many copies nothing else
    assert klip() == "ISTRI"


def test_arrows_leave_out_and_go_back(loket):
    loket.buka_berfokus()
    loket.tekan(K.Key_Down)
    assert loket.lembar.kemajuan.text() == f"1 dari {SEMUA}, 1 dilewati"
    loket.tekan(K.Key_Space, K.Key_Space)
    assert klip() == "Jl. Contoh No. 1"
    loket.tekan(K.Key_Up)
    assert klip() == ""
    assert loket.label == ("NIK kepala keluarga", "Siap disalin")
    loket.tekan(K.Key_Space)
    assert klip() == NIK_KEPALA
    loket.pendamping.penjaga.kosongkan()
    loket.tekan(K.Key_U)
    assert klip() == NIK_KEPALA


def test_the_same_by_clicks_and_none_takes_the_keyboard_from_siak(loket):
    siak = QLineEdit()
    siak.show()
    siak.activateWindow()
    assert QTest.qWaitForWindowActive(siak)
    lembar = loket.buka().lembar
    for tombol in (lembar.salin, lembar.lewati, lembar.salin, lembar.mundur, lembar.ulang):
        loket.klik(tombol)
    assert klip() == NIK_KEPALA
    loket.klik_butir(5)
    assert klip() == "2"
    assert loket.label == ("RW", "Tersalin")
    loket.klik_butir(2)  # an empty field
    assert klip() == "2"
    assert loket.jendela.windowHandle().flags() & DIAM
    assert not loket.jendela.isActiveWindow()
    siak.deleteLater()


def test_a_heading_copies_nothing(loket):
    daftar = loket.buka().lembar.daftar
    judul = daftar.model_salin.index(daftar.model_salin._baris.index("Anggota 1: SUTRISNO"))
    daftar.scrollTo(judul)
    QTest.mouseClick(
        daftar.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier(0),
        daftar.visualRect(judul).center(),
    )
    assert klip() == ""


def test_empty_and_wrong_fields_are_seen_and_not_copied(loket):
    salah = [dict(ANGGOTA[0], tanggal_lahir="31/02/1990")]
    loket.buka(rt="", anggota=format_tabel(salah))
    loket.habiskan()
    lembar = loket.lembar
    assert lembar.kemajuan.text() == "7 dari 7"
    assert "1 isian belum benar" in lembar.akhir._subjudul.text()
    model = lembar.daftar.model_salin
    baca = Qt.ItemDataRole.AccessibleTextRole
    kata = [model.data(model.index(n), baca) for n in range(model.rowCount())]
    assert "RT, kosong" in kata
    assert any(k.startswith("Tanggal lahir, Februari 1990") for k in kata)
    assert "NIK, **** **** **** 9001, sudah disalin" in kata
    assert "Anggota 1: SUTRISNO" in kata
    QApplication.processEvents()
    lembar.daftar.grab()  # paints them


def test_where_the_officer_was_is_kept_for_each_case(loket):
    loket.buka()
    for _ in range(3):
        loket.tombol.tekan()
    lain = loket.kantor.sampai(loket.kantor.terima(nik=NIK_KEPALA), "entri")
    loket.pendamping.buka(loket.langkah, lain, loket.nilai)
    assert loket.lembar.kemajuan.text() == f"0 dari {SEMUA}"
    assert loket.pendamping.permohonan_id == lain.ringkasan.id
    loket.jendela.close()
    assert loket.pendamping.permohonan_id is None
    loket.buka()
    assert loket.lembar.kemajuan.text() == f"3 dari {SEMUA}"
    assert loket.label == ("RT", "Siap disalin")


def test_a_form_that_changes_makes_only_the_changed_value_due(loket):
    loket.buka()
    loket.habiskan()
    p = loket.pendamping
    p.perbarui(loket.langkah, loket.permohonan, loket.nilai | {"alamat": "Jl. Lain No. 9"})
    assert loket.lembar.kemajuan.text() == f"{SEMUA - 1} dari {SEMUA}"
    assert loket.label[0] == "Hubungan keluarga"  # the place stays
    loket.tombol.tekan()
    assert klip() == "Jl. Lain No. 9"
    lain = loket.kantor.terima()
    p.perbarui(loket.langkah, lain, {})
    assert loket.lembar.kemajuan.text() == f"{SEMUA} dari {SEMUA}"


def test_a_value_that_was_emptied_while_in_hand_is_left(loket):
    loket.buka()
    loket.pendamping.perbarui(
        loket.langkah, loket.permohonan, loket.nilai | {"nama_kepala_keluarga": ""}
    )
    assert loket.label == ("NIK kepala keluarga", "Siap disalin")
    loket.pendamping.perbarui(loket.langkah, loket.permohonan, {})
    assert loket.label == ("Tidak ada yang disalin", "")
    loket.pendamping.perbarui(loket.langkah, loket.permohonan, loket.nilai)
    assert loket.label == ("Nama kepala keluarga", "Siap disalin")


def test_the_reference_is_asked_for_and_handed_on_by_keyboard(loket):
    loket.buka_berfokus()
    for _ in range(SEMUA):
        loket.tekan(K.Key_Space)
    akhir = loket.lembar.akhir
    assert QApplication.focusWidget() is akhir.referensi.input
    loket.tekan(K.Key_Return)
    assert akhir.referensi.pesan == "Nomor referensi SIAK belum diisi."
    QTest.keyClicks(QApplication.focusWidget(), "KK-2026/778")
    assert "belum diisi" not in akhir.referensi.pesan
    loket.tekan(K.Key_Return, tambahan=CTRL)
    assert loket.selesai == [(loket.permohonan.ringkasan.id, "KK-2026/778")]


def test_a_step_that_is_refused_says_why_and_keeps_the_number(loket):
    loket.buka()
    loket.habiskan()
    akhir = loket.lembar.akhir
    akhir.terima("R-1")
    loket.klik(akhir.catat)
    loket.pendamping.tolak("Belum tersimpan. Perbaiki isian yang bertanda merah.")
    assert akhir.referensi.pesan.startswith("Belum tersimpan.")
    loket.pendamping.tutup()
    loket.buka()
    assert akhir.referensi.input.nilai() == "R-1"


def test_a_number_that_stands_in_the_form_is_offered(loket):
    loket.buka(nomor_referensi_siak="R-77")
    loket.klik(loket.lembar.akhiri)
    loket.klik(loket.lembar.akhir.catat)
    assert loket.selesai == [(loket.permohonan.ringkasan.id, "R-77")]


def test_a_too_long_number_is_refused_beside_the_field(loket):
    loket.buka(nomor_referensi_siak="9" * 41)
    loket.klik(loket.lembar.akhiri)
    loket.klik(loket.lembar.akhir.catat)
    assert "paling banyak 40 huruf" in loket.lembar.akhir.referensi.pesan
    assert loket.selesai == []


def test_the_number_is_pasted_by_a_click_and_never_our_own_value(loket):
    loket.buka()
    loket.habiskan()
    akhir = loket.lembar.akhir
    loket.klik(akhir.tempel)
    assert akhir.referensi.input.nilai() == ""
    assert "tekan Tempel" in akhir.referensi.pesan
    QGuiApplication.clipboard().setText("  KK-2026/778\n")
    loket.klik(akhir.tempel)
    loket.klik(akhir.catat)
    assert loket.selesai == [(loket.permohonan.ringkasan.id, "KK-2026/778")]
    assert klip() == "  KK-2026/778\n"


def test_the_end_can_come_early_and_be_left_again(loket):
    loket.buka_berfokus()
    loket.tekan(K.Key_Space, K.Key_End)
    akhir = loket.lembar.akhir
    assert akhir.isVisible()
    assert akhir._subjudul.text() == f"{SEMUA - 1} isian belum disalin."
    loket.klik(loket.lembar.akhiri)
    assert not akhir.isVisible()


def test_a_step_without_a_reference_ends_with_enter(loket):
    kantor = loket.kantor
    loket.permohonan = kantor.sampai(kantor.terima("KTP"), "entri")
    loket.langkah = kantor.sop("KTP").get_langkah("entri")
    loket.nilai = {"nama": "SUTRISNO"}
    loket.buka_berfokus()
    loket.tekan(K.Key_Return)
    assert not loket.lembar.akhir.referensi.isVisible()
    loket.tekan(K.Key_Return)
    assert loket.selesai == [(loket.permohonan.ringkasan.id, "")]
    loket.tekan(K.Key_Return, tambahan=CTRL)
    assert len(loket.selesai) == 2


def test_a_step_that_types_nothing_into_siak_says_so(loket):
    upload = loket.kantor.sop().get_langkah("upload")
    assert loket.pendamping.buka(upload, loket.permohonan, {}) == TIDAK_PERLU
    assert loket.pendamping.permohonan_id is None


def test_f4_twice_takes_the_keyboard_until_it_is_left(loket):
    jendela = loket.buka_berfokus()
    assert not jendela.windowHandle().flags() & DIAM
    lain = QLineEdit()
    lain.show()
    lain.activateWindow()
    assert QTest.qWaitForWindowActive(lain)
    QApplication.processEvents()
    assert jendela.windowHandle().flags() & DIAM
    lain.deleteLater()


def test_a_click_into_the_reference_takes_the_keyboard(loket):
    loket.buka()
    loket.habiskan()
    loket.klik(loket.lembar.akhir.referensi.input)
    assert QTest.qWaitForWindowActive(loket.jendela)


def test_a_locked_program_shows_and_copies_nothing(loket):
    loket.buka_berfokus()
    loket.tekan(K.Key_Space, K.Key_Space)
    loket.pendamping.kunci()
    assert NIK_KEPALA not in isi_klip()
    assert not loket.lembar.isVisible()
    assert loket.jendela.terkunci.isVisible()
    assert loket.tombol.tekan is None
    loket.tekan(K.Key_Space)
    assert klip() == ""
    loket.jendela.fokus()
    loket.pendamping.buka_kunci()
    assert loket.lembar.kemajuan.text() == f"2 dari {SEMUA}"
    loket.tombol.tekan()
    assert klip() == "Jl. Contoh No. 1"


def test_locking_before_the_strip_was_ever_open_does_nothing(loket):
    loket.pendamping.kunci()
    loket.pendamping.buka_kunci()
    loket.pendamping.tutup()
    loket.buka().close()
    loket.pendamping.kunci()
    loket.pendamping.buka_kunci()
    assert loket.tombol.terpasang == ""


def test_a_key_that_another_program_has_is_told_and_changed(loket):
    loket.tombol.dipakai = {"Ctrl+Shift+Spasi", "Ctrl+Alt+Spasi"}
    lembar = loket.buka().lembar
    assert lembar._tombol_global.text() == "Ctrl+Shift+Spasi dipakai program lain."
    loket.klik(lembar.ganti_tombol)
    assert lembar._tombol_global.text() == "Ctrl+Alt+Spasi dipakai program lain."
    loket.klik(lembar.ganti_tombol)
    assert "Ctrl+Shift+F8" in lembar._tombol_global.text()
    assert loket.tombol.terpasang == "Ctrl+Shift+F8"
    loket.jendela.close()
    assert loket.tombol.terpasang == ""
    loket.pendamping.akhiri()
    loket.buka()
    assert loket.tombol.terpasang == "Ctrl+Shift+F8"


def test_escape_closes_and_takes_the_value_along(loket):
    loket.buka_berfokus()
    loket.tekan(K.Key_Space, K.Key_F5, K.Key_Escape)
    assert not loket.jendela.isVisible()
    assert klip() == ""


def test_it_stands_at_its_edge_again_inside_of_the_screen(loket):
    layar = QGuiApplication.primaryScreen().availableGeometry()
    jendela = loket.buka()
    assert jendela.width() == LEBAR
    assert layar.contains(jendela.frameGeometry())
    assert jendela.frameGeometry().right() == layar.right()
    jendela.move(layar.left() + 5, layar.top() + 60)
    jendela.close()
    assert loket.setelan.get(KUNCI_TEMPAT).startswith("kiri,")
    loket.pendamping.akhiri()
    assert loket.buka().frameGeometry().left() == layar.left()
    loket.jendela.move(layar.right() - 20, layar.bottom() - 20)
    loket.buka()
    assert layar.contains(loket.jendela.frameGeometry())


def test_nothing_is_cut_and_everything_is_said(loket):
    loket.nilai |= {"alamat": "PERUMAHAN " * 11, "dusun": "X" * 40}
    loket.nilai["anggota"] = format_tabel([dict(ANGGOTA[0], nama_lengkap="RADEN RORO " * 5)])
    loket.buka()
    for _ in range(3):
        loket.tombol.tekan()
        loket.jendela.grab()
        assert list_terpotong(loket.lembar) == []
    loket.habiskan()
    loket.jendela.grab()
    assert list_terpotong(loket.lembar) == []
    for tombol in (loket.lembar.salin, loket.lembar.ulang, loket.lembar.akhir.catat):
        assert tombol.accessibleName()


def test_nothing_personal_is_left_after_the_program(loket, caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    loket.buka_berfokus()
    loket.tekan(K.Key_Space, K.Key_Space)
    assert NIK_KEPALA in isi_klip()
    jendela = loket.jendela
    loket.pendamping.akhiri()
    hapus()
    assert not shiboken6.isValid(jendela)
    for satu in (NIK_KEPALA, NIK_ISTRI, NAMA_ISTRI, "SUTRISNO"):
        assert satu not in isi_klip()
        assert satu not in caplog.text
        assert satu not in (tmp_path / "setelan.ini").read_text(encoding="utf-8")
    loket.pendamping.akhiri()


def test_the_officers_own_text_stays_after_the_program(loket):
    loket.buka()
    loket.tombol.tekan()
    QGuiApplication.clipboard().setText("catatan petugas")
    loket.pendamping.kunci()
    assert klip() == "catatan petugas"
    assert loket.jendela.urutan.tanda(0) is Tanda.DISALIN
