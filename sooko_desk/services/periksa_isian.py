"""What is wrong with an entry form while it is still being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import FieldsError
from sooko_desk.domain.isian import check_semua, list_peringatan
from sooko_desk.domain.tabel_isian import parse_tabel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from sooko_desk.domain.sop import Isian


def periksa_sementara(
    daftar: Sequence[Isian], nilai: Mapping[str, str], hari_ini: dt.date
) -> tuple[dict[str, str], dict[str, str]]:
    """Judge what stands in a form; what is still empty is not held against it.

    Args:
        daftar: the fields of the step.
        nilai: as typed.

    Returns:
        What is wrong and what is doubtful, each a sentence by field; of a field of rows by
        "<field id>.<row from 1>.<column id>".
    """
    try:
        check_semua(daftar, nilai, hari_ini)
    except FieldsError as galat:
        salah = {k: v for k, v in galat.per_field.items() if _is_terisi(k, nilai)}
    else:
        salah = {}
    ragu = list_peringatan(daftar, nilai, hari_ini)
    return salah, {k: v for k, v in ragu.items() if k not in salah and _is_terisi(k, nilai)}


def _is_terisi(kunci: str, nilai: Mapping[str, str]) -> bool:
    """Whether something stands there; a table as a whole is judged when it is handed in."""
    isian, _, sel = kunci.partition(".")
    if not sel:
        return bool(nilai.get(isian, "").strip())
    nomor, _, kolom = sel.partition(".")
    baris = parse_tabel(nilai.get(isian, ""))
    tempat = int(nomor) - 1
    return 0 <= tempat < len(baris) and bool(baris[tempat].get(kolom, "").strip())
