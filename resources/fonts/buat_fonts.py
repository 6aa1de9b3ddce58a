"""Make the three font files of this folder from Debian's Noto Sans (see README.md).

Usage: ``python buat_fonts.py FOLDER`` where FOLDER holds the unpacked NotoSans-*.ttf,
NotoSansMath-Regular.ttf and NotoSansSymbols2-Regular.ttf. Needs fonttools.
"""
# ruff: noqa: INP001

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger  # type: ignore[import-untyped]
from fontTools.subset import main as pyftsubset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

WEIGHTS = ("Regular", "SemiBold", "Bold")
LATIN = (
    "U+0020-007E,U+00A0-024F,U+02BB-02BC,U+02C6-02DD,U+0300-0341,U+1E00-1EFF,"
    "U+2010-2027,U+202F-203A,U+2044,U+20AC,U+2116,U+2122,U+2212,U+FFFD"
)
ARROWS = "U+2190-2193"
MARKS = "U+2610-2612,U+2702,U+2713,U+2717"
PLAIN = ["--layout-features=", "--drop-tables+=GSUB,GPOS,GDEF,MATH", "--no-hinting"]
METRICS = {
    "hhea": ("ascent", "descent", "lineGap"),
    "OS/2": (
        "sTypoAscender",
        "sTypoDescender",
        "sTypoLineGap",
        "usWinAscent",
        "usWinDescent",
        "sxHeight",
        "sCapHeight",
    ),
    "head": ("flags", "created", "modified"),
}


def _subset(source: Path, unicodes: str, target: Path, *options: str) -> Path:
    pyftsubset([str(source), f"--unicodes={unicodes}", *options, f"--output-file={target}"])
    return target


def _make(weight: str, source: Path, work: Path, target: Path) -> None:
    latin = _subset(
        source / f"NotoSans-{weight}.ttf",
        LATIN,
        work / f"{weight}.ttf",
        "--layout-features=kern,mark,mkmk,ccmp,locl",
        "--notdef-outline",
        "--name-IDs=0,1,2,3,4,5,6,13,14,16,17",
    )
    arrows = _subset(source / "NotoSansMath-Regular.ttf", ARROWS, work / "a.ttf", *PLAIN)
    marks = _subset(source / "NotoSansSymbols2-Regular.ttf", MARKS, work / "m.ttf", *PLAIN)
    merged = Merger().merge([str(latin), str(arrows), str(marks)])
    # The merger takes the tallest metrics of all sources; lines would stand too far apart.
    original = TTFont(latin, recalcTimestamp=False)
    for table, fields in METRICS.items():
        for field in fields:
            setattr(merged[table], field, getattr(original[table], field))
    merged["name"].names = original["name"].names
    merged.recalcTimestamp = False
    merged.save(target / f"NotoSans-{weight}.ttf")


def main() -> None:
    """Write one file a weight beside this script."""
    target = Path(__file__).parent
    with tempfile.TemporaryDirectory() as work:
        for weight in WEIGHTS:
            _make(weight, Path(sys.argv[1]), Path(work), target)


if __name__ == "__main__":
    main()
