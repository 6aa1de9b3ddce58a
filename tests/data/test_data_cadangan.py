"""Backups: whole and proved, or not there; and each refusal told in a sentence."""

from __future__ import annotations

import base64
import datetime as dt
import json
import os
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from builders import NAMA, NIK, SENIN_PAGI
from data.cadangan_uji import (
    BERTIGA,
    SAAT,
    balik_bit,
    list_nama,
    nama_pindaian,
    pulihkan,
    tambah_pindaian,
    tempat,
)

import sooko_desk
from sooko_desk.data import skema
from sooko_desk.data.brankas import open_brankas
from sooko_desk.data.cadangan import sebut_ukuran
from sooko_desk.data.cadangan_daftar import NAMA_FOLDER, list_cadangan
from sooko_desk.data.store import Store
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.kemajuan import Kemajuan
from sooko_desk.domain.waktu import dari_iso


def test_a_backup_holds_register_key_scans_and_a_list(buat, stik, sidik, data):
    laporan = []
    cadangan, daftar = buat(kemajuan=Kemajuan(lambda *x: laporan.append(x)))
    folder = stik / NAMA_FOLDER
    assert cadangan.folder == folder
    assert list_nama(folder) == sorted(BERTIGA + nama_pindaian(*sidik))
    assert laporan == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert cadangan.baca_daftar() == daftar
    assert (daftar.permohonan, daftar.peristiwa, daftar.skema) == (1, 3, skema.VERSI)
    assert daftar.program == sooko_desk.__version__
    assert dari_iso(daftar.dibuat) == SENIN_PAGI
    assert daftar.pindaian == tuple(sorted(sidik))
    assert daftar.tidak_ikut == ()
    assert list_cadangan(folder) == (cadangan,)


def test_the_backup_opens_as_a_register_with_its_scans(buat, kantor, sidik, tmp_path):
    cadangan, _ = buat()
    kantor.store.close()
    pulihkan(cadangan, tmp_path / "baru")
    store = Store(tmp_path / "baru")
    assert store.permohonan.get(1).ringkasan.pemohon.nama == NAMA
    assert {satu.sidik for satu in store.lampiran.list(1)} == set(sidik)
    brankas = open_brankas(tmp_path / "baru", store.kunci.kunci)
    assert all(brankas.get(satu) for satu in sidik)
    store.close()


def test_nothing_personal_and_no_key_stands_in_names_or_files(buat, kantor, stik):
    _, daftar = buat()
    kunci = kantor.store.kunci.kunci
    for path in (stik / NAMA_FOLDER).rglob("*"):
        assert re.fullmatch(
            r"(register|kunci|daftar)-[0-9-]+\.(db|json)|[0-9a-f]+(\.bin)?|lampiran", path.name
        )
        if path.is_file():
            isi = path.read_bytes()
            assert not any(x.encode() in isi for x in (NIK, NAMA, "red.png", str(stik), kunci))
            assert bytes.fromhex(kunci) not in isi
            assert base64.b64encode(bytes.fromhex(kunci)) not in isi
    assert daftar.sidik_kunci != kunci


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_key_and_register_are_for_this_user_only(buat):
    cadangan, _ = buat()
    assert {p.stat().st_mode & 0o777 for p in (cadangan.kunci, cadangan.register)} == {0o600}


def test_the_next_backup_copies_only_new_scans_and_shares_the_old(buat, kantor, stik, sidik, data):
    buat()
    semula = {satu: tempat(stik / NAMA_FOLDER, satu).read_bytes() for satu in sidik}
    (baru,) = tambah_pindaian(kantor, kantor.store.permohonan.get(1), "green")
    laporan = []
    cadangan, daftar = buat(
        kemajuan=Kemajuan(lambda *x: laporan.append(x)), saat=SENIN_PAGI + dt.timedelta(days=1)
    )
    assert cadangan.nama == "000002-2026-11-24-090500"
    assert laporan[-1] == (2, 2)
    assert daftar.pindaian == tuple(sorted([*sidik, baru]))
    assert {s: tempat(stik / NAMA_FOLDER, s).read_bytes() for s in sidik} == semula
    assert [c.nama for c in list_cadangan(stik / NAMA_FOLDER)] == [cadangan.nama, SAAT]


