"""Sample data for the daftar pengiriman: invented people, the longest names, many rows."""

from __future__ import annotations

from .contoh import KOP, NAMA_TERPANJANG
from .daftar_pengiriman import BarisKirim, DaftarPengirimanData

_NAMA = (
    NAMA_TERPANJANG,
    "SUWARTI NINGSIH",
    "ENDANG",
    "MUHAMMAD NUR FAUZAN ABDURRAHMAN AL-HAFIDZ",
    "SITI NUR'AINI",
)
_DESA = ("Ngingasrembyong", "Japan", "Karangkedawang", "Sooko", "Gemekan")
_JENIS = (
    "II.A Baru",
    "II.C.1 Hilang",
    "IV.B Perubahan Data KTP-el",
    "II.E Perubahan Status Kewarganegaraan",
)


def baris_kirim(banyak: int) -> tuple[BarisKirim, ...]:
    """So many cases; every fifth has the longest name, every seventh is sent again."""
    return tuple(
        BarisKirim(
            nomor_tanda_bukti=f"471.13/TB-{n + 118}/416-313/2026",
            nomor_register=f"471.13/{n + 96}/416-313/2026",
            nama=_NAMA[(n - 1) % len(_NAMA)],
            nik_tersamar=f"{'*' * 12}{9000 + n}",
            desa=_DESA[n % len(_DESA)],
            jenis=_JENIS[n % len(_JENIS)],
            keterangan="Kiriman ulang" if n % 7 == 0 else "",
        )
        for n in range(1, banyak + 1)
    )


def daftar_pengiriman() -> DaftarPengirimanData:
    """Forty cases, brought by hand, the receiver's name left open."""
    return DaftarPengirimanData(
        kop=KOP,
        nama_layanan="Kartu Tanda Penduduk (KTP)",
        nomor="DP-KTP/12/2026",
        dikirim="Senin, 23 November 2026 pukul 09.05 WIB",
        cara="Diantar ke Dispendukcapil",
        baris=baris_kirim(40),
        tempat_tanggal="Sooko, 23 November 2026",
        pengirim="ENDANG PUSPITORINI, S.AP.",
    )
