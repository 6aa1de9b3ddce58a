"""Sample data for the documents: invented people, the longest names, empty optionals."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from sooko_desk.domain.buku import make_bentuk_awal
from sooko_desk.domain.kantor import BentukJabatan

from .buku_register import BukuRegisterData, HalamanRegister
from .daftar_asli import BarisAsli, DaftarAsliData
from .kop import Kop
from .lembar_kekurangan import BarisKurang, LembarKekuranganData
from .tabel import KolomRegister
from .tanda_bukti import BarisBerkas, TandaBuktiData
from .tanda_tangan import PenandaTangan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .buku_register import BarisHalaman

KOP = Kop(
    (
        "PEMERINTAH KABUPATEN MOJOKERTO",
        "KECAMATAN SOOKO",
        "Jl. Bhayangkara No. 250 Sooko Kode Pos 61361 Kabupaten Mojokerto Jawa Timur",
        "Website: http://www.sooko.mojokerto.go.id",
    )
)
NAMA_TERPANJANG = "RADEN RORO SITI NURHALIZAH KUSUMANINGTYAS WIDYAWATI PRAWIROS"
"""Sixty letters: the most that the identity card's name field takes."""


def penanda_tangan(tanggal: str, jabatan: str = "Kepala Seksi Pelayanan") -> PenandaTangan:
    """The Kasi, who signs on that day in Sooko."""
    return PenandaTangan(
        tempat_tanggal=f"Sooko, {tanggal}",
        jabatan=jabatan,
        nama="RR. ANINDYA KUSUMAWARDHANI, S.Sos., M.Si.",
        pangkat="Penata Tingkat I",
        nip="198001012009012999",
    )


def tanda_bukti() -> tuple[TandaBuktiData, ...]:
    """A KK request with ten papers, brought by somebody else."""
    satu = TandaBuktiData(
        kop=KOP,
        nama_layanan="Kartu Keluarga (KK)",
        nomor="471.14/TB-12/416-313/2026",
        kode_pindai="TB-KK-2026-00012",
        jenis="I.A.1 Membentuk keluarga baru",
        diterima="Sabtu, 21 November 2026 pukul 09.05 WIB",
        nama_pemohon=NAMA_TERPANJANG,
        nik_tersamar="************9001",
        nkk_tersamar="************9007",
        alamat="Dusun Kedungmaling Wetan Gang Melati Nomor 17 RT 003 RW 002",
        desa="Ngingasrembyong",
        petugas="ENDANG PUSPITORINI, S.AP.",
        waktu_sop="55 menit kerja menurut SOP 065/76/416-313/2025, di luar waktu menunggu",
        pembawa="SUGENG WIDODO PRASETYO",
        hubungan_pembawa="kakak kandung",
        telepon="0812-0000-9001",
        pengantar="No. 470/12/416-313.15/2026 tgl 20 November 2026, Desa Ngingasrembyong",
        berkas=(
            BarisBerkas("Formulir F-1.02 diisi dan ditandatangani pemohon", ada=True),
            BarisBerkas(
                "Fotokopi buku nikah/kutipan akta perkawinan", ada=True, catatan="asli dilihat"
            ),
            BarisBerkas("Kartu Keluarga lama orang tua suami", ada=True, catatan="asli"),
            BarisBerkas("Kartu Keluarga lama orang tua istri", ada=True, catatan="asli"),
            BarisBerkas("KTP-el suami dan istri", ada=True, catatan="fotokopi"),
            BarisBerkas("Formulir F-1.01 untuk anggota yang belum mempunyai biodata", ada=False),
            BarisBerkas("Surat pengantar desa", ada=True),
            BarisBerkas("Surat kuasa F-1.07", ada=True, catatan="bermeterai"),
            BarisBerkas(
                "Surat pernyataan tidak keberatan dari pemilik rumah tinggal",
                ada=False,
                catatan="menyusul paling lambat Senin",
            ),
            BarisBerkas("Kutipan akta kelahiran anak", ada=True, catatan="fotokopi"),
        ),
        langkah=(
            "Penerimaan berkas",
            "Pengecekan kelengkapan",
            "Input data SIAK Terpusat",
            "Verifikasi data",
            "Upload berkas",
            "Tanda tangan",
            "Cetak KK dan register",
        ),
    )
    return (satu,)


_NAMA_KASI = "RR. ANINDYA KUSUMAWARDHANI, S.Sos., M.Si."
_TTD_KASI = PenandaTangan("Sooko, 21 November 2026", "Kepala Seksi Pelayanan", _NAMA_KASI)

