"""Laporan bulanan for the Camat: what came, what went, what waits, beside two other months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .kertas import A4, Kertas
from .laporan import Lembar, render_laporan

if TYPE_CHECKING:
    from sooko_desk.domain.laporan import IsiLaporan

    from .kop import Kop
    from .tanda_tangan import PenandaTangan

JUDUL = "Laporan Bulanan Pelayanan"


@dataclass(frozen=True, slots=True)
class LaporanBulananData:
    """One report.

    Attributes:
        dibuat: date and time, e.g. "Selasa, 1 Desember 2026 pukul 09.05 WIB".
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`.
    """

    kop: Kop
    isi: IsiLaporan
    dibuat: str
    penanda_tangan: PenandaTangan
    latihan: bool = False
    kertas: Kertas = A4


def render(data: LaporanBulananData) -> bytes:
    """The report as PDF. Same data, same bytes.

    Raises:
        ValueError: there is no layout for the paper.
    """
    lembar = Lembar(
        judul=JUDUL,
        kop=data.kop,
        kaki=f"{JUDUL}  ·  {data.isi.subjudul}",
        penutup=("Kepada", "Camat Sooko", "Dibuat", data.dibuat),
        penanda_tangan=data.penanda_tangan,
        latihan=data.latihan,
        kertas=data.kertas,
    )
    return render_laporan(lembar, data.isi)
