"""An entry form built from the SOP's field definitions (`domain.sop.Isian`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from sooko_desk.domain.isian import is_kapital
from sooko_desk.domain.sop import JenisIsian
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.baris_isian import JARAK_BARIS, BarisIsian, sejajarkan
from sooko_desk.ui.kit.baris_tabel import KalimatTabel
from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.kit.isian_tabel import BARIS_SEDIKIT, BARIS_TAMPAK, IsianTabel
from sooko_desk.ui.kit.isian_tabel_model import ModelTabel
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.masukan import MasukanBorang, read_masukan, write_masukan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from sooko_desk.domain.sop import Isian

LEBAR_TIGA_KOLOM = 520
LEBAR_LIMA_KOLOM = 900
"""Where a table has the whole width, the fields above it take fewer rows."""
PILIHAN_SEDIKIT = 8
KOLOM = 3
TERBANYAK_KOLOM = 5
"""Columns of the grid; a field of words longer than `_LEBAR` characters takes two."""
_LEBAR = 60
_KOLOM_LAPANG = 2


class Borang(QWidget):
    """The fields of one step in a grid; a field of rows is as wide as the form.

    Args:
        lapang: few fields: two columns at most, and a name across both to be read in full.

    Signals:
        diubah(): the officer typed or chose something.
    """

    diubah = Signal()

    def __init__(self, daftar: tuple[Isian, ...], *, lapang: bool = False) -> None:
        super().__init__()
        self.daftar = daftar
        self._lapang = lapang
        self.setProperty("peran", "isi")  # white like the card that it lies on
        self.baris: dict[str, BarisIsian[MasukanBorang]] = {}
        self._kolom = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(THEME.gap_m)
        self._grid.setVerticalSpacing(JARAK_BARIS)
        maju = EnterMaju(self)
        for isian in daftar:
            masukan = _build_masukan(isian)
            self.baris[isian.id] = BarisIsian(
                isian.label, masukan, wajib=isian.wajib, bantuan=isian.bantuan
            )
            if isinstance(masukan, IsianTabel):  # Enter goes from cell to cell
                KalimatTabel(self.baris[isian.id], masukan, isian.bantuan)
            else:
                maju.awasi(masukan)
            if isinstance(masukan, Pilihan):
                masukan.dipilih.connect(self._on_diubah)
                masukan.tidak_dikenal.connect(self.baris[isian.id].tolak_kata)
            else:
                masukan.edited.connect(self._on_diubah)
        self._tata(KOLOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three columns where there is room, two on a small screen, five across the window."""
        super().resizeEvent(event)
        if self.width() >= LEBAR_LIMA_KOLOM:
            self._tata(TERBANYAK_KOLOM)
        else:
            self._tata(KOLOM if self.width() >= LEBAR_TIGA_KOLOM else KOLOM - 1)

    def _tata(self, kolom: int) -> None:
        if self._lapang:
            kolom = _KOLOM_LAPANG
        if kolom == self._kolom:
            return
        for nomor in range(self._grid.rowCount()):
            self._grid.setRowStretch(nomor, 0)
        self._grid.setRowStretch(len(self.daftar) + 1, int(not any(map(_is_tabel, self.daftar))))
        tempat = 0
        per_baris: dict[int, list[BarisIsian[MasukanBorang]]] = {}
        for isian in self.daftar:
            rentang = _lebar(isian, kolom, lapang=self._lapang)
            if tempat % kolom + rentang > kolom:
                tempat += kolom - tempat % kolom
            baris, mulai = divmod(tempat, kolom)
            self._grid.addWidget(self.baris[isian.id], baris, mulai, 1, rentang)
            per_baris.setdefault(baris, []).append(self.baris[isian.id])
            if _is_tabel(isian):
                self._grid.setRowStretch(baris, 1)
            tempat += rentang
        for nomor in range(TERBANYAK_KOLOM):
            self._grid.setColumnStretch(nomor, int(nomor < kolom))
        self._kolom = kolom
        for sejajar in per_baris.values():
            sejajarkan(sejajar, sampai_tepi=True)

    def nilai(self) -> dict[str, str]:
        """Every field as typed (a choice by its code), by field id."""
        return {kunci: read_masukan(baris.input) for kunci, baris in self.baris.items()}

    def set_nilai(self, nilai: Mapping[str, str]) -> None:
        """Show stored values; fields that are not named are left as they are."""
        for kunci, baris in self.baris.items():
            if kunci in nilai:
                write_masukan(baris.input, nilai[kunci])

    def set_galat(self, per_field: Mapping[str, str], nada: Nada = Nada.BAHAYA) -> None:
        """Show one sentence beside each named field and go to the first; clear the others.

        Args:
            per_field: field id to sentence; of a field of rows "<id>.<row from 1>.<column id>",
                and "<id>.0" for the rows as a whole.
        """
        pertama: QWidget | None = None
        for kunci, baris in self.baris.items():
            if isinstance(baris.input, IsianTabel):
                per_sel = _list_sel(kunci, per_field)
                baris.input.set_galat(per_sel, nada)
                if per_sel:
                    baris.input.ke_galat_pertama()
                    pertama = pertama or baris.input
            elif kunci in per_field:
                baris.set_pesan(nada, per_field[kunci])
                pertama = pertama or baris.input
            else:
                baris.bersihkan()
        if pertama is not None:
            pertama.setFocus()

    def tandai(self, salah: Mapping[str, str], ragu: Mapping[str, str]) -> None:
        """Mark what is wrong and what is doubtful while the officer goes on typing.

        The caret stays; the field that it is in, and what is still empty, is left alone.

        Args:
            salah, ragu: as `set_galat` takes them.
        """
        for kunci, baris in self.baris.items():
            masukan = baris.input
            if isinstance(masukan, IsianTabel):
                masukan.tandai(
                    {
                        Nada.BAHAYA: _list_sel(kunci, salah),
                        Nada.PERINGATAN: _list_sel(kunci, ragu),
                    }
                )
            elif _is_diketik(masukan) or not read_masukan(masukan).strip():
                continue
            elif kunci in salah:
                baris.set_pesan(Nada.BAHAYA, salah[kunci])
            elif kunci in ragu:
                baris.set_pesan(Nada.PERINGATAN, ragu[kunci])
            else:
                baris.bersihkan()

    def set_readonly(self, readonly: bool) -> None:
        """Only show; a table can still be looked through."""
        for baris in self.baris.values():
            if isinstance(baris.input, IsianTabel):
                baris.input.set_readonly(readonly)
            else:
                baris.input.setDisabled(readonly)
        self.set_samar(readonly)

    def set_samar(self, samar: bool) -> None:
        """Show NIK and No KK masked, or in full; what is typed into stays in full."""
        for baris in self.baris.values():
            if isinstance(baris.input, IsianTabel) and baris.input.is_readonly():
                model = baris.input.model()
                assert isinstance(model, ModelTabel)
                model.set_samar(samar)
            elif isinstance(baris.input, IsianDigit) and not baris.input.isEnabled():
                baris.input.set_samar(samar)

    @property
    def bertabel(self) -> bool:
        """Whether there is a field of rows, which wants all the room it can get."""
        return any(map(_is_tabel, self.daftar))

    def fokus_pertama(self) -> None:
        """Put the caret into the first field that is still empty, else into the first."""
        masukan = [b.input for b in self.baris.values()]
        kosong = [m for m in masukan if not read_masukan(m)]
        if masukan:
            (kosong or masukan)[0].setFocus()

    def _on_diubah(self) -> None:
        for baris in self.baris.values():
            # The marks of a table vanish cell by cell.
            if not isinstance(baris.input, IsianTabel) and _is_diketik(baris.input):
                baris.bersihkan()
        self.diubah.emit()


