"""Restricted cases on pages that were written before: what is shown of them where it is no page.

A line of the register book and a closed day are official records: they stay as they are and print
as they are, which needs the PIN of the Kasi (`ui.jaga_ekspor`). On the screen and in a spreadsheet
the same lines stand without what is personal.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.domain.buku import KOLOM_KETERANGAN, KOLOM_PEMBETULAN
from sooko_desk.domain.dibatasi import DIBATASI
from sooko_desk.domain.laporan import KOLOM_NAMA

if TYPE_CHECKING:
    from sooko_desk.domain.buku import BarisBuku
    from sooko_desk.domain.laporan import IsiLaporan, TabelLaporan

_PRIBADI = frozenset(
    {"nik", "nkk", "alamat", "rt_rw", "kepala_keluarga", "nkk_baru", KOLOM_KETERANGAN}
)
"""Columns of the book that stay empty; the village and the days stay."""
_KETERANGAN = "Keterangan"


def tutup_baris(baris: BarisBuku) -> BarisBuku:
    """A line of the book without what is personal; of a correction, not what was corrected."""
    isi = {kolom: kata for kolom, kata in baris.isi.items() if kolom not in _PRIBADI}
    isi |= {kolom: DIBATASI for kolom in ("nama", KOLOM_PEMBETULAN) if kolom in isi}
    return replace(baris, isi=isi)


def tutup_isi(isi: IsiLaporan, kode: frozenset[str]) -> IsiLaporan:
    """A stored page for the screen.

    Args:
        kode: scan codes of the restricted cases.
    """
    return replace(isi, tabel=tuple(_tutup_tabel(t, kode) for t in isi.tabel)) if kode else isi


def count_dibatasi(isi: IsiLaporan, kode: frozenset[str]) -> int:
    """How many rows of a page tell of restricted cases, by their scan codes."""
    return sum(not kode.isdisjoint(baris) for tabel in isi.tabel for baris in tabel.baris)


def _tutup_tabel(tabel: TabelLaporan, kode: frozenset[str]) -> TabelLaporan:
    ganti = {
        nomor: DIBATASI if k.judul == KOLOM_NAMA else ""
        for nomor, k in enumerate(tabel.kolom)
        if k.judul in (KOLOM_NAMA, _KETERANGAN)
    }
    return replace(
        tabel,
        baris=tuple(
            baris
            if kode.isdisjoint(baris)
            else tuple(ganti.get(nomor, kata) for nomor, kata in enumerate(baris))
            for baris in tabel.baris
        ),
    )
