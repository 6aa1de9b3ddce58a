"""What only CUPS' own library tells: papers with their margins, and what became of a job.

`lpstat` prints the same words for a finished job and for a cancelled one. Everything here asks
the scheduler of this computer and may block for as long as that does.
"""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from sooko_desk.printing.kertas import KERTAS, Pinggir
from sooko_desk.ui.cetak.tugas import KertasPrinter, find_kertas

if TYPE_CHECKING:
    from collections.abc import Iterator

JOB_HELD, JOB_STOPPED, JOB_CANCELED, JOB_ABORTED, JOB_COMPLETED = 4, 6, 7, 8, 9
_ALL_JOBS = -1
_MARGIN_FIELDS = ("bottom", "left", "right", "top")


class _Option(ctypes.Structure):
    _fields_: ClassVar = [("nama", ctypes.c_char_p), ("nilai", ctypes.c_char_p)]


class _Dest(ctypes.Structure):
    _fields_: ClassVar = [
        ("nama", ctypes.c_char_p),
        ("instance", ctypes.c_char_p),
        ("is_default", ctypes.c_int),
        ("jumlah", ctypes.c_int),
        ("pilihan", ctypes.POINTER(_Option)),
    ]


class _Size(ctypes.Structure):
    _fields_: ClassVar = [
        ("media", ctypes.c_char * 128),
        *[(nama, ctypes.c_int) for nama in ("width", "length", *_MARGIN_FIELDS)],
    ]


class _Job(ctypes.Structure):
    _fields_: ClassVar = [
        ("id", ctypes.c_int),
        *[(nama, ctypes.c_char_p) for nama in ("dest", "title", "user", "format")],
        *[(nama, ctypes.c_int) for nama in ("state", "size", "priority")],
        *[(nama, ctypes.c_long) for nama in ("selesai", "dibuat", "dikerjakan")],
    ]


@dataclass(frozen=True, slots=True)
class KeadaanAntrean:
    """A queue: CUPS' reason words without their severity, and the address of its printer."""

    alasan: frozenset[str]
    alamat: str


@cache
def _load() -> Any:
    """CUPS' library, None where it is not there."""
    try:
        pustaka = ctypes.CDLL("libcups.so.2")
    except OSError:
        return None
    tujuan, http = ctypes.POINTER(_Dest), ctypes.c_void_p
    ke_ukuran = ctypes.POINTER(_Size)
    for nama, hasil, isian in (
        ("cupsSetServer", None, [ctypes.c_char_p]),
        ("cupsGetNamedDest", tujuan, [http, ctypes.c_char_p, ctypes.c_char_p]),
        ("cupsFreeDests", None, [ctypes.c_int, tujuan]),
        ("cupsCopyDestInfo", ctypes.c_void_p, [http, tujuan]),
        ("cupsFreeDestInfo", None, [ctypes.c_void_p]),
        (
            "cupsGetDestMediaCount",
            ctypes.c_int,
            [http, tujuan, ctypes.c_void_p, ctypes.c_uint],
        ),
        (
            "cupsGetDestMediaByIndex",
            ctypes.c_int,
            [http, tujuan, ctypes.c_void_p, ctypes.c_int, ctypes.c_uint, ke_ukuran],
        ),
        (
            "cupsGetDestMediaBySize",
            ctypes.c_int,
            [
                *(http, tujuan, ctypes.c_void_p),
                *(ctypes.c_int, ctypes.c_int, ctypes.c_uint, ke_ukuran),
            ],
        ),
        (
            "cupsGetJobs2",
            ctypes.c_int,
            [
                *(http, ctypes.POINTER(ctypes.POINTER(_Job)), ctypes.c_char_p),
                *(ctypes.c_int, ctypes.c_int),
            ],
        ),
        ("cupsFreeJobs", None, [ctypes.c_int, ctypes.POINTER(_Job)]),
    ):
        fungsi = getattr(pustaka, nama)
        fungsi.restype, fungsi.argtypes = hasil, isian
    return pustaka


