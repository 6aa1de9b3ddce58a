"""Sample data for the papers of the hand-over: invented people, long names, empty optionals."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from .contoh import KOP, NAMA_TERPANJANG
from .daftar_belum_diambil import BarisBelumDiambil, DaftarBelumDiambilData, PenandaTangan
from .tanda_terima import TandaTerimaData


def tanda_terima() -> tuple[TandaTerimaData, ...]:
    """A KK fetched by a brother with every field filled, then a KTP fetched by the applicant."""
    panjang = TandaTerimaData(
        kop=KOP,
        nama_layanan="Kartu Keluarga (KK)",
        nomor="471.14/TB-12/416-313/2026",
        nomor_register="471.14/KK-9/416-313/2026",
        kode_pindai="TB-KK-2026-00012",
        jenis="I.B.3 Perubahan elemen data yang tercantum dalam KK",
        diserahkan="Kamis, 26 November 2026 pukul 10.20 WIB",
        nama_pemohon=NAMA_TERPANJANG,
        nik_tersamar="************9001",
        desa="Ngingasrembyong",
        dokumen="Kartu Keluarga (KK), 2 lembar",
        pengambil="SUGENG WIDODO PRASETYO KUSUMANINGRAT ADIWINATA SASTRODIHARJO",
        hubungan="Kuasa (F-1.07)",
        identitas="KTP-el",
        surat_kuasa="Ada",
        tanda_bukti=(
            "Tidak ditarik: tanda bukti hilang di perjalanan, identitas dicocokkan dengan KTP-el "
            "dan tanda tangan pemohon pada surat kuasa"
        ),
        dikembalikan=("Kartu Keluarga lama orang tua suami", "Buku nikah"),
        di_kantor=(
            "Kutipan akta kelahiran anak pertama (asli)",
            "Surat keterangan pindah datang dari daerah asal (asli)",
        ),
        petugas="ENDANG PUJIASTUTI",
    )
    pendek = replace(
        panjang,
        nama_layanan="Kartu Tanda Penduduk Elektronik (KTP-el)",
        nomor="471.13/TB-7/416-313/2026",
        nomor_register="",
        kode_pindai="TB-KTP-2026-00007",
        jenis="II.A Baru",
        nama_pemohon="SITI",
        nik_tersamar="************9002",
        desa="Japan",
        dokumen="Kartu Tanda Penduduk Elektronik (KTP-el)",
        pengambil="SITI",
        hubungan="Pemohon sendiri",
        identitas="",
        surat_kuasa="",
        tanda_bukti="Ditarik",
        dikembalikan=(),
        di_kantor=(),
        salinan=1,
    )
    return (panjang, pendek)


_ORANG = (
    (NAMA_TERPANJANG, "Ngingasrembyong", "081234569001", "Lemari 2, rak B-3"),
    ("SITI", "Japan", "", ""),
    ("BAGUS TRI WAHYUDI", "Sooko", "0321329001", "Rak A-1"),
    ("DWI ASTUTIK, A.Md.Keb.", "Karangkedawang", "085700009002", "Rak A-1"),
)


def baris_belum_diambil(banyak: int) -> tuple[BarisBelumDiambil, ...]:
    """So many documents that wait, the newest first."""
    return tuple(_satu_baris(nomor) for nomor in range(banyak))


def _satu_baris(nomor: int) -> BarisBelumDiambil:
    nama, desa, telepon, tempat = _ORANG[nomor % len(_ORANG)]
    sejak = dt.date(2026, 11, 20) - dt.timedelta(days=nomor)
    return BarisBelumDiambil(
        layanan="KTP" if nomor % 3 else "KK",
        nomor=f"471.14/TB-{12300 - nomor}/416-313/2026",
        pemohon=nama,
        desa=desa,
        telepon=telepon,
        tempat=tempat,
        sejak=f"{sejak:%d/%m/%Y}",
        umur=nomor,
    )


def daftar_belum_diambil() -> DaftarBelumDiambilData:
    """A list of 40 documents: two pages."""
    return DaftarBelumDiambilData(
        kop=KOP,
        dibuat="Sabtu, 21 November 2026 pukul 09.05 WIB",
        saringan="Semua desa",
        baris=baris_belum_diambil(40),
        batas_umur=(7, 30),
        penanda_tangan=PenandaTangan(
            tempat_tanggal="Sooko, 21 November 2026",
            jabatan="Kepala Seksi Pelayanan",
            nama="RR. ANINDYA KUSUMAWARDHANI, S.Sos., M.Si.",
        ),
    )
