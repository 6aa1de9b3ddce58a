"""Sample slips of the power-cut pad: the longest lists, then a copy of a short one."""

from __future__ import annotations

from dataclasses import replace

from .blangko import BlangkoData
from .contoh import KOP


def blangko() -> tuple[BlangkoData, ...]:
    """A slip for a KK with every reason and eleven papers; a copy of one for a KTP."""
    kk = BlangkoData(
        kop=KOP,
        nama_layanan="Kartu Keluarga (KK)",
        nomor="471.14/TB-31/416-313/2026",
        kode_pindai="TB-KK-2026-00031",
        dipesan="Sabtu, 21 November 2026 pukul 07.40 WIB",
        alasan=(
            "I.A.1 Membentuk Keluarga Baru",
            "I.A.2 Penggantian Kepala Keluarga",
            "I.A.3 Pisah KK",
            "I.A.4 Pindah Datang",
            "I.A.5 WNI dari Luar Negeri karena Pindah",
            "I.A.6 Rentan Adminduk",
            "I.B.1 Menumpang dalam KK",
            "I.B.2 Peristiwa Penting",
            "I.B.3 Perubahan elemen data yang tercantum dalam KK",
            "I.C.1 Hilang",
            "I.C.2 Rusak",
            "IV.A Perubahan Data KK",
        ),
        berkas=(
            "F-1.02 diisi dan ditandatangani pemohon",
            "KK lama",
            "KTP-el pemohon",
            "Penetapan pengadilan",
            "F-1.06 Surat Pernyataan Perubahan Elemen Data",
            "Fotokopi kutipan akta perkawinan",
            "Fotokopi kutipan akta perceraian",
            "Surat keterangan pengganti tanda identitas (rentan adminduk)",
            "F-1.05 SPTJM perkawinan/perceraian belum tercatat (pengganti)",
            "Ijazah",
            "SK atau surat keterangan kerja",
        ),
    )
    ktp = replace(
        kk,
        nama_layanan="Kartu Tanda Penduduk (KTP)",
        nomor="471.13/TB-9/416-313/2026",
        kode_pindai="TB-KTP-2026-00009",
        alasan=("II.A Baru", "II.C.1 Hilang", "II.C.2 Rusak"),
        berkas=("Pengantar dari Desa", "F-1.02 diisi dan ditandatangani pemohon", "Fotokopi KK"),
        salinan=1,
    )
    return (kk, ktp)
