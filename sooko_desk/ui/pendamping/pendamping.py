"""The companion as the main window knows it: opens the strip, locks it, and ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.pendamping import ISIAN_REFERENSI, find_referensi, susun_daftar
from sooko_desk.ui.pendamping.jaga_salinan import JagaSalinan
from sooko_desk.ui.pendamping.jendela import JendelaPendamping, KerjaSalin, TugasSalin
from sooko_desk.ui.pendamping.papan_klip import PenjagaPapanKlip
from sooko_desk.ui.pendamping.tombol_global import build_tombol_global

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.domain.sop import Langkah
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.pendamping import PendampingService
    from sooko_desk.ui.cetak.dunia_cetak import Setelan
    from sooko_desk.ui.pendamping.tombol_global import TombolGlobal

TIDAK_PERLU = "Langkah ini tidak mengetik data di SIAK."


class Pendamping(QObject):
    """One per program.

    Args:
        service: how long a value stays on the clipboard.
        setelan: remembers place and key of the strip.
        clock: tells the day.
        tombol: the key that works inside SIAK; None = what this computer has.
        parent: the main window.

    Attributes:
        penjaga: the clipboard's guard, for any other copy of a protected number too.

    Signals:
        selesai(int, str): SIAK is done with this case; put the reference ("" = none is asked for)
            into its field and record the step. Then `tutup`, or `tolak` with the reason.
    """

    selesai = Signal(int, str)

    def __init__(
        self,
        service: PendampingService,
        setelan: Setelan,
        clock: Clock,
        tombol: TombolGlobal | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._setelan = setelan
        self._clock = clock
        self._tombol = tombol or build_tombol_global()
        self._jendela: JendelaPendamping | None = None
        self._kerja: dict[tuple[int, str], KerjaSalin] = {}
        self._langkah_id = ""
        self.penjaga = PenjagaPapanKlip(lambda: service.detik, parent=self)
        JagaSalinan(self.penjaga, self)

    @property
    def jendela(self) -> JendelaPendamping:
        """The strip, made on first use."""
        if self._jendela is None:
            self._jendela = JendelaPendamping(self.penjaga, self._setelan, self._tombol)
            self._jendela.selesai.connect(self.selesai)
        return self._jendela

    @property
    def permohonan_id(self) -> int | None:
        """Id of the case in the strip; None = the strip is closed."""
        if self._jendela is None or not self._jendela.isVisible():
            return None
        return self._jendela.permohonan_id

    def buka(self, langkah: Langkah, permohonan: Permohonan, nilai: Mapping[str, str]) -> str:
        """Show the values of a step; pressed again for the same one it takes the keyboard.

        Args:
            langkah: the step that is shown.
            permohonan: the case that is shown.
            nilai: its fields as they stand in the form, by id.

        Returns:
            "" or, where the step has nothing for SIAK, a sentence for the officer.
        """
        tugas = self._susun(langkah, permohonan, nilai)
        if not tugas.daftar:
            return TIDAK_PERLU
        if self._is_tampil(langkah, permohonan):
            self.perbarui(langkah, permohonan, nilai)
            self.jendela.fokus()
            return ""
        self._langkah_id = langkah.id
        self.jendela.tampilkan(tugas, self._get_kerja(tugas, nilai))
        return ""

    def perbarui(self, langkah: Langkah, permohonan: Permohonan, nilai: Mapping[str, str]) -> None:
        """The form of the case in the strip was changed; any other form is not looked at."""
        if self._is_tampil(langkah, permohonan):
            tugas = self._susun(langkah, permohonan, nilai)
            self.jendela.perbarui(tugas, self._get_kerja(tugas, nilai))

    def tolak(self, kalimat: str) -> None:
        """The step could not be recorded; says why."""
        self.jendela.tolak(kalimat)

    def tutup(self) -> None:
        """Close the strip and take its value off the clipboard."""
        if self._jendela is not None:
            self._jendela.close()

    def kunci(self) -> None:
        """Another officer signs in: hide every value, on the clipboard too."""
        self.penjaga.kosongkan()
        if self._jendela is not None:
            self._jendela.kunci()

    def buka_kunci(self) -> None:
        """Somebody is signed in."""
        if self._jendela is not None:
            self._jendela.buka_kunci()

    def akhiri(self) -> None:
        """The program ends: nothing of it stays on the screen or the clipboard."""
        if self._jendela is not None:
            self._jendela.close()
            self._jendela.deleteLater()
            self._jendela = None
        self.penjaga.akhiri()
        self._kerja.clear()

    def _susun(
        self, langkah: Langkah, permohonan: Permohonan, nilai: Mapping[str, str]
    ) -> TugasSalin:
        hari = hari_ini(self._clock)
        daftar = susun_daftar(langkah, permohonan, nilai, hari)
        return TugasSalin(permohonan, daftar, find_referensi(langkah, permohonan), hari)

    def _get_kerja(self, tugas: TugasSalin, nilai: Mapping[str, str]) -> KerjaSalin:
        """How far this step is; a reference that stands in the form is the newer one."""
        kunci = (tugas.permohonan.ringkasan.id, self._langkah_id)
        kerja = self._kerja.setdefault(kunci, KerjaSalin())
        kerja.referensi = nilai.get(ISIAN_REFERENSI) or kerja.referensi
        return kerja

    def _is_tampil(self, langkah: Langkah, permohonan: Permohonan) -> bool:
        sama = self._langkah_id == langkah.id
        return sama and self.permohonan_id == permohonan.ringkasan.id
