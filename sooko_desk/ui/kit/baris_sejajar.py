"""Rows side by side in one line of a form: who may write where below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.ui.kit.baris_isian import BarisIsian

LEBAR_KOTAK = 180
"""Px that a sentence in a box gets at least: it is no tall column."""


class BarisSejajar:
    """Shares out the room below the rows of one line.

    A sentence too long for its own field runs on below the fields to the right, as far as they
    say nothing, else also to the left. A plain mark (NETRAL) to the right moves on, and gives way
    where there is no room for both. What is still too long opens as a box, see `BarisIsian`.

    Args:
        baris: from left to right, all in the same line of the same form.
        sampai_tepi: the room ends at the right edge of the form and not of the last row.
    """

    def __init__(self, baris: Sequence[BarisIsian[Any]], *, sampai_tepi: bool = False) -> None:
        self._baris = tuple(baris)
        self._sampai_tepi = sampai_tepi

    def tata(self) -> None:
        """Put every sentence where there is most of it to be read."""
        form = self._baris[0].parentWidget()
        if form is None:
            return
        list_lanjutan: list[tuple[int, int]] = []
        for nomor, baris in enumerate(self._baris):
            if baris.is_muat():
                baris.tutup_lanjutan()
                continue
            mulai, butuh = baris.x(), baris.butuh()
            kanan = self._kanan(nomor, form.width())
            kiri = self._kiri(nomor, list_lanjutan[-1][1] if list_lanjutan else 0)
            if butuh <= kanan - kiri:
                mulai = min(mulai, kanan - butuh)
                list_lanjutan.append((mulai, mulai + butuh))
                baris.lanjutkan(mulai, butuh)
            else:
                mulai = max(0, min(mulai, kanan - LEBAR_KOTAK))
                # Below the words of others where it is too narrow to stand beside them.
                if baris.buka_kotak(mulai, kanan - mulai, turun=mulai < kiri):
                    list_lanjutan.append((baris.x(), _ujung(baris)))
        for baris in self._baris:
            baris.beri_tempat(_tertutup(baris, list_lanjutan))

    def _kanan(self, nomor: int, tepi: int) -> int:
        """Where the room of that row ends on the right."""
        kanan = _ujung(self._baris[nomor])
        for baris in self._baris[nomor + 1 :]:
            if baris.pesan and baris.nada is not Nada.NETRAL:
                return kanan
            kanan = _ujung(baris)
        return max(kanan, tepi) if self._sampai_tepi else kanan

    def _kiri(self, nomor: int, terpakai: int) -> int:
        """Where it begins on the left; `terpakai` is written on already."""
        kiri = self._baris[nomor].x()
        for baris in reversed(self._baris[:nomor]):
            if baris.pesan or baris.x() < terpakai + THEME.gap_m:
                break
            kiri = baris.x()
        return kiri


def _ujung(baris: BarisIsian[Any]) -> int:
    return baris.x() + baris.width()


def _tertutup(baris: BarisIsian[Any], list_lanjutan: list[tuple[int, int]]) -> int:
    """Px at the left of a row's own line that a sentence lies over."""
    lain = [z for a, z in list_lanjutan if a < _ujung(baris) and z > baris.x()]
    return max(lain, default=baris.x() - THEME.gap_m) + THEME.gap_m - baris.x()
