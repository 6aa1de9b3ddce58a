"""The sentences about printers. Every backend says the same thing in the same words."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.lembar import Lembar

TIDAK_ADA_PRINTER = (
    "Tidak ada printer. Nyalakan printer, periksa kabelnya, lalu tekan F5 untuk mencarinya lagi."
)
TETAP_TERSIMPAN = "Dokumen ini tetap dapat disimpan sebagai PDF."
LAYANAN_CETAK_MATI = (
    "Layanan cetak di komputer ini tidak berjalan. Nyalakan ulang komputer, lalu cetak lagi."
)
DIBATALKAN = "Cetakan dibatalkan di antrean printer. Bila masih diperlukan, cetak lagi."
DITINGGALKAN = (
    "Printer menghentikan cetakan ini karena kesalahan. Periksa printer, lalu cetak lagi."
)
DITAHAN = "Cetakan ditahan di antrean printer. Buka antrean printer, lalu lanjutkan cetakan ini."
BELUM_KELUAR = "Periksa kertas, kabel dan antrean printer, lalu tekan Cetak lagi."
MASIH_MENCETAK = "Masih dikerjakan printer."
SUDAH_DITERIMA = "Printer sudah menerima seluruhnya."
PRINTER_SELESAI = "Printer melaporkan selesai."
DARI_RIWAYAT = "Cetak lagi dari riwayat cetak (F7); nomornya tetap."


class Halangan(Enum):
    """What keeps a printer from printing; the value is the sentence."""

    KERTAS = "Kertas habis. Isi kertasnya; cetakan berlanjut sendiri."
    MACET = "Kertas macet. Buka printer dan tarik kertasnya; cetakan berlanjut sendiri."
    TUTUP = "Tutup printer terbuka. Tutup sampai berbunyi klik; cetakan berlanjut sendiri."
    TINTA = "Tinta atau toner habis. Ganti isinya; cetakan berlanjut sendiri."
    OFFLINE = "Printer tidak menyahut. Nyalakan printer dan periksa kabelnya; cetakan menunggu."
    DIJEDA = "Antrean printer dijeda. Lanjutkan antreannya; cetakan menunggu."
    GALAT = "Printer minta diperiksa. Lihat lampu atau layar printernya."


def printer_hilang(nama: str) -> UserError:
    """The chosen printer is no longer installed on this computer."""
    return UserError(
        f"Printer “{nama}” tidak ada lagi di komputer ini. "
        "Pasang kembali, atau pilih printer lain di jendela cetak, lalu cetak lagi."
    )


def printer_menolak(nama: str) -> UserError:
    """The queue takes no jobs, or the system refused this one."""
    return UserError(
        f"Printer “{nama}” menolak dokumen ini. Buka antrean printer di komputer ini, "
        "nyalakan kembali penerimaannya, lalu cetak lagi atau pilih printer lain."
    )


def printer_dijeda(nama: str) -> UserError:
    """The queue would take the job and hold it: it would come out unasked later."""
    return UserError(
        f"Printer “{nama}” sedang dijeda atau offline. Nyalakan printer dan lanjutkan antreannya, "
        "lalu cetak lagi."
    )


def printer_diam(nama: str) -> UserError:
    """The print system did not answer in time; the job may or may not have arrived."""
    return UserError(
        f"Printer “{nama}” tidak menjawab. Periksa kabel dan antrean printer dulu, "
        "supaya tidak tercetak dua kali, lalu cetak lagi."
    )


def sebut_belum(judul: str, sebab: str = "") -> str:
    """A document did not come out, told where its print window is not.

    Args:
        judul: title of the document.
        sebab: the sentence of why; "" = it was read already.
    """
    return " ".join(filter(None, (f"{judul} belum tercetak.", sebab, DARI_RIWAYAT)))


def kertas_tak_dikenal(nama: str, lembar: Lembar) -> UserError:
    """The driver has no such paper; printing would cut the page off."""
    return UserError(sebut_tanpa_kertas(nama, lembar.nama))


def sebut_printer_lain(terakhir: str) -> str:
    """The printer of last time is not there; another one is shown."""
    return (
        f"Printer yang terakhir dipakai, “{terakhir}”, tidak ada. "
        "Periksa dulu printer yang terpilih."
    )


def sebut_tanpa_printer(*, simpan: bool) -> str:
    """There is no printer; whether the document may be saved instead."""
    return f"{TIDAK_ADA_PRINTER} {TETAP_TERSIMPAN}" if simpan else TIDAK_ADA_PRINTER


def sebut_bukan_kertas(nama: str, *, simpan: bool) -> str:
    """No paper comes out of this printer; whether the document may be saved at all."""
    jalan = "Untuk menyimpan berkas, pakai Simpan PDF" if simpan else "Pilih printer lain"
    return f"“{nama}” bukan printer kertas: data warga akan tersimpan di luar program. {jalan}."


def sebut_tanpa_kertas(nama: str, ukuran: str, lain: tuple[str, ...] = ()) -> str:
    """What to do where the driver lacks a paper.

    Args:
        nama: the printer.
        ukuran: the missing size, e.g. "215 × 330 mm".
        lain: papers that the printer has and the document can be printed on.
    """
    jalan = f"Pilih kertas {' atau '.join(lain)}, atau tambahkan" if lain else "Tambahkan"
    return (
        f"Printer “{nama}” tidak mengenal kertas {ukuran}. {jalan} ukuran itu di komputer ini "
        "(Windows: Print Server Properties, Create a new form), "
        "atau pilih printer lain."
    )


def sebut_terpotong(nama: str) -> str:
    """Marks of the document lie where the printer cannot print."""
    return (
        f"Printer “{nama}” tidak mencapai tepi kertas: sebagian isi akan terpotong. "
        "Centang “Muat ke bidang cetak” supaya isinya dikecilkan sedikit."
    )
