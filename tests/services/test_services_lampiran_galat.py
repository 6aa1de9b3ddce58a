"""Scans and a world that refuses: stored whole or not at all, and told in a sentence."""

from __future__ import annotations

import errno
import logging
import os
import tempfile
import uuid
from pathlib import Path

import pytest
from builders import NIK
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from services.pindaian_uji import jpeg, pdf, pdf_bersandi, png, tiff

from sooko_desk.data.brankas import NAMA_FOLDER
from sooko_desk.data.tabel import TabelLampiran
from sooko_desk.domain.alur import LANGKAH_LAMPIRAN
from sooko_desk.domain.errors import UserError
from sooko_desk.services.lampiran import LampiranService


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def layanan(kantor, folder, clock):
    return LampiranService(kantor.store, folder, clock)


@pytest.fixture
def kasus(kantor):
    return kantor.terima()


@pytest.fixture
def kode(kasus):
    return kasus.berkas[0].kode


def token():
    return uuid.uuid4().hex


def tulis(tmp_path, nama, isi):
    (tmp_path / nama).write_bytes(isi)
    return tmp_path / nama


def list_bin(folder):
    return sorted((folder / NAMA_FOLDER).rglob("*.*"))


def peristiwa(kantor, kasus):
    riwayat = kantor.store.permohonan.get(kasus.ringkasan.id).riwayat
    return [p for p in riwayat if p.langkah == LANGKAH_LAMPIRAN]


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
def test_what_is_refused_leaves_nothing(kantor, layanan, kasus, kode, folder, isi, kalimat):
    with pytest.raises(UserError, match=kalimat):
        layanan.tambah_isi(token(), kasus, kode, "a.pdf", isi, kantor.operator)
    assert not (folder / NAMA_FOLDER).exists()
    assert layanan.list(kasus.ringkasan.id) == ()
    assert peristiwa(kantor, kasus) == []


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    isi=st.binary(max_size=99) | st.sampled_from([png(), pdf(), jpeg(), tiff(2)]),
    nama=st.text(max_size=300),
)
def test_any_content_under_any_name_is_stored_whole_or_refused(kantor, layanan, isi, nama):
    kasus = kantor.terima()
    try:
        satu = layanan.tambah_isi(token(), kasus, "", nama, isi, kantor.operator)
    except UserError:
        assert layanan.list(kasus.ringkasan.id) == ()
        assert peristiwa(kantor, kasus) == []
    else:
        assert layanan.list(kasus.ringkasan.id) == (satu,)
        assert layanan.baca(satu) == isi
        assert len(peristiwa(kantor, kasus)) == 1
    assert layanan.periksa() == ()


def test_a_full_disk_while_the_file_is_written_stores_nothing(
    kantor, layanan, kasus, kode, folder, tmp_path, monkeypatch
):
    path = tulis(tmp_path, "a.pdf", pdf())

    def penuh(_nomor):
        raise OSError(errno.ENOSPC, "full")

    kunci = token()
    with monkeypatch.context() as ganti:
        ganti.setattr(os, "fsync", penuh)
        with pytest.raises(UserError, match="cakram komputer penuh"):
            layanan.tambah(kunci, kasus, kode, path, kantor.operator)
    assert layanan.list(kasus.ringkasan.id) == ()
    assert [p for p in list_bin(folder) if p.is_file()] == []
    assert layanan.tambah(kunci, kasus, kode, path, kantor.operator).halaman == 1


def test_a_full_register_leaves_a_file_that_nothing_refers_to(kantor, layanan, kasus, kode, folder):
    db = kantor.store._db
    siap = layanan.siapkan_isi("a" * 99 + ".pdf", pdf())
    db.execute_sql(f"PRAGMA max_page_count = {db.execute_sql('PRAGMA page_count').fetchone()[0]}")
    kunci = []

    def isi_sampai_penuh():
        for _ in range(400):  # the last page has room for some rows
            kunci.append(token())
            satu = layanan.tambah_siap(kunci[-1], kasus, kode, siap, kantor.operator)
            layanan.lepas(token(), satu.id, kantor.operator)

    with pytest.raises(UserError, match="Cakram komputer penuh"):
        isi_sampai_penuh()
    tersimpan = layanan.list(kasus.ringkasan.id)
    tambah = [p for p in peristiwa(kantor, kasus) if p.hasil == "tambah"]
    assert len(tersimpan) == len(tambah)
    assert TabelLampiran.select().count() == len(tersimpan)
    db.execute_sql("PRAGMA max_page_count = 1000000")
    if tersimpan and tersimpan[-1].dilepas is None:
        layanan.lepas(token(), tersimpan[-1].id, kantor.operator)
    baru = layanan.tambah_siap(kunci[-1], kasus, kode, siap, kantor.operator)
    assert layanan.list(kasus.ringkasan.id)[-1] == baru


def test_a_prepared_file_that_was_swept_away_is_told(kantor, layanan, kasus, kode, tmp_path):
    siap = layanan.siapkan(tulis(tmp_path, "a.pdf", pdf()))
    assert layanan.bersihkan() == 1
    with pytest.raises(UserError, match="hilang dari folder data sebelum tercatat"):
        layanan.tambah_siap(token(), kasus, kode, siap, kantor.operator)
    assert layanan.list(kasus.ringkasan.id) == ()


def test_nothing_is_left_in_temporary_files_or_logs(
    kantor, layanan, kasus, kode, tmp_path, monkeypatch, caplog
):
    sementara = tmp_path / "tmp"
    sementara.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(sementara))
    caplog.set_level(logging.DEBUG)
    bersih = tiff(3)
    for nama, isi in ((f"{NIK}.tif", bersih), (f"{NIK}.pdf", pdf(2)), (f"{NIK}.jpg", jpeg(6))):
        path = tulis(tmp_path, nama, isi)
        satu = layanan.tambah(token(), kasus, kode, path, kantor.operator)
        layanan.halaman(satu, 1, 300)
        layanan.kecilkan(satu, 900_000)
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
    kantor, layanan, kasus, tmp_path, monkeypatch, nomor, windows, kalimat, sisa
):
    satu = layanan.tambah_isi(token(), kasus, "", "a.png", png(), kantor.operator)
    hasil = layanan.kecilkan(satu, 100_000)
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
            layanan.simpan_salinan(hasil, tmp_path / "u.jpg")
    assert (tmp_path / "u.jpg").read_bytes() == b"older"


def test_a_copy_goes_into_no_folder_that_is_gone_or_bears_its_name(
    kantor, layanan, kasus, tmp_path
):
    satu = layanan.tambah_isi(token(), kasus, "", "a.png", png(), kantor.operator)
    hasil = layanan.kecilkan(satu, 100_000)
    (tmp_path / "u.jpg").mkdir()
    with pytest.raises(UserError, match="nama folder"):
        layanan.simpan_salinan(hasil, tmp_path / "u.jpg")
    with pytest.raises(UserError, match="tidak ada lagi"):
        layanan.simpan_salinan(hasil, tmp_path / "stick" / "u.jpg")
