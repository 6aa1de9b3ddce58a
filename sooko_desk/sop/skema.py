"""Shape of an SOP file: one struct a TOML table, unknown keys refused.

Only what can be said of one key alone is said here; what ties keys together is in `periksa`.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - msgspec reads the annotations at run time
from typing import Annotated, Literal

from msgspec import Meta, Struct

from sooko_desk.domain.sop import (  # noqa: TC001 - msgspec reads the annotations at run time
    JenisIsian,
    Peran,
    SifatSyarat,
)

# \Z and not $: the latter would let a line break at the end through.
POLA_KATA = r"^\S([^\n]*\S)?\Z"
POLA_ID = r"^[a-z][a-z0-9_]*\Z"
POLA_LAYANAN = r"^[A-Z0-9]+\Z"
POLA_PINTASAN = r"^[A-Z]?\Z"
POLA_NIP = r"^[0-9]{18}\Z"

Id = Annotated[str, Meta(pattern=POLA_ID, max_length=26)]
Kode = Annotated[str, Meta(pattern=POLA_KATA, max_length=26)]
NamaLangkah = Annotated[str, Meta(pattern=POLA_KATA, max_length=26)]
Nama = Annotated[str, Meta(pattern=POLA_KATA, max_length=70)]
Label = Annotated[str, Meta(pattern=POLA_KATA, max_length=40)]
Petunjuk = Annotated[str, Meta(pattern=POLA_KATA, max_length=90)]
Kalimat = Annotated[str, Meta(pattern=POLA_KATA, max_length=400)]
Butir = Annotated[tuple[Kalimat, ...], Meta(min_length=1)]

Layar = Literal["penerimaan", "kelengkapan", "entri_data", "pencetakan"]
Keharusan = Literal["alasan", "berkas", "kurang"]
Menunggu = Literal["", "pemohon", "dispendukcapil"]
NomorBuku = Literal["", "register"]
Aturan = Literal["", "keluarga", "anggota"]
Bagian = Literal["", "unggah", "kirim", "luar", "serah"]
Keyakinan = Literal["tinggi", "sedang", "rendah"]
Dari = Literal[
    "",
    "nama",
    "nik",
    "nkk",
    "alamat",
    "rt",
    "rw",
    "desa",
    "telepon",
    "tanggal_lahir",
    "jenis_kelamin",
]


class PilihanToml(Struct, forbid_unknown_fields=True, frozen=True):
    """One inline choice of a field."""

    kode: Kode
    nama: Nama


class KolomToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[langkah.isian.kolom]]: one column of a field of rows."""

    id: Id
    label: Label
    jenis: JenisIsian
    wajib: bool = False
    pilihan: tuple[PilihanToml, ...] = ()
    tabel: str = ""
    dari: Dari = ""
    panjang: Annotated[int, Meta(ge=1, le=500)] = 60
    terkecil: Annotated[int, Meta(ge=0, le=999)] = 0
    mendatang: bool = False
    bantuan: Kalimat | None = None
    siak: bool = True


class SusunanToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[susunan]]: columns written once, taken up by its `id` as `kolom` of a field of rows."""

    id: Id
    kolom: Annotated[tuple[KolomToml, ...], Meta(min_length=1)]


class IsianToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[langkah.isian]]: `pilihan` inline, or `tabel` naming a CSV file without its ending.

    `kolom` of a field of rows: inline, or the id of a [[susunan]].
    """

    id: Id
    label: Label
    jenis: JenisIsian
    wajib: bool = False
    pilihan: tuple[PilihanToml, ...] = ()
    tabel: str = ""
    untuk: tuple[str, ...] = ()
    dari: Dari = ""
    panjang: Annotated[int, Meta(ge=1, le=500)] = 60
    terkecil: Annotated[int, Meta(ge=0, le=999)] = 0
    mendatang: bool = False
    bantuan: Kalimat | None = None
    kolom: Id | tuple[KolomToml, ...] = ()
    aturan: Aturan = ""
    baris_min: Annotated[int, Meta(ge=0, le=99)] = 0
    siak: bool = True


class HasilToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[langkah.hasil]]."""

    id: Id
    label: Label
    ke: Id
    status: Label | None = None
    wajib: tuple[Keharusan, ...] = ()
    mundur: bool = False
    menunggu: Menunggu = ""
    pintasan: Annotated[str, Meta(pattern=POLA_PINTASAN)] = ""


class LangkahToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[langkah]]: a row of the sheet, or without `nomor` a step after the sheet."""

    id: Id
    nama: NamaLangkah
    kegiatan: Kalimat
    pelaksana: Nama
    peran: Annotated[tuple[Peran, ...], Meta(min_length=1)]
    status: Label
    layar: Layar
    hasil: Annotated[tuple[HasilToml, ...], Meta(min_length=1)]
    nomor: Annotated[int, Meta(ge=1, le=99)] | None = None
    waktu_menit: Annotated[int, Meta(ge=1, le=99999)] | None = None
    kelengkapan: Kalimat | None = None
    output: Kalimat | None = None
    keterangan: Kalimat | None = None
    isian: tuple[IsianToml, ...] = ()
    nomor_buku: NomorBuku = ""
    boleh_dahulu: tuple[Id, ...] = ()
    pelaksana_disimpulkan: bool = False
    perlu_siak: bool = False
    bagian: Bagian = ""
    tolak: str = ""


class SyaratToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[syarat]]: a paper described once, taken up by its `kode` in [[jenis]]."""

    kode: Kode
    nama: Nama
    dasar: Kalimat
    sumber: Kalimat
    keyakinan: Keyakinan
    diperoleh: Petunjuk | None = None
    rupa: Petunjuk | None = None


class SyaratJenisToml(Struct, forbid_unknown_fields=True, frozen=True):
    """One paper of a request type; a key given here wins over the same key in [[syarat]]."""

    kode: Kode
    sifat: SifatSyarat
    bila: Nama | None = None
    grup: Kode | None = None
    nama: Nama | None = None
    dasar: Kalimat | None = None
    sumber: Kalimat | None = None
    keyakinan: Keyakinan | None = None
    diperoleh: Petunjuk | None = None
    rupa: Petunjuk | None = None


class JenisToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[[jenis]]: a reason of request."""

    kode: Kode
    nama: Nama
    kelompok: Label
    syarat: Annotated[tuple[SyaratJenisToml, ...], Meta(min_length=1)]


class LembarToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[lembar]: the head of the sheet."""

    kop: Butir
    unit: Kalimat
    nama_sop: Kalimat
    nomor: Nama
    tanggal_pembuatan: dt.date
    tanggal_revisi: dt.date
    tanggal_efektif: dt.date
    pengesah_nama: Nama
    pengesah_pangkat: Nama
    pengesah_nip: Annotated[str, Meta(pattern=POLA_NIP)]
    dasar_hukum: Butir
    kualifikasi_pelaksana: Butir
    keterkaitan: Butir
    peralatan: Butir
    peringatan: Kalimat
    pencatatan: Kalimat
    judul_tabel: Kalimat
    kolom_pelaksana: Butir
    ralat: tuple[Kalimat, ...] = ()


class PolaNomorToml(Struct, forbid_unknown_fields=True, frozen=True):
    """[pola_nomor]."""

    tanda_bukti: str
    register: str


class SopToml(Struct, forbid_unknown_fields=True, frozen=True):
    """A whole SOP file."""

    layanan: Annotated[str, Meta(pattern=POLA_LAYANAN, max_length=12)]
    nama_layanan: Nama
    nama_register: Nama
    pola_nomor: PolaNomorToml
    lembar: LembarToml
    langkah: Annotated[tuple[LangkahToml, ...], Meta(min_length=1)]
    jenis: Annotated[tuple[JenisToml, ...], Meta(min_length=1)]
    syarat: tuple[SyaratToml, ...] = ()
    susunan: tuple[SusunanToml, ...] = ()
    urutan: Annotated[int, Meta(ge=0, le=999)] = 0
