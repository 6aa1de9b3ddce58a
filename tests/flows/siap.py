"""Registers that were brought to a state by the keys once; the tests after it begin with a copy.

For tests whose subject comes later: the way there costs more than what they look at.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from builders import NAMA, PIN_KASI, PIN_OPERATOR
from flows.loket import CTRL, ENTER, Loket


def kk_diterima(loket):
    """One KK, reason I.B.2, waits for the Kasi."""
    loket.buka(PIN_OPERATOR)
    loket.isi_kk()
    loket.simpan()


def kk_lengkap(loket):
    """As `kk_diterima`, and the Kasi found it complete: it waits for data entry."""
    kk_diterima(loket)
    _lengkap(loket)


def ktp_lengkap(loket):
    """One first KTP, reason II.A, waits for data entry."""
    loket.buka(PIN_OPERATOR)
    loket.isi_ktp()
    loket.simpan()
    _lengkap(loket)


def keluarga_lengkap(loket):
    """A KK for a new family, reason I.A.1, waits for data entry."""
    loket.buka(PIN_OPERATOR)
    loket.isi_form("1", "I.A.1", ("1", "2"), {})
    loket.simpan()
    _lengkap(loket)


def _lengkap(loket):
    loket.ganti(PIN_KASI)
    loket.tekan(ENTER)
    loket.tekan(ENTER, CTRL)


def mulai(loket, resep, pin=PIN_OPERATOR):
    """Open a counter over what `resep` left; the officer of this PIN is at work."""
    for nama, isi in _isi_folder(resep).items():
        path = loket.data / nama
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(isi)
    return loket.buka(pin)


def mulai_entri(loket, resep):
    """As `mulai`, with the case open at data entry."""
    mulai(loket, resep)
    loket.buka_tab(3)
    loket.pilih(NAMA)
    return loket


@cache
def _isi_folder(resep) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as nama:
        loket = Loket(Path(nama)).atur_petugas()
        try:
            resep(loket)
        finally:
            loket.tutup()
        # Not the preferences: the window has its first size, as on a new computer.
        semua = (p for p in loket.data.rglob("*") if p.is_file() and p.name != "setelan.ini")
        return {str(path.relative_to(loket.data)): path.read_bytes() for path in semua}
