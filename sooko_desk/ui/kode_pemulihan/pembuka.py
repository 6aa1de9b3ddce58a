"""From the window of checks and backups to a new code, or a try: first the PIN of the Kasi."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sooko_desk.ui.kode_pemulihan.dialog import DialogKode, DialogUjiKode
from sooko_desk.ui.minta_pin import MintaPin

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kunci_kertas import KodeBaru
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.jaga.kartu_kode import KartuKode
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

_BARU = (
    "Kode baru dicetak untuk dua amplop. Begitu dikukuhkan, kertas lama tidak lagi membuka "
    "register ini."
)
_UJI = "Ambil satu amplop dari lemari. Kodenya diketik utuh; tidak ada yang berubah."


class PembukaKode(QObject):
    """Serves the buttons of one card, and goes with it.

    Args:
        kabar: hears of a new paper, after which cases may be stored.
        petugas: who is at work.
    """

    def __init__(
        self, meja: Meja, kabar: Kabar, pencetak: Pencetak, petugas: Petugas, kartu: KartuKode
    ) -> None:
        super().__init__(kartu)
        self._meja = meja
        self._kabar = kabar
        self._pencetak = pencetak
        self._petugas = petugas
        self._kartu = kartu
        kartu.kode_baru.connect(partial(self._minta, "kode pemulihan baru", _BARU, self._buat))
        kartu.uji_kode.connect(partial(self._minta, "uji kode pemulihan", _UJI, self._uji))

    def _minta(self, untuk: str, keterangan: str, slot: Callable[[Petugas], None]) -> None:
        minta = MintaPin(self._meja.petugas, self._petugas, untuk, keterangan, self._kartu.window())
        minta.disetujui.connect(slot)
        minta.open()

    def _buat(self, kasi: Petugas) -> None:
        def cetak(kode: KodeBaru) -> bool:
            return self._pencetak.buka_kode(kode, kasi, dialog)

        dialog = DialogKode(self._meja.kunci_kertas, kasi, cetak, self._kartu.window())
        dialog.finished.connect(self._on_ditutup)
        dialog.open()

    def _uji(self, kasi: Petugas) -> None:
        dialog = DialogUjiKode(self._meja.kunci_kertas, kasi, self._kartu.window())
        dialog.finished.connect(self._kartu.segarkan)
        dialog.open()

    def _on_ditutup(self) -> None:
        self._kartu.segarkan()
        self._kabar.berubah.emit(0)
