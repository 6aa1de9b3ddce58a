"""The tab of requirement lists, by keyboard."""

from __future__ import annotations

import shutil

import pytest
from builders import NAMA_KASI, make_meja
from ui.meja_syarat import ALT, CTRL, ENTER, HILANG, TANPA, K, MejaSyarat

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.sop import SifatSyarat
from sooko_desk.ui.pengaturan.tab_syarat import TERSIMPAN


@pytest.fixture
def tertutup(qapp, kantor):
    meja = MejaSyarat(kantor)
    yield meja
    meja.tutup()


@pytest.fixture
def meja(tertutup, kasi):
    return tertutup.buka(kasi)


BAWAAN = [
    "F-1.02 diisi dan ditandatangani pemohon",
    "Surat keterangan hilang dari kepolisian",
    "Fotokopi KTP-el",
    "Fotokopi kartu izin tinggal tetap (ITAP)",
]


def test_the_reasons_of_each_service_are_listed_and_their_papers_shown(meja):
    assert meja.fokus() is meja.tab.alasan
    assert list(meja.tanda())[:2] == ["I.A.1", "I.A.2"]
    assert set(meja.tanda().values()) == {""}
    meja.alasan(HILANG)
    assert meja.fokus() is meja.panel.daftar
    assert meja.tampak() == BAWAAN
    assert meja.panel.kartu.accessibleName() == "I.C.1  Hilang"
    meja.tekan(K.Key_2, ALT)
    assert next(iter(meja.tanda())) == "II.A"
    assert meja.panel.kartu.accessibleName() == "II.A  Baru"
    assert not meja.tab.is_diubah()


def test_the_kasi_adds_a_paper_and_it_holds(meja):
    meja.alasan(HILANG)
    meja.baris(2)
    meja.tekan(K.Key_Insert)
    meja.ketik("Surat pengantar RT")
    assert meja.tampak() == [*BAWAAN[:2], "Surat pengantar RT", *BAWAAN[2:]]
    assert meja.tanda()[HILANG] == "diubah"
    meja.tekan(ENTER)
    meja.ke("diperoleh")
    meja.ketik("Ketua RT")
    meja.tekan(ENTER)
    meja.ketik("Asli, ada stempel")
    assert meja.nama() == BAWAAN
    meja.simpan()
    assert meja.tab.spanduk.teks == TERSIMPAN
    baru = meja.berlaku()[2]
    assert (baru.kode, baru.nama) == ("kantor_1", "Surat pengantar RT")
    assert (baru.diperoleh, baru.rupa) == ("Ketua RT", "Asli, ada stempel")
    assert meja.tanda()[HILANG] == "kantor"
    assert (
        f"Daftar kantor, diubah 23/11/2026 oleh {NAMA_KASI}; bawaan SOP dapat dikembalikan."
        in meja.kata()
    )
    assert not meja.tab.is_diubah()


def test_every_field_of_a_paper_is_kept_as_typed(meja):
    meja.alasan(HILANG)
    meja.baris(4)
    meja.tekan(ENTER)
    isi = {
        "nama": "Surat izin tinggal",
        "bila": "bila warga asing",
        "diperoleh": "Imigrasi",
        "rupa": "Masih berlaku",
        "dasar": "UU 6/2011",
        "sumber": "Imigrasi Kediri",
    }
    for bidang, teks in isi.items():
        meja.ke(bidang)
        meja.ganti(teks)
    meja.simpan()
    assert {b: getattr(meja.berlaku()[3], b) for b in isi} == isi
    assert meja.berlaku()[3].kode == "itap"


def test_delete_move_and_undo_by_keys(meja):
    meja.alasan(HILANG)
    meja.baris(2)
    meja.tekan(K.Key_Delete)
    assert meja.tampak() == [BAWAAN[0], *BAWAAN[2:]]
    assert meja.panel.baris() == 1
    meja.tekan(K.Key_Up, ALT)
    assert meja.tampak()[0] == "Fotokopi KTP-el"
    meja.tekan(K.Key_Up, ALT)
    meja.tekan(K.Key_Down, ALT, kali=5)
    assert meja.tampak()[-1] == "Fotokopi KTP-el"
    assert meja.panel.baris() == 2
    meja.tekan(K.Key_Z, CTRL, kali=9)
    assert meja.tampak() == BAWAAN
    assert not meja.tab.is_diubah()
    assert meja.tanda()[HILANG] == ""


