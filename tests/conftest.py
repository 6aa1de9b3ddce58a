"""What every test may lean on: a clock that stands still, and a counter that is open."""

from __future__ import annotations

import logging
import os
import sys

import pytest
from builders import SENIN_PAGI, make_hasher, make_meja

from sooko_desk.app import AKAR
from sooko_desk.domain.waktu import JamTetap

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # the offscreen platform finds no font there by itself
    os.environ.setdefault("QT_QPA_FONTDIR", str(AKAR / "resources" / "fonts"))


class _Catatan(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.baris: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.baris.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture
def expected_log():
    """Ask for this list to be told the warnings instead of failing on them."""
    return []


@pytest.fixture(autouse=True)
def _no_warning_logged(request):
    """A test fails on any logging record from WARNING up."""
    catatan = _Catatan()
    if "expected_log" in request.fixturenames:
        catatan.baris = request.getfixturevalue("expected_log")
    logging.getLogger().addHandler(catatan)
    yield
    logging.getLogger().removeHandler(catatan)
    if "expected_log" not in request.fixturenames:
        assert catatan.baris == []


@pytest.fixture
def clock():
    """Monday 23 November 2026, 09.05 WIB."""
    return JamTetap(SENIN_PAGI)


@pytest.fixture
def hasher():
    return make_hasher()


@pytest.fixture
def kantor(tmp_path, clock):
    """An open counter over a register in tmp_path/"data"."""
    kantor = make_meja(tmp_path / "data", clock)
    yield kantor
    kantor.store.close()


@pytest.fixture
def store(kantor):
    return kantor.store


@pytest.fixture
def meja(kantor):
    return kantor.meja


@pytest.fixture
def operator(kantor):
    return kantor.operator


@pytest.fixture
def kasi(kantor):
    return kantor.kasi
