"""Something while it is edited: every act gives a new state, and every act can be undone.

Knows nothing of Qt and stores nothing.
"""

from __future__ import annotations

from typing import Generic, TypeVar

Isi = TypeVar("Isi")
Tempat = TypeVar("Tempat")


class Urungan(Generic[Isi, Tempat]):
    """The state, and what it was before each act with the place where the act was done."""

    def __init__(self, isi: Isi) -> None:
        self._isi = isi
        self._lama: list[tuple[Isi, Tempat]] = []
        self._tanda = ""

    @property
    def isi(self) -> Isi:
        """The state as it is now."""
        return self._isi

    @property
    def bisa_urung(self) -> bool:
        """Whether there is an act to take back."""
        return bool(self._lama)

    def _taruh(self, isi: Isi, tempat: Tempat, tanda: str = "") -> None:
        """Do an act; those in a row with the same mark, such as letters in a field, are one."""
        if not tanda or tanda != self._tanda:
            self._lama.append((self._isi, tempat))
        self._tanda = tanda
        self._isi = isi

    def _tarik(self) -> Tempat:
        """Take the last act back; returns where it was done.

        Raises:
            IndexError: there is none, see `bisa_urung`.
        """
        self._isi, tempat = self._lama.pop()
        self._tanda = ""
        return tempat
