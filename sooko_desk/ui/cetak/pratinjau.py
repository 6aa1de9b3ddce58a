"""A PDF on the screen, inside the program: no PDF viewer of the PC is needed, no file is written.

QtPdf is imported at the first document: loading it would delay the first window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractSlider,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, DI_JENDELA, pasang_pintasan
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import Tombol, tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView

ZOOM_STEP = 1.25
MIN_ZOOM, MAX_ZOOM = 0.25, 4.0
"""Factor of the paper's true size on the screen."""

BELUM_ADA = "Belum ada dokumen."
TIDAK_TERBACA = "Dokumen ini tidak dapat ditampilkan."


class Pratinjau(QWidget):
    """Preview of one document; made once, shows one document after the other.

    Signals:
        ditampilkan(int): a document is shown; carries its number of pages.
    """

    ditampilkan = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, di_seluruh_jendela: bool = False) -> None:
        """Build the empty preview.

        Args:
            parent: owner.
            di_seluruh_jendela: its keys work wherever the focus is in the window; otherwise only
                while the focus is in the preview, so that tables keep their PageDown.
        """
        super().__init__(parent)
        self._view: QPdfView | None = None
        self._dokumen: QPdfDocument | None = None
        self._wadah: QBuffer | None = None
        # A long title must not make the window wider than the screen.
        self._judul = TeksElipsis(peran=Peran.TEBAL)
        self._halaman = build_label("", Peran.REDUP)
        self._besar = build_label("", Peran.REDUP)
        self._besar.setMinimumWidth(self.fontMetrics().horizontalAdvance("Selebar layar"))
        self._besar.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tombol = (
            _tool("chevron-up", "Halaman sebelumnya", "Ctrl+PgUp", self._on_sebelumnya),
            _tool("chevron-down", "Halaman berikutnya", "Ctrl+PgDn", self._on_berikutnya),
            _tool("zoom-out", "Perkecil", "Ctrl+-", self._on_perkecil),
            _tool("zoom-in", "Perbesar", "Ctrl++", self._on_perbesar),
            _tool("switch-horizontal", "Paskan selebar layar", "Ctrl+0", self._on_paskan),
        )
        self._kosong = build_label(BELUM_ADA, Peran.REDUP)
        self._kosong.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tumpukan = QStackedWidget()
        self._tumpukan.addWidget(self._kosong)
        self._build_layout()
        self._build_shortcuts(di_seluruh_jendela)
        self._refresh()

    def tampilkan(self, pdf: bytes, judul: str) -> None:
        """Show a document from its first page, as wide as the preview.

        Args:
            pdf: the whole document. One that cannot be read shows a sentence instead.
            judul: title above it.
        """
        self._close_document()
        view, dokumen, wadah = self._ensure_view()
        wadah.setData(QByteArray(pdf))
        wadah.open(QIODevice.OpenModeFlag.ReadOnly)
        dokumen.load(wadah)
        self._judul.set_teks(judul)
        if self.page_count() == 0:
            self._close_document()
            self._kosong.setText(TIDAK_TERBACA)
        else:
            self._tumpukan.setCurrentWidget(view)
            self._on_paskan()
            view.verticalScrollBar().setValue(0)
        self._refresh()
        self.ditampilkan.emit(self.page_count())

    def kosongkan(self) -> None:
        """Let go of the document and its memory."""
        self._close_document()
        self._judul.set_teks("")
        self._kosong.setText(BELUM_ADA)
        self._refresh()

    def page_count(self) -> int:
        """Pages of the shown document; 0 without one."""
        return self._dokumen.pageCount() if self._dokumen is not None else 0

    def current_page(self) -> int:
        """Number of the page in view, from 1; 0 without a document."""
        if self._view is None or self.page_count() == 0:
            return 0
        return self._view.pageNavigator().currentPage() + 1

    def zoom_factor(self) -> float:
        """Factor of the paper's true size, also of a fitted page; 1.0 without a document."""
        if self._view is None or self.page_count() == 0:
            return 1.0
        if self._is_fitted():
            return self._fitted_factor()
        return self._view.zoomFactor()

    def _ensure_view(self) -> tuple[QPdfView, QPdfDocument, QBuffer]:
        if self._view is not None and self._dokumen is not None and self._wadah is not None:
            return self._view, self._dokumen, self._wadah
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        dokumen = QPdfDocument(self)
        # The document reads from the buffer until it dies; as its child the buffer dies after it.
        wadah = QBuffer(dokumen)
        view = QPdfView(self)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setDocument(dokumen)
        view.setAccessibleName("Pratinjau dokumen")
        palet = view.palette()
        palet.setColor(QPalette.ColorRole.Dark, QColor(THEME.line))
        view.setPalette(palet)
        # WORKAROUND Qt 6.8 to 6.12: a bar that comes and goes while the page is fitted resizes the
        # page, which moves the bar again: 8 to 16 s frozen. One bar always, the other never.
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.pageNavigator().currentPageChanged.connect(self._on_page_changed)
        self._tumpukan.addWidget(view)
        self.setFocusProxy(view)
        self._view, self._dokumen, self._wadah = view, dokumen, wadah
        return view, dokumen, wadah

    def _close_document(self) -> None:
        self._tumpukan.setCurrentWidget(self._kosong)
        if self._dokumen is not None and self._wadah is not None:
            self._dokumen.close()
            self._wadah.close()
            self._wadah.setData(QByteArray())

    def _build_layout(self) -> None:
        bilah = QHBoxLayout()
        bilah.setSpacing(THEME.gap_xs)
        bilah.addWidget(self._judul, 1)
        bilah.addWidget(self._halaman)
        sebelumnya, berikutnya, kecil, besar, paskan = self._tombol
        for bagian in (sebelumnya, berikutnya, kecil, self._besar, besar, paskan):
            bilah.addWidget(bagian)
        luar = QVBoxLayout(self)
        luar.setContentsMargins(0, 0, 0, 0)
        luar.setSpacing(THEME.gap_xs)
        luar.addLayout(bilah)
        luar.addWidget(self._tumpukan, 1)

    def _build_shortcuts(self, di_seluruh_jendela: bool) -> None:
        pasang_pintasan(
            self,
            {
                "Ctrl++": self._on_perbesar,
                "Ctrl+-": self._on_perkecil,
                "Ctrl+0": self._on_paskan,
                "PgUp": self._on_gulir_naik,
                "PgDown": self._on_gulir_turun,
                "Ctrl+PgUp": self._on_sebelumnya,
                "Ctrl+PgDown": self._on_berikutnya,
                "Ctrl+Home": self._on_pertama,
                "Ctrl+End": self._on_terakhir,
            },
            DI_JENDELA if di_seluruh_jendela else DI_BAGIAN,
            berulang=True,
        )

    def _refresh(self) -> None:
        jumlah = self.page_count()
        for tombol in self._tombol:
            tombol.setEnabled(jumlah > 0)
        sebelumnya, berikutnya, *_ = self._tombol
        sebelumnya.setVisible(jumlah > 1)
        berikutnya.setVisible(jumlah > 1)
        self._halaman.setText(f"Halaman {self.current_page()} dari {jumlah}" if jumlah else "")
        if jumlah == 0:
            self._besar.clear()
        elif self._is_fitted():
            self._besar.setText("Selebar layar")
        else:
            self._besar.setText(f"{self.zoom_factor():.0%}".replace("%", " %"))

    def _is_fitted(self) -> bool:
        return self._view is not None and self._view.zoomMode() == self._view.ZoomMode.FitToWidth

    def _fitted_factor(self) -> float:
        """QPdfView does not tell the factor of a fitted page: its own arithmetic, done again."""
        if self._view is None or self._dokumen is None:
            return 1.0
        tepi = self._view.documentMargins()
        lebar_px = self._view.viewport().width() - tepi.left() - tepi.right()
        lebar_pt = self._dokumen.pagePointSize(self.current_page() - 1).width()
        return lebar_px / (lebar_pt * self.logicalDpiX() / 72)

    def _set_zoom(self, faktor: float) -> None:
        if self._view is None or self.page_count() == 0:
            return
        faktor = min(MAX_ZOOM, max(MIN_ZOOM, faktor))
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._view.setZoomMode(self._view.ZoomMode.Custom)
        self._view.setZoomFactor(faktor)
        self._refresh()

    def _jump(self, halaman: int) -> None:
        if self._view is not None and 1 <= halaman <= self.page_count():
            navigator = self._view.pageNavigator()
            navigator.jump(halaman - 1, navigator.currentLocation(), 0)

    def _scroll(self, gerak: QAbstractSlider.SliderAction) -> None:
        if self._view is not None:
            self._view.verticalScrollBar().triggerAction(gerak)

    def _on_perbesar(self) -> None:
        self._set_zoom(self.zoom_factor() * ZOOM_STEP)

    def _on_perkecil(self) -> None:
        self._set_zoom(self.zoom_factor() / ZOOM_STEP)

    def _on_paskan(self) -> None:
        if self._view is not None:
            self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._view.setZoomMode(self._view.ZoomMode.FitToWidth)
            self._refresh()

    def _on_sebelumnya(self) -> None:
        self._jump(self.current_page() - 1)

    def _on_berikutnya(self) -> None:
        self._jump(self.current_page() + 1)

    def _on_pertama(self) -> None:
        self._jump(1)

    def _on_terakhir(self) -> None:
        self._jump(self.page_count())

    def _on_gulir_naik(self) -> None:
        self._scroll(QAbstractSlider.SliderAction.SliderPageStepSub)

    def _on_gulir_turun(self) -> None:
        self._scroll(QAbstractSlider.SliderAction.SliderPageStepAdd)

    def _on_page_changed(self, _halaman: int) -> None:
        self._refresh()


def _tool(nama_ikon: str, teks: str, pintasan: str, slot: Callable[[], None]) -> Tombol:
    """A button with a picture only; its words are in the tool tip and for the screen reader."""
    tombol = tombol_teks("", nama_ikon)
    tombol.setAccessibleName(teks)
    tombol.setToolTip(f"{teks} ({pintasan})" if pintasan else teks)
    tombol.clicked.connect(slot)
    return tombol
