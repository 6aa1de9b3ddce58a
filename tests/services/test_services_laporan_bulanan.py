"""Laporan bulanan: counts beside two other months, what waits, an empty month, a spreadsheet."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import pytest
from builders import DESA, SENIN_PAGI
from printing.pdf_baca import words

from sooko_desk.data.gangguan import GangguanBaru
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.kantor import Pejabat
from sooko_desk.domain.waktu import WIB
from sooko_desk.services.cetak_ulang import CetakUlangService
from sooko_desk.services.kiriman import PerintahKirim
from sooko_desk.services.laporan_bulanan import Bulan

NOVEMBER = Bulan(2026, 11)
SEHARI = 24 * 60


@pytest.fixture
def bulanan(kantor):
    return kantor.meja.laporan.bulanan


def tabel(isi, sifat):
    return next((t.baris for t in isi.tabel if t.sifat == sifat), None)


def per_uraian(isi):
    return {baris[0]: baris[1:] for baris in tabel(isi, "perbandingan")}


def atur(kantor, *kapan):
    kantor.clock.atur(dt.datetime(*kapan, tzinfo=WIB))


def test_a_month_beside_the_one_before_and_the_same_a_year_ago(kantor, bulanan):
    atur(kantor, 2025, 11, 3, 9)
    kantor.terima()
    atur(kantor, 2026, 10, 30, 9)
    kantor.sampai(kantor.terima(), "serahkan")
    atur(kantor, 2026, 11, 5, 9)
    kk = kantor.sampai(kantor.terima(), "serahkan")
    kantor.gerak(kk, "serahkan", "diserahkan")
    kantor.gerak(kantor.terima("KTP"), "periksa", "tidak_lengkap", alasan="Buram")
    isi = bulanan.susun(NOVEMBER)
    assert per_uraian(isi) == {
        "Permohonan diterima": ("2", "1", "1"),
        "Selesai dan diserahkan": ("1", "0", "0"),
        "Dikembalikan kepada pemohon": ("1", "0", "0"),
        "Ditolak verifikator atau Dispendukcapil": ("0", "0", "0"),
        "Tercatat di register": ("1", "1", "0"),
        "Pembetulan data": ("0", "0", "0"),
        "Daftar pengiriman": ("0", "0", "0"),
        "Gangguan SIAK": ("0", "0", "0"),
    }
    assert dict(isi.fakta)["Permohonan"] == "2 diterima"
    assert tabel(isi, "jenis")[-1] == ("JUMLAH", "2", "1", "1", "0", "1", "1")
    (desa,) = tabel(isi, "desa")
    assert desa == ("Japan", "2", "1", "1", "–", "1", "1")
    (sop,) = tabel(isi, "sop")
    assert sop[0].startswith("Kartu Keluarga (KK), 065/76/")
    assert sop[1:4] == ("1", "1", "1 dari 1 (100%)")


def test_what_waits_is_told_as_it_was_at_the_months_end(kantor, bulanan):
    atur(kantor, 2026, 10, 20, 9)
    lama = kantor.terima(nama="Lama")
    siap = kantor.sampai(kantor.terima(nama="Siap"), "serahkan")
    atur(kantor, 2026, 11, 3, 9)
    kantor.gerak(siap, "serahkan", "diserahkan")
    kantor.gerak(lama, "periksa", "tidak_lengkap", alasan="Buram")
    oktober = bulanan.susun(Bulan(2026, 10))
    assert tabel(oktober, "terlama") == (
        (
            "TB-KK-2026-00001",
            "I.A.1 Membentuk Keluarga Baru",
            "Japan",
            "Menunggu pemeriksaan Kasi",
            "20/10/2026",
            "11",
        ),
    )
    assert tabel(oktober, "umur") == (("KK", "0", "1", "0", "1"),)
    november = bulanan.susun(NOVEMBER)
    assert tabel(november, "umur") == ()
    assert tabel(november, "terlama")[0][3] == "Dikembalikan, menunggu pemohon"
    assert dict(november.fakta)["Keadaan"].startswith("bulan berjalan, sampai 03/11/2026")
    assert "Keadaan" not in dict(oktober.fakta)


def test_outages_and_batches_of_the_month(kantor, bulanan):
    mulai = SENIN_PAGI.replace(hour=8, minute=0)
    gangguan = kantor.store.gangguan
    gangguan.mulai(GangguanBaru("a", "siak", "listrik", kantor.kasi, mulai))
    gangguan.selesai(GangguanBaru("b", "siak", "", kantor.kasi, mulai + dt.timedelta(minutes=30)))
    gangguan.mulai(GangguanBaru("c", "siak", "", kantor.kasi, SENIN_PAGI))
    ktp = kantor.sampai(kantor.terima("KTP"), "kirim")
    kantor.meja.kiriman.kirim(
        PerintahKirim("k", (ktp.ringkasan.id,), {"cara_pengiriman": "siak"}), kantor.operator
    )
    isi = bulanan.susun(NOVEMBER)
    assert per_uraian(isi)["Daftar pengiriman"][0] == "1 (1 permohonan)"
    assert per_uraian(isi)["Gangguan SIAK"][0] == "2 (30 menit kantor)"
    assert tabel(isi, "gangguan") == (
        ("23/11/2026 08.00", "23/11/2026 08.30", "30", "listrik"),
        ("23/11/2026 09.05", "belum pulih", "0", ""),
    )
    assert tabel(isi, "kiriman")[0][1:] == ("KTP", "23/11/2026 09.05", "1")


def test_a_case_whose_clock_jumped_is_not_measured(kantor, bulanan):
    kk = kantor.sampai(kantor.terima(), "cetak")
    kantor.clock.maju(-SEHARI)
    kantor.sampai(kk, "serahkan")
    assert tabel(bulanan.susun(NOVEMBER), "sop")[0][1:5] == ("1", "0", "–", "–")


def test_a_village_that_the_table_does_not_know_is_told_by_its_code(kantor, bulanan):
    kantor.terima()
    bulanan._nama_desa.clear()
    isi = bulanan.susun(NOVEMBER)
    assert tabel(isi, "desa")[0][0] == tabel(isi, "terlama")[0][2] == DESA


def test_an_empty_month_gives_a_clear_page(kantor, bulanan):
    kantor.terima()
    teks = words(bulanan.build_dokumen(2026, 8).isi)
    assert "tidak ada permohonan pada Agustus 2026" in teks
    assert "Halaman 1 dari 1" in teks
    assert tabel(bulanan.susun(Bulan(2026, 8)), "jenis") is None


def test_a_month_in_which_nothing_but_a_scan_was_told_has_empty_tables(kantor, bulanan):
    kk = kantor.sampai(kantor.terima(), "serahkan")
    atur(kantor, 2026, 12, 1, 9)
    kantor.meja.pengambilan.atur_tempat("t", [kk.ringkasan.id], "Rak A-1", kantor.operator)
    isi = bulanan.susun(Bulan(2026, 12))
    assert tabel(isi, "jenis") == tabel(isi, "desa") == tabel(isi, "sop") == ()


def test_a_month_to_come_is_refused(bulanan):
    for build in (bulanan.build_dokumen, bulanan.build_xlsx):
        with pytest.raises(RuleError, match="Desember 2026 belum tiba"):
            build(2026, 12)


def test_months_and_years_that_can_be_chosen(kantor, bulanan):
    assert bulanan.list_tahun() == (2026,)
    assert bulanan.list_bulan(2026) == (0,) * 11
    kantor.clock.atur(dt.datetime(2025, 12, 31, 23, 30, tzinfo=WIB))
    kantor.terima()
    kantor.clock.atur(dt.datetime(2026, 1, 1, 6, 30, tzinfo=WIB))  # the year before in UTC
    kantor.terima()
    kantor.clock.atur(SENIN_PAGI)
    assert bulanan.list_tahun() == (2026, 2025)
    assert bulanan.list_bulan(2025) == (*(0,) * 11, 1)
    assert bulanan.list_bulan(2026) == (1, *(0,) * 10)


def test_the_spreadsheet_has_a_sheet_for_each_table_and_only_text(kantor, bulanan):
    kantor.terima(catatan="=1+1")
    dokumen = bulanan.build_xlsx(2026, 11)
    assert dokumen.nama_berkas == "laporan-2026-11.xlsx"
    assert bulanan.build_xlsx(2026, 11).isi == dokumen.isi
    arsip = zipfile.ZipFile(io.BytesIO(dokumen.isi))
    nama = re.findall(r'<sheet name="([^"]+)"', arsip.read("xl/workbook.xml").decode())
    assert nama == [
        *("Ringkasan", "Perbandingan", "Jenis", "Desa", "Sop"),
        *("Terlama", "Umur", "Gangguan", "Kiriman"),
    ]
    for lembar in (n for n in arsip.namelist() if n.startswith("xl/worksheets/")):
        teks = arsip.read(lembar).decode()
        assert "<f>" not in teks
        assert len(re.findall("<c ", teks)) == len(re.findall('t="s"', teks))
    assert "Tidak ada gangguan." in arsip.read("xl/sharedStrings.xml").decode()


def test_the_report_is_built_again_from_the_print_log(kantor, bulanan):
    dokumen = bulanan.build_dokumen(2026, 11)
    assert CetakUlangService(kantor.meja).build(dokumen.rujukan).isi == dokumen.isi


def test_the_official_of_that_month_signs(kantor, bulanan):

    lama = Pejabat(
        "1", "WAGIMAN", "Kepala Seksi Pelayanan", dt.date(2025, 1, 1), dt.date(2026, 10, 31)
    )
    kini = Pejabat("2", "ENDANG", "Kepala Seksi Pelayanan", dt.date(2026, 11, 1))
    kantor.meja.kantor.isi.simpan_pejabat((lama, kini), kantor.kasi)
    assert "31 Oktober 2026 Kepala Seksi Pelayanan WAGIMAN" in words(
        bulanan.build_dokumen(2026, 10).isi
    )
    assert "ENDANG" in words(bulanan.build_dokumen(2026, 11).isi)
