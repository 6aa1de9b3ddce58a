"""The Windows backend, as far as a PC without paper can show it."""

from __future__ import annotations

import sys

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak import printer
from sooko_desk.ui.cetak.tugas import TugasCetak

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs the Windows spooler")


def test_pdfium_can_draw_on_printers():
    from sooko_desk.ui.cetak import printer_windows

    assert printer_windows.is_available()


def test_printers_are_listed_with_at_most_one_default():
    assert sum(satu.bawaan for satu in printer.list_printer()) <= 1


def test_a_printer_that_is_gone_is_told(pdf_of):
    with pytest.raises(UserError, match="tidak ada lagi"):
        printer.cetak_pdf(pdf_of(), TugasCetak("Printer yang sudah dicabut"))
