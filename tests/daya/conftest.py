"""The rigs write much and sync often: in memory, where the system has such a folder."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

_MEMORI = Path("/dev/shm")


def _ruang():
    folder = Path(tempfile.mkdtemp(dir=_MEMORI if _MEMORI.is_dir() else None, prefix="sooko-daya-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def ruang():
    """A folder of a test's own."""
    yield from _ruang()


@pytest.fixture(scope="module")
def ruang_modul():
    """A folder that the tests of a module share."""
    yield from _ruang()
