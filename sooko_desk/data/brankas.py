"""The vault of scans: files beside the register, named by what they hold and encrypted.

One file a content, ``lampiran/ab/<SHA-256>.bin``: head (mark and salt), then pieces of 1 MiB, each
sealed with AES-256-GCM. The key of a file comes by HKDF from the register's key and the file's
salt, so no nonce is ever used twice under one key; a piece's nonce is its place and whether it is
the last, so no piece can be left out, swapped or cut off unseen.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
import threading
from enum import StrEnum
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sooko_desk.data.kunci_berkas import BYTE_KUNCI
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

NAMA_FOLDER = "lampiran"

_TANDA = b"SOOKOLM1"
_GARAM = 16
_KEPALA = len(_TANDA) + _GARAM
_POTONG = 1 << 20
_SEGEL = 16  # bytes that AES-GCM adds to a piece
_TUJUAN_KUNCI = b"sooko-desk lampiran 1"
_NAMA_SAH = re.compile(r"([0-9a-f]{2})/(?P<sidik>\1[0-9a-f]{62})\.bin")
_PENUH = (errno.ENOSPC, errno.EDQUOT)
_PENUH_WINDOWS = (39, 112)


class Keadaan(StrEnum):
    """How a file of the vault was found."""

    UTUH = "utuh"
    HILANG = "hilang"
    RUSAK = "rusak"
    TAK_TERBACA = "tidak dapat dibaca"


_KALIMAT = {
    Keadaan.HILANG: (
        "Berkas pindaian ini tidak ada lagi di folder data. Kembalikan folder "
        f"{NAMA_FOLDER} dari cadangan, atau pindai ulang berkasnya."
    ),
    Keadaan.RUSAK: (
        "Berkas pindaian ini rusak di cakram. Kembalikan folder "
        f"{NAMA_FOLDER} dari cadangan, atau pindai ulang berkasnya."
    ),
    Keadaan.TAK_TERBACA: (
        "Berkas pindaian ini tidak dapat dibaca. Tutup program lain yang memakainya, periksa hak "
        "akses folder data, lalu coba lagi."
    ),
}


class BrankasError(UserError):
    """A stored scan cannot be had.

    Attributes:
        keadaan: why.
    """

    def __init__(self, keadaan: Keadaan) -> None:
        self.keadaan = keadaan
        super().__init__(_KALIMAT[keadaan])


def open_brankas(folder: Path, kunci: str) -> Brankas:
    """Open the vault in a data folder with the register's key, 64 hex digits."""
    return Brankas(folder / NAMA_FOLDER, kunci)


