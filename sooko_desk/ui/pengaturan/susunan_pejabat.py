"""The list of officials while it is edited: every act gives a new list, and each can be undone.

Knows nothing of Qt and stores nothing.
"""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.services.isian_pejabat import IsianPejabat
from sooko_desk.ui.pengaturan.urungan import Urungan

if TYPE_CHECKING:
    from collections.abc import Sequence

Daftar = tuple[IsianPejabat, ...]


class SusunanPejabat(Urungan[Daftar, int]):
    """One list under edit. Rows are counted from 0."""

    def __init__(self, daftar: Sequence[IsianPejabat]) -> None:
        super().__init__(tuple(daftar))
        self._tersimpan = {satu.id: satu for satu in daftar}

    def find_tersimpan(self, baris: int) -> IsianPejabat | None:
        """The row as it was stored; None = it is new."""
        return self._tersimpan.get(self._isi[baris].id)

    def tambah(self, jabatan: str, dari: str, sesudah: int) -> int:
        """Put an empty row below the others; returns its row.

        Args:
            jabatan: the office that is proposed.
            dari: the first day that is proposed.
            sesudah: the row to go back to when this is undone.
        """
        baru = IsianPejabat(uuid.uuid4().hex, jabatan=jabatan, dari=dari)
        self._taruh((*self._isi, baru), sesudah)
        return len(self._isi) - 1

    def ubah(self, baris: int, isian: IsianPejabat, bidang: str) -> None:
        """Put other words into a row; letters typed into one field are one act to undo."""
        if isian != self._isi[baris]:
            isi = (*self._isi[:baris], isian, *self._isi[baris + 1 :])
            self._taruh(isi, baris, f"{isian.id}.{bidang}")

    def akhiri(self, baris: int, sampai: str) -> None:
        """Let a term end on that day."""
        self.ubah(baris, replace(self._isi[baris], sampai=sampai), "")

    def buang(self, baris: int) -> int:
        """Take out a row that was never stored; returns the row to stand on then, -1 = none.

        Raises:
            KeyError: the row was stored: papers of its time need it.
        """
        if self.find_tersimpan(baris) is not None:
            raise KeyError(self._isi[baris].id)
        self._taruh((*self._isi[:baris], *self._isi[baris + 1 :]), baris)
        return min(baris, len(self._isi) - 1)

    def urungkan(self) -> int:
        """Take the last act back; returns the row it was done on.

        Raises:
            IndexError: there is none, see `bisa_urung`.
        """
        return min(self._tarik(), len(self._isi) - 1)
