"""A field for an hour, and the grid of one week made of them.

What is typed stays as typed until the caret leaves; whether it makes sense is for
`sop.jadwal_tulis.check_jam`, whose places the grid marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from sooko_desk.domain.tanggal import NAMA_HARI
from sooko_desk.services.jadwal import sebut_menit
from sooko_desk.sop.jadwal_tulis import Istirahat, JamHari, hitung_menit, tidy_jam
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.isian_rapi import IsianRapi, tandai_isian
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.tombol import Tombol, tombol_teks
from sooko_desk.ui.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_RAW = 12
_FIELD_WIDTH = 66
_DAY_WIDTH = 92
_LENGTH_WIDTH = 104
_HEADS = ("Hari buka", "Buka dari", "sampai", "Istirahat", "sampai", "Lama buka")
_CELLS = ("mulai", "selesai", "istirahat_mulai", "istirahat_selesai")
_SPOKEN = ("buka dari", "buka sampai", "istirahat dari", "istirahat sampai")
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class IsianJam(IsianRapi):
    """Entry of one hour, shown as "07.30"."""

    def __init__(self) -> None:
        super().__init__(tidy_jam, "", _MOST_RAW)


class MingguJam(QWidget):
    """Seven days: open or not, from, until, one break; further breaks stand beside and are kept.

    Enter goes on, arrows up and down stay in the column, Ctrl+D copies the day above.

    Signals:
        diubah(): the officer changed something.
        selesai_isi(): the caret left an hour, or a day was opened, closed or copied.
        sel_dipilih(str): the caret came to the cell of that place, e.g. "2.selesai".
    """

    diubah = Signal()
    selesai_isi = Signal()
    sel_dipilih = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._maju = EnterMaju(self)
        self._salah: dict[str, str] = {}
        self._hari = [_BarisHari(nomor) for nomor in range(len(NAMA_HARI))]
        self._tempat: dict[QObject, tuple[int, str]] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(THEME.gap_s)
        layout.setVerticalSpacing(THEME.gap_xs)
        layout.setColumnStretch(len(_HEADS), 1)
        for kolom, kata in enumerate(_HEADS):
            layout.addWidget(build_label(kata, Peran.LABEL), 0, kolom)
        self._lain = build_label("Istirahat lain", Peran.LABEL)
        layout.addWidget(self._lain, 0, len(_HEADS))
        for nomor, hari in enumerate(self._hari):
            self._pasang(layout, nomor, hari)

    def nilai(self) -> tuple[JamHari, ...]:
        """The week as typed; a closed day is empty."""
        return tuple(hari.nilai() for hari in self._hari)

    def set_nilai(self, minggu: Sequence[JamHari]) -> None:
        """Show a week; says nothing to `diubah`."""
        for baris, hari in zip(self._hari, minggu, strict=True):
            baris.set_nilai(hari)
        self._sebut_lain()
        self.tandai({})

    def set_readonly(self, readonly: bool) -> None:
        """Only show."""
        for hari in self._hari:
            hari.set_readonly(readonly)

    def tandai(self, salah: Mapping[str, str], *, kosong_juga: bool = False) -> None:
        """Mark what is wrong.

        Args:
            salah: place without the week's own prefix ("2.selesai", "2.istirahat.0.mulai") to
                its sentence.
            kosong_juga: mark empty cells too, as after a refused save.
        """
        self._salah = {}
        for tempat, sebab in salah.items():
            hari, _, sel = tempat.partition(".")
            kunci = f"istirahat_{sel.rpartition('.')[2]}" if sel.startswith("istirahat") else sel
            isian = self.sel(int(hari), kunci)
            if kosong_juga or not isinstance(isian, IsianJam) or isian.text().strip():
                self._salah.setdefault(f"{hari}.{kunci}", sebab)
        for nomor, baris in enumerate(self._hari):
            for kunci, isian in baris.sel.items():
                tandai_isian(isian, self._salah.get(f"{nomor}.{kunci}", ""))

    def sebab(self, tempat: str = "") -> str:
        """The sentence of that cell if it is wrong, else of the first wrong one; "" = none."""
        return self._salah.get(tempat) or next(iter(self._salah.values()), "")

    def fokus_salah(self) -> bool:
        """Go to the first wrong cell; False when there is none."""
        for tempat in self._salah:
            hari, _, kunci = tempat.partition(".")
            self.sel(int(hari), kunci).setFocus()
            return True
        return False

    def sel(self, hari: int, kunci: str) -> QWidget:
        """A cell: day from 0, "buka", "mulai", "selesai", "istirahat_mulai" or "…_selesai"."""
        return self._hari[hari].sel[kunci]

    def tombol_tambahan(self, hari: int) -> Tombol:
        """The button that takes away the breaks after the first; hidden while there are none."""
        return self._hari[hari].tambahan

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Ctrl+D, and tell where the caret is."""
        if event.type() is QEvent.Type.FocusIn and watched in self._tempat:
            hari, kunci = self._tempat[watched]
            self.sel_dipilih.emit(f"{hari}.{kunci}")
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _pasang(self, layout: QGridLayout, nomor: int, hari: _BarisHari) -> None:
        layout.addWidget(hari.buka, nomor + 1, 0)
        for kolom, kunci in enumerate(_CELLS, start=1):
            layout.addWidget(hari.jam[kunci], nomor + 1, kolom)
        layout.addWidget(hari.lama, nomor + 1, len(_CELLS) + 1)
        layout.addWidget(hari.tambahan, nomor + 1, len(_CELLS) + 2, Qt.AlignmentFlag.AlignLeft)
        for kunci, isian in hari.sel.items():
            self._tempat[isian] = (nomor, kunci)
            self._maju.awasi(isian)
            isian.installEventFilter(self)
        for jam in hari.jam.values():
            jam.editingFinished.connect(self.selesai_isi)
        hari.diketik.connect(self.diubah)
        hari.diganti.connect(self._on_diganti)

    def _sebut_lain(self) -> None:
        self._lain.setVisible(any(not hari.tambahan.isHidden() for hari in self._hari))

    def _on_diganti(self) -> None:
        self._sebut_lain()
        self.diubah.emit()
        self.selesai_isi.emit()

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        nomor, kunci = self._tempat[watched]
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_D:
            if nomor and not self._hari[nomor].readonly:
                self._hari[nomor].set_nilai(self._hari[nomor - 1].nilai())
                self._on_diganti()
            return True
        if (langkah := _STEPS.get(Qt.Key(event.key()))) is None:
            return False
        tujuan = range(nomor + langkah, -1 if langkah < 0 else len(self._hari), langkah)
        for satu in tujuan:
            if self.sel(satu, kunci).isEnabled():
                self.sel(satu, kunci).setFocus(Qt.FocusReason.TabFocusReason)
                break
        return True


