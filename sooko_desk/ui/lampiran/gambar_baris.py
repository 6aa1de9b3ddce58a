"""How a line of the list of scans looks: a paper's name, or a scan with its second line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.lencana import chip_size, paint_chip
from sooko_desk.ui.lampiran.baris_lampiran import BarisBerkas, sebut_rincian
from sooko_desk.ui.theme import THEME, Nada, small_font

if TYPE_CHECKING:
    from sooko_desk.ui.lampiran.baris_lampiran import Baris, BarisPindaian

AnyIndex = QModelIndex | QPersistentModelIndex
BARIS_ROLE = Qt.ItemDataRole.UserRole + 1

_NOMOR = 26
"""Px for a paper's number; its scans begin right of it."""
_BILAH = 16
_BARIS_NAMA_TERBANYAK = 2
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class _Kepala:
    """Where the words of a paper's line go."""

    nama: str
    nama_rect: QRect
    chip: str
    chip_rect: QRect
    tinggi: int


class GambarBaris(QStyledItemDelegate):
    """Paints the lines of `DaftarPindaian`.

    Attributes:
        sasaran: key of the line that what is dragged would go to; None = nothing is dragged here.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.sasaran: tuple[str, str] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """A paper takes one or two lines of words, a scan always two."""
        baris: Baris = index.data(BARIS_ROLE)
        if isinstance(baris, BarisBerkas):
            return QSize(0, _tata_kepala(baris, option.font, self._lebar()).tinggi)
        kecil = QFontMetrics(small_font(option.font)).height()
        return QSize(0, QFontMetrics(option.font).height() + kecil + THEME.gap_s + 2)

    def _lebar(self) -> int:
        """Px of a line, less where the bar is or could be: it must not fold names anew.

        `option.rect` is empty while Qt measures: the list's own width decides.
        """
        return self._view.width() - 2 * self._view.frameWidth() - _BILAH

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, words, and the frame of the line that takes what is dragged."""
        baris: Baris = index.data(BARIS_ROLE)
        dipilih = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        badan = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if dipilih or baris.kunci == self.sasaran:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(THEME.picked if dipilih else THEME.accent_soft))
            painter.drawRoundedRect(badan, THEME.radius_s, THEME.radius_s)
        if baris.kunci == self.sasaran or (dipilih and self._view.hasFocus()):
            painter.setPen(QPen(QColor(THEME.accent), THEME.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(badan, THEME.radius_s, THEME.radius_s)
        if isinstance(baris, BarisBerkas):
            _paint_kepala(painter, option, baris, _tata_kepala(baris, option.font, self._lebar()))
        else:
            _paint_pindaian(painter, option, baris)
        painter.restore()


def _tata_kepala(baris: BarisBerkas, font: QFont, lebar: int) -> _Kepala:
    chip = str(baris.banyak) if baris.banyak else ""
    ukuran = chip_size(chip, font) if chip else QSize(0, 0)
    tebal = _tebal(font)
    kiri = _NOMOR + THEME.gap_s
    muat = max(40, lebar - kiri - ukuran.width() - 2 * THEME.gap_s)
    nama, tinggi = _lipat(baris.nama, QFontMetrics(tebal), muat)
    tinggi_baris = max(tinggi, ukuran.height()) + 2 * THEME.gap_xs + 2
    atas = (tinggi_baris - ukuran.height()) // 2
    return _Kepala(
        nama,
        QRect(kiri, (tinggi_baris - tinggi) // 2, muat, tinggi),
        chip,
        QRect(QPoint(lebar - ukuran.width() - THEME.gap_s, atas), ukuran),
        tinggi_baris,
    )


def _lipat(teks: str, huruf: QFontMetrics, lebar: int) -> tuple[str, int]:
    """Words that fit into two lines of that width, and the height they take."""
    ruang = QRect(0, 0, lebar, 10_000)
    paling = huruf.lineSpacing() * _BARIS_NAMA_TERBANYAK
    potong, panjang = teks, len(teks)
    while (tinggi := huruf.boundingRect(ruang, _WRAP, potong).height()) > paling and panjang > 1:
        panjang -= max(1, panjang // 20)
        potong = f"{teks[:panjang].rstrip()}…"
    return potong, tinggi


def _paint_kepala(
    painter: QPainter, option: QStyleOptionViewItem, baris: BarisBerkas, tata: _Kepala
) -> None:
    asal = option.rect.topLeft()
    painter.setFont(small_font(option.font))
    painter.setPen(QColor(THEME.text_soft))
    if baris.nomor:
        tempat = QRect(0, 0, _NOMOR, tata.tinggi).translated(asal)
        kanan = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(tempat, kanan, str(baris.nomor))
    painter.setFont(_tebal(option.font))
    painter.setPen(QColor(THEME.text if baris.banyak else THEME.text_soft))
    painter.drawText(tata.nama_rect.translated(asal), _WRAP, tata.nama)
    if tata.chip:
        painter.setFont(option.font)
        paint_chip(painter, tata.chip_rect.translated(asal), tata.chip, Nada.NETRAL)


def _paint_pindaian(painter: QPainter, option: QStyleOptionViewItem, baris: BarisPindaian) -> None:
    kotak = option.rect.adjusted(_NOMOR + THEME.gap_s, THEME.gap_xs, -THEME.gap_s, -THEME.gap_xs)
    nama_ikon = "file-text" if baris.lampiran.jenis == "pdf" else "file"
    gambar = pixmap(nama_ikon, THEME.text_soft, THEME.icon, painter.device().devicePixelRatio())
    painter.drawPixmap(kotak.left(), kotak.center().y() - THEME.icon // 2, gambar)
    kata = kotak.adjusted(THEME.icon + THEME.gap_s, 0, 0, 0)
    painter.setFont(option.font)
    painter.setPen(QColor(THEME.text))
    huruf = QFontMetrics(option.font)
    # The end of a scanner's file name tells one scan from the next.
    nama = huruf.elidedText(baris.lampiran.nama, Qt.TextElideMode.ElideMiddle, kata.width())
    painter.drawText(kata, Qt.AlignmentFlag.AlignTop, nama)
    kecil = small_font(option.font)
    painter.setFont(kecil)
    painter.setPen(QColor(THEME.text_soft))
    rincian = QFontMetrics(kecil).elidedText(
        sebut_rincian(baris.lampiran), Qt.TextElideMode.ElideRight, kata.width()
    )
    painter.drawText(kata, Qt.AlignmentFlag.AlignBottom, rincian)


def _tebal(font: QFont) -> QFont:
    tebal = QFont(font)
    tebal.setWeight(QFont.Weight.DemiBold)
    return tebal
