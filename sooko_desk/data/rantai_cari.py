"""Which link of the chain sealed a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.data.rantai import Kepala, kepala
from sooko_desk.data.rantai_bentuk import baca_isi

if TYPE_CHECKING:
    from sooko_desk.data.rantai_bentuk import Koneksi

_DASAR = 1
"""The first link: it covers what an older program wrote, whenever that was."""


def find_mata(koneksi: Koneksi, tabel: str, kunci: int) -> Kepala | None:
    """The link over a row of an append-only table; None = it is older than the chain.

    Keys grow with the links, so the chain is cut in half again and again: some milliseconds.
    """
    bawah, atas = _DASAR + 1, kepala(koneksi).urut
    tanya = (
        "SELECT urut, sidik, waktu, isi FROM rantai "
        "WHERE urut BETWEEN ? AND ? AND isi LIKE ? ORDER BY urut LIMIT 1"
    )
    while bawah <= atas:
        tengah = (bawah + atas) // 2
        semua = list(koneksi.execute(tanya, (tengah, atas, f'%"{tabel}"%')))
        if not semua:
            atas = tengah - 1
            continue
        urut, sidik, waktu, isi = semua[0]
        runtun = baca_isi(str(isi)).baris[tabel]
        if kunci < runtun[0][0]:
            atas = tengah - 1
        elif kunci > runtun[-1][1]:
            bawah = int(str(urut)) + 1
        else:
            return Kepala(int(str(urut)), str(sidik), str(waktu))
    return None
