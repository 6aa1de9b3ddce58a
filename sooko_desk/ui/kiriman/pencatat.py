"""From a digit to what is stored: ticking off, refusing, noting a state, and taking it back."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.kiriman import Tanda
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.tanda_kiriman import BELUM_DIPILIH, PerintahTanda
from sooko_desk.ui.kiriman.baris import is_bertanda

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.tanda_kiriman import TandaKiriman
    from sooko_desk.ui.kiriman.halaman_terkirim import HalamanTerkirim

LUAR = "luar"
BATAL = "batal"
BELUM_BERTANDA = "Yang dipilih belum ditandai, jadi tidak ada yang dibatalkan."
SUDAH_KEMBALI = "Yang dipilih tidak lagi di Dispendukcapil, jadi belum ada yang dicatat."
_SESUDAH = {
    Tanda.DITERIMA: "ditandai diterima Dispendukcapil",
    Tanda.DITOLAK: "ditolak Dispendukcapil, kembali ke entri data",
    Tanda.KARTU_KEMBALI: "kartunya kembali, siap diambil",
}


class PencatatTanda(QObject):
    """Stores what the second page asks for.

    Signals:
        tersimpan(str, int, bool): what was stored in words, the first case, and whether it can be
            taken back by `urungkan`.
        ditolak(str): why nothing was stored, for what is said beside no field.
    """

    tersimpan = Signal(str, int, bool)
    ditolak = Signal(str)

    def __init__(
        self, service: TandaKiriman, halaman: HalamanTerkirim, petugas: Petugas, clock: Clock
    ) -> None:
        super().__init__(halaman)
        self._service = service
        self._halaman = halaman
        self._petugas = petugas
        self._clock = clock
        self._ditanya: tuple[str, str, tuple[int, ...]] | None = None
        self._terakhir: tuple[int, ...] = ()
        halaman.diminta.connect(self._on_halaman_diminta)
        halaman.form.disimpan.connect(self.simpan)
        halaman.form.ditinggalkan.connect(self.tinggalkan)

    def is_bertanya(self) -> bool:
        """Whether the form is open."""
        return self._ditanya is not None

    def tinggalkan(self) -> None:
        """Close the form; what is typed is there again when it is opened the next time."""
        self._ditanya = None
        self._halaman.set_bertanya(terbuka=False)

    def simpan(self) -> None:
        """Store what the form asks for; nothing while it is closed."""
        if self._ditanya is None:
            return
        token, apa, sasaran = self._ditanya
        nilai = self._halaman.form.borang.nilai()
        service = self._service
        if apa == LUAR:
            self._jalankan(
                lambda: service.catat_keadaan(token, sasaran, nilai, self._petugas),
                "dicatat kabarnya",
            )
        else:
            perintah = PerintahTanda(token, sasaran, Tanda(apa), nilai)
            self._jalankan(
                lambda: service.tandai(perintah, self._petugas), _SESUDAH[Tanda(apa)], urung=True
            )

    def urungkan(self) -> None:
        """Take back the last act of this window; nothing when there is none."""
        if self._terakhir and not self.is_bertanya():
            self._batalkan(self._terakhir)

    def _on_halaman_diminta(self, apa: str) -> None:
        dipilih = self._halaman.sasaran()
        # Ctrl+A takes a whole list: what has gone its way already is not meant.
        cocok = [b for b in dipilih if (is_bertanda(b) if apa == BATAL else b.di_luar)]
        sasaran = tuple(b.ringkasan.id for b in cocok)
        if not sasaran:
            tanpa = BELUM_BERTANDA if apa == BATAL else SUDAH_KEMBALI
            self.ditolak.emit(tanpa if dipilih else BELUM_DIPILIH)
        elif apa == BATAL:
            self._batalkan(sasaran)
        elif apa in (LUAR, Tanda.DITOLAK):
            self._tanya(apa, sasaran)
        else:
            perintah = PerintahTanda(uuid.uuid4().hex, sasaran, Tanda(apa), {})
            self._jalankan(
                lambda: self._service.tandai(perintah, self._petugas),
                _SESUDAH[Tanda(apa)],
                urung=True,
            )

    def _tanya(self, apa: str, sasaran: tuple[int, ...]) -> None:
        try:
            isian = (
                self._service.list_isian_keadaan()
                if apa == LUAR
                else self._service.list_isian_tolak(sasaran[0])
            )
        except OfficerError as galat:
            self.ditolak.emit(str(galat))
            return
        self._ditanya = (uuid.uuid4().hex, apa, sasaran)
        self._halaman.set_bertanya(terbuka=True)
        kata = "Kabar dari Dispendukcapil" if apa == LUAR else "Ditolak Dispendukcapil"
        nilai = {"tanggal": tanggal_pendek(hari_ini(self._clock))}
        self._halaman.form.tanya(f"{kata}: {len(sasaran)} permohonan", isian, nilai)

    def _batalkan(self, sasaran: tuple[int, ...]) -> None:
        token = uuid.uuid4().hex
        self._jalankan(
            lambda: self._service.batalkan(token, sasaran, self._petugas), "dibatalkan tandanya"
        )

    def _jalankan(
        self, kerja: Callable[[], tuple[int, ...]], sesudah: str, *, urung: bool = False
    ) -> None:
        try:
            permohonan_id = kerja()
        except FieldsError as galat:
            self._halaman.form.borang.set_galat(galat.per_field)
            return
        except OfficerError as galat:
            if self.is_bertanya():
                self.tinggalkan()
            self.ditolak.emit(str(galat))
            return
        if self.is_bertanya():
            self._halaman.form.tuntas()
            self.tinggalkan()
        self._terakhir = permohonan_id if urung else ()
        self.tersimpan.emit(f"{len(permohonan_id)} permohonan {sesudah}.", permohonan_id[0], urung)
