"""Reading and writing any of the kit's inputs by one pair of functions."""

from __future__ import annotations

from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.kit.isian_tabel import IsianTabel
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.pilihan import Pilihan

Masukan = IsianDigit | IsianTanggal | IsianTeks | Pilihan
MasukanBorang = Masukan | IsianTabel
"""What an entry form has: also rows."""


def read_masukan(masukan: MasukanBorang) -> str:
    """What stands in the field.

    Digits without groups, a choice by its code, rows in the form of `domain.tabel_isian`, else
    tidy text.
    """
    if isinstance(masukan, IsianDigit):
        return masukan.digits()
    if isinstance(masukan, Pilihan):
        return masukan.kode()
    return masukan.nilai()


def write_masukan(masukan: MasukanBorang, nilai: str) -> None:
    """Show a stored value without looking like typing; an unknown code clears a choice."""
    if isinstance(masukan, IsianDigit):
        masukan.set_digits(nilai)
    elif isinstance(masukan, Pilihan):
        masukan.set_kode(nilai if nilai and masukan.findData(nilai) >= 0 else "")
    else:
        masukan.set_nilai(nilai)
