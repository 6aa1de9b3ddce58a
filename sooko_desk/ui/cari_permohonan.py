"""A search that outlives a damaged index, and tells in the banner what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from sooko_desk.data.pencarian import IndeksRusakError
from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.indeks import DIBANGUN_ULANG
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import RingkasanPermohonan
    from sooko_desk.services.meja import Meja
    from sooko_desk.ui.kit.spanduk import Spanduk

MEMBANGUN = "Indeks pencarian rusak, sedang dibangun ulang dari register. Tunggu sebentar."


def cari_permohonan(meja: Meja, teks: str, spanduk: Spanduk) -> tuple[RingkasanPermohonan, ...]:
    """Search; nothing is found where the register itself is damaged.

    A damaged index is made anew in between, in the window's thread as the register is: the cases
    of an office take under a second, a million half a minute. So it is told before it begins.
    """
    try:
        try:
            return meja.register.list_cari(teks)
        except IndeksRusakError:
            spanduk.tampilkan(Nada.INFO, MEMBANGUN)
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            spanduk.window().repaint()
            meja.jaga.indeks.bangun_ulang()
            spanduk.tampilkan(Nada.INFO, DIBANGUN_ULANG)
            return meja.register.list_cari(teks)
    except OfficerError as galat:
        spanduk.tampilkan(Nada.BAHAYA, str(galat))
        return ()
