"""A scan from outside: read once, known by its content, refused in one sentence, shown by page."""

from __future__ import annotations

import re
import stat
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.lampiran import BATAS_HALAMAN, BATAS_UKURAN, JenisLampiran
from sooko_desk.services.gambar import buka_halaman, check_gambar
from sooko_desk.services.pdfium import count_halaman_pdf, gambar_halaman_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

PANJANG_NAMA = 100
LEBAR_TERBESAR = 6_000
"""Pixels across of a page on the screen."""

_BYTE_SEMEGA = 1_000_000
_TINGGI_TERBANYAK = 6  # a page is shown at most so many times as high as wide
_KEPALA_PDF = 1024  # readers look for the mark in so many bytes
_TANDA_GAMBAR = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_TERLARANG = re.compile(r'[\\/:*?"<>|]+')
_ENAM_BELAS = re.compile(r"[0-9](?:[ .-]?[0-9]){15,}")
_AKHIRAN = re.compile(r"\.(?:pdf|jpe?g|png|tiff?)$", re.IGNORECASE)
_MASIH_DITULIS = (
    "masih ditulis oleh pemindai atau program lain. Tunggu sampai selesai, lalu tambahkan lagi."
)


def read_berkas(path: Path) -> bytes:
    """Read a file that an officer chose or dropped.

    Raises:
        UserError: a folder, vanished, locked, unreadable, empty, still being written, or larger
            than `BATAS_UKURAN` (which is not read at all).
    """
    sebutan = sebut_berkas(path.name)
    try:
        keterangan = path.stat()
        _check_keterangan(keterangan.st_mode, keterangan.st_size, sebutan)
        with path.open("rb") as berkas:
            isi = berkas.read(BATAS_UKURAN + 1)
    except FileNotFoundError as galat:
        raise UserError(
            f"{sebutan} tidak ada lagi. Pasang kembali flashdisk-nya atau pindai ulang, "
            "lalu tambahkan lagi."
        ) from galat
    except PermissionError as galat:
        raise UserError(
            f"{sebutan} tidak boleh dibaca atau sedang dipakai program lain. "
            "Tutup program itu, lalu tambahkan lagi."
        ) from galat
    except (OSError, ValueError) as galat:
        raise UserError(
            f"{sebutan} tidak dapat dibaca. Salin dulu ke komputer ini, lalu tambahkan lagi."
        ) from galat
    if len(isi) != keterangan.st_size:
        raise UserError(f"{sebutan} {_MASIH_DITULIS}")
    return isi


def check_pindaian(isi: bytes, nama: str) -> tuple[JenisLampiran, int]:
    """Tell what a content is, whatever its name says, and how many pages it has.

    Raises:
        UserError: empty, too large, of another kind, damaged, protected by a password, without
            a page, or with more than `BATAS_HALAMAN`.
    """
    sebutan = sebut_berkas(nama)
    _check_ukuran(len(isi), sebutan)
    if isi.startswith(_TANDA_GAMBAR):
        jenis, halaman = check_gambar(isi, sebutan)
    elif b"%PDF-" in isi[:_KEPALA_PDF]:
        jenis = JenisLampiran.PDF
        halaman = count_halaman_pdf(isi, sebutan)
    else:
        raise UserError(
            f"{sebutan} bukan PDF, JPG, PNG, atau TIFF. "
            "Simpan atau pindai sebagai salah satunya, lalu tambahkan lagi."
        )
    if halaman == 0:
        raise UserError(f"{sebutan} tidak berisi satu halaman pun. Pindai ulang.")
    if halaman > BATAS_HALAMAN:
        raise UserError(
            f"{sebutan} lebih dari {BATAS_HALAMAN} halaman. "
            "Bagi menjadi beberapa berkas, lalu tambahkan satu per satu."
        )
    return jenis, halaman


def muat_halaman(isi: bytes, jenis: JenisLampiran, nomor: int, kotak: tuple[int, int]) -> Image:
    """A page (from 1) of a scan that was checked, upright, within `kotak` (pixels), RGB or L."""
    if jenis is JenisLampiran.PDF:
        return gambar_halaman_pdf(isi, nomor, kotak)
    return buka_halaman(isi, nomor, kotak)


def tampilkan_halaman(isi: bytes, jenis: JenisLampiran, nomor: int, lebar_px: int) -> bytes:
    """A page (from 1) of a scan that was checked, as PNG at most `lebar_px` wide.

    A PDF's page has that width, a picture is never made larger than it is.
    """
    lebar = max(1, min(lebar_px, LEBAR_TERBESAR))
    hasil = BytesIO()
    # Fast, for it lives as long as the page is on the screen.
    muat_halaman(isi, jenis, nomor, (lebar, lebar * _TINGGI_TERBANYAK)).save(
        hasil, "PNG", compress_level=1
    )
    return hasil.getvalue()


def rapikan_nama(nama: str) -> str:
    """A file's name as it may be shown and kept: one line, masked, `PANJANG_NAMA` at most."""
    tampak = "".join(
        huruf if unicodedata.category(huruf)[0] not in "CZ" else " "
        for huruf in unicodedata.normalize("NFC", nama)
    )
    rapi = _ENAM_BELAS.sub(lambda cocok: samarkan(cocok[0]), " ".join(tampak.split()))
    if len(rapi) <= PANJANG_NAMA:
        return rapi or "pindaian"
    akhiran = _AKHIRAN.search(rapi)
    ekor = f"…{akhiran[0]}" if akhiran else "…"
    return rapi[: PANJANG_NAMA - len(ekor)] + ekor


def nama_salinan(nama: str, akhiran: str) -> str:
    """A name for a copy that every system takes, e.g. "KK lama.pdf"."""
    badan = _TERLARANG.sub("-", _AKHIRAN.sub("", nama)).strip(" .")
    return f"{badan or 'pindaian'}{akhiran}"


def sebut_berkas(nama: str) -> str:
    """How a sentence calls a file."""
    return f"Berkas “{rapikan_nama(nama)}”"


def sebut_ukuran(ukuran: int) -> str:
    """A size in the officer's words, e.g. "1,2 MB" or "870 kB"."""
    if ukuran < _BYTE_SEMEGA:
        return f"{-(-ukuran // 1000)} kB"
    return f"{ukuran / _BYTE_SEMEGA:.1f} MB".replace(".", ",")


def _check_keterangan(mode: int, ukuran: int, sebutan: str) -> None:
    if stat.S_ISDIR(mode):
        raise UserError(
            f"{sebutan} adalah folder. Pilih berkas pindaiannya: PDF, JPG, PNG, atau TIFF."
        )
    if not stat.S_ISREG(mode):
        raise UserError(f"{sebutan} bukan berkas biasa. Salin dulu ke folder, lalu tambahkan lagi.")
    _check_ukuran(ukuran, sebutan)


def _check_ukuran(ukuran: int, sebutan: str) -> None:
    if ukuran == 0:
        raise UserError(f"{sebutan} kosong. Pindai ulang, lalu tambahkan lagi.")
    if ukuran > BATAS_UKURAN:
        raise UserError(
            f"{sebutan} berukuran {sebut_ukuran(ukuran)}, lebih besar dari batas "
            f"{BATAS_UKURAN // _BYTE_SEMEGA} MB. "
            "Pindai ulang pada 300 dpi, atau bagi menjadi beberapa berkas."
        )
