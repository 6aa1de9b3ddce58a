"""Keeps what is typed on disk while it is typed, without a key ever waiting for the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from sooko_desk.domain.errors import OfficerError

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.konsep import KonsepLangkah, KonsepService, TempatLangkah
    from sooko_desk.services.penerimaan import FormPenerimaan

# Together: on disk within a second of the last key, also when the keys never pause.
JEDA_MS = 400
BATAS_MS = 900
JEDA_ULANG_MS = 5000
LAMA_TUNGGU_MS = 2000


class _Sinyal(QObject):
    """News from the worker; outlives the keeper when the worker is late."""

    tercatat = Signal()
    gagal = Signal(str)


class _Tulis(QRunnable):
    def __init__(self, sinyal: _Sinyal, konsep: KonsepService) -> None:
        super().__init__()
        self._sinyal = sinyal
        self._konsep = konsep

    def run(self) -> None:
        try:
            self._konsep.tulis()
        except OfficerError as salah:
            self._sinyal.gagal.emit(str(salah))
        else:
            self._sinyal.tercatat.emit()


class PenyimpanKonsep(QObject):
    """Writes the drafts of one window behind the typing. Call `tunggu` before it goes.

    Signals:
        tercatat(): everything that was typed before the write began is on disk.
        gagal(str): the sentence for the officer; once until a write succeeds again. The write is
            tried again by itself.
    """

    tercatat = Signal()
    gagal = Signal(str)

    def __init__(self, konsep: KonsepService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._konsep = konsep
        self._diberitahu = False
        # Its own thread: a printer that hangs may hold those of the program's pool.
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._sinyal = _Sinyal()
        self._sinyal.tercatat.connect(self._on_sinyal_tercatat)
        self._sinyal.gagal.connect(self._on_sinyal_gagal)
        self._jeda = self._build_timer()
        self._batas = self._build_timer()

    def catat(self, form: FormPenerimaan, petugas: Petugas) -> None:
        """The form on the screen changed; cheap enough for every key."""
        self._konsep.simpan_penerimaan(form, petugas)
        self._tulis_nanti()

    def hapus(self) -> None:
        """The form on the screen was saved or thrown away; its draft goes now."""
        self._konsep.hapus_penerimaan()
        self._tulis()

    def catat_langkah(self, tempat: TempatLangkah, konsep: KonsepLangkah, petugas: Petugas) -> None:
        """The form of a step changed; cheap enough for every key."""
        self._konsep.simpan_langkah(tempat, konsep, petugas)
        self._tulis_nanti()

    def hapus_langkah(self, permohonan_id: int) -> None:
        """A step of this case was recorded; its drafts go now."""
        self._konsep.hapus_langkah(permohonan_id)
        self._tulis()

    def parkir(self, form: FormPenerimaan, petugas: Petugas) -> str:
        """Put the form on the screen aside, on disk at once; see `KonsepService.parkir`."""
        kunci = self._konsep.parkir(form, petugas)
        self._tulis()
        return kunci

    def ambil_parkir(self, kunci: str, petugas: Petugas) -> FormPenerimaan:
        """Take a parked form to the screen; see `KonsepService.ambil_parkir`."""
        form = self._konsep.ambil_parkir(kunci, petugas)
        self._tulis()
        return form

    def tunggu(self, batas_ms: int = LAMA_TUNGGU_MS) -> bool:
        """Write now what waits, and wait for it.

        Args:
            batas_ms: how long to wait at most, in milliseconds.

        Returns:
            Whether everything is on disk.
        """
        self._tulis()
        return self._pool.waitForDone(batas_ms) and not self._konsep.is_tertunda

    def _tulis_nanti(self) -> None:
        self._jeda.start(JEDA_MS)
        if not self._batas.isActive():
            self._batas.start(BATAS_MS)

    def _tulis(self) -> None:
        self._jeda.stop()
        self._batas.stop()
        if self._konsep.is_tertunda:
            self._pool.start(_Tulis(self._sinyal, self._konsep))

    def _build_timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)  # the coarse one may be 5 % late
        timer.timeout.connect(self._tulis)
        return timer

    def _on_sinyal_tercatat(self) -> None:
        self._diberitahu = False
        self.tercatat.emit()

    def _on_sinyal_gagal(self, kalimat: str) -> None:
        if not self._jeda.isActive():
            self._jeda.start(JEDA_ULANG_MS)
        if not self._diberitahu:
            self._diberitahu = True
            self.gagal.emit(kalimat)
