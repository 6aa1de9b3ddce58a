"""The card of the recovery code on paper: which paper, since when, when it was last tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from sooko_desk.domain.errors import OfficerError
from sooko_desk.domain.sop import Peran
from sooko_desk.domain.tanggal import tanggal_panjang
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    import datetime as dt

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.kunci_kertas import KunciKertasService

JUDUL = "Kode pemulihan"
LATIHAN = "Register latihan tidak memerlukan kode pemulihan."
_BELUM_ADA = "Belum ada di kertas, jadi permohonan belum dapat disimpan."


class KartuKode(Kartu):
    """Facts for every officer; the Kasi also gets the two buttons.

    Args:
        service: knows the paper.
        petugas: who is at work.

    Attributes:
        baru, uji: out of sight and disabled for an operator.

    Signals:
        kode_baru(): the ceremony is wanted.
        uji_kode(): the paper is to be tried.
    """

    kode_baru = Signal()
    uji_kode = Signal()

    def __init__(self, service: KunciKertasService, petugas: Petugas) -> None:
        super().__init__()
        self.setAccessibleName(JUDUL)
        self._service = service
        self._kasi = petugas.peran is Peran.KASI
        self._fakta = build_label("", PeranLabel.TEBAL)
        self._fakta.setWordWrap(True)
        self.uji = tombol_kedua("Uji kode…", "checklist", "Ctrl+U")
        self.baru = tombol_kedua("Kode baru…", "shield-lock", "Ctrl+N")
        # One row and no head: the window is full on the smallest screen.
        baris = QHBoxLayout()
        baris.setSpacing(THEME.gap_m)
        baris.addWidget(build_label(JUDUL, PeranLabel.KARTU))
        baris.addWidget(self._fakta, 1)
        for tombol in (self.uji, self.baru):
            baris.addWidget(tombol)
            tombol.setVisible(self._kasi)
            tombol.setEnabled(self._kasi)
        self.isi.addLayout(baris)
        self.baru.clicked.connect(self.kode_baru)
        self.uji.clicked.connect(self.uji_kode)
        self.segarkan()

    @property
    def fakta(self) -> str:
        """What is told of the paper."""
        return self._fakta.text()

    def segarkan(self) -> None:
        """Tell it as it is now."""
        self.uji.setEnabled(self._kasi and self._service.nomor is not None)
        try:
            nada, kalimat = self._sebut()
        except OfficerError as galat:
            nada, kalimat = Nada.BAHAYA, str(galat)
        set_style_state(self._fakta, "nada", str(nada))
        self._fakta.setText(kalimat)

    def _sebut(self) -> tuple[Nada, str]:
        nomor, dibuat = self._service.nomor, self._service.dibuat
        if nomor is None or dibuat is None:
            if self._service.siap:
                return Nada.NETRAL, LATIHAN
            cara = "Buat kode baru sekarang." if self._kasi else "Minta Kasi membuatnya di sini."
            return Nada.PERINGATAN, f"{_BELUM_ADA} {cara}"
        diuji = self._service.terakhir_diuji
        akhir = "belum pernah diuji" if diuji is None else f"terakhir diuji {_tanggal(diuji)}"
        kalimat = f"Kertas nomor {nomor}, dibuat {_tanggal(dibuat)}, {akhir}."
        if self._service.perlu_diuji:
            cara = "ambil satu amplop dan ujilah" if self._kasi else "ingatkan Kasi mengujinya"
            return Nada.PERINGATAN, f"{kalimat} Sudah setahun tidak diuji: {cara}."
        return Nada.NETRAL, kalimat


def _tanggal(saat: dt.datetime) -> str:
    return tanggal_panjang(ke_wib(saat).date())
