"""Names as they stand on KTP-el and KK.

Source: Permendagri 73/2022 for *first* recording: Latin letters, at most 60 characters with
spaces. Older documents stay valid, so one word, apostrophes, titles and digits are taken.
"""

from __future__ import annotations

import unicodedata

from sooko_desk.domain.digit import is_angka_ascii, sebut_karakter
from sooko_desk.domain.errors import UserError

PANJANG_NAMA = 60

_TANDA_NAMA = frozenset(" '.,-/()")
_RAPIKAN = str.maketrans(
    dict.fromkeys("’‘ʼʻ`´′", "'")  # what keyboards and word processors put for an apostrophe
    | dict.fromkeys("\u2010\u2011\u2012\u2013", "-")
    | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", None)
)


def check_nama(teks: str, label: str = "Nama") -> str:
    """Return the name with single spaces, composed letters (NFC) and plain apostrophes.

    Args:
        teks: as typed.
        label: what the name is of, first word of every message, e.g. "Nama pemohon".

    Raises:
        UserError: empty, over 60 characters, a character that names do not have (it is named),
            or no letter at all.
    """
    nama = " ".join(unicodedata.normalize("NFC", teks.translate(_RAPIKAN)).split())
    if not nama:
        raise UserError(f"{label} belum diisi. Tulis seperti pada KTP-el atau KK.")
    for huruf in nama:
        if not _is_huruf_nama(huruf):
            raise UserError(_salah_karakter(label, huruf))
    if not any(map(str.isalpha, nama)):
        raise UserError(f"{label} belum memuat huruf. Tulis seperti pada KTP-el atau KK.")
    if len(nama) > PANJANG_NAMA:
        raise UserError(
            f"{label} {len(nama)} huruf termasuk spasi; tulis paling banyak {PANJANG_NAMA} huruf."
        )
    return nama


def kapitalkan(teks: str) -> str:
    """As SIAK and the KK write words: in capitals.

    Letter by letter, and as long as it was: a "ß" stays, and a caret in the words stays in place.
    """
    return "".join(h.upper() if len(h.upper()) == 1 else h for h in teks)


def list_peringatan_nama(nama: str) -> tuple[str, ...]:
    """Doubts about a name that `check_nama` took; the officer may go on."""
    if any(map(is_angka_ascii, nama)):
        return ("Nama memuat angka. Lanjutkan hanya bila dokumen lamanya memang begitu.",)
    return ()


def _is_huruf_nama(huruf: str) -> bool:
    if huruf in _TANDA_NAMA or is_angka_ascii(huruf):
        return True
    return huruf.isalpha() and unicodedata.name(huruf, "").startswith("LATIN ")


def _salah_karakter(label: str, huruf: str) -> str:
    sebutan = sebut_karakter(huruf)
    if sebutan.startswith("huruf"):
        return (
            f"{label} memuat {sebutan} yang bukan huruf Latin. Ketik ulang dengan huruf A sampai Z."
        )
    return f"{label} memuat {sebutan} yang tidak dipakai dalam nama. Hapus lalu simpan lagi."
