"""A case with papers and scans (test_services_lampiran*); an office with a stick (…pemulihan*)."""

from __future__ import annotations

import pytest
from services import batas_uji
from services.pemulihan_uji import Kantor2


@pytest.fixture
def folder_data(tmp_path):
    """Where the register lies that `kantor` opens, and the vault beside it."""
    return tmp_path / "data"


@pytest.fixture
def lampiran(kantor):
    """The service under test, over that folder."""
    return kantor.meja.lampiran


@pytest.fixture
def kasus(kantor):
    """A case that was just taken in."""
    return kantor.terima()


@pytest.fixture
def kode(kasus):
    """The code of the case's first paper."""
    return kasus.berkas[0].kode


@pytest.fixture
def kedua(tmp_path):
    """An office whose register may be lost; see `Kantor2`."""
    kantor = Kantor2(tmp_path)
    yield kantor
    kantor.tutup()


@pytest.fixture
def diserahkan(kantor):
    """A case that was handed over; its day is closed, its line stands in the book."""
    kantor.sampai(batas_uji.terima(kantor), "selesai")
    kantor.meja.laporan.harian.tutup("t", batas_uji.HARI, kantor.kasi)
    return kantor


@pytest.fixture
def dibatasi(diserahkan):
    """As `diserahkan`, and it is restricted."""
    batas_uji.batasi(diserahkan)
    return diserahkan
