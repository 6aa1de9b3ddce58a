"""What an officer copies with Ctrl+C out of any field, list or label is guarded as well.

Qt's own copying knows nothing of clipboard histories: the text is put there once more, marked so
that they leave it alone. A NIK or No KK in it leaves the clipboard again by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from sooko_desk.domain.digit import NOMOR
from sooko_desk.ui.kit.mime_rahasia import build_mime, is_rahasia

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from sooko_desk.ui.pendamping.papan_klip import PapanKlip, PenjagaPapanKlip


class JagaSalinan(QObject):
    """One per program, beside the clipboard's guard.

    Args:
        penjaga: takes numbers away again.
        papan: the clipboard; None = the system's.
    """

    def __init__(
        self, penjaga: PenjagaPapanKlip, parent: QObject, papan: PapanKlip | None = None
    ) -> None:
        super().__init__(parent)
        self._penjaga = penjaga
        self._papan: PapanKlip = papan or QGuiApplication.clipboard()
        self._papan.dataChanged.connect(self._on_papan_data_changed)

    def _on_papan_data_changed(self) -> None:
        """Another program's text is none of ours; our own comes back here once more, marked."""
        if not self._papan.ownsClipboard() or self._penjaga.is_milik():
            return
        teks = self._papan.text(QClipboard.Mode.Clipboard)
        if NOMOR.search(teks):
            self._penjaga.salin(teks)
        elif teks and not is_rahasia(self._mime()):
            self._papan.setMimeData(build_mime(teks))

    def _mime(self) -> QMimeData:
        return self._papan.mimeData(QClipboard.Mode.Clipboard)