class Brankas:
    """Contents by their SHA-256. Threads may share it: one writes at a time."""

    def __init__(self, folder: Path, kunci: str) -> None:
        """Take over a folder, which may not exist yet; what a crash left half written goes.

        Args:
            folder: holds nothing but the vault.
            kunci: the register's key, 64 hex digits.
        """
        self._folder = folder
        self._kunci = bytes.fromhex(kunci)
        self._giliran = threading.Lock()
        for sisa in folder.glob("*.part"):
            _buang(sisa)

    def simpan(self, isi: bytes) -> str:
        """Keep a content; returns its SHA-256. What is there already is not written again.

        Raises:
            UserError: the disk is full, refuses, or gives back something else; nothing is kept.
        """
        sidik = hashlib.sha256(isi).hexdigest()
        with self._giliran:
            # A damaged file is written anew: here is its content once more.
            if self.periksa(sidik) is not Keadaan.UTUH:
                self._tulis(sidik, isi)
        return sidik

    def get(self, sidik: str) -> bytes:
        """The content of that SHA-256.

        Raises:
            BrankasError: the file is missing, damaged or cannot be read.
        """
        try:
            isi = b"".join(self._buka(self._path(sidik)))
        except FileNotFoundError as galat:
            raise BrankasError(Keadaan.HILANG) from galat
        except InvalidTag as galat:
            raise BrankasError(Keadaan.RUSAK) from galat
        except OSError as galat:
            raise BrankasError(Keadaan.TAK_TERBACA) from galat
        if hashlib.sha256(isi).hexdigest() != sidik:
            raise BrankasError(Keadaan.RUSAK)
        return isi

    def periksa(self, sidik: str) -> Keadaan:
        """Read a content as a whole and tell how it was found."""
        try:
            self.get(sidik)
        except BrankasError as galat:
            return galat.keadaan
        return Keadaan.UTUH

    def ada(self, sidik: str) -> bool:
        """Whether there is a file of that SHA-256; what it holds is not looked at."""
        return self._path(sidik).is_file()

    def list_sidik(self) -> frozenset[str]:
        """The SHA-256 of every content that has a file."""
        cocok = map(_NAMA_SAH.fullmatch, self._list_berkas())
        return frozenset(satu["sidik"] for satu in cocok if satu)

    def list_asing(self) -> tuple[str, ...]:
        """Files in the folder that this program did not put there, by path below it."""
        return tuple(satu for satu in self._list_berkas() if not _NAMA_SAH.fullmatch(satu))

    def bersihkan(self, dipakai: frozenset[str]) -> int:
        """Remove contents that nothing refers to; returns how many. Foreign files stay.

        Args:
            dipakai: the SHA-256 of all that must stay.
        """
        with self._giliran:
            sisa = self.list_sidik() - dipakai
            return sum(_buang(self._path(sidik)) for sidik in sisa)

    def _path(self, sidik: str) -> Path:
        return self._folder / sidik[:2] / f"{sidik}.bin"

    def _list_berkas(self) -> list[str]:
        """Paths below the folder, with slashes; a hundred thousand take a quarter of a second."""
        semua = []
        for folder, _, nama in os.walk(self._folder):
            awalan = os.path.relpath(folder, self._folder).replace(os.sep, "/")
            semua += [satu if awalan == "." else f"{awalan}/{satu}" for satu in nama]
        return sorted(semua)

    def _tulis(self, sidik: str, isi: bytes) -> None:
        path = self._path(sidik)
        # In the vault's own folder: what is left over is found without a walk through all of it.
        sementara = self._folder / f"{sidik}.part"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _sync_folder(self._folder)
            with sementara.open("wb") as berkas:
                for potong in self._segel(isi):
                    berkas.write(potong)
                berkas.flush()
                os.fsync(berkas.fileno())
            self._check_kembali(sementara, isi)
            sementara.replace(path)
            _sync_folder(path.parent)
        except InvalidTag as galat:
            _buang(sementara)
            raise UserError(
                "Pindaian belum tersimpan: cakram komputer memberikan kembali isi yang lain dari "
                "yang ditulis. Coba lagi, dan bila berulang periksa cakram komputer."
            ) from galat
        except OSError as galat:
            _buang(sementara)
            raise UserError(_sebut_galat(galat)) from galat

    def _check_kembali(self, path: Path, isi: bytes) -> None:
        if b"".join(self._buka(path)) != isi:
            raise InvalidTag

    def _segel(self, isi: bytes) -> Iterator[bytes]:
        kepala = _TANDA + secrets.token_bytes(_GARAM)
        yield kepala
        sandi = self._sandi(kepala)
        jumlah = max(1, -(-len(isi) // _POTONG))
        for nomor in range(jumlah):
            potong = memoryview(isi)[nomor * _POTONG : (nomor + 1) * _POTONG]
            yield sandi.encrypt(_nonce(nomor, terakhir=nomor == jumlah - 1), potong, kepala)

    def _buka(self, path: Path) -> Iterator[bytes]:
        with path.open("rb") as berkas:
            sisa = os.fstat(berkas.fileno()).st_size - _KEPALA
            kepala = _read(berkas, _KEPALA)
            if not kepala.startswith(_TANDA):
                raise InvalidTag
            sandi = self._sandi(kepala)
            nomor = 0
            while nomor == 0 or sisa > 0:
                potong = _read(berkas, min(sisa, _POTONG + _SEGEL))
                sisa -= len(potong)
                yield sandi.decrypt(_nonce(nomor, terakhir=sisa == 0), potong, kepala)
                nomor += 1

    def _sandi(self, kepala: bytes) -> AESGCM:
        garam = kepala[len(_TANDA) :]
        return AESGCM(HKDF(SHA256(), BYTE_KUNCI, garam, _TUJUAN_KUNCI).derive(self._kunci))


def _nonce(nomor: int, *, terakhir: bool) -> bytes:
    return nomor.to_bytes(11, "big") + bytes([terakhir])


def _read(berkas: BinaryIO, jumlah: int) -> bytes:
    """So many bytes and no fewer: a file that ends early was cut off."""
    isi = berkas.read(jumlah)
    if len(isi) != jumlah:
        raise InvalidTag
    return isi


def _sync_folder(folder: Path) -> None:
    """Make a new name in a folder last through a power cut."""
    try:
        nomor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # Windows opens no folder, and NTFS keeps a journal of its names.
        return
    try:
        os.fsync(nomor)
    finally:
        os.close(nomor)


def _buang(path: Path) -> bool:
    """Remove a file; False when the disk refuses, whose first reason is the one to tell."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
        return True
    return False


def _sebut_galat(galat: OSError) -> str:
    if galat.errno in _PENUH or getattr(galat, "winerror", None) in _PENUH_WINDOWS:
        return (
            "Pindaian belum tersimpan: cakram komputer penuh. Kosongkan ruang, lalu tambahkan lagi."
        )
    if galat.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"Pindaian belum tersimpan: folder {NAMA_FOLDER} di folder data tidak dapat ditulisi. "
            "Periksa hak tulisnya, tutup program lain yang memakainya, lalu tambahkan lagi."
        )
    return (
        "Pindaian belum tersimpan: cakram komputer gagal membaca atau menulis. Coba lagi, dan bila "
        "berulang periksa cakram komputer."
    )
