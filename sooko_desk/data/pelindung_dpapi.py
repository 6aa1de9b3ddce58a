"""The protector of Windows: DPAPI in user scope, by ctypes. Only this Windows account opens it."""

from __future__ import annotations

import ctypes
import sys
from ctypes import wintypes
from typing import TYPE_CHECKING, ClassVar

from sooko_desk.data.pelindung import TUJUAN, PelindungError

assert sys.platform == "win32"

if TYPE_CHECKING:
    from collections.abc import Callable

_TANPA_LAYAR = 0x1
"""CRYPTPROTECT_UI_FORBIDDEN: never ask the officer anything."""


_Byte = ctypes.POINTER(ctypes.c_char)


class _Blob(ctypes.Structure):
    """DATA_BLOB."""

    _fields_: ClassVar = [("banyak", wintypes.DWORD), ("isi", _Byte)]


class PelindungDpapi:
    """Seals with CryptProtectData, bound to this program by its entropy."""

    cara = "dpapi"

    def __init__(self) -> None:
        crypt32 = ctypes.WinDLL("crypt32", use_last_error=True)
        kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
        penunjuk = ctypes.POINTER(_Blob)
        self._segel = crypt32.CryptProtectData
        self._lepas = crypt32.CryptUnprotectData
        for fungsi, tipe_uraian in (
            (self._segel, wintypes.LPCWSTR),
            (self._lepas, ctypes.c_void_p),
        ):
            fungsi.argtypes = (
                penunjuk,
                tipe_uraian,
                penunjuk,
                ctypes.c_void_p,
                ctypes.c_void_p,
                wintypes.DWORD,
                penunjuk,
            )
            fungsi.restype = wintypes.BOOL
        self._bebaskan = kernel32.LocalFree
        self._bebaskan.argtypes = (ctypes.c_void_p,)
        self._bebaskan.restype = ctypes.c_void_p

    def lindungi(self, isi: bytes) -> bytes:
        """Seal for this Windows account. PelindungError: Windows refuses."""
        return self._panggil(self._segel, isi)

    def buka(self, isi: bytes) -> bytes:
        """Open. PelindungError: another account or PC sealed it, or it is damaged."""
        return self._panggil(self._lepas, isi)

    def _panggil(self, fungsi: Callable[..., int], isi: bytes) -> bytes:
        hasil = _Blob()
        masuk, entropi = _blob(isi), _blob(TUJUAN)
        jadi = fungsi(
            ctypes.byref(masuk), None, ctypes.byref(entropi), None, None, _TANPA_LAYAR,
            ctypes.byref(hasil),
        )  # fmt: skip
        if not jadi:
            raise PelindungError(f"DPAPI error {ctypes.get_last_error()}")
        try:
            return ctypes.string_at(hasil.isi, hasil.banyak)
        finally:
            self._bebaskan(hasil.isi)


def _blob(isi: bytes) -> _Blob:
    """A DATA_BLOB over a copy; ctypes keeps the copy alive as long as the pointer."""
    return _Blob(len(isi), ctypes.cast(ctypes.create_string_buffer(isi, len(isi)), _Byte))
