"""A cover over one whole window: what was below cannot be read, and stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from sooko_desk.ui.kit.kosong import Kosong


class Penutup(QWidget):
    """Lies over the window from now on and stays as large as it; takes no focus.

    Args:
        jendela: the window.
        nama: the object's name, by which covers of one kind are found.
        isi: what stands in the middle.
    """

    def __init__(self, jendela: QWidget, nama: str, isi: Kosong) -> None:
        super().__init__(jendela)
        self._jendela = jendela
        self.setObjectName(nama)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.setAutoFillBackground(True)
        self.setAccessibleName(isi.accessibleName())
        QVBoxLayout(self).addWidget(isi)
        jendela.installEventFilter(self)
        self._letakkan()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window, and above whatever is put into it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded):
            self._letakkan()
        return super().eventFilter(watched, event)

    def _letakkan(self) -> None:
        self.setGeometry(self._jendela.rect())
        self.raise_()
