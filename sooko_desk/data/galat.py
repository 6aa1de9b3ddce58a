"""Database failures turned into sentences. peewee hides the real cause, so the chain is walked."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, NoReturn, ParamSpec, TypeVar

import peewee as pw
from sqlcipher3 import dbapi2

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

_BASIS_DATA = (pw.PeeweeException, dbapi2.Error)
GAGAL = (*_BASIS_DATA, UnicodeEncodeError)
"""What a read or write may end with."""

_HURUF_RUSAK = (
    "Ada huruf rusak dalam isian, biasanya sisa gambar emoji yang ditempel, sehingga tidak dapat "
    "disimpan atau dicari. Hapus huruf itu, lalu ulangi."
)
_NOMOR_KEMBAR = (
    "Nomor surat yang akan diberikan sudah dipakai di buku lain, sehingga belum tersimpan. "
    "Bedakan pola nomornya di Pengaturan (F10), tab Nomor. Bila pola itu dari berkas SOP, "
    "bedakan pola_nomor di sana, lalu buka ulang program."
)
RUSAK = "Berkas register rusak. Jangan hapus apa pun; kembalikan dari cadangan terakhir."

_INDEKS = ("malformed", "fts5", "vtable constructor failed", "SQL logic error")
"""What SQLite and FTS5 say of a damaged search index, and of other damage too."""

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
    ("malformed", RUSAK),
    ("vtable constructor failed", RUSAK),  # the search index cannot be read
    ("fts5", RUSAK),  # nor made anew
    ("nomor kembar", _NOMOR_KEMBAR),  # between what is given out and what is reserved
    ("failed: nomor_cadangan.nomor", _NOMOR_KEMBAR),
    ("failed: nomor.nomor", _NOMOR_KEMBAR),
    ("failed: permohonan.nomor_", _NOMOR_KEMBAR),
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
    if isinstance(galat, UserError):
        return galat
    rantai = _list_sebab(galat)
    if any(isinstance(sebab, UnicodeEncodeError) for sebab in rantai):
        return UserError(_HURUF_RUSAK)  # half of a character: no text in UTF-8 holds it
    for kata, kalimat in _KALIMAT:
        for sebab in rantai:
            if isinstance(sebab, _BASIS_DATA) and kata in str(sebab):
                return UserError(kalimat)
    return galat


def may_indeks(galat: BaseException) -> bool:
    """Whether a failure may come from a damaged search index; only its own check knows."""
    return any(
        isinstance(sebab, _BASIS_DATA) and any(kata in str(sebab) for kata in _INDEKS)
        for sebab in _list_sebab(galat)
    )


def _list_sebab(galat: BaseException) -> list[BaseException]:
    """The failure and what led to it."""
    rantai: list[BaseException] = []
    sebab: BaseException | None = galat
    while sebab is not None and sebab not in rantai:
        rantai.append(sebab)
        sebab = sebab.__cause__ or sebab.__context__
    return rantai


def reraise(galat: BaseException) -> NoReturn:
    """Raise the officer's sentence for a failure, or the error itself when it is a bug."""
    terjemah = translate_error(galat)
    if terjemah is galat:
        raise galat
    raise terjemah from galat


def translated(baca: Callable[P, T]) -> Callable[P, T]:
    """Make a named read raise `UserError` for what the officer can act on (a damaged file)."""

    @wraps(baca)
    def jalankan(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return baca(*args, **kwargs)
        except GAGAL as galat:
            reraise(galat)

    return jalankan
