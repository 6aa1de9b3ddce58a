"""What is stored of a case, in the words and columns of the official forms."""

from __future__ import annotations

import datetime as dt
from itertools import zip_longest
from typing import TYPE_CHECKING

from sooko_desk.domain.sop import JenisIsian
from sooko_desk.domain.tanggal import tanggal_pendek

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sooko_desk.domain.permohonan import Berkas
    from sooko_desk.domain.sop import Isian
    from sooko_desk.domain.tabel_isian import Baris
    from sooko_desk.printing.f106 import BarisUbahan, Ubahan

KOLOM_F101: dict[str, int] = {
    "nama_lengkap": 2,
    "gelar_depan": 3,
    "gelar_belakang": 4,
    "no_paspor": 5,
    "tanggal_paspor": 6,
    "jenis_kelamin": 10,
    "tempat_lahir": 11,
    "tanggal_lahir": 12,
    "kewarganegaraan": 13,
    "no_sk_wni": 14,
    "akta_lahir": 15,
    "no_akta_lahir": 16,
    "golongan_darah": 17,
    "agama": 18,
    "kepercayaan": 19,
    "status_perkawinan": 20,
    "akta_kawin": 21,
    "no_akta_kawin": 22,
    "tanggal_kawin": 23,
    "akta_cerai": 24,
    "no_akta_cerai": 25,
    "tanggal_cerai": 26,
    "shdk": 27,
    "kelainan": 28,
    "penyandang_cacat": 29,
    "pendidikan": 30,
    "pekerjaan": 31,
    "nik_ibu": 38,
    "nama_ibu": 39,
    "nik_ayah": 40,
    "nama_ayah": 41,
}
"""Column of the entry form -> column of F-1.01."""
KEWARGANEGARAAN, WNI, WNA = "kewarganegaraan", "WNI", "WNA"
SEPERTI_TERTULIS = frozenset({"gelar_depan", "gelar_belakang"})
"""Columns that are not put in capitals: S.Pd. is no SPD."""

KOTAK_F102: dict[str, str] = {
    "kk_lama": "KK_LAMA",
    "kk_rusak": "KK_LAMA",
    "buku_nikah": "BUKU_NIKAH",
    "akta_perkawinan": "BUKU_NIKAH",
    "akta_perceraian": "AKTA_CERAI",
    "skp": "SKP",
    "skpd": "SKP",
    "skpln": "SKPLN",
    "ktp_rusak": "KTP_RUSAK",
    "dokumen_perjalanan": "DOK_PERJALANAN",
    "sk_hilang": "SK_HILANG",
    "bukti_perubahan": "BUKTI_PERUBAHAN",
    "bukti_perubahan_lain": "BUKTI_PERUBAHAN",
    "bukti_peristiwa_lain": "BUKTI_PERUBAHAN",
    "akta_kelahiran": "BUKTI_PERUBAHAN",
    "pengangkatan_anak": "BUKTI_PERUBAHAN",
    "penetapan_pengadilan": "BUKTI_PERUBAHAN",
    "ijazah": "BUKTI_PERUBAHAN",
    "sk_kerja": "BUKTI_PERUBAHAN",
    "akta_sipil": "BUKTI_PERUBAHAN",
    "F-1.05": "SPTJM_KAWIN",
    "akta_kematian": "AKTA_KEMATIAN",
    "sp_kehilangan": "SP_PENYEBAB",
    "skp_perwakilan": "SKP_PERWAKILAN",
    "sp_menerima": "SP_MENERIMA",
    "kuasa_asuh": "KUASA_ASUH",
    "itap": "ITAP",
}
"""Code of a paper in the SOP files -> its box on F-1.02; other papers have no box there."""

SEMULA, MENJADI, DASAR, ELEMEN = "semula", "menjadi", "dasar_perubahan", "elemen"
NAMA_ANGGOTA = "nama_anggota"
PENDIDIKAN, PEKERJAAN, AGAMA = "pendidikan", "pekerjaan", "agama"
"""Codes of the pieces of data that have columns of their own on F-1.06."""


