"""The lock of the screen: covers every window of the program and asks for a PIN in front of them.

Nothing below is closed, hidden or reloaded: a half-typed form keeps its caret, a print goes on.
It comes after some minutes without a key or the mouse in the program, with Ctrl+Shift+L, and where
Windows tells that the session is locked or the PC goes to sleep (`kunci_layar_sistem`).

Not covered: a file dialog that Windows draws itself stays in sight until it is closed, and an X11
or Wayland session tells nothing of its own lock. After a sleep longer than the minutes the first
key or move of the mouse locks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid

from sooko_desk.services.kunci_layar import PenjagaDiam
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.penutup import Penutup
from sooko_desk.ui.kit.pesan_depan import tampilkan_di_depan
from sooko_desk.ui.kunci_layar_ketikan import build_ketikan
from sooko_desk.ui.kunci_layar_sistem import build_kabar_sistem
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow

    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.services.petugas import PetugasService
    from sooko_desk.ui.halaman_masuk import HalamanMasuk
    from sooko_desk.ui.kunci_layar_ketikan import Ketikan

DETAK_MS = 1000
JEDA_BUANG_MS = 200
MASUK_DULU = "Layar terkunci: masuk dulu dengan PIN untuk kembali ke sana."
TERBANYAK_TUTUP = 4
"""A window that asks before it closes takes several presses of Escape."""

_NAMA = "kunci-layar"
_MASUKAN = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class JendelaKunci(QDialog):
    """The page of sign-in in front of all windows, over the main one."""

    def __init__(self, halaman: HalamanMasuk, jendela: QWidget) -> None:
        super().__init__(jendela, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._jendela = jendela
        self.setWindowTitle("Sooko Desk – layar terkunci")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addWidget(halaman)
        jendela.installEventFilter(self)

    def reject(self) -> None:
        """Escape opens nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """It goes with a PIN, or with the whole program: Alt+F4, or the session ends."""
        event.setAccepted(self._jendela.close())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lie where the main window lies."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.letakkan()
        return super().eventFilter(watched, event)

    def letakkan(self) -> None:
        """Cover the inside of the main window."""
        self.setGeometry(self._jendela.geometry())


