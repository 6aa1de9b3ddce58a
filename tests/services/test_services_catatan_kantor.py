"""The trail of looks and exports: written before anything is shown or saved, read by the Kasi."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import NAMA_KASI, NAMA_OPERATOR

from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.kejadian import JenisKejadian, KejadianBaru
from sooko_desk.services.catatan_kantor import (
    KATA_JENIS,
    Ekspor,
    SaringCatatan,
    sebut_isi,
    sebut_jenis,
)

EKSPOR = Ekspor("Register KK 2026", "XLSX", 12)


@pytest.fixture
def catatan(kantor):
    """The trail of an office with one case, which the operator looked at, and one export."""
    kantor.terima()
    kantor.meja.catatan.catat_dibuka(1, kantor.operator)
    kantor.meja.catatan.catat_ekspor(EKSPOR, kantor.kasi, kantor.operator)
    return kantor.meja.catatan


def baca(catatan, kasi, **saring):
    semua = catatan.list_catatan(SaringCatatan(**saring), kasi)
    return [(b.kejadian.jenis, b.kejadian.petugas, b.kode_pindai) for b in semua]


LIHAT = ("data_dibuka", NAMA_OPERATOR, "TB-KK-2026-00001")
SIMPAN = ("ekspor", NAMA_KASI, "")


@pytest.mark.parametrize(
    ("saring", "hasil"),
    [
        ({"jenis": "data_dibuka"}, [LIHAT]),
        ({"petugas": NAMA_KASI, "jenis": "ekspor"}, [SIMPAN]),
        ({"petugas": "Orang lain"}, []),
        ({"kode_pindai": "TB-KK-2026-00001"}, [LIHAT]),
        ({"hari": dt.date(2026, 11, 24)}, []),
        ({"hari": dt.date(2026, 11, 22)}, []),
    ],
)
def test_the_kasi_reads_what_fits_the_filter(catatan, kasi, saring, hasil):
    assert baca(catatan, kasi, **saring) == hasil


def test_without_a_filter_all_is_read_newest_first(catatan, kasi):
    semua = baca(catatan, kasi, hari=dt.date(2026, 11, 23))
    assert semua[:2] == [SIMPAN, LIHAT]
    assert semua == baca(catatan, kasi)
    assert catatan.list_petugas(kasi) == (NAMA_KASI, NAMA_OPERATOR)


def test_a_day_is_one_of_wib(kantor, kasi):
    for token, saat in (
        ("a", dt.datetime(2026, 11, 30, 16, 59, tzinfo=dt.UTC)),
        ("b", dt.datetime(2026, 11, 30, 17, 0, tzinfo=dt.UTC)),
    ):
        kantor.store.kejadian.catat(KejadianBaru(token, JenisKejadian.CADANGAN, kasi, saat))
    for hari, banyak in ((dt.date(2026, 11, 30), 1), (dt.date(2026, 12, 1), 1)):
        assert len(baca(kantor.meja.catatan, kasi, hari=hari)) == banyak


def test_an_operator_neither_reads_nor_allows(catatan, operator):
    with pytest.raises(RuleError, match="Hanya Kasi"):
        catatan.list_catatan(SaringCatatan(), operator)
    with pytest.raises(RuleError, match="Hanya Kasi"):
        catatan.list_petugas(operator)
    with pytest.raises(RuleError, match="Hanya Kasi"):
        catatan.catat_ekspor(EKSPOR, operator, operator)


def test_the_trail_holds_kind_and_count_and_nothing_of_a_citizen(catatan, kasi, kantor):
    isi = [b.kejadian.isi for b in catatan.list_catatan(SaringCatatan(), kasi)[:2]]
    assert isi[0] == {
        "dokumen": "Register KK 2026",
        "berkas": "XLSX",
        "jumlah": "12 orang",
        "diminta": NAMA_OPERATOR,
    }
    pemohon = kantor.store.permohonan.get(1).ringkasan.pemohon
    for rahasia in (pemohon.nik, pemohon.nkk, pemohon.nama):
        assert rahasia not in str(isi)


def test_every_kind_of_event_has_words():
    assert {str(j) for j in JenisKejadian} == {str(j) for j in KATA_JENIS}
    assert sebut_jenis("data_dibuka") == "Data lengkap dilihat"
    assert sebut_jenis("hal_baru") == "Hal baru"


def test_what_an_event_says_is_told_in_words_without_what_only_the_program_reads():
    isi = {"nama_lama": "Rini", "jejak": "ab12", "kosong": "", "hasil": "utuh"}
    assert sebut_isi(isi) == "Nama lama: Rini · Hasil: utuh"


@pytest.mark.parametrize(
    ("orang", "kata"),
    [
        (500, "Menyimpan Register sebagai PDF: 500 orang."),
        (
            1234,
            (
                "Menyimpan Register sebagai PDF: 1.234 orang. Lebih dari 500 orang: pastikan "
                "memang semuanya diperlukan."
            ),
        ),
    ],
)
def test_the_question_counts_the_people_and_warns_of_many(orang, kata):
    assert Ekspor("Register", "PDF", orang).pertanyaan == kata
