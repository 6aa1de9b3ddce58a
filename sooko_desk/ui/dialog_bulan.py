"""A window for the paper of a month: choose year and month, print it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.daftar_bulan import DaftarBulan
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.jendela_daftar import JendelaDaftar
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.pintasan import pasang_pintasan
from sooko_desk.ui.theme import Nada
from sooko_desk.ui.tutup_harian.dialog import BUKAN_BERKAS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.pencetakan import Dokumen
    from sooko_desk.ui.kabar import Kabar
    from sooko_desk.ui.pencetak import Pencetak

    class LayananBulan(Protocol):
        """What counts the months and builds the paper of one."""

        def list_tahun(self) -> tuple[int, ...]:
            """Years that can be chosen, newest first; never empty."""

        def list_bulan(self, tahun: int) -> tuple[int, ...]:
            """A count for each month of a year, without those to come."""

        def build_dokumen(self, tahun: int, bulan: int) -> Dokumen:
            """The paper of a month (1 to 12)."""


LEBAR, TINGGI = 640, 560
"""Px; fits the smallest screen of the office."""


class DialogBulan(JendelaDaftar):
    """Show it with `open()`. It frees itself after closing.

    A window of this kind names its paper in the class.

    Args:
        service: counts the months and builds the paper.
        kabar: tells here what went wrong with a print.
        pencetak: prints and saves the paper.
        petugas: who is at work; any officer may.
        parent: the window it belongs to.

    Attributes:
        judul, subjudul: the paper, and a sentence about it.
        kata_cetak: words of the button that prints it.
        hitungan, satuan: what is counted in each month, see `DaftarBulan`.
        tahun, tabel: the two choices; the newest month with anything is chosen.
    """

    judul: str
    subjudul: str
    kata_cetak: str
    hitungan: str
    satuan: str

    def __init__(
        self,
        service: LayananBulan,
        kabar: Kabar,
        pencetak: Pencetak,
        petugas: Petugas,
        parent: QWidget,
    ) -> None:
        super().__init__(self.judul, kabar, pencetak, parent)
        self._service = service
        self._petugas = petugas
        self.tahun = Pilihan("Pilih tahun")
        self.tabel = DaftarBulan(self.hitungan, self.satuan)
        self.cetak.setText(self.kata_cetak)
        self.cetak.setAccessibleName(self.kata_cetak)
        kartu = Kartu(self.judul, self.subjudul)
        kartu.isi.addWidget(BarisIsian("Tahun", self.tahun))
        kartu.isi.addWidget(self.tabel, 1)
        self.susun((kartu, 1), bawah=self._list_bawah())
        self.resize(LEBAR, TINGGI)
        self.tahun.dipilih.connect(self._on_tahun_dipilih)
        self.tabel.dibuka.connect(self._on_cetak)
        self.cetak.clicked.connect(self._on_cetak)
        pasang_pintasan(self, {"Ctrl+Enter": self._on_cetak, "Ctrl+P": self._on_cetak})
        self._isi_tahun()
        self.tabel.setFocus()

    def cari_pindaian(self, _kode: str) -> str:
        """A receipt has no place here."""
        return BUKAN_BERKAS

    def mundur(self) -> bool:
        """Nothing is half done here."""
        return False

    def pilihan(self) -> tuple[int, int] | None:
        """Year and month; None = there is no month yet."""
        baris = self.tabel.baris()
        return None if baris is None else (int(self.tahun.kode()), baris.bulan)

    def _list_bawah(self) -> tuple[QWidget, ...]:
        """Further buttons; made before the window is laid out."""
        return ()

    def _isi_tahun(self) -> None:
        try:
            tahun = self._service.list_tahun()
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.tahun.set_pilihan((str(t), str(t)) for t in tahun)
        self.tahun.set_kode(str(tahun[0]))
        self._on_tahun_dipilih()

    def _on_tahun_dipilih(self) -> None:
        try:
            banyak = self._service.list_bulan(int(self.tahun.kode()))
        except OfficerError as galat:
            self.katakan(Nada.BAHAYA, str(galat))
            return
        self.tabel.set_banyak(banyak)

    def _on_cetak(self) -> None:
        if (bulan := self.pilihan()) is not None:
            build = partial(self._service.build_dokumen, *bulan)
            self._pencetak.buka_dokumen(build, self._petugas, self)
