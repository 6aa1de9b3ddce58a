"""Printing through CUPS' own commands: the PDF goes to the queue unchanged, on its exact paper."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak import cups, pesan
from sooko_desk.ui.cetak.pesan import Halangan
from sooko_desk.ui.cetak.tugas import (
    KabarTugas,
    KertasPrinter,
    Kiriman,
    Nasib,
    PrinterTersedia,
    TugasCetak,
    find_kertas,
)

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.lembar import Lembar

BATAS_DETIK = 30
"""How long a CUPS command may take before the printer counts as silent."""

_HALANGAN = {
    "media-empty": Halangan.KERTAS,
    "media-needed": Halangan.KERTAS,
    "media-jam": Halangan.MACET,
    "cover-open": Halangan.TUTUP,
    "door-open": Halangan.TUTUP,
    "interlock-open": Halangan.TUTUP,
    "marker-supply-empty": Halangan.TINTA,
    "toner-empty": Halangan.TINTA,
    "offline": Halangan.OFFLINE,
    "connecting-to-device": Halangan.OFFLINE,
    "timed-out": Halangan.OFFLINE,
    "shutdown": Halangan.OFFLINE,
    "paused": Halangan.DIJEDA,
    "moving-to-paused": Halangan.DIJEDA,
    "stopped": Halangan.DIJEDA,
    "other": Halangan.GALAT,
}
"""CUPS' words (RFC 8011 5.4.12) for what stops a printer; the first one that fits is told."""

_TIDAK_MENYAHUT = re.compile(
    r"unavailable|not respond|unable to|offline|waiting for printer|may not exist", re.IGNORECASE
)
"""How CUPS' backends say that nobody answers at the printer's address."""

_AKHIR = {
    cups.JOB_CANCELED: KabarTugas(Nasib.GAGAL, pesan.DIBATALKAN),
    cups.JOB_ABORTED: KabarTugas(Nasib.GAGAL, pesan.DITINGGALKAN),
    cups.JOB_HELD: KabarTugas(Nasib.TERTAHAN, pesan.DITAHAN),
}

_ALAMAT_YANG_TAHU = ("ipp", "ipps", "dnssd", "implicitclass")
"""Printers that are asked for the job's own state; the others are only sent bytes."""


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


def cetak_pdf(pdf: bytes, tugas: TugasCetak, lembar: Lembar) -> Kiriman:
    """Send the document to the queue through standard input: no copy of it stays on the disk.

    Raises:
        UserError: see `printer.cetak_pdf`.
    """
    _check_queue(tugas.printer)
    kertas = _choose_kertas(tugas.printer, lembar)
    try:
        hasil = _run(build_command(tugas, lembar, kertas), pdf)
    except subprocess.TimeoutExpired as salah:
        raise pesan.printer_diam(tugas.printer) from salah
    if hasil.returncode != 0:
        raise _refusal(tugas.printer, hasil.stderr.decode(errors="replace"))
    nomor = re.search(rb"request id is .*-(\d+) ", hasil.stdout)
    return Kiriman(tugas.printer, int(nomor[1]) if nomor else 0)


def read_kabar(kiriman: Kiriman) -> KabarTugas:
    """Ask what became of a job."""
    antrean = cups.read_antrean(kiriman.printer)
    keadaan = cups.read_tugas(kiriman.printer, kiriman.nomor) if kiriman.nomor else None
    if antrean is None or keadaan is None:
        return KabarTugas(Nasib.TAK_TAHU)
    if keadaan == cups.JOB_COMPLETED:
        pasti = antrean.alamat.partition(":")[0] in _ALAMAT_YANG_TAHU
        kalimat = pesan.PRINTER_SELESAI if pasti else pesan.SUDAH_DITERIMA
        return KabarTugas(Nasib.SELESAI, kalimat, pasti)
    if keadaan in _AKHIR:
        return _AKHIR[keadaan]
    halangan = next((arti for kata, arti in _HALANGAN.items() if kata in antrean.alasan), None)
    if halangan is None and _is_unreachable(kiriman):
        halangan = Halangan.OFFLINE
    if halangan is None and keadaan == cups.JOB_STOPPED:
        halangan = Halangan.GALAT
    if halangan is not None:
        return KabarTugas(Nasib.TERTAHAN, halangan.value)
    return KabarTugas(Nasib.BERJALAN, pesan.MASIH_MENCETAK)


def _is_unreachable(kiriman: Kiriman) -> bool:
    """Whether CUPS says so in the job's own status; its backends give no reason word for it."""
    _, _, sesudah = _answer("lpstat", "-l", "-o", kiriman.printer).partition(
        f"{kiriman.printer}-{kiriman.nomor} "
    )
    status = re.search(r"^\tStatus: (.*)$", sesudah, re.MULTILINE)
    return status is not None and _TIDAK_MENYAHUT.search(status[1]) is not None


def _choose_kertas(nama: str, lembar: Lembar) -> KertasPrinter | None:
    """The queue's own paper; None = it does not tell its papers.

    Raises:
        UserError: it tells them, and ours is not among them: CUPS would print on another one.
    """
    daftar = cups.list_kertas(nama)
    if daftar is None:
        return None
    kertas = find_kertas(daftar, lembar.lebar_mm, lembar.tinggi_mm)
    if kertas is None:
        raise pesan.kertas_tak_dikenal(nama, lembar)
    return kertas


def build_command(
    tugas: TugasCetak, lembar: Lembar, kertas: KertasPrinter | None = None
) -> list[str]:
    """Build the `lp` call.

    The paper is always named upright; CUPS turns a landscape page by itself. Without `media` CUPS
    shrinks F4 to A4, and with a landscape size it falls back to the driver's default paper.

    Args:
        tugas: the order.
        lembar: the document's paper; its size is named where the queue has no name for it.
        kertas: the queue's own paper.
    """
    perintah = ["lp", "-d", tugas.printer, "-n", str(tugas.salinan), "-t", tugas.judul]
    if tugas.halaman is not None:
        dari, sampai = tugas.halaman
        perintah += ["-P", f"{dari}-{sampai}"]
    ukuran = f"Custom.{lembar.lebar_mm:.0f}x{lembar.tinggi_mm:.0f}mm"
    if kertas is not None and not kertas.nama.startswith("custom_"):
        ukuran = kertas.nama
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
