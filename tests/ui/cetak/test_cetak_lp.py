"""Printing through `lp`: what is sent, and which sentence follows which refusal."""

from __future__ import annotations

import sys

import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak import printer, printer_lp
from sooko_desk.ui.cetak.tugas import PrinterTersedia, TugasCetak


def test_printers_come_sorted_with_the_default_marked(lp_palsu):
    lp_palsu.set_queues("Loket", "gudang", bawaan="Loket")
    assert printer.list_printer() == (
        PrinterTersedia("gudang", bawaan=False),
        PrinterTersedia("Loket", bawaan=True),
    )


def test_a_refusing_queue_is_listed_once_without_its_reason(lp_palsu):
    lp_palsu.set(daftar="Loket not accepting requests since Sat -\n\tRejecting Jobs\n")
    assert [satu.nama for satu in printer.list_printer()] == ["Loket"]


def test_no_printer_is_listed_when_the_scheduler_is_off(lp_palsu):
    lp_palsu.set(r="scheduler is not running\n")
    assert printer.list_printer() == ()


def test_the_document_itself_goes_to_the_queue_on_its_own_paper(lp_palsu, pdf_of):
    pdf = pdf_of(330, 215, jumlah=3)
    printer.cetak_pdf(pdf, TugasCetak("Loket", 2, (2, 3), "Sooko Desk - register"))
    assert lp_palsu.kiriman == pdf
    assert lp_palsu.perintah == [
        *("-d", "Loket", "-n", "2", "-t", "Sooko Desk - register", "-P", "2-3"),
        *("-o", "media=Custom.215x330mm", "-o", "print-scaling=none", "-o", "collate=true"),
    ]


def test_all_pages_need_no_page_list(lp_palsu, pdf_of):
    printer.cetak_pdf(pdf_of(148, 210), TugasCetak("Loket"))
    assert "-P" not in lp_palsu.perintah


@pytest.mark.parametrize(
    ("jawaban", "kalimat"),
    [
        ({"r": "scheduler is not running\n"}, "Layanan cetak di komputer ini tidak berjalan"),
        ({"keadaan": ""}, "tidak ada lagi di komputer ini"),
        ({"keadaan": "Loket not accepting requests since Sat -\n"}, "menolak dokumen ini"),
        ({"keadaan": "printer Loket disabled since Sat -\n\tPaused\n"}, "sedang dijeda"),
    ],
)
def test_a_queue_that_would_swallow_the_job_is_refused_before(lp_palsu, pdf_of, jawaban, kalimat):
    lp_palsu.set(**jawaban)
    with pytest.raises(UserError, match=kalimat):
        printer.cetak_pdf(pdf_of(), TugasCetak("Loket"))
    assert lp_palsu.perintah == []


@pytest.mark.parametrize(
    ("stderr", "kalimat"),
    [
        ("lp: Error - The printer or class does not exist.\n", "tidak ada lagi"),
        ('lp: Destination "Loket" is not accepting jobs.\n', "menolak"),
        ("lp: Unsupported document-format.\n", "menolak"),
    ],
)
def test_a_refusal_by_lp_becomes_a_sentence(lp_palsu, pdf_of, stderr, kalimat):
    lp_palsu.set(stderr=stderr, akhir="exit 1")
    with pytest.raises(UserError, match=kalimat):
        printer.cetak_pdf(pdf_of(), TugasCetak("Loket"))


def test_a_silent_printer_is_given_up(lp_palsu, pdf_of, monkeypatch):
    monkeypatch.setattr(printer_lp, "BATAS_DETIK", 0.2)
    lp_palsu.set(akhir="exec sleep 60")
    with pytest.raises(UserError, match="supaya tidak tercetak dua kali"):
        printer.cetak_pdf(pdf_of(), TugasCetak("Loket"))


def test_a_silent_scheduler_is_given_up(lp_palsu, monkeypatch):
    monkeypatch.setattr(printer_lp, "BATAS_DETIK", 0.2)
    (lp_palsu.folder / "lpstat").write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    with pytest.raises(UserError, match="Layanan cetak"):
        printer.list_printer()


def test_lp_without_lpstat_counts_as_no_print_system(lp_palsu, pdf_of, monkeypatch):
    (lp_palsu.folder / "lpstat").unlink()
    monkeypatch.setenv("PATH", str(lp_palsu.folder))
    assert printer.list_printer() == ()
    with pytest.raises(UserError, match="Layanan cetak"):
        printer.cetak_pdf(pdf_of(), TugasCetak("Loket"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a print system of its own")
def test_without_cups_the_fallback_finds_no_printer(qapp, pdf_of, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "tidak-ada"))
    assert printer.list_printer() == ()
    with pytest.raises(UserError, match="tidak ada lagi"):
        printer.cetak_pdf(pdf_of(), TugasCetak("Loket"))
