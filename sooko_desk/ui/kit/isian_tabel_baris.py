"""What `IsianTabel` is made of: rows of texts, where a cell is, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.ui.theme import Nada

Sel = tuple[int, int]
"""Row and column, from 0."""


@dataclass(frozen=True, slots=True)
class BarisSel:
    """One row: its own number, for life, and one text a column."""

    kunci: int
    sel: tuple[str, ...]


Baris = tuple[BarisSel, ...]


@dataclass(frozen=True, slots=True)
class TampilBaris:
    """A row as it is shown: words, and why a cell cannot be read. Painting asks all the time."""

    sel: tuple[str, ...]
    kata: tuple[str, ...]
    bentuk: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TandaSel:
    """What the form's check says of a cell."""

    nada: Nada
    kalimat: str


def tanpa_kosong(baris: Sequence[BarisSel]) -> Baris:
    """Without the empty rows at the end."""
    akhir = len(baris)
    while akhir and not any(baris[akhir - 1].sel):
        akhir -= 1
    return tuple(baris[:akhir])
