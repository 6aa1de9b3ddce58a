"""A few papers with their names in full, each with a tick; scrolls where they need more room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sooko_desk.ui.kit.ketikan import ENTER, is_ctrl_a, read_angka
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QResizeEvent

TINGGI_TERKECIL = 64
_LEBAR_NOMOR = 18
_SISI_KOTAK = 26
"""The box, its ring and the room between: Qt would keep room for words behind it."""
_SEPULUH = 10
_POLOS = Qt.KeyboardModifier.KeypadModifier
_ARAH = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class BerkasCentang:
    """One paper of the list; `keterangan` stands small below its name, "" = nothing."""

    kode: str
    nama: str
    keterangan: str = ""


class CentangBerkas(QScrollArea):
    """Ticks papers; as high as they are where there is room.

    Arrows go from paper to paper, Space or a paper's digit ticks it (0 the tenth), Ctrl+A all of
    them. Tab and Enter leave the list.

    Args:
        nama: of the list, for a screen reader.
        lepas_semua: Ctrl+A lifts all ticks when all are ticked.

    Signals:
        berubah(): the officer ticked or unticked something.
        lanjut(): Enter was pressed.
    """

    berubah = Signal()
    lanjut = Signal()

    def __init__(self, nama: str, *, lepas_semua: bool = False) -> None:
        super().__init__()
        self._lepas_semua = lepas_semua
        self._baris: list[_Baris] = []
        self._kini = 0
        self.setAccessibleName(nama)
        self.setMinimumHeight(TINGGI_TERKECIL)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_berkas(
        self, berkas: Sequence[BerkasCentang], kode: Collection[str], sesudah: QWidget | None = None
    ) -> None:
        """Show these papers; says nothing to `berubah`.

        Args:
            kode: papers that are ticked.
            sesudah: what Tab comes from; new boxes are else last in the window.
        """
        halaman = QWidget()
        halaman.setProperty("peran", "isi")
        layout = QVBoxLayout(halaman)
        layout.setContentsMargins(0, 0, THEME.gap_xs, 0)
        layout.setSpacing(THEME.gap_xs)
        self._baris = [_Baris(nomor, b) for nomor, b in enumerate(berkas, start=1)]
        for baris in self._baris:
            baris.kotak.setChecked(baris.kode in kode)
            baris.kotak.clicked.connect(self.berubah)
            baris.kotak.installEventFilter(self)
            layout.addWidget(baris)
        layout.addStretch(1)
        if (lama := self.takeWidget()) is not None:
            lama.deleteLater()  # it may hold the box whose key is being handled
        self.setWidget(halaman)
        sebelum = sesudah
        for baris in self._baris:
            if sebelum is not None:
                QWidget.setTabOrder(sebelum, baris.kotak)
                sebelum = baris.kotak
        self._set_kini(0)
        self.updateGeometry()

    def kode(self) -> frozenset[str]:
        """Codes of the ticked papers."""
        return frozenset(b.kode for b in self._baris if b.kotak.isChecked())

    def list_kotak(self) -> tuple[QCheckBox, ...]:
        """The boxes from top to bottom."""
        return tuple(b.kotak for b in self._baris)

    def fokus(self) -> None:
        """Put the caret on the paper where it stood."""
        if self._baris:
            self._baris[self._kini].kotak.setFocus()

    def fokus_belum(self) -> None:
        """Put the caret on the first paper without a tick; where it stood when all have one."""
        belum = (n for n, b in enumerate(self._baris) if not b.kotak.isChecked())
        self._set_kini(next(belum, self._kini))
        self.fokus()

    def sizeHint(self) -> QSize:
        """As high as the papers are at this width."""
        hint = super().sizeHint()
        if (halaman := self.widget()) is not None:
            hint.setHeight(halaman.heightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names wrap at another place: the list needs another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list's keys, wherever in it the caret stands."""
        if event.type() is QEvent.Type.FocusIn:
            kini = next((n for n, b in enumerate(self._baris) if b.kotak is watched), self._kini)
            self._set_kini(kini)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        tombol = Qt.Key(event.key())
        if is_ctrl_a(event):
            self._centang_semua()
        elif event.modifiers() & ~_POLOS:
            return False
        elif tombol in _ARAH:
            self._set_kini(min(max(self._kini + _ARAH[tombol], 0), len(self._baris) - 1))
            self.fokus()
        elif tombol in ENTER:
            if not event.isAutoRepeat():
                self.lanjut.emit()
        elif (angka := read_angka(event)) is not None:
            if not event.isAutoRepeat():
                self._balik((angka or _SEPULUH) - 1)
        else:
            return False
        return True

    def _balik(self, nomor: int) -> None:
        if nomor < len(self._baris):
            self._set_kini(nomor)
            self.fokus()
            self._baris[nomor].kotak.click()

    def _centang_semua(self) -> None:
        semua = all(b.kotak.isChecked() for b in self._baris)
        for baris in self._baris:
            baris.kotak.setChecked(not (semua and self._lepas_semua))
        self.berubah.emit()

    def _set_kini(self, nomor: int) -> None:
        """One box is the list's place in the order of Tab: not every paper asks for a press."""
        self._kini = nomor
        for satu, baris in enumerate(self._baris):
            policy = Qt.FocusPolicy.StrongFocus if satu == nomor else Qt.FocusPolicy.ClickFocus
            baris.kotak.setFocusPolicy(policy)
        if self._baris:
            self.ensureWidgetVisible(self._baris[nomor], 0, 0)


class _Baris(QWidget):
    """One paper; a click anywhere on it ticks it."""

    def __init__(self, nomor: int, berkas: BerkasCentang) -> None:
        super().__init__()
        self.kode = berkas.kode
        self.kotak = QCheckBox()
        self.kotak.setFixedSize(_SISI_KOTAK, _SISI_KOTAK)
        self.kotak.setAccessibleName(f"{nomor}, {berkas.nama}")
        self.kotak.setAccessibleDescription(berkas.keterangan)
        nomor_label = build_label(str(nomor), Peran.REDUP)
        nomor_label.setFixedWidth(_LEBAR_NOMOR)
        nomor_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        kata = QVBoxLayout()
        kata.setSpacing(0)
        for teks, peran in ((berkas.nama, Peran.BIASA), (berkas.keterangan, Peran.REDUP)):
            if teks:
                label = build_label(teks, peran)
                label.setWordWrap(True)
                kata.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        layout.addWidget(nomor_label)
        layout.addWidget(self.kotak)
        layout.addLayout(kata, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick as a click on the box does."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.kotak.setFocus(Qt.FocusReason.MouseFocusReason)
            self.kotak.click()
