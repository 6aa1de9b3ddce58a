"""What the keys of `IsianTabel` do to its chosen cells; each is one act of the undo stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.ui.kit.isian_tabel_nilai import NOMOR
from sooko_desk.ui.kit.isian_tabel_tempel import format_tsv, plan_tempel
from sooko_desk.ui.kit.mime_rahasia import build_mime

if TYPE_CHECKING:
    from sooko_desk.ui.kit.isian_tabel import IsianTabel
    from sooko_desk.ui.kit.isian_tabel_model import ModelTabel

HANYA_BACA = "Tabel ini hanya untuk dibaca."
PENUH = "Tabel sudah penuh: paling banyak {} baris."
TANPA_ATAS = "Tidak ada baris di atasnya."


class TindakanTabel:
    """Acts on the chosen cells of one table. A table that is only read says so instead."""

    def __init__(self, tabel: IsianTabel, model: ModelTabel) -> None:
        self._tabel = tabel
        self._model = model

    def kosongkan(self) -> None:
        """Empty the cells; their rows stay."""
        sel = [s for s in self._tabel.rentang().list_sel() if s[0] < len(self._model.baris)]
        if self._boleh() and sel:
            self._model.ubah(dict.fromkeys(sel, ""), "Kosongkan")

    def hapus_baris(self) -> None:
        """Take the rows out; the caret stays in its column."""
        r = self._tabel.rentang()
        kolom = self._tabel.currentIndex().column()
        if self._boleh():
            self._model.hapus_baris(r.baris, r.baris_akhir)
            self._tabel.ke(r.baris, kolom)

    def sisip_baris(self) -> None:
        """Put an empty row before the current one."""
        baris = self._tabel.currentIndex().row()
        if not self._boleh():
            return
        if self._model.sisip_baris(baris):
            self._tabel.ke(baris, 0)
        else:
            self._tabel.beri_kabar(PENUH.format(self._model.paling_banyak))

    def samakan(self) -> None:
        """As the cell above; of several rows all as the first."""
        r = self._tabel.rentang()
        asal = r.baris if r.baris_akhir > r.baris else r.baris - 1
        if not self._boleh():
            return
        if asal < 0:
            self._tabel.beri_kabar(TANPA_ATAS)
            return
        sel = {(b, k): self._model.sel(asal, k) for b, k in r.list_sel() if b != asal}
        self._model.ubah(sel, "Samakan")

    def salin(self) -> None:
        """Copy the cells as they are read in a spreadsheet: choices in words, numbers bare."""
        if not self._tabel.currentIndex().isValid():
            return
        r = self._tabel.rentang()
        kolom = range(r.kolom, r.kolom_akhir + 1)
        baris = range(r.baris, r.baris_akhir + 1)
        teks = format_tsv([[self._read_sel(b, k) for k in kolom] for b in baris])
        QGuiApplication.clipboard().setMimeData(build_mime(teks))

    def potong(self) -> None:
        """Copy, and empty what was copied."""
        self.salin()
        self.kosongkan()

    def tempel(self) -> None:
        """Paste a block; one that cannot be pasted whole is refused whole."""
        if not self._boleh():
            return
        teks = QGuiApplication.clipboard().text()
        tujuan, model = self._tabel.rentang(), self._model
        try:
            sel = plan_tempel(teks, model.kolom, tujuan, model.paling_banyak)
        except UserError as galat:
            self._tabel.beri_kabar(str(galat))
            return
        model.ubah(sel, "Tempel")
        self._tabel.pilih(min(sel), max(sel))

    def _boleh(self) -> bool:
        if self._model.readonly:
            self._tabel.beri_kabar(HANYA_BACA)
        return not self._model.readonly

    def _read_sel(self, b: int, k: int) -> str:
        jenis = self._model.kolom[k].jenis
        if jenis is JenisIsian.PILIHAN or (self._model.samar and jenis in NOMOR):
            return self._model.kata(b, k)
        return self._model.sel(b, k)
