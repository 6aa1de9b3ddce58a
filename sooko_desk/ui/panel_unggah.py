"""The papers of a case, each with a tick: uploaded to SIAK."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sooko_desk.domain.kelengkapan import list_unggah
from sooko_desk.ui.kata import sebut_saat
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sooko_desk.domain.permohonan import Berkas

PETUNJUK = "Spasi atau angka = centang, Ctrl+A = semua"
KOSONG = "Tidak ada berkas yang dapat diunggah. Kembalikan ke Kasi bila berkasnya belum ada."

_LEBAR_NOMOR = 18
_SISI_KOTAK = 26
_SEPULUH = 10
_TINGGI = 64
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARAH = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_POLOS = Qt.KeyboardModifier.KeypadModifier


class PanelUnggah(QWidget):
    """Ticks papers as uploaded; stores nothing.

    Arrows go from paper to paper, Space or a paper's digit ticks it (0 the tenth), Ctrl+A all of
    them, and lifts all again when all are ticked. Enter leaves the list.

    Signals:
        berubah(): the officer ticked or unticked something; the sentence below goes by itself.
        lanjut(): Enter was pressed; the caret belongs on the button that records the step.
    """

    berubah = Signal()
    lanjut = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._baris: list[_Baris] = []
        self._kini = 0
        self._pesan = build_label("", Peran.REDUP)
        self._pesan.setWordWrap(True)
        self._gulir = QScrollArea()
        self._gulir.setAccessibleName("Berkas yang terunggah")
        self._gulir.setWidgetResizable(True)
        self._gulir.setFrameShape(QFrame.Shape.NoFrame)
        self._gulir.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._gulir.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._gulir.setMinimumHeight(_TINGGI)
        kepala = QHBoxLayout()
        kepala.addWidget(build_label("Terunggah ke SIAK", Peran.LABEL))
        kepala.addStretch(1)
        kepala.addWidget(build_label(PETUNJUK, Peran.REDUP))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addLayout(kepala)
        layout.addWidget(self._gulir, 1)
        layout.addWidget(self._pesan)

    def set_berkas(self, berkas: Sequence[Berkas], kode: Collection[str]) -> None:
        """Show the papers that are there; says nothing to `berubah`.

        Args:
            berkas: the checklist of the case.
            kode: codes of the papers that are ticked.
        """
        halaman = QWidget()
        halaman.setProperty("peran", "isi")
        layout = QVBoxLayout(halaman)
        layout.setContentsMargins(0, 0, THEME.gap_xs, 0)
        layout.setSpacing(THEME.gap_xs)
        self._baris = [_Baris(nomor, b) for nomor, b in enumerate(list_unggah(berkas), start=1)]
        for baris in self._baris:
            baris.kotak.setChecked(baris.kode in kode)
            baris.kotak.clicked.connect(self._on_kotak_clicked)
            baris.kotak.installEventFilter(self)
            layout.addWidget(baris)
        layout.addStretch(1)
        if (lama := self._gulir.takeWidget()) is not None:
            lama.deleteLater()  # it may hold the box whose key is being handled
        self._gulir.setWidget(halaman)
        self._set_kini(0)
        self.bersihkan()

    def kode(self) -> frozenset[str]:
        """Codes of the ticked papers."""
        return frozenset(b.kode for b in self._baris if b.kotak.isChecked())

    def list_input(self) -> tuple[QWidget, ...]:
        """The boxes from top to bottom, for the order of Tab."""
        return tuple(b.kotak for b in self._baris)

    def fokus(self) -> None:
        """Put the caret on the paper where it stood."""
        if self._baris:
            self._baris[self._kini].kotak.setFocus()

    @property
    def pesan(self) -> str:
        """The sentence below the list."""
        return self._pesan.text()

    def set_pesan(self, nada: Nada, kalimat: str) -> None:
        """Say below the list what is wrong, or deserves a look."""
        self._pesan.setText(kalimat)
        self._pesan.setVisible(bool(kalimat))
        set_style_state(self._pesan, "nada", str(nada) if kalimat else "")

    def bersihkan(self) -> None:
        """Take the sentence away."""
        self.set_pesan(Nada.NETRAL, "" if self._baris else KOSONG)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list's keys, wherever in it the caret stands."""
        if event.type() is QEvent.Type.FocusIn:
            kini = next((n for n, b in enumerate(self._baris) if b.kotak is watched), self._kini)
            self._set_kini(kini)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._tekan(event)
        return super().eventFilter(watched, event)

    def _tekan(self, event: QKeyEvent) -> bool:
        tombol = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and tombol == Qt.Key.Key_A:
            self._balik_semua()
        elif event.modifiers() & ~_POLOS:
            return False
        elif tombol in _ARAH:
            self._set_kini(min(max(self._kini + _ARAH[tombol], 0), len(self._baris) - 1))
            self.fokus()
        elif tombol in _ENTER:
            if not event.isAutoRepeat():
                self.lanjut.emit()
        elif event.text().isdigit():
            self._tekan_angka(event)
        else:
            return False
        return True

    def _tekan_angka(self, event: QKeyEvent) -> None:
        nomor = (int(event.text()) or _SEPULUH) - 1
        if nomor < len(self._baris) and not event.isAutoRepeat():
            self._set_kini(nomor)
            self.fokus()
            self._baris[nomor].kotak.click()

    def _balik_semua(self) -> None:
        semua = all(b.kotak.isChecked() for b in self._baris)
        for baris in self._baris:
            baris.kotak.setChecked(not semua)
        self._on_kotak_clicked()

    def _set_kini(self, nomor: int) -> None:
        """One box is the list's place in the order of Tab: not every paper asks for a press."""
        self._kini = nomor
        for satu, baris in enumerate(self._baris):
            policy = Qt.FocusPolicy.StrongFocus if satu == nomor else Qt.FocusPolicy.ClickFocus
            baris.kotak.setFocusPolicy(policy)
        if self._baris:
            self._gulir.ensureWidgetVisible(self._baris[nomor], 0, 0)

    def _on_kotak_clicked(self) -> None:
        self.bersihkan()
        self.berubah.emit()


class _Baris(QWidget):
    """One paper; a click anywhere on it ticks it."""

    def __init__(self, nomor: int, berkas: Berkas) -> None:
        super().__init__()
        self.kode = berkas.kode
        self.kotak = QCheckBox()
        self.kotak.setFixedSize(_SISI_KOTAK, _SISI_KOTAK)
        self.kotak.setAccessibleName(f"{nomor}, {berkas.nama}")
        nama = build_label(berkas.nama)
        nama.setWordWrap(True)
        nomor_label = build_label(str(nomor), Peran.REDUP)
        nomor_label.setFixedWidth(_LEBAR_NOMOR)
        nomor_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        kata = QVBoxLayout()
        kata.setSpacing(0)
        kata.addWidget(nama)
        lembar = f"{berkas.jumlah} lembar" if berkas.jumlah > 1 else ""
        saat = f"terunggah {sebut_saat(berkas.diunggah)}" if berkas.diunggah else ""
        kecil = " · ".join(x for x in (berkas.bentuk.value, lembar, saat) if x)
        if kecil:
            self.kotak.setAccessibleDescription(kecil)
            kata.addWidget(build_label(kecil, Peran.REDUP))
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
