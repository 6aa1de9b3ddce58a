"""What the hash chain covers, and the one form in which rows are hashed.

Two kinds of tables: those whose rows are only appended, each row sealed by itself, and those whose
rows change. Of the latter each row belongs to an owner (a case, an officer, …), and the owner's
state as a whole is sealed. A table that is not named in `PEMILIK` is taken for append-only.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from sooko_desk.data.tabel_semua import SEMUA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    from peewee import Model

    Baris = tuple[object, ...]

    class Hash(Protocol):
        """SHA-256 at work."""

        def update(self, isi: bytes, /) -> None:
            """Take more in."""

        def copy(self) -> Hash:
            """As it is now."""

        def hexdigest(self) -> str:
            """What it came to."""

    class Koneksi(Protocol):
        """A connection as sqlcipher3 and apsw make it."""

        def execute(self, sql: str, isi: Sequence[object] = ..., /) -> Iterable[Baris]:
            """Run a statement."""


RANTAI = "rantai"

PEMILIK = {
    "petugas": ("petugas", "id"),
    "sop_tersimpan": ("sop_tersimpan", "sidik"),
    "permohonan": ("permohonan", "id"),
    "berkas": ("permohonan", "permohonan_id"),
    "isian": ("permohonan", "permohonan_id"),
    "lampiran": ("permohonan", "permohonan_id"),
    "kiriman_baris": ("permohonan", "permohonan_id"),
    "kekurangan": ("kekurangan", "peristiwa_id"),
}
"""Table whose rows change -> kind of its owner, and the column that names it."""

_BERNAMA = ("sop_tersimpan",)
"""Kinds of owners whose key is a text."""

PANJANG_KEADAAN = 16
PANJANG_TANDA = 8
"""Hex digits of an owner's state, and of the mark that finds one changed row among many."""

encode = msgspec.json.Encoder().encode
"""The form that is hashed: JSON in UTF-8 without blanks, only what must be escaped is."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: its columns in order, the primary key first."""

    nama: str
    kolom: tuple[str, ...]

    @property
    def kunci(self) -> str:
        """The primary key."""
        return self.kolom[0]

    @property
    def pilih(self) -> str:
        """`SELECT` with every column."""
        return sql_pilih(self.nama, self.kolom)


def sql_pilih(nama: str, kolom: Iterable[str]) -> str:
    """`SELECT` of these columns; both come from the program or were proved against it."""
    return f"SELECT {', '.join(kolom)} FROM {nama}"  # noqa: S608


def _tabel(model: type[Model]) -> Tabel:
    meta = model._meta  # noqa: SLF001 - peewee's documented way to a model's columns
    return Tabel(meta.table_name, tuple(f.column_name for f in meta.sorted_fields))


TABEL = {t.nama: t for t in map(_tabel, SEMUA) if t.nama != RANTAI}
TAMBAH_SAJA = {nama: t for nama, t in sorted(TABEL.items()) if nama not in PEMILIK}
"""Tables whose rows are only appended, by name."""

MILIK: dict[str, tuple[Tabel, ...]] = {
    jenis: tuple(TABEL[nama] for nama, (milik, _) in PEMILIK.items() if milik == jenis)
    for jenis, _ in PEMILIK.values()
}
"""Kind of owner -> the tables that make up its state, in the order in which they are hashed."""


class Isi(msgspec.Struct, frozen=True, omit_defaults=True):
    """The rows that a link of the chain covers, as JSON in `rantai.isi`.

    Attributes:
        baris: append-only table -> runs of keys (first, last, marks of its rows one after the
            other).
        kolom: of a link that covers everything from the first row on: the columns of each
            append-only table that this and the following links hash; else None.
    """

    baris: dict[str, tuple[tuple[int, int, str], ...]]
    kolom: dict[str, tuple[str, ...]] | None = None


baca_isi = msgspec.json.Decoder(Isi).decode
baca_keadaan = msgspec.json.Decoder(dict[str, str]).decode


def tanda_baris(bentuk: bytes) -> str:
    """The mark of one row in the form that is hashed."""
    return hashlib.sha256(bentuk).hexdigest()[:PANJANG_TANDA]


def hitung_sidik(sebelum: str, mata: tuple[int, str, str, str], baris: Hash) -> str:
    """The seal of a link.

    Args:
        sebelum: the seal of the link before.
        mata: the link's own urut, waktu, isi and keadaan.
        baris: SHA-256 over the rows that it covers; not changed.
    """
    hash_ = baris.copy()
    hash_.update(encode((sebelum, *mata)))
    return hash_.hexdigest()


def hitung_keadaan(per_tabel: Sequence[Sequence[Baris]]) -> str:
    """The state of an owner, its rows by table as in `MILIK`; "" = nothing of it is left."""
    if not any(per_tabel):
        return ""
    return hashlib.sha256(encode(per_tabel)).hexdigest()[:PANJANG_KEADAAN]


def kunci_keadaan(jenis: str, kunci: object) -> str:
    """How an owner is named in `rantai.keadaan`."""
    return f"{jenis}:{kunci}"


def baca_kunci(nama: str) -> tuple[str, int | str]:
    """Kind and key of an owner as `kunci_keadaan` named it."""
    jenis, _, kunci = nama.partition(":")
    return jenis, kunci if jenis in _BERNAMA else int(kunci)


_SQL_MILIK = {
    jenis: tuple(f"{t.pilih} WHERE {PEMILIK[t.nama][1]} = ? ORDER BY {t.kunci}" for t in semua)
    for jenis, semua in MILIK.items()
}


def list_milik(koneksi: Koneksi, jenis: str, kunci: object) -> tuple[list[Baris], ...]:
    """Every row of an owner, by table as in `MILIK`."""
    return tuple([list(koneksi.execute(sql, (kunci,))) for sql in _SQL_MILIK[jenis]])
