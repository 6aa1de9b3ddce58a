"""Numbers as officers type, paste and scan them: cleaning, naming a wrong character, masking.

What the 16 digits mean is decided in `nik` and `nkk`.
"""

from __future__ import annotations

import re
import unicodedata

from sooko_desk.domain.errors import UserError

PANJANG_NOMOR = 16
"""Digits in a NIK and in a No KK."""

PANJANG_TERLIHAT = 4
"""Digits of a NIK or No KK that lists and papers may show; the others hold place and birth."""

NOMOR = re.compile(r"(?<!\d)(?:\d[ .\-]?){15}\d(?!\d)")
"""16 digits within a text, also in groups."""

_KOSONG_LEBAR = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_SPASI = " \u00a0\u2007\u2009\u202f\t\n\r\v\f\u0085\u2028\u2029"
_TITIK_DAN_GARIS = ".-\u2010\u2011\u2012\u2013\u2014\u2212"
_BUANG = str.maketrans("", "", _KOSONG_LEBAR + _SPASI + _TITIK_DAN_GARIS)

_MIRIP_ANGKA = {
    "O": "0 (nol)",
    "I": "1 (satu)",
    "L": "1 (satu)",
    "S": "5 (lima)",
    "B": "8 (delapan)",
}

_AWAL_SIMBOL = 0x2190
"""Arrows and pictures begin here; below lie the degree sign and other marks of typing."""

_BLOK_EMOJI = range(0x1F000, 0x20000)


def bersihkan_digit(teks: str) -> str:
    """Drop blanks, line breaks, dots, dashes and invisible characters; keep everything else."""
    return teks.translate(_BUANG)


def is_angka_ascii(huruf: str) -> bool:
    """True for 0-9 only; `str.isdigit` also accepts full-width and Arabic digits."""
    return "0" <= huruf <= "9"


def is_emoji(huruf: str) -> bool:
    """True for a pictograph, also one that is newer than this Python's Unicode table."""
    kode = ord(huruf)
    return kode in _BLOK_EMOJI or (kode >= _AWAL_SIMBOL and unicodedata.category(huruf) == "So")


def sebut_karakter(huruf: str) -> str:
    """Name one character in words that an officer understands, e.g. ``huruf "x"``."""
    if is_emoji(huruf):
        return "gambar/emoji"
    # A combining mark (M) alone shows on the character before it, or not at all.
    if not huruf.isprintable() or unicodedata.category(huruf).startswith("M"):
        return "tanda yang tidak tampak"
    if huruf.isalpha():
        return f'huruf "{huruf}"'
    return f'tanda "{huruf}"'


def check_enam_belas_angka(teks: str, label: str) -> str:
    """Return the 16 ASCII digits in the typed text.

    Args:
        teks: as typed, pasted or scanned; see `bersihkan_digit` for what is ignored.
        label: "NIK" or "No KK", the first word of every message.

    Raises:
        UserError: empty, a character that is no digit (named, with its place), or not 16 digits.
            The number itself is never in the text: the message may end up in a photo or a log.
    """
    angka = bersihkan_digit(teks)
    if not angka:
        raise UserError(f"{label} belum diisi. Ketik 16 angka dari KTP-el atau KK.")
    for urutan, huruf in enumerate(angka, start=1):
        if not is_angka_ascii(huruf):
            raise UserError(_salah_karakter(label, huruf, urutan))
    if len(angka) != PANJANG_NOMOR:
        saran = (
            "Periksa angka yang tertinggal."
            if len(angka) < PANJANG_NOMOR
            else "Hapus angka yang kelebihan."
        )
        raise UserError(f"{label} harus {PANJANG_NOMOR} angka; yang terketik {len(angka)}. {saran}")
    return angka


def samarkan(digits: str) -> str:
    """Mask a NIK or No KK for lists and papers: 12 asterisks and the last 4 digits.

    Returns:
        "" for an empty text; asterisks only (one a character) for anything that is not 16 digits,
        so that a mistyped number never shows more than a right one.
    """
    bersih = bersihkan_digit(digits)
    if len(bersih) != PANJANG_NOMOR or not all(map(is_angka_ascii, bersih)):
        return "*" * len(bersih)
    return "*" * (PANJANG_NOMOR - PANJANG_TERLIHAT) + bersih[-PANJANG_TERLIHAT:]


def samarkan_nomor(teks: str) -> str:
    """A text with every number of 16 digits in it masked, also in groups."""
    return NOMOR.sub(lambda cocok: samarkan(cocok[0]), teks)


def _salah_karakter(label: str, huruf: str, urutan: int) -> str:
    if unicodedata.category(huruf).startswith("N"):
        return (
            f"{label} memuat angka yang bukan 0 sampai 9 biasa pada urutan ke-{urutan}. "
            "Ketik ulang nomornya dengan papan ketik."
        )
    mirip = _MIRIP_ANGKA.get(huruf.upper())
    saran = f"Mungkin maksudnya angka {mirip}." if mirip else "Ganti dengan angka yang benar."
    return (
        f"{label} hanya berisi angka; ada {sebut_karakter(huruf)} pada urutan ke-{urutan}. {saran}"
    )
