"""F-1.01, F-1.02 and F-1.06 filled from what is stored, for the applicant to sign.

These three alone show NIK and No KK in full: they are the applicant's own declaration, and of no
use masked. They are built only when asked for and never kept; every print is in the print log.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sooko_desk.domain.dibatasi import check_tidak_dibatasi, sebut_dibatasi
from sooko_desk.domain.errors import RuleError
from sooko_desk.domain.keluarga import ATURAN_KELUARGA, ISIAN_NIK_KEPALA, KEPALA, KOLOM_HUBUNGAN
from sooko_desk.domain.tabel_isian import parse_tabel
from sooko_desk.domain.waktu import hari_ini
from sooko_desk.services.isi_formulir import (
    KEWARGANEGARAAN,
    MENJADI,
    NAMA_ANGGOTA,
    SEMULA,
    WNA,
    bagi_ubahan,
    isi_anggota,
    list_kotak,
)
from sooko_desk.services.isian_awal import list_nilai_awal
from sooko_desk.services.pencetakan import Dokumen
from sooko_desk.services.rujukan import susun_rujukan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sooko_desk.data.store import Store
    from sooko_desk.domain.permohonan import Permohonan
    from sooko_desk.domain.sop import Isian, Sop
    from sooko_desk.domain.tabel_isian import Baris
    from sooko_desk.domain.waktu import Clock
    from sooko_desk.printing.f101 import F101Data
    from sooko_desk.printing.f102 import F102Data
    from sooko_desk.printing.f106 import AnggotaF106, F106Data
    from sooko_desk.services.kop_dokumen import KopDokumen
    from sooko_desk.services.rak import RakService
    from sooko_desk.sop.tabel import Tabel

KABUPATEN = "Mojokerto"
ISIAN_NAMA_KEPALA = "nama_kepala_keluarga"
ISIAN_KK = ("no_kk_lama", "no_kk")
NAMA_KEPALA = "KEPALA KELUARGA"


class KodeFormulir(StrEnum):
    """The three forms that a case of KK or KTP may need."""

    F101 = "F-1.01"
    F102 = "F-1.02"
    F106 = "F-1.06"

    @property
    def nama(self) -> str:
        """The form's own name."""
        return _NAMA[self]

    @property
    def id_dokumen(self) -> str:
        """Kind of document, e.g. "f101"; the printer is remembered per kind."""
        return self.value.replace("-", "").replace(".", "").lower()


_NAMA = {
    KodeFormulir.F101: "Formulir Biodata Keluarga",
    KodeFormulir.F102: "Formulir Pendaftaran Peristiwa Kependudukan",
    KodeFormulir.F106: "Surat Pernyataan Perubahan Elemen Data Kependudukan",
}


@dataclass(frozen=True, slots=True)
class TawaranFormulir:
    """One form for the choice on the screen.

    Attributes:
        boleh: it fits the case and can be printed filled in; blank it always can.
        keterangan: what it will be filled with, or why it is not offered.
    """

    kode: KodeFormulir
    boleh: bool
    keterangan: str


@dataclass(frozen=True, slots=True)
class _Bahan:
    """A case with what its forms are made of.

    Attributes:
        awal: field id -> stored value, else what intake knows.
    """

    permohonan: Permohonan
    sop: Sop
    isian: tuple[Isian, ...]
    awal: dict[str, str]

    @property
    def anggota(self) -> Isian | None:
        """The field that holds members of the family."""
        return next((i for i in self.isian if i.aturan), None)

    @property
    def perubahan(self) -> Isian | None:
        """The field that holds semula and menjadi."""
        perlu = {SEMULA, MENJADI}
        return next((i for i in self.isian if perlu <= {k.id for k in i.kolom}), None)

    def baris(self, isian: Isian) -> tuple[Baris, ...]:
        """The rows of a field: stored, else what intake knows of them."""
        return parse_tabel(self.awal.get(isian.id, ""))

    def diminta(self, kode: KodeFormulir) -> bool:
        """The form is among the papers that the request asks for."""
        return any(b.kode == kode.value for b in self.permohonan.berkas)


