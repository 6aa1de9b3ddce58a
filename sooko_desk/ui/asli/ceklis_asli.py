"""The originals of one case, each with a tick: what goes over the counter now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Berkas

PETUNJUK = "Spasi atau angka = pilih, Ctrl+A = semua"
LEBAR_NOMOR = 18
SISI_KOTAK = 26
"""The box, its ring and the room between: Qt would keep room for words behind it."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LANGKAH = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MENGETIK = Qt.KeyboardModifier.KeypadModifier


class CeklisAsli(QScrollArea):
    """A few papers with their names in full; scrolls where they need more room.

    Arrows go from paper to paper, Space or a paper's digit ticks it, Ctrl+A all of them. Tab and
    Enter leave the list.

    Args:
        sesudah: what Tab comes from; new boxes would else be last in the window.

    Signals:
        berubah(): the officer ticked or unticked something.
        lanjut(): Enter was pressed.
    """

    berubah = Signal()
    lanjut = Signal()

    def __init__(self, sesudah: QWidget) -> None:
        super().__init__()
        self._baris: list[_Baris] = []
        self._kini = 0
        self._sesudah = sesudah
        self.setAccessibleName("Berkas asli di kantor")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_berkas(
        self, berkas: Sequence[Berkas], diterima: dt.datetime, kode: frozenset[str]
    ) -> None:
        """Show these papers; says nothing to `berubah`.

        Args:
            diterima: aware; when the case came, for papers from before dates were kept.
            kode: papers that are ticked.
        """
        halaman = QWidget()
        halaman.setProperty("peran", "isi")
        layout = QVBoxLayout(halaman)
        layout.setContentsMargins(0, 0, THEME.gap_xs, 0)
        layout.setSpacing(THEME.gap_s)
        self._baris = []
        for nomor, satu in enumerate(berkas, start=1):
            baris = _Baris(nomor, satu, satu.diterima or diterima)
            baris.kotak.setChecked(satu.kode in kode)
            baris.kotak.installEventFilter(self)
            baris.kotak.clicked.connect(self.berubah)
            layout.addWidget(baris)
            self._baris.append(baris)
        layout.addStretch(1)
        # The old page may hold the box whose key is being handled.
        if (lama := self.takeWidget()) is not None:
            lama.deleteLater()
        self.setWidget(halaman)
        sebelum = self._sesudah
        for baris in self._baris:
            QWidget.setTabOrder(sebelum, baris.kotak)
            sebelum = baris.kotak
        self._set_kini(0)

    def kode(self) -> frozenset[str]:
        """Codes of the ticked papers."""
        return frozenset(b.kode for b in self._baris if b.kotak.isChecked())

    def fokus(self) -> None:
        """Put the caret on the paper where it stood."""
        if self._baris:
            self._baris[self._kini].kotak.setFocus()

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
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and tombol == Qt.Key.Key_A:
            self._centang(range(len(self._baris)), ada=True)
            return True
        if event.modifiers() & ~_MENGETIK:
            return False
        if tombol in _LANGKAH:
            self._set_kini(min(max(self._kini + _LANGKAH[tombol], 0), len(self._baris) - 1))
            self.fokus()
        elif tombol in _ENTER:
            if not event.isAutoRepeat():
                self.lanjut.emit()
        elif event.text().isdigit():
            self._press_digit(event)
        else:
            return False
        return True

    def _press_digit(self, event: QKeyEvent) -> None:
        nomor = int(event.text()) - 1
        if 0 <= nomor < len(self._baris) and not event.isAutoRepeat():
            self._set_kini(nomor)
            self.fokus()
            self._centang([nomor], ada=not self._baris[nomor].kotak.isChecked())

    def _centang(self, nomor: Sequence[int], *, ada: bool) -> None:
        for satu in nomor:
            self._baris[satu].kotak.setChecked(ada)
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

    def __init__(self, nomor: int, berkas: Berkas, sejak: dt.datetime) -> None:
        super().__init__()
        self.kode = berkas.kode
        self.kotak = QCheckBox()
        self.kotak.setFixedSize(SISI_KOTAK, SISI_KOTAK)
        self.kotak.setAccessibleName(f"{nomor}, {berkas.nama}")
        lembar = f"{berkas.jumlah} lembar" if berkas.jumlah > 1 else ""
        sejak_kata = f"di kantor sejak {tanggal_pendek(ke_wib(sejak).date())}"
        catatan = f"catatan: {berkas.catatan}" if berkas.catatan else ""
        kecil_kata = " · ".join(x for x in (sejak_kata, lembar, catatan) if x)
        self.kotak.setAccessibleDescription(kecil_kata)
        nama = build_label(berkas.nama)
        nama.setWordWrap(True)
        kecil = build_label(kecil_kata, Peran.REDUP)
        kecil.setWordWrap(True)
        nomor_label = build_label(str(nomor), Peran.REDUP)
        nomor_label.setFixedWidth(LEBAR_NOMOR)
        nomor_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        kata = QVBoxLayout()
        kata.setSpacing(0)
        kata.addWidget(nama)
        kata.addWidget(kecil)
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
