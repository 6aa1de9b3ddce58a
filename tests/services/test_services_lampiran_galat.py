"""Scans and a world that refuses: stored whole or not at all, and told in a sentence."""

from __future__ import annotations

import errno
import logging
import os
import tempfile
from pathlib import Path

import pytest
from builders import NIK
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.pindaian_uji import (
    jpeg,
    list_bin,
    pdf,
    pdf_bersandi,
    peristiwa,
    png,
    tiff,
    token,
    tulis,
)

from sooko_desk.data.brankas import NAMA_FOLDER
from sooko_desk.data.tabel import TabelLampiran
from sooko_desk.domain.errors import UserError

# Faults ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (b"no picture", "bukan PDF, JPG, PNG, atau TIFF"),
        (b"", "kosong"),
        (pdf_bersandi(), "kata sandi"),
        (jpeg()[:500], "rusak atau terpotong"),
    ],
)
def test_what_is_refused_leaves_nothing(kantor, lampiran, kasus, kode, folder_data, isi, kalimat):
    with pytest.raises(UserError, match=kalimat):
        lampiran.tambah_isi(token(), kasus, kode, "a.pdf", isi, kantor.operator)
    assert not (folder_data / NAMA_FOLDER).exists()
    assert lampiran.list(kasus.ringkasan.id) == ()
    assert peristiwa(kantor, kasus) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    isi=st.binary(max_size=99) | st.sampled_from([png(), pdf(), jpeg(), tiff(2)]),
    nama=st.text(max_size=300),
)
def test_any_content_under_any_name_is_stored_whole_or_refused(kantor, lampiran, kasus, isi, nama):
    nomor = kasus.ringkasan.id
    semula, kisah = lampiran.list(nomor), len(peristiwa(kantor, kasus))
    try:
        satu = lampiran.tambah_isi(token(), kasus, "", nama, isi, kantor.operator)
    except UserError:
        assert lampiran.list(nomor) == semula
        assert len(peristiwa(kantor, kasus)) == kisah
    else:
        assert set(lampiran.list(nomor)) == {*semula, satu}
        assert lampiran.baca(satu) == isi
        assert len(peristiwa(kantor, kasus)) == kisah + 1
        lampiran.lepas(token(), satu.id, kantor.operator)  # the next one may be the same
    assert lampiran.periksa() == ()


def test_a_full_disk_while_the_file_is_written_stores_nothing(
    kantor, lampiran, kasus, kode, folder_data, tmp_path, monkeypatch
):
    path = tulis(tmp_path, "a.pdf", pdf())

    def penuh(_nomor):
        raise OSError(errno.ENOSPC, "full")

    kunci = token()
    with monkeypatch.context() as ganti:
        ganti.setattr(os, "fsync", penuh)
        with pytest.raises(UserError, match="cakram komputer penuh"):
            lampiran.tambah(kunci, kasus, kode, path, kantor.operator)
    assert lampiran.list(kasus.ringkasan.id) == ()
    assert [p for p in list_bin(folder_data) if p.is_file()] == []
    assert lampiran.tambah(kunci, kasus, kode, path, kantor.operator).halaman == 1


def test_a_full_register_leaves_a_file_that_nothing_refers_to(
    kantor, lampiran, kasus, kode, folder_data
):
    db = kantor.store._db
    siap = lampiran.siapkan_isi("a" * 99 + ".pdf", pdf())
    db.execute_sql(f"PRAGMA max_page_count = {db.execute_sql('PRAGMA page_count').fetchone()[0]}")
    kunci = []

    def isi_sampai_penuh():
        for _ in range(400):  # the last page has room for some rows
            kunci.append(token())
            satu = lampiran.tambah_siap(kunci[-1], kasus, kode, siap, kantor.operator)
            lampiran.lepas(token(), satu.id, kantor.operator)

    with pytest.raises(UserError, match="Cakram komputer penuh"):
        isi_sampai_penuh()
    tersimpan = lampiran.list(kasus.ringkasan.id)
    tambah = [p for p in peristiwa(kantor, kasus) if p.hasil == "tambah"]
    assert len(tersimpan) == len(tambah)
    assert TabelLampiran.select().count() == len(tersimpan)
    db.execute_sql("PRAGMA max_page_count = 1000000")
    if tersimpan and tersimpan[-1].dilepas is None:
        lampiran.lepas(token(), tersimpan[-1].id, kantor.operator)
    baru = lampiran.tambah_siap(kunci[-1], kasus, kode, siap, kantor.operator)
    assert lampiran.list(kasus.ringkasan.id)[-1] == baru