class CetakFormulirService:
    """Reads only."""

    def __init__(
        self, store: Store, rak: RakService, tabel: Tabel, clock: Clock, kop: KopDokumen
    ) -> None:
        self._store = store
        self._kop = kop
        self._rak = rak
        self._tabel = tabel
        self._desa = {d.kode: d for d in tabel.desa}
        self._clock = clock

    def list_tawaran(self, permohonan_id: int | None) -> tuple[TawaranFormulir, ...]:
        """The three forms, each with what it would hold or why it is not offered.

        Args:
            permohonan_id: the case that is open; None = none, then there are only blank forms.
        """
        if permohonan_id is None:
            kata = "Tidak ada permohonan yang terbuka; yang dapat dicetak formulir kosong."
            return tuple(TawaranFormulir(kode, boleh=False, keterangan=kata) for kode in _NAMA)
        r = self._store.permohonan.get(permohonan_id).ringkasan
        if r.dibatasi:
            kata = sebut_dibatasi(r.kode_pindai)
            return tuple(TawaranFormulir(kode, boleh=False, keterangan=kata) for kode in _NAMA)
        bahan = self._bahan(permohonan_id)
        return tuple(TawaranFormulir(kode, *_nilai(bahan, kode)) for kode in _NAMA)

    def build(self, kode: KodeFormulir, permohonan_id: int) -> Dokumen:
        """A form filled from the case.

        Raises:
            RuleError: it does not fit the case, or the case is restricted; says why.
        """
        bahan = self._bahan(permohonan_id)
        boleh, keterangan = _nilai(bahan, kode)
        if not boleh:
            raise RuleError(f"{kode.value} tidak dicetak dari data permohonan ini. {keterangan}")
        pindai = bahan.permohonan.ringkasan.kode_pindai
        return Dokumen(
            kode.id_dokumen,
            f"{kode.value} {pindai}",
            f"{kode.value.lower().replace('.', '')}-{pindai}.pdf",
            self._render(kode, bahan),
            permohonan_id,
            boleh_simpan=False,
            rujukan=susun_rujukan(kode.id_dokumen, permohonan=permohonan_id),
        )

    def build_kosong(self, kode: KodeFormulir) -> Dokumen:
        """A blank form to be written on by hand."""
        nama_berkas = f"{kode.value.lower().replace('.', '')}-kosong.pdf"
        isi = self._render(kode, None)
        rujukan = susun_rujukan(kode.id_dokumen, permohonan=None)
        return Dokumen(kode.id_dokumen, f"{kode.value} kosong", nama_berkas, isi, rujukan=rujukan)

    def _bahan(self, permohonan_id: int) -> _Bahan:
        permohonan = self._store.permohonan.get(permohonan_id)
        r = permohonan.ringkasan
        check_tidak_dibatasi(r)
        sop = self._rak.get(r.sop_sidik)
        isian = tuple(i for langkah in sop.langkah for i in langkah.list_isian(r.jenis_kode))
        awal = list_nilai_awal(isian, permohonan, self._tabel, hari_ini(self._clock))
        return _Bahan(permohonan, sop, isian, awal)

    def _render(self, kode: KodeFormulir, bahan: _Bahan | None) -> bytes:
        from sooko_desk.printing import f101, f102, f106

        if kode is KodeFormulir.F101:
            kosong = f101.F101Data(f"Kabupaten {KABUPATEN}")
            return f101.render(self._f101(bahan) if bahan else kosong)
        if kode is KodeFormulir.F102:
            return f102.render(self._f102(bahan) if bahan else f102.F102Data())
        return f106.render(self._f106(bahan) if bahan else f106.F106Data())

    def _tempat_tanggal(self) -> str:
        return self._kop.tempat_tanggal(self._clock.now())

    def _f101(self, bahan: _Bahan) -> F101Data:
        from sooko_desk.printing.f101 import ORANG_ASING, WNI, F101Data

        r, tabel = bahan.permohonan.ringkasan, bahan.anggota
        baris = bahan.baris(tabel) if tabel else ()
        terisi = tabel is not None and _terisi(bahan, tabel)
        sekeluarga = tabel is not None and tabel.aturan == ATURAN_KELUARGA
        asing = any(
            b.get(KOLOM_HUBUNGAN) == KEPALA and b.get(KEWARGANEGARAAN) == WNA for b in baris
        )
        return F101Data(
            kabupaten=f"Kabupaten {KABUPATEN}",
            golongan=(ORANG_ASING if asing else WNI) if terisi else "",
            nama_kepala=_nama_kepala(bahan, baris).upper(),
            alamat=bahan.awal.get("alamat", r.pemohon.alamat).upper(),
            kode_pos=self._kode_pos(r.pemohon.desa),
            rt=_tiga_angka(bahan.awal.get("rt", r.pemohon.rt)),
            rw=_tiga_angka(bahan.awal.get("rw", r.pemohon.rw)),
            jumlah=str(len(baris)) if sekeluarga and terisi else "",
            telepon=r.pemohon.telepon,
            wilayah=self._wilayah(r.pemohon.desa),
            dusun=bahan.awal.get("dusun", "").upper(),
            anggota=tuple(isi_anggota(tabel.kolom, b) for b in baris) if tabel else (),
            nomor=r.kode_pindai,
        )

    def _kode_pos(self, desa: str) -> str:
        return self._desa[desa].kodepos if desa in self._desa else ""

    def _wilayah(self, desa: str) -> tuple[tuple[str, str], ...]:
        """Code and name of province, regency, district and village; () for a foreign village."""
        if desa not in self._desa:
            return ()
        provinsi, kabupaten, kecamatan, kode = desa.split(".")
        nama = (
            self._tabel.provinsi.get(provinsi, ""),
            KABUPATEN,
            self._tabel.kecamatan.get(provinsi + kabupaten + kecamatan, ""),
            self._desa[desa].nama,
        )
        semua = zip((provinsi, kabupaten, kecamatan, kode), nama, strict=True)
        return tuple((satu, isi.upper()) for satu, isi in semua)

    def _f102(self, bahan: _Bahan) -> F102Data:
        from sooko_desk.printing.f102 import F102Data

        p = bahan.permohonan
        pemohon = p.ringkasan.pemohon
        return F102Data(
            nama=pemohon.nama.upper(),
            nik=pemohon.nik,
            nkk=pemohon.nkk,
            jenis=p.ringkasan.jenis_kode,
            persyaratan=list_kotak(p.berkas),
            tempat_tanggal=self._tempat_tanggal(),
            petugas=p.riwayat[0].petugas,
            nomor=p.ringkasan.kode_pindai,
        )

    def _f106(self, bahan: _Bahan) -> F106Data:
        from sooko_desk.printing.f106 import F106Data

        r = bahan.permohonan.ringkasan
        p, tabel = r.pemohon, bahan.perubahan
        baris = bahan.baris(tabel) if tabel else ()
        anggota, nomor = _susun_anggota(bahan, baris)
        ubahan = bagi_ubahan(tabel, tuple(zip(nomor, baris, strict=True))) if tabel else None
        tabel_a, tabel_b, lainnya = ubahan or ((), (), "")
        isi = bahan.permohonan.isian
        rt_rw = " ".join(
            f"{label.upper()} {nilai}"
            for label in ("rt", "rw")
            if (nilai := isi.get(label) or getattr(p, label))
        )
        desa = self._desa[p.desa].nama if p.desa in self._desa else ""
        alamat = (isi.get("alamat") or p.alamat, rt_rw, f"Desa {desa}" if desa else "")
        return F106Data(
            nama=p.nama.upper(),
            nik=p.nik,
            nkk=next((isi[k] for k in ISIAN_KK if isi.get(k)), p.nkk),
            alamat=" ".join(x for x in alamat if x).upper(),
            anggota=anggota,
            pendidikan_pekerjaan=tabel_a,
            agama_lainnya=tabel_b,
            lainnya=lainnya,
            tempat_tanggal=self._tempat_tanggal(),
            nomor=r.kode_pindai,
        )


