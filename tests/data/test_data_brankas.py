"""The vault of scans: whole or not there, sealed, and every damage seen."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sooko_desk.data.brankas import NAMA_FOLDER, Brankas, BrankasError, Keadaan, open_brankas
from sooko_desk.domain.errors import UserError

KUNCI = "5a" * 32
POTONG = 1 << 20
ACAK = random.Random(9)
ISI = b"Pindaian KK lama, NIK 3516135708459001"
SIDIK = hashlib.sha256(ISI).hexdigest()
KEPALA, SEGEL = 24, 16


@pytest.fixture
def brankas(tmp_path):
    return Brankas(tmp_path / NAMA_FOLDER, KUNCI)


def tempat(folder, sidik=SIDIK):
    return folder / NAMA_FOLDER / sidik[:2] / f"{sidik}.bin"


def list_berkas(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


@pytest.mark.parametrize(
    "panjang", [0, 1, POTONG - 1, POTONG, POTONG + 1, 2 * POTONG, 2 * POTONG + 77]
)
def test_what_is_kept_comes_back_whole(brankas, tmp_path, panjang):
    isi = ACAK.randbytes(panjang)
    sidik = brankas.simpan(isi)
    assert sidik == hashlib.sha256(isi).hexdigest()
    assert list_berkas(tmp_path / NAMA_FOLDER) == [f"{sidik[:2]}/{sidik}.bin"]
    assert Brankas(tmp_path / NAMA_FOLDER, KUNCI).get(sidik) == isi
    potong = max(1, -(-panjang // POTONG))
    assert tempat(tmp_path, sidik).stat().st_size == KEPALA + panjang + potong * SEGEL


@settings(max_examples=50)
@given(isi=st.binary(max_size=300))
def test_any_content_comes_back(tmp_path_factory, isi):
    brankas = Brankas(tmp_path_factory.mktemp("b"), KUNCI)
    assert brankas.get(brankas.simpan(isi)) == isi


def test_nothing_of_the_content_stands_in_the_file(brankas, tmp_path):
    brankas.simpan(ISI)
    tersimpan = tempat(tmp_path).read_bytes()
    assert not any(ISI[awal : awal + 4] in tersimpan for awal in range(len(ISI) - 3))


def test_the_same_content_is_one_file_and_is_not_written_again(brankas, tmp_path):
    brankas.simpan(ISI)
    pertama = tempat(tmp_path).read_bytes()
    assert brankas.simpan(ISI) == SIDIK
    assert tempat(tmp_path).read_bytes() == pertama
    assert brankas.list_sidik() == {SIDIK}


def test_the_same_content_is_sealed_differently_each_time(tmp_path):
    isi = bytes(3 * 1000)
    tersimpan = set()
    for nomor in range(5):
        sidik = Brankas(tmp_path / str(nomor) / NAMA_FOLDER, KUNCI).simpan(isi)
        tersimpan.add(tempat(tmp_path / str(nomor), sidik).read_bytes()[KEPALA:])
    assert len(tersimpan) == 5


def test_another_key_opens_nothing(brankas, tmp_path):
    brankas.simpan(ISI)
    with pytest.raises(BrankasError, match="rusak di cakram"):
        Brankas(tmp_path / NAMA_FOLDER, "5b" * 32).get(SIDIK)


def test_the_key_is_the_registers(kantor, tmp_path):
    assert kantor.meja.lampiran.brankas.simpan(ISI) == SIDIK
    assert open_brankas(tmp_path / "data", kantor.store.kunci.kunci).get(SIDIK) == ISI
    assert tempat(tmp_path / "data").is_file()


# Damage ------------------------------------------------------------------------------------------


def test_one_wrong_bit_in_any_byte_is_seen(brankas, tmp_path):
    brankas.simpan(ISI)
    utuh = tempat(tmp_path).read_bytes()
    for tempat_byte in range(len(utuh)):
        for bit in range(8):
            rusak = bytearray(utuh)
            rusak[tempat_byte] ^= 1 << bit
            tempat(tmp_path).write_bytes(rusak)
            assert brankas.periksa(SIDIK) is Keadaan.RUSAK, (tempat_byte, bit)


def test_a_file_cut_short_or_made_longer_anywhere_is_seen(brankas, tmp_path):
    brankas.simpan(ISI)
    utuh = tempat(tmp_path).read_bytes()
    for panjang in range(len(utuh)):
        tempat(tmp_path).write_bytes(utuh[:panjang])
        assert brankas.periksa(SIDIK) is Keadaan.RUSAK, panjang
    for tambahan in (b"\0", bytes(SEGEL), utuh):
        tempat(tmp_path).write_bytes(utuh + tambahan)
        assert brankas.periksa(SIDIK) is Keadaan.RUSAK


def test_pieces_left_out_swapped_or_doubled_are_seen(brankas, tmp_path):
    sidik = brankas.simpan(ACAK.randbytes(3 * POTONG))
    utuh = tempat(tmp_path, sidik).read_bytes()
    kepala, badan = utuh[:KEPALA], utuh[KEPALA:]
    satu, dua, tiga = (badan[n : n + POTONG + SEGEL] for n in range(0, len(badan), POTONG + SEGEL))
    assert brankas.periksa(sidik) is Keadaan.UTUH
    for lain in ((satu, dua), (satu, tiga), (dua, satu, tiga), (satu, dua, tiga, tiga), ()):
        tempat(tmp_path, sidik).write_bytes(kepala + b"".join(lain))
        assert brankas.periksa(sidik) is Keadaan.RUSAK


def test_a_whole_file_under_another_name_is_seen(brankas, tmp_path):
    brankas.simpan(ISI)
    lain = SIDIK[:-1] + ("0" if SIDIK[-1] != "0" else "1")
    tempat(tmp_path).rename(tempat(tmp_path, lain))
    assert brankas.periksa(lain) is Keadaan.RUSAK
    assert brankas.periksa(SIDIK) is Keadaan.HILANG


def test_a_missing_and_an_unreadable_file_are_told_apart(brankas, tmp_path):
    with pytest.raises(BrankasError, match="tidak ada lagi di folder data") as hilang:
        brankas.get(SIDIK)
    assert hilang.value.keadaan is Keadaan.HILANG
    assert not brankas.ada(SIDIK)
    tempat(tmp_path).mkdir(parents=True)
    with pytest.raises(BrankasError, match="tidak dapat dibaca"):
        brankas.get(SIDIK)
    assert not brankas.ada(SIDIK)


def test_a_damaged_file_is_made_whole_by_its_content(brankas, tmp_path):
    brankas.simpan(ISI)
    tempat(tmp_path).write_bytes(b"rusak")
    assert brankas.ada(SIDIK)
    brankas.simpan(ISI)
    assert brankas.get(SIDIK) == ISI


# Faults of the disk ------------------------------------------------------------------------------


class BerkasGagal:
    """A file whose n-th write is refused."""

    def __init__(self, berkas, sisa):
        self._berkas, self._sisa = berkas, sisa

    def __enter__(self):
        return self

    def __exit__(self, *galat):
        self._berkas.close()

    def write(self, isi):
        if self._sisa == 0:
            raise OSError(errno.ENOSPC, "no space left")
        self._sisa -= 1
        return self._berkas.write(isi)

    def __getattr__(self, nama):
        return getattr(self._berkas, nama)


@pytest.mark.parametrize("urutan", range(4))
def test_a_disk_that_fills_at_any_write_keeps_nothing(brankas, tmp_path, monkeypatch, urutan):
    isi = ACAK.randbytes(2 * POTONG + 5)
    asli = Path.open

    def buka(self, mode="r", *args, **kwargs):
        berkas = asli(self, mode, *args, **kwargs)
        return BerkasGagal(berkas, urutan) if mode == "wb" else berkas

    with monkeypatch.context() as ganti:
        ganti.setattr(Path, "open", buka)
        with pytest.raises(UserError, match="belum tersimpan: cakram komputer penuh"):
            brankas.simpan(isi)
    assert list_berkas(tmp_path) == []
    assert brankas.get(brankas.simpan(isi)) == isi


GAGAL = [
    (errno.ENOSPC, None, "cakram komputer penuh"),
    (errno.EDQUOT, None, "cakram komputer penuh"),
    (errno.EINVAL, 112, "cakram komputer penuh"),
    (errno.EACCES, None, "folder lampiran di folder data tidak dapat ditulisi"),
    (errno.EPERM, None, "folder lampiran di folder data tidak dapat ditulisi"),
    (errno.EROFS, None, "folder lampiran di folder data tidak dapat ditulisi"),
    (errno.EIO, None, "gagal membaca atau menulis"),
]
PANGGILAN = [(Path, "mkdir"), (Path, "open"), (Path, "replace"), (os, "fsync")]


@pytest.mark.parametrize(("nomor", "windows", "kalimat"), GAGAL)
@pytest.mark.parametrize(("milik", "nama"), PANGGILAN, ids=[p[1] for p in PANGGILAN])
def test_a_disk_that_refuses_is_told_in_a_sentence(
    brankas, tmp_path, monkeypatch, milik, nama, nomor, windows, kalimat
):
    asli = getattr(milik, nama)

    def tolak(*args, **kwargs):
        if nama == "open" and args[1:] != ("wb",):
            return asli(*args, **kwargs)
        galat = OSError(nomor, "refused")
        galat.winerror = windows
        raise galat

    with monkeypatch.context() as ganti:
        ganti.setattr(milik, nama, tolak)
        with pytest.raises(UserError, match=kalimat):
            brankas.simpan(ISI)
    assert list_berkas(tmp_path) == []
    assert brankas.get(brankas.simpan(ISI)) == ISI


# Windows has no sync of a folder: the content's own is the only one there.
@pytest.mark.parametrize("urutan", range(1 if sys.platform == "win32" else 3))
def test_a_sync_that_fails_at_any_place_loses_nothing_that_was_promised(
    brankas, tmp_path, monkeypatch, urutan
):
    hitung = iter(range(9))
    asli = os.fsync

    def sync(nomor):
        if next(hitung) == urutan:
            raise OSError(errno.EIO, "sync")
        asli(nomor)

    with monkeypatch.context() as ganti:
        ganti.setattr(os, "fsync", sync)
        with pytest.raises(UserError):
            brankas.simpan(ISI)
    # After the rename the file is whole; only its name may not outlive a power cut.
    assert [brankas.periksa(p.stem) for p in tmp_path.rglob("*.bin")] in ([], [Keadaan.UTUH])
    assert not list(tmp_path.rglob("*.part"))
    assert brankas.get(brankas.simpan(ISI)) == ISI


@pytest.mark.parametrize("tempat_byte", [0, KEPALA, KEPALA + 5])
def test_a_disk_that_gives_back_something_else_is_found_out(
    brankas, tmp_path, monkeypatch, tempat_byte
):
    asli = os.fsync

    def sync(nomor):
        for bagian in (tmp_path / NAMA_FOLDER).glob("*.part"):
            isi = bytearray(bagian.read_bytes())
            isi[tempat_byte] ^= 1
            bagian.write_bytes(isi)
        asli(nomor)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(UserError, match="memberikan kembali isi yang lain"):
        brankas.simpan(ISI)
    assert list_berkas(tmp_path) == []


def test_a_disk_that_gives_back_another_whole_file_is_found_out(brankas, tmp_path, monkeypatch):
    lain = tempat(tmp_path, brankas.simpan(b"yang lain")).read_bytes()
    asli = os.fsync

    def sync(nomor):
        for bagian in (tmp_path / NAMA_FOLDER).glob("*.part"):
            bagian.write_bytes(lain)
        asli(nomor)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(UserError, match="memberikan kembali isi yang lain"):
        brankas.simpan(ISI)
    assert not brankas.ada(SIDIK)


def test_a_folder_that_cannot_be_opened_as_on_windows_is_no_fault(brankas, monkeypatch):
    asli = os.open

    def buka(path, *args, **kwargs):
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "a folder")
        return asli(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", buka)
    assert brankas.get(brankas.simpan(ISI)) == ISI


def test_a_half_file_that_cannot_be_removed_does_not_hide_the_reason(
    brankas, tmp_path, monkeypatch
):
    def tolak(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as ganti:
        ganti.setattr(Path, "replace", tolak)
        ganti.setattr(Path, "unlink", tolak)
        with pytest.raises(UserError, match="penuh"):
            brankas.simpan(ISI)
    assert list_berkas(tmp_path) == [f"{NAMA_FOLDER}/{SIDIK}.part"]
    Brankas(tmp_path / NAMA_FOLDER, KUNCI)
    assert list_berkas(tmp_path) == []


# Order in the folder -----------------------------------------------------------------------------


def test_opening_makes_no_folder_and_removes_only_what_was_half_written(brankas, tmp_path):
    assert list(tmp_path.iterdir()) == []
    brankas.simpan(ISI)
    (tmp_path / NAMA_FOLDER / f"{'0' * 64}.part").write_bytes(b"half")
    (tmp_path / NAMA_FOLDER / "catatan.txt").write_bytes(b"foreign")
    baru = Brankas(tmp_path / NAMA_FOLDER, KUNCI)
    assert not list(tmp_path.rglob("*.part"))
    assert baru.get(SIDIK) == ISI
    assert baru.list_asing() == ("catatan.txt",)


def test_only_what_nothing_refers_to_is_removed(brankas, tmp_path):
    lain = brankas.simpan(b"tidak dipakai")
    brankas.simpan(ISI)
    asing = ["ab/catatan.txt", f"ab/{SIDIK}.bin", "Thumbs.db"]
    for satu in asing:
        (tmp_path / NAMA_FOLDER / satu).parent.mkdir(exist_ok=True)
        (tmp_path / NAMA_FOLDER / satu).write_bytes(b"asing")
    assert brankas.list_asing() == tuple(sorted(asing))
    assert brankas.list_sidik() == {SIDIK, lain}
    assert brankas.bersihkan(frozenset({SIDIK, "f" * 64})) == 1
    assert brankas.list_sidik() == {SIDIK}
    assert brankas.list_asing() == tuple(sorted(asing))


def test_a_file_that_cannot_be_removed_is_not_counted(brankas, monkeypatch):
    brankas.simpan(ISI)

    def tolak(*_args, **_kwargs):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "unlink", tolak)
    assert brankas.bersihkan(frozenset()) == 0


def test_many_threads_keep_the_same_and_other_contents(brankas):
    isi = [bytes([nomor % 3]) * 2000 for nomor in range(12)]
    galat = []

    def simpan(satu):
        try:
            brankas.simpan(satu)
        except UserError as salah:
            galat.append(salah)

    kerja = [threading.Thread(target=simpan, args=(satu,)) for satu in isi]
    for satu in kerja:
        satu.start()
    for satu in kerja:
        satu.join()
    assert galat == []
    assert {brankas.get(sidik) for sidik in brankas.list_sidik()} == set(isi)
