"""What is known of a case, as a quiet table of label and words beside its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from sooko_desk.domain.digit import samarkan
from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.ui.kata import group_nomor
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import Gaya, Tombol
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.sop.tabel import Tabel

_LABEL = (
    "Pemohon",
    "NIK",
    "Nomor KK",
    "Alamat",
    "Alasan",
    "Diterima",
    "Nomor tanda bukti",
    "Telepon",
    "Pembawa",
    "Pengantar",
    "Register",
    "Catatan",
)
_LEBAR_LABEL = 84
"""Px; beside NIK and No KK a small screen has none to spare."""
_NOMOR = ("NIK", "Nomor KK")
MATA_TERTUTUP = "Tampilkan NIK dan nomor KK selama 20 detik (Ctrl+Shift+N), tercatat"
MATA_TERBUKA = "Samarkan lagi NIK dan nomor KK (Ctrl+Shift+N)"
_BERTUMPUK = frozenset({"Nomor tanda bukti", "Pengantar", "Register"})
LEBAR_LEGA = 290
"""Px below which a number stands under its label: Qt does not part 471.14/TB-1/416-313/2026."""
TINGGI_FAKTA = 54
"""Three lines; what is below them scrolls."""


class Fakta(QScrollArea):
    """Twelve lines; a line without content hides itself. Scrolls where the screen is too low.

    NIK and No KK are masked until `set_samar` lets them be seen, see `PembukaNomor`.

    Attributes:
        mata: the button that asks for the numbers.

    Signals:
        diganti(): a case is about to be shown, its numbers masked.
    """

    diganti = Signal()

    def __init__(self, tabel: Tabel) -> None:
        super().__init__()
        self._desa = {d.kode: d.nama for d in tabel.desa}
        self._hubungan = {p.kode: p.nama for p in tabel.hubungan_pembawa}
        self._baris: dict[str, tuple[QLabel, QLabel]] = {}
        self._sempit = False
        self._nomor = dict.fromkeys(_NOMOR, "")
        self.mata = Tombol("", Gaya.TEKS, "eye")
        self.setAccessibleName("Data permohonan")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(TINGGI_FAKTA)
        self._halaman = QWidget()
        self._halaman.setProperty("peran", "isi")
        self._grid = grid = QGridLayout(self._halaman)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(THEME.gap_s)
        grid.setVerticalSpacing(3)
        grid.setRowStretch(2 * len(_LABEL), 1)
        for label in _LABEL:
            kiri = build_label(label, Peran.REDUP)
            kanan = build_label("", Peran.TEBAL if label == "Pemohon" else Peran.BIASA)
            kanan.setWordWrap(True)
            kanan.setMinimumWidth(1)  # a word without end is cut itself, not all lines with it
            kanan.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._baris[label] = (kiri, kanan)
            self._pasang(label, bertumpuk=False)
        # Beside both numbers: no line becomes higher for it.
        baris = 2 * _LABEL.index(_NOMOR[0])
        grid.addWidget(self.mata, baris, 2, 3, 1, Qt.AlignmentFlag.AlignTop)
        self._atur_nomor()
        self.set_samar(True)
        self.setWidget(self._halaman)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  # Qt's name
        """As high as the lines at that width, where there is room."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  # Qt's name
        """See `hasHeightForWidth`."""
        return self._halaman.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll only where the lines have no room; part numbers and labels where it is narrow."""
        super().resizeEvent(event)
        if (sempit := self.width() < LEBAR_LEGA) is not self._sempit:
            self._sempit = sempit
            for label in _BERTUMPUK:
                self._pasang(label, bertumpuk=sempit)
            self._atur_nomor()
            self.updateGeometry()  # as high as the lines are now
        self._atur_gulir()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the lines out beside the bar.

        A bar that comes while the page is being shown narrows the page inside the delivery of its
        resize event: Qt does not tell the layout, whose lines then end under the bar.
        """
        super().showEvent(event)
        self._grid.setGeometry(self._halaman.rect())

    def teks(self, label: str) -> str:
        """What one line says."""
        return self._baris[label][1].text()

    def set_samar(self, samar: bool) -> None:
        """Show NIK and No KK masked, or in full."""
        for label, nomor in self._nomor.items():
            self._baris[label][1].setText(group_nomor(samarkan(nomor) if samar else nomor))
        self.mata.set_gambar("eye" if samar else "eye-off")
        kata = MATA_TERTUTUP if samar else MATA_TERBUKA
        self.mata.setToolTip(kata)
        self.mata.setAccessibleName(kata)

    def tampilkan(self, permohonan: Permohonan) -> None:
        """Show a case, its numbers masked."""
        self.diganti.emit()
        r, p = permohonan.ringkasan, permohonan.ringkasan.pemohon
        surat, pembawa = permohonan.pengantar, permohonan.pembawa
        rt_rw = " ".join(x for x in (p.rt and f"RT {p.rt}", p.rw and f"RW {p.rw}") if x)
        desa = self._desa.get(p.desa, p.desa)
        isi = {
            "Pemohon": p.nama,
            "NIK": "" if r.dibatasi else group_nomor(samarkan(p.nik)),
            "Nomor KK": "" if r.dibatasi else group_nomor(samarkan(p.nkk)),
            "Alamat": ", ".join(x for x in (p.alamat, rt_rw, f"Desa {desa}") if x),
            "Alasan": f"{r.jenis_kode} {r.jenis_nama}",
            "Diterima": sebut_saat(r.diterima),
            "Nomor tanda bukti": r.nomor_tanda_bukti,
            "Pembawa": ", ".join(
                x
                for x in (
                    pembawa.nama or "Pemohon sendiri",
                    self._hubungan.get(pembawa.hubungan, pembawa.hubungan),
                    pembawa.telepon,
                )
                if x
            ),
            "Telepon": p.telepon,
            "Pengantar": ", ".join(
                x
                for x in (
                    surat.nomor,
                    f"{surat.tanggal:%d/%m/%Y}" if surat.tanggal else "",
                    surat.penanda_tangan,
                )
                if x
            ),
            "Register": r.nomor_register,
            "Catatan": permohonan.catatan,
        }
        self.mata.setVisible(not r.dibatasi)
        self._nomor = dict(zip(_NOMOR, (p.nik, p.nkk), strict=True))
        for label, (kiri, kanan) in self._baris.items():
            kanan.setText(isi[label])
            kiri.setVisible(bool(isi[label]))
            kanan.setVisible(bool(isi[label]))
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()
        self._atur_gulir()

    def _pasang(self, label: str, *, bertumpuk: bool) -> None:
        """Put a line into the grid, its words beside the label or below it."""
        kiri, kanan = self._baris[label]
        atas = 2 * _LABEL.index(label)
        for satu in (kiri, kanan):
            self._grid.removeWidget(satu)
        kiri.setWordWrap(not bertumpuk)
        kiri.setFixedWidth(_LEBAR_LABEL if not bertumpuk else kiri.sizeHint().width())
        lebar = 4 if bertumpuk else 1
        self._grid.addWidget(kiri, atas, 0, 1, lebar, Qt.AlignmentFlag.AlignTop)
        if bertumpuk:
            self._grid.addWidget(kanan, atas + 1, 0, 1, 4)
        else:
            lebar = 1 if label in _NOMOR else 3
            self._grid.addWidget(kanan, atas, 1, 1, lebar, Qt.AlignmentFlag.AlignTop)

    def _atur_nomor(self) -> None:
        """The button stands right beside the numbers; where it is narrow they take two lines."""
        for label in _NOMOR:
            self._baris[label][1].setWordWrap(self._sempit)
        self._grid.setColumnStretch(1, int(self._sempit))
        self._grid.setColumnStretch(3, int(not self._sempit))

    def _atur_gulir(self) -> None:
        """A bar that is there narrows the lines, which may then need it: Qt would let it stay."""
        muat = self._halaman.heightForWidth(self.width()) <= self.height()
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if muat else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
