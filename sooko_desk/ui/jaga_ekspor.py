"""A file with data of several people is made only with the PIN of the Kasi, and is written down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import OfficerError
from sooko_desk.services.catatan_kantor import Ekspor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.meja import Meja
    from sooko_desk.services.pencetakan import Dokumen
    from sooko_desk.ui.kabar import Kabar

    Catat = Callable[[], None]
    """Writes the export down; call it when the place is chosen, before the file is written."""

UNTUK = "simpan data banyak orang"
UNTUK_DIBATASI = "buka halaman dengan data dibatasi"


class JagaEkspor:
    """Asks, where a document needs it.

    Args:
        meja: knows the PINs, and keeps the trail.
        kabar: tells what could not be written down.
    """

    def __init__(self, meja: Meja, kabar: Kabar) -> None:
        self._kabar = kabar
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

    def minta_dibatasi(
        self, dokumen: Dokumen, petugas: Petugas, induk: QWidget, lanjut: Callable[[], None]
    ) -> None:
        """Show a document; an official page with restricted cases once the Kasi's PIN was right.

        Such a page stays as it was written for ever. What cannot be written down is not shown.

        Args:
            petugas, induk: as `minta`.
            lanjut: shows it.
        """
        if not dokumen.dibatasi:
            lanjut()
            return
        from sooko_desk.ui.minta_pin import MintaPin

        keterangan = (
            f"{dokumen.judul} memuat {dokumen.dibatasi} baris yang datanya dibatasi. Halaman resmi "
            "tampil dan tercetak seperti semula; ini dicatat."
        )
        dialog = MintaPin(self._petugas, petugas, UNTUK_DIBATASI, keterangan, induk.window())

        def disetujui(kasi: Petugas) -> None:
            try:
                self._catatan.catat_halaman_dibatasi(dokumen.judul, dokumen.dibatasi, kasi)
            except OfficerError as galat:
                self._kabar.pesan.emit(str(galat))
            else:
                lanjut()

        dialog.disetujui.connect(disetujui)
        dialog.open()


def _tanpa_catatan() -> None:
    """The print log is enough for a document of one case."""
