"""What protects a key on this computer: the system's own means, so that no officer types it.

A protector is the lock of the key file's *computer* slot. It may fail at any time (another
account, another PC, Windows set up anew): then the paper slot opens (`kunci.buka_dengan_kode`).
"""

from __future__ import annotations

import secrets
import sys
from typing import Protocol

from sooko_desk.data.folder_pengguna import folder_pengguna

TUJUAN = b"sooko-desk slot komputer 1"
"""Bound into what every protector seals, so that nothing else it ever sealed can be put there."""


class PelindungError(Exception):
    """The protector cannot seal or open; the text is for the record, not for the officer."""


class Pelindung(Protocol):
    """Seals a key so that only this computer (or this Windows account) opens it."""

    @property
    def cara(self) -> str:
        """Its kind, as the key file says."""
        ...

    def lindungi(self, isi: bytes) -> bytes:
        """Seal. PelindungError: the system refuses."""
        ...

    def buka(self, isi: bytes) -> bytes:
        """Open what `lindungi` gave. PelindungError: it was sealed elsewhere, or is damaged."""
        ...


class PelindungSesaat:
    """Keeps the keys in memory: for the demonstration, whose register dies with it."""

    cara = "sesaat"

    def __init__(self) -> None:
        self._isi: dict[bytes, bytes] = {}

    def lindungi(self, isi: bytes) -> bytes:
        """Remember under a random name."""
        nama = secrets.token_bytes(16)
        self._isi[nama] = isi
        return nama

    def buka(self, isi: bytes) -> bytes:
        """Recall. PelindungError: another one sealed it."""
        try:
            return self._isi[isi]
        except KeyError as galat:
            raise PelindungError("not sealed by this process") from galat


def pelindung_komputer() -> Pelindung:
    """The protector of this computer: the Windows account, elsewhere a file of the user."""
    pelindung: Pelindung
    if sys.platform == "win32":
        from sooko_desk.data.pelindung_dpapi import PelindungDpapi

        pelindung = PelindungDpapi()
    else:
        from sooko_desk.data.pelindung_berkas import PelindungBerkas

        pelindung = PelindungBerkas(folder_pengguna())
    return pelindung
