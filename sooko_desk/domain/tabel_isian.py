"""Entry fields that hold rows (`JenisIsian.TABEL`): their stored form and their checks.

The stored form is JSON text: a list of objects, column id -> stored form of that column, empty
cells left out, keys in the order of the columns. The same rows always give the same text.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sooko_desk.domain.sop import Isian

Baris = dict[str, str]
"""One row: column id -> stored form (or, before the check, what was typed)."""


def parse_tabel(teks: str) -> tuple[Baris, ...]:
    """The rows of a stored (or typed) value; () for ""."""
    return tuple(dict(baris) for baris in json.loads(teks)) if teks else ()


def format_tabel(baris: Iterable[Mapping[str, str]]) -> str:
    """Rows as text; rows that are empty throughout are left out, "" when none is left."""
    isi = [{kolom: isi for kolom, isi in satu.items() if isi} for satu in baris]
    isi = [satu for satu in isi if satu]
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":")) if isi else ""


def check_tabel(
    isian: Isian, teks: str, check_sel: Callable[[Isian, str], str]
) -> tuple[str, dict[str, str]]:
    """Check every cell.

    Args:
        isian: a field of rows.
        teks: rows as typed, in the form of `format_tabel`.
        check_sel: returns the stored form of one cell or raises UserError.

    Returns:
        The stored form, and what is wrong: "<row from 1>.<column id>" -> sentence; "0" is the
        table itself. Rows keep their numbers as typed: an empty row in between still counts.
    """
    semua = parse_tabel(teks)
    salah: dict[str, str] = {}
    baik = [
        _check_baris(isian.kolom, satu, nomor, check_sel, salah)
        for nomor, satu in enumerate(semua, start=1)
    ]
    paling_sedikit = max(isian.baris_min, int(isian.wajib))
    terisi = sum(1 for satu in semua if any(satu.values()))
    if terisi < paling_sedikit:
        if terisi:
            salah["0"] = f"{isian.label} paling sedikit {paling_sedikit} baris."
        else:
            salah["0"] = f"{isian.label} belum diisi."
    return format_tabel(baik), salah


def _check_baris(
    kolom: Sequence[Isian],
    baris: Baris,
    nomor: int,
    check_sel: Callable[[Isian, str], str],
    salah: dict[str, str],
) -> Baris:
    if not any(baris.values()):
        return {}
    baik: Baris = {}
    for satu in kolom:
        try:
            baik[satu.id] = check_sel(satu, baris.get(satu.id, ""))
        except UserError as galat:
            salah[f"{nomor}.{satu.id}"] = f"Baris {nomor}: {galat}"
    return baik