_KURANG = (
    BarisKurang(
        "Fotokopi buku nikah",
        "ada, tetapi data tidak cocok",
        "KUA kecamatan tempat menikah (Islam)",
        "Halaman foto dan halaman data, terbaca jelas; nama sama dengan nama pada KTP-el",
    ),
    BarisKurang(
        "Fotokopi kutipan akta perkawinan atau kutipan akta perceraian",
        diperoleh="Dinas Kependudukan dan Pencatatan Sipil yang mencatat perkawinan",
        rupa="Terbaca jelas, seluruh halaman, nomor akta terlihat",
        atau=True,
    ),
    BarisKurang(
        "Formulir F-1.01 untuk anggota yang belum mempunyai biodata",
        diperoleh="Loket pelayanan atau kantor desa",
        rupa="Diisi lengkap dengan huruf cetak, ditandatangani kepala keluarga",
    ),
    BarisKurang(
        "Surat pernyataan tidak keberatan dari pemilik rumah tinggal",
        "tanda tangan pemilik rumah belum ada; yang menandatangani adalah penyewa sebelumnya",
        "Dibuat sendiri oleh pemilik rumah",
        "Bermeterai, menyebut alamat lengkap, dilampiri fotokopi KTP-el pemilik rumah",
    ),
    BarisKurang("Surat pengantar desa", "masa berlaku sudah lewat", "Kantor desa"),
    BarisKurang("Surat kuasa F-1.07", rupa="Ditandatangani pemberi dan penerima kuasa"),
)


def lembar_kekurangan() -> tuple[LembarKekuranganData, ...]:
    """A KK case with ten wordy rows on two pages, then a short case with one paper missing."""
    panjang = LembarKekuranganData(
        kop=KOP,
        nama_layanan="Kartu Keluarga (KK)",
        nomor="471.14/TB-12/416-313/2026",
        kode_pindai="TB-KK-2026-00012",
        jenis="I.A.1 Membentuk keluarga baru",
        diputuskan="Sabtu, 21 November 2026 pukul 09.45 WIB",
        nama_pemohon=NAMA_TERPANJANG,
        nik_tersamar="************9001",
        kasi=_TTD_KASI,
        jam_layanan=(
            ("Senin–Kamis 07.30–12.00 dan 13.00–16.00 WIB; Jumat 07.30–11.30 dan 13.00–16.30 WIB."),
            "Tutup 30/11/2026 (contoh hari libur).",
        ),
        kurang=_KURANG * 2,
        alasan=(
            "Nama istri pada buku nikah tertulis berbeda dengan KTP-el. Mohon minta surat "
            "keterangan dari KUA bahwa keduanya orang yang sama, lalu lampirkan bersama buku nikah."
        ),
        di_kantor=(
            "Formulir F-1.02 diisi dan ditandatangani pemohon (asli)",
            "KTP-el suami dan istri (fotokopi, 2 lembar)",
            "Kutipan akta kelahiran anak (fotokopi)",
        ),
        dikembalikan=(
            "Kartu Keluarga lama orang tua suami (asli)",
            "Kartu Keluarga lama orang tua istri (asli)",
        ),
        loket="loket pelayanan Kantor Kecamatan Sooko",
        penerima="SUGENG WIDODO PRASETYO",
    )
    pendek = replace(
        panjang,
        nomor="471.14/TB-7/416-313/2026",
        kode_pindai="TB-KK-2026-00007",
        jenis="I.C.1 Hilang",
        nama_pemohon="SITI",
        nik_tersamar="************9002",
        kurang=(BarisKurang("Surat keterangan hilang dari kepolisian", diperoleh="Polsek Sooko"),),
        alasan="",
        dikembalikan=(),
        penerima="",
        salinan=1,
    )
    return (panjang, pendek)


_ASLI = (
    ("Kartu Keluarga lama orang tua suami", "Menunggu verifikasi Dispendukcapil"),
    ("Buku nikah", "Berkas kurang, menunggu pemohon"),
    ("KTP-el lama", "Siap diambil"),
)


def baris_asli(banyak: int) -> tuple[BarisAsli, ...]:
    """So many originals in the office, the newest first."""
    return tuple(_satu_asli(nomor) for nomor in range(banyak))


def _satu_asli(nomor: int) -> BarisAsli:
    nama, desa, _ = _ORANG[nomor % len(_ORANG)]
    berkas, keadaan = _ASLI[nomor % len(_ASLI)]
    sejak = dt.date(2026, 11, 20) - dt.timedelta(days=nomor)
    tanda_bukti = f"471.14/TB-{1300 - nomor // 2}/416-313/2026"
    return BarisAsli(tanda_bukti, nama, desa, berkas, f"{sejak:%d/%m/%Y}", nomor + 1, keadaan)


def daftar_asli() -> DaftarAsliData:
    """A list of 40 originals: two pages."""
    return DaftarAsliData(
        kop=KOP,
        dibuat="Sabtu, 21 November 2026 pukul 09.05 WIB",
        baris=baris_asli(40),
        penanda_tangan=_TTD_KASI,
    )


