"""What is cut on a small screen: words, digits, columns and buttons, also where an area scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QScrollArea, QTableView

from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.kit.tombol import Tombol


def list_terpotong(jendela):
    """Words that do not fit their widget, and widgets that stick out of what holds them."""
    terpotong = [
        f"columns: {tabel.accessibleName()}"
        for tabel in jendela.findChildren(QTableView)
        if tabel.isVisible() and tabel.horizontalHeader().length() > tabel.viewport().width()
    ]
    terpotong += [
        f"digits: {isian.text()}"
        for isian in jendela.findChildren(IsianDigit)
        if isian.isVisible() and not isian.hasFocus() and lebar_teks(isian) + 26 > isian.width()
    ]
    for widget in jendela.findChildren(QLabel) + jendela.findChildren(Tombol):
        if not widget.isVisible() or not widget.text() or widget.text().startswith("<"):
            continue
        if is_keluar(widget, jendela):
            terpotong.append(f"outside: {widget.text()}")
        elif isinstance(widget, Tombol):
            if widget.width() < widget.sizeHint().width():
                terpotong.append(f"button: {widget.text()}")
        elif widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height():
                terpotong.append(f"lines: {widget.text()}")
            elif lebar_kata(widget) > widget.width() + 1:
                terpotong.append(f"word: {widget.text()}")
        elif lebar_teks(widget) > widget.width() + 1:
            terpotong.append(f"words: {widget.text()}")
    return terpotong


def is_keluar(widget, jendela):
    """Whether its right or lower edge is out of sight for good: areas scroll up and down only."""
    gulir = widget.parentWidget()
    while gulir is not None and not isinstance(gulir, QScrollArea):
        gulir = gulir.parentWidget()
    sudut = QPoint(widget.width(), widget.height())
    if gulir is None:
        sudut, ruang = widget.mapTo(jendela, sudut), jendela.size()
        return sudut.x() > ruang.width() or sudut.y() > ruang.height()
    sudut, ruang = widget.mapTo(gulir.viewport(), sudut), gulir.viewport().size()
    bawah = ruang.height() + gulir.verticalScrollBar().maximum() - gulir.verticalScrollBar().value()
    return sudut.x() > ruang.width() or sudut.y() > bawah


def lebar_teks(label):
    """Px of the longest line."""
    huruf = QFontMetrics(label.font())
    return max((huruf.horizontalAdvance(s) for s in label.text().splitlines()), default=0)


def lebar_kata(label):
    """Px of the longest piece that no line break divides."""
    huruf = QFontMetrics(label.font())
    kata = label.text().replace("/", "/ ").replace("-", "- ").split()
    return max((huruf.horizontalAdvance(s) for s in kata), default=0)
