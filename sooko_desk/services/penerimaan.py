"""Step 1 of both SOPs: receive the papers, give the case its number.

`periksa` looks at the form without storing; `terima` checks again and stores everything or
nothing in one unit of work.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sooko_desk.data.perintah import MintaNomor, PenerimaanBaru
from sooko_desk.domain import alur, kelengkapan
from sooko_desk.domain.digit import bersihkan_digit
from sooko_desk.domain.errors import FieldsError, OfficerError, UserError
from sooko_desk.domain.nama import check_nama, list_peringatan_nama
from sooko_desk.domain.nik import list_peringatan_nik, read_nik, uraikan_nik
from sooko_desk.domain.nkk import read_nkk
from sooko_desk.domain.permohonan import Pembawa, Pemohon, Pengantar
from sooko_desk.domain.tanggal import parse_tanggal
from sooko_desk.domain.telepon import check_telepon
from sooko_desk.domain.waktu import hari_ini, ke_wib

if TYPE_CHECKING:
    from collections.abc import Callable

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Permohonan, Petugas, TandaBerkas
    from sooko_desk.domain.sop import JenisPermohonan, Sop
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

PANJANG_ALAMAT = 100
PANJANG_NOMOR_SURAT = 60
PANJANG_CATATAN = 200


@dataclass(frozen=True, slots=True)
class FormPenerimaan:
    """The intake form exactly as typed; field names are the ids of messages.

    Attributes:
        token: made when the form was emptied; the same form saved twice gives one case.
        layanan: id of the service, "" = not chosen.
        jenis: F-1.02 code, "" = not chosen.
        berkas: marks on the papers of the chosen type.
    """

    token: str
    layanan: str = ""
    jenis: str = ""
    nik: str = ""
    nama: str = ""
    nkk: str = ""
    desa: str = ""
    alamat: str = ""
    rt: str = ""
    rw: str = ""
    telepon: str = ""
    pembawa_nama: str = ""
    pembawa_hubungan: str = ""
    pembawa_telepon: str = ""
    pengantar_nomor: str = ""
    pengantar_tanggal: str = ""
    pengantar_penanda: str = ""
    catatan: str = ""
    berkas: tuple[TandaBerkas, ...] = ()


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


class _Pemeriksa:
    """Collects clean values and sentences while a form is read."""

    def __init__(self) -> None:
        self.hasil = HasilPeriksa()

    def baca(self, bidang: str, fungsi: Callable[[], str]) -> str:
        try:
            return fungsi()
        except UserError as galat:
            self.hasil.galat[bidang] = str(galat)
            return ""

    def teks(self, bidang: str, label: str, isi: str, panjang: int) -> str:
        bersih = " ".join(isi.split())
        if len(bersih) > panjang:
            self.hasil.galat[bidang] = (
                f"{label} paling banyak {panjang} huruf; yang terketik {len(bersih)}."
            )
        elif bersih and not bersih.isprintable():
            self.hasil.galat[bidang] = f"{label} berisi tanda yang tidak dapat dicetak."
        return bersih


class PenerimaanService:
    """Receives applications."""

    def __init__(self, store: Store, rak: RakService, tabel: Tabel, clock: Clock) -> None:
        self._store = store
        self._rak = rak
        self._tabel = tabel
        self._clock = clock

    def list_layanan(self) -> tuple[Sop, ...]:
        """The SOPs in force today, in the order of the tabs."""
        return self._rak.list_berlaku()

    def periksa(self, form: FormPenerimaan) -> HasilPeriksa:
        """Check the whole form as typed; stores nothing."""
        return self._baca(form)[0]

    def terima(
        self, form: FormPenerimaan, petugas: Petugas, *, peringatan_dilihat: bool = False
    ) -> Permohonan:
        """Store a new case with its *nomor tanda bukti*.

        Raises:
            RuleError: the officer's role does not receive papers.
            FieldsError: fields to put right; nothing is stored.
            PeringatanError: nothing is wrong, but something should be looked at once.
        """
        sop = self._rak.find_berlaku(form.layanan)
        if sop is not None:
            alur.check_peran(sop.awal, petugas.peran)
        periksa, pemohon, pembawa, pengantar = self._baca(form)
        if periksa.galat or sop is None:
            raise FieldsError(periksa.galat)
        if periksa.peringatan and not peringatan_dilihat:
            raise PeringatanError(periksa.peringatan)
        jenis = sop.get_jenis(form.jenis)
        gerak = alur.get_gerak(sop, sop.awal.id, (), sop.awal.id, sop.awal.hasil[0].id)
        sekarang = self._clock.now()
        permohonan_id = self._store.permohonan.simpan_penerimaan(
            PenerimaanBaru(
                token=form.token,
                sop=sop,
                jenis_kode=jenis.kode,
                jenis_nama=jenis.nama,
                pemohon=pemohon,
                pembawa=pembawa,
                pengantar=pengantar,
                catatan=" ".join(form.catatan.split()),
                berkas=kelengkapan.salin_syarat(jenis.syarat, form.berkas),
                langkah=gerak.langkah.id,
                hasil=gerak.hasil.id,
                posisi=gerak.ke,
                status=gerak.status,
                menunggu=gerak.menunggu,
                petugas=petugas,
                waktu=sekarang,
                nomor=MintaNomor("tanda_bukti", sop.pola_nomor.tanda_bukti, ke_wib(sekarang).year),
            )
        )
        return self._store.permohonan.get(permohonan_id)

    def _baca(self, form: FormPenerimaan) -> tuple[HasilPeriksa, Pemohon, Pembawa, Pengantar]:
        p = _Pemeriksa()
        self._baca_jenis(form, p)
        pemohon = Pemohon(
            nama=self._baca_nama(form, p),
            nik=self._baca_nik(form, p),
            nkk=self._baca_nkk(form, p),
            desa=p.baca("desa", lambda: self._baca_desa(form.desa)),
            alamat=p.teks("alamat", "Alamat", form.alamat, PANJANG_ALAMAT),
            rt=p.baca("rt", lambda: _nomor_pendek("RT", form.rt)),
            rw=p.baca("rw", lambda: _nomor_pendek("RW", form.rw)),
            telepon=p.baca("telepon", lambda: check_telepon(form.telepon)),
        )
        pembawa = self._baca_pembawa(form, p)
        pengantar = self._baca_pengantar(form, p)
        p.teks("catatan", "Catatan", form.catatan, PANJANG_CATATAN)
        return p.hasil, pemohon, pembawa, pengantar

    def _baca_jenis(self, form: FormPenerimaan, p: _Pemeriksa) -> JenisPermohonan | None:
        sop = self._rak.find_berlaku(form.layanan)
        if sop is None:
            p.hasil.galat["layanan"] = "Pilih layanan dulu: KK atau KTP."
            return None
        if not form.jenis:
            p.hasil.galat["jenis"] = "Pilih alasan permohonan."
            return None
        return sop.get_jenis(form.jenis)

    def _baca_nama(self, form: FormPenerimaan, p: _Pemeriksa) -> str:
        nama = p.baca("nama", lambda: check_nama(form.nama, "Nama pemohon"))
        if nama and (peringatan := list_peringatan_nama(nama)):
            p.hasil.peringatan["nama"] = " ".join(peringatan)
        return nama

    def _baca_nik(self, form: FormPenerimaan, p: _Pemeriksa) -> str:
        try:
            nik = read_nik(form.nik, hari_ini(self._clock))
        except UserError as galat:
            p.hasil.galat["nik"] = str(galat)
            return ""
        provinsi, kecamatan = self._tabel.provinsi, self._tabel.kecamatan
        if peringatan := list_peringatan_nik(nik, provinsi, kecamatan):
            p.hasil.peringatan["nik"] = " ".join(peringatan)
        else:
            p.hasil.keterangan["nik"] = uraikan_nik(nik, provinsi, kecamatan)
        return nik.digits

    def _baca_nkk(self, form: FormPenerimaan, p: _Pemeriksa) -> str:
        if not bersihkan_digit(form.nkk):
            return ""
        try:
            nkk = read_nkk(form.nkk, hari_ini(self._clock))
        except UserError as galat:
            p.hasil.galat["nkk"] = str(galat)
            return ""
        if nkk.peringatan:
            p.hasil.peringatan["nkk"] = " ".join(nkk.peringatan)
        if nkk.digits == bersihkan_digit(form.nik):
            p.hasil.peringatan["nkk"] = (
                "No KK sama dengan NIK. Periksa: No KK ada di bagian atas Kartu Keluarga."
            )
        return nkk.digits

    def _baca_desa(self, kode: str) -> str:
        if not kode:
            raise UserError("Pilih desa pemohon.")
        if kode not in {d.kode for d in self._tabel.desa}:
            raise UserError("Desa itu tidak ada dalam daftar. Pilih dari daftar.")
        return kode

    def _baca_pembawa(self, form: FormPenerimaan, p: _Pemeriksa) -> Pembawa:
        nama = " ".join(form.pembawa_nama.split())
        if not nama and (form.pembawa_hubungan or form.pembawa_telepon.strip()):
            p.hasil.galat["pembawa_nama"] = "Nama pembawa berkas belum diisi."
        if nama:
            nama = p.baca("pembawa_nama", lambda: check_nama(nama, "Nama pembawa"))
            if not form.pembawa_hubungan:
                p.hasil.galat["pembawa_hubungan"] = "Pilih hubungan pembawa dengan pemohon."
        telepon = p.baca("pembawa_telepon", lambda: check_telepon(form.pembawa_telepon))
        return Pembawa(nama, form.pembawa_hubungan, telepon)

    def _baca_pengantar(self, form: FormPenerimaan, p: _Pemeriksa) -> Pengantar:
        nomor = p.teks("pengantar_nomor", "Nomor surat", form.pengantar_nomor, PANJANG_NOMOR_SURAT)
        penanda = form.pengantar_penanda.strip()
        if penanda:
            penanda = p.baca("pengantar_penanda", lambda: check_nama(penanda, "Penanda tangan"))
        tanggal = None
        if form.pengantar_tanggal.strip():
            try:
                tanggal = parse_tanggal(form.pengantar_tanggal)
                if tanggal > hari_ini(self._clock):
                    p.hasil.galat["pengantar_tanggal"] = (
                        "Tanggal surat lewat dari hari ini. Periksa lagi."
                    )
            except UserError as galat:
                p.hasil.galat["pengantar_tanggal"] = str(galat)
        return Pengantar(nomor, tanggal, penanda)


class PeringatanError(OfficerError):
    """Nothing is wrong, but the officer should look once before the case is stored.

    Attributes:
        per_field: field id to the sentence shown beside that field.
    """

    def __init__(self, per_field: dict[str, str]) -> None:
        self.per_field = dict(per_field)
        super().__init__(
            "Belum tersimpan: ada yang perlu dilihat. "
            "Bila sudah benar, tekan Ctrl+Enter sekali lagi."
        )


def _nomor_pendek(label: str, teks: str) -> str:
    digit = bersihkan_digit(teks)
    if not digit:
        return ""
    if not (digit.isascii() and digit.isdigit()) or len(digit) > 3:
        raise UserError(f"{label} diisi angka, paling banyak 3.")
    return digit.zfill(3)