_ORANG = (
    (NAMA_TERPANJANG, "Ngingasrembyong", "I.A.1 Membentuk keluarga baru"),
    ("SITI", "Japan", "I.C.1 Hilang"),
    ("BAGUS TRI WAHYUDI", "Sooko", "I.B.3 Perubahan elemen data yang tercantum dalam KK"),
    ("DWI ASTUTIK, A.Md.Keb.", "Karangkedawang", "I.B.2 Peristiwa penting"),
    ("MUHAMMAD YUSUF AL-FARISI", "Wringinrejo", "I.A.4 Pindah datang"),
)
"""Invented people: name, village, request type."""


BARIS_TANGGAL = (
    "Pembetulan 03/02/2026, nomor 471.14/KK-25/416-313/2026: Nama pemohon: SITI → "
    f"{NAMA_TERPANJANG}; Desa: Japan → Ngingasrembyong (Endang P.)"
)
BELUM_PENUH = "Halaman belum penuh, dicetak 31 Desember 2026."
BENTUK_BERGANTI = "Baris ini tidak dipakai: bentuk halaman berganti."


def baris_register(banyak: int, kode: str = "KK") -> tuple[tuple[str, ...], ...]:
    """So many rows of a register, numbered from 1, on successive office days."""
    return tuple(_satu_baris(nomor, kode) for nomor in range(1, banyak + 1))


def _satu_baris(nomor: int, kode: str) -> tuple[str, ...]:
    nama, desa, jenis = _ORANG[nomor % len(_ORANG)]
    terima = dt.date(2026, 1, 5) + dt.timedelta(days=nomor)
    catat = terima + dt.timedelta(days=3)
    return (
        str(nomor),
        f"471.14/{kode}-{nomor}/416-313/2026",
        f"{catat:%d/%m/%Y}",
        f"471.14/TB-{nomor + 2}/416-313/2026",
        f"{terima:%d/%m/%Y}",
        nama,
        f"************{9000 + nomor}",
        f"************{9500 + nomor}",
        desa,
        jenis,
        "Endang P.",
        "" if nomor % 4 else "Kuasa keluarga",
    )


KOLOM_REGISTER = tuple(KolomRegister(k.judul, k.lebar_mm, k.rata) for k in make_bentuk_awal().kolom)
"""The columns of a book for which the office chose none."""


def susun_register(
    judul: str,
    baris: Sequence[BarisHalaman],
    penanda_tangan: PenandaTangan,
    kop: Kop = KOP,
    per_halaman: int = 20,
) -> BukuRegisterData:
    """A book of so many rows; no row, no page but a blank one.

    Args:
        baris: a text for each column, or one over all of them; those of all pages.
    """
    halaman: list[HalamanRegister] = []
    for mulai in range(0, max(1, len(baris)), per_halaman):
        isi = tuple(baris[mulai : mulai + per_halaman])
        halaman.append(
            HalamanRegister(
                kop=kop,
                judul=judul,
                tahun=2026,
                sebutan=f"Jilid 1 · Halaman {len(halaman) + 1} dari 100",
                kolom=KOLOM_REGISTER,
                per_halaman=per_halaman,
                baris=isi,
                pindahan=sum(not isinstance(b, str) for b in baris[:mulai]),
                tercatat=sum(not isinstance(b, str) for b in isi),
                penanda_tangan=penanda_tangan,
                catatan="" if len(isi) == per_halaman else BELUM_PENUH,
                rantai=f"{1207 + mulai} · 1A2B 3C4D 5E6F 7A8B" if isi else "",
            )
        )
    return BukuRegisterData(tuple(halaman))


def register_kk() -> BukuRegisterData:
    """A book of 34 rows, one of them dated: a full page, and one that a new form closed."""
    baris: list[BarisHalaman] = [*baris_register(26), BARIS_TANGGAL, *baris_register(33)[26:]]
    orang = penanda_tangan("31 Desember 2026", "KEPALA SEKSI PELAYANAN")
    buku = susun_register("REGISTER PELAYANAN KARTU KELUARGA (KK)", baris, orang)
    satu, dua = buku.halaman
    return replace(buku, halaman=(satu, replace(dua, penutup=BENTUK_BERGANTI, catatan="")))


def register_ktp() -> BukuRegisterData:
    """A book of 7 rows, signed for the head of the office by a deputy."""
    orang = PenandaTangan(
        tempat_tanggal="Sooko, 31 Desember 2026",
        jabatan="Kepala Seksi Pelayanan",
        nama="BAMBANG SUTEJO",
        bentuk=BentukJabatan.ATAS_NAMA,
        atas_nama="CAMAT SOOKO",
        melalui="Sekretaris Kecamatan",
    )
    judul = "REGISTER PELAYANAN KARTU TANDA PENDUDUK (KTP)"
    return susun_register(judul, baris_register(7, "KTP"), orang)
