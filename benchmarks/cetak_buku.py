"""A register book of many rows: made in a real register, printed by the program as it prints it."""

from __future__ import annotations

import json
import resource
import time
import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from orang import buat_orang
from penulis_register import SEKARANG
from register_besar import buat_register, hasher

from sooko_desk.app_lingkungan import Lingkungan
from sooko_desk.app_meja import build_meja
from sooko_desk.data.buka import open_register
from sooko_desk.data.buku import BukuStore
from sooko_desk.data.store import Store
from sooko_desk.data.tabel_buku import TabelBukuBaris
from sooko_desk.data.unit import run_unit
from sooko_desk.domain.buku import make_bentuk_awal
from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.permohonan import Petugas
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.waktu import JamTetap, iso_utc
from sooko_desk.printing.buku_register import PenulisBuku

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sooko_desk.printing.buku_register import HalamanRegister
    from sooko_desk.services.tugas_buku import TugasBuku

LAYANAN, TAHUN = "KK", 2026
SEKALI = 1000
JENIS = (
    "I.A.1 Membentuk keluarga baru",
    "I.B.2 Peristiwa penting",
    "I.B.3 Perubahan elemen data yang tercantum dalam KK",
    "I.C.1 Hilang",
    "I.A.4 Pindah datang",
)


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What a print took.

    Attributes:
        detik: without the memory being watched.
        puncak: largest memory that Python held at once beyond the beginning, MB.
        proses: largest memory of the process, MB.
        besar: size of the PDF, MB.
    """

    detik: float
    puncak: float
    proses: float
    besar: float


def buat_buku(folder: Path, banyak: int) -> None:
    """A new register whose book has that many lines of different people."""
    buat_register(folder, 40)
    db = open_register(folder).db
    try:
        run_unit(db, lambda: None, lambda: _tulis(BukuStore(db), banyak))
    finally:
        db.close()


def _tulis(buku: BukuStore, banyak: int) -> None:
    petugas = Petugas(1, "Rini Contoh", Peran.OPERATOR)
    bentuk = buku.find_bentuk(LAYANAN) or buku.simpan_bentuk(
        LAYANAN, make_bentuk_awal(), petugas, SEKARANG
    )
    mulai = buku.count_baris(LAYANAN, TAHUN)
    for urut, isi in enumerate(_list_isi(banyak), start=1):
        TabelBukuBaris.insert(
            layanan=LAYANAN,
            tahun=TAHUN,
            baris=mulai + urut,
            jenis="catat",
            urut=100_000 + urut,
            permohonan=1,
            bentuk=bentuk.id,
            isi=json.dumps(isi, ensure_ascii=False),
            waktu=iso_utc(SEKARANG),
        ).execute()


def _list_isi(banyak: int) -> Iterator[dict[str, str]]:
    desa = ("Japan", "Sooko", "Ngingasrembyong", "Karangkedawang", "Wringinrejo", "Brangkal")
    for n, orang in enumerate(buat_orang(banyak, desa), start=1):
        yield {
            "urut": str(n),
            "nomor": f"471.14/KK-{n}/416-313/2026",
            "tanggal": f"{1 + n % 28:02}/{1 + n // 900:02}/2026",
            "nomor_tanda_bukti": f"471.14/TB-{n + 7}/416-313/2026",
            "tgl_terima": f"{1 + n % 27:02}/{1 + n // 900:02}/2026",
            "nama": orang.nama,
            "nik": samarkan(orang.nik),
            "nkk": samarkan(orang.nkk),
            "desa": orang.desa,
            "jenis": JENIS[n % len(JENIS)],
            "petugas": "Rini C.",
        }


def list_halaman(folder: Path, banyak: int) -> list[HalamanRegister]:
    """The first `banyak` pages as the program lays them before the pen."""
    store = Store(folder)
    try:
        semua: list[HalamanRegister] = []
        tugas = _siapkan(store, folder, banyak)
        while potongan := tugas.baca():
            semua.extend(potongan)
        return semua
    finally:
        store.close()


def cetak(folder: str, halaman: int, ke_berkas: str) -> Ukuran:
    """Print the first pages, in a process of its own.

    Args:
        ke_berkas: file that gets the PDF page by page; "" = the whole task as the window runs it,
            to the bytes of the document.
    """
    store = Store(Path(folder))
    try:
        mulai = time.perf_counter()
        besar = _cetak(_siapkan(store, Path(folder), halaman), ke_berkas)
        detik = time.perf_counter() - mulai
        proses = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        tracemalloc.start()
        _cetak(_siapkan(store, Path(folder), halaman), ke_berkas)
        puncak = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        return Ukuran(detik, puncak, proses, besar / 1e6)
    finally:
        store.close()


def _siapkan(store: Store, folder: Path, halaman: int) -> TugasBuku:
    lingkungan = Lingkungan(folder, clock=JamTetap(SEKARANG), hasher=hasher())
    meja = build_meja(store, lingkungan, lingkungan.load_tabel())
    return meja.buku.siapkan(LAYANAN, TAHUN, 1, halaman)


def _cetak(tugas: TugasBuku, ke_berkas: str) -> int:
    if not ke_berkas:
        return len(tugas.jalankan().isi)
    with Path(ke_berkas).open("wb") as berkas:
        penulis = PenulisBuku(berkas)
        while potongan := tugas.baca():
            for satu in potongan:
                penulis.tambah(satu)
        penulis.tutup()
        return berkas.tell()
