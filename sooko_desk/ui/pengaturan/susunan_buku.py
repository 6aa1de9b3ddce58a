"""The forms of the books while they are edited: every act gives new forms and can be undone.

Knows nothing of Qt and stores nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.domain.buku import list_kolom_tersedia
from sooko_desk.services.bentuk_buku import BentukSemua
from sooko_desk.ui.pengaturan.urungan import Urungan

if TYPE_CHECKING:
    from typing import Any

    from sooko_desk.domain.buku import BentukBuku, KolomBuku


def list_kolom(layanan: str, bentuk: BentukBuku) -> tuple[KolomBuku, ...]:
    """Every column that can be had: the chosen ones in their order, then the others."""
    dipilih = {k.id for k in bentuk.kolom}
    return (
        *bentuk.kolom,
        *(k for k in list_kolom_tersedia(layanan) if k.id not in dipilih),
    )


class SusunanBuku(Urungan[BentukSemua, tuple[str, str]]):
    """All books under edit; an act is done on a book and a column."""

    def pilih(self, layanan: str, kolom_id: str, *, dipakai: bool) -> None:
        """Take a column in, after the chosen ones, or leave it out."""
        bentuk = self._isi.get(layanan)
        if dipakai:
            baru = next(k for k in list_kolom(layanan, bentuk) if k.id == kolom_id)
            kolom = (*bentuk.kolom, baru)
        else:
            kolom = tuple(k for k in bentuk.kolom if k.id != kolom_id)
        self._ganti(layanan, kolom_id, replace(bentuk, kolom=kolom))

    def geser(self, layanan: str, kolom_id: str, arah: int) -> None:
        """Let a chosen column change places with its neighbour (-1 left, 1 right)."""
        bentuk = self._isi.get(layanan)
        kolom = list(bentuk.kolom)
        dari = next((n for n, k in enumerate(kolom) if k.id == kolom_id), -1)
        ke = dari + arah
        if dari < 0 or not 0 <= ke < len(kolom):
            return
        kolom[dari], kolom[ke] = kolom[ke], kolom[dari]
        self._ganti(layanan, kolom_id, replace(bentuk, kolom=tuple(kolom)))

    def ubah_kolom(self, layanan: str, kolom_id: str, **nilai: Any) -> None:
        """Another heading, width or alignment; letters typed into one field are one act."""
        bentuk = self._isi.get(layanan)
        kolom = tuple(replace(k, **nilai) if k.id == kolom_id else k for k in bentuk.kolom)
        tanda = f"{layanan}.{kolom_id}.{'.'.join(nilai)}"
        self._ganti(layanan, kolom_id, replace(bentuk, kolom=kolom), tanda)

    def ubah_halaman(self, layanan: str, kolom_id: str, **nilai: Any) -> None:
        """Other rows of a page or pages of a volume; `kolom_id` is where the officer stands."""
        bentuk = replace(self._isi.get(layanan), **nilai)
        self._ganti(layanan, kolom_id, bentuk, f"{layanan}.{'.'.join(nilai)}")

    def urungkan(self) -> tuple[str, str]:
        """Take the last act back; returns the book and column it was done on.

        Raises:
            IndexError: there is none, see `bisa_urung`.
        """
        return self._tarik()

    def _ganti(self, layanan: str, kolom_id: str, bentuk: BentukBuku, tanda: str = "") -> None:
        if bentuk != self._isi.get(layanan):
            self._taruh(self._isi.ganti(layanan, bentuk), (layanan, kolom_id), tanda)
