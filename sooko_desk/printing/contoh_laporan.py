"""Sample data for the reports: invented people, the longest names, many rows, an empty month."""

from __future__ import annotations

from sooko_desk.domain.laporan import IsiLaporan, TabelLaporan

from . import kolom_laporan as kol
from .buku_harian import BukuHarianData
from .contoh import KOP, NAMA_TERPANJANG, penanda_tangan
from .laporan_bulanan import LaporanBulananData

_NAMA = (NAMA_TERPANJANG, "SITI", "BAGUS TRI WAHYUDI", "DWI ASTUTIK, A.Md.Keb.")
_KEJADIAN = (
    ("Berkas diterima", "I.A.1 Membentuk keluarga baru", "ENDANG PUSPITORINI, S.AP."),
    ("Periksa kelengkapan: Lengkap", "", "RR. ANINDYA KUSUMAWARDHANI, S.Sos., M.Si."),
    (
        "Periksa kelengkapan: Tidak lengkap",
        "Kurang: Fotokopi buku nikah atau kutipan akta perkawinan; foto buram",
        "RR. ANINDYA KUSUMAWARDHANI, S.Sos., M.Si.",
    ),
    ("Cetak dan register: Tercetak dan diregister", "471.14/9/416-313/2026", "Rini Contoh"),
)
_HARIAN = (
    *("Diterima", "Lengkap", "Dikembalikan", "Ditolak"),
    *("Entri data", "Verifikasi", "Register", "Diserahkan"),
)
_BULANAN = ("Diterima", "Lengkap", "Dikembalikan", "Ditolak", "Register", "Diserahkan")
_JENIS = (
    "KK I.A.1 Membentuk keluarga baru",
    "KK I.B.3 Perubahan elemen data yang tercantum dalam KK",
    "KTP II.A Baru",
)
_TTD = penanda_tangan("21 November 2026")
_UMUR = TabelLaporan(
    "umur",
    "Dokumen yang belum diambil",
    kol.UMUR,
    (("KK", "9", "2", "1", "12"), ("KTP", "4", "0", "0", "4")),
)


def baris_kejadian(banyak: int, saat: str = "09.05") -> tuple[tuple[str, ...], ...]:
    """So many lines of a day; `saat` stands in the column of the hour."""
    return tuple(
        (str(n), saat, f"TB-KK-2026-{n:05}", _NAMA[n % len(_NAMA)], *_KEJADIAN[n % len(_KEJADIAN)])
        for n in range(1, banyak + 1)
    )


def buku_harian() -> BukuHarianData:
    """A busy day with two late lines and a voided number: three pages."""
    isi = IsiLaporan(
        subjudul="Sabtu, 21 November 2026",
        fakta=(
            ("Ditutup", "Sabtu, 21 November 2026 pukul 15.40 WIB oleh Bambang Misal"),
            ("Gangguan SIAK", "09.10 sampai 10.05; 13.00 sampai belum pulih"),
            (
                "Cadangan terakhir",
                "21/11/2026 15.30 oleh ENDANG PUSPITORINI, S.AP., utuh: 1240 permohonan",
            ),
        ),
        tabel=(
            TabelLaporan(
                "jumlah",
                "Jumlah",
                kol.angka("Layanan dan jenis", 44, _HARIAN),
                (
                    *((jenis, *"12–4–31–"[: len(_HARIAN)]) for jenis in _JENIS),
                    ("JUMLAH", *("36", "21", "0", "12", "9", "3", "0", "0")),
                ),
                jumlah=1,
            ),
            TabelLaporan(
                "nomor",
                "Nomor yang dipakai",
                kol.NOMOR,
                (
                    (
                        *("KK", "Tanda bukti"),
                        *("471.14/TB-1201/416-313/2026", "471.14/TB-1236/416-313/2026", "36"),
                    ),
                ),
            ),
            TabelLaporan(
                "batal",
                "Nomor blangko yang dibatalkan",
                kol.BATAL,
                (
                    (
                        "471.14/TB-1240/416-313/2026",
                        "Lembar blangko basah dan tidak terbaca lagi",
                        "21/11/2026 14.02",
                        "ENDANG PUSPITORINI, S.AP.",
                    ),
                ),
            ),
            TabelLaporan(
                "ruang",
                "Berkas di ruang menurut langkah",
                kol.RUANG,
                (
                    ("KK", "Menunggu pemeriksaan Kasi", "kantor", "14", "2 hari"),
                    ("KTP", "Terkirim ke Dispendukcapil", "Dispendukcapil", "31", "19 hari"),
                ),
            ),
            _UMUR,
            TabelLaporan("kejadian", "Kejadian hari ini", kol.KEJADIAN, baris_kejadian(36)),
            TabelLaporan(
                "susulan",
                "Susulan dari hari lain",
                kol.KEJADIAN,
                baris_kejadian(2, "20/11/2026 16.02"),
            ),
        ),
        catatan=(
            "Jumlah dan nomor di atas termasuk 2 kejadian susulan dari hari lain.",
            "2 permohonan menunggu di kantor lebih dari sehari: TB-KK-2026-01180, TB-KTP-2026-871.",
        ),
    )
    return BukuHarianData(KOP, isi, "1a2b3c4d5e6f7a8b" * 4, "90ab" * 16, _TTD)


