"""One field of a form: label above, input, and a line below that says what is wrong or expected.

The line below is always there, so no message ever moves a field. Help that is too long for it gets
two lines, for as long as the field is so narrow. Any other sentence runs on below the fields beside
it, if they say nothing (`BarisSejajar`). One that is too long for that too opens as a box over the
next row's label: an error at once, any other while the officer is in the field. Put rows together
with a vertical spacing of `JARAK_BARIS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.ui.kit.baris_sejajar import BarisSejajar
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pesan_baris import PesanBaris
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent

JARAK_BARIS = THEME.gap_xs
"""Between the words below a field and the label of the next."""
_SPOKEN = {Nada.BAHAYA: "Salah: ", Nada.PERINGATAN: "Perhatian: "}

Input = TypeVar("Input", bound=QWidget)


class BarisIsian(QWidget, Generic[Input]):
    """A labelled input with its message line. The input takes the focus of the whole row.

    Args:
        label: words above the input; "&" before a letter makes Alt+letter jump to it.
        input_: the widget that is filled in; owned by this row from now on.
        wajib: shows a red "*" and says "wajib" to a screen reader.
        bantuan: help that stands in the message line while nothing is wrong.
    """

    def __init__(
        self, label: str, input_: Input, *, wajib: bool = False, bantuan: str = ""
    ) -> None:
        super().__init__()
        self._input = input_
        self._bantuan = self._bantuan_awal = bantuan
        self._nada: Nada | None = None
        self._label = build_label(label, Peran.LABEL)
        self._label.setBuddy(input_)
        self._bintang = build_label("*", Peran.WAJIB)
        self._bintang.setVisible(wajib)
        self._pesan = PesanBaris()
        self._sejajar = BarisSejajar((self,))
        self._mengikuti = False
        self._lanjut = PesanBaris(self)
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
        """Stand in one line with these rows, named from left to right."""
        sejajarkan((self, *kanan))

    def pasang_sejajar(self, sejajar: BarisSejajar) -> None:
        """Share the room below with these rows from now on; see `sejajarkan`."""
        self._sejajar = sejajar

    def is_muat(self) -> bool:
        """Whether the words below can all be read within the row; true of none."""
        return self.isHidden() or self._pesan.is_whole()

    def butuh(self) -> int:
        """Px that the words below take in one line."""
        return self._pesan.needed()

    def beri_tempat(self, lebar: int) -> None:
        """Leave so many px at the left of the line below to a sentence that runs on there."""
        self._pesan.set_tertutup(lebar)

    def lanjutkan(self, x: int, lebar: int) -> None:
        """Write the sentence in one line of the form, from `x` on."""
        self._tutup_kotak()
        form = self.parentWidget()
        # A child of the form, not of this row: it must lie over the rows beside.
        if self._lanjut.parentWidget() is not form:
            self._lanjut.setParent(form)
        self._lanjut.set_isi(self._pesan.nada, self._pesan.teks)
        self._lanjut.setGeometry(x, self.y() + self._pesan.y(), lebar, self._pesan.height())
        self._lanjut.show()
        self._lanjut.raise_()

    def buka_kotak(self, x: int, lebar: int, *, turun: bool) -> bool:
        """Open the sentence in lines of that width, from `x` on; False while it is not time.

        Args:
            x, lebar: in px of the form.
            turun: leave the line below the inputs to others.
        """
        self._lanjut.hide()
        salah = self._nada is Nada.BAHAYA
        self._ikuti_fokus(ikuti=salah)
        if not (self._input.hasFocus() or salah):
            self._penuh.hide()
            return False
        self._penuh.ensurePolished()
        atas = self.y() + self._pesan.y() + (self._pesan.height() if turun else -1)
        kotak = QRect(x, atas, lebar, self._penuh.heightForWidth(lebar))
        alas, kotak = self._cari_alas(kotak)
        if not self._input.hasFocus() and _is_menutupi_ketikan(alas, kotak):
            self._penuh.hide()
            return False
        if self._penuh.parentWidget() is not alas:
            self._penuh.setParent(alas)
        baru = self._penuh.isHidden()
        self._penuh.setGeometry(kotak)
        self._penuh.show()
        self._penuh.raise_()
        if baru and self._input.hasFocus():
            self._gulir_ke_kotak()
        return True

    def tutup_lanjutan(self) -> None:
        """The sentence stands within the row, or there is none."""
        self._lanjut.hide()
        self._tutup_kotak()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the full sentence with the focus, close it without."""
        if watched is self._input and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._sejajar.tata()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the help two lines where it needs them; put the sentence where it belongs now."""
        super().resizeEvent(event)
        # By the help that the field was made with: no help that is put in later moves a field.
        bantuan = self._bantuan_awal
        self._pesan.set_dua_baris(bool(bantuan) and self._pesan.measure(bantuan) > self.width())
        self._sejajar.tata()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the sentence below the input."""
        super().moveEvent(event)
        self._sejajar.tata()

    def showEvent(self, event: QShowEvent) -> None:
        """What lies over the form comes back."""
        super().showEvent(event)
        self._sejajar.tata()

    def hideEvent(self, event: QHideEvent) -> None:
        """What lies over the form goes too."""
        super().hideEvent(event)
        self.tutup_lanjutan()

    def _show(self, nada: Nada, teks: str) -> None:
        self._pesan.set_isi(nada, teks)
        self._penuh.setText(teks)
        self.setToolTip(teks)
        set_style_state(self._penuh, "nada", str(nada))
        # Read out by a screen reader when the input gets the focus.
        self._input.setAccessibleDescription(_SPOKEN.get(nada, "") + teks if teks else "")
        self._sejajar.tata()

    def _tutup_kotak(self) -> None:
        self._ikuti_fokus(ikuti=False)
        self._penuh.hide()

    def _ikuti_fokus(self, *, ikuti: bool) -> None:
        """Learn where the caret goes, while an error in a box may be in its way."""
        if ikuti == self._mengikuti:
            return
        self._mengikuti = ikuti
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if ikuti:
            app.focusChanged.connect(self._on_focus_changed)
        else:
            app.focusChanged.disconnect(self._on_focus_changed)

    def _on_focus_changed(self) -> None:
        self._sejajar.tata()

    def _gulir_ke_kotak(self) -> None:
        """The caret's sentence must not lie below the edge of a form that scrolls."""
        atas = self.parentWidget()
        while atas is not None and not isinstance(atas, QScrollArea):
            atas = atas.parentWidget()
        if atas is not None:
            atas.ensureWidgetVisible(self._penuh, 0, 0)

    def _cari_alas(self, kotak: QRect) -> tuple[QWidget, QRect]:
        """What a box lies on, and where there: the card if it is whole in it, else the form."""
        form = self.parentWidget()
        assert form is not None
        alas, atas = form, form.parentWidget()
        while kotak.bottom() >= alas.height() and atas is not None and not _is_gulir(atas):
            kotak = QRect(alas.mapToParent(kotak.topLeft()), kotak.size())
            alas, atas = atas, atas.parentWidget()
        if kotak.bottom() >= alas.height():
            input_ = self._input.mapTo(alas, QPoint(0, 0))
            kotak.moveBottom(input_.y() - 1)
        return alas, kotak

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


def _is_gulir(widget: QWidget) -> bool:
    """Whether what lies on it does not move with the form when that is scrolled."""
    return isinstance(widget.parentWidget(), QAbstractScrollArea)


def _is_menutupi_ketikan(alas: QWidget, kotak: QRect) -> bool:
    """Whether a box there would hide the field that is being typed in."""
    fokus = QApplication.focusWidget()
    if fokus is None or not alas.isAncestorOf(fokus):
        return False
    return kotak.intersects(QRect(fokus.mapTo(alas, QPoint(0, 0)), fokus.size()))


def sejajarkan(baris: Sequence[BarisIsian[Any]], *, sampai_tepi: bool = False) -> None:
    """Let rows that stand in one line of a form share the room below them.

    Args:
        baris: from left to right.
        sampai_tepi: as `BarisSejajar` takes it.
    """
    sejajar = BarisSejajar(baris, sampai_tepi=sampai_tepi)
    for satu in baris:
        satu.pasang_sejajar(sejajar)
    sejajar.tata()
