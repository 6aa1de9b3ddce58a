"""Saving a document as a file that is either whole or not there."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

_WIN_DISK_FULL = (39, 112)
_WIN_IN_USE = (32, 33)


def simpan_berkas(isi: bytes, tujuan: Path, akhiran: str) -> Path:
    """Write the document beside its place first, then put it there in one step.

    Args:
        isi: the whole document.
        tujuan: the file that the officer chose.
        akhiran: ending of the name, e.g. ".pdf"; added where it is missing.

    Returns:
        The path as saved.

    Raises:
        UserError: nothing was saved, an older file of that name is untouched.
    """
    if tujuan.suffix.lower() != akhiran:
        tujuan = tujuan.with_name(f"{tujuan.name}{akhiran}")
    sementara = tujuan.with_name(f"{tujuan.name}.part")
    try:
        _write_through(sementara, isi)
        sementara.replace(tujuan)
    except OSError as salah:
        _remove(sementara)
        raise UserError(_sentence(salah, tujuan)) from salah
    return tujuan


def _write_through(path: Path, isi: bytes) -> None:
    with path.open("wb") as berkas:
        berkas.write(isi)
        berkas.flush()
        # A USB stick may be pulled out right after the message "Tersimpan".
        os.fsync(berkas.fileno())


def _remove(sementara: Path) -> None:
    try:
        sementara.unlink(missing_ok=True)
    except OSError:
        # The disk that refused the file may refuse this too; the first reason is the one to tell.
        return


def _sentence(salah: OSError, tujuan: Path) -> str:
    kode_windows = getattr(salah, "winerror", None)
    if salah.errno == errno.ENOSPC or kode_windows in _WIN_DISK_FULL:
        return (
            f"Belum tersimpan: tempat penyimpanan di “{tujuan.parent}” penuh. "
            "Kosongkan sebagian atau pilih tempat lain, lalu simpan lagi."
        )
    if kode_windows in _WIN_IN_USE or (kode_windows is not None and tujuan.is_file()):
        return (
            f"Belum tersimpan: “{tujuan.name}” sedang dibuka program lain. "
            "Tutup dulu berkas itu, lalu simpan lagi."
        )
    if tujuan.is_dir():
        return (
            f"Belum tersimpan: “{tujuan.name}” sudah dipakai sebagai nama folder. "
            "Pilih nama lain, lalu simpan lagi."
        )
    if not tujuan.parent.is_dir():
        return (
            f"Belum tersimpan: folder “{tujuan.parent}” tidak ada lagi. "
            "Pasang kembali flashdisk-nya atau pilih folder lain, lalu simpan lagi."
        )
    return (
        f"Belum tersimpan: folder “{tujuan.parent}” tidak dapat ditulisi. "
        "Pilih folder lain, lalu simpan lagi."
    )
