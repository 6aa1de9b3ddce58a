"""The line above the papers of a case that was sent back: how many of the missing ones came."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from sooko_desk.domain.kelengkapan import list_kurang, sebut_kurang
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.ui.ikon import pixmap
from sooko_desk.ui.kit.label import Peran
from sooko_desk.ui.kit.teks_elipsis import TeksElipsis
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.domain.permohonan import Berkas, Peristiwa
    from sooko_desk.services.alur_kerja import PermohonanTerbuka


class BarisKembali(QWidget):
    """Counts while the papers are ticked; hidden for a case that was never sent back."""

    def __init__(self) -> None:
        super().__init__()
        self._saat = ""
        self._diminta: frozenset[str] = frozenset()
        self._gambar = QLabel()
        self._kalimat = TeksElipsis(peran=Peran.TEBAL)
        self._alasan = TeksElipsis(peran=Peran.REDUP)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(THEME.gap_s)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._gambar, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._kalimat, 0, 1)
        grid.addWidget(self._alasan, 1, 1)
        self.hide()

    @property
    def teks(self) -> str:
        """The line, with the reason that the Kasi wrote; "" while hidden."""
        kata = (self._kalimat.teks, self._alasan.teks)
        return " ".join(k for k in kata if k)

    def set_permohonan(self, terbuka: PermohonanTerbuka | None) -> None:
        """Count for this case; None, or a case that was never sent back, hides the line."""
        keputusan = _find_keputusan(terbuka) if terbuka else None
        self._diminta = frozenset()
        self._saat = ""
        self._alasan.set_teks(keputusan.alasan if keputusan else "")
        self._alasan.setVisible(bool(self._alasan.teks))
        if terbuka is not None and keputusan is not None:
            berkas = terbuka.permohonan.berkas
            self._saat = f"{ke_wib(keputusan.waktu):%d/%m}"
            self._diminta = _list_diminta(berkas, keputusan)
            self.hitung(berkas)
        else:
            self._kalimat.set_teks("")
        self.setVisible(keputusan is not None)

    def hitung(self, berkas: Sequence[Berkas]) -> None:
        """Count anew with these marks."""
        if not self._saat:
            return
        jumlah = len(self._diminta)
        ada = jumlah - len(self._diminta & {b.kode for b in list_kurang(berkas)})
        kata = f"Dilengkapi: {ada} dari {jumlah} berkas yang kurang." if jumlah else ""
        self._kalimat.set_teks(f"Dikembalikan {self._saat}. {kata}".strip())
        lengkap = ada == jumlah
        nada = Nada.SELESAI if lengkap else Nada.PERINGATAN
        nama = "circle-check" if lengkap else "alert-triangle"
        self._gambar.setPixmap(pixmap(nama, THEME.tone(nada).icon, THEME.icon_s))


def _find_keputusan(terbuka: PermohonanTerbuka) -> Peristiwa | None:
    """The last standing decision that papers are missing; one undone since is later than it."""
    sejak = terbuka.dikembalikan_sejak
    if sejak is None:
        return None
    mencari_kurang = {
        (langkah.id, hasil.id)
        for langkah in terbuka.sop.langkah
        for hasil in langkah.hasil
        if "kurang" in hasil.wajib
    }
    riwayat = reversed(terbuka.permohonan.riwayat)
    calon = (p for p in riwayat if (p.langkah, p.hasil) in mencari_kurang)
    return next((p for p in calon if p.waktu <= sejak), None)


def _list_diminta(berkas: Sequence[Berkas], keputusan: Peristiwa) -> frozenset[str]:
    """Codes of what was missing then, as `list_kurang` gives them.

    The story keeps the names. So a paper that was there with wrong data counts too, whose own
    date cannot tell that another one was brought.
    """
    tercatat = f"; {keputusan.rincian.get('Kurang', '')}; "
    kosong = [replace(b, ada=False) for b in berkas]
    return frozenset(
        b.kode
        for b in list_kurang(kosong)
        if f"; {sebut_kurang([x for x in kosong if x == b or (b.grup and x.grup == b.grup)])}; "
        in tercatat
    )