def list_kotak(berkas: Sequence[Berkas]) -> frozenset[str]:
    """The boxes of F-1.02 to tick: the papers that are there."""
    return frozenset(KOTAK_F102[b.kode] for b in berkas if b.ada and b.kode in KOTAK_F102)


def isi_anggota(kolom: Sequence[Isian], baris: Baris) -> dict[int, str]:
    """One member as F-1.01 has it: form column -> words.

    A code stands with its name, e.g. "4 ANAK". Who is not said to be a foreigner is a WNI: the
    entry form leaves that cell empty.
    """
    isi = {
        KOLOM_F101[k.id]: sebut_formulir(k, baris[k.id])
        for k in kolom
        if k.id in KOLOM_F101 and baris.get(k.id)
    }
    if isi:
        isi.setdefault(KOLOM_F101[KEWARGANEGARAAN], WNI)
    return isi


def sebut_formulir(isian: Isian, nilai: str) -> str:
    """A stored value as it is written on a form: in capitals, dated, a number with its name."""
    if isian.jenis is JenisIsian.TANGGAL:
        return tanggal_pendek(dt.date.fromisoformat(nilai))
    if isian.jenis is JenisIsian.PILIHAN:
        nama = next((p.nama for p in isian.pilihan if p.kode == nilai), nilai)
        return f"{nilai} {nama}" if nilai.isdecimal() and nama != nilai else nama
    return nilai if isian.id in SEPERTI_TERTULIS else nilai.upper()


def bagi_ubahan(
    isian: Isian, nomor_baris: Sequence[tuple[int, Baris]]
) -> tuple[tuple[BarisUbahan, ...], tuple[BarisUbahan, ...], str]:
    """The changes as the tables of F-1.06 have them.

    Args:
        isian: the field of rows; its column `elemen` names the pieces of data.
        nomor_baris: each change with its member's number in the list above the tables.

    Returns:
        Table A (education, work), table B (religion, everything else), and what is "Lainnya".
    """
    nama = {p.kode: p.nama for k in isian.kolom if k.id == ELEMEN for p in k.pilihan}
    per_anggota: dict[int, list[Baris]] = {}
    for nomor, baris in nomor_baris:
        per_anggota.setdefault(nomor, []).append(baris)
    tabel_a: list[BarisUbahan] = []
    tabel_b: list[BarisUbahan] = []
    lainnya: list[str] = []
    for nomor, semua in sorted(per_anggota.items()):
        lain = [b for b in semua if b.get(ELEMEN) not in (PENDIDIKAN, PEKERJAAN, AGAMA)]
        lainnya += [nama.get(b.get(ELEMEN, ""), "") for b in lain]
        tabel_a += _pasangkan(nomor, _pilih(semua, PENDIDIKAN), _pilih(semua, PEKERJAAN), {})
        tabel_b += _pasangkan(nomor, _pilih(semua, AGAMA), lain, nama)
    return tuple(tabel_a), tuple(tabel_b), ", ".join(dict.fromkeys(filter(None, lainnya)))


def _pilih(semua: Sequence[Baris], elemen: str) -> list[Baris]:
    return [b for b in semua if b.get(ELEMEN) == elemen]


def _pasangkan(
    nomor: int, kiri: Sequence[Baris], kanan: Sequence[Baris], nama: Mapping[str, str]
) -> Iterator[BarisUbahan]:
    """Changes side by side; `nama` names the right one in the column Keterangan."""
    from sooko_desk.printing.f106 import BarisUbahan

    kosong: Baris = {}
    for satu, dua in zip_longest(kiri, kanan, fillvalue=kosong):
        keterangan = nama.get(dua.get(ELEMEN, ""), "")
        yield BarisUbahan(nomor, _ubahan(satu), _ubahan(dua), keterangan)


def _ubahan(baris: Baris) -> Ubahan:
    from sooko_desk.printing.f106 import Ubahan

    return Ubahan(baris.get(SEMULA, ""), baris.get(MENJADI, ""), baris.get(DASAR, ""))
