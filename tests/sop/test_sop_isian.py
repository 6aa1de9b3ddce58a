"""What the shipped sheets ask for at each step, by the reason of the request."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import Struct

from sooko_desk.domain.sop import JenisIsian
from sooko_desk.sop import load_sop, skema

FOLDER = Path(__file__).resolve().parents[2] / "sop_data"


@pytest.fixture(scope="module")
def kk():
    return load_sop(FOLDER / "kk-2025-02-26.toml")


@pytest.fixture(scope="module")
def ktp():
    return load_sop(FOLDER / "ktp-2025-02-26.toml")


@pytest.fixture(scope="module", params=["kk", "ktp"])
def sop(request):
    return request.getfixturevalue(request.param)


DIRI_KTP = {
    *("nama", "nik", "no_kk", "tempat_lahir", "tanggal_lahir", "jenis_kelamin"),
    *("alamat", "rt", "rw"),
}
BIODATA_KTP = {"golongan_darah", "agama", "status_perkawinan", "pekerjaan", "kewarganegaraan"}
PINDAH = {"nomor_surat_pindah", "tanggal_surat_pindah", "daerah_asal"}
HILANG = {"nomor_surat_hilang", "tanggal_surat_hilang"}


@pytest.mark.parametrize(
    ("jenis", "isian"),
    [
        ("II.A", BIODATA_KTP | {"perekaman"}),
        ("II.B", BIODATA_KTP | PINDAH),
        ("II.C.1", HILANG | {"kepolisian"}),
        ("II.C.2", {"kerusakan"}),
        ("II.D", BIODATA_KTP | {"nomor_itap", "tanggal_akhir_itap", "no_paspor"}),
        ("II.E", BIODATA_KTP | {"nomor_sk_wni", "tanggal_sk_wni", "tanggal_sumpah"}),
        ("II.F", {"keperluan_luar_domisili", "daerah_domisili", "surat_hilang_domisili"}),
        ("II.G", BIODATA_KTP | PINDAH),
        ("IV.B", {"perubahan"}),
    ],
)
def test_a_ktp_asks_by_its_reason(ktp, jenis, isian):
    assert {x.id for x in ktp.get_langkah("entri").list_isian(jenis)} - DIRI_KTP == isian


DIRI_KK = {
    *("nama_kepala_keluarga", "nik_kepala_keluarga", "no_kk_lama", "alamat", "rt", "rw", "dusun"),
    "nomor_referensi_siak",
}
PERISTIWA = {"peristiwa", "anggota_peristiwa", "tanggal_peristiwa", "no_akta_peristiwa"}


@pytest.mark.parametrize(
    ("jenis", "isian"),
    [
        *((f"I.A.{n}", {"anggota"}) for n in (1, 2, 3, 6)),
        ("I.A.4", PINDAH | {"anggota"}),
        ("I.A.5", PINDAH | {"anggota"}),
        ("I.B.1", {"anggota_baru"}),
        ("I.B.2", PERISTIWA | {"anggota_baru"}),
        ("I.B.3", {"perubahan"}),
        ("I.C.1", HILANG),
        ("I.C.2", set()),
        ("IV.A", {"perubahan"}),
    ],
)
def test_a_kk_asks_by_its_reason(kk, jenis, isian):
    assert {x.id for x in kk.get_langkah("entri").list_isian(jenis)} - DIRI_KK == isian


def _per_id(sop):
    return {x.id: x for langkah in sop.langkah for x in langkah.isian}


def test_members_have_the_columns_of_f101_for_citizens_and_the_nik(kk):
    """2-6, 10-31 and 38-41 of Permendagri 109/2019: 31 columns, of which one is the row's name."""
    anggota, baru = _per_id(kk)["anggota"], _per_id(kk)["anggota_baru"]
    assert len(anggota.kolom) == len([*range(2, 7), *range(10, 32), *range(38, 42)]) + 1
    assert [replace(k, dari="") for k in anggota.kolom] == list(baru.kolom)
    assert (anggota.aturan, anggota.wajib, anggota.baris_min) == ("keluarga", True, 1)
    assert (baru.aturan, baru.wajib, baru.baris_min) == ("anggota", False, 0)
    assert [k.id for k in anggota.kolom if k.wajib] == [
        *("nama_lengkap", "shdk", "jenis_kelamin", "tempat_lahir", "tanggal_lahir", "agama"),
        *("status_perkawinan", "pendidikan", "pekerjaan"),
    ]
    assert {k.id: k.dari for k in anggota.kolom if k.dari} == {
        "nama_lengkap": "nama",
        "nik": "nik",
        "jenis_kelamin": "jenis_kelamin",
        "tanggal_lahir": "tanggal_lahir",
    }
    assert [k.id for k in anggota.kolom if k.mendatang] == ["tanggal_paspor"]


