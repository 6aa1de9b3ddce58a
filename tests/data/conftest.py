"""A register with two scans in it, and an empty stick that takes its backup."""

from __future__ import annotations

import pytest
from data.cadangan_uji import siapkan_bahan, tambah_pindaian

from sooko_desk.data.cadangan import buat_cadangan
from sooko_desk.domain.kemajuan import Kemajuan


@pytest.fixture
def data(tmp_path):
    """The folder of the register that `kantor` has open."""
    return tmp_path / "data"


@pytest.fixture
def stik(tmp_path):
    stik = tmp_path / "stik"
    stik.mkdir()
    return stik


@pytest.fixture
def sidik(kantor):
    """SHA-256 of two scans of one case, as they lie in the vault."""
    return tambah_pindaian(kantor, kantor.terima(), "red", "blue")


@pytest.fixture
def buat(kantor, sidik, data, stik):
    """Back the register up, onto the stick unless told otherwise."""

    def buat(tujuan=None, kemajuan=None, **ganti):
        bahan = siapkan_bahan(kantor, data, **ganti)
        return buat_cadangan(bahan, tujuan or stik, kemajuan or Kemajuan())

    return buat
