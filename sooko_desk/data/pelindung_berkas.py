"""The protector where there is no DPAPI: a random secret in the user's own folder.

It guards against the data folder being carried off, as on a stick; not against whoever reads the
user's files.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from itertools import count
from typing import TYPE_CHECKING

from sooko_desk.data.kunci_segel import BYTE_GARAM, SegelError, buka_segel, new_garam, segel
from sooko_desk.data.pelindung import TUJUAN, PelindungError

if TYPE_CHECKING:
    from pathlib import Path

NAMA_BERKAS = "pelindung.bin"
_BYTE = 32


class PelindungBerkas:
    """Seals under the secret in `folder`/pelindung.bin, which is made at the first sealing."""

    cara = "berkas"

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAMA_BERKAS

    def lindungi(self, isi: bytes) -> bytes:
        """Seal; a damaged secret is put aside (never deleted) and a new one made.

        Raises:
            PelindungError: the folder cannot be made or written.
        """
        garam = new_garam()
        try:
            return garam + segel(self._ambil_rahasia(), garam, TUJUAN, isi)
        except OSError as galat:
            raise PelindungError(str(galat)) from galat

    def buka(self, isi: bytes) -> bytes:
        """Open.

        Raises:
            PelindungError: the secret is gone or another one, or the seal is damaged.
        """
        garam, segelan = isi[:BYTE_GARAM], isi[BYTE_GARAM:]
        try:
            return buka_segel(self._path.read_bytes(), garam, TUJUAN, segelan)
        except (OSError, SegelError) as galat:
            raise PelindungError(str(galat)) from galat

    def _ambil_rahasia(self) -> bytes:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            rahasia = self._path.read_bytes()
            if len(rahasia) == _BYTE:
                return rahasia
            self._sisihkan()
        with open(self._path, "xb", opener=_buka_sendiri) as berkas:
            berkas.write(secrets.token_bytes(_BYTE))
            berkas.flush()
            os.fsync(berkas.fileno())
        return self._path.read_bytes()

    def _sisihkan(self) -> None:
        calon = (self._path.with_name(f"pelindung.rusak-{nomor}.bin") for nomor in count(1))
        self._path.replace(next(path for path in calon if not path.exists()))


def _buka_sendiri(path: str, cara: int) -> int:
    return os.open(path, cara, 0o600)
