"""The values that the print window and the printer backends exchange."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.printing.kertas import Pinggir

BATAS_SALINAN = 99
"""Most copies of one print order; a typing slip must not empty the paper tray."""

BEDA_KERTAS_MM = 3.0
"""A driver's paper this near on both sides is ours: some call 215.9 x 330.2 what is sold as F4."""

_BUKAN_KERTAS = ("pdf", "onenote", "fax", "xps")


@dataclass(frozen=True, slots=True)
class PrinterTersedia:
    """One printer that this computer knows.

    Attributes:
        bawaan: the system's own default printer.
    """

    nama: str
    bawaan: bool = False

    @property
    def is_kertas(self) -> bool:
        """False where the name says that no paper will come out (PDF, OneNote, Fax, XPS)."""
        nama = self.nama.casefold()
        return not any(kata in nama for kata in _BUKAN_KERTAS)


@dataclass(frozen=True, slots=True)
class KertasPrinter:
    """One paper of a printer's own list, upright, in mm.

    Attributes:
        nama: the driver's name for it, as the print system wants it back.
        pinggir: what the printer cannot reach of it.
    """

    nama: str
    lebar: float
    tinggi: float
    pinggir: Pinggir


def find_kertas(
    daftar: Iterable[KertasPrinter], lebar: float, tinggi: float
) -> KertasPrinter | None:
    """The printer's paper nearest to an upright size in mm; None = none within `BEDA_KERTAS_MM`."""
    dekat = [
        (abs(satu.lebar - lebar) + abs(satu.tinggi - tinggi), nomor, satu)
        for nomor, satu in enumerate(daftar)
        if max(abs(satu.lebar - lebar), abs(satu.tinggi - tinggi)) <= BEDA_KERTAS_MM
    ]
    return min(dekat)[2] if dekat else None


@dataclass(frozen=True, slots=True)
class TugasCetak:
    """One print order.

    Attributes:
        salinan: copies, 1 to `BATAS_SALINAN`; always collated.
        halaman: first and last page, counted from 1; None prints all pages.
        judul: what the system's print queue shows. Everybody at the PC can read it, so it must
            hold no personal data.
        geser: how far the print is moved to the right and down, in mm, as the page is read.
        bidang: make the pages so much smaller that they land within these margins of the upright
            sheet; None = true size.
    """

    printer: str
    salinan: int = 1
    halaman: tuple[int, int] | None = None
    judul: str = "Sooko Desk"
    geser: tuple[float, float] = (0.0, 0.0)
    bidang: Pinggir | None = None


@dataclass(frozen=True, slots=True)
class Kiriman:
    """A job that the print system has taken.

    Attributes:
        nomor: its id in the system's queue; 0 = the system told none.
    """

    printer: str
    nomor: int = 0


class Nasib(Enum):
    """What the print system says of a job."""

    BERJALAN = auto()
    TERTAHAN = auto()
    SELESAI = auto()
    GAGAL = auto()
    TAK_TAHU = auto()


@dataclass(frozen=True, slots=True)
class KabarTugas:
    """Where a job is.

    Attributes:
        kalimat: what the officer reads; "" = nothing worth a sentence.
        pasti: with `SELESAI`: the printer itself says that the paper is out. False = the system
            only got rid of the job.
    """

    nasib: Nasib
    kalimat: str = ""
    pasti: bool = False
