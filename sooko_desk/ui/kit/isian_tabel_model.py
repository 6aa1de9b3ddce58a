"""The rows of `IsianTabel`: cells, marks of what is wrong, and undo.

Rows are frozen and carry a number of their own, so that marks follow a row that moves. After the
last row the model shows one more, in which typing begins a new row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from sooko_desk.domain.tabel_isian import parse_tabel
from sooko_desk.ui.kit.isian_tabel_baris import BarisSel, TampilBaris, TandaSel, tanpa_kosong
from sooko_desk.ui.kit.isian_tabel_nilai import (
    TabelKode,
    check_bentuk,
    format_baris,
    rapikan,
    rapikan_simpanan,
    sebut_sel,
)
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from sooko_desk.domain.sop import Isian
    from sooko_desk.ui.kit.isian_tabel_baris import Baris, Sel
    from sooko_desk.ui.kit.tabel import AnyIndex

NADA_ROLE = Qt.ItemDataRole.UserRole + 1
"""Tone of a cell's mark (`Nada`), or None."""
KALIMAT_ROLE = Qt.ItemDataRole.UserRole + 2
"""What is wrong with a cell, in one sentence; "" for nothing."""

PALING_BANYAK = 20
_LOOKED_AT = (
    Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
)
_TYPED_INTO = _LOOKED_AT | Qt.ItemFlag.ItemIsEditable
_UNDO_MOST = 200
_ROOT = QModelIndex()


