"""Looking up while typing: from a key to the painted answer, beside the bare stack.

    .venv/bin/python benchmarks/ketik.py [applicants] [turns]

Makes a real encrypted register of 100,000 applicants (about a minute), opens the program and a
bare window over a copy of the same file in processes of their own, and lets them type in turns,
one key every 90 ms, so that both meet the same state of the machine. The first turn warms up
and does not count. README.md in this folder says what exactly is measured.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import shutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import giliran as g
from pengguna import pindahkan
from register_besar import buat_register

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

    from layar import Catatan

JUMLAH, PUTARAN = 100_000, 20
BATAS_MS = 16.0
UJI_TOMBOL = "tests/flows/test_flow_jumlah_tombol.py"
SISI = ("polos", "program")


def jalankan(sisi: str, sambungan: Connection, folder: str) -> None:
    """In a process of its own: one side, until it is told to end."""
    import_module(f"ketik_{sisi}").jalankan(sambungan, folder)


class Sisi:
    """One side in its process."""

    def __init__(self, nama: str, folder: Path) -> None:
        konteks = multiprocessing.get_context("spawn")
        self._sambungan, sana = konteks.Pipe()
        self._proses = konteks.Process(target=jalankan, args=(nama, sana, str(folder)))
        self._proses.start()
        sana.close()
        self._sambungan.recv()
        self.catatan: list[Catatan] = []

    def kerjakan(self, giliran: g.Giliran) -> list[Catatan]:
        """Type one turn."""
        self._sambungan.send(giliran)
        return list(self._sambungan.recv())

    def tutup(self) -> None:
        self._sambungan.send(None)
        self._proses.join()


REGISTER = {g.CARI_PENDEK, g.CARI_NAMA, g.CARI_NOMOR}
BAGIAN = {
    "pencarian di isian penerimaan": {*g.BARIS} - REGISTER,
    "pencarian di register (F3)": REGISTER,
}
"""Look-ups that come by themselves while an applicant is typed in, and those that are asked for."""


def main() -> None:
    """Make the register, measure, print."""
    jumlah = int(sys.argv[1]) if len(sys.argv) > 1 else JUMLAH
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else PUTARAN
    with tempfile.TemporaryDirectory() as nama:
        pindahkan(Path(nama))
        folder = {sisi: Path(nama) / sisi for sisi in SISI}
        register = buat_register(folder["program"], jumlah)
        shutil.copytree(folder["program"], folder["polos"])
        besar = (folder["polos"] / "register.db").stat().st_size / 1e6
        print(
            f"Register: {jumlah} pemohon, {register.permohonan} permohonan, "
            f"{register.kekurangan} kekurangan, {besar:.0f} MB. "
            f"Beban mesin {os.getloadavg()[0]:.1f}, {os.cpu_count()} inti."
        )
        sisi = {satu: Sisi(satu, folder[satu]) for satu in SISI}
        pemanasan, *giliran = g.susun_giliran(register, putaran + 1)
        awal = {satu: sisi[satu].kerjakan(pemanasan) for satu in SISI}
        for satu in giliran:
            for nama_sisi in SISI:
                sisi[nama_sisi].catatan += sisi[nama_sisi].kerjakan(satu)
        for nama_sisi in SISI:
            sisi[nama_sisi].tutup()
        cetak(sisi["polos"].catatan, sisi["program"].catatan, awal["program"], putaran)


def cetak(
    polos: Sequence[Catatan],
    program: Sequence[Catatan],
    awal: Sequence[Catatan],
    putaran: int,
) -> None:
    """The table and what it comes to."""
    print(
        f"\nTombol sampai jawaban terlukis, ms, {putaran} putaran. "
        f"Beban mesin {os.getloadavg()[0]:.1f}.\n"
        f"{'':52}{'tumpukan polos':^24}{'Sooko Desk':^32}{'rasio':^14}\n"
        f"{'pencarian':46}{'n':>6}"
        f"{'p50':>8}{'p99':>8}{'maks':>8}{'p50':>8}{'p99':>8}{'maks':>8}{'kerja*':>8}"
        f"{'p50':>7}{'p99':>7}  16 ms"
    )
    for baris, kata in g.BARIS.items():
        _cetak_baris(kata, _saring(polos, {baris}), _saring(program, {baris}))
    semua = [_saring(sisi, set(g.BARIS)) for sisi in (polos, program)]
    for kata, baris in BAGIAN.items():
        _cetak_baris(kata.upper(), _saring(polos, baris), _saring(program, baris))
    tanpa = [_saring(sisi, {g.TANPA}) for sisi in (polos, program)]
    _cetak_baris("Tombol lain di isian (tanpa pencarian)", *tanpa)
    print("* p99 dari waktu yang dihitung utas utama sendiri; sisanya menunggu mesin.")
    huruf = [[c.huruf for c in sisi if c.huruf is not None] for sisi in semua]
    print(
        f"\nTombol sampai huruf itu sendiri terlukis (tombol pencarian): "
        f"polos p50 {persentil(huruf[0], 50):.1f} p99 {persentil(huruf[0], 99):.1f}, "
        f"Sooko Desk p50 {persentil(huruf[1], 50):.1f} p99 {persentil(huruf[1], 99):.1f} ms."
    )
    lambat = max(c.jawaban for c in awal if c.baris)
    print(f"Putaran pemanasan, tidak dihitung: paling lama {lambat:.1f} ms.")
    kerja = [persentil([c.sibuk for c in sisi], 99) for sisi in semua]
    print(
        f"Kerja utas utama saja, p99: polos {kerja[0]:.1f}, Sooko Desk {kerja[1]:.1f} ms. "
        "Bila ini jauh di bawah p99 di atas, mesin sedang dipakai program lain."
    )
    for kata, baris in BAGIAN.items():
        p99 = persentil([c.jawaban for c in _saring(program, baris)], 99)
        print(f"{BATAS_MS:.0f} ms pada p99, {kata}: {_ya(p99)} ({p99:.1f} ms).")
    print(f"Jumlah tombol per pemohon dihitung oleh {UJI_TOMBOL}.")


def _saring(catatan: Sequence[Catatan], baris: set[str]) -> list[Catatan]:
    return [c for c in catatan if c.baris in baris]


def _cetak_baris(kata: str, polos: Sequence[Catatan], program: Sequence[Catatan]) -> None:
    jawab = [[c.jawaban for c in sisi] for sisi in (polos, program)]
    dua = [[persentil(satu, p) for p in (50, 99, 100)] for satu in jawab]
    angka = "".join(f"{ms:8.1f}" for satu in dua for ms in satu)
    kerja = persentil([c.sibuk for c in program], 99)
    rasio = "".join(f"{dua[1][n] / dua[0][n]:6.1f}x" for n in (0, 1))
    print(f"{kata:46}{len(program):6}{angka}{kerja:8.1f}{rasio}  {_ya(dua[1][1])}")


def _ya(p99: float) -> str:
    return "ya" if p99 <= BATAS_MS else "tidak"


def persentil(nilai: Sequence[float], persen: float) -> float:
    """Nearest rank: a value that was measured; of few values the 99th is the largest."""
    urut = sorted(nilai)
    return urut[max(0, math.ceil(persen / 100 * len(urut)) - 1)]


if __name__ == "__main__":
    main()
