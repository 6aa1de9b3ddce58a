"""One door to real printers. Knows which backend to use, not how any of them works.

Linux: `lp` gets the PDF itself. Windows: PDFium draws vectors on the printer. Where neither is
there, Qt prints page pictures. Everything here may block and is called from a worker thread.
"""

from __future__ import annotations

import sys

from sooko_desk.ui.cetak import printer_lp
from sooko_desk.ui.cetak.lembar import read_lembar
from sooko_desk.ui.cetak.tugas import PrinterTersedia, TugasCetak

__all__ = ["PrinterTersedia", "TugasCetak", "cetak_pdf", "list_printer"]


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


def cetak_pdf(pdf: bytes, tugas: TugasCetak) -> None:
    """Hand a document to a printer; returns when the print system has taken it.

    That paper came out is not known here: drivers often do not tell. Ask the officer.

    Raises:
        UserError: printer gone, paused, refusing or silent; print system not running; paper size
            unknown to the driver; pages that the document does not have.
    """
    lembar = read_lembar(pdf, tugas)
    if sys.platform == "win32":
        from sooko_desk.ui.cetak import printer_windows

        if printer_windows.is_available():
            printer_windows.cetak_pdf(pdf, tugas, lembar)
            return
    elif printer_lp.is_available():
        printer_lp.cetak_pdf(pdf, tugas, lembar)
        return
    from sooko_desk.ui.cetak import printer_qt

    printer_qt.cetak_pdf(pdf, tugas, lembar)


def _by_nama(printer: PrinterTersedia) -> str:
    return printer.nama.casefold()
