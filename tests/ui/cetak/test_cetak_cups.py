"""Real jobs through a real CUPS of our own; skipped where none can be started."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak import printer
from sooko_desk.ui.cetak.tugas import TugasCetak

MM_PER_POINT = 25.4 / 72
ROOT = Path(__file__).resolve().parents[3]


def _received_mm(path: Path) -> list[tuple[float, float]]:
    with pypdfium2.PdfDocument(path) as dokumen:
        return [
            tuple(sorted(round(sisi * MM_PER_POINT) for sisi in dokumen.get_page_size(nomor)))
            for nomor in range(len(dokumen))
        ]


def test_real_queues_are_listed(cups):
    daftar = printer.list_printer()
    assert [satu.nama for satu in daftar] == ["JEDA", "MATI", "TOLAK", "UJI"]
    assert [satu.nama for satu in daftar if satu.bawaan] == ["UJI"]


@pytest.mark.parametrize(
    "ukuran",
    [
        *((210, 297), (297, 210), (148, 210), (210, 148)),
        *((215, 330), (330, 215), (210, 330), (330, 210)),
    ],
)
def test_a_job_arrives_on_its_own_paper(cups, pdf_of, qtbot, ukuran):
    printer.cetak_pdf(pdf_of(*ukuran), TugasCetak("UJI"))
    qtbot.waitUntil(cups.is_done, timeout=20_000)
    assert _received_mm(cups.hasil) == [tuple(sorted(ukuran))]


def test_copies_and_pages_arrive_collated(cups, pdf_of, qtbot):
    printer.cetak_pdf(pdf_of(jumlah=4), TugasCetak("UJI", 2, (2, 3)))
    qtbot.waitUntil(cups.is_done, timeout=20_000)
    with pypdfium2.PdfDocument(cups.hasil) as dokumen:
        teks = [halaman.get_textpage().get_text_bounded().strip() for halaman in dokumen]
    assert teks == ["Halaman 2", "Halaman 3", "Halaman 2", "Halaman 3"]


@pytest.mark.parametrize(
    ("nama", "kalimat"),
    [("TOLAK", "menolak"), ("JEDA", "dijeda"), ("HILANG", "tidak ada lagi")],
)
def test_real_refusals_are_told(cups, pdf_of, nama, kalimat):
    with pytest.raises(UserError, match=kalimat):
        printer.cetak_pdf(pdf_of(), TugasCetak(nama))


@pytest.mark.parametrize("ukuran", [(210, 297), (210, 148), (215, 330)])
def test_the_fallback_prints_pictures_on_the_same_paper(cups, pdf_of, qtbot, tmp_path, ukuran):
    # Its own process: CUPS' client library remembers its server from the first use.
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(pdf_of(*ukuran))
    program = (
        "import sys, pathlib\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from sooko_desk.ui.cetak import printer_qt\n"
        "from sooko_desk.ui.cetak.lembar import read_lembar\n"
        "from sooko_desk.ui.cetak.tugas import TugasCetak\n"
        "app = QApplication([])\n"
        "assert 'UJI' in [p.nama for p in printer_qt.list_printer()]\n"
        "pdf = pathlib.Path(sys.argv[1]).read_bytes()\n"
        "tugas = TugasCetak('UJI')\n"
        "printer_qt.cetak_pdf(pdf, tugas, read_lembar(pdf, tugas))\n"
    )
    jadi = subprocess.run(
        [sys.executable, "-c", program, str(pdf)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert jadi.returncode == 0, jadi.stderr
    qtbot.waitUntil(cups.is_done, timeout=20_000)
    assert _received_mm(cups.hasil) == [tuple(sorted(ukuran))]
