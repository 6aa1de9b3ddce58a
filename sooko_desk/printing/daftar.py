"""Every document by its id: title, sample data, render. Tests walk this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import (
    buku_register,
    cerita,
    contoh,
    contoh_formulir,
    contoh_pengambilan,
    contoh_sop,
    daftar_asli,
    daftar_belum_diambil,
    f101,
    f102,
    f106,
    lembar_kekurangan,
    lembar_kepatuhan,
    lembar_sop,
    tanda_bukti,
    tanda_terima,
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
    "f101": Dokumen("F-1.01 Formulir Biodata Keluarga", contoh_formulir.f101, f101.render),
    "f102": Dokumen(
        "F-1.02 Formulir Pendaftaran Peristiwa Kependudukan", contoh_formulir.f102, f102.render
    ),
    "f106": Dokumen(
        "F-1.06 Surat Pernyataan Perubahan Elemen Data Kependudukan",
        contoh_formulir.f106,
        f106.render,
    ),
    "lembar_kepatuhan": Dokumen(
        "Lembar kepatuhan SOP", contoh_formulir.lembar_kepatuhan, lembar_kepatuhan.render
    ),
    "cerita": Dokumen("Riwayat permohonan", contoh_formulir.cerita, cerita.render),
    "tanda_terima": Dokumen(
        "Tanda terima pengambilan", contoh_pengambilan.tanda_terima, tanda_terima.render
    ),
    "daftar_belum_diambil": Dokumen(
        "Daftar dokumen yang belum diambil",
        contoh_pengambilan.daftar_belum_diambil,
        daftar_belum_diambil.render,
    ),
}
"""Document id to document."""
