"""The fields of one paper of a requirement list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sooko_desk.domain.sop import SifatSyarat, Syarat
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.pilihan import Pilihan, SegmenPilihan
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sooko_desk.ui.pengaturan.susunan import Pasangan

KATA_SIFAT = {
    SifatSyarat.WAJIB: "Wajib",
    SifatSyarat.BERSYARAT: "Bersyarat",
    SifatSyarat.CATATAN: "Catatan",
}
_BANTUAN_SIFAT = {
    SifatSyarat.WAJIB: "Harus ada sebelum dinyatakan lengkap.",
    SifatSyarat.BERSYARAT: "Diminta hanya dalam keadaan tertentu.",
    SifatSyarat.CATATAN: "Hal yang dilihat petugas, bukan surat.",
}
_CONTOH = {
    "nama": "",
    "bila": "bila orang asing",
    "diperoleh": "Balai desa tempat tinggal",
    "rupa": "Asli, ada tanda tangan dan stempel",
    "dasar": "Nomor peraturan dan pasal",
    "sumber": "Dari mana diketahui",
}
"""Fields of words, and what could be typed there; shown only where it can be."""


class IsianSyarat(QWidget):
    """Shows a paper and tells of every change; changes nothing itself.

    Signals:
        diubah(object, str): the paper as it is now (`Syarat`), and the field that changed.
        pasangan_dipilih(int): row of the paper that may stand for this one; -1 = none.
    """

    diubah = Signal(object, str)
    pasangan_dipilih = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("peran", "isi")  # white like the card that it lies on
        self._syarat = Syarat("", "", SifatSyarat.WAJIB)
        self._readonly = False
        self.teks = {bidang: IsianTeks() for bidang in _CONTOH}
        self.sifat = SegmenPilihan([(str(s), nama, "") for s, nama in KATA_SIFAT.items()])
        self.grup = Pilihan("Kosong = berkas ini sendiri")
        self.bidang: dict[str, BarisIsian[IsianTeks | Pilihan | SegmenPilihan]] = {
            "nama": BarisIsian("Nama berkas", self.teks["nama"], wajib=True),
            "sifat": BarisIsian("Sifat", self.sifat, wajib=True),
            "bila": BarisIsian("Diminta bila", self.teks["bila"]),
            "grup": BarisIsian("Cukup salah satu dengan", self.grup),
            "diperoleh": BarisIsian("Diperoleh di", self.teks["diperoleh"]),
            "rupa": BarisIsian("Harus berupa", self.teks["rupa"]),
            "dasar": BarisIsian("Dasar", self.teks["dasar"]),
            "sumber": BarisIsian("Sumber", self.teks["sumber"]),
        }
        self._build_layout()
        self._connect()

    def tampilkan(self, syarat: Syarat, pasangan: Sequence[Pasangan], terpilih: int) -> None:
        """Show a paper.

        Args:
            syarat: the paper.
            pasangan: what it could stand for.
            terpilih: `baris` of the offer that it stands for; -1 = none.
        """
        self._syarat = syarat
        for bidang, masukan in self.teks.items():
            masukan.set_nilai(getattr(syarat, bidang))
        for baris in self.bidang.values():
            baris.bersihkan()
        self.set_pasangan(syarat, pasangan, terpilih)

    def set_pasangan(self, syarat: Syarat, pasangan: Sequence[Pasangan], terpilih: int) -> None:
        """Show how the paper binds and what it could stand for; typed words stay."""
        self._syarat = syarat
        self.sifat.set_kode(str(syarat.sifat))
        self.bidang["sifat"].set_bantuan(_BANTUAN_SIFAT[syarat.sifat])
        self.grup.set_pilihan((str(p.baris), p.teks) for p in pasangan)
        self.grup.set_kode(str(terpilih) if terpilih >= 0 else "")
        if self.teks["bila"].nilai() != syarat.bila:
            self.teks["bila"].set_nilai(syarat.bila)
        kata = self.grup.lineEdit()
        if kata is not None and not self.grup.hasFocus():
            kata.setCursorPosition(0)  # of long words the beginning is worth more
        self._atur_hak()

    def set_readonly(self, readonly: bool) -> None:
        """Only show; nothing can be changed."""
        self._readonly = readonly
        self._atur_hak()

    def set_galat(self, per_bidang: Mapping[str, str]) -> None:
        """Show one sentence beside each named field and go to the first."""
        for bidang, baris in self.bidang.items():
            if bidang in per_bidang:
                baris.set_pesan(Nada.BAHAYA, per_bidang[bidang])
        salah = [baris for bidang, baris in self.bidang.items() if bidang in per_bidang]
        if salah:
            salah[0].setFocus()

    def _build_layout(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for baris in self.bidang.values():
            layout.addWidget(baris)
        layout.addStretch(1)

    def _connect(self) -> None:
        maju = EnterMaju(self)
        for bidang, masukan in self.teks.items():
            masukan.setObjectName(bidang)
            masukan.edited.connect(self._on_teks_edited)
            maju.awasi(masukan)
        maju.awasi(self.grup)
        self.sifat.dipilih.connect(self._on_sifat_dipilih)
        self.grup.dipilih.connect(self._on_grup_dipilih)
        self.grup.tidak_dikenal.connect(self.bidang["grup"].tolak_kata)

    def _atur_hak(self) -> None:
        """A field that means nothing for this kind of paper is off."""
        boleh = not self._readonly
        self.teks["bila"].setEnabled(self._syarat.sifat is SifatSyarat.BERSYARAT)
        for bidang, masukan in self.teks.items():
            masukan.setReadOnly(not boleh)
            contoh = _CONTOH[bidang] if boleh and masukan.isEnabled() else ""
            masukan.setPlaceholderText(contoh)
        self.sifat.setEnabled(boleh)
        self.grup.setEnabled(boleh and self._syarat.sifat is not SifatSyarat.CATATAN)

    def _on_teks_edited(self) -> None:
        bidang = self.sender().objectName()
        self.bidang[bidang].bersihkan()
        self._syarat = replace(
            self._syarat,
            nama=self.teks["nama"].nilai(),
            bila=self.teks["bila"].nilai(),
            diperoleh=self.teks["diperoleh"].nilai(),
            rupa=self.teks["rupa"].nilai(),
            dasar=self.teks["dasar"].nilai(),
            sumber=self.teks["sumber"].nilai(),
        )
        self.diubah.emit(self._syarat, bidang)

    def _on_sifat_dipilih(self, kode: str) -> None:
        self._syarat = replace(self._syarat, sifat=SifatSyarat(kode))
        self.bidang["bila"].bersihkan()
        self.diubah.emit(self._syarat, "sifat")

    def _on_grup_dipilih(self, kode: str) -> None:
        self.bidang["grup"].bersihkan()
        self.pasangan_dipilih.emit(int(kode) if kode else -1)
