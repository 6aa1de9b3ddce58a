"""The fields of one official."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sooko_desk.domain.kantor import JABATAN_CAMAT, JABATAN_KASI, MASA, BentukJabatan
from sooko_desk.services.isian_pejabat import IsianPejabat
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.baris_isian import JARAK_BARIS, BarisIsian, sejajarkan
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from collections.abc import Mapping

KATA_BENTUK = {
    BentukJabatan.TETAP: "Tetap",
    BentukJabatan.PLT: "Plt.",
    BentukJabatan.PLH: "Plh.",
    BentukJabatan.ATAS_NAMA: "a.n.",
}
_KODE_TETAP = "tetap"
"""A choice is known by a code, and the permanent form has none."""
BANTUAN_BENTUK = {
    BentukJabatan.TETAP: "Pejabat yang memegang jabatan ini.",
    BentukJabatan.PLT: "Pelaksana tugas: jabatan sedang kosong.",
    BentukJabatan.PLH: "Pelaksana harian: pejabatnya sedang berhalangan.",
    BentukJabatan.ATAS_NAMA: "Atas nama jabatan yang disebut di bawah ini.",
}
GANTI_NAMA = (
    "Dokumen lama ikut berganti nama. Bila orangnya berganti, tekan Ctrl+Z, lalu akhiri pejabat "
    "lama dan tambahkan yang baru."
)
BERTABRAKAN = "Lihat di bawah."


class FormPejabat(QWidget):
    """Shows an official and tells of every change; changes nothing itself.

    Attributes:
        masa: below both dates, why the term cannot be so; hidden when it can.

    Signals:
        diubah(object, str): the row as it is now (`IsianPejabat`), and the field that changed.
        selesai_isi(): the caret left a field.
    """

    diubah = Signal(object, str)
    selesai_isi = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("peran", "isi")  # white like the card that it lies on
        self._isian = IsianPejabat("")
        self._readonly = False
        self.teks: dict[str, IsianTeks | IsianTanggal] = {
            "jabatan": IsianTeks(),
            "nama": IsianTeks(),
            "atas_nama": IsianTeks(),
            "nip": IsianTeks(),
            "pangkat": IsianTeks(),
            "dari": IsianTanggal(),
            "sampai": IsianTanggal(),
        }
        self.bentuk = SegmenPilihan(
            [(b.value or _KODE_TETAP, kata, "") for b, kata in KATA_BENTUK.items()]
        )
        self.bidang: dict[str, BarisIsian[IsianTeks | IsianTanggal | SegmenPilihan]] = {
            "jabatan": BarisIsian(
                "Jabatan", self.teks["jabatan"], wajib=True, bantuan=f"Misalnya {JABATAN_KASI}."
            ),
            "nama": BarisIsian(
                "Nama dan gelar",
                self.teks["nama"],
                wajib=True,
                bantuan="Seperti pada tanda tangan.",
            ),
            "bentuk": BarisIsian("Bentuk", self.bentuk, wajib=True),
            "atas_nama": BarisIsian(
                "Atas nama jabatan",
                self.teks["atas_nama"],
                bantuan=f"Hanya untuk a.n., misalnya {JABATAN_CAMAT}.",
            ),
            "pangkat": BarisIsian("Pangkat", self.teks["pangkat"]),
            "nip": BarisIsian("NIP", self.teks["nip"], bantuan="18 angka; boleh kosong."),
            "dari": BarisIsian("Mulai tanggal", self.teks["dari"], wajib=True),
            "sampai": BarisIsian(
                "Sampai tanggal", self.teks["sampai"], bantuan="Kosong = masih menjabat."
            ),
        }
        self.masa = build_label("", Peran.PESAN)
        self.masa.setWordWrap(True)
        set_style_state(self.masa, "nada", str(Nada.BAHAYA))
        self._build_layout()
        self._connect()
        self._set_masa("")

    def tampilkan(self, isian: IsianPejabat) -> None:
        """Show a row without any message."""
        for bidang, masukan in self.teks.items():
            if isian.id != self._isian.id or masukan.nilai() != getattr(isian, bidang):
                masukan.set_nilai(getattr(isian, bidang))
        self._isian = isian
        self.bentuk.set_kode(isian.bentuk or _KODE_TETAP)
        for baris in self.bidang.values():
            baris.bersihkan()
        self._set_masa("")
        self._atur_hak()

    def set_readonly(self, readonly: bool) -> None:
        """Only show; nothing can be changed."""
        self._readonly = readonly
        self._atur_hak()

    def tandai(
        self, salah: Mapping[str, str], tersimpan: IsianPejabat | None, *, kosong_juga: bool
    ) -> None:
        """Say what is wrong beside each field.

        Args:
            salah: field, or `MASA` -> sentence.
            tersimpan: the row as it was stored; None = it is new.
            kosong_juga: mark empty fields too, as after a refused save.
        """
        self._set_masa("")
        for bidang, masukan in self.teks.items():
            baris = self.bidang[bidang]
            if bidang == "dari" and MASA in salah:
                self._tandai_masa(salah[MASA], berlaku=kosong_juga or bool(self._isian.nama))
            elif bidang in salah and (kosong_juga or masukan.nilai()):
                baris.set_pesan(Nada.BAHAYA, salah[bidang])
            else:
                baris.bersihkan()
        if tersimpan is not None and tersimpan.nama != self._isian.nama and "nama" not in salah:
            self.bidang["nama"].set_pesan(Nada.PERINGATAN, GANTI_NAMA)

    def fokus(self, bidang: str) -> None:
        """Put the caret into a field, all of it marked."""
        self.bidang[bidang].setFocus()
        if bidang in self.teks:
            self.teks[bidang].selectAll()

    def _build_layout(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(JARAK_BARIS)
        for bidang in ("jabatan", "nama", "bentuk", "atas_nama"):
            layout.addWidget(self.bidang[bidang])
        for pasangan in (("nip", "pangkat"), ("dari", "sampai")):
            garis = QHBoxLayout()
            garis.setSpacing(THEME.gap_s)
            for bidang in pasangan:
                garis.addWidget(self.bidang[bidang], 1)
            layout.addLayout(garis)
            sejajarkan([self.bidang[bidang] for bidang in pasangan])
        layout.addWidget(self.masa)
        layout.addStretch(1)

    def _tandai_masa(self, kalimat: str, *, berlaku: bool) -> None:
        """Two terms exclude each other; who is still without a name is in nobody's way yet."""
        self._set_masa(kalimat if berlaku else "")
        if berlaku:
            self.bidang["dari"].set_pesan(Nada.BAHAYA, BERTABRAKAN)
        else:
            self.bidang["dari"].bersihkan()

    def _set_masa(self, kalimat: str) -> None:
        self.masa.setText(kalimat)
        self.masa.setVisible(bool(kalimat))

    def _connect(self) -> None:
        maju = EnterMaju(self)
        for bidang, masukan in self.teks.items():
            masukan.setObjectName(bidang)
            masukan.edited.connect(self._on_teks_edited)
            masukan.editingFinished.connect(self.selesai_isi)
            maju.awasi(masukan)
        self.bentuk.dipilih.connect(self._on_bentuk_dipilih)

    def _atur_hak(self) -> None:
        for masukan in self.teks.values():
            masukan.setReadOnly(self._readonly)
        self.bentuk.setEnabled(not self._readonly)
        atas_nama = self._isian.bentuk == BentukJabatan.ATAS_NAMA
        # A stray entry can always be taken out.
        self.teks["atas_nama"].setEnabled(atas_nama or bool(self._isian.atas_nama))
        self.bidang["bentuk"].set_bantuan(BANTUAN_BENTUK[BentukJabatan(self._isian.bentuk)])

    def _on_teks_edited(self) -> None:
        bidang = self.sender().objectName()
        self.bidang[bidang].bersihkan()
        if bidang == "dari":
            self._set_masa("")
        self._isian = replace(self._isian, **{bidang: self.teks[bidang].nilai()})
        self.diubah.emit(self._isian, bidang)

    def _on_bentuk_dipilih(self, kode: str) -> None:
        bentuk = "" if kode == _KODE_TETAP else kode
        self._isian = replace(self._isian, bentuk=bentuk)
        self._atur_hak()
        self.diubah.emit(self._isian, "bentuk")
