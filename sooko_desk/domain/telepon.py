"""Telephone numbers: one Indonesian number, kept as 0..."""

from __future__ import annotations

from sooko_desk.domain.digit import bersihkan_digit, is_angka_ascii, sebut_karakter
from sooko_desk.domain.errors import UserError

PALING_PENDEK = 9
PALING_PANJANG = 14

_KODE_NEGARA = "62"


def check_telepon(teks: str) -> str:
    """Return the number with a leading 0, or "" when none was typed.

    Args:
        teks: 08..., +62 8..., 62 8..., 8... (a sheet dropped the zero) or an area code as in
            (0321) ...; blanks, dots, dashes and brackets are ignored.

    Raises:
        UserError: a character that is no digit, a foreign number, or not 9 to 14 digits.
    """
    nomor = bersihkan_digit(teks).replace("(", "").replace(")", "")
    if not nomor:
        return ""
    angka = nomor.removeprefix("+")
    for huruf in angka:
        if not is_angka_ascii(huruf):
            raise UserError(
                f"Nomor telepon hanya berisi angka; ada {sebut_karakter(huruf)}. "
                "Tulis satu nomor saja."
            )
    if angka.startswith(_KODE_NEGARA):
        angka = "0" + angka.removeprefix(_KODE_NEGARA).lstrip("0")
    elif nomor.startswith("+"):
        raise UserError(
            "Nomor telepon luar negeri tidak dapat dipakai. Tulis nomor yang diawali 08."
        )
    elif angka.startswith("8"):
        angka = "0" + angka
    if not angka.startswith("0") or angka.startswith("00"):
        raise UserError("Nomor telepon diawali 08, atau 0 dan kode daerah. Periksa angka depannya.")
    if not PALING_PENDEK <= len(angka) <= PALING_PANJANG:
        raise UserError(
            f"Nomor telepon {PALING_PENDEK} sampai {PALING_PANJANG} angka; "
            f"yang terketik {len(angka)}. Periksa lagi."
        )
    return angka
