"""Pictures from outside, read with Pillow: which they are, their pages, upright and without alpha.

What came from a scanner, a phone or a stranger may be anything. Only three formats are tried, the
number of pixels is known before one is unpacked, and whatever the library stumbles over is one
sentence.
"""

from __future__ import annotations

import contextlib
import logging
import math
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.lampiran import (
    BATAS_HALAMAN,
    BATAS_PIKSEL,
    BATAS_PIKSEL_SEMUA,
    JenisLampiran,
)
from sooko_desk.services.pdfium import terlalu_rinci

if TYPE_CHECKING:
    from collections.abc import Iterator

# Pillow raises for a damaged file and writes a log record besides; the officer has the sentence.
logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)

LOGO_PIKSEL = 600
"""Of the longer side: 300 dpi on 5 cm."""

_FORMAT = ("JPEG", "PNG", "TIFF")
_FORMAT_LOGO = ("JPEG", "PNG")
_JENIS = {
    "JPEG": JenisLampiran.JPEG,
    "MPO": JenisLampiran.JPEG,  # a phone's JPEG with a second picture behind the first
    "PNG": JenisLampiran.PNG,
    "TIFF": JenisLampiran.TIFF,
}
# What Pillow's readers raise on damaged files; a Warning where warnings are errors.
_GALAT = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
    Warning,
    struct.error,
    zlib.error,
)
_KECIL = (64, 64)


def check_gambar(isi: bytes, sebutan: str) -> tuple[JenisLampiran, int]:
    """Unpack every page of a picture once; returns what it is and how many pages it has.

    Counting ends one past `BATAS_HALAMAN`.

    Raises:
        UserError: no picture of the three formats, damaged, cut off, or too many pixels.
    """
    semua = 0
    halaman = 0
    with _kalimat(sebutan), Image.open(BytesIO(isi), formats=_FORMAT) as gambar:
        jenis = _JENIS[str(gambar.format)]
        for _ in _halaman(gambar, jenis):
            piksel = gambar.width * gambar.height
            semua += piksel
            if piksel > BATAS_PIKSEL or semua > BATAS_PIKSEL_SEMUA:
                raise terlalu_rinci(sebutan)
            _muat(gambar, _KECIL)
            halaman += 1
    return jenis, halaman


def buka_halaman(isi: bytes, nomor: int, kotak: tuple[int, int]) -> Image.Image:
    """A page (from 1) of a picture that was checked.

    Args:
        isi: the whole file.
        nomor: TIFF: which page; the others have one.
        kotak: most pixels across and down; a smaller picture stays as it is.

    Returns:
        RGB or L, upright, free of metadata.
    """
    with _kalimat("Pindaian ini"), Image.open(BytesIO(isi), formats=_FORMAT) as gambar:
        if nomor > 1:
            gambar.seek(nomor - 1)
        return _muat(gambar, kotak)


def susun_logo(isi: bytes, sebutan: str) -> bytes:
    """A picture as the office's logo: PNG, upright, `LOGO_PIKSEL` at most, free of metadata.

    Of a moving picture the first image counts; what is transparent becomes white, as paper is.

    Raises:
        UserError: no PNG or JPG, damaged, or with more than `BATAS_PIKSEL`.
    """
    terlalu_besar = UserError(
        f"{sebutan} terlalu besar untuk logo. Kecilkan gambarnya, lalu pilih lagi."
    )
    try:
        with Image.open(BytesIO(isi), formats=_FORMAT_LOGO) as gambar:
            if gambar.width * gambar.height > BATAS_PIKSEL:
                raise terlalu_besar
            hasil = _muat(gambar, (LOGO_PIKSEL, LOGO_PIKSEL))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as galat:
        raise terlalu_besar from galat
    except _GALAT as galat:
        raise UserError(
            f"{sebutan} bukan gambar PNG atau JPG yang utuh. Pilih gambar lain untuk logo."
        ) from galat
    wadah = BytesIO()
    hasil.save(wadah, "PNG", optimize=True)
    return wadah.getvalue()


@contextlib.contextmanager
def _kalimat(sebutan: str) -> Iterator[None]:
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as galat:
        raise terlalu_rinci(sebutan) from galat
    except _GALAT as galat:
        raise UserError(
            f"{sebutan} adalah gambar yang rusak atau terpotong. "
            "Salin atau pindai ulang, lalu tambahkan lagi."
        ) from galat


def _halaman(gambar: Image.Image, jenis: JenisLampiran) -> Iterator[None]:
    """Go to one page after the other; the picture stands at it."""
    yield
    if jenis is not JenisLampiran.TIFF:
        return
    for nomor in range(1, BATAS_HALAMAN + 1):
        try:
            gambar.seek(nomor)
        except EOFError:
            return
        yield


def _muat(gambar: Image.Image, kotak: tuple[int, int]) -> Image.Image:
    gambar.draft(None, _butuh(gambar.size, kotak))
    ImageOps.exif_transpose(gambar, in_place=True)
    if gambar.mode in ("RGB", "L") and not gambar.has_transparency_data:
        # Before it is copied: a large page is in memory once.
        gambar.thumbnail(kotak, Image.Resampling.LANCZOS, reducing_gap=3.0)
    hasil = _ratakan(gambar)
    hasil.info = {}
    hasil.thumbnail(kotak, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return hasil


def _butuh(piksel: tuple[int, int], kotak: tuple[int, int]) -> tuple[int, int]:
    """How large a JPEG must be unpacked: it can be had at a half, a quarter or an eighth.

    Enough for the box whichever way up the picture will be.
    """
    skala = max(min(kotak[0] / a, kotak[1] / b) for a, b in (piksel, piksel[::-1]))
    return math.ceil(piksel[0] * skala), math.ceil(piksel[1] * skala)


def _ratakan(gambar: Image.Image) -> Image.Image:
    """A copy in RGB or L; what is transparent is white, as paper is."""
    if gambar.mode in ("1", "L") and not gambar.has_transparency_data:
        return gambar.convert("L")
    if gambar.mode.startswith("I;16"):
        # Pillow cuts 16 bits at 255 instead of scaling them.
        return gambar.convert("I").point(lambda nilai: nilai / 256).convert("L")
    if gambar.has_transparency_data:
        lapis = gambar.convert("RGBA")
        kertas = Image.new("RGB", lapis.size, "white")
        kertas.paste(lapis, mask=lapis.getchannel("A"))
        return kertas
    return gambar.convert("RGB")
