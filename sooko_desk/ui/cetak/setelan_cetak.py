"""What this computer remembers about printing: per kind of document, and per printer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, Setelan
    from sooko_desk.ui.cetak.tugas import TugasCetak

SALINAN_DIINGAT = 9
"""More copies than this are one day's need, not a habit: next time it is 1 again."""

_YA = "1"


@dataclass(frozen=True, slots=True)
class KebiasaanCetak:
    """How a kind of document was printed last.

    Attributes:
        printer: "" = never printed.
        kertas: id of the paper, e.g. "A4"; "" = the document's own.
        langsung: print without the window.
    """

    printer: str = ""
    kertas: str = ""
    salinan: int = 1
    langsung: bool = False


def read_kebiasaan(setelan: Setelan, kode: str) -> KebiasaanCetak:
    """What was kept for a kind of document."""
    salinan = setelan.get(f"salinan/{kode}")
    return KebiasaanCetak(
        setelan.get(f"printer/{kode}"),
        setelan.get(f"kertas/{kode}"),
        min(SALINAN_DIINGAT, max(1, int(salinan))) if salinan.isdecimal() else 1,
        setelan.get(f"langsung/{kode}") == _YA,
    )


def keep_kebiasaan(setelan: Setelan, kode: str, kebiasaan: KebiasaanCetak) -> None:
    """Keep how a kind of document was printed; writes only what is new."""
    salinan = kebiasaan.salinan if kebiasaan.salinan <= SALINAN_DIINGAT else 1
    for kunci, nilai, bawaan in (
        ("printer", kebiasaan.printer, ""),
        ("kertas", kebiasaan.kertas, ""),
        ("salinan", str(salinan), "1"),
        ("langsung", _YA if kebiasaan.langsung else "", ""),
    ):
        if (setelan.get(f"{kunci}/{kode}") or bawaan) != nilai:
            setelan.set(f"{kunci}/{kode}", nilai)


def ingat_cetakan(
    setelan: Setelan,
    dokumen: DokumenCetak,
    tugas: TugasCetak,
    kertas: str,
    *,
    langsung: bool,
    muat: bool,
) -> None:
    """Keep what a print was ordered with as the habit of its kind of document, and its printer.

    Args:
        kertas: id of the paper that it was printed on.
        langsung: next time without the window.
        muat: pages are made smaller for this printer.
    """
    keep_muat(setelan, tugas.printer, muat=muat)
    biasa = not dokumen.kertas or kertas == dokumen.kertas[0].id
    kebiasaan = KebiasaanCetak(tugas.printer, "" if biasa else kertas, tugas.salinan, langsung)
    keep_kebiasaan(setelan, dokumen.kode, kebiasaan)


def read_geser(setelan: Setelan, printer: str, *, rebah: bool) -> tuple[float, float]:
    """How far this printer's pages are moved to the right and down, in mm."""
    bagian = setelan.get(_kunci_geser(printer, rebah=rebah)).split()
    try:
        kanan, turun = map(float, bagian)
    except ValueError:
        return 0.0, 0.0
    return kanan, turun


def keep_geser(setelan: Setelan, printer: str, geser: tuple[float, float], *, rebah: bool) -> None:
    """Keep how far this printer's upright or landscape pages are moved, in mm."""
    setelan.set(_kunci_geser(printer, rebah=rebah), f"{geser[0]:g} {geser[1]:g}")


def _kunci_geser(printer: str, *, rebah: bool) -> str:
    # Network printers are called \\\\computer\\printer; strokes are groups in the settings file.
    return f"geser/{quote(printer, safe='')}/{'rebah' if rebah else 'tegak'}"


def read_muat(setelan: Setelan, printer: str) -> bool:
    """Whether pages are made smaller for this printer."""
    return setelan.get(f"muat/{quote(printer, safe='')}") == _YA


def keep_muat(setelan: Setelan, printer: str, *, muat: bool) -> None:
    """Keep whether pages are made smaller for this printer."""
    if read_muat(setelan, printer) != muat:
        setelan.set(f"muat/{quote(printer, safe='')}", _YA if muat else "")