class ModelTabel(QAbstractTableModel):
    """Cells that are changed by whole acts, each of which can be undone.

    Args:
        kolom: the columns, left to right.
        paling_banyak: most rows.

    Attributes:
        samar: numbers of people are shown masked.

    Signals:
        diubah(): an act was done, undone or redone.
        kembali_ke(int, int): row and column of an act that was undone or redone.
    """

    diubah = Signal()
    kembali_ke = Signal(int, int)

    def __init__(self, kolom: Sequence[Isian], paling_banyak: int, parent: QObject) -> None:
        super().__init__(parent)
        self.kolom = tuple(kolom)
        self.kode = tuple(TabelKode(satu.pilihan) for satu in kolom)
        self.paling_banyak = paling_banyak
        self.urungan = QUndoStack(self)
        self.urungan.setUndoLimit(_UNDO_MOST)
        self._readonly = self.samar = False
        self._baris: Baris = ()
        self._kunci = 0
        self._tampil: dict[int, TampilBaris] = {}
        self._tanda: dict[tuple[int, int], TandaSel] = {}
        self._tanda_tabel: TandaSel | None = None

    # -- what is in it

    @property
    def baris(self) -> Baris:
        """The rows, without the empty ones at the end."""
        return self._baris

    @property
    def tanda_tabel(self) -> TandaSel | None:
        """What the check says of the table as a whole."""
        return self._tanda_tabel

    def sel(self, baris: int, kolom: int) -> str:
        """The text of a cell, "" in the row that typing would begin."""
        return self._baris[baris].sel[kolom] if baris < len(self._baris) else ""

    def kata(self, baris: int, kolom: int) -> str:
        """The words of a cell as it is shown."""
        if baris >= len(self._baris):
            return ""
        return self._find_tampil(self._baris[baris]).kata[kolom]

    def nilai(self, sementara: tuple[int, int, str] | None = None) -> str:
        """All rows as text.

        Args:
            sementara: row, column and words of a cell that is still being typed.
        """
        baris = self._baris
        if sementara is not None:
            b, k, teks = sementara
            baris = self._dengan({(b, k): rapikan(self.kolom[k], self.kode[k], teks)})
        return format_baris(self.kolom, (satu.sel for satu in baris))

    def set_nilai(self, teks: str) -> None:
        """Show stored rows; forgets marks and what could be undone."""
        self.beginResetModel()
        self._baris = tanpa_kosong(
            [
                self._baru(tuple(rapikan_simpanan(k, satu.get(k.id, "")) for k in self.kolom))
                for satu in parse_tabel(teks)
            ]
        )
        self._tampil, self._tanda, self._tanda_tabel = {}, {}, None
        self.urungan.clear()
        self.endResetModel()

    def set_readonly(self, readonly: bool) -> None:
        """Without the row that typing would begin, or with it again."""
        self.beginResetModel()
        self._readonly = readonly
        self.endResetModel()
        self.set_samar(readonly)

    def set_samar(self, samar: bool) -> None:
        """Show numbers of people masked, or in full."""
        self.samar, self._tampil = samar, {}
        self._emit_all_changed()

    @property
    def readonly(self) -> bool:
        """Whether cells can only be looked at."""
        return self._readonly

    def set_tanda(self, tanda: Mapping[Sel, TandaSel], tabel: TandaSel | None) -> None:
        """Mark these cells and the table, and no others."""
        self._tanda = {(self._baris[b].kunci, k): satu for (b, k), satu in tanda.items()}
        self._tanda_tabel = tabel
        self._emit_all_changed()

    # -- acts

    def ubah(self, sel: Mapping[Sel, str], nama: str) -> None:
        """Write cells in one act; rows after the last come into being.

        Args:
            sel: words as typed or pasted.
            nama: what the act is called, e.g. "Tempel".
        """
        rapi = {(b, k): rapikan(self.kolom[k], self.kode[k], t) for (b, k), t in sel.items()}
        self._lakukan(self._dengan(rapi), nama, min(sel))

    def hapus_baris(self, awal: int, akhir: int) -> None:
        """Take out these rows, both ends included."""
        baris = self._baris[:awal] + self._baris[akhir + 1 :]
        self._lakukan(tanpa_kosong(baris), "Hapus baris", (awal, 0))

    def sisip_baris(self, tempat: int) -> bool:
        """Put an empty row before that one; False when the table is full."""
        if len(self._baris) >= self.paling_banyak:
            return False
        kosong = self._baru(("",) * len(self.kolom))
        baris = (*self._baris[:tempat], kosong, *self._baris[tempat:])
        self._lakukan(tanpa_kosong(baris), "Sisip baris", (tempat, 0))
        return True

    def pasang(self, baris: Baris) -> None:
        """Show other rows; for the undo stack. Marks of changed cells vanish."""
        lama, baru = self.rowCount(), self._count(baris)
        self._lupakan_tanda(baris)
        if baru > lama:
            self.beginInsertRows(_ROOT, lama, baru - 1)
            self._baris = baris
            self.endInsertRows()
        elif baru < lama:
            self.beginRemoveRows(_ROOT, baru, lama - 1)
            self._baris = baris
            self.endRemoveRows()
        else:
            self._baris = baris
        self._emit_all_changed()
        self.diubah.emit()

    # -- Qt's questions

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """The rows, and the one in which typing begins another."""
        return 0 if parent.isValid() else self._count(self._baris)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """One column per field."""
        return 0 if parent.isValid() else len(self.kolom)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Every cell can be typed into, unless the table is only to be looked at."""
        del index
        return _LOOKED_AT if self._readonly else _TYPED_INTO

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a cell, its mark, and both for a screen reader."""
        if not index.isValid():
            return None
        reader = _READERS.get(role)
        return reader(self, index.row(), index.column()) if reader else None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write one cell as one act."""
        if role != Qt.ItemDataRole.EditRole or self._readonly:
            return False
        self.ubah({(index.row(), index.column()): str(value)}, "Isi sel")
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Labels above, with the whole help as tip; number and first cell on the left."""
        if orientation is Qt.Orientation.Horizontal:
            kolom = self.kolom[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return kolom.label
            if role == Qt.ItemDataRole.ToolTipRole:
                wajib = " (wajib)" if kolom.wajib else ""
                return "\n".join(x for x in (f"{kolom.label}{wajib}", kolom.bantuan) if x)
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{section + 1} {self.kata(section, 0)}".strip()
        return None

    def find_tanda(self, b: int, k: int) -> TandaSel | None:
        """What the check says of a cell, else why it cannot be read."""
        if b >= len(self._baris):
            return None
        satu = self._baris[b]
        if (tanda := self._tanda.get((satu.kunci, k))) is not None:
            return tanda
        kalimat = self._find_tampil(satu).bentuk[k]
        return TandaSel(Nada.BAHAYA, kalimat) if kalimat else None

    def nada_baris(self, baris: int) -> Nada | None:
        """The graver tone of a row's marks; None when nothing is wrong in it."""
        if baris >= len(self._baris):
            return None
        satu = self._baris[baris]
        nada = {self._tanda[t].nada for t in self._tanda if t[0] == satu.kunci}
        if Nada.BAHAYA in nada or any(self._find_tampil(satu).bentuk):
            return Nada.BAHAYA
        return next(iter(nada), None)

    def find_galat(self) -> Sel | None:
        """The first cell that is wrong, else the first that is marked at all."""
        ada = [
            (t.nada is not Nada.BAHAYA, b, k)
            for b in range(len(self._baris))
            for k in range(len(self.kolom))
            if (t := self.find_tanda(b, k)) is not None
        ]
        return min(ada)[1:] if ada else None

    # -- within

    def _find_tampil(self, satu: BarisSel) -> TampilBaris:
        tampil = self._tampil.get(satu.kunci)
        if tampil is None or tampil.sel is not satu.sel:
            isi = tuple(zip(self.kolom, self.kode, satu.sel, strict=True))
            kata = tuple(sebut_sel(*sel, samar=self.samar) for sel in isi)
            tampil = TampilBaris(satu.sel, kata, tuple(check_bentuk(*sel) for sel in isi))
            self._tampil[satu.kunci] = tampil
        return tampil

    def _count(self, baris: Baris) -> int:
        ruang = not self._readonly and len(baris) < self.paling_banyak
        return len(baris) + int(ruang)

    def _baru(self, sel: tuple[str, ...]) -> BarisSel:
        self._kunci += 1
        return BarisSel(self._kunci, sel)

    def _dengan(self, sel: Mapping[Sel, str]) -> Baris:
        baris = list(self._baris)
        for b, _ in sel:
            while len(baris) <= b:
                baris.append(self._baru(("",) * len(self.kolom)))
        for (b, k), teks in sel.items():
            isi = baris[b].sel
            baris[b] = replace(baris[b], sel=(*isi[:k], teks, *isi[k + 1 :]))
        return tanpa_kosong(baris)

    def _lakukan(self, baris: Baris, nama: str, tempat: Sel) -> None:
        if [satu.sel for satu in baris] != [satu.sel for satu in self._baris]:
            self.urungan.push(_Tindakan(self, baris, nama, tempat))

    def _lupakan_tanda(self, baris: Baris) -> None:
        lama = {satu.kunci: satu.sel for satu in self._baris}
        for satu in baris:
            sebelum = lama.get(satu.kunci, satu.sel)
            if sebelum is not satu.sel:
                for k, (a, z) in enumerate(zip(sebelum, satu.sel, strict=True)):
                    if a != z:
                        self._tanda.pop((satu.kunci, k), None)
        self._tanda_tabel = None

    def _emit_all_changed(self) -> None:
        akhir = self.rowCount() - 1
        if akhir >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(akhir, len(self.kolom) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, akhir)


def _spoken(model: ModelTabel, b: int, k: int) -> str:
    return f"{model.kolom[k].label}, baris {b + 1}: {model.kata(b, k) or 'kosong'}"


def _sentence(model: ModelTabel, b: int, k: int) -> str:
    tanda = model.find_tanda(b, k)
    return tanda.kalimat if tanda else ""


def _tone(model: ModelTabel, b: int, k: int) -> Nada | None:
    tanda = model.find_tanda(b, k)
    return tanda.nada if tanda else None


_READERS: dict[int, Callable[[ModelTabel, int, int], Any]] = {
    Qt.ItemDataRole.DisplayRole: ModelTabel.kata,
    Qt.ItemDataRole.EditRole: ModelTabel.sel,
    Qt.ItemDataRole.ToolTipRole: _sentence,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: _sentence,
    NADA_ROLE: _tone,
    KALIMAT_ROLE: _sentence,
}


class _Tindakan(QUndoCommand):
    """One act: all rows before and after. A family is small; a whole copy cannot go wrong."""

    def __init__(self, model: ModelTabel, baris: Baris, nama: str, tempat: Sel) -> None:
        super().__init__(nama)
        self._model = model
        self._sebelum, self._sesudah = model.baris, baris
        self._tempat = tempat
        self._done = False

    def redo(self) -> None:
        self._model.pasang(self._sesudah)
        if self._done:
            self._model.kembali_ke.emit(*self._tempat)
        self._done = True

    def undo(self) -> None:
        self._model.pasang(self._sebelum)
        self._model.kembali_ke.emit(*self._tempat)
