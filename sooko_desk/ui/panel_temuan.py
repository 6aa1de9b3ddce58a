"""What the register knows of the form on the screen: findings with a jump, papers often missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import Tombol, tombol_teks
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.services.penerimaan import FormPenerimaan
    from sooko_desk.services.radar import SeringKurang
    from sooko_desk.services.temuan import Temuan, TemuanService

PALING_BANYAK = 3


class PanelTemuan(Kartu):
    """Up to three sentences, the weightiest first. Stops nobody; hidden while nothing is found.

    Signals:
        buka(int): show this case.
        tunggu_diubah(): the officer set or lifted the wait for a KK.
    """

    buka = Signal(int)
    tunggu_diubah = Signal()

    def __init__(self, service: TemuanService) -> None:
        super().__init__()
        self._service = service
        self._ditanyakan: tuple[object, ...] = ()
        self._temuan: tuple[Temuan, ...] = ()
        self._ditunggu: Temuan | None = None
        self._baris = [_Baris("Ctrl+J" if nomor == 0 else "") for nomor in range(PALING_BANYAK)]
        self.tunggu = QCheckBox()
        self.tunggu.setObjectName("tunggu")
        self.tunggu.toggled.connect(self.tunggu_diubah)
        grid = QGridLayout()
        grid.setHorizontalSpacing(THEME.gap_s)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for nomor, baris in enumerate(self._baris):
            baris.tombol.clicked.connect(self._on_tombol_clicked)
            grid.addWidget(baris.gambar, nomor, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(baris.kalimat, nomor, 1)
            grid.addWidget(baris.tombol, nomor, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.tunggu, PALING_BANYAK, 1, 1, 2)
        self.isi.addLayout(grid)
        tepi = THEME.gap_xs
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(THEME.gap_m, tepi, THEME.gap_xs, tepi)
        self.hide()

    @property
    def kalimat(self) -> tuple[str, ...]:
        """The sentences that are shown."""
        return tuple(t.kalimat for t in self._temuan)

    @property
    def tunggu_id(self) -> int | None:
        """The case of the same family that this one shall wait for; None = none."""
        if self._ditunggu is None or not self.tunggu.isChecked():
            return None
        return self._ditunggu.permohonan.id

    def tampilkan(
        self, temuan: Sequence[Temuan], layanan: str, tunggu_id: int | None = None
    ) -> None:
        """Show findings; a wait that was set stays as long as its case is among them.

        Args:
            temuan: weightiest first; the first three are shown.
            layanan: chosen service, for the words of a wait.
            tunggu_id: a wait to set, e.g. of a form that comes back.
        """
        tunggu_id = tunggu_id or self.tunggu_id
        calon = [t for t in temuan if t.dapat_ditunggu]
        terpilih = next((t for t in calon if t.permohonan.id == tunggu_id), None)
        self._ditunggu = terpilih or next(iter(calon), None)
        self._temuan = tuple(temuan)[:PALING_BANYAK]
        for nomor, baris in enumerate(self._baris):
            baris.tampilkan(self._temuan[nomor] if nomor < len(self._temuan) else None)
        self._tampilkan_tunggu(layanan, dicentang=terpilih is not None)
        self.setVisible(bool(self._temuan))

    def segarkan(self, form: FormPenerimaan, tunggu_id: int | None = None) -> bool:
        """Ask the register, unless what it is asked about is as before.

        Args:
            form: as typed so far.
            tunggu_id: as for `tampilkan`; asks in any case.

        Returns:
            Whether the register was asked.
        """
        pemohon = (form.nik, form.nkk, form.nama, form.desa)
        tanya = (*pemohon, form.pengantar_nomor, form.layanan, form.jenis, form.kunjungan)
        if tanya == self._ditanyakan and tunggu_id is None:
            return False
        self._ditanyakan = tanya
        self.tampilkan(self._service.list_temuan(form), form.layanan, tunggu_id)
        return True

    def nyatakan_basi(self) -> None:
        """The register has changed: the next `segarkan` asks."""
        self._ditanyakan = ()

    def buka_pertama(self) -> None:
        """Jump to the weightiest; nothing when there is none."""
        if self._temuan:
            self.buka.emit(self._temuan[0].permohonan.id)

    def balik_tunggu(self) -> None:
        """Set or lift the wait, where there is something to wait for."""
        if self._ditunggu is not None:
            self.tunggu.toggle()

    def _tampilkan_tunggu(self, layanan: str, *, dicentang: bool) -> None:
        self.tunggu.blockSignals(True)
        self.tunggu.setChecked(dicentang)
        self.tunggu.blockSignals(False)
        self.tunggu.setVisible(self._ditunggu is not None)
        if self._ditunggu is not None:
            r = self._ditunggu.permohonan
            self.tunggu.setText(f"{layanan} menunggu {r.layanan} selesai ({r.kode_pindai}), Alt+M")

    def _on_tombol_clicked(self) -> None:
        nomor = [baris.tombol for baris in self._baris].index(self.sender())  # type: ignore[arg-type]
        self.buka.emit(self._temuan[nomor].permohonan.id)


class _Baris:
    """Picture, sentence and button of one finding."""

    def __init__(self, kunci: str) -> None:
        self.gambar = QLabel()
        icon = THEME.tone(Nada.PERINGATAN).icon
        self.gambar.setPixmap(pixmap("alert-triangle", icon, THEME.icon_s))
        self.kalimat = build_label("")
        self.kalimat.setWordWrap(True)
        self.tombol: Tombol = tombol_teks("Buka", "", kunci)

    def tampilkan(self, temuan: Temuan | None) -> None:
        for widget in (self.gambar, self.kalimat, self.tombol):
            widget.setVisible(temuan is not None)
        kalimat = temuan.kalimat if temuan else ""
        self.kalimat.setText(kalimat)
        self.tombol.setAccessibleName(f"Buka: {kalimat}")


class BarisRadar(QWidget):
    """One quiet line: the papers most often missing for this reason."""

    def __init__(self) -> None:
        super().__init__()
        self._label = build_label("", Peran.REDUP)
        self._label.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._label)
        self.hide()

    @property
    def teks(self) -> str:
        """The line as shown; "" = none."""
        return self._label.text()

    def tampilkan(self, sering: Sequence[SeringKurang]) -> None:
        """Show these papers; none hides the line."""
        kata = ", ".join(f"{s.nama} ({s.kali}×)" for s in sering)
        tempat = " · di desa ini" if sering and sering[0].di_desa else ""
        self._label.setText(f"Sering kurang: {kata}{tempat}" if sering else "")
        self.setVisible(bool(sering))
