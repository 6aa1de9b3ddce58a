"""One field of a form: label above, input, and a line below that says what is wrong or expected.

The line below is always there: it is the gap between two rows of a form, so no message ever moves
a field. A sentence too long for the line runs on below the fields beside it, where `set_lanjutan`
allows that and they say nothing themselves. If that is too short too it ends in an ellipsis, and
opens in full over the next row's label while the officer is in the field. Put rows together with
vertical spacing 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME, Nada, set_style_state, small_font

if TYPE_CHECKING:
    from PySide6.QtGui import QMoveEvent, QPaintEvent, QResizeEvent

_ICONS = {
    Nada.INFO: "info-circle",
    Nada.PROSES: "clock",
    Nada.PERINGATAN: "alert-triangle",
    Nada.BAHAYA: "alert-circle",
    Nada.SELESAI: "circle-check",
}
_ICON_SIDE = 14
_ICON_ROOM = _ICON_SIDE + THEME.gap_xs
_SPOKEN = {Nada.BAHAYA: "Salah: ", Nada.PERINGATAN: "Perhatian: "}

Input = TypeVar("Input", bound=QWidget)


class BarisIsian(QWidget, Generic[Input]):
    """A labelled input with its message line. The input takes the focus of the whole row.

    Args:
        label: words above the input; "&" before a letter makes Alt+letter jump to it.
        input_: the widget that is filled in; owned by this row from now on.
        wajib: shows a red "*" and says "wajib" to a screen reader.
        bantuan: help that stands in the message line while nothing is wrong.

    Signals:
        pesan_berganti(): other words stand below the input.
    """

    pesan_berganti = Signal()

    def __init__(
        self, label: str, input_: Input, *, wajib: bool = False, bantuan: str = ""
    ) -> None:
        super().__init__()
        self._input = input_
        self._bantuan = bantuan
        self._nada: Nada | None = None
        self._label = build_label(label, Peran.LABEL)
        self._label.setBuddy(input_)
        self._bintang = build_label("*", Peran.WAJIB)
        self._bintang.setVisible(wajib)
        self._pesan = _MessageLine()
        self._kanan: tuple[BarisIsian[Any], ...] = ()
        self._lanjut = _MessageLine(self)
        self._lanjut.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._lanjut.hide()
        self._penuh = build_label("", Peran.PESAN)
        self._penuh.setWordWrap(True)
        self._penuh.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._penuh.hide()
        self.setFocusProxy(input_)
        self._build_layout()
        name = label.replace("&", "")
        input_.setAccessibleName(f"{name}, wajib" if wajib else name)
        input_.installEventFilter(self)
        self.bersihkan()

    @property
    def input(self) -> Input:
        """The widget that is filled in."""
        return self._input

    @property
    def nada(self) -> Nada | None:
        """Tone of the message that is shown; None while there is none (help does not count)."""
        return self._nada

    @property
    def pesan(self) -> str:
        """The words below the input, in full, help included."""
        return self._pesan.teks

    def set_pesan(self, nada: Nada, teks: str) -> None:
        """Say something below the input.

        Args:
            nada: BAHAYA = wrong, PERINGATAN = look again, SELESAI = good, INFO; NETRAL = plain.
            teks: one short sentence, what is wrong first.
        """
        self._nada = nada
        self._show(nada, teks)
        # The other tones look the same on a field, and to polish it anew takes its time.
        terlihat = nada in (Nada.BAHAYA, Nada.PERINGATAN)
        set_style_state(self._input, "keadaan", str(nada) if terlihat else "")

    def tolak_kata(self, kata: str) -> None:
        """Say that what was typed into a list is none of its choices."""
        self.set_pesan(Nada.BAHAYA, f"“{kata}” tidak ada dalam daftar. Pilih dari daftar.")

    def bersihkan(self) -> None:
        """Take the message away; the help text comes back."""
        self._nada = None
        self._show(Nada.NETRAL, self._bantuan)
        set_style_state(self._input, "keadaan", "")

    def set_bantuan(self, teks: str) -> None:
        """Change the help text; a message that is shown stays."""
        self._bantuan = teks
        if self._nada is None:
            self.bersihkan()

    def set_lanjutan(self, *kanan: BarisIsian[Any]) -> None:
        """Let a long sentence run on below the rows beside this one.

        It stops before the first that has something to say. A plain mark (NETRAL) there moves to
        the right, and gives way where there is no room for both.

        Args:
            kanan: from left to right, each in the same line of the same form as this row, and
                named by no other row.
        """
        self._kanan = kanan
        for baris in kanan:
            baris.installEventFilter(self)
            baris.pesan_berganti.connect(self._on_kanan_berganti)

    def beri_tempat(self, lebar: int) -> None:
        """Leave so many px at the left of the message line to another row's sentence."""
        self._pesan.set_tertutup(lebar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the full sentence with the focus, close it without; follow the rows beside."""
        if watched is self._input:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self._place(focused=event.type() is QEvent.Type.FocusIn)
        elif event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._on_kanan_berganti()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the full sentence below the input."""
        super().resizeEvent(event)
        self._place(focused=self._input.hasFocus())

    def moveEvent(self, event: QMoveEvent) -> None:
        """As on a new size."""
        super().moveEvent(event)
        self._place(focused=self._input.hasFocus())

    def _show(self, nada: Nada, teks: str) -> None:
        self._pesan.set_isi(nada, teks)
        self._penuh.setText(teks)
        self.setToolTip(teks)
        set_style_state(self._penuh, "nada", str(nada))
        # Read out by a screen reader when the input gets the focus.
        self._input.setAccessibleDescription(_SPOKEN.get(nada, "") + teks if teks else "")
        self._place(focused=self._input.hasFocus())
        self.pesan_berganti.emit()

    def _on_kanan_berganti(self) -> None:
        self._place(focused=self._input.hasFocus())

    def _place(self, *, focused: bool) -> None:
        """Show the sentence where there is most of it to be read."""
        form = self.parentWidget()
        if form is None:
            return
        needed, room = self._pesan.needed(), self._room()
        self._run_on(form, min(needed, room) if needed > self.width() < room else 0)
        if not focused or needed <= room:
            self._penuh.hide()
            return
        # A child of the form, not of this row: it must lie over the row below.
        if self._penuh.parentWidget() is not form:
            self._penuh.setParent(form)
        self._penuh.ensurePolished()
        corner = self.mapToParent(QPoint(0, self._pesan.y() - 1))
        self._penuh.setGeometry(corner.x(), corner.y(), room, self._penuh.heightForWidth(room))
        self._penuh.show()
        self._penuh.raise_()

    def _room(self) -> int:
        """Px from the left edge of this row as far as its sentence may run."""
        room = self.width()
        for baris in self._kanan:
            if baris.pesan and baris.nada is not Nada.NETRAL:
                break
            room = baris.geometry().right() + 1 - self.x()
        return room

    def _run_on(self, form: QWidget, width: int) -> None:
        """Write the sentence that wide over the lines of the rows beside; 0 = in its own line."""
        end = self.x() + width + THEME.gap_m
        for baris in self._kanan:
            baris.beri_tempat(max(0, end - baris.x()) if width else 0)
        self._pesan.set_tertutup(width)
        self._lanjut.setVisible(bool(width))
        if width:
            if self._lanjut.parentWidget() is not form:
                self._lanjut.setParent(form)
            self._lanjut.set_isi(self._pesan.nada, self._pesan.teks)
            corner = self.mapToParent(self._pesan.pos())
            self._lanjut.setGeometry(corner.x(), corner.y(), width, self._pesan.height())
            self._lanjut.show()
            self._lanjut.raise_()

    def _build_layout(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(3)
        head.addWidget(self._label)
        head.addWidget(self._bintang)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self._input)
        layout.addWidget(self._pesan)
        layout.addStretch(1)


class _MessageLine(QWidget):
    """One line of small words with a picture; as high with words as without."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.teks = ""
        self.nada = Nada.NETRAL
        self._diukur = ("", "")
        self._lebar = 0
        self._tertutup = 0
        self.setFont(small_font(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_isi(self, nada: Nada, teks: str) -> None:
        self.nada = nada
        self.teks = teks
        self.setToolTip(teks)
        self.update()

    def set_tertutup(self, width: int) -> None:
        """Px at the left that other words lie over; with these the own ones are whole or none."""
        if width != self._tertutup:
            self._tertutup = width
            self.update()

    def needed(self) -> int:
        """Px that picture and words take."""
        kini = (self.teks, self.font().key())
        if kini != self._diukur:  # asked for dozens of times while a form is laid out
            self._diukur = kini
            self._lebar = self.fontMetrics().horizontalAdvance(self.teks) + 1  # part of a px
        return self._left() + self._lebar

    def sizeHint(self) -> QSize:
        return QSize(0, QFontMetrics(self.font()).height() + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.teks or (self._tertutup and self._tertutup + self.needed() > self.width()):
            return
        painter = QPainter(self)
        painter.translate(self._tertutup, 0)
        tone = THEME.tone(self.nada)
        name = _ICONS.get(self.nada)
        if name:
            picture = pixmap(name, tone.icon, _ICON_SIDE, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(0, (self.height() - _ICON_SIDE) // 2 + 1), picture)
        room = self.rect().adjusted(self._left(), 0, 0, 0)
        words = self.fontMetrics().elidedText(self.teks, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(tone.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _left(self) -> int:
        return _ICON_ROOM if self.nada in _ICONS else 0
