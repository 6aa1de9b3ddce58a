"""The document of one print window: on which paper it is now, and how it meets a printer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooko_desk.printing.kertas import KERTAS, Kertas
from sooko_desk.ui.cetak import pesan
from sooko_desk.ui.cetak.lembar import read_lembar
from sooko_desk.ui.cetak.sesuaikan import is_terpotong
from sooko_desk.ui.cetak.tugas import KertasPrinter, TugasCetak, find_kertas

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak

SEUKURAN_MM = 1.0


@dataclass(frozen=True, slots=True)
class Naskah:
    """A document as it would be printed now.

    Attributes:
        kertas: upright.
        rebah: it is read with the paper on its side.
        pilihan: the papers that it can be built for, `kertas` among them.
    """

    pdf: bytes
    kertas: Kertas
    rebah: bool
    pilihan: tuple[Kertas, ...]


@dataclass(frozen=True, slots=True)
class UkuranPrinter:
    """What a printer says of its papers, and of this document on one of them.

    Attributes:
        daftar: None = the printer does not tell.
        milik: its paper for this document; None = it has none, or does not tell.
        terpotong: marks lie where it cannot print.
    """

    printer: str
    daftar: tuple[KertasPrinter, ...] | None
    milik: KertasPrinter | None
    terpotong: bool


def baca_naskah(dokumen: DokumenCetak, pdf: bytes) -> Naskah:
    """Look at the document on the paper that it is built for."""
    lembar = read_lembar(pdf, TugasCetak(""))
    kertas = next(
        (
            satu.tegak
            for satu in (*dokumen.kertas, *KERTAS.values())
            if abs(satu.tegak.lebar - lembar.lebar_mm) <= SEUKURAN_MM
            and abs(satu.tegak.tinggi - lembar.tinggi_mm) <= SEUKURAN_MM
        ),
        Kertas("", lembar.nama, lembar.lebar_mm, lembar.tinggi_mm),
    )
    pilihan = dokumen.kertas if dokumen.bangun is not None else ()
    return Naskah(pdf, kertas, lembar.rebah, pilihan if kertas in pilihan else (kertas,))


def ukur_printer(dunia: DuniaCetak, printer: str, naskah: Naskah) -> UkuranPrinter:
    """Ask the printer; slow, for a worker thread."""
    daftar = dunia.list_kertas(printer)
    milik = find_kertas(daftar or (), naskah.kertas.lebar, naskah.kertas.tinggi)
    terpotong = milik is not None and is_terpotong(naskah.pdf, milik.pinggir)
    return UkuranPrinter(printer, daftar, milik, terpotong)


def sebut_masalah(ukuran: UkuranPrinter, naskah: Naskah, *, muat: bool) -> str:
    """What the officer should know before printing; "" = nothing.

    Args:
        muat: the pages are made smaller anyway.
    """
    if ukuran.daftar is not None and ukuran.milik is None:
        k = naskah.kertas
        lain = tuple(
            satu.id
            for satu in naskah.pilihan
            if find_kertas(ukuran.daftar, satu.lebar, satu.tinggi) is not None
        )
        return pesan.sebut_tanpa_kertas(ukuran.printer, f"{k.lebar:.0f} × {k.tinggi:.0f} mm", lain)
    return pesan.sebut_terpotong(ukuran.printer) if ukuran.terpotong and not muat else ""
