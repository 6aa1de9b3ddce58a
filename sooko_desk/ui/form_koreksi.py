"""The data of a case as a form that may be put right: intake first, then each recorded step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sooko_desk.services.periksa_koreksi import AWALAN
from sooko_desk.ui.borang import Borang
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.kit.isian_tabel import IsianTabel
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.masukan import Masukan, MasukanBorang, read_masukan, write_masukan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.services.koreksi import KoreksiTerbuka
    from sooko_desk.services.penerimaan import FormPenerimaan
    from sooko_desk.sop.tabel import Tabel

TERKUNCI = "Dibetulkan Kasi."
PANJANG_RT_RW = 3
TINGGI_TABEL = 260
"""Px; six rows of a family at once. The form scrolls around it."""
_PETAK = 12
_TEMPAT_PEMOHON = (
    *(("nik", 0, 0, 4), ("nama", 0, 4, 8)),
    *(("nkk", 1, 0, 4), ("telepon", 1, 4, 4), ("desa", 1, 8, 4)),
    *(("alamat", 2, 0, 8), ("rt", 2, 8, 2), ("rw", 2, 10, 2)),
)
_TEMPAT_LAIN = (
    *(("pembawa_nama", 0, 0, 6), ("pembawa_hubungan", 0, 6, 3), ("pembawa_telepon", 0, 9, 3)),
    *(("pengantar_nomor", 1, 0, 6), ("pengantar_tanggal", 1, 6, 3), ("pengantar_penanda", 1, 9, 3)),
    ("catatan", 2, 0, 12),
)
"""Field id, row, first column and columns of a grid of twelve."""


class FormKoreksi(QWidget):
    """Shows one case. What repeats an intake datum follows it until it is typed over.

    Args:
        terbuka: the case.
        tabel: villages and relations.

    Attributes:
        bidang: intake fields by id.
        borang: the fields of each recorded step, by the step's id.

    Signals:
        diubah(): something was typed or chosen.
    """

    diubah = Signal()

    def __init__(self, terbuka: KoreksiTerbuka, tabel: Tabel) -> None:
        super().__init__()
        self._terbuka = terbuka
        self.bidang = _build_bidang(tabel)
        self.borang = {langkah.id: Borang(daftar) for langkah, daftar in terbuka.langkah}
        self._entri: dict[str, BarisIsian[MasukanBorang]] = {
            kunci: baris for b in self.borang.values() for kunci, baris in b.baris.items()
        }
        self._isi()
        self._kunci()
        self._ikut = {kunci: self._baca_entri(kunci) for kunci in terbuka.ikut}
        self._build_layout()
        self._connect()

    def baca(self) -> tuple[FormPenerimaan, dict[str, str]]:
        """Intake data and entered values, each field as typed."""
        isi: dict[str, Any] = {n: read_masukan(baris.input) for n, baris in self.bidang.items()}
        nilai = {kunci: isi for b in self.borang.values() for kunci, isi in b.nilai().items()}
        return replace(self._terbuka.form, **isi), nilai

    def tandai(self, per_field: Mapping[str, str], nada: Nada) -> None:
        """Show one sentence beside each named field and clear the others; the caret stays."""
        for nama, baris in self.bidang.items():
            if nama in per_field:
                baris.set_pesan(nada, per_field[nama])
            else:
                baris.bersihkan()
        entri = _list_entri(per_field)
        for borang in self.borang.values():
            for kunci, satu in borang.baris.items():
                if isinstance(satu.input, IsianTabel):
                    satu.input.set_galat(_list_sel(kunci, entri), nada)
                elif kunci in entri:
                    satu.set_pesan(nada, entri[kunci])
                else:
                    satu.bersihkan()

    def ke_pertama(self, per_field: Mapping[str, str]) -> None:
        """Put the caret into the first named field."""
        kunci = {k.partition(".")[0] for k in _list_entri(per_field)}
        semua: list[MasukanBorang] = [b.input for n, b in self.bidang.items() if n in per_field]
        semua += [b.input for n, b in self._entri.items() if n in kunci]
        if semua:
            semua[0].setFocus()
            if isinstance(pertama := semua[0], IsianTabel):
                pertama.ke_galat_pertama()

    def fokus_awal(self) -> None:
        """Put the caret into the first field that may be changed."""
        next(b.input for b in self.bidang.values() if b.input.isEnabled()).setFocus()

    def _isi(self) -> None:
        for nama, baris in self.bidang.items():
            write_masukan(baris.input, getattr(self._terbuka.form, nama))
        for entri in self._entri.values():
            if isinstance(entri.input, IsianTabel):
                entri.input.setMinimumHeight(TINGGI_TABEL)
        for borang in self.borang.values():
            borang.set_nilai({i.id: "" for i in borang.daftar} | self._terbuka.permohonan.isian)

    def _kunci(self) -> None:
        """Show only what this officer may not change."""
        semua: dict[str, BarisIsian[Any]] = {**self.bidang}
        semua |= {AWALAN + kunci: baris for kunci, baris in self._entri.items()}
        for nama in self._terbuka.terkunci & semua.keys():
            baris = semua[nama]
            if isinstance(baris.input, IsianTabel):
                baris.input.set_readonly(True)
            else:
                baris.input.setEnabled(False)
            baris.set_bantuan(TERKUNCI)

    def _build_layout(self) -> None:
        self.setProperty("peran", "isi")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, THEME.gap_xs, 0)
        layout.setSpacing(THEME.gap_s)
        for judul, tempat in (
            ("Pemohon", _TEMPAT_PEMOHON),
            ("Pembawa berkas dan pengantar desa", _TEMPAT_LAIN),
        ):
            kartu = Kartu(judul)
            grid = QGridLayout()
            grid.setHorizontalSpacing(THEME.gap_m)
            grid.setVerticalSpacing(0)
            for kolom in range(_PETAK):
                grid.setColumnStretch(kolom, 1)
            for nama, baris, kolom, lebar in tempat:
                grid.addWidget(self.bidang[nama], baris, kolom, 1, lebar)
            kartu.isi.addLayout(grid)
            layout.addWidget(kartu)
        for langkah, _ in self._terbuka.langkah:
            kartu = Kartu(langkah.nama)
            kartu.isi.addWidget(self.borang[langkah.id])
            layout.addWidget(kartu)
        layout.addStretch(1)

    def _connect(self) -> None:
        maju = EnterMaju(self)
        for nama, baris in self.bidang.items():
            masukan = baris.input
            masukan.setObjectName(nama)
            maju.awasi(masukan)
            if isinstance(masukan, Pilihan):
                masukan.dipilih.connect(self._on_bidang_diubah)
                masukan.tidak_dikenal.connect(baris.tolak_kata)
            else:
                masukan.edited.connect(self._on_bidang_diubah)
        for borang in self.borang.values():
            borang.diubah.connect(self.diubah)

    def _baca_entri(self, kunci: str) -> str:
        return read_masukan(self._entri[kunci].input)

    def _on_bidang_diubah(self) -> None:
        nama = self.sender().objectName()
        self.bidang[nama].bersihkan()
        teks = read_masukan(self.bidang[nama].input)
        if nama in ("rt", "rw") and teks.isdecimal():
            teks = teks.zfill(PANJANG_RT_RW)  # as intake stores it
        for kunci, dari in self._terbuka.ikut.items():
            if dari == nama and self._baca_entri(kunci) == self._ikut[kunci]:
                write_masukan(self._entri[kunci].input, teks)
                self._ikut[kunci] = self._baca_entri(kunci)
        self.diubah.emit()


def _build_bidang(tabel: Tabel) -> dict[str, BarisIsian[Masukan]]:
    desa = Pilihan("Ketik nama desa")
    desa.set_pilihan((d.kode, d.nama) for d in tabel.desa)
    hubungan = Pilihan("Pemohon sendiri")
    hubungan.set_pilihan((p.kode, p.nama) for p in tabel.hubungan_pembawa)
    return {
        "nik": BarisIsian("NIK", IsianDigit("16 angka"), wajib=True),
        "nama": BarisIsian("Nama pemohon", IsianTeks(kapital=True), wajib=True),
        "nkk": BarisIsian("Nomor KK", IsianDigit("16 angka")),
        "telepon": BarisIsian("Telepon / HP", IsianTeks()),
        "desa": BarisIsian("Desa", desa, wajib=True),
        "alamat": BarisIsian("Alamat", IsianTeks("Jalan, dusun, nomor rumah", kapital=True)),
        "rt": BarisIsian("RT", IsianTeks()),
        "rw": BarisIsian("RW", IsianTeks()),
        "pembawa_nama": BarisIsian(
            "Pembawa berkas", IsianTeks("Kosong = pemohon sendiri", kapital=True)
        ),
        "pembawa_hubungan": BarisIsian("Hubungan", hubungan),
        "pembawa_telepon": BarisIsian("Telepon pembawa", IsianTeks()),
        "pengantar_nomor": BarisIsian("Nomor pengantar desa", IsianTeks()),
        "pengantar_tanggal": BarisIsian("Tanggal pengantar", IsianTanggal()),
        "pengantar_penanda": BarisIsian("Penanda tangan", IsianTeks("Kepala desa")),
        "catatan": BarisIsian("Catatan", IsianTeks()),
    }


def _list_entri(per_field: Mapping[str, str]) -> dict[str, str]:
    """What is said of entered fields, by their own keys."""
    return {k.removeprefix(AWALAN): v for k, v in per_field.items() if k.startswith(AWALAN)}


def _list_sel(kunci: str, entri: Mapping[str, str]) -> dict[str, str]:
    """What is said of one field of rows, by "<row>.<column id>"; of it as a whole by "0"."""
    awal = f"{kunci}."
    per_sel = {k.removeprefix(awal): v for k, v in entri.items() if k.startswith(awal)}
    return per_sel | ({"0": entri[kunci]} if kunci in entri else {})
