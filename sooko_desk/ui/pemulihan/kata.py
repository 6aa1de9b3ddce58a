"""What the restore says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.services.pola_nomor import NAMA_BUKU
from sooko_desk.ui.jaga.kata import sebut_jumlah
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sooko_desk.data.jurnal import Mundur
    from sooko_desk.services.pemulihan import HasilPemulihan
    from sooko_desk.services.pemulihan_beda import Perbandingan
    from sooko_desk.services.pemulihan_daftar import Pilihan

TERBANYAK = 500
"""Vanishing cases that are named one by one."""
TIDAK_DIKETAHUI = (
    "Register di komputer ini tidak dapat dibaca, jadi yang akan hilang tidak dapat disebut. Yang "
    "dicatat sesudah cadangan ini tidak ada di dalamnya; ketik ulang dari kertas."
)
KOSONG = (
    "Komputer ini belum berisi register. Yang dicatat di komputer lama sesudah cadangan ini tidak "
    "ada di dalamnya; ketik ulang dari kertas."
)


def sebut_pilihan(pilihan: Pilihan) -> str:
    """One backup in one line."""
    if pilihan.jurnal:
        return "Jurnal di komputer ini: semua yang tersimpan, sampai catatan yang terakhir."
    kapan = sebut_saat(pilihan.waktu) if pilihan.waktu else "waktu tidak diketahui"
    return f"Cadangan {kapan} di {pilihan.tempat}."


def sebut_isi(beda: Perbandingan) -> tuple[str, ...]:
    """What is restored, and what is wrong with it, line by line."""
    baris = [sebut_pilihan(beda.pilihan), f"Isinya {sebut_jumlah(beda.isi.jumlah)}."]
    if beda.pilihan.program:
        baris.append(f"Dibuat Sooko Desk versi {beda.pilihan.program}.")
    if beda.pindaian_rusak:
        baris.append(
            f"{beda.pindaian_rusak} pindaian di dalamnya rusak. Yang masih utuh di komputer ini "
            "tetap dipakai, sisanya dipindai ulang."
        )
    if beda.putus:
        baris.append(
            f"Rantai catatannya putus di {beda.putus} tempat: sebagian isinya pernah diubah di "
            "luar program. Bila ada, pilih cadangan yang lebih lama."
        )
    return tuple(baris)


def sebut_hilang(beda: Perbandingan, *, susulkan: bool) -> tuple[Nada, str]:
    """What would vanish, in one sentence."""
    if not beda.ada_kini:
        return Nada.INFO, KOSONG
    if beda.acuan is None:
        return Nada.PERINGATAN, TIDAK_DIKETAHUI
    hilang = len(beda.list_hilang(susulkan=susulkan))
    catatan = beda.count_catatan(susulkan=susulkan)
    if not hilang and not catatan:
        return Nada.SELESAI, "Tidak ada yang hilang."
    kalimat = (
        f"{hilang} permohonan dan {catatan} catatan riwayat sesudah cadangan ini akan hilang dari "
        "register. Nomor suratnya tidak dipakai lagi."
    )
    return Nada.PERINGATAN, kalimat


def list_hilang(beda: Perbandingan, *, susulkan: bool) -> str:
    """The vanishing cases by number and day, and the last number of each book; one a line."""
    hilang = beda.list_hilang(susulkan=susulkan)
    baris = [f"{satu.nomor}   diterima {sebut_saat(satu.diterima)}" for satu in hilang[:TERBANYAK]]
    if len(hilang) > TERBANYAK:
        baris.append(f"… dan {len(hilang) - TERBANYAK} permohonan lagi.")
    if baris and beda.acuan is not None and not susulkan:
        baris += ["", *_list_buku(beda)]
    return "\n".join(baris)


def sebut_hasil(hasil: HasilPemulihan) -> str:
    """How it ended, line by line."""
    baris = [f"Register berisi {sebut_jumlah(hasil.jumlah)}."]
    if hasil.baris:
        baris.append(f"{hasil.baris} catatan dimasukkan kembali dari jurnal.")
    if hasil.nomor_batal:
        baris.append(
            f"{hasil.nomor_batal} nomor yang hilang ditandai batal; nomor berikutnya melanjutkan."
        )
    if hasil.tidak_pulih:
        baris.append(f"{hasil.tidak_pulih} pindaian tidak ada yang utuh. Pindai ulang berkasnya.")
    if any(hasil.disimpan.iterdir()):
        baris.append(f"Register yang lama disimpan di “{hasil.disimpan}”. Tidak ada yang dihapus.")
    return "\n".join(baris)


def _list_buku(beda: Perbandingan) -> Iterator[str]:
    assert beda.acuan is not None
    for buku, urut in sorted(beda.acuan.terakhir.items()):
        lama = beda.isi.terakhir.get(buku, 0)
        if lama < urut:
            nama = NAMA_BUKU.get(buku.buku, buku.buku)
            yield f"{nama} {buku.layanan} {buku.tahun}: di cadangan sampai {lama}, kini {urut}"


def sebut_mundur(mundur: Mundur) -> str:
    """Why an older register than the journal's is not opened."""
    kurang = mundur.urut_jurnal - mundur.urut_register
    return (
        f"Berkas register ini lebih lama daripada jurnalnya: {kurang} catatan yang pernah "
        "tersimpan tidak ada di dalamnya. Mungkin berkas lama disalin ke folder data. Catatan itu "
        "masih ada di jurnal dan dapat dimasukkan kembali. Jangan hapus apa pun."
    )
