"""Test PDFs, a fake `lp` on PATH, and a real private CUPS where one can be started."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def build_pdf(lebar_mm: float = 210, tinggi_mm: float = 297, jumlah: int = 1) -> bytes:
    """A document with its page number and a frame 10 mm from the edge of the paper."""
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    wadah = io.BytesIO()
    kanvas = Canvas(wadah, pagesize=(lebar_mm * mm, tinggi_mm * mm))
    for nomor in range(1, jumlah + 1):
        kanvas.drawString(20 * mm, (tinggi_mm - 20) * mm, f"Halaman {nomor}")
        kanvas.rect(10 * mm, 10 * mm, (lebar_mm - 20) * mm, (tinggi_mm - 20) * mm)
        kanvas.showPage()
    kanvas.save()
    return wadah.getvalue()


@pytest.fixture
def pdf_of():
    return build_pdf


@dataclass(frozen=True)
class LpPalsu:
    """Executables `lp` and `lpstat` that answer what the files in `folder` say."""

    folder: Path

    def set(self, **jawaban: str) -> None:
        for nama, isi in jawaban.items():
            (self.folder / nama).write_text(isi, encoding="utf-8")

    def set_queues(self, *nama: str, bawaan: str = "") -> None:
        sejak = "since Sat Nov 21 09:52:24 2026"
        terima = [f"{satu} accepting requests {sejak}\n" for satu in nama]
        siap = [f"printer {satu} is idle.  enabled {sejak}\n" for satu in nama]
        self.set(
            daftar="".join(terima),
            keadaan="".join(terima + siap),
            bawaan=f"system default destination: {bawaan}\n"
            if bawaan
            else "no system default destination\n",
        )

    @property
    def perintah(self) -> list[str]:
        """Arguments of the last `lp`; empty when nothing was sent."""
        path = self.folder / "perintah"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    @property
    def kiriman(self) -> bytes:
        return (self.folder / "kiriman").read_bytes()


@pytest.fixture
def lp_palsu(tmp_path, monkeypatch) -> LpPalsu:
    if sys.platform == "win32":
        pytest.skip("`lp` is CUPS' command")
    folder = tmp_path / "lp palsu"
    folder.mkdir()
    skrip = {
        "lpstat": '[ "$1" = -r ] && exec cat r\n[ "$1" = -d ] && exec cat bawaan\n'
        '[ -n "$2" ] && exec cat keadaan\nexec cat daftar\n',
        "lp": "printf '%s\\n' \"$@\" > perintah\ncat > kiriman\ncat stderr >&2\n. ./akhir\n",
    }
    for nama, isi in skrip.items():
        path = folder / nama
        path.write_text(f'#!/bin/sh\ncd "$(dirname "$0")"\n{isi}', encoding="utf-8")
        path.chmod(0o755)
    palsu = LpPalsu(folder)
    palsu.set(r="scheduler is running\n", stderr="", akhir="exit 0")
    palsu.set_queues("Loket", bawaan="Loket")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return palsu


_PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "UJI.PPD"
*Manufacturer: "Uji"
*Product: "(Uji)"
*ModelName: "Uji F4"
*ShortNickName: "Uji F4"
*NickName: "Uji F4"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsVersion: 2.2
*cupsManualCopies: True
*cupsFilter: "application/vnd.cups-pdf 0 -"
"""
_KERTAS = {
    "A4": (595.28, 841.89),
    "A5": (419.53, 595.28),
    "F4": (609.45, 935.43),
    "Folio": (595.28, 935.43),
}
TEPI_PT = 12
"""What the test printer does not reach on each side."""


def _build_ppd() -> str:
    baris = [_PPD]
    for kata in ("PageSize", "PageRegion"):
        baris.append(
            f"*OpenUI *{kata}/Media Size: PickOne\n*OrderDependency: 10 AnySetup *{kata}\n"
        )
        baris.append(f"*Default{kata}: A4\n")
        baris += [f'*{kata} {nama}/{nama}: ""\n' for nama in _KERTAS]
        baris.append(f"*CloseUI: *{kata}\n")
    baris.append("*DefaultImageableArea: A4\n*DefaultPaperDimension: A4\n")
    for nama, (lebar, tinggi) in _KERTAS.items():
        bidang = f"{TEPI_PT} {TEPI_PT} {lebar - TEPI_PT:g} {tinggi - TEPI_PT:g}"
        baris.append(f'*ImageableArea {nama}/{nama}: "{bidang}"\n')
        baris.append(f'*PaperDimension {nama}/{nama}: "{lebar} {tinggi}"\n')
    return "".join(baris)


