"""The register book: its columns, its written lines, and how lines make pages and volumes.

The SOPs name the books but not their columns; what can be chosen follows the shared DOMAIN page,
4.4. A line keeps the form under which it was written, so a page that is full never changes: a new
form begins a new page, and the rest of the old one is ruled off.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

Rata = Literal["kiri", "tengah", "kanan"]

BARIS_TERSEDIKIT, BARIS_TERBANYAK = 10, 30
"""Rows of a page."""
JILID_TERKECIL, JILID_TERBESAR = 10, 500
"""Pages of a volume."""
LEBAR_TERSEMPIT, LEBAR_TERLEBAR = 6.0, 120.0
"""Of a column, in mm."""
LEBAR_CETAK_MM = 269.0
"""What A4 landscape leaves for the columns."""
PANJANG_JUDUL = 40
PANJANG_PEMBETULAN = 150
"""Letters of a dated line: what one row shows where a page has `BARIS_TERBANYAK` of them."""

KOLOM_URUT = "urut"
KOLOM_NOMOR = "nomor_register"
KOLOM_TANGGAL = "tgl_register"
KOLOM_PETUGAS = "petugas"
KOLOM_KETERANGAN = "keterangan"
KOLOM_PEMBETULAN = "pembetulan"
"""Not a column: the words of a dated line, which run over the columns of the page."""


class JenisBaris(StrEnum):
    """What a written line of the book tells."""

    CATAT = "catat"
    KOREKSI = "koreksi"
    BATAL = "batal"


@dataclass(frozen=True, slots=True)
class KolomBuku:
    """One column.

    Attributes:
        id: key of its words in `BarisBuku.isi`.
        judul: its heading.
        lebar_mm: its width on paper.
        rata: where its words stand.
    """

    id: str
    judul: str
    lebar_mm: float
    rata: Rata = "kiri"


@dataclass(frozen=True, slots=True)
class BentukBuku:
    """The form of a book's pages.

    Attributes:
        id: of the stored form; 0 = not stored yet.
        kolom: left to right.
        per_halaman: rows of a page.
        halaman_jilid: pages of a volume.
    """

    id: int
    kolom: tuple[KolomBuku, ...]
    per_halaman: int = 20
    halaman_jilid: int = 100


@dataclass(frozen=True, slots=True)
class BarisBuku:
    """One written line; nothing of it is ever read from the case again.

    Attributes:
        baris: place in the book of that service and year, from 1 without gap.
        urut: the running register number; None for a dated line.
        permohonan_id: the case it tells of; None = a number that no case got.
        bentuk_id: the form under which it was written.
        isi: column id -> words, numbers of people masked; of a dated line also
            `KOLOM_PEMBETULAN`.
        waktu: aware UTC, when it was written.
    """

    layanan: str
    tahun: int
    baris: int
    jenis: JenisBaris
    urut: int | None
    permohonan_id: int | None
    bentuk_id: int
    isi: Mapping[str, str] = field(hash=False)
    waktu: dt.datetime


@dataclass(frozen=True, slots=True)
class RuasBuku:
    """Lines of one book and year that were written one after the other under one form.

    Attributes:
        dari, sampai: lines, both included.
    """

    bentuk_id: int
    per_halaman: int
    halaman_jilid: int
    dari: int
    sampai: int


@dataclass(frozen=True, slots=True)
class HalamanBuku:
    """One page.

    Attributes:
        nomor: within the book and year, from 1.
        dari, sampai: its lines, both included.
        tertutup: no line can be added to it any more.
        jilid: its volume, from 1.
        nomor_jilid: its number within the volume, from 1.
        halaman_jilid: pages of that volume when it is full.
    """

    nomor: int
    bentuk_id: int
    per_halaman: int
    dari: int
    sampai: int
    tertutup: bool
    jilid: int
    nomor_jilid: int
    halaman_jilid: int

    @property
    def kosong(self) -> int:
        """Rows that stay blank."""
        return self.per_halaman - (self.sampai - self.dari + 1)

    @property
    def sebutan(self) -> str:
        """E.g. "Jilid 1 · Halaman 3 dari 100"."""
        return f"Jilid {self.jilid} · Halaman {self.nomor_jilid} dari {self.halaman_jilid}"


_KOLOM = (
    KolomBuku(KOLOM_URUT, "No. urut", 8, "tengah"),
    KolomBuku(KOLOM_NOMOR, "Nomor register", 30),
    KolomBuku(KOLOM_TANGGAL, "Tgl register", 16, "tengah"),
    KolomBuku("nomor_tanda_bukti", "Nomor tanda bukti", 30),
    KolomBuku("tgl_terima", "Tgl terima", 16, "tengah"),
    KolomBuku("nama", "Nama pemohon", 42),
    KolomBuku("nik", "NIK (tersamar)", 24, "tengah"),
    KolomBuku("nkk", "No. KK (tersamar)", 24, "tengah"),
    KolomBuku("kepala_keluarga", "Kepala keluarga", 36),
    KolomBuku("desa", "Desa", 20),
    KolomBuku("rt_rw", "RT/RW", 14, "tengah"),
    KolomBuku("alamat", "Alamat", 40),
    KolomBuku("jenis", "Jenis permohonan", 26),
    KolomBuku("berkas", "Berkas (jumlah)", 12, "tengah"),
    KolomBuku(KOLOM_PETUGAS, "Petugas", 15),
    KolomBuku("tgl_lengkap", "Tgl lengkap", 16, "tengah"),
    KolomBuku("tgl_entri", "Tgl entri SIAK", 16, "tengah"),
    KolomBuku("tgl_verifikasi", "Tgl verifikasi", 16, "tengah"),
    KolomBuku("tgl_tte", "Tgl TTE", 16, "tengah"),
    KolomBuku("tgl_cetak", "Tgl cetak", 16, "tengah"),
    KolomBuku("nkk_baru", "No. KK baru (tersamar)", 24, "tengah"),
    KolomBuku("status_rekam", "Status rekam", 18),
    KolomBuku("tgl_kirim", "Tgl kirim", 16, "tengah"),
    KolomBuku("tgl_kartu", "Tgl kartu diterima", 16, "tengah"),
    KolomBuku("tgl_diambil", "Tgl diambil", 16, "tengah"),
    KolomBuku("pengambil", "Nama dan tanda tangan pengambil", 40),
    KolomBuku(KOLOM_KETERANGAN, "Keterangan", 18),
)
KOLOM_PENA = frozenset({"tgl_kartu", "tgl_diambil", "pengambil", KOLOM_KETERANGAN})
"""Columns that are left for the pen: what they hold comes after the line is written.

