"""Adds scans one after the other: read and checked off the window's thread, then recorded."""

from __future__ import annotations

import uuid
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.lampiran.sumber_pindaian import SumberGambar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sooko_desk.domain.lampiran import Lampiran
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.lampiran import LampiranService, PindaianSiap
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.lampiran.sumber_pindaian import Sumber


@dataclass(frozen=True, slots=True)
class Tugas:
    """One thing to add, for whom, and by whom; the screen may show another case by then.

    Attributes:
        berkas_kode: the paper it goes to; "" = none.
        token: adding it twice stores it once.
    """

    sumber: Sumber
    permohonan_id: int
    berkas_kode: str
    petugas: Petugas
    token: str = field(default_factory=lambda: uuid.uuid4().hex)


class Penambah(QObject):
    """A queue of scans. One refused does not stop the others.

    Signals:
        maju(int, int, str): so many of so many are done; the name of the one that is on.
        ditambahkan(object, object): a `Tugas` became this `Lampiran`.
        ditolak(object, str): a `Tugas` was refused; the sentence for the officer.
        berakhir(int): nothing is on any more; so many were given up by `batalkan`.
    """

    maju = Signal(int, int, str)
    ditambahkan = Signal(object, object)
    ditolak = Signal(object, str)
    berakhir = Signal(int)

    def __init__(self, meja: Meja, parent: QObject) -> None:
        super().__init__(parent)
        self._meja = meja
        self._antre: deque[Tugas] = deque()
        self._sekarang: Tugas | None = None
        self._selesai = self._semua = 0
        self._batal = False
        self._dibatalkan = 0
        self._kerja = SinyalKerja()
        self._kerja.berhasil.connect(self._on_siap)
        self._kerja.gagal.connect(self._on_gagal)
        self._kerja.berakhir.connect(self._on_kerja_berakhir)

    @property
    def sibuk(self) -> bool:
        """Whether something is being added."""
        return self._sekarang is not None

    def minta(self, tugas: Iterable[Tugas]) -> None:
        """Add these after those that wait."""
        baru = tuple(tugas)
        self._antre += baru
        self._semua += len(baru)
        if self._sekarang is None:
            self._lanjut()
        else:
            self._sebut_maju()

    def batalkan(self) -> None:
        """Give up what waits, and the one that is on if it is not recorded yet.

        Again, also what was asked for since.
        """
        if self._sekarang is not None:
            self._dibatalkan += len(self._antre) + (not self._batal)
            self._batal = True
            self._antre.clear()

    def _lanjut(self) -> None:
        if not self._antre:
            self._sekarang = None
            self._selesai = self._semua = 0
            dibatalkan, self._dibatalkan = self._dibatalkan, 0
            self.berakhir.emit(dibatalkan)
            return
        tugas = self._sekarang = self._antre.popleft()
        self._sebut_maju()
        layanan = self._meja.lampiran
        run_in_background(self._kerja, lambda: _siapkan(layanan, tugas.sumber))

    def _sebut_maju(self) -> None:
        assert self._sekarang is not None
        self.maju.emit(self._selesai, self._semua, self._sekarang.sumber.nama)

    def _on_siap(self, siap: PindaianSiap) -> None:
        tugas = self._sekarang
        assert tugas is not None
        if self._batal:
            return
        try:
            lampiran = self._catat(tugas, siap)
        except OfficerError as galat:
            self.ditolak.emit(tugas, str(galat))
        else:
            self.ditambahkan.emit(tugas, lampiran)

    def _catat(self, tugas: Tugas, siap: PindaianSiap) -> Lampiran:
        # Each scan that is recorded makes the case a newer one.
        permohonan = self._meja.asli.buka(tugas.permohonan_id)
        return self._meja.lampiran.tambah_siap(
            tugas.token, permohonan, tugas.berkas_kode, siap, tugas.petugas
        )

    def _on_gagal(self, kalimat: str) -> None:
        if not self._batal:
            self.ditolak.emit(self._sekarang, kalimat)

    def _on_kerja_berakhir(self) -> None:
        self._selesai += 1
        self._batal = False
        self._lanjut()


def _siapkan(layanan: LampiranService, sumber: Sumber) -> PindaianSiap:
    """On a worker thread."""
    if isinstance(sumber, SumberGambar):
        return layanan.siapkan_isi(sumber.nama, sumber.isi())
    return layanan.siapkan(sumber.path)
