"""The tab of the register books: columns left, their words and widths right, a picture below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout

from sooko_desk.domain.buku import (
    BARIS_TERBANYAK,
    BARIS_TERSEDIKIT,
    JILID_TERBESAR,
    JILID_TERKECIL,
    LEBAR_CETAK_MM,
    LEBAR_TERLEBAR,
    LEBAR_TERSEMPIT,
)
from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.services.bentuk_buku import BUKU_REGISTER, BentukSemua
from sooko_desk.ui.cetak.isian_bilangan import IsianBilangan
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import SegmenPilihan
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.tombol import tombol_kedua, tombol_teks
from sooko_desk.ui.pengaturan.gambar_halaman import GambarHalaman
from sooko_desk.ui.pengaturan.lembar_simpan import LembarSimpan, Simpanan, di_bawah
from sooko_desk.ui.pengaturan.susunan_buku import SusunanBuku, list_kolom
from sooko_desk.ui.theme import THEME, Nada, set_style_state

if TYPE_CHECKING:
    from sooko_desk.domain.buku import BentukBuku, KolomBuku
    from sooko_desk.services.bentuk_buku import BentukBukuService

TERSIMPAN = "Bentuk buku tersimpan. Baris berikutnya mulai di halaman baru."
JEDA_MS = 150
"""A picture is drawn when typing has paused so long."""
_LEBAR_DAFTAR = 304
"""Px: the two buttons below it, side by side."""
_LEBAR_BILANGAN = 110
_GAMBAR = QSize(420, 130)
"""Least px of the picture: the smallest screen, with everything that may be said around it."""
_RATA = (("kiri", "Kiri", ""), ("tengah", "Tengah", ""), ("kanan", "Kanan", ""))


class TabBuku(LembarSimpan[BentukSemua]):
    """Edits the forms of all books; a new one holds from the next line on, on a new page."""

    def __init__(self, service: BentukBukuService) -> None:
        super().__init__(
            Simpanan(
                BUKU_REGISTER,
                service.get_semua,
                service.simpan_semua,
                service.kembalikan,
                service.is_bawaan,
            )
        )
        self._service = service
        self._susunan = SusunanBuku(self._isi)
        layanan = [nama for nama, _ in self._isi.buku]
        self.layanan = SegmenPilihan(
            [(nama, nama, f"Alt+{n}") for n, nama in enumerate(layanan, start=1)]
            or [("", "Belum ada", "")]
        )
        self.kolom = QListWidget()
        self.naik = tombol_kedua("Naik", "chevron-up", "Alt+Atas")
        self.turun = tombol_kedua("Turun", "chevron-down", "Alt+Bawah")
        self.urungkan = tombol_teks("Urungkan", "arrow-back-up", "Ctrl+Z")
        self.judul = BarisIsian("Judul kolom", IsianTeks(), wajib=True)
        self.lebar = BarisIsian("Lebar (mm)", _bilangan("Lebar kolom dalam mm", LEBAR_TERLEBAR))
        self.rata = SegmenPilihan(_RATA)
        self.per_halaman = BarisIsian(
            "Baris per halaman", _bilangan("Baris per halaman", BARIS_TERBANYAK)
        )
        self.halaman_jilid = BarisIsian(
            "Halaman per jilid", _bilangan("Halaman per jilid", JILID_TERBESAR)
        )
        self.lebar.input.set_batas(int(LEBAR_TERSEMPIT), int(LEBAR_TERLEBAR))
        self.per_halaman.input.set_batas(BARIS_TERSEDIKIT, BARIS_TERBANYAK)
        self.halaman_jilid.input.set_batas(JILID_TERKECIL, JILID_TERBESAR)
        self.jumlah = build_label("", Peran.TEBAL)
        self.peringatan = build_label("", Peran.PESAN)
        self.gambar = GambarHalaman(_GAMBAR, "Contoh halaman")
        self._pewaktu = QTimer(self)
        self._pewaktu.setSingleShot(True)
        self._pewaktu.setInterval(JEDA_MS)
        self._maju = EnterMaju(self)
        self.setFocusProxy(self.kolom)
        self._build_layout()
        self._connect()
        if layanan:
            self.layanan.set_kode(layanan[0])
        self.muat_ulang()
        self.set_petugas(None)

    def simpan(self) -> bool:
        """Let what is shown hold; False = refused, and the place is marked."""
        berubah = self.is_diubah()
        if not super().simpan():
            return False
        if berubah:
            self.spanduk.tampilkan(Nada.SELESAI, TERSIMPAN)
        return True

    def _build_layout(self) -> None:
        self.layanan.setAccessibleName("Buku register")
        self.kolom.setAccessibleName("Kolom; Spasi memakai atau melepas")
        self.kolom.setFixedWidth(_LEBAR_DAFTAR)
        self.kolom.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rata.setAccessibleName("Letak tulisan")
        self.peringatan.setWordWrap(True)
        set_style_state(self.peringatan, "nada", str(Nada.PERINGATAN))
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_l)
        badan.addLayout(self._build_kiri())
        badan.addLayout(self._build_kanan(), 1)
        self._lembar.addLayout(badan, 1)

    def _build_kiri(self) -> QVBoxLayout:
        geser = QHBoxLayout()
        geser.setSpacing(THEME.gap_xs)
        geser.addWidget(self.naik, 1)
        geser.addWidget(self.turun, 1)
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self.layanan)
        kiri.addWidget(self.kolom, 1)
        kiri.addLayout(geser)
        kiri.addWidget(self.urungkan, 0, Qt.AlignmentFlag.AlignLeft)
        return kiri

    def _build_kanan(self) -> QVBoxLayout:
        isian = QHBoxLayout()
        isian.setSpacing(THEME.gap_m)
        isian.addWidget(self.judul, 1)
        isian.addWidget(self.lebar)
        isian.addWidget(BarisIsian("Letak tulisan", self.rata))
        halaman = QHBoxLayout()
        halaman.setSpacing(THEME.gap_m)
        halaman.addWidget(self.per_halaman)
        halaman.addWidget(self.halaman_jilid)
        halaman.addStretch(1)
        for baris in (self.judul, self.lebar, self.per_halaman, self.halaman_jilid):
            self._maju.awasi(baris.input)
        kanan = QVBoxLayout()
        kanan.setSpacing(THEME.gap_xs)
        kanan.addLayout(isian)
        kanan.addLayout(halaman)
        kanan.addWidget(self.jumlah)
        kanan.addWidget(self.gambar, 1)
        kanan.addWidget(self.peringatan)
        return kanan

    def _connect(self) -> None:
        self.layanan.dipilih.connect(self._on_layanan_dipilih)
        self.kolom.currentRowChanged.connect(self._lihat_kolom)
        self.kolom.itemChanged.connect(self._on_item_changed)
        self.naik.clicked.connect(self._on_naik)
        self.turun.clicked.connect(self._on_turun)
        self.urungkan.clicked.connect(self._on_urungkan)
        self.judul.input.edited.connect(self._on_judul_edited)
        self.lebar.input.diubah.connect(self._on_lebar_diubah)
        self.rata.dipilih.connect(self._on_rata_dipilih)
        self.per_halaman.input.diubah.connect(self._on_per_halaman_diubah)
        self.halaman_jilid.input.diubah.connect(self._on_halaman_jilid_diubah)
        self._pewaktu.timeout.connect(self._gambar)
        self.gambar.berukuran.connect(self._pewaktu.start)
        pindah = {"Alt+Up": self.naik.click, "Alt+Down": self.turun.click}
        pasang_pintasan(self.kolom, pindah, DI_BAGIAN, berulang=True)
        pasang_pintasan(self, {"Ctrl+Z": self.urungkan.click}, DI_BAGIAN, berulang=True)

    def _atur_hak(self) -> None:
        self.judul.input.setReadOnly(not self.boleh)
        for bilangan in (self.lebar, self.per_halaman, self.halaman_jilid):
            bilangan.input.setEnabled(self.boleh)
        self.rata.setEnabled(self.boleh)
        self._setelah()

    @property
    def _buku(self) -> str:
        return self.layanan.kode()

    @property
    def _bentuk(self) -> BentukBuku:
        return self._susunan.isi.get(self._buku)

    def _kolom_kini(self) -> KolomBuku | None:
        """The column that is marked in the list."""
        baris = self.kolom.currentRow()
        if baris < 0:
            return None
        kolom_id = self.kolom.item(baris).data(Qt.ItemDataRole.UserRole)
        return next(k for k in list_kolom(self._buku, self._bentuk) if k.id == kolom_id)

    def _tampilkan(self, isi: BentukSemua) -> None:
        self._susunan = SusunanBuku(isi)
        self._muat("")

    def _muat(self, kolom_id: str) -> None:
        """Show the chosen book with that column marked; "" = the first."""
        if not self._buku:
            return
        dipakai = len(self._bentuk.kolom)
        with QSignalBlocker(self.kolom):
            self.kolom.clear()
            for n, kolom in enumerate(list_kolom(self._buku, self._bentuk)):
                butir = QListWidgetItem()
                butir.setData(Qt.ItemDataRole.UserRole, kolom.id)
                self.kolom.addItem(butir)
                _sebut_butir(butir, kolom, n + 1 if n < dipakai else 0)
                if kolom.id == kolom_id:
                    self.kolom.setCurrentItem(butir)
            if self.kolom.currentRow() < 0:
                self.kolom.setCurrentRow(0)
        self.per_halaman.input.set_value(self._bentuk.per_halaman)
        self.halaman_jilid.input.set_value(self._bentuk.halaman_jilid)
        self._lihat_kolom()

    def _lihat_kolom(self) -> None:
        """Show the marked column in the fields."""
        kolom = self._kolom_kini()
        if kolom is None:
            return
        dipakai = kolom in self._bentuk.kolom
        for baris in (self.judul, self.lebar):
            baris.setEnabled(dipakai)
        self.rata.setEnabled(dipakai and self.boleh)
        if self.judul.input.nilai() != kolom.judul.strip():
            self.judul.input.set_nilai(kolom.judul)
        self.lebar.input.set_value(round(kolom.lebar_mm))
        self.rata.set_kode(kolom.rata)
        self._setelah()

    def _setelah(self) -> None:
        """What follows every change."""
        if not self._buku:
            return
        self._isi = self._susunan.isi
        kini = self._kolom_kini()
        urut = [k.id for k in self._bentuk.kolom]
        tempat = urut.index(kini.id) if kini is not None and kini.id in urut else -1
        self.naik.setEnabled(self.boleh and tempat > 0)
        self.turun.setEnabled(self.boleh and 0 <= tempat < len(urut) - 1)
        self.urungkan.setEnabled(self.boleh and self._susunan.bisa_urung)
        terpakai = sum(k.lebar_mm for k in self._bentuk.kolom)
        self.jumlah.setText(
            f"{len(urut)} kolom, lebar {terpakai:g} dari {LEBAR_CETAK_MM:g} mm yang ada."
        )
        self._tandai()
        self._peringatkan()
        self._pewaktu.start()
        self.diubah.emit()

    def _tandai(self) -> None:
        """Say what is wrong with the marked column and with the page."""
        salah = di_bawah(self._service.check(self._isi), f"{self._buku}.")
        kini = self._kolom_kini()
        urut = [k.id for k in self._bentuk.kolom]
        n = urut.index(kini.id) + 1 if kini is not None and kini.id in urut else 0
        if sebab := salah.get(f"kolom.{n}.judul"):
            self.judul.set_pesan(Nada.BAHAYA, sebab)
        else:
            self.judul.bersihkan()
        if sebab := salah.get("kolom"):
            self.jumlah.setText(sebab)
        set_style_state(self.jumlah, "nada", str(Nada.BAHAYA) if "kolom" in salah else "")

    def _peringatkan(self) -> None:
        """Say what storing would do to the page that is open."""
        kata = ""
        if self._service.is_beda(self._buku, self._bentuk):
            terbuka = self._service.find_halaman_terbuka(self._buku)
            kata = "Bila disimpan, bentuk ini berlaku mulai baris berikutnya."
            if terbuka is not None:
                kata = (
                    f"Bila disimpan, baris berikutnya mulai di halaman baru; {terbuka.kosong} "
                    f"baris kosong di halaman {terbuka.nomor} ditutup garis dan tidak dipakai lagi."
                )
        self.peringatan.setText(kata)
        self.peringatan.setVisible(bool(kata))

    def _gambar(self) -> None:
        """Draw the page as it would be."""
        lebar = max(_GAMBAR.width(), min(self.gambar.width(), 2 * self.gambar.height()))
        skala = self.devicePixelRatioF()
        try:
            png = self._service.gambar_contoh(self._buku, self._bentuk, round(lebar * skala))
        except FieldsError as galat:
            self.gambar.set_kata(f"Belum dapat digambar. {next(iter(galat.per_field.values()))}")
            return
        except OfficerError as galat:
            self.gambar.set_kata(str(galat))
            return
        self.gambar.set_png(png)

    def _tunjuk(self, galat: FieldsError) -> str:
        layanan, *bagian = next(iter(galat.per_field)).split(".")
        self.layanan.set_kode(layanan)
        kolom = list_kolom(layanan, self._bentuk)
        if len(bagian) > 1:
            self._muat(kolom[int(bagian[1]) - 1].id)
            (self.judul if bagian[-1] == "judul" else self.lebar).setFocus()
        else:
            self._muat("")
            self.kolom.setFocus()
        return next(iter(galat.per_field.values()))

    def _on_layanan_dipilih(self) -> None:
        self._muat("")

    def _on_item_changed(self, butir: QListWidgetItem) -> None:
        kolom_id = butir.data(Qt.ItemDataRole.UserRole)
        if self.boleh:
            dipakai = butir.checkState() is Qt.CheckState.Checked
            self._susunan.pilih(self._buku, kolom_id, dipakai=dipakai)
        self._muat(kolom_id)

    def _on_naik(self) -> None:
        self._geser(-1)

    def _on_turun(self) -> None:
        self._geser(1)

    def _geser(self, arah: int) -> None:
        kolom = self._kolom_kini()
        if kolom is not None:
            self._susunan.geser(self._buku, kolom.id, arah)
            self._muat(kolom.id)

    def _on_urungkan(self) -> None:
        layanan, kolom_id = self._susunan.urungkan()
        self.layanan.set_kode(layanan)
        self._muat(kolom_id)

    def _on_judul_edited(self, teks: str) -> None:
        self._ubah(judul=teks)

    def _on_lebar_diubah(self, lebar: int) -> None:
        kolom = self._kolom_kini()
        if kolom is not None and lebar != round(kolom.lebar_mm):
            self._ubah(lebar_mm=float(lebar))

    def _on_rata_dipilih(self, rata: str) -> None:
        self._ubah(rata=rata)

    def _ubah(self, **nilai: object) -> None:
        kolom = self._kolom_kini()
        if kolom is None or not self.boleh:
            return
        self._susunan.ubah_kolom(self._buku, kolom.id, **nilai)
        butir = self.kolom.currentItem()
        baru = self._kolom_kini()
        assert baru is not None
        with QSignalBlocker(self.kolom):
            _sebut_butir(butir, baru, self.kolom.currentRow() + 1)
        self._setelah()

    def _on_per_halaman_diubah(self, banyak: int) -> None:
        self._ubah_halaman(per_halaman=banyak)

    def _on_halaman_jilid_diubah(self, banyak: int) -> None:
        self._ubah_halaman(halaman_jilid=banyak)

    def _ubah_halaman(self, **nilai: int) -> None:
        kolom = self._kolom_kini()
        if self.boleh and kolom is not None:
            self._susunan.ubah_halaman(self._buku, kolom.id, **nilai)
            self._setelah()


def _bilangan(nama: str, terbesar: float) -> IsianBilangan:
    isian = IsianBilangan(nama, int(terbesar))
    isian.setFixedWidth(_LEBAR_BILANGAN)
    return isian


def _sebut_butir(butir: QListWidgetItem, kolom: KolomBuku, nomor: int) -> None:
    """Write a column into its line of the list; `nomor` is its place on paper, 0 = not there."""
    kata = f"{nomor}. {kolom.judul} · {kolom.lebar_mm:g} mm" if nomor else kolom.judul
    butir.setText(kata)
    butir.setToolTip(kata)
    butir.setCheckState(Qt.CheckState.Checked if nomor else Qt.CheckState.Unchecked)
