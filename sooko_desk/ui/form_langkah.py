"""The entry form of a step: first values, what was left in it, and a look at it while typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from sooko_desk.domain.pengambilan import BAGIAN_SERAH
from sooko_desk.services.isian_awal import list_nilai_awal
from sooko_desk.services.periksa_isian import periksa_sementara
from sooko_desk.ui.borang import Borang
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.pengambilan.hubungan import HubunganPengambil
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.domain.sop import Langkah
    from sooko_desk.services.meja import Meja

JEDA_PERIKSA_MS = 300
"""Rest of the hands after which the form is looked at: a half-typed date is no wrong date."""


class FormLangkah(GulirIsian):
    """Holds the `Borang` of one step after the other.

    Signals:
        diubah(): the officer typed or chose something.
        dibangun(): the form of another step stands here.
    """

    diubah = Signal()
    dibangun = Signal()

    def __init__(self, meja: Meja) -> None:
        super().__init__()
        self._meja = meja
        self._diperingatkan: dict[str, str] | None = None
        self.borang = Borang(())
        self.setWidget(self.borang)
        self._jeda = QTimer(self)
        self._jeda.setSingleShot(True)
        self._jeda.setInterval(JEDA_PERIKSA_MS)
        self._jeda.timeout.connect(self._on_jeda_timeout)

    def bangun(self, langkah: Langkah | None, permohonan: Permohonan, *, boleh: bool) -> None:
        """Make the form of a step, with what is stored or what intake knows.

        Args:
            boleh: this officer may fill it in; else it is only shown.
        """
        self._jeda.stop()
        self._diperingatkan = None
        jenis = permohonan.ringkasan.jenis_kode
        serah = langkah is not None and langkah.bagian == BAGIAN_SERAH
        self.borang = Borang(langkah.list_isian(jenis) if langkah else (), lapang=serah)
        self.borang.set_nilai(
            list_nilai_awal(
                self.borang.daftar,
                permohonan,
                self._meja.tabel,
                self._meja.waktu.jam.hari_periksa(),
            )
        )
        HubunganPengambil(self.borang, permohonan.ringkasan.pemohon.nama)
        self.borang.set_readonly(not boleh)
        self.borang.diubah.connect(self._on_borang_diubah)
        self.setWidget(self.borang)
        self.setVisible(bool(self.borang.daftar))
        self.dibangun.emit()

    @property
    def peringatan_dilihat(self) -> bool:
        """Whether what stands in the form was warned of just so."""
        return self._diperingatkan is not None and self._diperingatkan == self.borang.nilai()

    def tolak(self, per_field: Mapping[str, str]) -> None:
        """Mark what was refused and go to the first of it."""
        self._jeda.stop()
        self.borang.set_galat(per_field)

    def peringatkan(self, per_field: Mapping[str, str]) -> None:
        """Mark what is doubtful; the same values stand when they are handed in again."""
        self._jeda.stop()
        self._diperingatkan = self.borang.nilai()
        self.borang.set_galat(per_field, Nada.PERINGATAN)

    def _on_borang_diubah(self) -> None:
        self._jeda.start()
        self.diubah.emit()

    def _on_jeda_timeout(self) -> None:
        salah, ragu = periksa_sementara(
            self.borang.daftar, self.borang.nilai(), self._meja.waktu.jam.hari_periksa()
        )
        self.borang.tandai(salah, ragu)
