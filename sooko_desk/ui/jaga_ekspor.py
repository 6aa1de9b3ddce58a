"""A file with data of several people is made only with the PIN of the Kasi, and is written down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sooko_desk.services.catatan_kantor import Ekspor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pencetakan import Dokumen

    Catat = Callable[[], None]
    """Writes the export down; call it when the place is chosen, before the file is written."""

UNTUK = "simpan data banyak orang"


class JagaEkspor:
    """Asks, where a document needs it.

    Args:
        meja: knows the PINs, and keeps the trail.
    """

    def __init__(self, meja: Meja) -> None:
        self._petugas = meja.petugas
        self._catatan = meja.catatan

    def minta(
        self, dokumen: Dokumen, petugas: Petugas, induk: QWidget, lanjut: Callable[[Catat], None]
    ) -> None:
        """Go on with `lanjut` at once, or once the PIN of the Kasi was right; or never.

        Args:
            petugas: who is at work.
            induk: the window in front.
            lanjut: gets what writes the export down; `UserError` of that: nothing may be saved.
        """
        if not dokumen.orang:
            lanjut(_tanpa_catatan)
            return
        from sooko_desk.ui.minta_pin import MintaPin

        berkas = dokumen.nama_berkas.rpartition(".")[2].upper()
        ekspor = Ekspor(dokumen.judul, berkas, dokumen.orang)
        dialog = MintaPin(self._petugas, petugas, UNTUK, ekspor.pertanyaan, induk)

        def disetujui(kasi: Petugas) -> None:
            lanjut(partial(self._catatan.catat_ekspor, ekspor, kasi, petugas))

        dialog.disetujui.connect(disetujui)
        dialog.open()


def _tanpa_catatan() -> None:
    """The print log is enough for a document of one case."""
