"""The months of a year with the cases of each, to choose one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.domain.tanggal import NAMA_BULAN
from sooko_desk.ui.kit.tabel import Kolom, Rata, RowTableModel, TabelData

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class BarisBulan:
    """A month (1 to 12) and how many cases are counted in it."""

    bulan: int
    banyak: int

    @property
    def nama(self) -> str:
        """E.g. "November"."""
        return NAMA_BULAN[self.bulan - 1]


def _nama(b: BarisBulan) -> str:
    return b.nama


def _urut(b: BarisBulan) -> int:
    return b.bulan


def _urut_banyak(b: BarisBulan) -> int:
    return b.banyak


class DaftarBulan(TabelData[BarisBulan]):
    """One row a month; see `TabelData` for its signals.

    Args:
        hitungan: title of the column with the counts, e.g. "Diterima".
        satuan: what is counted.

    Attributes:
        isi: the rows.
    """

    def __init__(self, hitungan: str, satuan: str = "permohonan") -> None:
        def sebut(b: BarisBulan) -> str:
            return f"{b.banyak} {satuan}" if b.banyak else "tidak ada"

        self.isi: RowTableModel[BarisBulan] = RowTableModel(
            (
                Kolom("Bulan", _nama, sort_key=_urut),
                Kolom(hitungan, sebut, Rata.KANAN, lebar=200, sort_key=_urut_banyak),
            ),
            _urut,
        )
        super().__init__(self.isi, "Bulan")

    def set_banyak(self, banyak: Iterable[int]) -> None:
        """Show the months of a year; the newest one with cases is chosen, else the last.

        Args:
            banyak: the cases of January, February and so on; one month at least.
        """
        bulan = [BarisBulan(nomor, satu) for nomor, satu in enumerate(banyak, start=1)]
        self.isi.set_rows(bulan)
        terisi = [b for b in bulan if b.banyak]
        self.pilih((terisi or bulan)[-1].bulan)
