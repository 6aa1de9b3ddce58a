"""Printing through CUPS' own commands: the PDF goes to the queue unchanged, on its exact paper."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak import pesan
from sooko_desk.ui.cetak.tugas import PrinterTersedia, TugasCetak

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.lembar import Lembar

BATAS_DETIK = 30
"""How long a CUPS command may take before the printer counts as silent."""


def is_available() -> bool:
    """Whether this computer has the `lp` command."""
    return shutil.which("lp") is not None


def list_printer() -> tuple[PrinterTersedia, ...]:
    """List the queues of this computer's CUPS; empty when the scheduler does not run.

    Asked with `-a`: `-e` also looks for printers on the network and may take seconds.

    Raises:
        UserError: CUPS does not answer in time.
    """
    if not _is_scheduler_running():
        return ()
    bawaan = _answer("lpstat", "-d").partition(": ")[2].strip()
    # A reason stands indented below its queue's line.
    baris = [satu for satu in _answer("lpstat", "-a").splitlines() if satu[:1].strip()]
    nama = [satu.split()[0] for satu in baris]
    return tuple(PrinterTersedia(satu, satu == bawaan) for satu in nama)


def cetak_pdf(pdf: bytes, tugas: TugasCetak, lembar: Lembar) -> None:
    """Send the document to the queue through standard input: no copy of it stays on the disk.

    Raises:
        UserError: see `printer.cetak_pdf`.
    """
    _check_queue(tugas.printer)
    try:
        hasil = _run(build_command(tugas, lembar), pdf)
    except subprocess.TimeoutExpired as salah:
        raise pesan.printer_diam(tugas.printer) from salah
    if hasil.returncode != 0:
        raise _refusal(tugas.printer, hasil.stderr.decode(errors="replace"))


def build_command(tugas: TugasCetak, lembar: Lembar) -> list[str]:
    """Build the `lp` call.

    The paper is always named upright; CUPS turns a landscape page by itself. Without `media` CUPS
    shrinks F4 to A4, and with a landscape size it falls back to the driver's default paper.
    """
    perintah = ["lp", "-d", tugas.printer, "-n", str(tugas.salinan), "-t", tugas.judul]
    if tugas.halaman is not None:
        dari, sampai = tugas.halaman
        perintah += ["-P", f"{dari}-{sampai}"]
    ukuran = f"Custom.{lembar.lebar_mm:.0f}x{lembar.tinggi_mm:.0f}mm"
    pilihan = (f"media={ukuran}", "print-scaling=none", "collate=true")
    return [*perintah, *(bagian for satu in pilihan for bagian in ("-o", satu))]


def _check_queue(nama: str) -> None:
    """Refuse what CUPS would swallow: a paused queue keeps the job and prints it some day."""
    if not _is_scheduler_running():
        raise UserError(pesan.LAYANAN_CETAK_MATI)
    keadaan = _answer("lpstat", "-a", nama, "-p", nama)
    if not keadaan:
        raise pesan.printer_hilang(nama)
    if f"{nama} not accepting" in keadaan:
        raise pesan.printer_menolak(nama)
    if f"printer {nama} disabled" in keadaan:
        raise pesan.printer_dijeda(nama)


def _refusal(nama: str, stderr: str) -> UserError:
    if "does not exist" in stderr:
        return pesan.printer_hilang(nama)
    return pesan.printer_menolak(nama)


def _is_scheduler_running() -> bool:
    return "is running" in _answer("lpstat", "-r")


def _answer(*perintah: str) -> str:
    """Standard output of a question to CUPS, "" when it answers with an error."""
    try:
        return _run(list(perintah), b"").stdout.decode(errors="replace")
    except subprocess.TimeoutExpired as salah:
        raise UserError(pesan.LAYANAN_CETAK_MATI) from salah
    except FileNotFoundError:
        return ""


def _run(perintah: list[str], masukan: bytes) -> subprocess.CompletedProcess[bytes]:
    # C locale: the answers are read by this program, not by the officer.
    lingkungan = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(  # noqa: S603 -- a list of our own words, no shell
        perintah,
        input=masukan,
        capture_output=True,
        env=lingkungan,
        timeout=BATAS_DETIK,
        check=False,
    )
