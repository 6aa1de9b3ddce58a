"""Database failures turned into sentences. peewee hides the real cause, so the chain is walked."""

from __future__ import annotations

import peewee as pw
from sqlcipher3 import dbapi2

from sooko_desk.domain.errors import UserError

_KALIMAT: tuple[tuple[str, str], ...] = (
    (
        "disk is full",
        "Cakram komputer penuh, sehingga belum tersimpan. Kosongkan ruang, lalu simpan lagi.",
    ),
    (
        "is locked",
        (
            "Register sedang dibuka oleh Sooko Desk yang lain di komputer ini. "
            "Pakai jendela yang sudah terbuka, atau tutup dulu, lalu buka lagi."
        ),
    ),
    (
        "readonly database",
        "Register tidak dapat ditulisi. Periksa hak tulis folder data, lalu simpan lagi.",
    ),
    (
        "unable to open",
        "Berkas register tidak dapat dibuka. Periksa folder data dan hak aksesnya.",
    ),
    (
        "not a database",
        (
            "Berkas register tidak cocok dengan kuncinya, atau bukan berkas register. "
            "Jangan hapus apa pun; kembalikan dari cadangan."
        ),
    ),
    (
        "malformed",
        "Berkas register rusak. Jangan hapus apa pun; kembalikan dari cadangan terakhir.",
    ),
    (
        "disk I/O",
        (
            "Cakram komputer gagal membaca atau menulis. Belum tersimpan; coba lagi, "
            "dan bila berulang periksa cakram komputer."
        ),
    ),
)


def translate_error(galat: BaseException) -> BaseException:
    """Return a `UserError` for a failure the officer can act on, else the error itself."""
    rantai: list[BaseException] = []
    sebab: BaseException | None = galat
    while sebab is not None and sebab not in rantai:
        rantai.append(sebab)
        sebab = sebab.__cause__ or sebab.__context__
    for kata, kalimat in _KALIMAT:
        for sebab in rantai:
            if isinstance(sebab, (pw.PeeweeException, dbapi2.Error)) and kata in str(sebab):
                return UserError(kalimat)
    return galat
