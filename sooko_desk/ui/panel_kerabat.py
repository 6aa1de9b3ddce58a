"""The cases tied to the open one, with a jump: awaited, waiting for it, one visit, one family.

Numbers of people are not shown here: name, service and the receipt's code say which case it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu

from sooko_desk.domain.sop import SELESAI
from sooko_desk.services.kerabat import Hubungan, Kerabat
from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.kit.tombol import Tombol, tombol_teks
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QResizeEvent

PALING_BANYAK = 3
"""Lines of the card; where the cases are more the last line leads to a menu of the rest."""

KUNCI = "Ctrl+J"
LEBAR_KUNCI = 320
"""Px of the card from which the key has room beside the words; the tooltip always tells it."""

_AWAL = {Hubungan.DITUNGGU: "Menunggu ", Hubungan.PENUNGGU: "Ditunggu "}
_IKATAN = {Hubungan.SEKUNJUNGAN: "Satu kunjungan", Hubungan.SEKELUARGA: "Satu KK"}


class PanelKerabat(Kartu):
    """Up to three lines; hidden while no case is tied to the open one.

    Signals:
        buka(int): show this case.
    """

    buka = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Permohonan yang terkait")
        self._kerabat: tuple[Kerabat, ...] = ()
        self._dilipat = False
        self._banyak = PALING_BANYAK
        self._baris = [_Baris() for _ in range(PALING_BANYAK)]
        self._baris[0].kunci = f" ({KUNCI})"
        self._kunci = build_label(KUNCI, Peran.REDUP)
        self._kunci.setContentsMargins(0, 0, THEME.gap_s, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(THEME.gap_xs)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for nomor, baris in enumerate(self._baris):
            baris.tombol.clicked.connect(self._on_tombol_clicked)
            grid.addWidget(baris.gambar, 2 * nomor, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(baris.judul, 2 * nomor, 1)
            grid.addWidget(baris.rincian, 2 * nomor + 1, 1)
            grid.addWidget(baris.tombol, 2 * nomor, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._kunci, 0, 3, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.isi.addLayout(grid)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(THEME.gap_m, THEME.gap_xs, THEME.gap_xs, THEME.gap_xs)
        self.hide()

    @property
    def kalimat(self) -> tuple[str, ...]:
        """The lines that are shown, uncut."""
        return tuple(
            ", ".join(kata for kata in (b.judul.teks, b.rincian.teks) if kata)
            for b in self._baris
            if not b.tombol.isHidden()
        )

    def tampilkan(self, kerabat: Sequence[Kerabat]) -> None:
        """Show these cases, the weightiest first; none hides the card."""
        if self._kerabat == tuple(kerabat):
            return
        self._kerabat = tuple(kerabat)
        self._isi_baris()
        self.setVisible(bool(self._kerabat) and not self._dilipat)

    def batasi(self, banyak: int) -> None:
        """Show so many lines at most, 2 to `PALING_BANYAK`."""
        if banyak != self._banyak:
            self._banyak = banyak
            self._isi_baris()

    def lipat(self, *, lipat: bool) -> None:
        """Give up the room for a while; the cases are kept."""
        self._dilipat = lipat
        self.setVisible(bool(self._kerabat) and not lipat)

    def buka_pertama(self) -> None:
        """Jump to the weightiest; nothing when there is none."""
        if self._kerabat:
            self.buka.emit(self._kerabat[0].ringkasan.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Room for the key, or all of it for the words."""
        super().resizeEvent(event)
        self._kunci.setVisible(event.size().width() >= LEBAR_KUNCI)

    def _isi_baris(self) -> None:
        sisa = self._list_sisa()
        sendiri = self._kerabat[: len(self._kerabat) - len(sisa)]
        for nomor, baris in enumerate(self._baris):
            if sisa and nomor == self._banyak - 1:
                baris.tampilkan_sisa(sisa)
            else:
                baris.tampilkan(sendiri[nomor] if nomor < len(sendiri) else None)

    def _list_sisa(self) -> tuple[Kerabat, ...]:
        """Cases that have no line of their own."""
        lebih = len(self._kerabat) > self._banyak
        return self._kerabat[self._banyak - 1 :] if lebih else ()

    def _on_tombol_clicked(self) -> None:
        nomor = [baris.tombol for baris in self._baris].index(self.sender())  # type: ignore[arg-type]
        if nomor == self._banyak - 1 and self._list_sisa():
            self._buka_menu(self._baris[nomor].tombol)
        else:
            self.buka.emit(self._kerabat[nomor].ringkasan.id)

    def _buka_menu(self, tombol: Tombol) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for satu in self._list_sisa():
            kata = ", ".join((sebut_judul(satu), sebut_rincian(satu))).replace("&", "&&")
            menu.addAction(kata).setData(satu.ringkasan.id)
        menu.triggered.connect(self._on_menu_triggered)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(tombol.mapToGlobal(tombol.rect().bottomLeft()))

    def _on_menu_triggered(self, aksi: QAction) -> None:
        self.buka.emit(aksi.data())


