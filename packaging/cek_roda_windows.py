"""Prove that every pinned dependency has a wheel for Windows x64, without a Windows PC.

Usage, from the top folder:

    python packaging/cek_roda_windows.py                     # downloads for Python 3.11, 250 MB
    python packaging/cek_roda_windows.py --tanpa-unduh       # asks the registry only, a few seconds
    python packaging/cek_roda_windows.py --tanpa-unduh --python 3.13
    python packaging/cek_roda_windows.py --tanpa-unduh --uji # with what the tests need

Exit code 0: every dependency has one; 1: at least one has not. Not seen from here: a dependency
that only Windows asks for (`; sys_platform == "win32"`), because pip reads such marks with the eyes
of the system it runs on.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
PYTHON_BAWAAN = "3.11"
_BYTE_SEMEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Roda:
    """A wheel that pip chose for Windows.

    Attributes:
        nama: normalised name, e.g. `pyside6-addons`.
        ukuran: size in bytes; None when it was not downloaded.
    """

    nama: str
    versi: str
    berkas: str
    ukuran: int | None = None


def list_pustaka(pyproject: Path, *, dengan_uji: bool) -> list[str]:
    """The pinned requirements of pyproject.toml, with or without those of the tests."""
    proyek = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
    uji = proyek["optional-dependencies"]["dev"] if dengan_uji else []
    return [*proyek["dependencies"], *uji]


def read_nama_berkas(berkas: str, ukuran: int | None = None) -> Roda:
    """Read a wheel's file name.

    Raises:
        ValueError: not a wheel that Windows x64 can install.
    """
    bagian = berkas.removesuffix(".whl").split("-")
    sistem = bagian[-1].split(".")
    if not berkas.endswith(".whl") or not {"any", "win_amd64"} & set(sistem):
        raise ValueError(f"{berkas} is no wheel for Windows x64")
    return Roda(normalise(bagian[0]), bagian[1], berkas, ukuran)


def normalise(nama: str) -> str:
    """A project's name in the one spelling that compares."""
    return re.sub(r"[-_.]+", "-", nama).lower()


def list_kurang(pustaka: list[str], roda: list[Roda]) -> list[str]:
    """The requirements that no wheel of the list answers, name and version."""
    ada = {f"{satu.nama}=={satu.versi}" for satu in roda}
    return [satu for satu in pustaka if _kunci(satu) not in ada]


def _kunci(pustaka: str) -> str:
    nama, _, versi = pustaka.partition("==")
    return f"{normalise(nama)}=={versi}"


def _windows(python: str) -> list[str]:
    return [
        "--quiet",
        "--disable-pip-version-check",
        "--only-binary=:all:",
        "--platform=win_amd64",
        "--implementation=cp",
        f"--python-version={python}",
    ]


def _pip(*argumen: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", *argumen], check=True, text=True)


def download(pustaka: list[str], python: str, folder: Path) -> list[Roda]:
    """Download every wheel, those of indirect dependencies as well, into `folder`.

    Raises:
        subprocess.CalledProcessError: pip found no wheel for one of them.
    """
    _pip("download", *_windows(python), "--no-cache-dir", f"--dest={folder}", *pustaka)
    return [read_nama_berkas(satu.name, satu.stat().st_size) for satu in sorted(folder.iterdir())]


def resolve(pustaka: list[str], python: str, folder: Path) -> list[Roda]:
    """Ask the registry which wheels Windows would get, without downloading them.

    Raises:
        subprocess.CalledProcessError: pip found no wheel for one of them.
    """
    laporan = folder / "laporan.json"
    bagian = ["--dry-run", "--ignore-installed", f"--target={folder}", f"--report={laporan}"]
    _pip("install", *_windows(python), *bagian, *pustaka)
    isi = json.loads(laporan.read_text(encoding="utf-8"))
    berkas = [satu["download_info"]["url"].rsplit("/", 1)[-1] for satu in isi["install"]]
    return [read_nama_berkas(satu) for satu in sorted(berkas, key=str.lower)]


def _tulis(roda: list[Roda]) -> None:
    for satu in roda:
        ukuran = "" if satu.ukuran is None else f"{satu.ukuran / _BYTE_SEMEGA:6.1f} MB"
        print(f"  {satu.nama:<24} {satu.versi:<12} {ukuran:>10}  {satu.berkas}")


def main(argumen: list[str]) -> int:
    """Run the check; returns the exit code."""
    parser = argparse.ArgumentParser(description="Check that all wheels for Windows x64 exist.")
    parser.add_argument("--tanpa-unduh", action="store_true", help="ask only, download nothing")
    parser.add_argument("--python", default=PYTHON_BAWAAN, metavar="X.Y", help="Windows' Python")
    parser.add_argument("--uji", action="store_true", help="also what the tests need")
    pilihan = parser.parse_args(argumen)
    pustaka = list_pustaka(PYPROJECT, dengan_uji=pilihan.uji)
    cara = resolve if pilihan.tanpa_unduh else download
    with tempfile.TemporaryDirectory() as folder:
        try:
            roda = cara(pustaka, pilihan.python, Path(folder))
        except (subprocess.CalledProcessError, ValueError) as galat:
            print(f"wheels for Windows x64, Python {pilihan.python}: {galat}", file=sys.stderr)
            return 1
    _tulis(roda)
    kurang = list_kurang(pustaka, roda)
    for satu in kurang:
        print(f"no wheel for Windows x64: {satu}", file=sys.stderr)
    kata = "asked for" if pilihan.tanpa_unduh else "downloaded"
    print(f"Windows x64, Python {pilihan.python}: {len(roda)} wheels {kata}, {len(kurang)} missing")
    return 1 if kurang else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
