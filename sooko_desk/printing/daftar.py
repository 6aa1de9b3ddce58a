"""Every document by its id: title, sample data, render. Tests walk this list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import (
    berita_acara,
    blangko,
    buku_harian,
    buku_register,
    cerita,
    contoh,
    contoh_berita_acara,
    contoh_blangko,
    contoh_formulir,
    contoh_insiden,
    contoh_kiriman,
    contoh_kode,
    contoh_laporan,
    contoh_pengambilan,
    contoh_sop,
    daftar_asli,
    daftar_belum_diambil,
    daftar_pengiriman,
    f101,
    f102,
    f106,
    insiden,
    laporan_bulanan,
    lembar_kekurangan,
    lembar_kepatuhan,
    lembar_kode,
    lembar_sop,
    tanda_bukti,
    tanda_terima,
)
from .kertas import HANYA_A4, LEMBAR_BESAR, PARUH

if TYPE_CHECKING:
    from collections.abc import Callable

    from .kertas import Kertas


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One kind of paper.

    Attributes:
        judul: title in the office's words.
        contoh: builds sample data of invented people: one, or a tuple of what one print holds.
        render: data of that kind to PDF bytes.
        kertas: the papers that it has a layout for, for the field `kertas` of its data; the first
            one is used where nothing else is said.
    """

    judul: str
    contoh: Callable[[], Any]
    render: Callable[[Any], bytes]
    kertas: tuple[Kertas, ...] = LEMBAR_BESAR


DAFTAR: dict[str, Dokumen] = {
    "tanda_bukti": Dokumen("Tanda bukti penerimaan", contoh.tanda_bukti, tanda_bukti.render, PARUH),
    "register_kk": Dokumen(
        "Register pelayanan Kartu Keluarga", contoh.register_kk, buku_register.render
    ),
    "register_ktp": Dokumen(
        "Register pelayanan Kartu Tanda Penduduk", contoh.register_ktp, buku_register.render
    ),
    "lembar_kekurangan": Dokumen(
        "Lembar kekurangan berkas",
        contoh.lembar_kekurangan,
        lembar_kekurangan.render,
        lembar_kekurangan.KERTAS,
    ),
    "daftar_asli": Dokumen(
        "Daftar berkas asli yang masih di kantor", contoh.daftar_asli, daftar_asli.render
    ),
    "lembar_sop": Dokumen("Lembar SOP", contoh_sop.lembar_sop, lembar_sop.render),
    "f101": Dokumen(
        "F-1.01 Formulir Biodata Keluarga", contoh_formulir.f101, f101.render, HANYA_A4
    ),
    "f102": Dokumen(
        "F-1.02 Formulir Pendaftaran Peristiwa Kependudukan",
        contoh_formulir.f102,
        f102.render,
        HANYA_A4,
    ),
    "f106": Dokumen(
        "F-1.06 Surat Pernyataan Perubahan Elemen Data Kependudukan",
        contoh_formulir.f106,
        f106.render,
        HANYA_A4,
    ),
    "lembar_kepatuhan": Dokumen(
        "Lembar kepatuhan SOP", contoh_formulir.lembar_kepatuhan, lembar_kepatuhan.render
    ),
    "lembar_kode": Dokumen(
        "Kode pemulihan register", contoh_kode.lembar_kode, lembar_kode.render, HANYA_A4
    ),
    "cerita": Dokumen("Riwayat permohonan", contoh_formulir.cerita, cerita.render),
    "tanda_terima": Dokumen(
        "Tanda terima pengambilan", contoh_pengambilan.tanda_terima, tanda_terima.render, PARUH
    ),
    "daftar_belum_diambil": Dokumen(
        "Daftar dokumen yang belum diambil",
        contoh_pengambilan.daftar_belum_diambil,
        daftar_belum_diambil.render,
    ),
    "daftar_pengiriman": Dokumen(
        "Daftar pengiriman", contoh_kiriman.daftar_pengiriman, daftar_pengiriman.render
    ),
    "blangko": Dokumen("Blangko listrik padam", contoh_blangko.blangko, blangko.render, PARUH),
    "buku_harian": Dokumen("Buku harian", contoh_laporan.buku_harian, buku_harian.render),
    "laporan_bulanan": Dokumen(
        "Laporan bulanan", contoh_laporan.laporan_bulanan, laporan_bulanan.render
    ),
    "berita_acara": Dokumen(
        "Berita acara pencadangan", contoh_berita_acara.berita_acara, berita_acara.render
    ),
    "insiden": Dokumen(
        "Pemberitahuan data hilang atau bocor", contoh_insiden.insiden, insiden.render
    ),
}
"""Document id to document."""
