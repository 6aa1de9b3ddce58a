"""The tab of holidays: a table by year, one line of fields to add or change a row."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sooko_desk.domain.errors import UserError
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.services.jadwal import HARI_LIBUR
from sooko_desk.sop.libur import (
    CUTI_BERSAMA,
    JENIS_LIBUR,
    LIBUR_NASIONAL,
    PERKIRAAN,
    BarisLibur,
    find_tanggal,
    urutkan,
)
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import Pilihan
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, DI_SINI, pasang_pintasan
from sooko_desk.ui.kit.tabel import RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.pengaturan.isian_libur import (
    KOLOM_LIBUR,
    BarisTampil,
    GarisLibur,
    kunci_tampil,
    pilih_csv,
)
from sooko_desk.ui.pengaturan.lembar_simpan import LembarSimpan, Simpanan, di_bawah
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sooko_desk.domain.errors import FieldsError
    from sooko_desk.services.jadwal import JadwalService
    from sooko_desk.sop.libur import HasilGabung

SEMUA_TAHUN = "semua"

_Daftar = tuple[BarisLibur, ...]

_DIGIT_TAHUN = 4
_LEBAR_PILIHAN_TAHUN, _LEBAR_TAHUN = 140, 76


class TabLibur(LembarSimpan[_Daftar]):
    """All holidays in one list; of them the table shows one year.

    Args:
        service: the holidays that hold, and their checks.
        pilih_berkas: asks for the file to import.
    """

    def __init__(
        self,
        service: JadwalService,
        pilih_berkas: Callable[[QWidget], Path | None] = pilih_csv,
    ) -> None:
        super().__init__(
            Simpanan(
                HARI_LIBUR,
                lambda: urutkan(service.get_libur()),
                service.simpan_libur,
                service.kembalikan_libur,
                service.is_bawaan_libur,
            )
        )
        self._service = service
        self._pilih_berkas = pilih_berkas
        self._kembali: list[_Daftar] = []
        self.tahun = Pilihan()
        self.model: RowTableModel[BarisTampil] = RowTableModel(KOLOM_LIBUR, kunci_tampil)
        self.tabel: TabelData[BarisTampil] = TabelData(self.model, "Hari libur")
        self.garis = GarisLibur()
        self.tambah = tombol_kedua("Tambah", "plus", "Ctrl+N")
        self.hapus = tombol_teks("Hapus", "trash", "Del")
        self.impor = tombol_teks("Impor CSV", "upload")
        self.urungkan = tombol_teks("Urungkan", "arrow-back-up", "Ctrl+Z")
        self.tahun_baru = IsianTeks()
        self.tambah_tahun = tombol_kedua("Tambahkan", "calendar")
        self._jumlah = build_label("", Peran.TEBAL)
        self._alat = QWidget()
        self._maju = EnterMaju(self)
        self.setFocusProxy(self.tabel)
        self._build_layout()
        self._connect()
        self.muat_ulang()
        self.set_petugas(None)

    def is_diubah(self) -> bool:
        """Whether what is shown, or half typed, differs from what holds."""
        return super().is_diubah() or self.garis.is_diketik()

    def muat_ulang(self) -> None:
        """Show what holds; anything typed and not saved is dropped."""
        self._kembali = []
        self.garis.tutup()
        super().muat_ulang()
        akhir = max((t.year for b in self._isi if (t := find_tanggal(b))), default=None)
        self.tahun_baru.set_nilai(str(akhir + 1 if akhir else self._service.tahun_ini))

    def simpan(self) -> bool:
        """Let the holidays hold; False = refused, and the place is marked."""
        return self._petugas is not None and self._sudah_masuk() and super().simpan()

    def _build_layout(self) -> None:
        self.tahun.setAccessibleName("Tahun yang tampil")
        self.tahun.setFixedWidth(_LEBAR_PILIHAN_TAHUN)
        self.tahun_baru.setAccessibleName("Tahun libur nasional yang ditambahkan")
        self.tahun_baru.setFixedWidth(_LEBAR_TAHUN)
        self.tambah_tahun.setAccessibleName("Tambahkan libur nasional tahun itu")
        self.tabel.set_kosong("calendar", "Belum ada hari libur", "Tambahkan dengan Ctrl+N.")
        atas = QHBoxLayout()
        atas.setSpacing(THEME.gap_s)
        atas.addWidget(self.tahun)
        atas.addWidget(self._jumlah, 1)
        atas.addWidget(self.urungkan)
        alat = QHBoxLayout(self._alat)
        alat.setContentsMargins(0, 0, 0, 0)
        alat.setSpacing(THEME.gap_s)
        for tombol in (self.tambah, self.hapus, self.impor):
            alat.addWidget(tombol)
        alat.addStretch(1)
        alat.addWidget(build_label("Libur nasional tahun"))
        alat.addWidget(self.tahun_baru)
        alat.addWidget(self.tambah_tahun)
        self._lembar.addLayout(atas)
        self._lembar.addWidget(self.tabel, 1)
        self._lembar.addWidget(self.garis)
        self._lembar.addWidget(self._alat)

    def _connect(self) -> None:
        self.tahun.dipilih.connect(self._on_tahun_dipilih)
        self.tabel.dibuka.connect(self._on_dibuka)
        self.tabel.baris_dipilih.connect(self._on_baris_dipilih)
        self.garis.diubah.connect(self.diubah)
        self.garis.selesai.connect(self._masukkan)
        self.garis.dibatalkan.connect(self._on_dibatalkan)
        self.tambah.clicked.connect(self._on_tambah)
        self.hapus.clicked.connect(self._on_hapus)
        self.impor.clicked.connect(self._on_impor)
        self.urungkan.clicked.connect(self._on_urungkan)
        self.tambah_tahun.clicked.connect(self._on_tambah_tahun)
        self._maju.awasi(self.tahun_baru)
        pasang_pintasan(self, {"Ctrl+N": self.tambah.click}, DI_BAGIAN)
        pasang_pintasan(self, {"Ctrl+Z": self.urungkan.click}, DI_BAGIAN, berulang=True)
        pasang_pintasan(self.tabel, {"Del": self.hapus.click}, DI_SINI, berulang=True)

    def _atur_hak(self) -> None:
        self._alat.setVisible(self.boleh)
        self.urungkan.setVisible(self.boleh)
        # Their keys press them even while they are out of sight.
        self._alat.setEnabled(self.boleh)
        self._atur_tombol()
        if not self.boleh:
            self.garis.tutup()

    def _tunjuk(self, galat: FieldsError) -> str:
        """The row that is wrong comes into the line of fields."""
        nomor = int(next(iter(galat.per_field)).split(".")[1])
        self._pasang(self._isi, SEMUA_TAHUN)
        self.tabel.pilih(nomor)
        self.garis.buka(self._isi[nomor], self._isi[nomor])
        self.garis.tandai(di_bawah(galat.per_field, f"libur.{nomor}."))
        return str(galat)

    def _tampilkan(self, isi: _Daftar) -> None:
        self._pasang(isi, self.tahun.kode() or str(self._service.tahun_ini))

    def _pasang(self, baris: _Daftar, tahun: str) -> None:
        """Show these rows, and of them that year if it has any."""
        self._isi = baris
        ada = sorted({t.year for b in baris if (t := find_tanggal(b))}, reverse=True)
        pilihan = [(str(t), f"Tahun {t}") for t in ada]
        self.tahun.set_pilihan([*pilihan, (SEMUA_TAHUN, "Semua tahun")])
        self.tahun.set_kode(tahun if int_tahun(tahun) in ada else SEMUA_TAHUN)
        self._saring()
        self.diubah.emit()

    def _atur_tombol(self) -> None:
        self.hapus.setEnabled(self.boleh and self.tabel.baris() is not None)
        self.urungkan.setEnabled(self.boleh and bool(self._kembali))

    def _saring(self) -> None:
        tahun = int_tahun(self.tahun.kode())
        tampil = [
            BarisTampil(n, b)
            for n, b in enumerate(self._isi)
            if tahun is None or ((t := find_tanggal(b)) and t.year == tahun)
        ]
        self.model.set_rows(tampil)
        self._atur_tombol()
        jumlah = Counter(t.isi.jenis for t in tampil)
        rinci = ", ".join(f"{jumlah[jenis]} {jenis}" for jenis in JENIS_LIBUR)
        self._jumlah.setText(f"{len(tampil)} hari libur: {rinci}")

    def _ubah_ke(self, baris: _Daftar, tahun: str) -> None:
        """As `_pasang`, and the way back is kept."""
        if baris != self._isi:
            self._kembali.append(self._isi)
        self._pasang(baris, tahun)

    def _sudah_masuk(self) -> bool:
        """Take over what is still in the line; False = it is wrong, and marked."""
        return not self.garis.is_diketik() or self._masukkan()

    def _masukkan(self) -> bool:
        """Take the line of fields into the table; False = wrong, and marked."""
        diganti, ketikan = self.garis.diganti, self.garis.nilai()
        lain = list(self._isi)
        if diganti in lain:
            lain.remove(diganti)
        tanggal = find_tanggal(ketikan)
        if salah := di_bawah(self._service.check_libur((ketikan, *lain)), "libur.0."):
            self.garis.tandai(salah)
            return False
        assert tanggal is not None
        baris = replace(ketikan, tanggal=tanggal_pendek(tanggal))
        semua = urutkan((*lain, baris))
        self.garis.tutup()
        self._ubah_ke(semua, self._tahun_untuk(tanggal.year))
        self.tabel.pilih(semua.index(baris))
        if diganti is None:
            self.garis.buka(BarisLibur("", "", baris.jenis))
        else:
            self.tabel.setFocus()
        return True

    def _tahun_untuk(self, tahun: int) -> str:
        return SEMUA_TAHUN if self.tahun.kode() == SEMUA_TAHUN else str(tahun)

    def _terapkan(self, hasil: HasilGabung, sumber: str, tambahan: str = "") -> None:
        """Show merged rows and say how many came in."""
        if not hasil.ditambah:
            self.spanduk.tampilkan(Nada.INFO, f"Semua hari libur {sumber} sudah ada di daftar.")
            return
        tanggal = find_tanggal(hasil.ditambah[0])
        assert tanggal is not None
        self._ubah_ke(hasil.baris, self._tahun_untuk(tanggal.year))
        self.tabel.pilih(hasil.baris.index(hasil.ditambah[0]))
        self.tabel.setFocus()
        self.spanduk.tampilkan(
            Nada.INFO,
            f"{len(hasil.ditambah)} hari libur {sumber} ditambahkan.{tambahan} Belum tersimpan.",
        )

    def _on_tahun_dipilih(self) -> None:
        self._saring()

    def _on_dibuka(self, tampil: BarisTampil) -> None:
        if self.boleh and self._sudah_masuk():
            self.garis.buka(tampil.isi, tampil.isi)

    def _on_baris_dipilih(self) -> None:
        self._atur_tombol()

    def _on_dibatalkan(self) -> None:
        self.tabel.setFocus()

    def _on_tambah(self) -> None:
        if self._sudah_masuk():
            self.garis.buka(BarisLibur("", "", LIBUR_NASIONAL))

    def _on_hapus(self) -> None:
        tampil = self.tabel.baris()
        assert tampil is not None
        if self.garis.diganti == tampil.isi:
            self.garis.tutup()
        tempat = self.tabel.currentIndex().row()
        sisa = tuple(b for n, b in enumerate(self._isi) if n != tampil.nomor)
        self._ubah_ke(sisa, self.tahun.kode())
        if self.model.rowCount():
            self.tabel.pilih(self.model.key(min(tempat, self.model.rowCount() - 1)))
        self.tabel.setFocus()

    def _on_urungkan(self) -> None:
        self._pasang(self._kembali.pop(), self.tahun.kode())
        self.tabel.setFocus()

    def _on_impor(self) -> None:
        path = self._pilih_berkas(self)
        if path is None:
            return
        try:
            baris = self._service.import_berkas_libur(path)
        except UserError as galat:
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        hasil = self._service.gabung_libur(self._isi, baris)
        lama = len(baris) - len(hasil.ditambah)
        self._terapkan(hasil, f"dari {path.name}", f" {lama} sudah ada." if lama else "")

    def _on_tambah_tahun(self) -> None:
        tahun = int_tahun(self.tahun_baru.nilai())
        if tahun is None:
            self._tolak_tahun("Tulis tahun dengan 4 angka, misalnya 2028.")
            return
        try:
            hasil = self._service.tambah_libur_tahun(self._isi, tahun)
        except UserError as galat:
            self._tolak_tahun(str(galat))
            return
        kira = sum(b.nama.endswith(PERKIRAAN) for b in hasil.ditambah)
        kata = f" {kira} masih perkiraan." if kira else ""
        setahun = [b for b in hasil.baris if (t := find_tanggal(b)) and t.year == tahun]
        if all(b.jenis != CUTI_BERSAMA for b in setahun):
            kata += " Cuti bersama belum ada; tambahkan setelah ditetapkan."
        self._terapkan(hasil, f"tahun {tahun}", kata)

    def _tolak_tahun(self, sebab: str) -> None:
        self.spanduk.tampilkan(Nada.BAHAYA, sebab)
        self.tahun_baru.setFocus()
        self.tahun_baru.selectAll()


def int_tahun(teks: str) -> int | None:
    """A year of four digits, else None."""
    return int(teks) if len(teks) == _DIGIT_TAHUN and teks.isascii() and teks.isdigit() else None
