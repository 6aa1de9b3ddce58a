"""The process is killed at any moment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from daya.bunuh import HasilBunuh
from daya.ukuran import banyak, sebut

TESTS = Path(__file__).parents[1]


def test_nothing_that_was_reported_is_lost_with_the_process(ruang):
    perintah = [sys.executable, "-m", "daya.bunuh", str(ruang), str(banyak(50, 2000)), "1"]
    jalur = os.pathsep.join(map(str, (TESTS.parent, TESTS)))
    keluar = subprocess.run(
        perintah,
        env=os.environ | {"PYTHONPATH": jalur},
        cwd=ruang,
        capture_output=True,
        text=True,
        check=True,
    )
    hasil = HasilBunuh(**json.loads(keluar.stdout))
    sebut("kill -9", hasil)
    assert hasil.putaran == banyak(50, 2000)
    assert hasil.lapor > hasil.putaran
    assert (hasil.hilang, hasil.rusak, hasil.cela) == (0, 0, [])