@dataclass(frozen=True)
class Cups:
    """A running CUPS of our own with the queue UJI, which writes what it receives to `hasil`."""

    folder: Path
    hasil: Path

    def admin(self, *perintah: str) -> str:
        lingkungan = {**os.environ, "CUPS_SERVER": str(self.folder / "s"), "LC_ALL": "C"}
        jadi = subprocess.run(
            perintah, env=lingkungan, capture_output=True, text=True, timeout=30, check=False
        )
        return jadi.stdout

    def is_done(self) -> bool:
        return not self.admin("lpstat", "-o").strip() and self.hasil.exists()


@pytest.fixture(scope="session")
def cups_server():
    if shutil.which("cupsd") is None or os.geteuid() != 0:
        pytest.skip("needs cupsd (apt: cups cups-client cups-filters) and root to start it")
    # Not in tmp_path: the filters run as another user, socket names must be short, and CUPS takes
    # a file below /dev/shm for a device.
    with tempfile.TemporaryDirectory(prefix="cups", dir="/tmp") as nama:
        folder = Path(nama)
        folder.chmod(0o755)
        for bagian in ("spool", "cache", "state", "hasil"):
            (folder / bagian).mkdir()
        (folder / "files.conf").write_text(
            f"FileDevice Yes\nServerRoot {nama}\nRequestRoot {nama}/spool\nCacheDir {nama}/cache\n"
            f"StateDir {nama}/state\nAccessLog {nama}/access\nErrorLog {nama}/error\n"
            f"PageLog {nama}/page\n",
            encoding="utf-8",
        )
        (folder / "cupsd.conf").write_text(
            f"Listen {nama}/s\nBrowsing No\nWebInterface No\n<Location />\nAllow all\n</Location>\n"
            "<Policy default>\n<Limit All>\nAllow all\n</Limit>\n</Policy>\n",
            encoding="utf-8",
        )
        (folder / "uji.ppd").write_text(_build_ppd(), encoding="utf-8")
        perintah = ["cupsd", "-f", "-c", f"{nama}/cupsd.conf", "-s", f"{nama}/files.conf"]
        with subprocess.Popen(perintah, stderr=subprocess.DEVNULL) as proses:
            try:
                yield _prepare(Cups(folder, folder / "hasil" / "keluar.pdf"), proses)
            finally:
                proses.terminate()


def _prepare(cups: Cups, proses: subprocess.Popen[bytes]) -> Cups:
    for _ in range(200):
        if "is running" in cups.admin("lpstat", "-r"):
            break
        try:
            proses.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        break
    else:
        pytest.skip("cupsd was started but `lpstat -r` does not answer")
    alat = f"file:{cups.hasil}"
    cups.admin("lpadmin", "-p", "UJI", "-E", "-v", alat, "-P", str(cups.folder / "uji.ppd"))
    cups.admin("lpadmin", "-d", "UJI")
    # Nobody listens at this door: the printer is switched off.
    cups.admin(
        *("lpadmin", "-p", "MATI", "-E", "-v", "socket://127.0.0.1:9"),
        *("-P", str(cups.folder / "uji.ppd")),
    )
    cups.admin("lpadmin", "-p", "TOLAK", "-E", "-v", "file:/dev/null")
    cups.admin("cupsreject", "TOLAK")
    cups.admin("lpadmin", "-p", "JEDA", "-v", "file:/dev/null")
    cups.admin("cupsaccept", "JEDA")
    cups.admin("cupsdisable", "JEDA")
    if "UJI accepting" not in cups.admin("lpstat", "-a"):
        pytest.skip("the private CUPS runs but the test queue could not be made")
    return cups


@pytest.fixture
def cups(cups_server, monkeypatch) -> Cups:
    monkeypatch.setenv("CUPS_SERVER", str(cups_server.folder / "s"))
    cups_server.hasil.unlink(missing_ok=True)
    return cups_server