Only a doubtful clock is told in the last one.
"""

_BUKAN_MILIK = {
    "KK": frozenset({"status_rekam", "tgl_kirim", "tgl_kartu"}),
    "KTP": frozenset({"kepala_keluarga", "tgl_verifikasi", "tgl_tte", "tgl_cetak", "nkk_baru"}),
}
"""Columns of steps that the SOP of the service does not have."""

_WAJIB = (KOLOM_URUT, KOLOM_NOMOR)
_AWAL = (
    *(KOLOM_URUT, KOLOM_NOMOR, KOLOM_TANGGAL, "nomor_tanda_bukti", "tgl_terima", "nama", "nik"),
    *("nkk", "desa", "jenis", KOLOM_PETUGAS, KOLOM_KETERANGAN),
)


def list_kolom_tersedia(layanan: str) -> tuple[KolomBuku, ...]:
    """Every column that the book of a service can have, as it is first offered."""
    bukan = _BUKAN_MILIK.get(layanan, frozenset())
    return tuple(k for k in _KOLOM if k.id not in bukan)


def make_bentuk_awal() -> BentukBuku:
    """The form of a book for which the office chose none; it fills A4 landscape."""
    per_id = {k.id: k for k in _KOLOM}
    return BentukBuku(0, tuple(per_id[i] for i in _AWAL))


def list_salah_bentuk(
    layanan: str, bentuk: BentukBuku, lebar_mm: float = LEBAR_CETAK_MM
) -> dict[str, str]:
    """What is wrong with a form: field -> sentence.

    Args:
        layanan: service of the book.
        bentuk: as the office chose it.
        lebar_mm: what the paper leaves for the columns.

    Returns:
        Keys "kolom" (the columns as a whole), "kolom.<place from 1>.judul",
        "kolom.<place from 1>.lebar_mm", "per_halaman", "halaman_jilid"; {} = in order.
    """
    salah: dict[str, str] = {}
    for n, kolom in enumerate(bentuk.kolom, start=1):
        if kalimat := _salah_judul(kolom):
            salah[f"kolom.{n}.judul"] = kalimat
        if not LEBAR_TERSEMPIT <= kolom.lebar_mm <= LEBAR_TERLEBAR:
            salah[f"kolom.{n}.lebar_mm"] = (
                f"Lebar kolom {kolom.judul} harus {LEBAR_TERSEMPIT:g} sampai {LEBAR_TERLEBAR:g} mm."
            )
    if kalimat := _salah_susunan(layanan, bentuk.kolom, lebar_mm):
        salah["kolom"] = kalimat
    if not BARIS_TERSEDIKIT <= bentuk.per_halaman <= BARIS_TERBANYAK:
        salah["per_halaman"] = (
            f"Satu halaman memuat {BARIS_TERSEDIKIT} sampai {BARIS_TERBANYAK} baris."
        )
    if not JILID_TERKECIL <= bentuk.halaman_jilid <= JILID_TERBESAR:
        salah["halaman_jilid"] = (
            f"Satu jilid memuat {JILID_TERKECIL} sampai {JILID_TERBESAR} halaman."
        )
    return salah


def bagi_pembetulan(kata: Sequence[str]) -> tuple[str, ...]:
    """Share what was corrected out over dated lines, so that each can be read on paper.

    Args:
        kata: a sentence a column; one that is longer than `PANJANG_PEMBETULAN` stays whole.
    """
    baris: list[str] = []
    for satu in kata:
        coba = f"{baris[-1]}; {satu}" if baris else satu
        if baris and len(coba) <= PANJANG_PEMBETULAN:
            baris[-1] = coba
        else:
            baris.append(satu)
    return tuple(baris)


def list_halaman(ruas: Sequence[RuasBuku]) -> tuple[HalamanBuku, ...]:
    """The pages of a book and year; () = nothing is written yet.

    A volume holds as many pages as the form of its first page says, whatever comes later.

    Args:
        ruas: in the order of their lines, without gap from line 1.
    """
    halaman: list[HalamanBuku] = []
    jilid = nomor_jilid = penuh = 0
    for satu in ruas:
        for dari in range(satu.dari, satu.sampai + 1, satu.per_halaman):
            if nomor_jilid == penuh:
                jilid, nomor_jilid, penuh = jilid + 1, 0, satu.halaman_jilid
            nomor_jilid += 1
            sampai = min(dari + satu.per_halaman - 1, satu.sampai)
            halaman.append(
                HalamanBuku(
                    nomor=len(halaman) + 1,
                    bentuk_id=satu.bentuk_id,
                    per_halaman=satu.per_halaman,
                    dari=dari,
                    sampai=sampai,
                    tertutup=sampai < ruas[-1].sampai or sampai == dari + satu.per_halaman - 1,
                    jilid=jilid,
                    nomor_jilid=nomor_jilid,
                    halaman_jilid=penuh,
                )
            )
    return tuple(halaman)


def _salah_judul(kolom: KolomBuku) -> str:
    judul = kolom.judul.strip()
    if not judul:
        return "Judul kolom belum diisi."
    if len(judul) > PANJANG_JUDUL:
        return f"Judul kolom {len(judul)} huruf; tulis paling banyak {PANJANG_JUDUL} huruf."
    if not judul.isprintable():
        return "Judul kolom memuat tanda yang tidak tampak. Ketik ulang judulnya."
    return ""


def _salah_susunan(layanan: str, kolom: Sequence[KolomBuku], lebar_mm: float) -> str:
    """What is wrong with the columns as a whole; "" = nothing."""
    tersedia = {k.id: k for k in list_kolom_tersedia(layanan)}
    dipilih = [k.id for k in kolom]
    if asing := [k.judul for k in kolom if k.id not in tersedia]:
        return f"Kolom {asing[0]} tidak dapat dipakai di buku register ini. Hapus dari daftar."
    if kembar := [k for n, k in enumerate(dipilih) if k in dipilih[:n]]:
        return f"Kolom {tersedia[kembar[0]].judul} dipilih dua kali. Hapus salah satunya."
    if kurang := [k for k in _WAJIB if k not in dipilih]:
        return f"Kolom {tersedia[kurang[0]].judul} wajib ada. Tambahkan lagi."
    jumlah = sum(k.lebar_mm for k in kolom)
    if jumlah > lebar_mm:
        return (
            f"Jumlah lebar kolom {jumlah:g} mm, padahal kertas hanya memuat {lebar_mm:g} mm. "
            f"Kurangi {jumlah - lebar_mm:g} mm."
        )
    return ""
