"""Guard for every change of the Qt version, see the pin in pyproject.toml.

PySide6 6.12.0 under Python 3.10 and 3.11 on Linux loses one reference to None at every Qt call
that returns nothing; after some thousand calls the process dies with "none_dealloc".
"""

from __future__ import annotations

import sys
import tomllib

import PySide6
import pytest
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from sooko_desk.app_lingkungan import AKAR

PIN = "6.11.3"
PANGGILAN = 1000


@pytest.mark.parametrize("nilai", [None, True, False])
def test_calls_into_qt_lose_no_reference(qapp, nilai):
    widget = QWidget()
    sebelum = sys.getrefcount(nilai)
    for _ in range(PANGGILAN):
        widget.setWindowTitle("x")
        widget.isVisible()
        widget.isEnabled()
    # Other code may take or drop a few meanwhile; the fault loses one a call.
    assert sys.getrefcount(nilai) > sebelum - PANGGILAN // 2


def test_the_pinned_version_is_the_one_that_runs():
    proyek = tomllib.loads((AKAR / "pyproject.toml").read_text(encoding="utf-8"))
    pin = {satu for satu in proyek["project"]["dependencies"] if satu.startswith("PySide6")}
    assert pin == {f"PySide6-Essentials=={PIN}", f"PySide6-Addons=={PIN}"}
    assert PySide6.__version__ == PIN
    assert qVersion() == PIN
