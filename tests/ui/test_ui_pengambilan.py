"""Belum diambil: finding a document on the shelf, laying it there, calling, opening its case."""

from __future__ import annotations

import pytest
import shiboken6
from builders import NIK, NKK, list_tanda
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from ui.jendela_uji import (
    CTRL,
    ENTER,
    HARI,
    PANJANG,
    UKURAN,
    K,
    hapus,
    list_kata,
    list_terpotong,
)

from sooko_desk.domain.permohonan import Bentuk, TandaBerkas
from sooko_desk.ui.theme import Nada


def test_the_oldest_is_on_top_with_village_phone_place_and_age(rak, tiga):
    rak.kantor.meja.pengambilan.atur_tempat("t", [1], "Rak B-3", rak.kantor.operator)
    dialog = rak.buka_belum()
    assert rak.list_nama() == ["SITI AMINAH", "BUDI SANTOSO", "WAGIMAN"]
    model = dialog.daftar.model
    kata = [[model.index(n, k).data() for k in range(1, 5)] for n in range(3)]
    assert kata[0] == [
        "SITI AMINAH\nTB-KK-2026-00001",
        "Gemekan\ntanpa nomor",
        "Rak B-3",
        "41 hari",
    ]
    assert kata[1][1:] == ["Japan\n081234567890", "–", "31 hari"]
    assert kata[2][3] == "hari ini"
    nada = [model.kolom[4].chip(model.row(n)) for n in range(3)]
    assert nada == [Nada.BAHAYA, Nada.BAHAYA, Nada.NETRAL]
    assert {"Belum diambil · 3", "2 lebih dari 7 hari · 2 lebih dari 30 hari"} <= {
        *list_kata(dialog)
    }


def test_a_week_is_a_warning_and_a_young_list_says_its_order(rak):
    rak.siap()
    rak.kantor.clock.maju(7 * HARI)
    dialog = rak.buka_belum()
    chip = dialog.daftar.model.kolom[4].chip
    assert chip(dialog.daftar.tampak()[0]) is Nada.NETRAL
    assert "yang paling lama di atas" in list_kata(dialog)
    rak.kantor.clock.maju(HARI)
    dialog.muat_ulang()
    assert chip(dialog.daftar.tampak()[0]) is Nada.PERINGATAN


@pytest.mark.parametrize("kolom", range(1, 5))
def test_a_click_on_a_head_sorts(rak, tiga, kolom):
    dialog = rak.buka_belum()
    dialog.daftar.tabel.sortByColumn(kolom, Qt.SortOrder.AscendingOrder)
    awal = rak.list_nama()
    dialog.daftar.tabel.sortByColumn(kolom, Qt.SortOrder.DescendingOrder)
    assert sorted(awal) == sorted(rak.list_nama())
    assert (awal == rak.list_nama()) == (kolom == 3)  # none lies anywhere yet


@pytest.mark.parametrize(
    "dicari", ["budi", "SANTOSO bu", "TB-1/416 japan", "tb-ktp-2026-00001", "japan bud", "rak b-4"]
)
def test_a_document_is_found_by_name_number_village_or_place(rak, tiga, dicari):
    service, operator = rak.kantor.meja.pengambilan, rak.kantor.operator
    service.atur_tempat("t", [tiga[1].ringkasan.id], "Rak B-4", operator)
    rak.kantor.gerak(tiga[2], "serahkan", "diserahkan", peringatan_dilihat=True)
    rak.buka_belum()
    rak.ketik(dicari)
    assert rak.list_nama() == ["BUDI SANTOSO"]
    assert any("1 dari 2 dokumen" in kata for kata in list_kata(rak.dialog))
    rak.tekan(ENTER)
    assert rak.dialog.panel.nama.text() == "BUDI SANTOSO"


def test_the_list_is_narrowed_to_a_village_and_given_back_by_escape(rak, tiga):
    dialog = rak.buka_belum()
    rak.tekan(K.Key_Tab)
    rak.ketik("japan")
    rak.tekan(ENTER)
    assert rak.list_nama() == ["BUDI SANTOSO", "WAGIMAN"]
    assert dialog.daftar.saringan() == "Desa Japan"
    dialog.daftar.cari.setFocus()
    rak.ketik("wag")
    assert dialog.daftar.saringan() == "Desa Japan, wag"
    rak.ketik("zzz")
    rak.tekan(ENTER)
    assert dialog.daftar.tabel._kosong[1] == "Tidak ditemukan"
    dialog.grab()
    rak.tekan(K.Key_Escape)
    assert len(rak.list_nama()) == 3
    assert rak.fokus() is dialog.daftar.cari
    assert dialog.daftar.saringan() == "Semua desa"


