"""Running numbers, taken inside the caller's unit of work: no gap, no reuse.

The last number is read from the books themselves (what was given out and what is reserved on the
power-cut pad), so there is no counter that could differ from them; UNIQUE (service, book, year,
number) and UNIQUE (text) stand behind it in the file, and a trigger between the two tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import peewee as pw

from sooko_desk.data.tabel import TabelNomor
from sooko_desk.data.tabel_buku import TabelNomorCadangan
from sooko_desk.domain.nomor import format_nomor
from sooko_desk.domain.waktu import iso_utc

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.perintah import MintaNomor
    from sooko_desk.domain.permohonan import Petugas


class Nomor(NamedTuple):
    """A number of a book's year, with its text."""

    tahun: int
    urut: int
    teks: str


def next_urut(layanan: str, buku: str, tahun: int) -> int:
    """The number after the last one given out or reserved; 1 in an empty book."""
    terakhir = (
        tabel.select(pw.fn.MAX(tabel.urut))
        .where(tabel.layanan == layanan, tabel.buku == buku, tabel.tahun == tahun)
        .scalar()
        for tabel in (TabelNomor, TabelNomorCadangan)
    )
    return max(int(urut or 0) for urut in terakhir) + 1


def next_nomor(layanan: str, minta: MintaNomor) -> Nomor:
    """The next number of a book; nothing is written yet."""
    urut = next_urut(layanan, minta.buku, minta.tahun)
    return Nomor(minta.tahun, urut, format_nomor(minta.pola, urut, minta.tahun))


def catat_nomor(
    layanan: str,
    buku: str,
    nomor: Nomor,
    permohonan_id: int,
    petugas: Petugas,
    waktu: dt.datetime,
) -> None:
    """Write a number in its book for a case."""
    TabelNomor.insert(
        layanan=layanan,
        buku=buku,
        tahun=nomor.tahun,
        urut=nomor.urut,
        nomor=nomor.teks,
        permohonan=permohonan_id,
        petugas=petugas.id,
        dicatat=iso_utc(waktu),
    ).execute()
