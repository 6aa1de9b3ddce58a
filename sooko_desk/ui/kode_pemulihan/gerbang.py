"""Between signing in and work, on the first day: the Kasi puts the recovery code on paper."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.domain.sop import Peran
from sooko_desk.ui.kode_pemulihan.panel import PanelKode
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kunci_kertas import KodeBaru, KunciKertasService
    from sooko_desk.ui.kit.spanduk import Spanduk
    from sooko_desk.ui.pencetak import Pencetak

BELUM_ADA = (
    "Kode pemulihan belum ada di kertas, jadi permohonan belum dapat disimpan. Kasi masuk dulu "
    "(F12) untuk mencetaknya."
)
DITUNDA = (
    "Kode pemulihan belum ada di kertas, jadi permohonan belum dapat disimpan. Buat kodenya dari "
    "Pemeriksaan dan cadangan (Ctrl+I)."
)


class GerbangKode(QObject):
    """Shows the ceremony in the main window until it is done or put off.

    Signals:
        lewat(object): the `Petugas` goes on to work.
    """

    lewat = Signal(object)

    def __init__(
        self, service: KunciKertasService, pencetak: Pencetak, tumpuk: QStackedWidget
    ) -> None:
        super().__init__(tumpuk)
        self._service = service
        self._pencetak = pencetak
        self._tumpuk = tumpuk
        self._petugas: Petugas | None = None
        self._ditegur: tuple[Petugas, Spanduk] | None = None

    @cached_property
    def panel(self) -> PanelKode:
        """The page, built on the one day that needs it."""
        panel = PanelKode(self._service, self._cetak)
        panel.selesai.connect(self._on_panel_berakhir)
        panel.ditunda.connect(self._on_panel_berakhir)
        self._tumpuk.addWidget(panel)
        return panel

    def tahan(self, petugas: Petugas) -> bool:
        """Show the ceremony to a Kasi who signed in while there is no paper; False = not needed."""
        if self._service.siap or petugas.peran is not Peran.KASI:
            return False
        self._petugas = petugas
        self._tumpuk.setCurrentWidget(self.panel)
        self.panel.mulai(petugas)
        return True

    def tegur(self, petugas: Petugas, spanduk: Spanduk) -> None:
        """Tell an officer at work that there is no paper, until there is one."""
        self._ditegur = petugas, spanduk
        if not self._service.siap:
            kalimat = DITUNDA if petugas.peran is Peran.KASI else BELUM_ADA
            spanduk.tampilkan(Nada.PERINGATAN, kalimat)
        elif spanduk.teks in (DITUNDA, BELUM_ADA):
            spanduk.sembunyikan()

    def segarkan(self) -> None:
        """Something changed: there may be a paper now."""
        if self._ditegur is not None and self._service.siap:
            self.tegur(*self._ditegur)

    def _cetak(self, kode: KodeBaru) -> bool:
        assert self._petugas is not None
        return self._pencetak.buka_kode(kode, self._petugas, self._tumpuk)

    def _on_panel_berakhir(self) -> None:
        petugas, self._petugas = self._petugas, None
        self.lewat.emit(petugas)