def test_letters_typed_in_the_table_go_on_in_the_field(rak, tiga):
    dialog = rak.buka_belum()
    rak.tekan(K.Key_Down)
    assert dialog.panel.nama.text() == "SITI AMINAH"
    rak.ketik("wag")
    assert dialog.daftar.cari.text() == "wag"
    assert dialog.panel.currentIndex() == 0  # the case that was chosen is not among them


def test_the_right_hand_side_says_whom_to_call_and_what_must_go_along(rak):
    sop = rak.kantor.sop()
    kode = sop.get_jenis("I.A.1").syarat[0].kode
    berkas = (TandaBerkas(kode, ada=True, bentuk=Bentuk.ASLI), *list_tanda(sop, "I.A.1")[1:])
    satu = rak.siap(
        nama=PANJANG,
        berkas=berkas,
        telepon="",
        pembawa_nama="SLAMET",
        pembawa_hubungan="anak",
        pembawa_telepon="085700009001",
    )
    rak.siap(nama="WAGIMAN")
    panel = rak.buka_belum().panel
    rak.tekan(K.Key_Down)
    assert panel.nama.text() == PANJANG
    assert panel.teks("Telepon pemohon") == "tidak ada nomor"
    assert panel.teks("Pembawa berkas") == "SLAMET, Anak, 085700009001"
    assert panel.teks("Tempat") == "belum dicatat"
    assert panel.teks("Siap sejak") == "23/11/2026"
    assert panel.teks("Nomor register") == satu.ringkasan.nomor_register
    assert panel.asli.isVisible()
    assert panel.asli.teks == f"Asli masih di kantor: {satu.berkas[0].nama}."
    rak.tekan(K.Key_Down)
    assert panel.teks("Telepon pemohon") == "081234567890"
    assert panel.teks("Pembawa berkas") == ""
    assert not panel.asli.isVisible()


@pytest.mark.parametrize("kunci", [(ENTER,), (ENTER, CTRL)])
def test_enter_opens_the_case_and_closes_the_window(rak, tiga, kunci):
    dialog = rak.buka_belum()
    dibuka = []
    dialog.buka_permohonan.connect(dibuka.append)
    rak.tekan(K.Key_Down, kali=2)
    rak.tekan(*kunci)
    hapus()
    assert dibuka == [tiga[1].ringkasan.id]
    assert not shiboken6.isValid(dialog)


def test_with_nothing_chosen_the_keys_say_what_to_do(rak, tiga):
    dialog = rak.buka_belum()
    for kunci in ((ENTER, CTRL), (K.Key_F2,)):
        rak.tekan(*kunci)
        assert dialog.spanduk.teks == "Pilih dulu dokumennya dengan panah atau pindaian."
        assert QApplication.activeModalWidget() is dialog


def test_a_scanned_receipt_chooses_its_document_or_says_where_it_is(rak, tiga):
    dialog = rak.buka_belum()
    rak.ketik("siti")
    dialog.pindai("TB-KTP-2026-00001")
    assert dialog.panel.nama.text() == "BUDI SANTOSO"
    assert rak.fokus() is dialog.daftar.tabel
    rak.kantor.terima(nama="MASIH DIPERIKSA")
    dialog.pindai("TB-KK-2027-00002")
    assert dialog.spanduk.teks == (
        "TB-KK-2027-00002 (MASIH DIPERIKSA) tidak menunggu diambil: Menunggu pemeriksaan Kasi."
    )
    dialog.pindai("TB-KK-2027-00009")
    assert "tidak ada dalam register" in dialog.spanduk.teks
    assert dialog.panel.nama.text() == "BUDI SANTOSO"


def test_what_is_seen_is_printed_in_front_of_the_window(rak, tiga):
    dialog = rak.buka_belum()
    rak.ketik("japan")
    rak.tekan(K.Key_P, CTRL)
    rak.tunggu(lambda: rak.pencetak.dialog is not None and rak.pencetak.dialog.isVisible())
    rak.tekan(K.Key_S, CTRL)
    rak.izinkan()
    rak.tekan(K.Key_Escape)
    rak.tunggu(lambda: rak.pencetak.dialog is None)
    assert [path.name for path in rak.keluar.glob("*.pdf")] == ["belum-diambil-2027-01-03.pdf"]
    assert dialog.isVisible()


