"""A requirement list while it is edited: every act gives a new list, and every act can be undone.

Papers that stand for each other stay alike in how they bind; a paper left alone in its group
leaves it. Knows nothing of Qt and stores nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sooko_desk.domain.sop import SifatSyarat, Syarat
from sooko_desk.ui.pengaturan.urungan import Urungan

if TYPE_CHECKING:
    from collections.abc import Sequence

_DISEBUT = 2
"""Names said of a larger group."""


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A paper, or several that stand for each other already, offered as the other choice.

    Attributes:
        baris: place of the first of them, from 0.
        teks: their names (of many the first two) joined by "atau"; unique among the offers of one
            paper.
    """

    baris: int
    teks: str


class Susunan(Urungan[tuple[Syarat, ...], int]):
    """One list under edit; a new paper has `kode` "". Rows are counted from 0."""

    def __init__(self, daftar: Sequence[Syarat]) -> None:
        super().__init__(tuple(daftar))

    def tambah(self, sesudah: int) -> int:
        """Put an empty required paper below a row (-1 = on top); returns its row."""
        baru = Syarat("", "", SifatSyarat.WAJIB)
        tempat = sesudah + 1
        self._taruh((*self._isi[:tempat], baru, *self._isi[tempat:]), sesudah)
        return tempat

    def hapus(self, baris: int) -> int:
        """Take a paper out; returns the row to stand on then, -1 when the list is empty."""
        self._taruh(_bubarkan((*self._isi[:baris], *self._isi[baris + 1 :])), baris)
        return min(baris, len(self._isi) - 1)

    def geser(self, baris: int, arah: int) -> int:
        """Let a paper change places with its neighbour (-1 up, 1 down); returns its row."""
        tujuan = baris + arah
        if not 0 <= tujuan < len(self._isi):
            return baris
        isi = list(self._isi)
        isi[baris], isi[tujuan] = isi[tujuan], isi[baris]
        self._taruh(tuple(isi), baris)
        return tujuan

    def ubah(self, baris: int, syarat: Syarat, bidang: str) -> None:
        """Put other words into a paper; letters typed into one field are one act to undo.

        What binds (`sifat`, `bila`) changes in all papers that stand for each other; a condition
        to look at leaves them.
        """
        lama = self._isi[baris]
        if syarat == lama:
            return
        if syarat.sifat is SifatSyarat.CATATAN:
            syarat = replace(syarat, grup="")
        isi = list(self._isi)
        isi[baris] = syarat
        if syarat.grup:
            isi = [
                replace(s, sifat=syarat.sifat, bila=syarat.bila) if s.grup == syarat.grup else s
                for s in isi
            ]
        self._taruh(_bubarkan(tuple(isi)), baris, f"{baris}.{bidang}")

    def pasangkan(self, baris: int, dengan: int) -> None:
        """Let a paper stand for another (and all that one stands for); -1 = for none."""
        isi = list(self._isi)
        if dengan < 0:
            isi[baris] = replace(isi[baris], grup="")
        else:
            grup = isi[dengan].grup or self._grup_baru()
            isi[dengan] = replace(isi[dengan], grup=grup)
            teman = isi[dengan]
            isi[baris] = replace(isi[baris], grup=grup, sifat=teman.sifat, bila=teman.bila)
        self._taruh(_bubarkan(tuple(isi)), baris)

    def list_pasangan(self, baris: int) -> tuple[Pasangan, ...]:
        """What a paper could stand for: groups as one offer, papers alone as one each."""
        hasil: list[Pasangan] = []
        sudah: set[str] = set()
        for n, syarat in enumerate(self._isi):
            if n == baris or syarat.sifat is SifatSyarat.CATATAN or syarat.grup in sudah:
                continue
            anggota = [n]
            if syarat.grup:
                sudah.add(syarat.grup)
                anggota = [m for m in self._anggota(syarat.grup) if m != baris]
            teks = self._sebut(anggota)
            if any(p.teks.casefold() == teks.casefold() for p in hasil):
                teks = f"{teks} (baris {n + 1})"
            hasil.append(Pasangan(n, teks))
        return tuple(hasil)

    def pasangan(self, baris: int) -> int:
        """Row of the first other paper that this one stands for; -1 = none."""
        grup = self._isi[baris].grup
        return next((n for n in self._anggota(grup) if n != baris), -1) if grup else -1

    def urungkan(self) -> int:
        """Take the last act back; returns the row it was done on.

        Raises:
            IndexError: there is none, see `bisa_urung`.
        """
        return min(self._tarik(), len(self._isi) - 1)

    def _sebut(self, anggota: list[int]) -> str:
        nama = [self._isi[m].nama or f"berkas baris {m + 1}" for m in anggota[:_DISEBUT]]
        if sisa := len(anggota) - len(nama):
            nama.append(f"{sisa} berkas lain")
        return " atau ".join(nama)

    def _anggota(self, grup: str) -> list[int]:
        return [n for n, s in enumerate(self._isi) if s.grup == grup]

    def _grup_baru(self) -> str:
        dipakai = {s.grup for s in self._isi}
        return next(g for n in range(len(dipakai) + 1) if (g := f"kantor_{n + 1}") not in dipakai)


def _bubarkan(isi: tuple[Syarat, ...]) -> tuple[Syarat, ...]:
    banyak = Counter(s.grup for s in isi)
    return tuple(replace(s, grup="") if s.grup and banyak[s.grup] == 1 else s for s in isi)
