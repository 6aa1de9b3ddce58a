"""The office's logo: checked, made small, and kept in the vault, so that backups have it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sooko_desk.data.brankas import BrankasError
from sooko_desk.services.gambar import susun_logo
from sooko_desk.services.pindaian import read_berkas, sebut_berkas

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.data.brankas import Brankas

_DIINGAT = 8
"""Logos that are kept unpacked from the vault: a receipt must not wait for it."""


@dataclass(frozen=True, slots=True)
class LogoSiap:
    """A logo that lies in the vault, but that the office does not use yet; `isi` is a PNG."""

    sidik: str
    isi: bytes


class LogoKantor:
    """Reads and prepares logos; may run in any thread."""

    def __init__(self, brankas: Brankas) -> None:
        self._brankas = brankas
        self._get = lru_cache(_DIINGAT)(brankas.get)

    def siapkan(self, path: Path) -> LogoSiap:
        """Read a picture, check it, make it small, and put it into the vault.

        A logo that is never saved is taken away at the next start, as scans are.

        Raises:
            UserError: see `pindaian.read_berkas`, `gambar.susun_logo` and `Brankas.simpan`.
        """
        isi = susun_logo(read_berkas(path), sebut_berkas(path.name))
        return LogoSiap(self._brankas.simpan(isi), isi)

    def find(self, sidik: str) -> bytes | None:
        """The PNG of that SHA-256; None = there is none, or its file is lost or damaged.

        A lost logo must hold up no paper; the check of the register tells of it.
        """
        try:
            return self._get(sidik) if sidik else None
        except BrankasError:
            return None
