"""Signing in: pick the officer with the arrow keys, type six digits, Enter.

Not at the sixth digit already: hands that press Enter all the same would press it in the form
that comes next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegularExpressionValidator, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sooko_desk.domain.sop import Peran
from sooko_desk.services.petugas import PANJANG_PIN
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_teks, tombol_utama
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.petugas import PetugasService


def _nama(petugas: Petugas) -> str:
    return petugas.nama


def _peran(petugas: Petugas) -> str:
    return petugas.peran.nama


def _nada(petugas: Petugas) -> Nada:
    return Nada.INFO if petugas.peran is Peran.OPERATOR else Nada.PROSES


def _kunci(petugas: Petugas) -> int:
    return petugas.id


_KOLOM: tuple[Kolom[Petugas], ...] = (
    Kolom("Nama", _nama),
    Kolom("Peran", _peran, lebar=150, chip=_nada),
)


_TINGGI_DAFTAR = 4 * THEME.row_height
"""Header and three officers; more of them scroll."""


class IsianPin(QLineEdit):
    """Six digits, shown as dots; arrow up and down are left to the list of officers.

    Signals:
        panah(int): -1 or +1, another officer is wanted.
    """

    panah = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(PANJANG_PIN)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows on; everything else is typing."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.panah.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)


class HalamanMasuk(QWidget):
    """The sign-in page, also used for the change of officer.

    Signals:
        masuk(object): the `Petugas` whose PIN was right.
        batal(): back to work as the officer who was signed in.
    """

    masuk = Signal(object)
    batal = Signal()

    def __init__(self, service: PetugasService) -> None:
        super().__init__()
        self._service = service
        self._petugas: tuple[Petugas, ...] = ()
        self._sekarang: Petugas | None = None
        self._hash = ""
        self._pin = ""
        self._sibuk = False
        self._kerja = SinyalKerja(self)
        self._model: RowTableModel[Petugas] = RowTableModel(_KOLOM, _kunci)
        self._pilih: TabelData[Petugas] = TabelData(self._model, "Petugas")
        self.pin = BarisIsian("PIN", IsianPin(), bantuan="Enam angka.")
        self._tombol = tombol_utama("Masuk", "lock", "Enter")
        self._batal = tombol_teks("Kembali bekerja", "arrow-left", "Esc")
        self._build_layout()
        self.pin.input.textEdited.connect(self._on_pin_text_edited)
        self.pin.input.returnPressed.connect(self._on_masuk)
        self.pin.input.panah.connect(self._on_pin_panah)
        self._tombol.clicked.connect(self._on_masuk)
        self._batal.clicked.connect(self._on_batal)
        self._kerja.berhasil.connect(self._on_kerja_berhasil)
        esc = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        esc.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        esc.activated.connect(self._on_batal)

    def buka(self, sekarang: Petugas | None) -> None:
        """Show the officers; the one who is not at work now is picked already.

        Args:
            sekarang: who is signed in; None at the start of the day.
        """
        self._sekarang = sekarang
        self._petugas = self._service.list_petugas()
        self._model.set_rows(self._petugas)
        lain = [p for p in self._petugas if p != sekarang]
        self._pilih.pilih((lain or list(self._petugas))[0].id)
        self._batal.setVisible(sekarang is not None)
        self._set_sibuk(sibuk=False)
        self.pin.input.clear()
        self.pin.bersihkan()
        self.pin.input.setFocus()

    def _build_layout(self) -> None:
        kartu = Kartu("Masuk", "Pilih nama dengan panah atas atau bawah, lalu ketik PIN.")
        kartu.setFixedWidth(460)
        self._pilih.setFixedHeight(_TINGGI_DAFTAR)
        kartu.isi.addWidget(self._pilih)
        kartu.isi.addWidget(self.pin)
        tombol = QHBoxLayout()
        tombol.addWidget(self._tombol)
        tombol.addWidget(self._batal)
        tombol.addStretch(1)
        kartu.isi.addLayout(tombol)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(kartu, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        layout.setContentsMargins(THEME.gap_xl, THEME.gap_xl, THEME.gap_xl, THEME.gap_xl)

    def _on_pin_panah(self, arah: int) -> None:
        semua = [p.id for p in self._petugas]
        tempat = semua.index(self._terpilih().id)
        self._pilih.pilih(semua[(tempat + arah) % len(semua)])
        self.pin.input.clear()

    def _on_pin_text_edited(self) -> None:
        self.pin.bersihkan()

    def _on_masuk(self) -> None:
        if self._sibuk:
            return
        self._pin = self.pin.input.text()
        if not self._pin:
            self.pin.set_pesan(Nada.BAHAYA, "Ketik PIN dulu.")
            return
        self._hash = self._service.get_hash(self._terpilih())
        self._set_sibuk(sibuk=True)
        run_in_background(self._kerja, self._periksa)

    def _periksa(self) -> tuple[bool, str]:
        """On the worker thread: is it right, and the newer hash where the old one is weak."""
        benar = self._service.verify_pin(self._hash, self._pin)
        perlu = benar and self._service.needs_rehash(self._hash)
        return benar, self._service.hash_pin(self._pin) if perlu else ""

    def _on_kerja_berhasil(self, hasil: tuple[bool, str]) -> None:
        self._pin = ""
        self._set_sibuk(sibuk=False)
        self.pin.input.clear()
        benar, baru = hasil
        if not benar:
            self.pin.set_pesan(Nada.BAHAYA, "PIN salah. Ketik ulang enam angka.")
            self.pin.input.setFocus()
            return
        petugas = self._terpilih()
        if baru:
            self._service.simpan_hash(petugas, baru)
        self.masuk.emit(petugas)

    def _on_batal(self) -> None:
        if self._sekarang is not None and not self._sibuk:
            self.batal.emit()

    def _terpilih(self) -> Petugas:
        return self._pilih.baris() or self._petugas[0]

    def _set_sibuk(self, *, sibuk: bool) -> None:
        self._sibuk = sibuk
        self._tombol.setEnabled(not sibuk)
        self.pin.input.setReadOnly(sibuk)
        self._pilih.setEnabled(not sibuk)
