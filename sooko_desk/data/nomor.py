"""Running numbers, taken inside the caller's unit of work: no gap, no reuse.

The last number is read from the book itself, so there is no counter that could differ from it;
UNIQUE (service, book, year, number) and UNIQUE (text) stand behind it in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import peewee as pw

from sooko_desk.data.tabel import TabelNomor
from sooko_desk.domain.nomor import format_nomor
from sooko_desk.domain.waktu import iso_utc

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.data.perintah import MintaNomor
    from sooko_desk.domain.permohonan import Petugas


def next_urut(layanan: str, buku: str, tahun: int) -> int:
    """The number that follows the last one of that book and year; 1 in an empty book."""
    terakhir = (
        TabelNomor.select(pw.fn.MAX(TabelNomor.urut))
        .where(
            TabelNomor.layanan == layanan,
            TabelNomor.buku == buku,
            TabelNomor.tahun == tahun,
        )
        .scalar()
    )
    return int(terakhir or 0) + 1


def catat_nomor(
    layanan: str, minta: MintaNomor, permohonan_id: int, petugas: Petugas, waktu: dt.datetime
) -> str:
    """Take the next number for a case and write it in its book; returns its text."""
    urut = next_urut(layanan, minta.buku, minta.tahun)
    nomor = format_nomor(minta.pola, urut, minta.tahun)
    TabelNomor.insert(
        layanan=layanan,
        buku=minta.buku,
        tahun=minta.tahun,
        urut=urut,
        nomor=nomor,
        permohonan=permohonan_id,
        petugas=petugas.id,
        dicatat=iso_utc(waktu),
    ).execute()
    return nomor
