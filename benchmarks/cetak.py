"""Printing: what a receipt and a register cost beside a bare canvas, and how soon a page is seen.

    .venv/bin/python benchmarks/cetak.py [rows] [turns]

The bare side is a plain ReportLab canvas that draws the same marks (`cetak_polos.py`): text runs,
lines, boxes and modules at the places that the program found. README.md says what is measured.
"""

from __future__ import annotations

import io
import os
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import cetak_buku
import cetak_polos
from ketik import persentil
from orang import buat_orang
from pengguna import pindahkan

from sooko_desk.printing import contoh, tanda_bukti
from sooko_desk.printing.buku_register import PenulisBuku
from sooko_desk.printing.kertas import A4

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sooko_desk.printing.buku_register import HalamanRegister
    from sooko_desk.printing.tanda_bukti import TandaBuktiData

BARIS, PUTARAN = 10_000, 20
SEDIKIT = 1000
PER_HALAMAN = 20
SEKALI = 50
"""Pages of the register that the two sides draw in turn."""
BATAS_RASIO, BATAS_MS, BATAS_PRATINJAU_MS, BATAS_HALAMAN = 1.3, 50.0, 150.0, 0.7


def main() -> None:
    """Measure and print."""
    baris = int(sys.argv[1]) if len(sys.argv) > 1 else BARIS
    putaran = int(sys.argv[2]) if len(sys.argv) > 2 else PUTARAN
    with tempfile.TemporaryDirectory() as nama:
        folder = Path(nama)
        pindahkan(folder)
        cetak_buku.buat_buku(folder / "register", baris)
        print(f"Beban mesin {os.getloadavg()[0]:.1f}, {os.cpu_count()} inti, {putaran} putaran.")
        banding_tanda_bukti(putaran)
        halaman = min(SEKALI, baris // PER_HALAMAN)
        banding_register(cetak_buku.list_halaman(folder / "register", halaman), putaran)
        ukur_buku(folder, baris)
        ukur_pratinjau(folder / "register", putaran)


def banding_tanda_bukti(putaran: int) -> None:
    """Each receipt is of somebody else; the first one, which loads the fonts, is not counted."""
    pasangan = []
    for data in _list_tanda_bukti(putaran + 1):
        program, pdf = _waktu(partial(tanda_bukti.render, [data]))
        ukuran, halaman = cetak_polos.baca_tanda(pdf)
        polos, gambar = _waktu(partial(cetak_polos.gambar, ukuran, halaman))
        cetak_polos.periksa_sama(pdf, gambar)
        pasangan.append((program, polos))
    print(f"\n{'tanda bukti, A4, ms':34}{'kanvas polos':>14}{'Sooko Desk':>14}{'rasio':>8}")
    rasio, dinding = _cetak_baris(pasangan[1:], 1000)
    _nilai(f"rasio {rasio:.2f} (paling banyak {BATAS_RASIO})", baik=rasio <= BATAS_RASIO)
    _nilai(f"{dinding:.1f} ms (paling lama {BATAS_MS:.0f})", baik=dinding <= BATAS_MS)


def banding_register(halaman: Sequence[HalamanRegister], putaran: int) -> None:
    """The same pages again and again; no row is the same, so that no fit is known before."""
    pasangan, pdf, gambar = [], b"", b""
    for giliran in range(max(3, putaran // 4) + 1):
        semua = [_ganti(satu, giliran) for satu in halaman]
        program, pdf = _waktu(partial(_gambar_buku, semua))
        ukuran, tanda = cetak_polos.baca_tanda(pdf)
        polos, gambar = _waktu(partial(cetak_polos.gambar, ukuran, tanda))
        pasangan.append((program, polos))
    cetak_polos.periksa_sama(pdf, gambar)
    print(f"\n{'register, ms tiap halaman':34}{'kanvas polos':>14}{'Sooko Desk':>14}{'rasio':>8}")
    rasio, dinding = _cetak_baris(pasangan[1:], 1000 / len(halaman))
    kata = f"{1000 / dinding:.0f} halaman tiap detik, {1 / rasio:.2f} kali kanvas polos"
    _nilai(f"{kata} (paling sedikit {BATAS_HALAMAN})", baik=1 / rasio >= BATAS_HALAMAN)


def ukur_buku(folder: Path, baris: int) -> None:
    """Printing of the whole book and of its beginning, each in a process of its own."""
    jalan = (("halaman ditulis ke berkas", str(folder / "buku.pdf")), ("sampai dokumen jadi", ""))
    print(f"\n{'buku register':34}{'baris':>8}{'detik':>8}{'puncak':>10}{'proses':>10}{'PDF':>9}")
    for kata, berkas in jalan:
        for banyak in (min(SEDIKIT, baris), baris):
            halaman = -(-banyak // PER_HALAMAN)
            u = _sendiri(cetak_buku.cetak, str(folder / "register"), halaman, berkas)
            angka = f"{u.detik:8.1f}{u.puncak:7.1f} MB{u.proses:7.0f} MB{u.besar:6.1f} MB"
            print(f"{kata:34}{banyak:8}{angka}")


def ukur_pratinjau(register: Path, putaran: int) -> None:
    """In a process of its own: Qt must not be loaded where the canvas is measured."""
    (pertama, *program), polos = _sendiri(_pratinjau, str(register), putaran)
    kolom = "".join(f"{k:>10}" for k in ("median", "p95", "kerja"))
    print(f"\n{'Ctrl+Enter sampai halaman terlukis':34}{kolom}")
    for nama, semua in (("jendela polos", polos), ("Sooko Desk", program)):
        dinding = [p.dinding for p in semua]
        kerja = statistics.median(p.kerja for p in semua)
        angka = (statistics.median(dinding), persentil(dinding, 95), kerja)
        print(f"{nama:34}{''.join(f'{ms:10.1f}' for ms in angka)}")
    print(f"{'Sooko Desk, cetakan pertama':34}{pertama.dinding:10.1f}{'':10}{pertama.kerja:10.1f}")
    p95 = persentil([p.dinding for p in program], 95)
    kata = f"{p95:.0f} ms pada p95 (paling lama {BATAS_PRATINJAU_MS:.0f})"
    _nilai(kata, baik=p95 <= BATAS_PRATINJAU_MS)


def _pratinjau(register: str, putaran: int) -> Any:
    import cetak_layar

    return cetak_layar.ukur(register, putaran)


def _sendiri(kerja: Callable[..., Any], *nilai: object) -> Any:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as proses:
        return proses.submit(kerja, *nilai).result()


def _list_tanda_bukti(banyak: int) -> list[TandaBuktiData]:
    [awal] = contoh.tanda_bukti()
    return [
        replace(
            awal,
            nomor=f"471.14/TB-{n}/416-313/2026",
            kode_pindai=f"TB-KK-2026-{n:05}",
            nama_pemohon=orang.nama,
            nik_tersamar=f"************{orang.nik[-4:]}",
            nkk_tersamar=f"************{orang.nkk[-4:]}",
            alamat=f"{orang.alamat} RT {orang.rt} RW {orang.rw}",
            desa=orang.desa,
            pembawa="" if n % 3 else f"{orang.nama} {n}",
            telepon=orang.telepon,
            pengantar=f"No. 470/{n}/416-313.15/2026 tgl 20/11/2026 oleh Sutikno",
        )
        for n, orang in enumerate(buat_orang(banyak, ("Japan", "Sooko", "Brangkal")), start=1)
    ]


def _ganti(halaman: HalamanRegister, giliran: int) -> HalamanRegister:
    """Other people and numbers on the same page, as long as before."""
    angka = str.maketrans("0123456789", "".join(str((n + giliran) % 10) for n in range(10)))
    baris = tuple(
        b if isinstance(b, str) else tuple(_putar(sel.translate(angka), giliran) for sel in b)
        for b in halaman.baris
    )
    return replace(halaman, baris=baris)


def _putar(sel: str, giliran: int) -> str:
    """Words in another order: another name, but the same width."""
    kata = sel.split(" ") if sel.isupper() else [sel]
    geser = giliran % len(kata)
    return " ".join((*kata[geser:], *kata[:geser]))


def _gambar_buku(halaman: Sequence[HalamanRegister]) -> bytes:
    berkas = io.BytesIO()
    penulis = PenulisBuku(berkas, A4)
    for satu in halaman:
        penulis.tambah(satu)
    penulis.tutup()
    return berkas.getvalue()


def _waktu(kerja: Callable[[], bytes]) -> tuple[tuple[float, float], bytes]:
    """Seconds on the wall and of this process, and what came of it."""
    dinding, proses = time.perf_counter(), time.process_time()
    isi = kerja()
    return (time.perf_counter() - dinding, time.process_time() - proses), isi


def _cetak_baris(
    pasangan: Sequence[tuple[tuple[float, float], tuple[float, float]]], kali: float
) -> tuple[float, float]:
    """Two rows: wall and computing time; returns the ratio of computing, and the wall's median."""
    rasio, program = [], []
    for letak, kata in enumerate(("waktu dinding", "waktu hitung")):
        dua = [(polos[letak] * kali, kita[letak] * kali) for kita, polos in pasangan]
        polos, kita = (statistics.median(sisi) for sisi in zip(*dua, strict=True))
        rasio.append(statistics.median(b / a for a, b in dua))
        program.append(kita)
        print(f"{kata:34}{polos:14.2f}{kita:14.2f}{rasio[-1]:7.2f}x")
    return rasio[1], program[0]


def _nilai(kata: str, *, baik: bool) -> None:
    print(f"  {'ya' if baik else 'TIDAK'}: {kata}")


if __name__ == "__main__":
    main()
