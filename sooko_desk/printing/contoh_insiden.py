"""Sample data for the notice of lost data: the longest words."""

from __future__ import annotations

from .contoh import KOP, penanda_tangan
from .insiden import InsidenData


def insiden() -> InsidenData:
    """A lost stick."""
    return InsidenData(
        kop=KOP,
        fakta=(
            (
                "Yang hilang atau bocor",
                "Cadangan 000031-2026-11-20-151907 di Flashdisk 1, dibuat 20/11/2026 15.19",
            ),
            (
                "Apa yang terjadi",
                (
                    "Tas berisi flashdisk tertinggal di angkutan umum dalam perjalanan dari kantor "
                    "kecamatan ke kabupaten; sopir dan terminal sudah ditanya, tas belum "
                    "ditemukan. Flashdisk itu memuat cadangan yang dibuat sehari sebelumnya dan "
                    "yang lebih lama."
                ),
            ),
            ("Diketahui", "Sabtu, 21 November 2026 pukul 07.40 WIB"),
            ("Batas pemberitahuan", "Selasa, 24 November 2026 pukul 07.40 WIB (3 x 24 jam)"),
            (
                "Orang yang terkena",
                (
                    "1102 permohonan dari 987 pemohon. Anggota keluarga yang tertulis di dalamnya "
                    "ikut."
                ),
            ),
            (
                "Jenis data",
                (
                    "Nama, NIK, nomor KK, alamat, telepon; isian formulir, antara lain tempat dan "
                    "tanggal lahir, agama, pekerjaan, orang tua, dan data anak; nama dan telepon "
                    "pembawa; 3110 pindaian berkas."
                ),
            ),
            (
                "Perlindungan",
                (
                    "Terenkripsi AES-256. Kuncinya ada di dalam cadangan hanya dalam keadaan "
                    "tersegel dan tidak terbuka tanpa komputer kantor ini atau kertas kode "
                    "pemulihan, yang masih di kantor."
                ),
            ),
            (
                "Yang sudah dilakukan",
                (
                    "Dilaporkan ke Polsek Sooko dan Camat pada hari itu juga; kode pemulihan "
                    "diperiksa masih di kedua tempatnya; flashdisk lain disimpan di lemari besi."
                ),
            ),
        ),
        dicatat="21/11/2026 08.02",
        oleh="RR. Anindya Kusumawardhani",
        penanda_tangan=penanda_tangan("21 November 2026"),
    )