class KunciLayar(QObject):
    """One per main window.

    Args:
        jendela: the main window.
        build_halaman: makes the page of sign-in, when the screen is locked for the first time.
        service: knows after how many minutes it locks.

    Signals:
        diminta(): nobody was there too long, or Ctrl+Shift+L; the window decides.
        dibuka(object): unlocked; the `Petugas` whose PIN it was.
    """

    diminta = Signal()
    dibuka = Signal(object)

    def __init__(
        self,
        jendela: QWidget,
        build_halaman: Callable[[], HalamanMasuk],
        service: PetugasService,
    ) -> None:
        super().__init__(jendela)
        self._jendela = jendela
        self._build_halaman = build_halaman
        self._depan: JendelaKunci | None = None
        self._penutup: list[Penutup] = []
        self._petugas: Petugas | None = None
        self._ketikan: Ketikan | None = None
        self.penjaga = PenjagaDiam(service.pin.detik, lambda: service.kunci_layar.menit)
        self.halaman: HalamanMasuk | None = None
        self.terkunci = False
        self.detak = QTimer(self)
        self.detak.setInterval(DETAK_MS)
        self.detak.timeout.connect(self._on_detak_timeout)
        self.detak.start()
        self.sistem = build_kabar_sistem(self.diminta.emit)
        self._app = cast("QApplication", QApplication.instance())
        self._app.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def kunci(self, petugas: Petugas) -> None:
        """Cover everything; that officer is at work."""
        if self.terkunci:
            return
        self.terkunci, self._petugas = True, petugas
        self._ketikan = build_ketikan(QApplication.focusWidget())
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        QToolTip.hideText()
        for satu in self._list_jendela():
            self._tutupi(satu)
        depan = self._get_depan()
        assert self.halaman is not None
        depan.letakkan()
        depan.show()
        depan.activateWindow()
        self.halaman.kunci(petugas)
        self._app.installEventFilter(self)

    def sebut_tertahan(self, kalimat: str) -> None:
        """In front of the lock, say what holds up the closing of the program."""
        if self.terkunci and self._depan is not None:
            tampilkan_di_depan(self._depan, Nada.PERINGATAN, f"{kalimat} {MASUK_DULU}")

    def lepas(self) -> None:
        """The program ends: listen to nothing any more."""
        self.detak.stop()
        self._app.focusWindowChanged.disconnect(self._watch)
        self._app.removeEventFilter(self)
        self.sistem.lepas()
        if self._depan is not None:
            self._depan.hide()

    def dengar(self) -> None:
        """Somebody signed in: begin to count, and to listen to the system."""
        self.penjaga.sentuh()
        self.sistem.pasang(int(self._jendela.winId()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice hands at work; while locked, cover whatever comes up."""
        if self.terkunci:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                self._tutupi_baru(watched)
            return False
        if event.type() not in _MASUKAN:
            return False
        if self.penjaga.is_diam():
            self.diminta.emit()
            return self.terkunci
        self.penjaga.sentuh()
        if _is_kunci(event):
            self.diminta.emit()
            return True
        return False

    def _tutupi(self, jendela: QWidget) -> None:
        isi = Kosong("lock", "Terkunci", "Masuk dengan PIN untuk melanjutkan.")
        self._penutup.append(Penutup(jendela, _NAMA, isi))

    def _tutupi_baru(self, jendela: QWidget) -> None:
        """A window comes up by itself, such as the end of a print."""
        if jendela in self._list_jendela():
            self._tutupi(jendela)
            QTimer.singleShot(0, self, self._ke_depan)

    def _list_jendela(self) -> list[QWidget]:
        """The windows in sight, but for the strip beside SIAK, which locks itself."""
        return [
            w
            for w in QApplication.topLevelWidgets()
            if w.isVisible()
            and w is not self._depan
            and w.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
        ]

    def _get_depan(self) -> JendelaKunci:
        if self._depan is None:
            self.halaman = self._build_halaman()
            self.halaman.masuk.connect(self._on_masuk)
            self._depan = JendelaKunci(self.halaman, self._jendela)
        return self._depan

    def _ke_depan(self) -> None:
        """A window that came up is modal before ours: ours must come after it again."""
        if self.terkunci and self._depan is not None:
            self._depan.hide()
            self._depan.show()
            self._depan.activateWindow()

    def _on_masuk(self, petugas: Petugas) -> None:
        self.terkunci = False
        self._app.removeEventFilter(self)
        assert self._depan is not None
        self._depan.hide()
        self.penjaga.sentuh()
        if self._petugas is not None and petugas.id != self._petugas.id:
            self._buang_dialog()
        else:
            self._singkap()
        self.dibuka.emit(petugas)

    def _buang_dialog(self) -> None:
        """Another officer goes on: what was opened in the name of the one before is closed.

        As with Escape, and without asking again: what it asks is none of the new one's affair. One
        that works on something is told to stop by that, and stays covered until it has.
        """
        while (dialog := QApplication.activeModalWidget()) is not None:
            for _ in range(TERBANYAK_TUTUP):
                if isinstance(dialog, QDialog) and isValid(dialog) and dialog.isVisible():
                    dialog.reject()
            if isValid(dialog) and dialog.isVisible():
                QTimer.singleShot(JEDA_BUANG_MS, self, self._buang_dialog)
                return
        self._singkap()

    def _singkap(self) -> None:
        """Take the covers away; the window in front has its caret where it was."""
        for satu in self._penutup:
            if isValid(satu):
                satu.hide()
                satu.deleteLater()
        self._penutup.clear()
        (QApplication.activeModalWidget() or self._jendela).activateWindow()
        if self._ketikan is not None:
            self._ketikan.pulihkan()
            self._ketikan = None

    def _on_detak_timeout(self) -> None:
        if not self.terkunci and self.penjaga.is_diam():
            self.diminta.emit()

    def _watch(self, jendela: QWindow | None) -> None:
        if jendela is not None:
            jendela.installEventFilter(self)


def _is_kunci(event: QEvent) -> bool:
    """Ctrl+Shift+L; as an event of the window it also works before a dialog."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_L
        and event.modifiers() == _CTRL_SHIFT
    )
