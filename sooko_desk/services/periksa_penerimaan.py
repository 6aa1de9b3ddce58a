"""What the intake form says: every field read, cleaned and judged in one pass, nothing stored."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.domain.digit import bersihkan_digit
from sooko_desk.domain.errors import UserError
from sooko_desk.domain.isian import read_angka
from sooko_desk.domain.nama import check_nama, list_peringatan_nama
from sooko_desk.domain.nik import list_peringatan_nik, read_nik, uraikan_nik
from sooko_desk.domain.nkk import read_nkk
from sooko_desk.domain.permohonan import Pembawa, Pemohon, Pengantar
from sooko_desk.domain.tanggal import parse_tanggal
from sooko_desk.domain.telepon import check_telepon
from sooko_desk.services.pencetakan import check_tercetak

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sooko_desk.domain.sop import JenisPermohonan, Sop
    from sooko_desk.services.penerimaan import FormPenerimaan
    from sooko_desk.sop.tabel import Tabel

PANJANG_ALAMAT = 100
PANJANG_NOMOR_SURAT = 60
PANJANG_CATATAN = 200
PANJANG_RT_RW = 3


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """What the checks say, field id to sentence.

    Attributes:
        galat: must be put right.
        peringatan: may stand once the officer has seen them.
        keterangan: good news, e.g. what the NIK says.
    """

    galat: dict[str, str] = field(default_factory=dict)
    peringatan: dict[str, str] = field(default_factory=dict)
    keterangan: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormTerbaca:
    """A form that was read: clean values, and what is to be said of it.

    Attributes:
        jenis: None exactly when `hasil.galat` has "layanan" or "jenis".
        pemohon, pembawa, pengantar, catatan: as they are stored; a field with an error is empty.
    """

    hasil: HasilPeriksa
    jenis: JenisPermohonan | None
    pemohon: Pemohon
    pembawa: Pembawa
    pengantar: Pengantar
    catatan: str


def read_form(
    form: FormPenerimaan, sop: Sop | None, tabel: Tabel, hari_ini: dt.date
) -> FormTerbaca:
    """Read a form as typed.

    Args:
        form: the fields exactly as typed.
        sop: the SOP in force for the chosen service; None = no service chosen.
        tabel: villages, regions and choices.
        hari_ini: today in WIB.
    """
    pembaca = _Pembaca(form, tabel, hari_ini)
    return FormTerbaca(
        hasil=pembaca.hasil,
        jenis=pembaca.baca_jenis(sop),
        pemohon=Pemohon(
            nama=pembaca.baca_nama(),
            nik=pembaca.baca_nik(),
            nkk=pembaca.baca_nkk(),
            desa=pembaca.baca_desa(),
            alamat=pembaca.teks("alamat", "Alamat", form.alamat, PANJANG_ALAMAT),
            rt=pembaca.coba("rt", lambda: _nomor_pendek("RT", form.rt)),
            rw=pembaca.coba("rw", lambda: _nomor_pendek("RW", form.rw)),
            telepon=pembaca.coba("telepon", lambda: check_telepon(form.telepon)),
        ),
        pembawa=pembaca.baca_pembawa(),
        pengantar=pembaca.baca_pengantar(),
        catatan=pembaca.teks("catatan", "Catatan", form.catatan, PANJANG_CATATAN),
    )


class _Pembaca:
    """Collects sentences while a form is read field by field."""

    def __init__(self, form: FormPenerimaan, tabel: Tabel, hari_ini: dt.date) -> None:
        self.hasil = HasilPeriksa()
        self._form = form
        self._tabel = tabel
        self._hari_ini = hari_ini

    def coba(self, bidang: str, baca: Callable[[], str]) -> str:
        """The value, or "" and a sentence beside the field."""
        try:
            return baca()
        except UserError as galat:
            self.hasil.galat[bidang] = str(galat)
            return ""

    def teks(self, bidang: str, label: str, isi: str, panjang: int) -> str:
        return self.coba(bidang, lambda: _teks_bebas(label, isi, panjang))

    def baca_jenis(self, sop: Sop | None) -> JenisPermohonan | None:
        if sop is None:
            self.hasil.galat["layanan"] = "Pilih layanan dulu."
            return None
        jenis = next((j for j in sop.jenis if j.kode == self._form.jenis), None)
        if jenis is None:
            self.hasil.galat["jenis"] = "Pilih alasan permohonan."
            return None
        if {t.kode for t in self._form.berkas} - {s.kode for s in jenis.syarat}:
            # A new version of the SOP came into force while the form was open.
            self.hasil.galat["jenis"] = (
                "Daftar berkas untuk alasan ini sudah berubah. Pilih lagi alasan permohonan."
            )
            return None
        return jenis

    def baca_nama(self) -> str:
        nama = self.coba("nama", lambda: _nama_tercetak(self._form.nama, "Nama pemohon"))
        if nama and (peringatan := list_peringatan_nama(nama)):
            self.hasil.peringatan["nama"] = " ".join(peringatan)
        return nama

    def baca_nik(self) -> str:
        try:
            nik = read_nik(self._form.nik, self._hari_ini)
        except UserError as galat:
            self.hasil.galat["nik"] = str(galat)
            return ""
        provinsi, kecamatan = self._tabel.provinsi, self._tabel.kecamatan
        if peringatan := list_peringatan_nik(nik, provinsi, kecamatan):
            self.hasil.peringatan["nik"] = " ".join(peringatan)
        else:
            self.hasil.keterangan["nik"] = uraikan_nik(nik, provinsi, kecamatan)
        return nik.digits

    def baca_nkk(self) -> str:
        if not bersihkan_digit(self._form.nkk):
            return ""
        try:
            nkk = read_nkk(self._form.nkk, self._hari_ini)
        except UserError as galat:
            self.hasil.galat["nkk"] = str(galat)
            return ""
        if nkk.digits == bersihkan_digit(self._form.nik):
            self.hasil.peringatan["nkk"] = (
                "No KK sama dengan NIK. Periksa: No KK ada di bagian atas Kartu Keluarga."
            )
        elif nkk.peringatan:
            self.hasil.peringatan["nkk"] = " ".join(nkk.peringatan)
        return nkk.digits

    def baca_desa(self) -> str:
        kode = self._form.desa
        if not kode:
            self.hasil.galat["desa"] = "Pilih desa pemohon."
        elif kode not in {d.kode for d in self._tabel.desa}:
            self.hasil.galat["desa"] = "Desa itu tidak ada dalam daftar. Pilih dari daftar."
        return kode

    def baca_pembawa(self) -> Pembawa:
        form = self._form
        nama, hubungan = "", form.pembawa_hubungan
        if form.pembawa_nama.strip():
            nama = self.coba(
                "pembawa_nama", lambda: _nama_tercetak(form.pembawa_nama, "Nama pembawa")
            )
            if hubungan not in {p.kode for p in self._tabel.hubungan_pembawa}:
                self.hasil.galat["pembawa_hubungan"] = "Pilih hubungan pembawa dengan pemohon."
        elif hubungan or form.pembawa_telepon.strip():
            self.hasil.galat["pembawa_nama"] = "Nama pembawa berkas belum diisi."
        telepon = self.coba("pembawa_telepon", lambda: check_telepon(form.pembawa_telepon))
        return Pembawa(nama, hubungan, telepon)

    def baca_pengantar(self) -> Pengantar:
        form = self._form
        nomor = self.teks(
            "pengantar_nomor", "Nomor surat", form.pengantar_nomor, PANJANG_NOMOR_SURAT
        )
        penanda = ""
        if form.pengantar_penanda.strip():
            penanda = self.coba(
                "pengantar_penanda",
                lambda: _nama_tercetak(form.pengantar_penanda, "Penanda tangan"),
            )
        return Pengantar(nomor, self._baca_tanggal_surat(), penanda)

    def _baca_tanggal_surat(self) -> dt.date | None:
        if not self._form.pengantar_tanggal.strip():
            return None
        try:
            tanggal = parse_tanggal(self._form.pengantar_tanggal)
        except UserError as galat:
            self.hasil.galat["pengantar_tanggal"] = str(galat)
            return None
        if tanggal > self._hari_ini:
            self.hasil.galat["pengantar_tanggal"] = (
                "Tanggal surat lewat dari hari ini. Periksa lagi."
            )
        return tanggal


def _teks_bebas(label: str, isi: str, panjang: int) -> str:
    bersih = " ".join(unicodedata.normalize("NFC", isi).split())
    if len(bersih) > panjang:
        raise UserError(f"{label} paling banyak {panjang} huruf; yang terketik {len(bersih)}.")
    check_tercetak(bersih, label)
    return bersih


def _nama_tercetak(isi: str, label: str) -> str:
    nama = check_nama(isi, label)
    check_tercetak(nama, label)
    return nama


def _nomor_pendek(label: str, teks: str) -> str:
    angka = read_angka(teks, label, PANJANG_RT_RW)
    return angka and angka.zfill(PANJANG_RT_RW)
