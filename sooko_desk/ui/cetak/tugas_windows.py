"""What the Windows spooler says of a job. Many USB drivers say little: ask the officer then."""

from __future__ import annotations

import sys

from sooko_desk.domain.errors import UserError
from sooko_desk.ui.cetak import pesan, winspool
from sooko_desk.ui.cetak.pesan import Halangan
from sooko_desk.ui.cetak.tugas import KabarTugas, Kiriman, Nasib

assert sys.platform == "win32"

_JOB_PAUSED, _JOB_ERROR, _JOB_DELETING = 1, 2, 4
_JOB_OFFLINE, _JOB_PAPEROUT, _JOB_PRINTED, _JOB_DELETED = 0x20, 0x40, 0x80, 0x100
_JOB_BLOCKED, _JOB_INTERVENTION, _JOB_COMPLETE = 0x200, 0x400, 0x1000

_AKHIR = (
    (_JOB_DELETING | _JOB_DELETED, KabarTugas(Nasib.GAGAL, pesan.DIBATALKAN)),
    (_JOB_PRINTED, KabarTugas(Nasib.SELESAI, pesan.PRINTER_SELESAI, pasti=True)),
    (_JOB_COMPLETE, KabarTugas(Nasib.SELESAI, pesan.SUDAH_DITERIMA)),
    (_JOB_PAUSED, KabarTugas(Nasib.TERTAHAN, pesan.DITAHAN)),
)
_HALANGAN_TUGAS = (
    (_JOB_PAPEROUT, Halangan.KERTAS),
    (_JOB_OFFLINE, Halangan.OFFLINE),
    (_JOB_INTERVENTION | _JOB_BLOCKED, Halangan.GALAT),
)
_HALANGAN_PRINTER = (
    (0x10, Halangan.KERTAS),
    (0x8, Halangan.MACET),
    (0x400000, Halangan.TUTUP),
    (0x40000, Halangan.TINTA),
    (winspool.STATUS_OFFLINE | 0x1000, Halangan.OFFLINE),
    (winspool.STATUS_PAUSED, Halangan.DIJEDA),
    (0x2 | 0x40 | 0x800 | 0x100000, Halangan.GALAT),
)
"""PRINTER_STATUS bits (winspool.h): the first that is set is told."""


def read_kabar(kiriman: Kiriman) -> KabarTugas:
    """Ask what became of a job."""
    try:
        with winspool.Printer(kiriman.printer) as printer:
            tugas = printer.read_tugas(kiriman.nomor)
            keadaan = printer.read_status() or 0
    except UserError as galat:
        return KabarTugas(Nasib.TERTAHAN, str(galat))
    if tugas is None:
        # Printed jobs and deleted ones leave the queue in the same way.
        return KabarTugas(Nasib.SELESAI, pesan.SUDAH_DITERIMA)
    return nilai_status(tugas, keadaan)


def nilai_status(tugas: int, printer: int) -> KabarTugas:
    """Read JOB_STATUS and PRINTER_STATUS bits."""
    for bit, kabar in _AKHIR:
        if tugas & bit:
            return kabar
    for keadaan, daftar in (
        (tugas, _HALANGAN_TUGAS),
        (printer, _HALANGAN_PRINTER),
        (tugas, ((_JOB_ERROR, Halangan.GALAT),)),
    ):
        for bit, halangan in daftar:
            if keadaan & bit:
                return KabarTugas(Nasib.TERTAHAN, halangan.value)
    return KabarTugas(Nasib.BERJALAN, pesan.MASIH_MENCETAK)
