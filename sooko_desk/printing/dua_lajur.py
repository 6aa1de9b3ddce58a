"""Two named lists of papers side by side, as pieces of a paper that flows over pages."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from .blok import BAGIAN, LEBAR, Gaya, Kotak, X
from .mengalir import Balok
from .tabel import tinggi_teks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .blok import Pena

SELA_BAGIAN_MM, KEPALA_BAGIAN_MM = 4.0, 5.0
"""Free room above a part of the paper, and the room of its name."""
SELA_LAJUR_MM = 6.0
LAJUR_MM = (LEBAR - SELA_LAJUR_MM) / 2
LAJUR_X = (X, X + LAJUR_MM + SELA_LAJUR_MM)
TAKUK_MM = 3.0

Daftar = tuple[str, "Sequence[str]"]
"""The name of a list, and what stands on it."""


def susun_dua_lajur(kiri: Daftar, kanan: Daftar, gaya: Gaya, utuh: float) -> Iterator[Balok]:
    """The two lists; one alone takes both columns.

    Args:
        kiri: the list on the left; `kanan` the other one.
        kanan: see `kiri`.
        gaya: how the words look; they are neither shrunk nor cut.
        utuh: height in mm up to which the lists are not torn: where one of them ends before the
            other, its name would come again on the next page above nothing.
    """
    if not (kiri[1] and kanan[1]):
        judul, isi = kiri if kiri[1] else kanan
        separuh = -(-len(isi) // 2)
        kiri, kanan = (judul, isi[:separuh]), ("", isi[separuh:])
    nama = (kiri[0], kanan[0])

    def gambar(pena: Pena, y: float) -> None:
        for letak, teks in zip(LAJUR_X, nama, strict=True):
            kotak = Kotak(letak, y + SELA_BAGIAN_MM, LAJUR_MM, 3)
            pena.tulis(kotak, teks, BAGIAN)

    kepala = Balok(SELA_BAGIAN_MM + KEPALA_BAGIAN_MM, gambar)
    pasangan = zip_longest(kiri[1], kanan[1], fillvalue="")
    semua = [_balok_pasangan(satu, gaya, kepala) for satu in pasangan]
    tinggi = sum(satu.tinggi for satu in semua)
    if semua and kepala.tinggi + tinggi <= utuh:
        yield Balok(tinggi, lambda pena, y: _gambar_urut(pena, y, semua), kepala)
    else:
        yield from semua


def _gambar_urut(pena: Pena, y: float, semua: Sequence[Balok]) -> None:
    for satu in semua:
        satu.gambar(pena, y)
        y += satu.tinggi


def _balok_pasangan(pasangan: tuple[str, str], gaya: Gaya, kepala: Balok) -> Balok:
    lebar = LAJUR_MM - TAKUK_MM
    tinggi = max(tinggi_teks(teks, gaya, lebar) for teks in pasangan) + 1.4

    def gambar(pena: Pena, y: float) -> None:
        for letak, teks in zip(LAJUR_X, pasangan, strict=True):
            if teks.strip():
                pena.tulis(Kotak(letak, y, TAKUK_MM, 3), "•", gaya)
                kotak = Kotak(letak + TAKUK_MM, y, lebar, tinggi)
                pena.tulis(kotak, teks, gaya.ganti(terkecil=gaya.ukuran), baris=999)

    return Balok(tinggi, gambar, kepala)
