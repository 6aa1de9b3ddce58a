"""A settings tab in a window of its own, over a register with two officers; used by two files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from sooko_desk.app import AKAR
from sooko_desk.data.store import Store
from sooko_desk.domain.sop import Peran
from sooko_desk.services.jadwal import JadwalService
from sooko_desk.ui import theme

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.waktu import Clock

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
_LEBAR, _TINGGI = 900, 520


@dataclass(frozen=True)
class Pengaturan:
    """The office's settings and who may touch them."""

    store: Store
    clock: Clock
    operator: Petugas
    kasi: Petugas
    jendela: list[QWidget]

    @classmethod
    def buka(cls, folder: Path, clock: Clock) -> Pengaturan:
        theme.apply(QApplication.instance())
        store = Store(folder)
        dua = (("Rini Contoh", Peran.OPERATOR, "-"), ("Bambang Misal", Peran.KASI, "-"))
        return cls(store, clock, *store.petugas.tambah_petugas(dua, clock.now()), [])

    def make_service(self) -> JadwalService:
        return JadwalService(self.store.pengaturan, AKAR / "sop_data" / "tabel", self.clock)

    def tampil(self, tab, petugas):
        """Show a tab for an officer as the settings window does."""
        jendela = QWidget()
        jendela.resize(_LEBAR, _TINGGI)
        layout = QVBoxLayout(jendela)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(tab)
        tab.set_petugas(petugas)
        self.jendela.append(jendela)
        jendela.show()
        jendela.activateWindow()
        assert QTest.qWaitForWindowActive(jendela)
        tab.setFocus(Qt.FocusReason.TabFocusReason)
        return tab

    def tutup(self) -> None:
        for jendela in self.jendela:
            jendela.close()
            jendela.deleteLater()
        self.store.close()


def tekan(kunci, modifier=Qt.KeyboardModifier.NoModifier):
    fokus = QApplication.focusWidget()
    assert fokus is not None
    QTest.keyClick(fokus, kunci, modifier)


def ketik(teks):
    """Type over what stands in the field, as after a Tab."""
    fokus = QApplication.focusWidget()
    tekan(K.Key_A, CTRL)
    QTest.keyClicks(fokus, teks)


def tanpa_nama(induk):
    return [
        type(w).__name__
        for w in induk.findChildren(QWidget)
        if w.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and w.isVisible()
        and w.focusProxy() is None
        and not w.objectName().startswith("qt_")
        and not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name).strip()
    ]


def list_terpotong(induk):
    """Widgets in sight that have less room than they need, or stick out of the tab."""
    potong = []
    for w in induk.findChildren(QWidget):
        if not w.isVisible() or w.parent() is None or w.objectName().startswith("qt_"):
            continue
        sudut = w.mapTo(induk, w.rect().bottomRight())
        if w.width() < w.minimumSizeHint().width() or not induk.rect().contains(sudut):
            potong.append(f"{type(w).__name__} {w.accessibleName()}")
    return potong
