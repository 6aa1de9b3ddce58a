"""The start that leads to a restore: what stands in its way, and the window that does it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sooko_desk.app_lingkungan import Lingkungan
    from sooko_desk.data.jurnal import Mundur
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.ui.pemulihan.jendela import JendelaPemulihan


class Pemulih:
    """One per start of the program.

    Args:
        lingkungan: what the program stands on.
        tampilkan: shows a window in place of the one that is there, and lets go of the register.
        mulai: starts the program again.
        gagal: shows a sentence in place of the program.
    """

    def __init__(
        self,
        lingkungan: Lingkungan,
        tampilkan: Callable[[QWidget], None],
        mulai: Callable[[], None],
        gagal: Callable[[str], None],
    ) -> None:
        self._lingkungan = lingkungan
        self._tampilkan = tampilkan
        self._mulai = mulai
        self._gagal = gagal
        self._boleh_baru = False

    def tahan(self) -> bool:
        """Before the register is opened: finish what a cut left; is there a register at all?

        Returns:
            Whether something else is shown in place of the program.
        """
        from sooko_desk.data.pemulihan_tukar import lanjutkan

        try:
            lanjutkan(self._lingkungan.folder_data)
        except UserError as galat:
            self._gagal(str(galat))
            return True
        if self._boleh_baru or not self._is_hilang():
            return False
        from sooko_desk.ui.pemulihan.halaman_hilang import HalamanHilang

        halaman = HalamanHilang()
        halaman.pulihkan.connect(self.buka)
        halaman.coba_lagi.connect(self._mulai)
        halaman.mulai_baru.connect(self._on_mulai_baru)
        self._tampilkan(halaman)
        return True

    def tahan_mundur(self, mundur: Mundur | None) -> bool:
        """Once the register is open: is it the newest state that this computer knows?

        A register that went on without its journal is opened; its light says so.
        """
        if mundur is None or mundur.bercabang:
            return False
        from sooko_desk.ui.pemulihan.halaman_mundur import HalamanMundur
        from sooko_desk.ui.pemulihan.kata import sebut_mundur

        halaman = HalamanMundur(sebut_mundur(mundur))
        halaman.susulkan.connect(partial(self.buka, jurnal=True))
        halaman.pulihkan.connect(self.buka)
        halaman.coba_lagi.connect(self._mulai)
        self._tampilkan(halaman)
        return True

    def buka(self, petugas: Petugas | None = None, *, jurnal: bool = False) -> None:
        """Show the restore in place of whatever is there.

        Args:
            petugas: the Kasi who gave the PIN; None = PIN or code are asked there.
            jurnal: go on with this computer's journal at once.
        """
        jendela = build_jendela(self._lingkungan, petugas)
        jendela.berakhir.connect(self._mulai)
        self._tampilkan(jendela)
        jendela.mulai(jurnal=jurnal)

    def _on_mulai_baru(self) -> None:
        self._boleh_baru = True
        self._mulai()

    def _is_hilang(self) -> bool:
        """Neither register nor key, though this computer remembers one in that folder."""
        from sooko_desk.data.buka import ada_register
        from sooko_desk.data.penanda import find_folder

        folder = self._lingkungan.folder_data
        return not ada_register(folder) and find_folder(folder) is not None


def build_jendela(lingkungan: Lingkungan, petugas: Petugas | None) -> JendelaPemulihan:
    """Make the window of the restore; no register may be open when it begins."""
    from argon2 import PasswordHasher

    from sooko_desk.data.pelindung import pelindung_komputer
    from sooko_desk.services.pemulihan import DuniaPemulihan, PemulihanService
    from sooko_desk.ui.jaga.volume import pembaca_volume
    from sooko_desk.ui.pemulihan.jendela import JendelaPemulihan

    dunia = DuniaPemulihan(
        folder_data=lingkungan.folder_data,
        folder_sop=lingkungan.folder_sop,
        clock=lingkungan.clock,
        pelindung=lingkungan.pelindung or pelindung_komputer(),
        hasher=lingkungan.hasher or PasswordHasher(),
        list_volume=lingkungan.list_volume or pembaca_volume(lingkungan.folder_data),
        detik=lingkungan.detik,
    )
    return JendelaPemulihan(PemulihanService(dunia), petugas)
