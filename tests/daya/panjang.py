"""The long form of all measures of this folder: `python tests/daya/panjang.py`. Takes hours.

20,000 power cuts, 2,000 kills, a fault at every I/O call of every kind of act, 1,000 flipped bits,
every backup cut at every 4 KiB, 100,000 acts, 10,000 hostile texts. Prints the figures of each.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from ukuran import PANJANG

DI_SINI = Path(__file__).resolve().parent


def main() -> int:
    """Run it all; returns pytest's exit code. Further arguments go to pytest, e.g. "-k padam"."""
    perintah = [sys.executable, "-m", "pytest", str(DI_SINI), "-s", "-q", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*perintah, *sys.argv[1:]],
        cwd=DI_SINI.parents[1],
        env=os.environ | {PANJANG: "1"},
        check=False,
    ).returncode


if __name__ == "__main__":
    raise SystemExit(main())