def _terisi(bahan: _Bahan, isian: Isian) -> bool:
    """The rows were entered, not only guessed from intake."""
    return bool(bahan.permohonan.isian.get(isian.id))


def _nilai(bahan: _Bahan, kode: KodeFormulir) -> tuple[bool, str]:
    """Whether a form fits the case, and what it holds or why not."""
    if kode is KodeFormulir.F102:
        banyak = len(list_kotak(bahan.permohonan.berkas))
        return True, f"Data pemohon, jenis permohonan, {banyak} kotak berkas tercentang."
    tabel = bahan.anggota if kode is KodeFormulir.F101 else bahan.perubahan
    if tabel is None and not bahan.diminta(kode):
        jenis = bahan.permohonan.ringkasan.jenis_nama
        return False, f'Permohonan "{jenis}" {_SEBAB[kode]}.'
    if tabel is None or not _terisi(bahan, tabel):
        return True, "Belum ada yang dientri: hanya data penerimaan yang terisi, sisanya kosong."
    banyak = len(bahan.baris(tabel))
    return True, f"Terisi dari entri data: {banyak} {_SEBUTAN[kode]}."


_SEBAB = {
    KodeFormulir.F101: "tidak mencatat anggota keluarga baru",
    KodeFormulir.F106: "tidak mengubah elemen data",
}
_SEBUTAN = {KodeFormulir.F101: "anggota", KodeFormulir.F106: "perubahan"}


