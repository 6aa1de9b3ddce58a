"""The second status of a case: one line, e.g. "SIAK: Terverifikasi · ref 123 · 23/11/2026"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.luar import NAMA_SISTEM
from sooko_desk.domain.sop import SELESAI
from sooko_desk.domain.tanggal import sebut_saat, tanggal_pendek
from sooko_desk.ui.dialog_luar import DialogLuar
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import tombol_teks
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from sooko_desk.domain.luar import Penolakan
    from sooko_desk.domain.permohonan import KeadaanLuar, Petugas
    from sooko_desk.domain.sop import Langkah
    from sooko_desk.services.alur_kerja import PermohonanTerbuka
    from sooko_desk.services.meja import Meja

BELUM_ADA = "SIAK/Dispendukcapil: belum ada kabar"


def sebut_luar(luar: KeadaanLuar) -> str:
    """In one line, e.g. "SIAK: Ditolak verifikator · ref 123 · 23/11/2026"."""
    bagian = [f"{NAMA_SISTEM[luar.sistem]}: {luar.nama}"]
    if luar.referensi:
        bagian.append(f"ref {luar.referensi}")
    if luar.tanggal:
        bagian.append(tanggal_pendek(luar.tanggal))
    return " · ".join(bagian)


def sebut_penolakan(tolak: Penolakan) -> str:
    """What the office has to mend, e.g. "Ditolak verifikator 23/11/2026 10.12: Berkas kurang"."""
    return f"{tolak.hasil} {sebut_saat(tolak.saat)}: {tolak.alasan}"


class PanelLuar(QWidget):
    """Shows the second status and the refusal that is to be mended; hides where there is none.

    Attributes:
        penolakan: the refusal; may be laid elsewhere, it is filled from here all the same.

    Signals:
        dicatat(int, str): a word was noted; the case's id, and words for the officer.
    """

    dicatat = Signal(int, str)

    def __init__(self, meja: Meja) -> None:
        super().__init__()
        self._meja = meja
        self._terbuka: PermohonanTerbuka | None = None
        self._petugas: Petugas | None = None
        self.keadaan = build_label("")
        self.penolakan = build_label("")
        for label in (self.keadaan, self.penolakan):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_style_state(self.penolakan, "nada", str(Nada.BAHAYA))
        self.catat = tombol_teks("Catat…", "note")
        self.catat.setToolTip("Catat kabar dari SIAK atau Dispendukcapil (Ctrl+R)")
        baris = QHBoxLayout()
        baris.setSpacing(THEME.gap_xs)
        baris.addWidget(self.keadaan, 1)
        baris.addWidget(self.catat, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_xs)
        layout.addLayout(baris)
        layout.addWidget(self.penolakan)
        self.catat.clicked.connect(self.buka)
        self.hide()

    def tampilkan(self, terbuka: PermohonanTerbuka, petugas: Petugas) -> None:
        """Show a case as it was read."""
        self._terbuka, self._petugas = terbuka, petugas
        r = terbuka.permohonan.ringkasan
        self.keadaan.setText(sebut_luar(r.luar) if r.luar else BELUM_ADA)
        set_style_state(self.keadaan, "peran", str(Peran.BIASA if r.luar else Peran.REDUP))
        tolak = terbuka.penolakan
        self.penolakan.setText(sebut_penolakan(tolak) if tolak else "")
        self.penolakan.setVisible(tolak is not None)
        self.catat.setVisible(r.posisi != SELESAI)
        self.setVisible(r.luar is not None or any(map(_di_luar, terbuka.terbuka)))

    def buka(self) -> None:
        """Ask what the other system says; nothing where this line is not shown."""
        tertutup = self.isHidden() or self.catat.isHidden()  # a folded card around it is not
        if self._terbuka is None or self._petugas is None or tertutup:
            return
        dialog = DialogLuar(self._meja, self._terbuka, self._petugas, self.window())
        dialog.dicatat.connect(self.dicatat)
        dialog.open()


def _di_luar(langkah: Langkah) -> bool:
    """Whether another system has a word in that step."""
    return langkah.perlu_siak or bool(langkah.bagian) or bool(langkah.tolak)
