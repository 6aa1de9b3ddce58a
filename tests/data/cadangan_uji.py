"""An open register with scans, and the material of a backup of it."""

from __future__ import annotations

import shutil
import uuid
from io import BytesIO

from builders import SENIN_PAGI
from PIL import Image

from sooko_desk.data.brankas import open_brankas
from sooko_desk.data.cadangan import Bahan

HALAMAN = 4096
SAAT = "000001-2026-11-23-090500"
BERTIGA = [f"daftar-{SAAT}.json", f"kunci-{SAAT}.json", f"register-{SAAT}.db"]
"""What a backup of SENIN_PAGI holds besides scans."""


def gambar(warna):
    wadah = BytesIO()
    Image.new("RGB", (40, 60), warna).save(wadah, "PNG")
    return wadah.getvalue()


def tambah_pindaian(kantor, permohonan, *warna):
    """Scans of these colours on a case; returns their SHA-256."""
    return [
        kantor.meja.lampiran.tambah_isi(
            uuid.uuid4().hex, permohonan, "", f"{satu}.png", gambar(satu), kantor.operator
        ).sidik
        for satu in warna
    ]


def siapkan_bahan(kantor, folder, saat=SENIN_PAGI, **ganti):
    """What a backup of the register that is open in `folder` is made of."""
    ganti.setdefault("jejak", kantor.store.terbuka.baca_jejak())
    ganti.setdefault("kantor", kantor.store.kunci.kantor)
    salinan = kantor.store.terbuka.siapkan_salin()()
    return Bahan(salinan, open_brankas(folder, kantor.store.kunci.kunci).get, saat, **ganti)


def tempat(folder, sidik):
    return folder / "lampiran" / sidik[:2] / f"{sidik}.bin"


def balik_bit(path, tempat_byte=100):
    isi = bytearray(path.read_bytes())
    isi[tempat_byte] ^= 1
    path.write_bytes(isi)


def pulihkan(cadangan, folder):
    """Put a backup into an empty data folder, as its reader would by hand."""
    folder.mkdir()
    shutil.copy(cadangan.register, folder / "register.db")
    shutil.copy(cadangan.kunci, folder / "kunci.json")
    shutil.copytree(cadangan.folder / "lampiran", folder / "lampiran")


def list_nama(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def nama_pindaian(*sidik):
    return sorted(f"lampiran/{satu[:2]}/{satu}.bin" for satu in sidik)
