"""Head, logo and officials of the office: first ones, changes by the Kasi, and as of a day."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import replace

import pytest
from builders import NAMA_KASI, SENIN_PAGI, make_meja

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.domain.errors import FieldsError, RuleError
from sooko_desk.domain.kantor import (
    JABATAN_CAMAT,
    JABATAN_KASI,
    BentukJabatan,
    Kantor,
    Pejabat,
)
from sooko_desk.domain.waktu import JamTetap
from sooko_desk.services.kantor import KOP_TANPA_SOP, KantorService

SENIN = dt.date(2026, 11, 23)
BARU = Kantor(
    ("PEMERINTAH KABUPATEN MOJOKERTO", "KECAMATAN SOOKO", "Jl. Contoh 1"),
    "0f" * 32,
    "Sooko",
    "Pelayanan ini gratis.",
)
CAMAT = Pejabat("1", "SLAMET MISAL", JABATAN_CAMAT, SENIN)


def make_service(kantor):
    return KantorService(kantor.store, kantor.meja.rak, kantor.clock)


@pytest.fixture
def service(kantor):
    return make_service(kantor)


@pytest.fixture
def tanpa_sop(tmp_path):
    """The office's tables, and no SOP."""
    shutil.copytree(AKAR / "sop_data" / "tabel", tmp_path / "sop" / "tabel")
    kantor = make_meja(tmp_path / "data", JamTetap(SENIN_PAGI), tmp_path / "sop")
    yield kantor
    kantor.store.close()


def test_the_sheet_gives_the_first_head_and_camat_and_the_officers_the_kasi(kantor, service):
    lembar = kantor.sop().lembar
    assert service.kantor() == Kantor(lembar.kop)
    camat = service.find_pejabat(JABATAN_CAMAT, SENIN)
    assert (camat.nama, camat.pangkat, camat.nip) == (
        lembar.pengesah_nama,
        lembar.pengesah_pangkat,
        lembar.pengesah_nip,
    )
    assert service.find_pejabat(JABATAN_KASI, SENIN).nama == NAMA_KASI
    assert service.pejabat(SENIN) == service.list_pejabat()
    assert service.pejabat(lembar.tanggal_efektif - dt.timedelta(days=1)) == ()
    # The first list can be stored as it is.
    assert service.simpan_pejabat(service.list_pejabat(), kantor.kasi) == service.list_pejabat()


def test_without_a_kasi_the_list_has_the_camat_alone(kantor, service):
    kantor.store._db.execute_sql("UPDATE petugas SET aktif = 0 WHERE peran = 'kasi'")
    assert [p.jabatan for p in service.list_pejabat()] == [JABATAN_CAMAT]


def test_an_empty_shelf_still_gives_a_head(tanpa_sop):
    service = make_service(tanpa_sop)
    assert service.kantor().kop == KOP_TANPA_SOP
    assert service.list_pejabat() == ()


def test_what_the_kasi_sets_holds_from_then_on(kantor, service):
    awal = service.kantor()
    kantor.clock.maju(10)
    rapi = service.simpan_kantor(
        replace(BARU, kop=("", " PEMERINTAH  KABUPATEN MOJOKERTO", *BARU.kop[1:], " ")),
        kantor.kasi,
    )
    assert rapi == service.kantor() == BARU
    kantor.clock.maju(10)
    service.simpan_kantor(replace(BARU, tempat="Mojokerto"), kantor.kasi)
    assert service.kantor(SENIN_PAGI) == awal
    assert service.kantor(SENIN_PAGI + dt.timedelta(minutes=10)) == BARU
    assert service.kantor().tempat == "Mojokerto"
    assert make_service(kantor).kantor().tempat == "Mojokerto"


def test_an_old_day_has_the_official_of_its_time(kantor, service):
    lama = replace(CAMAT, dari=dt.date(2025, 1, 1), sampai=SENIN, nip="19700101 199003 1 001")
    plt = Pejabat(
        "2",
        " RINI   CONTOH ",
        JABATAN_CAMAT,
        SENIN + dt.timedelta(days=1),
        pangkat="Penata",
        bentuk=BentukJabatan.PLT,
    )
    daftar = service.simpan_pejabat((lama, plt), kantor.kasi)
    assert daftar == service.list_pejabat()
    assert (daftar[0].nip, daftar[1].nama) == ("197001011990031001", "RINI CONTOH")
    assert service.find_pejabat(JABATAN_CAMAT, SENIN) == daftar[0]
    assert service.find_pejabat(JABATAN_CAMAT, SENIN + dt.timedelta(days=1)) == daftar[1]
    assert service.find_pejabat(JABATAN_KASI, SENIN) is None
    assert service.pejabat(dt.date(2024, 1, 1)) == ()


def test_only_the_kasi_changes_them(kantor, service):
    with pytest.raises(RuleError, match="Hanya Kasi Pelayanan yang mengubah data kantor"):
        service.simpan_kantor(BARU, kantor.operator)
    with pytest.raises(RuleError, match="mengubah daftar pejabat"):
        service.simpan_pejabat((CAMAT,), kantor.operator)
    assert kantor.store.pengaturan.list_awalan("") == {"tahun_buku": "2026"}


def test_what_a_paper_cannot_show_is_told_by_its_field_and_nothing_is_stored(kantor, service):
    with pytest.raises(FieldsError) as galat:
        service.simpan_kantor(
            replace(BARU, kop=("KOP 😀", "BARIS 😀"), tempat="", catatan_kaki="字"), kantor.kasi
        )
    per_field = galat.value.per_field
    assert per_field.keys() == {"kop", "tempat", "catatan_kaki"}
    assert "Baris kop 1 memuat gambar/emoji" in per_field["kop"]
    with pytest.raises(FieldsError) as galat:
        service.simpan_kantor(replace(BARU, kop=("BARIS",) * 12), kantor.kasi)
    assert galat.value.per_field.keys() == {"kop"}
    with pytest.raises(FieldsError) as galat:
        service.simpan_pejabat(
            (CAMAT, replace(CAMAT, id="2", nama="", jabatan="Lurah 字", nip="1")), kantor.kasi
        )
    assert galat.value.per_field.keys() == {"2.nama", "2.jabatan", "2.nip"}
    assert kantor.store.pengaturan.list_awalan("") == {"tahun_buku": "2026"}


def test_going_back_to_the_sheets_head_holds_from_then_on(kantor, service):
    awal = service.kantor()
    assert service.is_bawaan()
    kantor.clock.maju(10)
    service.simpan_kantor(BARU, kantor.kasi)
    assert not service.is_bawaan()
    kantor.clock.maju(10)
    with pytest.raises(RuleError, match="mengubah data kantor"):
        service.kembalikan_kantor(kantor.operator)
    service.kembalikan_kantor(kantor.kasi)
    assert (service.is_bawaan(), service.kantor()) == (True, awal)
    assert service.kantor(SENIN_PAGI + dt.timedelta(minutes=10)) == BARU
