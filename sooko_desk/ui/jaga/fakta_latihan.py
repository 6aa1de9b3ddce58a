"""The line that tells when a restore was last practised, and reminds the Kasi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.theme import Nada, set_style_state

if TYPE_CHECKING:
    from sooko_desk.services.cadangan_latihan import LatihanPemulihanService
    from sooko_desk.ui.jaga.latar import CadanganLatar


class FaktaLatihan(QLabel):
    """A line; more only where something is wrong.

    Args:
        service: knows the practices.
        latar: knows who is at work, and tells when one was done in the background.
    """

    def __init__(self, service: LatihanPemulihanService, latar: CadanganLatar) -> None:
        super().__init__()
        self.setWordWrap(True)
        self._service = service
        self._latar = latar
        latar.berubah.connect(self.segarkan)
        self.segarkan()

    def segarkan(self) -> None:
        """Tell it as it is now."""
        try:
            nada = Nada.NETRAL if self._service.berhasil else Nada.BAHAYA
            kalimat = self._service.sebut_terakhir()
        except OfficerError as galat:
            nada, kalimat = Nada.BAHAYA, str(galat)
        set_style_state(self, "nada", str(nada))
        self.setText(" ".join(filter(None, (kalimat, self._latar.pengingat()))))