def test_in_a_field_delete_and_ctrl_z_are_the_fields_own(meja):
    meja.alasan(HILANG)
    meja.tekan(ENTER)
    meja.ketik("X")
    meja.tekan(K.Key_Z, CTRL)
    meja.tekan(K.Key_Home)
    meja.tekan(K.Key_Delete)
    assert meja.tampak() == ["-1.02 diisi dan ditandatangani pemohon", *BAWAAN[1:]]


def test_enter_goes_through_the_fields_and_a_held_key_does_not_run_away(meja):
    meja.alasan(HILANG)
    meja.tekan(ENTER)
    meja.tekan(ENTER)
    assert meja.fokus() is meja.isian.sifat.tombol("wajib")


def test_alternatives_are_chosen_in_words_and_bind_alike(meja):
    meja.alasan(HILANG)
    meja.baris(4)
    meja.tekan(ENTER)
    meja.ke("grup")
    meja.ketik("fotokopi ktp")
    meja.tekan(ENTER)
    assert meja.isian.grup.currentText() == "Fotokopi KTP-el"
    assert meja.isian.sifat.kode() == "wajib"
    meja.simpan()
    ktp, itap = meja.berlaku()[2:]
    assert (ktp.grup, ktp.sifat) == (itap.grup, itap.sifat) == ("kantor_1", SifatSyarat.WAJIB)
    meja.panel.daftar.setFocus()
    meja.baris(3)
    assert meja.isian.grup.currentText() == BAWAAN[3]
    meja.ke("grup")
    meja.ganti("")
    meja.tekan(K.Key_Tab)
    meja.simpan()
    assert {s.grup for s in meja.berlaku()} == {""}


def test_words_that_are_no_paper_are_refused_beside_the_field(meja):
    meja.alasan(HILANG)
    meja.tekan(ENTER)
    meja.ke("grup")
    meja.ketik("zzz")
    meja.tekan(ENTER)
    assert "tidak ada dalam daftar" in meja.isian.bidang["grup"].pesan


def test_a_conditional_paper_asks_when_and_the_caret_goes_there(meja):
    meja.alasan(HILANG)
    meja.baris(2)
    meja.tekan(ENTER)
    assert not meja.isian.teks["bila"].isEnabled()
    meja.ke("sifat")
    meja.tekan(K.Key_Right)
    assert meja.isian.teks["bila"].isEnabled()
    meja.alasan("I.A.2")
    meja.simpan()
    assert meja.panel.kartu.accessibleName() == "I.C.1  Hilang"
    assert meja.fokus() is meja.isian.teks["bila"]
    assert meja.isian.bidang["bila"].pesan == "Tulis keadaannya, misalnya: bila orang asing."
    assert "Belum tersimpan" in meja.tab.spanduk.teks
    assert meja.nama() == BAWAAN
    meja.ketik("bila hilang di jalan")
    meja.simpan()
    assert meja.berlaku()[1].bila == "bila hilang di jalan"


def test_a_condition_to_look_at_has_no_alternative(meja):
    meja.alasan(HILANG)
    meja.baris(2)
    meja.tekan(ENTER)
    meja.ke("sifat")
    meja.tekan(K.Key_Left)
    assert meja.isian.sifat.kode() == "catatan"
    assert not meja.isian.grup.isEnabled()


def test_an_emptied_list_says_so_and_is_not_stored(meja):
    meja.alasan("I.A.6")
    meja.tekan(K.Key_Delete, kali=3)
    assert meja.tampak() == []
    assert not meja.isian.isVisible()
    meja.simpan()
    assert meja.tab.spanduk.teks.startswith("Belum ada berkas wajib.")
    meja.panel.daftar.setFocus()
    meja.tekan(K.Key_Insert)
    meja.ketik("Surat baru")
    meja.simpan()
    assert meja.nama("I.A.6") == ["Surat baru"]


def test_no_more_than_twenty_papers_can_be_added(meja):
    meja.alasan(HILANG)
    for _ in range(20):
        meja.panel.daftar.setFocus()
        meja.tekan(K.Key_Insert)
    assert len(meja.tampak()) == 20


def test_what_is_typed_waits_while_other_reasons_are_looked_at(meja):
    for kode in (HILANG, "I.A.1"):
        meja.alasan(kode)
        meja.tekan(K.Key_Insert)
        meja.ketik(f"Surat {kode}")
    meja.tekan(K.Key_2, ALT)
    meja.tekan(K.Key_1, ALT)
    assert meja.tanda()["I.A.1"] == meja.tanda()[HILANG] == "diubah"
    meja.alasan(HILANG)
    assert meja.tampak()[1] == "Surat I.C.1"
    meja.simpan()
    assert meja.nama()[1] == "Surat I.C.1"
    assert meja.nama("I.A.1")[1] == "Surat I.A.1"