class _Baris:
    """Picture, two lines of words and the button of one case; `kunci` is added to its tooltip."""

    def __init__(self) -> None:
        self.kunci = ""
        self.gambar = QLabel()
        self.judul = TeksElipsis(peran=Peran.TEBAL)
        self.rincian = TeksElipsis(peran=Peran.REDUP)
        self.tombol: Tombol = tombol_teks("Buka")

    def tampilkan(self, kerabat: Kerabat | None) -> None:
        for widget in (self.gambar, self.judul, self.rincian, self.tombol):
            widget.setVisible(kerabat is not None)
        if kerabat is None:
            return
        nama, nada = _rupa(kerabat)
        self._isi(nama, nada, sebut_judul(kerabat), sebut_rincian(kerabat))
        self._namai("Buka", f"Buka: {self.judul.teks}, {self.rincian.teks}")

    def tampilkan_sisa(self, sisa: Sequence[Kerabat]) -> None:
        for widget in (self.gambar, self.judul, self.rincian, self.tombol):
            widget.setVisible(True)
        siapa = ", ".join(k.ringkasan.pemohon.nama for k in sisa)
        self._isi("users", Nada.NETRAL, f"{len(sisa)} permohonan lain", siapa)
        self._namai("Pilih", f"Pilih dari {len(sisa)} permohonan lain")

    def _isi(self, nama: str, nada: Nada, judul: str, rincian: str) -> None:
        self.gambar.setPixmap(pixmap(nama, THEME.tone(nada).icon, THEME.icon_s))
        self.judul.set_teks(judul)
        self.rincian.set_teks(rincian)

    def _namai(self, teks: str, dibacakan: str) -> None:
        self.tombol.setText(teks)
        self.tombol.setAccessibleName(dibacakan)
        self.tombol.setToolTip(dibacakan + self.kunci)
        self.tombol.updateGeometry()


def sebut_judul(kerabat: Kerabat) -> str:
    """What ties the case to the open one, and whose it is, e.g. "Menunggu KK SITI AMINAH"."""
    r = kerabat.ringkasan
    siapa = f"{r.layanan} {r.pemohon.nama}"
    if _is_ditunggu_selesai(kerabat):
        return f"Selesai: {siapa}"
    return f"{_AWAL.get(kerabat.hubungan, '')}{siapa}"


def sebut_rincian(kerabat: Kerabat) -> str:
    """Where the case stands, and the receipt's code."""
    r = kerabat.ringkasan
    keadaan = "Boleh dilanjutkan" if _is_ditunggu_selesai(kerabat) else r.status
    bagian = (_IKATAN.get(kerabat.hubungan, ""), keadaan, r.kode_pindai)
    return " · ".join(b for b in bagian if b)


def _is_ditunggu_selesai(kerabat: Kerabat) -> bool:
    return kerabat.hubungan is Hubungan.DITUNGGU and kerabat.ringkasan.posisi == SELESAI


def _rupa(kerabat: Kerabat) -> tuple[str, Nada]:
    """Picture and its tone."""
    if kerabat.ringkasan.posisi == SELESAI:
        return "circle-check", Nada.SELESAI
    if kerabat.hubungan is Hubungan.DITUNGGU:
        return "hourglass", Nada.PERINGATAN
    return "users", Nada.INFO
