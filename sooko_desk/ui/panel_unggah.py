"""The papers of a case, each with a tick: uploaded to SIAK."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.kelengkapan import list_unggah
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.ui.kit.centang_berkas import BerkasCentang, CentangBerkas
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sooko_desk.domain.permohonan import Berkas

PETUNJUK = "Spasi atau angka = centang, Ctrl+A = semua"
KOSONG = "Tidak ada berkas yang dapat diunggah. Kembalikan ke Kasi bila berkasnya belum ada."


class PanelUnggah(QWidget):
    """Ticks papers as uploaded; stores nothing. Keys as in `CentangBerkas`.

    Signals:
        berubah(): the officer ticked or unticked something; the sentence below goes by itself.
        lanjut(): Enter was pressed; the caret belongs on the button that records the step.
    """

    berubah = Signal()
    lanjut = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ceklis = CentangBerkas("Berkas yang terunggah", lepas_semua=True)
        self._pesan = build_label("", Peran.REDUP)
        self._pesan.setWordWrap(True)
        kepala = QHBoxLayout()
        kepala.addWidget(build_label("Terunggah ke SIAK", Peran.LABEL))
        kepala.addStretch(1)
        kepala.addWidget(build_label(PETUNJUK, Peran.REDUP))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addLayout(kepala)
        layout.addWidget(self._ceklis)
        layout.addWidget(self._pesan)
        layout.addStretch(1)  # the sentence stands right below the last paper
        self._ceklis.berubah.connect(self._on_ceklis_berubah)
        self._ceklis.lanjut.connect(self.lanjut)

    def set_berkas(self, berkas: Sequence[Berkas], kode: Collection[str]) -> None:
        """Show the papers that are there; says nothing to `berubah`.

        Args:
            berkas: the checklist of the case.
            kode: codes of the papers that are ticked.
        """
        self._ceklis.set_berkas(
            [BerkasCentang(b.kode, b.nama, _keterangan(b)) for b in list_unggah(berkas)], kode
        )
        self.bersihkan()

    def kode(self) -> frozenset[str]:
        """Codes of the ticked papers."""
        return self._ceklis.kode()

    def list_input(self) -> tuple[QWidget, ...]:
        """The boxes from top to bottom."""
        return self._ceklis.list_kotak()

    def fokus(self) -> None:
        """Put the caret on the paper where it stood."""
        self._ceklis.fokus()

    @property
    def pesan(self) -> str:
        """The sentence below the papers."""
        return self._pesan.text()

    def set_pesan(self, nada: Nada, kalimat: str) -> None:
        """Say below the papers what is wrong, or deserves a look.

        The caret goes to the first paper without a tick.
        """
        self._tulis(nada, kalimat)
        self._ceklis.fokus_belum()

    def bersihkan(self) -> None:
        """Take the sentence away."""
        self._tulis(Nada.NETRAL, "" if self.list_input() else KOSONG)

    def _tulis(self, nada: Nada, kalimat: str) -> None:
        self._pesan.setText(kalimat)
        self._pesan.setVisible(bool(kalimat))
        set_style_state(self._pesan, "nada", str(nada) if kalimat else "")

    def _on_ceklis_berubah(self) -> None:
        self.bersihkan()
        self.berubah.emit()


def _keterangan(b: Berkas) -> str:
    lembar = f"{b.jumlah} lembar" if b.jumlah > 1 else ""
    saat = f"terunggah {sebut_saat(b.diunggah)}" if b.diunggah else ""
    return " · ".join(x for x in (b.bentuk.value, lembar, saat) if x)
