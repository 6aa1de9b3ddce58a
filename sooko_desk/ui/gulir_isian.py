"""A form that scrolls, and that always shows the field with the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from sooko_desk.ui.kit.baris_isian import BarisIsian

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class GulirIsian(QScrollArea):
    """Holds one form; Qt alone follows the caret only when Tab moves it."""

    def __init__(self, induk: QWidget | None = None) -> None:
        super().__init__(induk)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What does not move is not painted anew when a panel below takes room away.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def setWidget(self, widget: QWidget) -> None:  # noqa: N802  # Qt's name
        """Hold this form; what stands at its top stays as painted when it becomes taller."""
        widget.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        super().setWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A banner that opens above takes room away."""
        super().resizeEvent(event)
        self._on_focus_changed(None, QApplication.focusWidget())

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        baris: QWidget | None = new
        while baris is not None and not isinstance(baris, BarisIsian):
            baris = baris.parentWidget()
        self.ensureWidgetVisible(baris or new, 0, 0)
