"""Rows of a whole register in the order of their keys, one table after the other read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.rantai_bentuk import (
    MILIK,
    PEMILIK,
    RANTAI,
    TAMBAH_SAJA,
    hitung_keadaan,
    sql_pilih,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sooko_desk.data.rantai_bentuk import Baris, Koneksi, Tabel


BATAS_HILANG = 1000
"""Missing rows that are named one by one."""
_SEKALI = 500


def list_urut(
    koneksi: Koneksi, nama: str, kolom: tuple[str, ...], antara: tuple[int, int]
) -> Iterator[Baris]:
    """The rows of a table by their key, which is its first column.

    Read some hundred at a time: no statement stays open while the register is written.

    Args:
        antara: the key before the first row, and that of the last one.
    """
    kunci = kolom[0]
    tanya = f"{sql_pilih(nama, kolom)} WHERE {kunci} > ? AND {kunci} <= ? ORDER BY {kunci} LIMIT ?"
    setelah, sampai = antara
    while semua := list(koneksi.execute(tanya, (setelah, sampai, _SEKALI))):
        yield from semua
        setelah = _kunci(semua[-1])


def list_bawah_satu(koneksi: Koneksi) -> Iterator[tuple[str, int]]:
    """Table and key of rows before the first that the program can have written."""
    for nama, kunci in ((RANTAI, "urut"), *((t.nama, t.kunci) for t in TAMBAH_SAJA.values())):
        tanya = f"SELECT {kunci} FROM {nama} WHERE {kunci} < 1 LIMIT ?"  # noqa: S608 # our own names
        for baris in list(koneksi.execute(tanya, (BATAS_HILANG,))):
            yield nama, _kunci(baris)


class Aliran:
    """The rows of one append-only table, taken run by run.

    Attributes:
        hilang: keys that a run named and no row has.
        asing: keys of rows that no run named.
    """

    def __init__(self, baris: Iterable[Baris]) -> None:
        self._baris = iter(baris)
        self._depan = next(self._baris, None)
        self.hilang: list[int] = []
        self.asing: list[int] = []

    def ambil_depan(self, kunci: int) -> Baris | None:
        """The next row if it has that key; None = it has another, see `ambil`."""
        depan = self._depan
        if depan is None or depan[0] != kunci:
            return None
        self._depan = next(self._baris, None)
        return depan

    def ambil(self, awal: int, akhir: int) -> Iterator[Baris]:
        """The rows from key `awal` to `akhir`, both included."""
        kunci = awal
        while kunci <= akhir:
            while (depan := self._depan) is not None and _kunci(depan) < kunci:
                self.asing.append(_kunci(depan))
                self._depan = next(self._baris, None)
            if depan is not None and depan[0] == kunci:
                self._depan = next(self._baris, None)
                yield depan
            else:
                self.hilang.append(kunci)
                if len(self.hilang) >= BATAS_HILANG:  # a forged run may name any number of rows
                    return
            kunci += 1

    def sisa(self) -> None:
        """No run is left: every further row is foreign."""
        while self._depan is not None:
            self.asing.append(_kunci(self._depan))
            self._depan = next(self._baris, None)


def _kunci(baris: Baris) -> int:
    return baris[0]  # type: ignore[return-value]  # INTEGER PRIMARY KEY holds nothing else


def list_semua_keadaan(koneksi: Koneksi, jenis: str) -> Iterator[tuple[object, str]]:
    """Every owner of a kind with its state, by its key; about 3 s per 100,000 cases."""
    aliran = [_per_pemilik(koneksi, tabel) for tabel in MILIK[jenis]]
    depan = [next(satu, None) for satu in aliran]
    while sisa := [satu[0] for satu in depan if satu is not None]:
        kunci = min(sisa, key=_urutan)
        milik: list[list[Baris]] = []
        for n, satu in enumerate(depan):
            if satu is not None and satu[0] == kunci:
                milik.append(satu[1])
                depan[n] = next(aliran[n], None)
            else:
                milik.append([])
        yield kunci, hitung_keadaan(milik)


def _urutan(kunci: object) -> tuple[bool, object]:
    """As SQLite sorts them: a key that was forged into a text comes after every number."""
    return isinstance(kunci, str), kunci


def _per_pemilik(koneksi: Koneksi, tabel: Tabel) -> Iterator[tuple[object, list[Baris]]]:
    """The rows of a table owner by owner, as `rantai_bentuk.list_milik` reads those of one."""
    kolom = PEMILIK[tabel.nama][1]
    letak = tabel.kolom.index(kolom)
    pemilik: object = None
    punya: list[Baris] = []
    for baris in koneksi.execute(f"{tabel.pilih} ORDER BY {kolom}, {tabel.kunci}"):
        if baris[letak] != pemilik:
            if punya:
                yield pemilik, punya
            pemilik, punya = baris[letak], []
        punya.append(baris)
    if punya:
        yield pemilik, punya
