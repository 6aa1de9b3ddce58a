"""What the window of checks and backups says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sooko_desk.domain.tanggal import sebut_saat
from sooko_desk.ui.theme import Nada

if TYPE_CHECKING:
    from pathlib import Path

    from sooko_desk.data.periksa_cadangan import HasilPeriksaCadangan
    from sooko_desk.data.periksa_register import JumlahRegister
    from sooko_desk.services.cadangan import HasilCadangan
    from sooko_desk.services.cadangan_latihan import LatihanSelesai
    from sooko_desk.services.cadangan_riwayat import CatatanCadangan
    from sooko_desk.services.pemeriksaan import HasilPemeriksaan

BELUM_PERNAH = "Belum pernah dicadangkan."

_DETIK_SEMENIT = 60


def sebut_jumlah(jumlah: JumlahRegister) -> str:
    """E.g. "12 permohonan, 80 catatan riwayat, 34 pindaian"."""
    return (
        f"{jumlah.permohonan} permohonan, {jumlah.peristiwa} catatan riwayat, "
        f"{jumlah.pindaian} pindaian"
    )


def sebut_lama(detik: float) -> str:
    """E.g. "3 detik", "2 menit 5 detik"."""
    menit, sisa = divmod(max(1, round(detik)), _DETIK_SEMENIT)
    kata = [f"{menit} menit"] if menit else []
    if sisa:
        kata.append(f"{sisa} detik")
    return " ".join(kata)


def sebut_pemeriksaan(hasil: HasilPemeriksaan) -> tuple[Nada, str]:
    """How a check ended; what was found is listed below it."""
    semua = hasil.jumlah.pindaian if hasil.jumlah else 0
    awal = f"Dihentikan setelah {hasil.diperiksa} dari {semua} pindaian. "
    awal = awal if hasil.dihentikan else ""
    if hasil.temuan:
        return Nada.BAHAYA, f"{awal}Ditemukan {len(hasil.temuan)} kerusakan; lihat di bawah."
    if hasil.dihentikan:
        return Nada.INFO, f"{awal}Sejauh itu semuanya utuh."
    assert hasil.jumlah is not None  # what cannot be counted was told as damaged
    lama = sebut_lama(hasil.lama.total_seconds())
    return Nada.SELESAI, f"Semua utuh: {sebut_jumlah(hasil.jumlah)}. Diperiksa dalam {lama}."


def sebut_cadangan(hasil: HasilCadangan) -> tuple[Nada, str]:
    """How a backup ended."""
    nada, kalimat = (
        Nada.SELESAI,
        [f"Cadangan selesai dan sudah dibaca kembali: {sebut_jumlah(hasil.jumlah)}."],
    )
    if hasil.tidak_ikut:
        nada = Nada.PERINGATAN
        kalimat.append(
            f"{hasil.tidak_ikut} pindaian rusak atau hilang di komputer ini, jadi tidak ikut. "
            "Jalankan pemeriksaan."
        )
    if hasil.cakram_sama:
        nada = Nada.PERINGATAN
        kalimat.append(
            "Foldernya di cakram yang sama dengan register: bila cakram itu rusak, cadangan ini "
            "ikut hilang. Cadangkan juga ke flashdisk."
        )
    return nada, " ".join(kalimat)


def sebut_periksa_cadangan(hasil: HasilPeriksaCadangan) -> tuple[Nada, str]:
    """How a backup was found; faults are listed below it."""
    if hasil.temuan or hasil.jumlah is None:
        kalimat = f"Cadangan {hasil.cadangan.nama} tidak utuh; lihat di bawah."
        return Nada.BAHAYA, kalimat
    return (
        Nada.SELESAI,
        f"Cadangan {hasil.cadangan.nama} utuh: {sebut_jumlah(hasil.jumlah)}.",
    )


def sebut_latihan(selesai: LatihanSelesai) -> tuple[Nada, str]:
    """How a practice of a restore ended; faults are listed below it."""
    hasil = selesai.hasil
    if hasil.belum:
        return Nada.PERINGATAN, f"Latihan pemulihan belum jadi. {hasil.belum}"
    if hasil.temuan or hasil.jumlah is None:
        return (
            Nada.BAHAYA,
            f"Cadangan {hasil.cadangan.nama} tidak dapat dipulihkan; lihat di bawah.",
        )
    rantai = f"; rantai catatan utuh sampai urut {hasil.urut}" if hasil.urut else ""
    return Nada.SELESAI, (
        f"Latihan berhasil: cadangan {hasil.cadangan.nama} dipulihkan ke tempat sementara, "
        f"dibuktikan, lalu dibuang lagi. {sebut_jumlah(hasil.jumlah)}, semua utuh{rantai}."
    )


def sebut_terakhir(catatan: CatatanCadangan | None) -> tuple[Nada, str]:
    """When, by whom, how much and where."""
    if catatan is None:
        return Nada.PERINGATAN, BELUM_PERNAH
    kapan = f"Terakhir {sebut_saat(catatan.waktu)} oleh {catatan.petugas}"
    return Nada.NETRAL, f"{kapan}, ke “{catatan.folder}”: {sebut_jumlah(catatan.jumlah)}."


def sebut_folder(folder: Path | None) -> str:
    """What stands in the field of the folder."""
    return "" if folder is None else str(folder)
