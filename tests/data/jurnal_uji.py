"""A register with its journal, opened and closed by hand."""

from __future__ import annotations

from builders import SENIN_PAGI, make_meja

from sooko_desk.data.jurnal_baris import BerkasJurnal, list_isi
from sooko_desk.data.rantai import kepala
from sooko_desk.domain.waktu import JamTetap


def siapkan_folder(folder):
    """A register of some days: its first base, of no year yet, is gone."""
    for _ in range(2):
        buka(folder).store.close()
    awal = BerkasJurnal(folder / "jurnal", 1)
    awal.log.unlink()
    awal.register.unlink()
    return folder


def buka(folder, saat=SENIN_PAGI):
    return make_meja(folder, JamTetap(saat))


def akhir(kantor):
    return kepala(kantor.store._db.connection()).urut


def isi(kantor, berkas):
    """The numbers in the journal, the first one of its base."""
    return [i.urut for i in list_isi(berkas, kantor.store.kunci.kunci)]


def buka_lagi(folder):
    kantor = buka(folder)
    kantor.store.close()
    return kantor.store.rantai.jurnal
