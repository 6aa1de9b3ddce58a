"""The seal of a key slot: AES-256-GCM under a key that HKDF-SHA256 makes of a secret and a salt.

Every salt is random and used once, so the nonce may stay the same. The secret must have 112 bits
or more (ASVS 6.5.2), for nothing here is slow on purpose.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BYTE_GARAM = 16
_NONCE = bytes(12)


class SegelError(Exception):
    """Another secret, another purpose, or a damaged seal: they cannot be told apart."""


def new_garam() -> bytes:
    """A salt for one seal."""
    return secrets.token_bytes(BYTE_GARAM)


def segel(rahasia: bytes, garam: bytes, tujuan: bytes, isi: bytes) -> bytes:
    """Seal `isi`; `tujuan` says what for and is bound in."""
    return _sandi(rahasia, garam, tujuan).encrypt(_NONCE, isi, tujuan)


def buka_segel(rahasia: bytes, garam: bytes, tujuan: bytes, isi: bytes) -> bytes:
    """Open a seal. SegelError: see there."""
    try:
        return _sandi(rahasia, garam, tujuan).decrypt(_NONCE, isi, tujuan)
    except InvalidTag as galat:
        raise SegelError from galat


def _sandi(rahasia: bytes, garam: bytes, tujuan: bytes) -> AESGCM:
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=garam, info=tujuan).derive(rahasia))
