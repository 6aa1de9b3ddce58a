"""The register went back, or another way: its journal tells, and waits."""

from __future__ import annotations

import shutil

import pytest
from data.jurnal_uji import akhir, buka, buka_lagi, siapkan_folder

from sooko_desk.data.jurnal import Mundur
from sooko_desk.data.jurnal_baris import (
    BerkasJurnal,
)


@pytest.fixture
def folder(tmp_path):
    return siapkan_folder(tmp_path / "data")


@pytest.fixture
def berkas(folder):
    return BerkasJurnal(folder / "jurnal", 2)


def siapkan_mundur(folder, sesudah=4):
    """A register, put back to what it was some units ago; returns how far it had come."""
    kantor = buka(folder)
    kantor.terima()
    kantor.store.close()
    lama = shutil.copyfile(folder / "register.db", folder.parent / "lama.db")
    kantor = buka(folder)
    dulu = akhir(kantor)
    for _ in range(sesudah):
        kantor.terima()
    kini = akhir(kantor)
    kantor.store.close()
    shutil.copyfile(lama, folder / "register.db")
    return dulu, kini


def test_an_older_copy_of_the_register_is_told_and_the_journal_waits(folder, berkas):
    dulu, kini = siapkan_mundur(folder)
    log = berkas.log.read_bytes()
    kantor = buka(folder)
    j = kantor.store.rantai.jurnal
    assert j.mundur == Mundur(dulu, kini, bercabang=False)
    kantor.terima()
    assert j.tertinggal
    assert berkas.log.read_bytes() == log
    kantor.store.close()
    kantor = buka(folder)
    assert kantor.store.rantai.jurnal.mundur == Mundur(dulu + 1, kini, bercabang=True)
    j = kantor.store.rantai.jurnal
    j.mulai_dasar_baru()
    assert (j.mundur, j.tertinggal) == (None, False)
    kantor.terima()
    kantor.store.close()
    assert buka_lagi(folder).mundur is None


def test_a_register_that_went_another_way_is_told_also_when_it_is_longer(folder):
    _, kini = siapkan_mundur(folder, sesudah=2)
    sembunyi = (folder / "jurnal").rename(folder.parent / "jurnal")
    kantor = buka(folder)
    for _ in range(5):
        kantor.terima()
    urut = akhir(kantor)
    kantor.store.close()
    shutil.rmtree(folder / "jurnal")
    sembunyi.rename(folder / "jurnal")
    assert buka_lagi(folder).mundur == Mundur(urut, kini, bercabang=True)


def test_a_damaged_line_does_not_hide_that_the_register_went_back(folder, berkas):
    dulu, kini = siapkan_mundur(folder)
    log = bytearray(berkas.log.read_bytes())
    log[-20] ^= 1
    berkas.log.write_bytes(bytes(log))
    j = buka_lagi(folder)
    assert (j.rusak, j.mundur) == (True, Mundur(dulu, kini - 1, bercabang=False))


def test_a_register_older_than_the_base_is_told_as_older(folder):
    kantor = buka(folder)
    kantor.terima()
    kantor.store.close()
    lama = shutil.copyfile(folder / "register.db", folder.parent / "lama.db")
    kantor = buka(folder)
    dulu = akhir(kantor)
    kantor.terima()
    kantor.store.rantai.jurnal.mulai_dasar_baru()
    kantor.store.close()
    shutil.copyfile(lama, folder / "register.db")
    assert buka_lagi(folder).mundur == Mundur(dulu, dulu + 1, bercabang=False)
