"""The tab of holidays, worked by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from ui.pengaturan_uji import CTRL, K, ketik, list_terpotong, tanpa_nama, tekan

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.services.jadwal import JadwalService
from sooko_desk.sop.libur import BarisLibur
from sooko_desk.ui.pengaturan.isian_libur import pilih_csv
from sooko_desk.ui.pengaturan.tab_libur import TabLibur

HANYA_KASI = (
    "Hanya Kasi Pelayanan yang mengubah hari libur. Tutup jendela ini dengan Esc, lalu tekan F12 "
    "untuk berganti petugas."
)
HARI_JADI = BarisLibur("09/05/2026", "Hari Jadi Kabupaten Mojokerto", "libur daerah")


@pytest.fixture
def libur(service, kasi, tampil, tmp_path):
    return tampil(TabLibur(service, lambda _: tmp_path / "impor.csv"), kasi)


def nama_tampil(libur):
    return [libur.model.row(n).isi.nama for n in range(libur.model.rowCount())]


def test_the_present_year_is_shown_first_with_its_counts(libur):
    assert libur.tahun.kode() == "2026"
    assert libur.model.rowCount() == 25
    assert libur._jumlah.text() == (
        "25 hari libur: 17 libur nasional, 8 cuti bersama, 0 libur daerah"
    )
    assert libur.tahun_baru.text() == "2028"
    assert tanpa_nama(libur) == []
    assert list_terpotong(libur) == []
    libur.tahun.set_kode("semua")
    libur.tahun.dipilih.emit("semua")
    assert libur.model.rowCount() == 79


def isi_garis(*teks):
    for satu in teks:
        ketik(satu)
        tekan(K.Key_Return)


def test_a_row_is_added_by_keyboard_and_the_line_waits_for_the_next(libur, service):
    tekan(K.Key_N, CTRL)
    isi_garis("9/5/2026", "Hari Jadi Kabupaten Mojokerto", "libur daerah")
    assert QApplication.focusWidget() is libur.garis.masukkan
    assert list_terpotong(libur) == []
    assert tanpa_nama(libur) == []
    tekan(K.Key_Return)
    assert libur.tabel.baris().isi == HARI_JADI
    assert QApplication.focusWidget() is libur.garis.tanggal
    assert libur.garis.tanggal.text() == ""
    assert libur.is_diubah()
    tekan(K.Key_Escape)
    assert not libur.garis.isVisible()
    assert QApplication.focusWidget() is libur.tabel
    assert libur.simpan()
    assert HARI_JADI in service.get_libur()
    assert not libur.is_diubah()
    assert libur.spanduk.teks == "Hari libur tersimpan dan langsung berlaku."


def test_a_row_in_another_year_shows_that_year(libur):
    tekan(K.Key_N, CTRL)
    isi_garis("17 Agustus 2029", "Hari Kemerdekaan", "libur nasional")
    tekan(K.Key_Return)
    assert libur.tahun.kode() == "2029"
    assert libur.tabel.baris().isi.tanggal == "17/08/2029"


@pytest.mark.parametrize(
    ("tanggal", "nama", "kata", "kunci"),
    [
        ("31/02/2026", "Libur", "Februari 2026 hanya sampai tanggal 28", "tanggal"),
        ("1/1/2026", "", "Nama hari libur belum diisi.", "nama"),
        ("25/12/2026", "hari raya natal", "sudah tercatat. Hapus salah satu.", "tanggal"),
    ],
)
def test_a_wrong_row_stays_in_the_line_and_stops_the_save(libur, tanggal, nama, kata, kunci):
    tekan(K.Key_N, CTRL)
    isi_garis(tanggal, nama, "libur nasional")
    tekan(K.Key_Return)
    assert kata in libur.garis.pesan.text()
    assert QApplication.focusWidget() is getattr(libur.garis, kunci)
    assert not libur.simpan()
    tekan(K.Key_N, CTRL)
    assert libur.garis.tanggal.nilai() != ""
    assert libur.model.rowCount() == 25
    assert list_terpotong(libur) == []


def test_an_unknown_kind_is_told(libur):
    tekan(K.Key_N, CTRL)
    isi_garis("1/1/2026", "Libur", "besok")
    assert "Pilih jenis: libur nasional" in libur.garis.pesan.text()


def test_a_row_is_changed_with_enter_and_saved_straight_from_the_line(libur, service):
    libur.tabel.pilih(libur.model.key(0))
    tekan(K.Key_Return)
    assert libur.garis.nama.text() == "Tahun Baru Masehi"
    tekan(K.Key_Return)
    ketik("Tahun Baru")
    assert libur.is_diubah()
    assert libur.simpan()
    assert BarisLibur("01/01/2026", "Tahun Baru", "libur nasional") in service.get_libur()
    assert len(service.get_libur()) == 79


def test_a_changed_row_goes_back_to_the_table(libur):
    libur.tabel.pilih(libur.model.key(0))
    tekan(K.Key_Return)
    isi_garis("2/1/2026")
    libur.garis.masukkan.setFocus()
    tekan(K.Key_Return)
    assert QApplication.focusWidget() is libur.tabel
    assert libur.tabel.baris().isi.tanggal == "02/01/2026"


def test_rows_are_deleted_one_after_the_other_and_brought_back(libur):
    semua = nama_tampil(libur)
    libur.tabel.pilih(libur.model.key(0))
    tekan(K.Key_Delete)
    tekan(K.Key_Delete)
    assert nama_tampil(libur) == semua[2:]
    tekan(K.Key_Z, CTRL)
    assert nama_tampil(libur) == semua[1:]
    tekan(K.Key_Z, CTRL)
    assert nama_tampil(libur) == semua
    assert not libur.urungkan.isEnabled()
    assert not libur.is_diubah()


def test_deleting_the_row_in_the_line_closes_the_line(libur):
    libur.tabel.pilih(libur.model.key(0))
    tekan(K.Key_Return)
    libur.tabel.setFocus()
    tekan(K.Key_Delete)
    assert not libur.garis.isVisible()


def test_an_empty_table_can_be_saved_and_deletes_nothing_more(libur, service):
    libur._pasang((), "2026")
    libur.tabel.setFocus()
    tekan(K.Key_Delete)
    assert libur.simpan()
    assert service.get_libur() == ()
    assert libur.tahun_baru.text() == "2026"


def test_the_holidays_of_a_year_are_added_and_taken_back(libur):
    libur.tahun_baru.setFocus()
    ketik("2028")
    tekan(K.Key_Return)
    tekan(K.Key_Return)
    assert libur.tahun.kode() == "2028"
    assert libur.spanduk.teks == (
        "17 hari libur tahun 2028 ditambahkan. 8 masih perkiraan. Cuti bersama belum ada; "
        "tambahkan setelah ditetapkan. Belum tersimpan."
    )
    libur.tambah_tahun.click()
    assert libur.spanduk.teks == "Semua hari libur tahun 2028 sudah ada di daftar."
    libur.tabel.setFocus()
    tekan(K.Key_Z, CTRL)
    assert not libur.is_diubah()


@pytest.mark.parametrize(
    ("teks", "kata"), [("28", "Tulis tahun dengan 4 angka"), ("1990", "Tahun 1990 tidak ada")]
)
def test_a_year_that_is_none_is_told(libur, teks, kata):
    libur.tahun_baru.setFocus()
    ketik(teks)
    libur.tambah_tahun.click()
    assert kata in libur.spanduk.teks
    assert QApplication.focusWidget() is libur.tahun_baru


def test_what_is_half_typed_outlives_an_import(libur, tmp_path):
    (tmp_path / "impor.csv").write_text(
        "tanggal,nama,jenis\n9/5/2026,Hari Jadi,libur daerah\n"
        "25/12/2026,Hari Raya Natal,libur nasional\n",
        encoding="utf-8",
    )
    tekan(K.Key_N, CTRL)
    ketik("1/6/2026")
    libur.impor.click()
    assert libur.spanduk.teks == (
        "1 hari libur dari impor.csv ditambahkan. 1 sudah ada. Belum tersimpan."
    )
    assert libur.garis.isVisible()
    assert libur.garis.tanggal.nilai() == "01/06/2026"
    assert libur.tabel.baris().isi.nama == "Hari Jadi"


def test_a_wrong_file_is_told_with_its_line(libur, tmp_path):
    (tmp_path / "impor.csv").write_text(
        "tanggal,nama,jenis\n31/02/2026,x,cuti bersama\n", encoding="utf-8"
    )
    libur.impor.click()
    assert libur.spanduk.teks.startswith("impor.csv, baris 2: Februari 2026 hanya sampai")
    assert not libur.is_diubah()


def test_a_file_that_breaks_off_brings_no_row_and_the_whole_one_brings_each_once(
    libur, service, tmp_path
):
    """As a copy from a stick that was pulled: the last line ends in the middle."""
    utuh = "tanggal,nama,jenis\n09/05/2026,Hari Jadi,libur daerah\n10/06/2026,Haul,libur daerah\n"
    berkas = tmp_path / "impor.csv"
    for sampai in range(utuh.index("10/06") + 1, len(utuh) - 1):
        berkas.write_text(utuh[:sampai], encoding="utf-8")
        libur.impor.click()
        assert "baris 3" in libur.spanduk.teks
        assert not libur.is_diubah()
    berkas.write_text(utuh, encoding="utf-8")
    for _ in range(3):
        libur.impor.click()
        assert [nama_tampil(libur).count(n) for n in ("Hari Jadi", "Haul")] == [1, 1]
    assert libur.simpan()
    simpanan = [b.nama for b in service.get_libur()]
    assert [simpanan.count(n) for n in ("Hari Jadi", "Haul")] == [1, 1]
    libur.impor.click()
    assert not libur.is_diubah()


def test_giving_up_the_choice_of_a_file_changes_nothing(service, kasi, tampil):
    libur = tampil(TabLibur(service, lambda _: None), kasi)
    libur.impor.click()
    assert not libur.spanduk.isVisible()


def test_the_shipped_holidays_come_back_and_can_be_taken_back(libur, service):
    libur.tabel.pilih(libur.model.key(0))
    tekan(K.Key_Delete)
    assert libur.simpan()
    tekan(K.Key_Delete)
    libur.kembalikan_bawaan()
    assert service.is_bawaan_libur()
    assert libur.model.rowCount() == 25
    libur.spanduk.aksi_dipilih.emit()
    assert len(service.get_libur()) == 78
    assert libur.model.rowCount() == 23
    assert libur.is_diubah()


def test_rows_that_are_stored_twice_are_marked_when_saved(kantor, kasi, tampil):
    teks = "tanggal,nama,jenis\n" + "2025-05-09,Hari Jadi,libur daerah\n" * 2
    kantor.store.pengaturan.simpan("hari_libur", teks, kasi, kantor.clock.now())
    folder = AKAR / "sop_data" / "tabel"
    libur = tampil(TabLibur(JadwalService(kantor.store.pengaturan, folder, kantor.clock)), kasi)
    assert not libur.simpan()
    assert "sudah tercatat" in libur.garis.pesan.text()
    assert QApplication.focusWidget() is libur.garis.tanggal


def test_the_operator_only_looks_at_the_holidays(service, operator, tampil):
    libur = tampil(TabLibur(service), operator)
    libur.tabel.pilih(libur.model.key(0))
    for kunci, modifier in ((K.Key_Return, None), (K.Key_Delete, None), (K.Key_N, CTRL)):
        tekan(kunci, modifier or Qt.KeyboardModifier.NoModifier)
    assert not libur.garis.isVisible()
    assert not libur.is_diubah()
    assert libur._hanya_kasi.isVisible()
    assert libur._hanya_kasi.text() == HANYA_KASI
    assert not libur.simpan()
    assert libur.spanduk.teks == HANYA_KASI
    libur.kembalikan_bawaan()
    assert libur.spanduk.teks == HANYA_KASI


def test_nobody_saves_holidays_before_an_officer_signed_in(service, tampil):
    libur = tampil(TabLibur(service), None)
    assert not libur.simpan()
    libur.kembalikan_bawaan()
    assert service.list_riwayat() == ()


def test_taking_back_a_reset_of_holidays_is_refused_to_the_operator(libur, operator):
    libur.tabel.pilih(libur.model.key(0))
    tekan(K.Key_Delete)
    assert libur.simpan()
    libur.kembalikan_bawaan()
    libur.set_petugas(operator)
    libur.spanduk.aksi_dipilih.emit()
    assert libur.spanduk.teks == HANYA_KASI


@pytest.mark.parametrize("jadi", [QFileDialog.DialogCode.Accepted, QFileDialog.DialogCode.Rejected])
def test_the_systems_dialog_gives_the_file_or_nothing(libur, tmp_path, jadi):
    """Without its loop: nothing in a test could close a dialog that the system draws."""
    berkas = tmp_path / "libur.csv"
    berkas.write_text("tanggal,nama,jenis\n", encoding="utf-8")
    dilihat = []

    def jawab(dialog):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dilihat.append((dialog.fileMode(), dialog.acceptMode(), dialog.nameFilters()))
        dilihat.append(dialog.labelText(QFileDialog.DialogLabel.Accept))
        dialog.selectFile(str(berkas))
        return jadi.value

    assert pilih_csv(libur, jawab) == (berkas if jadi.value else None)
    assert dilihat == [
        (
            QFileDialog.FileMode.ExistingFile,
            QFileDialog.AcceptMode.AcceptOpen,
            ["Tabel CSV (*.csv)", "Semua berkas (*)"],
        ),
        "Impor",
    ]