@contextmanager
def _queue(nama: str) -> Iterator[tuple[Any, Any] | None]:
    """The library and a queue; None = no library, no scheduler or no such queue."""
    pustaka = _load()
    if pustaka is None:
        yield None
        return
    # The library keeps the server of its first use a thread, whatever the settings say later.
    pustaka.cupsSetServer(None)
    tujuan = pustaka.cupsGetNamedDest(None, nama.encode(), None)
    if not tujuan:
        yield None
        return
    try:
        yield pustaka, tujuan
    finally:
        pustaka.cupsFreeDests(1, tujuan)


def list_kertas(nama: str) -> tuple[KertasPrinter, ...] | None:
    """The papers of a queue, and the office's own papers where it takes sizes freely.

    Returns:
        None = the queue does not tell (no driver, no scheduler, no such queue).
    """
    with _queue(nama) as antrean:
        if antrean is None:
            return None
        pustaka, tujuan = antrean
        info = pustaka.cupsCopyDestInfo(None, tujuan)
        if not info:
            return None
        try:
            return tuple(_read_kertas(pustaka, tujuan, info)) or None
        finally:
            pustaka.cupsFreeDestInfo(info)


def _read_kertas(pustaka: Any, tujuan: Any, info: int) -> list[KertasPrinter]:
    ukuran = _Size()
    jumlah = pustaka.cupsGetDestMediaCount(None, tujuan, info, 0)
    ambil = pustaka.cupsGetDestMediaByIndex
    daftar = [
        _kertas(ukuran)
        for nomor in range(jumlah)
        if ambil(None, tujuan, info, nomor, 0, ctypes.byref(ukuran))
    ]
    for milik in KERTAS.values():
        lebar, tinggi = round(milik.lebar * 100), round(milik.tinggi * 100)
        if find_kertas(daftar, milik.lebar, milik.tinggi) is None and (
            pustaka.cupsGetDestMediaBySize(
                None, tujuan, info, lebar, tinggi, 0, ctypes.byref(ukuran)
            )
        ):
            daftar.append(_kertas(ukuran))
    return daftar


def _kertas(ukuran: _Size) -> KertasPrinter:
    """CUPS counts in 0.01 mm."""
    pinggir = Pinggir(*(getattr(ukuran, n) / 100 for n in ("left", "top", "right", "bottom")))
    return KertasPrinter(
        ukuran.media.decode(errors="replace"), ukuran.width / 100, ukuran.length / 100, pinggir
    )


def read_antrean(nama: str) -> KeadaanAntrean | None:
    """State of a queue; None = it is gone, or nobody answers."""
    with _queue(nama) as antrean:
        if antrean is None:
            return None
        tujuan = antrean[1].contents
        pilihan = {
            (satu.nama or b"").decode(): (satu.nilai or b"").decode(errors="replace")
            for satu in tujuan.pilihan[: tujuan.jumlah]
        }
    kata = pilihan.get("printer-state-reasons", "").split(",")
    return KeadaanAntrean(
        frozenset(_tanpa_berat(satu) for satu in kata) - {"", "none"},
        pilihan.get("device-uri", ""),
    )


def _tanpa_berat(kata: str) -> str:
    for akhiran in ("-error", "-warning", "-report"):
        kata = kata.removesuffix(akhiran)
    return kata


def read_tugas(nama: str, nomor: int) -> int | None:
    """State of a job (`JOB_…` or another IPP number); None = CUPS no longer knows it."""
    pustaka = _load()
    if pustaka is None:
        return None
    pustaka.cupsSetServer(None)
    daftar = ctypes.POINTER(_Job)()
    jumlah = pustaka.cupsGetJobs2(None, ctypes.byref(daftar), nama.encode(), 0, _ALL_JOBS)
    if jumlah <= 0:
        return None
    try:
        return next((int(satu.state) for satu in daftar[:jumlah] if satu.id == nomor), None)
    finally:
        pustaka.cupsFreeJobs(jumlah, daftar)
