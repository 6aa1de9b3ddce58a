"""The Windows backend, as far as a PC without paper can show it."""

from __future__ import annotations

import sys

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak import pesan, printer
from sooko_desk.ui.cetak.pesan import Halangan
from sooko_desk.ui.cetak.tugas import Kiriman, Nasib, TugasCetak

pytestmark = pytest.mark.skipif(sys.platform != "win32", reason="needs the Windows spooler")


def test_pdfium_can_draw_on_printers():
    from sooko_desk.ui.cetak import printer_windows

    assert printer_windows.is_available()


def test_printers_are_listed_with_at_most_one_default():
    assert sum(satu.bawaan for satu in printer.list_printer()) <= 1


def test_a_printer_that_is_gone_is_told(pdf_of):
    with pytest.raises(UserError, match="tidak ada lagi"):
        printer.cetak_pdf(pdf_of(), TugasCetak("Printer yang sudah dicabut"))


def test_a_printer_that_is_gone_tells_no_papers():
    assert printer.list_kertas("Printer yang sudah dicabut") is None


def test_a_job_of_a_printer_that_is_gone_waits_with_a_sentence():
    kabar = printer.read_kabar(Kiriman("Printer yang sudah dicabut", 1))
    assert kabar.nasib is Nasib.TERTAHAN
    assert "tidak ada lagi" in kabar.kalimat


def test_every_installed_printer_measures_its_papers_upright():
    for satu in printer.list_printer():
        for kertas in printer.list_kertas(satu.nama) or ():
            assert kertas.lebar <= kertas.tinggi
            pinggir = kertas.pinggir
            semua = (pinggir.kiri, pinggir.atas, pinggir.kanan, pinggir.bawah)
            assert all(-0.5 <= sisi <= kertas.lebar / 2 for sisi in semua)


@pytest.mark.parametrize(
    ("tugas", "keadaan", "kalimat"),
    [
        (0x10, 0, pesan.MASIH_MENCETAK),
        (0x40, 0, Halangan.KERTAS.value),
        (0x10, 0x10, Halangan.KERTAS.value),
        (0x10, 0x8, Halangan.MACET.value),
        (0x10, 0x400000, Halangan.TUTUP.value),
        (0x10, 0x40000, Halangan.TINTA.value),
        (0x20, 0, Halangan.OFFLINE.value),
        (0, 0x80, Halangan.OFFLINE.value),
        (0, 1, Halangan.DIJEDA.value),
        (1, 0, pesan.DITAHAN),
        (2, 0, Halangan.GALAT.value),
        (4 | 0x10, 0, pesan.DIBATALKAN),
        (0x80 | 0x10, 0, pesan.PRINTER_SELESAI),
        (0x1000, 0, pesan.SUDAH_DITERIMA),
    ],
)
def test_the_spoolers_bits_become_a_sentence(tugas, keadaan, kalimat):
    from sooko_desk.ui.cetak import tugas_windows

    assert tugas_windows.nilai_status(tugas, keadaan).kalimat == kalimat