class _BarisHari(QObject):
    """The widgets of one day.

    Signals:
        diketik(): an hour is being typed.
        diganti(): the day was opened or closed, or further breaks were taken away.
    """

    diketik = Signal()
    diganti = Signal()

    def __init__(self, nomor: int) -> None:
        super().__init__()
        self._nama = NAMA_HARI[nomor]
        self._sisa: tuple[Istirahat, ...] = ()
        self.readonly = False
        self.buka = QCheckBox(self._nama)
        self.buka.setMinimumWidth(_DAY_WIDTH)
        self.buka.setAccessibleName(f"{self._nama} buka")
        self.jam = {kunci: IsianJam() for kunci in _CELLS}
        self.lama = QLabel()
        self.lama.setMinimumWidth(_LENGTH_WIDTH)
        self.tambahan = tombol_teks("", "x")
        self.sel: dict[str, QWidget] = {"buka": self.buka, **self.jam}
        for isian, kata in zip(self.jam.values(), _SPOKEN, strict=True):
            isian.setAccessibleName(f"{self._nama} {kata}")
            isian.setFixedWidth(_FIELD_WIDTH)
            isian.edited.connect(self._on_edited)
        self.buka.toggled.connect(self._atur)
        self.buka.clicked.connect(self._on_clicked)
        self.tambahan.clicked.connect(self._on_tambahan)
        self._atur()

    def nilai(self) -> JamHari:
        if not self.buka.isChecked():
            return JamHari()
        mulai, selesai, *istirahat = (isian.nilai() for isian in self.jam.values())
        pertama = (Istirahat(*istirahat),) if any(istirahat) else ()
        return JamHari(True, mulai, selesai, (*pertama, *self._sisa))

    def set_nilai(self, hari: JamHari) -> None:
        pertama = hari.istirahat[0] if hari.istirahat else Istirahat("", "")
        isi = (hari.mulai, hari.selesai, pertama.mulai, pertama.selesai)
        for isian, teks in zip(self.jam.values(), isi, strict=True):
            isian.set_nilai(teks)
        self._sisa = hari.istirahat[1:]
        self.buka.setChecked(hari.buka)
        self._atur()

    def set_readonly(self, readonly: bool) -> None:
        self.readonly = readonly
        for isian in self.jam.values():
            isian.setReadOnly(readonly)
        self._atur()

    def _atur(self) -> None:
        buka = self.buka.isChecked()
        self.buka.setEnabled(not self.readonly)
        self.tambahan.setEnabled(not self.readonly)
        for isian in self.jam.values():
            isian.setEnabled(buka)
        sisa = ", ".join(f"{satu.mulai}-{satu.selesai}" for satu in self._sisa)
        satu = len(self._sisa) == 1
        self.tambahan.setText(sisa if satu else f"{len(self._sisa)} istirahat lagi")
        self.tambahan.setAccessibleName(f"Hapus istirahat lain {self._nama} {sisa}")
        self.tambahan.setToolTip(f"Hapus istirahat lain {sisa}")
        self.tambahan.setVisible(buka and bool(sisa))
        menit = hitung_menit(self.nilai())
        self.lama.setText("–" if menit is None else sebut_menit(menit) if buka else "tutup")

    def _on_edited(self) -> None:
        self._atur()
        self.diketik.emit()

    def _on_clicked(self) -> None:
        self.diganti.emit()

    def _on_tambahan(self) -> None:
        self._sisa = ()
        self._atur()
        self.jam["istirahat_mulai"].setFocus()
        self.diganti.emit()
