"""The tab of officers: who may sign in, one-time PINs, and when the screen locks itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sooko_desk.domain.errors import FieldsError, OfficerError
from sooko_desk.domain.tanggal import tanggal_pendek
from sooko_desk.domain.waktu import ke_wib
from sooko_desk.services.kunci_layar import MENIT_BAWAAN, MENIT_TERLAMA, MENIT_TERSINGKAT
from sooko_desk.services.petugas_kelola import DAFTAR_PETUGAS, build_pin_sekali
from sooko_desk.ui.kerja_latar import SinyalKerja, run_in_background
from sooko_desk.ui.kit.baris_isian import BarisIsian
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran as PeranLabel
from sooko_desk.ui.kit.label import build_label
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.kit.tabel import Kolom, RowTableModel, TabelData
from sooko_desk.ui.kit.tombol import tombol_kedua
from sooko_desk.ui.minta_pin import MintaPin
from sooko_desk.ui.pengaturan.form_petugas import BARU, FormPetugas, KetikanPetugas
from sooko_desk.ui.pengaturan.lembar_simpan import LembarPengaturan
from sooko_desk.ui.pengaturan.pin_sekali import DialogPinSekali
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sooko_desk.data.petugas import BarisPetugas
    from sooko_desk.domain.permohonan import Petugas
    from sooko_desk.domain.sop import Peran
    from sooko_desk.services.petugas import PetugasService

AKTIF, SEKALI, NONAKTIF = "aktif", "PIN sekali pakai", "nonaktif"
_NADA = {AKTIF: Nada.SELESAI, SEKALI: Nada.PERINGATAN, NONAKTIF: Nada.NETRAL}
LEBAR_FORM = 372
TUNGGU_PIN = "PIN sekali pakai sedang dibuat dan segera tampil. Sesudah dicatat, tutup lagi."
TANPA_BAWAAN = (
    "Petugas tidak punya bawaan program. Waktu kunci layar kembali ke "
    f"{MENIT_BAWAAN} menit bila ditulis begitu, lalu disimpan."
)


def _nama(b: BarisPetugas) -> str:
    return b.petugas.nama


def _peran(b: BarisPetugas) -> str:
    return b.petugas.peran.nama


def _keadaan(b: BarisPetugas) -> str:
    if not b.petugas.aktif:
        return NONAKTIF
    return SEKALI if b.pin_sekali else AKTIF


def _nada(b: BarisPetugas) -> Nada:
    return _NADA[_keadaan(b)]


def _masuk(b: BarisPetugas) -> str:
    return sebut_saat(b.masuk_terakhir) if b.masuk_terakhir else "belum pernah"


def _kunci(b: BarisPetugas) -> int:
    return b.petugas.id


KOLOM: tuple[Kolom[BarisPetugas], ...] = (
    Kolom("Nama", _nama),
    Kolom("Peran", _peran, lebar=124),
    Kolom("Masuk terakhir", _masuk, lebar=148),
    Kolom("", _keadaan, lebar=132, chip=_nada),
)


class TabPetugas(LembarPengaturan):
    """All officers in a table, one of them in the fields.

    Adding one, giving a PIN, and switching off or on ask for the PIN of the Kasi once more and hold
    at once; names and the minutes of the lock wait for "Simpan", also while another row is shown.
    """

    def __init__(self, service: PetugasService) -> None:
        super().__init__(DAFTAR_PETUGAS)
        self._service = service
        self._kunci = service.kunci_layar
        self._pin = ""
        self._lanjut: Callable[[str], Petugas] | None = None
        # No child: the window may be freed before the worker is done.
        self._kerja = SinyalKerja()
        self._ketikan: dict[int | None, KetikanPetugas] = {}
        self.model: RowTableModel[BarisPetugas] = RowTableModel(KOLOM, _kunci)
        self.tabel: TabelData[BarisPetugas] = TabelData(self.model, "Petugas")
        self.form = FormPetugas()
        self.tambah = tombol_kedua("Petugas baru", "plus", "Ctrl+N")
        self.beri_pin = tombol_kedua("Beri PIN sekali pakai", "shield-lock", "Ctrl+P")
        self.ganti_aktif = tombol_kedua("Nonaktifkan", "logout", "Ctrl+E")
        batas = f"{MENIT_TERSINGKAT} sampai {MENIT_TERLAMA}; bawaan {MENIT_BAWAAN}."
        self.menit = BarisIsian(
            "Kunci layar sesudah (menit)", IsianTeks(), wajib=True, bantuan=batas
        )
        self.belum = build_label("", PeranLabel.REDUP)
        self.belum.setWordWrap(True)
        self.setFocusProxy(self.tabel)
        self._build_layout()
        self._connect()
        self.menit.input.set_nilai(str(self._kunci.menit))
        self.model.set_rows(service.kelola.list_semua())
        self.tabel.pilih(self.model.key(0))
        self.set_petugas(None)

    def is_diubah(self) -> bool:
        """Whether a name or the minutes are typed that were not saved."""
        return bool(self._ketikan) or self._is_menit_diubah()

    def sebut_tunggu(self) -> str:
        """A PIN that nobody gets to see would lock the officer out."""
        return TUNGGU_PIN if self._lanjut is not None else ""

    def simpan(self) -> bool:
        """Save minutes and names; a new officer asks for the PIN first, which says False too."""
        if self._petugas is None or not self._simpan_menit(self._petugas):
            return False
        if not self._simpan_nama(self._petugas):
            return False
        if None not in self._ketikan:
            return True
        if self.form.baris is not None:
            self._muat(None)
        self._mulai_tambah()
        return False

    def kembalikan_bawaan(self) -> None:
        """Officers are nobody's default."""
        self.spanduk.tampilkan(Nada.INFO, TANPA_BAWAAN)

    def _build_layout(self) -> None:
        self.tabel.setSortingEnabled(False)
        alat = QHBoxLayout()
        alat.setSpacing(THEME.gap_s)
        for tombol in (self.tambah, self.beri_pin, self.ganti_aktif):
            alat.addWidget(tombol)
        alat.addStretch(1)
        self.menit.setFixedWidth(220)
        kiri = QVBoxLayout()
        kiri.setSpacing(THEME.gap_s)
        kiri.addWidget(self.tabel, 1)
        kiri.addLayout(alat)
        bawah = QHBoxLayout()
        bawah.setSpacing(THEME.gap_m)
        bawah.addWidget(self.menit)
        bawah.addWidget(self.belum, 1)
        kiri.addLayout(bawah)
        kartu = Kartu()
        kartu.isi.addWidget(self.form, 1)
        kartu.setFixedWidth(LEBAR_FORM)
        badan = QHBoxLayout()
        badan.setSpacing(THEME.gap_m)
        badan.addLayout(kiri, 1)
        badan.addWidget(kartu)
        self._lembar.addLayout(badan, 1)

    def _connect(self) -> None:
        self.tabel.baris_dipilih.connect(self._on_baris_dipilih)
        self.tabel.dibuka.connect(self.form.setFocus)
        self.form.diubah.connect(self._on_diubah)
        self.menit.input.edited.connect(self._on_menit_edited)
        self.tambah.clicked.connect(self._on_tambah)
        self.beri_pin.clicked.connect(self._on_beri_pin)
        self.ganti_aktif.clicked.connect(self._on_ganti_aktif)
        self._kerja.berhasil.connect(self._on_kerja_berhasil)
        self._kerja.berakhir.connect(self._on_kerja_berakhir)
        pasang_pintasan(
            self,
            {
                "Ctrl+N": self.tambah.click,
                "Ctrl+P": self.beri_pin.click,
                "Ctrl+E": self.ganti_aktif.click,
            },
            DI_BAGIAN,
        )

    def _atur_hak(self) -> None:
        for tombol in (self.tambah, self.beri_pin, self.ganti_aktif):
            tombol.setVisible(self.boleh)
        self.form.set_readonly(not self.boleh)
        self.menit.input.setReadOnly(not self.boleh)
        self._atur_tombol()

    def _atur_tombol(self) -> None:
        # Their keys press them even while they are out of sight.
        baris = self.form.baris
        bebas = self.boleh and self._lanjut is None
        self.tambah.setEnabled(bebas)
        self.ganti_aktif.setEnabled(bebas and baris is not None)
        self.beri_pin.setEnabled(bebas and baris is not None and baris.petugas.aktif)
        aktif = baris is None or baris.petugas.aktif
        self.ganti_aktif.setText("Nonaktifkan" if aktif else "Aktifkan lagi")
        self.ganti_aktif.updateGeometry()

    def _muat(self, petugas_id: int | None) -> None:
        """Show the list with that officer chosen; None = a new one."""
        with QSignalBlocker(self.tabel):
            self.model.set_rows(self._service.kelola.list_semua())
            if petugas_id is None:
                # The current row too: a click on it must lead back.
                self.tabel.clearSelection()
                self.tabel.setCurrentIndex(QModelIndex())
            else:
                self.tabel.pilih(petugas_id)
        self._on_baris_dipilih(self.tabel.baris())

    def _list_ketikan(self) -> list[BarisPetugas]:
        """Whose names are typed over, from the top down."""
        semua = map(self.model.row, range(self.model.rowCount()))
        return [baris for baris in semua if baris.petugas.id in self._ketikan]

    def _sebut_belum(self) -> None:
        """What waits on rows that are not shown now."""
        di_sini = self.form.petugas_id
        lain = [b.petugas.nama for b in self._list_ketikan() if b.petugas.id != di_sini]
        if None in self._ketikan and di_sini is not None:
            lain.append(BARU)
        self.belum.setText(f"Belum disimpan: {', '.join(lain)}." if lain else "")

    def _is_menit_diubah(self) -> bool:
        return self.menit.input.nilai() != str(self._kunci.menit)

    def _simpan_menit(self, petugas: Petugas) -> bool:
        if not self._is_menit_diubah():
            return True
        teks = self.menit.input.nilai()
        if not self._coba(lambda: self._kunci.simpan_menit(teks, petugas), self._tunjuk_menit):
            return False
        self.menit.input.set_nilai(str(self._kunci.menit))
        self._katakan(f"Layar terkunci sendiri sesudah {self._kunci.menit} menit.")
        return True

    def _tunjuk_menit(self, galat: FieldsError) -> str:
        self.menit.set_pesan(Nada.BAHAYA, galat.per_field["menit"])
        self.menit.input.setFocus()
        return str(galat)

    def _simpan_nama(self, kasi: Petugas) -> bool:
        """Save every name that is typed over; stops at the first that is refused."""
        tersimpan = []
        for baris in self._list_ketikan():
            petugas, nama = baris.petugas, self._ketikan[baris.petugas.id].nama
            ubah = partial(self._service.kelola.ubah_nama, petugas, nama, kasi)
            if not self._coba(ubah, partial(self._tunjuk_nama, petugas.id)):
                return False
            del self._ketikan[petugas.id]
            self._muat(self.form.petugas_id)
            tersimpan.append(f"{petugas.nama} menjadi {nama}")
        if tersimpan:
            self._katakan(f"Nama {', '.join(tersimpan)}, juga di catatan yang lama.")
        return True

    def _tunjuk_nama(self, petugas_id: int, galat: FieldsError) -> str:
        self._muat(petugas_id)
        return self.form.tunjuk(galat)

    def _mulai_tambah(self) -> None:
        ketikan = self.form.ketikan
        nama, peran = ketikan.nama, ketikan.peran
        if salah := self._service.kelola.check_nama(nama):
            self.spanduk.tampilkan(Nada.BAHAYA, self.form.tunjuk(FieldsError(salah)))
            return
        self._minta_pin(
            "petugas baru",
            f"{nama} akan dapat masuk sebagai {peran.nama}, dengan PIN sekali pakai.",
            partial(self._buat_pin, partial(self._tambah, nama, peran)),
        )

    def _tambah(self, nama: str, peran: Peran, kasi: Petugas, hash_pin: str) -> Petugas:
        petugas = self._service.kelola.tambah(nama, peran, hash_pin, kasi)
        self._ketikan.pop(None, None)
        return petugas

    def _beri_pin(self, petugas: Petugas, kasi: Petugas, hash_pin: str) -> Petugas:
        self._service.kelola.beri_pin_sekali(petugas, hash_pin, kasi)
        return petugas

    def _minta_pin(self, untuk: str, keterangan: str, lanjut: Callable[[Petugas], None]) -> None:
        assert self._petugas is not None
        dialog = MintaPin(self._service, self._petugas, untuk, keterangan, self.window())
        dialog.disetujui.connect(lanjut)
        dialog.open()

    def _buat_pin(self, simpan: Callable[[Petugas, str], Petugas], kasi: Petugas) -> None:
        """Make a one-time PIN and its hash; `simpan` stores it."""
        self._pin = build_pin_sekali()
        self._lanjut = partial(simpan, kasi)
        self._atur_tombol()
        run_in_background(self._kerja, partial(self._service.hash_pin, self._pin))

    def _on_kerja_berhasil(self, hash_pin: str) -> None:
        lanjut, self._lanjut = self._lanjut, None
        pin, self._pin = self._pin, ""
        assert lanjut is not None
        try:
            petugas = lanjut(hash_pin)
        except OfficerError as galat:
            self.diubah.emit()
            self.spanduk.tampilkan(Nada.BAHAYA, str(galat))
            return
        self._muat(petugas.id)
        self._katakan(f"PIN sekali pakai untuk {petugas.nama} berlaku.")
        DialogPinSekali(petugas, pin, self.window()).open()

    def _on_kerja_berakhir(self) -> None:
        # Also after a bug in the work: the window must not wait for ever.
        self._lanjut, self._pin = None, ""
        self._atur_tombol()

    def _on_baris_dipilih(self, baris: BarisPetugas | None) -> None:
        self.form.tampilkan(baris, self._ketikan.get(baris.petugas.id if baris else None))
        self._atur_tombol()
        self._sebut_belum()
        self.diubah.emit()

    def _on_tambah(self) -> None:
        self.spanduk.sembunyikan()
        self._muat(None)
        self.form.setFocus()

    def _on_beri_pin(self) -> None:
        baris = self.form.baris
        if baris is None:
            return
        self._minta_pin(
            "PIN sekali pakai",
            f"PIN {baris.petugas.nama} yang lama tidak berlaku lagi.",
            partial(self._buat_pin, partial(self._beri_pin, baris.petugas)),
        )

    def _on_ganti_aktif(self) -> None:
        baris = self.form.baris
        if baris is None:
            return
        petugas = baris.petugas
        if petugas.aktif:
            untuk, kata = "menonaktifkan petugas", f"{petugas.nama} tidak dapat masuk lagi."
            self._minta_pin(untuk, kata, partial(self._nonaktifkan, petugas))
        else:
            untuk, kata = "mengaktifkan petugas", f"{petugas.nama} dapat masuk lagi."
            self._minta_pin(untuk, kata, partial(self._aktifkan, petugas))

    def _nonaktifkan(self, petugas: Petugas, kasi: Petugas) -> None:
        if self._coba(lambda: self._service.kelola.nonaktifkan(petugas, kasi)):
            self._muat(petugas.id)
            self._katakan(f"{petugas.nama} nonaktif. Catatan kerjanya tetap.")

    def _aktifkan(self, petugas: Petugas, kasi: Petugas) -> None:
        if self._coba(lambda: self._service.kelola.aktifkan(petugas, kasi)):
            self._muat(petugas.id)
            self._katakan(f"{petugas.nama} aktif lagi.")

    def _katakan(self, kalimat: str) -> None:
        """After `diubah`, with which the window takes its own banner away."""
        self.diubah.emit()
        self.spanduk.tampilkan(Nada.SELESAI, kalimat)

    def _on_diubah(self) -> None:
        if self.form.is_diubah():
            self._ketikan[self.form.petugas_id] = self.form.ketikan
        else:
            self._ketikan.pop(self.form.petugas_id, None)
        self.spanduk.sembunyikan()
        self.diubah.emit()

    def _on_menit_edited(self, teks: str) -> None:
        salah = self._kunci.check_menit(teks) if teks else {}
        if salah:
            self.menit.set_pesan(Nada.BAHAYA, salah["menit"])
        else:
            self.menit.bersihkan()
        self.diubah.emit()


def sebut_saat(saat: dt.datetime) -> str:
    """An instant in WIB, e.g. "23/11/2026 09.05"."""
    wib = ke_wib(saat)
    return f"{tanggal_pendek(wib.date())} {wib:%H.%M}"
