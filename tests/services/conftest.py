"""A case with papers and scans (test_services_lampiran*); an office with a stick (…pemulihan*)."""

from __future__ import annotations

import pytest
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
