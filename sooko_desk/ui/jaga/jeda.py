"""Waits until nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

TENANG_MS = 5000
_DISENTUH = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
    )
)


class Jeda(QObject):
    """Looks at the application's events only while it waits: a filter sees every paint.

    Signals:
        tenang(): nobody touched anything for `TENANG_MS`; the waiting is over.
    """

    tenang = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pewaktu = QTimer(self)
        self._pewaktu.setSingleShot(True)
        self._pewaktu.setInterval(TENANG_MS)
        self._pewaktu.timeout.connect(self._on_timeout)

    @property
    def menunggu(self) -> bool:
        """Whether it waits."""
        return self._pewaktu.isActive()

    def mulai(self, ms: int = TENANG_MS) -> None:
        """Begin to wait; waiting already goes on as it is."""
        if not self.menunggu:
            self._pewaktu.start(ms)
            self._aplikasi().installEventFilter(self)

    def henti(self) -> None:
        """Wait no longer."""
        self._pewaktu.stop()
        self._aplikasi().removeEventFilter(self)

    def eventFilter(self, _objek: QObject, event: QEvent) -> bool:
        """A touch begins the waiting anew."""
        if event.type() in _DISENTUH:
            self._pewaktu.start()
        return False

    def _on_timeout(self) -> None:
        self.henti()
        self.tenang.emit()

    @staticmethod
    def _aplikasi() -> QApplication:
        aplikasi = QApplication.instance()
        assert isinstance(aplikasi, QApplication)
        return aplikasi
