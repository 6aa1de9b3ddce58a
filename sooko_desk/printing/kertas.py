"""The papers that the office prints on, and what a printer cannot reach of them; all in mm.

"F4" is sold in two sizes: 215 x 330, and 210 x 330, which is called Folio here. What drivers call
Folio is a third one (8.5 x 13 inches), so a paper is known by its size and never by its name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

BEBAS_MM = 5.0
"""What every document keeps free on each side by itself; most printers need no more."""


@dataclass(frozen=True, slots=True)
class Pinggir:
    """What stays free on the four sides of a page as it is read; never below `BEBAS_MM`."""

    kiri: float = BEBAS_MM
    atas: float = BEBAS_MM
    kanan: float = BEBAS_MM
    bawah: float = BEBAS_MM


@dataclass(frozen=True, slots=True)
class Kertas:
    """One paper.

    Attributes:
        id: e.g. "A4"; `nama` what the officer reads.
        lebar: width of the page as it is read; `tinggi` its height.
        pinggir: what nothing is printed on.
    """

    id: str
    nama: str
    lebar: float
    tinggi: float
    pinggir: Pinggir = Pinggir()

    @property
    def tegak(self) -> Kertas:
        """The same paper upright."""
        return self if self.tinggi >= self.lebar else self._putar()

    @property
    def rebah(self) -> Kertas:
        """The same paper on its side."""
        return self if self.lebar >= self.tinggi else self._putar()

    def susut(self, pinggir: Pinggir) -> Kertas:
        """The same paper in a printer that cannot reach these margins of this page."""
        lama = self.pinggir
        return replace(
            self,
            pinggir=Pinggir(
                max(lama.kiri, pinggir.kiri),
                max(lama.atas, pinggir.atas),
                max(lama.kanan, pinggir.kanan),
                max(lama.bawah, pinggir.bawah),
            ),
        )

    def _putar(self) -> Kertas:
        # Printers differ in which way they turn a page: both sides get the wider margin.
        p = self.pinggir
        datar, tegak = max(p.atas, p.bawah), max(p.kiri, p.kanan)
        return replace(
            self,
            lebar=self.tinggi,
            tinggi=self.lebar,
            pinggir=Pinggir(datar, tegak, datar, tegak),
        )


A4 = Kertas("A4", "A4 (210 × 297 mm)", 210.0, 297.0)
A5 = Kertas("A5", "A5 (148 × 210 mm)", 148.0, 210.0)
F4 = Kertas("F4", "F4 (215 × 330 mm)", 215.0, 330.0)
FOLIO = Kertas("FOLIO", "Folio (210 × 330 mm)", 210.0, 330.0)
KERTAS = {kertas.id: kertas for kertas in (A4, A5, F4, FOLIO)}
"""Paper id to paper, upright."""

HANYA_A4 = (A4,)
LEMBAR_BESAR = (A4, F4, FOLIO)
PARUH = (A4, A5)
"""Two halves on one A4, or each half on an A5 of its own."""


def check_kertas(kertas: Kertas, boleh: Iterable[Kertas]) -> None:
    """Refuse a paper that a document has no layout for.

    Raises:
        ValueError: its id is none of `boleh`.
    """
    if kertas.id not in {satu.id for satu in boleh}:
        raise ValueError(f"this document has no layout for paper {kertas.id}")
