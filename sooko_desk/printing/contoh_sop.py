"""Sample data for the SOP sheet: the KK sheet in short, its head of office invented."""

from __future__ import annotations

import datetime as dt

from sooko_desk.domain.sop import (
    Hasil,
    JenisPermohonan,
    Langkah,
    LembarSop,
    Peran,
    PolaNomor,
    Sop,
)

from .contoh import KOP
from .lembar_sop import LembarSopData

_OPERATOR = "STAF / PENGOLAH DATA PELAYANAN / OPERATOR"
_KASI = "KASI PELAYANAN"
_VERIFIKATOR = "VERIFIKATOR DISPENDUKCAPIL"
_ATK = "Komputer dan ATK"
_BERKAS_KK = "Berkas permohonan pembuatan Kartu Keluarga"
_LANGKAH_KK = (
    (
        "terima",
        (
            "Staf Seksi Pelayanan/operator menerima berkas permohonan serta memberi tanda bukti "
            "penerimaan"
        ),
        _OPERATOR,
        "Berkas pendaftaran dan tanda bukti penerimaan",
        5,
        "Berkas lengkap",
    ),
    (
        "cek",
        "Kepala Seksi Pelayanan mengecek kelengkapan berkas dari pemohon",
        _KASI,
        _BERKAS_KK,
        10,
        "Berkas lengkap",
    ),
    (
        "input",
        (
            "Staf Seksi Pelayanan/operator menginput data di Sistem Informasi Administrasi "
            "Kependudukan (SIAK) Terpusat"
        ),
        _OPERATOR,
        _BERKAS_KK,
        10,
        "Data Kartu Keluarga terinput",
    ),
    ("verifikasi", "Verifikasi data yang diinput", _VERIFIKATOR, _ATK, 10, "Berkas terverifikasi"),
    (
        "upload",
        "Staf Seksi Pelayanan/operator mengupload berkas pemohon",
        _OPERATOR,
        _ATK,
        10,
        "Berkas terupload",
    ),
    ("ttd", "Tanda tangan", _VERIFIKATOR, _ATK, 5, "Kartu Keluarga tertandatangani"),
    (
        "cetak",
        "Staf Seksi Pelayanan/operator mencetak Kartu Keluarga dan meregister",
        _OPERATOR,
        _ATK,
        5,
        "Kartu Keluarga tercetak dan siap diambil pemohon",
    ),
)


def _langkah_kk(nomor: int) -> Langkah:
    kode, kegiatan, pelaksana, kelengkapan, menit, output = _LANGKAH_KK[nomor]
    berikut = _LANGKAH_KK[nomor + 1][0] if nomor + 1 < len(_LANGKAH_KK) else "selesai"
    hasil: tuple[Hasil, ...] = (Hasil("lanjut", "Lanjut", berikut),)
    if kode == "cek":
        balik = Hasil("tidak_lengkap", "Tidak lengkap", "terima", mundur=True)
        hasil = (Hasil("lengkap", "Lengkap", berikut), balik)
    return Langkah(
        id=kode,
        nama=kode.capitalize(),
        nomor=nomor + 1,
        kegiatan=kegiatan,
        pelaksana=pelaksana,
        peran=frozenset({Peran.OPERATOR}),
        kelengkapan=kelengkapan,
        waktu_menit=menit,
        output=output,
        keterangan="",
        status=kegiatan,
        layar="penerimaan",
        hasil=hasil,
        pelaksana_disimpulkan=pelaksana == _VERIFIKATOR,
    )


def sop_kk() -> Sop:
    """The KK sheet in short: seven rows, three actors, two of them inferred."""
    lembar = LembarSop(
        kop=KOP.baris,
        unit="SEKSI PELAYANAN",
        nama_sop="PELAYANAN KARTU KELUARGA (KK)",
        nomor="065/ 76 /416-313/2025",
        tanggal_pembuatan=dt.date(2025, 1, 30),
        tanggal_revisi=dt.date(2025, 2, 25),
        tanggal_efektif=dt.date(2025, 2, 26),
        pengesah_nama="PEJABAT CONTOH, SH. M.Si",
        pengesah_pangkat="Pembina Tk.I",
        pengesah_nip="197001011998031999",
        dasar_hukum=(
            "Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan",
            (
                "Peraturan Pemerintah Nomor 37 Tahun 2007 tentang Pelaksanaan Undang-Undang "
                "Nomor 23 Tahun 2006 tentang Administrasi Kependudukan"
            ),
            (
                "Peraturan Daerah Kabupaten Mojokerto Nomor 8 Tahun 2010 tentang Penyelenggaraan "
                "Administrasi Kependudukan"
            ),
        ),
        kualifikasi_pelaksana=(
            "Menguasai Kebijakan mengenai Pelayanan Kartu Keluarga (KK)",
            (
                "Memiliki pemahaman dan kemampuan mengenai mekanisme dan prosedur pelayanan Kartu "
                "Keluarga (KK)"
            ),
        ),
        keterkaitan=("SOP Surat menyurat",),
        peralatan=(
            "Berkas pemohon",
            "Alat tulis kantor",
            "Seperangkat Komputer yang dilengkapi aplikasi office (word, excell) dan cetak",
        ),
        peringatan=(
            "Pelayanan penerimaan dan penelitian berkas yang kurang prima akan menghambat "
            "penyelesaian ketepatan waktu dalam proses penyelesaian Pelayanan Kartu Keluarga (KK)"
        ),
        pencatatan="Dicatat dalam Register Pelayanan Kartu Keluarga (KK)",
        judul_tabel="STANDART OPERASIONAL PROSEDUR (SOP) PELAYANAN KARTU KELUARGA (KK)",
        kolom_pelaksana=(_OPERATOR, _KASI, _VERIFIKATOR),
    )
    return Sop(
        layanan="KK",
        nama_layanan="Kartu Keluarga (KK)",
        nama_register="Register Pelayanan Kartu Keluarga (KK)",
        lembar=lembar,
        pola_nomor=PolaNomor(
            "471.14/TB-{urut}/416-313/{tahun}", "471.14/KK-{urut}/416-313/{tahun}"
        ),
        langkah=tuple(_langkah_kk(n) for n in range(len(_LANGKAH_KK))),
        jenis=(JenisPermohonan("I.A.1", "Membentuk keluarga baru", "Baru", ()),),
    )


def lembar_sop() -> LembarSopData:
    """The sheet of `sop_kk`."""
    return LembarSopData(sop_kk(), KOP)
