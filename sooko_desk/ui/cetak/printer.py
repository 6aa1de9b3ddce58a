"""One door to real printers. Knows which backend to use, not how any of them works.

Linux: `lp` gets the PDF itself. Windows: PDFium draws vectors on the printer. Where neither is
there, Qt prints page pictures. Everything here may block and is called from a worker thread.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sooko_desk.ui.cetak import printer_lp
from sooko_desk.ui.cetak.lembar import read_lembar
from sooko_desk.ui.cetak.sesuaikan import sesuaikan

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.tugas import (
        KabarTugas,
        KertasPrinter,
        Kiriman,
        PrinterTersedia,
        TugasCetak,
    )


def list_printer() -> tuple[PrinterTersedia, ...]:
    """List the printers of this computer, by name. May take seconds when the network is dead.

    Raises:
        UserError: the print system does not answer.
    """
    if sys.platform == "win32":
        from sooko_desk.ui.cetak import winspool

        daftar = winspool.list_printer()
    elif printer_lp.is_available():
        daftar = printer_lp.list_printer()
    else:
        from sooko_desk.ui.cetak import printer_qt

        daftar = printer_qt.list_printer()
    return tuple(sorted(daftar, key=_by_nama))


def list_kertas(nama: str) -> tuple[KertasPrinter, ...] | None:
    """The papers of a printer, as its driver lists them; None = the driver does not tell."""
    if sys.platform == "win32":
        from sooko_desk.ui.cetak import bidang_windows

        daftar = bidang_windows.list_kertas(nama)
    else:
        from sooko_desk.ui.cetak import cups

        daftar = cups.list_kertas(nama)
    return daftar


def cetak_pdf(pdf: bytes, tugas: TugasCetak) -> Kiriman | None:
    """Hand a document to a printer; returns when the print system has taken it.

    Whether paper came out: see `read_kabar`; where that does not know, ask the officer.

    Returns:
        What to ask for later; None where the system cannot be asked.

    Raises:
        UserError: printer gone, paused, refusing or silent; print system not running; paper size
            unknown to the driver; pages that the document does not have.
    """
    lembar = read_lembar(pdf, tugas)
    pdf = sesuaikan(pdf, tugas)
    if sys.platform == "win32":
        from sooko_desk.ui.cetak import printer_windows

        if printer_windows.is_available():
            return printer_windows.cetak_pdf(pdf, tugas, lembar)
    elif printer_lp.is_available():
        return printer_lp.cetak_pdf(pdf, tugas, lembar)
    from sooko_desk.ui.cetak import printer_qt

    printer_qt.cetak_pdf(pdf, tugas, lembar)
    return None


def read_kabar(kiriman: Kiriman) -> KabarTugas:
    """Ask the print system once where a job is."""
    if sys.platform == "win32":
        from sooko_desk.ui.cetak import tugas_windows

        kabar = tugas_windows.read_kabar(kiriman)
    else:
        kabar = printer_lp.read_kabar(kiriman)
    return kabar


def _by_nama(printer: PrinterTersedia) -> str:
    return printer.nama.casefold()
