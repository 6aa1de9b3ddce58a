"""A spreadsheet of ours as rows of texts."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def baca_lembar(isi: bytes, nomor: int) -> list[list[str]]:
    """Every row of a sheet (from 1)."""
    arsip = zipfile.ZipFile(io.BytesIO(isi))
    kata = [
        "".join(t.text or "" for t in si.iter(f"{NS}t"))
        for si in ET.fromstring(arsip.read("xl/sharedStrings.xml")).iter(f"{NS}si")
    ]
    lembar = ET.fromstring(arsip.read(f"xl/worksheets/sheet{nomor}.xml"))
    return [
        [kata[int(c.find(f"{NS}v").text)] for c in row.iter(f"{NS}c") if len(c)]
        for row in lembar.iter(f"{NS}row")
    ]
