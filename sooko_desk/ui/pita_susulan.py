"""The band over the intake form while a slip of the power-cut pad is typed in afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.tanggal import sebut_saat, tanggal_pendek
from sooko_desk.domain.waktu import hari_ini, ke_wib
from sooko_desk.sop.jadwal_tulis import tidy_jam
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.baris_isian import BarisIsian, sejajarkan
from sooko_desk.ui.kit.isian_rapi import IsianRapi
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.blangko import BlangkoService
    from sooko_desk.services.penerimaan import FormPenerimaan
    from sooko_desk.ui.theme import Nada

LEBAR_ISIAN = 190
_HURUF_PUKUL = 12


class PitaSusulan(QFrame):
    """Says which slip is typed in, and asks for the date and hour on its paper; hidden otherwise.

    Attributes:
        tanggal, pukul: when the papers came.

    Signals:
        diubah(): the officer typed.
        ditinggalkan(): the form is not to be of this slip any more.
    """

    diubah = Signal()
    ditinggalkan = Signal()

    def __init__(self, blangko: BlangkoService, clock: Clock) -> None:
        super().__init__()
        self._blangko = blangko
        self._clock = clock
        self._kode = ""
        self._judul = build_label("", Peran.KARTU)
        self._rincian = build_label("", Peran.REDUP)
        self._rincian.setWordWrap(True)
        self.tanggal = BarisIsian("Tanggal di kertas", IsianTanggal(), wajib=True)
        self.pukul = BarisIsian(
            "Jam di kertas", IsianRapi(tidy_jam, "Misalnya 10.15", _HURUF_PUKUL), wajib=True
        )
        self._keluar = tombol_teks("Keluar", "x", "Ctrl+Shift+Del")
        self._keluar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Enter goes on to the form
        self._keluar.setToolTip("Keluar dari entri susulan; blangkonya tetap menunggu")
        self._build_layout()
        maju = EnterMaju(self)
        for baris in (self.tanggal, self.pukul):
            maju.awasi(baris.input)
            baris.input.edited.connect(baris.bersihkan)
            baris.input.edited.connect(self.diubah)
        self._keluar.clicked.connect(self.ditinggalkan)
        self.hide()

    @property
    def kode(self) -> str:
        """Scan code of the slip that is typed in; "" = none is."""
        return self._kode

    def is_terisi(self) -> bool:
        """Whether the officer has copied the hour from the paper."""
        return bool(self._kode and self.pukul.input.nilai())

    def baca(self, form: FormPenerimaan) -> FormPenerimaan:
        """The form with what this band says."""
        if not self._kode:
            return form
        return replace(
            form,
            blangko=self._kode,
            blangko_tanggal=self.tanggal.input.nilai(),
            blangko_pukul=self.pukul.input.nilai(),
        )

    def tulis(self, form: FormPenerimaan) -> None:
        """Show the slip of this form, or nothing; a date that can only be today stands there."""
        self._kode = form.blangko
        self.bersihkan()
        self.tanggal.input.set_nilai(form.blangko_tanggal)
        self.pukul.input.set_nilai(form.blangko_pukul)
        slip = self._blangko.find(form.blangko) if form.blangko else None
        self._judul.setText(f"Entri susulan blangko {form.blangko}")
        self._rincian.setText("")
        if slip is not None:
            self._rincian.setText(
                f"{slip.nomor}, dipesan {sebut_saat(slip.waktu)}. "
                "Salin dari kertas; tanda buktinya sudah dibawa pemohon."
            )
            hari = ke_wib(slip.waktu).date()
            pasti = hari == hari_ini(self._clock) and hari.year == slip.tahun
            if not form.blangko_tanggal and pasti:
                self.tanggal.input.set_nilai(tanggal_pendek(hari))
        self.setVisible(bool(form.blangko))

    def fokus_awal(self) -> bool:
        """Put the caret into the first field that is empty; False = none is, or no slip is here."""
        for baris in (self.tanggal, self.pukul):
            if self._kode and not baris.input.nilai():
                baris.input.setFocus()
                return True
        return False

    def bersihkan(self) -> None:
        """Take every message away."""
        self.tanggal.bersihkan()
        self.pukul.bersihkan()

    def set_pesan(self, per_field: Mapping[str, str], nada: Nada) -> dict[str, str]:
        """Show what is said of the two fields here; returns what is said of others."""
        sisa = dict(per_field)
        milik: dict[str, BarisIsian[Any]] = {
            "blangko_tanggal": self.tanggal,
            "blangko_pukul": self.pukul,
        }
        for nama, baris in milik.items():
            if kalimat := sisa.pop(nama, ""):
                baris.set_pesan(nada, kalimat)
        return sisa

    def fokus_salah(self) -> None:
        """Go to the first field of this band with a message."""
        for baris in (self.tanggal, self.pukul):
            if baris.nada is not None:
                baris.input.setFocus()
                return

    def _build_layout(self) -> None:
        kata = QVBoxLayout()
        kata.setSpacing(0)
        kata.addStretch(1)
        kata.addWidget(self._judul)
        kata.addWidget(self._rincian)
        kata.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(THEME.gap_m, THEME.gap_xs, THEME.gap_xs, 0)
        layout.setSpacing(THEME.gap_m)
        layout.addLayout(kata, 1)
        for baris in (self.tanggal, self.pukul):
            baris.setFixedWidth(LEBAR_ISIAN)
            layout.addWidget(baris)
        layout.addWidget(self._keluar)
        sejajarkan((self.tanggal, self.pukul))
        QWidget.setTabOrder(self.tanggal.input, self.pukul.input)