def baris_desa(banyak: int) -> tuple[tuple[str, ...], ...]:
    """Counts of so many villages."""
    return tuple((f"Desa contoh {n}", str(n), "3", "–", "–", "2", "1") for n in range(banyak))


def laporan_bulanan() -> LaporanBulananData:
    """A full month: two pages."""
    bulan = ("November 2026", "Oktober 2026", "November 2025")
    isi = IsiLaporan(
        subjudul="November 2026",
        fakta=(("Permohonan", "412 diterima"),),
        tabel=(
            TabelLaporan(
                "perbandingan",
                "Perbandingan",
                kol.angka("Uraian", 66, bulan),
                (
                    ("Permohonan diterima", "412", "398", "0"),
                    ("Ditolak verifikator atau Dispendukcapil", "12", "9", "0"),
                    ("Daftar pengiriman", "5 (132 permohonan)", "4 (120 permohonan)", "0"),
                    ("Gangguan SIAK", "2 (145 menit kantor)", "0", "0"),
                ),
            ),
            TabelLaporan(
                "jenis",
                "Menurut layanan dan jenis",
                kol.angka("Layanan dan jenis", 66, _BULANAN),
                (
                    *((jenis, "120", "98", "12", "–", "90", "85") for jenis in _JENIS),
                    ("JUMLAH", "360", "294", "36", "0", "270", "255"),
                ),
                jumlah=1,
            ),
            TabelLaporan("desa", "Menurut desa", kol.angka("Desa", 66, _BULANAN), baris_desa(15)),
            TabelLaporan(
                "sop",
                "Waktu pelayanan menurut SOP",
                kol.WAKTU_SOP,
                (
                    (
                        "Kartu Keluarga (KK), 065/76/416-313/2025",
                        *("270", "268", "240 dari 268 (90%)", "48,5", "55 menit"),
                    ),
                ),
            ),
            TabelLaporan(
                "terlama",
                "Paling lama menunggu pada akhir bulan",
                kol.TERLAMA,
                (
                    (
                        "TB-KTP-2026-00812",
                        "IV.B Perubahan Data KTP-el",
                        "Ngingasrembyong",
                        "Dikembalikan, menunggu pemohon",
                        "02/09/2026",
                        "89",
                    ),
                ),
            ),
            _UMUR,
            TabelLaporan(
                "gangguan",
                "Gangguan SIAK",
                kol.GANGGUAN,
                (
                    (
                        *("12/11/2026 09.10", "12/11/2026 10.05", "55"),
                        "tidak dapat masuk (dicatat 12/11/2026 11.00)",
                    ),
                ),
            ),
            TabelLaporan("kiriman", "Daftar pengiriman", kol.KIRIMAN, (), kosong="Tidak ada."),
        ),
        catatan=("Diterima dihitung menurut hari masuk, diserahkan menurut hari penyerahan.",),
    )
    return LaporanBulananData(KOP, isi, "Selasa, 1 Desember 2026 pukul 09.05 WIB", _TTD)
