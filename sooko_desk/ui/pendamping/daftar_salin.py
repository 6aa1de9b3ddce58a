"""The list below: what was copied, what comes, and what is empty. A click copies that line.

Numbers of people are masked here; the one in hand stands in full above the list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sooko_desk.domain.digit import PANJANG_NOMOR, samarkan
from sooko_desk.services.pendamping import Tanda, UrutanSalin
from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.isian_angka import group_digits
from sooko_desk.ui.theme import THEME, Nada, small_font

if TYPE_CHECKING:
    from typing import Any

    from sooko_desk.services.pendamping import ButirSalin

AnyIndex = QModelIndex | QPersistentModelIndex

KATA_KOSONG = "kosong"
KATA_SALAH = "periksa di borang"
_KATA_TANDA = {
    Tanda.BELUM: "belum disalin",
    Tanda.DISALIN: "sudah disalin",
    Tanda.DILEWATI: "dilewati",
    Tanda.KOSONG: "kosong",
}
_IKON = {Tanda.DISALIN: "check", Tanda.DILEWATI: "minus"}
_TINGGI, _TINGGI_JUDUL = 26, 28
_SISI_IKON = 14
_LEBAR_IKON = 22
_BAGIAN_LABEL = 0.46
_ROOT = QModelIndex()


def show_nilai(butir: ButirSalin, *, samar: bool = False) -> str:
    """The value as it is read beside the paper: long numbers in groups of four, or masked."""
    nilai = butir.nilai
    if len(nilai) != PANJANG_NOMOR or not nilai.isdigit():
        return nilai
    return group_digits(samarkan(nilai) if samar else nilai)


class ModelSalin(QAbstractListModel):
    """One row a value, and one for the heading where another group begins.

    `UserRole` of a row is the place of its value, None for a heading.
    """

    def __init__(self) -> None:
        super().__init__()
        self.urutan = UrutanSalin((), {})
        self._baris: list[int | str] = []

    def set_urutan(self, urutan: UrutanSalin) -> None:
        """Show another list."""
        self.beginResetModel()
        self.urutan = urutan
        self._baris = []
        kelompok = ""
        for n, butir in enumerate(urutan.daftar):
            if butir.kelompok != kelompok:
                kelompok = butir.kelompok
                self._baris.append(kelompok or "Lainnya")
            self._baris.append(n)
        self.endResetModel()

    def segarkan(self) -> None:
        """Marks have changed."""
        if self._baris:
            self.dataChanged.emit(self.index(0), self.index(len(self._baris) - 1))

    def index_butir(self, n: int) -> QModelIndex:
        """The row of a value."""
        return self.index(self._baris.index(n))

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Values and headings."""
        return 0 if parent.isValid() else len(self._baris)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words of a row; for a screen reader with value and mark."""
        isi = self._baris[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return isi if isinstance(isi, int) else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if isinstance(isi, str):
            return isi
        butir = self.urutan.daftar[isi]
        if role == Qt.ItemDataRole.DisplayRole:
            return butir.label
        bagian = (
            butir.label,
            show_nilai(butir, samar=True),
            butir.salah or _KATA_TANDA[self.urutan.tanda(isi)],
        )
        return ", ".join(x for x in bagian if x)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Only what has a value can be clicked."""
        n = self.data(index, Qt.ItemDataRole.UserRole)
        if n is None or self.urutan.tanda(n) is Tanda.KOSONG:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled


class DaftarSalin(QListView):
    """The list itself. It never takes the focus.

    Signals:
        dipilih(int): that value is wanted; its place in the list.
    """

    dipilih = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.model_salin = ModelSalin()
        self.setModel(self.model_salin)
        self.setItemDelegate(_Gambar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Isian untuk SIAK")
        self.clicked.connect(self._on_clicked)

    def set_urutan(self, urutan: UrutanSalin) -> None:
        """Show another list."""
        self.model_salin.set_urutan(urutan)
        self.segarkan()

    def segarkan(self) -> None:
        """Marks have changed: show them, with the value in turn in the middle."""
        self.model_salin.segarkan()
        kini = self.model_salin.urutan.kini
        if kini is not None:
            tempat = self.model_salin.index_butir(kini)
            self.scrollTo(tempat, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_clicked(self, index: QModelIndex) -> None:
        n = index.data(Qt.ItemDataRole.UserRole)
        if n is not None:
            self.dipilih.emit(n)


class _Gambar(QStyledItemDelegate):
    """Paints tick, label and value in one line."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        judul = index.data(Qt.ItemDataRole.UserRole) is None
        return QSize(0, _TINGGI_JUDUL if judul else _TINGGI)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        n = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setFont(small_font(option.font))
        if n is None:
            _paint_judul(painter, option.rect, index.data())
        else:
            _paint_butir(painter, option.rect, self._urutan(), n)
        painter.restore()

    def _urutan(self) -> UrutanSalin:
        daftar = self.parent()
        assert isinstance(daftar, DaftarSalin)
        return daftar.model_salin.urutan


def _paint_judul(painter: QPainter, tempat: QRect, kata: str) -> None:
    painter.fillRect(tempat, QColor(THEME.off_ground))
    huruf = QFont(painter.font())
    huruf.setWeight(QFont.Weight.DemiBold)
    painter.setFont(huruf)
    painter.setPen(QColor(THEME.text_soft))
    _tulis(painter, tempat.adjusted(THEME.gap_s, 0, -THEME.gap_s, 0), kata)


def _paint_butir(painter: QPainter, tempat: QRect, urutan: UrutanSalin, n: int) -> None:
    butir, tanda = urutan.daftar[n], urutan.tanda(n)
    if n == urutan.kini:
        painter.fillRect(tempat, QColor(THEME.picked))
        painter.fillRect(QRect(tempat.left(), tempat.top(), 3, tempat.height()), THEME.accent)
    dalam = tempat.adjusted(THEME.gap_s, 0, -THEME.gap_s, 0)
    if gambar := _IKON.get(tanda):
        nada = Nada.SELESAI if tanda is Tanda.DISALIN else Nada.NETRAL
        rupa = pixmap(gambar, THEME.tone(nada).icon, _SISI_IKON)
        atas = dalam.top() + (dalam.height() - _SISI_IKON) // 2
        painter.drawPixmap(QPointF(dalam.left(), atas), rupa)
    dalam.setLeft(dalam.left() + _LEBAR_IKON)
    kiri, kanan = QRect(dalam), QRect(dalam)
    kiri.setWidth(round(dalam.width() * _BAGIAN_LABEL))
    kanan.setLeft(kiri.right() + THEME.gap_s)
    sepi = tanda is not Tanda.BELUM
    painter.setPen(QColor(THEME.off_text if tanda is Tanda.KOSONG else THEME.text_soft))
    _tulis(painter, kiri, butir.label)
    if butir.salah:
        painter.setPen(QColor(THEME.tone(Nada.PERINGATAN).text))
        _tulis(painter, kanan, KATA_SALAH)
        return
    painter.setPen(QColor(THEME.off_text if sepi else THEME.text))
    _tulis(painter, kanan, show_nilai(butir, samar=True) or KATA_KOSONG)


def _tulis(painter: QPainter, tempat: QRect, kata: str) -> None:
    muat = QFontMetrics(painter.font()).elidedText(
        kata, Qt.TextElideMode.ElideRight, tempat.width()
    )
    painter.drawText(tempat, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, muat)
