"""Backups in the background: looks for the places, waits for a pause, tells what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, QTimer, Signal

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.cadangan_latihan import LatihanSelesai
from sooko_desk.services.cadangan_otomatis import (
    HasilBersama,
    HasilPeriksaLama,
    KeadaanCadangan,
    Tingkat,
)
from sooko_desk.services.cadangan_riwayat import Sebab
from sooko_desk.services.cadangan_tempat import Temuan
from sooko_desk.ui.jaga.jeda import Jeda
from sooko_desk.ui.pekerja import Pekerja

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.kemajuan import Kemajuan
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.cadangan_riwayat import Tempat
    from sooko_desk.services.jaga import Jaga

LAMA_LEPAS_MS = 2000
"""Longest wait for work that was asked to end, before the register is closed under it."""
SELANG_MS = 10_000
"""Between two looks at the sticks."""
_TIDAK_TERBACA = "Keadaan cadangan tidak dapat dibaca. Tekan Ctrl+I, lalu F5 untuk memeriksa."


class CadanganLatar(QObject):
    """One a window; rests until `mulai`.

    Signals:
        berubah(): how things stand, or what is plugged in, may be another now.
        pesan(str): what the officer should know; a sentence.
        tenang(): nothing is being worked on any more.

    Attributes:
        temuan: what was found at the last look.
        jeda: waits for a pause of the officer.
    """

    berubah = Signal()
    pesan = Signal(str)
    tenang = Signal()

    def __init__(self, jaga: Jaga, parent: QObject) -> None:
        super().__init__(parent)
        self._jaga = jaga
        self._petugas: Petugas | None = None
        self._periksa: list[Tempat] = []
        self._dicoba: tuple[Tempat, ...] = ()
        self._berlatih = False
        self._dilihat: frozenset[str] = frozenset()
        self.temuan = Temuan()
        # Two threads of its own: a stick that hangs must not hold up the check of a PIN.
        self._kolam = QThreadPool(self)
        self._kolam.setMaxThreadCount(2)
        self.pencari = Pekerja(self, self._kolam)
        self.pekerja = Pekerja(self, self._kolam)
        self.jeda = Jeda(self)
        self.pewaktu = QTimer(self)
        self.pewaktu.setInterval(SELANG_MS)
        self.pewaktu.timeout.connect(self.cari)
        self.jeda.tenang.connect(self._on_tenang)
        self.pencari.berhasil.connect(self._on_ditemukan)
        self.pekerja.berhasil.connect(self._on_berhasil)
        self.pekerja.gagal.connect(self._on_gagal)
        self.pekerja.berakhir.connect(self._on_berakhir)

    def mulai(self, petugas: Petugas | None) -> None:
        """That officer works now; begin to look, or go on."""
        self._petugas = petugas
        self.lanjut()

    def lanjut(self) -> None:
        """Go on after `henti`."""
        self.pewaktu.start()
        self.cari()

    def henti(self) -> None:
        """Begin nothing any more; a check of an old backup ends, a backup goes on."""
        self.pewaktu.stop()
        self.jeda.henti()
        self._periksa.clear()
        if not self._dicoba:
            self.pekerja.hentikan()

    def lepas(self) -> None:
        """The register is about to be closed and replaced: begin, go on with, tell nothing more.

        A backup that is half written goes, at the latest when its stick answers again.
        """
        self.henti()
        for satu in (self.pencari, self.pekerja):
            satu.blockSignals(True)  # what came of it cannot be noted any more
            satu.hentikan()
        if not self._kolam.waitForDone(LAMA_LEPAS_MS):
            # Freed with the window it would wait for the stick, and hold up the window that comes.
            self._kolam.setParent(QCoreApplication.instance())

    def cari(self) -> None:
        """Look which sticks are there; what came of it is told by `berubah`."""
        if not self.pencari.sibuk:
            self.pencari.jalankan(lambda _kemajuan: self._jaga.tempat.siapkan_cari())

    def lihat(self) -> None:
        """The register changed: is a backup due?"""
        self.berubah.emit()
        if self.pewaktu.isActive() and (self._list_tiba() or self._find_latihan()):
            self.jeda.mulai()

    def keadaan(self) -> KeadaanCadangan:
        """How things stand."""
        try:
            return self._jaga.otomatis.keadaan(self.temuan)
        except OfficerError:
            return KeadaanCadangan(Tingkat.MERAH, "Cadangan?", (_TIDAK_TERBACA,))

    def pengingat(self) -> str:
        """What the Kasi is reminded of; "" = nothing, or somebody else is at work."""
        try:
            return self._jaga.latihan.pengingat(self._petugas)
        except OfficerError:
            return ""  # the light itself tells what is wrong with the register

    def list_perlu(self) -> tuple[Tempat, ...]:
        """The places that have no backup of the register as it is now."""
        try:
            return self._jaga.otomatis.list_perlu(self.temuan)
        except OfficerError:
            return ()  # a damaged register is no reason not to close, and is told elsewhere

    def _list_tiba(self) -> tuple[Tempat, ...]:
        try:
            return self._jaga.otomatis.list_tiba(self.temuan)
        except OfficerError:
            return ()  # whatever else is read next tells why

    def _find_latihan(self) -> Tempat | None:
        try:
            return self._jaga.latihan.find_tiba(self.temuan)
        except OfficerError:
            return None

    def _on_ditemukan(self, temuan: object) -> None:
        assert isinstance(temuan, Temuan)
        asing = [kalimat for kalimat in temuan.asing if kalimat not in self.temuan.asing]
        berubah, self.temuan = temuan != self.temuan, temuan
        flashdisk = {t.tempat.kode: t.tempat for t in temuan.terpasang if t.tempat.flashdisk}
        baru = [tempat for kode, tempat in flashdisk.items() if kode not in self._dilihat]
        self._dilihat = frozenset(flashdisk)
        if self.pewaktu.isActive():
            self._periksa += baru
            self._kerjakan_berikut()
        if asing:
            self.pesan.emit(" ".join(asing))
        if berubah:
            self.lihat()

    def _kerjakan_berikut(self) -> None:
        """Read an old backup of a stick that was plugged in."""
        if self._periksa and not self.pekerja.sibuk:
            tempat = self._periksa.pop(0)
            self.pekerja.jalankan(partial(self._jaga.otomatis.siapkan_periksa, tempat))

    def _on_tenang(self) -> None:
        """A pause: the quick half is not felt now."""
        tempat = self._list_tiba()
        latihan = None if tempat else self._find_latihan()
        if not tempat and latihan is None:
            return
        if self.pekerja.sibuk or self._jaga.cadangan.sibuk or self._jaga.latihan.sibuk:
            self.jeda.mulai()
            return
        if latihan is not None:
            self._berlatih = True
            self.pekerja.jalankan(partial(self._jaga.latihan.siapkan, latihan))
            return
        self._dicoba = tempat
        self.pekerja.jalankan(partial(self._siapkan, tempat))

    def _siapkan(self, tempat: tuple[Tempat, ...], kemajuan: Kemajuan) -> Callable[[], object]:
        return self._jaga.otomatis.siapkan(tempat, kemajuan).jalankan

    def _on_berhasil(self, hasil: object) -> None:
        if isinstance(hasil, HasilBersama):
            self._catat(hasil)
        elif isinstance(hasil, LatihanSelesai):
            try:
                self._jaga.latihan.catat(hasil, self._petugas, Sebab.OTOMATIS)
            except OfficerError as galat:
                self.pesan.emit(str(galat))
        elif isinstance(hasil, HasilPeriksaLama):
            try:
                kalimat = self._jaga.otomatis.catat_periksa(hasil, self._petugas)
            except OfficerError as galat:
                kalimat = str(galat)
            if kalimat:
                self.pesan.emit(kalimat)

    def _on_gagal(self, kalimat: str) -> None:
        """The quick half failed for all places, or an old backup cannot be read at all.

        A stick that is pulled out during a practice is nobody's fault: it is tried again.
        """
        if self._dicoba:
            self._catat(HasilBersama((), tuple((t, kalimat) for t in self._dicoba)))
        elif self.pewaktu.isActive() and not self._berlatih:
            self.pesan.emit(kalimat)

    def _catat(self, hasil: HasilBersama) -> None:
        kalimat = [f"{tempat.sebutan}: {kata}" for tempat, kata in hasil.gagal]
        try:
            self._jaga.otomatis.catat(hasil, self._petugas, Sebab.OTOMATIS)
        except OfficerError as galat:
            kalimat.append(str(galat))
        if kalimat:
            self.pesan.emit(" ".join(dict.fromkeys(kalimat)))

    def _on_berakhir(self) -> None:
        self._dicoba, self._berlatih = (), False
        self.tenang.emit()
        if self.pewaktu.isActive():
            self._kerjakan_berikut()
            self.cari()
        self.berubah.emit()
