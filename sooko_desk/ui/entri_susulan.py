"""Slips of the power-cut pad on their way into the intake form, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sooko_desk.domain.errors import OfficerError, UserError
from sooko_desk.ui.lajur_penerimaan import bawa_susulan, sebut_tersimpan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.data.nomor_cadangan import NomorCadangan
    from sooko_desk.domain.permohonan import Permohonan, Petugas
    from sooko_desk.services.blangko import BlangkoService
    from sooko_desk.ui.tab_penerimaan import TabPenerimaan


class EntriSusulan(QObject):
    """Puts a slip on the intake tab; after it is stored, offers the next one of the same pad."""

    def __init__(self, tab: TabPenerimaan, blangko: BlangkoService) -> None:
        super().__init__(tab)
        self._tab = tab
        self._blangko = blangko
        self._berikut: NomorCadangan | None = None
        tab.susulan_diterima.connect(self._on_tab_susulan_diterima)

    def mulai(self, kode: str, petugas: Petugas) -> None:
        """Begin the slip with that scan code; a form that stands there is parked first.

        Raises:
            UserError: there is no such receipt or slip, or a batch of one village is running.
            RuleError: the slip is used or voided, or the officer does not take in papers.
        """
        slip = self._blangko.find(kode)
        if slip is None:
            raise UserError(f"Tanda bukti {kode} tidak ada dalam register komputer ini.")
        self._blangko.check_susulan(slip, petugas)
        if self._tab.titipan.aktif:
            raise UserError(
                "Titipan desa masih berjalan. Akhiri dengan F6 di tab Penerimaan, "
                "lalu pindai blangkonya lagi."
            )
        self._tampilkan(slip)

    def _tampilkan(self, slip: NomorCadangan) -> None:
        tab = self._tab
        if tab.susulan.kode == slip.kode_pindai:
            return  # scanned once more: what is typed stays
        diparkir = tab.parkirkan()
        tab.tulis_form(bawa_susulan(slip))
        if diparkir:
            tab.spanduk.umumkan(
                Nada.INFO,
                "Isian sebelumnya diparkir.",
                "Ambil yang diparkir (Shift+F5)",
                tab.ambil_parkir,
            )

    def _on_tab_susulan_diterima(self, permohonan: Permohonan) -> None:
        """Nothing is printed: the applicant has the slip's upper half at home."""
        kata = (
            f"Entri susulan tersimpan dengan {sebut_tersimpan(permohonan)}. "
            "Tanda bukti tidak dicetak lagi; F8 bila tetap diperlukan."
        )
        try:
            self._berikut = self._blangko.find_berikut(permohonan.ringkasan.kode_pindai)
        except OfficerError:
            self._berikut = None  # whatever is read next tells why
        aksi = f"Ketik blangko {self._berikut.kode_pindai}" if self._berikut else ""
        self._tab.spanduk.umumkan(Nada.SELESAI, kata, aksi, self._on_berikut)

    def _on_berikut(self) -> None:
        if self._berikut is not None:
            self._tampilkan(self._berikut)
