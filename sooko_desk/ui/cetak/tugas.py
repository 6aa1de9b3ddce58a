"""The values that the print window and the printer backends exchange."""

from __future__ import annotations

from dataclasses import dataclass

BATAS_SALINAN = 99
"""Most copies of one print order; a typing slip must not empty the paper tray."""

_BUKAN_KERTAS = ("pdf", "onenote", "fax", "xps")


@dataclass(frozen=True, slots=True)
class PrinterTersedia:
    """One printer that this computer knows.

    Attributes:
        bawaan: the system's own default printer.
    """

    nama: str
    bawaan: bool = False

    @property
    def is_kertas(self) -> bool:
        """False where the name says that no paper will come out (PDF, OneNote, Fax, XPS)."""
        nama = self.nama.casefold()
        return not any(kata in nama for kata in _BUKAN_KERTAS)


@dataclass(frozen=True, slots=True)
class TugasCetak:
    """One print order.

    Attributes:
        salinan: copies, 1 to `BATAS_SALINAN`; always collated.
        halaman: first and last page, counted from 1; None prints all pages.
        judul: what the system's print queue shows. Everybody at the PC can read it, so it must
            hold no personal data.
    """

    printer: str
    salinan: int = 1
    halaman: tuple[int, int] | None = None
    judul: str = "Sooko Desk"
