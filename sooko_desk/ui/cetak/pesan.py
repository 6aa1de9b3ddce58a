"""The sentences about printers. Every backend says the same thing in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.errors import UserError

if TYPE_CHECKING:
    from sooko_desk.ui.cetak.lembar import Lembar

TIDAK_ADA_PRINTER = (
    "Tidak ada printer. Nyalakan printer, periksa kabelnya, lalu tekan Muat ulang. "
    "Dokumen ini tetap dapat disimpan sebagai PDF."
)
LAYANAN_CETAK_MATI = (
    "Layanan cetak di komputer ini tidak berjalan. Nyalakan ulang komputer, lalu cetak lagi. "
    "Sementara itu simpan dokumen sebagai PDF."
)


def printer_hilang(nama: str) -> UserError:
    """The chosen printer is no longer installed on this computer."""
    return UserError(
        f"Printer “{nama}” tidak ada lagi di komputer ini. "
        "Tekan Muat ulang, pilih printer lain, lalu cetak lagi."
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


def kertas_tak_dikenal(nama: str, lembar: Lembar) -> UserError:
    """The driver has no such paper; printing would cut the page off."""
    return UserError(
        f"Printer “{nama}” tidak mengenal kertas {lembar.nama}. Tambahkan ukuran kertas itu "
        "di pengaturan printer komputer ini, atau pilih printer lain."
    )
