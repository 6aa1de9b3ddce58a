"""The fields of the intake form: layout, live checks, reading and clearing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sooko_desk.services.penerimaan import PRIORITAS, FormPenerimaan
from sooko_desk.ui.enter_maju import EnterMaju
from sooko_desk.ui.isi_otomatis import PengisiPemohon
from sooko_desk.ui.kit.baris_isian import JARAK_BARIS, BarisIsian, sejajarkan
from sooko_desk.ui.kit.isian_angka import IsianDigit
from sooko_desk.ui.kit.isian_tanggal import IsianTanggal
from sooko_desk.ui.kit.isian_teks import IsianTeks
from sooko_desk.ui.kit.kartu import Kartu
from sooko_desk.ui.kit.label import Peran, build_label
from sooko_desk.ui.kit.pilihan import Pilihan, SegmenPilihan
from sooko_desk.ui.kit.pintasan import DI_BAGIAN, pasang_pintasan
from sooko_desk.ui.maju_sendiri import MajuSendiri
from sooko_desk.ui.masukan import Masukan, read_masukan, write_masukan
from sooko_desk.ui.theme import THEME, Nada

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sooko_desk.domain.permohonan import TandaBerkas
    from sooko_desk.domain.sop import JenisPermohonan
    from sooko_desk.services.meja import Meja

PANJANG_NIK = 16
PANJANG_RT_RW = 3
LEBAR_NIK = 180
"""Room in px for all 16 digits in groups of four, also on a small screen."""
_DILEWATI = frozenset(("telepon", "prioritas"))
"""Often left empty: the caret goes there by Enter only."""
_WAJIB = ("nik", "nama", "desa")
"""What no form can be without, apart from service and reason; from top to bottom."""
_TANPA_LAYANAN = "Pilih layanan dulu."
_DILIHAT = frozenset(("nama", "desa", "pengantar_nomor"))
"""Fields that findings depend on, apart from the two numbers."""


class FormulirPenerimaan(QWidget):
    """Applicant first, then service and reason, bringer, village letter.

    Signals:
        jenis_dipilih(): another service or reason stands in the form.
        diubah(): the officer typed or chose something.
        data_berubah(): what the register should be asked about has changed.
        minta_ceklis(): nothing is left to type; the papers come next.
    """

    jenis_dipilih = Signal()
    diubah = Signal()
    data_berubah = Signal()
    minta_ceklis = Signal()

    def __init__(self, meja: Meja, induk: QWidget) -> None:
        super().__init__(induk)
        self._meja = meja
        self._layanan = meja.penerimaan.list_layanan()
        self.layanan = SegmenPilihan(
            tuple(
                (sop.layanan, sop.layanan, f"Alt+{nomor}")
                for nomor, sop in enumerate(self._layanan, start=1)
            )
        )
        self.baris_layanan = BarisIsian("Layanan", self.layanan, wajib=True)
        self.bidang: dict[str, BarisIsian[Masukan]] = self._build_bidang()
        self._nomor = {"nik": "", "nkk": ""}
        self.maju = MajuSendiri(self)
        self._pemohon_lama = build_label("", Peran.REDUP)
        self._build_layout()
        self._connect()

    def _build_bidang(self) -> dict[str, BarisIsian[Masukan]]:
        desa = Pilihan("Ketik nama desa")
        desa.set_pilihan((d.kode, d.nama) for d in self._meja.tabel.desa)
        hubungan = Pilihan("Kosong = pemohon sendiri")
        hubungan.set_pilihan((p.kode, p.nama) for p in self._meja.tabel.hubungan_pembawa)
        prioritas = Pilihan("Tidak")
        prioritas.set_pilihan(PRIORITAS.items())
        return {
            "nik": BarisIsian("NIK", IsianDigit("16 angka"), wajib=True),
            "nama": BarisIsian("Nama pemohon", IsianTeks(kapital=True), wajib=True),
            "telepon": BarisIsian("Telepon / HP", IsianTeks()),
            "nkk": BarisIsian("Nomor KK", IsianDigit("16 angka")),
            "desa": BarisIsian("Desa", desa, wajib=True),
            "alamat": BarisIsian("Alamat", IsianTeks("Jalan, dusun, nomor rumah", kapital=True)),
            "rt": BarisIsian("RT", IsianTeks()),
            "rw": BarisIsian("RW", IsianTeks()),
            "jenis": BarisIsian("Alasan permohonan", Pilihan("Ketik untuk mencari"), wajib=True),
            "prioritas": BarisIsian("Didahulukan", prioritas),
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

    def _build_layout(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(THEME.gap_s)
        pemohon = Kartu("Pemohon")
        pemohon.add_kanan(self._pemohon_lama)
        grid = _grid((1,) * 24)
        diri = (("nik", 0, 0, 7), ("nama", 0, 7, 11), ("telepon", 0, 18, 6))
        rumah = (("nkk", 1, 0, 7), ("desa", 1, 7, 5), ("alamat", 1, 12, 8))
        self._pasang(grid, (*diri, *rumah, ("rt", 1, 20, 2), ("rw", 1, 22, 2)))
        pemohon.isi.addLayout(grid)
        permohonan = Kartu()
        grid = _grid((2, 5, 2))
        grid.addWidget(self.baris_layanan, 0, 0)
        grid.addWidget(self.bidang["jenis"], 0, 1)
        grid.addWidget(self.bidang["prioritas"], 0, 2)
        sejajarkan((self.baris_layanan, self.bidang["jenis"], self.bidang["prioritas"]))
        permohonan.isi.addLayout(grid)
        lain = Kartu("Pembawa berkas dan pengantar desa")
        grid = _grid((6, 6, 6))
        self._pasang(
            grid,
            (
                ("pembawa_nama", 0, 0, 1),
                ("pembawa_hubungan", 0, 1, 1),
                ("pembawa_telepon", 0, 2, 1),
                ("pengantar_nomor", 1, 0, 1),
                ("pengantar_tanggal", 1, 1, 1),
                ("pengantar_penanda", 1, 2, 1),
            ),
        )
        lain.isi.addLayout(grid)
        for kartu in (pemohon, permohonan, lain):
            layout.addWidget(kartu)
        layout.addStretch(1)

    def _pasang(self, grid: QGridLayout, tempat: tuple[tuple[str, int, int, int], ...]) -> None:
        per_baris: dict[int, list[BarisIsian[Masukan]]] = {}
        for nama, baris, kolom, lebar in tempat:
            grid.addWidget(self.bidang[nama], baris, kolom, 1, lebar)
            per_baris.setdefault(baris, []).append(self.bidang[nama])
        # What a number tells is longer than the number's field.
        for sejajar in per_baris.values():
            sejajarkan(sejajar)

    def _connect(self) -> None:
        maju = EnterMaju(self)
        self.layanan.dipilih.connect(self._on_layanan_dipilih)
        for nomor, sop in enumerate(self._layanan, start=1):
            tombol = self.layanan.tombol(sop.layanan)
            tombol.clicked.connect(self._on_layanan_clicked)
            # Without Alt while the caret is here: it comes by itself for every applicant.
            pasang_pintasan(self.layanan, {str(nomor): tombol.click}, DI_BAGIAN)
        for nama, baris in self.bidang.items():
            masukan = baris.input
            masukan.setObjectName(nama)
            if isinstance(masukan, IsianDigit):
                masukan.setMinimumWidth(LEBAR_NIK)
            maju.awasi(masukan)
            if isinstance(masukan, Pilihan):
                masukan.dipilih.connect(self._on_masukan_dipilih)
                tolak = self._on_jenis_tidak_dikenal if nama == "jenis" else baris.tolak_kata
                masukan.tidak_dikenal.connect(tolak)
            else:
                masukan.edited.connect(self._on_masukan_edited)
                masukan.editingFinished.connect(self._on_masukan_selesai)
        self._pengisi = PengisiPemohon(self._meja.pemohon_lama, self.bidang, self)
        self._pengisi.dikenali.connect(self._pemohon_lama.setText)
        self._pengisi.dipilih.connect(self._on_pengisi_dipilih)
        self._pengisi.nik_diganti.connect(self._on_pengisi_nik_diganti)
        QWidget.setTabOrder(self.bidang["rw"].input, self.layanan)
        QWidget.setTabOrder(self.layanan, self.bidang["jenis"].input)

    def muat_layanan(self) -> None:
        """Take the SOPs that are in force now; the choices of reasons follow."""
        self._layanan = self._meja.penerimaan.list_layanan()
        self._muat_jenis()

    def baca(self, token: str, berkas: tuple[TandaBerkas, ...]) -> FormPenerimaan:
        """Every field as typed, together with the marks on the papers."""
        isi: dict[str, Any] = {n: read_masukan(baris.input) for n, baris in self.bidang.items()}
        return FormPenerimaan(token=token, layanan=self.layanan.kode(), berkas=berkas, **isi)

    def jenis(self) -> JenisPermohonan | None:
        """The chosen reason, or None."""
        kode = read_masukan(self.bidang["jenis"].input)
        for sop in self._layanan:
            if sop.layanan == self.layanan.kode() and kode:
                return sop.get_jenis(kode)
        return None

    def is_kosong(self) -> bool:
        """Whether nothing but perhaps the service stands in the form."""
        return not any(read_masukan(baris.input) for baris in self.bidang.values())

    def list_belum(self) -> tuple[str, ...]:
        """What has to be filled in still, as the officer calls it, from top to bottom."""
        belum = [n for n in _WAJIB if not read_masukan(self.bidang[n].input)]
        kata = ["NIK" if nama == "nik" else nama for nama in belum]
        if not self.layanan.kode():
            kata.append("layanan")
        if self.jenis() is None:
            kata.append("alasan permohonan")
        return tuple(kata)

    def tulis(self, form: FormPenerimaan) -> None:
        """Show this form as it was typed, without any message."""
        self._pengisi.mulai()
        self.layanan.set_kode(form.layanan)
        self._muat_jenis()
        for nama, baris in self.bidang.items():
            write_masukan(baris.input, getattr(form, nama))
        self._nomor = {"nik": form.nik, "nkk": form.nkk}
        self.bersihkan_pesan()

    def set_keterangan(self, per_field: Mapping[str, str]) -> None:
        """Show what the fields tell, e.g. whose birth date a NIK holds."""
        for nama, kalimat in per_field.items():
            self.bidang[nama].set_pesan(Nada.SELESAI, kalimat)

    def bersihkan_pesan(self) -> None:
        """Take every message away."""
        self.baris_layanan.bersihkan()
        for baris in self.bidang.values():
            baris.bersihkan()
        self._pengisi.otomatis.tandai()

    def set_pesan(self, per_field: Mapping[str, str], nada: Nada) -> None:
        """Show one sentence beside each named field and go to the first of them."""
        semua: dict[str, BarisIsian[Any]] = {"layanan": self.baris_layanan, **self.bidang}
        for nama, kalimat in per_field.items():
            semua[nama].set_pesan(nada, kalimat)
        urutan = list(self.bidang)
        urutan.insert(urutan.index("jenis"), "layanan")
        pertama = next((nama for nama in urutan if nama in per_field), None)
        if pertama is not None:
            semua[pertama].input.setFocus()

    def fokus_awal(self) -> None:
        """The NIK; once it is there, the first empty field that the case needs."""
        kosong = (n for n in _WAJIB if not read_masukan(self.bidang[n].input))
        nama = next(kosong, None)
        if nama is not None:
            self.bidang[nama].input.setFocus()
        elif (sasaran := self._permohonan_kosong()) is not None:
            sasaran.setFocus()
        else:
            self.minta_ceklis.emit()

    def tetapkan(self) -> None:
        """Take the reason that is half typed, if only one fits."""
        pilihan = self.bidang["jenis"].input
        assert isinstance(pilihan, Pilihan)
        if pilihan.hasFocus():
            pilihan.tetapkan()

    def _muat_jenis(self) -> None:
        pilihan = self.bidang["jenis"].input
        assert isinstance(pilihan, Pilihan)
        kode = self.layanan.kode()
        jenis = next((sop.jenis for sop in self._layanan if sop.layanan == kode), ())
        pilihan.set_pilihan((j.kode, f"{j.kode} {j.nama}") for j in jenis)

    def _on_layanan_dipilih(self) -> None:
        self.baris_layanan.bersihkan()
        self.bidang["jenis"].bersihkan()
        self._muat_jenis()
        self.jenis_dipilih.emit()

    def _on_layanan_clicked(self) -> None:
        """On to the reason, also when the same service is picked once more."""
        self.bidang["jenis"].input.setFocus()

    def _on_jenis_tidak_dikenal(self, kata: str) -> None:
        """No reason is in the list while there is no service."""
        if self.layanan.kode():
            self.bidang["jenis"].tolak_kata(kata)
        else:
            self.bidang["jenis"].set_pesan(Nada.BAHAYA, _TANPA_LAYANAN)

    def _on_masukan_dipilih(self) -> None:
        nama = self.sender().objectName()
        self._pengisi.otomatis.milik_petugas(nama)
        baris = self.bidang[nama]
        baris.bersihkan()
        if nama == "jenis":
            self.jenis_dipilih.emit()
            nik = self.bidang["nik"].input
            if baris.input.hasFocus() and not read_masukan(nik):
                nik.setFocus()  # the reason came first: what is above it is still empty
        elif nama in _DILIHAT:
            self.data_berubah.emit()
        self.diubah.emit()

    def _on_masukan_edited(self) -> None:
        nama = self.sender().objectName()
        self._pengisi.otomatis.milik_petugas(nama)
        baris = self.bidang[nama]
        baris.bersihkan()
        teks = read_masukan(baris.input)
        if nama in self._nomor:
            self._on_nomor_edited(nama, teks)
        elif nama in ("rt", "rw") and len(teks) == PANJANG_RT_RW and teks.isdecimal():
            self._maju_dari(nama)
        self.diubah.emit()

    def _on_nomor_edited(self, nama: str, digits: str) -> None:
        sebelum, self._nomor[nama] = self._nomor[nama], digits
        if digits == sebelum:
            return
        if len(digits) >= PANJANG_NIK:
            self._periksa(nama)
        elif digits:
            self.bidang[nama].set_pesan(Nada.NETRAL, f"{len(digits)} dari {PANJANG_NIK} angka")
        pindah = self._pengisi.on_nomor(nama, digits)
        if PANJANG_NIK in (len(digits), len(sebelum)):
            self.data_berubah.emit()
        penuh = len(sebelum) < len(digits) == PANJANG_NIK
        if penuh and not pindah and self.bidang[nama].nada in (None, Nada.SELESAI):
            self._maju_dari(nama)

    def _maju_dari(self, nama: str) -> None:
        """From a full field to the next one; fields that are filled already are passed over."""
        urutan = list(self.bidang)
        for berikut in urutan[urutan.index(nama) + 1 :]:
            if berikut == "jenis" and self.jenis() is None:
                self._maju_ke_permohonan()
                return
            if berikut in _DILEWATI:
                continue
            if not read_masukan(self.bidang[berikut].input):
                self.maju.ke(self.bidang[berikut].input)
                return

    def _permohonan_kosong(self) -> QWidget | None:
        """The service when none is chosen, else the reason when there is none, else None.

        Every applicant begins without a service. One that stayed chosen could be taken for this
        applicant's, as both services have a reason "Hilang" and a reason "Rusak"; an empty choice
        cannot, and costs one bare digit, since the caret comes to it by itself.
        """
        if not self.layanan.kode():
            return self.layanan
        return None if self.jenis() else self.bidang["jenis"].input

    def _maju_ke_permohonan(self) -> None:
        sasaran = self._permohonan_kosong()
        if sasaran is None:
            self.minta_ceklis.emit()
        else:
            self.maju.ke(sasaran)

    def _on_pengisi_dipilih(self) -> None:
        self.data_berubah.emit()
        self.diubah.emit()
        self._maju_ke_permohonan()

    def _on_pengisi_nik_diganti(self, digits: str) -> None:
        """Taken from the list of earlier applicants."""
        self._nomor["nik"] = digits
        self._periksa("nik")

    def _on_masukan_selesai(self) -> None:
        """On leaving a field: what is empty is left in peace until saving."""
        nama = self.sender().objectName()
        if read_masukan(self.bidang[nama].input):
            self._periksa(nama)
        if nama in _DILIHAT:
            self.data_berubah.emit()

    def _periksa(self, nama: str) -> None:
        hasil = self._meja.penerimaan.periksa(self.baca("", ()))
        baris = self.bidang[nama]
        if nama in hasil.galat:
            baris.set_pesan(Nada.BAHAYA, hasil.galat[nama])
        elif nama in hasil.peringatan:
            baris.set_pesan(Nada.PERINGATAN, hasil.peringatan[nama])
        elif nama in hasil.keterangan:
            baris.set_pesan(Nada.SELESAI, hasil.keterangan[nama])
        else:
            baris.bersihkan()
            self._pengisi.otomatis.tandai()


def _grid(bagian: tuple[int, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(THEME.gap_m)
    grid.setVerticalSpacing(JARAK_BARIS)
    for kolom, lebar in enumerate(bagian):
        grid.setColumnStretch(kolom, lebar)
    return grid
