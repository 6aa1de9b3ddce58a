"""Where half-done steps are kept: while the program runs, or on disk as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.konsep import KonsepLangkah, KonsepService, TempatLangkah
    from sooko_desk.ui.penyimpan_konsep import PenyimpanKonsep


class SimpananLangkah(Protocol):
    """Keeps what is typed for a step until the step is recorded."""

    def find(self, tempat: TempatLangkah) -> KonsepLangkah | None:
        """What was left there; None = nothing."""
        ...

    def simpan(self, tempat: TempatLangkah, konsep: KonsepLangkah, petugas: Petugas) -> None:
        """Keep the form as it stands now; called at every key."""
        ...

    def hapus(self, permohonan_id: int) -> None:
        """A step of this case was recorded."""
        ...


class SimpananMemori:
    """Keeps drafts while the program runs; for a panel on its own."""

    def __init__(self) -> None:
        self._isi: dict[TempatLangkah, KonsepLangkah] = {}

    def find(self, tempat: TempatLangkah) -> KonsepLangkah | None:
        """What was left there; None = nothing."""
        return self._isi.get(tempat)

    def simpan(self, tempat: TempatLangkah, konsep: KonsepLangkah, petugas: Petugas) -> None:
        """Keep the form as it stands now."""
        del petugas
        self._isi[tempat] = konsep

    def hapus(self, permohonan_id: int) -> None:
        """A step of this case was recorded."""
        self._isi = {t: k for t, k in self._isi.items() if t.permohonan_id != permohonan_id}


class SimpananDisk:
    """Keeps drafts in the encrypted file beside the register; read from memory."""

    def __init__(self, konsep: KonsepService, penyimpan: PenyimpanKonsep) -> None:
        self._konsep = konsep
        self._penyimpan = penyimpan

    def find(self, tempat: TempatLangkah) -> KonsepLangkah | None:
        """What was left there; None = nothing."""
        return self._konsep.find_langkah(tempat)

    def simpan(self, tempat: TempatLangkah, konsep: KonsepLangkah, petugas: Petugas) -> None:
        """Keep the form as it stands now."""
        self._penyimpan.catat_langkah(tempat, konsep, petugas)

    def hapus(self, permohonan_id: int) -> None:
        """A step of this case was recorded."""
        self._penyimpan.hapus_langkah(permohonan_id)
