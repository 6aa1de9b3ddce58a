"""Notice of data that were lost or got out (UU 27/2022 art. 46): one page, nobody named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.laporan import IsiLaporan

from .kertas import A4, Kertas
from .laporan import Lembar, render_laporan

if TYPE_CHECKING:
    from .kop import Kop
    from .tanda_tangan import PenandaTangan

JUDUL = "Pemberitahuan Data Hilang atau Bocor"
SUBJUDUL = "Kegagalan pelindungan data pribadi, Pasal 46 Undang-Undang Nomor 27 Tahun 2022"
_BUKA = (
    "Kepada Camat, untuk diteruskan kepada lembaga pelindungan data pribadi dan diberitahukan "
    "kepada orang yang datanya terkena. Pemberitahuan tertulis disampaikan paling lambat 3 x 24 "
    "jam sejak diketahui."
)
_CATATAN = (
    (
        "Daftar orang yang terkena disimpan terpisah oleh Kasi Pelayanan, dengan nomor tanda "
        "bukti, NIK tersamar, desa, dan telepon."
    ),
    (
        "Apakah dan kepada siapa pemberitahuan ini disampaikan diputuskan Camat bersama bagian "
        "hukum kabupaten; lembar ini menjadi bahannya."
    ),
)


@dataclass(frozen=True, slots=True)
class InsidenData:
    """One incident.

    Attributes:
        fakta: label and words, e.g. ("Diketahui", "Senin, 23 November 2026 pukul 09.05 WIB").
        dicatat: when it was written down, e.g. "23/11/2026 09.10"; `oleh` by whom.
        latihan: practice mode; prints the watermark LATIHAN.
        kertas: one of `LEMBAR_BESAR`.
    """

    kop: Kop
    fakta: tuple[tuple[str, str], ...]
    dicatat: str
    oleh: str
    penanda_tangan: PenandaTangan
    latihan: bool = False
    kertas: Kertas = A4


def render(data: InsidenData) -> bytes:
    """The notice as PDF. Same data, same bytes.

    Raises:
        ValueError: there is no layout for the paper.
    """
    lembar = Lembar(
        judul=JUDUL,
        kop=data.kop,
        kaki=f"{JUDUL}  ·  dicatat {data.dicatat}",
        penutup=("Dicatat dalam register", f"{data.dicatat} oleh {data.oleh}"),
        penanda_tangan=data.penanda_tangan,
        latihan=data.latihan,
        kertas=data.kertas,
        pembuka=_BUKA,
    )
    return render_laporan(lembar, IsiLaporan(SUBJUDUL, data.fakta, (), _CATATAN))