def test_every_column_has_a_head_that_fits_a_table(sop):
    tabel = [x for x in _per_id(sop).values() if x.jenis is JenisIsian.TABEL]
    assert tabel
    for isian in tabel:
        assert all(len(k.label) <= 24 for k in isian.kolom)
        assert len({k.label for k in isian.kolom}) == len(isian.kolom)


def test_a_change_names_what_was_what_is_and_why(kk, ktp):
    kolom = ["elemen", "semula", "menjadi", "dasar_perubahan"]
    assert [k.id for k in _per_id(ktp)["perubahan"].kolom] == kolom
    assert [k.id for k in _per_id(kk)["perubahan"].kolom] == ["nama_anggota", "nik", *kolom]
    for sop in (kk, ktp):
        perubahan = _per_id(sop)["perubahan"]
        assert (perubahan.wajib, perubahan.baris_min) == (True, 1)
        assert all(k.wajib for k in perubahan.kolom if k.id in kolom)


def test_which_steps_need_siak_and_what_each_is_for(kk, ktp):
    assert [x.id for x in kk.langkah if x.perlu_siak] == [
        *("entri", "verifikasi", "upload", "tanda_tangan", "cetak"),
    ]
    assert [x.id for x in ktp.langkah if x.perlu_siak] == ["entri"]
    assert {x.id: x.bagian for x in kk.langkah if x.bagian} == {
        "upload": "unggah",
        "serahkan": "serah",
    }
    assert {x.id: x.bagian for x in ktp.langkah if x.bagian} == {
        "kirim": "kirim",
        "di_dispendukcapil": "luar",
        "serahkan": "serah",
    }


def test_who_refuses_from_outside_has_standard_reasons(kk, ktp):
    assert [x.id for x in kk.langkah if x.tolak] == ["verifikasi", "tanda_tangan"]
    assert [x.id for x in ktp.langkah if x.tolak] == ["di_dispendukcapil"]
    for sop in (kk, ktp):
        for langkah in sop.langkah:
            assert not langkah.tolak or any(h.mundur for h in langkah.hasil)


def test_what_siak_answers_is_not_typed_into_siak(kk):
    assert [x.id for x in _per_id(kk).values() if not x.siak] == [
        *("nomor_referensi_siak", "nomor_referensi_verifikasi"),
        *("no_kk_baru", "jumlah_lembar", "lembar_rusak"),
    ]
    assert _per_id(kk)["jumlah_lembar"].terkecil == 1


def test_the_hand_over_asks_who_with_what_and_for_the_receipt(sop):
    assert [x.id for x in sop.get_langkah("serahkan").isian] == [
        *("nama_pengambil", "hubungan_pengambil", "identitas_pengambil", "surat_kuasa"),
        *("tanda_bukti_ditarik", "sebab_tanpa_tanda_bukti"),
    ]


def test_every_key_of_an_sop_file_stands_in_the_readme():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    tertulis = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", readme))))
    bagian = [b for b in vars(skema).values() if isinstance(b, type) and issubclass(b, Struct)]
    kunci = {k for b in bagian for k in b.__struct_fields__}
    bersama = {k for k in kunci if k.startswith("pengesah_")}  # told as `pengesah_*`
    tanggal = {"tanggal_pembuatan", "tanggal_revisi"}  # told as "three dates"
    assert len(kunci) > 60
    assert sorted(kunci - bersama - tanggal - tertulis) == []
