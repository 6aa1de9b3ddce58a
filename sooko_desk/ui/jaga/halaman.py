"""What the page of work has of backups: the light in its head, the background, the door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.sop import Peran
from sooko_desk.services.cadangan_otomatis import Tingkat
from sooko_desk.ui.jaga.dialog_tutup import PintuTutup
from sooko_desk.ui.jaga.lampu import LampuCadangan
from sooko_desk.ui.jaga.latar import CadanganLatar
from sooko_desk.ui.kit.pesan_depan import tampilkan_di_depan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.jaga import Jaga
    from sooko_desk.ui.kit.spanduk import Spanduk


BELUM_SELESAI = (
    "Cadangan sebelum menutup belum selesai; begitu selesai, program menutup sendiri. "
    "Bila terlalu lama, hentikan di jendelanya."
)
TINGGI_CUKUP = 640
"""Px of the page from which on it has room for a banner."""


class JagaHalaman:
    """One a page.

    Args:
        halaman: the page of work.
        spanduk: where it tells what went wrong.

    Attributes:
        latar: makes backups by itself.
        lampu: for the head of the page.
    """

    def __init__(self, jaga: Jaga, halaman: QWidget, spanduk: Spanduk) -> None:
        self._spanduk = spanduk
        self._petugas: Petugas | None = None
        self._halaman = halaman
        self._kalimat = ""
        self.latar = CadanganLatar(jaga, halaman)
        self.lampu = LampuCadangan(self.latar)
        self.pintu = PintuTutup(jaga, self.latar, halaman)
        self.latar.pesan.connect(self._on_latar_pesan)

    def set_petugas(self, petugas: Petugas, lain: str = "") -> None:
        """Somebody signed in; the Kasi is told when the register lies on this computer alone.

        That the register was changed beside the program is told to everybody.

        Args:
            lain: what else the Kasi is to be told now.
        """
        self._petugas = petugas
        self.latar.mulai(petugas)
        self.lampu.segarkan()
        keadaan = self.lampu.keadaan
        if self._kalimat and self._spanduk.teks == self._kalimat:
            self._spanduk.sembunyikan()
        self._kalimat = keadaan.gawat
        merah = keadaan.tingkat is Tingkat.MERAH
        if petugas.peran is Peran.KASI:
            self._kalimat = " ".join(x for x in (*(keadaan.kalimat if merah else ()), lain) if x)
        self._sebut(Nada.BAHAYA if merah else Nada.INFO)

    def _sebut(self, nada: Nada) -> None:
        """Where a banner would push the page off the screen it stands in front for a while."""
        if not self._kalimat:
            return
        if self._halaman.height() >= TINGGI_CUKUP:
            self._spanduk.tampilkan(nada, self._kalimat)
        else:
            tampilkan_di_depan(self._halaman, nada, self._kalimat)

    def tahan_tutup(self) -> str:
        """That closing waits for a backup, after which the window closes itself; "" = it does not.

        Its own window tells more; this is for whoever cannot see that.
        """
        return BELUM_SELESAI if self.pintu.tahan(self._petugas) else ""

    def _on_latar_pesan(self, kalimat: str) -> None:
        self._spanduk.tampilkan(Nada.BAHAYA, kalimat)
