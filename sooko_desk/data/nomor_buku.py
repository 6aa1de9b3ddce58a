"""The numbers of all books, read: what was given out or reserved, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data import kiriman, nomor
from sooko_desk.data.galat import translated
from sooko_desk.data.tabel import TabelKiriman, TabelNomor
from sooko_desk.data.tabel_buku import TabelNomorCadangan

if TYPE_CHECKING:
    from collections.abc import Iterator

BUKU_KIRIMAN = "daftar_pengiriman"
"""The lists of what is sent keep their numbers in a table of their own."""


class NomorBukuStore:
    """Reads only; numbers are given where their case or list is written."""

    @translated
    def urut_berikut(self, layanan: str, buku: str, tahun: int) -> int:
        """The next running number of a book's year, from 1."""
        if buku == BUKU_KIRIMAN:
            return kiriman.next_urut(layanan, tahun)
        return nomor.next_urut(layanan, buku, tahun)

    @translated
    def list_teks(self) -> tuple[str, ...]:
        """Every number that was ever given out or reserved, as printed."""
        return tuple(_list_teks())


def _list_teks() -> Iterator[str]:
    for tabel in (TabelNomor, TabelNomorCadangan, TabelKiriman):
        for baris in tabel.select(tabel.nomor).tuples().iterator():
            yield str(baris[0])