def test_closing_waits_for_a_print_window_of_its_own(rak, tiga):
    dialog = rak.buka_belum()
    rak.tekan(K.Key_P, CTRL)
    rak.tunggu(lambda: rak.pencetak.dialog is not None and rak.pencetak.dialog.isVisible())
    cetak = rak.pencetak.dialog
    dialog.reject()
    hapus()
    assert shiboken6.isValid(dialog)
    cetak.reject()
    rak.tunggu(lambda: not shiboken6.isValid(dialog))


def test_an_empty_shelf_says_so(rak):
    dialog = rak.buka_belum()
    assert not dialog.panel.isVisible()
    assert dialog.daftar.tabel._kosong[1] == "Tidak ada dokumen yang menunggu diambil"
    dialog.grab()
    rak.tekan(K.Key_Down)
    rak.tekan(K.Key_Space)
    rak.tekan(K.Key_A, CTRL)
    rak.tekan(ENTER)
    assert dialog.isVisible()


def test_trouble_outside_is_said_in_front(rak, tiga):
    dialog = rak.buka_belum()
    rak.kabar.pesan.emit("Printer tidak menjawab.")
    assert dialog.spanduk.teks == "Printer tidak menjawab."


def test_a_register_that_cannot_be_read_is_said_and_loses_nothing(rak, tiga, tmp_path):
    dialog = rak.buka_belum()
    rak.tekan(K.Key_Down)
    rak.kantor.store.close()
    (tmp_path / "data" / "register.db").write_bytes(b"rusak" * 9000)
    dialog.muat_ulang()
    assert "kembalikan dari cadangan" in dialog.spanduk.teks
    assert len(rak.list_nama()) == 3
    dialog.spanduk.sembunyikan()
    kecil = rak.buka_tempat()
    assert kecil.terakhir == ()
    assert "kembalikan dari cadangan" in kecil.spanduk.teks
    kecil.spanduk.sembunyikan()
    rak.ketik("Rak B-3")
    rak.tekan(ENTER)
    assert kecil.spanduk.isVisible()
    rak.tekan(K.Key_Escape)
    dialog.spanduk.sembunyikan()
    rak.tekan(K.Key_Down)
    assert dialog.spanduk.isVisible()
    assert dialog.panel.currentIndex() == 0
    dialog.pindai("TB-KK-2026-00099")
    assert "kembalikan dari cadangan" in dialog.spanduk.teks


def test_no_number_of_a_person_is_shown_anywhere(rak, tiga):
    dialog = rak.buka_belum()
    rak.tekan(K.Key_Down)
    kecil = rak.buka_tempat()
    teks = list_kata(dialog) + list_kata(kecil)
    teks += [w.text() for w in dialog.findChildren(QLineEdit)]
    teks += [w.toolTip() + w.accessibleDescription() for w in dialog.findChildren(QWidget)]
    assert not [t for t in teks if NIK in t.replace(" ", "") or NKK in t.replace(" ", "")]
    rak.tekan(K.Key_Escape)


@pytest.mark.parametrize("ukuran", UKURAN)
def test_nothing_is_cut_on_any_screen_of_the_office(rak, ukuran):
    rak.siap(
        nama=PANJANG,
        telepon="081234567890123"[:14],
        alamat="Dusun Kedungmaling Wetan Gang Melati Raya Barat Nomor 17 Blok C",
        pembawa_nama=PANJANG,
        pembawa_hubungan="perangkat_desa",
        pembawa_telepon="085700009001",
    )
    dialog = rak.buka_belum()
    dialog.resize(*ukuran)
    rak.tekan(K.Key_Down)
    dialog.spanduk.tampilkan(Nada.INFO, "Satu kalimat yang cukup panjang untuk petugas loket.")
    hapus()
    assert list_terpotong(dialog) == []
    assert dialog.daftar.tabel.horizontalScrollBar().maximum() == 0  # the age is seen, too
    assert dialog.minimumSizeHint().width() <= UKURAN[0][0]
    assert dialog.minimumSizeHint().height() <= UKURAN[0][1]
