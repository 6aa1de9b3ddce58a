"""The key of the open register, and its file, while the program runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.data.kunci import is_milik, save_kunci
from sooko_desk.data.kunci_berkas import IsiKunci, read_berkas
from sooko_desk.data.pelindung import PelindungSesaat
from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.data.kunci import KunciData
    from sooko_desk.data.kunci_berkas import SlotKertas
    from sooko_desk.data.pelindung import Pelindung


class BerkasKunci:
    """One office's key file. The program alone holds the register, so what it knows is right.

    Attributes:
        kunci: the key as it is now.
    """

    def __init__(self, path: Path, kunci: KunciData, pelindung: Pelindung) -> None:
        """Take over an opened key."""
        self._path = path
        self._pelindung = pelindung
        self.kunci = kunci

    @property
    def sesaat(self) -> bool:
        """The key dies with the program: a demonstration or a rig."""
        return self._pelindung.cara == PelindungSesaat.cara

    def simpan(self, kunci: KunciData) -> None:
        """Write the file anew with this key, sealed for this computer.

        Raises:
            UserError: see `kunci.save_kunci`; nothing is changed then.
        """
        save_kunci(self._path, kunci, self._pelindung)
        self.kunci = kunci

    def pasang_kertas(self, kertas: SlotKertas) -> None:
        """Let this paper open the key from now on, and no older one. UserError: see `simpan`."""
        self.simpan(replace(self.kunci, kertas=kertas))

    def baca(self) -> bytes:
        """The file's content, for a backup; a file that got lost or damaged is written again.

        Raises:
            UserError: it cannot be written.
        """
        if not self._utuh():
            self.simpan(self.kunci)
        return self._path.read_bytes()

    def _utuh(self) -> bool:
        try:
            isi = read_berkas(self._path)
        except UserError:
            return False
        return (
            isinstance(isi, IsiKunci)
            and is_milik(isi, self.kunci.kunci)
            and isi.kertas == self.kunci.kertas
        )