def test_the_sops_own_list_comes_back_and_that_can_be_undone(meja):
    meja.alasan(HILANG)
    meja.tekan(K.Key_Insert)
    meja.ketik("Surat kantor")
    meja.simpan()
    kantor = meja.nama()
    meja.ketik(" lagi")
    meja.dialog.kembalikan.click()
    assert meja.nama() == meja.tampak() == BAWAAN
    assert meja.tanda()[HILANG] == ""
    assert "kembali seperti bawaan SOP" in meja.tab.spanduk.teks
    meja.tab.spanduk.aksi_dipilih.emit()
    assert meja.nama() == kantor
    assert meja.tampak()[1].startswith("Surat kantor")
    assert [bool(b.isi) for b in meja.service.list_riwayat("KK", HILANG)] == [True, False, True]
    meja.tab.spanduk.aksi_dipilih.emit()
    assert meja.nama() == kantor


def test_a_list_that_is_the_sops_own_already_is_left_alone(meja):
    meja.alasan(HILANG)
    meja.dialog.kembalikan.click()
    assert meja.tab.spanduk.teks == "Daftar ini sudah sama dengan bawaan SOP."
    assert meja.service.list_riwayat("KK", HILANG) == ()


def test_a_kept_list_that_cannot_be_read_is_told_at_its_place(tertutup, kasi):
    tertutup.kantor.store.pengaturan.simpan(
        f"syarat/KK/{HILANG}", "rusak", kasi, tertutup.kantor.clock.now()
    )
    meja = tertutup.buka(kasi)
    meja.alasan(HILANG)
    assert meja.service.masalah[0] in meja.kata()
    meja.dialog.kembalikan.click()
    assert meja.service.masalah == ()
    assert "Daftar bawaan SOP." in meja.kata()


def test_the_operator_reads_and_changes_nothing(tertutup, operator):
    meja = tertutup.buka(operator)
    assert meja.tab._hanya_kasi.isVisible()
    meja.alasan(HILANG)
    for tombol, tambahan in (
        (K.Key_Insert, TANPA),
        (K.Key_Delete, TANPA),
        (K.Key_Down, ALT),
        (K.Key_Z, CTRL),
    ):
        meja.tekan(tombol, tambahan)
    meja.tekan(ENTER)
    meja.ketik("X")
    meja.simpan()
    assert meja.tampak() == meja.nama() == BAWAAN
    assert not meja.isian.grup.isEnabled()


def test_without_an_officer_nothing_is_stored(meja):
    meja.alasan(HILANG)
    meja.tekan(K.Key_Delete)
    meja.tab.set_petugas(None)
    assert not meja.tab.simpan()
    meja.tab.kembalikan_bawaan()
    assert meja.service.list_riwayat("KK", HILANG) == ()


def test_a_role_that_lost_its_right_is_told_why(meja, operator):
    meja.alasan(HILANG)
    meja.tekan(K.Key_Delete)
    meja.tab.set_petugas(operator)
    assert not meja.tab.simpan()
    assert "Hanya Kasi Pelayanan yang mengubah daftar syarat." in meja.tab.spanduk.teks
    meja.tab.kembalikan_bawaan()
    assert "Hanya Kasi Pelayanan yang mengubah daftar syarat." in meja.tab.spanduk.teks
    assert meja.tampak() == [*BAWAAN[1:]]


@pytest.fixture
def tanpa_sop(qapp, tmp_path, clock):
    """A counter whose SOPs are in force some years later."""
    folder = shutil.copytree(AKAR / "sop_data", tmp_path / "sop_data")
    for path in folder.glob("*.toml"):
        teks = path.read_text(encoding="utf-8")
        path.write_text(teks.replace("2025-02-26", "2030-01-01"), encoding="utf-8")
    kantor = make_meja(tmp_path / "kosong", clock, folder)
    meja = MejaSyarat(kantor)
    yield meja
    meja.tutup()
    kantor.store.close()


def test_a_day_without_an_sop_in_force_says_so(tanpa_sop):
    meja = tanpa_sop.buka(tanpa_sop.kantor.kasi)
    assert meja.tab.model.rowCount() == 0
    assert not meja.panel.isVisible()
    meja.tekan(K.Key_1, ALT)
    meja.dialog.kembalikan.click()
    assert not meja.tab.is_diubah()
