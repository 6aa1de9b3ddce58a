"""NIK and No KK of the open case in full for some seconds, each time written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kit.layar_rahasia import rahasiakan_layar
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.catatan_kantor import CatatanKantorService
    from sooko_desk.ui.fakta import Fakta

LAMA_MS = 20_000
KUNCI = "Ctrl+Shift+N"


class PembukaNomor(QObject):
    """Belongs to the page that shows one case at a time.

    The numbers are masked again after `LAMA_MS`, at another press, with another case, and when
    the page goes out of sight: another tab, a minimised window, a dialog or the lock before it.
    They stay while the officer types them in the browser beside.

    Args:
        catatan: keeps the trail; what cannot be written down is not shown.
        fakta: shows the numbers, and has the button.
        halaman: the page.
        find_terbuka: id of the case that is shown.

    Signals:
        samar_berubah(bool): masked now, or in full.
        ditolak(str): a sentence for the officer.
    """

    samar_berubah = Signal(bool)
    ditolak = Signal(str)

    def __init__(
        self,
        catatan: CatatanKantorService,
        fakta: Fakta,
        halaman: QWidget,
        find_terbuka: Callable[[], int | None],
    ) -> None:
        super().__init__(halaman)
        self._catatan = catatan
        self._halaman = halaman
        self._find_terbuka = find_terbuka
        self._petugas: Petugas | None = None
        self._waktu = QTimer(self)
        self._waktu.setSingleShot(True)
        self._waktu.setInterval(LAMA_MS)
        self._waktu.timeout.connect(self.tutup)
        self._jendela: QWidget | None = None
        self.samar_berubah.connect(fakta.set_samar)
        fakta.mata.clicked.connect(self.balik)
        fakta.diganti.connect(self.tutup)
        pasang_pintasan(halaman, {KUNCI: self.balik}, DI_BAGIAN)
        halaman.installEventFilter(self)

    @property
    def terbuka(self) -> bool:
        """Whether the numbers stand there in full."""
        return self._waktu.isActive()

    def set_petugas(self, petugas: Petugas) -> None:
        """Another officer works now."""
        self.tutup()
        self._petugas = petugas

    def balik(self) -> None:
        """Show the numbers, or mask them again."""
        if self.terbuka:
            self.tutup()
            return
        permohonan_id = self._find_terbuka()
        if permohonan_id is None or self._petugas is None:
            return
        try:
            self._catatan.catat_dibuka(permohonan_id, self._petugas)
        except OfficerError as galat:
            self.ditolak.emit(str(galat))
            return
        self._waktu.start()
        self._jendela = self._halaman.window()
        rahasiakan_layar(self._jendela, rahasia=True)
        self.samar_berubah.emit(False)

    def tutup(self) -> None:
        """Mask the numbers, if they are not."""
        self._waktu.stop()
        if self._jendela is not None:
            self.samar_berubah.emit(True)
            rahasiakan_layar(self._jendela, rahasia=False)
            self._jendela = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page went out of sight, or behind a dialog."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.WindowBlocked):
            self.tutup()
        return super().eventFilter(watched, event)
