"""Every document by its id: title, sample data, render. Tests walk this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import (
    buku_register,
    contoh,
    contoh_sop,
    daftar_asli,
    lembar_kekurangan,
    lembar_sop,
    tanda_bukti,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One kind of paper.

    Attributes:
        judul: title in the office's words.
        contoh: builds sample data of invented people.
        render: data of that kind to PDF bytes.
    """

    judul: str
    contoh: Callable[[], Any]
    render: Callable[[Any], bytes]


DAFTAR: dict[str, Dokumen] = {
    "tanda_bukti": Dokumen("Tanda bukti penerimaan", contoh.tanda_bukti, tanda_bukti.render),
    "register_kk": Dokumen(
        "Register pelayanan Kartu Keluarga", contoh.register_kk, buku_register.render
    ),
    "register_ktp": Dokumen(
        "Register pelayanan Kartu Tanda Penduduk", contoh.register_ktp, buku_register.render
    ),
    "lembar_kekurangan": Dokumen(
        "Lembar kekurangan berkas", contoh.lembar_kekurangan, lembar_kekurangan.render
    ),
    "daftar_asli": Dokumen(
        "Daftar berkas asli yang masih di kantor", contoh.daftar_asli, daftar_asli.render
    ),
    "lembar_sop": Dokumen("Lembar SOP", contoh_sop.lembar_sop, lembar_sop.render),
}
"""Document id to document."""
