"""What every test may lean on: a clock that stands still, and a counter that is open."""

from __future__ import annotations

import logging
import os
import sys

import pytest
from builders import SENIN_PAGI, make_hasher, make_meja, salin_kantor
from hypothesis import settings

from sooko_desk.app_lingkungan import AKAR
from sooko_desk.data.folder_pengguna import folder_pengguna
from sooko_desk.data.pelindung import pelindung_komputer
from sooko_desk.data.penanda import NAMA_BERKAS
from sooko_desk.domain.waktu import JamTetap

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# How long an example takes is the machine's affair; the benchmarks measure.
settings.register_profile("sooko_desk", deadline=None)
settings.load_profile("sooko_desk")
if sys.platform == "win32":  # the offscreen platform finds no font there by itself
    os.environ.setdefault("QT_QPA_FONTDIR", str(AKAR / "resources" / "fonts"))


class _Catatan(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.baris: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.baris.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session", autouse=True)
def _user_folders_of_its_own(tmp_path_factory):
    """No test, and no program that a test starts, writes into the real user's folders."""
    folder = tmp_path_factory.mktemp("pengguna")
    with pytest.MonkeyPatch.context() as patch:
        for nama in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(nama, str(folder / nama))
        for nama in ("APPDATA", "LOCALAPPDATA"):
            patch.setenv(nama, str(folder / nama))
            patch.setenv(f"WIN_PD_OVERRIDE_{nama.replace('LOCALA', 'LOCAL_A')}", str(folder / nama))
        assert folder_pengguna().is_relative_to(folder)
        folder_pengguna().mkdir(parents=True)
        pelindung_komputer().lindungi(b"")
        yield


@pytest.fixture(scope="module", autouse=True)
def _no_file_has_a_past():
    """As `_no_register_remembered`, before what a file of tests shares is made."""
    (folder_pengguna() / NAMA_BERKAS).unlink(missing_ok=True)


@pytest.fixture(autouse=True)
def _no_register_remembered():
    """Each test begins without a past, and leaves the computer's own key as it was.

    Registers that are copies of one fixture have one office, and were sealed by one key.
    """
    (folder_pengguna() / NAMA_BERKAS).unlink(missing_ok=True)
    semula = {path: path.read_bytes() for path in folder_pengguna().iterdir()}
    yield
    for path, isi in semula.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(isi)


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
    if clock.now() == SENIN_PAGI:
        salin_kantor(tmp_path / "data")
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
