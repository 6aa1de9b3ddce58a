"""A case with papers and the vault of its scans, for test_services_lampiran*.py."""

from __future__ import annotations

import pytest


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
