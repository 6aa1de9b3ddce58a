"""Saving a document as a PDF: who has to allow it, where it goes, and that it is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.services.simpan import simpan_berkas

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sooko_desk.ui.cetak.dunia_cetak import DokumenCetak, DuniaCetak

    Catat = Callable[[], None]


def minta_izin(dokumen: DokumenCetak, jendela: QWidget, lanjut: Callable[[Catat], None]) -> None:
    """Go on with `lanjut` at once, or when whoever `DokumenCetak.izin` asks has allowed it."""
    if dokumen.izin is None:
        lanjut(_tanpa_catatan)
    else:
        dokumen.izin(jendela, lanjut)


def simpan_pdf(dunia: DuniaCetak, dokumen: DokumenCetak, pdf: bytes, catat: Catat) -> str:
    """Ask for a place and save there.

    Args:
        catat: called once the place is chosen, before anything is written.

    Returns:
        The path as saved; "" when the officer gave up.

    Raises:
        OfficerError: nothing was saved.
    """
    tujuan = dunia.pilih_berkas("Simpan sebagai PDF", dokumen.nama_berkas)
    if tujuan is None:
        return ""
    catat()
    return str(simpan_berkas(pdf, tujuan, ".pdf"))


def _tanpa_catatan() -> None:
    """Whoever listens to `tersimpan` writes it into the print log."""
