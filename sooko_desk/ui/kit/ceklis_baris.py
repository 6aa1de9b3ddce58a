"""The model behind the checklist: the papers as marked now, one row a paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from sooko_desk.domain.permohonan import Berkas, Cocok
from sooko_desk.ui.kit.ceklis_kata import Baris, build_baris, spoken, tip
from sooko_desk.ui.kit.ceklis_tanda import put_mark

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from sooko_desk.domain.permohonan import TandaBerkas

BARIS_ROLE = Qt.ItemDataRole.UserRole + 1
"""Item role that holds the `Baris`."""

AnyIndex = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_Look = tuple[bool, Cocok]


class BerkasModel(QAbstractListModel):
    """One row per paper. `dataChanged` tells of officers' acts only, once an act."""

    def __init__(self) -> None:
        super().__init__()
        self.readonly = False
        self._berkas: list[Berkas] = []
        self._baris: tuple[Baris, ...] = ()
        self._baru_sejak: dt.datetime | None = None
        self._tekankan = False
        self._struck: dict[str, tuple[_Look, _Look | None]] = {}

    @property
    def berkas(self) -> tuple[Berkas, ...]:
        """The papers; one that is away keeps the marks it had, should it be there again."""
        return tuple(self._berkas)

    def set_berkas(self, berkas: Sequence[Berkas]) -> None:
        """Another checklist."""
        self.beginResetModel()
        self._berkas = list(berkas)
        self._struck = {}
        self._rebuild()
        self.endResetModel()

    def set_baru_sejak(self, saat: dt.datetime | None) -> None:
        """Date the papers that came after this instant."""
        self._baru_sejak = saat
        self._rebuild()

    def set_tekankan(self, tekankan: bool) -> None:
        """Bring out what is missing."""
        self._tekankan = tekankan
        self._rebuild()

    def act(self, row: int, change: Callable[[Berkas], Berkas]) -> None:
        """One officer's act on one paper; nothing while readonly or without such a row."""
        if not self.readonly and 0 <= row < len(self._berkas):
            self.put({row: change(self._berkas[row])})

    def strike(self, row: int) -> None:
        """Name a paper as missing: away, then there with wrong data, then as it was."""
        berkas = self._berkas[row]
        now = (berkas.ada, berkas.cocok)
        before, left = self._struck.get(berkas.kode, (now, None))
        if left != now:
            before, after = now, (False, berkas.cocok)
        elif not berkas.ada:
            after = (True, Cocok.TIDAK)
        else:
            after = before
        self._struck[berkas.kode] = (before, after)
        if left == now and after == before:
            del self._struck[berkas.kode]  # the round is over, the next press begins anew
        self.put({row: replace(berkas, ada=after[0], cocok=after[1])})

    def put_marks(self, tanda: Iterable[TandaBerkas]) -> None:
        """Put back these marks; those of papers that this list does not have are passed over."""
        rows = {b.kode: row for row, b in enumerate(self._berkas)}
        self.put(
            {rows[t.kode]: put_mark(self._berkas[rows[t.kode]], t) for t in tanda if t.kode in rows}
        )

    def put(self, changed: dict[int, Berkas]) -> None:
        """Take these papers as one act."""
        changed = {row: b for row, b in changed.items() if b != self._berkas[row]}
        if not changed:
            return
        for row, berkas in changed.items():
            self._berkas[row] = berkas
        self._rebuild()
        # A mark may make the other papers of its group enough, or wanted again.
        self.dataChanged.emit(self.index(0), self.index(len(self._berkas) - 1))

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """One row per paper."""
        return 0 if parent.isValid() else len(self._berkas)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Checkable and with a note, unless readonly."""
        flags = super().flags(index)
        if not index.isValid() or self.readonly:
            return flags
        return flags | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, note, tick, spoken words and the `Baris` itself."""
        if not index.isValid():
            return None
        reader = _READERS.get(role)
        return reader(self._baris[index.row()]) if reader else None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a note or, from a screen reader, a tick."""
        if self.readonly or not index.isValid():
            return False
        berkas = self._berkas[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            self.put({index.row(): replace(berkas, catatan=" ".join(str(value).split()))})
            return True
        if role == Qt.ItemDataRole.CheckStateRole:
            ada = Qt.CheckState(value) is Qt.CheckState.Checked
            self.put({index.row(): replace(berkas, ada=ada)})
            return True
        return False

    def _rebuild(self) -> None:
        self._baris = build_baris(self._berkas, self._baru_sejak, tekankan=self._tekankan)


def _name(baris: Baris) -> str:
    return baris.berkas.nama


def _note(baris: Baris) -> str:
    return baris.berkas.catatan


def _check_state(baris: Baris) -> Qt.CheckState:
    return Qt.CheckState.Checked if baris.berkas.ada else Qt.CheckState.Unchecked


def _itself(baris: Baris) -> Baris:
    return baris


_READERS: dict[int, Callable[[Baris], Any]] = {
    Qt.ItemDataRole.DisplayRole: _name,
    Qt.ItemDataRole.EditRole: _note,
    Qt.ItemDataRole.CheckStateRole: _check_state,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: tip,
    Qt.ItemDataRole.ToolTipRole: tip,
    BARIS_ROLE: _itself,
}