def _is_diketik(masukan: MasukanBorang) -> bool:
    """Whether the caret is in it."""
    fokus = masukan.lineEdit() if isinstance(masukan, Pilihan) else masukan
    return isinstance(fokus, QLineEdit) and fokus.hasFocus()


def _lebar(isian: Isian, kolom: int, *, lapang: bool) -> int:
    """How many of the grid's columns a field takes."""
    if _is_tabel(isian) or (lapang and isian.jenis is JenisIsian.NAMA):
        return kolom
    return 2 if isian.jenis is JenisIsian.TEKS and isian.panjang > _LEBAR else 1


def _is_tabel(isian: Isian) -> bool:
    return isian.jenis is JenisIsian.TABEL


def _list_sel(kunci: str, per_field: Mapping[str, str]) -> dict[str, str]:
    """What is said of one field of rows, by "<row>.<column id>"; of it as a whole by "0"."""
    awal = f"{kunci}."
    per_sel = {k.removeprefix(awal): v for k, v in per_field.items() if k.startswith(awal)}
    return per_sel | ({"0": per_field[kunci]} if kunci in per_field else {})


def _build_masukan(isian: Isian) -> MasukanBorang:
    if _is_tabel(isian):
        tampak = BARIS_TAMPAK if isian.wajib else BARIS_SEDIKIT
        return IsianTabel(isian.kolom, tampak=tampak)
    if isian.jenis in (JenisIsian.NIK, JenisIsian.NKK):
        return IsianDigit("16 angka")
    if isian.jenis is JenisIsian.TANGGAL:
        return IsianTanggal()
    if isian.jenis is JenisIsian.PILIHAN:
        sedikit = len(isian.pilihan) <= PILIHAN_SEDIKIT
        pilihan = Pilihan("Pilih" if sedikit else "Ketik untuk mencari")
        pilihan.set_pilihan((p.kode, p.nama) for p in isian.pilihan)
        return pilihan
    return IsianTeks(kapital=is_kapital(isian))