def test_the_folder_of_backups_itself_may_be_chosen(buat, stik):
    buat()
    cadangan, _ = buat(stik / NAMA_FOLDER, saat=SENIN_PAGI + dt.timedelta(seconds=1))
    assert cadangan.folder == stik / NAMA_FOLDER
    assert len(list_cadangan(stik / NAMA_FOLDER)) == 2


def test_no_backup_is_overwritten_also_when_the_clock_was_set_back(buat, stik):
    semua = [buat()[0] for _ in range(11)]
    assert [c.nama[:7] for c in semua] == [f"{n:06}-" for n in range(1, 12)]
    assert list_cadangan(stik / NAMA_FOLDER) == tuple(semua[::-1])


def test_a_scan_cut_short_on_the_stick_is_copied_anew(buat, kantor, stik, sidik):
    buat()
    for nomor, satu in enumerate(sidik):
        path = tempat(stik / NAMA_FOLDER, satu)
        path.write_bytes(path.read_bytes()[: 30 * nomor])
    buat()
    brankas = open_brankas(stik / NAMA_FOLDER, kantor.store.kunci.kunci)
    assert all(brankas.get(satu) for satu in sidik)


def test_a_scan_known_to_be_damaged_there_is_copied_anew(buat, stik, sidik):
    buat()
    path = tempat(stik / NAMA_FOLDER, sidik[0])
    utuh = path.stat().st_size
    balik_bit(path)
    rusak = path.read_bytes()
    buat()
    assert path.read_bytes() == rusak  # of the same size: only a check can tell
    buat(ulang=frozenset(sidik[:1]))
    assert path.read_bytes() != rusak
    assert path.stat().st_size == utuh


def test_a_scan_that_is_damaged_here_is_left_out_and_counted(buat, data, sidik):
    balik_bit(tempat(data, sidik[0]))
    tempat(data, sidik[1]).unlink()
    _, daftar = buat()
    assert daftar.pindaian == ()
    assert daftar.tidak_ikut == tuple(sorted(sidik))


def test_a_scan_that_is_damaged_here_but_whole_there_stays_in_the_backup(buat, data, sidik):
    buat()
    path = tempat(data, sidik[0])
    path.write_bytes(path.read_bytes()[:50])
    tempat(data, sidik[1]).unlink()
    _, daftar = buat()
    assert daftar.pindaian == tuple(sorted(sidik))


# Places ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bawah", ["", "lampiran", "sop_data/x"])
def test_the_data_folder_and_all_below_it_are_refused(buat, data, bawah):
    tujuan = data / bawah
    tujuan.mkdir(parents=True, exist_ok=True)
    with pytest.raises(UserError, match="Cadangan harus di tempat lain"):
        buat(tujuan)
    assert not list(data.rglob(NAMA_FOLDER))


@pytest.mark.parametrize(
    ("tujuan", "kalimat"),
    [
        (Path(), "belum dipilih"),
        (Path("stik"), "belum dipilih"),
        (Path("/tidak/ada").absolute(), "tidak ada. Pasang flashdisk"),
    ],
)
def test_a_place_that_is_none_is_refused(buat, tujuan, kalimat):
    with pytest.raises(UserError, match=kalimat):
        buat(tujuan)


def test_a_file_where_the_folder_of_backups_belongs_is_told(buat, stik):
    (stik / NAMA_FOLDER).write_bytes(b"")
    with pytest.raises(UserError, match="gagal ditulis atau dibaca"):
        buat()


def test_a_folder_with_backups_of_another_register_is_refused(buat, stik):
    cadangan, _ = buat()
    isi = json.loads(cadangan.daftar.read_text(encoding="utf-8"))
    isi["sidik_kunci"] = "0" * 64
    cadangan.daftar.write_text(json.dumps(isi), encoding="utf-8")
    with pytest.raises(UserError, match="berisi cadangan register lain"):
        buat()
    cadangan.daftar.write_text("{", encoding="utf-8")
    assert buat()[0].nomor == 2


def test_a_stick_without_room_is_refused_before_anything_is_written(buat, stik, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_234_000))
    with pytest.raises(UserError, match=r"tidak cukup: perlu 4,\d MB, tersisa 1,2 MB"):
        buat()
    assert list_nama(stik) == []


@pytest.mark.parametrize(
    ("byte", "kata"),
    [(5, "5 byte"), (1_500, "1,5 kB"), (2_000_000, "2,0 MB"), (7_260_000_000, "7,3 GB")],
)
def test_sizes_are_told_in_the_units_of_a_stick(byte, kata):
    assert sebut_ukuran(byte) == kata
