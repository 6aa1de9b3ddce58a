"""A scan that lies beside a case, as the register knows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

BATAS_UKURAN = 25_000_000
"""Bytes of one scan: sixty pages at 300 dpi are well below."""
BATAS_HALAMAN = 60
BATAS_PIKSEL = 75_000_000
"""Of one page, or of one picture on it: A3 at 600 dpi."""
BATAS_PIKSEL_SEMUA = 600_000_000
"""Of all pages of a picture: sixty of A4 at 300 dpi."""


class JenisLampiran(StrEnum):
    """What a file really is, read from its content and never from its name."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"


@dataclass(frozen=True, slots=True)
class Lampiran:
    """One scan of a case.

    Attributes:
        berkas_kode: code of the paper it shows; "" = of none of them.
        sidik: SHA-256 of the content, hex; names the file in the vault.
        nama: name of the file it came from, safe to show: NIK and No KK in it are masked.
        ukuran: bytes of the content.
        halaman: pages, from 1.
        petugas: name of the officer who added it.
        waktu: aware UTC, when it was added.
        dilepas: aware UTC, when it was taken off; None = it belongs to the case.
    """

    id: int
    permohonan_id: int
    berkas_kode: str
    sidik: str
    nama: str
    jenis: JenisLampiran
    ukuran: int
    halaman: int
    petugas: str
    waktu: dt.datetime
    dilepas: dt.datetime | None = None
