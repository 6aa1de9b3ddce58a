"""The tab of number patterns: one field a book, with the next number as it would be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sooko_desk.services.pola_nomor import NAMA_BUKU, POLA_NOMOR_KANTOR, PolaBuku
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.gulir_isian import GulirIsian
from sooko_desk.ui.kit.baris_isian import JARAK_BARIS, BarisIsian, sejajarkan
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kosong import Kosong
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.pengaturan.lembar_simpan import LembarSimpan, Simpanan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from sooko_desk.domain.errors import FieldsError
    from sooko_desk.services.pola_nomor import PolaNomorService

PENJELASAN = (
    "{urut} diganti nomor urut dan {tahun} diganti tahun; keduanya harus ada. Pola baru berlaku "
    "mulai nomor berikutnya. Nomor yang sudah diberikan tidak berubah, dan tidak ada nomor yang "
    "diberikan dua kali."
)
BELUM_POLA = "Belum menjadi pola nomor."

_Pola = tuple[PolaBuku, ...]


class TabNomor(LembarSimpan[_Pola]):
    """A row of fields for each service, a column for each of its books."""

    def __init__(self, service: PolaNomorService) -> None:
        super().__init__(
            Simpanan(
                POLA_NOMOR_KANTOR,
                service.get,
                service.simpan,
                service.kembalikan,
                service.is_bawaan,
            )
        )
        self._service = service
        self._ketat = False
        self.bidang = {
            satu.kunci: BarisIsian(
                f"{NAMA_BUKU[satu.buku]} {satu.layanan}",
                IsianTeks(),
                wajib=True,
                bantuan=BELUM_POLA,
            )
            for satu in self._isi
        }
        self._maju = EnterMaju(self)
        self._build_layout()
        self._connect()
        self.muat_ulang()
        self.set_petugas(None)

    def _build_layout(self) -> None:
        penjelasan = build_label(PENJELASAN, Peran.REDUP)
        penjelasan.setWordWrap(True)
        self._lembar.addWidget(penjelasan)
        halaman = QWidget()
        halaman.setProperty("peran", "isi")
        isi = QGridLayout()
        isi.setHorizontalSpacing(THEME.gap_m)
        isi.setVerticalSpacing(JARAK_BARIS)
        for kolom in range(len(NAMA_BUKU)):
            isi.setColumnStretch(kolom, 1)
        baris = list(self.bidang.values())
        for awal in range(0, len(baris), len(NAMA_BUKU)):
            sebaris = baris[awal : awal + len(NAMA_BUKU)]
            for kolom, satu in enumerate(sebaris):
                isi.addWidget(satu, awal, kolom)
            sejajarkan(sebaris)
        if baris:
            self.setFocusProxy(baris[0].input)
        else:
            isi.addWidget(
                Kosong("file-x", "Belum ada SOP yang berlaku", "Periksa tanggal komputer."), 0, 0
            )
        tegak = QVBoxLayout(halaman)
        tegak.setContentsMargins(0, 0, 0, 0)
        tegak.addLayout(isi)
        tegak.addStretch(1)
        gulir = GulirIsian()
        gulir.setWidget(halaman)
        self._lembar.addWidget(gulir, 1)

    def _connect(self) -> None:
        for kunci, baris in self.bidang.items():
            baris.input.setObjectName(kunci)
            baris.input.edited.connect(self._on_edited)
            baris.input.editingFinished.connect(self._tandai)
            self._maju.awasi(baris.input)

    def _atur_hak(self) -> None:
        for baris in self.bidang.values():
            baris.input.setReadOnly(not self.boleh)

    def _tampilkan(self, isi: _Pola) -> None:
        self._isi = isi
        self._ketat = False
        for satu in isi:
            self.bidang[satu.kunci].input.set_nilai(satu.pola)
            self._sebut_nomor(satu)
        self._tandai()
        self.diubah.emit()

    def _sebut_nomor(self, satu: PolaBuku) -> None:
        nomor = self._service.nomor_berikut(satu)
        self.bidang[satu.kunci].set_bantuan(f"Berikutnya: {nomor}" if nomor else BELUM_POLA)

    def _tandai(self) -> None:
        """Mark what is wrong; empty fields only after a refused save."""
        self._lihat_salah(self._service.check(self._isi))

    def _lihat_salah(self, salah: dict[str, str]) -> None:
        for kunci, baris in self.bidang.items():
            if kunci in salah and (self._ketat or baris.input.nilai()):
                baris.set_pesan(Nada.BAHAYA, salah[kunci])
            else:
                baris.bersihkan()

    def _tunjuk(self, galat: FieldsError) -> str:
        """From now on empty fields are marked too."""
        self._ketat = True
        kunci = next(iter(galat.per_field))
        self.bidang[kunci].setFocus()
        self._lihat_salah(galat.per_field)
        return str(galat)

    def _on_edited(self, teks: str) -> None:
        kunci = self.sender().objectName()
        self._isi = tuple(replace(s, pola=teks) if s.kunci == kunci else s for s in self._isi)
        self.bidang[kunci].bersihkan()
        self._sebut_nomor(next(s for s in self._isi if s.kunci == kunci))
        self.diubah.emit()