def test_a_prepared_file_that_was_swept_away_is_told(kantor, lampiran, kasus, kode, tmp_path):
    siap = lampiran.siapkan(tulis(tmp_path, "a.pdf", pdf()))
    assert lampiran.bersihkan() == 1
    with pytest.raises(UserError, match="hilang dari folder data sebelum tercatat"):
        lampiran.tambah_siap(token(), kasus, kode, siap, kantor.operator)
    assert lampiran.list(kasus.ringkasan.id) == ()


def test_nothing_is_left_in_temporary_files_or_logs(
    kantor, lampiran, kasus, kode, tmp_path, monkeypatch, caplog
):
    sementara = tmp_path / "tmp"
    sementara.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(sementara))
    caplog.set_level(logging.DEBUG)
    bersih = tiff(3)
    for nama, isi in ((f"{NIK}.tif", bersih), (f"{NIK}.pdf", pdf(2)), (f"{NIK}.jpg", jpeg(6))):
        path = tulis(tmp_path, nama, isi)
        satu = lampiran.tambah(token(), kasus, kode, path, kantor.operator)
        lampiran.halaman(satu, 1, 300)
        lampiran.kecilkan(satu, 900_000)
        path.unlink()
    assert list(sementara.iterdir()) == []
    assert NIK not in caplog.text
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or NIK.encode() not in path.read_bytes()


# Saving a copy -----------------------------------------------------------------------------------

SIMPAN = [
    (errno.ENOSPC, None, "penuh"),
    (errno.EINVAL, 112, "penuh"),
    (errno.EACCES, 32, "sedang dibuka program lain"),
    (errno.EACCES, None, "tidak dapat ditulisi"),
]


@pytest.mark.parametrize(("nomor", "windows", "kalimat"), SIMPAN)
@pytest.mark.parametrize("sisa", [False, True])
def test_a_copy_that_cannot_be_saved_is_told(
    kantor, lampiran, kasus, tmp_path, monkeypatch, nomor, windows, kalimat, sisa
):
    satu = lampiran.tambah_isi(token(), kasus, "", "a.png", png(), kantor.operator)
    hasil = lampiran.kecilkan(satu, 100_000)
    tulis(tmp_path, "u.jpg", b"older")

    def tolak(*_args, **_kwargs):
        galat = OSError(nomor, "refused")
        if windows is not None:
            galat.winerror = windows
        raise galat

    with monkeypatch.context() as ganti:
        ganti.setattr(Path, "replace", tolak)
        if sisa:
            ganti.setattr(Path, "unlink", tolak)
        with pytest.raises(UserError, match=kalimat):
            lampiran.simpan_salinan(hasil, tmp_path / "u.jpg")
    assert (tmp_path / "u.jpg").read_bytes() == b"older"


def test_a_copy_goes_into_no_folder_that_is_gone_or_bears_its_name(
    kantor, lampiran, kasus, tmp_path
):
    satu = lampiran.tambah_isi(token(), kasus, "", "a.png", png(), kantor.operator)
    hasil = lampiran.kecilkan(satu, 100_000)
    (tmp_path / "u.jpg").mkdir()
    with pytest.raises(UserError, match="nama folder"):
        lampiran.simpan_salinan(hasil, tmp_path / "u.jpg")
    with pytest.raises(UserError, match="tidak ada lagi"):
        lampiran.simpan_salinan(hasil, tmp_path / "stick" / "u.jpg")
