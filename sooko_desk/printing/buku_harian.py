"""Buku harian: one day's page, as it was closed.

The words come from what was stored at the closing; the same words give the same bytes for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .kertas import A4, Kertas
from .laporan import Lembar, render_laporan
from .sidik import sebut_sidik

if TYPE_CHECKING:
    from sooko_desk.domain.laporan import IsiLaporan

    from .kop import Kop
    from .tanda_tangan import PenandaTangan

JUDUL = "Buku Harian"
BELUM = "BELUM DITUTUP: keadaan saat dicetak, masih dapat berubah"


@dataclass(frozen=True, slots=True)
class BukuHarianData:
    """One page.

    Attributes:
        sidik: SHA-256 (hex) of the page; "" = the day is not closed yet.
        sidik_sebelum: the same of the page before; "" = it is the first.
        rantai: head of the register's hash chain at the closing, as it is told; "" = none.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`.
    """

    kop: Kop
    isi: IsiLaporan
    sidik: str
    sidik_sebelum: str
    penanda_tangan: PenandaTangan
    latihan: bool = False
    kertas: Kertas = A4
    rantai: str = ""


def render(data: BukuHarianData) -> bytes:
    """The page as PDF, on as many sheets as it needs. Same data, same bytes.

    Raises:
        ValueError: there is no layout for the paper.
    """
    sidik = sebut_sidik(data.sidik) if data.sidik else ""
    lembar = Lembar(
        judul=JUDUL,
        kop=data.kop,
        kaki=f"{JUDUL}  ·  {data.isi.subjudul}  ·  {f'Sidik {sidik}' if sidik else BELUM}",
        penutup=_list_penutup(sidik, data),
        penanda_tangan=data.penanda_tangan,
        latihan=data.latihan,
        kertas=data.kertas,
    )
    return render_laporan(lembar, data.isi)


def _list_penutup(sidik: str, data: BukuHarianData) -> tuple[str, ...]:
    if not sidik:
        return ("Keadaan", BELUM)
    sebelum = data.sidik_sebelum
    lalu = sebut_sidik(sebelum) if sebelum else "tidak ada, ini halaman pertama"
    rantai = ("Rantai register saat ditutup", data.rantai) if data.rantai else ()
    return ("Sidik halaman ini", sidik, "Sidik halaman sebelumnya", lalu, *rantai)