def _nama_kepala(bahan: _Bahan, baris: Sequence[Baris]) -> str:
    """The head of the family: entered, or the head among the rows; "" = not known."""
    tercatat = bahan.permohonan.isian.get(ISIAN_NAMA_KEPALA, "")
    kepala = (b.get("nama_lengkap", "") for b in baris if b.get(KOLOM_HUBUNGAN) == KEPALA)
    return tercatat or next(kepala, "")


def _susun_anggota(
    bahan: _Bahan, baris: Sequence[Baris]
) -> tuple[tuple[AnggotaF106, ...], tuple[int, ...]]:
    """The members as far as they are known, and the number of each change's member.

    The head comes first where entry names one; then who has changes, in the order of the changes.
    Changes that name nobody (of a KTP) are the applicant's.
    """
    from sooko_desk.printing.f106 import AnggotaF106

    pemohon = bahan.permohonan.ringkasan.pemohon
    isi = bahan.permohonan.isian
    nama_kepala = isi.get(ISIAN_NAMA_KEPALA, "")
    semua: dict[str, AnggotaF106] = {}
    if nama_kepala:
        nik = isi.get(ISIAN_NIK_KEPALA, "")
        kepala = AnggotaF106(nama_kepala.upper(), nik, NAMA_KEPALA)
        semua[_kunci(nama_kepala)] = kepala
    nomor = []
    for b in baris:
        nama = b.get(NAMA_ANGGOTA, "") or pemohon.nama
        kunci = _kunci(nama)
        if kunci not in semua:
            nik = b.get("nik", "") or (pemohon.nik if kunci == _kunci(pemohon.nama) else "")
            semua[kunci] = AnggotaF106(nama.upper(), nik)
        nomor.append([*semua].index(kunci) + 1)
    return tuple(semua.values()), tuple(nomor)


def _tiga_angka(nomor: str) -> str:
    """RT and RW have three boxes on the form."""
    return nomor.zfill(3) if nomor else ""


def _kunci(nama: str) -> str:
    return " ".join(nama.upper().split())
